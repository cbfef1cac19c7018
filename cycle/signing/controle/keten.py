"""Keten: which certificates, and which withdrawals, a check may believe at which moment.

What comes with a file may help to find the way to an issuer; it is never an issuer itself.
Nothing is fetched from the network: a check gives the same answer everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from cycle.domain.errors import InvoerError

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext


class Intrekkingseis(Enum):
    """Of which certificates there must be a word about withdrawal."""

    ALLE = "alle"
    PERSOON = "persoon"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class Keten:
    """What is known about certificates: the believed ones, and what the file brought along.

    `meegestuurd` helps to build a chain; `intrekkingen` (CRL) and `antwoorden` (OCSP) may
    come from the file too, for their signature is checked like any other.
    """

    wortels: tuple["Certificate", ...]
    meegestuurd: tuple["Certificate", ...]
    intrekkingen: tuple[bytes, ...]
    antwoorden: tuple[bytes, ...]
    bewaart_intrekking: bool

    def context(
        self, op: datetime, eis: Intrekkingseis = Intrekkingseis.GEEN
    ) -> "ValidationContext":
        """Return what pyHanko needs to judge a certificate as it was at `op`."""
        from pyhanko_certvalidator import ValidationContext
        from pyhanko_certvalidator.policy_decl import (
            CertRevTrustPolicy,
            RevocationCheckingPolicy,
            RevocationCheckingRule,
        )

        wel, niet = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.NO_CHECK

        return ValidationContext(
            trust_roots=list(self.wortels),
            other_certs=list(self.meegestuurd),
            crls=list(self.intrekkingen),
            ocsps=list(self.antwoorden),
            moment=datetime.fromtimestamp(op.timestamp(), UTC),  # pendulum adds otherwise
            allow_fetching=False,
            revinfo_policy=CertRevTrustPolicy(
                RevocationCheckingPolicy(
                    ee_certificate_rule=niet if eis is Intrekkingseis.GEEN else wel,
                    intermediate_ca_cert_rule=wel if eis is Intrekkingseis.ALLE else niet,
                ),
                retroactive_revinfo=True,
            ),
        )


def build_keten(
    reader: "PdfFileReader | None", vertrouwd: Iterable[bytes], intrekkingen: Iterable[bytes]
) -> Keten:
    """Return what may be believed, with what the archive of evidence in a file holds.

    Raises:
        InvoerError: one of the files in `vertrouwd` or `intrekkingen` cannot be read.
    """
    certificaten, lijsten, antwoorden = _read_archief(reader) if reader else ((), (), ())
    eigen = tuple(der for tekst in intrekkingen for der in read_lijsten(tekst))
    gegeven = tuple(c for tekst in vertrouwd for c in read_certificaten(tekst))
    wortels = tuple(c for c in gegeven if _is_hoogste(c, gegeven))
    return Keten(
        wortels=wortels,
        meegestuurd=(*certificaten, *(c for c in gegeven if c not in wortels)),
        intrekkingen=(*eigen, *lijsten),
        antwoorden=antwoorden,
        bewaart_intrekking=bool(lijsten or antwoorden),
    )


def _read_archief(
    reader: "PdfFileReader",
) -> "tuple[tuple[Certificate, ...], tuple[bytes, ...], tuple[bytes, ...]]":
    """Return certificates, lists and answers in the evidence of a PDF (ETSI EN 319 142-1, 5.4).

    Damaged evidence proves nothing, and takes nothing away from the signatures.
    """
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError, SignatureValidationError

    try:
        dss = DocumentSecurityStore.read_dss(reader)
        return (
            tuple(dss.load_certs()),
            tuple(verwijzing.get_object().data for verwijzing in dss.crls),
            tuple(verwijzing.get_object().data for verwijzing in dss.ocsps),
        )
    except (NoDSSFoundError, SignatureValidationError, ValueError, KeyError, TypeError):
        return (), (), ()


def _is_hoogste(certificaat: "Certificate", alle: "tuple[Certificate, ...]") -> bool:
    """Return whether nobody else in `alle` issued this certificate: the others only help."""
    return not any(
        ander.subject == certificaat.issuer and ander.subject != certificaat.subject
        for ander in alle
    )


def read_certificaten(tekst: bytes) -> "Iterator[Certificate]":
    """Yield the certificates in a file: DER, or any number of them as PEM.

    Raises:
        InvoerError: there is no certificate in it.
    """
    from asn1crypto.x509 import Certificate

    for der in _unarmor(tekst, "Dit bestand is geen certificaat."):
        certificaat = Certificate.load(der)
        try:
            certificaat.subject.native  # noqa: B018 - asn1crypto reads late; now is the time
        except (ValueError, TypeError) as fout:
            raise _geen("Dit bestand is geen certificaat.") from fout
        yield certificaat


def read_lijsten(tekst: bytes) -> Iterator[bytes]:
    """Yield the lists of withdrawn certificates in a file, as DER.

    Raises:
        InvoerError: there is no such list in it.
    """
    from asn1crypto.crl import CertificateList

    for der in _unarmor(tekst, "Dit bestand is geen lijst van ingetrokken certificaten."):
        lijst = CertificateList.load(der)
        try:
            lijst.issuer.native  # noqa: B018 - asn1crypto reads late; now is the time
        except (ValueError, TypeError) as fout:
            raise _geen("Dit bestand is geen lijst van ingetrokken certificaten.") from fout
        yield der


def _unarmor(tekst: bytes, melding: str) -> Iterator[bytes]:
    """Yield what is packed as PEM, or the file itself when it is not.

    Raises:
        InvoerError: the packing is damaged, or this is neither.
    """
    from asn1crypto import pem

    if not pem.detect(tekst):
        if not tekst.startswith(b"\x30"):
            raise _geen(melding)
        yield tekst
        return
    try:
        for _, _, der in pem.unarmor(tekst, multiple=True):
            yield der
    except ValueError as fout:
        raise _geen(melding) from fout


def _geen(melding: str) -> InvoerError:
    return InvoerError(melding, advies="Geef een bestand in de vorm PEM of DER.")
