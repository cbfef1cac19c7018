"""Bindingscontrole: a returned PDF, judged in a process of its own."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from cycle.domain.binding import (
    Bindingsoordeel,
    Controle,
    Controleregel,
    Tekenkader,
    Veldoordeel,
    Vertrouwen,
)
from cycle.domain.handtekenroute import Route
from cycle.domain.manifest import Manifest
from cycle.kindproces import ask_kind
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.uitwisseling import read_oordeel, write_vraag
from cycle.signing.controle.vraag import Vraag

SECONDEN: Final = 400.0
"""Time after which the process is ended; its own limit on the processor comes first."""
_WORTEL: Final = Path(__file__).resolve().parents[2]
_KIND: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from cycle.signing.controle.kind import main; main()"
)


class PdfBinding:
    """Port `Bindingscontrole`: what a returned PDF is worth."""

    def __init__(self, vertrouwen: Callable[[], Vertrouwen], nu: Callable[[], datetime]) -> None:
        """Keep how to learn whom to believe, and the clock; files are read when a check comes."""
        self._vertrouwen = vertrouwen
        self._nu = nu

    def check(
        self,
        ontvangen: bytes,
        goedgekeurd: bytes | None,
        manifest: Manifest | None,
        kader: Tekenkader | None = None,
        naam: str = "bestand",
    ) -> Bindingsoordeel:
        """Return the verdict on `ontvangen`; see the port."""
        return ask_oordeel(
            Vraag(
                ontvangen,
                self._nu(),
                manifest=manifest,
                vastgesteld=goedgekeurd,
                kader=kader or Tekenkader(),
                vertrouwen=self._vertrouwen(),
                naam=naam,
            )
        )

    def check_scan(self, scan: bytes, manifest: Manifest, naam: str = "bestand") -> Bindingsoordeel:
        """Return whether a scan may be kept; see the port."""
        return ask_oordeel(Vraag(scan, self._nu(), manifest=manifest, naam=naam, is_scan=True))

    def check_los(self, inhoud: bytes, handtekening: bytes, naam: str) -> Veldoordeel:
        """Return what a signature in a file of its own is worth; see the port."""
        from cycle.signing.controle.los import judge_los

        return judge_los(inhoud, handtekening, self._vertrouwen(), self._nu(), naam)

    def check_stempel(self, inhoud: bytes, token: bytes, naam: str) -> Veldoordeel:
        """Return what a time stamp in a file of its own is worth; see the port."""
        from cycle.signing.controle.los import judge_stempel

        return judge_stempel(inhoud, token, self._vertrouwen(), self._nu(), naam)


def ask_oordeel(vraag: Vraag) -> Bindingsoordeel:
    """Return the verdict of a process with limits; one that died gives a finding too."""
    antwoord = ask_kind(_KIND, _WORTEL, write_vraag(vraag), seconden=SECONDEN)
    try:
        return read_oordeel(antwoord)
    except (ValueError, KeyError, TypeError):
        fout = Controleregel(Controle.BESTAND, (bevinding("V003", vraag.naam),))
        sha256 = hashlib.sha256(vraag.ontvangen).hexdigest()
        return Bindingsoordeel(Route.CERTIFICAAT, sha256, (fout,))
