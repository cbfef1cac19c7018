"""Vraag: asks a worker of the dienst to take a step, and waits for what it did."""

import json
import time
from datetime import date
from typing import Any, Final, cast

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import ArtifactSort
from prefect.deployments import run_deployment

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.errors import InhoudOnbruikbaar, JaarschijfError, StapBezet
from workflows.deployments import POOL
from workflows.flows import BEZET

_KIJK: Final = 1.0
"""Seconds between two looks at the run."""

_OPVANG: Final = 60.0
"""Seconds in which a worker puts a run that was cut off back in the queue."""


def ask_werker(
    stap: str, samenwerking: str, jaar: int, *, reden: str, vandaag: date | None
) -> tuple[str, ...]:
    """Return what each use case of the step said, once a worker has taken it.

    Raises:
        StapBezet: the same step runs already.
        JaarschijfError: the step was refused, or did not succeed.
    """
    run = cast(
        "FlowRun",  # a coroutine only inside an event loop, and a command is in none
        run_deployment(
            f"{stap}/{POOL}",
            parameters={
                "samenwerking": samenwerking,
                "jaar": jaar,
                "reden": reden,
                "vandaag": vandaag.isoformat() if vandaag else None,
            },
            tags=[samenwerking, str(jaar)],
            poll_interval=_KIJK,
            as_subflow=False,
        ),
    )
    return read_uitkomst(_follow(run))


def _follow(run: FlowRun) -> FlowRun:
    """Return the run once it has really ended: one that was cut off is taken up again."""
    stil = 0.0
    while run.state and run.state.is_crashed() and stil < _OPVANG:
        time.sleep(_KIJK)
        stil += _KIJK
        with get_client(sync_client=True) as client:
            run = client.read_flow_run(run.id)
            while run.state and not run.state.is_final():
                stil = 0.0
                time.sleep(_KIJK)
                run = client.read_flow_run(run.id)
    return run


def read_uitkomst(run: FlowRun) -> tuple[str, ...]:
    """Return what a run that ended has said.

    Raises:
        StapBezet: it had nothing to do, because another does the same.
        JaarschijfError: it was refused, or did not succeed.
    """
    stand = run.state
    if stand and stand.name == BEZET:
        raise StapBezet(stand.message or "Deze stap loopt al.")
    if stand and stand.is_completed():
        return tuple(rij["melding"] for rij in _read_tabel(run, "meldingen-"))
    raise _build_fout(_read_tabel(run, "bevindingen-"))


def _build_fout(rijen: list[dict[str, str]]) -> JaarschijfError:
    """Return the refusal that a run kept, or that it ended without one."""
    if not rijen:
        return JaarschijfError(
            "De stap is niet gelukt. De werker heeft niet gezegd waarom.",
            advies="Zet de stap nog een keer. Lukt het weer niet? Vraag dan de beheerder.",
        )
    eerste, *rest = rijen
    if rest:
        return InhoudOnbruikbaar([_build_bevinding(rij) for rij in rest])
    return JaarschijfError(eerste["melding"], advies=eerste["advies"], plek=eerste["plek"])


def _build_bevinding(rij: dict[str, str]) -> Bevinding:
    """Return a finding as it was before it became a row."""
    return Bevinding(
        rij["code"], Ernst(rij["ernst"]), rij["plek"], melding=rij["melding"], advies=rij["advies"]
    )


def _read_tabel(run: FlowRun, begin: str) -> list[dict[str, str]]:
    """Return the latest table of a run whose key begins like this, empty when it has none."""
    with get_client(sync_client=True) as client:
        gevonden = client.read_artifacts(
            artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id])),
            sort=ArtifactSort.CREATED_DESC,
        )
    data: Any = next((a.data for a in gevonden if (a.key or "").startswith(begin)), "[]")
    rijen: list[dict[str, str]] = json.loads(data)
    return rijen
