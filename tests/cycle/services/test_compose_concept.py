"""The draft: a version with all its documents together, or nothing."""

import json

import pytest

from cycle.domain.errors import FaseError, InvoerError
from cycle.domain.fase import Fase
from cycle.services.compose_concept import VERVROEGD, compose_concept
from cycle.services.cyclus import require_cyclus
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_correctie,
    ga_naar,
    geldende_code,
    in_fase,
    stuur_bieding,
)
from tests.fakes import FakePdf, FakeTekstverwerker, FakeUitgifte, Opstelling


def _versies(opstelling: Opstelling) -> list[str]:
    with opstelling.store.transaction() as tx:
        return [c.versie for c in tx.concepten(require_cyclus(tx, CODE, JAAR))]


def _document(opstelling: Opstelling, naam: str) -> dict[str, object]:
    """Return the fields of a document as they were written."""
    velden: dict[str, object] = json.loads(opstelling.uitgifte.bestanden[f"{CODE}-{JAAR}/{naam}"])
    return velden


def test_a_draft_has_a_common_edition_and_one_with_a_letter_per_partij() -> None:
    opstelling = in_fase(Fase.CONCEPT)

    uitkomst = compose_concept(opstelling.toolkit, CODE, JAAR)

    with opstelling.store.transaction() as tx:
        stukken = tx.stukken(require_cyclus(tx, CODE, JAAR))
    gemaakt = sorted((s.soort, s.partij) for s in stukken if s.versie == "0.1")
    assert gemaakt == sorted(
        [("concept", "")] + [(soort, p) for soort in ("concept", "brief") for p in PARTIJCODES]
    )
    assert len(uitkomst.stukken) == len(gemaakt) == len(opstelling.uitgifte.bestanden)


def test_an_edition_shows_its_partij_first_and_keeps_the_common_code() -> None:
    opstelling = in_fase(Fase.CONCEPT)

    compose_concept(opstelling.toolkit, CODE, JAAR)

    eigen = _document(
        opstelling, f"concept-0.1/per-partij/jaarschijf-{JAAR}-concept-0.1-domesta.docx"
    )
    gezamenlijk = _document(opstelling, f"concept-0.1/jaarschijf-{JAAR}-concept-0.1.docx")
    assert (eigen["is_eigen"], gezamenlijk["is_eigen"]) == (True, False)
    assert "Afspraak 1: Wij bouwen aan de Beek. (heel 2026)" in str(eigen["eigen"])
    assert eigen["code"] == gezamenlijk["code"] == geldende_code(opstelling)


def test_a_letter_lists_what_its_partij_still_has_to_do() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    ga_naar(opstelling, Fase.CONCEPT)

    compose_concept(opstelling.toolkit, CODE, JAAR)

    brief = _document(opstelling, "concept-0.1/brieven/brief-gemeente.docx")
    assert "nog geen bieding ingediend" in str(brief["open_punten"])
    assert "besluit" not in str(brief["open_punten"])
    assert brief["reageren_voor"] == "maandag 10 november 2025"


def test_the_first_draft_says_nothing_about_changes() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    document = _document(opstelling, f"concept-0.1/jaarschijf-{JAAR}-concept-0.1.docx")

    assert document["verschil"]["sinds"] == ""
    assert not [naam for naam in opstelling.uitgifte.bestanden if "wijzigingen" in naam]


def _tweede_concept() -> Opstelling:
    """Return the world after a correction of one offer and a second draft."""
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(opstelling.toolkit, CODE, JAAR)
    return opstelling


def test_the_next_draft_says_what_changed_and_keeps_the_code_of_its_content() -> None:
    opstelling = _tweede_concept()

    document = _document(opstelling, f"concept-0.2/jaarschijf-{JAAR}-concept-0.2.docx")

    assert document["verschil"]["sinds"] == "versie 0.1"
    assert [w["afspraak"][:10] for w in document["verschil"]["gewijzigd"]] == ["Afspraak 1"]
    assert document["verschil"]["getallen"]
    assert document["code"] == geldende_code(opstelling)


def test_beside_the_next_draft_stands_a_document_with_the_changes() -> None:
    document = _document(_tweede_concept(), "concept-0.2/wijzigingen-0.1-0.2.docx")

    assert document["versies"] == ["0.1", "0.2"]
    assert document["auteur"] == "jaarschijf"


