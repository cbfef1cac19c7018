"""Vergadering: content with what meetings decided and registered laid over it."""

from cycle.domain.heropening import Heropening, apply_heropeningen
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stem import apply_topkeuze
from cycle.services.opslagport import CyclusStore


def load_besproken(tx: CyclusStore, inhoud: Samenwerking, jaar: int) -> Samenwerking:
    """Return `inhoud` with the top 3 that the meeting chose and the dossiers that re-opened."""
    cyclus = tx.get(inhoud.code, jaar)
    keuzes = tx.topkeuzes(cyclus) if cyclus else ()
    besproken = apply_topkeuze(inhoud, jaar, keuzes[-1] if keuzes else None)
    return apply_heropeningen(besproken, list_heropeningen(tx, inhoud.code, jaar))


def list_heropeningen(tx: CyclusStore, samenwerking: str, jaar: int) -> tuple[Heropening, ...]:
    """Return what re-opened for jaarschijf `jaar`: registered with it or the year before."""
    cycli = [tx.get(samenwerking, eerder) for eerder in (jaar - 1, jaar)]
    return tuple(h for cyclus in cycli if cyclus for h in tx.heropeningen(cyclus))
