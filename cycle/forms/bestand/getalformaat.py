"""Getalformaat: the words that the number format of a cell shows around its number.

In a cell with 3 and the format ``0" mln"`` a reader sees "3 mln". Signs that only help to
line numbers up, like the dash and the spaces of an accounting format, are no words.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from cycle.forms.bestand.raster import Waarde, getal_waarde, tekst_waarde

_LANGSTE: Final = 255
"""Excel knows no longer formats; words beyond that would only cost memory for each cell."""
_GROOTSTE_SCHAAL: Final = 4
_STUK = re.compile(
    r'"(?P<tussen>[^"]*)"?|\\(?P<los>.)|[_*].|\[\$(?P<munt>[^\]-]*)[^\]]*\]'
    r"|\[(?P<teken><=|>=|<>|[<>=])(?P<grens>-?[0-9]+(?:[.,][0-9]+)?)\]|\[[^\]]*\]"
    r"|(?P<cijfer>General|Standaard|[0#?](?:[0#?.,/]*[0#?/])?)(?P<duizend>,*)"
    r"|(?P<teken_los>[€£$%±~≈])|(?P<einde>;)|."
)
_WOORD = re.compile(r"[^\W_]|[€£$%±~≈<>≤≥?]")
_VERGELIJK: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


@dataclass(slots=True)
class Deel:
    """One part of a number format: the words before and behind the number.

    `schaal` is how many times the number is shown through a thousand. `grens` says of which
    numbers this part is, when the format names them.
    """

    voor: str = ""
    achter: str = ""
    heeft_getal: bool = False
    is_procent: bool = False
    schaal: int = 0
    teken: str = ""
    grens: Decimal = Decimal(0)

    def add(self, tekst: str) -> None:
        """Add words on the side of the number where they stand; signs only are none."""
        if not _WOORD.search(tekst):
            return
        if self.heeft_getal:
            self.achter += tekst
        else:
            self.voor += tekst

    def fits(self, getal: Decimal) -> bool:
        """Return whether the format says that this part is for this number."""
        return not self.teken or _VERGELIJK[self.teken](getal, self.grens)

    @property
    def has_woorden(self) -> bool:
        """Return whether more than signs and spaces stands around the number."""
        return bool(self.voor or self.achter)


def read_getal(inhoud: float | Decimal, formaat: str, *, procent: bool = False) -> Waarde | None:
    """Return a number; with words in its format it is a text, as a reader sees it.

    `procent` says that it is a percentage, whatever its format.
    """
    waarde = getal_waarde(inhoud, procent=procent or is_procent(formaat))
    getoond = met_woorden(waarde.getal, formaat) if waarde.getal is not None else ""
    return tekst_waarde(getoond) if getoond else waarde


def is_procent(formaat: str) -> bool:
    """Return whether a format shows a number times a hundred: a percent sign of its own."""
    return "%" in formaat and any(deel.is_procent for deel in _delen(formaat[:_LANGSTE]))


def met_woorden(getal: Decimal, formaat: str) -> str:
    """Return a number as its format shows it, empty when that adds no words.

    All decimals are kept, also those that the format leaves out; three of them become four,
    so that nobody takes the comma for thousands.
    """
    deel = _kies(_delen(formaat[:_LANGSTE]), getal)
    if not deel.has_woorden:
        return ""
    if not deel.heeft_getal:
        return deel.voor.strip()
    macht = 2 * deel.is_procent - 3 * deel.schaal
    tekst = f"{getal.scaleb(macht).normalize():f}".replace(".", ",")
    if len(tekst.rpartition(",")[2]) == 3 and "," in tekst:
        tekst += "0"
    if deel.is_procent:
        tekst += "%"
    return f"{deel.voor.strip()} {tekst} {deel.achter.strip()}".strip()


def _kies(delen: tuple[Deel, ...], getal: Decimal) -> Deel:
    """Return the part of a format that shows this number."""
    if any(deel.teken for deel in delen):
        return next((deel for deel in delen if deel.fits(getal)), delen[-1])
    nummer = 1 if getal < 0 else 2 if getal == 0 else 0
    return delen[nummer] if nummer < len(delen) else delen[0]


@lru_cache(maxsize=256)
def _delen(formaat: str) -> tuple[Deel, ...]:
    """Return the parts of a format: above zero, below zero, zero, and text."""
    delen = [Deel()]
    for stuk in _STUK.finditer(formaat):
        if stuk["einde"]:
            delen.append(Deel())
        else:
            _lees_stuk(delen[-1], stuk)
    return tuple(delen)


def _lees_stuk(deel: Deel, stuk: re.Match[str]) -> None:
    """Add one piece of a format to the part it stands in."""
    if stuk["cijfer"]:
        deel.heeft_getal = True
        deel.schaal = min(deel.schaal + len(stuk["duizend"]), _GROOTSTE_SCHAAL)
    elif stuk["teken"]:
        deel.teken, deel.grens = stuk["teken"], Decimal(stuk["grens"].replace(",", "."))
    elif stuk["teken_los"] == "%":
        deel.is_procent = True
    else:
        deel.add(stuk["tussen"] or stuk["los"] or stuk["munt"] or stuk["teken_los"] or "")
