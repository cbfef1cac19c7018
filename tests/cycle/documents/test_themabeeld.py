"""The picture of a thema in Word: with its words, and with the same figures right below it."""

import io
from collections.abc import Iterator
from dataclasses import asdict, replace
from decimal import Decimal

import docx
import pendulum
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from cycle.documents import WordDocumenten
from cycle.documents.package import DOCUMENT, read_parts
from cycle.documents.template import CompiledTemplate
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar
from cycle.domain.reactie import Wijziging
from cycle.domain.themabeeld import Themabeeld
from cycle.domain.uitgave import edition_for
from cycle.domain.versieweergave import add_themabeelden
from cycle.tekening import BalkTekenaar
from tests.builders import ROOT, een_regel, een_themabeeld
from tests.cycle.documents.builders import BEELD, een_lege_view, een_view
from tests.cycle.documents.docxlezen import los_op
from tests.cycle.documents.reacties import Lezer
from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p

WORD = WordDocumenten(ROOT / "templates")
DAG = pendulum.date(2023, 11, 1)


def een_concept(beeld: Themabeeld) -> bytes:
    """Return a draft in which this is the picture of the first thema."""
    return WORD.jaarschijf(add_themabeelden(een_view(), {beeld: BalkTekenaar().png(beeld)}))


def afbeeldingen(inhoud: bytes) -> Iterator[tuple[str, Table]]:
    """Yield the words of each picture and the table below it."""
    document = docx.Document(io.BytesIO(inhoud))
    blokken = list(document.iter_inner_content())
    for plek, blok in enumerate(blokken):
        if isinstance(blok, Paragraph):
            for tekening in blok._p.iter(qn("wp:docPr")):
                onder = next(b for b in blokken[plek:] if isinstance(b, Table))
                yield tekening.get("descr"), onder


def test_picture_has_words_and_the_same_figures_right_below_it() -> None:
    ((woorden, tabel),) = afbeeldingen(WORD.jaarschijf(een_view()))

    rijen = [[cel.text for cel in rij.cells] for rij in tabel.rows]
    assert woorden == BEELD.beschrijving
    assert woorden.endswith("De cijfers staan in de tabel hieronder.")
    assert rijen[0] == ["Partij", "Doel", "Gerealiseerd", "Bod", "Rest na bod"]
    assert [rij for rij in rijen[1:] if rij[0] != rij[1]] == [
        [b.partij, b.doel_tekst, b.realisatie_tekst, b.bod_tekst, b.rest_tekst]
        for b in BEELD.balken
    ]
    assert {rij[0] for rij in rijen if rij[0] == rij[1]} == {b.onderwerp for b in BEELD.balken}


def test_picture_in_the_file_is_the_one_that_was_drawn() -> None:
    delen = read_parts(WORD.jaarschijf(een_view()), "")

    (beeld,) = [inhoud for naam, inhoud in delen.items() if naam.startswith("word/media/")]
    assert beeld == BalkTekenaar().png(BEELD)


def test_thema_without_figures_has_no_picture_and_no_table() -> None:
    delen = read_parts(WORD.jaarschijf(een_lege_view()), "")

    assert b"Rest na bod" not in delen[DOCUMENT]
    assert not [naam for naam in delen if naam.startswith("word/media/")]


def test_own_edition_has_the_same_picture_and_marks_the_own_rows() -> None:
    eigen = WORD.jaarschijf(edition_for(een_view(), "Domesta", "1 december 2023"))

    ((woorden, tabel),) = afbeeldingen(eigen)

    assert woorden == BEELD.beschrijving
    assert "Domesta (u)" in [rij.cells[0].text for rij in tabel.rows]
    assert read_parts(eigen, "")[next(iter(_media(eigen)))] == BalkTekenaar().png(BEELD)


def _media(inhoud: bytes) -> list[str]:
    return [naam for naam in read_parts(inhoud, "") if naam.startswith("word/media/")]


def test_changed_figures_come_with_both_pictures_and_lead_back_to_each() -> None:
    ander = een_themabeeld(een_regel(bod=Decimal(45)))
    oud, nieuw = een_concept(BEELD), een_concept(ander)

    verschil = WORD.redline(oud, nieuw, auteur="jaarschijf", op=DAG)

    assert len(_media(verschil)) == 2
    for weigeren, beeld in ((False, ander), (True, BEELD)):
        buffer = io.BytesIO()
        los_op(verschil, weigeren=weigeren).save(buffer)
        ((woorden, _),) = afbeeldingen(buffer.getvalue())
        assert woorden == beeld.beschrijving


def test_draft_with_pictures_comes_back_with_only_what_the_reader_changed() -> None:
    concept = een_concept(BEELD)
    lezer = Lezer(concept)
    lezer.vervang(lezer.alinea_met(lezer.kop(1), "De corporaties"), "samen", "altijd")

    terug = WORD.reacties(lezer.bewaar(), "terug.docx")

    assert WORD.reacties(concept, "terug.docx").reacties == ()
    (reactie,) = terug.reacties
    assert isinstance(reactie, Wijziging)
    assert (reactie.oud, reactie.nieuw) == ("samen", "altijd")


REGEL = "{{r beeld.naam|afbeelding(beeld.woorden) }}"


def test_own_template_may_place_a_picture_that_came_along() -> None:
    view = asdict(een_view())
    sjabloon = CompiledTemplate(
        maak_sjabloon(p("{{r themas[0].themabeelden[0].afbeelding|afbeelding('Een staaf') }}")),
        "eigen.docx",
    )

    delen = read_parts(sjabloon.render(view), "")

    assert b'descr="Een staaf"' in delen[DOCUMENT]


@pytest.mark.parametrize("woorden", ["", "  "])
def test_picture_without_words_is_refused(woorden: str) -> None:
    sjabloon = CompiledTemplate(maak_sjabloon(p(REGEL)), "eigen.docx")

    with pytest.raises(SjabloonOnbruikbaar, match="geen tekst voor mensen"):
        sjabloon.render({"beeld": {"naam": "a.png", "woorden": woorden}})


def test_picture_that_did_not_come_along_is_refused_by_name() -> None:
    sjabloon = CompiledTemplate(maak_sjabloon(p(REGEL)), "eigen.docx")

    with pytest.raises(InvoerError, match=r"De afbeelding 'a\.png' is er niet"):
        sjabloon.render({"beeld": {"naam": "a.png", "woorden": "Een staaf"}})


def test_pictures_change_no_content_code() -> None:
    kaal = replace(een_view(), tekeningen={})

    assert add_themabeelden(kaal, {}).code == een_view().code
