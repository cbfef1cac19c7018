"""Tekenen: one signature with a certificate, behind the latest bytes of the frozen PDF."""

import hashlib
from dataclasses import asdict, dataclass, replace
from typing import Final

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.errors import BesluitError, StapBezet
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import find_plaats
from cycle.domain.partij import Partij
from cycle.domain.tekenbewijs import Tekenbewijs, write_tekenbewijs
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.handtekening import check_handtekening
from cycle.services.ondertekenport import P12, Getekend, Stempel, Tekenopdracht, Token
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK, publish_stukken
from cycle.services.vastgestelde import GETEKEND, Vastgestelde, load_vastgestelde
from cycle.settings import Tekenniveau

BEWIJS: Final = "tekenbewijs"
"""Kind of document: how one signature came about; the name of its field stands behind it."""


@dataclass(frozen=True, slots=True)
class Tekenverzoek:
    """Who signs, with which key and how strong.

    `naam` goes on the stamp in place of the one in the certificate; `door` is who gave the
    command.
    """

    partij: str
    functie: str
    sleutel: P12 | Token
    niveau: Tekenniveau
    naam: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class Tekenuitkomst:
    """What became of it: the level that was reached, and what a person must know."""

    uitkomst: Uitkomst
    niveau: Tekenniveau
    sha256: str
    waarschuwingen: tuple[str, ...]


def sign_jaarschijf(
    toolkit: Toolkit, samenwerking: str, jaar: int, verzoek: Tekenverzoek
) -> Tekenuitkomst:
    """Set one signature and keep the PDF, the evidence and the registration in one transaction.

    A process that dies before that has kept nothing: the field is still empty, and signing
    again is the remedy.

    Raises:
        BesluitError: this functie does not sign here, or signed already.
        FaseError: the ondertekening is not open, or nothing was frozen.
        InvoerError: the key cannot be used, or is not of whom the mandaat names.
        StapBezet: somebody else is signing right now.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(verzoek.partij)
    with toolkit.store.lease(samenwerking, jaar, "teken"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            vast = load_vastgestelde(toolkit, tx, cyclus)
            gevraagd = _build_handtekening(toolkit, vast, verzoek)
            plaats = check_handtekening(toolkit, tx, cyclus, inhoud, gevraagd).functie
            naam = _mandaatnaam(tx, cyclus, partij, gevraagd)
        opdracht = replace(_build_opdracht(vast, verzoek, partij, plaats), mandaatnaam=naam)
        getekend = toolkit.zegel.sign(toolkit.bestanden.get(vast.laatste.sha256), opdracht)
        pdf, bewijs = _keep(toolkit, vast, verzoek, opdracht, getekend)
        with toolkit.store.transaction() as tx:
            _check_ongewijzigd(toolkit, tx, cyclus, vast)
            teken = replace(gevraagd, bewijs=bewijs.sha256)
            tx.add_stuk(cyclus, pdf)
            tx.add_stuk(cyclus, bewijs)
            tx.add_handtekening(cyclus, check_handtekening(toolkit, tx, cyclus, inhoud, teken))
        namen = publish_stukken(toolkit, cyclus, (pdf,))
    melding = (
        f"{partij.naam} ({verzoek.functie}) heeft getekend: {getekend.certificaat.naam}, "
        f"niveau {getekend.niveau}."
    )
    return Tekenuitkomst(
        Uitkomst(melding, stukken=namen), getekend.niveau, pdf.sha256, getekend.waarschuwingen
    )


def _build_handtekening(
    toolkit: Toolkit, vast: Vastgestelde, verzoek: Tekenverzoek
) -> Handtekening:
    """Return the registration, before there is evidence."""
    return Handtekening(
        partij=verzoek.partij,
        functie=verzoek.functie,
        reikwijdte=Reikwijdte.GEHEEL,
        op=toolkit.klok.vandaag(),
        code=vast.manifest.code,
        route=Route.CERTIFICAAT,
        vastgelegd_door=verzoek.door,
        versie=vast.manifest.versie,
    )


def _mandaatnaam(
    tx: CyclusStore, cyclus: Cyclus, partij: Partij, handtekening: Handtekening
) -> str:
    """Return whose name stands in the mandaat of that day; empty when nobody's does."""
    _, mandaat = find_plaats(partij, handtekening.functie, handtekening.op, tx.mandaten(cyclus))
    return mandaat.naam if mandaat else ""


def _build_opdracht(
    vast: Vastgestelde, verzoek: Tekenverzoek, partij: Partij, plaats: str
) -> Tekenopdracht:
    """Return what to sign, and what people will read in the field of the functie `plaats`.

    Raises:
        BesluitError: nobody signs in this functie on the frozen version.
    """
    veld = vast.manifest.veld(verzoek.partij, plaats)
    if veld is None:
        raise BesluitError(
            f"In de vastgestelde PDF is geen plaats voor {partij.naam} ({verzoek.functie}).",
            advies="De plaatsen staan in manifest.json, bij ‘velden’.",
        )
    return Tekenopdracht(
        veld=veld.naam,
        sleutel=verzoek.sleutel,
        stempel=Stempel(verzoek.functie, partij.naam, vast.manifest.code, verzoek.naam),
        niveau=verzoek.niveau,
    )


def _keep(
    toolkit: Toolkit,
    vast: Vastgestelde,
    verzoek: Tekenverzoek,
    opdracht: Tekenopdracht,
    getekend: Getekend,
) -> tuple[Stuk, Stuk]:
    """Return the signed PDF and the evidence, both kept by hash; no row names them yet."""
    jaar, versie = vast.manifest.jaar, vast.manifest.versie
    bewijs = Tekenbewijs(
        veld=opdracht.veld,
        partij=verzoek.partij,
        functie=verzoek.functie,
        code=vast.manifest.code,
        moment=getekend.op,
        niveau=getekend.niveau.value,
        certificaat=asdict(getekend.certificaat),
        getoond=verzoek.naam or getekend.certificaat.naam,
        voor=vast.laatste.sha256,
        na=hashlib.sha256(getekend.inhoud).hexdigest(),
        waarschuwingen=getekend.waarschuwingen,
    )
    return (
        Stuk(
            GETEKEND,
            GEZAMENLIJK,
            versie,
            f"ondertekend/jaarschijf-{jaar}.pdf",
            toolkit.bestanden.put(getekend.inhoud),
        ),
        Stuk(
            f"{BEWIJS}/{opdracht.veld}",
            verzoek.partij,
            versie,
            f"ondertekend/bewijs/{opdracht.veld}.json",
            toolkit.bestanden.put(write_tekenbewijs(bewijs)),
        ),
    )


def _check_ongewijzigd(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, vast: Vastgestelde
) -> None:
    """Refuse to keep a signature on bytes that are no longer the latest."""
    if load_vastgestelde(toolkit, tx, cyclus).laatste != vast.laatste:
        raise StapBezet(
            "Er kwam een andere handtekening bij terwijl deze werd gezet. "
            "Deze handtekening is niet bewaard.",
            advies="Geef de opdracht opnieuw.",
        )
