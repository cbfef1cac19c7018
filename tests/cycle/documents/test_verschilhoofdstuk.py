"""The chapter with changes: there when there is an earlier version, gone when there is none."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pendulum
import pytest

from cycle.documents import WordDocumenten
from cycle.documents.redline import redline
from cycle.domain.verschil import compare_views
from cycle.domain.verschilview import VerschilView
from cycle.domain.view import JaarschijfView
from tests.cycle.documents.builders import een_view

TEMPLATES = Path(__file__).parents[3] / "templates"
KOP = "Wat is er veranderd sinds versie 0.1?"


@pytest.fixture(scope="module")
def word() -> WordDocumenten:
    return WordDocumenten(TEMPLATES)


def tweede_versie() -> JaarschijfView:
    """Return a second draft with another title, another figure and another introduction."""
    eerste = een_view()
    thema = eerste.themas[0]
    afspraak = thema.afspraken[0]
    cijfers = (replace(afspraak.cijfers[0], bod="75"), *afspraak.cijfers[1:])
    nieuw = replace(afspraak, titel="De voorraad groeit", cijfers=cijfers)
    view = replace(
        eerste,
        versie="0.2",
        inleiding="Een andere inleiding.",
        themas=(replace(thema, afspraken=(nieuw, *thema.afspraken[1:])), *eerste.themas[1:]),
    )
    return replace(view, verschil=compare_views(eerste, view, "versie 0.1"))


def alineas(inhoud: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(inhoud)).paragraphs]


def test_a_first_version_has_no_chapter_with_changes(word: WordDocumenten) -> None:
    assert not [p for p in alineas(word.jaarschijf(een_view())) if "veranderd sinds" in p]


def test_chapter_names_sentences_and_figures_in_a_table(word: WordDocumenten) -> None:
    inhoud = word.jaarschijf(tweede_versie())

    tekst = alineas(inhoud)
    rijen = [
        [c.text for c in rij.cells]
        for tabel in docx.Document(io.BytesIO(inhoud)).tables
        for rij in tabel.rows
    ]
    assert KOP in tekst
    assert [p for p in tekst if p.startswith("De titel is gewijzigd van ‘De voorraad")]
    assert "De inleiding is gewijzigd." in tekst
    assert ["Afspraak 1", "Samen", "Netto toevoeging (woningen): bod", "70", "75"] in rijen


def test_chapter_stands_in_the_contents_and_before_the_introduction(word: WordDocumenten) -> None:
    document = docx.Document(io.BytesIO(word.jaarschijf(tweede_versie())))

    koppen = [p.text for p in document.paragraphs if p.style.style_id == "Heading1"]
    inhoud = [p.text for p in document.paragraphs if p.style.style_id == "TOC1"]
    assert koppen[:2] == [KOP, "Inleiding"]
    assert inhoud[0].startswith(KOP)


def test_a_version_in_which_nothing_changed_says_so(word: WordDocumenten) -> None:
    leeg = replace(een_view(), verschil=VerschilView("versie 0.1", (), (), ()))

    assert "De afspraken en de cijfers zijn gelijk gebleven." in alineas(word.jaarschijf(leeg))


def test_redline_between_two_drafts_shows_the_new_chapter_as_added(word: WordDocumenten) -> None:
    oud, nieuw = word.jaarschijf(een_view()), word.jaarschijf(tweede_versie())
    dag = pendulum.date(2026, 11, 3)

    rood = word.redline(oud, nieuw, auteur="jaarschijf", op=dag)

    assert rood == redline(oud, nieuw, author="jaarschijf", when=dag)
    kop = next(
        p
        for p in docx.Document(io.BytesIO(rood)).element.body.xpath(
            "//w:p[w:pPr/w:pStyle[@w:val='Heading1']]"
        )
    )
    assert kop.xpath("./w:pPr/w:rPr/w:ins")
    assert "".join(kop.xpath(".//w:ins//w:t/text()")) == KOP
