"""Bouw: small pieces of WordprocessingML from which the templates are put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from cycle.documents.basissjablonen.kleuren import BLAUW, EIGEN, TINT
from cycle.documents.tabellen import EQUAL_COLUMNS

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BREEDTE: Final = 9412
"""Width of the text on an A4 page with these margins, in twips."""
KAAL: Final = "Tabelkaal"
"""Table style without lines and without room at the sides, for setting things apart."""
ZO_REAGEERT_U: Final = (
    "Zet in Word op het tabblad Controleren eerst ‘Wijzigingen bijhouden’ aan. Verander daarna de "
    "tekst, of selecteer een zin en kies ‘Nieuwe opmerking’. Bewaar het document en mail het terug."
)
"""How a partij reacts, the same words in the letter and in its own edition."""


def tekst(inhoud: str, stijl: str = "") -> str:
    """Return one run, in a character style when given; a tab stays a tab."""
    properties = f'<w:rPr><w:rStyle w:val="{stijl}"/></w:rPr>' if stijl else ""
    inside = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(deel, quote=False)}</w:t>' if deel else ""
        for deel in inhoud.split("\t")
    )
    return f"<w:r>{properties}{inside}</w:r>"


def alinea(stijl: str, *stukken: str, extra: str = "") -> str:
    """Return a paragraph; a piece is a text or a ready run, `extra` more properties."""
    runs = "".join(s if s.startswith("<w:") else tekst(s) for s in stukken)
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{extra}</w:pPr>{runs}</w:p>'


def veld(instructie: str) -> str:
    """Return a Word field such as PAGE."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instructie} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def koptekst() -> str:
    """Return the line above every page: which samenwerking, which gemeente."""
    return alinea("Header", "Prestatieafspraken {{ samenwerking }}\tGemeente {{ gemeente }}")


def voettekst(links: str) -> str:
    """Return the line under every page: what it is, the mark of example figures, the page."""
    merk = "{% if voorbeeld %} · voorbeeldcijfers{% endif %}"
    return alinea("Footer", f"{links}{merk}\tPagina ", veld("PAGE"), " van ", veld("NUMPAGES"))


def als(voorwaarde: str, *blokken: str) -> str:
    """Return blocks that are there only when `voorwaarde` holds."""
    return (
        alinea("Normal", f"{{%p if {voorwaarde} %}}")
        + "".join(blokken)
        + alinea("Normal", "{%p endif %}")
    )


def voor(lus: str, *blokken: str) -> str:
    """Return blocks repeated for a loop such as ``partij in partijen``."""
    return (
        alinea("Normal", f"{{%p for {lus} %}}")
        + "".join(blokken)
        + alinea("Normal", "{%p endfor %}")
    )


