"""Maak: writes a backup while the programme is in use.

First the database as it is at one moment, then the files. A file is always written before the
row that names it and never removed, so every file that this database names is there.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cycle.schijf import BestandNietGeschreven
from cycle.store import WACHTTIJD
from cycle.store.kopie import postgres, sqlite
from cycle.store.kopie.inhoud import Inhoud, read_inhoud
from cycle.store.kopie.manifest import (
    BESTANDEN,
    CONTENT,
    DATABASE,
    MANIFEST,
    VORM,
    Bronnen,
    Lid,
    Manifest,
)
from cycle.store.verbinding import open_engine

_BLOK = 1 << 20


def write_kopie(bronnen: Bronnen, doel: Path, *, versie: str, gemaakt_op: str) -> Manifest:
    """Write everything to `doel`, whole or not at all, and return what is in it.

    Raises:
        OpslagOnbereikbaar: the database cannot be copied.
        BestandNietGeschreven: the disk refuses.
    """
    deel = doel.with_name(f".{doel.name}.deel")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        with deel.open("wb") as bestand:
            os.fchmod(bestand.fileno(), 0o600)  # it holds what partijen have not shared yet
            manifest = _write(bronnen, bestand, versie=versie, gemaakt_op=gemaakt_op)
            bestand.flush()
            os.fsync(bestand.fileno())
        deel.replace(doel)
    except OSError as fout:
        raise BestandNietGeschreven(
            f"De reservekopie '{doel.name}' kan niet worden geschreven.",
            advies="Kijk of u in de map mag schrijven en of er ruimte is op de schijf.",
            plek=str(doel),
        ) from fout
    finally:
        deel.unlink(missing_ok=True)
    return manifest


def _write(bronnen: Bronnen, bestand: IO[bytes], *, versie: str, gemaakt_op: str) -> Manifest:
    """Write the archive and return its manifest."""
    with (
        TemporaryDirectory() as map_,
        ZipFile(bestand, "w", ZIP_DEFLATED) as archief,
    ):
        kopie = Path(map_) / DATABASE[bronnen.soort]
        inhoud = dump_database(bronnen, kopie)
        leden = tuple(_add(archief, naam, pad) for naam, pad in _list_delen(bronnen, kopie))
        manifest = Manifest(
            VORM, versie, inhoud.schema, bronnen.soort, gemaakt_op, leden, inhoud.bestanden
        )
        archief.writestr(ZipInfo(MANIFEST), manifest.dump())
    return manifest


def dump_database(bronnen: Bronnen, doel: Path) -> Inhoud:
    """Copy the database to `doel` and return what it holds at the least."""
    if bronnen.soort == "sqlite":
        sqlite.dump(Path(bronnen.adres.removeprefix("sqlite:///")), doel)
        return _read(f"sqlite:///{doel}")
    inhoud = _read(bronnen.adres)
    postgres.dump(bronnen.adres, doel)
    return inhoud


def _read(adres: str) -> Inhoud:
    """Return what the database at this address holds."""
    engine = open_engine(adres, WACHTTIJD)
    try:
        return read_inhoud(engine)
    finally:
        engine.dispose()


def _list_delen(bronnen: Bronnen, kopie: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name in the archive and the place of every part."""
    yield kopie.name, kopie
    for pad in sorted(bronnen.bestanden.rglob("*")):
        if pad.is_file() and not pad.name.startswith("."):
            yield f"{BESTANDEN}{pad.name}", pad
    for pad in sorted(bronnen.content.rglob("*")):
        naam = pad.relative_to(bronnen.content)
        if pad.is_file() and not any(deel.startswith((".", "__")) for deel in naam.parts):
            yield f"{CONTENT}{naam.as_posix()}", pad


def _add(archief: ZipFile, naam: str, pad: Path) -> Lid:
    """Add a file to the archive and return its size and hash, of the very bytes that went in."""
    som, grootte = hashlib.sha256(), 0
    deel = ZipInfo(naam)
    deel.compress_type = ZIP_DEFLATED
    with pad.open("rb") as bron, archief.open(deel, "w", force_zip64=True) as doel:
        while blok := bron.read(_BLOK):
            som.update(blok)
            grootte += len(blok)
            doel.write(blok)
    return Lid(naam, som.hexdigest(), grootte)
