"""Naast: what would silently fall away beside a code that takes its paragraph, row or cell.

docxtpl replaces the whole paragraph of ``{%p … %}`` by the code, the whole row of ``{%tr …
%}`` and the whole cell of ``{%tc … %}``. Whatever stood beside it is gone, without a word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.documents import location
from cycle.documents.package import CORE
from cycle.documents.sjabloon.alineas import Alinea
from cycle.documents.sjabloon.bevindingen import Vondst, at_code
from cycle.documents.sjabloon.code import Code

_NEEMT: Final = ("tr", "tc", "p")
_TABEL: Final = "hij werkt alleen in een tabel"
_GEEN_ALINEA: Final = "hier zijn geen alinea's"
_TEKEN: Final = "achter deze letter mag geen % of } staan"
_ZONDER: Final = "Haal de letter weg."
_ANDERS: Final = "Schrijf de voorwaarde anders, of zet hem eerst in een 'set'."


@dataclass(frozen=True, slots=True)
class _Ruimte:
    """A paragraph, row or cell that one code takes away, with all that is in it."""

    alineas: Sequence[Alinea]
    codes: Sequence[Code]
    letter: str


def check_naast(alineas: Sequence[Alinea], codes: Sequence[Code]) -> Iterator[Vondst]:
    """Yield what falls away beside a code, and the letters that cannot work where they are."""
    per_alinea: dict[Alinea, list[Code]] = defaultdict(list)
    for code in codes:
        if not code.is_los:
            per_alinea[code.alinea].append(code)
    onmogelijk = {id(code): fout for code in codes if (fout := _impossible(code))}
    yield from onmogelijk.values()
    goed = {a: [c for c in cs if id(c) not in onmogelijk] for a, cs in per_alinea.items()}
    weg: set[int] = set()
    for ruimte in _ruimtes(alineas, goed):
        if not weg & {id(a) for a in ruimte.alineas}:
            yield from _check_ruimte(ruimte)
        if ruimte.letter != "p":
            weg |= {id(a) for a in ruimte.alineas}
    for alinea, eigen in goed.items():
        yield from _check_strepen(alinea, eigen)


def _impossible(code: Code) -> Vondst | None:
    """Return why a letter cannot work, None when it can; a begin speaks for its end."""
    letter = code.letter
    if not letter or code.is_commentaar or code.woord.startswith(("end", "else", "elif")):
        return None
    if code.alinea.deel == CORE:
        return at_code("T211", code, letter, code.tekst, _GEEN_ALINEA, advies=(_ZONDER,))
    if letter in ("tr", "tc") and code.alinea.plaats.in_cel is None:
        return at_code("T211", code, letter, code.tekst, _TABEL, advies=(_ZONDER,))
    if letter in _NEEMT and any(teken in code.inhoud for teken in "%}"):
        return at_code("T211", code, letter, code.tekst, _TEKEN, advies=(_ANDERS,))
    return None


def _ruimtes(alineas: Sequence[Alinea], codes: dict[Alinea, list[Code]]) -> Iterator[_Ruimte]:
    """Yield every row, then every cell, then every paragraph that a code takes away."""
    for letter in _NEEMT:
        groepen: dict[object, list[Alinea]] = defaultdict(list)
        for alinea in alineas:
            plaats = alinea.plaats
            eigen = None if alinea.deel == CORE else alinea
            sleutel = {"tr": plaats.in_rij, "tc": plaats.in_cel, "p": eigen}[letter]
            if sleutel is not None:
                groepen[sleutel].append(alinea)
        for groep in groepen.values():
            binnen = [code for alinea in groep for code in codes.get(alinea, ())]
            if any(code.letter == letter for code in binnen):
                yield _Ruimte(groep, binnen, letter)


def _check_ruimte(ruimte: _Ruimte) -> Iterator[Vondst]:
    """Yield what is wrong in one paragraph, row or cell with a code that takes it."""
    nemers = [code for code in ruimte.codes if code.letter == ruimte.letter]
    if len(nemers) > 1:
        yield at_code("T210", nemers[0], nemers[0].tekst, nemers[1].tekst)
        return
    [nemer] = nemers
    rest = " ".join(filter(None, (_without(alinea, ruimte, nemer) for alinea in ruimte.alineas)))
    if rest:
        yield at_code("T209", nemer, nemer.tekst, location.shortened(rest))


def _without(alinea: Alinea, ruimte: _Ruimte, nemer: Code) -> str:
    """Return the words of a paragraph without the code that takes it and without remarks."""
    tekst, weg = alinea.tekst, [nemer, *(c for c in ruimte.codes if c.is_commentaar)]
    for code in sorted(weg, key=lambda code: -code.begin):
        if code.alinea is alinea:
            tekst = tekst[: code.begin] + tekst[code.einde :]
    return " ".join(tekst.split()) or ("een afbeelding" if alinea.has_beeld else "")


def _check_strepen(alinea: Alinea, codes: Sequence[Code]) -> Iterator[Vondst]:
    """Yield what falls away at a dash: it takes the text of its own run on that side."""
    for nummer, code in enumerate(codes):
        if not code.is_opdracht:
            continue
        rest = ""
        if code.streep_voor:
            begin = max((g for g in alinea.grenzen if g <= code.begin), default=0)
            rest = alinea.tekst[begin : code.begin]
        if code.streep_na and not rest.strip():
            volgende = codes[nummer + 1].begin if nummer + 1 < len(codes) else len(alinea.tekst)
            einde = min((g for g in alinea.grenzen if g >= code.einde), default=len(alinea.tekst))
            rest = alinea.tekst[code.einde : einde] if einde <= volgende else ""
        if rest.strip():
            yield at_code("T209", code, code.tekst, location.shortened(rest))
