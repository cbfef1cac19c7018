"""Token: a key that never leaves its chip, reached through the PKCS#11 library of its maker."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import Token

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import Signer


@contextmanager
def open_token(token: Token) -> Iterator["Signer"]:
    """Yield the signer with the certificate called `token.label`; the session ends after it.

    Raises:
        InvoerError: library, token, pin or certificate is not usable.
    """
    try:
        from pkcs11.exceptions import PKCS11Error
        from pyhanko.config.pkcs11 import PKCS11PinEntryMode, PKCS11SignatureConfig, TokenCriteria
        from pyhanko.sign.general import SigningError
        from pyhanko.sign.pkcs11 import PKCS11SigningContext
    except ImportError as fout:
        raise InvoerError(
            "Tekenen met een token kan nog niet: een onderdeel ontbreekt.",
            advies="Vraag de beheerder om dit te installeren: jaarschijf[token]",
        ) from fout

    instelling = PKCS11SignatureConfig(
        module_path=str(token.bibliotheek),
        cert_label=token.label,
        token_criteria=TokenCriteria(label=token.token) if token.token else None,
        prompt_pin=PKCS11PinEntryMode.SKIP,
        other_certs_to_pull=None,
    )
    try:
        with PKCS11SigningContext(instelling, token.pin or None) as signer:
            # every chip signs a digest on a curve; few make the digest as well
            signer.use_raw_mechanism = signer.signing_cert.public_key.algorithm == "ec"
            yield signer
    except (PKCS11Error, SigningError) as fout:
        raise _onbruikbaar(token, str(fout) or type(fout).__name__) from fout


def _onbruikbaar(token: Token, waarom: str) -> InvoerError:
    return InvoerError(
        f"Met het certificaat ‘{token.label}’ op het token kan niet worden getekend ({waarom}).",
        advies="Controleer of het token is aangesloten, de pincode, en de naam van het "
        "certificaat. Het programmabestand staat in JAARSCHIJF_PKCS11.",
        plek=str(token.bibliotheek),
    )
