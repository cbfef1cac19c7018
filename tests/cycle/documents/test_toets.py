"""The report of a check: one page with what deviates, then everything, in Word and in PDF."""

import io
from dataclasses import replace
from decimal import Decimal

import docx
import pendulum
import pypdfium2
import pytest

from cycle.documents.pdf.ingebouwd import RdocxPdf
from cycle.documents.word import WordDocumenten
from cycle.domain.cyclus import Concept
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment, Voortgang
from cycle.domain.toetsstand import build_toetsstand
from cycle.domain.toetsview import ToetsView
from cycle.domain.toetsweergave import build_toetsview
from tests.builders import (
    JAAR,
    ROOT,
    een_lichtkeuze,
    een_samenwerking,
    een_standmelding,
    een_standregel,
)
from tests.cycle.forms.toetsbouw import BOUWEN, TOEZEGGING

WORD = WordDocumenten(ROOT / "templates")
DAG = pendulum.date(JAAR, 4, 2)
CONCEPT = Concept("1.0", "3F9A-2C1B-77D0", "0" * 64, DAG)
LANG = "De aannemer is failliet en de nieuwe begint pas na de zomer, zegt hij. " * 20


def _view(aantal: int, voorbeeld: str = "Dit zijn voorbeeldcijfers.") -> ToetsView:
    """Return a report in which so many afspraken are late, each with a long explanation."""
    samenwerking: Samenwerking = een_samenwerking(voorbeeld=voorbeeld)
    vragen = tuple(
        replace(
            BOUWEN,
            regelcode=f"A{nummer:02d}-NB_DAEB",
            nummer=nummer,
            titel=f"Wij bouwen en verbouwen samen met bewoners van wijk {nummer} en de dorpen",
            doel=Decimal(1250),
        )
        for nummer in range(1, aantal + 1)
    )
    regels = tuple(
        een_standregel(v.regelcode, "3", voortgang=Voortgang.VERTRAAGD, toelichting=LANG)
        for v in vragen
    )
    melding = een_standmelding(*regels, een_standregel(TOEZEGGING.regelcode))
    stand = build_toetsstand(
        Toetsmoment.APRIL, JAAR, (*vragen, TOEZEGGING), (melding,), (een_lichtkeuze(),)
    )
    return build_toetsview(samenwerking, stand, CONCEPT, overleg=DAG, op=DAG)


def _paginas(docx_bytes: bytes) -> list[str]:
    """Return the text of each page of the PDF."""
    pdf = RdocxPdf().convert(docx_bytes)
    return [pagina.get_textpage().get_text_bounded() for pagina in pypdfium2.PdfDocument(pdf)]


def _sides(woord: str, docx_bytes: bytes) -> tuple[float, float]:
    """Return where `woord` begins and ends on the line, in points from the left."""
    for pagina in pypdfium2.PdfDocument(RdocxPdf().convert(docx_bytes)):
        tekst = pagina.get_textpage()
        if gevonden := tekst.search(woord).get_next():
            begin, lengte = gevonden
            return tekst.get_charbox(begin)[0], tekst.get_charbox(begin + lengte - 1)[2]
    raise AssertionError(woord)


@pytest.mark.parametrize("aantal", [1, 12, 40])
def test_what_deviates_stands_on_the_first_page_and_only_there_or_after_it(aantal: int) -> None:
    view = _view(aantal)

    eerste, tweede, *_ = _paginas(WORD.toets(view))

    assert len(view.punten) + len(view.meer_punten) == aantal - 1  # one light was chosen
    assert "Stand van zaken april" in eerste
    volgende = "Meer om over te spreken" if view.meer_punten else "Alle afspraken per thema"
    assert volgende in tweede
    assert volgende not in eerste
    assert bool(view.meer) == bool(view.meer_punten)


def test_the_longest_words_fit_in_their_columns() -> None:
    view = _view(1)
    thema = view.themas[0]
    lang = replace(
        thema.regels[0],
        partij="Huurdersvereniging Noord",
        onderwerp="Wijkuitvoeringsplannen",
        nodig="hoogstens 0 huishoudens",
    )

    verslag = WORD.toets(replace(view, themas=(replace(thema, regels=(lang,)),)))

    assert _sides("Huurdersvereniging", verslag)[1] < _sides("Wijkuitvoeringsplannen", verslag)[0]
    assert _sides("Wijkuitvoeringsplannen", verslag)[1] < _sides("hoogstens 0", verslag)[0]


def test_every_figure_stands_in_the_annex_with_its_cell() -> None:
    inhoud = docx.Document(io.BytesIO(WORD.toets(_view(2))))

    bijlage = [[c.text for c in rij.cells] for rij in inhoud.tables[-1].rows]

    assert bijlage[1] == [
        "1", "Domesta", "Naam van NB_DAEB: bereikt", "3 woningen", "stand.xlsx, Stand!K5",
        "domesta-1",
    ]  # fmt: skip


def test_a_light_is_a_symbol_with_a_word_and_a_chosen_one_says_so() -> None:
    inhoud = docx.Document(io.BytesIO(WORD.toets(_view(3))))
    tekst = "\n".join(c.text for t in inhoud.tables for rij in t.rows for c in rij.cells)

    assert "▲ let op" in tekst
    assert "● op koers" in tekst
    assert "Toezeggingen en eigen voorstellen" in "\n".join(p.text for p in inhoud.paragraphs)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert WORD.toets(_view(2)) == WORD.toets(_view(2))


def test_example_figures_are_marked_on_every_page() -> None:
    inhoud = docx.Document(io.BytesIO(WORD.toets(_view(1))))
    echt = docx.Document(io.BytesIO(WORD.toets(_view(1, voorbeeld=""))))

    assert "voorbeeldcijfers" in inhoud.sections[0].footer.paragraphs[0].text
    assert "voorbeeldcijfers" not in echt.sections[0].footer.paragraphs[0].text
