"""Vertrouwd: whom to believe, from files and folders that the user pointed at."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from cycle.domain.binding import Vertrouwen
from cycle.domain.errors import InvoerError
from cycle.signing.controle.keten import read_certificaten, read_lijsten

_CERTIFICAAT: Final = (".pem", ".cer", ".crt", ".der")
_LIJST: Final = (".crl",)
_Lezer = Callable[[bytes], Iterator[object]]


def read_vertrouwen(
    uitgevers: Iterable[Path], diensten: Iterable[Path] = (), intrekkingen: Iterable[Path] = ()
) -> Vertrouwen:
    """Return whom to believe; of a folder every certificate and list in it counts.

    Raises:
        InvoerError: a file cannot be read or is something else, or a folder holds no
            certificate.
    """
    gegeven = list(uitgevers)
    mappen = [pad for pad in gegeven if pad.is_dir()]
    return Vertrouwen(
        uitgevers=tuple(_read_all(gegeven, _CERTIFICAAT, read_certificaten)),
        diensten=tuple(_read_all(diensten, _CERTIFICAAT, read_certificaten)),
        intrekkingen=(
            *_read_all(intrekkingen, _LIJST, read_lijsten),
            *_read_all(mappen, _LIJST, read_lijsten, mag_leeg=True),
        ),
    )


def _read_all(
    paden: Iterable[Path], eindes: tuple[str, ...], lezer: _Lezer, *, mag_leeg: bool = False
) -> Iterator[bytes]:
    """Yield the files; those of a folder only when they end in one of `eindes`."""
    for pad in paden:
        try:
            alle = sorted(pad.iterdir()) if pad.is_dir() else [pad]
        except OSError as fout:
            raise _onleesbaar(pad) from fout
        gekozen = [p for p in alle if pad.is_file() or p.suffix.lower() in eindes]
        if not gekozen and not mag_leeg:
            raise InvoerError(
                "In deze map staat geen certificaat.",
                advies=f"Zet er bestanden in met een naam op {', '.join(eindes)}.",
                plek=str(pad),
            )
        yield from (_read(p, lezer) for p in gekozen)


def _read(pad: Path, lezer: _Lezer) -> bytes:
    """Return a file that `lezer` can read."""
    try:
        inhoud = pad.read_bytes()
        list(lezer(inhoud))
    except OSError as fout:
        raise _onleesbaar(pad) from fout
    except InvoerError as fout:
        raise InvoerError(fout.melding, advies=fout.advies, plek=str(pad)) from fout
    return inhoud


def _onleesbaar(pad: Path) -> InvoerError:
    return InvoerError(
        "Dit bestand of deze map is niet te lezen.",
        advies="Controleer de naam en wie het mag lezen.",
        plek=str(pad),
    )
