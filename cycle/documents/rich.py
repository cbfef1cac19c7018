"""Rich: values that only docxtpl can print, such as an image, a sub-document or rich text.

docxtpl does the whole render then, in the same sandbox, and we check and pack what it
made: parsed strictly, the same bytes for the same input, and no image without a text for
people who cannot see it.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from jinja2 import TemplateError, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from cycle.documents import budget
from cycle.documents.environment import (
    NESTED,
    Sjabloonkamer,
    illegal_character,
    make_environment,
    printed,
)
from cycle.documents.package import CORE, fix_dates, read_parts, write_docx
from cycle.domain.errors import JaarschijfError, SjabloonOnbruikbaar

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

ALT: Final = ("alt_text", "alt", "descr")
"""Attributes of an `InlineImage` that may hold its text; the first one that does counts."""
_DEPTH: Final = 20
_ZONDER_TEKST: Final = "Een afbeelding heeft geen tekst voor mensen die haar niet kunnen zien."
_PICTURE: Final = re.compile(r"<wp:docPr [^>]*>")
_DESCRIPTION: Final = re.compile(r'descr="([^"]*)"')


def render_rich(docx: bytes, context: Mapping[str, Any], naam: str) -> bytes:
    """Return the template filled by docxtpl, as docx bytes.

    An `InlineImage` needs a text for people who cannot see it: set ``image.alt_text``
    before rendering. Links in rich text belong to the `DocxTemplate` of the images and
    sub-documents in the context; without one there can be no links.

    Raises:
        SjabloonOnbruikbaar: an image has no text, a field does not exist, or the outcome
            is no sound document.
    """
    template = _template_of(context, docx, naam)
    environment = _environment()
    scope = {**context, budget.NAME: budget.Budget()}
    try:
        _render(template, scope, environment)
        buffer = io.BytesIO()
        template.save(buffer)
    except JaarschijfError as error:
        error.plek = error.plek or naam
        raise
    except (TemplateError, expat.ExpatError, TypeError, ValueError, LookupError) as error:
        raise SjabloonOnbruikbaar(
            f"Met dit sjabloon en deze gegevens ontstaat geen goed document ({error}).",
            advies="Zet rijke tekst in {{r … }}, en een deeldocument in {{p … }}.",
            plek=naam,
        ) from error
    return _packed(buffer.getvalue(), naam)


def _template_of(context: Mapping[str, Any], docx: bytes, naam: str) -> "DocxTemplate":
    """Return the docxtpl template that the values belong to, else a new one."""
    from docxtpl import DocxTemplate

    owners = {id(owner): owner for owner in _owners(context, _DEPTH)}
    if len(owners) > 1:
        raise SjabloonOnbruikbaar(
            "De afbeeldingen en deeldocumenten horen bij verschillende sjablonen.",
            advies="Maak ze allemaal met hetzelfde sjabloon.",
            plek=naam,
        )
    return next(iter(owners.values()), None) or DocxTemplate(io.BytesIO(docx))


def _owners(value: object, depth: int) -> Iterator[Any]:
    """Yield the docxtpl template of each image and sub-document in the data."""
    if not depth or isinstance(value, str):
        return
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _owners(item, depth - 1)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _owners(item, depth - 1)
    elif (owner := getattr(value, "tpl", None)) is not None:
        yield owner


def _environment() -> Sjabloonkamer:
    """Return the room in which docxtpl's objects may print themselves."""

    @pass_context
    def rich(context: Context, value: object) -> object:
        if isinstance(value, str):
            if sign := illegal_character(value):
                raise SjabloonOnbruikbaar(
                    f"Een tekst bevat een teken dat niet in Word kan (U+{ord(sign):04X})."
                )
            return value
        if hasattr(value, "image_descriptor"):
            return _image(value)
        if hasattr(value, "subdocx"):
            return _subdocument(value)
        return value if hasattr(value, "__html__") else printed(context, value)

    room: Any = make_environment({})
    room.finalize = rich
    room.code_generator_class = CodeGenerator
    return room  # type: ignore[no-any-return] # the room made above


def _image(image: Any) -> Markup:  # noqa: ANN401 - docxtpl has no types
    """Return an image with its text.

    Raises:
        SjabloonOnbruikbaar: it has none.
    """
    text = next((t for name in ALT if (t := getattr(image, name, None))), "")
    if not str(text).strip():
        raise SjabloonOnbruikbaar(
            _ZONDER_TEKST, advies="Zet een korte beschrijving in 'alt_text' van de afbeelding."
        )
    xml = str(image)
    return Markup(xml.replace("<wp:docPr ", f'<wp:docPr descr="{escape(text)}" '))  # noqa: S704 - escaped


def _subdocument(document: Any) -> Markup:  # noqa: ANN401 - docxtpl has no types
    """Return the blocks of a sub-document.

    Raises:
        SjabloonOnbruikbaar: an image in it has no text.
    """
    xml = str(document)
    for picture in _PICTURE.findall(xml):
        described = _DESCRIPTION.search(picture)
        if described is None or not described[1].strip():
            raise SjabloonOnbruikbaar(
                _ZONDER_TEKST,
                advies="Kies in Word bij de afbeelding in het deeldocument: Alternatieve tekst.",
            )
    return Markup(xml)  # noqa: S704 - the XML of python-docx, parsed once more after the render


def _render(template: "DocxTemplate", scope: Mapping[str, Any], environment: Sjabloonkamer) -> None:
    """Fill every part, as `DocxTemplate.render` does, with a strict parse in between."""
    template.render_init()
    body = template.build_xml(scope, environment)
    expat.ParserCreate(namespace_separator=" ").Parse(body.encode(), True)
    if NESTED.search(body):
        raise SjabloonOnbruikbaar(
            "Een waarde met opmaak staat midden in een tekst.",
            advies="Zet r achter de accolades: {{r veld }}.",
        )
    tree = template.fix_tables(body)
    template.fix_docpr_ids(tree)
    template.map_tree(tree)
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for key, xml in list(template.build_headers_footers_xml(scope, uri, environment)):
            template.map_headers_footers_xml(key, xml)
    template.render_properties(scope, environment)
    template.render_footnotes(scope, environment)
    template.is_rendered = True


def _packed(docx: bytes, naam: str) -> bytes:
    """Return what docxtpl wrote, packed our way."""
    parts = read_parts(docx, naam)
    if CORE in parts:
        parts[CORE] = fix_dates(parts[CORE])
    return write_docx(parts)
