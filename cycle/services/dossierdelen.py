"""Dossierdelen: the files of an archiefdossier, made from what is kept."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

import pendulum

from cycle.domain.afsprakenlijst import write_afspraken_csv, write_afspraken_json
from cycle.domain.dossiermanifest import Dossierdeel, Dossierrol
from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.manifest import write_manifest
from cycle.domain.ontvangstbewijs import read_ontvangstbewijs
from cycle.services.dossierbron import Dossierbron
from cycle.services.ports import Toolkit

WORD = "vastgesteld"
"""Kind of document: the adopted text in Word."""
_VREEMD = re.compile(r"[^a-z0-9]+")
_BEGIN = {
    b"%PDF-": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpg",
    b"PK\x03\x04": "zip",
    b"{": "json",
}
_UITLEG = """\
ARCHIEFDOSSIER jaarschijf {jaar} van {naam}

jaarschijf.pdf      de jaarschijf, met de handtekeningen die in het bestand staan
jaarschijf.docx     dezelfde tekst in Word
vastgesteld/        de vastgestelde PDF zonder handtekeningen, met het manifest ervan
ondertekenblad.*    wie tekende, hoe, en wie niet
afspraken.*         de afspraken en de cijfers als gegevens (JSON en CSV)
biedingen/          de formulieren zoals ze binnenkwamen
besluiten.json      besluiten, handtekeningen, mandaten, stappen en leveringen
addenda/            wijzigingen na de vaststelling
audit/              het logboek tot aan dit dossier, zonder namen en vrije teksten,
                    met de tijdstempels van de ankers (het nummer is dat van de gebeurtenis)
bewijs/             bewijsstukken van handtekeningen, mandaten en leveringen
mdto/               metagegevens (MDTO 1.0.1)
manifest.json       elk bestand met omvang, SHA-256 en bestandsformaat
manifest.p7s        handtekening van de organisatie over het manifest
tijdstempels/       tijdstempels over het manifest, elk jaar een

Niet elk dossier heeft alle onderdelen. Controleren kan zonder server en zonder database:

    jaarschijf verifieer dossier.zip
