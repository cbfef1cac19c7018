"""Schijf: writes a file whole or not at all, also when the power fails halfway."""

import os
import threading
from pathlib import Path

from cycle.domain.errors import JaarschijfError

_DEEL = ".deel"
_PROC = Path("/proc")


class BestandNietGeschreven(JaarschijfError):
    """The disk or the operating system refused to write a file."""


def write_whole(pad: Path, inhoud: bytes) -> Path:
    """Write `inhoud` to `pad` in one step and return `pad`.

    A reader sees the old file or the new one, never a part. A file that already holds
    these bytes is left untouched. Missing folders are made.

    Raises:
        BestandNietGeschreven: the folder or file may not be written, or the disk is full.
    """
    try:
        if pad.is_file() and pad.read_bytes() == inhoud:
            return pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(pad)
        _replace(pad, inhoud)
    except OSError as fout:
        raise BestandNietGeschreven(
            f"Het bestand '{pad.name}' kan niet worden geschreven.",
            advies="Sluit het bestand als het openstaat. Kijk ook of u in de map mag schrijven "
            "en of er ruimte is op de schijf.",
            plek=str(pad),
        ) from fout
    return pad


def _replace(pad: Path, inhoud: bytes) -> None:
    """Write a neighbour of `pad`, force it to the disk and give it the name of `pad`."""
    deel = pad.with_name(f".{pad.name}.{os.getpid()}-{threading.get_ident()}{_DEEL}")
    try:
        with deel.open("wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        deel.replace(pad)
    finally:
        deel.unlink(missing_ok=True)


def _remove_leftovers(pad: Path) -> None:
    """Remove the half-written neighbours of `pad` whose process no longer lives."""
    if not (_PROC / "self").exists():
        return  # without a list of processes nobody can tell a leftover from work at hand
    for rest in pad.parent.iterdir():
        if not (rest.name.startswith(f".{pad.name}.") and rest.name.endswith(_DEEL)):
            continue
        proces = rest.name.removeprefix(f".{pad.name}.").partition("-")[0]
        if not (_PROC / proces).exists():
            rest.unlink(missing_ok=True)
