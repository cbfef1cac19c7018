"""The daily run: what is due today, for every cyclus that is under way.

It never looks at yesterday: the database and the calendar say what is due, so three weeks
of downtime only make more things due.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cycle.domain.bevinding import Bevinding
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import JaarschijfError
from cycle.domain.fase import Fase
from cycle.domain.kalender import termijn
from cycle.services.announce_stap import announce_stap
from cycle.services.cyclus import list_termijnen, require_cyclus
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.ports import Toolkit
from cycle.services.reconcile_post import reconcile_post
from cycle.services.rest_cyclus import rest_cyclus
from workflows.stages import Stap, finish_stap, run_stap, stappen_aan_de_beurt
from workflows.stempelronde import run_als_het_april_is

Sleutel = tuple[str, int]
"""One cyclus: samenwerking and jaar."""


@dataclass(frozen=True, slots=True)
class Dagverslag:
    """What the daily run did for one cyclus: reminders that stood ready, steps that are due.

    A reminder about several cycli counts where it stands in the outbox. `post` says of whom
    no mail will come, and which mail went astray.
    """

    samenwerking: str
    jaar: int
    herinneringen: int = 0
    stappen: tuple[str, ...] = ()
    post: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Dagronde:
    """What one day brought for all cycli, and why one did not succeed, by its name."""

    verslagen: tuple[Dagverslag, ...] = ()
    fouten: Mapping[str, JaarschijfError] = field(default_factory=dict)

    @property
    def herinneringen(self) -> int:
        """Return how many reminders stood ready."""
        return sum(verslag.herinneringen for verslag in self.verslagen)


def run_ronde(toolkit: Toolkit, *, voorbeeld: bool = False) -> Dagronde:
    """Return what was done today for every cyclus that must be looked at.

    One that fails does not hold up the others. On a day on which nothing can fall due,
    nothing is read but the index of `list_due`, and in April the dossiers that need a new
    time stamp. It is asked again once the reminders are
    planned: one about several cycli may stand ready in a cyclus that rested.
    """
    verslagen: list[Dagverslag] = []
    fouten = {f"tijdstempel {n}": f for n, f in run_als_het_april_is(toolkit).fouten.items()}
    if not list_due(toolkit, voorbeeld=voorbeeld):
        return Dagronde(fouten=fouten)
    try:
        plan_herinneringen(toolkit, list_lopende(toolkit, voorbeeld=voorbeeld))
    except JaarschijfError as fout:
        fouten["herinneren"] = fout
    for samenwerking, jaar in list_due(toolkit, voorbeeld=voorbeeld):
        try:
            verslagen.append(run_dag(toolkit, samenwerking, jaar))
        except JaarschijfError as fout:
            fouten[f"{samenwerking} {jaar}"] = fout
    return Dagronde(tuple(verslagen), fouten)


def list_lopende(toolkit: Toolkit, *, voorbeeld: bool) -> tuple[Cyclus, ...]:
    """Return the cycli that are under way; played ones only when asked for."""
    with toolkit.store.transaction() as tx:
        alle = tx.list_cycli()
    return tuple(c for c in alle if c.fase is not Fase.AFGEROND and c.voorbeeld == voorbeeld)


def list_due(toolkit: Toolkit, *, voorbeeld: bool, samenwerking: str = "") -> tuple[Sleutel, ...]:
    """Return every cyclus that must be looked at today, of one samenwerking or of all.

    One look at an index tells: no content is read, and nothing is asked per cyclus.
    """
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        alle = tx.list_wekkers(voorbeeld=voorbeeld)
    wekkers = [w for w in alle if samenwerking in ("", w.samenwerking)]
    kenmerken = {
        naam: toolkit.bibliotheek.kenmerk(naam) for naam in {w.samenwerking for w in wekkers}
    }
    return tuple(
        (w.samenwerking, w.jaar) for w in wekkers if w.loopt_af(vandaag, kenmerken[w.samenwerking])
    )


def run_dag(toolkit: Toolkit, samenwerking: str, jaar: int) -> Dagverslag:
    """Return what was done today for one cyclus: reminders, and the steps that are due.

    `plan_herinneringen` goes before, once for all cycli: who has tasks in several gets one
    mail. A step that runs by itself is run; for any other the coordinator gets one message.

    Raises:
        StapBezet: another process does the daily run of this cyclus right now.
    """
    with toolkit.store.lease(samenwerking, jaar, "dagelijks"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            herinneringen = tx.wachtende_herinneringen(cyclus)
        gezet: list[str] = []
        while nieuw := _take_stappen(toolkit, samenwerking, jaar, gezet):
            gezet += nieuw
        verslag = finish_stap(toolkit, samenwerking, jaar, is_ronde=True)
        post = (
            *verslag.as_bevinding(f"{samenwerking}/{jaar}"),
            *reconcile_post(toolkit, samenwerking, jaar),
        )
        rest_cyclus(toolkit, samenwerking, jaar)
    return Dagverslag(samenwerking, jaar, len(herinneringen), tuple(gezet), post)


def _take_stappen(toolkit: Toolkit, samenwerking: str, jaar: int, gezet: list[str]) -> list[str]:
    """Return the steps that are due in the present fase and are not in `gezet` yet.

    A step that was taken may open a fase in which more is due.
    """
    with toolkit.store.transaction() as tx:
        fase = require_cyclus(tx, samenwerking, jaar).fase
    return [
        stap.naam
        for stap in stappen_aan_de_beurt(fase)
        if stap.naam not in gezet and _take_or_announce(toolkit, samenwerking, jaar, stap)
    ]


def _take_or_announce(toolkit: Toolkit, samenwerking: str, jaar: int, stap: Stap) -> bool:
    """Take a step that is due and runs by itself, announce any other; return if it is due."""
    if not stap.vanzelf:
        return announce_stap(
            toolkit,
            samenwerking,
            jaar,
            code=stap.code,
            naam=stap.naam,
            termijn_code=stap.termijn,
        )
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dag = termijn(list_termijnen(toolkit, inhoud, jaar), stap.termijn).datum
    is_due = toolkit.klok.vandaag() >= dag
    if is_due:
        run_stap(toolkit, stap, samenwerking, jaar)
    return is_due
