"""Prefect flows: one per row of the table of stages, and the daily run.

A flow only orders use cases and reports; rules, texts and dates live below. Every use
case is repeatable and holds its own lease, so a flow may be started again at any time.
"""

from datetime import date

from prefect import Flow, Task, flow, task
from prefect.artifacts import create_table_artifact

from cycle.bootstrap import build_toolkit
from cycle.domain.cyclus import Cyclus
from cycle.domain.stand import STAAT_TEKST, CyclusStand
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.show_status import show_status
from cycle.settings import Settings
from workflows.dagelijks import Dagverslag, list_lopende, run_dag
from workflows.stages import STAPPEN, Stap, Werk, finish_stap


def build_flow(stap: Stap) -> Flow[..., list[str]]:
    """Return the Prefect flow of one step; its runs are called "concept hoogeveen 2024"."""
    taken = [_build_task(werk) for werk in stap.werk]

    @flow(name=stap.code, flow_run_name=f"{stap.code} {{samenwerking}} {{jaar}}")
    def run(
        samenwerking: str, jaar: int, reden: str = "", vandaag: date | None = None
    ) -> list[str]:
        meldingen = [taak(samenwerking, jaar, reden, vandaag) for taak in taken]
        report(samenwerking, jaar, vandaag)
        return meldingen

    return run


def _build_task(werk: Werk) -> Task[..., str]:
    """Return one use case as a Prefect task, called by its own name."""

    @task(name=werk.__name__, task_run_name=f"{werk.__name__} {{samenwerking}} {{jaar}}")
    def run(samenwerking: str, jaar: int, reden: str, vandaag: date | None) -> str:
        toolkit = build_toolkit(Settings(), vandaag)
        return werk(toolkit, samenwerking, jaar, reden=reden).melding

    return run


@task(task_run_name="report {samenwerking} {jaar}", retries=0)  # it sends mail
def report(samenwerking: str, jaar: int, vandaag: date | None) -> None:
    """Send what was planned, renew the overviews and show the status in Prefect."""
    toolkit = build_toolkit(Settings(), vandaag)
    finish_stap(toolkit, samenwerking, jaar)
    show_stand(show_status(toolkit, samenwerking, jaar))


def show_stand(stand: CyclusStand) -> None:
    """Keep the status of a cyclus as a Prefect table, so that its history can be seen."""
    create_table_artifact(
        key=f"stand-{stand.samenwerking}-{stand.jaar}",
        description=f"Fase: {stand.fase}. Versie: {stand.versie or 'nog geen concept'}.",
        table=[{"partij": p.naam, "stand": STAAT_TEKST[p.staat]} for p in stand.partijen],
    )


@task(task_run_name="herinner")
def herinner(cycli: tuple[Cyclus, ...], vandaag: date | None) -> int:
    """Plan the reminders of all cycli together; return how many mails are new."""
    return len(plan_herinneringen(build_toolkit(Settings(), vandaag), cycli).berichten)


@task(task_run_name="dag {samenwerking} {jaar}", retries=0)  # it sends mail
def run_dag_voor(samenwerking: str, jaar: int, vandaag: date | None) -> Dagverslag:
    """Do the daily work of one cyclus; return what was done."""
    return run_dag(build_toolkit(Settings(), vandaag), samenwerking, jaar)


@flow(name="dagelijks", flow_run_name="dagelijks {vandaag}")
def dagelijks(
    vandaag: date | None = None, voorbeeld: bool = False, samenwerking: str = ""
) -> list[Dagverslag]:
    """Do what is due today for every cyclus under way; return what was done for each.

    With `samenwerking` only its cycli. One that fails does not hold up the others; the run
    fails when all have had their turn.
    """
    lopende = list_lopende(build_toolkit(Settings(), vandaag), voorbeeld=voorbeeld)
    gekozen = tuple(c for c in lopende if samenwerking in ("", c.samenwerking))
    herinnerd = herinner(gekozen, vandaag, return_state=True)
    standen = [run_dag_voor(c.samenwerking, c.jaar, vandaag, return_state=True) for c in gekozen]
    herinnerd.result()
    return [stand.result() for stand in standen]


FLOWS: dict[str, Flow[..., list[str]]] = {stap.code: build_flow(stap) for stap in STAPPEN}
"""Flow per step code."""
