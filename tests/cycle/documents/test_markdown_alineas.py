"""Alineas: what the domain says that a paragraph reads like is what comes back from Word."""

from hypothesis import given, settings

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from cycle.documents.review import read_review
from cycle.domain.errors import InvoerError
from cycle.domain.opmaak import shown_alineas
from tests.cycle.documents.docxbouw import een_document
from tests.cycle.domain.opmaakbouw import rijke_teksten

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ERBIJ = '<w:ins w:id="1" w:author="lezer"><w:r><w:t>erbij</w:t></w:r></w:ins></w:p>'


def gezet(tekst: str) -> str:
    """Return a text as Word blocks."""
    return str(to_word(tekst, Bijproduct(beelden={"kaart.png": PIXEL}), kop=1))


def teruggelezen(xml: str) -> tuple[str, ...]:
    """Return what the reader of returned documents sees in each paragraph."""
    gewijzigd = een_document(xml.replace("</w:p>", ERBIJ))
    return tuple(wijziging.alinea for wijziging in read_review(gewijzigd))


def woorden(alineas: tuple[str, ...]) -> list[str]:
    """Return the paragraphs that have words: lines, pictures and room beside tables have none."""
    return [alinea for alinea in alineas if alinea]


def test_every_construct_reads_as_it_is_shown() -> None:
    tekst = (
        "# Kop *een* {#kop}\n\nRegel\nvervolg\\\nna **vet** en\u00a0[een *link*](#kop)[^a] "
        "&amp; 1\\*2\ten <https://a.example>^[kort] `c  d`\n\n"
        "- punt\n  - dieper\n\n  tweede\n\n> citaat\n\nTerm\n: uitleg\n\n"
        "| a \\| b | |\n|---|---|\n| **c** | d |\n\n[^a]: noot\n"
    )

    assert shown_alineas(tekst) == (
        "Kop een",
        "Regel vervolg\nna vet en\u00a0een link & 1*2\ten https://a.example c  d",
        *("punt", "dieper", "tweede", "citaat", "Term", "uitleg", "a | b", "", "c", "d"),
    )
    assert woorden(teruggelezen(gezet(tekst))) == woorden(shown_alineas(tekst))


def test_picture_is_a_paragraph_without_words() -> None:
    assert shown_alineas("a\n\n![b](kaart.png)\n\nc") == ("a", "", "c")


@settings(max_examples=150, deadline=None)
@given(rijke_teksten)
def test_any_text_reads_as_it_is_shown(tekst: str) -> None:
    try:
        xml = gezet(tekst)
    except InvoerError:
        return  # a text that is refused never comes back

    assert woorden(teruggelezen(xml)) == woorden(shown_alineas(tekst))
