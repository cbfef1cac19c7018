"""The page of a thema: the picture with its words, and the same figures in a table."""

import pytest
from lxml import html

from cycle.notify.themapagina import HtmlThemapagina
from tests.builders import ROOT, een_regel, een_themabeeld

BEELD = een_themabeeld(een_regel(), een_regel(realisatie=None))


@pytest.fixture(scope="module")
def pagina() -> html.HtmlElement:
    return html.fromstring(
        HtmlThemapagina(ROOT / "templates").write(BEELD, "Dit is een voorbeeld.")
    )


def test_picture_has_words_and_points_at_the_svg(pagina: html.HtmlElement) -> None:
    (beeld,) = pagina.iter("img")

    assert beeld.get("src") == "thema-1-bouwen.svg"
    assert beeld.get("alt") == BEELD.beschrijving


def test_table_has_the_figures_under_headings(pagina: html.HtmlElement) -> None:
    rijen = [[cel.text_content() for cel in rij.iter("td", "th")] for rij in pagina.iter("tr")]

    assert rijen[0] == ["Partij", "Doel", "Gerealiseerd", "Bod", "Rest na bod"]
    assert [rij for rij in rijen[1:] if len(rij) > 1] == [
        [b.partij, b.doel_tekst, b.realisatie_tekst, b.bod_tekst, b.rest_tekst]
        for b in BEELD.balken
    ]
    koppen = [rij[0] for rij in rijen if len(rij) == 1]
    assert koppen == list(dict.fromkeys(b.onderwerp for b in BEELD.balken))


def test_page_is_dutch_and_says_that_figures_are_an_example(pagina: html.HtmlElement) -> None:
    assert pagina.get("lang") == "nl"
    assert "Dit is een voorbeeld." in pagina.text_content()
    assert b"Let op." not in HtmlThemapagina(ROOT / "templates").write(BEELD, "")
