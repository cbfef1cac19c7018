"""A returned form: kept as a version, or refused with findings and nothing kept."""

import json
from dataclasses import replace

import pytest

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.errors import BiedingOnleesbaar, FaseError
from cycle.domain.fase import Fase
from cycle.domain.voorbeeld import Antwoord, Antwoorden
from cycle.services.cyclus import require_cyclus
from cycle.services.receive_bieding import Ontvangst, receive_bieding
from tests.cycle.services.builders import (
    ANTWOORDEN,
    CODE,
    JAAR,
    een_correctie,
    een_werkmap,
    ga_naar,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling, TussenDoor


def test_a_form_is_kept_with_its_bytes_and_its_answers() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())

    ontvangst = stuur_bieding(opstelling, "domesta")

    assert ontvangst.is_nieuw
    assert (ontvangst.inzending.versie, ontvangst.inzending.bestandsnaam) == (1, "domesta.xlsx")
    assert opstelling.bestanden.get(ontvangst.inzending.sha256) == een_werkmap("domesta")
    with opstelling.store.transaction() as tx:
        assert tx.biedingen(require_cyclus(tx, CODE, JAAR)) == (ontvangst.bieding,)


def test_every_answer_names_the_submission_and_its_cell() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente",))

    ontvangst = stuur_bieding(opstelling, "domesta")

    plek = ontvangst.bieding.regels[0].plekken["bod"]
    assert ontvangst.inzending.id.startswith(f"{JAAR}-002-")
    assert (plek.inzending, plek.blad, plek.cel) == (ontvangst.inzending.id, "Bieding", "F7")


def test_the_same_file_again_is_the_same_submission() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    eerste = stuur_bieding(opstelling, "domesta")
    ervoor = opstelling.stand()

    tweede = stuur_bieding(opstelling, "domesta")

    assert not tweede.is_nieuw
    assert (tweede.inzending, tweede.bieding) == (eerste.inzending, eerste.bieding)
    assert opstelling.stand() == ervoor


def test_a_correction_is_version_2_and_going_back_is_version_3() -> None:
    opstelling = in_fase(Fase.CONCEPT)

    nieuw = stuur_bieding(opstelling, "domesta", een_correctie())
    terug = stuur_bieding(opstelling, "domesta")

    assert (nieuw.inzending.versie, terug.inzending.versie) == (2, 3)
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        versies = [i.versie for i in tx.inzendingen(cyclus) if i.partij == "domesta"]
        assert versies == [1, 2, 3]
        assert terug.bieding in tx.biedingen(cyclus)


@pytest.mark.parametrize(
    ("werkmap", "codes"),
    [
        (een_werkmap(samenwerking="stad"), ["B011"]),
        (een_werkmap("domesta").replace(b'"domesta"', b'"actium"'), ["B011"]),
        (een_werkmap(jaar=JAAR - 1), ["B012"]),
        (een_werkmap(samenwerking="stad", jaar=JAAR - 1), ["B011", "B012"]),
        (b"geen formulier", ["B001"]),
    ],
    ids=["other samenwerking", "unknown partij", "other year", "both", "not a form"],
)
def test_a_form_that_is_not_ours_is_refused_and_nothing_is_kept(
    werkmap: bytes, codes: list[str]
) -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    ervoor = opstelling.stand()

    with pytest.raises(BiedingOnleesbaar, match=r"'los\.xlsx' is niet geboekt") as fout:
        receive_bieding(opstelling.toolkit, CODE, JAAR, werkmap, "los.xlsx")

    assert [b.code for b in fout.value.bevindingen] == codes
    assert all(b.melding and b.advies and b.plek for b in fout.value.bevindingen)
    assert opstelling.stand() == ervoor


@pytest.mark.parametrize(
    ("fase", "advies"),
    [
        (Fase.KICKOFF, f"cyclus fase {CODE} {JAAR} uitvraag"),
        (Fase.ACCORDERING, f'cyclus fase {CODE} {JAAR} concept --reden "…"'),
        (Fase.VASTGESTELD, "aanvulling"),
    ],
)
def test_a_form_too_early_or_too_late_is_refused_with_a_way_out(fase: Fase, advies: str) -> None:
    opstelling = in_fase(fase)
    ervoor = opstelling.stand()

    with pytest.raises(FaseError) as fout:
        stuur_bieding(opstelling, "domesta", een_correctie())

    assert advies in fout.value.advies
    assert opstelling.stand() == ervoor


def test_a_form_without_a_single_answer_is_sent_back() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    leeg = Antwoorden("domesta", ())
    ervoor = opstelling.stand()["dossiers"]

    with pytest.raises(BiedingOnleesbaar) as fout:
        stuur_bieding(opstelling, "domesta", leeg)

    assert [b.code for b in fout.value.bevindingen] == ["B017"]
    assert opstelling.stand()["dossiers"] == ervoor


