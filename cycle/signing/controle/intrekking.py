"""Intrekking: was a certificate, or one above it, withdrawn before it was used?

pyHanko looks at lists that are in date, and stops at the first certificate without one. A
list that is out of date, or only of the lowest issuer, can still name a withdrawn
certificate; that is never good news that may be missed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from cryptography.x509 import CertificateRevocationList


def is_ingetrokken(pad: "Iterable[Certificate]", lijsten: Iterable[bytes], op: datetime) -> bool:
    """Return whether a list names a certificate of `pad` as withdrawn at `op` or before.

    `pad` goes from the believed issuer down. A list counts when the issuer of the certificate
    signed it, however old it is.
    """
    from cryptography.x509 import load_der_x509_certificate

    keten = [load_der_x509_certificate(certificaat.dump()) for certificaat in pad]
    gelezen = list(_read(lijsten))
    for boven, onder in pairwise(keten):
        for lijst in gelezen:
            if lijst.issuer != boven.subject or not _is_van(lijst, boven.public_key()):
                continue
            genoemd = lijst.get_revoked_certificate_by_serial_number(onder.serial_number)
            if genoemd is not None and genoemd.revocation_date_utc <= op:
                return True
    return False


def _read(lijsten: Iterable[bytes]) -> "Iterator[CertificateRevocationList]":
    """Yield the lists that can be read; one that cannot says nothing."""
    from cryptography.x509 import load_der_x509_crl

    for der in lijsten:
        try:
            yield load_der_x509_crl(der)
        except ValueError:
            continue


def _is_van(lijst: "CertificateRevocationList", sleutel: object) -> bool:
    """Return whether this key signed the list."""
    try:
        return lijst.is_signature_valid(sleutel)  # type: ignore[arg-type]  # any kind of key
    except (TypeError, ValueError):
        return False
