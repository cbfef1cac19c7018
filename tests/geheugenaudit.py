"""The part of the store in memory for the audit: only what is written in it on purpose."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from cycle.domain.cyclus import Cyclus
from cycle.domain.keten import Auditgegeven, Auditregel, Gebeurtenis, Ketenhoofd, make_regel, merk


@dataclass
class Auditdossier:
    """The chain of one cyclus, and the texts in it."""

    regels: list[Auditregel] = field(default_factory=list)
    gegevens: dict[str, Auditgegeven] = field(default_factory=dict)


class GeheugenAudit:
    """Writes no event by itself: the rows of the other parts are in memory only."""

    def _audit(self, cyclus: Cyclus) -> Auditdossier:
        raise NotImplementedError

    def add_gebeurtenis(self, cyclus: Cyclus, gebeurtenis: Gebeurtenis) -> None:
        dossier, velden = self._audit(cyclus), dict(gebeurtenis.velden)
        for veld, tekst in gebeurtenis.vrij.items():
            zout = f"{len(dossier.gegevens):032}"
            gegeven = Auditgegeven(merk(zout, tekst), veld, zout, tekst)
            dossier.gegevens[gegeven.kenmerk] = gegeven
            velden[veld] = {"gegeven": gegeven.kenmerk}
        naam = f"{cyclus.samenwerking}/{cyclus.jaar}"
        kaal = replace(gebeurtenis, velden=velden, vrij={})
        tijd = "2023-09-12T12:03:00.000Z"
        dossier.regels.append(make_regel(naam, self.audithoofd(cyclus), kaal, tijd, ""))

    def audithoofd(self, cyclus: Cyclus) -> Ketenhoofd | None:
        regels = self._audit(cyclus).regels
        return Ketenhoofd(regels[-1].volgnummer, regels[-1].hash) if regels else None

    def needs_anker(self, cyclus: Cyclus) -> bool:
        return False

    def auditregels(self, cyclus: Cyclus, na: int, hoogstens: int) -> Sequence[Auditregel]:
        return self._audit(cyclus).regels[na : na + hoogstens]

    def auditgegevens(self, cyclus: Cyclus) -> tuple[Auditgegeven, ...]:
        gegevens = self._audit(cyclus).gegevens
        return tuple(gegevens[kenmerk] for kenmerk in sorted(gegevens))

    def wis_gegevens(self, cyclus: Cyclus, kenmerken: Collection[str]) -> None:
        for kenmerk in kenmerken:
            del self._audit(cyclus).gegevens[kenmerk]

    def auditrijen(self, cyclus: Cyclus) -> dict[tuple[str, int], dict[str, object]]:
        return {}
