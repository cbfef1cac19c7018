"""The oracle: which mail must go out in a run, from what is open and from what went out.

It knows the rules in words only (ADR 0024) and counts days by itself. Where it and the
programme differ, one of them is wrong.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.workflows.tienjaar.land import TREDEN, Gebied
from tests.workflows.tienjaar.rekenkalender import Telt, stap, tot, vanaf
from tests.workflows.tienjaar.spelers import Vraag
from tests.workflows.tienjaar.wereld import Stuk

ZACHT, LAAT = 2, 3
"""Rungs below the first are gentle, from the second on they tell that something is late."""

WEEK = timedelta(days=6)


def adres(tekst: str) -> str:
    """Return how addresses are compared."""
    return tekst.strip().lower()


@dataclass
class Orakel:
    """What went out so far, and every difference that was found."""

    telt: Telt
    vakantie: dict[str, frozenset[date]]
    hoogste: dict[str, int] = field(default_factory=dict)
    weken: set[str] = field(default_factory=set)
    gebruikt: Counter[str] = field(default_factory=Counter)
    per_dag: Counter[tuple[date, date, str]] = field(default_factory=Counter)
    fouten: list[str] = field(default_factory=list)
    plannen: dict[Vraag, dict[int, date]] = field(default_factory=dict)
    verplicht: int = 0

    def controleer(
        self, dag: date, open_: Iterable[Vraag], stukken: Iterable[tuple[Stuk, frozenset[str]]]
    ) -> None:
        """Hold the mails of one run on `dag` against what was open when it began."""
        open_ = list(open_)
        verwacht = self._verwacht(dag, open_)
        gekregen: dict[str, set[str]] = defaultdict(set)
        for stuk, sleutels in stukken:
            if stuk.is_herinnering:
                wie = adres(stuk.bericht.aan)
                gekregen[wie] |= sleutels
                self._controleer_inhoud(stuk, open_)
                self._boek(stuk, sleutels)
        self.verplicht += sum(map(len, verwacht.values()))
        for wie in sorted({*verwacht, *gekregen}):
            mist, teveel = verwacht[wie] - gekregen[wie], gekregen[wie] - verwacht[wie]
            if mist:
                self._fout(dag, f"{wie} kreeg niet: {sorted(mist)}")
            if teveel:
                self._fout(dag, f"{wie} kreeg te veel: {sorted(teveel)}")

    def controleer_los(
        self, dag: date, open_: Iterable[Vraag], stukken: Iterable[tuple[Stuk, frozenset[str]]]
    ) -> int:
        """Look at reminders that waited for the post and left with a step of a coordinator.

        Whoever gets one must get all that is due now. Return how many there were.
        """
        open_, los = list(open_), [paar for paar in stukken if paar[0].is_herinnering]
        verwacht = self._verwacht(dag, open_) if los else {}
        for stuk, sleutels in los:
            if sleutels != verwacht.get(adres(stuk.bericht.aan)):
                self._fout(dag, f"tussendoor naar {stuk.bericht.aan}: {sorted(sleutels)}")
            self._controleer_inhoud(stuk, open_)
            self._boek(stuk, sleutels)
        return len(los)

    def _verwacht(self, dag: date, open_: list[Vraag]) -> dict[str, set[str]]:
        """Return per address the business keys that must be settled today."""
        nodig: dict[str, set[str]] = defaultdict(set)
        for wie in {w for vraag in open_ for w in self._krijgt_overzicht(dag, vraag)}:
            nodig[wie].add(_week(wie, dag))
        met_overzicht = set(nodig)
        for vraag in open_:
            if not self._zendt(vraag.gebied, dag):
                continue
            is_week = adres(vraag.gebied.lid(vraag.partij).mail) in met_overzicht
            rang = self._aan_de_beurt(dag, vraag, is_week=is_week)
            if rang is not None:
                wie = adres(_ontvanger(vraag, rang))
                nodig[wie].add(f"{vraag.sleutel}/{TREDEN[rang]}")
        return nodig

    def _krijgt_overzicht(self, dag: date, vraag: Vraag) -> set[str]:
        """Return who must get the digest of this week today because of this question."""
        gebied = vraag.gebied
        if not self._zendt(gebied, dag) or _is_voorbij(vraag, dag):
            return set()
        maandag = dag - timedelta(days=dag.weekday())
        zendt = self._zender(gebied)
        eerste = vanaf(maandag + timedelta(days=gebied.weekdag), zendt)
        if dag < eerste:
            return set()
        wie = set()
        if vraag.sinds < eerste:
            wie.add(adres(gebied.lid(vraag.partij).mail))
        is_laat = vraag.uiterlijk < eerste and vraag.soort != "reactie"
        if is_laat and vraag.partij != "gemeente":
            wie.add(adres(gebied.coordinator))
        return {w for w in wie if _week(w, dag) not in self.weken}

    def _aan_de_beurt(self, dag: date, vraag: Vraag, *, is_week: bool) -> int | None:
        """Return the rung that must be settled today, None when there is none."""
        plan = self.plannen.get(vraag)
        if plan is None:
            plan = self.plannen[vraag] = self._plan(vraag)
        grens = dag + WEEK if is_week else dag
        rijp = [r for r, op in plan.items() if op <= (grens if r < ZACHT else dag)]
        if not rijp or max(rijp) <= self.hoogste.get(vraag.sleutel, -1):
            return None
        rang = max(rijp)
        return rang if rang >= LAAT or dag <= vraag.uiterlijk else None

    def _plan(self, vraag: Vraag) -> dict[int, date]:
        """Return from which day on each rung is due."""
        plan = {}
        zendt = self._zender(vraag.gebied)
        for rang, afstand in enumerate(vraag.gebied.ladders[vraag.soort]):
            if afstand is None or not _ontvanger(vraag, rang):
                continue
            if rang >= LAAT:
                anker = max(vraag.uiterlijk, vraag.sinds)
                plan[rang] = vanaf(stap(anker, afstand, self.telt), zendt)
                continue
            dag = stap(vraag.uiterlijk, afstand, self.telt)
            op = tot(dag, zendt)
            if op <= vraag.sinds:
                op = vanaf(vraag.sinds + timedelta(days=1), zendt)
            if dag > vraag.sinds and op <= vraag.uiterlijk:
                plan[rang] = op
        return plan

    def _zender(self, gebied: Gebied) -> Telt:
        return lambda dag: self._zendt(gebied, dag)

    def _zendt(self, gebied: Gebied, dag: date) -> bool:
        """Return whether this samenwerking sends on this day."""
        return self.telt(dag) and dag not in self.vakantie[gebied.regio]

    def _controleer_inhoud(self, stuk: Stuk, open_: list[Vraag]) -> None:
        """Look at the tasks that a mail names: all open, and a digest names every own one."""
        velden = json.loads(stuk.bericht.tekst)
        genoemd = Counter(
            (groep["samenwerking"], int(groep["jaar"]), t["soort"], t["kenmerk"], t["contact_mail"])
            for deel in ("eigen", "vervangt", "coordineert")
            for groep in velden[deel]
            for t in groep["taken"]
        )
        nu = Counter(
            (v.gebied.code, v.jaar, v.soort, v.kenmerk, v.gebied.lid(v.partij).mail) for v in open_
        )
        if genoemd - nu:
            self._fout(stuk.dag, f"{stuk.bericht.aan} leest wat klaar is: {genoemd - nu}")
        if velden["mail"] != "weekoverzicht":
            return
        wie = adres(stuk.bericht.aan)
        moet = Counter(
            (v.gebied.code, v.jaar, v.soort, v.kenmerk, v.gebied.lid(v.partij).mail)
            for v in open_
            if self._zendt(v.gebied, stuk.dag)
            and not _is_voorbij(v, stuk.dag)
            and (
                adres(v.gebied.lid(v.partij).mail) == wie
                or (v.uiterlijk < stuk.dag and adres(v.gebied.coordinator) == wie)
            )
        )
        if moet - genoemd:
            self._fout(stuk.dag, f"het overzicht van {wie} mist {moet - genoemd}")

    def _boek(self, stuk: Stuk, sleutels: frozenset[str]) -> None:
        """Remember what a mail settled; nothing may be settled or sent twice."""
        wie = adres(stuk.bericht.aan)
        self.per_dag[stuk.echt, stuk.dag, wie] += 1
        if self.per_dag[stuk.echt, stuk.dag, wie] > 1:
            self._fout(stuk.dag, f"{wie} kreeg twee mails op een dag")
        for sleutel in sleutels:
            self.gebruikt[sleutel] += 1
            if self.gebruikt[sleutel] > 1:
                self._fout(stuk.dag, f"dubbel: {sleutel}")
            if sleutel.startswith("weekoverzicht/"):
                self.weken.add(sleutel)
                continue
            vraag, _, trede = sleutel.rpartition("/")
            self.hoogste[vraag] = max(self.hoogste.get(vraag, -1), TREDEN.index(trede))

    def _fout(self, dag: date, tekst: str) -> None:
        self.fouten.append(f"{dag}: {tekst}")


def _week(wie: str, dag: date) -> str:
    jaar, week, _ = dag.isocalendar()
    return f"weekoverzicht/{jaar}-W{week:02d}/{wie}"


def _is_voorbij(vraag: Vraag, dag: date) -> bool:
    return vraag.soort == "reactie" and vraag.uiterlijk < dag


def _ontvanger(vraag: Vraag, rang: int) -> str:
    """Return who hears of a rung, "" when that is nobody else than the partij itself."""
    eigen = vraag.gebied.lid(vraag.partij)
    if rang < len(TREDEN) - 2:
        return eigen.mail
    ander = eigen.vervanger if rang == len(TREDEN) - 2 else vraag.gebied.coordinator
    return "" if adres(ander) == adres(eigen.mail) else ander
