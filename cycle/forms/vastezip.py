"""Vastezip: an Office package whose bytes depend on its content only.

openpyxl stamps the time of saving into the properties and the zip; both are replaced here.
Two things that the libraries cannot say are set as well: the language, which a screen reader
needs, and that a row may grow when someone types a longer text in it.
"""

import io
import re
import zipfile
from typing import Final

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
_KERN: Final = "docProps/core.xml"
_TIJDEN = re.compile(
    rb"(<dcterms:created[^>]*>([^<]*)</dcterms:created>.*?<dcterms:modified[^>]*>)[^<]*", re.DOTALL
)
_SLOT: Final = b"</cp:coreProperties>"
_RIJ = re.compile(rb"<row [^>]*>")
_VASTE_HOOGTE: Final = b' customHeight="1"'
_TAAL: Final = b'<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">nl</dc:language>'


def fix_package(inhoud: bytes) -> bytes:
    """Return the same package with fixed zip dates, `modified` = `created`, language nl."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for naam in bron.namelist():
            deel = bron.read(naam)
            info = zipfile.ZipInfo(naam, _BEGIN)
            info.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(info, _fix_deel(naam, deel))
    return uit.getvalue()


def _fix_deel(naam: str, deel: bytes) -> bytes:
    """Return one part, changed where needed."""
    if naam == _KERN:
        return _fix_kern(deel)
    if naam.startswith("xl/worksheets/sheet"):
        return _RIJ.sub(lambda rij: rij.group().replace(_VASTE_HOOGTE, b""), deel)
    return deel


def _fix_kern(deel: bytes) -> bytes:
    """Return the core properties without a trace of the moment of saving."""
    deel = _TIJDEN.sub(rb"\g<1>\g<2>", deel)
    if b"language>" in deel:
        return deel
    return deel.replace(_SLOT, _TAAL + _SLOT)
