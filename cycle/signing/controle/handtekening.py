"""Handtekening: everything that must hold for one signature, each with its own finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import pendulum

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.domain.binding import Tekenkader, Veldoordeel, Veldstaat
from cycle.domain.handtekenveld import Handtekenveld
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.intrekking import is_ingetrokken
from cycle.signing.controle.keten import Intrekkingseis, Keten
from cycle.signing.controle.lezer import Gezet
from cycle.signing.controle.namen import is_toegestaan, name_of
from cycle.signing.controle.omhulsel import fits_gat
from cycle.signing.controle.tijd import Stempel, bewezen_op

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.status import PdfSignatureStatus

_TIJDZONE: Final = "Europe/Amsterdam"
_PADES: Final = "/ETSI.CAdES.detached"
_ANDERS: Final = "PKCS#7"


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What all signatures of one file are judged with."""

    pdf: bytes
    keten: Keten
    stempelketen: Keten
    stempels: tuple[Stempel, ...]
    nu: datetime
    kader: Tekenkader
    handtekenvelden: frozenset[str]
    """Names of the fields for signing: a change in another field is no signature."""
    is_zegel: bool = False
    """Whether these are seals of a service: then it does not matter which person, or when."""


def judge_handtekening(gezet: Gezet, veld: Handtekenveld, onderzoek: Onderzoek) -> Veldoordeel:
    """Return the verdict on one signature in `veld`.

    Integrity, what came after it, the chain of its certificate at the proven moment, who it
    is, and on which day: all of it is looked at, so that a reader hears everything at once.
    """
    plek = veld.naam
    if gezet.inhoud is None:
        return _ongeldig(veld, bevinding("V022", plek))
    try:
        oordeel = _judge(gezet, veld, onderzoek)
    except Exception:  # damage surfaces in as many ways as CMS has fields
        return _ongeldig(veld, bevinding("V022", plek))
    return oordeel


def _ongeldig(veld: Handtekenveld, fout: Bevinding) -> Veldoordeel:
    return Veldoordeel(veld, Veldstaat.ONGELDIG, bevindingen=(fout,))


def _judge(gezet: Gezet, veld: Handtekenveld, onderzoek: Onderzoek) -> Veldoordeel:
    """Return the verdict on a signature that can be read."""
    inhoud = gezet.inhoud
    assert inhoud is not None  # noqa: S101 - the caller looked
    moment, door_later = bewezen_op(onderzoek.stempels, gezet.revisie, onderzoek.nu)
    eerst = _validate(inhoud, onderzoek, (moment, moment), Intrekkingseis.GEEN)
    stempel = eerst.timestamp_validity
    met_stempel = stempel is not None and stempel.trusted
    if stempel is not None and met_stempel:
        moment = min(moment, stempel.timestamp)
    is_bewezen = door_later or met_stempel
    status, eis = _validate_strikt(inhoud, onderzoek, moment)
    naam = name_of(inhoud.signer_cert)
    genoemd = status.signer_reported_dt or inhoud.self_reported_timestamp
    op = moment if is_bewezen else genoemd
    bevindingen = (
        *_check_bytes(inhoud, status, veld.naam, onderzoek),
        *_check_keten(status, veld.naam, naam, eis),
        *_check_stempel(stempel, veld.naam, is_bewezen=is_bewezen),
    )
    if status.trusted and is_ingetrokken(
        status.validation_path or (), onderzoek.keten.intrekkingen, moment
    ):
        bevindingen += (bevinding("V026", veld.naam, naam),)
    if not onderzoek.is_zegel:
        bevindingen += (
            *_check_persoon(inhoud.signer_cert, veld.naam, naam, onderzoek.kader),
            *_check_dag(op, veld.naam, onderzoek.kader),
        )
    return Veldoordeel(
        veld,
        Veldstaat.ONGELDIG if has_fouten(bevindingen) else Veldstaat.GELDIG,
        ondertekenaar=naam,
        getekend_op=None if op is None else pendulum.instance(op).in_timezone(_TIJDZONE),
        is_bewezen=is_bewezen,
        niveau=_niveau(inhoud, onderzoek, gezet.revisie, met_stempel=met_stempel),
        bevindingen=bevindingen,
    )


def _validate_strikt(
    inhoud: Any,  # noqa: ANN401 - a signature as pyHanko reads it
    onderzoek: Onderzoek,
    moment: datetime,
) -> tuple["PdfSignatureStatus", Intrekkingseis]:
    """Return what pyHanko says, and of which certificates withdrawal could be looked at.

    Less is asked when nothing is known, never when a certificate is known as withdrawn.
    """
    for eis in (Intrekkingseis.ALLE, Intrekkingseis.PERSOON):
        status = _validate(inhoud, onderzoek, (moment, onderzoek.nu), eis)
        if status.trusted or _is_ingetrokken(status):
            return status, eis
    zonder = _validate(inhoud, onderzoek, (moment, onderzoek.nu), Intrekkingseis.GEEN)
    return zonder, Intrekkingseis.GEEN


def _is_ingetrokken(status: "PdfSignatureStatus") -> bool:
    """Return whether pyHanko knows a certificate in the chain as withdrawn."""
    return status.revoked or getattr(status.trust_problem_indic, "name", "").startswith("REVOKED")


