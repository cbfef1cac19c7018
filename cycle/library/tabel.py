"""Tabel: Markdown tables as rows with lines, each cell as it is printed.

The cells are counted in the source line itself: the Markdown reader fills up a short row
and cuts off a long one without a word.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.getallen import read_jaar
from cycle.library.markdown import Blok, Sectie, list_blokken
from cycle.library.suggestie import advies, nearest, pair_sleutels

_STREEP = re.compile(r"(?<!\\)\|")
_STREEPLIJN = re.compile(r":?-+:?")
_GETOOND: Final = 40
"""Characters of a cell that a finding quotes."""

Waarde = TypeVar("Waarde")
Keuze = TypeVar("Keuze", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its cells by column name, and its place."""

    cellen: dict[str, str]
    plek: Plek

    def getal(
        self,
        kolom: str,
        lees: Callable[[str], Waarde],
        bevindingen: Bevindingen,
        *,
        raad: str = "",
    ) -> Waarde | None:
        """Return the cell as `lees` understands it, None with a finding when it cannot."""
        tekst = self.cellen[kolom]
        try:
            return lees(tekst)
        except ValueError:
            getoond = tekst if len(tekst) <= _GETOOND else f"{tekst[:_GETOOND]}..."
            staat = f"staat '{getoond}'" if tekst else "staat niets"
            bevindingen.fout(
                "I142",
                self.plek,
                f"In de kolom '{kolom}' {staat}. Dat is geen bruikbaar getal.",
                raad,
            )
            return None

    def jaar(self, kolom: str, bevindingen: Bevindingen) -> int | None:
        """Return the calendar year in a cell, None with a finding when it is none."""
        return self.getal(kolom, read_jaar, bevindingen, raad="Schrijf een jaar zoals 2024.")

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

    `einde` is the index in the section of the first line after the table.
    """

    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    plek: Plek
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
            tabel = read_tabel(sectie, blok, bevindingen)
            if check_kop(tabel, kolommen, bevindingen):
                tabellen.append(tabel)
        elif (index := find_tabelregel(sectie, blok)) is not None:
            report_los(sectie, index, blok.einde, bevindingen)
    return tabellen


def find_tabelregel(sectie: Sectie, blok: Blok) -> int | None:
    """Return the first line of a paragraph that was meant as part of a table."""
    if blok.soort != "paragraph":
        return None
    return next(
        (i for i in range(blok.begin, blok.einde) if sectie.regels[i].lstrip().startswith("|")),
        None,
    )


def read_enige_tabel(
    sectie: Sectie, bevindingen: Bevindingen, *, kolommen: Sequence[str] = ()
) -> Tabel | None:
    """Return the one table a section consists of, None when it is missing or broken.

    Other text in the section would never reach a document, so it is a fault. What comes
    after it is left alone: it may belong to a heading that was misspelt.
    """
    fouten = len(bevindingen)
    for blok in list_blokken(sectie):
        if blok.soort != "table" and find_tabelregel(sectie, blok) is None:
            plek = sectie.plek_van(blok.begin)
            bevindingen.fout("I152", plek, f"Onder '{sectie.titel}' hoort geen tekst.")
            sectie = sectie.before(blok.begin)
            break
    tabellen = read_tabellen(sectie, bevindingen, kolommen=kolommen)
    if not tabellen and len(bevindingen) == fouten:
        bevindingen.fout("I143", sectie.plek, f"Onder '{sectie.titel}' ontbreekt de tabel.")
    for extra in tabellen[1:]:
        bevindingen.fout("I152", extra.plek, f"Onder '{sectie.titel}' hoort maar een tabel.")
    return tabellen[0] if tabellen else None


def read_tabel(sectie: Sectie, blok: Blok, bevindingen: Bevindingen) -> Tabel:
    """Return one table; rows with another number of cells are left out with a finding."""
    kop = tuple(split_cellen(sectie.regels[blok.begin]))
    plek = sectie.plek_van(blok.begin)
    rijen: list[Rij] = []
    for index in range(blok.begin + 2, blok.einde):
        cellen = split_cellen(sectie.regels[index])
        if all(map(_STREEPLIJN.fullmatch, cellen)):
            melding = "Er staat een streeplijn te veel in deze tabel."
            bevindingen.fout("I140", sectie.plek_van(index), melding, "Haal deze regel weg.")
            continue
        if len(cellen) == len(kop):
            rijen.append(Rij(dict(zip(kop, cellen, strict=True)), sectie.plek_van(index)))
            continue
        if "|" in sectie.regels[index]:
            melding = f"Deze tabelregel heeft {len(cellen)} cellen. De kop heeft er {len(kop)}."
            raad = ""
        else:
            melding = "Deze regel staat direct onder de tabel, maar hoort er niet bij."
            raad = "Zet een lege regel tussen de tabel en de tekst."
        bevindingen.fout("I140", sectie.plek_van(index), melding, raad)
    return Tabel(kop, tuple(rijen), plek, blok.einde)


def report_los(sectie: Sectie, begin: int, einde: int, bevindingen: Bevindingen) -> None:
    """Report table lines that do not form a table."""
    onder = sectie.regels[begin + 1] if begin + 1 < einde else ""
    streepjes = split_cellen(onder)
    if onder and all(map(_STREEPLIJN.fullmatch, streepjes)):
        aantal = len(split_cellen(sectie.regels[begin]))
        bevindingen.fout(
            "I140",
            sectie.plek_van(begin + 1),
            f"De streeplijn heeft {len(streepjes)} cellen. De kop heeft er {aantal}.",
        )
        return
    bevindingen.fout(
        "I141",
        sectie.plek_van(begin),
        "Deze tabelregels hebben geen kop met een streeplijn eronder.",
        "Een tabel begint met een kop, dan een regel zoals |---|---|, dan de rijen zonder lege "
        "regels ertussen.",
    )


def check_kop(tabel: Tabel, kolommen: Sequence[str], bevindingen: Bevindingen) -> bool:
    """Return whether the header names each column once, and is made of just these.

    Without `kolommen` any names will do.
    """
    dubbel = next((naam for naam in tabel.kolommen if tabel.kolommen.count(naam) > 1), None)
    if dubbel is not None:
        bevindingen.fout("I132", tabel.plek, f"De kolom '{dubbel}' staat er twee keer.")
    if dubbel is not None or not kolommen:
        return dubbel is None
    onbekend = [naam for naam in tabel.kolommen if naam not in kolommen]
    ontbreekt = [naam for naam in kolommen if naam not in tabel.kolommen]
    gebruik = f"Gebruik: {', '.join(kolommen)}."
    if len(ontbreekt) * 2 > len(kolommen):
        # another table than was meant: one finding, not one per column
        bevindingen.fout("I141", tabel.plek, "Deze tabel heeft andere kolommen.", gebruik)
        return False
    bedoeld, over = pair_sleutels(onbekend, kolommen, ontbreekt)
    for naam, keuze in bedoeld.items():
        raad = f"Bedoelt u '{keuze}'?" if keuze else gebruik
        bevindingen.fout("I141", tabel.plek, f"De kolom '{naam}' is niet bekend.", raad)
    for naam in over:
        bevindingen.fout("I141", tabel.plek, f"De kolom '{naam}' ontbreekt.", gebruik)
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
