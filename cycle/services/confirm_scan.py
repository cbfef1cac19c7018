"""Scan bevestigen: a second person reads the paper, and then the signature counts."""

from dataclasses import dataclass

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.cyclus import Stuk
from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.handtekenroute import Route
from cycle.domain.ontvangstbewijs import (
    Ontvangstbewijs,
    confirm,
    read_ontvangstbewijs,
    write_ontvangstbewijs,
)
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.receive_scan import OPGAVE
from cycle.services.record_handtekening import record_handtekening
from cycle.services.vastgestelde import load_vastgestelde


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """What the second person read: the code on the paper, for whom it was signed."""

    partij: str
    functie: str
    code: str
    door: str


def confirm_scan(
    toolkit: Toolkit, samenwerking: str, jaar: int, bevestiging: Bevestiging
) -> Uitkomst:
    """Register the signature of a scan that somebody else offered.

    Raises:
        NietGevonden: no scan of this place was offered.
        BesluitError: the same person offered it, or the code is another one.
        InvoerError: it is not known who confirms.
        FaseError: the ondertekening is not open.
        StapBezet: somebody else is signing, or offers a new scan right now.
    """
    if not bevestiging.door.strip():
        raise InvoerError("Wie bevestigt de scan?", advies="Geef op wie u bent: --door secretaris.")
    with toolkit.store.lease(samenwerking, jaar, "teken"):
        return _confirm(toolkit, samenwerking, jaar, bevestiging)


def _confirm(toolkit: Toolkit, samenwerking: str, jaar: int, wie: Bevestiging) -> Uitkomst:
    """Check what the second person read, and register the signature."""
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        manifest = load_vastgestelde(toolkit, tx, cyclus).manifest
        veld = manifest.veld(wie.partij, wie.functie)
        soort = f"{OPGAVE}/{veld.naam}" if veld else ""
        stukken = {s.soort: s for s in tx.stukken(cyclus) if s.versie == manifest.versie}
    if soort not in stukken:
        raise NietGevonden(
            f"Er is geen scan van {wie.partij} ({wie.functie}).",
            advies="Bied de scan eerst aan met: jaarschijf teken ontvang",
        )
    open_bewijs = read_ontvangstbewijs(toolkit.bestanden.get(stukken[soort].sha256))
    if not open_bewijs.is_open:
        return Uitkomst("Deze scan was al bevestigd.", gedaan=False)
    bewijs = confirm(open_bewijs, wie.code, wie.door, toolkit.klok.vandaag())
    sha256 = toolkit.bestanden.put(write_ontvangstbewijs(bewijs))
    gezet = _build_handtekening(bewijs, sha256, manifest.versie)
    record_handtekening(toolkit, samenwerking, jaar, gezet)
    opgave = stukken[soort]
    with toolkit.store.transaction() as tx:
        tx.add_stuk(cyclus, Stuk(soort, opgave.partij, opgave.versie, opgave.naam, sha256))
    return Uitkomst(
        f"De handtekening van {wie.partij} ({wie.functie}) op papier is vastgelegd, gezien door "
        f"{bewijs.door} en {bewijs.bevestigd_door}."
    )


def _build_handtekening(bewijs: Ontvangstbewijs, sha256: str, versie: str) -> Handtekening:
    """Return the registration of a signature that two people saw."""
    return Handtekening(
        partij=bewijs.partij,
        functie=bewijs.functie,
        reikwijdte=Reikwijdte.GEHEEL,
        op=bewijs.getekend_op,
        code=bewijs.code,
        route=Route.PAPIER,
        bewijs=sha256,
        vastgelegd_door=f"{bewijs.door} en {bewijs.bevestigd_door}",
        versie=versie,
    )
