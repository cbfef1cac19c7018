"""Bestanden: files by the sha256 of their content, in a folder or an object store."""

import hashlib
import re
from pathlib import Path

from cycle.domain.errors import NietGevonden
from cycle.schijf import write_whole
from cycle.store.errors import BestandBeschadigd

_SHA256 = re.compile(r"[0-9a-f]{64}")


class HashBestanden:
    """Keeps each content once, under its own hash.

    `plaats` is a folder, or an address that fsspec knows (``s3://bucket/bestanden``).
    """

    def __init__(self, plaats: str | Path) -> None:
        """Keep the place; a folder is made when the first file comes."""
        from fsspec.core import url_to_fs

        self._systeem, self._wortel = url_to_fs(str(plaats))
        self._is_map = "file" in self._systeem.protocol

    def put(self, inhoud: bytes) -> str:
        """Keep the bytes and return their sha256; the same bytes are kept once.

        A stored file that was damaged since is repaired.

        Raises:
            BestandNietGeschreven: the disk refuses.
        """
        code = hashlib.sha256(inhoud).hexdigest()
        pad = self._pad(code)
        if self._is_map:
            write_whole(Path(pad), inhoud)
        elif not self._systeem.exists(pad) or self._systeem.cat_file(pad) != inhoud:
            self._systeem.pipe_file(pad, inhoud)  # an object store shows a file only when whole
        return code

    def get(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            NietGevonden: no file has this hash.
            BestandBeschadigd: the file no longer has the content that was stored.
        """
        if not _SHA256.fullmatch(sha256):
            raise self._niet_gevonden(sha256)
        try:
            inhoud = bytes(self._systeem.cat_file(self._pad(sha256)))
        except FileNotFoundError as fout:
            raise self._niet_gevonden(sha256) from fout
        if hashlib.sha256(inhoud).hexdigest() != sha256:
            raise BestandBeschadigd(
                f"Het bestand met code {sha256[:12]}… is veranderd of beschadigd.",
                advies="Zet dit bestand terug uit een reservekopie.",
                plek=self._pad(sha256),
            )
        return inhoud

    def _niet_gevonden(self, sha256: str) -> NietGevonden:
        """Return the refusal for a file that is not there."""
        return NietGevonden(
            f"Het bestand met code {sha256[:12]}… is er niet.",
            advies="Controleer de map met gegevens, of zet een reservekopie terug.",
            plek=str(self._wortel),
        )

    def _pad(self, code: str) -> str:
        """Return where a file lies; two levels keep folders small."""
        return f"{self._wortel}/{code[:2]}/{code[2:4]}/{code}"
