"""Ontvangstbericht: what the first page of the letter of receipt says, in a few sentences.

A volunteer has to see at once what the matter is, what to do, and until when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cycle.domain import notatie
from cycle.domain.inlevering import Inlevering, Retourvorm, is_oud, list_verkeerd

_WEET_NOG_NIET: Final = "Weet u iets nog niet? Schrijf dan bij Toelichting wanneer u het wel weet."


@dataclass(frozen=True, slots=True)
class Telling:
    """How much there is to mend, still to answer, and to look at."""

    fouten: int
    ontbreekt: int
    nakijken: int


def onderwerp(inlevering: Inlevering) -> str:
    """Return what the letter is about; a year only when the form is for that year."""
    if list_verkeerd(inlevering.bevindingen):
        return "Dit formulier kunnen wij niet gebruiken"
    return f"Uw bieding voor {inlevering.formulier.jaar}: wat wij hebben gelezen"


def dank(inlevering: Inlevering) -> str:
    """Return the opening; nobody is thanked for a bieding that is none."""
    if list_verkeerd(inlevering.bevindingen):
        return "Wij hebben uw bestand ontvangen."
    formulier = inlevering.formulier
    if inlevering.is_leeg:
        return f"Wij hebben het formulier van {formulier.partij_naam} ontvangen."
    return (
        f"Dank u wel. Wij hebben de bieding van {formulier.partij_naam} voor {formulier.jaar} "
        "ontvangen."
    )


def uitkomst(inlevering: Inlevering, telling: Telling) -> str:
    """Return what the matter is, in one or two sentences."""
    if verkeerd := list_verkeerd(inlevering.bevindingen):
        return " ".join(bevinding.melding for bevinding in verkeerd)
    if inlevering.is_leeg and not telling.fouten:
        return "In dit formulier is nog niets ingevuld."
    zinnen = list(_telling(telling))
    if is_oud(inlevering.bevindingen):
        zinnen.insert(
            0,
            "U gebruikte een oude versie van het formulier. Het nieuwe zit bij deze brief. Uw "
            "antwoorden staan er al in.",
        )
    elif not telling.fouten and not telling.ontbreekt:
        zinnen.insert(0, "Alles is gelezen.")
        zinnen.append(
            "Klopt het zoals wij het lezen, dan hoeft u niets te doen."
            if telling.nakijken
            else "U hoeft niets te doen."
        )
    return " ".join(zinnen)


def _telling(telling: Telling) -> Iterator[str]:
    """Yield how many things there are of each kind."""
    if telling.fouten:
        dingen = _dingen(telling.fouten)
        yield f"{dingen} u nog moet verbeteren."
    if telling.ontbreekt:
        mist = "mist nog 1 antwoord" if telling.ontbreekt == 1 else ""
        yield f"Er {mist or f'missen nog {telling.ontbreekt} antwoorden'}."
    if telling.nakijken:
        dingen = "1 ding" if telling.nakijken == 1 else f"{telling.nakijken} dingen"
        yield f"Wilt u {dingen} nakijken?"


def _dingen(aantal: int) -> str:
    return "Er is 1 ding dat" if aantal == 1 else f"Er zijn {aantal} dingen die"


def stappen(inlevering: Inlevering, telling: Telling) -> Iterator[str]:
    """Yield what to do, step by step; nothing when there is nothing to do."""
    if verkeerd := list_verkeerd(inlevering.bevindingen):
        yield from (bevinding.advies for bevinding in verkeerd)
        return
    if inlevering.is_leeg and not telling.fouten:
        yield f"Vul uw formulier in, sla het op en mail het terug, {uiterlijk(inlevering)}."
        yield "Stuurde u per ongeluk een leeg formulier? Mail dan het formulier dat u invulde."
        return
    moet = telling.fouten or telling.ontbreekt
    if not moet and not is_oud(inlevering.bevindingen):
        return
    yield _open(inlevering)
    yield _doe(telling)
    dat = " dat nieuwe formulier" if inlevering.retourvorm is Retourvorm.NIEUW else " het"
    yield f"Sla het bestand op en mail{dat} terug, {uiterlijk(inlevering)}."


def _open(inlevering: Inlevering) -> str:
    """Return which file to open."""
    return {
        Retourvorm.KOPIE: "Open de kopie van uw formulier. Die zit bij deze brief.",
        Retourvorm.NIEUW: "Open het nieuwe formulier. Dat zit bij deze brief.",
        Retourvorm.GEEN: "Open uw formulier.",
    }[inlevering.retourvorm]


def _doe(telling: Telling) -> str:
    """Return what to do in that file."""
    if telling.fouten and telling.ontbreekt:
        return "Verbeter de gekleurde cellen, en vul in wat nog mist."
    if telling.fouten:
        return "Verbeter de gekleurde cellen."
    return "Vul in wat nog mist." if telling.ontbreekt else "Kijk uw antwoorden na."


def ontbreekt_doe(inlevering: Inlevering) -> str:
    """Return what to do about the answers that are missing, and until when."""
    return (
        f"Vul deze cellen in en mail het formulier terug, {uiterlijk(inlevering)}. {_WEET_NOG_NIET}"
    )


def uiterlijk(inlevering: Inlevering) -> str:
    """Return until when the form may come back, as the end of a sentence."""
    if inlevering.is_te_laat:
        return "zo snel als u kunt"
    return f"uiterlijk op {notatie.datum_met_dag(inlevering.inleveren_voor)}"


def vervolg(inlevering: Inlevering, telling: Telling) -> Iterator[str]:
    """Yield until when a new version may be sent, and what happens next."""
    if list_verkeerd(inlevering.bevindingen):
        return
    dag = notatie.datum_met_dag(inlevering.inleveren_voor)
    if inlevering.is_te_laat:
        yield (
            f"De laatste dag was {dag}, maar u mag nog een nieuwe versie sturen totdat de gemeente "
            "de partijen om hun besluiten vraagt."
        )
    elif not any(True for _ in stappen(inlevering, telling)):
        yield (
            f"Wilt u nog iets veranderen? U mag een nieuwe versie sturen tot en met {dag}. De "
            "laatste versie telt."
        )
    yield (
        f"De gemeente voegt alle biedingen samen tot de jaarschijf {inlevering.formulier.jaar}. "
        "Daarvan krijgt u een concept, met uw eigen bijdragen erin."
    )
