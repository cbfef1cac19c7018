"""Vastezip: an Office package whose bytes depend on its content only.

openpyxl stamps the time of saving into the properties and the zip; both are replaced here.
The language is added too, because XlsxWriter has no way to set it and a screen reader
needs it.
"""

import io
import re
import zipfile
from typing import Final

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
_KERN: Final = "docProps/core.xml"
_GEMAAKT = re.compile(rb"<dcterms:created[^>]*>([^<]*)</dcterms:created>")
_GEWIJZIGD = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_SLOT: Final = b"</cp:coreProperties>"
_TAAL: Final = b"<dc:language>nl</dc:language>"


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
            doel.writestr(info, _fix_kern(deel) if naam == _KERN else deel)
    return uit.getvalue()


def _fix_kern(deel: bytes) -> bytes:
    """Return the core properties without a trace of the moment of saving."""
    gemaakt = _GEMAAKT.search(deel)
    if gemaakt:
        deel = _GEWIJZIGD.sub(rb"\g<1>" + gemaakt.group(1) + rb"\g<2>", deel)
    if b"language" in deel:
        return deel
    return deel.replace(_SLOT, _TAAL + _SLOT)
