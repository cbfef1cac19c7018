"""Keuring: reads every byte of a backup before anybody relies on it."""

import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import BadZipFile, ZipFile

from cycle.store.kopie import postgres, sqlite
from cycle.store.kopie.manifest import (
    CONTENT,
    DATABASE,
    MANIFEST,
    KopieOnbruikbaar,
    Manifest,
    read_manifest,
)
from cycle.store.migratie import is_bekend

_BLOK = 1 << 20
_ONLEESBAAR = (BadZipFile, EOFError, ValueError, OSError, RuntimeError, zlib.error)
"""What reading can raise when a part is damaged, asks for a password or is packed otherwise."""
_BESTAND = re.compile(r"bestanden/[0-9a-f]{64}")


@contextmanager
def open_kopie(bestand: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """Yield the archive and its manifest.

    Raises:
        KopieOnbruikbaar: this is no backup.
    """
    with ExitStack() as open_nu:
        bron = open_nu.enter_context(bestand.open("rb"))
        try:
            archief = open_nu.enter_context(ZipFile(bron))
            inhoudsopgave = archief.read(MANIFEST)
        except (KeyError, *_ONLEESBAAR) as fout:
            raise KopieOnbruikbaar(
                "Dit bestand is geen hele reservekopie.",
                advies="Kies een bestand dat met 'jaarschijf backup' is gemaakt.",
                plek=str(bestand),
            ) from fout
        yield archief, read_manifest(inhoudsopgave, str(bestand))


def check_kopie(bestand: Path) -> Manifest:
    """Return what is in a backup in which every byte is as it was made.

    Raises:
        KopieOnbruikbaar: something is missing, changed, extra or too new.
    """
    with open_kopie(bestand) as (archief, manifest):
        _check_namen(archief, manifest)
        for lid in manifest.leden:
            if _hash(archief, lid.naam) != lid.sha256:
                raise _onbruikbaar("Een onderdeel is veranderd of beschadigd.", lid.naam)
        if not manifest.schema:
            raise _onbruikbaar("In de database van deze reservekopie staat niets.", str(bestand))
        if not is_bekend(manifest.schema):
            raise KopieOnbruikbaar(
                "Deze reservekopie is gemaakt met een nieuwere versie van jaarschijf.",
                advies="Installeer de nieuwste versie van jaarschijf en probeer het opnieuw.",
                plek=str(bestand),
            )
        _check_database(archief, manifest)
    return manifest


def _check_namen(archief: ZipFile, manifest: Manifest) -> None:
    """Refuse an archive that differs from its manifest, or holds a name that leads out."""
    namen = [deel.filename for deel in archief.infolist() if deel.filename != MANIFEST]
    verwacht = [lid.naam for lid in manifest.leden]
    if sorted(namen) != sorted(verwacht) or len(set(namen)) != len(namen):
        anders = sorted(set(namen) ^ set(verwacht)) or [MANIFEST]
        raise _onbruikbaar("De inhoudsopgave past niet bij de onderdelen.", anders[0])
    for naam in namen:
        if not _is_veilig(naam, manifest.soort):
            raise _onbruikbaar("Een onderdeel heeft een naam die hier niet hoort.", naam)


def _is_veilig(naam: str, soort: str) -> bool:
    """Return whether a part may be written under this name."""
    delen = naam.split("/")
    is_inhoud = naam.startswith(CONTENT) and not {"", ".", ".."} & set(delen) and "\\" not in naam
    return bool(naam == DATABASE.get(soort) or _BESTAND.fullmatch(naam) or is_inhoud)


def _check_database(archief: ZipFile, manifest: Manifest) -> None:
    """Refuse a database that cannot be opened."""
    naam = DATABASE[manifest.soort]
    with TemporaryDirectory() as map_:
        database = Path(map_) / naam
        extract(archief, naam, database)
        if manifest.soort == "postgresql":
            postgres.check(database)
        elif fout := sqlite.check(database):
            raise _onbruikbaar(f"De database in de reservekopie is beschadigd ({fout}).", naam)


def extract(archief: ZipFile, naam: str, doel: Path) -> None:
    """Write one part of the archive to `doel`."""
    with archief.open(naam) as bron, doel.open("wb") as uit:
        for blok in _blokken(bron):
            uit.write(blok)


def _hash(archief: ZipFile, naam: str) -> str:
    """Return the sha256 of a part, "" when it cannot be read."""
    som = hashlib.sha256()
    try:
        with archief.open(naam) as bron:
            for blok in _blokken(bron):
                som.update(blok)
    except _ONLEESBAAR:
        return ""
    return som.hexdigest()


def _blokken(bron: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a part in blocks."""
    while blok := bron.read(_BLOK):
        yield blok


def _onbruikbaar(melding: str, plek: str) -> KopieOnbruikbaar:
    """Return the refusal of a backup that cannot be relied on."""
    return KopieOnbruikbaar(melding, advies="Gebruik een andere reservekopie.", plek=plek)
