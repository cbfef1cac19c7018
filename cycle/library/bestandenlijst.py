"""Bestandenlijst: which files a samenwerking has, and the hash over all of them."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from cycle.domain.kalender import REGELMAP
from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import nearest

HOOFDBESTAND: Final = "samenwerking.toml"
GEDEELD: Final = (
    "gelijkgestelde-dagen.toml",
    "indicatoren.toml",
    "parameters.toml",
    "termijnen.toml",
)
SPECIFICATIES: Final = re.compile(r"specificaties-([12][0-9]{3})\.md")

_VAST = (HOOFDBESTAND, "inleiding.md", "realisatie.md", "verdeling.md")
_SOORTEN = (".md", ".toml")
_BEELDEN = (".png", ".jpg", ".jpeg")


def list_bestanden(map_: Path) -> list[str]:
    """Return the names of the content files directly in a folder, in order."""
    return sorted(p.name for p in map_.iterdir() if p.is_file() and p.suffix in _SOORTEN)


def check_bestanden(
    naam: str,
    aanwezig: Sequence[str],
    genoemd: Mapping[str, Plek],
    bevindingen: Bevindingen,
) -> list[str]:
    """Return the listed theme files that exist; report missing and unlisted files.

    `genoemd` maps every listed theme file to the place where it is listed. A listed name
    that resembles an unlisted file is one fault.
    """
    los = [
        bestand
        for bestand in aanwezig
        if bestand not in genoemd and bestand not in _VAST and not SPECIFICATIES.fullmatch(bestand)
    ]
    for bestand, plek in genoemd.items():
        if bestand in aanwezig:
            continue
        bedoeld = nearest(bestand, los)
        if bedoeld:
            los.remove(bedoeld)
        bevindingen.fout(
            "I101",
            plek,
            f"Het themabestand '{bestand}' ontbreekt.",
            f"Bedoelt u '{bedoeld}'?" if bedoeld else "",
        )
    for bestand in los:
        bevindingen.fout(
            "I103", Plek(f"{naam}/{bestand}"), f"Het bestand '{bestand}' hoort nergens bij."
        )
    return [bestand for bestand in genoemd if bestand in aanwezig]


def hash_bestanden(content: Path, naam: str) -> str:
    """Return the sha256 over paths and bytes of a samenwerking and the shared files."""
    soorten = (*_SOORTEN, *_BEELDEN)
    eigen = [p for p in (content / naam).rglob("*") if p.is_file() and p.suffix.lower() in soorten]
    return _hash(content, [*eigen, *_gedeeld(content)])


def hash_gedeeld(content: Path) -> str:
    """Return the sha256 over paths and bytes of the files that every samenwerking shares."""
    return _hash(content, _gedeeld(content))


def stamp_bestanden(content: Path, naam: str) -> str:
    """Return a short text that changes when a file of a samenwerking or a shared one does.

    Only names, sizes and moments are looked at, so it costs little.
    """
    som = hashlib.sha256()
    for map_ in (content, content / REGELMAP, content / naam):
        for pad, grootte, moment in sorted(_list_stempels(map_)):
            som.update(f"{pad}\n{grootte}\n{moment}\n".encode())
    return som.hexdigest()


def _list_stempels(map_: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and moment in nanoseconds of every file directly in a folder."""
    if not map_.is_dir():
        return
    with os.scandir(map_) as inhoud:
        for deel in inhoud:
            if deel.is_file():
                staat = deel.stat()
                yield deel.path, staat.st_size, staat.st_mtime_ns


def _gedeeld(content: Path) -> list[Path]:
    """Return the shared files that are there."""
    paden = [content / bestand for bestand in GEDEELD if (content / bestand).is_file()]
    return [*paden, *(content / REGELMAP).glob("*.toml")]


def _hash(content: Path, alle: Sequence[Path]) -> str:
    """Return the sha256 over the paths, relative to `content`, and the bytes of files."""
    paden = {pad.relative_to(content).as_posix(): pad for pad in alle}
    som = hashlib.sha256()
    for relatief in sorted(paden):
        inhoud = paden[relatief].read_bytes()
        som.update(f"{relatief}\n{len(inhoud)}\n".encode())
        som.update(inhoud)
    return som.hexdigest()
