"""Meetings, votes, dossiers, addenda and calendars; the same cases on each kind of store."""

from cycle.services.opslagport import Store
from tests.cycle.store.builders import (
    DAG,
    add_kickoff,
    een_addendum,
    een_heropening,
    een_stem,
    een_topkeuze,
    een_uitnodiging,
    gestart,
)

SOORTEN = ("sqlite", "postgresql", "fake")


def test_everything_comes_back_as_it_was_and_stays_out_of_another_year(store: Store) -> None:
    dit, ander = gestart(store), gestart(store, jaar=2025)
    with store.transaction() as tx:
        add_kickoff(tx, dit)

    with store.transaction() as tx:
        assert tx.uitnodigingen(dit) == (een_uitnodiging(),)
        assert tx.stemmen(dit) == (een_stem(),)
        assert tx.topkeuzes(dit) == (een_topkeuze(),)
        assert tx.heropeningen(dit) == (een_heropening(),)
        assert tx.addenda(dit) == (een_addendum(),)
        leeg = (tx.uitnodigingen, tx.stemmen, tx.topkeuzes, tx.heropeningen, tx.addenda)
        assert [lees(ander) for lees in leeg] == [()] * 5


def test_a_meeting_that_is_only_a_day_comes_back_without_a_time(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.add_uitnodiging(cyclus, een_uitnodiging(tijd=""))

    with store.transaction() as tx:
        assert tx.uitnodigingen(cyclus)[0].bijeenkomst.tijd is None


def test_a_new_vote_is_kept_beside_the_old_one_and_the_same_one_twice_once(store: Store) -> None:
    cyclus = gestart(store)
    eerst, anders = een_stem("domesta", "bouwen"), een_stem("domesta", "zorg", "wonen")
    with store.transaction() as tx:
        for stem in (eerst, eerst, anders, een_stem("actium"), eerst):
            tx.add_stem(cyclus, stem)

    with store.transaction() as tx:
        assert tx.stemmen(cyclus) == (eerst, anders, een_stem("actium"), eerst)


def test_decisions_of_the_meeting_and_dossiers_are_logs(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        for keuze in ("a", "a", "b", "a"):
            tx.add_topkeuze(cyclus, een_topkeuze(keuze))
        for dossier in ("herstel", "herstel", "ander"):
            tx.add_heropening(cyclus, een_heropening(dossier))

    with store.transaction() as tx:
        assert [keuze.keuzes for keuze in tx.topkeuzes(cyclus)] == [("a",), ("b",), ("a",)]
        assert [h.dossier for h in tx.heropeningen(cyclus)] == ["herstel", "ander"]


def test_a_calendar_keeps_its_name_until_it_gets_a_new_one(store: Store) -> None:
    with store.transaction() as tx:
        eerst = tx.agendanaam("hoogeveen", "domesta", DAG)
        assert tx.agendanaam("hoogeveen", "domesta", DAG) == eerst
        anderen = {
            tx.agendanaam("hoogeveen", "actium", DAG),
            tx.agendanaam("hogeland", "domesta", DAG),
        }
        nieuw = tx.renew_agendanaam("hoogeveen", "domesta", DAG)

    with store.transaction() as tx:
        assert tx.agendanaam("hoogeveen", "domesta", DAG) == nieuw
    assert len({eerst, nieuw, *anderen}) == 4
    assert len(eerst) == 32
