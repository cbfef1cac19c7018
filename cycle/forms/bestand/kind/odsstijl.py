"""Odsstijl: what the styles of an open spreadsheet say of a cell: its line, its number format.

A format comes back as Excel would write it, so that one reader knows them all. Only formats
with words in them matter here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE, _NUMBER = (f"{{{_NS}{naam}:1.0}}" for naam in ("style", "datastyle"))
STIJL: Final = f"{_STYLE}style"
GETALSTIJLEN: Final = tuple(
    f"{_NUMBER}{naam}-style" for naam in ("number", "currency", "percentage", "text")
)
_LANGSTE: Final = 255
_DIEPSTE: Final = 10
_DUIZEND: Final = {"1000": ",", "1000000": ",,", "1000000000": ",,,"}


@dataclass(slots=True)
class Stijlen:
    """All styles of a file that were read so far, by their name."""

    gestreept: dict[str, bool] = field(default_factory=dict)
    formaten: dict[str, str] = field(default_factory=dict)
    ouders: dict[str, str] = field(default_factory=dict)
    getalstijlen: dict[str, "_Getalstijl"] = field(default_factory=dict)

    def add(self, stijl: "_Element") -> None:
        """Keep one style."""
        if stijl.tag != STIJL:
            naam = stijl.get(f"{_STYLE}name", "")
            self.getalstijlen[naam] = _Getalstijl(_woorden(stijl), tuple(_kaarten(stijl)))
            return
        naam = _sleutel(stijl.get(f"{_STYLE}family", ""), stijl.get(f"{_STYLE}name", ""))
        self.ouders[naam] = _sleutel(
            stijl.get(f"{_STYLE}family", ""), stijl.get(f"{_STYLE}parent-style-name", "")
        )
        strepen = [
            deel.get(f"{_STYLE}text-line-through-{soort}")
            for deel in stijl.iter(f"{_STYLE}text-properties")
            for soort in ("style", "type")
        ]
        if any(strepen):
            self.gestreept[naam] = any(streep not in (None, "none") for streep in strepen)
        if stijl.get(f"{_STYLE}data-style-name"):
            self.formaten[naam] = stijl.get(f"{_STYLE}data-style-name", "")

    def is_gestreept(self, familie: str, naam: str) -> bool:
        """Return whether a style puts a line through the text."""
        gevonden = (self.gestreept[n] for n in self._reeks(familie, naam) if n in self.gestreept)
        return next(gevonden, False)

    def formaat(self, naam: str) -> str:
        """Return the number format of a cell as Excel writes it, empty for one without words."""
        reeks = self._reeks("table-cell", naam)
        getalstijl = next((self.formaten[n] for n in reeks if n in self.formaten), "")
        return self._in_excel(getalstijl)[:_LANGSTE]

    def _reeks(self, familie: str, naam: str) -> Iterator[str]:
        """Yield a style and those it follows."""
        sleutel = _sleutel(familie, naam)
        for _ in range(_DIEPSTE):
            if sleutel not in self.ouders:
                return
            yield sleutel
            sleutel = self.ouders[sleutel]

    def _in_excel(self, naam: str) -> str:
        """Return a format with the parts that are for some numbers only in front of it."""
        stijl = self.getalstijlen.get(naam)
        if stijl is None:
            return ""
        delen = [
            f"[{voorwaarde}]{self.getalstijlen[ander].woorden}"
            for voorwaarde, ander in stijl.kaarten
            if ander in self.getalstijlen
        ]
        return ";".join((*delen, stijl.woorden))


@dataclass(frozen=True, slots=True)
class _Getalstijl:
    """A number format: its words as Excel writes them, and which other one is for which number."""

    woorden: str
    kaarten: tuple[tuple[str, str], ...]


def _sleutel(familie: str, naam: str) -> str:
    """Return the name of a style, which is its own within a family only."""
    return f"{familie} {naam}"


def _woorden(stijl: "_Element") -> str:
    """Return a number format without the number of decimals."""
    return "".join(_stukken(stijl))[:_LANGSTE]


def _stukken(stijl: "_Element") -> Iterator[str]:
    """Yield the pieces of a number format: words, the number, a percent sign."""
    for deel in stijl:
        naam = deel.tag.removeprefix(_NUMBER) if isinstance(deel.tag, str) else ""
        tekst = (deel.text or "").replace('"', "")
        if naam == "text" and tekst:
            is_procent = tekst.strip() == "%" and stijl.tag.endswith("percentage-style")
            yield "%" if is_procent else f'"{tekst}"'
        elif naam == "currency-symbol":
            yield f'"{tekst}"'
        elif naam in ("number", "scientific-number", "fraction"):
            yield "0" + _DUIZEND.get(deel.get(f"{_NUMBER}display-factor", ""), "")


def _kaarten(stijl: "_Element") -> Iterator[tuple[str, str]]:
    """Yield for which numbers another format counts, as ``>=0``, with its name."""
    for kaart in stijl.iterchildren(f"{_STYLE}map"):
        voorwaarde = kaart.get(f"{_STYLE}condition", "").removeprefix("value()")
        yield voorwaarde.replace("!=", "<>"), kaart.get(f"{_STYLE}apply-style-name", "")
