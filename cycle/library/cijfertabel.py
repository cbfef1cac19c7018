"""Cijfertabel: a section ``## Tabel. Titel {#code}`` with a printed table."""

import re
from typing import Final

from cycle.domain.cijfertabel import Cel, Cijfertabel, Verband
from cycle.library.bevindingen import Bevindingen
from cycle.library.gegevens import Gegeven, Gegevens, Sleutels, read_gegevens
from cycle.library.getallen import read_cel
from cycle.library.lopendetekst import cut_tekst
from cycle.library.markdown import Sectie
from cycle.library.register import Register
from cycle.library.tabel import Tabel, check_naam, read_tabellen

KOP: Final = re.compile(r"Tabel\.\s+(?P<titel>.+)")

_SLEUTELS = Sleutels(
    bekend=("Eenheid", "Totaalkolom", "Totaalrij", "Verband"),
    verplicht=("Eenheid",),
    vaker=("Verband",),
)
_TEKEN = re.compile(r"\s+([+\-\u2212\u2013])\s+")


def read_cijfertabel(
    sectie: Sectie, register: Register, bevindingen: Bevindingen
) -> Cijfertabel | None:
    """Return a printed table exactly as published, None with findings when it is broken."""
    gegevens = read_gegevens(sectie, _SLEUTELS, bevindingen)
    fouten = len(bevindingen)
    inhoud = cut_tekst(sectie.rest(gegevens.einde), register, bevindingen)
    tabellen = read_tabellen(inhoud, bevindingen)
    for extra in tabellen[1:]:
        bevindingen.fout("I152", extra.plek, f"Onder '{sectie.titel}' hoort maar een tabel.")
    if not tabellen:
        if len(bevindingen) == fouten:
            bevindingen.fout("I143", sectie.plek, f"Onder '{sectie.titel}' ontbreekt de tabel.")
        return None
    tabel = tabellen[0]
    titel = KOP.fullmatch(sectie.titel)
    rijen = _read_rijnamen(tabel, bevindingen)
    kolommen = tabel.kolommen[1:]
    is_gaaf = len(bevindingen) == fouten
    if is_gaaf:
        _check_totalen(gegevens, rijen, kolommen, bevindingen)
    return Cijfertabel(
        code=sectie.code,
        titel=titel["titel"] if titel else sectie.titel,
        eenheid=gegevens.tekst("Eenheid"),
        rijen=rijen,
        kolommen=kolommen,
        cellen=_read_cellen(tabel, bevindingen),
        totaalkolom=gegevens.tekst("Totaalkolom"),
        totaalrij=gegevens.tekst("Totaalrij"),
        verbanden=_read_verbanden(gegevens, (rijen, kolommen) if is_gaaf else None, bevindingen),
        plek=tabel.plek,
        noot=inhoud.rest(tabel.einde).tekst.strip(),
    )


def _read_rijnamen(tabel: Tabel, bevindingen: Bevindingen) -> tuple[str, ...]:
    """Return the row names; the same name twice is a fault."""
    namen: dict[str, None] = {}
    for rij in tabel.rijen:
        naam = rij.cellen[tabel.kolommen[0]]
        if naam in namen:
            bevindingen.fout("I132", rij.plek, f"De rij '{naam}' staat er twee keer.")
        namen[naam] = None
    return tuple(namen)


def _read_cellen(tabel: Tabel, bevindingen: Bevindingen) -> dict[tuple[str, str], Cel]:
    """Return all figures by row name and column name."""
    return {
        (rij.cellen[tabel.kolommen[0]], kolom): Cel(
            waarde=rij.getal(kolom, read_cel, bevindingen),
            tekst=rij.cellen[kolom],
            plek=rij.plek,
        )
        for rij in tabel.rijen
        for kolom in tabel.kolommen[1:]
    }


def _check_totalen(
    gegevens: Gegevens,
    rijen: tuple[str, ...],
    kolommen: tuple[str, ...],
    bevindingen: Bevindingen,
) -> None:
    """Report a named row or column of totals that is not in the table."""
    for sleutel, bekend, wat in (("Totaalkolom", kolommen, "kolom"), ("Totaalrij", rijen, "rij")):
        gegeven = gegevens.een(sleutel)
        if gegeven is not None:
            check_naam(gegeven.waarde, bekend, wat=wat, plek=gegeven.plek, bevindingen=bevindingen)


def _read_verbanden(
    gegevens: Gegevens,
    assen: tuple[tuple[str, ...], tuple[str, ...]] | None,
    bevindingen: Bevindingen,
) -> tuple[Verband, ...]:
    """Return the relations; `assen` are the rows and columns that they may name.

    Without `assen` the table has faults itself, and the names are not checked.
    """
    verbanden = []
    for gegeven in gegevens.alle("Verband"):
        verband = _read_verband(gegeven, bevindingen)
        if verband is None:
            continue
        verbanden.append(verband)
        if assen is not None:
            _check_verband(verband, assen, gegeven, bevindingen)
    return tuple(verbanden)


def _check_verband(
    verband: Verband,
    assen: tuple[tuple[str, ...], tuple[str, ...]],
    gegeven: Gegeven,
    bevindingen: Bevindingen,
) -> None:
    """Report a name that is no row; or no column, when the others are columns."""
    rijen, kolommen = assen
    is_kolom = bool(set(verband.namen) & set(kolommen)) and not set(verband.namen) & set(rijen)
    bekend, wat = (kolommen, "kolom") if is_kolom else (rijen, "rij")
    for naam in verband.namen:
        check_naam(naam, bekend, wat=wat, plek=gegeven.plek, bevindingen=bevindingen)


def _read_verband(gegeven: Gegeven, bevindingen: Bevindingen) -> Verband | None:
    """Return the relation ``Uitkomst = Rij + Rij - Rij``; signs stand between spaces."""
    uitkomst, gelijk, som = gegeven.waarde.partition("=")
    delen = _TEKEN.split(f" + {som.strip()}")[1:]
    termen = list(zip(delen[::2], delen[1::2], strict=True))
    if not gelijk or not uitkomst.strip() or not all(naam.strip() for _, naam in termen):
        bevindingen.fout(
            "I151",
            gegeven.plek,
            f"Het verband '{gegeven.waarde}' is niet te lezen.",
            "Schrijf het zo: Netto toevoeging = Nieuwbouw - Sloop en verkoop.",
        )
        return None
    return Verband(
        uitkomst=uitkomst.strip(),
        plus=tuple(naam.strip() for teken, naam in termen if teken == "+"),
        min=tuple(naam.strip() for teken, naam in termen if teken != "+"),
    )
