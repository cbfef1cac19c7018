"""Pakket: what is inside an xlsx, counted in one pass before openpyxl builds anything from it.

openpyxl makes an object of every element it knows and walks every cell of a merged block, a
link or a comment, so a small file can cost all memory there is. A form of ours stays far
below each limit. The pass also finds the formulas that were never worked out.
"""

import re
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

from cycle.forms.bestand.raster import Vak
from cycle.forms.bestand.zipdeel import read_deel

MEESTE_CELLEN: Final = 75_000
MEESTE_TEKSTEN: Final = 60_000
MEESTE_RIJEN: Final = 60_000
"""Rows of all sheets, also those without cells: openpyxl keeps an object for each."""
MEESTE_CELDELEN: Final = 200_000  # values, formulas and pieces of text inside the cells
MEESTE_BEREIK: Final = 20_000
"""Cells that merged blocks, links and comments may cover together."""

_MEESTE_ELEMENTEN: Final = 40_000
_MEESTE_TEKENS: Final = 500_000
_MEESTE_FOTOS: Final = 50 * 1024 * 1024
_GROOTST_DEEL: Final = 4 * 1024 * 1024
_GROOTST_BLAD: Final = 32 * 1024 * 1024
_VAAKST: Final = 5
_LANGSTE_NAAM: Final = 2000
_IN_CEL: Final = frozenset({"v", "is", "t", "r", "f"})
_MET_BEREIK: Final = frozenset({"mergeCell", "hyperlink", "comment"})
_BEREIK = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_NIET_GEWOON = re.compile(rb"<(?:f[ />]|c[/>]|mergeCell |hyperlink |\w+:)")
_BOM: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class _Onveilig(Exception):
    """The package holds something that is never opened, or far too much."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class _Telling:
    """What was counted in all parts so far, and the formulas without an outcome by part."""

    cellen: int = 0
    teksten: int = 0
    rijen: int = 0
    celdelen: int = 0
    bereik: int = 0
    elementen: int = 0
    tekens: int = 0
    fotos: int = 0
    bladen: int = 0
    bladdelen: int = 0
    has_strepen: bool = False
    doelen: Counter[str] = field(default_factory=Counter)
    formules: dict[str, dict[Vak, str]] = field(default_factory=dict)

    def check(self) -> None:
        """Raise `_Onveilig` for a package that passed a limit."""
        geteld = (
            (self.cellen, MEESTE_CELLEN),
            (self.teksten, MEESTE_TEKSTEN),
            (self.rijen, MEESTE_RIJEN),
            (self.celdelen, MEESTE_CELDELEN),
            (self.elementen, _MEESTE_ELEMENTEN),
            (self.tekens, _MEESTE_TEKENS),
        )
        if any(aantal > grens for aantal, grens in geteld):
            raise _Onveilig("B005")
        if self.bereik > MEESTE_BEREIK:
            raise _Onveilig("B006")


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What a package holds: why it is not opened, or its formulas without an outcome.

    `code` is empty when it may be opened; `formules` is by part and cell. With `has_strepen`
    a line can run through a part of a text.
    """

    code: str
    formules: Mapping[str, Mapping[Vak, str]] = field(default_factory=dict)
    has_strepen: bool = False


def scan_pakket(pakket: ZipFile) -> Inhoud:
    """Return what an xlsx holds, after one pass over every XML part in it."""
    telling = _Telling()
    grootste_foto = 0
    try:
        for deel in pakket.infolist():
            inhoud = read_deel(pakket, deel.filename)
            if not _is_xml(inhoud):
                grootste_foto = max(grootste_foto, len(inhoud))
            elif not deel.filename.lower().endswith(".vml"):
                _scan_deel(deel.filename, inhoud, telling)
        _check_geheel(telling, grootste_foto)
    except _Onveilig as onveilig:
        return Inhoud(onveilig.code)
    return Inhoud("", telling.formules, telling.has_strepen)


def _is_xml(inhoud: bytes) -> bool:
    """Return whether a part can be XML, whatever its name says."""
    return inhoud.startswith(_BOM) or inhoud.lstrip()[:1] == b"<"


def _check_geheel(telling: _Telling, grootste_foto: int) -> None:
    """Raise `_Onveilig` for parts that are used over and over: each use is read again."""
    if telling.bladen > telling.bladdelen or max(telling.doelen.values(), default=0) > _VAAKST:
        raise _Onveilig("B006")
    if telling.fotos * grootste_foto > _MEESTE_FOTOS:
        raise _Onveilig("B005")


def _scan_deel(naam: str, inhoud: bytes, telling: _Telling) -> None:
    """Count what one part holds; damage is left for the reader to find.

    Raises:
        _Onveilig: the part has definitions of its own, or too much in it.
    """
    if _is_gewoon(inhoud):
        _tel_gewoon(inhoud, telling)
        return
    lezer = expat.ParserCreate()
    deel = _Deel(naam, telling, lezer)
    lezer.StartElementHandler = deel.begin
    lezer.StartDoctypeDeclHandler = deel.weiger
    with suppress(expat.ExpatError):
        lezer.Parse(inhoud, True)
    deel.sluit_cel()
    telling.has_strepen |= deel.is_groot and b"strike" in inhoud
    telling.check()
    grens = _GROOTST_BLAD if deel.is_groot else _GROOTST_DEEL
    if len(inhoud) > grens:
        raise _Onveilig("B005")


