"""Plaats: which lines of a text a whole paragraph takes, and where a new one goes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cycle.domain.opmaak.bewijs import note_names
from cycle.domain.opmaak.bronplek import blank_marker, list_regels, source_places
from cycle.domain.opmaak.lezen import Opmaak
from cycle.domain.opmaak.regelwerk import next_number, renumber, without_regels

if TYPE_CHECKING:
    from markdown_it.token import Token

_LOS: Final = ("paragraph_open", "heading_open")
_EERSTE: Final = ("list_item_open", "dd_open")
_HOUDERS: Final = (*_EERSTE, "bullet_list_open", "ordered_list_open", "blockquote_open")
_PUNT: Final = re.compile(r"(?:[-+*]|(\d+)[.)])[ \t]+$")
_LEEG: Final = re.compile(r"[ \t>]*")
_ALINEA: Final = ("paragraph_open", "inline", "paragraph_close")
_PUNT_ERBIJ: Final = ("list_item_close", "list_item_open", *_ALINEA)


@dataclass(frozen=True, slots=True)
class Weglating:
    """A text without blocks `begin` to `eind`."""

    tekst: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Invoeging:
    """A place for a new paragraph: between `voor` and `na`, at block `plek`.

    `vervolg` stands before each next line of it, `soorten` are the blocks it adds.
    """

    voor: str
    na: str
    vervolg: str
    plek: int
    soorten: tuple[str, ...] = _ALINEA

    def write(self, woorden: str) -> str:
        """Return the text with these words there."""
        return self.voor + woorden + self.na


def list_weglatingen(tekst: str, opmaak: Opmaak, index: int) -> Iterator[Weglating]:
    """Yield ways to leave out the paragraph that is block `index`, the most complete first."""
    blokken = opmaak.blokken
    if blokken[index - 1].type not in _LOS:
        return
    begin, eind = _with_houders(blokken, index)
    volgende = [token.type for token in blokken[eind : eind + 1]]
    if blokken[begin - 1].type in _EERSTE and volgende == ["paragraph_open"] and begin:
        hier, daar = (source_places(tekst, opmaak, plek) for plek in (index, eind + 1))
        if hier and daar:
            yield Weglating(tekst[: hier[0]] + tekst[daar[0] :], begin, eind)
        return
    is_punt = blokken[begin].type == "list_item_open"
    genummerd = renumber(tekst, opmaak, begin, -1) if is_punt else tekst
    weg = set(range(*(blokken[begin].map or (0, 0))))
    for extra in (_unused(opmaak, begin, eind), set[int]()):
        yield Weglating(without_regels(genummerd, weg | extra), begin, eind)


def list_invoegingen(tekst: str, opmaak: Opmaak, index: int) -> Iterator[Invoeging]:
    """Yield places for a new paragraph behind block `index`; at the start when it is -1."""
    if index < 0:
        yield Invoeging("", f"\n\n{tekst}" if tekst.strip() else tekst, "", 0)
        return
    blok = opmaak.blokken[index - 1]
    plekken = source_places(tekst, opmaak, index)
    if blok.type not in _LOS or plekken is None or not blok.map:
        return
    punt = _item_around(opmaak.blokken, index)
    if punt is not None:
        yield from _new_items(tekst, opmaak, index, punt)
        return
    regels = list_regels(tekst)
    voor, einde = tekst[regels[blok.map[0]][0] : plekken[0]], regels[blok.map[1] - 1][1]
    vervolg = "" if blok.type == "heading_open" else blank_marker(voor)
    wit, rest = f"\n{vervolg.rstrip()}", tekst[einde:]
    is_dicht = rest.strip() and not _LEEG.fullmatch(tekst[slice(*regels[blok.map[1]])])
    yield Invoeging(
        f"{tekst[:einde]}{wit}\n{vervolg}",
        wit + rest if is_dicht else rest,
        vervolg,
        index + 2,
    )


def _new_items(tekst: str, opmaak: Opmaak, index: int, punt: int) -> Iterator[Invoeging]:
    """Yield the place of a new item, behind paragraph `index` of the item at block `punt`."""
    eerste = source_places(tekst, opmaak, punt + 2)
    kaart, blok = opmaak.blokken[punt].map, opmaak.blokken[index - 1]
    if not eerste or not kaart or not blok.map:
        return
    teken = _PUNT.search(tekst[list_regels(tekst)[kaart[0]][0] : eerste[0]])
    if teken is None:
        return
    buiten = blank_marker(teken.string[: teken.start()])
    merk = teken[0].replace(teken[1], next_number(opmaak, punt)) if teken[1] else teken[0]
    genummerd = renumber(tekst, opmaak, punt, 1)
    einde = list_regels(genummerd)[blok.map[1] - 1][1]
    wit = "" if blok.hidden else f"\n{buiten.rstrip()}"
    yield Invoeging(
        f"{genummerd[:einde]}{wit}\n{buiten}{merk}",
        genummerd[einde:],
        buiten + " " * len(merk),
        index + 2,
        _PUNT_ERBIJ,
    )


def _with_houders(blokken: "Sequence[Token]", index: int) -> tuple[int, int]:
    """Return begin and end of the paragraph with all around it that holds nothing else."""
    begin, eind = index - 1, index + 2
    while begin and blokken[begin - 1].type in _HOUDERS and blokken[eind].nesting == -1:
        begin, eind = begin - 1, eind + 1
    return begin, eind


def _item_around(blokken: "Sequence[Token]", index: int) -> int | None:
    """Return the list item that a paragraph stands in directly, None when it is in none."""
    diep = blokken[index - 1].level - 1
    rond = next(
        (p for p in reversed(range(index)) if blokken[p].level == diep and blokken[p].nesting == 1),
        None,
    )
    is_punt = rond is not None and blokken[rond].type == "list_item_open"
    return rond if is_punt and blokken[(rond or 0) + 2].type == "inline" else None


def _unused(opmaak: Opmaak, begin: int, eind: int) -> set[int]:
    """Return the lines of footnotes and addresses that only these blocks use."""
    weg = opmaak.blokken[begin:eind]
    namen = set(note_names(weg))
    noten = [noot for noot in opmaak.noten if noot.naam in namen and noot.regel >= 0]
    regels = {
        regel
        for noot in noten
        for token in noot.blokken
        for regel in range(noot.regel, (token.map or (0, noot.regel + 1))[1])
    }
    over = [*opmaak.blokken[:begin], *opmaak.blokken[eind:]]
    over += [token for noot in opmaak.noten if noot.naam not in namen for token in noot.blokken]
    adressen = _labels([*weg, *(token for noot in noten for token in noot.blokken)])
    return regels | {
        regel for naam, regel in opmaak.namen.items() if naam in adressen - _labels(over)
    }


def _labels(blokken: "Sequence[Token]") -> set[str]:
    """Return the names of the addresses that links in these blocks use."""
    return {str(kind.meta.get("label")) for token in blokken for kind in token.children or ()}
