"""The port that says what a returned file is worth."""

from typing import Protocol

from cycle.domain.binding import Bindingsoordeel, Tekenkader, Veldoordeel
from cycle.domain.manifest import Manifest


class Bindingscontrole(Protocol):
    """Judges a file of somebody else; whatever the file is, the outcome is a verdict."""

    def check(
        self,
        ontvangen: bytes,
        goedgekeurd: bytes | None,
        manifest: Manifest | None,
        kader: Tekenkader | None = None,
        naam: str = "bestand",
    ) -> Bindingsoordeel:
        """Return whether a PDF is the frozen version with signatures, and what each is worth.

        `goedgekeurd` is the frozen PDF; without it a file that was written anew cannot be
        compared. Without `manifest` only the signatures are judged.
        """
        ...

    def check_scan(self, scan: bytes, manifest: Manifest, naam: str = "bestand") -> Bindingsoordeel:
        """Return whether a scan may be kept: a safe PDF with every page of the version.

        What is on the pages, people look at.
        """
        ...

    def check_los(self, inhoud: bytes, handtekening: bytes, naam: str) -> Veldoordeel:
        """Return what a signature in a file of its own, called `naam`, is worth (CMS)."""
        ...

    def check_stempel(self, inhoud: bytes, token: bytes, naam: str) -> Veldoordeel:
        """Return what a time stamp in a file of its own is worth (RFC 3161)."""
        ...
