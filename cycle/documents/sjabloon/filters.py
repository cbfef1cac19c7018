"""Filters: what kind of value comes out of a filter, and the field names it takes as text."""

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

from cycle.documents.sjabloon.soorten import (
    BLOK,
    GETAL,
    ONBEKEND,
    TEKEN,
    TEKST,
    Aard,
    Soort,
    lijst,
    samen,
)

_TEKST: Final = frozenset(
    {"capitalize", "center", "e", "escape", "filesizeformat", "forceescape", "indent", "join"}
    | {"lower", "replace", "safe", "string", "striptags", "title", "trim", "truncate", "upper"}
    | {"urlencode", "wordwrap"}
)
_GETAL: Final = frozenset({"abs", "count", "float", "int", "length", "round", "sum", "wordcount"})
_EEN: Final = frozenset({"first", "last", "max", "min"})
_ZELFDE: Final = frozenset(
    {"reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_STUKKEN: Final = frozenset({"batch", "slice"})
_PAREN: Final = frozenset({"dictsort", "groupby", "items"})
_EIGEN: Final = {"markdown": BLOK, "anker": TEKEN, "linkdoel": TEKEN, "afbeelding": TEKEN}
_DEFAULT: Final = ("default", "d")
_VELD_EERST: Final = frozenset({"groupby", "rejectattr", "selectattr", "sum"})
_NAAM_BINNEN: Final = {"map": (0, "filter"), "select": (0, "test"), "reject": (0, "test")} | {
    "selectattr": (1, "test"),
    "rejectattr": (1, "test"),
}
EEN_TEKST: Final = frozenset(_EIGEN) | {"capitalize", "lower", "title", "trim", "upper"}
"""Filters that make something of one text and of nothing else."""


def outcome(node: nodes.Filter, soort: Soort) -> Soort:
    """Return what a filter makes of a value of this kind."""
    naam = node.name
    if naam in _EIGEN:
        return _EIGEN[naam]
    if naam in _TEKST:
        return TEKST
    if naam in _GETAL:
        return GETAL
    if naam in _EEN:
        return soort.per_stuk
    if naam in _ZELFDE:
        return soort
    if naam in _STUKKEN:
        return lijst(soort)
    if naam in _PAREN:
        return lijst(ONBEKEND)
    return _other(node, soort)


def _other(node: nodes.Filter, soort: Soort) -> Soort:
    """Return what the remaining filters make of a value."""
    if node.name == "list":
        return soort if soort.aard is Aard.LIJST else lijst(ONBEKEND)
    if node.name in _DEFAULT:
        return samen(soort, TEKST)
    if node.name == "map":
        velden = list(attributes(node))
        return lijst(soort_op(soort.per_stuk, velden[0])) if velden else lijst(ONBEKEND)
    return ONBEKEND


def attributes(node: nodes.Filter) -> Iterator[str]:
    """Yield the fields that a filter is given by name, such as ``map(attribute='naam')``."""
    if node.name in _VELD_EERST and node.args:
        yield from _words(node.args[0])
    if node.name == "join" and len(node.args) > 1:
        yield from _words(node.args[1])
    for keyword in node.kwargs:
        if keyword.key == "attribute":
            yield from _words(keyword.value)


def _words(node: nodes.Expr) -> Iterator[str]:
    """Yield a text as written; a sort may name more fields with commas."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield from (deel.strip() for deel in node.value.split(","))


def inner_name(node: nodes.Filter) -> tuple[str, str]:
    """Return the filter or test that a filter is given by name, and which of the two."""
    plaats, wat = _NAAM_BINNEN.get(node.name, (0, ""))
    if not wat or len(node.args) <= plaats:
        return "", ""
    naam = node.args[plaats]
    return (naam.value, wat) if isinstance(naam, nodes.Const) else ("", "")


def soort_op(soort: Soort, pad: str) -> Soort:
    """Return the kind at a dotted path below a group, unknown when it leads nowhere."""
    for stap in pad.split("."):
        soort = soort.velden.get(stap, ONBEKEND)
    return soort
