"""Real processes at the same database: at once, and killed without a warning."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from cycle.domain.errors import StapBezet
from cycle.services.check_audit import check_audit
from cycle.store.opslag import SqlStore
from tests.cycle.store import processen
from tests.cycle.store.builders import een_concept, gestart

ROOT = Path(__file__).resolve().parents[3]
Start = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def start(adres: str) -> Iterator[Start]:
    """Yield a function that starts another process; all are ended after the test."""
    lopend: list[subprocess.Popen[str]] = []

    def begin(daad: str) -> subprocess.Popen[str]:
        proces = subprocess.Popen(
            [sys.executable, "-m", processen.__name__, adres, daad],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        lopend.append(proces)
        return proces

    yield begin
    for proces in lopend:
        proces.kill()
        proces.communicate()


def _wait_until_ready(proces: subprocess.Popen[str]) -> None:
    """Wait until the other process is where the test wants it."""
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"


def test_a_step_of_a_living_process_is_refused_and_of_a_killed_one_taken_over(
    store: SqlStore, start: Start
) -> None:
    ander = start("hold_lease")
    _wait_until_ready(ander)

    with pytest.raises(StapBezet) as fout, store.lease("hoogeveen", 2024, "concept"):
        pytest.fail("a living process lost its step")
    assert fout.value.plek.endswith(f"proces {ander.pid}")

    ander.kill()  # signal 9
    os.waitid(os.P_PID, ander.pid, os.WEXITED | os.WNOWAIT)  # dead, and still listed as a zombie
    with store.lease("hoogeveen", 2024, "concept"):
        pass


def test_a_process_killed_inside_a_transaction_leaves_the_state_before_it(
    store: SqlStore, start: Start
) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.add_concept(cyclus, een_concept("1.0"))
    ander = start("write_half")
    _wait_until_ready(ander)

    ander.kill()

    with store.transaction() as tx:
        assert tx.concepten(cyclus) == (een_concept("1.0"),)
        tx.add_concept(cyclus, een_concept("1.1"))
    rapport = check_audit(SimpleNamespace(store=store), "hoogeveen", 2024)
    assert (rapport.keten.aantal, rapport.is_heel) == (4, True)


def test_eight_processes_that_write_at_once_leave_one_whole_chain(
    store: SqlStore, start: Start
) -> None:
    gestart(store)

    anderen = [start("add_feiten") for _ in range(8)]

    assert [proces.wait(timeout=120) for proces in anderen] == [0] * 8
    rapport = check_audit(SimpleNamespace(store=store), "hoogeveen", 2024)
    assert (rapport.keten.aantal, rapport.is_heel) == (2 + 8 * processen.AANTAL, True)


def test_two_processes_that_add_at_once_lose_nothing(store: SqlStore, start: Start) -> None:
    cyclus = gestart(store)

    anderen = [start("add_versions"), start("add_versions")]

    assert [proces.wait(timeout=60) for proces in anderen] == [0, 0]
    with store.transaction() as tx:
        versies = [i.versie for i in tx.inzendingen(cyclus)]
    assert versies == list(range(1, 2 * processen.AANTAL + 1))


def test_processes_that_start_at_once_make_the_tables_once(adres: str, start: Start) -> None:
    anderen = [start("look_around") for _ in range(4)]

    assert [proces.wait(timeout=60) for proces in anderen] == [0, 0, 0, 0]
