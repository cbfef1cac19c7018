"""Dekking: for which days the calendar does not know all that it should know."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.notatie import datum, opsomming
from cycle.domain.plek import Plek
from cycle.domain.regelprofiel import Regelprofiel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakanties

DAGENLIJST: Final = Plek("gelijkgestelde-dagen.toml", 1)
VAKANTIELIJST: Final = Plek("schoolvakanties.toml", 1)


def jaren_van(jaarschijf: int) -> range:
    """Return the years in which a cyclus has deadlines: from the making to the verslag."""
    return range(jaarschijf - 1, jaarschijf + 2)


def find_schoolregio(samenwerking: Samenwerking) -> Schoolregio | None:
    """Return the region for school holidays, None when none or another word is given."""
    naam = samenwerking.schoolregio.strip().lower()
    return next((regio for regio in Schoolregio if regio.value.lower() == naam), None)


def check_profiel(profiel: Regelprofiel, jaar: int) -> Iterator[Bevinding]:
    """Yield that the profile is not known to hold for the making of this jaarschijf."""
    if profiel.is_geldig(jaar):
        return
    van = "is niet bekend" if profiel.geldig_van is None else f"is {datum(profiel.geldig_van)}"
    yield Bevinding(
        "I704",
        Ernst.INFO,
        str(profiel.plek),
        f"De jaarschijf {jaar} wordt berekend met het regelprofiel '{profiel.naam}'. Of dat dan "
        f"geldt, is niet zeker: de eerste dag {van}.",
        "Controleer de termijnen met de wet die dan geldt.",
    )


def check_gelijkgesteld(jaren: range, bekend: Collection[int]) -> Iterator[Bevinding]:
    """Yield the years for which no royal decree with equated days is in the list."""
    mist = [jaar for jaar in jaren if jaar not in bekend]
    if mist:
        yield Bevinding(
            "I701",
            Ernst.WAARSCHUWING,
            str(DAGENLIJST),
            f"Welke dagen in {_jaren(mist)} gelijk zijn gesteld met een feestdag, staat niet in "
            "de lijst. Een termijn kan daardoor een dag verschillen.",
            "Zoek het koninklijk besluit op en vul de lijst aan. Is er nog geen besluit? Dan "
            "kunt u nog niets doen.",
        )


def check_schoolvakanties(
    samenwerking: Samenwerking, jaar: int, vakanties: Schoolvakanties
) -> Iterator[Bevinding]:
    """Yield that the school holidays of the year of making are not known, and why not."""
    regio = find_schoolregio(samenwerking)
    plek = samenwerking.jaar(jaar).plek
    if regio is None and samenwerking.schoolregio:
        yield Bevinding(
            "I703",
            Ernst.WAARSCHUWING,
            str(plek),
            f"De schoolregio '{samenwerking.schoolregio}' is niet bekend.",
            f"Kies bij 'schoolregio' uit: {', '.join(Schoolregio)}.",
        )
    elif regio is not None and jaar - 1 not in vakanties.jaren:
        yield Bevinding(
            "I702",
            Ernst.INFO,
            str(VAKANTIELIJST),
            f"De schoolvakanties van {jaar - 1} in de regio {regio} zijn niet bekend. Een "
            "voorstel voor een overleg kan in een vakantie vallen.",
            "Zoek de data op bij de Rijksoverheid en vul de lijst aan.",
        )


def _jaren(jaren: Sequence[int]) -> str:
    """Return years as a list in words."""
    return opsomming([str(jaar) for jaar in jaren])
