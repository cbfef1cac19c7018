"""Scenario: a whole year as a list of events in order of date, played by the demo.

Events use the real use cases with a clock that stands on the day of the event. Each one
first looks whether it was done already, so a scenario that was cut off can be played again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pendulum

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import Termijn, step_werkdagen, termijn
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.domain.voorbeeld import Antwoorden, Voorbeeld, VoorbeeldBesluit
from cycle.services.cyclus import list_termijnen, require_concept, require_cyclus
from cycle.services.issue_formulieren import issue_formulieren
from cycle.services.ports import Toolkit
from cycle.services.receive_bieding import receive_bieding
from cycle.services.record_besluit import record_besluit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.start_cyclus import start_cyclus
from workflows.gebeurtenis import Gebeurtenis
from workflows.kickoffronde import Kickoffronde
from workflows.reactieronde import Reactieronde
from workflows.toetsronde import Toetsronde


def build_scenario(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[Gebeurtenis, ...]:
    """Return the events of one year, in order of date.

    Raises:
        NietGevonden: this samenwerking has no example answers for `jaar`.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    voorbeeld = toolkit.bibliotheek.voorbeeld(inhoud, jaar)
    termijnen = list_termijnen(toolkit, inhoud, jaar)
    scenario = _Scenario(toolkit, inhoud, voorbeeld, termijnen, jaar)
    return tuple(sorted(scenario.gebeurtenissen(), key=lambda g: g.dag))


