"""Instellen: the seal from the settings; files and services are only touched when used."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pendulum

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import P12
from cycle.settings import Settings
from cycle.signing.pades import PadesZegel

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import Certificate
    from pyhanko.sign.timestamps import TimeStamper

    from cycle.signing.houdbaar import Vertrouwen

_CERTIFICATEN: Final = (".pem", ".cer", ".crt", ".der")
_PEM: Final = b"-----BEGIN"


def build_zegel(settings: Settings, nu: Callable[[], pendulum.DateTime]) -> PadesZegel:
    """Return the adapter for these settings; `nu` tells the moment in UTC."""

    def tijdstempelaar() -> "TimeStamper":
        from cycle.signing.tijdstempel import Tijdstempeldienst

        return Tijdstempeldienst(settings.tijdstempel)

    vertrouwd, zegel = settings.vertrouwd, settings.zegel
    return PadesZegel(
        nu,
        tijdstempelaar=tijdstempelaar if settings.tijdstempel else None,
        vertrouwen=(lambda: read_vertrouwen(vertrouwd)) if vertrouwd else None,
        zegel=(lambda: _read_zegel(settings, zegel)) if zegel else None,
    )


def read_vertrouwen(folder: Path) -> "Vertrouwen":
    """Return whom the beheerder trusts: every certificate and list in a folder.

    A certificate that signed itself is a root; any other helps to build a chain.

    Raises:
        InvoerError: a file cannot be read, or there is no root.
    """
    from cycle.signing.houdbaar import Vertrouwen

    certificaten: list[Certificate] = []
    lijsten: list[bytes] = []
    try:
        for pad in sorted(folder.iterdir()):
            einde = pad.suffix.lower()
            if einde == ".crl":
                lijsten.append(_read_lijst(pad.read_bytes()))
            elif einde in _CERTIFICATEN:
                certificaten += _read_certificaten(pad.read_bytes())
    except (OSError, ValueError) as fout:
        raise _onbruikbaar(folder, str(fout)) from fout
    wortels = tuple(c.public_bytes(_der()) for c in certificaten if c.subject == c.issuer)
    if not wortels:
        raise _onbruikbaar(folder, "er staat geen certificaat in van een uitgever bovenaan")
    tussen = tuple(c.public_bytes(_der()) for c in certificaten if c.subject != c.issuer)
    return Vertrouwen(wortels, tussen, tuple(lijsten))


def _read_certificaten(inhoud: bytes) -> "list[Certificate]":
    """Return the certificates in a file, PEM or DER."""
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    if _PEM in inhoud:
        return load_pem_x509_certificates(inhoud)
    return [load_der_x509_certificate(inhoud)]


def _read_lijst(inhoud: bytes) -> bytes:
    """Return a list of withdrawn certificates as DER, whatever it was written as."""
    from cryptography.x509 import load_der_x509_crl, load_pem_x509_crl

    lijst = load_pem_x509_crl(inhoud) if _PEM in inhoud else load_der_x509_crl(inhoud)
    return lijst.public_bytes(_der())


def _der() -> "Encoding":
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.DER


def _onbruikbaar(folder: Path, waarom: str) -> InvoerError:
    return InvoerError(
        f"De map met uitgevers die u vertrouwt, is niet bruikbaar: {waarom}.",
        advies="Zet er de certificaten van de uitgevers in (.pem of .cer).",
        plek=f"JAARSCHIJF_VERTROUWD: {folder}",
    )


def _read_zegel(settings: Settings, bestand: Path) -> P12:
    """Return the key of the organisation with its password."""
    try:
        inhoud = bestand.read_bytes()
        uit = settings.zegel_wachtwoord_bestand
        regels = uit.read_text("utf-8").splitlines() if uit else []
    except (OSError, UnicodeDecodeError) as fout:
        raise InvoerError(
            f"Het zegel van de organisatie is niet te lezen ({fout}).",
            advies="Controleer de namen van de bestanden en wie ze mag lezen.",
            plek="JAARSCHIJF_ZEGEL",
        ) from fout
    wachtwoord = regels[0].strip() if regels else settings.zegel_wachtwoord.get_secret_value()
    return P12(inhoud, wachtwoord.encode())
