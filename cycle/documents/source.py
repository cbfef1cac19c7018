"""Source: a Word file taken apart into parts with fields and parts that stay as they are.

We read the file the way docxtpl does (python-docx, then `DocxTemplate.patch_xml`), so that
the XML we fill is the XML that docxtpl would fill.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from cycle.documents.package import CORE, no_word_document, read_parts
from cycle.domain.errors import SjabloonOnbruikbaar

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MARK: Final = "jaarschijf-inhoud"
_TAG: Final = re.compile(r"\{[{%#]")


@dataclass(frozen=True, slots=True)
class Deel:
    """One part as text with tags; `voor` and `na` are the XML around it that never changes."""

    naam: str
    bron: str
    voor: str = HEAD
    na: str = ""
    is_body: bool = False

    @property
    def has_tags(self) -> bool:
        """Return whether there is anything to fill."""
        return _TAG.search(self.bron) is not None


@dataclass(frozen=True, slots=True)
class Bron:
    """A template taken apart: what is filled, and all parts as they are in the file."""

    delen: tuple[Deel, ...]
    parts: Mapping[str, bytes]


def read_source(docx: bytes, naam: str) -> Bron:
    """Return a template taken apart; `naam` is its file name, for messages.

    Raises:
        SjabloonOnbruikbaar: this is no Word document.
    """
    from docxtpl import DocxTemplate

    parts = read_parts(docx, naam)
    template = DocxTemplate(io.BytesIO(docx))
    try:
        delen = tuple(_delen(template, parts))
    except (etree.XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise SjabloonOnbruikbaar(
            "Dit Word-document is beschadigd.",
            advies="Open het sjabloon in Word en bewaar het opnieuw als .docx.",
            plek=naam,
        ) from error
    if not delen:
        raise no_word_document(naam)
    return Bron(delen=delen, parts=parts)


def _delen(template: "DocxTemplate", parts: Mapping[str, bytes]) -> Iterator[Deel]:
    """Yield the body, headers, footers, footnotes and properties, as docxtpl sees them."""
    document = template.get_docx()
    body = template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield Deel(_name(part), template.patch_xml(template.get_part_xml(part)))
    for part in document.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield Deel(_name(part), template.patch_xml(_normal(part.blob)))
    if CORE in parts:
        yield Deel(CORE, template.patch_xml(_normal(parts[CORE])))
    yield _body(document, body)


def _name(part: Any) -> str:  # noqa: ANN401 - python-docx parts are untyped here
    """Return the name of a part in the zip."""
    return str(part.partname).lstrip("/")


def _normal(xml: bytes) -> str:
    """Return a part with quotes and entities written one way, blanks kept."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    text: str = etree.tostring(etree.fromstring(xml, parser), encoding="unicode")
    return text


def _body(document: Any, patched: str) -> Deel:  # noqa: ANN401 - python-docx is untyped here
    """Return the body, with the rest of the main part around it."""
    root = document.part.element
    body = root.body
    if set(body.nsmap) == set(root.nsmap) and not body.attrib:
        patched = re.sub(r"^<w:body[^>]*>", "<w:body>", patched)
    for child in list(body):
        body.remove(child)
    body.text = _MARK
    whole = etree.tostring(root, encoding="unicode")
    around = re.split(rf"<w:body[^>]*>{_MARK}</w:body>", whole)
    return Deel(_name(document.part), patched, HEAD + around[0], around[1], is_body=True)
