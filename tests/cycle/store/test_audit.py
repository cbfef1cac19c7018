"""The audit in the database: one event per act, closed against change, and honest about it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from cycle.domain.accordering import Reikwijdte
from cycle.domain.auditcontrole import Auditrapport
from cycle.domain.bericht import Berichtstaat
from cycle.domain.bezorging import Afloop
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import BesluitError, InvoerError, NietGevonden
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.keten import Gebeurtenis, Ketenhoofd
from cycle.domain.reactietabel import Reactiebesluit, Reactiekeuze
from cycle.services.check_audit import check_audit
from cycle.services.erase_audit import erase_audit
from cycle.services.list_audit import list_audit
from cycle.services.opslagport import CyclusStore
from cycle.store import open_store
from cycle.store.audit import list_audittabellen
from cycle.store.opslag import SqlCyclusStore, SqlStore
from cycle.store.verbinding import begin
from tests.builders import een_ingebrachte, een_lichtkeuze, een_opmerking, een_standmelding
from tests.cycle.store.builders import (
    DAG,
    Wijzer,
    add_aftekening,
    add_kickoff,
    een_bericht,
    een_besluit,
    een_bieding,
    een_concept,
    een_cyclus,
    een_handtekening,
    een_inzending,
    een_mandaat,
    een_stuk,
    gestart,
)
from tests.cycle.store.test_migratie import _upgrade


def _act(tx: CyclusStore, cyclus: Cyclus) -> None:
    """Write one of everything that must be told."""
    tx.move(cyclus, FaseOvergang(Fase.KICKOFF, DAG, "wegens vakantie"))
    tx.add_bieding(cyclus, een_inzending(), een_bieding(een_inzending()))
    tx.add_concept(cyclus, een_concept())
    tx.add_stuk(cyclus, een_stuk())
    tx.add_besluit(cyclus, een_besluit(Reikwijdte.OP_ONDERDELEN, zonder=(7, 19)))
    tx.add_handtekening(cyclus, een_handtekening())
    tx.add_feit(cyclus, "verzending", DAG, "de minister")
    tx.add_reactie(cyclus, een_ingebrachte(een_opmerking()))
    tx.add_reactiebesluit(cyclus, Reactiebesluit(1, Reactiekeuze.BESPREKEN, DAG))
    tx.add_standmelding(cyclus, een_inzending(), een_standmelding())
    tx.add_lichtkeuze(cyclus, een_lichtkeuze())
    add_aftekening(tx, cyclus)
    add_kickoff(tx, cyclus)


@pytest.fixture
def cyclus(store: SqlStore) -> Cyclus:
    """Return a cyclus in which everything happened once."""
    cyclus = gestart(store)
    with store.transaction() as tx:
        _act(tx, cyclus)
    return cyclus


def _check(store: SqlStore | SimpleNamespace, *ankers: Ketenhoofd) -> Auditrapport:
    return check_audit(SimpleNamespace(store=store), "hoogeveen", 2024, ankers)


def _soorten(store: SqlStore, cyclus: Cyclus) -> list[str]:
    with store.transaction() as tx:
        return [regel.soort for regel in tx.auditregels(cyclus, 0, 1000)]


def _open_log(connection: Connection, tabel: str) -> None:
    """Take the triggers of a log away, as an administrator may."""
    if connection.dialect.name == "sqlite":
        vraag = "SELECT name, '' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t"
    else:
        vraag = (
            "SELECT DISTINCT trigger_name, ' ON ' || event_object_table "
            "FROM information_schema.triggers WHERE event_object_table = :t"
        )
    for naam, op in connection.execute(text(vraag), {"t": tabel}).all():
        connection.execute(text(f"DROP TRIGGER {naam}{op}"))


@contextmanager
def _forged(engine: Engine, sql: str, tabel: str) -> Iterator[Any]:
    """Yield a store on forged data; afterwards nothing was done."""
    with engine.connect() as connection:
        if tabel:
            _open_log(connection, tabel)
        for opdracht in sql.split(";"):
            connection.execute(text(opdracht))
        tx = SqlCyclusStore(connection, Wijzer())
        yield SimpleNamespace(transaction=lambda: nullcontext(tx))
        connection.rollback()


def test_every_act_is_one_event_and_the_data_fit_the_chain(store: SqlStore, cyclus: Cyclus) -> None:
    soorten = _soorten(store, cyclus)

    assert sorted({*soorten}) == sorted(tabel.name for tabel in list_audittabellen())
    assert [s for s in soorten if s != "fase_overgang"] == list(
        dict.fromkeys(s for s in soorten if s != "fase_overgang")
    )
    assert _check(store).is_heel


def _fail_after_writing(tx: CyclusStore, cyclus: Cyclus) -> None:
    tx.add_feit(cyclus, "verzending", DAG, "het college")
    raise BesluitError("Toch niet.")


def test_an_act_that_is_taken_back_leaves_no_event(store: SqlStore, cyclus: Cyclus) -> None:
    voor = _check(store).keten.hoofd

    with pytest.raises(BesluitError), store.transaction() as tx:
        _fail_after_writing(tx, cyclus)

    assert _check(store).keten.hoofd == voor


def test_the_same_once_more_is_no_event(store: SqlStore, cyclus: Cyclus) -> None:
    voor = _check(store).keten.hoofd

    with store.transaction() as tx:
        tx.add_stuk(cyclus, een_stuk())
        tx.add_besluit(cyclus, een_besluit(Reikwijdte.OP_ONDERDELEN, zonder=(7, 19)))
        tx.add_feit(cyclus, "verzending", DAG, "de minister")

    assert _check(store).keten.hoofd == voor


def test_a_document_that_is_replaced_is_an_event_and_fits(store: SqlStore, cyclus: Cyclus) -> None:
    with store.transaction() as tx:
        tx.add_stuk(cyclus, replace(een_stuk(), sha256="3c" * 32))

    assert _soorten(store, cyclus)[-1] == "stuk"
    assert _check(store).is_heel


def test_what_became_of_a_mail_is_an_event_and_waiting_for_it_is_not(
    store: SqlStore, cyclus: Cyclus
) -> None:
    begin_van = len(_soorten(store, cyclus))
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, een_bericht())
        post = tx.claim_bericht(cyclus, DAG)
        assert post
        tx.settle_bericht(cyclus, post, Afloop(Berichtstaat.GEPLAND, 1, "Later.", pauze=0), DAG)
        post = tx.claim_bericht(cyclus, DAG)
        assert post
        tx.settle_bericht(cyclus, post, Afloop(Berichtstaat.VERZONDEN, 2, "Ok."), DAG)
        regels = tx.auditregels(cyclus, begin_van, 10)

    assert [json.loads(r.inhoud)["staat"] for r in regels] == ["verzonden"]
    assert "domesta.example" not in regels[0].inhoud


def test_an_event_says_who_did_it_without_naming_anybody(adres: str) -> None:
    store = open_store(adres, Wijzer(), door="J. de Vries")
    gestart(store)

    alle = list_audit(SimpleNamespace(store=store), "hoogeveen", 2024)

    assert {g.door for g in alle} == {"J. de Vries"}
    assert len({g.regel.door for g in alle}) == 1
    assert "Vries" not in "".join(map(str, (g.regel for g in alle)))


@pytest.mark.parametrize(
    "waarden",
    [
        {"volgnummer": 99},
        {"volgnummer": 3},
        {"vorige": "0" * 64},
    ],
    ids=["a gap", "a number that is there", "another one before"],
)
def test_the_database_itself_takes_the_next_link_only(
    store: SqlStore, engine: Engine, cyclus: Cyclus, waarden: dict[str, Any]
) -> None:
    hoofd = _check(store).keten.hoofd
    assert hoofd
    rij = {"volgnummer": hoofd.volgnummer + 1, "vorige": hoofd.hash} | waarden

    with pytest.raises(IntegrityError), begin(engine) as connection:
        connection.execute(
            text("INSERT INTO audit VALUES (1, :volgnummer, '', '', '', 0, '', :vorige, 'x')"), rij
        )


def test_a_text_can_be_erased_but_not_changed(
    store: SqlStore, engine: Engine, cyclus: Cyclus
) -> None:
    with (
        pytest.raises(DatabaseError, match="audit_gegeven is een logboek"),
        engine.begin() as connection,
    ):
        connection.execute(text("UPDATE audit_gegeven SET tekst = 'iets anders'"))


def test_postgresql_empties_no_log_at_once(store: SqlStore, engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        return  # it has no such statement: DELETE without WHERE meets the trigger
    for tabel in ("audit", "audit_gegeven", "besluit, besluit_uitgezonderd"):
        with pytest.raises(DatabaseError, match="is een logboek"), engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {tabel}"))


VERVALSINGEN: dict[str, tuple[str, int, str]] = {
    "edit": ("UPDATE audit SET inhoud = '{}' WHERE volgnummer = 7", 7, "is veranderd"),
    "edit of the moment": ("UPDATE audit SET tijd = '' WHERE volgnummer = 7", 7, "is veranderd"),
    "delete": ("DELETE FROM audit WHERE volgnummer = 7", 7, "ontbreekt"),
    "reorder": (
        "UPDATE audit SET volgnummer = 99 WHERE volgnummer = 7;"
        "UPDATE audit SET volgnummer = 7 WHERE volgnummer = 8;"
        "UPDATE audit SET volgnummer = 8 WHERE volgnummer = 99",
        7,
        "is veranderd",
    ),
    "insert": (
        "UPDATE audit SET volgnummer = -volgnummer WHERE volgnummer > 6;"
        "UPDATE audit SET volgnummer = 1 - volgnummer WHERE volgnummer < 0;"
        "INSERT INTO audit SELECT cyclus_id, 7, tijd, door, soort, rij, inhoud, vorige, hash "
        "FROM audit WHERE volgnummer = 6",
        7,
        "is veranderd",
    ),
}


def test_what_an_administrator_forges_is_found_at_its_place(
    store: SqlStore, engine: Engine, cyclus: Cyclus
) -> None:
    for naam, (sql, plek, woorden) in VERVALSINGEN.items():
        with _forged(engine, sql, "audit") as vervalst:
            breuk = _check(vervalst).keten.breuk

        assert breuk is not None, naam
        assert breuk.volgnummer == plek, naam
        assert woorden in breuk.melding, naam
    assert _check(store).is_heel


def test_a_cut_end_is_found_with_an_anchor(store: SqlStore, engine: Engine, cyclus: Cyclus) -> None:
    with store.transaction() as tx:
        tx.add_gebeurtenis(cyclus, Gebeurtenis("proef", {}))
    anker = _check(store).keten.hoofd
    assert anker

    with _forged(engine, "DELETE FROM audit WHERE soort = 'proef'", "audit") as kort:
        assert _check(kort).is_heel
        breuk = _check(kort, anker).keten.breuk
    assert breuk is not None
    assert "afgekapt" in breuk.melding


VERSCHILLEN: dict[str, tuple[str, str, str]] = {
    "another decision": (
        *("besluit", "UPDATE besluit SET reikwijdte = 'geheel'"),
        "Regel 1 van 'besluit' is buiten het programma om veranderd: reikwijdte",
    ),
    "another reason": ("besluit", "UPDATE besluit SET reden = 'Graag'", "veranderd: reden"),
    "other numbers": (
        *("", "UPDATE besluit_uitgezonderd SET nummer = 8 WHERE nummer = 7"),
        "veranderd: uitgezonderd",
    ),
    "a signature gone": ("handtekening", "DELETE FROM handtekening", "'handtekening' is weg"),
    "a vote too many": (
        "stem",
        "INSERT INTO stem SELECT 2, cyclus_id, partij, 2, eerste, tweede, derde, op FROM stem",
        "Regel 2 van 'stem' staat niet in het auditspoor",
    ),
    "another document": ("", "UPDATE stuk SET sha256 = versie", "veranderd: sha256"),
    "a text gone": (
        *("", "DELETE FROM audit_gegeven WHERE veld = 'reden'"),
        "is weg zonder dat hij is gewist",
    ),
}


def test_data_that_differ_from_the_chain_are_found(
    store: SqlStore, engine: Engine, cyclus: Cyclus
) -> None:
    for naam, (tabel, sql, woorden) in VERSCHILLEN.items():
        with _forged(engine, sql, tabel) as vervalst:
            rapport = _check(vervalst)

        assert rapport.keten.breuk is None, naam
        assert woorden in " ".join(rapport.afwijkingen), naam
    assert _check(store).is_heel


def test_an_erased_name_is_gone_and_the_chain_is_whole(
    store: SqlStore, engine: Engine, cyclus: Cyclus
) -> None:
    with store.transaction() as tx:
        tx.add_reactiebesluit(
            cyclus,
            Reactiebesluit(1, Reactiekeuze.AFWIJZEN, DAG, antwoord="Zie mevr. Jansen."),
        )
    toolkit = SimpleNamespace(store=store)

    verslag = erase_audit(toolkit, "hoogeveen", 2024, "jansen", reden="Verzoek van 3 mei")

    assert [g.tekst for g in verslag.teksten] == ["Zie mevr. Jansen."]
    assert verslag.elders == ("reactie_besluit 2",)
    with begin(engine) as connection:
        for vraag in ("SELECT inhoud FROM audit", "SELECT tekst FROM audit_gegeven"):
            assert "Jansen" not in str(connection.execute(text(vraag)).all())
    assert _check(store).is_heel
    laatste = list_audit(toolkit, "hoogeveen", 2024)[-2:]
    assert [g.velden.get("antwoord") for g in laatste] == ["(gewist)", None]
    assert laatste[-1].velden["reden"] == "Verzoek van 3 mei"


def test_the_name_in_a_mandaat_is_erased_and_the_mandaat_stays(
    store: SqlStore, cyclus: Cyclus
) -> None:
    mandaat = een_mandaat(naam="J. Jansen")
    with store.transaction() as tx:
        tx.add_mandaat(cyclus, mandaat)
    toolkit = SimpleNamespace(store=store)

    verslag = erase_audit(toolkit, "hoogeveen", 2024, "jansen", reden="Verzoek")

    assert verslag.mandaten == 1
    with store.transaction() as tx:
        assert tx.mandaten(cyclus)[-1] == replace(mandaat, naam="")
    assert _check(store).is_heel


def test_trying_to_erase_erases_nothing(store: SqlStore, cyclus: Cyclus) -> None:
    voor = _check(store)

    erase_audit(SimpleNamespace(store=store), "hoogeveen", 2024, "locaties", reden="", proef=True)

    assert _check(store) == voor


def test_erasing_asks_for_a_reason_a_name_and_something_to_erase(
    store: SqlStore, cyclus: Cyclus
) -> None:
    toolkit = SimpleNamespace(store=store)
    for fout, zoek, reden in (
        (InvoerError, "Jansen", ""),
        (InvoerError, " a ", "omdat"),
        (NietGevonden, "Jansen", "omdat"),
    ):
        with pytest.raises(fout):
            erase_audit(toolkit, "hoogeveen", 2024, zoek, reden=reden)


@pytest.fixture
def oud(engine: Engine, adres: str) -> None:
    """Fill the tables of 2026.4, from before there was an audit."""
    with begin(engine) as connection:
        _upgrade(connection, "v2026_4_tik")
        for sql in (
            "INSERT INTO cyclus (id, samenwerking, jaar, fase, gestart_op, content_hash, "
            "voorbeeld) VALUES (1, 'hoogeveen', 2024, 'vastgesteld', '2023-09-12', 'ab', :ja)",
            "INSERT INTO besluit VALUES (5, 1, 'domesta', 'rvc', 'C0DE', 1, 'niet', "
            "'2023-11-28', 'Te duur, zei Jansen.')",
            "INSERT INTO concept VALUES (3, 1, '1.0', 'C0DE', '" + "1a" * 32 + "', "
            "'2023-11-30', :ja)",
        ):
            connection.execute(text(sql), {"ja": True} if ":ja" in sql else {})


@pytest.mark.usefixtures("oud")
def test_the_chain_of_an_older_cyclus_begins_with_what_was_there(adres: str) -> None:
    store = open_store(adres, Wijzer())

    assert _soorten(store, een_cyclus()) == ["begin"]
    assert _check(store).is_heel
    with store.transaction() as tx:
        tx.add_feit(een_cyclus(), "verzending", DAG, "de minister")
    rapport = _check(store)
    assert (rapport.keten.aantal, rapport.afwijkingen) == (2, ())


@pytest.mark.usefixtures("oud")
def test_a_row_from_before_the_chain_is_watched_from_its_begin(adres: str, engine: Engine) -> None:
    open_store(adres, Wijzer())

    for sql, woorden in (
        ("UPDATE besluit SET reden = ''", "Regel 5 van 'besluit' is veranderd nadat"),
        ("DELETE FROM besluit", "Regel 5 van 'besluit' is weg"),
    ):
        with _forged(engine, sql, "besluit") as vervalst:
            assert woorden in " ".join(_check(vervalst).afwijkingen)


@pytest.mark.usefixtures("oud")
def test_the_begin_names_nobody(adres: str, engine: Engine) -> None:
    open_store(adres, Wijzer())

    with begin(engine) as connection:
        inhoud = connection.execute(text("SELECT inhoud FROM audit")).scalar_one()

    assert set(json.loads(inhoud)["rijen"]) == {"cyclus", "besluit", "concept"}
    assert "Jansen" not in inhoud
