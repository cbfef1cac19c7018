"""The HTML of a mail says exactly what its text says, with lists and links."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.notify.mailopmaak import render_html

BRIEF = """\
Geachte secretaris van SHDH,

Hoogeveen, jaarschijf 2024
==========================

1. Uw bieding voor 2024
   De laatste dag is dinsdag 10 oktober 2023.

2. Het besluit van uw bestuur

Vragen? Mail wonen@dorp.example.
Of kijk op https://dorp.example/wonen?a=1&b=2.
"""


class Lezer(HTMLParser):
    """Collects the words and the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.woorden: list[str] = []
        self.tags: list[str] = []
        self.doelen: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.doelen += [waarde for naam, waarde in attrs if naam == "href"]

    def handle_data(self, data: str) -> None:
        self.woorden += data.split()


def lees(tekst: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(render_html(tekst))
    return lezer


def test_a_letter_becomes_a_heading_a_list_and_paragraphs() -> None:
    assert render_html(BRIEF) == (
        "<p>Geachte secretaris van SHDH,</p>\n"
        "<h2>Hoogeveen, jaarschijf 2024</h2>\n"
        "<ol>\n"
        "<li><strong>Uw bieding voor 2024</strong><br>\n"
        "De laatste dag is dinsdag 10 oktober 2023.</li>\n"
        "<li>Het besluit van uw bestuur</li>\n"
        "</ol>\n"
        '<p>Vragen? Mail <a href="mailto:wonen@dorp.example">wonen@dorp.example</a>.<br>\n'
        'Of kijk op <a href="https://dorp.example/wonen?a=1&amp;b=2">'
        "https://dorp.example/wonen?a=1&amp;b=2</a>.</p>"
    )


def test_links_lead_where_their_words_say() -> None:
    assert lees(BRIEF).doelen == ["mailto:wonen@dorp.example", "https://dorp.example/wonen?a=1&b=2"]


@pytest.mark.parametrize(
    ("tekst", "tags"),
    [
        ("Dit kunt u doen:\n1. Lees.\n2. Schrijf.", ["p", "ol", "li", "li"]),
        ("- een\n- twee\n\nklaar", ["ul", "li", "li", "p"]),
        ("- een\n\n1. twee", ["ul", "li", "ol", "li"]),
        ("2026. Dat is een jaar.", ["p"]),
        ("een\ntwee", ["p", "br"]),
        ("Kop\n===\nregel", ["h2", "p"]),
        ("", []),
    ],
)
def test_lines_and_lists_are_seen(tekst: str, tags: list[str]) -> None:
    assert lees(tekst).tags == tags


def test_a_list_that_begins_later_keeps_its_numbers() -> None:
    assert '<ol start="3">' in render_html("3. drie\n4. vier")


def test_what_looks_like_markup_stays_text() -> None:
    html = render_html('<script>alert("x")</script> & javascript:alert(1)')

    assert lees(html).tags == ["p"]
    assert "<script>" not in html


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\x85")
        | st.sampled_from("\n\n -=1.@<>&"),
        max_size=200,
    )
)
def test_whatever_the_text_its_html_has_the_same_words(tekst: str) -> None:
    assert "".join(lees(tekst).woorden).replace(" ", "") == "".join(_zonder_tekens(tekst))


def _zonder_tekens(tekst: str) -> list[str]:
    """Return the words that a reader of the HTML should see."""
    uit: list[str] = []
    for alinea in re.split(r"\n[ \t]*\n", tekst.strip("\n")):
        regels = [regel for regel in alinea.split("\n") if regel.strip()]
        if len(regels) > 1 and re.fullmatch("=+", regels[1].strip()):
            uit += regels.pop(0).split()
            regels.pop(0)
        uit += [woord for r in regels for woord in re.sub(r"^(?:-|[0-9]{1,3}\.) +", "", r).split()]
    return uit
