"""Kindproces: .ods and .xls read in a process of its own with hard limits.

Whatever goes wrong in there costs at most some seconds and a bounded amount of memory, and
comes back as a damaged file.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from cycle.forms.bestand.getalformaat import read_getal
from cycle.forms.bestand.keuring import Soort
from cycle.forms.bestand.kind import bladdata
from cycle.forms.bestand.raster import (
    Blad,
    CelSoort,
    Raster,
    Samenvoeging,
    Waarde,
    cel_naam,
    dag_waarde,
    logisch_waarde,
    tekst_waarde,
)
from cycle.forms.opmerkingen import read_opmerking
from cycle.kindproces import ask_kind

SECONDEN: Final = 4.5
"""Time after which the process is ended, its start included."""
_MAP: Final = Path(__file__).resolve().parent
_KIND: Final = "import sys; sys.path.insert(0, sys.argv[1]); from kind.main import main; main()"
_SOORTEN: Final = {bladdata.FOUT: CelSoort.FOUTWAARDE, bladdata.FORMULE: CelSoort.FORMULE,
                   bladdata.TIJD: CelSoort.DATUM}  # fmt: skip


def load_in_kind(inhoud: bytes, soort: Soort) -> Raster | str:
    """Return the cells of an .ods or .xls, or the code of why there are none."""
    try:
        antwoord = json.loads(
            ask_kind(_KIND, _MAP, soort.encode() + b"\n" + inhoud, seconden=SECONDEN)
        )
        return str(antwoord["code"]) if "code" in antwoord else _raster(antwoord)
    except (ValueError, KeyError, TypeError):
        return "B003"


def _raster(antwoord: Mapping[str, Any]) -> Raster:
    """Return the answer of the process as a raster."""
    return Raster(
        bladen=tuple(_blad(blad) for blad in antwoord["bladen"]),
        eigenschappen={str(naam): str(w) for naam, w in antwoord["eigenschappen"].items()},
    )


def _blad(blad: Mapping[str, Any]) -> Blad:
    """Return one sheet."""
    formaten = {(rij, kolom): str(formaat) for rij, kolom, formaat in blad["formaten"]}
    gelezen = (
        (rij, kolom, _waarde(soort, inhoud, formaten.get((rij, kolom), "")))
        for rij, kolom, soort, inhoud in blad["cellen"]
    )
    return Blad(
        str(blad["naam"]),
        {(rij, kolom): waarde for rij, kolom, waarde in gelezen if waarde is not None},
        buiten=cel_naam(*blad["buiten"]) if blad["buiten"] else "",
        opmerkingen={
            (rij, kolom): eigen
            for rij, kolom, auteur, tekst in blad["opmerkingen"]
            if (eigen := read_opmerking(str(tekst), str(auteur or "")))
        },
        doorgestreept=frozenset(_paren(blad["doorgestreept"])),
        samengevoegd=tuple(
            Samenvoeging((boven, links), (onder, rechts))
            for boven, links, onder, rechts in blad["samengevoegd"]
        ),
        verborgen_rijen=frozenset(blad["verborgen"]),
        verborgen_kolommen=frozenset(blad["verborgen_kolommen"]),
    )


def _paren(paren: Iterable[Iterable[int]]) -> Iterable[tuple[int, int]]:
    """Yield rows and columns as tuples; JSON knows lists only."""
    return ((rij, kolom) for rij, kolom in paren)


def _waarde(soort: str, inhoud: str, formaat: str) -> Waarde | None:
    """Return one cell, None when it holds only spaces."""
    if soort in (bladdata.GETAL, bladdata.PROCENT):
        try:
            getal = Decimal(inhoud)
        except InvalidOperation:
            return tekst_waarde(inhoud)
        return read_getal(getal, formaat, procent=soort == bladdata.PROCENT)
    if soort == bladdata.DATUM:
        return dag_waarde(date.fromisoformat(inhoud))
    if soort == bladdata.LOGISCH:
        return logisch_waarde(bool(inhoud))
    if soort in _SOORTEN:
        return Waarde(_SOORTEN[soort], inhoud)
    return tekst_waarde(inhoud)
