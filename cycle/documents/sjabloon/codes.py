"""Codes: finds the tags in the paragraphs of a part, and what was meant to be one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cycle.documents.sjabloon.alineas import Alinea
from cycle.documents.sjabloon.bevindingen import Vondst, at_alinea, at_code
from cycle.documents.sjabloon.code import Code, read_code

_BEGIN: Final = re.compile(r"\{[{%#]")
_GENOEG: Final = 200
"""Half codes after which nobody wants to read of more."""
_LANGST: Final = 9000
"""Characters in which a code must end; nobody writes one as long, and looking costs time."""
_ACCOLADES: Final = 20
_EINDE: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_EINDROUW: Final = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r) )?\s*endraw\s*[-+]?%\}")
# what people mean as a code but no one fills: half a brace, a blank between two
_STUK: Final = re.compile(
    r"\{\s{1,9}[{%].{0,200}?[%}]\s{0,9}\}|\}\}|%\}|\{ ?(?P<naam>[a-z_]+)[\w.]* ?\}"
)


class Codelezer:
    """Reads the codes of one part; a raw block or a remark may run over paragraphs."""

    def __init__(self, namen: frozenset[str]) -> None:
        """Keep the names that make single braces look like a code."""
        self._namen = namen
        self._tot: re.Pattern[str] | None = None
        self.vondsten: list[Vondst] = []

    def read(self, alineas: Sequence[Alinea]) -> list[Code]:
        """Return the codes in order; what is half a code becomes a finding."""
        return [code for alinea in alineas for code in self._codes(alinea)]

    def _codes(self, alinea: Alinea) -> Iterator[Code]:
        """Yield the codes of one paragraph, with the loose ones where they stand."""
        los = [code for at, tekst in alinea.los for code in _los(alinea, at, tekst)]
        if "{" in alinea.tekst or "}" in alinea.tekst or self._tot:
            gewoon = list(self._in_tekst(alinea))
            los = sorted([*los, *gewoon], key=lambda code: (code.begin, not code.is_los))
        yield from los

    def _in_tekst(self, alinea: Alinea) -> Iterator[Code]:
        """Yield the codes in the text of a paragraph."""
        tekst, at = alinea.tekst, 0
        while True:
            if self._tot:
                gevonden = self._tot.search(tekst, at)
                if gevonden is None:
                    return
                at, self._tot = gevonden.end(), None
            begin = _BEGIN.search(tekst, at)
            if len(self.vondsten) > _GENOEG:
                return
            self._look_between(alinea, at, begin.start() if begin else len(tekst))
            if begin is None:
                return
            at = _einde(tekst, begin)
            if at:
                code = read_code(alinea, begin.start(), tekst[begin.start() : at])
                yield from self._unless_raw(code)
            elif begin[0] == "{#":
                self._tot, at = re.compile("#}"), begin.end()
            else:
                at = self._unclosed(alinea, begin)

    def _unless_raw(self, code: Code) -> Iterator[Code]:
        """Yield the code, unless it says that what follows is no code."""
        if code.woord == code.inhoud == "raw":
            self._tot = _EINDROUW
        else:
            yield code

    def _unclosed(self, alinea: Alinea, begin: re.Match[str]) -> int:
        """Report a code that does not end and return where to go on."""
        volgende = _BEGIN.search(alinea.tekst, begin.end())
        einde = volgende.start() if volgende else len(alinea.tekst)
        tekst = " ".join(alinea.tekst[begin.start() : einde].split())
        self.vondsten.append(at_code("T201", read_code(alinea, begin.start(), tekst), tekst[:40]))
        return einde

    def _look_between(self, alinea: Alinea, begin: int, einde: int) -> None:
        """Report what was meant as a code in plain text."""
        for stuk in _STUK.finditer(alinea.tekst, begin, einde):
            if stuk["naam"] is not None and stuk["naam"] not in self._namen:
                continue
            van = max(alinea.tekst.rfind("{", begin, stuk.start()), begin)
            woorden = alinea.tekst[van : stuk.end()].strip() if stuk[0] in ("}}", "%}") else stuk[0]
            wat = (stuk.start(), woorden)
            self.vondsten.append(at_alinea("T202", alinea, wat, (woorden[-40:],)))
            return


def _einde(tekst: str, begin: re.Match[str]) -> int:
    """Return where a code ends, 0 when it does not; a code in a code is no end."""
    teken = _EINDE[begin[0]]
    grens = begin.end() + _LANGST
    at = tekst.find(teken, begin.end(), grens)
    volgende = _BEGIN.search(tekst, begin.end())
    if at < 0 or (begin[0] != "{#" and volgende and volgende.start() < at):
        return 0
    if begin[0] == "{{":
        grens = volgende.start() if volgende else grens
        at = _behind_braces(tekst, begin.end(), at, grens)
    return at + len(teken)


def _behind_braces(tekst: str, begin: int, at: int, grens: int) -> int:
    """Return where the end is when braces are opened in the code itself, as ``{'a': {}}``."""
    for _ in range(_ACCOLADES):
        if tekst.count("{", begin, at) <= tekst.count("}", begin, at):
            return at
        verder = tekst.find("}}", at + 1, grens)
        if verder < 0:
            return at
        at = verder
    return at


def _los(alinea: Alinea, at: int, tekst: str) -> Iterator[Code]:
    """Yield the codes in a text that stands apart."""
    for begin in _BEGIN.finditer(tekst):
        einde = _einde(tekst, begin)
        if einde:
            yield read_code(alinea, at, tekst[begin.start() : einde], is_los=True)
