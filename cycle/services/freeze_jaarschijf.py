"""Bevriezen: the adopted text becomes the bytes that everybody signs, with a manifest."""

import hashlib

from cycle.domain.cyclus import Concept, Cyclus, Stuk
from cycle.domain.handtekenveld import list_velden
from cycle.domain.manifest import BESTANDSNAAM, Manifest, write_manifest
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.view import JaarschijfView
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK

BEVROREN = "vastgesteld-pdf"
MANIFEST = "manifest"
_MAP = "vastgesteld"


def freeze_jaarschijf(
    toolkit: Toolkit,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    concept: Concept,
    view: JaarschijfView,
) -> tuple[Stuk, ...]:
    """Return the adopted jaarschijf as Word, as PDF with its fields to sign, and its manifest.

    From here on the PDF only grows at its end: by signatures. It is never made again.

    Raises:
        InvoerError: the document has no room for one of the signatures.
    """
    docx = toolkit.tekstverwerker.jaarschijf(view)
    velden = list_velden(inhoud.partijen)
    bevroren = toolkit.zegel.prepare(toolkit.pdf.convert(docx), velden)
    with toolkit.store.transaction() as tx:
        hoofd = tx.audithoofd(cyclus)
    manifest = Manifest(
        samenwerking=cyclus.samenwerking,
        jaar=cyclus.jaar,
        versie=concept.versie,
        code=concept.code,
        sha256=hashlib.sha256(bevroren.inhoud).hexdigest(),
        bytes=len(bevroren.inhoud),
        bladzijden=bevroren.bladzijden,
        velden=velden,
        tekenpaginas=bevroren.tekenpaginas,
        bevroren_op=concept.gemaakt_op,
        audit_hoofd=str(hoofd or ""),
        voorbeeld=cyclus.voorbeeld,
    )
    naam = f"{_MAP}/jaarschijf-{cyclus.jaar}"
    return tuple(
        Stuk(soort, GEZAMENLIJK, concept.versie, waar, toolkit.bestanden.put(bestand))
        for soort, waar, bestand in (
            ("vastgesteld", f"{naam}.docx", docx),
            (BEVROREN, f"{naam}.pdf", bevroren.inhoud),
            (MANIFEST, f"{_MAP}/{BESTANDSNAAM}", write_manifest(manifest)),
        )
    )