"""


def list_dossierdelen(
    toolkit: Toolkit, bron: Dossierbron, blad: Iterable[Dossierdeel]
) -> tuple[Dossierdeel, ...]:
    """Return all files of the dossier but metadata and manifest; `blad` is the ondertekenblad."""
    return (
        *_jaarschijf(toolkit, bron),
        *blad,
        *_afspraken(bron),
        *_biedingen(toolkit, bron),
        Dossierdeel("besluiten.json", _besluiten(bron), Dossierrol.BESLUITEN),
        *_addenda(toolkit, bron),
        *_bewijs(toolkit, bron),
        Dossierdeel("leesmij.txt", _uitleg(bron), Dossierrol.UITLEG),
    )


def _jaarschijf(toolkit: Toolkit, bron: Dossierbron) -> Iterator[Dossierdeel]:
    """Yield the adopted text: as it was signed, in Word, and the frozen bytes."""
    vast = bron.vast
    lees = toolkit.bestanden.get
    yield Dossierdeel("jaarschijf.pdf", lees(vast.laatste.sha256), Dossierrol.JAARSCHIJF)
    word = bron.stuk(WORD)
    if word is not None:
        yield Dossierdeel("jaarschijf.docx", lees(word.sha256), Dossierrol.JAARSCHIJF)
    rol = Dossierrol.VASTGESTELD
    yield Dossierdeel("vastgesteld/jaarschijf.pdf", lees(vast.bevroren.sha256), rol)
    yield Dossierdeel("vastgesteld/manifest.json", write_manifest(vast.manifest), rol)


def _afspraken(bron: Dossierbron) -> Iterator[Dossierdeel]:
    """Yield the afspraken as data."""
    for pad, schrijf in (
        ("afspraken.json", write_afspraken_json),
        ("afspraken.csv", write_afspraken_csv),
    ):
        yield Dossierdeel(pad, schrijf(bron.view, bron.jaarschijf), Dossierrol.AFSPRAKEN)


def _biedingen(toolkit: Toolkit, bron: Dossierbron) -> Iterator[Dossierdeel]:
    """Yield every form as it came in, by partij and version."""
    for inzending in bron.inzendingen:
        einde = PurePosixPath(inzending.bestandsnaam).suffix.lower() or ".xlsx"
        pad = f"biedingen/{inzending.partij}-versie-{inzending.versie}{einde}"
        yield Dossierdeel(pad, toolkit.bestanden.get(inzending.sha256), Dossierrol.BIEDING)


def _addenda(toolkit: Toolkit, bron: Dossierbron) -> Iterator[Dossierdeel]:
    """Yield the changes after the adoption, in Word and PDF."""
    for addendum in bron.addenda:
        for soort, einde in (("", "docx"), ("-pdf", "pdf")):
            stuk = bron.stuk(f"addendum-{addendum.nummer}{soort}", "")
            if stuk is not None:
                yield Dossierdeel(
                    f"addenda/addendum-{addendum.nummer}.{einde}",
                    toolkit.bestanden.get(stuk.sha256),
                    Dossierrol.ADDENDUM,
                )


def _bewijs(toolkit: Toolkit, bron: Dossierbron) -> Iterator[Dossierdeel]:
    """Yield every file that shows something, once; its name says what and its hash."""
    gehad: set[str] = set()
    for wat, sha256, naam in (*_bewijzen(bron), *_ontvangen(toolkit, bron)):
        if not sha256 or sha256 in gehad:
            continue
        gehad.add(sha256)
        inhoud = toolkit.bestanden.get(sha256)
        einde = PurePosixPath(naam).suffix.lower().lstrip(".") or _einde(inhoud)
        pad = f"bewijs/{_slak(wat)}-{sha256[:12]}.{_slak(einde)}"
        yield Dossierdeel(pad, inhoud, Dossierrol.BEWIJS)


def _bewijzen(bron: Dossierbron) -> Iterator[tuple[str, str, str]]:
    """Yield what each proof is of, its sha256, and its name when that is known."""
    for hand in bron.handtekeningen:
        yield f"handtekening {hand.partij} {hand.functie}", hand.bewijs, ""
    for besluit in bron.besluiten:
        yield f"besluit {besluit.partij} {besluit.orgaan.value}", besluit.bewijs, ""
    for mandaat in bron.mandaten:
        yield f"mandaat {mandaat.partij} {mandaat.functie}", mandaat.bewijs, ""
    for stap in bron.stappen:
        yield f"{stap.soort.value} {stap.partij}", stap.bewijs, ""
    for lev in bron.leveringen:
        yield f"levering {lev.corporatie} {lev.ontvanger}", lev.bewijs, lev.bewijsnaam


def _ontvangen(toolkit: Toolkit, bron: Dossierbron) -> Iterator[tuple[str, str, str]]:
    """Yield the files in which signatures came back, and what a service said of them."""
    for hand in bron.handtekeningen:
        try:
            bewijs = read_ontvangstbewijs(toolkit.bestanden.get(hand.bewijs))
        except (InvoerError, NietGevonden):
            continue  # it was reported, or set here: then the jaarschijf itself holds it
        yield f"getekend {hand.partij} {hand.functie}", bewijs.sha256, ""
        yield f"verslag {hand.partij} {hand.functie}", bewijs.verslag, ""


def _besluiten(bron: Dossierbron) -> bytes:
    """Return everything that was registered, as JSON; names of persons are left out."""
    mandaten = [asdict(mandaat) for mandaat in bron.mandaten]
    for mandaat in mandaten:
        del mandaat["naam"]  # may be erased later, and the dossier may not change by that
    gegevens: dict[str, Any] = {
        "samenwerking": bron.cyclus.samenwerking,
        "jaar": bron.cyclus.jaar,
        "versie": bron.concept.versie,
        "code": bron.concept.code,
        "besluiten": [asdict(besluit) for besluit in bron.besluiten],
        "handtekeningen": [asdict(hand) for hand in bron.handtekeningen],
        "mandaten": mandaten,
        "stappen": [asdict(stap) for stap in bron.stappen],
        "addenda": [asdict(addendum) for addendum in bron.addenda],
        "leveringen": [asdict(levering) for levering in bron.leveringen],
        "fasen": [asdict(overgang) for overgang in bron.overgangen],
    }
    tekst = json.dumps(gegevens, ensure_ascii=False, indent=2, default=pendulum.Date.to_date_string)
    return (tekst + "\n").encode()


def _uitleg(bron: Dossierbron) -> bytes:
    """Return what is in the dossier and how to check it."""
    return _UITLEG.format(jaar=bron.cyclus.jaar, naam=bron.view.samenwerking).encode()


def _einde(inhoud: bytes) -> str:
    """Return the ending that fits these bytes."""
    return next((einde for begin, einde in _BEGIN.items() if inhoud.startswith(begin)), "bin")


def _slak(tekst: str) -> str:
    """Return a text as a part of a file name."""
    return _VREEMD.sub("-", tekst.lower()).strip("-")
