"""Prefect flows: one per row of the table of stages, and the daily run.

A flow only orders use cases and reports; rules, texts and dates live below. Every use
case is repeatable and holds its own lease, so a flow may be started again at any time.
"""

from datetime import date
from typing import Any, cast

from prefect import Flow, State, Task, flow, task

from cycle.bootstrap import build_toolkit
from cycle.domain.errors import StapBezet
from cycle.services.publish_overzichten import publish_overzichten
from cycle.services.send_tussendoor import send_tussendoor
from cycle.services.show_status import show_status
from cycle.settings import Settings
from cycle.store.errors import OpslagOnbereikbaar
from workflows.stages import STAPPEN, Stap, Werk, claim_stap
from workflows.verslag import (
    mark_run,
    show_meldingen,
    show_post,
    show_stand,
    start_voortgang,
    tell_weigering,
)

BEZET = "Bezet"
"""Name of the state of a run that had nothing to do, because another does the same."""

_HERHALING = (5, 30)
"""Seconds before work that may be repeated is tried a second and a third time."""


def _is_tijdelijk(_taak: Task[..., Any], _run: object, stand: State) -> bool:
    """Return whether it may go well next time; a refusal stays a refusal."""
    return isinstance(stand.result(raise_on_failure=False), OpslagOnbereikbaar)


def build_flow(stap: Stap) -> Flow[..., Any]:
    """Return the Prefect flow of one step; its runs are called "concept hoogeveen 2024".

    Started while the same step runs, it does nothing, says so and ends well.
    """
    taken = [_build_task(werk) for werk in stap.werk]

    @flow(name=stap.code, flow_run_name=f"{stap.code} {{samenwerking}} {{jaar}}")
    def run(
        samenwerking: str, jaar: int, reden: str = "", vandaag: date | None = None
    ) -> list[str] | State[list[str]]:
        mark_run(samenwerking, jaar)
        toolkit = build_toolkit(Settings(), vandaag)
        with (
            tell_weigering(samenwerking, jaar),
            claim_stap(toolkit, stap, samenwerking, jaar) as bezet,
        ):
            if bezet:
                return say_bezet(bezet)
            return _run_taken(taken, samenwerking, jaar, reden=reden, vandaag=vandaag)

    return run


def say_bezet(bezet: StapBezet) -> State[list[str]]:
    """Return the good end of a run whose work is being done by another."""
    from prefect.states import Completed

    zin = f"{bezet.melding} {bezet.advies}"
    return Completed(name=BEZET, message=zin, data=[zin])


def _run_taken(
    taken: list[Task[..., str]], samenwerking: str, jaar: int, *, reden: str, vandaag: date | None
) -> list[str]:
    """Return what each use case said, after all of them and what belongs behind a step."""
    uitleg = f"De jaarschijf {jaar} van {samenwerking}"
    voortgang = start_voortgang(f"voortgang-{samenwerking}-{jaar}", uitleg, len(taken) + 2)
    meldingen = []
    for taak in taken:
        meldingen.append(taak(samenwerking, jaar, reden, vandaag))
        voortgang.tel()
    show_meldingen(samenwerking, jaar, meldingen)
    send(samenwerking, jaar, vandaag)
    voortgang.tel()
    report(samenwerking, jaar, vandaag)
    voortgang.tel()
    return meldingen


def _build_task(werk: Werk) -> Task[..., str]:
    """Return one use case as a Prefect task, called by its own name.

    It is tried again when the database was away: it may be repeated, and it sends nothing.
    """

    @task(
        name=werk.__name__,
        task_run_name=f"{werk.__name__} {{samenwerking}} {{jaar}}",
        retries=len(_HERHALING),
        retry_delay_seconds=list(_HERHALING),
        retry_condition_fn=_is_tijdelijk,
    )
    def run(samenwerking: str, jaar: int, reden: str, vandaag: date | None) -> str:
        toolkit = build_toolkit(Settings(), vandaag)
        return werk(toolkit, samenwerking, jaar, reden=reden).melding

    return run


@task(task_run_name="send {samenwerking} {jaar}", retries=0)
def send(samenwerking: str, jaar: int, vandaag: date | None) -> None:
    """Send what was planned; never tried again by itself."""
    verslag = send_tussendoor(build_toolkit(Settings(), vandaag), samenwerking, jaar)
    show_post({f"{samenwerking} {jaar}": verslag})


@task(
    task_run_name="report {samenwerking} {jaar}",
    retries=len(_HERHALING),
    retry_delay_seconds=list(_HERHALING),
    retry_condition_fn=_is_tijdelijk,
)
def report(samenwerking: str, jaar: int, vandaag: date | None) -> None:
    """Renew the overviews and show the status in Prefect."""
    toolkit = build_toolkit(Settings(), vandaag)
    publish_overzichten(toolkit, samenwerking, jaar)
    show_stand(show_status(toolkit, samenwerking, jaar))


FLOWS: dict[str, Flow[..., Any]] = {stap.code: build_flow(stap) for stap in STAPPEN}
"""Flow per step code."""

globals().update(FLOWS)  # Prefect finds the flow of a deployment as a name in a module


def run_flow(stap: Stap, samenwerking: str, jaar: int, reden: str) -> tuple[str, ...]:
    """Return what each use case said when the flow of a step runs in this process.

    Raises:
        StapBezet: the same step runs already.
        JaarschijfError: the step is refused.
    """
    stand: State[list[str]] = cast(
        "State[list[str]]",
        FLOWS[stap.code](samenwerking, jaar, reden=reden, return_state=True),
    )
    if stand.name == BEZET:
        raise StapBezet(stand.message or "Deze stap loopt al.")
    return tuple(stand.result())
