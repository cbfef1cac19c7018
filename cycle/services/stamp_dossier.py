"""Stempelen: every April a dossier gets a new time stamp over all that came before."""

from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    Dossiermanifest,
    read_dossiermanifest,
)
from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.notatie import datum
from cycle.domain.tijdstempellijst import is_toe_aan_stempel
from cycle.services.build_dossier import DOSSIERMANIFEST, HANDTEKENING
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.dossierstempels import last_stempel, list_stempels, make_stempel
from cycle.services.ports import Toolkit


def stamp_dossier(toolkit: Toolkit, samenwerking: str, jaar: int) -> Uitkomst:
    """Put a new time stamp on the last revision, unless it got one since the last April.

    Raises:
        InvoerError: there is no time stamp service, or it gives no token.
        NietGevonden: there is no dossier yet.
    """
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.lease(samenwerking, jaar, "dossier"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            stukken = tx.stukken(cyclus)
        manifesten = {
            read_dossiermanifest(inhoud): inhoud
            for stuk in stukken
            if stuk.soort == DOSSIERMANIFEST
            for inhoud in (toolkit.bestanden.get(stuk.sha256),)
        }
        if not manifesten:
            raise NietGevonden(
                f"Van de jaarschijf {jaar} van {samenwerking} is nog geen dossier gemaakt.",
                advies=f"Maak het met: jaarschijf dossier {samenwerking} {jaar}",
            )
        laatste: Dossiermanifest = max(manifesten, key=lambda manifest: manifest.revisie)
        vorige = last_stempel(stukken, laatste.revisie)
        if vorige is not None and not is_toe_aan_stempel(vorige, vandaag):
            return Uitkomst(
                f"Het dossier kreeg op {datum(vorige)} al een tijdstempel.", gedaan=False
            )
        gestempeld = {MANIFEST: manifesten[laatste]}
        for stuk in stukken:
            if (stuk.soort, stuk.versie) == (HANDTEKENING, f"r{laatste.revisie}"):
                gestempeld[MANIFEST_HANDTEKENING] = toolkit.bestanden.get(stuk.sha256)
        gestempeld |= list_stempels(toolkit, stukken, laatste.revisie)
        nieuw = make_stempel(toolkit, laatste.revisie, vandaag, gestempeld)
        if not nieuw:
            raise InvoerError(
                "Er is geen tijdstempeldienst ingesteld.",
                advies="Zet het adres in JAARSCHIJF_TIJDSTEMPEL.",
            )
        with toolkit.store.transaction() as tx:
            for stuk in nieuw:
                tx.add_stuk(cyclus, stuk)
    return Uitkomst(
        f"Het dossier van de jaarschijf {jaar} van {samenwerking} heeft een nieuw tijdstempel."
    )
