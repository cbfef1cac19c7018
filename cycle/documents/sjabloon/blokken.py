"""Blokken: which ``for`` belongs to which ``endfor``, and whether Word can repeat what is between.

Every code is read by itself, so that a fault in one of them does not hide the others. Codes
come back in many templates: what Jinja makes of one is remembered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from cycle.documents.diagnosis import dutch_syntax
from cycle.documents.environment import Sjabloonkamer
from cycle.documents.sjabloon.bereik import ONBEKENDE
from cycle.documents.sjabloon.bevindingen import Vondst, at_code
from cycle.documents.sjabloon.code import Code
from cycle.documents.template import template_room

_BLOKKEN: Final = frozenset(
    {"for", "if", "macro", "call", "filter", "block", "with", "set", "autoescape"}
)
_MIDDEN: Final = {"else": ("for", "if"), "elif": ("if",)}
ALLES: Final = "jaarschijf_alles"
"""A loop over this name makes every unknown name in it pass."""
_LUS: Final = re.compile(r"for\s+([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\b")
_ZET: Final = re.compile(r"set\s+([A-Za-z_]\w*)\s*=")
TE_DIEP: Final = "hij is te diep genest"
_DIEPST: Final = 50
"""Blocks in blocks; Jinja itself gives up at about a hundred."""
_KORT: Final = 300
"""Characters of a code that is worth remembering; a longer one is rare."""


@dataclass(slots=True)
class Tak:
    """A branch of a block: the code that begins it, its condition, and what is in it."""

    code: Code
    voorwaarde: nodes.If | None = None
    binnen: list["Stap"] = field(default_factory=list)


@dataclass(slots=True)
class Stap:
    """A code with what Jinja reads in it; a block has branches, any other code has none."""

    code: Code
    node: nodes.Node
    takken: list[Tak] = field(default_factory=list)


@dataclass(slots=True)
class Bouw:
    """The codes of one part as steps in blocks, and the faults in how they fit together."""

    codes: Sequence[Code]
    stappen: list[Stap] = field(default_factory=list)
    vondsten: list[Vondst] = field(default_factory=list)
    _open: list[Stap] = field(default_factory=list)
    _gemeld: set[Code] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Match the blocks."""
        for code in self.codes:
            self._take(code)
        while self._open:
            self._never_closed(self._open.pop())

    def _take(self, code: Code) -> None:
        """Put one code in its place: it begins, continues or ends a block, or is a step."""
        regel = code.regel
        woord = code.woord if regel.startswith("{%") else ""
        if woord in _MIDDEN:
            self._continue(code, _MIDDEN[woord])
        elif woord.startswith("end") and woord[3:] in _BLOKKEN:
            self._close(code, woord[3:])
        elif regel:
            is_blok = woord in _BLOKKEN and not (woord == "set" and "=" in code.inhoud)
            if is_blok and len(self._open) >= _DIEPST:
                self.vondsten.append(at_code("T203", code, code.tekst, TE_DIEP))
                return
            node = self._read(code, regel, f"{{% end{woord} %}}" if is_blok else "")
            stap = Stap(code, node, [Tak(code)] if is_blok else [])
            self._here().append(stap)
            if is_blok:
                self._open.append(stap)

    def _here(self) -> list[Stap]:
        """Return the list of steps that is being filled."""
        return self._open[-1].takken[-1].binnen if self._open else self.stappen

    def _read(self, code: Code, regel: str, einde: str) -> nodes.Node:
        """Return what Jinja reads in a code; a fault is reported and something put in its place."""
        try:
            return _node(regel, einde)
        except TemplateSyntaxError as fout:
            uitleg = dutch_syntax(str(fout.message))
        except RecursionError:
            uitleg = TE_DIEP
        if _is_letter_alone(code):
            uitleg = f"zet de letter {code.inhoud[:2].strip()} direct achter de accolade"
        self.vondsten.append(at_code("T203", code, code.tekst, uitleg))
        invaller = _stand_in(code, is_blok=bool(einde))
        return _node(invaller, f"{{% end{invaller.split()[1]} %}}" if einde else "")

    def _continue(self, code: Code, woorden: tuple[str, ...]) -> None:
        """Begin a new branch of the block that is open."""
        begin = self._find(code, woorden)
        if begin is None:
            self.vondsten.append(at_code("T205", code, code.tekst))
            return
        self._close_above(begin)
        self._compare(begin.code, code)
        gelezen = self._read(code, f"{{% if {ONBEKENDE} %}}{code.regel}", "{% endif %}")
        takken = gelezen.elif_ if isinstance(gelezen, nodes.If) else []
        begin.takken.append(Tak(code, takken[0] if takken else None))

    def _close(self, code: Code, woord: str) -> None:
        """Match an ``end`` with its begin."""
        begin = self._find(code, (woord,))
        if begin is None:
            self.vondsten.append(at_code("T205", code, code.tekst))
            return
        self._close_above(begin)
        self._open.pop()
        self._compare(begin.code, code)
        if code.inhoud != code.woord and woord != "block":
            self.vondsten.append(
                at_code("T203", code, code.tekst, f"schrijf alleen '{code.woord}'")
            )

    def _find(self, code: Code, woorden: tuple[str, ...]) -> Stap | None:
        """Return the open block that a code belongs to: at the same level if there is one."""
        for is_goed in (_is_same_level, _has_same_letter, lambda *_: True):
            for stap in reversed(self._open):
                if stap.code.woord in woorden and is_goed(stap.code, code):
                    return stap
        return None

    def _close_above(self, begin: Stap) -> None:
        """Close the blocks inside `begin` that have no end of their own."""
        while self._open[-1] is not begin:
            self._never_closed(self._open.pop())

    def _never_closed(self, stap: Stap) -> None:
        """Report a block without an end."""
        self.vondsten.append(at_code("T204", stap.code, stap.code.tekst, stap.code.woord))

    def _compare(self, begin: Code, code: Code) -> None:
        """Report an end that Word cannot join with its begin; once per block."""
        strepen = (begin.streep_voor, begin.streep_na, code.streep_voor, code.streep_na)
        if begin in self._gemeld or any(strepen):
            return
        fout = _misfit(begin, code)
        if fout:
            self._gemeld.add(begin)
            waar = code if fout == "T206" else begin
            woorden = (code.tekst, begin.tekst) if fout == "T206" else (begin.tekst,)
            self.vondsten.append(at_code(fout, waar, *woorden))


