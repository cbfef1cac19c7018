"""Opmerkingen: a copy of a template with a Word comment at every fault.

Word keeps comments in the text only. A fault in a footnote gets its comment where the
footnote belongs, one in a header, footer or property at the first paragraph.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from cycle.documents.package import CORE, fix_dates, read_parts, write_docx
from cycle.documents.sjabloon.alineas import ADVIES
from cycle.documents.sjabloon.bevindingen import Vondst
from cycle.domain.errors import SjabloonOnbruikbaar

_AUTEUR: Final = "jaarschijf"
_LETTERS: Final = "js"
_KAPOT: Final = (
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    AttributeError,
)
_VOETNOTEN: Final = "word/footnotes"


def write_opmerkingen(template: bytes, naam: str, vondsten: Iterable[Vondst]) -> bytes:
    """Return a copy of a template with a comment per finding; the same input, the same bytes.

    Raises:
        SjabloonOnbruikbaar: the file is damaged where only comments need it.
    """
    try:
        return _written(docx.Document(io.BytesIO(template)), naam, vondsten)
    except _KAPOT as fout:
        raise SjabloonOnbruikbaar(
            "In dit document kan niets worden bijgeschreven. Het is beschadigd.",
            advies=ADVIES,
            plek=naam,
        ) from fout


def _written(document: Document, naam: str, vondsten: Iterable[Vondst]) -> bytes:
    """Return the document with its comments, packed our way."""
    alineas = list(document.element.body.iter(qn("w:p")))
    if not alineas:
        alineas = [document.add_paragraph()._p]
    hoofddeel = str(document.part.partname).lstrip("/")
    for vondst in vondsten:
        element = _alinea(vondst, document, alineas, hoofddeel)
        _comment(document, element, _words(vondst, naam, hoofddeel))
    buffer = io.BytesIO()
    document.save(buffer)
    parts = read_parts(buffer.getvalue(), naam)
    if CORE in parts:
        parts[CORE] = fix_dates(parts[CORE])
    return write_docx(parts)


def _alinea(vondst: Vondst, document: Document, alineas: list[Any], hoofddeel: str) -> Any:  # noqa: ANN401 - python-docx elements are untyped here
    """Return the paragraph for a comment: that of the fault, or the nearest that can have one."""
    if vondst.alinea.deel == hoofddeel:
        return _outermost(alineas[min(vondst.alinea.nummer, len(alineas) - 1)])
    if vondst.alinea.deel.startswith(_VOETNOTEN):
        for verwijzing in document.element.body.iter(qn("w:footnoteReference")):
            if verwijzing.get(qn("w:id")) == vondst.alinea.noot:
                return _outermost(next(verwijzing.iterancestors(qn("w:p"))))
    return alineas[0]


def _outermost(alinea: Any) -> Any:  # noqa: ANN401 - python-docx elements are untyped here
    """Return the paragraph that a text box hangs in; Word has no comments in a text box."""
    return next(reversed(list(alinea.iterancestors(qn("w:p")))), alinea)


def _comment(document: Document, element: Any, tekst: str) -> None:  # noqa: ANN401 - as above
    """Put a comment around a paragraph; without the hour, so that no clock shows through."""
    alinea = Paragraph(element, document._body)
    runs = alinea.runs or [alinea.add_run()]
    opmerking = document.add_comment(runs, tekst, author=_AUTEUR, initials=_LETTERS)
    datum = qn("w:date")
    if datum in opmerking._comment_elm.attrib:
        del opmerking._comment_elm.attrib[datum]


def _words(vondst: Vondst, naam: str, hoofddeel: str) -> str:
    """Return the text of a comment; the place is in it when it stands elsewhere."""
    bevinding = vondst.bevinding(naam)
    regels = [f"{bevinding.code}: {bevinding.melding}", bevinding.advies]
    if vondst.alinea.deel != hoofddeel:
        regels.append(f"Plek: {bevinding.plek.removeprefix(f'{naam}, ')}")
    return "\n".join(filter(None, regels))
