"""Blokken: which ``for`` belongs to which ``endfor``, and whether Word can repeat what is between.

The codes of a part become lines that Jinja reads, one code per line, so that a line number
is a code. A fault in one code or block is mended in those lines, so that the others are
looked at as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from cycle.documents.diagnosis import dutch_syntax
from cycle.documents.environment import Sjabloonkamer
from cycle.documents.sjabloon.bevindingen import Vondst, at_code
from cycle.documents.sjabloon.code import Code

_EENVOUDIG: Final = frozenset({"for", "if", "macro", "call", "filter", "block", "with"})
_BLOKKEN: Final = _EENVOUDIG | {"set", "autoescape"}
_MIDDEN: Final = {"else": ("for", "if"), "elif": ("if",)}
ONBEKENDE: Final = "jaarschijf_onbekend"
"""A name that stands for a value we know nothing of."""
ALLES: Final = "jaarschijf_alles"
"""A loop over this name makes every unknown name in it pass."""
_LUS: Final = re.compile(r"for\s+([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\b")
_ZET: Final = re.compile(r"set\s+([A-Za-z_]\w*)\s*=")


@dataclass(slots=True)
class Bouw:
    """The codes of one part as lines for Jinja, and the faults in how they fit together."""

    codes: Sequence[Code]
    regels: list[str] = field(default_factory=list)
    vondsten: list[Vondst] = field(default_factory=list)
    _open: list[Code] = field(default_factory=list)
    _los_van: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Match the blocks."""
        self.regels = [code.regel for code in self.codes]
        for nummer, code in enumerate(self.codes):
            self._match(nummer, code)
        for code in self._open:
            self._never_closed(code)
        if self.regels:
            self.regels[-1] += "".join(f"{{% end{c.woord} %}}" for c in reversed(self._open))

    def parse(self, kamer: Sjabloonkamer) -> nodes.Template | None:
        """Return the tree of all lines; a line that cannot be read is reported and replaced."""
        for _ in range(len(self.regels) + 1):
            try:
                return kamer.parse("\n".join(self.regels))
            except TemplateSyntaxError as fout:
                nummer = min(max(fout.lineno, 1), len(self.regels)) - 1
                self._unreadable(nummer, dutch_syntax(str(fout.message)))
            except RecursionError:
                self._too_deep()
        return None

    def _match(self, nummer: int, code: Code) -> None:
        """Open, continue or close a block with one code."""
        if not self.regels[nummer].startswith("{%"):
            return
        woord = code.woord
        if woord in _BLOKKEN and not _ZET.match(code.inhoud) and not _is_rij_set(code):
            self._open.append(code)
        elif woord in _MIDDEN:
            self._middle(nummer, code, _MIDDEN[woord])
        elif woord.startswith("end") and woord[3:] in _BLOKKEN:
            self._close(nummer, code, woord[3:])

    def _middle(self, nummer: int, code: Code, woorden: tuple[str, ...]) -> None:
        """Match an ``else`` with the block that is open."""
        begin = self._find(code, woorden)
        if begin is None:
            self.regels[nummer] = ""
            self.vondsten.append(at_code("T205", code, code.tekst))
            return
        self.regels[nummer] = self._close_above(begin) + self.regels[nummer]
        self._compare(begin, code)

    def _close(self, nummer: int, code: Code, woord: str) -> None:
        """Match an ``end`` with its begin."""
        begin = self._find(code, (woord,))
        if begin is None:
            self.regels[nummer] = ""
            self.vondsten.append(at_code("T205", code, code.tekst))
            return
        self.regels[nummer] = self._close_above(begin) + self.regels[nummer]
        self._open.pop()
        self._compare(begin, code)

    def _find(self, code: Code, woorden: tuple[str, ...]) -> Code | None:
        """Return the open block that a code belongs to: at the same level if there is one."""
        passend = [c for c in reversed(self._open) if c.woord in woorden]
        for is_goed in (_is_same_level, _has_same_letter):
            gevonden = next((c for c in passend if is_goed(c, code)), None)
            if gevonden is not None:
                return gevonden
        return passend[0] if passend else None

    def _close_above(self, begin: Code) -> str:
        """Return the ends of the blocks inside `begin` that have none of their own."""
        einden = ""
        while self._open[-1] is not begin:
            vergeten = self._open.pop()
            self._never_closed(vergeten)
            einden += f"{{% end{vergeten.woord} %}}"
        return einden

    def _never_closed(self, code: Code) -> None:
        """Report a block without an end."""
        self.vondsten.append(at_code("T204", code, code.tekst, code.woord))

    def _compare(self, begin: Code, code: Code) -> None:
        """Report an end that Word cannot join with its begin; once per block."""
        if id(begin) in self._los_van or begin.streep_voor or begin.streep_na:
            return
        if code.streep_voor or code.streep_na:
            return
        fout = _misfit(begin, code)
        if fout:
            self._los_van.add(id(begin))
            waar = code if fout == "T206" else begin
            woorden = (code.tekst, begin.tekst) if fout == "T206" else (begin.tekst,)
            self.vondsten.append(at_code(fout, waar, *woorden))

    def _unreadable(self, nummer: int, uitleg: str) -> None:
        """Report a code and put something in its place that keeps the rest readable."""
        code = self.codes[nummer]
        if _is_letter_alone(code):
            uitleg = f"zet de letter {code.inhoud[:2].strip()} direct achter de accolade"
        self.vondsten.append(at_code("T203", code, code.tekst, uitleg))
        regel = self.regels[nummer]
        voor = regel[: regel.rfind("{%")] if regel.startswith("{% end") else ""
        self.regels[nummer] = voor + self._stand_in(code)

    def _stand_in(self, code: Code) -> str:
        """Return a line that opens what an unreadable code opens."""
        if lus := _LUS.match(code.inhoud):
            return f"{{% for {lus[1]} in {ONBEKENDE} %}}"
        if code.woord == "for":
            return f"{{% for {ALLES} in {ONBEKENDE} %}}"
        if zet := _ZET.match(code.inhoud):
            return f"{{% set {zet[1]} = {ONBEKENDE} %}}"
        if code.woord in ("if", "elif"):
            return f"{{% {code.woord} {ONBEKENDE} %}}"
        staand = {"macro": "macro _()", "call": "call _()", "filter": "filter trim", "set": "set _"}
        return f"{{% {staand[code.woord]} %}}" if code.woord in staand else ""

    def _too_deep(self) -> None:
        """Report the code with the most brackets, which is too deep to read."""
        diepst = max(range(len(self.regels)), key=lambda n: len(self.regels[n]))
        self._unreadable(diepst, "hij is te diep genest")


def _is_rij_set(code: Code) -> bool:
    """Return whether a ``set`` gives a value to more names or to a field at once."""
    return code.woord == "set" and "=" in code.inhoud


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
