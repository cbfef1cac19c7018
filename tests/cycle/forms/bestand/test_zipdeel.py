import io
import struct
import tracemalloc
import zipfile

import pytest

from cycle.forms.bestand.zipdeel import read_deel

ECHT = 40 * 1024 * 1024
BELOOFD = 1000


def _pakket(inhoud: bytes, beloofd: int) -> zipfile.ZipFile:
    """Return a package of one part, of which the directory gives another size."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("deel.xml", inhoud)
    echt, anders = (struct.pack("<I", aantal) for aantal in (len(inhoud), beloofd))
    return zipfile.ZipFile(io.BytesIO(uit.getvalue().replace(echt, anders)))


def test_an_honest_part_is_read_whole() -> None:
    assert read_deel(_pakket(b"<blad/>", 7), "deel.xml") == b"<blad/>"


def test_a_part_that_is_larger_than_promised_is_not_unpacked() -> None:
    pakket = _pakket(b" " * ECHT, BELOOFD)

    tracemalloc.start()
    with pytest.raises(zipfile.BadZipFile):
        read_deel(pakket, "deel.xml")
    hoogste = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert hoogste < ECHT / 10
