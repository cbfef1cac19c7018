"""Kaart: the field map that goes with a form, as the JSON beside the workbook says it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Sleutel = tuple[str, str, str]
"""Table, regelcode and field: the name of one answer, wherever its cell has gone."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table of the form: its sheet, heading row, columns and rows."""

    naam: str
    sheet: str
    kop_rij: int
    kolommen: Mapping[str, str]
    koppen: Mapping[str, str]
    invoer: tuple[str, ...]
    regels: Mapping[str, Mapping[str, Any]]

    def cel(self, regel: str, veld: str) -> str:
        """Return the address of one answer, like ``I12``."""
        return f"{self.kolommen[veld]}{self.regels[regel]['rij']}"

    def rij(self, regel: str) -> int:
        """Return the row number of a regel."""
        rij: int = self.regels[regel]["rij"]
        return rij

    @property
    def laatste(self) -> int:
        """Return the number of the last row."""
        return max(self.rij(regel) for regel in self.regels)


@dataclass(frozen=True, slots=True)
class Veldkaart:
    """Whose form it is, where it says so, and its tables by name."""

    partij: str
    cyclus: int
    versie: str
    meta: Mapping[str, Any]
    props: tuple[str, ...]
    tabellen: Mapping[str, Tabel]

    def plek(self, sleutel: Sleutel) -> str:
        """Return sheet and cell of one answer, like ``Bieding!I12``."""
        tabel = self.tabellen[sleutel[0]]
        return f"{tabel.sheet}!{tabel.cel(*sleutel[1:])}"

    def sleutels(self) -> Iterator[Sleutel]:
        """Yield every answer the form has room for."""
        for tabel in self.tabellen.values():
            for regel in tabel.regels:
                for veld in tabel.invoer:
                    yield tabel.naam, regel, veld


def load_kaart(inhoud: str | bytes) -> Veldkaart:
    """Return the field map from its JSON."""
    kaart = json.loads(inhoud)
    tabellen = [
        Tabel(
            naam=tabel["naam"],
            sheet=tabel["sheet"],
            kop_rij=tabel["kop_rij"],
            kolommen=tabel["kolommen"],
            koppen=tabel["koppen"],
            invoer=tuple(tabel["invoer"]),
            regels=tabel["regels"],
        )
        for tabel in kaart["tabellen"]
    ]
    return Veldkaart(
        partij=kaart["partij"],
        cyclus=int(kaart["cyclus"]),
        versie=str(kaart["versie"]),
        meta=kaart["meta"],
        props=tuple(kaart["props"]),
        tabellen={tabel.naam: tabel for tabel in tabellen},
    )
