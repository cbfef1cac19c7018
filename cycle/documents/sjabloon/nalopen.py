"""Nalopen: walks through the codes of a part, also where no data leads, and knows each value."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, Final

from jinja2 import nodes

from cycle.documents.sjabloon.bereik import Bereik
from cycle.documents.sjabloon.bevindingen import Vondst, at_code
from cycle.documents.sjabloon.blokken import ALLES
from cycle.documents.sjabloon.code import Code
from cycle.documents.sjabloon.soorten import ONBEKEND, TEKST, Aard, Soort, samen
from cycle.documents.sjabloon.uitdrukking import Uitdrukking
from cycle.documents.syntax import REFUSED

_GEEN_LIJST: Final = (Aard.TEKST, Aard.OPMAAK, Aard.JANEE, Aard.GETAL)
_VERBODEN: Final = "deze code mag niet in een sjabloon"


class Naloper:
    """Looks at every code of one part, with the names that hold there."""

    def __init__(
        self, codes: Sequence[Code], velden: Soort, filters: Iterable[str], tests: Iterable[str]
    ) -> None:
        """Keep the codes by line, and what may be used in them."""
        self._codes = codes
        self.vondsten: list[Vondst] = []
        self._bereik = Bereik(velden)
        self.uitdrukking = Uitdrukking(self._bereik, self.report, frozenset(filters), tests)
        self._stappen: Mapping[type, Callable[[Any], None]] = {
            nodes.For: self._for,
            nodes.If: self._if,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.Macro: self._macro,
            nodes.CallBlock: self._call_block,
            nodes.With: self._with,
            nodes.FilterBlock: self._filter_block,
            nodes.Output: self._output,
        }

    def report(self, nummer: str, regel: int, *melding: str, advies: tuple[str, ...] = ()) -> None:
        """Report a finding at the code on a line."""
        code = self._codes[min(max(regel, 1), len(self._codes)) - 1]
        self.vondsten.append(at_code(nummer, code, *melding, advies=advies))

    def walk(self, lichaam: Iterable[nodes.Node]) -> None:
        """Go through nodes in order."""
        for node in lichaam:
            stap = self._stappen.get(type(node))
            if isinstance(node, REFUSED):
                self.report("T203", node.lineno, self._tekst(node), _VERBODEN)
            if stap is not None:
                stap(node)
            elif isinstance(node, nodes.Expr):
                self.uitdrukking.soort(node)
            else:
                self.walk(node.iter_child_nodes())

    def _tekst(self, node: nodes.Node) -> str:
        """Return the code that a node came from."""
        return self._codes[node.lineno - 1].tekst

    def _inside(self, lichaam: Iterable[nodes.Node], namen: Mapping[str, Soort]) -> None:
        """Go through a block with names of its own."""
        self._bereik.lagen.append(dict(namen))
        self.walk(lichaam)
        self._bereik.lagen.pop()

    def _for(self, node: nodes.For) -> None:
        """Go through a loop: its items have the kind that the list says."""
        soort = self.uitdrukking.soort(node.iter)
        if soort.aard in _GEEN_LIJST:
            self.report("T104", node.lineno, self.uitdrukking.name(node.iter), f"{soort.aard}")
        namen = _targets(node.target, soort.per_stuk)
        open_erbij = not self._bereik.is_open and ALLES in namen
        self._bereik.is_open |= open_erbij
        self._inside(
            [*([node.test] if node.test else []), *node.body],
            {**namen, "loop": Soort(Aard.LUS)},
        )
        if open_erbij:
            self._bereik.is_open = False
        self._inside(node.else_, {})

    def _if(self, node: nodes.If) -> None:
        """Go through all branches; what they give a name is certain only when they agree."""
        self.uitdrukking.soort(node.test)
        voor = dict(self._bereik.lagen[-1])
        uitkomsten = []
        for tak in (node.body, node.elif_, node.else_):
            self._bereik.lagen[-1] = dict(voor)
            self.walk(tak)
            uitkomsten.append(self._bereik.lagen[-1])
        self._bereik.lagen[-1] = reduce(_both, uitkomsten)

    def _assign(self, node: nodes.Assign) -> None:
        """Keep the kind of what ``set`` names."""
        for naam, soort in _targets(node.target, self.uitdrukking.soort(node.node)).items():
            self._bereik.keep(naam, soort)

    def _assign_block(self, node: nodes.AssignBlock) -> None:
        """Keep a block of text under a name."""
        self._inside(node.body, {})
        for naam in _targets(node.target, TEKST):
            self._bereik.keep(naam, ONBEKEND)

    def _macro(self, node: nodes.Macro) -> None:
        """Go through a macro; its arguments can be anything."""
        self.walk(node.defaults)
        self._bereik.keep(node.name, ONBEKEND)
        self._inside(node.body, {arg.name: ONBEKEND for arg in node.args})

    def _call_block(self, node: nodes.CallBlock) -> None:
        """Go through the text that a macro is given."""
        self.uitdrukking.soort(node.call)
        self._inside(node.body, {arg.name: ONBEKEND for arg in node.args})

    def _with(self, node: nodes.With) -> None:
        """Go through a block with values of its own."""
        soorten = [self.uitdrukking.soort(waarde) for waarde in node.values]
        namen: dict[str, Soort] = {}
        for doel, soort in zip(node.targets, soorten, strict=True):
            namen |= _targets(doel, soort)
        self._inside(node.body, namen)

    def _filter_block(self, node: nodes.FilterBlock) -> None:
        """Go through a block whose text goes through a filter."""
        self.uitdrukking.check_filter_name(node.filter)
        self._inside(node.body, {})

    def _output(self, node: nodes.Output) -> None:
        """Look at what is printed."""
        for kind in node.nodes:
            if not isinstance(kind, nodes.TemplateData):
                soort = self.uitdrukking.soort(kind)
                code = self._codes[kind.lineno - 1]
                self.uitdrukking.check_printed(kind, soort, code.letter, is_los=code.is_los)


def _both(een: Mapping[str, Soort], ander: Mapping[str, Soort]) -> dict[str, Soort]:
    """Return what two branches have in common; a name of one branch keeps its kind."""
    return {**een, **ander, **{n: samen(een[n], ander[n]) for n in een.keys() & ander.keys()}}


def _targets(doel: nodes.Node, soort: Soort) -> dict[str, Soort]:
    """Return the names that get a value of this kind."""
    if isinstance(doel, nodes.Name):
        return {doel.name: soort}
    if isinstance(doel, nodes.Tuple):
        return {n: ONBEKEND for item in doel.items for n in _targets(item, ONBEKEND)}
    return {}
