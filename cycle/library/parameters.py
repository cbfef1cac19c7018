"""Parameters: the dated amounts from ``content/parameters.toml``."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from cycle.domain.notatie import getal
from cycle.domain.parameter import (
    BESTAND,
    HUURGRENZEN,
    PARAMETER_NAAM,
    Parameter,
    Parameters,
    ParameterSoort,
)
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.getallen import read_getal
from cycle.library.tomltabel import TomlTabel, read_toml

_EERSTE_JAAR = 1990
_LAATSTE_JAAR = 2100


def read_parameters(content: Path, bevindingen: Bevindingen) -> Parameters:
    """Return all amounts by kind and year; the same one twice is a fault.

    Without the file there are none: who needs an amount then hears which one is missing.
    """
    if not (content / BESTAND).is_file():
        return Parameters({})
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    alle: dict[tuple[ParameterSoort, int], Parameter] = {}
    for tabel in bron.tabellen("parameter") if bron else ():
        parameter = _read_parameter(tabel, bevindingen)
        if parameter is None:
            continue
        sleutel = (parameter.soort, parameter.jaar)
        if sleutel in alle:
            bevindingen.fout(
                "I132",
                tabel.plek("soort"),
                f"De {parameter.soort} van {parameter.jaar} staat er twee keer.",
            )
        alle.setdefault(sleutel, parameter)
    if bron is not None:
        bron.close()
    _check_volgorde(alle, bevindingen)
    return Parameters(alle)


def _read_parameter(tabel: TomlTabel, bevindingen: Bevindingen) -> Parameter | None:
    """Return one amount, None with a finding when a part of it cannot be used."""
    soort = tabel.keuze("soort", ParameterSoort)
    jaar, tekst, herkomst = tabel.geheel("jaar"), tabel.tekst("bedrag"), tabel.tekst("bron")
    tabel.close()
    if not tabel.is_gaaf:
        return None
    if not _EERSTE_JAAR <= jaar <= _LAATSTE_JAAR:
        raad = "Schrijf een jaar zoals 2024."
        bevindingen.fout("I166", tabel.plek("jaar"), f"'{jaar}' is geen bruikbaar jaar.", raad)
        return None
    bedrag = _read_bedrag(tekst)
    if bedrag is None:
        bevindingen.fout("I166", tabel.plek("bedrag"), f"'{tekst}' is geen bruikbaar bedrag.")
        return None
    return Parameter(soort, jaar, bedrag, herkomst, tabel.plek())


def _read_bedrag(tekst: str) -> Decimal | None:
    """Return an amount above zero, None when the text is none."""
    try:
        bedrag = read_getal(tekst)
    except ValueError:
        return None
    return bedrag if bedrag > 0 else None


def _check_volgorde(
    alle: Mapping[tuple[ParameterSoort, int], Parameter], bevindingen: Bevindingen
) -> None:
    """Report rent limits of one year that do not go up: two were swapped, or a digit was."""
    for jaar in sorted({jaar for _, jaar in alle}):
        grenzen = [alle[soort, jaar] for soort in HUURGRENZEN if (soort, jaar) in alle]
        for laag, hoog in pairwise(grenzen):
            if laag.bedrag >= hoog.bedrag:
                bevindingen.fout(
                    "I167",
                    hoog.plek,
                    f"In {jaar} is {PARAMETER_NAAM[hoog.soort]} {getal(hoog.bedrag)} euro. Dat is "
                    f"niet meer dan {PARAMETER_NAAM[laag.soort]}: {getal(laag.bedrag)} euro.",
                )
