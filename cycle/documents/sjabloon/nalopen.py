"""Nalopen: walks through the codes of a part, also where no data leads, and knows each value."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, Final

from jinja2 import nodes

from cycle.documents.sjabloon.bereik import Bereik
from cycle.documents.sjabloon.bevindingen import Vondst, at_code
from cycle.documents.sjabloon.blokken import ALLES, TE_DIEP, Stap
from cycle.documents.sjabloon.code import Code
from cycle.documents.sjabloon.soorten import ONBEKEND, Aard, Soort, samen
from cycle.documents.sjabloon.uitdrukking import Uitdrukking
from cycle.documents.syntax import REFUSED

_GEEN_LIJST: Final = (Aard.TEKST, Aard.OPMAAK, Aard.JANEE, Aard.GETAL)
_VERBODEN: Final = "deze code mag niet in een sjabloon"


class Naloper:
    """Looks at every code of one part, with the names that hold there."""

    def __init__(self, velden: Soort, filters: Iterable[str], tests: Iterable[str]) -> None:
        """Keep what may be used in the codes."""
        self.vondsten: list[Vondst] = []
        self.markdown: list[tuple[Code, str]] = []
        self._bereik = Bereik(velden)
        self._uitdrukking = Uitdrukking(self._bereik, self, frozenset(filters), frozenset(tests))
        self._nu: Code  # the one that is being looked at; `walk` goes to it first
        self._stappen: Mapping[type, Callable[[Stap, Any], None]] = {
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

    def meld(self, nummer: str, *melding: str, advies: tuple[str, ...] = ()) -> None:
        """Report a finding at the code that is being looked at."""
        self.vondsten.append(at_code(nummer, self._nu, *melding, advies=advies))

    def keep_markdown(self, stijl: str) -> None:
        """Keep that the present code sets a text with opmaak in this style."""
        self.markdown.append((self._nu, stijl))

    def walk(self, stappen: Iterable[Stap]) -> None:
        """Go through steps in order."""
        for stap in stappen:
            self._nu = stap.code
            if isinstance(stap.node, REFUSED):
                self.meld("T203", stap.code.tekst, _VERBODEN)
            try:
                self._step(stap)
            except RecursionError:
                self.meld("T203", stap.code.tekst, TE_DIEP)

    def _step(self, stap: Stap) -> None:
        """Look at one code, and at what is in its block."""
        doe = self._stappen.get(type(stap.node))
        if doe is not None:
            doe(stap, stap.node)
            return
        for tak in stap.takken:
            self.walk(tak.binnen)

    def _inside(self, stappen: Iterable[Stap], namen: Mapping[str, Soort]) -> None:
        """Go through a block with names of its own."""
        self._bereik.lagen.append(dict(namen))
        self.walk(stappen)
        self._bereik.lagen.pop()

    def _for(self, stap: Stap, node: nodes.For) -> None:
        """Go through a loop: its items have the kind that the list says."""
        soort = self._uitdrukking.soort(node.iter)
        if soort.aard in _GEEN_LIJST:
            self.meld("T104", self._uitdrukking.name(node.iter), f"{soort.aard}")
        namen = {**_targets(node.target, soort.per_stuk), "loop": Soort(Aard.LUS)}
        was_open = self._bereik.is_open
        self._bereik.is_open = was_open or ALLES in namen
        self._bereik.lagen.append(namen)
        if node.test is not None:
            self._uitdrukking.soort(node.test)
        self.walk(stap.takken[0].binnen)
        self._bereik.lagen.pop()
        self._bereik.is_open = was_open
        for tak in stap.takken[1:]:
            self._inside(tak.binnen, {})

    def _if(self, stap: Stap, node: nodes.If) -> None:
        """Go through all branches; what they give a name is certain only when they agree."""
        self._uitdrukking.soort(node.test)
        voor = dict(self._bereik.lagen[-1])
        uitkomsten = []
        for tak in stap.takken:
            self._nu = tak.code
            self._bereik.lagen[-1] = dict(voor)
            if tak.voorwaarde is not None:
                self._uitdrukking.soort(tak.voorwaarde.test)
            self.walk(tak.binnen)
            uitkomsten.append(self._bereik.lagen[-1])
        self._bereik.lagen[-1] = reduce(_both, uitkomsten)

    def _assign(self, _stap: Stap, node: nodes.Assign) -> None:
        """Keep the kind of what ``set`` names."""
        for naam, soort in _targets(node.target, self._uitdrukking.soort(node.node)).items():
            self._bereik.keep(naam, soort)

    def _assign_block(self, stap: Stap, node: nodes.AssignBlock) -> None:
        """Keep a block of text under a name."""
        self._inside(stap.takken[0].binnen, {})
        for naam in _targets(node.target, ONBEKEND):
            self._bereik.keep(naam, ONBEKEND)

    def _macro(self, stap: Stap, node: nodes.Macro) -> None:
        """Go through a macro; its arguments can be anything."""
        for waarde in node.defaults:
            self._uitdrukking.soort(waarde)
        self._bereik.keep(node.name, ONBEKEND)
        self._inside(stap.takken[0].binnen, {arg.name: ONBEKEND for arg in node.args})

    def _call_block(self, stap: Stap, node: nodes.CallBlock) -> None:
        """Go through the text that a macro is given."""
        self._uitdrukking.soort(node.call)
        self._inside(stap.takken[0].binnen, {arg.name: ONBEKEND for arg in node.args})

    def _with(self, stap: Stap, node: nodes.With) -> None:
        """Go through a block with values of its own."""
        namen: dict[str, Soort] = {}
        for doel, waarde in zip(node.targets, node.values, strict=True):
            namen |= _targets(doel, self._uitdrukking.soort(waarde))
        self._inside(stap.takken[0].binnen, namen)

    def _filter_block(self, stap: Stap, node: nodes.FilterBlock) -> None:
        """Go through a block whose text goes through a filter."""
        self._uitdrukking.check_filter_name(node.filter)
        self._inside(stap.takken[0].binnen, {})

    def _output(self, stap: Stap, node: nodes.Output) -> None:
        """Look at what is printed."""
        for kind in node.nodes:
            if not isinstance(kind, nodes.TemplateData):
                soort = self._uitdrukking.soort(kind)
                self._uitdrukking.check_printed(kind, soort, stap.code)


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
