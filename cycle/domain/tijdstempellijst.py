"""Tijdstempellijst: what a time stamp on an archiefdossier is put on, year after year.

A token proves that something existed, as long as its certificate can be checked. So every year
a new token goes over the manifest, its signature and all tokens before it: as long as one is
renewed while the last still holds, the first keeps its value.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

import pendulum

from cycle.domain.dossiermanifest import MANIFEST, MANIFEST_HANDTEKENING, TIJDSTEMPELS

_MAAND: Final = 4
"""Every year in April: then the April check is made as well."""


def make_stempellijst(gestempeld: Mapping[str, bytes]) -> bytes:
    """Return the list that a token is put on: path and sha256 of each file, in order."""
    regels = {
        pad: hashlib.sha256(inhoud).hexdigest()
        for pad, inhoud in sorted(gestempeld.items())
        if pad in (MANIFEST, MANIFEST_HANDTEKENING) or pad.startswith(TIJDSTEMPELS)
    }
    return (json.dumps({"soort": "tijdstempellijst", "sha256": regels}, indent=2) + "\n").encode()


def is_stempelmaand(vandaag: pendulum.Date) -> bool:
    """Return whether this is the month in which dossiers get their new token by themselves."""
    return vandaag.month == _MAAND


def is_toe_aan_stempel(laatste: pendulum.Date, vandaag: pendulum.Date) -> bool:
    """Return whether a dossier with a token of day `laatste` must get a new one."""
    april = pendulum.date(vandaag.year, _MAAND, 1)
    grens = april if vandaag >= april else april.subtract(years=1)
    return laatste < grens


def find_gewijzigd(lijst: bytes, gevonden: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the files of a list that are missing or changed; none when it holds.

    Raises:
        ValueError: this is no such list.
    """
    genoemd = json.loads(lijst)["sha256"]
    return tuple(
        pad
        for pad, sha256 in genoemd.items()
        if pad not in gevonden or hashlib.sha256(gevonden[pad]).hexdigest() != sha256
    )
