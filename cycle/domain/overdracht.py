"""Overdracht: the list of ondertekenaars for a signing service, as a spreadsheet reads it."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Final

_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r")
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """One row of the list: who signs, for whom, and where on the pages.

    `anker` are the words in the document under which the signature belongs; many services
    look for such words by themselves. `staat` says whether somebody signed already.
    """

    volgorde: int
    organisatie: str
    functie: str
    mail: str
    anker: str
    veld: str
    staat: str


def write_ondertekenaars(rijen: Sequence[Ondertekenaar]) -> bytes:
    """Return the list as CSV: UTF-8 with a mark, semicolons, safe to open in a spreadsheet."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    namen = [veld.name for veld in fields(Ondertekenaar)]
    schrijver.writerow(namen)
    schrijver.writerows(_plain(getattr(rij, naam) for naam in namen) for rij in rijen)
    return (_BOM + uit.getvalue()).encode()


def _plain(waarden: Iterable[object]) -> list[str]:
    """Return values that no spreadsheet takes for a formula."""
    teksten = [str(waarde) for waarde in waarden]
    return [f"'{tekst}" if tekst.startswith(_FORMULE) else tekst for tekst in teksten]
