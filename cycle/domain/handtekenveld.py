"""Handtekenveld: the named place in the final PDF where one functionaris signs.

The fields are in the frozen bytes before anybody signs. Who looks later knows from the
manifest which names belong there; one more, or one less, is not the adopted version.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cycle.domain.partij import Partij

_TUSSEN: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Handtekenveld:
    """One place to sign: `naam` is the name of the field in the PDF, unique in the file.

    `partij` is the code of a partij, `functie` one of its ondertekenaars.
    """

    naam: str
    partij: str
    functie: str


def make_veldnaam(partij: str, functie: str) -> str:
    """Return the name of a field: ``domesta-directeur-bestuurder``.

    Only letters, digits and hyphens: in a PDF a dot makes a field part of another one
    (ISO 32000-1, 12.7.3.2).
    """
    plat = unicodedata.normalize("NFKD", f"{partij} {functie}").encode("ascii", "ignore").decode()
    return _TUSSEN.sub("-", plat.lower()).strip("-")


def list_velden(partijen: Iterable[Partij]) -> tuple[Handtekenveld, ...]:
    """Return a field for everybody who signs, in the order of the table in the document.

    When two names would be equal, the later one gets a number behind it.
    """
    velden: list[Handtekenveld] = []
    genomen: set[str] = set()
    for partij in partijen:
        for functie in partij.ondertekenaars:
            basis = naam = make_veldnaam(partij.code, functie)
            nummer = 1
            while naam in genomen:
                nummer += 1
                naam = f"{basis}-{nummer}"
            genomen.add(naam)
            velden.append(Handtekenveld(naam, partij.code, functie))
    return tuple(velden)


def make_anker(nummer: int, totaal: int) -> str:
    """Return the words that stand in the document where field `nummer`, from 1, belongs.

    People read them on paper, a signing service can look for them, and the field is placed
    under them.
    """
    return f"Handtekening {nummer} van {totaal}"
