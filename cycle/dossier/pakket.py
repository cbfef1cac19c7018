"""Pakket: the files of a dossier as one zip, and a zip that somebody hands over as files.

Members are stored as they are: squeezing them gives other bytes with another version of
the library, and a dossier must be the same wherever and whenever it is built again.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from cycle.domain.errors import InvoerError

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
_LEESBAAR: Final = 0o644 << 16
_UNIX: Final = 3
GROOTST: Final = 1 << 30
"""No dossier that is taken apart holds more bytes than this."""
MEESTE: Final = 20_000
"""No dossier that is taken apart holds more files than this."""
_BLOK: Final = 1 << 20
_SCHADE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)
"""What the library raises for a damaged zip; OSError is that of bzip2, nothing else is open."""


class ZipPakket:
    """Port `Dossierpakket` on zip files."""

    def pack(self, delen: Mapping[str, bytes]) -> bytes:
        """Return the files as zip; the same files give the same bytes on every machine."""
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as doel:
            for pad in sorted(delen):
                info = zipfile.ZipInfo(pad, _BEGIN)
                info.create_system = _UNIX
                info.external_attr = _LEESBAAR
                doel.writestr(info, delen[pad])
        return uit.getvalue()

    def unpack(self, inhoud: bytes) -> dict[str, bytes]:
        """Return the files in a zip by path.

        Raises:
            InvoerError: this is no zip, it is damaged or too large, or it holds a path twice
                or one that leads out of the folder.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
                leden = [lid for lid in bron.infolist() if not lid.is_dir()]
                _check_paden([lid.filename for lid in leden])
                return _read(bron, leden)
        except _SCHADE as fout:
            raise _onbruikbaar("Dit bestand is geen zip, of het is beschadigd.") from fout


def _check_paden(paden: list[str]) -> None:
    """Refuse paths that could put a file somewhere else, or hide one behind another."""
    if len(paden) > MEESTE:
        raise _onbruikbaar("In dit bestand zitten te veel bestanden.")
    if len(set(paden)) < len(paden):
        raise _onbruikbaar("In dit bestand staat een naam twee keer.")
    for pad in paden:
        if pad.startswith("/") or "\\" in pad or ":" in pad or ".." in PurePosixPath(pad).parts:
            raise _onbruikbaar(f"De naam '{pad}' wijst naar een plek buiten het dossier.")


def _read(bron: zipfile.ZipFile, leden: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Return the bytes of all members; what was unpacked is counted while reading."""
    gelezen: dict[str, bytes] = {}
    ruimte = GROOTST
    for lid in leden:
        delen = []
        with bron.open(lid) as stroom:
            while deel := stroom.read(_BLOK):
                ruimte -= len(deel)
                if ruimte < 0:
                    raise _onbruikbaar("Dit bestand is te groot om uit te pakken.")
                delen.append(deel)
        gelezen[lid.filename] = b"".join(delen)
    return gelezen


def _onbruikbaar(melding: str) -> InvoerError:
    """Return the refusal of a zip."""
    return InvoerError(
        melding, advies="Gebruik het dossier zoals jaarschijf dossier het heeft gemaakt."
    )
