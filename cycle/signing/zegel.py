"""Zegel: the seal of the organisation itself, over a PDF or over any other bytes.

A seal is no person's signature: it says that a file came from here and did not change.
"""

import asyncio
import io
from typing import TYPE_CHECKING, Final

from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from cycle.signing.aanvulling import ONZICHTBAAR, Aanvulling, check_aanvulling
from cycle.signing.zetten import DIGEST

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko.sign.timestamps import TimeStamper

ZEGELVELD: Final = "zegel"
"""The name of the field that holds the seal; it shows nothing on the page."""


def set_zegel(pdf: bytes, signer: "Signer", tijdstempelaar: "TimeStamper | None" = None) -> bytes:
    """Return the PDF with the seal in a field of its own.

    Raises:
        TimestampRequestError: the time stamp service does not answer.
    """
    uit = io.BytesIO()
    PdfSigner(
        PdfSignatureMetadata(
            field_name=ZEGELVELD, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm=DIGEST
        ),
        signer=signer,
        timestamper=tijdstempelaar,
        new_field_spec=fields.SigFieldSpec(
            ZEGELVELD,
            readable_field_name="Zegel van de organisatie",
            invis_sig_settings=ONZICHTBAAR,
        ),
    ).sign_pdf(Aanvulling(pdf), output=uit)
    return check_aanvulling(pdf, uit.getvalue())


def sign_los(inhoud: bytes, signer: "Signer") -> bytes:
    """Return a signature that stands apart from the bytes it is over, as CMS (RFC 5652)."""
    cms = asyncio.run(signer.async_sign_general_data(inhoud, DIGEST, detached=True))
    return bytes(cms.dump())


def stamp_los(sha256: str, tijdstempelaar: "TimeStamper") -> bytes:
    """Return a time stamp token over a digest (RFC 3161).

    Raises:
        TimestampRequestError: the service gives no time stamp.
    """
    return bytes(asyncio.run(tijdstempelaar.async_timestamp(bytes.fromhex(sha256), DIGEST)).dump())
