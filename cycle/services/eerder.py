"""Eerder: what was answered before, for the grey cells of a new form."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cycle.domain.bieding import Bieding, BiedingRegel
from cycle.domain.cyclus import Cyclus
from cycle.domain.formulier import split_regelcode
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.wederkerigheid import Verzoek
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Eerder:
    """The biedingen of a year ago, and what was asked of each partij this year.

    `nummers` maps the number that an afspraak had then to its id, which does not change.
    """

    biedingen: Mapping[str, Bieding]
    nummers: Mapping[int, str]
    verzoeken: tuple[Verzoek, ...]

    def antwoord(self, partij: str, afspraak_id: str, indicator: str) -> BiedingRegel | None:
        """Return what a partij answered to the same question, None when it was not asked."""
        bieding = self.biedingen.get(partij)
        for regel in bieding.regels if bieding else ():
            nummer, code = split_regelcode(regel.regelcode)
            if code == indicator and self.nummers.get(nummer) == afspraak_id:
                return regel
        return None

    def stand(self, partij: str, indicator: str) -> Decimal | None:
        """Return the stock that a corporatie gave then, None when it gave none."""
        bieding = self.biedingen.get(partij)
        standen = {s.indicator: s.stand for s in bieding.voorraad} if bieding else {}
        return standen.get(indicator)

    def verzoeken_aan(self, partij: str) -> tuple[Verzoek, ...]:
        """Return what others ask of a partij; its own organen are not other partijen."""
        return tuple(v for v in self.verzoeken if v.gevraagde == partij != v.vrager)


def read_eerder(toolkit: Toolkit, inhoud: Samenwerking, jaar: int) -> Eerder:
    """Return what the store knows; a cyclus that was never started gives nothing."""
    with toolkit.store.transaction() as tx:
        vorig = tx.get(inhoud.code, jaar - 1)
        nu = tx.get(inhoud.code, jaar)
        return Eerder(
            biedingen={b.partij: b for b in tx.biedingen(vorig)} if vorig else {},
            nummers=_nummers(toolkit, tx, vorig, inhoud) if vorig else {},
            verzoeken=tuple(v for b in tx.biedingen(nu) for v in b.verzoeken) if nu else (),
        )


def _nummers(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> dict[int, str]:
    """Return the ids by the numbers of that year: as in its last version, else as today."""
    nummers = {afspraak.nummer: afspraak.id for afspraak in inhoud.afspraken}
    concepten = tx.concepten(cyclus)
    if concepten:
        toen = load_gegevens(toolkit.bestanden.get(concepten[-1].gegevens)).jaarschijf
        for regels in (toen.regels, toen.activiteiten, toen.zonder_bod):
            nummers |= {regel.nummer: regel.afspraak_id for regel in regels}
    return nummers
