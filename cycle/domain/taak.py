"""Taken: an open obligation with everybody who hears of it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pendulum

from cycle.domain.herinnering import Herinnering, find_herinnering, plan_herinneringen
from cycle.domain.kalender import plus_dagen
from cycle.domain.ladder import Herinnerregels, Ontvanger, Weekdag
from cycle.domain.verplichting import Verplichting
from cycle.domain.verzenddag import Verzenddagen

_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Adressen:
    """Mail addresses around one partij; `plaatsvervanger` is empty when there is none."""

    partij: str
    coordinator: str
    plaatsvervanger: str = ""

    def has(self, adres: str) -> bool:
        """Return whether one of them is this address."""
        alle = (self.partij, self.coordinator, self.plaatsvervanger)
        return normalize_adres(adres) in map(normalize_adres, alle)

    def van(self, ontvanger: Ontvanger) -> str:
        """Return the address of one of them, "" when nobody else than the partij would hear."""
        adres = {
            Ontvanger.PARTIJ: self.partij,
            Ontvanger.PLAATSVERVANGER: self.plaatsvervanger,
            Ontvanger.COORDINATOR: self.coordinator,
        }[ontvanger]
        is_zelf = normalize_adres(adres) == normalize_adres(self.partij)
        return "" if is_zelf and ontvanger is not Ontvanger.PARTIJ else adres


def normalize_adres(adres: str) -> str:
    """Return how an address is compared: capitals and spaces around it do not count."""
    return adres.strip().casefold()


@dataclass(frozen=True, slots=True)
class Taak:
    """One open obligation of one cyclus, with its reminders in rising order.

    `dagen` are the days on which its samenwerking sends, `weekdag` is that of its digest.
    """

    samenwerking: str
    jaar: int
    verplichting: Verplichting
    herinneringen: tuple[Herinnering, ...]
    adressen: Adressen
    dagen: Verzenddagen
    weekdag: Weekdag = Weekdag.MAANDAG

    def sleutel(self, herinnering: Herinnering) -> str:
        """Return the business key of a reminder among all cycli."""
        return f"{self.samenwerking}/{self.jaar}/{herinnering.sleutel}"

    @property
    def sleutels(self) -> tuple[str, ...]:
        """Return the keys of all its reminders, whether they went out or not."""
        return tuple(map(self.sleutel, self.herinneringen))

    def due(self, vandaag: pendulum.Date, gestuurd: Container[str]) -> Herinnering | None:
        """Return the reminder that must be sent today, None on a quiet day or when none is."""
        return self._find(self.herinneringen, vandaag, gestuurd)

    def due_met_overzicht(
        self, vandaag: pendulum.Date, gestuurd: Container[str]
    ) -> Herinnering | None:
        """Return the reminder that a digest of today stands in for.

        A gentle one of the days until the next digest would say the same again.
        """
        tot = plus_dagen(vandaag, _WEEK - 1)
        plan = tuple(
            replace(h, op=vandaag) if h.trede.is_zacht and vandaag < h.op <= tot else h
            for h in self.herinneringen
        )
        return self._find(plan, vandaag, gestuurd)

    def _find(
        self, plan: Sequence[Herinnering], vandaag: pendulum.Date, gestuurd: Container[str]
    ) -> Herinnering | None:
        """Return what is due in `plan`, None on a quiet day."""
        if not self.dagen.has(vandaag):
            return None
        eigen = {h.sleutel for h in plan if self.sleutel(h) in gestuurd}
        return find_herinnering(plan, vandaag, eigen)

    def overzichtsdag(self, vandaag: pendulum.Date) -> pendulum.Date:
        """Return the day of this week's digest: the weekday, or the first sending day after it.

        In a week that is quiet to its end it lies in a later week.
        """
        dag = plus_dagen(vandaag, self.weekdag.nummer - vandaag.weekday())
        return self.dagen.eerste_vanaf(dag)


def build_taak(
    cyclus: tuple[str, int],
    verplichting: Verplichting,
    adressen: Adressen,
    dagen: Verzenddagen,
    regels: Herinnerregels,
) -> Taak:
    """Return a task with the reminders that have somebody to go to.

    Without a deputy the ladder goes on to the coordinator; a coordinator is not told about
    a task of his own.
    """
    plan = plan_herinneringen(verplichting, regels.ladder(verplichting.soort), dagen)
    return Taak(
        samenwerking=cyclus[0],
        jaar=cyclus[1],
        verplichting=verplichting,
        herinneringen=tuple(h for h in plan if adressen.van(h.trede.ontvanger)),
        adressen=adressen,
        dagen=dagen,
        weekdag=regels.weekoverzicht,
    )
