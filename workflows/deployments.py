"""Deployments: the work that Prefect can start, made from the table of stages.

Every step of the year is one, for people and programs to start; the daily run has a schedule.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from prefect import Flow
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentScheduleCreate, WorkPoolCreate
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments import run_deployment
from prefect.exceptions import ObjectAlreadyExists
from prefect.utilities.callables import parameter_schema
from prefect.workers.process import ProcessWorker

from cycle import VERSION
from cycle.klok import TIJDZONE, tijdstip
from cycle.settings import Settings
from workflows import dagflows, flows
from workflows.stages import STAPPEN

POOL: Final = "jaarschijf"
"""The queue of work, and the name of every deployment."""

UUR: Final = 7
"""The hour of the daily run in the Netherlands; never between two and three at night."""

_OPDRACHT: Final = {"command": "python -m workflows.dienst.uitvoerder"}


@dataclass(frozen=True, slots=True)
class Uitrol:
    """One deployment: a flow as a name in a module, what it does, and when by itself.

    `rooster` is a cron line in Dutch time, empty when somebody has to start it.
    """

    flow: Flow[..., Any]
    plek: str
    uitleg: str
    soort: str
    rooster: str = ""

    @property
    def naam(self) -> str:
        """Return the name in Prefect."""
        return f"{self.flow.name}/{POOL}"


def list_uitrol() -> Iterator[Uitrol]:
    """Yield the daily run, its groups, and every step of the year."""
    yield Uitrol(
        dagflows.dag_verdelen,
        f"{dagflows.__name__}.dag_verdelen",
        "Doe wat vandaag aan de beurt is, voor elke cyclus die loopt.",
        "dagelijks",
        f"0 {UUR} * * *",
    )
    yield Uitrol(
        dagflows.post,
        f"{dagflows.__name__}.post",
        "Verstuur mail die nog klaarstaat.",
        "post",
        "*/15 * * * *",
    )
    yield Uitrol(
        dagflows.dag_groep,
        f"{dagflows.__name__}.dag_groep",
        "Doe wat vandaag aan de beurt is, voor een aantal cycli.",
        "dagelijks",
    )
    for stap in STAPPEN:
        uitleg = f"Zet de stap '{stap.naam}'."
        yield Uitrol(flows.FLOWS[stap.code], f"{flows.__name__}.{stap.code}", uitleg, "stap")


def deploy_alles() -> None:
    """Tell the Prefect server which work there is; the same again changes nothing."""
    with get_client(sync_client=True) as client:
        with suppress(ObjectAlreadyExists):  # made by an earlier start
            client.create_work_pool(
                WorkPoolCreate(
                    name=POOL,
                    type=ProcessWorker.type,
                    base_job_template=ProcessWorker.get_default_base_job_template(),
                )
            )
        for uitrol in list_uitrol():
            _deploy(client, uitrol)


def _deploy(client: SyncPrefectClient, uitrol: Uitrol) -> None:
    """Make or renew one deployment."""
    client.create_deployment(
        flow_id=client.create_flow(uitrol.flow),
        name=POOL,
        version=VERSION,
        description=uitrol.uitleg,
        tags=[uitrol.soort],
        schedules=_make_rooster(uitrol.rooster),
        work_pool_name=POOL,
        job_variables=_OPDRACHT,
        entrypoint=uitrol.plek,
        pull_steps=[],
        parameter_openapi_schema=parameter_schema(uitrol.flow).model_dump(exclude_unset=True),
        enforce_parameter_schema=True,
    )


def _make_rooster(cron: str) -> list[DeploymentScheduleCreate]:
    """Return the schedule; it stands still when the clock does, for rehearsals."""
    if not cron:
        return []
    schema = CronSchedule(cron=cron, timezone=TIJDZONE)
    return [DeploymentScheduleCreate(schedule=schema, active=Settings().vandaag is None)]


def catch_up() -> None:
    """Start the daily run when today's hour has passed: the machine may have been off.

    Once a day; a second run would find nothing to do. A clock that stands still has nothing
    to catch up with.
    """
    nu = tijdstip().in_timezone(TIJDZONE)
    if Settings().vandaag is None and nu.hour >= UUR:
        run_deployment(
            f"{dagflows.dag_verdelen.name}/{POOL}",
            timeout=0,
            as_subflow=False,
            idempotency_key=f"inhalen-{nu.to_date_string()}",
        )
