"""Nothing is lost: every character of any text comes back in the document, in order."""

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from tests.cycle.documents.markdownbouw import parsed, words

LETTERS = "abcxyzéëïZ"
VREEMD = "&<>\"'’“”–…€½%/!?.,()+=\u00a0\U0001f3e0"


@dataclass(frozen=True)
class Stuk:
    """A piece of Markdown, the text it must give, and the text of its footnotes."""

    md: str
    tekst: str
    noten: str = ""


def _join(stukken: list[Stuk], tussen: str = " ") -> Stuk:
    return Stuk(
        tussen.join(s.md for s in stukken),
        "".join(s.tekst for s in stukken),
        "".join(s.noten for s in stukken),
    )


naam = st.text(LETTERS, min_size=1, max_size=8)
woord = st.builds("{}{}{}".format, naam, st.text(LETTERS + VREEMD + "0123456789", max_size=6), naam)
gewoon = woord.map(lambda w: Stuk(w, w))
gemerkt = st.builds(
    lambda merk, w: Stuk(f"{merk}{w}{merk}", w),
    st.sampled_from(["**", "*", "~~", "***", "`"]),
    naam,
)
link = woord.map(lambda w: Stuk(f"[{w}](https://a.example/x?y=1&z=2)", w))
noot = woord.map(lambda w: Stuk(f"x^[{w}]", "x", w))
breuk = st.builds(lambda a, b: Stuk(f"{a}\\\n{b}", a + b), naam, naam)
zin = st.lists(st.one_of(gewoon, gemerkt, link, noot, breuk), min_size=1, max_size=6).map(_join)
kale_zin = st.lists(st.one_of(gewoon, gemerkt), min_size=1, max_size=4).map(_join)
celzin = st.lists(gemerkt, min_size=1, max_size=3).map(_join)


def _ingesprongen(tekst: str, ruimte: str) -> str:
    return tekst.replace("\n", f"\n{ruimte}")


def _lijst(punten: list[list[Stuk]], genummerd: bool) -> Stuk:
    """Return a list; the pieces of an item stand below each other."""
    regels = []
    for nummer, punt in enumerate(punten, start=7):
        merk = f"{nummer}. " if genummerd else "- "
        regels.append(merk + _ingesprongen(_join(punt, "\n\n").md, " " * len(merk)))
    alles = _join([stuk for punt in punten for stuk in punt])
    return Stuk("\n".join(regels), alles.tekst, alles.noten)


def _met_slot(stuk: Stuk) -> Stuk:
    """Return a piece with a paragraph behind it."""
    return _join([stuk, Stuk("tussen", "tussen")], "\n\n")


def _lijsten(diep: int) -> st.SearchStrategy[Stuk]:
    # a paragraph behind each nested list, so that two lists stay two
    onder = [_lijsten(diep - 1).map(_met_slot)] if diep > 1 else []
    punt = st.builds(lambda z, rest: [z, *rest], zin, st.lists(st.one_of(zin, *onder), max_size=2))
    return st.builds(_lijst, st.lists(punt, min_size=1, max_size=3), st.booleans())


def _tabel(rijen: list[list[Stuk]]) -> Stuk:
    """Return a table of three columns."""
    regels = ["| " + " | ".join(cel.md for cel in rij) + " |" for rij in rijen]
    return Stuk(
        "\n".join([regels[0], "|:--|:-:|--:|", *regels[1:]]),
        _join([cel for rij in rijen for cel in rij]).tekst,
    )


citaat = st.lists(zin, min_size=1, max_size=2).map(
    lambda z: Stuk("> " + _join(z, "\n\n").md.replace("\n", "\n> "), _join(z).tekst, _join(z).noten)
)
uitleg = st.builds(
    lambda t, z: Stuk(f"{t.md}\n: {_ingesprongen(z.md, '  ')}", t.tekst + z.tekst, z.noten),
    kale_zin,
    zin,
)
tabel = st.lists(st.lists(celzin, min_size=3, max_size=3), min_size=1, max_size=4).map(_tabel)
kop = st.builds(lambda z: Stuk(f"# {z.md}", z.tekst), kale_zin)
lijn = st.just(Stuk("***", ""))
blok = st.one_of(zin, _lijsten(3), citaat, uitleg, tabel, kop, lijn)
blokken = st.lists(blok.map(_met_slot), min_size=1, max_size=5).map(lambda b: _join(b, "\n\n"))


def _zonder_wit(tekst: str) -> str:
    return re.sub(r"[ \n\t]", "", tekst)


@given(blokken)
@settings(max_examples=100, deadline=None)
def test_every_character_comes_back_in_order(stuk: Stuk) -> None:
    bijproduct = Bijproduct()

    document = parsed(to_word(stuk.md, bijproduct, kop=1))

    assert _zonder_wit(words(document)) == _zonder_wit(stuk.tekst)
    assert _zonder_wit(words(parsed("".join(bijproduct.notes)))) == _zonder_wit(stuk.noten)


@given(blokken)
@settings(max_examples=30, deadline=None)
def test_same_text_gives_the_same_xml(stuk: Stuk) -> None:
    een, twee = Bijproduct(), Bijproduct()

    assert to_word(stuk.md, een, kop=1) == to_word(stuk.md, twee, kop=1)
    assert een == twee
