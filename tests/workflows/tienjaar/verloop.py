"""The course of the years: day after day, with downtime and a clock that is sometimes wrong."""

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import pendulum

from cycle.domain.schoolvakantie import Schoolregio
from cycle.library import MapBibliotheek
from tests.workflows.tienjaar.land import Gebied, maak_gebied, schrijf_land, werp
from tests.workflows.tienjaar.orakel import Orakel
from tests.workflows.tienjaar.rekenkalender import DAG, lees_gelijkgesteld, maak_werkdag
from tests.workflows.tienjaar.spelers import Spelers, Vraag
from tests.workflows.tienjaar.wereld import SKELET, Stuk, Wereld

VERZETTEN = (-8 * 24, -3 * 24, -24, -20, -3, 2, 17, 24, 4 * 24, 11 * 24)
"""How many hours a clock may be wrong."""


@dataclass(frozen=True)
class Opzet:
    """What is played: chance, how many samenwerkingen, and for which jaarschijven.

    With `deel` only its jaarschijven are played, in the same country and with the same days.
    """

    seed: int
    aantal: int
    jaren: range
    is_rustig: bool = True
    is_geheugen: bool = False
    deel: range | None = None

    @property
    def dagen(self) -> list[date]:
        """Return every real day, from 1 August to 1 August."""
        van, tot = (date(jaar, 8, 1) for jaar in (self.jaren[0] - 1, self.jaren[-1]))
        return [van + n * DAG for n in range((tot - van).days)]

    @property
    def gespeeld(self) -> range:
        """Return the jaarschijven that are played."""
        return self.jaren if self.deel is None else self.deel

    @property
    def gebieden(self) -> tuple[Gebied, ...]:
        """Return the samenwerkingen."""
        dobbel = werp(f"{self.seed}/land")
        return tuple(maak_gebied(n, self.jaren, dobbel) for n in range(self.aantal))


@dataclass
class Dagplan:
    """What goes wrong on one real day, and at which moments the programme runs."""

    is_dienst_uit: bool = False
    is_machine_uit: bool = False
    is_post_uit: bool = False
    fout: timedelta = timedelta()
    vroeg: list[pendulum.DateTime] = field(default_factory=list)
    laat: list[pendulum.DateTime] = field(default_factory=list)


@dataclass
class Verslag:
    """What the years brought."""

    opzet: Opzet
    stukken: list[tuple[date, date, str, str, str]]
    fouten: list[str]
    herinneringen: int
    overzichten: int
    sleutels: frozenset[str]
    vragen: int
    dagen: Counter[str]
    rondes: int
    bekeken: int
    seconden: float
    rekentijd: float


def plan_dagen(opzet: Opzet) -> dict[date, Dagplan]:
    """Return the plan of every day: downtime, a wrong clock, the post away, nights of DST."""
    dobbel = werp(f"{opzet.seed}/dagen")
    plannen = {dag: Dagplan() for dag in opzet.dagen}
    for begin, duur in _perioden(opzet, dobbel, (25, 90), (1, 21)):
        is_alles = dobbel.random() < 0.5
        for plan in _vanaf(plannen, begin, duur):
            plan.is_dienst_uit, plan.is_machine_uit = True, is_alles
    for begin, duur in _perioden(opzet, dobbel, (40, 150), (1, 3)):
        fout = timedelta(hours=dobbel.choice(VERZETTEN))
        for plan in _vanaf(plannen, begin, duur):
            plan.fout = fout
    for begin, duur in _perioden(opzet, dobbel, (20, 70), (1, 4)):
        for plan in _vanaf(plannen, begin, duur):
            plan.is_post_uit = True
    _plan_rondes(plannen, dobbel)
    return plannen


def _plan_rondes(plannen: dict[date, Dagplan], dobbel: Random) -> None:
    """Set at which moments the programme runs: at seven, and more often in odd nights."""
    for dag, plan in plannen.items():
        plan.vroeg.append(_moment(dag, 7))
        if dobbel.random() < 0.05:
            plan.laat.append(_moment(dag, dobbel.choice((12, 16, 23))))
        if _is_zomertijd_wissel(dag):
            nacht = pendulum.datetime(dag.year, dag.month, dag.day, tz="UTC")
            plan.vroeg[:0] = [nacht.add(minutes=m) for m in (-90, -30, 30, 60, 90)]
            plan.laat += [nacht.add(minutes=m) for m in (22 * 60 + 30, 23 * 60 + 30)]


def _perioden(
    opzet: Opzet, dobbel: Random, tussen: tuple[int, int], lang: tuple[int, int]
) -> list[tuple[date, int]]:
    perioden, dag = [], opzet.dagen[0]
    while dag <= opzet.dagen[-1]:
        dag += timedelta(days=dobbel.randint(*tussen))
        duur = dobbel.randint(*lang)
        perioden.append((dag, duur))
        dag += timedelta(days=duur)
    return perioden


def _vanaf(plannen: dict[date, Dagplan], begin: date, duur: int) -> list[Dagplan]:
    return [p for n in range(duur) if (p := plannen.get(begin + n * DAG))]


def _moment(dag: date, uur: int) -> pendulum.DateTime:
    return pendulum.datetime(dag.year, dag.month, dag.day, uur, tz="Europe/Amsterdam")


def _is_zomertijd_wissel(dag: date) -> bool:
    """Return whether the difference with UTC changes in the night to this day."""
    gisteren, vandaag = (_moment(d, 12) for d in (dag - DAG, dag))
    return gisteren.utcoffset() != vandaag.utcoffset()


def speel(opzet: Opzet, map_: Path) -> Verslag:
    """Return what all days of `opzet` brought, in an empty folder."""
    return Verloop(opzet, map_).speel()


