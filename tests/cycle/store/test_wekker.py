"""A cyclus rests until its day; whatever is written about it ends its rest."""

from collections.abc import Callable
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bericht import Berichtsoort, Berichtstaat
from cycle.domain.bezorging import Afloop
from cycle.domain.cyclus import Cyclus
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.wekker import DIRECT, Wekker
from cycle.services.opslagport import CyclusStore, Store
from tests.cycle.store.builders import (
    DAG,
    een_bericht,
    een_besluit,
    een_bieding,
    een_concept,
    een_handtekening,
    een_inzending,
    een_stuk,
    gestart,
)

SOORTEN = ("sqlite", "postgresql", "fake")
MORGEN = DAG.add(days=1)
Schrijf = Callable[[CyclusStore, Cyclus], object]


def _rust(store: Store, cyclus: Cyclus) -> Wekker:
    wekker = Wekker(cyclus.samenwerking, cyclus.jaar, DAG, DAG.add(weeks=2), "inhoud")
    with store.transaction() as tx:
        tx.set_wekker(wekker)
    return wekker


def _wekkers(store: Store, *, voorbeeld: bool = True) -> tuple[Wekker, ...]:
    with store.transaction() as tx:
        return tx.list_wekkers(voorbeeld=voorbeeld)


def test_a_new_cyclus_is_looked_at_directly(store: Store) -> None:
    gestart(store)

    (wekker,) = _wekkers(store)
    assert (wekker.samenwerking, wekker.jaar, wekker.dag) == ("hoogeveen", 2024, DIRECT)
    assert wekker.loopt_af(DAG, "")


def test_a_cyclus_rests_as_it_was_told(store: Store) -> None:
    wekker = _rust(store, gestart(store))

    assert _wekkers(store) == (wekker,)
    assert _wekkers(store, voorbeeld=False) == ()


def test_a_cyclus_that_is_over_has_no_wekker(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.move(cyclus, FaseOvergang(Fase.AFGEROND, DAG, "klaar"))

    assert _wekkers(store) == ()


def _claim_and_settle(tx: CyclusStore, cyclus: Cyclus) -> None:
    post = tx.claim_bericht(cyclus, DAG)
    assert post
    tx.set_wekker(Wekker(cyclus.samenwerking, cyclus.jaar, DAG, MORGEN, ""))
    assert tx.settle_bericht(cyclus, post, Afloop(Berichtstaat.ONZEKER, 1, "Geen antwoord."), DAG)


SCHRIJVERS: dict[str, Schrijf] = {
    "move": lambda tx, c: tx.move(c, FaseOvergang(Fase.KICKOFF, DAG)),
    "add_bieding": lambda tx, c: tx.add_bieding(c, een_inzending(), een_bieding(een_inzending())),
    "add_concept": lambda tx, c: tx.add_concept(c, een_concept()),
    "add_stuk": lambda tx, c: tx.add_stuk(c, een_stuk()),
    "add_besluit": lambda tx, c: tx.add_besluit(c, een_besluit()),
    "add_handtekening": lambda tx, c: tx.add_handtekening(c, een_handtekening()),
    "add_feit": lambda tx, c: tx.add_feit(c, "kickoff", DAG, "gehouden"),
    "plan_bericht": lambda tx, c: tx.plan_bericht(c, een_bericht()),
}


@pytest.mark.parametrize("schrijf", SCHRIJVERS.values(), ids=SCHRIJVERS)
def test_whatever_is_written_ends_the_rest(store: Store, schrijf: Schrijf) -> None:
    cyclus = gestart(store)
    _rust(store, cyclus)

    with store.transaction() as tx:
        schrijf(tx, cyclus)

    (wekker,) = _wekkers(store)
    assert wekker.loopt_af(DAG, "inhoud")


def test_what_becomes_of_a_message_ends_the_rest(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, replace(een_bericht(), soort=Berichtsoort.HERINNERING))
    with store.transaction() as tx:
        _claim_and_settle(tx, cyclus)

    (wekker,) = _wekkers(store)
    assert wekker.loopt_af(DAG, "")


def test_looking_in_vain_for_mail_to_send_leaves_the_rest_alone(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, replace(een_bericht(), gepland_op=MORGEN))
    wekker = _rust(store, cyclus)

    with store.transaction() as tx:
        assert tx.claim_bericht(cyclus, DAG) is None

    assert _wekkers(store) == (wekker,)


def test_another_cyclus_rests_on(store: Store) -> None:
    cyclus, ander = gestart(store), gestart(store, "hogeland")
    wekker = _rust(store, ander)

    with store.transaction() as tx:
        tx.add_feit(cyclus, "kickoff", DAG, "gehouden")

    assert wekker in _wekkers(store)


@pytest.mark.parametrize(
    ("vandaag", "kenmerk", "loopt_af"),
    [
        (DAG, "inhoud", False),
        (DAG.add(days=13), "inhoud", False),
        (DAG.add(weeks=2), "inhoud", True),
        (DAG.add(weeks=9), "inhoud", True),
        (DAG.subtract(days=1), "inhoud", True),
        (DAG, "andere inhoud", True),
    ],
)
def test_a_rest_ends_by_its_day_by_new_content_and_by_a_clock_put_back(
    vandaag: pendulum.Date, kenmerk: str, *, loopt_af: bool
) -> None:
    wekker = Wekker("hoogeveen", 2024, DAG, DAG.add(weeks=2), "inhoud")

    assert wekker.loopt_af(vandaag, kenmerk) is loopt_af
