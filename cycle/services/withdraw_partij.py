"""Onttrekken: a partij leaves the jaarschijf of this year; what it said stays on record."""

from dataclasses import dataclass

from cycle.domain.aftekening import Aftekendaad, Situatie
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Vertrek:
    """Which partij leaves and why, the letter that says so, and who registers it."""

    partij: str
    reden: str
    brief: bytes
    door: str = ""


def withdraw_partij(toolkit: Toolkit, samenwerking: str, jaar: int, vertrek: Vertrek) -> Uitkomst:
    """Keep that a partij left, with its reason and its letter.

    From then on nobody waits for its decisions and signatures.

    Raises:
        BesluitError: it signed already, or there is no reason or letter.
        FaseError: there is no concept yet.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(vertrek.partij)
    sha256 = toolkit.bestanden.put(vertrek.brief) if vertrek.brief else ""
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bord = load_aftekenbord(tx, cyclus, inhoud)
        rij = bord.rij(partij.code)
        if not rij.doet_mee:
            return Uitkomst(f"{partij.naam} deed al niet meer mee.", gedaan=False)
        check_daad(rij, Aftekendaad.ONTTREKKEN, Situatie(reden=vertrek.reden, bewijs=sha256))
        tx.add_aftekenstap(
            cyclus,
            Aftekenstap(
                soort=Stapsoort.ONTTREKKING,
                versie=bord.concept.versie,
                code=bord.concept.code,
                op=toolkit.klok.vandaag(),
                partij=partij.code,
                door=vertrek.door,
                reden=vertrek.reden,
                bewijs=sha256,
            ),
        )
    return Uitkomst(f"Vastgelegd: {partij.naam} doet niet meer mee aan de jaarschijf {jaar}.")
