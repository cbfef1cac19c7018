"""Postkamer: puts each message in a folder as a file that every mail programme opens."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cycle.domain.bericht import IN_MAP, Bericht
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.notify.mailbericht import compose, make_code
from cycle.schijf import write_whole

AFZENDER: Final = "jaarschijf <niet-beantwoorden@jaarschijf.example>"


class MapPostkamer:
    """Hands berichten over to ``<map>/<samenwerking>-<jaar>/postvak-uit/``."""

    def __init__(self, map_uit: Path) -> None:
        """Keep the folder; it is made with the first message."""
        self._map = map_uit

    def is_herhaalbaar(self) -> bool:
        """Return True: the same message gets the same file."""
        return True

    @contextmanager
    def open(self) -> Iterator["MapPostkamer"]:
        """Yield the folder itself: it has no door to close."""
        yield self

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        """Write the message once; the same message twice leaves one file.

        A message that was handed over before stays as it was, whatever the new text says.

        Raises:
            InvoerError: the address or the subject cannot stand in a mail header.
            BestandNietGeschreven: the disk refuses.
        """
        code = make_code(samenwerking, jaar, bericht.sleutel)
        naam = re.sub(r"[^a-z0-9]+", "-", bericht.sleutel.lower()).strip("-")[:80]
        postvak = self._map / f"{samenwerking}-{jaar}" / "postvak-uit"
        pad = postvak / f"{bericht.gepland_op}-{naam}-{code[:8]}.eml"
        inhoud = compose(bericht, code, AFZENDER)
        if not pad.exists():
            write_whole(pad, inhoud)
        return Bezorging(Uitslag.AANGENOMEN, IN_MAP)
