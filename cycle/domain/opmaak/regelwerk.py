"""Regelwerk: takes lines out of a text, and lets the items of a list count on."""

import re
from collections.abc import Collection
from typing import Final

from cycle.domain.opmaak.bronplek import list_regels
from cycle.domain.opmaak.lezen import Opmaak, first_regel

_LEEG: Final = re.compile(r"[ \t>]*")


def without_regels(tekst: str, weg: Collection[int]) -> str:
    """Return the text without these lines, and with one blank line where two would meet."""
    grenzen = list_regels(tekst)
    regels = [tekst[begin:eind] for begin, eind in grenzen]
    einden = [*(begin for begin, _ in grenzen[1:]), len(tekst)]
    leeg = {nummer for nummer, regel in enumerate(regels) if _LEEG.fullmatch(regel)}
    weg = _without_blank_tail(weg, leeg)
    for nummer in sorted(weg):
        if nummer + 1 not in weg:
            weg = weg | _meeting_blanks(nummer, weg, leeg, regels)
    over = [nummer for nummer in range(len(regels)) if nummer not in weg]
    klaar = "".join(tekst[grenzen[nummer][0] : einden[nummer]] for nummer in over)
    if over and over[-1] != len(regels) - 1:
        return klaar[: len(klaar) - (einden[over[-1]] - grenzen[over[-1]][1])]
    return klaar


def renumber(tekst: str, opmaak: Opmaak, item: int, stap: int) -> str:
    """Return the text in which the items behind the one at block `item` count `stap` further."""
    items = _items(opmaak, item)
    if not opmaak.blokken[item].info or _is_alike(opmaak, items):
        return tekst
    regels = list_regels(tekst)
    for plek in reversed(items[items.index(item) + 1 :]):
        token = opmaak.blokken[plek]
        begin, eind = regels[first_regel(token)]
        nummer = re.compile(rf"(?<!\w){token.info}(?=[.)])").search(tekst, begin, eind)
        if nummer:
            volgend = str(int(token.info) + stap)
            tekst = tekst[: nummer.start()] + volgend + tekst[nummer.end() :]
    return tekst


def next_number(opmaak: Opmaak, item: int) -> str:
    """Return the number of a new item behind the one at block `item`."""
    info = opmaak.blokken[item].info
    return info if _is_alike(opmaak, _items(opmaak, item)) else str(int(info) + 1)


def _items(opmaak: Opmaak, item: int) -> list[int]:
    """Return every item of the list that has the one at block `item`."""
    diep = opmaak.blokken[item].level
    begin = item
    while opmaak.blokken[begin].level >= diep:
        begin -= 1
    items: list[int] = []
    for plek in range(begin + 1, len(opmaak.blokken)):
        token = opmaak.blokken[plek]
        if token.level < diep:
            break
        if token.level == diep and token.type == "list_item_open":
            items.append(plek)
    return items


def _is_alike(opmaak: Opmaak, items: list[int]) -> bool:
    """Return whether the items of a list all have one number, which counts up too."""
    return len(items) > 1 and len({opmaak.blokken[plek].info for plek in items}) == 1


def _without_blank_tail(weg: Collection[int], leeg: Collection[int]) -> set[int]:
    """Return the lines without the blank ones that end a run: a list item takes those along."""
    klaar = set(weg)
    for nummer in sorted(klaar, reverse=True):
        if nummer in leeg and nummer + 1 not in klaar:
            klaar.discard(nummer)
    return klaar


def _meeting_blanks(
    nummer: int, weg: Collection[int], leeg: Collection[int], regels: list[str]
) -> set[int]:
    """Return the blank lines to take out where a run that ends with line `nummer` was."""
    voor, na = nummer, nummer + 1
    while voor in weg:
        voor -= 1
    if not (voor < 0 or voor in leeg) or not (na >= len(regels) or na in leeg):
        return set()
    is_na = na < len(regels) and (voor < 0 or ">" in regels[na])
    plek, stap = (na, 1) if is_na else (voor, -1)
    blanks = set[int]()
    while plek in leeg and plek not in weg:
        blanks.add(plek)
        plek += stap
    return blanks
