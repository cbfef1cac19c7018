"""Zetten: one signature in its field, as a layer behind the bytes that were there."""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign import fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import Stempel, Tekenopdracht
from cycle.signing.aanvulling import Aanvulling, check_aanvulling
from cycle.signing.sleutels import name_of
from cycle.signing.stempel import Tekststempel, read_letters

if TYPE_CHECKING:
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.sign.timestamps import TimeStamper

DIGEST: Final = "sha256"
_TIJDZONE: Final = "Europe/Amsterdam"


class _Zetter(PdfSigner):
    """pyHanko's signer with the moment handed to it, so that clock and stamp agree."""

    moment: datetime

    def init_signing_session(
        self, pdf_out: "BasePdfFileWriter", existing_fields_only: bool = False
    ) -> "PdfSigningSession":
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.moment
        return session


def set_handtekening(
    pdf: bytes,
    opdracht: Tekenopdracht,
    signer: "Signer",
    nu: datetime,
    tijdstempelaar: "TimeStamper | None" = None,
) -> bytes:
    """Return the PDF with one signature in its field; PAdES B-B, or B-T with a stamp.

    Raises:
        InvoerError: the file has no such empty field, or is not one of ours.
        TimestampRequestError: the time stamp service does not answer.
    """
    laag = _open(pdf, opdracht.veld)
    regels = write_regels(opdracht.stempel, name_of(signer.signing_cert), nu)
    zetter = _Zetter(
        PdfSignatureMetadata(
            field_name=opdracht.veld, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm=DIGEST
        ),
        signer=signer,
        timestamper=tijdstempelaar,
        stamp_style=Tekststempel(regels=regels),
    )
    zetter.moment = nu
    uit = io.BytesIO()
    try:
        zetter.sign_pdf(laag, existing_fields_only=True, output=uit)
    except SigningError as fout:
        raise InvoerError(
            f"De handtekening kan niet worden gezet ({fout}).",
            advies="Controleer het certificaat en probeer het nog eens.",
        ) from fout
    return check_aanvulling(pdf, uit.getvalue())


def write_regels(stempel: Stempel, certificaat: str, nu: datetime) -> tuple[str, ...]:
    """Return the lines of the stamp; the moment as people in the Netherlands read it."""
    import pendulum

    from cycle.domain.notatie import datum

    hier = pendulum.instance(nu).in_timezone(_TIJDZONE)
    return (
        "Digitaal ondertekend door",
        stempel.persoon or certificaat,
        f"{stempel.functie}, {stempel.organisatie}",
        f"{datum(hier.date())}, {hier:%H.%M} uur (Nederlandse tijd)",
        f"Voor de inhoud met code {stempel.code}",
    )


def _open(pdf: bytes, veld: str) -> Aanvulling:
    """Return a new layer on a PDF in which `veld` is still empty."""
    try:
        laag = Aanvulling(pdf)
        velden = {naam: waarde for naam, waarde, _ in fields.enumerate_sig_fields(laag)}
    except PdfReadError as fout:
        raise InvoerError(
            "Dit bestand is geen leesbare PDF.",
            advies="Gebruik de vastgestelde PDF, of de laatst ondertekende.",
        ) from fout
    if veld not in velden or read_letters(laag) is None:
        raise InvoerError(
            f"In dit bestand is geen plaats voor de handtekening ‘{veld}’.",
            advies="Gebruik de vastgestelde PDF, of de laatst ondertekende.",
        )
    if velden[veld] is not None:
        raise InvoerError(
            f"In het veld ‘{veld}’ staat al een handtekening.",
            advies="Een gezette handtekening kan niet worden vervangen.",
        )
    return laag
