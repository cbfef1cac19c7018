"""Invoer: a docx is looked at before an engine sees it.

Engines repair what is broken and fetch what is far away. Both are wrong here: a document
that is not whole is refused, and so is one that wants something from another computer.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cycle.documents.bladen import refusal
from cycle.documents.package import CORE, DOCUMENT
from cycle.domain.errors import InvoerError

MAX_PARTS: Final = 1500
MAX_BYTES: Final = 64 * 1024 * 1024
"""Unpacked size of all parts together, in bytes."""
MAX_XML: Final = 16 * 1024 * 1024
"""Size of one XML part, in bytes: some seventy times a jaarschijf of forty pages."""
_CHUNK: Final = 1024 * 1024
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_LINK: Final = "/hyperlink"
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def open_docx(docx: bytes) -> Mapping[str, bytes]:
    """Return the parts of a whole and harmless docx by name.

    Raises:
        InvoerError: this is no Word document, it is too large, or it refers to a file on
            another computer.
        PdfMislukt: a part is damaged.
    """
    parts = _unpacked(docx)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            if len(content) > MAX_XML:
                raise _too_large()
            root = _parsed(content)
            if name.endswith(".rels"):
                _check_targets(root)
    if DOCUMENT not in parts:
        raise _no_document()
    if _parsed(parts[DOCUMENT]).find(f"{_W}body") is None:
        raise refusal(ValueError("het document heeft geen inhoud"))
    return parts


def read_kenmerken(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return title, creator and subject of the document; what is not there is empty."""
    core = _parsed(parts[CORE]) if CORE in parts else None
    found = {}
    for name in ("title", "creator", "subject"):
        element = None if core is None else core.find(f"{_DC}{name}")
        found[name] = "" if element is None else (element.text or "").strip()
    return found


def _unpacked(docx: bytes) -> dict[str, bytes]:
    """Return the parts; the size is counted while reading, a header can lie."""
    parts: dict[str, bytes] = {}
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS:
                raise _too_large()
            for entry in entries:
                parts[entry.filename] = _read(archive, entry, left)
                left -= len(parts[entry.filename])
    except _BROKEN_ZIP as error:
        raise _no_document() from error
    return parts


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Return one part of at most `left` bytes."""
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > left:
                raise _too_large()
    return bytes(content)


def _parsed(content: bytes) -> etree._Element:
    """Return the tree of a part; nothing is repaired and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refusal(error) from error
    if root.getroottree().docinfo.doctype:
        raise refusal(ValueError("het document heeft een DOCTYPE"))
    return root


def _check_targets(relations: etree._Element) -> None:
    """Refuse pictures, templates and other parts that stand on another computer."""
    for relation in relations:
        far = relation.get("TargetMode") == "External"
        if far and not str(relation.get("Type", "")).endswith(_LINK):
            raise InvoerError(
                "Dit document haalt een onderdeel op van een andere plek.",
                advies="Zet de afbeelding of het onderdeel in het document zelf.",
                plek=str(relation.get("Target", "")),
            )


def _no_document() -> InvoerError:
    """Return the refusal of a file that Word cannot open either."""
    return InvoerError(
        "Dit bestand is geen heel Word-document (.docx).",
        advies="Open het bestand in Word en bewaar het opnieuw als .docx.",
    )


def _too_large() -> InvoerError:
    """Return the refusal of a document that no agreement needs."""
    return InvoerError(
        f"Dit document is te groot: uitgepakt meer dan {MAX_BYTES // 1024 // 1024} MB "
        f"of meer dan {MAX_PARTS} onderdelen.",
        advies="Verklein de afbeeldingen, of verdeel het document.",
    )
