"""Los: a signature or a time stamp that stands in a file of its own, beside what it is over."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Final

import pendulum

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.domain.binding import Veldoordeel, Veldstaat, Vertrouwen
from cycle.domain.handtekenveld import Handtekenveld
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.intrekking import is_ingetrokken
from cycle.signing.controle.keten import Keten, build_keten
from cycle.signing.controle.namen import name_of

if TYPE_CHECKING:
    from asn1crypto.cms import SignedData
    from pyhanko.sign.validation.status import SignatureStatus

_TIJDZONE: Final = "Europe/Amsterdam"


def judge_los(
    inhoud: bytes, handtekening: bytes, vertrouwen: Vertrouwen, nu: datetime, naam: str
) -> Veldoordeel:
    """Return the verdict on a signature (CMS, RFC 5652) over `inhoud`; `naam` is of its file."""
    import asyncio

    from pyhanko.sign.validation import async_validate_detached_cms
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    keten = build_keten(None, vertrouwen.uitgevers, vertrouwen.intrekkingen)
    veld = Handtekenveld(naam, "", "zegel")
    try:
        status = asyncio.run(
            async_validate_detached_cms(
                inhoud,
                _open(handtekening),
                signer_validation_context=keten.context(nu),
                key_usage_settings=KeyUsageConstraints(
                    key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False
                ),
            )
        )
    except Exception:  # damage surfaces in as many ways as CMS has fields
        return Veldoordeel(veld, Veldstaat.ONGELDIG, bevindingen=(bevinding("V022", naam),))
    op = status.signer_reported_dt
    return _verdict(veld, status, keten, op or nu, is_bewezen=False, genoemd=op)


def judge_stempel(
    inhoud: bytes, token: bytes, vertrouwen: Vertrouwen, nu: datetime, naam: str
) -> Veldoordeel:
    """Return the verdict on a time stamp token (RFC 3161) over `inhoud`."""
    import asyncio

    from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
    from pyhanko.sign.validation.status import TimestampSignatureStatus

    keten = build_keten(None, vertrouwen.uitgevers, vertrouwen.intrekkingen)
    veld = Handtekenveld(naam, "", "tijdstempel")
    try:
        status = TimestampSignatureStatus(
            **asyncio.run(
                validate_tst_signed_data(
                    _open(token),
                    keten.context(nu),
                    lambda soort: hashlib.new(soort, inhoud).digest(),
                )
            )
        )
    except Exception:  # damage surfaces in as many ways as CMS has fields
        return Veldoordeel(veld, Veldstaat.ONGELDIG, bevindingen=(bevinding("V022", naam),))
    op = status.timestamp
    return _verdict(veld, status, keten, op, is_bewezen=True, genoemd=op)


def _open(tekst: bytes) -> "SignedData":
    """Return what was signed, from a file in DER."""
    from asn1crypto import cms

    return cms.ContentInfo.load(tekst, strict=True)["content"]


def _verdict(
    veld: Handtekenveld,
    status: "SignatureStatus",
    keten: Keten,
    op: datetime,
    *,
    is_bewezen: bool,
    genoemd: datetime | None,
) -> Veldoordeel:
    """Return the verdict on a signature that can be read."""
    naam = name_of(status.signing_cert)
    bevindingen: tuple[Bevinding, ...] = ()
    if not (status.intact and status.valid):
        bevindingen = (bevinding("V021", veld.naam),)
    elif not status.trusted:
        bevindingen = (bevinding("V024", veld.naam, naam),)
    elif is_ingetrokken(status.validation_path or (), keten.intrekkingen, op):
        bevindingen = (bevinding("V026", veld.naam, naam),)
    return Veldoordeel(
        veld,
        Veldstaat.ONGELDIG if has_fouten(bevindingen) else Veldstaat.GELDIG,
        ondertekenaar=naam,
        getekend_op=None if genoemd is None else pendulum.instance(genoemd).in_timezone(_TIJDZONE),
        is_bewezen=is_bewezen,
        bevindingen=bevindingen,
    )
