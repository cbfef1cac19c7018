"""Zipdeel: one part of a package, without trusting what the package says about itself."""

from copy import copy
from zipfile import BadZipFile, ZipFile


def read_deel(pakket: ZipFile, naam: str) -> bytes:
    """Return one part, and never unpack more of it than its size says there is.

    `ZipFile.read` unpacks all that is packed before it looks at the size. One byte more than
    promised is asked for, so a part that lies about its size does not go unnoticed.

    Raises:
        BadZipFile: the part is damaged, or larger than the directory says.
    """
    deel = pakket.getinfo(naam)
    ruim = copy(deel)
    ruim.file_size += 1
    with pakket.open(ruim) as stroom:
        inhoud = stroom.read(ruim.file_size)
    if len(inhoud) > deel.file_size:
        raise BadZipFile(naam)
    return inhoud
