"""The daily run as Prefect flows: in this process, or in groups handed out to the workers.

A cyclus that fails does not hold up the others; a run fails when all have had their turn.
"""

from collections.abc import Callable, Sequence
from datetime import date

from prefect import State, flow, task
from prefect.deployments import run_deployment
from prefect.runtime import flow_run

from cycle.bootstrap import build_klok, build_toolkit
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import StapBezet
from cycle.domain.tijdstempellijst import is_stempelmaand
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.ports import Toolkit
from cycle.services.send_tussendoor import send_tussendoor
from cycle.settings import Settings
from workflows.dagelijks import Dagverslag, Sleutel, list_due, list_lopende, run_dag
from workflows.stempelronde import run_als_het_april_is
from workflows.verslag import Dagrij, show_dag, show_post, start_voortgang

GROEP = 50
"""How many cycli one run on a worker takes: starting a run costs as much as several cycli."""

GROEP_UITROL = "dag-groep/jaarschijf"
"""The deployment, by its name in Prefect, of a group of the daily run."""


def _name_dag() -> str:
    """Return the name of a daily run, always with its day."""
    dag = flow_run.parameters.get("vandaag") or build_klok(Settings()).vandaag()
    return f"{flow_run.flow_name} {dag}"


@task(task_run_name="herinner", retries=0)  # two rounds at once would undo each other's mail
def herinner(cycli: tuple[Cyclus, ...], vandaag: date | None) -> int:
    """Plan the reminders of all cycli together; return how many mails are new."""
    return len(plan_herinneringen(build_toolkit(Settings(), vandaag), cycli).berichten)


@task(task_run_name="tijdstempels", retries=0)
def tijdstempels(vandaag: date | None) -> int:
    """Renew the time stamps of dossiers; return how many got one.

    Raises:
        JaarschijfError: one of them got none; the others had their turn.
    """
    ronde = run_als_het_april_is(build_toolkit(Settings(), vandaag))
    for fout in ronde.fouten.values():
        raise fout
    return len(ronde.gedaan)


@flow(name="dagelijks", flow_run_name=_name_dag)
def dagelijks(
    vandaag: date | None = None, voorbeeld: bool = False, samenwerking: str = ""
) -> list[Dagverslag]:
    """Do what is due today for every cyclus under way; return what was done for each.

    With `samenwerking` only its cycli.
    """
    toolkit = build_toolkit(Settings(), vandaag)
    gestempeld = _stempel(toolkit, vandaag)
    if not list_due(toolkit, voorbeeld=voorbeeld, samenwerking=samenwerking):
        gestempeld()
        return []
    lopende = list_lopende(toolkit, voorbeeld=voorbeeld)
    eigen = tuple(c for c in lopende if samenwerking in ("", c.samenwerking))
    herinnerd = herinner(eigen, vandaag, return_state=True)
    # asked again: a reminder may stand ready in a cyclus that rested
    due = list_due(toolkit, voorbeeld=voorbeeld, samenwerking=samenwerking)
    verslagen = _run_dagen(due, vandaag)
    herinnerd.result()
    gestempeld()
    return verslagen


@flow(name="dag-groep", flow_run_name="dag-groep {nummer}")
def dag_groep(
    cycli: list[Sleutel], nummer: int = 1, vandaag: date | None = None
) -> list[Dagverslag]:
    """Do what is due today for these cycli; return what was done for each."""
    return _run_dagen(cycli, vandaag)


@flow(name="dag-verdelen", flow_run_name=_name_dag)
def dag_verdelen(vandaag: date | None = None) -> int:
    """Plan the reminders, hand out what is due in groups, and return how many groups there are.

    One group is done right here. Nobody waits for more: this run would keep a place that
    they need.
    """
    toolkit = build_toolkit(Settings(), vandaag)
    gestempeld = _stempel(toolkit, vandaag)
    if not list_due(toolkit, voorbeeld=False):
        gestempeld()
        return 0
    lopende = list_lopende(toolkit, voorbeeld=False)
    herinnerd: State[int] = herinner(lopende, vandaag, return_state=True)
    # asked again: a reminder may stand ready in a cyclus that rested
    aantal = _divide(list_due(toolkit, voorbeeld=False), vandaag)
    herinnerd.result()
    gestempeld()
    return aantal


@flow(name="post", flow_run_name="post")
def post() -> None:
    """Send what stands ready, so that mail that was put off need not wait for tomorrow."""
    toolkit = build_toolkit(Settings())
    verslagen = {}
    for cyclus in list_lopende(toolkit, voorbeeld=False):
        verslag = send_tussendoor(toolkit, cyclus.samenwerking, cyclus.jaar)
        verslagen[f"{cyclus.samenwerking} {cyclus.jaar}"] = verslag
        if verslag.storing:
            break  # the others would only wait for the same server
    show_post(verslagen)


def _stempel(toolkit: Toolkit, vandaag: date | None) -> Callable[[], object]:
    """Renew time stamps in April; return what to call at the end, which fails if that did."""
    if not is_stempelmaand(toolkit.klok.vandaag()):
        return lambda: None
    stand: State[int] = tijdstempels(vandaag, return_state=True)
    return stand.result


def _divide(cycli: Sequence[Sleutel], vandaag: date | None) -> int:
    """Do one group here or put several in the queue; return how many groups there are."""
    groepen = [list(cycli[begin : begin + GROEP]) for begin in range(0, len(cycli), GROEP)]
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


def _run_dagen(cycli: Sequence[Sleutel], vandaag: date | None) -> list[Dagverslag]:
    """Return what was done for each cyclus, after all have had their turn.

    No task per cyclus: that costs more than the work, and the table tells the same.
    """
    toolkit = build_toolkit(Settings(), vandaag)
    voortgang = start_voortgang("voortgang-dag", "De dagelijkse ronde", len(cycli))
    rijen: list[Dagrij] = []
    for samenwerking, jaar in cycli:
        rijen.append(Dagrij(samenwerking, jaar, _run_dag(toolkit, samenwerking, jaar)))
        voortgang.tel()
    show_dag(rijen)
    for rij in rijen:
        if isinstance(rij.uitkomst, Exception) and not isinstance(rij.uitkomst, StapBezet):
            raise rij.uitkomst
    return [rij.uitkomst for rij in rijen if isinstance(rij.uitkomst, Dagverslag)]


def _run_dag(toolkit: Toolkit, samenwerking: str, jaar: int) -> Dagverslag | Exception:
    """Return what one cyclus brought, or why it did not succeed."""
    try:
        return run_dag(toolkit, samenwerking, jaar)
    except Exception as fout:  # whatever it is, the other cycli have their turn first
        return fout
