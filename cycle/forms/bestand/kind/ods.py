"""Ods: an open spreadsheet as plain data.

The rows are read one by one and dropped again. Repeated empty rows and columns, which make
up most of such a file, are counted and never made.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from .bladdata import (
    DATUM,
    FORMULE,
    FOUT,
    GETAL,
    LAATSTE_KOLOM,
    LAATSTE_RIJ,
    LOGISCH,
    PROCENT,
    TEKST,
    TIJD,
    Bladdata,
)
from .odsstijl import GETALSTIJLEN, STIJL, Stijlen

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _META = (
    f"{{{_NS}{naam}:1.0}}" for naam in ("office", "table", "text", "meta")
)
_CALC: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CELLEN: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_KOLOM: Final = f"{_TABLE}table-column"
_GETALLEN: Final = {"float": GETAL, "currency": GETAL, "percentage": PROCENT}
_DAG: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MEESTE_HERHALING: Final = 1_000_000


def read_ods(inhoud: bytes) -> dict[str, Any]:
    """Return the sheets and the own properties of an open spreadsheet."""
    with ZipFile(io.BytesIO(inhoud)) as pakket:
        namen = pakket.namelist()
        stijlen = Stijlen()
        if "styles.xml" in namen:
            for _, stijl in _lees(pakket.read("styles.xml"), ("end",), (STIJL, *GETALSTIJLEN)):
                stijlen.add(stijl)
        bladen = list(_bladen(pakket.read("content.xml"), stijlen))
        meta = pakket.read("meta.xml") if "meta.xml" in namen else b""
    return {
        "bladen": [blad.als_data() for blad in bladen],
        "eigenschappen": dict(_eigenschappen(meta)),
    }


def _lees(
    inhoud: bytes, events: tuple[str, ...], tags: tuple[str, ...]
) -> Iterator[tuple[str, "_Element"]]:
    """Yield the elements of a part as they are read; entities stay as they are."""
    from lxml import etree

    yield from etree.iterparse(
        io.BytesIO(inhoud), events=events, tag=tags, resolve_entities=False, no_network=True,
        load_dtd=False,
    )  # fmt: skip


def _eigenschappen(meta: bytes) -> Iterator[tuple[str, str]]:
    """Yield the properties that were added to the file."""
    if meta:
        for _, veld in _lees(meta, ("end",), (f"{_META}user-defined",)):
            yield veld.get(f"{_META}name", ""), "".join(veld.itertext())


def _bladen(content: bytes, stijlen: Stijlen) -> Iterator[Bladdata]:
    """Yield each sheet, once it was read to its end."""
    tags = (f"{_TABLE}table", f"{_TABLE}table-row", _KOLOM, STIJL, *GETALSTIJLEN)
    lezer: _Bladlezer | None = None
    diepte = 0
    for event, element in _lees(content, ("start", "end"), tags):
        if element.tag == f"{_TABLE}table":
            diepte += 1 if event == "start" else -1
            if event == "start" and diepte == 1:
                lezer = _Bladlezer(Bladdata(element.get(f"{_TABLE}name", "")), stijlen)
            elif diepte == 0 and lezer is not None:
                yield lezer.blad
                lezer = None
        elif event == "end" and lezer is None:
            stijlen.add(element)
        elif event == "end" and lezer is not None and diepte == 1:
            lezer.lees(element)
            element.clear()


@dataclass(slots=True)
class _Bladlezer:
    """One sheet while its columns and rows come by; `rij` and `kolom` are the last numbers.

    `kolomstijlen` are the styles of cells that name none, by column.
    """

    blad: Bladdata
    stijlen: Stijlen
    rij: int = 0
    kolom: int = 0
    kolomstijlen: dict[int, str] = field(default_factory=dict)

    def lees(self, element: "_Element") -> None:
        """Keep a row of cells, or what a column says of its cells."""
        if element.tag == _KOLOM:
            self._lees_kolom(element)
        elif element.tag == f"{_TABLE}table-row":
            self._lees_rij(element)

    def _lees_kolom(self, kolom: "_Element") -> None:
        """Keep the style of a column, and whether it is hidden."""
        eerste, self.kolom = self.kolom + 1, self.kolom + _aantal(kolom, "number-columns-repeated")
        nummers = range(eerste, min(self.kolom, LAATSTE_KOLOM) + 1)
        stijl = kolom.get(f"{_TABLE}default-cell-style-name", "")
        self.kolomstijlen.update(dict.fromkeys(nummers, stijl))
        if kolom.get(f"{_TABLE}visibility", "visible") != "visible":
            self.blad.verborgen_kolommen.extend(nummers)

    def _lees_rij(self, rij: "_Element") -> None:
        """Keep the cells of the next row, as often as it is repeated."""
        herhaald = _aantal(rij, "number-rows-repeated")
        blad, nummer = self.blad, self.rij
        begin, formaten = len(blad.cellen), len(blad.formaten)
        kolom = 0
        stijl = rij.get(f"{_TABLE}default-cell-style-name", "")
        for cel in rij.iterchildren(*_CELLEN):
            kolom = self._lees_cel(cel, kolom, stijl)
        eigen, vormen = blad.cellen[begin:], blad.formaten[formaten:]
        for extra in range(nummer + 2, min(nummer + herhaald, LAATSTE_RIJ) + 1 if eigen else 0):
            for _, plaats, soort, waarde in eigen:
                blad.zet(extra, plaats, soort, waarde)
            blad.formaten.extend((extra, plaats, vorm) for _, plaats, vorm in vormen)
        if rij.get(f"{_TABLE}visibility", "visible") != "visible":
            laatste = min(nummer + herhaald, LAATSTE_RIJ)
            blad.verborgen.extend(range(nummer + 1, laatste + 1))
        self.rij = nummer + herhaald

    def _lees_cel(self, cel: "_Element", kolom: int, rijstijl: str) -> int:
        """Keep a cell that comes after `kolom`; return its own last column."""
        herhaald = _aantal(cel, "number-columns-repeated")
        blad, rij, eerste = self.blad, self.rij + 1, kolom + 1
        opmerking = cel.find(f"{_OFFICE}annotation")
        if opmerking is not None:
            auteur = opmerking.findtext(f"{_DC}creator") or ""
            blad.opmerkingen.append((rij, eerste, auteur, _tekst(opmerking)))
        gelezen = _waarde(cel)
        if gelezen is not None:
            kolommen = range(eerste, min(kolom + herhaald, max(eerste, LAATSTE_KOLOM)) + 1)
            for plaats in kolommen:
                blad.zet(rij, plaats, *gelezen)
            kolomstijl = self.kolomstijlen.get(eerste, "")
            stijl = cel.get(f"{_TABLE}style-name") or rijstijl or kolomstijl
            self._lees_stijl(cel, kolommen, stijl, is_getal=gelezen[0] in (GETAL, PROCENT))
        breed, hoog = _aantal(cel, "number-columns-spanned"), _aantal(cel, "number-rows-spanned")
        if breed > 1 or hoog > 1:
            blad.samengevoegd.append((rij, eerste, rij + hoog - 1, kolom + breed))
        return kolom + herhaald

    def _lees_stijl(
        self, cel: "_Element", kolommen: Sequence[int], stijl: str, *, is_getal: bool
    ) -> None:
        """Keep what the style of a filled cell shows: a line through it, words by its number."""
        rij, stijlen = self.rij + 1, self.stijlen
        delen = (deel.get(f"{_TEXT}style-name", "") for deel in cel.iter(f"{_TEXT}span"))
        if stijlen.is_gestreept("table-cell", stijl) or any(
            stijlen.is_gestreept("text", deel) for deel in delen
        ):
            self.blad.doorgestreept.extend((rij, kolom) for kolom in kolommen)
        formaat = stijlen.formaat(stijl) if is_getal else ""
        for kolom in kolommen if formaat else ():
            self.blad.zet_formaat(rij, kolom, formaat)


def _aantal(element: "_Element", naam: str) -> int:
    """Return a count of 1 or more from an attribute."""
    tekst = element.get(f"{_TABLE}{naam}", "1")
    return min(max(int(tekst), 1), _MEESTE_HERHALING) if tekst.isdecimal() else 1


def _waarde(cel: "_Element") -> tuple[str, str] | None:
    """Return kind and value of one cell, None when it is empty."""
    soort = cel.get(f"{_OFFICE}value-type", "")
    if cel.get(f"{_CALC}value-type") == "error":
        return FOUT, _tekst(cel) or "#FOUT"
    if soort in _GETALLEN:
        return _GETALLEN[soort], cel.get(f"{_OFFICE}value", "")
    if soort == "date":
        dag = cel.get(f"{_OFFICE}date-value", "")[:10]
        return (DATUM, dag) if _DAG.fullmatch(dag) else (TEKST, _tekst(cel))
    if soort == "time":
        return TIJD, _tekst(cel)
    if soort == "boolean":
        return LOGISCH, "1" if cel.get(f"{_OFFICE}boolean-value") == "true" else ""
    tekst = _tekst(cel) or cel.get(f"{_OFFICE}string-value", "")
    if tekst.strip():
        return TEKST, tekst
    formule = cel.get(f"{_TABLE}formula")
    return (FORMULE, formule.partition(":")[2] or formule) if formule and not soort else None


def _tekst(element: "_Element") -> str:
    """Return the paragraphs of a cell or a comment as lines."""
    return "\n".join("".join(_stukken(alinea)) for alinea in element.iterchildren(f"{_TEXT}p"))


def _stukken(element: "_Element") -> Iterator[str]:
    """Yield the pieces of a paragraph; spaces and breaks are elements of their own."""
    yield element.text or ""
    for deel in element:
        if deel.tag == f"{_TEXT}s":
            aantal = deel.get(f"{_TEXT}c", "1")
            yield " " * (min(int(aantal), 1000) if aantal.isdecimal() else 1)
        elif deel.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\n" if deel.tag.endswith("line-break") else "\t"
        elif isinstance(deel.tag, str) and not deel.tag.endswith("annotation"):
            yield from _stukken(deel)
        yield deel.tail or ""
