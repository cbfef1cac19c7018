"""Tekenbewijs: what is kept of one signature with a certificate, beside the PDF itself."""

import json
from dataclasses import asdict, dataclass

import pendulum


@dataclass(frozen=True, slots=True)
class Tekenbewijs:
    """How one signature came about, for who asks in ten years.

    `voor` and `na` are the sha256 of the PDF before and after it. `certificaat` holds what
    the certificate says of itself, `getoond` is the name that people read in the field.
    `waarschuwingen` tell why `niveau` is lower than asked.
    """

    veld: str
    partij: str
    functie: str
    code: str
    moment: pendulum.DateTime
    niveau: str
    certificaat: dict[str, str]
    getoond: str
    voor: str
    na: str
    waarschuwingen: tuple[str, ...] = ()


def write_tekenbewijs(bewijs: Tekenbewijs) -> bytes:
    """Return the evidence as JSON; the same evidence gives the same bytes."""
    inhoud = asdict(bewijs) | {"moment": bewijs.moment.isoformat()}
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()
