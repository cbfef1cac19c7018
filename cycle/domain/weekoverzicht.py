"""Weekoverzicht: at most one mail per person and day, over all cycli and samenwerkingen.

Reminders that fall due on the same day for the same address go out together. Once a week
that mail holds everything that is open, and for a coordinator what is late. It stands in for
the gentle reminders of that week. Each key that a mail settles is named, so that no reminder
and no digest goes out twice.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pendulum

from cycle.domain.kalender import plus_dagen
from cycle.domain.ladder import Ontvanger
from cycle.domain.taak import Taak, normalize_adres

VOORUIT: Final = 92
"""How many days `next_post` looks ahead: longer than any school holiday."""


@dataclass(frozen=True, slots=True)
class Persoonspost:
    """The mail of one person on one day.

    `eigen` are the person's own tasks, `vervangt` those of somebody for whom the person
    steps in, `coordineert` what is late at partijen. `sleutels` are the business keys that
    this mail settles.
    """

    adres: str
    dag: pendulum.Date
    eigen: tuple[Taak, ...]
    vervangt: tuple[Taak, ...]
    coordineert: tuple[Taak, ...]
    sleutels: tuple[str, ...]
    is_weekoverzicht: bool

    @property
    def soort(self) -> str:
        """Return what kind of mail it is, in one word."""
        return "weekoverzicht" if self.is_weekoverzicht else "herinnering"

    @property
    def taken(self) -> tuple[Taak, ...]:
        """Return everything the mail is about, own tasks first."""
        return self.eigen + self.vervangt + self.coordineert


@dataclass(slots=True)
class _Stapel:
    """What piles up for one address."""

    adres: str
    plaatsen: dict[Ontvanger, set[int]] = field(default_factory=dict)
    sleutels: list[str] = field(default_factory=list)
    is_weekoverzicht: bool = False

    def add(self, ontvanger: Ontvanger, plaats: int) -> None:
        """Put a task on the pile by its place among all tasks, once."""
        self.plaatsen.setdefault(ontvanger, set()).add(plaats)

    def pick(self, ontvanger: Ontvanger, taken: Sequence[Taak]) -> tuple[Taak, ...]:
        """Return the tasks on one part of the pile, in the order of all tasks."""
        return tuple(taken[plaats] for plaats in sorted(self.plaatsen.get(ontvanger, ())))


def week_sleutel(adres: str, dag: pendulum.Date) -> str:
    """Return the business key of a digest: one per address and ISO week."""
    jaar, week, _ = dag.isocalendar()
    return f"weekoverzicht/{jaar}-W{week:02d}/{normalize_adres(adres)}"


def list_sleutels(taken: Sequence[Taak], dagen: Iterable[pendulum.Date]) -> frozenset[str]:
    """Return every key that may be settled for these tasks on these days."""
    adressen = {a for t in taken for a in (t.adressen.partij, t.adressen.coordinator)}
    per_taak = {sleutel for taak in taken for sleutel in taak.sleutels}
    weken = {dag.isocalendar()[:2]: dag for dag in dagen}.values()
    return frozenset(per_taak | {week_sleutel(a, dag) for dag in weken for a in adressen})


def plan_post(
    taken: Sequence[Taak], vandaag: pendulum.Date, gestuurd: Container[str]
) -> tuple[Persoonspost, ...]:
    """Return the mails of today, one per person, in order of address.

    `gestuurd` holds the business keys that went out before. Nothing is planned for a
    samenwerking in which today is quiet.
    """
    stapels: dict[str, _Stapel] = {}

    def stapel(adres: str) -> _Stapel:
        return stapels.setdefault(normalize_adres(adres), _Stapel(adres))

    open_nu = {
        plaats: taak
        for plaats, taak in enumerate(taken)
        if taak.dagen.has(vandaag) and not taak.verplichting.is_voorbij(vandaag)
    }
    week = {normalize_adres(a): a for a in _week_adressen(open_nu.values(), vandaag, gestuurd)}
    for adres in week.values():
        _add_week(stapel(adres), open_nu, vandaag)
    for plaats, taak in enumerate(taken):
        in_week = normalize_adres(taak.adressen.partij) in week
        zoek = taak.due_met_overzicht if in_week else taak.due
        herinnering = zoek(vandaag, gestuurd)
        if herinnering:
            ontvanger = herinnering.trede.ontvanger
            eigen = stapel(taak.adressen.van(ontvanger))
            eigen.add(ontvanger, plaats)
            eigen.sleutels.append(taak.sleutel(herinnering))
    return tuple(_post(s, taken, vandaag) for _, s in sorted(stapels.items()))


def next_post(
    taken: Sequence[Taak], adres: str, vandaag: pendulum.Date, gestuurd: Container[str]
) -> Persoonspost | None:
    """Return the first mail that this address gets from today on, when nothing changes.

    None when there is none within `VOORUIT` days.
    """
    wie = normalize_adres(adres)
    eigen = [taak for taak in taken if taak.adressen.has(adres)]
    for dag in (plus_dagen(vandaag, d) for d in range(VOORUIT if eigen else 0)):
        for post in plan_post(eigen, dag, gestuurd):
            if normalize_adres(post.adres) == wie:
                return post
    return None


def _week_adressen(
    taken: Iterable[Taak], vandaag: pendulum.Date, gestuurd: Container[str]
) -> Iterator[str]:
    """Yield the addresses whose digest of this week is due and did not go out.

    What came up on the day of the digest or later waits for the next week, however late
    this week's run is.
    """
    for taak in taken:
        dag = taak.overzichtsdag(vandaag)
        if dag > vandaag:
            continue
        sinds = taak.verplichting.sinds
        adressen = [taak.adressen.partij] if sinds is None or sinds < dag else []
        if taak.verplichting.is_te_laat(dag):
            adressen.append(taak.adressen.van(Ontvanger.COORDINATOR))
        for adres in adressen:
            if adres and week_sleutel(adres, vandaag) not in gestuurd:
                yield adres


def _add_week(stapel: _Stapel, taken: Mapping[int, Taak], vandaag: pendulum.Date) -> None:
    """Put everything that is open for one address on its pile, and what is late elsewhere."""
    stapel.is_weekoverzicht = True
    stapel.sleutels.append(week_sleutel(stapel.adres, vandaag))
    wie = normalize_adres(stapel.adres)
    for plaats, taak in taken.items():
        if normalize_adres(taak.adressen.partij) == wie:
            stapel.add(Ontvanger.PARTIJ, plaats)
        elif taak.verplichting.is_te_laat(vandaag) and (
            normalize_adres(taak.adressen.coordinator) == wie
        ):
            stapel.add(Ontvanger.COORDINATOR, plaats)


def _post(stapel: _Stapel, taken: Sequence[Taak], dag: pendulum.Date) -> Persoonspost:
    """Return the mail of one pile; own tasks by deadline, those of others never ranked."""
    eigen = stapel.pick(Ontvanger.PARTIJ, taken)
    return Persoonspost(
        adres=stapel.adres,
        dag=dag,
        eigen=tuple(sorted(eigen, key=lambda taak: taak.verplichting.uiterlijk)),
        vervangt=stapel.pick(Ontvanger.PLAATSVERVANGER, taken),
        coordineert=stapel.pick(Ontvanger.COORDINATOR, taken),
        sleutels=tuple(stapel.sleutels),
        is_weekoverzicht=stapel.is_weekoverzicht,
    )
