"""Waarden: one cell to one value, with a finding for every doubt.

Nothing is guessed in silence and nothing is dropped: a cell gives its value, or a finding
that says why it has none, or both.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.bevinding import Celbevinding
from cycle.domain.gelezen import Reden
from cycle.domain.notatie import getal as in_woorden
from cycle.domain.notatie import opsomming
from cycle.forms.bestand.raster import CelSoort, Waarde
from cycle.forms.lezen.nltaal import read_reden
from cycle.forms.lezen.tijdvak import Tijdvak, read_tijdvak
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

LANGSTE_TEKST: Final = 2000
ONLEESBAAR: Final = {CelSoort.FOUTWAARDE: "W311", CelSoort.FORMULE: "W312"}
_REDENEN: Final = {Reden.STREEPJE: "W314", Reden.ONBEKEND: "W315"}
_LEESTEKENS = re.compile(r"[\W_]+")
_HEEL_JAAR: Final = re.compile(r"[12][0-9]{3}")


class Maat(StrEnum):
    """What kind of number a cell asks for."""

    AANTAL = "aantal"
    MAAT = "maat"
    PROCENT = "procent"
    EURO = "euro"


_MATEN: Final = {
    "%": Maat.PROCENT, "procent": Maat.PROCENT, "euro": Maat.EURO, "€": Maat.EURO,
    "m2": Maat.MAAT, "m²": Maat.MAAT, "hectare": Maat.MAAT, "ha": Maat.MAAT,
}  # fmt: skip


def maat_van(eenheid: str) -> Maat:
    """Return what kind of number belongs to a unit; things that are counted are whole."""
    return _MATEN.get(eenheid.lower(), Maat.AANTAL)


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one cell says; `reden` is there when it gives no value."""

    waarde: Decimal | pendulum.Date | str | None = None
    bevindingen: tuple[Celbevinding, ...] = ()
    kwalificatie: str = ""
    hoog: Decimal | None = None
    tot: pendulum.Date | None = None
    reden: Reden | None = None

    @property
    def getal(self) -> Decimal | None:
        """Return the value when it is a number."""
        return self.waarde if isinstance(self.waarde, Decimal) else None

    @property
    def tekst(self) -> str:
        """Return the value when it is a text, else an empty one."""
        return self.waarde if isinstance(self.waarde, str) else ""

    @property
    def dag(self) -> pendulum.Date | None:
        """Return the value when it is the first day of a period."""
        return self.waarde if isinstance(self.waarde, pendulum.Date) else None


LEEG: Final = Lezing(reden=Reden.LEEG)
GEWEIGERD: Final = Lezing(reden=Reden.GEWEIGERD)
"""A cell of which another finding already says that it cannot be used."""


def geweigerd(code: str, waar: Waar, cel: Waarde, **velden: str) -> Lezing:
    """Return the reading of a cell that gives no value, with the finding that says why."""
    bevinding = make_bevinding(code, waar, ruw=cel.ruw, **velden)
    return Lezing(reden=Reden.GEWEIGERD, bevindingen=(bevinding,))


def zonder_antwoord(reden: Reden, waar: Waar, cel: Waarde) -> Lezing:
    """Return the reading of a cell that says itself that there is no answer."""
    code = _REDENEN.get(reden)
    bevindingen = (make_bevinding(code, waar, ruw=cel.ruw),) if code else ()
    return Lezing(reden=reden, bevindingen=bevindingen)


def keuzelijst(keuzes: Iterable[str], ook: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what may be typed for each of the choices; `ook` adds other words for one."""
    lijst = {_kaal(keuze): keuze for keuze in keuzes}
    return {**lijst, **{_kaal(woord): keuze for woord, keuze in (ook or {}).items()}}


def read_keuze(cel: Waarde | None, waar: Waar, keuzes: Mapping[str, str]) -> Lezing:
    """Return the choice in a cell, in whatever way it was typed; see `keuzelijst`."""
    if cel is None:
        return LEEG
    if cel.soort in ONLEESBAAR:
        return geweigerd(ONLEESBAAR[cel.soort], waar, cel)
    keuze = keuzes.get(_kaal(cel.ruw))
    if keuze is None:
        lijst = opsomming(list(dict.fromkeys(keuzes.values()))).replace(" en ", " of ")
        return geweigerd("W316", waar, cel, keuzes=lijst.rstrip("."))
    return Lezing(keuze)


def _kaal(tekst: str) -> str:
    """Return a choice without capitals, spaces and punctuation."""
    return _LEESTEKENS.sub("", tekst.lower())


def read_tekst(cel: Waarde | None, waar: Waar) -> Lezing:
    """Return free text; a date that Excel made of it comes back in full."""
    if cel is None:
        return LEEG
    if cel.soort in ONLEESBAAR:
        return geweigerd(ONLEESBAAR[cel.soort], waar, cel)
    if len(cel.ruw) > LANGSTE_TEKST:
        return geweigerd("W318", waar, cel, lengte=in_woorden(len(cel.ruw)))
    return Lezing(cel.ruw)


def read_periode(cel: Waarde | None, waar: Waar, jaar: int, *, in_jaar: bool) -> Lezing:
    """Return the period in a cell; with `in_jaar` one outside `jaar` is questioned."""
    if cel is None:
        return LEEG
    if cel.soort in ONLEESBAAR:
        return geweigerd(ONLEESBAAR[cel.soort], waar, cel)
    reden = read_reden(cel.ruw)
    if reden:
        return zonder_antwoord(reden, waar, cel)
    tijdvak = _tijdvak(cel, jaar)
    if tijdvak is None:
        return geweigerd("W319", waar, cel, jaar=str(jaar))
    velden = {"ruw": cel.ruw, "gelezen": _in_woorden(tijdvak), "jaar": str(jaar)}
    buiten = tijdvak.van.year != jaar or tijdvak.tot.year != jaar
    twijfels = (("W320", tijdvak.is_vaag), ("W321", in_jaar and buiten))
    return Lezing(
        tijdvak.van,
        tot=tijdvak.tot,
        bevindingen=tuple(
            make_bevinding(code, waar, **velden) for code, is_zo in twijfels if is_zo
        ),
    )


def _tijdvak(cel: Waarde, jaar: int) -> Tijdvak | None:
    """Return the period in a filled cell; a bare number can be a year only."""
    if cel.soort is CelSoort.DATUM:
        return Tijdvak(cel.dag, cel.dag) if cel.dag else None
    if cel.soort is CelSoort.GETAL and not _HEEL_JAAR.fullmatch(cel.ruw):
        return None
    return read_tijdvak(cel.ruw, jaar)


def _in_woorden(tijdvak: Tijdvak) -> str:
    """Return a period as its first and last day."""
    van, tot = (f"{dag.day}-{dag.month}-{dag.year}" for dag in (tijdvak.van, tijdvak.tot))
    return van if van == tot else f"{van} tot en met {tot}"
