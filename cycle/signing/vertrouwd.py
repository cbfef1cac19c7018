"""Vertrouwd: whom to believe, from files and folders that the user pointed at."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cycle.domain.binding import Vertrouwen
from cycle.domain.errors import InvoerError

_CERTIFICAAT: Final = (".pem", ".cer", ".crt", ".der")
_LIJST: Final = (".crl",)


def read_vertrouwen(
    uitgevers: Iterable[Path], diensten: Iterable[Path] = (), intrekkingen: Iterable[Path] = ()
) -> Vertrouwen:
    """Return whom to believe; of a folder every certificate and list in it counts.

    Raises:
        InvoerError: a file cannot be read, or a folder holds nothing of the kind.
    """
    gegeven = list(uitgevers)
    return Vertrouwen(
        uitgevers=tuple(_read(gegeven, _CERTIFICAAT)),
        diensten=tuple(_read(diensten, _CERTIFICAAT)),
        intrekkingen=(
            *_read(intrekkingen, _LIJST),
            *_read((pad for pad in gegeven if pad.is_dir()), _LIJST, mag_leeg=True),
        ),
    )


def _read(
    paden: Iterable[Path], eindes: tuple[str, ...], *, mag_leeg: bool = False
) -> Iterator[bytes]:
    """Yield the files; those of a folder only when they end in one of `eindes`."""
    for pad in paden:
        try:
            alle = sorted(pad.iterdir()) if pad.is_dir() else [pad]
            gekozen = [p for p in alle if pad.is_file() or p.suffix.lower() in eindes]
            if not gekozen and not mag_leeg:
                raise InvoerError(
                    "In deze map staat geen certificaat.",
                    advies=f"Zet er bestanden in met een naam op {', '.join(eindes)}.",
                    plek=str(pad),
                )
            yield from (p.read_bytes() for p in gekozen)
        except OSError as fout:
            raise InvoerError(
                "Dit bestand of deze map is niet te lezen.",
                advies="Controleer de naam en wie het mag lezen.",
                plek=str(pad),
            ) from fout
