"""Environment: the closed Jinja room in which templates are filled.

A template looks up fields of plain data, uses the filters named here and its own macros.
Nothing else: no attribute or method of any object, no unknown field, no unescaped value.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType
from typing import Any, Final

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.nodes import Template as Tree
from jinja2.runtime import (
    BlockReference,
    Context,
    LoopContext,
    Macro,
    TemplateReference,
    markup_join,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup, escape

from cycle.documents import budget, syntax
from cycle.documents.codegen import Sjabloonschrijver

_CONTROL: Final = re.compile(r"[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_VISIBLE: Final = "\ufffd"
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'
# a paragraph or run inside a text: well-formed XML that Word refuses, in whole or as a value
NESTED: Final = re.compile(r"<w:t(?: [^>]*)?(?<!/)>[^<]*<(?!/w:t>)")
_STARTS_NESTED: Final = re.compile(r"[^<]*<(?!/w:t>)")

_PLAIN: Final = (int, float, bool, NoneType, Decimal, list, dict, tuple)
LOOP: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"}
    | {"previtem", "nextitem", "cycle", "changed"}
)
_REFUSED_FILTERS: Final = frozenset(
    {"attr", "format", "pprint", "random", "tojson", "urlize", "xmlattr"}
)
_RANGE: Final = 10_000


class RijkeInhoud(Exception):
    """A value is an object of docxtpl: only docxtpl itself can print it."""


class OnbekendVeld(StrictUndefined):
    """A field that the context does not have: using it in any way is an error."""

    __slots__ = ()
    # a list prints its items with repr: an unknown field in it must not pass unseen
    __repr__ = StrictUndefined.__str__

    @property
    def _undefined_message(self) -> str:
        """Return the Dutch sentence, with the nearest field of the same object."""
        if self._undefined_hint:
            return "Een lijst is leeg: er is geen eerste of laatste."
        naam = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"Het veld '{naam}' bestaat niet."
        bekend = list(self._undefined_obj) if isinstance(self._undefined_obj, Mapping) else []
        return f"Het veld '{naam}' bestaat niet.{suggestion(naam, map(str, bekend))}"


def suggestion(naam: str, bekend: Any) -> str:  # noqa: ANN401 - any iterable of texts
    """Return " Bedoelt u '…'?" with the known name nearest to `naam`, or nothing."""
    from difflib import get_close_matches

    dichtbij = get_close_matches(naam, list(bekend), n=1)
    return f" Bedoelt u '{dichtbij[0]}'?" if dichtbij else ""


def clean_text(tekst: str) -> str:
    """Return text fit for XML: one kind of line end, illegal characters as a mark."""
    if not _CONTROL.search(tekst):
        return tekst
    return _ILLEGAL.sub(_VISIBLE, tekst.replace("\r\n", "\n").replace("\r", "\n"))


def word_text(tekst: str) -> Markup:
    """Return text as the inside of ``w:t``: escaped, line ends and tabs as Word has them."""
    veilig = str(escape(clean_text(tekst)))
    return Markup(veilig.replace("\n", _BREAK).replace("\t", _TAB))  # noqa: S704 - escaped above


def illegal_character(tekst: str) -> str:
    r"""Return the first character that XML 1.0 does not allow, or an empty text.

    ``\a`` and ``\f`` count as allowed: docxtpl makes a paragraph or a page of them.
    """
    found = re.search(r"[\x00-\x06\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]", tekst)
    return found[0] if found else ""


class Sjabloonkamer(ImmutableSandboxedEnvironment):
    """The sandbox; what it does beyond Jinja's own is to close all that is not plain data."""

    code_generator_class = Sjabloonschrijver
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> Tree:
        """Return the tree that Jinja makes of a text with tags.

        Raises:
            TemplateSyntaxError: a tag has a fault, such as a number that Python does not take.
        """
        try:
            tree = super().parse(source, name, filename)
            syntax.check_numbers(tree)
        except (ValueError, SyntaxError) as error:
            line = syntax.line_of_number(self.lex(source))
            raise TemplateSyntaxError("dit getal is niet te lezen", line) from error
        return tree

    def from_string(
        self,
        source: Any,  # noqa: ANN401 - text or a tree, as Jinja has it
        globals: Any = None,  # noqa: ANN401 - Jinja's name
        template_class: type[Template] | None = None,
    ) -> Template:
        """Return text with tags as a template, with our rules worked in.

        Raises:
            TemplateSyntaxError: a tag has a fault.
        """
        code = self.compile(syntax.prepare(self.parse(source)))
        return (template_class or Template).from_code(self, code, self.make_globals(globals))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - any value
        """Return a field of `obj`; attributes exist only on what Jinja itself made."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Namespace | TemplateReference) and not attribute.startswith("_"):
            return obj[attribute] if isinstance(obj, TemplateReference) else getattr(obj, attribute)
        if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            return str(obj)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - any value
        """Return an item of a list, text or mapping, never an attribute."""
        if isinstance(obj, str | list | tuple | Mapping):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - any value
        """Return whether a template may call `obj`: macros, blocks, loops and two functions."""
        if isinstance(obj, Macro | BlockReference | LoopContext):
            return True
        owner = getattr(obj, "__self__", None)
        return obj is bounded_range or obj is Namespace or isinstance(owner, LoopContext)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805
        """Return the outcome of a call, once it is paid for."""
        budget.pay_call(__context)
        if isinstance(__obj, Undefined):
            return str(__obj)
        if not __self.is_safe_callable(__obj):
            raise SecurityError("een functie of methode aanroepen mag niet")
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Return the outcome of an operator that can make values grow."""
        budget.pay_operation(context, operator, left, right)
        return super().call_binop(context, operator, left, right)