class Verloop:
    """One world on its way."""

    def __init__(self, opzet: Opzet, map_: Path) -> None:
        """Write the content and open the world on the first day."""
        content = map_ / "content"
        schrijf_land(content, opzet.gebieden, opzet.jaren)
        telt = maak_werkdag(lees_gelijkgesteld(content))
        self.opzet = opzet
        begin = _moment(date(opzet.gespeeld[0] - 1, 8, 1), 6)
        self.wereld = Wereld(map_, content, begin, opzet.is_rustig, opzet.is_geheugen)
        self.spelers = Spelers(self.wereld, opzet.seed, telt, self._na_stap)
        self.gezien = 0
        self.orakel = Orakel(telt, _vakanties(content, opzet))
        self.vragen: set[str] = set()
        self.tel: Counter[str] = Counter()
        dobbel = werp(f"{opzet.seed}/begin")
        alle = [
            (date(jaar - 1, 8, dobbel.randint(1, 28)), gebied.code, jaar, gebied)
            for gebied in opzet.gebieden
            for jaar in opzet.jaren
        ]
        self.begin = sorted(wie for wie in alle if wie[2] in opzet.gespeeld)

    def speel(self) -> Verslag:
        """Return what all days brought."""
        begin, rekentijd = time.monotonic(), time.process_time()
        gespeeld = self.opzet.gespeeld
        eerste, laatste = (date(j, 8, 1) for j in (gespeeld[0] - 1, gespeeld[-1]))
        with self.wereld.loopt():
            for dag, plan in plan_dagen(self.opzet).items():
                if eerste <= dag < laatste:
                    self._speel_dag(dag, plan)
        stukken = self.wereld.bezorgd
        return Verslag(
            opzet=self.opzet,
            stukken=[_afdruk(stuk) for stuk in stukken],
            fouten=self.orakel.fouten,
            herinneringen=sum(stuk.is_herinnering for stuk in stukken),
            overzichten=len(self.orakel.weken),
            sleutels=frozenset(self.orakel.gebruikt),
            vragen=len(self.vragen),
            dagen=self.tel,
            rondes=self.wereld.rondes,
            bekeken=self.wereld.bekeken,
            seconden=time.monotonic() - begin,
            rekentijd=time.process_time() - rekentijd,
        )

    def _speel_dag(self, dag: date, plan: Dagplan) -> None:
        self.wereld.fout, self.wereld.is_post_uit = plan.fout, plan.is_post_uit
        self.tel.update(
            dagen=1,
            uit=plan.is_dienst_uit,
            post_uit=plan.is_post_uit,
            klok_fout=bool(plan.fout),
            zomertijd=_is_zomertijd_wissel(dag),
        )
        for moment in plan.vroeg if not plan.is_dienst_uit else ():
            if moment < _moment(dag, 6):
                self._ronde(moment)
        self._mensen(dag, plan, _moment(dag, 6), vroeg=True)
        for moment in plan.vroeg if not plan.is_dienst_uit else ():
            if moment >= _moment(dag, 6):
                self._ronde(moment)
        self._mensen(dag, plan, _moment(dag, 11), vroeg=False)
        for moment in plan.laat if not plan.is_dienst_uit else ():
            self._ronde(moment)

    def _mensen(self, dag: date, plan: Dagplan, moment: pendulum.DateTime, *, vroeg: bool) -> None:
        """Let people do what they planned, when the machine is there."""
        if plan.is_machine_uit:
            return
        self.wereld.nu = moment
        while self.begin and self.begin[0][0] <= dag:
            _, _, jaar, gebied = self.begin.pop(0)
            self.spelers.begin(gebied, jaar, dag)
        self.spelers.doe(dag, vroeg=vroeg)

    def _na_stap(self) -> None:
        """Hold what left with a step of a coordinator against the oracle."""
        open_ = self.spelers.open()
        self.vragen |= {vraag.sleutel for vraag in open_}
        stukken, self.gezien = self.wereld.bezorgd[self.gezien :], len(self.wereld.bezorgd)
        self.tel["tussendoor"] += self.orakel.controleer_los(
            self.wereld.dag, open_, self._met_sleutels(stukken)
        )

    def _ronde(self, moment: pendulum.DateTime) -> None:
        """Run the programme once and hold what it sent against the oracle."""
        self.wereld.nu = moment
        open_: list[Vraag] = self.spelers.open()
        stukken = self.wereld.ronde()
        self.gezien = len(self.wereld.bezorgd)
        if self.wereld.is_post_uit:
            return
        self.orakel.controleer(self.wereld.dag, open_, self._met_sleutels(stukken))

    def _met_sleutels(self, stukken: list[Stuk]) -> list[tuple[Stuk, frozenset[str]]]:
        return [(stuk, self.wereld.sleutels(stuk)) for stuk in stukken]


def _vakanties(content: Path, opzet: Opzet) -> dict[str, frozenset[date]]:
    """Return the days of the school holidays per region; these are data, not rules."""
    bibliotheek = MapBibliotheek(content, SKELET)
    jaren = range(opzet.jaren[0] - 2, opzet.jaren[-1] + 3)
    dagen = {"": frozenset[date]()}
    for regio in Schoolregio:
        dagen[regio.value] = frozenset(
            date(v.van.year, v.van.month, v.van.day) + n * DAG
            for v in bibliotheek.schoolvakanties(regio, jaren).vakanties
            for n in range((v.tot_en_met - v.van).days + 1)
        )
    return dagen


def _afdruk(stuk: Stuk) -> tuple[date, date, str, str, str]:
    """Return what makes two mails the same."""
    som = sha256(stuk.bericht.tekst.encode()).hexdigest()
    return stuk.echt, stuk.dag, stuk.bericht.aan, stuk.bericht.sleutel, som
