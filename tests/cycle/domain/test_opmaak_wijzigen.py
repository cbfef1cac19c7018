"""Wijzigen: words changed in Word come into the Markdown, and nothing else moves."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cycle.domain.opmaak import (
    Woordwijziging,
    add_alinea,
    change_alinea,
    read_opmaak,
    remove_alinea,
    shown_alineas,
)
from tests.builders import echte_bibliotheek
from tests.cycle.domain.opmaakbouw import (
    rijke_teksten,
    vlakke_teksten,
    vlakke_woorden,
    woorden,
)


def wijzig(tekst: str, oud: str, nieuw: str) -> str | None:
    """Return the text with the first `oud` changed, in the only paragraph that has it."""
    (alinea,) = (alinea for alinea in shown_alineas(tekst) if oud in alinea)
    return change_alinea(tekst, alinea, [Woordwijziging(alinea.index(oud), oud, nieuw)])


@pytest.mark.parametrize(
    ("tekst", "oud", "nieuw", "resultaat"),
    [
        # marks and links stay around a word
        ("De **huur** is laag.", "huur", "prijs", "De **prijs** is laag."),
        ("De **huur** is laag.", "huur", "huurprijs", "De **huurprijs** is laag."),
        ("De **huur** is laag.", "huur ", "", "De is laag."),
        ("De **huur nu** is laag.", " nu", "", "De **huur** is laag."),
        ("De **huur nu** is laag.", "nu", "", "De **huur**  is laag."),
        ("De **huur nu** is laag.", "huur", "", "De  **nu** is laag."),
        ("***een*** twee", "een", "drie", "***drie*** twee"),
        ("~~een~~ `twee drie`", "twee", "vier", "~~een~~ `vier drie`"),
        ("Zie [de *site*](#kop 'x').", "site", "kop", "Zie [de *kop*](#kop 'x')."),
        (
            "[site][s]\n\n[s]: https://a.example",
            "site",
            "kop",
            "[kop][s]\n\n[s]: https://a.example",
        ),
        ("[site]\n\n[site]: https://a.example", "site", "kop", None),
        ("Zie [de site](#kop).", "de site", "", None),
        ("Zie <https://a.example>.", "https://a.example", "de site", None),
        ("Zie <https://a.example>.", "Zie", "Kijk op", "Kijk op <https://a.example>."),
        # signs that mean something
        ("A &amp; B", "&", "en", "A en B"),
        ("10&nbsp;m2 **nu**", "10", "20", "20&nbsp;m2 **nu**"),
        ("1\\*2 is 2", "1*2", "2*2", "2\\*2 is 2"),
        ("a b", "b", "*b*", "a \\*b\\*"),
        ("a b", "b", "_ b", "a _ b"),
        ("a b", "b", "<https://c.example>", "a \\<https://c.example\\>"),
        ("a b", "b", "[x](#y)", None),
        ("a b", "b", "&amp;", "a \\&amp;"),
        ("in 2024. Daarna", "in ", "", "2024\\. Daarna"),
        ("zo - ja", "zo ", "", "\\- ja"),
        ("a", "a", "# a", "\\# a"),
        # lines
        ("een\\\ntwee", "twee", "drie", "een\\\ndrie"),
        ("een  \ntwee", "twee", "drie", "een  \ndrie"),
        ("een\ntwee\ndrie", "twee", "", "een  drie"),
        ("een\ntwee", "een twee", "een vier", "een\nvier"),
        ("een twee", "twee", "\n- twee", "een \\\n\\- twee"),
        ("- een twee", "twee", "\ntwee", "- een \\\n  twee"),
        # constructs
        ("1. een\n2. twee\n   - drie vier\n", "vier", "vijf", "1. een\n2. twee\n   - drie vijf\n"),
        ("- a\n\n  b c\n  d", "c", "x", "- a\n\n  b x\n  d"),
        ("> a\n> b\n>\n> c", "b", "x", "> a\n> x\n>\n> c"),
        ("> a\n  b", "b", "x", "> a\n  x"),
        ("Term\n\n: Uitleg\n  hier", "hier", "daar", "Term\n\n: Uitleg\n  daar"),
        ("Term\n: Uitleg", "Term", "Woord", "Woord\n: Uitleg"),
        ("|a|b|\n|-|-|\n|1 \\| 2| **c** |", "2", "|", "|a|b|\n|-|-|\n|1 \\| \\|| **c** |"),
        ("|a|\n|-|\n| **c** |", "c", "d | e", "|a|\n|-|\n| **d \\| e** |"),
        ("## Kop een {#kop}\n\nx", "een", "twee", "## Kop twee {#kop}\n\nx"),
        ("# Kop #\n", "Kop", "Top", "# Top #\n"),
        ("Kop\n===\n\nx", "Kop", "Top", "Top\n===\n\nx"),
        ("\tx\n\n- a\n\tb c", "c", "d", "\tx\n\n- a\n\tb d"),
        ("a b\r\n\r\n- c\r\n", "b", "x", "a x\r\n\r\n- c\r\n"),
        # a note stays with the words before it
        ("a[^x] b\n\n[^x]: n", "a b", "c d", "c d[^x]\n\n[^x]: n"),
        ("a[^x] b^[n *o*].", "b", "c", "a[^x] c^[n *o*]."),
    ],
)
def test_words_change_and_what_is_around_them_stays(
    tekst: str, oud: str, nieuw: str, resultaat: str | None
) -> None:
    assert wijzig(tekst, oud, nieuw) == resultaat


def test_changes_of_one_paragraph_are_applied_together() -> None:
    wijzigingen = [
        Woordwijziging(8, "c", "d"),
        Woordwijziging(0, "", "Nu "),
        Woordwijziging(0, "", "al "),
        Woordwijziging(2, "**b**", "x"),
    ]

    assert change_alinea("a \\*\\*b\\*\\* c", "a **b** c", wijzigingen) == "Nu al a x d"


@pytest.mark.parametrize(
    "wijzigingen",
    [
        [Woordwijziging(1, "een", "x")],
        [Woordwijziging(99, "", "x")],
        [Woordwijziging(0, "een ", "x"), Woordwijziging(2, "n twee", "y")],
        [Woordwijziging(0, "een twee", "")],
    ],
)
def test_changes_that_do_not_fit_are_refused(wijzigingen: list[Woordwijziging]) -> None:
    assert change_alinea("een twee", "een twee", wijzigingen) is None


def test_paragraph_that_is_there_twice_is_refused() -> None:
    tekst = "een\n\n- een"

    assert change_alinea(tekst, "een", [Woordwijziging(0, "een", "x")]) is None
    assert remove_alinea(tekst, "een") is None
    assert add_alinea(tekst, "een", "x") is None


def test_other_blanks_in_word_are_the_same_paragraph() -> None:
    wijziging = Woordwijziging(8, "twee", "drie")

    assert change_alinea("10&nbsp;een **twee**", "10  een twee", [wijziging]) == (
        "10&nbsp;een **drie**"
    )


@pytest.mark.parametrize(
    ("tekst", "alinea", "resultaat"),
    [
        ("a\n\nb\n\nc\n", "b", "a\n\nc\n"),
        ("a\n\nb", "b", "a"),
        ("a\n", "a", ""),
        ("1. a\n2. b\n3. c\n", "b", "1. a\n2. c\n"),
        ("3. a\n4. b\n", "a", "3. b\n"),
        ("1. a\n1. b\n1. c", "b", "1. a\n1. c"),
        ("- a\n- b\n\ntekst", "b", "- a\n\ntekst"),
        ("x:\n\n- a\n\ntekst", "a", "x:\n\ntekst"),
        ("- x\n  - a\n- y", "a", "- x\n- y"),
        ("- a\n\n  b\n- c", "a", "- b\n- c"),
        ("- a\n\n  b\n- c", "b", "- a\n\n- c"),
        ("- a\n  - b", "a", None),
        ("x\n\n> a\n\ny", "a", "x\n\ny"),
        ("> a\n>\n> b\n\nc", "b", "> a\n\nc"),
        ("# k\n\nx", "k", "x"),
        ("# k\n\n## l\n\n### m\n\nx", "l", None),
        ("T\n: a\n: b", "a", "T\n: b"),
        ("T\n: a", "T", None),
        ("T\n: a", "a", None),
        ("| a |\n|---|\n| b |", "b", None),
        ("- a\n\nx\n\n- b", "x", None),
        ("a[^n] [b][s]\n\nc\n\n[^n]: noot\n\n    meer\n\n[s]: https://s.example\n", "a b", "c\n"),
        ("a[^n]\n\nc[^m]\n\n[^n]: n\n[^m]: m", "a", "c[^m]\n\n[^m]: m"),
        ("a^[n]\n\nc^[m]", "a", "c^[m]"),
        ("![a](b.png)\n\nc", "", None),
        ("a", "b", None),
    ],
)
def test_paragraph_goes_with_what_has_nothing_else_inside(
    tekst: str, alinea: str, resultaat: str | None
) -> None:
    assert remove_alinea(tekst, alinea) == resultaat


@pytest.mark.parametrize(
    ("tekst", "na", "nieuw", "resultaat"),
    [
        ("a\n\nb\n", "a", "n", "a\n\nn\n\nb\n"),
        ("a\n\nb\n", "b", "n", "a\n\nb\n\nn\n"),
        ("a\n- b", "a", "n", "a\n\nn\n\n- b"),
        ("- a", "", " n ", "n\n\n- a"),
        ("", "", "n", "n"),
        ("a", "a", "*n* [x]\n1. o", "a\n\n\\*n\\* \\[x\\]\\\n1\\. o"),
        ("a", "a", "[x](#y)", None),
        ("a", "a", "[s]: https://s.example", "a\n\n\\[s\\]\\: https://s.example"),
        ("- a\n- b\n\nx", "a", "n\no", "- a\n- n\\\n  o\n- b\n\nx"),
        ("- a\n\n- b", "b", "n", "- a\n\n- b\n\n- n"),
        ("1. a\n2. b\n", "a", "n", "1. a\n2. n\n3. b\n"),
        ("1. a\n1. b\n", "b", "n", "1. a\n1. b\n1. n\n"),
        ("8. a\n9. b", "a", "n", "8. a\n9. n\n10. b"),
        ("- a\n  - b", "a", "n", "- a\n- n\n  - b"),
        ("- a\n  - b\n- c", "b", "n", "- a\n  - b\n  - n\n- c"),
        ("> 1. a\n\nx", "a", "n", "> 1. a\n> 2. n\n\nx"),
        ("> a\n\nx", "a", "n", "> a\n>\n> n\n\nx"),
        ("# k\nx", "k", "n", "# k\n\nn\n\nx"),
        ("k\n===", "k", "n", "k\n===\n\nn"),
        ("T\n: a", "a", "n", "T\n: a\n\n  n"),
        ("T\n: a", "T", "n", None),
        ("| a |\n|---|\n| b |", "b", "n", None),
        ("a", "b", "n", None),
        ("a", "a", " \n", None),
    ],
)
def test_new_paragraph_is_plain_words_of_the_same_kind(
    tekst: str, na: str, nieuw: str, resultaat: str | None
) -> None:
    assert add_alinea(tekst, na, nieuw) == resultaat


def kaal(alinea: str) -> str:
    """Return what is shown without the blanks that Markdown cannot hold."""
    return re.sub(r"\n[ \t]+", "\n", alinea).strip(" \t\n")


def blokken(tekst: str) -> list[tuple[str, list[str]]]:
    """Return kind of every block, with the targets and footnotes inside it."""
    return [
        (
            token.type,
            [
                str(kind.attrs or kind.meta.get("label"))
                for kind in token.children or ()
                if kind.type in ("link_open", "image", "footnote_ref")
            ],
        )
        for token in read_opmaak(tekst).blokken
    ]


@st.composite
def wijzigingen(
    draw: st.DrawFn, teksten: st.SearchStrategy[str], nieuw: st.SearchStrategy[str]
) -> tuple[str, int, list[Woordwijziging]]:
    """Return a text, the place of one of its paragraphs, and changes of words in it."""
    tekst = draw(teksten)
    alineas = shown_alineas(tekst)
    plek = draw(st.sampled_from(range(len(alineas))))
    plekken = [*re.finditer(r"\S+ ?|$", alineas[plek])]
    gekozen = draw(st.lists(st.sampled_from(plekken), min_size=1, max_size=3, unique=True))
    return (
        tekst,
        plek,
        [
            Woordwijziging(woord.start(), draw(st.sampled_from(["", woord[0]])), draw(nieuw))
            for woord in gekozen
        ],
    )


def gewijzigd(alinea: str, wijzigingen: list[Woordwijziging]) -> str:
    """Return what a paragraph must read like after changes that do not touch each other."""
    for wijziging in sorted(wijzigingen, key=lambda w: w.begin, reverse=True):
        einde = wijziging.begin + len(wijziging.oud)
        alinea = alinea[: wijziging.begin] + wijziging.nieuw + alinea[einde:]
    return alinea


nieuwe_woorden = st.one_of(
    st.just(""),
    woorden.map(lambda woord: f"{woord} "),
    st.text(alphabet=st.sampled_from("ab1. \n\t-*_`~[]()#>|:^!\\&<\u00a0"), max_size=8),
)


wilde_teksten = st.text(
    alphabet=st.sampled_from("ab1. \n\t-*_`~[]()#>|:^!\\&<é{}\r"), min_size=1, max_size=60
).filter(lambda tekst: any(shown_alineas(tekst)))


@settings(max_examples=150, deadline=None)
@given(wijzigingen(st.one_of(rijke_teksten, wilde_teksten), nieuwe_woorden))
def test_any_change_is_exact_or_refused(
    geval: tuple[str, int, list[Woordwijziging]],
) -> None:
    tekst, plek, gekozen = geval
    alineas = list(shown_alineas(tekst))

    resultaat = change_alinea(tekst, alineas[plek], gekozen)

    if resultaat is not None:
        na = list(shown_alineas(resultaat))
        assert kaal(na[plek]) == kaal(gewijzigd(alineas[plek], gekozen))
        assert [*na[:plek], *na[plek + 1 :]] == [*alineas[:plek], *alineas[plek + 1 :]]
        assert blokken(resultaat) == blokken(tekst)


@settings(max_examples=150, deadline=None)
@given(wijzigingen(vlakke_teksten, vlakke_woorden.map(lambda woord: f"{woord} ")))
def test_plain_change_in_plain_text_always_succeeds(
    geval: tuple[str, int, list[Woordwijziging]],
) -> None:
    tekst, plek, gekozen = geval
    alineas = shown_alineas(tekst)
    assume(alineas.count(alineas[plek]) == 1)

    assert change_alinea(tekst, alineas[plek], gekozen) is not None


@settings(max_examples=100, deadline=None)
@given(wijzigingen(vlakke_teksten, st.just("")))
def test_plain_words_can_always_go_unless_they_are_a_whole_link(
    geval: tuple[str, int, list[Woordwijziging]],
) -> None:
    tekst, plek, gekozen = geval
    alineas = shown_alineas(tekst)
    over = gewijzigd(alineas[plek], gekozen)
    assume(alineas.count(alineas[plek]) == 1 and over.strip() and "](" not in tekst)

    assert change_alinea(tekst, alineas[plek], gekozen) is not None


@settings(max_examples=100, deadline=None)
@given(st.one_of(rijke_teksten, wilde_teksten), st.integers(0, 20), nieuwe_woorden)
def test_any_paragraph_comes_and_goes_exactly_or_not_at_all(
    tekst: str, nummer: int, nieuw: str
) -> None:
    alineas = list(shown_alineas(tekst))
    plek = nummer % len(alineas)

    korter = remove_alinea(tekst, alineas[plek])
    langer = add_alinea(tekst, alineas[plek], nieuw) if alineas[plek] else None

    if korter is not None:
        assert list(shown_alineas(korter)) == [*alineas[:plek], *alineas[plek + 1 :]]
    if langer is not None:
        assert list(shown_alineas(langer)) == [
            *alineas[: plek + 1],
            kaal(nieuw),
            *alineas[plek + 1 :],
        ]


@settings(max_examples=100, deadline=None)
@given(vlakke_teksten, st.integers(0, 20))
def test_plain_paragraph_that_was_added_can_be_taken_out_again(tekst: str, nummer: int) -> None:
    alineas = shown_alineas(tekst)
    na = alineas[nummer % len(alineas)]
    assume(alineas.count(na) == 1)

    langer = add_alinea(tekst, na, "Dit is nieuw.")

    assert langer is not None
    korter = remove_alinea(langer, "Dit is nieuw.")
    assert korter is None or shown_alineas(korter) == alineas


def echte_teksten(samenwerking: str) -> Iterator[str]:
    """Yield every text of a samenwerking that can be changed in Word."""
    inhoud = echte_bibliotheek().load(samenwerking)
    yield inhoud.inleiding
    for thema in inhoud.themas:
        yield thema.context
        yield thema.ambitie
    for afspraak in inhoud.afspraken:
        yield afspraak.tekst
        yield afspraak.toelichting


@pytest.mark.parametrize("samenwerking", ["hoogeveen", "hogeland"])
def test_every_paragraph_of_the_shipped_content_can_be_changed(samenwerking: str) -> None:
    mislukt: list[str] = []
    aantal = 0
    for tekst in echte_teksten(samenwerking):
        for alinea in shown_alineas(tekst):
            woord = max(re.finditer(r"\w+", alinea), key=lambda gevonden: len(gevonden[0]))
            wijziging = Woordwijziging(woord.start(), woord[0], "proefwoord")
            aantal += 1
            if change_alinea(tekst, alinea, [wijziging]) is None:
                mislukt.append(alinea)

    assert mislukt == []
    assert aantal > 30
