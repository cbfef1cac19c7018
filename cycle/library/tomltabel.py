"""Tomltabel: one table of a TOML file, read key by key with its lines.

A fault gives a finding and a stand-in value, so that reading goes on and all faults come
out together. The stand-ins never leave this package: content with faults is refused.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

import pendulum

from cycle.domain.plek import Plek
from cycle.library.bestand import VREEMD, Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies, pair_sleutels
from cycle.library.tomlregels import Bereik, Pad, list_regels

Keuze = TypeVar("Keuze", bound=StrEnum)
Waarde = TypeVar("Waarde")

_GROOTSTE_GETAL: Final = 9999
"""No year, day or distance in days is larger."""

_GEEN_TEKST: Final = re.compile(rf"[\t\n\r]|{VREEMD.pattern}")
"""Texts of TOML stand on one line, in headings and in the head of a mail."""

GEEN_DATUM: Final = pendulum.date(1, 1, 1)
"""Stands in for a date that could not be read."""

CODE_VORM: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""Form of every code that coordinators make up."""


class TomlTabel:
    """Reads typed values; `close` then reports keys that nobody asked for."""

    def __init__(
        self,
        waarden: Mapping[str, object],
        bestand: Bestand,
        *,
        pad: Pad,
        regels: Mapping[Pad, Bereik],
        bevindingen: Bevindingen,
    ) -> None:
        self._waarden = waarden
        self._bestand = bestand
        self._pad = pad
        self._regels = regels
        self._bevindingen = bevindingen
        self._bekend: list[str] = []
        self._ontbreekt: list[str] = []
        self.is_gaaf = True

    def plek(self, sleutel: str = "", waarde: str = "") -> Plek:
        """Return the place of this table, of a key, or of one text inside a list."""
        pad = (*self._pad, sleutel) if sleutel else self._pad
        bereik = self._regels.get(pad) or self._regels.get((*pad, 0))
        begin, einde = bereik or self._regels.get(self._pad, (1, 1))
        if waarde:
            for nummer in range(begin, einde + 1):
                if f'"{waarde}"' in self._bestand.regels[nummer - 1]:
                    return self._bestand.plek(nummer)
        return self._bestand.plek(begin)

    def tekst(self, sleutel: str, *, verplicht: bool = True) -> str:
        """Return a text, "" when an optional key is absent; a required text is not empty."""
        waarde = self._haal(sleutel, str, "een tekst tussen aanhalingstekens", verplicht)
        if waarde is not None and verplicht and not waarde.strip():
            self._meld_soort(sleutel, f"Bij '{sleutel}' staat niets.", "Vul de tekst in.")
        kaal = (waarde or "").strip()
        self._check_tekens(sleutel, kaal)
        return kaal

    def teksten(self, sleutel: str, *, verplicht: bool = True) -> tuple[str, ...]:
        """Return a list of texts, empty when an optional key is absent."""
        lijst = self._haal(sleutel, list, "een lijst", verplicht) or []
        goed = tuple(deel for deel in lijst if isinstance(deel, str) and deel.strip())
        self._check_tekens(sleutel, "".join(goed))
        if len(goed) < len(lijst):
            self._meld_soort(
                sleutel,
                f"In de lijst '{sleutel}' staat iets wat geen tekst is.",
                "Zet elk deel tussen aanhalingstekens, met een komma ertussen.",
            )
        return goed

    def code(self, sleutel: str = "code") -> str:
        """Return a code of small letters, digits and hyphens, "" when it is no such code."""
        waarde = self.tekst(sleutel)
        if waarde and not CODE_VORM.fullmatch(waarde):
            self.is_gaaf = False
            self._bevindingen.fout(
                "I114", self.plek(sleutel), f"De code '{waarde}' heeft niet de goede vorm."
            )
            return ""
        return waarde

    def geheel(self, sleutel: str, *, standaard: int | None = None) -> int:
        """Return a whole number; without `standaard` the key is required."""
        waarde = self._haal(sleutel, int, "een heel getal", standaard is None)
        if waarde is not None and abs(waarde) > _GROOTSTE_GETAL:
            raad = f"Schrijf een getal van hoogstens {_GROOTSTE_GETAL}."
            self._meld_soort(sleutel, f"Het getal bij '{sleutel}' is te groot.", raad)
            return standaard or 0
        return (standaard or 0) if waarde is None else waarde

    def waar(self, sleutel: str) -> bool:
        """Return an optional true or false, false when absent."""
        return self._haal(sleutel, bool, "true of false", verplicht=False) or False

    def datum(self, sleutel: str) -> pendulum.Date:
        """Return a required date."""
        return self._datum(sleutel, verplicht=True) or GEEN_DATUM

    def datum_of_niets(self, sleutel: str) -> pendulum.Date | None:
        """Return an optional date."""
        return self._datum(sleutel, verplicht=False)

    def keuze(self, sleutel: str, soort: type[Keuze], standaard: Keuze | None = None) -> Keuze:
        """Return one of a fixed set of words; without `standaard` the key is required."""
        eerste = next(iter(soort))
        waarde = self._haal(sleutel, str, "een tekst tussen aanhalingstekens", standaard is None)
        if waarde is None:
            return standaard or eerste
        return self._kies(sleutel, waarde, soort) or eerste

    def keuzes(
        self, sleutel: str, soort: type[Keuze], *, verplicht: bool = True
    ) -> tuple[Keuze, ...]:
        """Return a list of words from a fixed set, empty when an optional key is absent."""
        woorden = self.teksten(sleutel, verplicht=verplicht)
        for dubbel in dict.fromkeys(woord for woord in woorden if woorden.count(woord) > 1):
            self.is_gaaf = False
            melding = f"Bij '{sleutel}' staat '{dubbel}' twee keer."
            self._bevindingen.fout("I132", self.plek(sleutel, dubbel), melding)
        gekozen = (self._kies(sleutel, woord, soort) for woord in woorden)
        return tuple(woord for woord in gekozen if woord is not None)

    def tabellen(self, sleutel: str) -> "tuple[TomlTabel, ...]":
        """Return the tables under ``[[sleutel]]``, none when there are none."""
        lijst = self._haal(sleutel, list, f"een blok [[{sleutel}]]", verplicht=False) or []
        goed = [deel for deel in lijst if isinstance(deel, dict)]
        if len(goed) < len(lijst):
            self._meld_soort(
                sleutel,
                f"Bij '{sleutel}' hoort een blok en geen lijst.",
                f"Zet [[{sleutel}]] op een eigen regel, met de gegevens eronder.",
            )
        return tuple(self._deel(deel, sleutel, nummer) for nummer, deel in enumerate(goed))

    def tabel(self, sleutel: str) -> "TomlTabel | None":
        """Return the table under ``[sleutel]``, None when there is none."""
        waarden = self._haal(sleutel, dict, f"een blok [{sleutel}]", verplicht=False)
        return None if waarden is None else self._deel(waarden, sleutel)

    def _deel(self, waarden: Mapping[str, object], *pad: str | int) -> "TomlTabel":
        """Return a table inside this one."""
        regels, bevindingen = self._regels, self._bevindingen
        heel = (*self._pad, *pad)
        return TomlTabel(waarden, self._bestand, pad=heel, regels=regels, bevindingen=bevindingen)

    def close(self) -> None:
        """Report unknown and missing keys; a misspelt key is one fault, not two."""
        if self._ontbreekt and not self._waarden:
            self._bevindingen.fout("I111", self.plek(), "Hier staan geen gegevens onder.")
            return
        onbekend = [sleutel for sleutel in self._waarden if sleutel not in self._bekend]
        bedoeld, ontbreekt = pair_sleutels(onbekend, self._bekend, self._ontbreekt)
        for sleutel, keuze in bedoeld.items():
            self.is_gaaf = False
            self._bevindingen.fout(
                "I110",
                self.plek(sleutel),
                f"De sleutel '{sleutel}' is niet bekend.",
                f"Bedoelt u '{keuze}'?" if keuze else advies(sleutel, self._bekend),
            )
        for sleutel in ontbreekt:
            self._bevindingen.fout(
                "I111",
                self.plek(),
                f"De sleutel '{sleutel}' ontbreekt.",
                f"Voeg een regel toe die begint met '{sleutel} ='.",
            )

    def _datum(self, sleutel: str, *, verplicht: bool) -> pendulum.Date | None:
        """Return a date; a time beside it is a fault."""
        waarde = self._haal(sleutel, date, "een datum zoals 2024-12-31", verplicht)
        if isinstance(waarde, datetime):
            self._meld_soort(
                sleutel, f"Bij '{sleutel}' hoort geen tijd.", "Schrijf alleen de datum."
            )
        return None if waarde is None else pendulum.date(waarde.year, waarde.month, waarde.day)

    def _haal(self, sleutel: str, soort: type[Waarde], wat: str, verplicht: bool) -> Waarde | None:
        """Return the value of a key, None when it is absent or of another kind."""
        self._bekend.append(sleutel)
        if sleutel not in self._waarden:
            if verplicht:
                self.is_gaaf = False
                self._ontbreekt.append(sleutel)
            return None
        waarde = self._waarden[sleutel]
        is_goed = isinstance(waarde, soort) and (soort is bool or not isinstance(waarde, bool))
        if is_goed and isinstance(waarde, soort):
            return waarde
        self._meld_soort(sleutel, f"Bij '{sleutel}' hoort {wat}.", "Pas de waarde aan.")
        return None

    def _kies(self, sleutel: str, woord: str, soort: type[Keuze]) -> Keuze | None:
        """Return the member that `woord` names, None with a finding when there is none."""
        try:
            return soort(woord)
        except ValueError:
            self.is_gaaf = False
            self._bevindingen.fout(
                "I113",
                self.plek(sleutel, woord),
                f"Bij '{sleutel}' kan '{woord}' niet.",
                advies(woord, [lid.value for lid in soort]),
            )
            return None

    def _check_tekens(self, sleutel: str, tekst: str) -> None:
        """Report characters that an escape put in a text; a line end would split a mail header."""
        gevonden = _GEEN_TEKST.search(tekst)
        if gevonden and gevonden[0] in "\r\n":
            melding = f"De tekst bij '{sleutel}' loopt door op een nieuwe regel."
            self._meld_soort(sleutel, melding, "Zet de hele tekst op een regel.")
        elif gevonden:
            self.is_gaaf = False
            melding = f"Bij '{sleutel}' staat een teken dat niet kan"
            self._bevindingen.fout(
                "I105", self.plek(sleutel), f"{melding} (nummer {ord(gevonden[0]):04X})."
            )

    def _meld_soort(self, sleutel: str, melding: str, raad: str) -> None:
        """Report a value of the wrong kind."""
        self.is_gaaf = False
        self._bevindingen.fout("I112", self.plek(sleutel), melding, raad)


