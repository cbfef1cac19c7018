"""Two workers on PostgreSQL share the daily run of 342 samenwerkingen; one of them is killed."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cycle.domain.cyclus import Cyclus
from cycle.domain.fase import Fase
from tests.cycle.store.builders import DAG
from tests.workflows.prefect.dienstproces import JAAR, Api, Dienst
from tests.workflows.prefect.gehuchten import write_gehuchten
from tests.workflows.prefect.halfweg import wait_until

AANTAL = 342
"""As many as there are gemeenten."""


@pytest.fixture
def adressen(postgres_url: str) -> Iterator[dict[str, str]]:
    """Yield the settings for two databases: our own, and that of Prefect."""
    namen = ("werkers", "werkers_prefect")
    with psycopg.connect(f"{postgres_url}/postgres", autocommit=True) as verbinding:
        for naam in namen:
            verbinding.execute(f"CREATE DATABASE {naam}".encode())
    prefect = postgres_url.replace("postgresql://", "postgresql+asyncpg://")
    yield {
        "JAARSCHIJF_DATABASE": f"{postgres_url}/werkers",
        "JAARSCHIJF_GELIJKTIJDIG": "1",
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"{prefect}/werkers_prefect",
    }
    with psycopg.connect(f"{postgres_url}/postgres", autocommit=True) as verbinding:
        for naam in namen:
            verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)".encode())


@pytest.fixture
def dienst(tmp_path: Path, adressen: dict[str, str]) -> Iterator[Dienst]:
    """Yield a dienst that runs, on as many hamlets as there are gemeenten."""
    dienst = Dienst(tmp_path, extra=adressen, opties=("--poort", "4390"))
    gehuchten = write_gehuchten(tmp_path / "content", AANTAL)
    with dienst.toolkit().store.transaction() as tx:
        for code in gehuchten:
            tx.add(Cyclus(code, JAAR, Fase.VOORBEREIDING, DAG, "ab" * 32, False))
    dienst.start()
    yield dienst
    assert dienst.stop(signal.SIGINT) == 0


@pytest.fixture
def tweede(dienst: Dienst) -> Iterator[Dienst]:
    """Yield a second worker, as on another machine, that takes work as well."""
    adres = dienst.regels[0].rpartition(" ")[2]
    tweede = Dienst(
        dienst.werkmap,
        extra=dienst.extra | {"PREFECT_API_URL": f"{adres}/api"},
        opties=("--werker",),
    )
    tweede.start()
    yield tweede
    tweede.stop(signal.SIGKILL)


def _verzonden(adres: str) -> list[str]:
    """Return for each message that went out the samenwerking that it belongs to."""
    with psycopg.connect(adres) as verbinding:
        rijen = verbinding.execute(
            "SELECT samenwerking FROM bericht JOIN cyclus ON cyclus.id = cyclus_id "
            "WHERE verzonden_op IS NOT NULL"
        ).fetchall()
    return [str(samenwerking) for (samenwerking,) in rijen]


def test_all_342_are_done_and_none_twice_when_one_of_two_workers_is_killed(
    dienst: Dienst, tweede: Dienst
) -> None:
    api = Api(dienst.regels[0].rpartition(" ")[2])
    adres = dienst.extra["JAARSCHIJF_DATABASE"]

    run = api.zet("dag-verdelen")
    assert wait_until(lambda: _aan_het_werk(tweede) and _aan_het_werk(dienst)), dienst.log()
    assert wait_until(lambda: len(_verzonden(adres)) > 5)
    _kill_in_its_group(tweede)
    assert 0 < len(_verzonden(adres)) < AANTAL

    assert wait_until(lambda: _staten(api) == {"Completed"}, seconden=1800), _groepen(api)
    assert api.staat(run) == "Completed"
    assert len(_groepen(api)) == 7
    assert sorted(_verzonden(adres)) == sorted(f"gehucht{n}" for n in range(1, AANTAL + 1))
    post = [p for p in (dienst.werkmap / "stukken").glob("*/postvak-uit/*") if p.is_file()]
    assert len(post) == AANTAL
    assert any("Opnieuw" in api.staten(groep["id"]) for groep in _groepen(api))


def _groepen(api: Api) -> list[dict[str, Any]]:
    """Return the runs of the groups of the day."""
    runs = api.vraag("flow_runs/filter", {"limit": 200})
    return [run for run in runs if run["name"].startswith("dag-groep")]


def _staten(api: Api) -> set[str]:
    return {str(groep["state_name"]) for groep in _groepen(api)}


def _aan_het_werk(dienst: Dienst) -> bool:
    """Return whether a worker has a group under way."""
    return "for flow 'dag-groep'" in dienst.log()


def _kill_in_its_group(tweede: Dienst) -> None:
    """Kill the second machine: its worker, what the worker runs, and who would start it again."""
    werker = tweede.kind("werker")
    tweede.stop(signal.SIGKILL)
    os.kill(werker, signal.SIGKILL)
