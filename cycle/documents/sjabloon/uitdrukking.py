"""Uitdrukking: what kind of value an expression gives, and what is wrong in it."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, Final, Protocol

from jinja2 import nodes

from cycle.documents.environment import LOOP, suggestion
from cycle.documents.sjabloon import filters
from cycle.documents.sjabloon.bereik import Bereik, nearest
from cycle.documents.sjabloon.code import Code
from cycle.documents.sjabloon.soorten import (
    GETAL,
    JANEE,
    ONBEKEND,
    TEKST,
    Aard,
    Soort,
    lijst,
    samen,
)

_TEKSTEN: Final = (Aard.TEKST, Aard.OPMAAK)
_MEERDERE: Final = (Aard.LIJST, Aard.GROEP)
_JUIST: Final = {Aard.BLOK: "p", Aard.TEKEN: "r", Aard.TEKST: "", Aard.GETAL: ""}
_OOK_ONBEKEND: Final = frozenset({"default", "d", "defined", "undefined"})
_FUNCTIES: Final = frozenset({"range", "namespace", "caller"})
_VIEWS: Final = {"items": lijst(ONBEKEND), "keys": lijst(TEKST), "values": lijst(ONBEKEND)}


class Melder(Protocol):
    """Hears what is found in the code that is being looked at."""

    def meld(self, nummer: str, *melding: str, advies: tuple[str, ...] = ()) -> None:
        """Take a finding: its number and the words for it."""
        ...

    def keep_markdown(self, stijl: str) -> None:
        """Take the style of a text with opmaak."""
        ...


class Uitdrukking:
    """Works out expressions with the names that hold where they stand."""

    def __init__(
        self, bereik: Bereik, melder: Melder, filters_: frozenset[str], tests: frozenset[str]
    ) -> None:
        """Keep the names that hold, and what may stand behind a bar or after ``is``."""
        self._bereik = bereik
        self._melder = melder
        self._bekend = {"filter": filters_, "test": tests}
        self._kan_ontbreken = False
        self._stappen: Mapping[type, Callable[[Any], Soort]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._getattr,
            nodes.Getitem: self._getitem,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.Call: self._call,
            nodes.Compare: self._compare,
            nodes.CondExpr: self._condition,
            nodes.Const: _const,
            nodes.List: self._list,
            nodes.Concat: self._text,
        }

    def soort(self, node: nodes.Node) -> Soort:
        """Return what an expression gives."""
        stap = self._stappen.get(type(node))
        if stap is not None:
            return stap(node)
        for kind in node.iter_child_nodes():
            self.soort(kind)
        return ONBEKEND

    def name(self, node: nodes.Node) -> str:
        """Return an expression as its maker wrote it, as far as names go."""
        if isinstance(node, nodes.Name):
            return node.name
        if isinstance(node, nodes.Getattr):
            return f"{self.name(node.node)}.{node.attr}"
        if isinstance(node, nodes.Getitem):
            return f"{self.name(node.node)}[…]"
        if isinstance(node, nodes.Filter) and node.node is not None:
            return f"{self.name(node.node)}|{node.name}"
        return "…"

    def check_printed(self, node: nodes.Expr, soort: Soort, code: Code) -> None:
        """Report what should not be printed, or not with this letter."""
        naam = self.name(node)
        nummer, melding = _printed(naam, soort, code)
        if nummer:
            advies = (_JUIST.get(soort.aard, ""), naam) if nummer == "T110" else (naam,)
            self._melder.meld(nummer, *melding, advies=advies)

    def _name(self, node: nodes.Name) -> Soort:
        """Return the kind of a name; an unknown one is a finding."""
        soort = self._bereik.find(node.name)
        if soort is not None:
            return soort
        bedoeld = self._bereik.suggestion(node.name)
        if bedoeld or not self._kan_ontbreken:
            self._unknown(node.name, bedoeld)
        return self._bereik.meant(node.name, self._bereik.names())

    def _unknown(self, naam: str, bedoeld: str) -> None:
        """Report a field that does not exist."""
        self._melder.meld("T101", naam, f" Bedoelt u '{bedoeld}'?" if bedoeld else "")

    def _getattr(self, node: nodes.Getattr) -> Soort:
        """Return the kind of a field of something."""
        return self._veld(node, self.soort(node.node), node.attr)

    def _veld(self, node: nodes.Getattr | nodes.Getitem, eigenaar: Soort, veld: str) -> Soort:
        """Return the kind of a field, a finding when its owner has no such field."""
        if eigenaar.aard is Aard.ONBEKEND and not eigenaar.velden:
            return ONBEKEND
        if eigenaar.aard is Aard.LUS:
            namen: Mapping[str, Soort] = dict.fromkeys(LOOP, ONBEKEND)
        else:
            namen = eigenaar.velden
        if veld in namen:
            return namen[veld]
        bedoeld = nearest(veld, tuple(namen))
        if bedoeld or not self._kan_ontbreken:
            bedoeld = bedoeld or self._elders(eigenaar, veld)
            self._unknown(f"{self.name(node.node)}.{veld}", bedoeld)
        return self._bereik.meant(veld, namen)

    def _elders(self, eigenaar: Soort, veld: str) -> str:
        """Return where a field is that was sought in a list or a text."""
        bedoeld = "" if eigenaar.aard is Aard.LUS else self._bereik.suggestion(veld)
        return bedoeld if "." in bedoeld else ""

    def _getitem(self, node: nodes.Getitem) -> Soort:
        """Return the kind of an item of a list, or of a field named in brackets."""
        soort = self.soort(node.node)
        sleutel = node.arg
        if isinstance(sleutel, nodes.Slice):
            return soort
        if isinstance(sleutel, nodes.Const) and isinstance(sleutel.value, str):
            return self._veld(node, soort, sleutel.value)
        self.soort(sleutel)
        return TEKST if soort.aard in _TEKSTEN else soort.per_stuk

    def _filter(self, node: nodes.Filter) -> Soort:
        """Return what comes out of a filter."""
        kan = self._kan_ontbreken
        self._kan_ontbreken = kan or node.name in _OOK_ONBEKEND
        soort = self.soort(node.node) if node.node is not None else ONBEKEND
        self._kan_ontbreken = kan
        for arg in (*node.args, *(k.value for k in node.kwargs)):
            self.soort(arg)
        if not self.check_filter_name(node):
            return ONBEKEND
        self._check_use(node, soort)
        if node.name == "markdown":
            self._melder.keep_markdown(_stijl(node))
        return filters.outcome(node, soort)

    def check_filter_name(self, node: nodes.Filter) -> bool:
        """Return whether a filter exists, also the one it takes by name; else a finding."""
        binnen, wat = filters.inner_name(node)
        return self._exists(node.name, "filter") and (not binnen or self._exists(binnen, wat))

    def _exists(self, naam: str, wat: str) -> bool:
        """Return whether there is a filter or test of this name."""
        bekend = self._bekend[wat]
        if naam in bekend:
            return True
        zichtbaar = [n for n in bekend if n.isidentifier()]
        nummer = "T102" if wat == "filter" else "T103"
        self._melder.meld(nummer, naam, suggestion(naam, sorted(zichtbaar)))
        return False

    def _check_use(self, node: nodes.Filter, soort: Soort) -> None:
        """Report a filter on the wrong kind of value, or with a field that does not exist."""
        naam = "" if node.node is None else self.name(node.node)
        if soort.aard in _MEERDERE and node.name in filters.EEN_TEKST:
            self._melder.meld("T111", node.name, naam, f"een {soort.aard}")
        item = soort.per_stuk
        paden = list(filters.attributes(node))
        if node.name == "join" and item.aard is Aard.GROEP and not paden:
            self._melder.meld("T109", naam, "een lijst met groepen velden")
        for pad in paden:
            if item.aard is Aard.GROEP and pad.partition(".")[0] not in item.velden:
                self._unknown(pad, nearest(pad, tuple(item.velden)))

    def _test(self, node: nodes.Test) -> Soort:
        """Look at a test."""
        kan = self._kan_ontbreken
        self._kan_ontbreken = kan or node.name in _OOK_ONBEKEND
        self.soort(node.node)
        self._kan_ontbreken = kan
        for arg in node.args:
            self.soort(arg)
        self._exists(node.name, "test")
        return ONBEKEND

    def _call(self, node: nodes.Call) -> Soort:
        """Look at a call: only macros, loops and a few functions can be called."""
        for arg in (*node.args, *(k.value for k in node.kwargs)):
            self.soort(arg)
        doel = node.node
        if isinstance(doel, nodes.Getattr):
            eigenaar = self.soort(doel.node)
            if eigenaar.aard in (Aard.LUS, Aard.ONBEKEND):
                return ONBEKEND
            if doel.attr in _VIEWS and eigenaar.aard is Aard.GROEP:
                return _VIEWS[doel.attr]
            self._melder.meld("T105", f"{self.name(doel)}()")
            return ONBEKEND
        soort = self.soort(doel)
        if soort.aard not in (Aard.ONBEKEND, Aard.LUS):
            self._melder.meld("T105", f"{self.name(doel)}()")
        return ONBEKEND

    def _compare(self, node: nodes.Compare) -> Soort:
        """Look at a comparison; a text never equals a number."""
        soort = self.soort(node.expr)
        for kant in node.ops:
            self.soort(kant.expr)
            if kant.op in ("in", "notin") or not isinstance(kant.expr, nodes.Const):
                continue
            if _nooit_gelijk(soort, kant.expr.value):
                self._melder.meld("T106", self.name(node.expr), f"{soort.aard}")
        return ONBEKEND

    def _condition(self, node: nodes.CondExpr) -> Soort:
        """Return what both sides of ``a if b else c`` have in common."""
        self.soort(node.test)
        een = self.soort(node.expr1)
        return samen(een, self.soort(node.expr2)) if node.expr2 is not None else een

    def _list(self, node: nodes.List) -> Soort:
        """Return the kind of a list that is written out."""
        soorten = [self.soort(item) for item in node.items]
        return lijst(reduce(samen, soorten) if soorten else ONBEKEND)

    def _text(self, node: nodes.Concat) -> Soort:
        """Look at texts that are joined with ``~``."""
        for deel in node.nodes:
            soort = self.soort(deel)
            if soort.aard in _MEERDERE:
                self._melder.meld("T109", self.name(deel), f"een {soort.aard}")
        return TEKST


def _printed(naam: str, soort: Soort, code: Code) -> tuple[str, tuple[str, ...]]:
    """Return the number and words of what is wrong with printing a value, empty if nothing."""
    aard, letter = soort.aard, code.letter
    if aard in _MEERDERE:
        return "T109", (naam, f"een {aard}")
    if aard is Aard.OPMAAK and not code.is_los:
        return "T108", (naam,)
    if aard is Aard.JANEE and not letter:
        return "T107", (naam,)
    if aard not in _JUIST or letter == _JUIST[aard] or (aard is Aard.TEKEN and letter == "p"):
        return "", ()
    if not _JUIST[aard]:
        return "T110", (f"hoort geen {letter}", naam)
    wat = "staat een verkeerde letter" if letter else f"ontbreekt de letter {_JUIST[aard]}"
    return "T110", (wat, naam)


def _const(node: nodes.Const) -> Soort:
    """Return the kind of a value that is written out."""
    if isinstance(node.value, bool):
        return JANEE
    if isinstance(node.value, str):
        return TEKST
    return GETAL if isinstance(node.value, int | float) else ONBEKEND


def _nooit_gelijk(soort: Soort, waarde: object) -> bool:
    """Return whether a field can never equal a written value."""
    if soort.aard in _TEKSTEN:
        return isinstance(waarde, int | float)
    return soort.aard is Aard.JANEE and not isinstance(waarde, bool) and waarde is not None


def _stijl(node: nodes.Filter) -> str:
    """Return the style that ``|markdown`` is given, empty when it is not written out."""
    namen = [k.value for k in node.kwargs if k.key == "stijl"] or node.args[:1]
    if not namen:
        return "Normal"
    waarde = namen[0].value if isinstance(namen[0], nodes.Const) else ""
    return str(waarde)
