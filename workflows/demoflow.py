"""The demo as Prefect sees it: one flow run per year, with the steps as flow runs in it."""

from collections.abc import Callable

from prefect import flow, tags

from cycle.bootstrap import build_toolkit
from cycle.settings import Settings
from workflows.dagflows import dagelijks
from workflows.flows import FLOWS
from workflows.gebeurtenis import Gebeurtenis
from workflows.verslag import start_voortgang


def play_jaar(
    samenwerking: str,
    jaar: int,
    scenario: tuple[Gebeurtenis, ...],
    tel: Callable[[str], None],
) -> None:
    """Play one year as a flow run "demo hoogeveen 2024"; `tel` hears each event."""

    @flow(name="demo", flow_run_name=f"demo {samenwerking} {jaar}")
    def demo() -> None:
        uitleg = f"De jaarschijf {jaar} van {samenwerking}"
        voortgang = start_voortgang(f"demo-{samenwerking}-{jaar}", uitleg, len(scenario))
        for gebeurtenis in scenario:
            play(samenwerking, jaar, gebeurtenis)
            voortgang.tel()
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
