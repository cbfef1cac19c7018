"""Indeling: the sheets and columns of the form, and how to find them back by their text.

The writer, the filler and the reader share this one description, so that a column which a
partner moves or a row that is inserted does no harm.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

UITLEG: Final = "Uitleg"
BIEDING: Final = "Bieding"
EXTRA: Final = "Extra"
LIJSTEN: Final = "Lijsten"
KENMERKEN: Final = "_jaarschijf"

NIET_NODIG: Final = "niet nodig"
"""What stands in the greyed cell for the bod of a question without a number."""

EXTRA_RIJEN: Final = 15
"""Number of yellow rows on the sheet Extra."""

_KOPRIJEN: Final = 100
_REGELHOOGTE: Final = 15.0
_LUCHT: Final = 5.0
_MEESTE_REGELS: Final = 26
"""Excel has no rows higher than 409 points."""
_HERKENBAAR: Final = 0.6
_LEESTEKENS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: name of the field, heading, width in characters, and whether it is yellow."""

    veld: str
    kop: str
    breedte: int
    invoer: bool = True


BIEDING_KOLOMMEN: Final = (
    Kolom("regelcode", "Regelcode", 12, invoer=False),
    Kolom("nummer", "Nr.", 4, invoer=False),
    Kolom("omschrijving", "Waar gaat het over", 25, invoer=False),
    Kolom("indicator", "Indicator", 21, invoer=False),
    Kolom("eenheid", "Eenheid", 12, invoer=False),
    Kolom("doel", "Doel hele looptijd", 16, invoer=False),
    Kolom("realisatie", "Gerealiseerd", 13, invoer=False),
    Kolom("deelname", "Doet u mee?", 9),
    Kolom("bod", "Uw bod voor {jaar}", 11),
    Kolom("planning", "Wanneer klaar?", 12),
    Kolom("bedrag", "Bedrag (euro)", 12),
    Kolom("toelichting", "Toelichting", 33),
)
EXTRA_KOLOMMEN: Final = (
    Kolom("voorstel", "Uw voorstel", 80),
    Kolom("bod", "Wat biedt u aan?", 38),
    Kolom("planning", "Wanneer klaar?", 28),
)
VASTE_VELDEN: Final = tuple(k.veld for k in BIEDING_KOLOMMEN if not k.invoer)
INVOERVELDEN: Final = tuple(k.veld for k in BIEDING_KOLOMMEN if k.invoer)


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading row that was found: its row, and per field the column number (from 1).

    `dubbel` lists fields whose heading stands there twice.
    """

    rij: int
    kolommen: Mapping[str, int]
    dubbel: tuple[str, ...]


def sleutel(tekst: str) -> str:
    """Return a heading without capitals, digits and punctuation, so that it can be compared."""
    return _LEESTEKENS.sub("", tekst.lower().replace("€", "euro"))


def rijhoogte(cellen: Iterable[tuple[str, int]], *, minstens: int = 1) -> float:
    """Return the height in points in which every (text, width in characters) fits.

    Neither XlsxWriter nor LibreOffice measures wrapped text, so the lines are counted here.
    """
    regels = [
        sum(len(wrap(alinea, breedte - 1)) or 1 for alinea in tekst.splitlines())
        for tekst, breedte in cellen
    ]
    return _REGELHOOGTE * min(max(minstens, *regels), _MEESTE_REGELS) + _LUCHT


def kop_van(kolommen: Sequence[Kolom], veld: str) -> str:
    """Return the heading of a field as a reader knows it, without the year."""
    return next(k.kop for k in kolommen if k.veld == veld).removesuffix(" voor {jaar}")


def find_kop(
    cellen: Iterable[tuple[int, int, str]], kolommen: Sequence[Kolom], *, regelcode: bool
) -> Kop | None:
    """Return the row in which most headings stand, None when fewer than 60% are there.

    `cellen` gives (row, column, text); only the first 100 rows can hold the heading. With
    `regelcode` a row that holds that one heading also counts, whatever else is gone.
    """
    velden = {sleutel(k.kop.replace("{jaar}", "")): k.veld for k in kolommen}
    rijen: dict[int, list[tuple[str, int]]] = {}
    for rij, kolom, tekst in cellen:
        veld = velden.get(sleutel(tekst)) if rij <= _KOPRIJEN else None
        if veld:
            rijen.setdefault(rij, []).append((veld, kolom))
    if not rijen:
        return None
    beste = min(rijen, key=lambda rij: (-len(rijen[rij]), rij))
    gevonden: dict[str, int] = {}
    dubbel = []
    for veld, kolom in sorted(rijen[beste], key=lambda paar: paar[1]):
        if veld in gevonden:
            dubbel.append(veld)
        gevonden.setdefault(veld, kolom)
    herkend = len(gevonden) >= _HERKENBAAR * len(kolommen) or (
        regelcode and "regelcode" in gevonden
    )
    return Kop(beste, gevonden, tuple(dubbel)) if herkend else None
