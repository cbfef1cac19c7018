"""Anchors: what a document carries along so that we know it when it comes back.

A hidden empty bookmark stands in the heading of each afspraak and in the row of each
action; they survive a round trip through LibreOffice, also by way of odt. Custom document
properties say which document it is, in which version and with which content code.
"""

from collections.abc import Mapping
from typing import Final

from lxml import etree
from markupsafe import escape

from cycle.documents.package import DOCUMENT, read_parts
from cycle.domain.anker import Anker, Documentkenmerk, read_anker

CUSTOM: Final = "docProps/custom.xml"
_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "_rels/.rels"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTY: Final = f"{{{_OFFICE}/custom-properties}}property"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The one set of properties that Word shows under Advanced Properties."""
_PREFIX: Final = "jaarschijf-"


def locate(docx: bytes, plek: str = "document") -> Mapping[str, Anker]:
    """Return our bookmarks by name, in the order in which they stand in the body.

    Raises:
        SjabloonOnbruikbaar: these bytes are no Word document; `plek` names the file.
    """
    root = etree.fromstring(read_parts(docx, plek)[DOCUMENT])
    names = [str(mark.get(f"{_W}name")) for mark in root.iter(f"{_W}bookmarkStart")]
    return {name: anker for name in names if (anker := read_anker(name))}


def stamp(parts: Mapping[str, bytes], kenmerk: Documentkenmerk) -> dict[str, bytes]:
    """Return the parts with `kenmerk` as custom document properties."""
    stamped = {**parts, CUSTOM: _custom(kenmerk)}
    if CUSTOM not in parts:
        override = f'<Override PartName="/{CUSTOM}" ContentType="{_TYPE}"/></Types>'
        relation = (
            f'<Relationship Id="rIdJaarschijf" Type="{_OFFICE}/relationships/custom-properties" '
            f'Target="{CUSTOM}"/></Relationships>'
        )
        stamped[_TYPES] = parts[_TYPES].replace(b"</Types>", override.encode())
        stamped[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", relation.encode())
    return stamped


def _custom(kenmerk: Documentkenmerk) -> bytes:
    """Return the part with the properties; numbering begins at 2 by the format."""
    values = {
        "id": kenmerk.id,
        "versie": kenmerk.versie,
        "code": kenmerk.code,
        "uitgave": kenmerk.uitgave,
    }
    inside = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{_PREFIX}{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{inside}</Properties>"
    ).encode()


def read_kenmerk(custom: bytes) -> Documentkenmerk | None:
    """Return what the part with custom properties says, None when it is not ours.

    Raises:
        lxml.etree.XMLSyntaxError: the part is damaged.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    values = {
        str(node.get("name")).removeprefix(_PREFIX): "".join(node.itertext())
        for node in etree.fromstring(custom, parser).iter(_PROPERTY)
        if str(node.get("name")).startswith(_PREFIX)
    }
    if not values.get("id"):
        return None
    return Documentkenmerk(
        id=values["id"],
        versie=values.get("versie", ""),
        code=values.get("code", ""),
        uitgave=values.get("uitgave", ""),
    )