def opgemaakt(naam: str, stijl: str, kop: int = 0, breedte: int = BREEDTE) -> str:
    """Return the place of a Markdown text; `breedte` is the room for it in twips."""
    keuze = f"'{stijl}', {kop}" if kop else f"'{stijl}'"
    ruimte = "" if breedte == BREEDTE else f", breedte={breedte}"
    return alinea("Normal", f"{{{{p {naam}|markdown({keuze}{ruimte}) }}}}")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table: heading, content, width in twips, and alignment."""

    kop: str
    inhoud: str | tuple[str, ...]
    breedte: int
    getal: bool = False


def cel(breedte: int, inhoud: str, fill: str = "", *, rand: str = "", extra: str = "") -> str:
    """Return one cell around ready paragraphs; `fill` is its background.

    `rand` holds its span or borders, `extra` what comes after the background.
    """
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties = f'<w:tcW w:w="{breedte}" w:type="dxa"/>{rand}{shade}{extra}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inhoud}</w:tc>"


def rij(cellen: str, *, kop: bool = False, hoogte: int = 0) -> str:
    """Return one row that stays on one page; a head row repeats on the next."""
    height = f'<w:trHeight w:val="{hoogte}" w:hRule="atLeast"/>' if hoogte else ""
    head = "<w:tblHeader/>" if kop else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{cellen}</w:tr>"


def tagrij(tag: str, kolommen: int) -> str:
    """Return a row that only holds a tag and vanishes when the template is filled."""
    rest = "".join(cel(500, alinea("Tabeltekst")) for _ in range(kolommen - 1))
    return rij(cel(500, alinea("Tabeltekst", f"{{%tr {tag} %}}")) + rest)


def raster(breedtes: Sequence[int], rijen: str, titel: str, stijl: str = "Tabelraster") -> str:
    """Return a table with a fixed grid; `titel` describes it to a screen reader."""
    grid = "".join(f'<w:gridCol w:w="{b}"/>' for b in breedtes)
    equal = f'<w:tblDescription w:val="{EQUAL_COLUMNS}"/>' if "{%tc" in rijen else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{stijl}"/><w:tblW w:w="{sum(breedtes)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(titel)}"/>{equal}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rijen}</w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class Opmaak:
    """How a data table looks: style prefix, colours, and which row is the reader's own.

    `groep` is a field that gets a row of its own whenever it changes.
    """

    prefix: str = "Tabel"
    kop: str = BLAUW
    eigen_kleur: str = EIGEN
    eigen: str = ""
    groep: str = ""
    hoogte: int = 0


def lijst(titel: str, lus: str, kolommen: Sequence[Kolom], opmaak: Opmaak | None = None) -> str:
    """Return a table with a head row and one row per item of `lus`.

    With `Opmaak.eigen` (a yes/no field) the reader's own rows get a background; the text
    sign beside it belongs in the content of a column.
    """
    opmaak = opmaak or Opmaak()
    count = len(kolommen)
    head = "".join(
        cel(k.breedte, alinea(_stijl(opmaak.prefix + "kop", k), k.kop), opmaak.kop)
        for k in kolommen
    )
    plain = _datarij(kolommen, opmaak, "")
    if opmaak.eigen:
        body = (
            tagrij(f"if {opmaak.eigen}", count)
            + _datarij(kolommen, opmaak, opmaak.eigen_kleur)
            + tagrij("else", count)
            + plain
            + tagrij("endif", count)
        )
    else:
        body = plain
    body = _groeprij(kolommen, opmaak) + body
    rows = rij(head, kop=True) + tagrij(f"for {lus}", count) + body + tagrij("endfor", count)
    return raster([k.breedte for k in kolommen], rows, titel)


def _stijl(naam: str, kolom: Kolom) -> str:
    """Return the paragraph style for text or for figures."""
    if kolom.getal:
        return naam + "getal"
    return naam if naam.endswith("kop") else naam + "tekst"


def _groeprij(kolommen: Sequence[Kolom], opmaak: Opmaak) -> str:
    """Return the row that names a group of rows, nothing when there are no groups."""
    if not opmaak.groep:
        return ""
    count = len(kolommen)
    stijl = opmaak.prefix + "tekst"
    cell = cel(
        sum(k.breedte for k in kolommen),
        alinea(stijl, tekst(f"{{{{ {opmaak.groep} }}}}", "Nadruk"), extra="<w:keepNext/>"),
        TINT,
        rand=f'<w:gridSpan w:val="{count}"/>',
    )
    return tagrij(f"if loop.changed({opmaak.groep})", count) + rij(cell) + tagrij("endif", count)


def _datarij(kolommen: Sequence[Kolom], opmaak: Opmaak, fill: str) -> str:
    """Return the row that is repeated."""
    cellen = ""
    for kolom in kolommen:
        stukken = (kolom.inhoud,) if isinstance(kolom.inhoud, str) else kolom.inhoud
        cellen += cel(kolom.breedte, alinea(_stijl(opmaak.prefix, kolom), *stukken), fill)
    return rij(cellen, hoogte=opmaak.hoogte)
