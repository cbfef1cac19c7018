"""Blanco: an empty form with its field map, filled with answers that are all in order."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.cycle.forms.corpus.geval import Geval, Melding, Overig, Waarde, meld, uitkomst_van
from tests.cycle.forms.corpus.kaart import Sleutel, Veldkaart
from tests.cycle.forms.corpus.omzetten import put_value

Bewerking = Callable[[Workbook], object]

_PARTIJ_AANTALLEN: Final = {"NB_DAEB": 60, "SLVK": 35, "NETTO": 25, "SLNB": 20, "AANKOOP": 0}
"""What has to add up: net is new minus sloop and verkoop, and replacement is part of new."""

_VOORRAAD: Final = {
    "VRD_DAEB": 3000, "VRD_NDAEB": 200, "VRD_ONZ": 40, "VRD_ZORG": 60, "VRD_WW": 5, "VRD_SP": 7,
    "VRD_VHE": 3312, "KK_N": 500, "AT1_N": 1900, "AT2_N": 400, "LIB_N": 200, "EFG_VRD": 310,
}  # fmt: skip
"""A stock of which the parts are the whole."""


@dataclass(frozen=True)
class Blanco:
    """An empty form and its map; `seed` chooses which rows the cases work on."""

    leeg: bytes
    kaart: Veldkaart
    seed: int = 0

    @cached_property
    def antwoorden(self) -> Mapping[Sleutel, Any]:
        """Return what a careful partij types: every question answered, nothing to remark."""
        nummers = count(10)
        return {
            sleutel: waarde
            for sleutel in self.kaart.sleutels()
            if (waarde := self._antwoord(sleutel, next(nummers))) is not None
        }

    def _antwoord(self, sleutel: Sleutel, nummer: int) -> Any:  # noqa: ANN401 - text or number
        """Return the answer to one question, None where the form asks nothing."""
        tabel, regel, veld = sleutel
        soort = regel.rpartition("-")[2]
        eenheid = self.kaart.tabellen[tabel].regels[regel]["eenheid"]
        if veld == "stand":
            return _VOORRAAD.get(soort, 10 if eenheid == "%" else nummer)
        if veld == "bod":
            if not eenheid:
                return None
            return _PARTIJ_AANTALLEN.get(soort, 5 if eenheid == "%" else nummer)
        vast = {"status": "ja", "planning": f"Q3 {self.kaart.cyclus}", "bedrag": 1000 * nummer}
        return vast.get(veld, f"Wij doen dit met de huurders ({nummer}).")

    @cached_property
    def schoon(self) -> Mapping[Sleutel, Waarde]:
        """Return what must be read from the clean answers."""
        jaar = self.kaart.cyclus
        periode = Waarde(f"{jaar}-07-01", tot=f"{jaar}-09-30")
        return {
            sleutel: periode if sleutel[2] == "planning" else Waarde(waarde)
            for sleutel, waarde in self.antwoorden.items()
        }

    @cached_property
    def gevuld(self) -> bytes:
        """Return the form with the clean answers in it."""

        def vul(boek: Workbook) -> None:
            for sleutel, waarde in self.antwoorden.items():
                self.zet(boek, sleutel, waarde)

        return change(self.leeg, vul)

    def zet(self, boek: Workbook, sleutel: Sleutel, waarde: object, formaat: str = "") -> None:
        """Type something in the cell of one answer; text stays text."""
        blad, _, adres = self.kaart.plek(sleutel).partition("!")
        cel = boek[blad][adres]
        cel.value = waarde
        if isinstance(waarde, str) and cel.data_type == "f":
            cel.data_type = "s"
        if formaat:
            cel.number_format = formaat

    def regels(self, tabel: str, is_goed: Callable[[str, str], bool]) -> list[str]:
        """Return regelcodes for which `is_goed` holds; another seed starts with another one."""
        gevonden = [
            code
            for code, regel in self.kaart.tabellen[tabel].regels.items()
            if is_goed(code, regel["eenheid"])
        ]
        begin = self.seed % len(gevonden) if gevonden else 0
        return gevonden[begin:] + gevonden[:begin]

    @cached_property
    def tellingen(self) -> list[str]:
        """Return rows that ask for a number of things which no sum depends on."""
        return self.regels(
            "bieding",
            lambda code, eenheid: (
                eenheid not in ("", "%", "euro", "m2")
                and code.rpartition("-")[2] not in _PARTIJ_AANTALLEN
                and "NETTO" not in code
            ),
        )

    @cached_property
    def aantal(self) -> str:
        """Return a row that asks for a number of things."""
        return self.tellingen[0]

    @cached_property
    def procent(self) -> str:
        """Return a row that asks for a percentage."""
        return self.regels("bieding", lambda _, eenheid: eenheid == "%")[0]

    @cached_property
    def inzet(self) -> str:
        """Return a row that asks for no number at all."""
        return self.regels("bieding", lambda _, eenheid: not eenheid)[0]

    def soort(self, tabel: str, indicator: str) -> str:
        """Return the row of an indicator."""
        return self.regels(tabel, lambda code, _: code.rpartition("-")[2] == indicator)[0]

    def geval(
        self,
        naam: str,
        bewerking: Bewerking,
        anders: Mapping[Sleutel, Waarde | Overig | None] | None = None,
        *meldingen: Melding,
        mag: str = "",
        uitkomst: str = "",
    ) -> Geval:
        """Return a form that was changed by hand; `anders` is what is no longer clean.

        None in `anders` means: this answer is no longer there to be read.
        """
        alles = {**self.schoon, **(anders or {})}
        return Geval(
            naam=naam,
            maak=lambda: change(self.gevuld, bewerking),
            waarden={s: w for s, w in alles.items() if w is not None},
            meldingen=meldingen,
            mag=frozenset(mag.split("|")) if mag else frozenset(),
            uitkomst=frozenset(uitkomst.split("|")) if uitkomst else uitkomst_van(meldingen),
        )

    def typ(
        self,
        naam: str,
        sleutel: Sleutel,
        ruw: object,
        verwacht: Waarde | Overig,
        codes: str = "",
        formaat: str = "",
    ) -> Geval:
        """Return a clean form in which one cell holds `ruw`, with a finding on that cell."""
        meldingen = [meld(codes, self.kaart.plek(sleutel))] if codes else []
        if isinstance(verwacht, Waarde) and isinstance(ruw, str):
            verwacht = Waarde(
                verwacht.value, verwacht.kwalificatie, verwacht.hoog, verwacht.tot,
                verwacht.reden, ruw,
            )  # fmt: skip
        geval = self.geval(
            naam,
            lambda boek: self.zet(boek, sleutel, ruw, formaat),
            {sleutel: verwacht},
            *meldingen,
        )
        if formaat or not isinstance(ruw, str | int | float | None):
            return geval
        blad, _, adres = self.kaart.plek(sleutel).partition("!")
        return replace(geval, maak=lambda: put_value(self.gevuld, blad, adres, ruw))


def change(inhoud: bytes, bewerking: Bewerking) -> bytes:
    """Return the workbook after a partner changed something in it."""
    boek = load_workbook(io.BytesIO(inhoud))
    bewerking(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