def bounded_range(*numbers: int) -> range:
    """Return a range of at most 10,000 numbers.

    Raises:
        OverflowError: it would be longer.
    """
    result = range(*numbers)
    if len(result) > _RANGE:
        raise OverflowError(f"range telt tot hoogstens {_RANGE}")
    return result


@pass_context
def printed(context: Context, value: object) -> object:
    """Return what an expression prints; a text without ``< & >`` never comes here.

    Raises:
        RijkeInhoud: only docxtpl can print this.
        SecurityError: this is no plain data, or it would put a paragraph inside a text.
    """
    kind = type(value)
    if kind is str or kind in _PLAIN:
        return value
    if kind is Markup or kind is Ready:
        return _checked_markup(context, value)
    if isinstance(value, Undefined):
        return str(value)
    if hasattr(value, "__html__"):
        raise RijkeInhoud
    return plain_text(value)


def plain_text(value: object) -> str:
    """Return the text of an uncommon but plain value, such as a date.

    Raises:
        SecurityError: this is an object of a programme.
    """
    from datetime import date, time, timedelta
    from fractions import Fraction
    from uuid import UUID

    plain = (*_PLAIN, str, date, time, timedelta, Fraction, UUID, range, Mapping)
    if isinstance(value, plain):
        return str(value)
    raise SecurityError(f"een waarde van soort {type(value).__name__} is niet af te drukken")


def _checked_markup(context: Context, value: Any) -> Any:  # noqa: ANN401 - untyped text here
    """Return ready XML; inside a text it must leave that text first."""
    if "<" not in value:
        return value
    budget.of(context).holds_markup = True
    if type(value) is Markup and (_STARTS_NESTED.match(value) or NESTED.search(value)):
        raise SecurityError("een alinea in een alinea: zet p of r achter de accolades")
    return value


def structure(value: object) -> object:
    """Return a value that stands between paragraphs or runs, where only ready XML may be.

    Raises:
        SecurityError: it is a text, which Word would not show there.
    """
    if isinstance(value, Markup):
        return Ready(value)
    if value == "" or hasattr(value, "__html__"):
        return value
    raise SecurityError("hier past geen gewone tekst: haal p, r, tr of tc weg bij de accolades")


class Ready(Markup):
    """Ready XML for a place between paragraphs, which needs no check of its own."""

    __slots__ = ()


def attribute(value: object) -> object:
    """Return a value as the inside of an XML attribute, line ends and tabs included."""
    if isinstance(value, str):
        text = str(escape(value)).replace('"', "&#34;").replace("\n", "&#10;").replace("\t", "&#9;")
        return Markup(text)  # noqa: S704 - escaped above
    return value


@pass_context
def _joined(context: Context, first: object, *rest: object) -> Any:  # noqa: ANN401 - any text
    """Return ``a ~ b``, as long as it stays small."""
    pieces = [printed(context, piece) for piece in (first, *rest)]
    budget.checked_length(sum(len(p) for p in pieces if isinstance(p, str)))
    return markup_join(pieces)


def make_environment(filters: Mapping[str, Callable[..., Any]]) -> Sjabloonkamer:
    """Return the sandbox with `filters` beside the harmless ones of Jinja."""
    environment = Sjabloonkamer(autoescape=True, undefined=OnbekendVeld, finalize=printed)
    environment.filters = {
        **{
            naam: budget.paid_filter(function, naam)
            for naam, function in FILTERS.items()
            if naam not in _REFUSED_FILTERS
        },
        **filters,
        syntax.LOOP: budget.paid_loop,
        syntax.TEXT: budget.paid_text,
        syntax.JOIN: _joined,
        syntax.ATTRIBUTE: attribute,
        syntax.STRUCTURE: structure,
    }
    environment.globals = {"range": bounded_range, "namespace": Namespace}
    return environment
