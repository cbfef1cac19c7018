"""Indeling: the sheets and columns of the form, and how to find them back by their text.

The writer, the filler and the reader share this one description, so that a column which a
partner moves or a row that is inserted does no harm.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from textwrap import wrap
from typing import Final

UITLEG: Final = "Uitleg"
LIJSTEN: Final = "Lijsten"
KENMERKEN: Final = "_jaarschijf"
VERBETERPUNTEN: Final = "Verbeterpunten"
"""The sheet that we put in front of a copy that goes back; nothing on it is an answer."""

NIET_NODIG: Final = "niet nodig"
"""What stands in the greyed cell for the number of a question without one."""

GETALVELD: Final = {"bieding": "bod", "voorraad": "stand", "stand": "cijfer"}
"""The field of a table that asks for the number of its question."""

EXTRA_RIJEN: Final = 15
"""Number of yellow rows on the sheet Extra."""

WEDERKERIGE_RIJEN: Final = 10
"""Number of yellow rows on the sheet Wederkerigheid."""

KOPRIJ: Final = 4
"""Row of the headings on every sheet with a table: title, instruction and codes stand above."""

KOPRIJEN: Final = 100
"""Only so many rows can hold the heading."""
_LANGSTE_KOP: Final = 200
"""Longer texts are no heading; looking at each letter of them takes time."""
_REGELHOOGTE: Final = 15.0
_LUCHT: Final = 5.0
_PUNTEN: Final = 11.0
_HOOGSTE_RIJ: Final = 395.0
"""Excel has no rows higher than 409 points."""
_HERKENBAAR: Final = 0.6
_LEESTEKENS = re.compile(r"[\W\d_]+")
_JAREN = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: name of the field, heading, width in characters, and whether it is yellow."""

    veld: str
    kop: str
    breedte: int
    invoer: bool = True

    def geschreven(self, jaar: int) -> str:
        """Return the heading as it stands in the form for `jaar`."""
        return self.kop.format(jaar=jaar, peiljaar=jaar - 1)


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table of the form: its public name, the sheet it stands on, and its columns.

    `sleutel` is the field that holds the code of a row; empty when rows have none and are
    known by their order.
    """

    naam: str
    blad: str
    kolommen: tuple[Kolom, ...]
    sleutel: str = "regel"

    @property
    def vast(self) -> tuple[str, ...]:
        """Return the fields that are filled in before the form goes out."""
        return tuple(k.veld for k in self.kolommen if not k.invoer)

    @property
    def invoer(self) -> tuple[str, ...]:
        """Return the fields that the partij fills in."""
        return tuple(k.veld for k in self.kolommen if k.invoer)

    def met(self, blad: str, velden: Collection[str]) -> "Tabel":
        """Return the same table on another sheet, with these of its columns."""
        return replace(
            self, blad=blad, kolommen=tuple(k for k in self.kolommen if k.veld in velden)
        )

    def kop(self, veld: str) -> str:
        """Return the heading of a field as a reader knows it, without the year."""
        kop = next(k.kop for k in self.kolommen if k.veld == veld)
        return kop.partition(" voor {jaar}")[0].partition(" {peiljaar}")[0]


BIEDING: Final = Tabel(
    "bieding",
    "Bieding",
    (
        Kolom("regel", "Regelcode", 12, invoer=False),
        Kolom("afspraak", "Nr.", 4, invoer=False),
        Kolom("omschrijving", "Waar gaat het over", 25, invoer=False),
        Kolom("indicator", "Indicator", 21, invoer=False),
        Kolom("eenheid", "Eenheid", 12, invoer=False),
        Kolom("doel", "Doel hele looptijd", 16, invoer=False),
        Kolom("realisatie", "Gerealiseerd", 13, invoer=False),
        Kolom("vorig", "Uw bod vorig jaar", 11, invoer=False),
        Kolom("status", "Doet u mee?", 9),
        Kolom("bod", "Uw bod voor {jaar}", 11),
        Kolom("planning", "Wanneer klaar?", 12),
        Kolom("bedrag", "Bedrag (euro)", 12),
        Kolom("toelichting", "Toelichting", 33),
    ),
)
VOORRAAD: Final = Tabel(
    "voorraad",
    "Voorraad",
    (
        Kolom("regel", "Regelcode", 14, invoer=False),
        Kolom("omschrijving", "Soort woning", 46, invoer=False),
        Kolom("eenheid", "Eenheid", 16, invoer=False),
        Kolom("vorig", "Stand een jaar eerder", 14, invoer=False),
        Kolom("stand", "Stand op 1 januari {peiljaar}", 14),
        Kolom("toelichting", "Toelichting", 46),
    ),
)
WEDERKERIGHEID: Final = Tabel(
    "wederkerigheid",
    "Wederkerigheid",
    (
        Kolom("gevraagde", "Van wie hebt u iets nodig?", 28),
        Kolom("inzet", "Wat hebt u nodig?", 60),
        Kolom("afspraak", "Voor welke afspraak? (nummer)", 14),
        Kolom("voor", "Voor wanneer?", 18),
        Kolom("voorwaarde", "Gaat uw bod zonder dit niet door?", 20),
    ),
    sleutel="",
)
GEVRAAGD: Final = Tabel(
    "gevraagd",
    "Vragen aan u",
    (
        Kolom("regel", "Regelcode", 12, invoer=False),
        Kolom("vrager", "Wie vraagt het?", 24, invoer=False),
        Kolom("afspraak", "Nr.", 5, invoer=False),
        Kolom("inzet", "Wat vraagt deze partij van u?", 50, invoer=False),
        Kolom("voor", "Voor wanneer?", 16, invoer=False),
        Kolom("status", "Kunt u dit doen?", 14),
        Kolom("toelichting", "Toelichting", 46),
    ),
)
EXTRA: Final = Tabel(
    "extra",
    "Extra",
    (
        Kolom("voorstel", "Uw voorstel", 80),
        Kolom("bod", "Wat biedt u aan?", 38),
        Kolom("planning", "Wanneer klaar?", 28),
    ),
    sleutel="",
)
TABELLEN: Final = (BIEDING, VOORRAAD, WEDERKERIGHEID, GEVRAAGD, EXTRA)
"""Every table of a bieding, in the order of the sheets; a partij does not get all of them."""

STAND: Final = Tabel(
    "stand",
    "Stand van zaken",
    (
        Kolom("regel", "Regelcode", 12, invoer=False),
        Kolom("afspraak", "Nr.", 4, invoer=False),
        Kolom("omschrijving", "Waar gaat het over", 23, invoer=False),
        Kolom("toezegging", "Wat u zou doen", 33, invoer=False),
        Kolom("planning", "Wanneer klaar?", 12, invoer=False),
        Kolom("indicator", "Indicator", 19, invoer=False),
        Kolom("eenheid", "Eenheid", 11, invoer=False),
        Kolom("doel", "Nodig in {jaar}", 12, invoer=False),
        Kolom("bod", "Uw bod voor {jaar}", 12, invoer=False),
        Kolom("vorig", "Stand in april", 13, invoer=False),
        Kolom("status", "Hoe staat het?", 13),
        Kolom("cijfer", "Bereikt tot nu", 10),
        Kolom("toelichting", "Toelichting", 33),
    ),
)
TOEZEGGINGEN: Final = Tabel(
    "toezeggingen",
    "Toezeggingen",
    (
        Kolom("regel", "Regelcode", 13, invoer=False),
        Kolom("afspraak", "Nr.", 5, invoer=False),
        Kolom("aan", "Voor wie?", 25, invoer=False),
        Kolom("omschrijving", "Waar gaat het over", 45, invoer=False),
        Kolom("toezegging", "Wat u toen zei", 30, invoer=False),
        Kolom("planning", "Voor wanneer?", 16, invoer=False),
        Kolom("vorig", "Stand in april", 14, invoer=False),
        Kolom("status", "Hoe staat het?", 15),
        Kolom("toelichting", "Toelichting", 44),
    ),
)
TOETSTABELLEN: Final = (STAND, TOEZEGGINGEN)
"""Every table of the form of a check, in the order of the sheets."""


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


def naar_domein(veld: str) -> str:
    """Return the name by which a bieding knows a field of the form: status is its deelname."""
    return "deelname" if veld == "status" else veld


def rijhoogte(
    cellen: Iterable[tuple[str, int]], *, minstens: int = 1, punten: float = _PUNTEN
) -> float:
    """Return the height in points in which every (text, width in characters) fits.

    Neither XlsxWriter nor LibreOffice measures wrapped text, so the lines are counted here.
    Widths are those of letters of 11 `punten`, as Excel counts them; larger ones need more.
    """
    schaal = punten / _PUNTEN
    regels = [_tel_regels(tekst, int(breedte / schaal) - 1) for tekst, breedte in cellen]
    hoogte = _REGELHOOGTE * schaal * max(minstens, *regels) + _LUCHT
    return min(round(hoogte, 2), _HOOGSTE_RIJ)


@lru_cache(maxsize=4096)
def _tel_regels(tekst: str, breedte: int) -> int:
    """Return how many lines a text takes; the same words stand in many rows and many forms."""
    if len(tekst) <= breedte and "\n" not in tekst:
        return 1 if tekst else 0
    return sum(len(wrap(alinea, breedte)) or 1 for alinea in tekst.splitlines())


def find_kop(
    cellen: Iterable[tuple[int, int, str]], tabel: Tabel, *, aan_sleutel: bool
) -> Kop | None:
    """Return the row in which most headings stand, None when fewer than 60% are there.

    `cellen` gives (row, column, text) of the first `KOPRIJEN` rows. With
    `aan_sleutel` a row that holds the heading of the codes also counts, whatever else is gone.
    """
    velden = {sleutel(_JAREN.sub("", k.kop)): k.veld for k in tabel.kolommen}
    rijen: dict[int, list[tuple[str, int]]] = {}
    for rij, kolom, tekst in cellen:
        veld = velden.get(sleutel(tekst)) if len(tekst) <= _LANGSTE_KOP else None
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
    herkend = len(gevonden) >= _HERKENBAAR * len(tabel.kolommen) or (
        aan_sleutel and tabel.sleutel in gevonden
    )
    return Kop(beste, gevonden, tuple(dubbel)) if herkend else None
