"""Gegevens: the list ``- Sleutel: waarde`` directly below a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.markdown import Sectie
from cycle.library.suggestie import advies, pair_sleutels

_REGEL = re.compile(r"[-*+]\s+(?P<sleutel>[^:]+?)\s*:\s*(?P<waarde>.*?)\s*")


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One value with its place."""

    waarde: str
    plek: Plek


@dataclass(slots=True)
class Gegevens:
    """All values of one list by key; `einde` is the index of the first line after it."""

    plek: Plek
    waarden: dict[str, list[Gegeven]] = field(default_factory=dict)
    einde: int = 0

    def een(self, sleutel: str) -> Gegeven | None:
        """Return the value of a key that may stand once, None when it is absent."""
        gevonden = self.waarden.get(sleutel)
        return gevonden[0] if gevonden else None

    def tekst(self, sleutel: str) -> str:
        """Return the text of a key, "" when it is absent."""
        gevonden = self.een(sleutel)
        return gevonden.waarde if gevonden else ""

    def alle(self, sleutel: str) -> Sequence[Gegeven]:
        """Return all values of a key that may stand more often."""
        return self.waarden.get(sleutel, ())


@dataclass(frozen=True, slots=True)
class Sleutels:
    """Which keys a list may have: all, the required ones, those that may repeat."""

    bekend: tuple[str, ...]
    verplicht: tuple[str, ...] = ()
    vaker: tuple[str, ...] = ()


def read_gegevens(sectie: Sectie, sleutels: Sleutels, bevindingen: Bevindingen) -> Gegevens:
    """Return the list at the head of a section, with a finding for every faulty line."""
    gegevens = Gegevens(plek=sectie.plek)
    leesbaar = True
    begin = next((i for i, regel in enumerate(sectie.regels) if regel.strip()), 0)
    gegevens.einde = begin
    items = _list_items(sectie, begin)
    if sleutels.verplicht and not items:
        bevindingen.fout(
            "I111",
            sectie.plek,
            "Onder deze kop ontbreekt de lijst met gegevens.",
            f"Begin met '- {sleutels.verplicht[0]}:'.",
        )
        return gegevens
    for index, regels in items:
        gegevens.einde = index + len(regels)
        gevonden = _REGEL.fullmatch(" ".join(regel.strip() for regel in regels))
        plek = sectie.plek_van(index)
        if gevonden is None or not gevonden["waarde"]:
            leesbaar = False
            bevindingen.fout("I151", plek, f"De regel '{regels[0].strip()}' is niet te lezen.")
            continue
        waarde = Gegeven(gevonden["waarde"], plek)
        gegevens.waarden.setdefault(gevonden["sleutel"], []).append(waarde)
    _check_sleutels(gegevens, sleutels, leesbaar=leesbaar, bevindingen=bevindingen)
    return gegevens


def _list_items(sectie: Sectie, begin: int) -> list[tuple[int, list[str]]]:
    """Return the items from `begin` on with their indented lines; other text ends the list."""
    items: list[tuple[int, list[str]]] = []
    for index in range(begin, len(sectie.regels)):
        regel = sectie.regels[index]
        if re.match(r"[-*+]\s", regel):
            items.append((index, [regel]))
        elif items and regel.strip() and regel[0].isspace():
            items[-1][1].append(regel)
        else:
            break
    return items


def _check_sleutels(
    gegevens: Gegevens, sleutels: Sleutels, *, leesbaar: bool, bevindingen: Bevindingen
) -> None:
    """Report unknown, missing and double keys."""
    onbekend = [sleutel for sleutel in gegevens.waarden if sleutel not in sleutels.bekend]
    ontbreekt = [s for s in sleutels.verplicht if s not in gegevens.waarden and leesbaar]
    bedoeld, over = pair_sleutels(onbekend, sleutels.bekend, ontbreekt)
    for sleutel, keuze in bedoeld.items():
        bevindingen.fout(
            "I110",
            gegevens.waarden[sleutel][0].plek,
            f"'{sleutel}' is geen bekend gegeven.",
            f"Bedoelt u '{keuze}'?" if keuze else advies(sleutel, sleutels.bekend),
        )
    for sleutel in over:
        bevindingen.fout(
            "I111",
            gegevens.plek,
            f"Het gegeven '{sleutel}' ontbreekt.",
            f"Voeg onder de kop een regel toe die begint met '- {sleutel}:'.",
        )
    for sleutel, waarden in gegevens.waarden.items():
        if len(waarden) > 1 and sleutel in sleutels.bekend and sleutel not in sleutels.vaker:
            bevindingen.fout(
                "I132", waarden[1].plek, f"Het gegeven '{sleutel}' staat er twee keer."
            )
