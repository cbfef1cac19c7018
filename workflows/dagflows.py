"""The daily run as Prefect flows: in this process, or in groups handed out to the workers.

A cyclus that fails does not hold up the others; a run fails when all have had their turn.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from prefect import State, flow, task
from prefect.deployments import run_deployment
from prefect.runtime import flow_run
from prefect.states import Completed

from cycle.bootstrap import build_klok, build_toolkit
from cycle.domain.errors import StapBezet
from cycle.settings import Settings
from workflows.dagelijks import Dagverslag, list_lopende, run_dag
from workflows.flows import BEZET
from workflows.verslag import show_dag, start_voortgang

GROEP = 50
"""How many cycli one run on a worker takes: starting a run costs as much as several cycli."""

GROEP_UITROL = "dag-groep/jaarschijf"
"""The deployment, by its name in Prefect, of a group of the daily run."""

Sleutel = tuple[str, int]
"""One cyclus: samenwerking and jaar."""


def _name_dag() -> str:
    """Return the name of a daily run, always with its day."""
    dag = flow_run.parameters.get("vandaag") or build_klok(Settings()).vandaag()
    return f"{flow_run.flow_name} {dag}"


@task(task_run_name="dag {samenwerking} {jaar}")
def run_dag_voor(samenwerking: str, jaar: int, vandaag: date | None) -> Dagverslag | State:
    """Do the daily work of one cyclus; never tried again by itself, because it sends mail."""
    try:
        return run_dag(build_toolkit(Settings(), vandaag), samenwerking, jaar)
    except StapBezet as bezet:
        return Completed(name=BEZET, message=bezet.melding, data=Dagverslag(samenwerking, jaar))


@flow(name="dagelijks", flow_run_name=_name_dag)
def dagelijks(
    vandaag: date | None = None, voorbeeld: bool = False, samenwerking: str = ""
) -> list[Dagverslag]:
    """Do what is due today for every cyclus under way; return what was done for each.

    With `samenwerking` only its cycli.
    """
    return _run_dagen(_list_cycli(vandaag, samenwerking, voorbeeld=voorbeeld), vandaag)


@flow(name="dag-groep", flow_run_name="dag-groep {nummer}")
def dag_groep(
    cycli: list[Sleutel], nummer: int = 1, vandaag: date | None = None
) -> list[Dagverslag]:
    """Do what is due today for these cycli; return what was done for each."""
    return _run_dagen(cycli, vandaag)


@flow(name="dag-verdelen", flow_run_name=_name_dag)
def dag_verdelen(vandaag: date | None = None) -> int:
    """Hand out the daily run in groups and return how many; one group is done right here.

    Nobody waits for the groups: this run would keep a place that they need.
    """
    cycli = _list_cycli(vandaag, "", voorbeeld=False)
    groepen = [cycli[begin : begin + GROEP] for begin in range(0, len(cycli), GROEP)]
    if len(groepen) == 1:
        dag_groep(groepen[0], 1, vandaag)
    else:
        for nummer, groep in enumerate(groepen, start=1):
            _hand_out(groep, nummer, vandaag)
    return len(groepen)


def _hand_out(groep: Sequence[Sleutel], nummer: int, vandaag: date | None) -> None:
    """Put one group in the queue, once for this run, also when the run is done again."""
    run_deployment(
        GROEP_UITROL,
        parameters={
            "cycli": [list(cyclus) for cyclus in groep],
            "nummer": nummer,
            "vandaag": vandaag.isoformat() if vandaag else None,
        },
        timeout=0,
        as_subflow=False,
        idempotency_key=f"{flow_run.get_id()}/{nummer}",
    )


def _list_cycli(vandaag: date | None, samenwerking: str, *, voorbeeld: bool) -> list[Sleutel]:
    """Return the cycli that are under way, of one samenwerking or of all."""
    lopende = list_lopende(build_toolkit(Settings(), vandaag), voorbeeld=voorbeeld)
    return [(c.samenwerking, c.jaar) for c in lopende if samenwerking in ("", c.samenwerking)]


def _run_dagen(cycli: Sequence[Sleutel], vandaag: date | None) -> list[Dagverslag]:
    """Return what was done for each cyclus, after all have had their turn."""
    voortgang = start_voortgang("voortgang-dag", "De dagelijkse ronde", len(cycli))
    uitkomsten: list[Dagverslag | BaseException] = []
    for samenwerking, jaar in cycli:
        stand = run_dag_voor(samenwerking, jaar, vandaag, return_state=True)
        uitkomsten.append(_read(stand))
        voortgang.tel()
    show_dag([(*cyclus, wat) for cyclus, wat in zip(cycli, uitkomsten, strict=True)])
    for uitkomst in uitkomsten:
        if isinstance(uitkomst, BaseException):
            raise uitkomst
    return [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Dagverslag)]


def _read(stand: State[Any]) -> Dagverslag | BaseException:
    """Return what one cyclus brought, or why it did not succeed."""
    uitkomst: Dagverslag | BaseException = stand.result(raise_on_failure=False)
    return uitkomst
