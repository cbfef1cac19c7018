"""An archiefdossier: complete, equal when nothing changed, and checked without a database."""

import io
import json
import zipfile
from dataclasses import replace
from itertools import count

import pendulum
import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.archief import TOOI_GEMEENTEN, Archiefregels, Waardering
from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    check_dossier,
    read_dossiermanifest,
)
from cycle.domain.errors import FaseError, InvoerError
from cycle.domain.fase import Fase
from cycle.domain.keten import ANKER, Gebeurtenis, check_keten, read_hoofd
from cycle.domain.ketenuitvoer import read_ketenbestand
from cycle.domain.levering import MINISTER, Levering, Leverstuk
from cycle.domain.tijdstempellijst import find_gewijzigd
from cycle.services.build_dossier import Archiefdossier, build_dossier
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.register_levering import Leverbewijs, register_levering
from cycle.services.stamp_dossier import stamp_dossier
from tests.cycle.services.builders import CODE, JAAR, een_handtekening, in_fase
from tests.fakes import FakeZegel, Opstelling
from tests.mdtoschema import list_fouten

REGELS = Archiefregels(
    archiefvormer="Gemeente Dorp",
    kenmerk="gm0000",
    bron=TOOI_GEMEENTEN,
    waardering=Waardering.BLIJVEND,
    bewaartermijn=0,
    selectielijst="Selectielijst gemeenten",
    categorie="1.1",
    beperking="Geen beperking",
)


class WisselZegel(FakeZegel):
    """Like a real seal: the same bytes get another signature every time."""

    _teller = count()

    def seal(self, pdf: bytes) -> bytes:
        return super().seal(pdf) + b" %d" % next(self._teller)

    def sign_detached(self, inhoud: bytes) -> bytes:
        return super().sign_detached(inhoud) + b" %d" % next(self._teller)

    def stamp_digest(self, sha256: str) -> bytes | None:
        return b"token %s %d" % (sha256.encode(), next(self._teller))


class ZonderZegel(FakeZegel):
    """Nothing was set up by the beheerder."""

    def seal(self, pdf: bytes) -> bytes:
        raise InvoerError("Er is geen zegel ingesteld.")

    def sign_detached(self, inhoud: bytes) -> bytes:
        raise InvoerError("Er is geen zegel ingesteld.")

    def stamp_digest(self, sha256: str) -> bytes | None:
        return None


@pytest.fixture
def opstelling() -> Opstelling:
    """Return "dorp" while it is being signed, with the rules of its archive."""
    opstelling = in_fase(Fase.ONDERTEKENING)
    inhoud = opstelling.bibliotheek.samenwerkingen[CODE]
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(inhoud, archief=REGELS)
    record_handtekening(opstelling.toolkit, CODE, JAAR, een_handtekening(opstelling))
    for nummer in range(5):
        _gebeur(opstelling, f"gebeurtenis {nummer}")
    return opstelling


def _gebeur(opstelling: Opstelling, wat: str) -> None:
    """Write an event in the audit trail, which the store in memory does not do by itself."""
    with opstelling.store.transaction() as tx:
        gebeurtenis = Gebeurtenis("proef", {"wat": wat}, {"wie": "Jan"})
        tx.add_gebeurtenis(require_cyclus(tx, CODE, JAAR), gebeurtenis)


def _build(opstelling: Opstelling, zegel: FakeZegel | None = None) -> Archiefdossier:
    return build_dossier(_toolkit(opstelling, zegel), CODE, JAAR)


def _toolkit(opstelling: Opstelling, zegel: FakeZegel | None = None) -> Toolkit:
    return replace(opstelling.toolkit, zegel=zegel or WisselZegel())


def _bestanden(dossier: Archiefdossier) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(dossier.inhoud)) as gelezen:
        return {naam: gelezen.read(naam) for naam in gelezen.namelist()}


def test_everything_that_proves_what_was_agreed_is_in_it(opstelling: Opstelling) -> None:
    gevonden = set(_bestanden(_build(opstelling)))

    assert {
        *("jaarschijf.pdf", "jaarschijf.docx", "ondertekenblad.pdf", "ondertekenblad.json"),
        *("vastgesteld/jaarschijf.pdf", "vastgesteld/manifest.json"),
        *("afspraken.json", "afspraken.csv", "besluiten.json", "leesmij.txt"),
        *(f"biedingen/{p}-versie-1.xlsx" for p in ("gemeente", "domesta", "huurders")),
        *("mdto/dossier.mdto.xml", MANIFEST, MANIFEST_HANDTEKENING),
    } <= gevonden


def test_a_dossier_built_again_has_equal_bytes(opstelling: Opstelling) -> None:
    eerste = _build(opstelling)
    opstelling.klok.dag = opstelling.klok.dag.add(years=1)
    tweede = _build(opstelling)

    assert tweede.inhoud == eerste.inhoud
    assert (eerste.is_nieuw, tweede.is_nieuw) == (True, False)
    assert eerste.naam == f"dossier-{CODE}-{JAAR}-r1.zip"


