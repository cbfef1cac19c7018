"""Template: a Word file with fields, compiled once and filled many times.

The tags are those of docxtpl (``{{ veld }}``, ``{%p for … %}``, ``{%tr … %}``); docxtpl
joins the runs that Word splits, after that Jinja fills the XML as text and the result is
parsed strictly, so a broken file never leaves this module.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError

from cycle.documents.bijdelen import added_parts
from cycle.documents.bijproduct import NAME, Bijproduct, anker, linkdoel
from cycle.documents.environment import make_environment, suggestion
from cycle.documents.markdown import markdown
from cycle.documents.package import (
    CORE,
    DOCUMENT,
    fix_dates,
    read_parts,
    write_docx,
)
from cycle.documents.tabellen import fit_tables, mark_tables
from cycle.domain.errors import JaarschijfError, SjabloonOnbruikbaar

_RENDERED: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_DECLARATION: Final = re.compile(r"^<\?xml[^>]*\?>\s*")
_HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_TAG: Final = re.compile(r"\{[{%#]")
# a paragraph or run that landed inside a text: well-formed XML that Word refuses
_NESTED: Final = re.compile(rb"<w:t(?: [^>]*)?(?<!/)>[^<]*<(?!/w:t>)")
_NAME: Final = re.compile(r"'(\w+)'")


class CompiledTemplate:
    """One template, ready to fill; `naam` is its file name, used in messages."""

    def __init__(self, docx: bytes, naam: str) -> None:
        """Read, patch and compile every part that holds fields."""
        self.naam = naam
        parts = read_parts(docx, naam)
        self._fits = b"{%tc" in parts[DOCUMENT]
        if self._fits:
            parts[DOCUMENT] = mark_tables(parts[DOCUMENT])
        self._parsed = {
            part: _compile(_decode(xml, naam), naam)
            for part, xml in parts.items()
            if (_RENDERED.fullmatch(part) or part == CORE) and _TAG.search(_decode(xml, naam))
        }
        self._static = {
            part: fix_dates(xml) if part == CORE else xml
            for part, xml in parts.items()
            if part not in self._parsed
        }

    @classmethod
    def load(cls, path: Path) -> "CompiledTemplate":
        """Return the template at `path`; the same bytes are compiled once per process.

        Raises:
            SjabloonOnbruikbaar: the file is missing, no docx, or has a fault in a tag.
        """
        path = Path(path)
        try:
            docx = path.read_bytes()
        except OSError as error:
            raise SjabloonOnbruikbaar(
                "Het sjabloon is niet te lezen.",
                advies="Kijk of het bestand bestaat en of u het mag openen.",
                plek=path.name,
            ) from error
        return _compiled(docx, path.name)

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Return the filled template as docx bytes; the same context gives the same bytes.

        `context` is plain data: dicts, lists, texts, numbers and booleans.

        Raises:
            SjabloonOnbruikbaar: a field does not exist or the result is no sound document.
            InvoerError: a Markdown text holds something that cannot be set.
        """
        return write_docx(self.render_parts(context))

    def render_parts(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the filled parts by name; `render` packs them."""
        bijproduct = Bijproduct(context.get("beelden", {}))
        scope = {**context, NAME: bijproduct}
        parts = dict(self._static)
        for part, template in self._parsed.items():
            parts[part] = self._fill(part, template, scope)
        if self._fits:
            parts[DOCUMENT] = fit_tables(parts[DOCUMENT])
        return parts | added_parts(bijproduct, parts, self.naam)

    def _fill(self, part: str, template: Template, scope: Mapping[str, Any]) -> bytes:
        """Return one part, filled and proven well-formed."""
        try:
            xml = (_HEAD + template.render(scope)).encode()
        except UndefinedError as error:
            raise self._unknown_field(str(error), scope) from error
        except SjabloonOnbruikbaar as error:
            error.plek = error.plek or self.naam
            raise
        except JaarschijfError:
            raise
        except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
            raise SjabloonOnbruikbaar(
                f"Het sjabloon doet iets wat niet mag of niet kan ({error}).",
                advies="Gebruik alleen de velden uit velden.md.",
                plek=self.naam,
            ) from error
        return _checked(fix_dates(xml) if part == CORE else xml, f"{self.naam}, {part}")

    def _unknown_field(self, melding: str, scope: Mapping[str, Any]) -> SjabloonOnbruikbaar:
        """Return the refusal, with a suggestion for a field at the top of the context."""
        naam = _NAME.search(melding)
        if naam and "Bedoelt u" not in melding:
            melding += suggestion(naam[1], [k for k in scope if not k.startswith("_")])
        return SjabloonOnbruikbaar(
            melding,
            advies="Verbeter de naam in het sjabloon. Alle velden staan in velden.md.",
            plek=self.naam,
        )


@lru_cache(maxsize=16)
def _compiled(docx: bytes, naam: str) -> CompiledTemplate:
    """Return the template for these bytes."""
    return CompiledTemplate(docx, naam)


def _decode(xml: bytes, naam: str) -> str:
    """Return a part as text."""
    try:
        return xml.decode()
    except UnicodeDecodeError as error:
        raise SjabloonOnbruikbaar(
            "Het sjabloon heeft een onbekende tekencodering.",
            advies="Open het sjabloon in Word en bewaar het opnieuw.",
            plek=naam,
        ) from error


def _compile(xml: str, naam: str) -> Template:
    """Return the part as Jinja template."""
    from docxtpl import DocxTemplate

    patched = DocxTemplate("").patch_xml(_DECLARATION.sub("", xml))
    environment = make_environment({"markdown": markdown, "anker": anker, "linkdoel": linkdoel})
    try:
        return environment.from_string(patched)
    except TemplateSyntaxError as error:
        raise SjabloonOnbruikbaar(
            f"Een code in het sjabloon klopt niet: {error.message}.{_nearby(environment, patched)}",
            advies="Kijk of bij elke 'for' en 'if' een 'endfor' of 'endif' staat, in een eigen "
            "alinea of rij.",
            plek=naam,
        ) from error


def _nearby(environment: Any, patched: str) -> str:  # noqa: ANN401 - jinja2 has no narrower type
    """Return " In de buurt van: …", the readable text around a syntax fault."""
    lines = patched.replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ")
    try:
        environment.parse(lines)
    except TemplateSyntaxError as error:
        around = lines.split("\n")[max(error.lineno - 2, 0) : error.lineno + 1]
        tekst = re.sub(r"<[^>]+>", "", " ".join(around)).strip()
        return f" In de buurt van: “{tekst[:120]}”." if tekst else ""
    return ""


def _checked(xml: bytes, plek: str) -> bytes:
    """Return `xml` when it is well-formed and holds text only inside its texts.

    Raises:
        SjabloonOnbruikbaar: it is not; the file would not open in Word.
    """
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
    except expat.ExpatError as error:
        raise _broken(str(error), plek) from error
    if _NESTED.search(xml):
        raise _broken("een alinea in een alinea", plek)
    return xml


def _broken(oorzaak: str, plek: str) -> SjabloonOnbruikbaar:
    """Return the refusal of a result that Word cannot open."""
    return SjabloonOnbruikbaar(
        f"Met dit sjabloon ontstaat een kapot document ({oorzaak}).",
        advies="Zet elke code met p of tr achter de accolade alleen in een eigen alinea of rij.",
        plek=plek,
    )
