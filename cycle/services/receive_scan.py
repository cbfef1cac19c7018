"""Scan ontvangen: paper that was signed in ink, offered by one person; another one confirms."""

from dataclasses import dataclass, replace
from typing import Final

import pendulum

from cycle.domain.binding import Bindingsoordeel, check_schrift
from cycle.domain.cyclus import Stuk
from cycle.domain.errors import BesluitError, InvoerError, RetourGeweigerd
from cycle.domain.handtekenroute import Route
from cycle.domain.manifest import Manifest
from cycle.domain.ontvangstbewijs import Ontvangstbewijs, write_ontvangstbewijs
from cycle.services.cyclus import Uitkomst, check_dag, check_tekendag, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.vastgestelde import load_vastgestelde

SCAN: Final = "scan"
"""Kind of document: a scan of paper; the name of the field stands behind it."""
OPGAVE: Final = "scanopgave"
"""Kind of document: what a scan rests on, until and after it is confirmed."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan and what the first person read on the paper: for whom, when and which code."""

    inhoud: bytes
    naam: str
    partij: str
    functie: str
    op: pendulum.Date
    code: str
    door: str


@dataclass(frozen=True, slots=True)
class Scanontvangst:
    """What became of it, and what the check of the file gave."""

    uitkomst: Uitkomst
    oordeel: Bindingsoordeel


def receive_scan(toolkit: Toolkit, samenwerking: str, jaar: int, scan: Scan) -> Scanontvangst:
    """Keep a scan and who offered it; it counts once a second person confirms it.

    A scan that is offered again takes the place of the one before, as long as that was not
    confirmed.

    Raises:
        RetourGeweigerd: the file is not safe, or does not have all pages.
        BesluitError: another code than that of the adopted version, a day to come or before
            it was frozen, the adopted PDF itself, or a signature that was confirmed already.
        InvoerError: nobody signs in this functie, or it is not clear who offers the scan.
        StapBezet: somebody else is signing or confirming right now.
    """
    if not scan.door.strip():
        raise InvoerError("Wie biedt de scan aan?", advies="Geef op wie u bent: --door secretaris.")
    check_schrift(scan.door)
    with toolkit.store.lease(samenwerking, jaar, "teken"):
        return _receive(toolkit, samenwerking, jaar, scan)


def _receive(toolkit: Toolkit, samenwerking: str, jaar: int, scan: Scan) -> Scanontvangst:
    """Check the scan and keep it."""
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        vast = load_vastgestelde(toolkit, tx, cyclus)
        versie = vast.manifest.versie
        bevestigd = [
            h
            for h in tx.handtekeningen(cyclus)
            if (h.partij, h.functie, h.route, h.versie)
            == (scan.partij, scan.functie, Route.PAPIER, versie)
        ]
    check_dag(scan.op, toolkit.klok.vandaag())
    check_tekendag(scan.op, vast.manifest.bevroren_op, toolkit.klok.vandaag())
    if scan.inhoud.startswith(toolkit.bestanden.get(vast.bevroren.sha256)):
        raise BesluitError(
            f"{scan.naam} is geen scan van papier, maar de vastgestelde PDF zelf.",
            advies="Scan het getekende papier. Is de PDF met een certificaat getekend? Bied haar "
            "dan aan zonder --scan.",
        )
    bewijs = _build_bewijs(toolkit, vast.manifest, scan, is_bevestigd=bool(bevestigd))
    oordeel = toolkit.binding.check_scan(scan.inhoud, vast.manifest, scan.naam)
    if not oordeel.houdt:
        raise RetourGeweigerd(f"{scan.naam} is niet bewaard.", oordeel.bevindingen, plek=scan.naam)
    bewijs = replace(bewijs, sha256=toolkit.bestanden.put(scan.inhoud))
    opgave = toolkit.bestanden.put(write_ontvangstbewijs(bewijs))
    waar = f"ondertekend/ontvangen/{bewijs.veld}"
    with toolkit.store.transaction() as tx:
        tx.add_stuk(
            cyclus,
            Stuk(f"{SCAN}/{bewijs.veld}", scan.partij, versie, f"{waar}.pdf", bewijs.sha256),
        )
        tx.add_stuk(
            cyclus, Stuk(f"{OPGAVE}/{bewijs.veld}", scan.partij, versie, f"{waar}.json", opgave)
        )
    melding = (
        f"De scan van {scan.partij} ({scan.functie}) is bewaard. Zij telt mee zodra iemand "
        "anders haar bevestigt."
    )
    return Scanontvangst(Uitkomst(melding), oordeel)


def _build_bewijs(
    toolkit: Toolkit, manifest: Manifest, scan: Scan, *, is_bevestigd: bool
) -> Ontvangstbewijs:
    """Return what the scan rests on so far.

    Raises:
        BesluitError: another version, or the place was signed and confirmed already.
        InvoerError: there is no such place.
    """
    veld = manifest.veld(scan.partij, scan.functie)
    if veld is None:
        raise InvoerError(
            f"In de vastgestelde PDF is geen plaats voor {scan.partij} ({scan.functie}).",
            advies="De plaatsen staan in manifest.json, bij ‘velden’.",
        )
    if is_bevestigd:
        raise BesluitError(
            f"De handtekening van {scan.partij} ({scan.functie}) op papier is al bevestigd.",
            advies="U hoeft niets te doen.",
        )
    if scan.code != manifest.code:
        raise BesluitError(
            f"Op de scan staat code {scan.code}. De vastgestelde versie heeft code "
            f"{manifest.code}.",
            advies="Laat de vastgestelde versie tekenen. De code staat onder aan elke bladzijde.",
        )
    return Ontvangstbewijs(
        veld=veld.naam,
        partij=scan.partij,
        functie=scan.functie,
        route=Route.PAPIER,
        code=scan.code,
        sha256="",
        getekend_op=scan.op,
        ontvangen_op=toolkit.klok.vandaag(),
        door=scan.door,
    )
