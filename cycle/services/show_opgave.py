"""Opgave: how far every doel is, with the biedingen that are in at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from cycle.analysis.restgaten import list_restgaten
from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.bevinding import Bevinding
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.samenwerking import Samenwerking
from cycle.services.lopend import load_lopend
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Opgavestand:
    """The merged jaarschijf of today, the conditions of every afspraak, and what is open.

    `voorwaarden` maps the number of an afspraak to its conditions. `ingediend` are the
    partijen that handed in a bieding.
    """

    samenwerking: Samenwerking
    jaarschijf: Jaarschijf
    ingediend: tuple[str, ...]
    voorwaarden: Mapping[int, tuple[str, ...]]
    bevindingen: tuple[Bevinding, ...]


def show_opgave(toolkit: Toolkit, samenwerking: str, jaar: int) -> Opgavestand:
    """Return the state of every figure; also answers when nobody offered anything yet.

    Raises:
        NietGevonden: there is no such samenwerking.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        bron = load_lopend(tx, inhoud, jaar)
    jaarschijf = merge_jaarschijf(bron.samenwerking, jaar, bron.biedingen)
    return Opgavestand(
        samenwerking=bron.samenwerking,
        jaarschijf=jaarschijf,
        ingediend=tuple(bieding.partij for bieding in bron.biedingen),
        voorwaarden={a.nummer: a.voorwaarden for a in bron.samenwerking.afspraken if a.voorwaarden},
        bevindingen=list_restgaten(bron, jaarschijf),
    )
