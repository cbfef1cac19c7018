"""Publicatiekopie: the adopted jaarschijf for the internet, proven to hold no addresses."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from cycle.domain.errors import InvoerError
from cycle.domain.publicatie import Publicatiekopie, find_resten, make_kopie
from cycle.services.dossierbron import Dossierbron, load_dossierbron
from cycle.services.ports import Toolkit
from cycle.services.versie import view_of_versie

CATEGORIE = "convenanten"
"""The category of the Woo, art. 3.3 lid 2 onder f."""


@dataclass(frozen=True, slots=True)
class Publicatie:
    """The copy as PDF, its description as JSON, and what was left out."""

    naam: str
    pdf: bytes
    beschrijving: bytes
    kopie: Publicatiekopie


def publish_kopie(
    toolkit: Toolkit, samenwerking: str, jaar: int, weg: Sequence[str] = ()
) -> Publicatie:
    """Return the copy for publication; `weg` are more texts to leave out.

    Nothing is kept: the copy can be made again at any time.

    Raises:
        FaseError: nothing was adopted yet.
        InvoerError: something that must go is still in the file; nothing is given then.
    """
    with toolkit.store.transaction() as tx:
        bron = load_dossierbron(toolkit, tx, samenwerking, jaar)
        view = view_of_versie(toolkit, tx, bron.cyclus, bron.inhoud, bron.concept)
    kopie = make_kopie(view, weg)
    pdf = toolkit.pdf.convert(toolkit.tekstverwerker.jaarschijf(kopie.view))
    resten = find_resten(toolkit.pdf.teksten(pdf), weg)
    if resten:
        raise InvoerError(
            f"In de publicatiekopie staat nog wat weg moet: {'; '.join(resten[:5])}.",
            advies="Laat deze woorden weg met --weg, zo geschreven als ze in de tekst staan.",
        )
    naam = f"jaarschijf-{jaar}-{samenwerking}-publicatie"
    return Publicatie(naam, pdf, _beschrijving(bron, kopie, pdf, naam), kopie)


def _beschrijving(bron: Dossierbron, kopie: Publicatiekopie, pdf: bytes, naam: str) -> bytes:
    """Return what a website needs to know of the copy."""
    archief = bron.inhoud.archief
    gegevens = {
        "titel": f"Jaarschijf {bron.cyclus.jaar} van {bron.view.samenwerking}",
        "informatiecategorie": CATEGORIE,
        "grondslag": "Wet open overheid artikel 3.3, tweede lid, onder f",
        "publicerende_organisatie": archief.archiefvormer if archief else "",
        "kenmerk_organisatie": archief.kenmerk if archief else "",
        "vastgesteld_op": bron.concept.gemaakt_op.to_date_string(),
        "versie": bron.concept.versie,
        "code": bron.concept.code,
        "taal": "nl",
        "bestand": f"{naam}.pdf",
        "bestandsformaat": "application/pdf",
        "bytes": len(pdf),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "weggelaten": {
            "handtekeningen": kopie.handtekeningen,
            "mailadressen": kopie.mailadressen,
            "andere_teksten": kopie.teksten,
        },
        "voorbeeld": bron.view.voorbeeld,
    }
    return (json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n").encode()
