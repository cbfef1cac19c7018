"""Verifieerinvoer: a file, a folder or a zip as files by path."""

from pathlib import Path
from typing import Final

from cycle.domain.errors import InvoerError

_ZIP: Final = b"PK\x03\x04"
_GROOTST: Final = 1 << 30
_MEESTE: Final = 20_000


def read_bestanden(pad: Path) -> dict[str, bytes]:
    """Return the files to look at by their path; what a link points at is left out.

    Raises:
        InvoerError: it is a zip that is not safe, or a folder that is too large.
    """
    if pad.is_dir():
        return _read_map(pad)
    inhoud = pad.read_bytes()
    if not inhoud.startswith(_ZIP):
        return {pad.name: inhoud}
    from cycle.dossier import ZipPakket

    return ZipPakket().unpack(inhoud)


def _read_map(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder and below it."""
    paden = [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink()]
    if len(paden) > _MEESTE or sum(p.stat().st_size for p in paden) > _GROOTST:
        raise InvoerError(
            "Deze map is te groot om na te kijken.",
            advies="Geef de map van één dossier, of één bestand.",
            plek=str(folder),
        )
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paden}
