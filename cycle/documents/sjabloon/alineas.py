"""Alineas: every paragraph of a template with its text and its place, as Word shows them.

This reads the file as its maker left it, not as docxtpl rewrites it, because what docxtpl
throws away is exactly what the maker must hear about.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from cycle.documents import location
from cycle.documents.package import CORE, STYLES, no_word_document
from cycle.documents.veilig import parse_part, read_returned

_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{_NS}}}"
_TEKST: Final = f"{W}t"
_OPMAAK: Final = f"{W}pPr"
_STIJL: Final = f"{W}pStyle"
_WAARDE: Final = f"{W}val"
_LOS: Final = (f"{W}instrText", f"{W}delText", f"{W}delInstrText")
_KADER: Final = f"{W}txbxContent"
_DOORZICHTIG: Final = frozenset(f"{W}{n}" for n in ("sdt", "sdtContent", "ins", "customXml"))
_BEELD: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_TYPEN: Final = "[Content_Types].xml"
ADVIES: Final = "Ga uit van het meegeleverde sjabloon, of bewaar uw sjabloon opnieuw in Word."
"""What to do about a file that cannot be a template."""
_MAIN: Final = ".main+xml"
_SOORTEN: Final = (_MAIN, ".header+xml", ".footer+xml", ".footnotes+xml")
_IN_ATTRIBUUT: Final = re.compile(rb'="[^"<>]*\{[{%]')
_CODE: Final = re.compile(r"\{[{%]")


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the reading is: the outermost table as Word counts it, and what is around."""

    tabel: int = 0
    rij: int = 0
    cel: int = 0
    houder: object = None
    in_tabel: object = None
    in_rij: object = None
    in_cel: object = None


