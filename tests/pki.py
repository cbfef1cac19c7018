"""A small public key infrastructure of our own: an uitgever, ondertekenaars, a time stamper.

Keys are made once per process. Everybody has two: one of the kind EC P-256, one RSA-2048.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Soort = Literal["ec", "rsa", "ed25519"]
Sleutel = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
# pyHanko reads the real clock, so certificates must hold on the real day
NU = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251
WACHTWOORD = b"een wachtwoord"


@dataclass(frozen=True)
class Identiteit:
    """A key with its certificate and the certificates above it."""

    sleutel: Sleutel
    certificaat: x509.Certificate
    keten: tuple[x509.Certificate, ...] = ()

    def p12(self, wachtwoord: bytes = WACHTWOORD) -> bytes:
        """Return key, certificate and chain as a PKCS#12 file."""
        slot = (
            serialization.PrivateFormat.PKCS12.encryption_builder()
            .kdf_rounds(1000)  # the default of 20,000 costs tests most of their time
            .build(wachtwoord)
        )
        return pkcs12.serialize_key_and_certificates(
            b"test", self.sleutel, self.certificaat, self.keten, slot
        )

    def pem(self) -> bytes:
        """Return the certificate as PEM."""
        return self.certificaat.public_bytes(serialization.Encoding.PEM)

    def der(self) -> bytes:
        """Return the certificate as DER."""
        return self.certificaat.public_bytes(serialization.Encoding.DER)

    def sleutel_pem(self) -> bytes:
        """Return the private key as PEM, not encrypted."""
        return self.sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def sleutel_der(self) -> bytes:
        """Return the private key, not encrypted."""
        return self.sleutel.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )


@cache
def een_sleutel(soort: Soort, naam: str) -> Sleutel:
    """Return a key that stays the same for `naam` within this process."""
    if soort == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    if soort == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Pki:
    """One root, one issuer below it, and everybody they make a certificate for."""

    soort: Soort = "ec"
    naam: str = "Test"

    @property
    def wortel(self) -> Identiteit:
        """Return the root; its certificate is what a checker trusts."""
        return _wortel(self.soort, self.naam)

    @property
    def uitgever(self) -> Identiteit:
        """Return the issuer of everybody's certificate."""
        return _uitgever(self.soort, self.naam)

    def ondertekenaar(
        self,
        persoon: str,
        organisatie: str = "Domesta",
        *,
        van: datetime = NU - timedelta(days=30),
        tot: datetime = NU + timedelta(days=365),
    ) -> Identiteit:
        """Return somebody who may sign, or somebody whose certificate is out of date."""
        return _blad(self, (persoon, organisatie), van, tot)

    def zonder_sleutel(self) -> bytes:
        """Return a PKCS#12 file with a certificate but without its key."""
        slot = serialization.BestAvailableEncryption(WACHTWOORD)
        certificaat = self.ondertekenaar("Iemand").certificaat
        return pkcs12.serialize_key_and_certificates(None, None, None, [certificaat], slot)

    def andere_kromme(self) -> Identiteit:
        """Return somebody with a key of a kind that a PDF/A reader need not know."""
        return _blad(
            replace(self, soort="ed25519"),
            ("Iemand", "Domesta"),
            NU - timedelta(days=30),
            NU + timedelta(days=365),
        )

    def tijdstempelaar(self) -> Identiteit:
        """Return the time stamp service; RSA, for pyHanko's test service knows no other."""
        return _blad(
            self,
            ("Tijdstempeldienst", "Test"),
            NU - timedelta(days=30),
            NU + timedelta(days=3650),
            tijdstempel=True,
        )

    def intrekkingen(
        self, ingetrokken: Sequence[Identiteit] = (), *, geldig: timedelta = timedelta(days=30)
    ) -> tuple[bytes, ...]:
        """Return the revocation lists of root and issuer, as DER."""
        nummers = [i.certificaat.serial_number for i in ingetrokken]
        return (_crl(self.wortel, (), geldig), _crl(self.uitgever, nummers, geldig))


@cache
def _wortel(soort: Soort, naam: str) -> Identiteit:
    sleutel = een_sleutel(soort, f"{naam} wortel")
    return Identiteit(sleutel, _ca(f"{naam} Wortel", sleutel, f"{naam} Wortel", sleutel))


@cache
def _uitgever(soort: Soort, naam: str) -> Identiteit:
    wortel = _wortel(soort, naam)
    sleutel = een_sleutel(soort, f"{naam} uitgever")
    certificaat = _ca(f"{naam} Uitgever", sleutel, f"{naam} Wortel", wortel.sleutel)
    return Identiteit(sleutel, certificaat, (wortel.certificaat,))


@cache
def _blad(
    pki: Pki, wie: tuple[str, str], van: datetime, tot: datetime, *, tijdstempel: bool = False
) -> Identiteit:
    persoon, organisatie = wie
    sleutel = een_sleutel("rsa" if tijdstempel else pki.soort, f"{pki.naam} {persoon}")
    naam = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisatie),
            x509.NameAttribute(NameOID.COMMON_NAME, persoon),
        ]
    )
    uitgever = Pki("ec", pki.naam).uitgever if pki.soort == "ed25519" else pki.uitgever
    bouw = _begin(naam, uitgever.certificaat.subject, sleutel, (van, tot))
    bouw = bouw.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    bouw = bouw.add_extension(_gebruik(teken=True), critical=True)
    if tijdstempel:
        doel = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        bouw = bouw.add_extension(doel, critical=True)
    certificaat = bouw.sign(uitgever.sleutel, hashes.SHA256())
    return Identiteit(sleutel, certificaat, (uitgever.certificaat, *uitgever.keten))


def _ca(naam: str, sleutel: Sleutel, van: str, door: Sleutel) -> x509.Certificate:
    """Return the certificate of a root or an issuer."""

    def dn(tekst: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, tekst)])

    termijn = (NU - timedelta(days=60), NU + timedelta(days=3650))
    bouw = _begin(dn(naam), dn(van), sleutel, termijn)
    bouw = bouw.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    bouw = bouw.add_extension(_gebruik(teken=False), critical=True)
    return bouw.sign(door, hashes.SHA256())


def _begin(
    naam: x509.Name, uitgever: x509.Name, sleutel: Sleutel, termijn: tuple[datetime, datetime]
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(uitgever)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(termijn[0])
        .not_valid_after(termijn[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), False)
    )


def _gebruik(*, teken: bool) -> x509.KeyUsage:
    """Return what a key is for: signing documents, or signing certificates and lists."""
    return x509.KeyUsage(
        digital_signature=teken,
        content_commitment=teken,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not teken,
        crl_sign=not teken,
        encipher_only=False,
        decipher_only=False,
    )


def _crl(ca: Identiteit, nummers: Sequence[int], geldig: timedelta) -> bytes:
    """Return a list of withdrawn certificates as DER."""
    bouw = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(ca.certificaat.subject)
        .last_update(NU - timedelta(days=1))
        .next_update(NU + geldig)
    )
    for nummer in nummers:
        bouw = bouw.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(nummer)
            .revocation_date(NU - timedelta(hours=1))
            .build()
        )
    return bouw.sign(ca.sleutel, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
