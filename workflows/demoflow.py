"""The demo as Prefect sees it: one flow run per year, with the steps as flow runs in it."""

from collections.abc import Callable
from uuid import UUID

from prefect import flow, tags
from prefect.artifacts import create_progress_artifact, update_progress_artifact

from cycle.bootstrap import build_toolkit
from cycle.settings import Settings
from workflows.flows import FLOWS, dagelijks
from workflows.gebeurtenis import Gebeurtenis


def play_jaar(
    samenwerking: str,
    jaar: int,
    scenario: tuple[Gebeurtenis, ...],
    tel: Callable[[str], None],
) -> None:
    """Play one year as a flow run "demo hoogeveen 2024"; `tel` hears each event."""

    @flow(name="demo", flow_run_name=f"demo {samenwerking} {jaar}")
    def demo() -> None:
        voortgang = _start_voortgang(samenwerking, jaar)
        for nummer, gebeurtenis in enumerate(scenario, start=1):
            play(samenwerking, jaar, gebeurtenis)
            update_progress_artifact(voortgang, progress=100 * nummer / len(scenario))
            tel(f"{samenwerking} {jaar}: {gebeurtenis.tekst}")

    with tags("demo", samenwerking, str(jaar)):
        demo()


def play(samenwerking: str, jaar: int, gebeurtenis: Gebeurtenis) -> None:
    """Do one event on its own day: an action, a step, or the daily run."""
    toolkit = build_toolkit(Settings(), gebeurtenis.dag)
    if gebeurtenis.is_over(toolkit):
        return
    if gebeurtenis.actie:
        gebeurtenis.actie(toolkit)
    elif gebeurtenis.stap == "dagelijks":
        dagelijks(vandaag=gebeurtenis.dag, voorbeeld=True, samenwerking=samenwerking)
    else:
        FLOWS[gebeurtenis.stap](samenwerking, jaar, vandaag=gebeurtenis.dag)


def _start_voortgang(samenwerking: str, jaar: int) -> UUID:
    """Return the id of a progress bar in Prefect, at zero."""
    voortgang = create_progress_artifact(
        progress=0.0,
        key=f"demo-{samenwerking}-{jaar}",
        description=f"De jaarschijf {jaar} van {samenwerking}",
    )
    if not isinstance(voortgang, UUID):  # prefect answers a coroutine inside an event loop
        raise TypeError("The demo must not run inside an event loop.")
    return voortgang
