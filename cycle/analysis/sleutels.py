"""Sleutels: rows of different frames that belong together get the same number.

Merging on one number is far faster than on four columns of words, and the words of two
frames need not have the same categories.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Getallen = np.ndarray[Any, np.dtype[np.int64]]


def number_rijen(*frames: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the frames with `groep` (gemeente, afspraak, indicator) and `sleutel` (and partij).

    A row without a gemeente, indicator or partij gets numbers that no other row has.
    """
    import numpy as np

    gemeenten, _ = _codes("gemeente", frames)
    indicatoren, n_indicatoren = _codes("indicator", frames)
    partijen, n_partijen = _codes("partij", frames)
    nummers = [frame["afspraak_nr"].fillna(0).to_numpy("int64") for frame in frames]
    hoogste = max((int(reeks.max()) for reeks in nummers if len(reeks)), default=0)
    genummerd = []
    for nummer, frame in enumerate(frames):
        afspraak = gemeenten[nummer] * (hoogste + 1) + nummers[nummer]
        groep = afspraak * n_indicatoren + indicatoren[nummer]
        onbekend = np.minimum(np.minimum(gemeenten[nummer], indicatoren[nummer]), partijen[nummer])
        eigen = -1 - nummer - len(frames) * np.arange(len(frame), dtype="int64")
        groep = np.where(onbekend < 0, eigen, groep)
        sleutel = np.where(onbekend < 0, eigen, groep * n_partijen + partijen[nummer])
        genummerd.append(frame.assign(groep=groep, sleutel=sleutel))
    return genummerd


def _codes(naam: str, frames: tuple[pd.DataFrame, ...]) -> tuple[list[Getallen], int]:
    """Return per frame the number of each word in one column, -1 for none, and how many."""
    import numpy as np
    import pandas as pd

    woorden = (frame[naam].cat.categories for frame in frames)
    alle = pd.Index(
        list(dict.fromkeys(woord for reeks in woorden for woord in reeks)), dtype="object"
    )
    codes = []
    for frame in frames:
        plaatsen = alle.get_indexer(frame[naam].cat.categories.astype("object"))
        vertaald = np.append(plaatsen, -1).astype("int64")
        codes.append(vertaald[frame[naam].cat.codes.to_numpy()])
    return codes, max(len(alle), 1)