_MELDINGEN: Final = {
    "Cannot overwrite a value": "Deze sleutel staat er twee keer.",
    "Cannot declare": "Dit blok staat er twee keer.",
    "Invalid date": "Deze datum bestaat niet.",
    "Illegal character": "Hier ontbreekt een aanhalingsteken, of er staat een vreemd teken.",
    "Unterminated string": "Hier ontbreekt een aanhalingsteken.",
    "Unclosed array": "Een lijst heeft geen vierkante haak aan het eind.",
    "Expected '='": "Achter de sleutel ontbreekt het isgelijkteken.",
    "Invalid value": "De waarde op deze regel is niet goed geschreven.",
}
"""How the message of the standard library begins, and the same in Dutch."""


def read_toml(bestand: Bestand, bevindingen: Bevindingen) -> TomlTabel | None:
    """Return the whole file as a table, or None with one finding when it is no TOML."""
    try:
        waarden = tomllib.loads(bestand.tekst)
        regels = list_regels(bestand.tekst)
    except tomllib.TOMLDecodeError as fout:
        melding = next(
            (nl for begin, nl in _MELDINGEN.items() if str(fout).startswith(begin)),
            "Deze regel is niet te lezen.",
        )
        gevonden = re.search(r"at line (\d+)", str(fout))
        regel = int(gevonden[1]) if gevonden else len(bestand.tekst.rstrip().split("\n"))
        bevindingen.fout("I104", bestand.plek(regel), melding)
        return None
    except ValueError:
        # the reader turns digits into an int, and Python refuses thousands of them
        regel = _regel_met_meeste(bestand, "0123456789")
        bevindingen.fout("I104", bestand.plek(regel), "Op deze regel staat een veel te lang getal.")
        return None
    except RecursionError:
        regel = _regel_met_meeste(bestand, "[{")
        bevindingen.fout("I104", bestand.plek(regel), "Hier staan te veel haakjes in elkaar.")
        return None
    return TomlTabel(waarden, bestand, pad=(), regels=regels, bevindingen=bevindingen)


def _regel_met_meeste(bestand: Bestand, tekens: str) -> int:
    """Return the line with most of these characters, counted from 1."""
    aantallen = [sum(map(regel.count, tekens)) for regel in bestand.regels]
    return aantallen.index(max(aantallen)) + 1