@dataclass(frozen=True, slots=True, eq=False)
class Alinea:
    """One paragraph under a heading; `nummer` counts the paragraphs of its part from 0.

    `grenzen` is where in `tekst` each piece begins that Word keeps as one. `los` are texts
    that stand apart from it (attributes, fields) with the offset at which they stand.
    """

    deel: str
    nummer: int
    plaats: Plaats
    tekst: str
    grenzen: tuple[int, ...] = ()
    los: tuple[tuple[int, str], ...] = ()
    has_beeld: bool = False
    kop: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What the check looks at: paragraphs, parts as trees by name, and all parts as bytes."""

    naam: str
    alineas: tuple[Alinea, ...]
    bomen: Mapping[str, etree._Element]
    parts: Mapping[str, bytes]


def read_inhoud(docx: bytes, naam: str) -> Inhoud:
    """Return the text, headers, footers, footnotes and properties of a template.

    Raises:
        InvoerError: this is no Word document, it is damaged, or built to do harm.
    """
    parts = read_returned(docx, naam, advies=ADVIES)
    delen = _delen(parts, naam)
    if not delen or delen[0] not in parts:
        raise no_word_document(naam)
    bomen = {deel: parse_part(parts[deel], naam, advies=ADVIES) for deel in delen if deel in parts}
    koppen = _koppen(parts, naam)
    alineas = []
    for deel, boom in bomen.items():
        los = _IN_ATTRIBUUT.search(parts[deel]) is not None
        alineas += list(_Lezer(deel, koppen, los).read(boom))
    if CORE in parts:
        alineas += list(_eigenschappen(parse_part(parts[CORE], naam, advies=ADVIES)))
    return Inhoud(naam, tuple(alineas), bomen, parts)


def _koppen(parts: Mapping[str, bytes], naam: str) -> frozenset[str]:
    """Return the ids of the styles for headings."""
    styles = parts.get(STYLES, b"")
    try:
        return location.heading_styles(styles)
    except (etree.LxmlError, ValueError):
        parse_part(styles, naam, advies=ADVIES)
        raise


def _delen(parts: Mapping[str, bytes], naam: str) -> list[str]:
    """Return the names of the parts that are filled, the text first."""
    soorten = {
        str(regel.get("PartName")).lstrip("/"): str(regel.get("ContentType"))
        for regel in parse_part(parts.get(_TYPEN, b"<x/>"), naam, advies=ADVIES)
        if regel.get("PartName")
    }
    gevonden = [
        (next((n for n, einde in enumerate(_SOORTEN) if soort.endswith(einde)), -1), deel)
        for deel, soort in soorten.items()
    ]
    gevonden = sorted((rang, deel) for rang, deel in gevonden if rang >= 0)
    is_heel = bool(gevonden) and gevonden[0][0] == 0
    return [deel for _, deel in gevonden] if is_heel else []


@dataclass(slots=True)
class _Lezer:
    """Reads one part; `los_erbij` tells whether an attribute somewhere holds a code."""

    deel: str
    koppen: frozenset[str]
    los_erbij: bool
    kop: str = ""
    tabellen: int = 0
    nummer: int = 0
    noot: str = ""
    wacht: list[str] = field(default_factory=list)

    def read(self, boom: etree._Element) -> Iterator[Alinea]:
        """Yield the paragraphs of the part."""
        yield from self._walk(boom, Plaats(houder=boom))

    def _walk(self, element: etree._Element, plaats: Plaats) -> Iterator[Alinea]:
        """Yield the paragraphs below an element."""
        rij = cel = 0
        for kind in _kinderen(element):
            naam = kind.tag
            if naam == f"{W}p":
                yield from self._alinea(kind, plaats)
                continue
            if self.los_erbij:
                self._collect(kind)
            if naam == f"{W}tbl":
                yield from self._walk(kind, self._tabel(kind, plaats))
            elif naam == f"{W}tr":
                rij += 1
                yield from self._walk(kind, _in_rij(kind, plaats, rij))
            elif naam == f"{W}tc":
                cel += 1
                yield from self._walk(kind, _in_cel(kind, plaats, cel))
            elif len(kind):
                yield from self._walk(kind, self._deel_van(kind, plaats))

    def _deel_van(self, element: etree._Element, plaats: Plaats) -> Plaats:
        """Return the place inside any other element, such as a footnote."""
        if element.tag == f"{W}footnote":
            self.noot = str(element.get(f"{W}id"))
        return replace(plaats, houder=element)

    def _tabel(self, tabel: etree._Element, plaats: Plaats) -> Plaats:
        """Return the place inside a table; a table in a cell does not count."""
        if plaats.in_cel is None:
            self.tabellen += 1
            return Plaats(self.tabellen, houder=tabel, in_tabel=tabel)
        return replace(plaats, in_tabel=tabel, houder=tabel)

    def _collect(self, element: etree._Element) -> None:
        """Keep the codes in the attributes of an element for the next paragraph."""
        self.wacht += [str(v) for v in element.attrib.values() if _CODE.search(str(v))]

    def _alinea(self, element: etree._Element, plaats: Plaats) -> Iterator[Alinea]:
        """Yield one paragraph, then those in its text boxes."""
        stukken: list[str] = []
        grenzen: list[int] = []
        los = [(0, tekst) for tekst in self.wacht]
        self.wacht.clear()
        lengte, beeld, kaders = 0, False, []
        for kind in _inside(element):
            if kind.tag == _TEKST:
                grenzen.append(lengte)
                stukken.append(kind.text or "")
                lengte += len(stukken[-1])
            elif kind.tag in _LOS and _CODE.search(kind.text or ""):
                los.append((lengte, kind.text))
            elif kind.tag == _KADER:
                kaders.append(kind)
            beeld = beeld or kind.tag in _BEELD
            if self.los_erbij:
                los += [(lengte, str(v)) for v in kind.attrib.values() if _CODE.search(str(v))]
        tekst = "".join(stukken)
        yield Alinea(
            self.deel,
            self.nummer,
            plaats,
            tekst,
            tuple(grenzen),
            tuple(los),
            has_beeld=beeld,
            kop=self.kop,
            noot=self.noot,
        )
        self.nummer += 1
        self._remember_kop(element, tekst)
        for kader in kaders:
            yield from self._walk(kader, replace(plaats, houder=kader))

    def _remember_kop(self, alinea: etree._Element, tekst: str) -> None:
        """Keep the words of a heading for what comes after it."""
        opmaak = alinea[0] if len(alinea) else None
        if opmaak is None or opmaak.tag != _OPMAAK or not tekst.strip():
            return
        stijl = opmaak.find(_STIJL)
        if stijl is not None and stijl.get(_WAARDE) in self.koppen:
            self.kop = location.shortened(tekst)


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is in a paragraph in order; the inside of a text box is not entered."""
    for kind in element:
        yield kind
        if kind.tag != _KADER and len(kind):
            yield from _inside(kind)


def _in_rij(rij: etree._Element, plaats: Plaats, nummer: int) -> Plaats:
    """Return the place inside a row; rows of a table in a cell do not count."""
    if plaats.in_cel is None:
        return Plaats(plaats.tabel, nummer, 0, rij, plaats.in_tabel, rij)
    return replace(plaats, in_rij=rij, houder=rij)


def _in_cel(cel: etree._Element, plaats: Plaats, nummer: int) -> Plaats:
    """Return the place inside a cell."""
    if plaats.in_cel is None:
        return Plaats(plaats.tabel, plaats.rij, nummer, cel, plaats.in_tabel, plaats.in_rij, cel)
    return replace(plaats, in_cel=cel, houder=cel)


def _kinderen(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands side by side in Word: the inside of a content control counts too."""
    for kind in element:
        if kind.tag in _DOORZICHTIG:
            yield from _kinderen(kind)
        else:
            yield kind


def _eigenschappen(boom: etree._Element) -> Iterator[Alinea]:
    """Yield the properties of the document as if each were a paragraph."""
    for nummer, veld in enumerate(boom):
        yield Alinea(CORE, nummer, Plaats(houder=boom), veld.text or "")
