"""Tabel: Markdown tables as rows with lines, each cell as it is printed.

The cells are counted in the source line itself: the Markdown reader fills up a short row
and cuts off a long one without a word.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.markdown import Blok, Sectie, list_blokken
from cycle.library.suggestie import advies, nearest, pair_sleutels

_STREEP = re.compile(r"(?<!\\)\|")
_STREEPLIJN = re.compile(r":?-+:?")

Waarde = TypeVar("Waarde")
Keuze = TypeVar("Keuze", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its cells by column name, and its place."""

    cellen: dict[str, str]
    plek: Plek

    def getal(
        self, kolom: str, lees: Callable[[str], Waarde], bevindingen: Bevindingen
    ) -> Waarde | None:
        """Return the cell as `lees` understands it, None with a finding when it cannot."""
        tekst = self.cellen[kolom]
        try:
            return lees(tekst)
        except ValueError:
            staat = f"staat '{tekst}'" if tekst else "staat niets"
            bevindingen.fout(
                "I142", self.plek, f"In de kolom '{kolom}' {staat}. Dat is geen bruikbaar getal."
            )
            return None

    def keuze(self, kolom: str, soort: type[Keuze], bevindingen: Bevindingen) -> Keuze | None:
        """Return the choice in a cell, None with a finding when it is none."""
        try:
            return soort(self.cellen[kolom])
        except ValueError:
            bevindingen.fout(
                "I113",
                self.plek,
                f"In de kolom '{kolom}' kan '{self.cellen[kolom]}' niet.",
                advies(self.cellen[kolom], [lid.value for lid in soort]),
            )
            return None


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: column names, rows with the right number of cells, and its place.

    `is_gaaf` is False when a row was left out because of a fault. `einde` is the index
    in the section of the first line after the table.
    """

    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    plek: Plek
    is_gaaf: bool
    einde: int


def split_cellen(regel: str) -> list[str]:
    r"""Return the cells of one table line; ``\|`` is a stroke inside a cell."""
    kaal = regel.strip().removeprefix("|")
    delen = _STREEP.split(kaal)
    if len(delen) > 1 and not delen[-1].strip():
        delen.pop()
    return [deel.strip().replace("\\|", "|") for deel in delen]


def read_tabellen(
    sectie: Sectie, bevindingen: Bevindingen, *, kolommen: Sequence[str] = ()
) -> list[Tabel]:
    """Return all tables of a section; with `kolommen` the header must have just these.

    Lines that look like a table but are none give a finding.
    """
    tabellen: list[Tabel] = []
    for blok in list_blokken(sectie):
        if blok.soort == "table":
            tabel = _read_tabel(sectie, blok, bevindingen)
            if tabel and (not kolommen or check_kop(tabel, kolommen, bevindingen)):
                tabellen.append(tabel)
        elif blok.soort == "paragraph" and sectie.regels[blok.begin].lstrip().startswith("|"):
            _meld_los(sectie, blok, bevindingen)
    return tabellen


def read_enige_tabel(
    sectie: Sectie, bevindingen: Bevindingen, *, kolommen: Sequence[str] = ()
) -> Tabel | None:
    """Return the one table a section consists of, None when it is missing or broken.

    Other text in the section would never reach a document, so it is a fault.
    """
    fouten = len(bevindingen)
    tabellen = read_tabellen(sectie, bevindingen, kolommen=kolommen)
    for blok in list_blokken(sectie):
        if blok.soort != "table" and not sectie.regels[blok.begin].lstrip().startswith("|"):
            bevindingen.fout(
                "I152", sectie.plek_van(blok.begin), f"Onder '{sectie.titel}' hoort geen tekst."
            )
    if not tabellen and len(bevindingen) == fouten:
        bevindingen.fout("I143", sectie.plek, f"Onder '{sectie.titel}' ontbreekt de tabel.")
    for extra in tabellen[1:]:
        bevindingen.fout("I152", extra.plek, f"Onder '{sectie.titel}' hoort maar een tabel.")
    return tabellen[0] if tabellen else None


def _read_tabel(sectie: Sectie, blok: Blok, bevindingen: Bevindingen) -> Tabel | None:
    """Return one table; rows with another number of cells are left out with a finding."""
    kop = tuple(split_cellen(sectie.regels[blok.begin]))
    plek = sectie.plek_van(blok.begin)
    dubbel = next((naam for naam in kop if kop.count(naam) > 1), None)
    if dubbel is not None:
        bevindingen.fout("I132", plek, f"De kolom '{dubbel}' staat er twee keer.")
        return None
    rijen: list[Rij] = []
    is_gaaf = True
    for index in range(blok.begin + 2, blok.einde):
        cellen = split_cellen(sectie.regels[index])
        if len(cellen) == len(kop):
            rijen.append(Rij(dict(zip(kop, cellen, strict=True)), sectie.plek_van(index)))
            continue
        is_gaaf = False
        if "|" in sectie.regels[index]:
            melding = f"Deze tabelregel heeft {len(cellen)} cellen. De kop heeft er {len(kop)}."
            raad = ""
        else:
            melding = "Deze regel staat direct onder de tabel, maar hoort er niet bij."
            raad = "Zet een lege regel tussen de tabel en de tekst."
        bevindingen.fout("I140", sectie.plek_van(index), melding, raad)
    return Tabel(kop, tuple(rijen), plek, is_gaaf, blok.einde)


def _meld_los(sectie: Sectie, blok: Blok, bevindingen: Bevindingen) -> None:
    """Report table lines that do not form a table."""
    onder = sectie.regels[blok.begin + 1] if blok.begin + 1 < blok.einde else ""
    streepjes = split_cellen(onder)
    if onder and all(_STREEPLIJN.fullmatch(streep) for streep in streepjes):
        aantal = len(split_cellen(sectie.regels[blok.begin]))
        bevindingen.fout(
            "I140",
            sectie.plek_van(blok.begin + 1),
            f"De streeplijn heeft {len(streepjes)} cellen. De kop heeft er {aantal}.",
        )
        return
    bevindingen.fout(
        "I141",
        sectie.plek_van(blok.begin),
        "Deze tabelregels hebben geen kop met een streeplijn eronder.",
        "Een tabel begint met een kop, dan een regel zoals |---|---|, dan de rijen zonder lege "
        "regels ertussen.",
    )


def check_kop(tabel: Tabel, kolommen: Sequence[str], bevindingen: Bevindingen) -> bool:
    """Return whether the header has exactly these columns, in any order."""
    onbekend = [naam for naam in tabel.kolommen if naam not in kolommen]
    ontbreekt = [naam for naam in kolommen if naam not in tabel.kolommen]
    bedoeld, over = pair_sleutels(onbekend, kolommen, ontbreekt)
    for naam, keuze in bedoeld.items():
        raad = f"Bedoelt u '{keuze}'?" if keuze else f"Gebruik: {', '.join(kolommen)}."
        bevindingen.fout("I141", tabel.plek, f"De kolom '{naam}' is niet bekend.", raad)
    for naam in over:
        bevindingen.fout(
            "I141",
            tabel.plek,
            f"De kolom '{naam}' ontbreekt.",
            f"Gebruik: {', '.join(kolommen)}.",
        )
    return not bedoeld and not over


def check_naam(
    naam: str, bekend: Sequence[str], *, wat: str, plek: Plek, bevindingen: Bevindingen
) -> None:
    """Report a row or column that is named but does not exist in the table."""
    if naam in bekend:
        return
    dichtbij = nearest(naam, bekend)
    bevindingen.fout(
        "I144",
        plek,
        f"De {wat} '{naam}' staat niet in de tabel.",
        f"Bedoelt u '{dichtbij}'?" if dichtbij else "",
    )