def _is_gewoon(inhoud: bytes) -> bool:
    """Return whether a part is a sheet or a list of texts that counting bytes is enough for.

    A form of ours is: no formulas, no ranges, no definitions and no other letters.
    """
    kop = inhoud[:300].lower()
    return (
        inhoud.startswith((b"<?xml", b"<worksheet", b"<sst"))
        and (b"<worksheet" in kop or b"<sst" in kop)
        and (b"encoding" not in kop or b"utf-8" in kop)
        and len(inhoud) <= _GROOTST_BLAD
        and b"<!" not in inhoud
        and _NIET_GEWOON.search(inhoud) is None
    )


def _tel_gewoon(inhoud: bytes, telling: _Telling) -> None:
    """Count a plain sheet or list of texts by its bytes.

    Raises:
        _Onveilig: it is more than any form of ours.
    """
    cellen, teksten, rijen = map(inhoud.count, (b"<c ", b"<si", b"<row"))
    celdelen = sum(map(inhoud.count, (b"<v", b"<is>", b"<t>", b"<t ")))
    geopend = inhoud.count(b"<") - inhoud.count(b"</")
    telling.cellen += cellen
    telling.teksten += teksten
    telling.rijen += rijen
    telling.celdelen += celdelen
    telling.elementen += max(geopend - cellen - teksten - rijen - celdelen, 0)
    telling.tekens += len(inhoud) - inhoud.rfind(b"</sheetData>") if teksten == 0 else 0
    telling.bladdelen += b"<worksheet" in inhoud[:1000]
    telling.has_strepen |= b"<strike" in inhoud
    telling.check()


class _Deel:
    """One part while it is scanned: the cell it is in, and what was counted."""

    def __init__(self, naam: str, telling: _Telling, lezer: expat.XMLParserType) -> None:
        self.naam = naam
        self.telling = telling
        self.lezer = lezer
        self.is_groot = False
        self._eerste = True
        self._plek = ""
        self._soort = ""
        self._formule: list[str] | None = None
        self._uitkomst: list[str] = []
        self._naam_lengte = 0

    def weiger(self, *_: object) -> None:
        """Refuse a part that brings its own definitions; our forms never do."""
        raise _Onveilig("B006")

    def begin(self, tag: str, velden: dict[str, str]) -> None:
        """Count one element."""
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if self._eerste:
            self._begin_deel(tag)
        self._naam_lengte = 0
        if not self.is_groot or not self._in_blad(tag, velden):
            self._tel(tag, velden)

    def _in_blad(self, tag: str, velden: dict[str, str]) -> bool:
        """Return whether an element is part of a cell, after it was counted as such."""
        if tag == "c":
            if self._formule is not None:
                self.sluit_cel()
            self.telling.cellen += 1
            self._plek = velden.get("r", "")
            self._soort = velden.get("t", "")
            return True
        if tag == "row":
            self.telling.rijen += 1
            return True
        if tag == "f":
            self._formule = []
            self.lezer.CharacterDataHandler = self._formule.append
        elif tag == "v" and self._formule is not None:
            self.lezer.CharacterDataHandler = self._uitkomst.append
        elif tag == "si":
            self.telling.teksten += 1
            return True
        self.telling.celdelen += tag in _IN_CEL
        return tag in _IN_CEL

    def _begin_deel(self, tag: str) -> None:
        """Note what kind of part this is by its first element."""
        self._eerste = False
        self.is_groot = tag in ("worksheet", "sst")
        if tag in ("worksheet", "chartsheet", "dialogsheet"):
            self.telling.bladdelen += 1
        elif tag == "workbook":
            self.lezer.CharacterDataHandler = self._tel_naam

    def _tel_naam(self, tekst: str) -> None:
        """Refuse a name in the workbook that is longer than openpyxl can take apart."""
        self._naam_lengte += len(tekst)
        if self._naam_lengte > _LANGSTE_NAAM:
            raise _Onveilig("B006")

    def _tel(self, tag: str, velden: dict[str, str]) -> None:
        """Count an element of which an object is made."""
        telling = self.telling
        telling.elementen += 1
        telling.tekens += sum(map(len, velden.values()))
        if tag in _MET_BEREIK:
            telling.bereik += _omvang(velden.get("ref", ""))
        elif tag == "sheet":
            telling.bladen += 1
        elif tag == "blip":
            telling.fotos += 1
        elif tag == "Relationship" and velden.get("TargetMode") != "External":
            telling.doelen[velden.get("Target", "").rpartition("/")[2]] += 1
        if telling.elementen % 1000 == 0:
            telling.check()

    def sluit_cel(self) -> None:
        """Keep the formula of the cell when it has no outcome; an empty text is one too."""
        formule, uitkomst = self._formule, "".join(self._uitkomst)
        self.lezer.CharacterDataHandler = None
        self._formule, self._uitkomst = None, []
        gevonden = _BEREIK.fullmatch(self._plek)
        if formule is None or uitkomst or self._soort == "str" or gevonden is None:
            return
        vak = (int(gevonden[2]), _kolom(gevonden[1]))
        self.telling.formules.setdefault(self.naam, {})[vak] = "=" + "".join(formule)


def _omvang(bereik: str) -> int:
    """Return how many cells a range covers; far too many for one that is not plain."""
    gevonden = _BEREIK.fullmatch(bereik.strip())
    if gevonden is None:
        return MEESTE_BEREIK + 1 if ":" in bereik else 1
    links, boven, rechts, onder = gevonden.groups()
    if rechts is None:
        return 1
    breedte = abs(_kolom(rechts) - _kolom(links)) + 1
    return breedte * (abs(int(onder) - int(boven)) + 1)


def _kolom(letters: str) -> int:
    """Return the number of a column, 1 for A."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer
