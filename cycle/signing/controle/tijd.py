"""Tijd: at which moment is it proven that a signature existed?

A certificate ends after some years; a signature made while it was valid stays one, when a
time stamp shows that it existed then. A stamp has a certificate as well, and a later stamp
shows the same of the earlier one, up to today. So stamps are read backwards, newest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cycle.domain.bevinding import Bevinding
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.intrekking import is_ingetrokken
from cycle.signing.controle.keten import Keten
from cycle.signing.controle.lezer import Gezet
from cycle.signing.controle.namen import name_of
from cycle.signing.controle.omhulsel import fits_gat


@dataclass(frozen=True, slots=True)
class Stempel:
    """One time stamp over the whole file: what was before it existed at `op`.

    `op` is None when the stamp proves nothing; `bevindingen` then say why.
    """

    gezet: Gezet
    op: datetime | None
    dienst: str = ""
    bevindingen: tuple[Bevinding, ...] = ()


def read_stempels(
    pdf: bytes, gezet: Sequence[Gezet], keten: Keten, nu: datetime
) -> tuple[Stempel, ...]:
    """Return every time stamp over the file, newest first; each is judged at the next one."""
    gevonden = []
    moment = nu
    for een in reversed([g for g in gezet if g.is_tijdstempel]):
        stempel = _read(pdf, een, keten, moment)
        if stempel.op:
            moment = min(moment, stempel.op)
        gevonden.append(stempel)
    return tuple(gevonden)


def bewezen_op(stempels: Sequence[Stempel], revisie: int, nu: datetime) -> tuple[datetime, bool]:
    """Return the earliest moment at which a revision is proven to exist, else `nu`.

    The second value tells whether a stamp proves it.
    """
    momenten = [s.op for s in stempels if s.op and s.gezet.revisie > revisie]
    return (min(momenten), True) if momenten else (nu, False)


def _read(pdf: bytes, een: Gezet, keten: Keten, moment: datetime) -> Stempel:
    """Return one time stamp, judged as its certificate stood at `moment`."""
    import asyncio

    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_timestamp

    inhoud = een.inhoud
    if inhoud is None or not fits_gat(pdf, inhoud):
        return Stempel(een, None, "", (bevinding("V035", een.veld),))
    try:
        status = asyncio.run(async_validate_pdf_timestamp(inhoud, keten.context(moment)))
    except Exception:  # damage surfaces in as many ways as CMS has fields
        return Stempel(een, None, "", (bevinding("V022", een.veld),))
    dienst = name_of(status.signing_cert)
    if not (status.intact and status.valid):
        return Stempel(een, None, dienst, (bevinding("V021", een.veld),))
    if not inhoud.summarise_integrity_info()["docmdp_ok"]:
        return Stempel(een, None, dienst, (bevinding("V023", een.veld),))
    if not status.trusted or is_ingetrokken(
        status.validation_path or (), keten.intrekkingen, status.timestamp
    ):
        return Stempel(een, None, dienst, (bevinding("V037", een.veld, dienst),))
    return Stempel(een, status.timestamp, dienst)