def _validate(
    inhoud: Any,  # noqa: ANN401 - a signature as pyHanko reads it
    onderzoek: Onderzoek,
    momenten: tuple[datetime, datetime],
    eis: Intrekkingseis,
) -> "PdfSignatureStatus":
    """Return what pyHanko says, with the certificates as they stood at `momenten`.

    The first moment is for who signed, the second for the time stamp. A key for signing or
    for acting in one's own name will do: makers of certificates differ.
    """
    import asyncio

    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    return asyncio.run(
        async_validate_pdf_signature(
            inhoud,
            signer_validation_context=onderzoek.keten.context(momenten[0], eis),
            ts_validation_context=onderzoek.stempelketen.context(momenten[1]),
            key_usage_settings=KeyUsageConstraints(
                key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False
            ),
            skip_diff=inhoud.diff_result is not None,
        )
    )


def _check_bytes(
    inhoud: Any,  # noqa: ANN401 - a signature as pyHanko reads it
    status: "PdfSignatureStatus",
    plek: str,
    onderzoek: Onderzoek,
) -> Iterator[Bevinding]:
    """Yield what is wrong with the signed bytes, and with what came after them."""
    from pyhanko.sign.diff_analysis import DiffResult
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if not status.intact:
        yield bevinding("V021", plek)
    elif not status.valid:
        yield bevinding("V022", plek)
    volledig = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    if not volledig or not fits_gat(onderzoek.pdf, inhoud):
        yield bevinding("V035", plek)
    diff = status.diff_result
    ingevuld = diff.changed_form_fields if isinstance(diff, DiffResult) else set()
    vreemd = sorted(set(ingevuld) - onderzoek.handtekenvelden)
    if volledig and (not status.docmdp_ok or vreemd):
        wat = f"Ingevuld is: {', '.join(vreemd)}." if vreemd else ""
        yield bevinding("V023", plek, wat)
    if not status.seed_value_ok:
        yield bevinding("V022", plek, "Zij voldoet niet aan de eisen van de plek om te tekenen.")


def _check_keten(
    status: "PdfSignatureStatus", plek: str, naam: str, eis: Intrekkingseis
) -> Iterator[Bevinding]:
    """Yield what is wrong with the certificate and with those above it."""
    if not (status.intact and status.valid):
        return  # the chain of bytes that nobody signed says nothing
    if status.trusted:
        if eis is not Intrekkingseis.ALLE:
            wat = "" if eis is Intrekkingseis.GEEN else " van de uitgever"
            yield bevinding("V029", plek, wat)
        return
    reden = getattr(status.trust_problem_indic, "name", "")
    if _is_ingetrokken(status):
        yield bevinding("V026", plek, naam)
    elif reden.startswith(("OUT_OF_BOUNDS", "EXPIRED", "NOT_YET_VALID")):
        yield bevinding("V025", plek, naam)
    elif reden.startswith("CRYPTO_CONSTRAINTS"):
        yield bevinding("V032", plek)
    else:
        yield bevinding("V024", plek, naam)


def _check_stempel(
    stempel: Any,  # noqa: ANN401 - what pyHanko says of a time stamp, or None
    plek: str,
    *,
    is_bewezen: bool,
) -> Iterator[Bevinding]:
    """Yield what there is to say about the proof of the moment."""
    if stempel is not None and not (stempel.intact and stempel.valid):
        yield bevinding("V033", plek)
    elif stempel is not None and not stempel.trusted:
        yield bevinding("V037", plek, name_of(stempel.signing_cert))
    elif not is_bewezen:
        yield bevinding("V030", plek)


def _check_persoon(
    certificaat: "Certificate", plek: str, naam: str, kader: Tekenkader
) -> Iterator[Bevinding]:
    """Yield whether somebody else signed, or that nobody could look."""
    toegestaan = kader.toegestaan_in(plek)
    if toegestaan is None:
        yield bevinding("V034", plek, naam)
    elif not is_toegestaan(certificaat, toegestaan):
        yield bevinding("V027", plek, naam)


def _check_dag(op: datetime | None, plek: str, kader: Tekenkader) -> Iterator[Bevinding]:
    """Yield whether it was signed outside the days for it."""
    if op is None:
        return
    dag = pendulum.instance(op).in_timezone(_TIJDZONE).date()
    te_vroeg = kader.van is not None and dag < kader.van
    te_laat = kader.tot_en_met is not None and dag > kader.tot_en_met
    if te_vroeg or te_laat:
        yield bevinding("V028", plek, dag.strftime("%d-%m-%Y"))


def _niveau(
    inhoud: Any,  # noqa: ANN401 - a signature as pyHanko reads it
    onderzoek: Onderzoek,
    revisie: int,
    *,
    met_stempel: bool,
) -> str:
    """Return how long a signature can be checked, in the words of PAdES."""
    if str(inhoud.sig_object.get("/SubFilter", "")) != _PADES:
        return _ANDERS
    later = any(s.op and s.gezet.revisie > revisie for s in onderzoek.stempels)
    if onderzoek.keten.bewaart_intrekking and (met_stempel or later):
        return "B-LTA" if later else "B-LT"
    return "B-T" if met_stempel else "B-B"
