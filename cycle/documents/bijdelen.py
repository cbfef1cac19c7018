"""Bijdelen: the parts beside the document: numbering, footnotes, relations and pictures."""

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import escape

from cycle.documents.bijproduct import FIRST_NUMBER, FOOTNOTES, NUMBERS, Bijproduct
from cycle.documents.package import DOCUMENT, NUMBERING
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_RELATIONS: Final = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)
_CONTENT_TYPES: Final = "[Content_Types].xml"
_ADVIES: Final = "Ga uit van het meegeleverde sjabloon."


def added_parts(bijproduct: Bijproduct, parts: Mapping[str, bytes], naam: str) -> dict[str, bytes]:
    """Return the parts that change, or are new, because of what was collected.

    Raises:
        SjabloonOnbruikbaar: the template `naam` has no numbered list or no footnotes.
        InvoerError: a link points at something that is not in the document.
    """
    _check_links(bijproduct)
    added: dict[str, bytes] = {}
    if bijproduct.numbers:
        added[NUMBERING] = _with_numbers(parts.get(NUMBERING, b""), bijproduct.numbers, naam)
    if bijproduct.notes:
        added[FOOTNOTES] = _with_notes(parts.get(FOOTNOTES, b""), bijproduct.notes, naam)
    for part, links in bijproduct.links.items():
        rows = [_relation(i, "hyperlink", href, external=True) for i, href in links.items()]
        _add_relations(added, parts, part, rows)
    if bijproduct.pictures:
        _add_pictures(added, parts, bijproduct.pictures)
    return added


def _check_links(bijproduct: Bijproduct) -> None:
    """Refuse a link inside the document to something that is not there."""
    for code in bijproduct.wanted:
        if code not in bijproduct.names:
            raise InvoerError(
                f"Een link gaat naar '#{code}', maar dat staat niet in het document.",
                advies="Gebruik de code van een kop of van een afspraak. In een eigen sjabloon "
                "hoort in de kop van een afspraak: {{r afspraak.id|linkdoel }}.",
            )


def _with_numbers(numbering: bytes, numbers: list[tuple[int, int]], naam: str) -> bytes:
    """Return the numbering part with one ``w:num`` per restarted list."""
    xml = numbering.decode()
    kop = re.search(rf'<w:num w:numId="{NUMBERS}".*?<w:abstractNumId w:val="(\d+)"', xml, re.S)
    if kop is None:
        raise SjabloonOnbruikbaar(
            "Het sjabloon kent geen genummerde lijst.", advies=_ADVIES, plek=naam
        )
    extra = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kop[1]}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        "</w:num>"
        for number, (level, start) in enumerate(numbers, start=FIRST_NUMBER)
    )
    # Word puts one more element behind all numbers
    return re.sub(r"(?=<w:numIdMacAtCleanup|</w:numbering>)", extra, xml, count=1).encode()


def _with_notes(footnotes: bytes, notes: list[str], naam: str) -> bytes:
    """Return the footnotes part with the collected notes behind its own."""
    if b"</w:footnotes>" not in footnotes:
        raise SjabloonOnbruikbaar("Het sjabloon kent geen voetnoten.", advies=_ADVIES, plek=naam)
    return footnotes.replace(b"</w:footnotes>", f"{''.join(notes)}</w:footnotes>".encode())


def _relation(number: str, kind: str, target: str, *, external: bool) -> str:
    """Return one relation."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{number}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'


def _add_relations(
    added: dict[str, bytes], parts: Mapping[str, bytes], part: str, rows: list[str]
) -> None:
    """Put relations of a part into `added`."""
    name = part.replace("word/", "word/_rels/") + ".rels"
    old = added.get(name) or parts.get(name) or _NO_RELATIONS
    added[name] = old.replace(b"</Relationships>", f"{''.join(rows)}</Relationships>".encode())


def _add_pictures(
    added: dict[str, bytes], parts: Mapping[str, bytes], pictures: dict[str, tuple[str, bytes]]
) -> None:
    """Put pictures, their relations and their types into `added`."""
    rows = []
    for number, (kind, inhoud) in pictures.items():
        target = f"media/{number}.{kind}"
        rows.append(_relation(number, "image", target, external=False))
        added[f"word/{target}"] = inhoud
    _add_relations(added, parts, DOCUMENT, rows)
    types = parts[_CONTENT_TYPES].decode()
    missing = [
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        for kind in sorted({kind for kind, _ in pictures.values()})
        if f'Extension="{kind}"' not in types
    ]
    added[_CONTENT_TYPES] = re.sub(
        r"(<Types[^>]*>)", lambda m: m[1] + "".join(missing), types, count=1
    ).encode()
