"""A frozen jaarschijf to sign, seals with real keys, and a time stamp service on loopback."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import page
import pendulum
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from cycle.documents import WordDocumenten
from cycle.documents.pdf import PdfDocumenten
from cycle.domain.handtekenveld import Handtekenveld, make_anker
from cycle.domain.view import OndertekeningView
from cycle.services.ondertekenport import P12, Bevroren, Getekend, Stempel, Tekenopdracht
from cycle.settings import PdfKeuze, Tekenniveau
from cycle.signing.houdbaar import Vertrouwen
from cycle.signing.pades import PadesZegel
from cycle.signing.velden import prepare
from tests.cycle.documents.builders import een_lege_view
from tests.pki import NU, WACHTWOORD, Identiteit, Pki

CODE = "3F9A-2C1B-77D0"
NORMEN = (page.ValidationProfile.PDF_A_2B, page.ValidationProfile.PDF_UA_1)
BYTERANGE = "PDFA2B-SIGNATURE-BYTERANGE-001"
"""The one rule that may fail behind a second layer: a signature covers what was there then."""
TEMPLATES = Path(__file__).parents[1] / "templates"


def een_veld(nummer: int) -> Handtekenveld:
    """Return the field of functionaris `nummer`, from 1."""
    return Handtekenveld(f"partij-{nummer}-bestuurder", f"partij-{nummer}", "bestuurder")


@cache
def een_docx(aantal: int = 9) -> bytes:
    """Return a small jaarschijf with places for `aantal` functionarissen."""
    plaatsen = tuple(
        OndertekeningView(f"Partij {nummer}", "bestuurder", "", make_anker(nummer, aantal))
        for nummer in range(1, aantal + 1)
    )
    return WordDocumenten(TEMPLATES).jaarschijf(replace(een_lege_view(), ondertekening=plaatsen))


@cache
def een_pdf(aantal: int = 9, keuze: PdfKeuze = PdfKeuze.INGEBOUWD) -> bytes:
    """Return the same as final PDF, without fields."""
    maker = PdfDocumenten(keuze)
    try:
        return maker.convert(een_docx(aantal))
    finally:
        maker.close()


@cache
def een_bevroren(aantal: int = 9, keuze: PdfKeuze = PdfKeuze.INGEBOUWD) -> Bevroren:
    """Return the same, frozen: with a field for everybody."""
    return prepare(een_pdf(aantal, keuze), [een_veld(nr) for nr in range(1, aantal + 1)])


def een_stempelaar(pki: Pki) -> DummyTimeStamper:
    """Return a time stamp service inside this process."""
    wie = pki.tijdstempelaar()
    return DummyTimeStamper(
        x509.Certificate.load(wie.der()),
        keys.PrivateKeyInfo.load(wie.sleutel_der()),
        certs_to_embed=[
            x509.Certificate.load(c.public_bytes(Encoding.DER))
            for c in (wie.certificaat, *wie.keten)
        ],
    )


def een_vertrouwen(pki: Pki, *ingetrokken: Identiteit) -> Vertrouwen:
    """Return trust in this root, with fresh revocation lists."""
    return Vertrouwen(
        wortels=(pki.wortel.der(),),
        tussen=(pki.uitgever.der(),),
        intrekkingen=pki.intrekkingen(ingetrokken),
        ophalen=False,
    )


def een_zegel(pki: Pki, nu: pendulum.DateTime | None = None) -> PadesZegel:
    """Return the adapter with everything that B-LTA needs, and a seal."""
    stempelaar = een_stempelaar(pki)
    vertrouwen = een_vertrouwen(pki)
    organisatie = pki.ondertekenaar("Gemeente Hoogeveen", "Gemeente Hoogeveen")
    return PadesZegel(
        lambda: nu or pendulum.instance(NU),
        tijdstempelaar=lambda: stempelaar,
        vertrouwen=lambda: vertrouwen,
        zegel=lambda: P12(organisatie.p12(), WACHTWOORD),
    )


def een_opdracht(
    wie: Identiteit, nummer: int = 1, niveau: Tekenniveau = Tekenniveau.T, persoon: str = ""
) -> Tekenopdracht:
    """Return the wish of somebody to sign in field `nummer`."""
    return Tekenopdracht(
        een_veld(nummer).naam,
        P12(wie.p12(), WACHTWOORD),
        Stempel("bestuurder", f"Partij {nummer}", CODE, persoon),
        niveau,
    )


def zet(pki: Pki, pdf: bytes, nummer: int = 1, niveau: Tekenniveau = Tekenniveau.T) -> Getekend:
    """Return the PDF with the signature of functionaris `nummer` behind it."""
    return een_zegel(pki).sign(
        pdf, een_opdracht(pki.ondertekenaar(f"Persoon {nummer}"), nummer, niveau)
    )


def failures(inhoud: bytes) -> set[str]:
    """Return the rules of PDF/A-2b and PDF/UA-1 that a file breaks."""
    return {
        fout.rule_id
        for norm in NORMEN
        for fout in page.validate_pdf_bytes(inhoud, profile=norm).failures
    }


@contextmanager
def running_tijdstempeldienst(pki: Pki, *, antwoord: bytes | None = None) -> Iterator[str]:
    """Yield the address of a service; `antwoord` is what it says instead of a time stamp."""
    stempelaar = een_stempelaar(pki)

    class Loket(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            vraag = self.rfile.read(int(self.headers["Content-Length"]))
            uit = antwoord
            if uit is None:
                uit = stempelaar.request_tsa_response(tsp.TimeStampReq.load(vraag)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(uit)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Loket) as server:
        draad = Thread(target=server.serve_forever)
        draad.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            draad.join()
