"""Manifest: what is in a backup, with the size and the hash of each part."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cycle.domain.errors import InvoerError

MANIFEST: Final = "manifest.json"
BESTANDEN: Final = "bestanden/"
CONTENT: Final = "content/"
DATABASE: Final = {"sqlite": "jaarschijf.sqlite", "postgresql": "jaarschijf.dump"}
"""Name of the database in the archive, per kind."""

VORM: Final = 1
"""Version of the archive; a higher one was made by a newer programme."""


class KopieOnbruikbaar(InvoerError):
    """A backup is damaged, incomplete, or does not belong here."""


@dataclass(frozen=True, slots=True)
class Bronnen:
    """What is kept: the address of the database, and the folders with files and content."""

    adres: str
    gegevens: Path
    content: Path

    @property
    def bestanden(self) -> Path:
        """Return the folder with the files by their hash."""
        return self.gegevens / "bestanden"

    @property
    def soort(self) -> str:
        """Return the kind of database."""
        return "sqlite" if self.adres.startswith("sqlite") else "postgresql"


@dataclass(frozen=True, slots=True)
class Lid:
    """One part of the archive; `grootte` is in bytes."""

    naam: str
    sha256: str
    grootte: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself; `nodig` are the files that the database names."""

    vorm: int
    versie: str
    schema: str
    soort: str
    gemaakt_op: str
    leden: tuple[Lid, ...]
    nodig: tuple[str, ...]

    def telling(self, begin: str) -> int:
        """Return how many parts have a name that begins like this."""
        return sum(lid.naam.startswith(begin) for lid in self.leden)

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return the hashes of files that the database names and that are not here."""
        aanwezig = {lid.naam for lid in self.leden}
        return tuple(code for code in self.nodig if f"{BESTANDEN}{code}" not in aanwezig)

    @property
    def beschadigd(self) -> tuple[str, ...]:
        """Return the names of files whose content does not have the hash that is their name."""
        return tuple(
            lid.naam
            for lid in self.leden
            if lid.naam.startswith(BESTANDEN) and lid.naam != f"{BESTANDEN}{lid.sha256}"
        )

    def dump(self) -> bytes:
        """Return the manifest as JSON."""
        return json.dumps(asdict(self), indent=1).encode()


def read_manifest(inhoud: bytes, plek: str) -> Manifest:
    """Return the manifest that these bytes hold.

    Raises:
        KopieOnbruikbaar: it cannot be read, or was made by a newer programme.
    """
    try:
        velden = json.loads(inhoud)
        if velden["vorm"] > VORM:
            raise KopieOnbruikbaar(
                "Deze reservekopie is gemaakt met een nieuwere versie van jaarschijf.",
                advies="Installeer de nieuwste versie van jaarschijf en probeer het opnieuw.",
                plek=plek,
            )
        leden = tuple(Lid(**lid) for lid in velden.pop("leden"))
        manifest = Manifest(**velden | {"leden": leden, "nodig": tuple(velden["nodig"])})
        _check_velden(manifest)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fout:
        raise KopieOnbruikbaar(
            "De inhoudsopgave van deze reservekopie is niet te lezen.",
            advies="Gebruik een andere reservekopie.",
            plek=plek,
        ) from fout
    return manifest


def _check_velden(manifest: Manifest) -> None:
    """Refuse what others rely on later, when the work is already under way.

    Raises:
        ValueError: a field holds something else than it should.
        TypeError: a field is of another kind.
    """
    datetime.fromisoformat(manifest.gemaakt_op)
    tekst = [manifest.schema, *manifest.nodig]
    for lid in manifest.leden:
        tekst += [lid.naam, lid.sha256]
    if manifest.soort not in DATABASE or not all(isinstance(deel, str) for deel in tekst):
        raise ValueError("a field of the manifest is of another kind")
