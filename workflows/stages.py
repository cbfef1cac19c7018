"""The year as a table: start reading here.

Each row is one step of the cyclus: the fase it leads to, the use cases it runs, the
deadline that makes it due, and whether the daily run may take it without a coordinator.
`workflows.flows` turns every row into a Prefect flow; without Prefect `run_stap` runs the
same use cases in this process.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Protocol

from cycle.domain.errors import NietGevonden, StapBezet
from cycle.domain.fase import VOLGORDE, Fase
from cycle.domain.postverslag import Postverslag
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.close_biedingen import close_biedingen
from cycle.services.compose_concept import compose_concept
from cycle.services.compose_toets import report_april, report_september
from cycle.services.cyclus import Uitkomst
from cycle.services.follow_year import (
    close_cyclus,
    hold_april,
    hold_september,
    start_uitvoering,
)
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.issue_formulieren import issue_formulieren
from cycle.services.issue_toets import ask_april, ask_september
from cycle.services.open_ondertekening import open_ondertekening
from cycle.services.ports import Toolkit
from cycle.services.publish_overzichten import publish_overzichten
from cycle.services.register_verzending import register_verzending
from cycle.services.send_berichten import send_berichten
from cycle.services.send_tussendoor import send_tussendoor
from cycle.services.share_concept import share_concept


class Werk(Protocol):
    """A use case of a step: repeatable, and forced only with a reason."""

    __name__: str

    def __call__(
        self, toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
    ) -> Uitkomst:
        """Do the work, or say that it was done already."""
        ...


@dataclass(frozen=True, slots=True)
class Stap:
    """One row: `code` names flow and command, `fase` is where the cyclus stands after it.

    A step `vanzelf` is taken by the daily run; one `tussendoor` happens inside its fase.
    """

    code: str
    fase: Fase
    naam: str
    termijn: str
    werk: tuple[Werk, ...]
    vanzelf: bool = False
    tussendoor: bool = False


STAPPEN: tuple[Stap, ...] = (
    Stap("kickoff", Fase.KICKOFF, "startbijeenkomst vastleggen", "kickoff", (hold_kickoff,)),
    Stap(
        "uitvraag", Fase.BIEDINGEN, "formulieren uitsturen", "formulieren_uit", (issue_formulieren,)
    ),
    Stap("sluiting", Fase.CONCEPT, "biedingen sluiten", "biedingen_in", (close_biedingen,)),
    Stap(
        "concept",
        Fase.OVERLEG,
        "concept maken en delen",
        "concept",
        (compose_concept, share_concept),
    ),
    Stap("accordering", Fase.ACCORDERING, "besluiten vragen", "stukken", (ask_besluiten,)),
    Stap("vaststelling", Fase.VASTGESTELD, "vaststellen", "accordering", (adopt_jaarschijf,)),
    Stap(
        "ondertekening",
        Fase.ONDERTEKENING,
        "ondertekening openen",
        "accordering",
        (open_ondertekening,),
    ),
    Stap("verzending", Fase.VERZONDEN, "verzending vastleggen", "levering", (register_verzending,)),
    Stap(
        "uitvoering",
        Fase.UITVOERING,
        "uitvoering beginnen",
        "uitvoering",
        (start_uitvoering,),
        vanzelf=True,
    ),
    Stap(
        "toets_april",
        Fase.UITVOERING,
        "stand van zaken van april vragen",
        "toets_april",
        (ask_april,),
        tussendoor=True,
    ),
    Stap(
        "tripartiet_april",
        Fase.UITVOERING,
        "tripartiet overleg in april",
        "tripartiet_april",
        (report_april, hold_april),
        tussendoor=True,
    ),
    Stap(
        "toets_september",
        Fase.UITVOERING,
        "stand van zaken van september vragen",
        "toets_september",
        (ask_september,),
        tussendoor=True,
    ),
    Stap(
        "tripartiet_september",
        Fase.UITVOERING,
        "tripartiet overleg in september",
        "tripartiet_september",
        (report_september, hold_september),
        tussendoor=True,
    ),
    Stap("afronding", Fase.AFGEROND, "cyclus afronden", "verslag", (close_cyclus,)),
)


def find_stap(naam: str) -> Stap:
    """Return the step with this code.

    Raises:
        NietGevonden: there is no such step; the advice lists them all.
    """
    for stap in STAPPEN:
        if stap.code == naam:
            return stap
    raise NietGevonden(
        f"De stap '{naam}' bestaat niet.",
        advies=f"Kies uit: {', '.join(stap.code for stap in STAPPEN)}.",
    )


def stappen_aan_de_beurt(fase: Fase) -> tuple[Stap, ...]:
    """Return the steps whose turn can come in `fase`: those inside it, and the next one."""
    verder = VOLGORDE[VOLGORDE.index(fase) + 1 :][:1]
    return tuple(
        stap
        for stap in STAPPEN
        if (stap.tussendoor and stap.fase is fase) or (not stap.tussendoor and stap.fase in verder)
    )


def run_stap(
    toolkit: Toolkit,
    stap: Stap,
    samenwerking: str,
    jaar: int,
    *,
    reden: str = "",
    meld: Callable[[Uitkomst], None] = lambda _: None,
) -> list[Uitkomst]:
    """Run a step in this process and return what each use case did; `meld` hears each.

    Raises:
        StapBezet: another process takes this step right now.
    """
    uitkomsten = []
    with claim_stap(toolkit, stap, samenwerking, jaar) as bezet:
        if bezet:
            raise bezet
        for werk in stap.werk:
            uitkomst = werk(toolkit, samenwerking, jaar, reden=reden)
            meld(uitkomst)
            uitkomsten.append(uitkomst)
        for bevinding in finish_stap(toolkit, samenwerking, jaar).as_bevinding(""):
            meld(Uitkomst(bevinding.melding, gedaan=False))
    return uitkomsten


@contextmanager
def claim_stap(
    toolkit: Toolkit, stap: Stap, samenwerking: str, jaar: int
) -> Iterator[StapBezet | None]:
    """Hold the whole step until the block ends; yield the refusal when another has it."""
    with ExitStack() as vast:
        bezet = None
        try:
            vast.enter_context(toolkit.store.lease(samenwerking, jaar, stap.code))
        except StapBezet as fout:
            bezet = fout
        yield bezet


def finish_stap(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, is_ronde: bool = False
) -> Postverslag:
    """Send what was planned, renew the status page and calendar; return what was sent.

    In a round (`is_ronde`) the reminders were planned a moment ago and are still true.
    """
    verstuur = send_berichten if is_ronde else send_tussendoor
    verslag = verstuur(toolkit, samenwerking, jaar)
    publish_overzichten(toolkit, samenwerking, jaar)
    return verslag
