"""Plays a year through Prefect and tells what Prefect remembers of it, as JSON.

``python -m tests.workflows.prefect.speler`` runs in a process of its own, because Prefect
reads its settings when it is imported.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pendulum
from prefect.client.orchestration import SyncPrefectClient, get_client

from cycle.bootstrap import build_toolkit
from cycle.domain.errors import JaarschijfError
from cycle.services.start_cyclus import start_cyclus
from cycle.settings import Settings
from workflows.dagflows import dagelijks
from workflows.demoflow import play_jaar
from workflows.flows import FLOWS
from workflows.scenario import build_scenario

SAMENWERKING, JAAR, VOLGEND = "hogeland", 2024, 2025
OVERZICHT_DAG = pendulum.date(2024, 9, 30)
"""A day on which the kickoff of the next year is due."""


def main() -> None:
    gespeeld: list[str] = []
    toolkit = build_toolkit(Settings())
    scenario = build_scenario(toolkit, SAMENWERKING, JAAR)
    play_jaar(SAMENWERKING, JAAR, scenario, gespeeld.append)
    for samenwerking in (SAMENWERKING, "hoogeveen"):
        start_cyclus(toolkit, samenwerking, VOLGEND)
    te_vroeg = _refused(lambda: FLOWS["accordering"](SAMENWERKING, VOLGEND, vandaag=OVERZICHT_DAG))
    with (Settings().content / SAMENWERKING / "samenwerking.toml").open("a") as bestand:
        bestand.write("\ntypefout = 1\n")
    kapot = _refused(lambda: dagelijks(vandaag=OVERZICHT_DAG))
    with get_client(sync_client=True) as client:
        feiten = {
            "gespeeld": gespeeld,
            "te_vroeg": te_vroeg,
            "kapot": kapot,
            "runs": _runs(client),
            "artefacten": [
                {"key": a.key, "type": a.type, "description": a.description, "data": a.data}
                for a in client.read_artifacts(limit=200)
            ],
        }
    Path(sys.argv[1]).write_text(json.dumps(feiten))


def _refused(werk: Callable[[], object]) -> dict[str, str]:
    """Return the kind of error with which `werk` is refused, and its words."""
    try:
        werk()
    except JaarschijfError as fout:
        return {"soort": type(fout).__name__, "melding": fout.melding, "advies": fout.advies}
    raise AssertionError("this should have been refused")


def _runs(client: SyncPrefectClient) -> list[dict[str, object]]:
    """Return every flow run that the server knows."""
    flows: dict[object, str] = {}
    runs = client.read_flow_runs(limit=200)
    for run in runs:
        flows[run.flow_id] = flows.get(run.flow_id) or client.read_flow(run.flow_id).name
    return [
        {
            "flow": flows[run.flow_id],
            "naam": run.name,
            "staat": run.state.type.value if run.state else "",
            "tags": sorted(run.tags),
            "is_deel": run.parent_task_run_id is not None,
        }
        for run in runs
    ]


if __name__ == "__main__":
    main()
