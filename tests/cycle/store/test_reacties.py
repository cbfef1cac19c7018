"""Reactions and the decisions on them; the same cases run on each kind of store."""

import pendulum
import pytest

from cycle.domain.reactie import Reactie, Repliek
from cycle.domain.reactietabel import Reactiebesluit, Reactiekeuze
from cycle.services.opslagport import Store
from tests.builders import een_ingebrachte, een_opmerking, een_vindplaats, een_wijziging
from tests.cycle.store.builders import DAG, gestart

SOORTEN = ("sqlite", "postgresql", "fake")

REACTIES = (
    een_wijziging("De partijen „bouwen” 12 woningen.", "bouwen", "slopen", na="Kop & meer"),
    een_wijziging("Rij | twee", "", "erbij", vindplaats=een_vindplaats(3, "_Actie_03_3F9A2C1B")),
    een_wijziging("Weg", "Weg", "", vindplaats=een_vindplaats(None), op=None),
    een_opmerking("Kan dit?\nOf niet?"),
    een_opmerking(
        "Met antwoord",
        op=None,
        replieken=(Repliek("Jan", pendulum.date(2025, 11, 5), "Ja."), Repliek("Ria", None, "Nee.")),
    ),
)


@pytest.mark.parametrize("reactie", REACTIES, ids=range(len(REACTIES)))
def test_a_reaction_comes_back_exactly_as_it_was(store: Store, reactie: Reactie) -> None:
    cyclus = gestart(store)
    ingebracht = een_ingebrachte(reactie)

    with store.transaction() as tx:
        tx.add_reactie(cyclus, ingebracht)

    with store.transaction() as tx:
        assert tx.reacties(cyclus) == (ingebracht,)


def test_the_same_reaction_is_kept_once(store: Store) -> None:
    cyclus = gestart(store)
    eerste = een_ingebrachte(een_opmerking(), 1)
    nog_eens = een_ingebrachte(een_opmerking(), 2, kenmerk=eerste.kenmerk)

    for ingebracht in (eerste, nog_eens):
        with store.transaction() as tx:
            tx.add_reactie(cyclus, ingebracht)

    with store.transaction() as tx:
        assert tx.reacties(cyclus) == (eerste,)


def test_reactions_of_one_cyclus_stay_out_of_another(store: Store) -> None:
    dit, ander = gestart(store), gestart(store, "hogeland")
    met_repliek = een_opmerking(replieken=(Repliek("Jan", None, "Ja."),))

    with store.transaction() as tx:
        tx.add_reactie(dit, een_ingebrachte(met_repliek))
        tx.add_reactie(ander, een_ingebrachte(een_opmerking("Anders")))

    with store.transaction() as tx:
        assert [r.reactie for r in tx.reacties(dit)] == [met_repliek]


def test_decisions_are_a_log_and_the_same_one_twice_is_kept_once(store: Store) -> None:
    cyclus = gestart(store)
    bespreken = Reactiebesluit(1, Reactiekeuze.BESPREKEN, DAG)
    overnemen = Reactiebesluit(1, Reactiekeuze.OVERNEMEN, DAG, "Goed idee.", is_handmatig=True)
    with store.transaction() as tx:
        tx.add_reactie(cyclus, een_ingebrachte(een_opmerking()))

    for besluit in (bespreken, overnemen, overnemen, bespreken):
        with store.transaction() as tx:
            tx.add_reactiebesluit(cyclus, besluit)

    with store.transaction() as tx:
        assert tx.reactiebesluiten(cyclus) == (bespreken, overnemen, bespreken)
