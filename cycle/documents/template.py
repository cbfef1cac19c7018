"""Template: a Word file with fields, compiled once and filled many times.

The tags are those of docxtpl (``{{ veld }}``, ``{%p for … %}``, ``{%tr … %}``); docxtpl
joins the runs that Word splits, after that Jinja fills the XML as text and the result is
parsed strictly, so a broken file never leaves this module.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final
from xml.parsers import expat

from jinja2 import TemplateError, TemplateSyntaxError

from cycle.documents import budget
from cycle.documents.afbeelding import afbeelding
from cycle.documents.bijdelen import added_parts
from cycle.documents.bijproduct import NAME, Bijproduct, anker, linkdoel
from cycle.documents.compiled import Gevuld, compile_part
from cycle.documents.diagnosis import Sjabloonkaart, render_fault, syntax_fault
from cycle.documents.environment import RijkeInhoud, Sjabloonkamer, make_environment
from cycle.documents.markdown import markdown
from cycle.documents.package import CORE, STYLES, Lid, fix_dates, pack
from cycle.documents.source import read_source
from cycle.domain.errors import JaarschijfError, SjabloonOnbruikbaar

_LEVEL: Final = 1
_KEPT: Final = 32
_FAULTS: Final = (
    TemplateError,
    expat.ExpatError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class _Kern:
    """What is worked out once for the bytes of a template, whatever its name."""

    docx: bytes
    environment: Sjabloonkamer
    filled: tuple[Gevuld, ...]
    fixed: Mapping[str, Lid]


class CompiledTemplate:
    """One template, ready to fill; `naam` is its file name, used in messages."""

    def __init__(self, docx: bytes, naam: str) -> None:
        """Read, patch and compile every part that holds fields, unless that was done before.

        Raises:
            SjabloonOnbruikbaar: this is no Word document, or a tag has a fault.
        """
        self.naam = naam
        self._kern = _kern(docx, naam)

    @classmethod
    def load(cls, path: Path | str) -> "CompiledTemplate":
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
        return cls(docx, path.name)

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Return the filled template as docx bytes; the same context gives the same bytes.

        `context` is plain data: dicts, lists, texts, numbers and booleans. Objects of
        docxtpl (an image, a sub-document, rich text) are printed by docxtpl itself.

        Raises:
            SjabloonOnbruikbaar: a field does not exist or the result is no sound document.
            InvoerError: a Markdown text holds something that cannot be set.
        """
        try:
            changed = self._changed(context)
        except RijkeInhoud:
            from cycle.documents.rich import render_rich

            return render_rich(self._kern.docx, context, self.naam)
        squeezed = {name: Lid.of(data, _LEVEL) for name, data in changed.items()}
        return pack({**self._kern.fixed, **squeezed})

    def render_parts(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the filled parts by name; `render` packs them."""
        changed = self._changed(context)
        return {**self._fixed_parts(), **changed}

    def _changed(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the parts that depend on the context."""
        bijproduct = Bijproduct(_beelden(context))
        scope = {**context, NAME: bijproduct, budget.NAME: budget.Budget()}
        parts = {gevuld.deel.naam: self._fill(gevuld, scope) for gevuld in self._kern.filled}
        if bijproduct != Bijproduct(beelden=bijproduct.beelden, anchors=bijproduct.anchors):
            parts |= added_parts(bijproduct, {**self._fixed_parts(), **parts}, self.naam)
        return parts

    def _fixed_parts(self) -> dict[str, bytes]:
        """Return the parts that are the same in every document."""
        return {name: lid.data() for name, lid in self._kern.fixed.items()}

    def _fill(self, gevuld: Gevuld, scope: Mapping[str, Any]) -> bytes:
        """Return one part, filled and proven well-formed."""
        try:
            return gevuld.render(scope)
        except SjabloonOnbruikbaar as error:
            if error.plek:
                raise
            raise self._fault(error, gevuld, scope) from error
        except JaarschijfError:
            raise
        except _FAULTS as error:
            raise self._fault(error, gevuld, scope) from error

    def _fault(
        self, error: Exception, gevuld: Gevuld, scope: Mapping[str, Any]
    ) -> SjabloonOnbruikbaar:
        """Return what is wrong, with its place."""
        styles = self._kern.fixed.get(STYLES)
        kaart = Sjabloonkaart(self.naam, styles.data() if styles else b"")
        scope = {**scope, NAME: Bijproduct(scope[NAME].beelden)}
        return render_fault(
            error, gevuld.deel, scope, kaart=kaart, environment=self._kern.environment
        )


def _beelden(context: Mapping[str, Any]) -> dict[str, str]:
    """Return the pictures that came along, in base64 by name: of the texts, and drawn ones."""
    soorten = (context.get("beelden"), context.get("tekeningen"))
    return {n: b for soort in soorten if isinstance(soort, Mapping) for n, b in soort.items()}


_cache: OrderedDict[bytes, _Kern] = OrderedDict()
_lock = Lock()


def _kern(docx: bytes, naam: str) -> _Kern:
    """Return what belongs to these bytes, made now or earlier."""
    key = hashlib.sha256(docx).digest()
    with _lock:
        kern = _cache.get(key)
        if kern is not None:
            _cache.move_to_end(key)
            return kern
    kern = _compiled(docx, naam)
    with _lock:
        _cache[key] = kern
        while len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return kern


def template_room() -> Sjabloonkamer:
    """Return the sandbox with all filters that a template can use."""
    return make_environment(
        {
            "markdown": markdown,
            "anker": anker,
            "linkdoel": linkdoel,
            "afbeelding": afbeelding,
        }
    )


def _compiled(docx: bytes, naam: str) -> _Kern:
    """Return the template, read and compiled."""
    bron = read_source(docx, naam)
    environment = template_room()
    filled: list[Gevuld] = []
    fixed = dict(bron.parts)
    for deel in bron.delen:
        try:
            gevuld = compile_part(deel, environment)
        except TemplateSyntaxError as error:
            kaart = Sjabloonkaart(naam, bron.parts.get(STYLES, b""))
            raise syntax_fault(deel, kaart, environment) or error from error
        except RecursionError as error:
            raise SjabloonOnbruikbaar(
                "Een code in het sjabloon is te diep genest.",
                advies="Haal haakjes en herhalingen uit het sjabloon.",
                plek=naam,
            ) from error
        if deel.has_tags:
            filled.append(gevuld)
        else:
            fixed[deel.naam] = gevuld.render({budget.NAME: budget.Budget()})
    if CORE in fixed:
        fixed[CORE] = fix_dates(fixed[CORE])
    for gevuld in filled:
        del fixed[gevuld.deel.naam]
    leden = {name: Lid.of(data) for name, data in fixed.items()}
    return _Kern(docx, environment, tuple(filled), leden)
