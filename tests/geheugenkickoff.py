"""The part of the store in memory for meetings, votes, re-opened dossiers and addenda."""

from dataclasses import dataclass, field
from hashlib import sha256

import pendulum

from cycle.domain.addendum import Addendum
from cycle.domain.cyclus import Cyclus
from cycle.domain.heropening import Heropening
from cycle.domain.stem import Stem, Topkeuze
from cycle.domain.uitnodiging import Uitnodiging


@dataclass
class Kickoffdossier:
    """What is kept of one cyclus."""

    uitnodigingen: list[Uitnodiging] = field(default_factory=list)
    stemmen: list[Stem] = field(default_factory=list)
    topkeuzes: list[Topkeuze] = field(default_factory=list)
    heropeningen: list[Heropening] = field(default_factory=list)
    addenda: list[Addendum] = field(default_factory=list)


class GeheugenKickoff:
    """The port `KickoffStore`; `_kickoff` finds what belongs to a cyclus.

    `_kickoff_wek` is for writing: it ends the rest of the cyclus.
    """

    agendanamen: dict[tuple[str, str], list[str]]

    def _kickoff(self, cyclus: Cyclus) -> Kickoffdossier:
        raise NotImplementedError

    def _kickoff_wek(self, cyclus: Cyclus) -> Kickoffdossier:
        raise NotImplementedError

    def add_uitnodiging(self, cyclus: Cyclus, uitnodiging: Uitnodiging) -> None:
        self._kickoff_wek(cyclus).uitnodigingen.append(uitnodiging)

    def uitnodigingen(self, cyclus: Cyclus) -> tuple[Uitnodiging, ...]:
        return tuple(self._kickoff(cyclus).uitnodigingen)

    def add_stem(self, cyclus: Cyclus, stem: Stem) -> None:
        stemmen = self._kickoff_wek(cyclus).stemmen
        if [s for s in stemmen if s.partij == stem.partij][-1:] != [stem]:
            stemmen.append(stem)

    def stemmen(self, cyclus: Cyclus) -> tuple[Stem, ...]:
        return tuple(self._kickoff(cyclus).stemmen)

    def add_topkeuze(self, cyclus: Cyclus, keuze: Topkeuze) -> None:
        keuzes = self._kickoff_wek(cyclus).topkeuzes
        if keuzes[-1:] != [keuze]:
            keuzes.append(keuze)

    def topkeuzes(self, cyclus: Cyclus) -> tuple[Topkeuze, ...]:
        return tuple(self._kickoff(cyclus).topkeuzes)

    def add_heropening(self, cyclus: Cyclus, heropening: Heropening) -> None:
        heropeningen = self._kickoff_wek(cyclus).heropeningen
        if heropening not in heropeningen:
            heropeningen.append(heropening)

    def heropeningen(self, cyclus: Cyclus) -> tuple[Heropening, ...]:
        return tuple(self._kickoff(cyclus).heropeningen)

    def add_addendum(self, cyclus: Cyclus, addendum: Addendum) -> None:
        self._kickoff_wek(cyclus).addenda.append(addendum)

    def addenda(self, cyclus: Cyclus) -> tuple[Addendum, ...]:
        return tuple(self._kickoff(cyclus).addenda)

    def agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        namen = self.agendanamen.get((samenwerking, partij))
        return namen[-1] if namen else self.renew_agendanaam(samenwerking, partij, op)

    def renew_agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        """Return a name that a test can foresee; chance would make no two worlds equal."""
        namen = self.agendanamen.setdefault((samenwerking, partij), [])
        zaad = f"{samenwerking}/{partij}/{len(namen)}"
        namen.append(sha256(zaad.encode()).hexdigest()[:32])
        return namen[-1]
