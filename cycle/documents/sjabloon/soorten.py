"""Soorten: what kind of value each field is, worked out from the view or from data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from typing import Final, get_args, get_type_hints

from cycle.documents.velden import ITEM, MARKDOWN, ZONDER_SJABLOON


class Aard(StrEnum):
    """What a value is, in the words of a template maker."""

    TEKST = "tekst"
    OPMAAK = "tekst met opmaak"
    JANEE = "ja of nee"
    GETAL = "getal"
    LIJST = "lijst"
    GROEP = "groep velden"
    BLOK = "opgemaakte alinea's"
    TEKEN = "bladwijzer"
    LUS = "lus"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of value: `item` is one of a list, `velden` are those of a group."""

    aard: Aard
    item: "Soort | None" = None
    velden: Mapping[str, "Soort"] = field(default_factory=dict)

    @property
    def per_stuk(self) -> "Soort":
        """Return the kind of one item; unknown when this is no list with items."""
        return self.item or ONBEKEND


TEKST: Final = Soort(Aard.TEKST)
OPMAAK: Final = Soort(Aard.OPMAAK)
JANEE: Final = Soort(Aard.JANEE)
GETAL: Final = Soort(Aard.GETAL)
ONBEKEND: Final = Soort(Aard.ONBEKEND)
BLOK: Final = Soort(Aard.BLOK)
TEKEN: Final = Soort(Aard.TEKEN)


def lijst(item: Soort) -> Soort:
    """Return a list of this kind."""
    return Soort(Aard.LIJST, item)


@lru_cache
def velden_van(view: type) -> Soort:
    """Return the fields of a view class, with everything below them."""
    return _groep(view, "")


def _groep(view: type, naam: str) -> Soort:
    """Return the group that a view class is; `naam` is what a template calls it."""
    hints = get_type_hints(view)
    velden = {}
    for veld in fields(view):
        volledig = f"{naam}.{veld.name}" if naam else veld.name
        item_naam = ITEM.get(veld.name, veld.name)
        velden[veld.name] = (
            ONBEKEND
            if veld.name in ZONDER_SJABLOON
            else _van_type(hints[veld.name], volledig, item_naam)
        )
    return Soort(Aard.GROEP, velden=velden)


def _van_type(kind: object, volledig: str, item_naam: str) -> Soort:
    """Return the kind of a field from its annotation."""
    if kind is bool:
        return JANEE
    if kind is str:
        return OPMAAK if volledig in MARKDOWN else TEKST
    if isinstance(kind, type) and is_dataclass(kind):
        return _groep(kind, item_naam)
    items = get_args(kind)
    return lijst(_van_type(items[0], item_naam, item_naam)) if items else ONBEKEND


def soort_van(waarde: object) -> Soort:
    """Return the kind of plain data, for templates that are filled with something else."""
    if isinstance(waarde, bool):
        return JANEE
    if isinstance(waarde, int | float):
        return GETAL
    if isinstance(waarde, str):
        return TEKST
    if isinstance(waarde, Mapping):
        return Soort(Aard.GROEP, velden={str(k): soort_van(v) for k, v in waarde.items()})
    if isinstance(waarde, list | tuple):
        return lijst(reduce(samen, map(soort_van, waarde)) if waarde else ONBEKEND)
    return ONBEKEND


def samen(een: Soort, ander: Soort) -> Soort:
    """Return what is certain of a value that is one kind or the other."""
    if een == ander:
        return een
    if een.aard is ander.aard is Aard.LIJST:
        return lijst(samen(een.per_stuk, ander.per_stuk))
    if een.aard is ander.aard is Aard.GROEP:
        return Soort(Aard.GROEP, velden={**een.velden, **ander.velden})
    return ONBEKEND


def list_paden(groep: Soort, naam: str = "") -> Iterator[str]:
    """Yield every field as a template writes it, such as ``thema.afspraken``."""
    for veld, soort in groep.velden.items():
        if veld in ZONDER_SJABLOON:
            continue
        yield f"{naam}.{veld}" if naam else veld
        binnen = soort.item or soort
        if binnen.aard is Aard.GROEP:
            yield from list_paden(binnen, ITEM.get(veld, veld))
