"""Handtekening: register that somebody signed the adopted version, or declined to."""

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord
from cycle.domain.cyclus import Cyclus
from cycle.domain.manifest import read_manifest
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.cyclus import Uitkomst, check_tekendag, require_cyclus
from cycle.services.freeze_jaarschijf import MANIFEST
from cycle.services.handtekening import check_handtekening
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def record_handtekening(
    toolkit: Toolkit, samenwerking: str, jaar: int, handtekening: Handtekening
) -> Uitkomst:
    """Keep a signature on the adopted version.

    Raises:
        BesluitError, FaseError: it cannot count; see `check_handtekening`. It is also refused
            when it is older than the frozen version.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(handtekening.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        teken = check_handtekening(toolkit, tx, cyclus, inhoud, handtekening)
        _check_tekendag(toolkit, tx, cyclus, teken)
        if _stond_er_al(load_aftekenbord(tx, cyclus, inhoud), teken):
            return Uitkomst(f"De handtekening van {partij.naam} stond er al.", gedaan=False)
        tx.add_handtekening(cyclus, teken)
    wie = f"{partij.naam} ({handtekening.functie})"
    if handtekening.reikwijdte is Reikwijdte.NIET:
        return Uitkomst(f"Vastgelegd: {wie} tekent niet.")
    return Uitkomst(f"De handtekening van {wie} is vastgelegd.")


def _check_tekendag(toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, teken: Handtekening) -> None:
    """Refuse a signature that is older than the frozen version; a refusal may be older."""
    stukken = {s.soort: s for s in tx.stukken(cyclus) if s.versie == teken.versie}
    if MANIFEST in stukken and teken.reikwijdte is not Reikwijdte.NIET:
        manifest = read_manifest(toolkit.bestanden.get(stukken[MANIFEST].sha256))
        check_tekendag(teken.op, manifest.bevroren_op, toolkit.klok.vandaag())


def _stond_er_al(bord: Aftekenbord, teken: Handtekening) -> bool:
    """Return whether this signature is there, or one that shows more.

    A report does not take the place of a signature with evidence.
    """
    plek = next(p for p in bord.rij(teken.partij).plekken if p.functie == teken.functie)
    is_zwakker = plek.is_getekend and plek.heeft_bewijs and not teken.bewijs
    return plek.handtekening == teken or is_zwakker