@dataclass(frozen=True, slots=True)
class _Scenario:
    """The ingredients of one played year."""

    toolkit: Toolkit
    inhoud: Samenwerking
    voorbeeld: Voorbeeld
    termijnen: tuple[Termijn, ...]
    jaar: int

    def op(self, code: str, werkdagen: int = 0) -> pendulum.Date:
        """Return the day of a deadline, or so many working days from it."""
        dag = termijn(self.termijnen, code).datum
        is_werkdag = self.toolkit.bibliotheek.is_werkdag()
        return step_werkdagen(dag, werkdagen, is_werkdag) if werkdagen else dag

    def gebeurtenissen(self) -> Iterator[Gebeurtenis]:
        """Yield all events; events on the same day stay in this order."""
        begin = self.op("kickoff", -15)
        yield Gebeurtenis(begin, "De coördinator start de cyclus", actie=self._start)
        kickoff = Kickoffronde(self.inhoud, self.jaar, self.voorbeeld.stemmen)
        yield from kickoff.gebeurtenissen(self.op("kickoff", -14), self.op("kickoff", -3))
        yield Gebeurtenis(self.op("kickoff"), "Startbijeenkomst", "kickoff")
        yield Gebeurtenis(self.op("formulieren_uit"), "Formulieren uit", "uitvraag")
        yield from self._dagen("biedingen_in", -10, -5, -1)
        yield from self._biedingen()
        sluiten = self.op("biedingen_in", 4)
        yield Gebeurtenis(sluiten, "Biedingen sluiten", "sluiting")
        yield from self._concepten()
        yield Gebeurtenis(self.op("stukken"), "Besluiten vragen", "accordering")
        yield from self._dagen("accordering", -10, -5)
        for besluit in self.voorbeeld.besluiten:
            yield self._besluit(besluit)
        besloten = max(self.op("accordering"), *(b.op for b in self.voorbeeld.besluiten))
        yield Gebeurtenis(besloten, "Jaarschijf vaststellen", "vaststelling")
        yield Gebeurtenis(besloten, "Ondertekening openen", "ondertekening")
        yield from self._dagen("ondertekening", -1)
        for partij in self.inhoud.partijen:
            yield self._handtekening(partij)
        yield Gebeurtenis(self.op("levering"), "Verzending vastleggen", "verzending")
        yield from self._dagen("uitvoering", 5)
        for moment in Toetsmoment:
            ronde = Toetsronde(self.inhoud, self.jaar, moment, self.voorbeeld.standen)
            yield from ronde.gebeurtenissen(
                self.op(moment.uitvraag), self.op(moment.inleveren), self.op(moment.stap)
            )
        yield Gebeurtenis(self.op("verslag"), "Cyclus afronden", "afronding")

    def _dagen(self, code: str, *werkdagen: int) -> Iterator[Gebeurtenis]:
        """Yield daily runs around a deadline."""
        for aantal in werkdagen:
            yield Gebeurtenis(self.op(code, aantal), "Dagelijkse ronde", "dagelijks")

    def _start(self, toolkit: Toolkit) -> None:
        start_cyclus(toolkit, self.inhoud.code, self.jaar, voorbeeld=True)

    def _biedingen(self) -> Iterator[Gebeurtenis]:
        """Yield the forms coming in; the last partij is late and needs a reminder.

        Who answers to requests of others comes after them.
        """
        *op_tijd, laatkomer = self.voorbeeld.antwoorden.values()
        for antwoorden in sorted(op_tijd, key=lambda a: bool(a.gevraagd)):
            yield self._bieding(antwoorden, self.op("biedingen_in", -2))
        yield Gebeurtenis(self.op("biedingen_in", 2), "Dagelijkse ronde", "dagelijks")
        yield self._bieding(laatkomer, self.op("biedingen_in", 3))

    def _bieding(self, antwoorden: Antwoorden, dag: pendulum.Date) -> Gebeurtenis:
        naam = self.inhoud.partij(antwoorden.partij).naam
        return Gebeurtenis(
            dag,
            f"{naam} stuurt de bieding",
            actie=lambda toolkit: self._lever_in(toolkit, antwoorden),
        )

    def _lever_in(self, toolkit: Toolkit, antwoorden: Antwoorden) -> None:
        """Fill the form that was handed out and hand it in."""
        samenwerking, jaar, partij = self.inhoud.code, self.jaar, antwoorden.partij
        if antwoorden.gevraagd:
            # the form that went out first did not know yet what others would ask
            issue_formulieren(toolkit, samenwerking, jaar)
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            formulier = next(
                s for s in tx.stukken(cyclus) if (s.soort, s.partij) == ("formulier", partij)
            )
        werkmap = toolkit.formulieren.fill(toolkit.bestanden.get(formulier.sha256), antwoorden)
        naam = f"bieding-{jaar}-{partij}.xlsx"
        toolkit.uitgifte.write(samenwerking, jaar, f"biedingen/{naam}", werkmap)
        if not is_voorbij(cyclus.fase, Fase.OVERLEG):
            receive_bieding(toolkit, samenwerking, jaar, werkmap, naam)

    def _concepten(self) -> Iterator[Gebeurtenis]:
        """Yield the draft and, when it comes back with changes, the second one."""
        ronde = Reactieronde(self.inhoud, self.jaar, self.voorbeeld.reacties)
        dag, terug = self.op("concept"), self.op("concept", 5)
        yield Gebeurtenis(dag, "Concept maken en delen", "concept", is_over=ronde.is_begonnen)
        if self.voorbeeld.reacties:
            yield from ronde.terugkomst(self.op("concept", 4))
            yield ronde.beslissing(terug)
            yield Gebeurtenis(terug, "Tweede concept maken en delen", "concept")

    def _besluit(self, besluit: VoorbeeldBesluit) -> Gebeurtenis:
        naam = self.inhoud.partij(besluit.partij).naam
        return Gebeurtenis(
            besluit.op,
            f"{naam} besluit ({besluit.orgaan})",
            actie=lambda toolkit: self._besluit_vastleggen(toolkit, besluit),
        )

    def _besluit_vastleggen(self, toolkit: Toolkit, besluit: VoorbeeldBesluit) -> None:
        """Record a decision on the concept that counts at that moment."""
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, self.inhoud.code, self.jaar)
            eigen = Besluit(
                partij=besluit.partij,
                orgaan=besluit.orgaan,
                reikwijdte=besluit.reikwijdte,
                op=besluit.op,
                code=require_concept(tx, cyclus).code,
                reden=besluit.reden,
                uitgezonderd=besluit.uitgezonderd,
            )
            is_gedaan = eigen in tx.besluiten(cyclus)
        if not (is_gedaan or is_voorbij(cyclus.fase, Fase.ACCORDERING)):
            record_besluit(toolkit, self.inhoud.code, self.jaar, eigen)

    def _handtekening(self, partij: Partij) -> Gebeurtenis:
        return Gebeurtenis(
            self.op("ondertekening"),
            f"{partij.naam} ondertekent",
            actie=lambda toolkit: self._teken(toolkit, partij),
        )

    def _teken(self, toolkit: Toolkit, partij: Partij) -> None:
        """Sign as far as the partij decided: whole, in part or not."""
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, self.inhoud.code, self.jaar)
            code = require_concept(tx, cyclus).code
        if is_voorbij(cyclus.fase, Fase.ONDERTEKENING):
            return
        eigen = [b for b in self.voorbeeld.besluiten if b.partij == partij.code]
        strengste = max(eigen, key=lambda b: list(Reikwijdte).index(b.reikwijdte))
        for functie in partij.ondertekenaars:
            record_handtekening(
                toolkit,
                self.inhoud.code,
                self.jaar,
                Handtekening(
                    partij=partij.code,
                    functie=functie,
                    reikwijdte=strengste.reikwijdte,
                    op=self.op("ondertekening"),
                    code=code,
                    reden=strengste.reden,
                ),
            )
