"""Kenmerkblad: what a form says about itself, hidden and in plain sight.

The hidden sheet ``_jaarschijf`` holds, from the first row down and all as text::

    partij        domesta               (name left, value right; the five of `HERKOMST`)
    samenwerking  hoogeveen
    gemeente      Hoogeveen
    cyclus        2024
    versie        2
    somcode       0123456789abcdef
    uitgave       volledig              (or: kort)
    afspraken     1 2 3                 (the numbers of the samenwerking; no property)
                                        (an empty row)
    tabel         blad      kolommen    (`TABELVELDEN`, one row per table of this gemeente)
    bieding       Bieding   regel afspraak omschrijving …
                                        (an empty row)
    gevraagde     code                  (`KEUZEVELDEN`, who can be asked, and the partij)
    Actium        actium
                                        (an empty row)
    regel         afspraak  …           (`VRAAGVELDEN`, one row per question of any table)
    A01-NETTO     1         …

The somcode is that of `cycle.forms.lezen.herkenning.bereken_somcode` over the values of `HERKOMST`,
uitgave and afspraken, and every row of the three lists.

A workbook for several gemeenten has such a sheet for each: ``_jaarschijf``, ``_jaarschijf_2``
and so on, with properties ``jaarschijf_partij`` and ``jaarschijf_2_partij``.

`kolommen` are the fields that a sheet has in this edition: a short one leaves columns out,
and those were never there to miss. In `VRAAGVELDEN` a field that the table of that question
does not have is empty; `tabel` says which table it belongs to, `aard` and `teken` which
numbers make sense ("+" is zero or more, "±" any), and `controle` of which rows its answer is
the outcome, like ``A01-NB_DAEB - A01-SLVK``.

On every sheet with a table stands the `Formuliercode`, which a csv and a paper print keep.
"""

import re
from dataclasses import dataclass
from typing import Final

from cycle.forms.indeling import BIEDING, GEVRAAGD, KENMERKEN, STAND, TOEZEGGINGEN

HERKOMST: Final = ("partij", "samenwerking", "gemeente", "cyclus", "versie")
"""Whose form it is; with somcode and uitgave also kept as properties of the workbook."""

VOORVOEGSEL: Final = "jaarschijf_"
"""Prefix of the custom properties."""

SOMCODE: Final = "somcode"
UITGAVE: Final = "uitgave"
AFSPRAKEN: Final = "afspraken"
"""Numbers of all afspraken of the samenwerking; too long for a property."""

TABELVELDEN: Final = ("tabel", "blad", "kolommen")
KEUZEVELDEN: Final = ("gevraagde", "code")
VRAAGVELDEN: Final = (
    *BIEDING.vast,
    "aard",
    "teken",
    "controle",
    "tabel",
    *(veld for veld in GEVRAAGD.vast if veld not in BIEDING.vast),
)
"""Columns of the questions: grey cells, and what a reader has to know about the answer."""

TOETSVELDEN: Final = (
    *STAND.vast,
    "aard",
    "teken",
    "controle",
    "tabel",
    *(veld for veld in TOEZEGGINGEN.vast if veld not in STAND.vast),
)
"""The same for the form of a check, which names its moment in its version: ``april.1``."""

NUL_OF_MEER: Final = "+"
ELK_GETAL: Final = "±"

_CODE = re.compile(
    r"\bformulier\s*:\s*([\w-]+)\s*/\s*([\w-]+)\s*/\s*([12][0-9]{3})\s*/\s*([\w.]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Formuliercode:
    """What stands above each table: ``Formulier: hoogeveen / domesta / 2024 / 2``."""

    samenwerking: str
    partij: str
    jaar: int
    versie: str

    def __str__(self) -> str:
        """Return the line as it is printed."""
        return f"Formulier: {self.samenwerking} / {self.partij} / {self.jaar} / {self.versie}"


def read_formuliercode(tekst: str) -> Formuliercode | None:
    """Return the code that stands in a text, also with other spaces or capitals around it."""
    gevonden = _CODE.search(tekst)
    if gevonden is None:
        return None
    samenwerking, partij, jaar, versie = gevonden.groups()
    return Formuliercode(samenwerking.lower(), partij.lower(), int(jaar), versie)


def kenmerkblad_naam(nummer: int) -> str:
    """Return the name of the hidden sheet of gemeente `nummer`, counted from 1."""
    return KENMERKEN if nummer == 1 else f"{KENMERKEN}_{nummer}"


def eigenschap(naam: str, nummer: int) -> str:
    """Return the custom property that holds `naam` of gemeente `nummer`, counted from 1."""
    return VOORVOEGSEL + (naam if nummer == 1 else f"{nummer}_{naam}")
