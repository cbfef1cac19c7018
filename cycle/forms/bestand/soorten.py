"""Soorten: every kind of file that partijen send back, read to the same raster."""

from cycle.forms.bestand.csvbestand import load_csv
from cycle.forms.bestand.keuring import Keuring, Soort
from cycle.forms.bestand.kindproces import load_in_kind
from cycle.forms.bestand.raster import Raster
from cycle.forms.bestand.werkmap import load_werkmap


def load_raster(inhoud: bytes, keuring: Keuring) -> Raster | str:
    """Return the cells of a file that was let through, or the code of why there are none.

    The kinds that only others write are read in a process of their own.
    """
    if keuring.soort in (Soort.ODS, Soort.XLS):
        return load_in_kind(inhoud, keuring.soort)
    if keuring.soort is Soort.CSV:
        return load_csv(inhoud) or "B003"
    return load_werkmap(inhoud, keuring.gezien) or "B003"
