"""Two at once on a real database: one does the step, and nothing is there twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pendulum
import pytest

from cycle.domain.anker import Documentkenmerk
from cycle.domain.errors import StapBezet
from cycle.domain.fase import Fase
from cycle.domain.reactie import Teruggekomen
from cycle.domain.reactietabel import Reactiekeuze
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.close_biedingen import close_biedingen
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.decide_reacties import Reactieoordeel, decide_reacties
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.issue_formulieren import issue_formulieren
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.ports import Toolkit
from cycle.services.receive_bieding import receive_bieding
from cycle.services.receive_reacties import Afzender, receive_reacties
from cycle.services.send_berichten import send_berichten
from cycle.services.share_concept import share_concept
from cycle.services.start_cyclus import start_cyclus
from cycle.store import open_store
from tests.builders import een_opmerking, een_wijziging
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_opstelling,
    een_werkmap,
)
from tests.cycle.store.builders import Wijzer
from tests.fakes import FakeKlok, een_terugkomst

AANTAL = 4
BIEDINGEN = {partij: een_werkmap(partij) for partij in PARTIJCODES}


@pytest.fixture
def toolkit(tmp_path: Path) -> Iterator[Toolkit]:
    """Yield the fakes around a store on SQLite."""
    store = open_store(f"sqlite:///{tmp_path / 'jaarschijf.sqlite'}", Wijzer())
    yield replace(een_opstelling().toolkit, store=store)
    store.close()


def _at_once(werk: Callable[[], object]) -> None:
    """Do the same work several times at once; who finds a step taken, does it afterwards."""
    start = Barrier(AANTAL)

    def once() -> bool:
        start.wait()
        try:
            werk()
        except StapBezet:
            return False
        return True

    with ThreadPoolExecutor(AANTAL) as pool:
        gelukt = list(pool.map(lambda _: once(), range(AANTAL)))
    assert any(gelukt)


def _herinner(toolkit: Toolkit) -> None:
    """Plan the reminders of all cycli."""
    with toolkit.store.transaction() as tx:
        cycli = tx.list_cycli()
    plan_herinneringen(toolkit, cycli)


def test_a_year_in_which_everybody_does_everything_at_once_has_nothing_twice(
    toolkit: Toolkit,
) -> None:
    for werk in (start_cyclus, hold_kickoff, issue_formulieren):
        _at_once(lambda werk=werk: werk(toolkit, CODE, JAAR))
    toolkit = replace(toolkit, klok=FakeKlok(pendulum.date(2025, 10, 8)))
    _at_once(lambda: _herinner(toolkit))
    for partij, werkmap in BIEDINGEN.items():
        _at_once(lambda w=werkmap, p=partij: receive_bieding(toolkit, CODE, JAAR, w, f"{p}.xlsx"))
    for werk in (close_biedingen, compose_concept, share_concept, ask_besluiten, send_berichten):
        _at_once(lambda werk=werk: werk(toolkit, CODE, JAAR))

    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        fasen = [o.fase for o in tx.overgangen(cyclus)]
        versies = [c.versie for c in tx.concepten(cyclus)]
        inzendingen = [(i.partij, i.versie) for i in tx.inzendingen(cyclus)]
        assert tx.berichten(cyclus, verzonden=False) == ()
        post = len(tx.berichten(cyclus))
    assert fasen == list(Fase)[: list(Fase).index(Fase.ACCORDERING) + 1]
    assert versies == ["0.1"]
    assert inzendingen == [(partij, 1) for partij in PARTIJCODES]
    # every partij got the form, a reminder, the draft and the question for a decision
    assert post == 4 * len(PARTIJCODES)


def test_reactions_that_come_in_and_are_decided_on_at_once_are_there_once(
    toolkit: Toolkit,
) -> None:
    for werk in (start_cyclus, hold_kickoff, issue_formulieren):
        werk(toolkit, CODE, JAAR)
    compose_concept(toolkit, CODE, JAAR, reden="Zonder biedingen.")
    with toolkit.store.transaction() as tx:
        code = require_concept(tx, require_cyclus(tx, CODE, JAAR)).code
    kenmerk = Documentkenmerk("Dorp", "0.1", code, "Domesta")
    reacties = (een_wijziging("Tekst 1.", "Tekst", "Zin"), een_opmerking())
    terug = een_terugkomst(Teruggekomen(kenmerk, reacties))
    oordeel = Reactieoordeel((1,), Reactiekeuze.OVERNEMEN)

    _at_once(lambda: receive_reacties(toolkit, terug, "terug.docx", Afzender()))
    _at_once(lambda: decide_reacties(toolkit, CODE, JAAR, oordeel))

    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert [r.nummer for r in tx.reacties(cyclus)] == [1, 2]
        assert [b.nummer for b in tx.reactiebesluiten(cyclus)] == [1]
