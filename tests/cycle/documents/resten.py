"""Resten: what a PDF engine may have left behind on this computer."""

import os
import tempfile
import time
from pathlib import Path

from cycle.documents.pdf.ingebouwd import MODULE

_PROC = Path("/proc")
_SOCKETS = Path("/") / "tmp"


def find_resten(proces: int | None = None) -> list[str]:
    """Return processes, folders and sockets that `proces` (default: this one) left behind."""
    teken = f"jaarschijf-pdf-{proces or os.getpid()}-"
    mappen = [p.name for p in Path(tempfile.gettempdir()).glob(f"{teken}*")]
    sockets = [p.name for p in _SOCKETS.glob(f"OSL_PIPE_{os.getuid()}_{teken}*")]
    return [*mappen, *sockets, *find_processen(teken, proces or os.getpid()).values()]


def find_processen(teken: str, ouder: int) -> dict[int, str]:
    """Return what still runs with `teken` in its command, or as an engine of `ouder`."""
    gevonden = {}
    for map_ in _PROC.glob("[0-9]*"):
        try:
            opdracht = (map_ / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            van = int((map_ / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended while we looked
        if teken in opdracht or (MODULE in opdracht and van == ouder):
            gevonden[int(map_.name)] = opdracht
    return gevonden


def wait_until_gone(proces: int, seconden: float) -> list[str]:
    """Return what is still there after `seconden`; empty as soon as all is gone."""
    einde = time.monotonic() + seconden
    while (resten := find_resten(proces)) and time.monotonic() < einde:
        time.sleep(0.1)
    return resten
