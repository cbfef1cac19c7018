"""Dossierport: an archiefdossier as one file."""

from collections.abc import Mapping
from typing import Protocol


class Dossierpakket(Protocol):
    """Puts the files of a dossier together, and takes them apart."""

    def pack(self, delen: Mapping[str, bytes]) -> bytes:
        """Return the files as one; the same files give the same bytes on every machine."""
        ...

    def unpack(self, inhoud: bytes) -> dict[str, bytes]:
        """Return the files by path.

        Raises:
            InvoerError: this is no dossier, or it is not safe to open.
        """
        ...
