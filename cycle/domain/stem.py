"""Stem: which three subjects each partij would put first, and what comes out of that.

Points are 3, 2 and 1. There is no hidden rule for a tie: it is shown, and the meeting
decides. What the meeting decided is the top 3; the points only help.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pendulum

from cycle.domain.errors import InvoerError
from cycle.domain.samenwerking import Samenwerking

PUNTEN = (3, 2, 1)
"""For the first, the second and the third choice."""


@dataclass(frozen=True, slots=True)
class Stem:
    """The vote of one partij: at most three codes of themas or afspraken, in order."""

    partij: str
    keuzes: tuple[str, ...]
    op: pendulum.Date


@dataclass(frozen=True, slots=True)
class Topkeuze:
    """What the startbijeenkomst decided: the subjects that come first, and why these."""

    keuzes: tuple[str, ...]
    op: pendulum.Date
    reden: str


@dataclass(frozen=True, slots=True)
class Puntenregel:
    """One subject with its points; `eerste` counts who put it first."""

    keuze: str
    punten: int
    eerste: int


@dataclass(frozen=True, slots=True)
class Stemuitslag:
    """All subjects by points, the top 3, and the ties that the meeting has to settle.

    `top` is empty as long as a tie decides who is in it: nobody but the meeting may choose.
    Of subjects in it with equal points none comes before the other.
    """

    regels: tuple[Puntenregel, ...]
    top: tuple[str, ...]
    gelijk: tuple[tuple[str, ...], ...]


def laatste_stemmen(stemmen: Iterable[Stem]) -> tuple[Stem, ...]:
    """Return the vote that counts of each partij; `stemmen` come oldest first."""
    return tuple({stem.partij: stem for stem in stemmen}.values())


def count_stemmen(stemmen: Iterable[Stem]) -> Stemuitslag:
    """Return the outcome, in which the order of the votes does not matter."""
    punten: dict[str, int] = {}
    eerste: dict[str, int] = {}
    for stem in laatste_stemmen(stemmen):
        for plaats, (keuze, aantal) in enumerate(zip(stem.keuzes, PUNTEN, strict=False)):
            punten[keuze] = punten.get(keuze, 0) + aantal
            eerste[keuze] = eerste.get(keuze, 0) + (plaats == 0)
    regels = tuple(
        sorted(
            (Puntenregel(keuze, punten[keuze], eerste[keuze]) for keuze in punten),
            key=lambda regel: (-regel.punten, regel.keuze),
        )
    )
    gelijk = _gelijk(regels)
    top = () if gelijk else tuple(regel.keuze for regel in regels[: len(PUNTEN)])
    return Stemuitslag(regels, top, gelijk)


def _gelijk(regels: Sequence[Puntenregel]) -> tuple[tuple[str, ...], ...]:
    """Return the group with equal points of which only some would be in the first three.

    When all of them are, there is nothing to choose.
    """
    groepen: list[tuple[str, ...]] = []
    plaats = 0
    for _, gelijken in groupby(regels, key=lambda regel: regel.punten):
        groep = tuple(regel.keuze for regel in gelijken)
        if plaats < len(PUNTEN) < plaats + len(groep):
            groepen.append(groep)
        plaats += len(groep)
    return tuple(groepen)


def find_keuzes(samenwerking: Samenwerking, woorden: Sequence[str]) -> tuple[str, ...]:
    """Return the codes that somebody meant: of themas, or of afspraken by id or number.

    Raises:
        InvoerError: nothing is called so, one is named twice, or there are too many.
    """
    keuzes = tuple(_find_keuze(samenwerking, woord) for woord in woorden)
    if not 1 <= len(keuzes) <= len(PUNTEN):
        raise InvoerError(
            f"Er zijn {len(keuzes)} onderwerpen genoemd.",
            advies="Noem een, twee of drie onderwerpen, met het belangrijkste vooraan.",
        )
    if len(set(keuzes)) < len(keuzes):
        raise InvoerError(
            "Een onderwerp is twee keer genoemd.", advies="Noem elk onderwerp een keer."
        )
    return keuzes


def _find_keuze(samenwerking: Samenwerking, woord: str) -> str:
    """Return the code of one thema or afspraak."""
    themas = [thema.code for thema in samenwerking.themas]
    if woord in themas:
        return woord
    for afspraak in samenwerking.afspraken:
        if woord in (afspraak.id, str(afspraak.nummer)):
            return afspraak.id
    raise InvoerError(
        f"Het onderwerp '{woord}' bestaat niet in {samenwerking.naam}.",
        advies=f"Kies een thema ({', '.join(themas)}) of het nummer van een afspraak.",
    )


def name_keuze(samenwerking: Samenwerking, keuze: str) -> str:
    """Return what a reader calls it: the name of a thema, or an afspraak with its number."""
    for thema in samenwerking.themas:
        if thema.code == keuze:
            return thema.naam
    for afspraak in samenwerking.afspraken:
        if afspraak.id == keuze:
            return f"Afspraak {afspraak.nummer}: {afspraak.titel}"
    return keuze  # it went out of the content after the meeting


def apply_topkeuze(samenwerking: Samenwerking, jaar: int, keuze: Topkeuze | None) -> Samenwerking:
    """Return the samenwerking with the top 3 of the meeting for `jaar`.

    `prioriteiten` in the content go before it: a coordinator who typed them meant them.
    """
    eigen = samenwerking.jaar(jaar)
    if keuze is None or eigen.prioriteiten:
        return samenwerking
    jaren = {**samenwerking.jaren, jaar: replace(eigen, prioriteiten=keuze.keuzes)}
    return replace(samenwerking, jaren=jaren)
