"""Opmaak: every piece that cannot be set is named with its line, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from cycle.domain.opmaak import (
    AFSPRAAKTEKST,
    AMBITIE,
    INLEIDING,
    TOELICHTING,
    Opmaak,
    Opmaaksoort,
    Tekstruimte,
    check_opmaak,
    read_opmaak,
    top_kop,
    without_anker,
)


def fouten(tekst: str, ruimte: Tekstruimte = INLEIDING) -> list[tuple[int, str]]:
    """Return line (from 1) and message of every fault."""
    return [(f.regel + 1, f.melding) for f in check_opmaak(read_opmaak(tekst), ruimte)]


GOED = """\
# Kop {#kop}

Tekst met **vet**, *nadruk*, ~~weg~~, `code` en een noot[^a].\\
Zie [de kop](#kop), [de site][s] of <x@a.example>. Kort^[zo].

[s]: https://a.example

[^a]: De noot.

    Met een tweede alinea.

## Lijst

3. drie

   vervolg
4. vier
   - punt
     1. diep

Tussen de lijsten.

1. telt op
1. telt op

> Citaat
>
> - met punt

Term
: Uitleg

---

| a | b |
|---|--:|
| 1 \\| 2 | |

![Kaart van de wijk](beelden/kaart-1.png)
"""


def test_everything_that_is_offered_passes() -> None:
    assert fouten(GOED) == []


@pytest.mark.parametrize(
    ("tekst", "regel", "melding"),
    [
        ("a\n\n```\nb\n```", 3, "Een blok code kan niet"),
        ("a\n\n    b", 3, "begint met vier spaties"),
        ("- a\n  - b\n    - c\n      - d\n        - e", 4, "hoogstens drie niveaus"),
        ("# a\n\n### b", 3, "Deze kop heeft 3 hekjes"),
        ("## a\n\n# b", 3, "past niet bij de kop ervoor"),
        ("# a\n\n## b\n\n### c\n\n#### d", 7, "met 4 hekjes is hier te diep"),
        ("# a {#Een}", 1, "De code 'Een' heeft niet de goede vorm"),
        ("# ![a](b.png)", 1, "niet in een kop, een tabel of een begrip"),
        ("> # a", 1, "kan niet ook een kop staan"),
        ("- a\n\n  | b |\n  |---|", 3, "kan niet ook een tabel staan"),
        ("> ---", 1, "kan niet ook een scheidingslijn staan"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 3, "heeft 3 cellen, de kop van de tabel 2"),
        ("| a |\n|---|\n| x^[y] |", 3, "In een tabel of een kader kan geen noot staan"),
        ("| a |\n|---|\n| ![b](c.png) |", 3, "niet in een kop, een tabel of een begrip"),
        ("1. a\n3. b", 2, "heeft nummer 3, maar in de lijst wordt het 2"),
        ("1. a\n1. b\n2. c", 3, "heeft nummer 2, maar in de lijst wordt het 3"),
        ("99999. a", 1, "zo'n hoog nummer"),
        ("a\nb\n[c](http://a.example)", 3, "Een link naar 'http://a.example' kan niet"),
        ("[c](javascript:x)", 1, "niet goed geschreven"),
        ("[c](https://)", 1, "Een link naar 'https://' kan niet"),
        ("[c](#Kop)", 1, "Een link naar '#Kop' kan niet"),
        ("a\n[b](https://a b)", 2, "Deze link is niet goed geschreven"),
        ("[](https://a.example)", 1, "Deze link heeft geen tekst"),
        ("a\n\n[b]: https://a.example", 3, "geen link gebruikt het"),
        ("[b]\n\n[b]: https://a.example\n[b]: https://b.example", 4, "geen link gebruikt het"),
        ("a[^x]", 1, "Bij de noot '[^x]' ontbreekt de tekst"),
        ("a\n\n[^x]: b", 3, "Naar de noot '[^x]' verwijst niets"),
        ("a[^x] b\nc[^x]\n\n[^x]: d", 2, "wordt twee keer gebruikt"),
        ("a[^x]\n\n[^x]: b\n\n[^x]: c", 5, "De noot '[^x]' staat er twee keer"),
        ("a[^x]\n\n[^x]: b\n\n    - c", 5, "alleen gewone tekst"),
        ("a[^x]\n\n[^x]:", 3, "alleen gewone tekst"),
        ("a[^x]\n\n[^x]: b\n\n    [^y]: c", 5, "alleen gewone tekst"),
        ("| a\n|---\n| b\n| c |d", 4, "heeft 2 cellen, de kop van de tabel 1"),
        ("a\nb^[c^[d]]", 2, "geen andere noot"),
        ("a\nb^[c ![d](e.png)]", 2, "niet midden in een tekst"),
        ("![](a.png)", 1, "staat niet wat erop te zien is"),
        ("a\n\n![b](c.svg)", 3, "is geen PNG en geen JPEG"),
        ("![b](../c.png)", 1, "De naam '../c.png' kan niet"),
        ("![b](https://a.example/c.png)", 1, "kan niet voor een afbeelding"),
        ("a ![b](c.png)", 1, "niet midden in een tekst"),
        ("[![b](c.png)](https://a.example)", 1, "niet midden in een tekst"),
        ("a\nb\x07c", 2, "een teken dat niet kan (nummer 0007)"),
        ("> " * 45 + "a", 1, "zit te diep"),
    ],
)
def test_each_fault_is_named_once_with_its_line(tekst: str, regel: int, melding: str) -> None:
    gevonden = [f for f in fouten(tekst) if melding in f[1]]

    assert [f[0] for f in gevonden] == [regel]


@pytest.mark.parametrize("tekst", ["# a", "a\n---"])
def test_heading_where_none_fits_is_a_fault(tekst: str) -> None:
    assert fouten(tekst, AFSPRAAKTEKST) == [(1, "In deze tekst kan geen kop staan.")]


def test_toelichting_has_room_for_one_level_of_headings() -> None:
    assert fouten("### a\n\nb\n\n### c", TOELICHTING) == []
    assert fouten("### a\n\n#### b", TOELICHTING) == [(3, "Een kop met 4 hekjes is hier te diep.")]


def test_footnote_in_the_ambitie_is_a_fault() -> None:
    assert fouten("a^[b]", AMBITIE) == [(1, "In een tabel of een kader kan geen noot staan.")]


def test_faults_of_characters_and_rows_are_marked_for_who_has_named_them() -> None:
    opmaak = read_opmaak("a\x07\n\n| a |\n|---|\n| 1 | 2 |")

    assert [f.soort for f in check_opmaak(opmaak, INLEIDING)] == [
        Opmaaksoort.TEKEN,
        Opmaaksoort.CELLEN,
    ]


def test_pictures_ids_and_targets_are_listed_with_their_lines() -> None:
    opmaak = read_opmaak("# a {#kop-1}\n\n![b](c.png)\n\nd\n[e](#kop-1)\n\nf^[[g](#h)]\n\n# i {#J}")

    assert list(opmaak.beelden()) == [(2, "c.png")]
    assert list(opmaak.ankers()) == [(0, "kop-1")]
    assert list(opmaak.doelen()) == [(5, "kop-1"), (0, "h")]


def test_kinds_that_a_later_reader_may_give_are_refused_not_dropped() -> None:
    som = Token("math_block", "math", 0, map=[0, 1])
    regel = Token("inline", "", 0, map=[1, 2], children=[Token("math_inline", "math", 0)])
    opmaak = Opmaak(("a", "b"), (som, regel), (), {}, ())

    assert [f.regel for f in check_opmaak(opmaak, INLEIDING)] == [0, 1]
    assert top_kop(opmaak) == 1


@given(st.text(alphabet=st.sampled_from("ab1. \n-*_`~[]()#>|:^!\\\x07&<é{}"), max_size=80))
def test_any_text_is_read_and_checked_without_a_crash(tekst: str) -> None:
    for fout in check_opmaak(read_opmaak(tekst), AFSPRAAKTEKST):
        assert 0 <= fout.regel <= tekst.count("\n")
        assert fout.melding
        assert fout.advies


def test_id_of_a_heading_is_taken_off_its_text() -> None:
    assert without_anker("Wonen in 2027 {#wonen}") == "Wonen in 2027"
