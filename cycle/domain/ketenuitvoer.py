"""Ketenuitvoer: the audit trail as a file that can be checked without the database.

Texts that may be erased are not in it, only their marks: a dossier that was handed over cannot
be made to forget.
"""

import json
from collections.abc import Iterable, Iterator

from cycle.domain.errors import InvoerError
from cycle.domain.keten import ANKER, VORM, Auditregel, write_json


def write_ketenbestand(cyclus: str, regels: Iterable[Auditregel]) -> bytes:
    """Return a chain as JSON, one event per line after a line that says whose chain it is."""
    kop = write_json({"cyclus": cyclus, "vorm": VORM})
    return "".join(
        f"{regel}\n" for regel in (kop, *(write_json(regel._asdict()) for regel in regels))
    ).encode()


def read_ketenbestand(inhoud: bytes) -> tuple[str, tuple[Auditregel, ...]]:
    """Return whose chain this is, and its events, to hand to `check_keten`.

    Raises:
        InvoerError: this is no such file.
    """
    try:
        kop, *regels = map(json.loads, inhoud.decode().removesuffix("\n").split("\n"))
        if kop["vorm"] != VORM:
            raise _onleesbaar()
        return str(kop["cyclus"]), tuple(Auditregel(**regel) for regel in regels)
    except (ValueError, KeyError, TypeError) as fout:
        raise _onleesbaar() from fout


def list_ankerstempels(regels: Iterable[Auditregel]) -> Iterator[tuple[int, str]]:
    """Yield of each stamped anchor the number of its event, and the sha256 of its token."""
    for regel in regels:
        sha256 = json.loads(regel.inhoud).get("tijdstempel") if regel.soort == ANKER else ""
        if sha256:
            yield regel.volgnummer, sha256


def _onleesbaar() -> InvoerError:
    """Return the refusal of what is no chain."""
    return InvoerError(
        "Dit is geen logboek van een archiefdossier.",
        advies="Gebruik het bestand audit/audit.jsonl uit het dossier.",
        plek="audit.jsonl",
    )
