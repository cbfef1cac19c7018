"""Auditanker: finds the heads of a chain that were written down outside the database."""

import json
import re
from email import message_from_bytes, policy
from typing import Final

from cycle.domain.errors import InvoerError
from cycle.domain.keten import Ketenhoofd, read_hoofd

_HOOFD: Final = re.compile(r"(?<![0-9a-z])[1-9][0-9]{0,9}:[0-9a-f]{64}(?![0-9a-f])")


def read_ankers(inhoud: bytes, samenwerking: str, jaar: int, plek: str) -> tuple[Ketenhoofd, ...]:
    """Return every head in a manifest (JSON), or in any text such as a mail; `plek` is its name.

    Raises:
        InvoerError: it holds none, or is a manifest of another jaarschijf.
    """
    tekst = _tekst(inhoud)
    try:
        velden = json.loads(tekst)
    except (ValueError, RecursionError):
        velden = None
    if isinstance(velden, dict):
        van = (velden.get("samenwerking", samenwerking), velden.get("jaar", jaar))
        if van != (samenwerking, jaar):
            raise InvoerError(
                f"Dit manifest hoort bij {van[0]} {van[1]}, niet bij {samenwerking} {jaar}.",
                advies="Geef het manifest van deze jaarschijf.",
                plek=plek,
            )
    hoofden = tuple(dict.fromkeys(read_hoofd(gevonden) for gevonden in _HOOFD.findall(tekst)))
    if not hoofden:
        raise InvoerError(
            "In dit bestand staat geen anker van het auditspoor.",
            advies="Geef het manifest van de vastgestelde jaarschijf, een bestand "
            "audit-anker, of een mail waarin het anker staat.",
            plek=plek,
        )
    return hoofden


def _tekst(inhoud: bytes) -> str:
    """Return a file as text; of a saved mail its words, which stand in lines of their own code."""
    bericht = message_from_bytes(inhoud, policy=policy.default)
    deel = bericht.get_body(("plain",)) if bericht["Message-ID"] else None
    return inhoud.decode("utf-8", errors="replace") if deel is None else str(deel.get_content())