def test_a_late_signature_gives_a_new_revision_and_the_old_bytes_stay(
    opstelling: Opstelling,
) -> None:
    eerste = _build(opstelling)
    laat = een_handtekening(opstelling, "gemeente", "wethouder")
    record_handtekening(opstelling.toolkit, CODE, JAAR, laat)
    tweede = _build(opstelling)

    assert tweede.manifest.revisie == 2
    assert tweede.naam.endswith("-r2.zip")
    vast = "vastgesteld/jaarschijf.pdf"
    assert _bestanden(tweede)[vast] == _bestanden(eerste)[vast]
    assert _build(opstelling).inhoud == tweede.inhoud


def test_the_manifest_proves_the_dossier_without_a_database(opstelling: Opstelling) -> None:
    bestanden = _bestanden(_build(opstelling))
    manifest = read_dossiermanifest(bestanden[MANIFEST])

    assert check_dossier(manifest, bestanden) == ()
    bestanden["afspraken.csv"] += b" "
    assert [a.pad for a in check_dossier(manifest, bestanden)] == ["afspraken.csv"]


def test_every_file_has_metadata_that_fit_the_standard(opstelling: Opstelling) -> None:
    bestanden = _bestanden(_build(opstelling))
    meta = {naam: inhoud for naam, inhoud in bestanden.items() if naam.startswith("mdto/")}
    manifest = read_dossiermanifest(bestanden[MANIFEST])
    inhoud = [b.pad for b in manifest.bestanden if not b.pad.startswith("mdto/")]

    assert {naam: fouten for naam, xml in meta.items() if (fouten := list_fouten(xml))} == {}
    assert [pad for pad in inhoud if f"mdto/{pad}.bestand.mdto.xml" not in meta] == []


def test_metadata_name_signatories_by_function_and_never_by_person(
    opstelling: Opstelling,
) -> None:
    xml = _bestanden(_build(opstelling))["mdto/jaarschijf.mdto.xml"].decode()

    assert "Domesta (directeur-bestuurder)" in xml
    assert "<begripLabel>Accordering</begripLabel>" in xml
    assert "<begripLabel>Bevriezing</begripLabel>" in xml


def test_without_rules_there_is_no_metadata_and_it_is_said(opstelling: Opstelling) -> None:
    inhoud = opstelling.bibliotheek.samenwerkingen[CODE]
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(inhoud, archief=None)

    dossier = _build(opstelling)

    assert not any(naam.startswith("mdto/") for naam in _bestanden(dossier))
    assert [punt.code for punt in dossier.punten] == ["D101", "D104"]


def test_who_did_not_sign_is_named(opstelling: Opstelling) -> None:
    (punt,) = _build(opstelling).punten

    assert punt.code == "D104"
    assert (
        punt.melding
        == "Nog niet getekend: Gemeente Dorp (wethouder) en Huurders Dorp (voorzitter)."
    )


def test_a_partij_that_left_is_not_missing(opstelling: Opstelling) -> None:
    tekens = een_handtekening(opstelling)
    for partij in ("gemeente", "huurders"):
        with opstelling.store.transaction() as tx:
            tx.add_aftekenstap(
                require_cyclus(tx, CODE, JAAR),
                Aftekenstap(Stapsoort.ONTTREKKING, tekens.versie, tekens.code, tekens.op, partij),
            )

    dossier = _build(opstelling)

    assert dossier.punten == ()
    blad = json.loads(_bestanden(dossier)["ondertekenblad.json"])
    assert [regel["staat"] for regel in blad["regels"]] == ["onttrokken", "geheel", "onttrokken"]


def test_a_refusal_stands_on_the_sheet_with_its_reason(opstelling: Opstelling) -> None:
    weigert = een_handtekening(opstelling, "huurders", "voorzitter", Reikwijdte.NIET)
    record_handtekening(opstelling.toolkit, CODE, JAAR, weigert)

    blad = json.loads(_bestanden(_build(opstelling))["ondertekenblad.json"])

    assert [(r["staat"], r["reden"]) for r in blad["regels"]][-1] == ("niet", "eerst overleg")


def test_without_seal_or_time_stamp_the_dossier_is_made_and_says_so(
    opstelling: Opstelling,
) -> None:
    dossier = _build(opstelling, ZonderZegel())

    assert [punt.code for punt in dossier.punten] == ["D102", "D103", "D104"]
    gevonden = _bestanden(dossier)
    assert MANIFEST_HANDTEKENING not in gevonden
    assert not any(naam.startswith("tijdstempels/") for naam in gevonden)
    assert check_dossier(dossier.manifest, gevonden) == ()


