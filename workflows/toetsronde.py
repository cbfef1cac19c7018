"""Toetsronde: in the played year the partijen report how it stands, in April and September.

Who is not named in the example reports that all goes as planned, with the figure that
belongs to that part of the year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import pendulum

from cycle.domain.afspraak import SAMEN
from cycle.domain.cyclus import Stuk
from cycle.domain.indicator import IndicatorAard
from cycle.domain.notatie import getal
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment, Voortgang
from cycle.domain.toetsvraag import Toetsvraag
from cycle.domain.voorbeeld import Standantwoord, Standantwoorden, VoorbeeldStand
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.receive_melding import receive_melding
from cycle.services.toetsbron import read_vragen
from workflows.gebeurtenis import Gebeurtenis


@dataclass(frozen=True, slots=True)
class Toetsronde:
    """One check of the played year."""

    inhoud: Samenwerking
    jaar: int
    moment: Toetsmoment
    standen: Sequence[VoorbeeldStand]

    def gebeurtenissen(
        self, uit: pendulum.Date, terug: pendulum.Date, overleg: pendulum.Date
    ) -> Iterator[Gebeurtenis]:
        """Yield the forms that go out, those that come back, and the meeting."""
        naam = self.moment.value
        yield Gebeurtenis(
            uit,
            f"Formulieren voor de toets van {naam} uit",
            self.moment.uitvraag,
            is_over=self._is_gehouden,
        )
        yield Gebeurtenis(
            terug,
            f"De partijen sturen hun stand van zaken van {naam}",
            actie=self._report,
            is_over=self._is_gehouden,
        )
        yield Gebeurtenis(overleg, f"Tripartiet overleg {naam}", self.moment.stap)

    def _is_gehouden(self, toolkit: Toolkit) -> bool:
        """Return whether the meeting was held already."""
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, self.inhoud.code, self.jaar)
            return self.moment.stap in {soort for soort, _, _ in tx.feiten(cyclus)}

    def _report(self, toolkit: Toolkit) -> None:
        """Fill in every form that went out and hand it in."""
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, self.inhoud.code, self.jaar)
            vragen = read_vragen(toolkit, tx, cyclus, self.inhoud)
            soort = self.moment.formulier
            formulieren = [s for s in tx.stukken(cyclus) if s.soort == soort]
            gedaan = {i.partij for i in tx.standinzendingen(cyclus, self.moment)}
        for formulier in formulieren:
            if formulier.partij not in gedaan:
                eigen = [v for v in vragen if v.partij == formulier.partij != SAMEN]
                self._hand_in(toolkit, formulier, eigen)

    def _hand_in(self, toolkit: Toolkit, formulier: Stuk, vragen: Sequence[Toetsvraag]) -> None:
        """Fill in the form of one partij and hand it in."""
        antwoorden = Standantwoorden(formulier.partij, tuple(map(self._antwoord, vragen)))
        werkmap = toolkit.formulieren.fill(toolkit.bestanden.get(formulier.sha256), antwoorden)
        naam = f"{self.moment.value}-{self.jaar}-{formulier.partij}.xlsx"
        pad = f"toets-{self.moment.value}/ingevuld/{naam}"
        toolkit.uitgifte.write(self.inhoud.code, self.jaar, pad, werkmap)
        receive_melding(toolkit, self.inhoud.code, self.jaar, werkmap, naam)

    def _antwoord(self, vraag: Toetsvraag) -> Standantwoord:
        """Return what is typed in one row: as the example says, else as planned."""
        for stand in self.standen:
            waar = (stand.moment, stand.partij, stand.antwoord.regelcode)
            if waar == (self.moment, vraag.partij, vraag.regelcode):
                return stand.antwoord
        cijfer = _volgens_plan(vraag, self.moment)
        return Standantwoord(vraag.regelcode, Voortgang.LOOPT.value, cijfer, "Volgens planning.")


def _volgens_plan(vraag: Toetsvraag, moment: Toetsmoment) -> str:
    """Return the figure that belongs to this part of the year, empty when none is asked."""
    if not vraag.vraagt_getal:
        return ""
    if vraag.doel is None:
        return "n.b."
    if vraag.indicator.aard is not IndicatorAard.STROOM:
        return getal(vraag.doel)
    deel = vraag.doel * moment.deel.numerator / moment.deel.denominator
    rond = ROUND_FLOOR if vraag.is_maximum else ROUND_CEILING
    return getal(deel.quantize(Decimal(1), rond))
