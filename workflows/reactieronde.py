"""Reactieronde: in the played year drafts come back with changes, and somebody decides.

A returned draft is made the way a partij makes it: her own edition, with a tracked change
for every word she would rather read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pendulum

from cycle.domain import notatie
from cycle.domain.cyclus import Cyclus
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import termijn
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitgave import edition_for
from cycle.domain.view import AfspraakView, JaarschijfView
from cycle.domain.voorbeeld import VoorbeeldReactie
from cycle.services.cyclus import list_termijnen, require_concept, require_cyclus
from cycle.services.decide_reacties import Reactieoordeel, decide_reacties
from cycle.services.list_reacties import list_reacties
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.receive_reacties import Afzender, receive_reacties
from cycle.services.versie import view_of_versie
from workflows.gebeurtenis import Gebeurtenis


@dataclass(frozen=True, slots=True)
class Reactieronde:
    """The reactions of one played year."""

    inhoud: Samenwerking
    jaar: int
    reacties: Sequence[VoorbeeldReactie]

    def terugkomst(self, dag: pendulum.Date) -> Iterator[Gebeurtenis]:
        """Yield the drafts that come back, one per partij."""
        for code in dict.fromkeys(reactie.partij for reactie in self.reacties):
            partij = self.inhoud.partij(code)
            yield Gebeurtenis(
                dag,
                f"{partij.naam} stuurt het concept terug met wijzigingen",
                actie=partial(self._return, partij=partij),
                is_over=self._is_gesloten,
            )

    def beslissing(self, dag: pendulum.Date) -> Gebeurtenis:
        """Return the decision of the coordinator on all reactions."""
        tekst = "De coördinator beslist over de reacties"
        return Gebeurtenis(dag, tekst, actie=self._decide, is_over=self._is_gesloten)

    def is_begonnen(self, toolkit: Toolkit) -> bool:
        """Return whether a draft came back already: then the first draft is history."""
        with toolkit.store.transaction() as tx:
            return bool(tx.reacties(require_cyclus(tx, self.inhoud.code, self.jaar)))

    def _is_gesloten(self, toolkit: Toolkit) -> bool:
        """Return whether the overleg is over."""
        with toolkit.store.transaction() as tx:
            fase = require_cyclus(tx, self.inhoud.code, self.jaar).fase
        return is_voorbij(fase, Fase.OVERLEG)

    def _return(self, toolkit: Toolkit, partij: Partij) -> None:
        """Write changes in the edition of a partij, and take them in."""
        naam = f"reactie-{self.jaar}-{partij.code}.docx"
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, self.inhoud.code, self.jaar)
            if any(reactie.partij == partij.code for reactie in tx.reacties(cyclus)):
                return
            eigen = self._edition(toolkit, tx, cyclus, partij)
        document = toolkit.tekstverwerker.redline(
            toolkit.tekstverwerker.jaarschijf(eigen),
            toolkit.tekstverwerker.jaarschijf(self._with_changes(eigen, partij)),
            auteur=f"{partij.contact} van {partij.naam}",
            op=toolkit.klok.vandaag(),
        )
        toolkit.uitgifte.write(self.inhoud.code, self.jaar, f"reacties/{naam}", document)
        receive_reacties(toolkit, document, naam, Afzender())

    def _edition(
        self, toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, partij: Partij
    ) -> JaarschijfView:
        """Return the draft as this partij got it."""
        view = view_of_versie(toolkit, tx, cyclus, self.inhoud, require_concept(tx, cyclus))
        stukken = termijn(list_termijnen(toolkit, self.inhoud, self.jaar), "stukken")
        return edition_for(view, partij.naam, notatie.datum_met_dag(stukken.datum))

    def _with_changes(self, view: JaarschijfView, partij: Partij) -> JaarschijfView:
        """Return the draft as this partij would rather read it."""
        eigen = [reactie for reactie in self.reacties if reactie.partij == partij.code]

        def change(afspraak: AfspraakView) -> AfspraakView:
            for reactie in eigen:
                if str(reactie.nummer) == afspraak.nummer:
                    afspraak = replace(
                        afspraak,
                        tekst=afspraak.tekst.replace(reactie.oud, reactie.nieuw),
                        toelichting=afspraak.toelichting.replace(reactie.oud, reactie.nieuw),
                    )
            return afspraak

        themas = (replace(t, afspraken=tuple(map(change, t.afspraken))) for t in view.themas)
        return replace(view, themas=tuple(themas))

    def _decide(self, toolkit: Toolkit) -> None:
        """Decide on every reaction as the example says; done again nothing changes."""
        besluiten = {(r.partij, r.nummer): r for r in self.reacties}
        for regel in list_reacties(toolkit, self.inhoud.code, self.jaar).regels:
            nummer = regel.ingebracht.reactie.vindplaats.afspraak
            besluit = besluiten[regel.ingebracht.partij, nummer or 0]
            oordeel = Reactieoordeel((regel.nummer,), besluit.keuze, besluit.antwoord)
            decide_reacties(toolkit, self.inhoud.code, self.jaar, oordeel)
