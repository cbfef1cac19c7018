"""Zetten: takes a step of the year and tells what it did, where, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.omgeving import Omgeving
from workflows.cli.uitvoer import print_json
from workflows.cli.uitvoering import Uitvoering, Wijzen, run_werk, tell_waar
from workflows.cli.volgende import print_volgende

if TYPE_CHECKING:
    from workflows.stages import Stap

Meldingen = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StapInvoer:
    """What the coordinator typed: `stap` is the code of a step in `workflows.stages`."""

    stap: str
    samenwerking: str
    jaar: int
    reden: str
    eigen_server: bool


def take_stap(omgeving: Omgeving, invoer: StapInvoer) -> None:
    """Run the step that was asked for.

    Raises:
        NietGevonden: there is no such step or cyclus.
        JaarschijfError: the step is refused.
    """
    from cycle.services.cyclus import require_cyclus
    from workflows.stages import find_stap

    stap = find_stap(invoer.stap)
    with omgeving.toolkit_op_gegevens() as toolkit, toolkit.store.transaction() as tx:
        require_cyclus(tx, invoer.samenwerking, invoer.jaar)
    uitvoering = run_stap_ergens(omgeving, stap, invoer)
    with omgeving.toolkit().store.transaction() as tx:
        cyclus = require_cyclus(tx, invoer.samenwerking, invoer.jaar)
        gedaan = {soort for soort, _, _ in tx.feiten(cyclus)}
    folder = Path(omgeving.settings().uit) / f"{invoer.samenwerking}-{invoer.jaar}"
    if omgeving.als_json:
        print_json(
            {
                "stap": invoer.stap,
                "meldingen": list(uitvoering.uitkomst),
                "fase": cyclus.fase.value,
                "map": str(folder),
                "uitvoering": uitvoering.waar,
            }
        )
        return
    tell_waar(uitvoering)
    click.echo(f"De documenten staan in de map {folder}.\n")
    print_volgende(cyclus.fase.value, cyclus.samenwerking, cyclus.jaar, gedaan)


def run_stap_ergens(omgeving: Omgeving, stap: "Stap", invoer: StapInvoer) -> Uitvoering[Meldingen]:
    """Run the step with Prefect or here; each message is shown as soon as it is known."""
    from workflows.stages import run_stap

    def meld(melding: str) -> None:
        if not omgeving.als_json:
            click.echo(melding)

    def met_prefect() -> Meldingen:
        from workflows.flows import run_flow

        return _tell(run_flow(stap, invoer.samenwerking, invoer.jaar, invoer.reden), meld)

    def met_werker() -> Meldingen:
        from workflows.dienst.vraag import ask_werker

        vraag = (stap.code, invoer.samenwerking, invoer.jaar)
        dag = omgeving.settings().vandaag
        return _tell(ask_werker(*vraag, reden=invoer.reden, vandaag=dag), meld)

    def zelf() -> Meldingen:
        uitkomsten = run_stap(
            omgeving.toolkit(),
            stap,
            invoer.samenwerking,
            invoer.jaar,
            reden=invoer.reden,
            meld=lambda uitkomst: meld(uitkomst.melding),
        )
        return tuple(uitkomst.melding for uitkomst in uitkomsten)

    return run_werk(
        omgeving.settings(),
        Wijzen(zelf, met_prefect, met_werker),
        eigen_server=invoer.eigen_server,
    )


def _tell(meldingen: Meldingen, meld: Callable[[str], None]) -> Meldingen:
    """Show the messages of a run that is over and return them."""
    for melding in meldingen:
        meld(melding)
    return meldingen
