"""Vergelijk: is what a reader shows of the received file what was adopted? Words and picture.

Not by the parsers that judge signatures, but by the one that draws pages in most browsers:
two programs may read two documents in the same bytes.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from cycle.domain.bevinding import Bevinding
from cycle.domain.binding import Controle, Controleregel
from cycle.domain.manifest import Manifest
from cycle.signing.controle.beeldvergelijk import compare_beelden
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.bladen import read_teksten
from cycle.signing.controle.tekstvergelijk import compare_bladen


def compare_getoond(
    ontvangen: bytes, vastgesteld: bytes, manifest: Manifest, *, is_eigen: bool = False
) -> Iterator[Controleregel]:
    """Yield what the words and the pictures of the pages say.

    In our own file (`is_eigen`) nothing at all may differ outside the places to sign; a
    service that wrote the file anew may add words on the pages to sign, and pages behind them.
    """
    if hashlib.sha256(vastgesteld).hexdigest() != manifest.sha256:
        yield Controleregel(Controle.TEKST, (bevinding("V015", "vastgestelde versie"),))
        return
    streng = replace(manifest, tekenpaginas=()) if is_eigen else manifest
    try:
        nu, toen = read_teksten(ontvangen), read_teksten(vastgesteld)
        erbij = tuple(_check_aantal(len(nu), len(toen))) if is_eigen else ()
        mag = nu[: len(toen)] if is_eigen else nu
        yield Controleregel(Controle.TEKST, (*compare_bladen(mag, toen, streng), *erbij))
        beelden = compare_beelden(ontvangen, vastgesteld, streng, is_gelijk=is_eigen)
        yield Controleregel(Controle.BEELD, beelden)
    except ValueError:
        fout = bevinding("V002", "bestand", "de bladzijden zijn niet te tonen")
        yield Controleregel(Controle.BEELD, (fout,))


def _check_aantal(nu: int, toen: int) -> Iterator[Bevinding]:
    """Yield the pages that came behind the last one of the frozen version."""
    for nummer in range(toen + 1, nu + 1):
        wat = f"{nummer} staat niet in de vastgestelde versie."
        yield bevinding("V040", f"bladzijde {nummer}", wat)
