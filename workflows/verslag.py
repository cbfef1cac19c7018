"""Verslag: what a run leaves behind in Prefect, to be read on its screens.

Tables with where everybody stands, what was done and what was refused, and a bar that shows
how far a run is. The programme itself decides nothing by them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from prefect.artifacts import (
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.runtime import flow_run

from cycle.domain.errors import BiedingOnleesbaar, InhoudOnbruikbaar, JaarschijfError
from cycle.domain.postverslag import Postverslag
from cycle.domain.stand import STAAT_TEKST, CyclusStand
from workflows.dagelijks import Dagverslag

Rij = dict[str, str]

_ZICHTBAAR = 4.0
"""Percent by which a bar has to grow before it is drawn again."""


@dataclass(slots=True)
class Voortgang:
    """A bar in Prefect that fills up by one part at a time."""

    kenmerk: UUID
    totaal: int
    gedaan: int = 0
    getoond: float = 0.0

    def tel(self) -> None:
        """Fill the bar by one part; it is drawn again when that can be seen."""
        self.gedaan += 1
        nu = 100 * self.gedaan / self.totaal
        if nu - self.getoond >= _ZICHTBAAR or self.gedaan == self.totaal:
            self.getoond = nu
            update_progress_artifact(self.kenmerk, progress=nu)


@dataclass(frozen=True, slots=True)
class Dagrij:
    """One cyclus of a daily run, and what it brought or why it did not succeed."""

    samenwerking: str
    jaar: int
    uitkomst: Dagverslag | Exception


def start_voortgang(sleutel: str, uitleg: str, totaal: int) -> Voortgang:
    """Return a bar at zero; it is full after `totaal` parts."""
    kenmerk = create_progress_artifact(progress=0.0, key=sleutel, description=uitleg)
    if not isinstance(kenmerk, UUID):  # prefect answers a coroutine inside an event loop
        raise TypeError("A flow of ours must not run inside an event loop.")
    return Voortgang(kenmerk, max(totaal, 1))


def mark_run(samenwerking: str, jaar: int) -> None:
    """Put the samenwerking and the year on the present run, however it was started."""
    kenmerk = flow_run.get_id()
    with get_client(sync_client=True) as client:
        tags = {*client.read_flow_run(UUID(kenmerk)).tags, samenwerking, str(jaar)}
        client.update_flow_run(UUID(kenmerk), tags=sorted(tags))


def show_stand(stand: CyclusStand) -> None:
    """Keep the status of a cyclus as a table, so that its history can be seen."""
    create_table_artifact(
        key=f"stand-{stand.samenwerking}-{stand.jaar}",
        description=f"Fase: {stand.fase}. Versie: {stand.versie or 'nog geen concept'}.",
        table=[{"partij": p.naam, "stand": STAAT_TEKST[p.staat]} for p in stand.partijen],
    )


def show_meldingen(samenwerking: str, jaar: int, meldingen: Sequence[str]) -> None:
    """Keep what each use case of a step said."""
    create_table_artifact(
        key=f"meldingen-{samenwerking}-{jaar}",
        description="Wat deze stap heeft gedaan.",
        table=[{"melding": melding} for melding in meldingen],
    )


def show_dag(rijen: Sequence[Dagrij]) -> None:
    """Keep what a daily run did per cyclus, or why that did not succeed."""
    if rijen:
        create_table_artifact(
            key="dag",
            description="Wat de dagelijkse ronde heeft gedaan.",
            table=[
                {"samenwerking": rij.samenwerking, "jaar": str(rij.jaar)} | _dagcellen(rij.uitkomst)
                for rij in rijen
            ],
        )


def _dagcellen(uitkomst: Dagverslag | Exception) -> Rij:
    """Return what one cyclus brought, in words."""
    if isinstance(uitkomst, Dagverslag):
        return {
            "herinneringen": str(uitkomst.herinneringen),
            "stappen": ", ".join(uitkomst.stappen),
            "bevinding": " ".join(bevinding.melding for bevinding in uitkomst.post),
        }
    zin = f"Er ging iets mis ({type(uitkomst).__name__})."
    melding = uitkomst.melding if isinstance(uitkomst, JaarschijfError) else zin
    return {"herinneringen": "", "stappen": "", "bevinding": melding}


def show_post(verslagen: Mapping[str, Postverslag]) -> None:
    """Keep what became of the mail per cyclus, when there was any."""
    rijen = [
        {
            "cyclus": cyclus,
            "verzonden": str(len(verslag.verzonden)),
            "als bestand": str(len(verslag.als_bestand)),
            "later": str(len(verslag.uitgesteld)),
            "mislukt": ", ".join(verslag.mislukt),
            "onzeker": ", ".join(verslag.onzeker),
            "bevinding": verslag.storing,
        }
        for cyclus, verslag in verslagen.items()
        if verslag != Postverslag()
    ]
    if rijen:
        create_table_artifact(key="post", description="Wat er met de mail gebeurde.", table=rijen)


@contextmanager
def tell_weigering(samenwerking: str, jaar: int) -> Iterator[None]:
    """Keep a refusal as a table with each finding, and let it go on."""
    try:
        yield
    except JaarschijfError as fout:
        create_table_artifact(
            key=f"bevindingen-{samenwerking}-{jaar}",
            description="Waarom deze stap niet is gezet, en wat u kunt doen.",
            table=list_weigering(fout),
        )
        raise


def list_weigering(fout: JaarschijfError) -> list[Rij]:
    """Return the refusal as a row, and each finding that it carries as another."""
    bevindingen = (
        fout.bevindingen if isinstance(fout, InhoudOnbruikbaar | BiedingOnleesbaar) else ()
    )
    eerste = {"code": "", "ernst": "", "plek": fout.plek}
    return [
        eerste | {"melding": fout.melding, "advies": fout.advies},
        *(
            {
                "code": b.code,
                "ernst": str(b.ernst),
                "plek": b.plek,
                "melding": b.melding,
                "advies": b.advies,
            }
            for b in bevindingen
        ),
    ]
