"""Syntax: what we change in the tree that Jinja makes of a part, before it is compiled.

Each printed expression learns where it stands in the XML, each loop pays for its rounds,
and tags that could open other doors are refused.
"""

import re
from ast import literal_eval
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes

LOOP: Final = "jaarschijf lus"
TEXT: Final = "jaarschijf tekst"
JOIN: Final = "jaarschijf samen"
ATTRIBUTE: Final = "jaarschijf attribuut"
STRUCTURE: Final = "jaarschijf bouw"
"""Filters that only this module puts in a tree: a template cannot write a space in a name."""

REFUSED: Final = (
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.ScopedEvalContextModifier,
)
_BUFFERS: Final = (nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)
_ITEMS: Final = {"items": "items", "keys": "list", "values": "items"}
# docxtpl prints {_{ as {{, so that a template can show the sign itself
_SHOWN: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
# elements of Word that hold text; in another namespace every open element may
_TEXTS: Final = frozenset({"w:t", "w:instrText", "w:delText", "w:delInstrText"})
_TAG_NAME: Final = re.compile(r"<(/?[\w:.-]+)")
_CHARACTERS_PER_UNIT: Final = 10


@dataclass(slots=True)
class _Place:
    """Where in the XML the walk is: in a tag, in a text, or between elements."""

    inside: str = STRUCTURE
    pending: str = field(default="")

    def read(self, data: str) -> None:
        """Go past a piece of XML."""
        opened, closed = data.rfind("<"), data.rfind(">")
        if opened > closed:
            self.inside = ATTRIBUTE
            self.pending = data[opened:]
        elif self.inside == ATTRIBUTE and closed < 0:
            self.pending += data
        elif closed >= 0:
            tag = data[opened : closed + 1] if opened >= 0 else self.pending + data[: closed + 1]
            self.inside = TEXT if _opens_text(tag) else STRUCTURE


def _opens_text(tag: str) -> bool:
    """Return whether text may follow a tag."""
    name = _TAG_NAME.match(tag)
    if name is None or name[1].startswith("/") or tag.endswith("/>"):
        return False
    return name[1] in _TEXTS or not name[1].startswith("w:")


def prepare(tree: nodes.Template) -> nodes.Template:
    """Return the tree with our rules worked in.

    Raises:
        TemplateSyntaxError: a tag reaches outside the template.
    """
    for node in tree.find_all(REFUSED):
        raise TemplateSyntaxError("deze code mag niet in een sjabloon", node.lineno)
    _check_names(tree)
    for node in list(tree.find_all(nodes.For)):
        items: Any = node.iter
        node.iter = _filter(items, LOOP, nodes.Const(_weight(node.body)))
    place = _Place()
    for output, buffered in _outputs(tree, buffered=False):
        pieces = [_printed(child, place, buffered=buffered) for child in output.nodes]
        output.nodes = pieces
    _rewrite(tree)
    return tree


def check_numbers(tree: nodes.Template) -> None:
    """Look whether every number can be written out.

    Raises:
        ValueError: one cannot, as a very long ``0xff…`` or ``1e999``.
    """
    for node in tree.find_all(nodes.Const):
        _check_number(node.value)


def _check_number(value: object) -> None:
    """Raise a ValueError for a number with too many digits, or without an end."""
    if str(value) == "inf" and isinstance(value, float):
        raise ValueError("no number is this large")


def line_of_number(tokens: Iterable[tuple[int, str, str]]) -> int:
    """Return the line of the first number that cannot be read, 1 when there is none."""
    for line, kind, written in tokens:
        if kind in ("integer", "float"):
            try:
                _check_number(literal_eval(written))
            except (ValueError, SyntaxError):
                return line
    return 1


def _check_names(tree: nodes.Template) -> None:
    """Refuse unknown filters and tests; Jinja leaves those in a condition for later."""
    room = tree.environment
    if room is None:
        raise ValueError("a tree comes from an environment")
    for kind, known in ((nodes.Filter, room.filters), (nodes.Test, room.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                soort = kind.__name__.lower()
                raise TemplateSyntaxError(f"No {soort} named '{node.name}'", node.lineno)


def _outputs(node: nodes.Node, *, buffered: bool) -> Iterator[tuple[nodes.Output, bool]]:
    """Yield every output in the order of the file, and whether it is kept in memory first."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child, buffered
        else:
            yield from _outputs(child, buffered=buffered or isinstance(child, _BUFFERS))


def _printed(child: nodes.Expr, place: _Place, *, buffered: bool) -> nodes.Expr:
    """Return one child of an output, ready for the place where it stands."""
    if isinstance(child, nodes.TemplateData):
        for written, shown in _SHOWN:
            child.data = child.data.replace(written, shown)
        place.read(child.data)
        return child
    if place.inside != TEXT:
        child = _filter(child, place.inside)
    return _filter(child, TEXT) if buffered else child


def _rewrite(node: nodes.Node) -> None:
    """Turn joins and ``x.items()`` into filters, everywhere below `node`."""
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            setattr(node, name, [_replaced(item) for item in value])
        elif isinstance(value, nodes.Node):
            setattr(node, name, _replaced(value))


def _replaced(node: Any) -> Any:  # noqa: ANN401 - a node, or a plain value in a list of a node
    """Return the node that stands in for `node`."""
    if not isinstance(node, nodes.Node):
        return node
    _rewrite(node)
    if isinstance(node, nodes.Concat):
        return _filter(node.nodes[0], JOIN, *node.nodes[1:])
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        return _mapping_view(node, node.node)
    return node


def _mapping_view(call: nodes.Call, target: nodes.Getattr) -> nodes.Expr:
    """Return ``x.items()``, ``x.keys()`` or ``x.values()`` without a call; else the call."""
    if target.attr not in _ITEMS or call.args or call.kwargs:
        return call
    if target.attr != "values":
        return _filter(target.node, _ITEMS[target.attr])
    pairs = _filter(target.node, "items")
    return _filter(pairs, "map", kwargs=[nodes.Keyword("attribute", nodes.Const(1))])


def _filter(
    node: nodes.Expr, naam: str, *args: nodes.Expr, kwargs: list[nodes.Keyword] | None = None
) -> nodes.Filter:
    """Return `node` with a filter on it, at the same line."""
    result = nodes.Filter(node, naam, list(args), kwargs or [], None, None)
    result.set_lineno(node.lineno)
    if node.environment is not None:
        result.set_environment(node.environment)
    return result


def _weight(body: list[nodes.Node]) -> int:
    """Return the work of one round: its steps and its text; inner loops pay for themselves."""
    weight = 0
    stack: list[nodes.Node] = list(body)
    while stack:
        node = stack.pop()
        weight += 1
        if isinstance(node, nodes.TemplateData):
            weight += len(node.data) // _CHARACTERS_PER_UNIT
        if not isinstance(node, nodes.For):
            stack.extend(node.iter_child_nodes())
    return weight
