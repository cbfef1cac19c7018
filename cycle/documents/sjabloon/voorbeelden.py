"""Voorbeelden: the smallest, largest and oddest data that a template can get.

They are made from the classes of the view and from the examples in ``velden.md``, so a new
field is tried as soon as it exists.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import partial
from itertools import count, cycle
from typing import Any, Final, get_args, get_type_hints

from cycle.documents.veldbetekenis import BETEKENIS
from cycle.documents.velden import ITEM, MARKDOWN, ZONDER_SJABLOON


class Maat(StrEnum):
    """Which data a template is tried with."""

    KLEINST = "kleinst"
    GROOTST = "grootst"
    VREEMDST = "vreemdst"


_VAAK: Final[Mapping[str, int]] = {
    "themas": 12,
    "partijen": 14,
    "besluiten": 28,
    "ondertekening": 14,
    "momenten": 24,
    "specificaties": 30,
    "tabellen": 1,
    "themabeelden": 1,
    "rijen": 12,
}
"""How many items the largest data have in a list; other lists have `_GEWOON`."""
_GEWOON: Final = 3
_KOLOMMEN: Final = {Maat.GROOTST: 6, Maat.VREEMDST: 3}
_VREEMD_AANTAL: Final = 2
_PER_KOLOM: Final = ("kolommen", "cellen")
_KORT: Final = frozenset({"code", "datum", "jaar", "nummer", "prioriteit", "versie", "id"})
_ANKER: Final = "anker"
_IS_EIGEN: Final = "is_eigen"
_ALTIJD: Final = frozenset({"samenwerking", "gemeente", "titel", "jaar", "onderwerp"})
"""Fields that are never empty: a document without them has no name."""
_ZIN: Final = 4
_ERBIJ: Final = (
    " De partijen volgen dit samen en bespreken het in april en in september, met cijfers per "
    "kern en per doelgroep."
)
_WOORDEN_ERBIJ: Final = " en omstreken, voor alle kernen"
_LANG: Final = "Meerjarenonderhoudsbegrotingsoverzichten"
_VREEMD: Final = (
    "R&D <b>\"vet\"</b> & 'zo'",
    _LANG,
    "👩‍👩‍👧 🏘️ 100 %",
    "é̂e̋n ḧuis̈ à̧ Łódź",
    "שלום עולם, مرحبا, 12",
    "regel een\nregel twee\n\nregel vier\tna een tab",
    "**niet vet** | # kop | [x](y) | - punt",
    "{{ jaar }} {% if x %} {_{ }_}",
    " ",
    "‘’“”„ … – — €½×\u00a0\u00ad\u200b",
    "https://wonen.gemeente-met-een-lange-naam.example/" + "pad/" * 30,
    "",
)
_OPMAAK_GROOT: Final = (
    "De partijen bouwen **samen** aan wijken waar iedereen zich thuis voelt. "
    * 8
    + "\n\n- wij zeggen op tijd wat lukt en wat niet;\n- wij delen onze cijfers;\n"
    "  - per kern;\n  - per doelgroep.\n\n1. eerst de buurt;\n2. dan de stad.\n\n"
    + "| partij | aantal |\n|---|---:|\n| Domesta | 1.250 |\n| Woonservice | 60 |\n"
)
_OPMAAK_VREEMD: Final = (
    'R&D <b> "x" & ‘y’ 👩‍👩‍👧 שלום **vet** *schuin* ~~weg~~ `code < & >` x^[noot & <b>].\n\n'
    f"> {_LANG}\n\n3. drie\n   - punt\n\n     alinea erbij\n4. vier\n\n---\n\n"
    f"| {_LANG} | x |\n|:--|--:|\n| **a & b** | |\n\nBegrip\n: uitleg & meer\n"
)
_AFBEELDING: Final = "afbeelding"
_BESCHRIJVING: Final = "beschrijving"
"""What stands in place of a picture is never empty."""
_BEELD: Final = (
    "iVBORw0KGgoAAAANSUhEUgAABQAAAAPAAQMAAABQEkY6AAAABlBMVEW4xNAAAABpP99VAAAArElEQVR42u3B"
    "MQEAAADCoPVP7W8GoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgDdb3gABK55J7QAAAABJRU5ErkJggg=="
)
"""A grey picture as wide as a drawn one, in base64."""
_KOP_GROOT: Final = "## Waar dit over gaat\n\n"


def make_voorbeeld(view: type, maat: Maat) -> Any:  # noqa: ANN401 - an object of the class given
    """Return an object of a view class with the smallest, largest or oddest values."""
    return _Maker(maat).make(view, "")


class _Maker:
    """Makes one set of data; numbers go up and odd texts take turns."""

    def __init__(self, maat: Maat) -> None:
        """Begin counting."""
        self._maat = maat
        self._nummers: dict[type, Iterator[int]] = {}
        self._vreemd = cycle(_VREEMD)
        self._janee = cycle((True, False))

    def make(self, view: type, naam: str) -> Any:  # noqa: ANN401 - an object of the class given
        """Return an object of a view class; `naam` is what a template calls it."""
        hints = get_type_hints(view)
        nummer = next(self._nummers.setdefault(view, count(1)))
        waarden = {}
        for veld in fields(view):
            if veld.name in ZONDER_SJABLOON:
                continue
            maak = self._maker(view, veld.name, f"{naam}.{veld.name}" if naam else veld.name)
            waarden[veld.name] = self._value(hints[veld.name], veld.name, partial(maak, nummer))
        if "tekeningen" in hints:
            waarden["tekeningen"] = {_AFBEELDING: _BEELD}
        return view(**waarden)

    def _value(self, kind: object, veld: str, tekst: Callable[[], str]) -> object:
        """Return a value of this kind for a field."""
        if kind is bool:
            return self._yes(veld)
        if kind is str:
            return tekst()
        if isinstance(kind, type) and is_dataclass(kind):
            return self.make(kind, ITEM.get(veld, veld))
        item = get_args(kind)[0]
        return tuple(self._value(item, veld, tekst) for _ in range(self._length(veld)))

    def _yes(self, veld: str) -> bool:
        """Return yes and no in turn; the largest data are always the edition of one partij."""
        if veld == _IS_EIGEN:
            return self._maat is Maat.GROOTST
        return self._maat is not Maat.KLEINST and next(self._janee)

    def _length(self, veld: str) -> int:
        """Return how many items a list has."""
        if self._maat is Maat.KLEINST:
            return 0
        if veld in _PER_KOLOM:
            return _KOLOMMEN[self._maat]
        return _VAAK.get(veld, _GEWOON) if self._maat is Maat.GROOTST else _VREEMD_AANTAL

    def _maker(self, view: type, veld: str, volledig: str) -> Callable[[int], str]:
        """Return what makes the text of a field from the number of its item."""
        voorbeeld = BETEKENIS[view.__name__][veld][1]
        if veld in (_ANKER, "id"):
            soort = view.__name__.removesuffix("View")
            return lambda nummer: f"_{soort}_{nummer}" if veld == _ANKER else f"punt-{nummer}"
        if self._maat is Maat.KLEINST:
            return lambda _: voorbeeld if veld in _ALTIJD else ""
        if veld == _AFBEELDING:
            return lambda _: _AFBEELDING
        if veld == _BESCHRIJVING and self._maat is Maat.VREEMDST:
            return lambda _: f"{voorbeeld} {next(self._vreemd)}"
        if volledig in MARKDOWN:
            kop = _KOP_GROOT if volledig == "inleiding" else ""
            tekst = _OPMAAK_GROOT if self._maat is Maat.GROOTST else _OPMAAK_VREEMD
            return lambda _: kop + tekst
        if self._maat is Maat.VREEMDST:
            return lambda _: next(self._vreemd)
        if veld in _KORT or veld in _PER_KOLOM:
            return lambda nummer: str(nummer) if veld == "nummer" else voorbeeld
        return lambda _: _longer(voorbeeld)


def _longer(voorbeeld: str) -> str:
    """Return an example as long as it may be: a sentence goes on, a number has more digits."""
    if any(teken.isdigit() for teken in voorbeeld[:1] + voorbeeld[-2:]):
        return f"{voorbeeld} 1.234.567"
    erbij = _ERBIJ if len(voorbeeld.split()) >= _ZIN else _WOORDEN_ERBIJ
    return voorbeeld.rstrip(".") + ("." if erbij is _ERBIJ else "") + erbij