@lru_cache(maxsize=1)
def kamer() -> Sjabloonkamer:
    """Return the room in which templates are filled: it knows which filters there are."""
    return template_room()


def _node(regel: str, einde: str) -> nodes.Node:
    """Return what Jinja reads in one code, with the end it needs."""
    return _remembered(regel, einde) if len(regel) <= _KORT else _parsed(regel, einde)


def _parsed(regel: str, einde: str) -> nodes.Node:
    """Return the first node that Jinja reads."""
    node: nodes.Node = kamer().parse(regel + einde).body[0]
    return node


_remembered = lru_cache(maxsize=4096)(_parsed)


def _stand_in(code: Code, *, is_blok: bool) -> str:
    """Return a code that can be read, and begins what an unreadable one begins."""
    if lus := _LUS.match(code.inhoud):
        return f"{{% for {lus[1]} in {ONBEKENDE} %}}"
    if code.woord == "for":
        return f"{{% for {ALLES} in {ONBEKENDE} %}}"
    if zet := _ZET.match(code.inhoud):
        return f"{{% set {zet[1]} = {ONBEKENDE} %}}"
    return f"{{% if {ONBEKENDE} %}}" if is_blok else f"{{{{ {ONBEKENDE} }}}}"


def _is_letter_alone(code: Code) -> bool:
    """Return whether a letter of docxtpl stands where it is not seen."""
    return re.match(r"(?:p|tr|tc|r)\s+\S", code.inhoud) is not None and not code.letter


def _has_same_letter(begin: Code, code: Code) -> bool:
    """Return whether two codes have the same letter."""
    return begin.letter == code.letter


def _is_same_level(begin: Code, code: Code) -> bool:
    """Return whether Word can repeat or drop what stands between two codes."""
    return begin.letter == code.letter and _misfit(begin, code) == ""


def _misfit(begin: Code, code: Code) -> str:
    """Return the number of the finding about begin and end, empty when they fit."""
    hier, daar = begin.alinea.plaats, code.alinea.plaats
    if begin.letter != code.letter:
        return "T206"
    if begin.letter == "tr":
        return "" if hier.in_tabel is daar.in_tabel else "T206"
    if begin.letter == "tc":
        return "" if hier.in_rij is daar.in_rij else "T206"
    if begin.alinea is code.alinea:
        return ""
    if hier.houder is daar.houder:
        return "" if begin.letter == "p" else "T208"
    is_zelfde_tabel = hier.in_tabel is not None and hier.in_tabel is daar.in_tabel
    return "T207" if is_zelfde_tabel and not begin.letter else "T206"