def test_a_draft_that_cannot_be_compared_is_made_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def weigert(*_: object, **__: object) -> bytes:
        raise InvoerError("De twee versies kunnen niet worden vergeleken.")

    monkeypatch.setattr(FakeTekstverwerker, "redline", weigert)
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    uitkomst = compose_concept(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.gedaan
    assert uitkomst.melding.endswith(
        "er is geen document met wijzigingen. De twee versies kunnen niet worden vergeleken."
    )
    assert _versies(opstelling) == ["0.1", "0.2"]


def test_without_a_change_the_same_version_is_written_out_once_more() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ervoor = opstelling.stand()
    opstelling.uitgifte.bestanden.clear()

    uitkomst = compose_concept(opstelling.toolkit, CODE, JAAR)

    assert not uitkomst.gedaan
    assert "niets veranderd sinds concept 0.1" in uitkomst.melding
    assert opstelling.stand() == ervoor


def test_a_correction_gives_version_0_2_with_another_code() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    oud = geldende_code(opstelling)
    stuur_bieding(opstelling, "domesta", een_correctie())

    compose_concept(opstelling.toolkit, CODE, JAAR)

    assert _versies(opstelling) == ["0.1", "0.2"]
    assert geldende_code(opstelling) != oud


def test_a_correction_that_is_taken_back_gives_the_first_code_again() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    oud = geldende_code(opstelling)
    for antwoorden in (een_correctie(), None):
        stuur_bieding(opstelling, "domesta", antwoorden)
        compose_concept(opstelling.toolkit, CODE, JAAR)

    assert _versies(opstelling) == ["0.1", "0.2", "0.3"]
    assert geldende_code(opstelling) == oud


@pytest.mark.parametrize("maker", ["jaarschijf", "brief"])
def test_a_document_that_cannot_be_made_leaves_no_version(
    monkeypatch: pytest.MonkeyPatch, maker: str
) -> None:
    opstelling = in_fase(Fase.CONCEPT)
    dossiers = opstelling.stand()["dossiers"]
    monkeypatch.setattr(FakeTekstverwerker, maker, lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        compose_concept(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand()["dossiers"] == dossiers
    assert opstelling.uitgifte.bestanden == {}
    assert opstelling.store.leases == {}


def test_a_folder_that_cannot_be_written_keeps_the_version_for_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = in_fase(Fase.CONCEPT)
    with monkeypatch.context() as even:
        even.setattr(FakeUitgifte, "write", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            compose_concept(opstelling.toolkit, CODE, JAAR)

    compose_concept(opstelling.toolkit, CODE, JAAR)

    assert _versies(opstelling) == ["0.1"]
    assert len(opstelling.uitgifte.bestanden) == 1 + 2 * len(PARTIJCODES)


@pytest.mark.parametrize("reden", ["", " "])
def test_a_draft_before_the_biedingen_are_closed_is_refused(reden: str) -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    with pytest.raises(FaseError, match="nog niet gesloten") as fout:
        compose_concept(opstelling.toolkit, CODE, JAAR, reden=reden)

    assert f"cyclus fase {CODE} {JAAR} sluiting" in fout.value.advies
    assert _versies(opstelling) == []


def test_an_early_draft_is_made_with_a_reason_that_is_kept() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))

    compose_concept(opstelling.toolkit, CODE, JAAR, reden="Voor de raad van 1 oktober.")

    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        feiten = [(soort, tekst) for soort, _, tekst in tx.feiten(cyclus)]
    assert feiten == [(VERVROEGD, "Voor de raad van 1 oktober.")]
    assert cyclus.fase is Fase.BIEDINGEN


def test_after_adoption_a_change_is_refused_and_no_change_is_fine() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    ga_naar(opstelling, Fase.VASTGESTELD)

    with pytest.raises(FaseError, match="al vastgesteld") as fout:
        compose_concept(opstelling.toolkit, CODE, JAAR)

    assert "aanvulling" in fout.value.advies
    assert _versies(opstelling) == ["0.1"]


def test_the_pdf_is_for_the_adopted_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakePdf, "convert", lambda *_: 1 / 0)

    assert _versies(in_fase(Fase.OVERLEG)) == ["0.1"]
