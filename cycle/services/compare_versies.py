"""Verschil: two kept versions beside each other, in sentences, in figures and in Word."""

import re
from dataclasses import dataclass
from typing import Final

from cycle.domain.cyclus import Concept, Cyclus, Stuk
from cycle.domain.errors import FaseError, JaarschijfError, NietGevonden
from cycle.domain.notatie import opsomming
from cycle.domain.verschil import compare_views
from cycle.domain.verschilview import VerschilView
from cycle.services.cyclus import require_concept, require_cyclus, require_vastgesteld
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import mark_wijzigingen

_JAAR: Final = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What changed up to `versie`; `docx` is None when the two cannot be put together.

    `naam` is a file name for the document, `melding` says why there is none.
    """

    versie: str
    verschil: VerschilView
    naam: str
    docx: bytes | None
    melding: str = ""


@dataclass(frozen=True, slots=True)
class _Versie:
    """One version and the cyclus it belongs to."""

    cyclus: Cyclus
    concept: Concept


def compare_versies(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, met: str = ""
) -> Vergelijking:
    """Return what changed since an earlier version, up to the last one of this jaar.

    `met` is another version ("0.1"), or a year ("2024"): the adopted text of that year.
    Without it the version before the last one is meant. Nothing is kept.

    Raises:
        NietGevonden: one of the two cycli was not started, or there is no such version.
        FaseError: there is no version to compare, or that year was not adopted.
    """
    toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        nieuw = _Versie(cyclus, require_concept(tx, cyclus))
        oud = _choose(tx, nieuw, met)
        oude, nieuwe = _stukken(tx, oud), _stukken(tx, nieuw)
    docx, melding = None, "Van een van de twee versies is geen Word-document bewaard."
    try:
        docx = mark_wijzigingen(toolkit, oude, nieuwe, nieuw.concept.gemaakt_op)
    except JaarschijfError as fout:
        melding = fout.melding
    ander_jaar = oud.cyclus.jaar != jaar
    van, tot = (oud.cyclus.jaar, jaar) if ander_jaar else (oud.concept.versie, nieuw.concept.versie)
    return Vergelijking(
        versie=nieuw.concept.versie,
        verschil=compare_views(
            load_gegevens(toolkit.bestanden.get(oud.concept.gegevens)).view,
            load_gegevens(toolkit.bestanden.get(nieuw.concept.gegevens)).view,
            f"de jaarschijf {van}" if ander_jaar else f"versie {van}",
        ),
        naam=f"wijzigingen-{van}-{tot}.docx",
        docx=docx,
        melding="" if docx else melding,
    )


def _stukken(tx: CyclusStore, versie: _Versie) -> list[Stuk]:
    """Return the documents of one version."""
    return [s for s in tx.stukken(versie.cyclus) if s.versie == versie.concept.versie]


def _choose(tx: CyclusStore, nieuw: _Versie, met: str) -> _Versie:
    """Return the version that `nieuw` is compared with."""
    if _JAAR.fullmatch(met):
        ander = require_cyclus(tx, nieuw.cyclus.samenwerking, int(met))
        return _Versie(ander, require_vastgesteld(tx, ander))
    versies = [v for v in tx.concepten(nieuw.cyclus) if v.versie != nieuw.concept.versie]
    if not versies:
        raise FaseError(
            f"Er is nog maar één versie van de jaarschijf {nieuw.cyclus.jaar}.",
            advies="Vergelijk met een eerder jaar: zet er --met en dat jaar achter.",
        )
    gezocht = [v for v in versies if v.versie == met] if met else versies
    if not gezocht:
        raise NietGevonden(
            f"Versie {met} van de jaarschijf {nieuw.cyclus.jaar} is er niet.",
            advies=f"Kies uit {opsomming([v.versie for v in versies])}, of kies een jaar.",
        )
    return _Versie(nieuw.cyclus, gezocht[-1])