def test_evidence_of_signature_and_delivery_is_in_it_once(opstelling: Opstelling) -> None:
    sha256 = opstelling.bestanden.put(b"%PDF-1.7 scan")
    hand = een_handtekening(opstelling, "gemeente", "wethouder")
    record_handtekening(opstelling.toolkit, CODE, JAAR, replace(hand, bewijs=sha256))
    levering = Levering("", MINISTER, opstelling.klok.dag, tuple(Leverstuk))
    register_levering(
        opstelling.toolkit, CODE, JAAR, levering, Leverbewijs("Ontvangst.EML", b"Van: x")
    )

    gevonden = _bestanden(_build(opstelling))

    bewijzen = {naam: inhoud for naam, inhoud in gevonden.items() if naam.startswith("bewijs/")}
    assert sorted(naam.split("-")[0] for naam in bewijzen) == [
        "bewijs/handtekening",
        "bewijs/levering",
    ]
    assert sorted(naam.rpartition(".")[2] for naam in bewijzen) == ["eml", "pdf"]
    assert sorted(bewijzen.values()) == [b"%PDF-1.7 scan", b"Van: x"]


def test_the_audit_trail_goes_along_and_can_be_checked_by_itself(
    opstelling: Opstelling,
) -> None:
    dossier = _build(opstelling)

    cyclus, regels = read_ketenbestand(_bestanden(dossier)["audit/audit.jsonl"])
    oordeel = check_keten(cyclus, regels, [read_hoofd(dossier.manifest.audit_hoofd)])
    assert (cyclus, oordeel.breuk) == (f"{CODE}/{JAAR}", None)
    assert oordeel.aantal == 5


def test_the_time_stamps_of_anchors_go_along(opstelling: Opstelling) -> None:
    token = opstelling.bestanden.put(b"token van de dienst")
    with opstelling.store.transaction() as tx:
        for sha256 in (token, ""):
            anker = Gebeurtenis(ANKER, {"hoofd": "5:" + "0" * 64, "tijdstempel": sha256})
            tx.add_gebeurtenis(require_cyclus(tx, CODE, JAAR), anker)

    gevonden = _bestanden(_build(opstelling))

    assert gevonden["audit/anker-6.tsr"] == b"token van de dienst"
    assert "audit/anker-7.tsr" not in gevonden


def test_what_may_be_erased_is_not_in_it(opstelling: Opstelling) -> None:
    assert b"Jan" not in _bestanden(_build(opstelling))["audit/audit.jsonl"]


def test_later_events_do_not_change_a_dossier(opstelling: Opstelling) -> None:
    eerste = _build(opstelling)
    _gebeur(opstelling, "later")

    assert _build(opstelling).inhoud == eerste.inhoud


def test_a_trail_that_was_changed_since_is_named(opstelling: Opstelling) -> None:
    _build(opstelling)
    del opstelling.store.dossiers[CODE, JAAR].audit.regels[3:]

    assert "D105" in [punt.code for punt in _build(opstelling).punten]


def test_nothing_is_made_before_the_adoption() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stand = opstelling.stand()

    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        _build(opstelling)

    assert opstelling.stand() == stand


def test_every_april_a_new_token_goes_over_all_that_came_before(opstelling: Opstelling) -> None:
    _build(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR + 1, 4, 1)

    uitkomst = stamp_dossier(_toolkit(opstelling), CODE, JAAR)
    bestanden = _bestanden(_build(opstelling))

    assert uitkomst.gedaan
    lijst = f"tijdstempels/r1-{JAAR + 1}-04-01.json"
    assert find_gewijzigd(bestanden[lijst], bestanden) == ()
    genoemd = json.loads(bestanden[lijst])["sha256"]
    assert sum(naam.endswith(".tsr") for naam in genoemd) == 1
    assert {MANIFEST, MANIFEST_HANDTEKENING} < set(genoemd)
    assert check_dossier(read_dossiermanifest(bestanden[MANIFEST]), bestanden) == ()


def test_a_token_that_was_changed_is_found_by_the_next_one(opstelling: Opstelling) -> None:
    _build(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR + 1, 4, 1)
    stamp_dossier(_toolkit(opstelling), CODE, JAAR)
    bestanden = _bestanden(_build(opstelling))
    oud = min(naam for naam in bestanden if naam.endswith(".tsr"))

    bestanden[oud] += b"x"

    lijst = bestanden[f"tijdstempels/r1-{JAAR + 1}-04-01.json"]
    assert find_gewijzigd(lijst, bestanden) == (oud,)


def test_a_second_token_in_the_same_year_is_not_made(opstelling: Opstelling) -> None:
    _build(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR + 1, 4, 1)
    stamp_dossier(_toolkit(opstelling), CODE, JAAR)
    stand = opstelling.stand()

    assert not stamp_dossier(_toolkit(opstelling), CODE, JAAR).gedaan
    assert opstelling.stand() == stand


def test_without_a_service_the_yearly_stamp_is_refused_with_what_to_do(
    opstelling: Opstelling,
) -> None:
    _build(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR + 1, 4, 1)

    with pytest.raises(InvoerError, match="geen tijdstempeldienst") as fout:
        stamp_dossier(_toolkit(opstelling, ZonderZegel()), CODE, JAAR)

    assert fout.value.advies
