"""Onvermeld: what somebody changed in a draft without tracking it.

Who forgets to switch tracking on changes the text all the same. The draft that came back,
before its tracked changes, is held against the draft that was sent; every difference
becomes a change like any other, by an author who did not say so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from cycle.domain.reactie import Leesalinea, Onderdeel, Wijziging, WijzigingSoort

AUTEUR: Final = "niet bijgehouden"
_WOORD: Final = re.compile(r"\s+|[\w-]+|[^\w\s]")
_LIJKT: Final = 0.5


def find_onvermeld(
    gestuurd: Sequence[Leesalinea], terug: Sequence[Leesalinea]
) -> tuple[Wijziging, ...]:
    """Return the changes that are in `terug` though nobody tracked them.

    White space does not count: another office programme writes it its own way.
    """
    return tuple(_changes(gestuurd, terug))


def _changes(gestuurd: Sequence[Leesalinea], terug: Sequence[Leesalinea]) -> Iterator[Wijziging]:
    """Yield the changes stretch by stretch."""
    oud = [" ".join(alinea.tekst.split()) for alinea in gestuurd]
    nieuw = [" ".join(alinea.tekst.split()) for alinea in terug]
    for soort, van, tot, begin, einde in SequenceMatcher(
        None, oud, nieuw, autojunk=False
    ).get_opcodes():
        if soort == "equal":
            continue
        weg, erbij = list(gestuurd[van:tot]), list(terug[begin:einde])
        boven = gestuurd[van - 1].tekst if van else ""
        while weg and erbij and _is_same(weg[0], erbij[0]):
            boven = weg[0].tekst
            yield _words(weg.pop(0), erbij.pop(0))
        for alinea in weg:
            yield replace(_whole(alinea, oud=alinea.tekst), alinea=alinea.tekst)
        for alinea in erbij:
            yield replace(_whole(alinea, nieuw=alinea.tekst), na=boven)


def _is_same(oud: Leesalinea, nieuw: Leesalinea) -> bool:
    """Return whether two paragraphs are so alike that one became the other."""
    return SequenceMatcher(None, oud.tekst, nieuw.tekst).quick_ratio() >= _LIJKT


def _words(oud: Leesalinea, nieuw: Leesalinea) -> Wijziging:
    """Return the words between what two paragraphs share at their begin and end."""
    eerder, later = _WOORD.findall(oud.tekst), _WOORD.findall(nieuw.tekst)
    begin = _shared(eerder, later)
    einde = _shared(eerder[begin:][::-1], later[begin:][::-1])
    weg = "".join(eerder[begin : len(eerder) - einde])
    erbij = "".join(later[begin : len(later) - einde])
    soort = WijzigingSoort.VERVANGEN if weg and erbij else WijzigingSoort.TOEGEVOEGD
    return replace(
        _whole(oud, oud=weg, nieuw=erbij),
        soort=soort if erbij else WijzigingSoort.VERWIJDERD,
        onderdeel=Onderdeel.TEKST,
        alinea=oud.tekst,
        begin=len("".join(eerder[:begin])),
    )


def _shared(eerder: Sequence[str], later: Sequence[str]) -> int:
    """Return how many words two texts share from the begin."""
    paren = zip(eerder, later, strict=False)
    kortste = min(len(eerder), len(later))
    return next((n for n, (een, ander) in enumerate(paren) if een != ander), kortste)


def _whole(alinea: Leesalinea, oud: str = "", nieuw: str = "") -> Wijziging:
    """Return a change of a whole paragraph, at its place."""
    return Wijziging(
        soort=WijzigingSoort.TOEGEVOEGD if nieuw else WijzigingSoort.VERWIJDERD,
        onderdeel=Onderdeel.ALINEA,
        vindplaats=alinea.vindplaats,
        auteur=AUTEUR,
        op=None,
        oud=oud,
        nieuw=nieuw,
        alinea="",
    )
