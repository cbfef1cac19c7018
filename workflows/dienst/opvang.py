"""Opvang: runs whose process died go back in the queue.

Prefect keeps such a run "Running" or "Pending" for ever. Whether somebody works on it is told
by our own lease, never by Prefect. To do a run again is always safe: every step looks at what
is stored, and does what is missing.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from prefect import State
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Crashed, Scheduled

from cycle.domain.errors import StapBezet
from cycle.klok import tijdstip
from cycle.services.opslagport import Store
from workflows.deployments import POOL
from workflows.dienst.uitvoerder import name_lease

OPNIEUW: Final = "Opnieuw"
"""Name of the state of a run that is done again."""

_KEREN: Final = 3
"""How often a run is done again before somebody has to look at it."""

_STARTTIJD: Final = 60
"""Seconds that a run may wait for its process."""

_GELDIG: Final = 24 * 3600
"""Seconds after which a run is not done again: what was asked a day ago may not be wanted."""


def rescue_runs(store: Store) -> Sequence[FlowRun]:
    """Return the runs that were cut off and are in the queue again."""
    with get_client(sync_client=True) as client:
        return [run for run in _list_kandidaten(client) if _rescue(client, store, run)]


def _list_kandidaten(client: SyncPrefectClient) -> list[FlowRun]:
    """Return the runs of ours that have begun and not ended, and those that crashed lately."""
    soorten = [StateType.PENDING, StateType.RUNNING, StateType.CRASHED]
    runs = client.read_flow_runs(
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=soorten))
        ),
        work_pool_filter=WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL])),
    )
    return [run for run in runs if _may_be_lost(run)]


def _may_be_lost(run: FlowRun) -> bool:
    """Return whether it is worth asking if somebody works on this run."""
    if run.state is None:
        return False
    oud = _age(run.state.timestamp)
    if run.state.is_pending():
        return oud > _STARTTIJD
    return bool(run.state.is_running()) or oud < _GELDIG


def _age(moment: datetime) -> float:
    """Return how many seconds ago this was."""
    return tijdstip().timestamp() - moment.timestamp()


def _rescue(client: SyncPrefectClient, store: Store, run: FlowRun) -> bool:
    """Put the run in the queue when nobody works on it; return whether that was done."""
    try:
        with store.lease(*name_lease(str(run.id))):
            nu = client.read_flow_run(run.id)  # it may have ended while we asked
            if nu.state is None or run.state is None or nu.state.id != run.state.id:
                return False
            return _requeue(client, nu)
    except StapBezet:
        return False


def _requeue(client: SyncPrefectClient, run: FlowRun) -> bool:
    """Put a run without a process in the queue, unless it is old or keeps dying."""
    keren = sum(stand.name == OPNIEUW for stand in client.read_flow_run_states(run.id))
    begonnen = run.expected_start_time or run.created
    if keren < _KEREN and begonnen and _age(begonnen) < _GELDIG:
        reden = "Het proces viel weg. De stap gaat verder waar hij was."
        stand: State[None] = Scheduled(scheduled_time=tijdstip(), name=OPNIEUW, message=reden)
        client.set_flow_run_state(run.id, stand, force=True)
        return True
    if run.state and not run.state.is_crashed():
        reden = "Het proces viel weg. Zet de stap opnieuw als dat nog nodig is."
        client.set_flow_run_state(run.id, Crashed(message=reden), force=True)
    return False
