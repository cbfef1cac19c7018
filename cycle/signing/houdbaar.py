"""Houdbaar: what a signature needs to prove itself when its certificate is long gone.

B-LT adds certificates and revocation lists as they are today; B-LTA puts a time stamp over
all of it (ETSI EN 319 142-1, 6.1). Both are layers behind the signature.
"""

import asyncio
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from asn1crypto.x509 import Certificate
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import CertificateValidator, ValidationContext

from cycle.signing.aanvulling import ONZICHTBAAR, Aanvulling, check_aanvulling
from cycle.signing.zetten import DIGEST

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko.sign.timestamps import TimeStamper

STEMPELVELD: Final = "tijdstempel-"
"""How the name of a field begins that holds a time stamp over the whole file, not a person."""


@dataclass(frozen=True, slots=True)
class Vertrouwen:
    """Whom we trust: roots and lists as DER; `ophalen` asks issuers over the network."""

    wortels: tuple[bytes, ...]
    tussen: tuple[bytes, ...] = ()
    intrekkingen: tuple[bytes, ...] = ()
    ophalen: bool = True

    def context(self) -> ValidationContext:
        """Return how pyHanko judges a certificate now: without revocation data it is refused."""
        return ValidationContext(
            trust_roots=[Certificate.load(wortel) for wortel in self.wortels],
            other_certs=[Certificate.load(tussen) for tussen in self.tussen],
            crls=list(self.intrekkingen),
            allow_fetching=self.ophalen,
            revocation_mode="require",
        )


def add_bewijs(
    pdf: bytes, signer: "Signer", tijdstempelaar: "TimeStamper", vertrouwen: Vertrouwen
) -> bytes:
    """Return the PDF with the proof that the certificates hold today: PAdES B-LT.

    Raises:
        PathBuildingError, ValidationError: somebody's certificate is not trusted, withdrawn,
            or nothing tells whether it is.
    """
    context = vertrouwen.context()
    paden = asyncio.run(_list_paden(signer, tijdstempelaar, context))
    laag = Aanvulling(pdf)
    DocumentSecurityStore.supply_dss_in_writer(laag, None, paths=paden, validation_context=context)
    uit = io.BytesIO()
    laag.write(uit)  # type: ignore[no-untyped-call]
    return check_aanvulling(pdf, uit.getvalue())


async def _list_paden(
    signer: "Signer", tijdstempelaar: "TimeStamper", context: ValidationContext
) -> list[Any]:
    """Return the chain of the signer and of the time stamp service, each checked."""
    keten = CertificateValidator(
        signer.signing_cert,
        intermediate_certs=signer.cert_registry,
        validation_context=context,
    )
    paden = [await keten.async_validate_usage(set())]
    paden += [pad async for pad in tijdstempelaar.validation_paths(context)]
    return paden


def add_archiefstempel(pdf: bytes, tijdstempelaar: "TimeStamper") -> bytes:
    """Return the PDF with a time stamp over everything in it, in a field of its own.

    Raises:
        TimestampRequestError: the service gives no time stamp.
    """
    laag = Aanvulling(pdf)
    naam = _next_naam(veld for veld, _, _ in fields.enumerate_sig_fields(laag))
    uit = io.BytesIO()
    PdfTimeStamper(
        tijdstempelaar,
        field_name=naam,
        invis_settings=ONZICHTBAAR,
        readable_field_name="Tijdstempel over het hele document",
    ).timestamp_pdf(laag, DIGEST, output=uit)
    return check_aanvulling(pdf, uit.getvalue())


def _next_naam(namen: Iterable[str]) -> str:
    """Return the name of the next field with a time stamp: ``tijdstempel-2``."""
    return f"{STEMPELVELD}{1 + sum(naam.startswith(STEMPELVELD) for naam in namen)}"
