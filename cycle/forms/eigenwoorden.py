"""Eigenwoorden: which words on a sheet without answers are ours, so that others stand out.

Nothing on the sheets Uitleg and Verbeterpunten is an answer, but people write there too. A
column that nobody sees holds a short code of each text that we wrote; what has none is not
ours, also when it was typed over our words.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from cycle.forms.bestand.raster import Blad, Vak

MERK: Final = "eigen woorden:"
"""How a cell with codes begins."""
_CODES: Final = re.compile(rf"{MERK}((?: [0-9a-f]{{6}})*)")


def merk_woorden(teksten: Iterable[str]) -> str:
    """Return the text of the hidden cell beside a row with these texts of ours."""
    return " ".join((MERK, *sorted({_code(tekst) for tekst in teksten if tekst})))


def list_vreemd(blad: Blad) -> Iterator[Vak]:
    """Yield the filled cells that are not ours; none when the sheet does not say which are."""
    merken = {vak: m for vak, cel in blad.cellen.items() if (m := _CODES.fullmatch(cel.ruw))}
    eigen = {code for merk in merken.values() for code in merk[1].split()}
    for vak, cel in blad.cellen.items() if eigen else ():
        if vak not in merken and _code(cel.ruw) not in eigen:
            yield vak


def _code(tekst: str) -> str:
    """Return six hex digits for a text, whatever its spaces and line breaks."""
    return hashlib.sha256(" ".join(tekst.split()).encode()).hexdigest()[:6]
