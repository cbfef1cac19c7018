"""Dossierbron: everything that is kept of one cyclus, read at one moment for its dossier."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pendulum

from cycle.domain.accordering import Besluit, GevraagdBesluit, Handtekening, list_besluiten
from cycle.domain.addendum import Addendum
from cycle.domain.aftekenstap import Aftekenstap
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.fase import FaseOvergang
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.keten import Auditregel
from cycle.domain.levering import Levering, load_levering
from cycle.domain.mandaat import Mandaat
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.versieweergave import add_accordering
from cycle.domain.view import JaarschijfView
from cycle.services.cyclus import require_cyclus, require_vastgesteld
from cycle.services.gegevens import load_gegevens
from cycle.services.list_leveringen import LEVERING
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK
from cycle.services.vastgestelde import Vastgestelde, load_vastgestelde

_DEEL = 5_000
"""Events that are read at a time."""


@dataclass(frozen=True, slots=True)
class Dossierbron:
    """One cyclus as kept: content, versions, documents and everything that was registered.

    `vast` is the frozen version, `view` its text with the decisions of this moment.
    """

    inhoud: Samenwerking
    cyclus: Cyclus
    concept: Concept
    begonnen_op: pendulum.Date
    vast: Vastgestelde
    jaarschijf: Jaarschijf
    view: JaarschijfView
    bord: tuple[GevraagdBesluit, ...]
    stukken: tuple[Stuk, ...]
    inzendingen: tuple[Inzending, ...]
    besluiten: tuple[Besluit, ...]
    handtekeningen: tuple[Handtekening, ...]
    stappen: tuple[Aftekenstap, ...]
    mandaten: tuple[Mandaat, ...]
    addenda: tuple[Addendum, ...]
    overgangen: tuple[FaseOvergang, ...]
    leveringen: tuple[Levering, ...]
    auditregels: tuple[Auditregel, ...]

    def stuk(self, soort: str, versie: str | None = None) -> Stuk | None:
        """Return the document of a kind and version (the adopted one), None without it."""
        gezocht = self.concept.versie if versie is None else versie
        gevonden = (s for s in self.stukken if (s.soort, s.versie) == (soort, gezocht))
        return next((s for s in gevonden if s.partij == GEZAMENLIJK), None)


def load_dossierbron(
    toolkit: Toolkit, tx: CyclusStore, samenwerking: str, jaar: int
) -> Dossierbron:
    """Return what a dossier is made from.

    Raises:
        FaseError: nothing was adopted yet, or not with fields to sign.
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    cyclus = require_cyclus(tx, samenwerking, jaar)
    concept = require_vastgesteld(tx, cyclus)
    stukken = tx.stukken(cyclus)
    besluiten = tx.besluiten(cyclus)
    gegevens = load_gegevens(toolkit.bestanden.get(concept.gegevens))
    bord = list_besluiten(inhoud.partijen, besluiten, concept.code)
    view = replace(gegevens.view, versie=concept.versie, code=concept.code)
    return Dossierbron(
        inhoud=inhoud,
        cyclus=cyclus,
        concept=concept,
        begonnen_op=tx.concepten(cyclus)[0].gemaakt_op,
        vast=load_vastgestelde(toolkit, tx, cyclus),
        jaarschijf=gegevens.jaarschijf,
        view=add_accordering(view, inhoud, bord),
        bord=bord,
        stukken=stukken,
        inzendingen=tx.inzendingen(cyclus),
        besluiten=besluiten,
        handtekeningen=tx.handtekeningen(cyclus),
        stappen=tx.aftekenstappen(cyclus),
        mandaten=tx.mandaten(cyclus),
        addenda=tx.addenda(cyclus),
        overgangen=tx.overgangen(cyclus),
        leveringen=tuple(
            load_levering(tekst) for soort, _, tekst in tx.feiten(cyclus) if soort == LEVERING
        ),
        auditregels=tuple(_load_keten(tx, cyclus)),
    )


def _load_keten(tx: CyclusStore, cyclus: Cyclus) -> Iterator[Auditregel]:
    """Yield the audit trail of a cyclus."""
    na = 0
    while deel := tx.auditregels(cyclus, na, _DEEL):
        yield from deel
        na = deel[-1].volgnummer
