"""Compiled: one part of a template, ready to fill, and the checks on what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from jinja2 import Template

from cycle.documents import budget, finish
from cycle.documents.environment import Sjabloonkamer
from cycle.documents.package import CORE, fix_dates
from cycle.documents.source import Deel
from cycle.documents.tabellen import fit_tables, mark_tables

_BATCH: Final = 256


@dataclass(frozen=True, slots=True)
class Gevuld:
    """How one part is filled: the compiled template and what its outcome may need."""

    deel: Deel
    template: Template
    looks_at_tables: bool

    def render(self, scope: Mapping[str, Any]) -> bytes:
        """Return the filled part, parsed strictly.

        Raises:
            TemplateError: a field or operation is not there.
            expat.ExpatError: the outcome is not well-formed.
            UnicodeEncodeError: a value holds half a character.
        """
        context = self.template.new_context(dict(scope))
        pieces = self.template.root_render_func(context)
        paid: budget.Budget = scope[budget.NAME]
        whole: list[str] = []
        while batch := list(islice(pieces, _BATCH)):
            text = "".join(batch)
            paid.print(len(text))
            whole.append(text)
        return self._finished("".join(whole), names=paid.holds_markup)

    def _finished(self, filled: str, *, names: bool) -> bytes:
        """Return the part around filled text; with `names` its prefixes are checked too."""
        xml = finish.resolve_breaks(filled)
        if self.deel.is_body:
            xml = finish.number_pictures(xml)
        xml = f"{self.deel.voor}{xml}{self.deel.na}"
        if self.looks_at_tables:
            xml = fit_tables(xml, finish.fix_grid)
        data = xml.encode()
        finish.check_well_formed(data, names=names or self.looks_at_tables)
        return fix_dates(data) if self.deel.naam == CORE else data


def compile_part(deel: Deel, environment: Sjabloonkamer) -> Gevuld:
    """Return a part, compiled.

    Raises:
        TemplateSyntaxError: a tag has a fault.
    """
    bron, looks_at_tables = mark_tables(deel.bron) if deel.is_body else (deel.bron, False)
    return Gevuld(deel, environment.from_string(bron), looks_at_tables)
