"""Sleutels: the key of who signs, from a PKCS#12 file or from a token by PKCS#11."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final

from cycle.domain.binding import Toegestaan
from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import P12, Certificaat, Tekenopdracht, Token
from cycle.signing.controle.namen import is_toegestaan

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.signers.pdf_cms import Signer

_SOORTEN: Final = ("rsa", "ec")


@contextmanager
def open_sleutel(sleutel: P12 | Token, nu: datetime) -> Iterator["Signer"]:
    """Yield the signer of this key, valid at `nu`.

    Raises:
        InvoerError: file, password, token or certificate is not usable.
    """
    if isinstance(sleutel, P12):
        signer = _read_p12(sleutel)
        check_certificaat(signer.signing_cert, nu)
        yield signer
        return
    from cycle.signing.token import open_token

    with open_token(sleutel) as signer:
        check_certificaat(signer.signing_cert, nu)
        yield signer


def name_of(certificaat: "Certificate") -> str:
    """Return who a certificate is about: the common name, else all of the subject."""
    naam = certificaat.subject.native.get("common_name")
    return str(naam or certificaat.subject.human_friendly)


def describe(certificaat: "Certificate") -> Certificaat:
    """Return what a certificate says about itself, to be kept as evidence."""
    return Certificaat(
        naam=name_of(certificaat),
        onderwerp=certificaat.subject.human_friendly,
        uitgever=certificaat.issuer.human_friendly,
        serienummer=f"{certificaat.serial_number:X}",
        vingerafdruk=certificaat.sha256.hex(),
    )


def check_certificaat(certificaat: "Certificate", nu: datetime) -> None:
    """Refuse a certificate with which signing makes no sense.

    Raises:
        InvoerError: it is out of date or not valid yet, its key is of another kind, or it
            may not be used to sign.
    """
    wie = name_of(certificaat)
    if not certificaat.not_valid_before <= nu <= certificaat.not_valid_after:
        van, tot = certificaat.not_valid_before, certificaat.not_valid_after
        raise InvoerError(
            f"Het certificaat van {wie} geldt van {van:%d-%m-%Y} tot {tot:%d-%m-%Y}. "
            "Nu is het niet geldig.",
            advies="Vraag een nieuw certificaat aan, of kies een ander bestand.",
        )
    if certificaat.public_key.algorithm not in _SOORTEN:
        raise InvoerError(
            f"Het certificaat van {wie} heeft een soort sleutel die niet kan worden gebruikt.",
            advies="Gebruik een certificaat met een RSA-sleutel of een sleutel op een kromme (EC).",
        )
    gebruik = certificaat.key_usage_value
    if gebruik is not None and not gebruik.native & {"digital_signature", "non_repudiation"}:
        raise InvoerError(
            f"Het certificaat van {wie} is niet bedoeld om mee te ondertekenen.",
            advies="Vraag een certificaat voor digitale handtekeningen aan.",
        )


def check_persoon(certificaat: "Certificate", opdracht: Tekenopdracht) -> None:
    """Refuse the certificate of somebody else than the mandaat names, before it signs.

    Names are compared as when a signed file comes back, so what is set is also received.

    Raises:
        InvoerError: it is of somebody else.
    """
    naam = opdracht.mandaatnaam
    if naam and not is_toegestaan(certificaat, Toegestaan(opdracht.veld, (naam,))):
        raise InvoerError(
            f"Het certificaat van {name_of(certificaat)} is niet van {naam}. "
            "Zo staat de naam in het mandaat. Er is niet getekend.",
            advies=f"Laat {naam} tekenen, met het eigen certificaat. Klopt de naam in het mandaat "
            "niet? Leg het mandaat dan opnieuw vast met: jaarschijf teken mandaat",
        )


def _read_p12(sleutel: P12) -> "Signer":
    """Return the signer from a PKCS#12 file."""
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    try:
        geheim, certificaat, _ = pkcs12.load_key_and_certificates(
            sleutel.inhoud, sleutel.wachtwoord or None
        )
    except ValueError as fout:
        raise InvoerError(
            "Het bestand met het certificaat gaat niet open.",
            advies="Controleer het wachtwoord, en of dit een bestand .p12 of .pfx is.",
        ) from fout
    if geheim is None or certificaat is None:
        raise InvoerError(
            "In het bestand met het certificaat staat geen sleutel om mee te tekenen.",
            advies="Exporteer het certificaat opnieuw, met de geheime sleutel erbij.",
        )
    signer: Signer = SimpleSigner.load_pkcs12_data(
        sleutel.inhoud, other_certs=[], passphrase=sleutel.wachtwoord or None
    )
    return signer
