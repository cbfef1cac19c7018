"""Bodversie: a new version of a bieding beside the one that counted until now.

A file of one sheet says nothing about the other tables; those keep what was said before.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from cycle.domain.bieding import Bieding, BiedingRegel
from cycle.domain.formulier import voorraadcode
from cycle.domain.wederkerigheid import Bereidheid, Verzoekantwoord

DELEN: Final[Mapping[str, str]] = {
    "bieding": "regels",
    "voorraad": "voorraad",
    "wederkerigheid": "verzoeken",
    "gevraagd": "antwoorden",
    "extra": "extra",
}
"""Each table of the form with the part of a bieding that it fills."""

_ZONDER_CODES: Final = {"wederkerigheid": "blad Wederkerigheid", "extra": "blad Extra"}


def has_antwoord(bieding: Bieding) -> bool:
    """Return whether a partij filled in anything at all, in whichever table."""
    return any(_list_codes(bieding, tabel) for tabel in DELEN)


def keep_tabellen(
    bieding: Bieding, vorige: Bieding, tabellen: Collection[str]
) -> tuple[Bieding, tuple[str, ...]]:
    """Return the bieding with the earlier answers of the tables that its file does not have.

    `tabellen` are those that the file has. Also returned: the tables that were kept.
    """
    bewaard = tuple(t for t in DELEN if t not in tabellen and _list_codes(vorige, t))
    delen = {DELEN[tabel]: getattr(vorige, DELEN[tabel]) for tabel in bewaard}
    return replace(bieding, **delen), bewaard


def list_verdwenen(bieding: Bieding, vorige: Bieding) -> tuple[str, ...]:
    """Return the codes of the rows that had an answer in `vorige` and are empty now.

    A row that the form does not have any more is not empty. Rows without a code are named by
    their sheet, when there are fewer of them.
    """
    standen = {voorraadcode(s.indicator) for s in bieding.voorraad}
    leeg = {r.regelcode for r in bieding.regels if not _is_regel_gevuld(r)}
    leeg |= {a.code for a in bieding.antwoorden if not _is_antwoord(a)}
    leeg |= {code for code in _list_codes(vorige, "voorraad") if code not in standen}
    met_code = [t for t in DELEN if t not in _ZONDER_CODES]
    return (
        *(code for tabel in met_code for code in _list_codes(vorige, tabel) if code in leeg),
        *(
            naam
            for tabel, naam in _ZONDER_CODES.items()
            if len(_list_codes(bieding, tabel)) < len(_list_codes(vorige, tabel))
        ),
    )


def _list_codes(bieding: Bieding, tabel: str) -> tuple[str, ...]:
    """Return the code of each row with an answer; the name of its sheet when it has none."""
    match tabel:
        case "bieding":
            return tuple(r.regelcode for r in bieding.regels if _is_regel_gevuld(r))
        case "voorraad":
            return tuple(voorraadcode(s.indicator) for s in bieding.voorraad)
        case "gevraagd":
            return tuple(a.code for a in bieding.antwoorden if _is_antwoord(a))
        case _:
            return (_ZONDER_CODES[tabel],) * len(getattr(bieding, DELEN[tabel]))


def _is_regel_gevuld(regel: BiedingRegel) -> bool:
    """Return whether a row of the bieding says anything."""
    return regel.deelname is not None or bool(regel.plekken)


def _is_antwoord(antwoord: Verzoekantwoord) -> bool:
    """Return whether a request of another partij was answered."""
    return antwoord.bereidheid is not Bereidheid.OPEN or bool(antwoord.toelichting)
