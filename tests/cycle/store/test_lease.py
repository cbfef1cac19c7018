"""Leases: one process at a time does a step, and a dead one never blocks it."""

import pytest

from cycle.domain.errors import StapBezet
from cycle.services.opslagport import Store
from tests.cycle.store.builders import Wijzer

SOORTEN = ("sqlite", "postgresql", "fake")


def test_a_held_step_is_refused_with_its_name_and_hour(store: Store, wijzer: Wijzer) -> None:
    with store.lease("hoogeveen", 2024, "concept"):
        wijzer.nu = wijzer.nu.add(minutes=14)

        with pytest.raises(StapBezet) as fout, store.lease("hoogeveen", 2024, "concept"):
            pytest.fail("the step was handed out twice")

    assert "'concept' van hoogeveen 2024 loopt al sinds 14.03 uur" in fout.value.melding
    assert "na 14.18 uur" in fout.value.advies


def test_another_step_or_cyclus_is_free(store: Store) -> None:
    with (
        store.lease("hoogeveen", 2024, "concept"),
        store.lease("hoogeveen", 2024, "berichten"),
        store.lease("hoogeveen", 2025, "concept"),
        store.lease("hogeland", 2024, "concept"),
        store.transaction() as tx,
    ):
        assert tx.list_cycli() == ()


def test_a_step_is_free_again_after_it_ends_or_fails(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.lease("hoogeveen", 2024, "concept"):
        raise ZeroDivisionError

    with store.lease("hoogeveen", 2024, "concept"):
        pass
    with store.lease("hoogeveen", 2024, "concept"):
        pass


def test_an_expired_step_is_taken_over_and_the_late_owner_takes_nothing_back(
    store: Store, wijzer: Wijzer
) -> None:
    laat = store.lease("hoogeveen", 2024, "concept")
    laat.__enter__()
    wijzer.nu = wijzer.nu.add(minutes=15)

    with store.lease("hoogeveen", 2024, "concept"):
        laat.__exit__(None, None, None)

        with pytest.raises(StapBezet), store.lease("hoogeveen", 2024, "concept"):
            pytest.fail("the late owner gave away the step of another")
