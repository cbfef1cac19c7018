"""Bronplek: where the characters of a paragraph stand in the text that was read.

The reader takes off what stands before each line of a list or quote, and the backslash of
a line in a table cell. What is left of a line is the end of that line, so it is found back.
"""

import re
from typing import TYPE_CHECKING, Final

from cycle.domain.opmaak.lezen import Opmaak, first_regel

if TYPE_CHECKING:
    from markdown_it.token import Token

_REGELEINDE: Final = re.compile(r"\r\n|\r|\n")
_INSPRING: Final = " \t"
_CELLEN: Final = ("th_open", "td_open")


def list_regels(tekst: str) -> list[tuple[int, int]]:
    """Return begin and end of every line, without its line end."""
    eindes = [(gevonden.start(), gevonden.end()) for gevonden in _REGELEINDE.finditer(tekst)]
    begins = [0, *(einde for _, einde in eindes)]
    return list(zip(begins, [*(begin for begin, _ in eindes), len(tekst)], strict=True))


def source_places(tekst: str, opmaak: Opmaak, index: int) -> list[int] | None:
    """Return where each character of the paragraph that is block `index` stands.

    One place more tells where it ends. None when a line of it is not found.
    """
    token, rond = opmaak.blokken[index], opmaak.blokken[index - 1]
    regels = list_regels(tekst)
    if rond.type in _CELLEN:
        return _cell_places(tekst, regels[first_regel(token)], opmaak, index)
    hekjes = rond.markup if rond.markup.startswith("#") else ""
    plekken: list[int] = []
    for (begin, einde), stuk in zip(
        regels[first_regel(token) :], token.content.split("\n"), strict=False
    ):
        kaal = stuk.strip(_INSPRING)
        regel = tekst[begin:einde]
        kolom = regel.find(kaal, regel.index(hekjes) + len(hekjes)) if hekjes else regel.rfind(kaal)
        if kolom < 0:
            return None
        vanaf = begin + kolom - (len(stuk) - len(stuk.lstrip(_INSPRING)))
        plekken += range(vanaf, vanaf + len(stuk) + 1)
    return plekken


def continuation(tekst: str, token: "Token", plekken: list[int]) -> str:
    """Return what stands, or would stand, before the second line of a paragraph."""
    regels = list_regels(tekst)
    eerste = first_regel(token)
    breuk = token.content.find("\n")
    if breuk >= 0:
        return tekst[regels[eerste + 1][0] : plekken[breuk + 1]]
    return blank_marker(tekst[regels[eerste][0] : plekken[0]])


def blank_marker(voor: str) -> str:
    """Return what stands before a paragraph as it is before a next line: bullets are blanks."""
    return re.sub(r"[^>\t]", " ", voor)


def _cell_places(
    tekst: str, regel: tuple[int, int], opmaak: Opmaak, index: int
) -> list[int] | None:
    r"""Return the places of a cell; those of ``\|`` count as one character."""
    nummer = -1
    for token in reversed(opmaak.blokken[:index]):
        if token.type == "tr_open":
            break
        nummer += token.type in _CELLEN
    cellen = _cells(tekst, *regel)
    if not 0 <= nummer < len(cellen):
        return None
    cel = cellen[nummer]
    tekens = "".join("|" if tekst[plek : plek + 2] == r"\|" else tekst[plek] for plek in cel[:-1])
    begin = len(tekens) - len(tekens.lstrip())
    einde = begin + len(tekens.strip())
    is_gevonden = tekens.strip() == opmaak.blokken[index].content
    return cel[begin : einde + 1] if is_gevonden else None


def _cells(tekst: str, begin: int, einde: int) -> list[list[int]]:
    """Return the places of the characters in each cell of a row, and where it ends."""
    kaal = tekst[begin:einde]
    begin += len(kaal) - len(kaal.lstrip())
    cellen: list[list[int]] = [[]]
    vorige = ""
    for plek, teken in enumerate(kaal.strip(), begin):
        if teken == "|" and vorige != "\\":
            cellen[-1].append(plek)
            cellen.append([])
        elif teken != "|":
            cellen[-1].append(plek)
        vorige = teken
    cellen[-1].append(begin + len(kaal.strip()))
    if len(cellen[0]) == 1:
        cellen.pop(0)
    if cellen and len(cellen[-1]) == 1:
        cellen.pop()
    return cellen
