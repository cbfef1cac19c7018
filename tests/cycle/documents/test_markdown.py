"""Markdown to Word: what it sets, and that it refuses the rest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from cycle.domain.errors import InvoerError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(tekst: str, stijl: str = "Normal", kop: int = 0) -> list[etree._Element]:
    xml = to_word(tekst, Bijproduct(), stijl=stijl, kop=kop)
    return list(etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{xml}</w:body>'))


def words(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def value(paragraph: etree._Element, path: str) -> str | None:
    found = paragraph.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def test_paragraphs_take_the_style_that_was_asked() -> None:
    een, twee = paragraphs("Een\nregel.\n\nTwee.", stijl="Ambitie")

    assert (words(een), words(twee)) == ("Een regel.", "Twee.")
    assert value(een, "pPr/pStyle") == value(twee, "pPr/pStyle") == "Ambitie"


def test_strong_and_emphasis_mark_their_own_runs_only() -> None:
    (alinea,) = paragraphs("a **b *c*** d")

    runs = [
        (words(run), run.find(f".//{W}b") is not None, run.find(f".//{W}i") is not None)
        for run in alinea.iter(f"{W}r")
    ]
    assert runs == [
        ("a ", False, False),
        ("b ", True, False),
        ("c", True, True),
        (" d", False, False),
    ]


def test_each_ordered_list_restarts_and_nested_lists_go_a_level_deeper() -> None:
    tekst = "1. een\n   - diep\n2. twee\n\nTussen.\n\n5. vijf\n"
    bijproduct = Bijproduct()

    xml = str(to_word(tekst, bijproduct))

    assert re.findall(r'ilvl w:val="(\d)"/><w:numId w:val="(\d+)"', xml) == [
        ("0", "1001"),
        ("1", "1"),
        ("0", "1001"),
        ("0", "1002"),
    ]
    assert bijproduct.numbers == [1, 5]


def test_second_paragraph_of_an_item_has_indent_and_no_number() -> None:
    _, tweede = paragraphs("- een\n\n  vervolg")

    assert words(tweede) == "vervolg"
    assert value(tweede, "pPr/numPr/numId") == "0"


def test_paragraph_before_a_list_stays_on_its_page_and_the_list_ends_with_room() -> None:
    kop, een, twee, slot = paragraphs("Dit doen we:\n\n- een\n- twee\n\nSlot.")

    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in (kop, een, slot)]
    assert kept == [True, False, False]
    assert een.find(f"{W}pPr/{W}spacing") is None
    assert twee.find(f"{W}pPr/{W}spacing").get(f"{W}after") == "120"


def test_item_without_text_keeps_its_bullet() -> None:
    assert [value(p, "pPr/numPr/numId") for p in paragraphs("- een\n-\n- drie")] == ["1", "1", "1"]


@pytest.mark.parametrize(
    ("tekst", "gedrukt"),
    [
        ("[hier](https://a.example)", "hier (https://a.example)"),
        ("<https://a.example>", "https://a.example"),
        ("[mail](mailto:x@a.example)", "mail (x@a.example)"),
        ("<x@a.example>", "x@a.example"),
        ("een <DAEB> & meer", "een <DAEB> & meer"),
    ],
)
def test_links_become_text_and_html_stays_text(tekst: str, gedrukt: str) -> None:
    (alinea,) = paragraphs(tekst)

    assert words(alinea) == gedrukt


def test_hard_break_stays_a_break() -> None:
    (alinea,) = paragraphs("een\\\ntwee")

    assert [run[0].tag for run in alinea.iter(f"{W}r")] == [f"{W}t", f"{W}br", f"{W}t"]


def test_headings_begin_at_the_asked_level_and_skip_none() -> None:
    koppen = paragraphs("## Een\n\n### Twee", kop=2)

    assert [value(p, "pPr/pStyle") for p in koppen] == ["Heading2", "Heading3"]


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("![a](https://a.example/b.png)", "een afbeelding"),
        ("a `b`", "code tussen"),
        ("```\na\n```", "een blok code"),
        ("    a", "een blok code"),
        ("> a", "een citaat"),
        ("a\n\n---", "een scheidingslijn"),
        ("| a |\n|---|\n| b |", "een tabel"),
        ("~~a~~", "doorgehaalde tekst"),
        ("# a", "een kop"),
        ("- a\n  - b\n    - c\n      - d", "meer dan drie niveaus"),
        ("[a](http://a.example)", "een link naar 'http://a.example'"),
    ],
)
def test_everything_else_is_refused_by_kind(tekst: str, soort: str) -> None:
    with pytest.raises(InvoerError, match=re.escape(soort)):
        paragraphs(tekst)


def test_refusal_names_line_and_beginning_of_the_text() -> None:
    with pytest.raises(InvoerError) as fout:
        paragraphs("De eerste alinea.\n\n> Een citaat.")

    assert fout.value.plek == "regel 3 van de tekst “De eerste alinea. > Een citaat.…”"


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "Po", "Sc"])))
def test_any_text_is_set_whole_or_refused(tekst: str) -> None:
    try:
        alineas = paragraphs(tekst)
    except InvoerError:
        return

    letters = [c for c in tekst if c.isalnum()]
    gezet = [c for p in alineas for c in words(p) if c.isalnum()]
    assert [c for c in letters if c.isalpha()] == [c for c in gezet if c.isalpha()]
