"""Vastgestelde: the frozen bytes of a cyclus with their manifest, and the latest signed ones."""

from dataclasses import dataclass

from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.errors import FaseError
from cycle.domain.manifest import Manifest, read_manifest
from cycle.services.cyclus import require_vastgesteld
from cycle.services.freeze_jaarschijf import BEVROREN, MANIFEST
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit

GETEKEND = "getekend-pdf"
"""Kind of document: the frozen PDF with the signatures so far behind its bytes."""


@dataclass(frozen=True, slots=True)
class Vastgestelde:
    """The frozen version: its manifest, its PDF, and the PDF with the signatures so far."""

    manifest: Manifest
    bevroren: Stuk
    laatste: Stuk


def load_vastgestelde(toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus) -> Vastgestelde:
    """Return what was frozen when the jaarschijf was adopted.

    Raises:
        FaseError: nothing was adopted, or it was with a programme that froze nothing yet.
    """
    concept = require_vastgesteld(tx, cyclus)
    stukken = {s.soort: s for s in tx.stukken(cyclus) if s.versie == concept.versie}
    if MANIFEST not in stukken:
        raise FaseError(
            "Deze jaarschijf is vastgesteld zonder velden voor handtekeningen.",
            advies="Leg de handtekeningen vast met: jaarschijf onderteken",
        )
    manifest = read_manifest(toolkit.bestanden.get(stukken[MANIFEST].sha256))
    bevroren = stukken[BEVROREN]
    return Vastgestelde(manifest, bevroren, stukken.get(GETEKEND, bevroren))