def test_the_same_answers_in_another_file_are_no_new_version() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    eerste = stuur_bieding(opstelling, "domesta", een_correctie())
    werkmap = een_werkmap("domesta", antwoorden=een_correctie())

    tweede = receive_bieding(opstelling.toolkit, CODE, JAAR, werkmap + b" \n", "nogmaals.xlsx")

    assert (tweede.is_nieuw, tweede.inzending) == (False, eerste.inzending)
    assert [(b.code, b.ernst) for b in tweede.bevindingen] == [("B015", Ernst.INFO)]


def test_the_same_file_again_says_when_it_came_before() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    stuur_bieding(opstelling, "domesta", een_correctie())

    nogmaals = stuur_bieding(opstelling, "domesta", een_correctie())

    assert [b.code for b in nogmaals.bevindingen] == ["B014"]
    assert "al op" in nogmaals.bevindingen[0].melding


def test_a_file_of_one_sheet_leaves_the_other_answers_as_they_were() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    eerste = stuur_bieding(opstelling, "domesta")
    los = replace(een_correctie(), extra=())

    tweede = _stuur_bladen(opstelling, los, "bieding")

    assert tweede.bieding.extra == eerste.bieding.extra
    assert tweede.bieding.extra[0].plek.inzending == eerste.inzending.id
    assert tweede.bieding.regels[0].plekken["bod"].inzending == tweede.inzending.id
    [bewaard] = tweede.bevindingen
    assert (bewaard.code, bewaard.ernst) == ("B019", Ernst.INFO)
    assert "'Extra'" in bewaard.melding


def test_the_first_file_of_one_sheet_has_nothing_to_keep() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())

    ontvangst = _stuur_bladen(opstelling, replace(een_correctie(), extra=()), "bieding")

    assert ontvangst.bevindingen == ()


def test_a_sheet_that_came_back_empty_no_longer_counts_and_that_is_said() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    stuur_bieding(opstelling, "domesta")

    tweede = stuur_bieding(opstelling, "domesta", replace(een_correctie(), extra=()))

    assert tweede.is_nieuw
    assert tweede.bieding.extra == ()
    assert [(b.code, b.ernst) for b in tweede.bevindingen] == [("B018", Ernst.WAARSCHUWING)]
    assert "blad Extra" in tweede.bevindingen[0].melding


def test_an_answer_that_disappeared_is_named_and_the_form_is_booked() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    stuur_bieding(opstelling, "domesta")
    eerste, tweede, derde = ANTWOORDEN["domesta"].regels
    leeg = Antwoord(tweede.regelcode, "", "", "", "", "")
    nu = replace(ANTWOORDEN["domesta"], regels=(eerste, leeg, derde))

    ontvangst = stuur_bieding(opstelling, "domesta", nu)

    assert ontvangst.is_nieuw
    [verdwenen] = ontvangst.bevindingen
    assert isinstance(verdwenen, Celbevinding)
    assert (verdwenen.code, verdwenen.klasse) == ("B018", "antwoord_verdwenen")
    assert "A02-SLVK" in verdwenen.melding
    assert "A01-NETTO" not in verdwenen.melding


def _stuur_bladen(opstelling: Opstelling, antwoorden: Antwoorden, *tabellen: str) -> Ontvangst:
    """Send a file of Domesta that has only these tables."""
    werkmap = json.loads(een_werkmap("domesta", antwoorden)) | {"tabellen": tabellen}
    inhoud = json.dumps(werkmap).encode()
    return receive_bieding(opstelling.toolkit, CODE, JAAR, inhoud, "domesta.csv")


def test_nobody_waits_while_a_form_is_read_and_each_answer_names_its_own_submission() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    formulieren = TussenDoor(lambda: stuur_bieding(opstelling, "huurders"))
    toolkit = replace(opstelling.toolkit, formulieren=formulieren)

    ontvangst = receive_bieding(toolkit, CODE, JAAR, een_werkmap("domesta"), "domesta.xlsx")

    assert ontvangst.inzending.id.startswith(f"{JAAR}-002-")
    assert ontvangst.bieding.regels[0].plekken["bod"].inzending == ontvangst.inzending.id
    assert formulieren.gelezen == 2
    with opstelling.store.transaction() as tx:
        inzendingen = tx.inzendingen(require_cyclus(tx, CODE, JAAR))
    assert [i.partij for i in inzendingen] == ["huurders", "domesta"]


def test_a_form_is_refused_when_the_text_was_fixed_while_it_was_read() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    formulieren = TussenDoor(lambda: ga_naar(opstelling, Fase.ACCORDERING))
    toolkit = replace(opstelling.toolkit, formulieren=formulieren)

    with pytest.raises(FaseError, match="accordering"):
        receive_bieding(toolkit, CODE, JAAR, een_werkmap("domesta"), "domesta.xlsx")

    with opstelling.store.transaction() as tx:
        assert tx.inzendingen(require_cyclus(tx, CODE, JAAR)) == ()
