"""Onveilig: files made to stop a reader: too big, too many, too deep, or lying about it."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tests.cycle.forms.corpus.bestanden import OLE
from tests.cycle.forms.corpus.omzetten import add_parts, change_parts, part_of

MIB: Final = 1024 * 1024
_TOEVAL: Final = random.Random(11)  # noqa: S311 - filling, no secret
_ALLES: Final = "A1:XFD1048576"
_BOM: Final = b"PK\x03\x04"

Inhoud = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Onveilig:
    """One hostile file; `codes` are those of which one must come, empty when any will do.

    A file without codes may also be read without a remark: then it does no harm.
    """

    naam: str
    bestand: str
    maak: Inhoud
    codes: frozenset[str] = frozenset()


def unsafe(formulier: bytes, blad: str) -> Iterator[Onveilig]:
    """Yield every hostile file, most of them made from a filled form."""
    deel = part_of(formulier, blad)
    for naam, maak, codes in (
        *_bommen(formulier, deel),
        *_bereiken(formulier, deel),
        *_entiteiten(formulier, deel),
        *_grote_delen(formulier, deel),
        *_vreemde_pakketten(formulier, deel),
        *_rare_waarden(formulier, deel),
    ):
        yield Onveilig(naam, "bieding.xlsx", maak, _set(codes))
    yield from _andere_soorten()


def _set(codes: str) -> frozenset[str]:
    return frozenset(codes.split("|")) if codes else frozenset()


Gevallen = Iterator[tuple[str, Inhoud, str]]


def _bommen(formulier: bytes, deel: str) -> Gevallen:
    """Yield packages that unpack to far more than they weigh."""
    yield "een groot deel", lambda: add_parts(formulier, {deel: b" " * 300 * MIB}), "B005|B006"
    veel = {f"xl/media/{n}.bin": b"x" for n in range(2000)}
    yield "veel delen", lambda: add_parts(formulier, veel), "B005|B006"
    tien = {f"xl/media/{n}.bin": b"\0" * 30 * MIB for n in range(10)}
    yield "tien grote delen", lambda: add_parts(formulier, tien), "B005|B006"

    def genest() -> bytes:
        binnen = io.BytesIO()
        with zipfile.ZipFile(binnen, "w", zipfile.ZIP_DEFLATED) as pakket:
            pakket.writestr("b", b"\0" * 100 * MIB)
        return add_parts(formulier, {"xl/embeddings/in.zip": binnen.getvalue()})

    yield "zip in een zip", genest, ""
    yield "liegt over de grootte", lambda: _lieg(formulier, deel), "B003|B005|B006"


def _lieg(formulier: bytes, deel: str) -> bytes:
    """Return a package of which the directory says that a huge part is small."""
    pakket = add_parts(formulier, {deel: b" " * 200 * MIB})
    groot, klein = struct.pack("<I", 200 * MIB), struct.pack("<I", 1000)
    return pakket.replace(groot, klein)


def _bereiken(formulier: bytes, deel: str) -> Gevallen:
    """Yield ranges over all 17 billion cells of a sheet."""
    cel = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    yield "cel aan het eind", lambda: _voor(formulier, deel, "</sheetData>", cel, weg=True), "S107"
    for naam, xml in (
        ("samengevoegd over alles", f'<mergeCells><mergeCell ref="{_ALLES}"/></mergeCells>'),
        ("samengevoegd over kolommen", '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'),
        (
            "duizend grote samenvoegingen",
            "<mergeCells>"
            + "".join(f'<mergeCell ref="A{n}:XFD{n + 900}"/>' for n in range(1, 900_000, 901))
            + "</mergeCells>",
        ),
        (
            "koppeling over alles",
            f'<hyperlinks><hyperlink ref="{_ALLES}" location="A1"/></hyperlinks>',
        ),
        (
            "opmaakregel over alles",
            f'<conditionalFormatting sqref="{_ALLES}"><cfRule type="expression" priority="1">'
            "<formula>1</formula></cfRule></conditionalFormatting>",
        ),
        (
            "keuring over alles",
            f'<dataValidations count="1"><dataValidation type="whole" sqref="{_ALLES}">'
            "<formula1>1</formula1></dataValidation></dataValidations>",
        ),
        ("filter over alles", f'<autoFilter ref="{_ALLES}"/>'),
    ):
        yield naam, lambda xml=xml: _na_gegevens(formulier, deel, xml), ""
    for naam, xml in (
        ("reeksformule over alles", f'<f t="array" ref="{_ALLES}">1</f><v>1</v>'),
        ("gedeelde formule over alles", f'<f t="shared" si="0" ref="{_ALLES}">1</f><v>1</v>'),
        ("tabelformule over alles", f'<f t="dataTable" ref="{_ALLES}" r1="A1"/><v>1</v>'),
    ):
        rij = f'<row r="900"><c r="A900">{xml}</c></row></sheetData>'
        yield naam, lambda rij=rij: _voor(formulier, deel, "</sheetData>", rij, weg=True), ""
    yield (
        "afmeting liegt",
        lambda: _vervang(formulier, deel, r'(<dimension ref=")[^"]*', rf"\g<1>{_ALLES}"),
        "",
    )
    kolommen = (
        '<cols><col min="1" max="16384" width="9" customWidth="1" hidden="1"/></cols><sheetData>'
    )
    yield (
        "alle kolommen verborgen",
        lambda: _vervang(formulier, deel, r"(<cols>.*?</cols>)?<sheetData>", kolommen),
        "",
    )


def _entiteiten(formulier: bytes, deel: str) -> Gevallen:
    """Yield definitions inside the XML, in several parts and codings."""
    lachen = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    buiten = "<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/hostname'>"
    lang = f"<!DOCTYPE l [<!ENTITY a '{'x' * 100_000}'>"
    for naam, doctype in (("bom", lachen), ("van buiten", buiten), ("lang", lang)):
        doel = {"bom": "&j;", "van buiten": "&a;", "lang": "&a;" * 1000}[naam]
        yield (
            f"entiteit {naam}",
            lambda d=doctype, e=doel: _met_doctype(formulier, deel, d, e),
            "B006",
        )
    for plek in ("[Content_Types].xml", "xl/workbook.xml", "docProps/custom.xml", "_rels/.rels",
                 "xl/styles.xml", "xl/sharedStrings.xml"):  # fmt: skip
        yield f"doctype in {plek}", lambda p=plek: _met_doctype(formulier, p, lachen, ""), "B006"
    for codering in ("utf-16", "utf-16-be", "utf-32", "utf-7", "cp037"):
        yield (
            f"doctype in {codering}",
            lambda c=codering: _met_doctype(formulier, deel, lachen, "&j;", c),
            "B006|B003",
        )
    ver = f"<!--{'x' * 70_000}-->"
    yield (
        "doctype ver van het begin",
        lambda: _met_doctype(formulier, deel, ver + lachen, "&j;"),
        "B006",
    )
    yield (
        "doctype zonder inhoud",
        lambda: _met_doctype(
            formulier, deel, "<!DOCTYPE worksheet SYSTEM 'http://localhost:9/x.dtd'", "", slot=">"
        ),
        "B006",
    )


def _grote_delen(formulier: bytes, deel: str) -> Gevallen:
    """Yield parts that are honest about their size and still too much."""

    def cellen(rijen: int, kolommen: int) -> bytes:
        regels = (
            f'<row r="{r}">'
            + "".join(
                f'<c r="{_letters(k)}{r}"><v>{_TOEVAL.randrange(10**6)}</v></c>'
                for k in range(1, kolommen + 1)
            )
            + "</row>"
            for r in range(200, 200 + rijen)
        )
        return _voor(formulier, deel, "</sheetData>", "".join(regels) + "</sheetData>", weg=True)

    yield "vol blad", lambda: cellen(4500, 150), ""
    yield "veel rijen", lambda: cellen(200_000, 3), ""
    yield "brede rij", lambda: cellen(10, 16_000), ""

    def teksten() -> bytes:
        zinnen = "".join(f"<si><t>{_TOEVAL.randbytes(12).hex()}</t></si>" for _ in range(300_000))
        begin = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        return add_parts(formulier, {"xl/sharedStrings.xml": f"{begin}{zinnen}</sst>".encode()})

    yield "veel gedeelde teksten", teksten, ""
    yield (
        "diep genest",
        lambda: _voor(
            formulier,
            deel,
            "</sheetData>",
            "</sheetData>" + "<a>" * 200_000 + "</a>" * 200_000,
            weg=True,
        ),
        "",
    )
    yield (
        "lang attribuut",
        lambda: _na_gegevens(formulier, deel, f'<autoFilter ref="{"A" * 20_000_000}"/>'),
        "",
    )
    opmaak = "<xf/>" * 2_000_000
    yield (
        "veel opmaak",
        lambda: _vervang(formulier, "xl/styles.xml", r"</cellXfs>", f"{opmaak}</cellXfs>"),
        "",
    )
    namen = "<definedNames>" + "".join(
        f'<definedName name="n{n}">1</definedName>' for n in range(300_000)
    )
    yield (
        "veel namen",
        lambda: _vervang(
            formulier, "xl/workbook.xml", r"</sheets>", f"</sheets>{namen}</definedNames>"
        ),
        "",
    )


def _vreemde_pakketten(formulier: bytes, deel: str) -> Gevallen:
    """Yield packages that are not put together the way they should."""
    yield "koppeling naar buiten", lambda: _extern(formulier), ""
    yield "paden omhoog", lambda: add_parts(formulier, {"../../buiten.xml": b"<x/>"}), ""
    yield "blad van buiten", lambda: _vervang(
        formulier, "xl/_rels/workbook.xml.rels", r'Target="/?(xl/)?worksheets/sheet1.xml"',
        'TargetMode="External" Target="http://localhost:9/x.xml"',
    ), ""  # fmt: skip
    yield "blad wijst omhoog", lambda: _vervang(
        formulier, "xl/_rels/workbook.xml.rels", r'Target="/?(xl/)?worksheets/sheet1.xml"',
        'Target="../../../../etc/hostname"',
    ), ""  # fmt: skip
    for naam, methode in (("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA)):
        yield f"gepakt met {naam}", lambda m=methode: _herpak(formulier, m), ""
    yield "onbekend gepakt", lambda: _methode(formulier, 99), "B003|B006"
    yield "gesleuteld deel", lambda: _vlag(formulier), "B003|B004|B006"

    def dubbel() -> bytes:
        uit = io.BytesIO(formulier)
        with zipfile.ZipFile(uit, "a") as pakket:
            pakket.NameToInfo.clear()
            pakket.writestr(deel, b"<worksheet/>")
        return uit.getvalue()

    yield "deel dubbel", dubbel, ""
    yield "staart met ruis", lambda: formulier + b"\0" * 1000, ""
    yield "pdf en zip tegelijk", lambda: b"%PDF-1.4\n" + formulier, "B002|B003"
    for weg in ("xl/styles.xml", "xl/sharedStrings.xml", "docProps/custom.xml", "_rels/.rels"):
        yield (
            f"zonder {weg}",
            lambda w=weg: change_parts(
                formulier, lambda naam, inhoud: None if naam == w else inhoud
            ),
            "",
        )
    yield "leeg blad", lambda: add_parts(formulier, {deel: b""}), ""
    yield "kapotte xml", lambda: add_parts(formulier, {deel: b"<worksheet><sheetData>"}), ""


def _rare_waarden(formulier: bytes, deel: str) -> Gevallen:
    """Yield single cells with values that no program should write."""
    for naam, cel in (
        ("oneindig", '<c r="A900"><v>1e999</v></c>'),
        ("geen getal", '<c r="A900"><v>NaN</v></c>'),
        ("heel lang getal", f'<c r="A900"><v>{"9" * 5000}</v></c>'),
        ("datum ver weg", '<c r="A900" t="d"><v>99999-01-01</v></c>'),
        ("verkeerde tekst", '<c r="A900" t="s"><v>99999999</v></c>'),
        ("verkeerde stijl", '<c r="A900" s="99999999"><v>1</v></c>'),
        ("verkeerd adres", '<c r="ZZZZ900"><v>1</v></c>'),
        ("rij nul", '<c r="A0"><v>1</v></c>'),
        ("onbekende soort", '<c r="A900" t="q"><v>1</v></c>'),
        ("lange tekst", f'<c r="A900" t="inlineStr"><is><t>{"ab" * 5_000_000}</t></is></c>'),
    ):
        rij = f'<row r="900">{cel}</row></sheetData>'
        yield (
            f"cel met {naam}",
            lambda rij=rij: _voor(formulier, deel, "</sheetData>", rij, weg=True),
            "",
        )
    yield "rijnummer zonder eind", lambda: _voor(
        formulier, deel, "</sheetData>",
        f'<row r="{"9" * 30}"><c><v>1</v></c></row></sheetData>', weg=True,
    ), ""  # fmt: skip


def _andere_soorten() -> Iterator[Onveilig]:
    """Yield hostile files of the other kinds."""
    for naam, rij, cel in (
        ("brede cel", "", 'columns-repeated="16384"'),
        ("miljard kolommen", "", 'columns-repeated="2000000000"'),
        ("alle rijen", 'rows-repeated="1048576"', 'columns-repeated="16384"'),
        ("miljard rijen", 'rows-repeated="4000000000"', ""),
        ("min een", 'rows-repeated="-1"', 'columns-repeated="-5"'),
        ("samengevoegd", "", 'columns-spanned="16384" table:number-rows-spanned="1048576"'),
    ):
        tabel = _ods_rij(rij, cel, "x")
        yield Onveilig(f"ods {naam}", "bieding.ods", lambda t=tabel: make_ods(t))
    spaties = _ods_rij("", "", 'a<text:s text:c="2000000000"/>')
    yield Onveilig("ods spaties", "bieding.ods", lambda: make_ods(spaties))
    doctype = "<!DOCTYPE x [<!ENTITY a 'ha'>]>"
    yield Onveilig("ods doctype", "bieding.ods", lambda: make_ods("", doctype), _set("B006"))
    bom = "<table:table-row/>" * 15_000_000
    yield Onveilig("ods bom", "bieding.ods", lambda: make_ods(bom), _set("B005|B006"))
    ruis = _TOEVAL.randbytes(20_000)
    yield Onveilig("ole met ruis", "bieding.xls", lambda: OLE + ruis, _set("B002|B003|B006"))
    yield Onveilig("ole kort", "bieding.xls", lambda: OLE, _set("B002|B003|B006"))
    lus = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 474
    yield Onveilig("ole in een kring", "bieding.xls", lambda: lus + b"\0" * 5120, _set("B002|B003"))
    kaal = b"\x09\x08\x10\x00\x00\x06\x05\x00" + ruis
    yield Onveilig("biff zonder ole", "bieding.xls", lambda: kaal, _set("B002|B003|B010"))
    for naam, tekst in (
        ("csv een lange regel", b"a;" * (4 * MIB + MIB // 2)),
        ("csv een lang veld", b"x" * (9 * MIB)),
        ("csv open aanhalingsteken", b'Regelcode;"' + b"x\r\n" * (3 * MIB)),
        ("csv losse regeleinden", b"Regelcode;Nr.\rA01;1\r\r\r" * 100),
        ("csv met nullen", b"Regelcode;Nr.\0;\0\r\nA01\0;1\r\n"),
        ("csv van alleen nullen", b"\0" * 100_000),
        ("csv vol enters", b"\n" * (9 * MIB)),
        ("csv half utf-16", b"\xff\xfeR\0e"),
        ("csv kapotte utf-8", b"Regelcode;\xff\xfe\xfa;Nr.\r\n"),
        ("csv utf-16 zonder paar", b"\xff\xfe\x00\xd8;\0"),
        ("csv grote velden", (b'"' + b"y" * 200_000 + b'";') * 40),
    ):
        yield Onveilig(naam, "bieding.csv", lambda t=tekst: t)


def _ods_rij(rij: str, cel: str, tekst: str) -> str:
    """Return one row of one cell, each with an attribute of its own."""
    van_rij, van_cel = (f" table:number-{tekst}" if tekst else "" for tekst in (rij, cel))
    return (
        f"<table:table-row{van_rij}><table:table-cell{van_cel}><text:p>{tekst}</text:p>"
        "</table:table-cell></table:table-row>"
    )


def make_ods(rijen: str, doctype: str = "") -> bytes:
    """Return an ods of one sheet with these rows."""
    ruimte = "urn:oasis:names:tc:opendocument:xmlns"
    inhoud = (
        f'<?xml version="1.0"?>{doctype}<office:document-content '
        f'xmlns:office="{ruimte}:office:1.0" xmlns:table="{ruimte}:table:1.0" '
        f'xmlns:text="{ruimte}:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Bieding">{rijen}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    soort = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{ruimte}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{soort}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr("mimetype", soort)
        pakket.writestr("content.xml", inhoud, zipfile.ZIP_DEFLATED)
        pakket.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def _letters(kolom: int) -> str:
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _lees(pakket: bytes, deel: str) -> str:
    """Return a part as text; an empty one when the package does without it."""
    with zipfile.ZipFile(io.BytesIO(pakket)) as bron:
        return bron.read(deel).decode() if deel in bron.namelist() else "<leeg></leeg>"


def _voor(formulier: bytes, deel: str, merk: str, xml: str, *, weg: bool = False) -> bytes:
    """Return the form with `xml` before the first `merk`, or in its place."""
    oud = _lees(formulier, deel)
    assert merk in oud
    return add_parts(formulier, {deel: oud.replace(merk, xml + ("" if weg else merk), 1).encode()})


def _na_gegevens(formulier: bytes, deel: str, xml: str) -> bytes:
    """Return the form with `xml` right behind the cells."""
    return _voor(formulier, deel, "</sheetData>", "</sheetData>" + xml, weg=True)


def _vervang(formulier: bytes, deel: str, patroon: str, door: str) -> bytes:
    nieuw, aantal = re.subn(patroon, door, _lees(formulier, deel), count=1, flags=re.DOTALL)
    assert aantal == 1, (deel, patroon)
    return add_parts(formulier, {deel: nieuw.encode()})


def _met_doctype(
    formulier: bytes,
    deel: str,
    doctype: str,
    gebruik: str,
    codering: str = "utf-8",
    slot: str = "]>",
) -> bytes:
    """Return the form with definitions at the head of a part, used somewhere inside it."""
    xml = re.sub(r"^<\?xml.*?\?>", "", _lees(formulier, deel), flags=re.DOTALL).strip()
    if gebruik:
        begin, einde = xml.split(">", 1)
        xml = f"{begin}><sheetPr><outlinePr/></sheetPr>{gebruik}{einde}" if einde else xml
    naam = codering.removesuffix("-be").upper()
    heel = f'<?xml version="1.0" encoding="{naam}"?>{doctype}{slot}{xml}'
    return add_parts(formulier, {deel: heel.encode(codering, "xmlcharrefreplace")})


def _extern(formulier: bytes) -> bytes:
    """Return the form with a link to another workbook."""
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{soort}"><externalBook r:id="rId1"/></externalLink>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{soort}/externalLinkPath" '
        'Target="http://localhost:9/x.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    boek = _vervang(
        formulier, "xl/_rels/workbook.xml.rels", "</Relationships>",
        f'<Relationship Id="rId900" Type="{soort}/externalLink" '
        'Target="externalLinks/externalLink1.xml"/></Relationships>',
    )  # fmt: skip
    boek = _vervang(
        boek, "xl/workbook.xml", "</sheets>",
        f'</sheets><externalReferences><externalReference xmlns:r="{soort}" r:id="rId900"/>'
        "</externalReferences>",
    )  # fmt: skip
    return add_parts(
        boek,
        {
            "xl/externalLinks/externalLink1.xml": link.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": rels.encode(),
        },
    )


def _herpak(formulier: bytes, methode: int) -> bytes:
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(formulier)) as bron,
        zipfile.ZipFile(uit, "w", methode) as doel,
    ):
        for naam in bron.namelist():
            doel.writestr(naam, bron.read(naam))
    return uit.getvalue()


def _methode(formulier: bytes, methode: int) -> bytes:
    """Return the package with another number for how its parts are packed."""
    nieuw = bytearray(formulier)
    for merk, plek in ((_BOM, 8), (b"PK\x01\x02", 10)):
        for treffer in re.finditer(re.escape(merk), formulier):
            nieuw[treffer.start() + plek : treffer.start() + plek + 2] = struct.pack("<H", methode)
    return bytes(nieuw)


def _vlag(formulier: bytes) -> bytes:
    """Return the package with the mark of a password on every part."""
    nieuw = bytearray(formulier)
    for merk, plek in ((_BOM, 6), (b"PK\x01\x02", 8)):
        for treffer in re.finditer(re.escape(merk), formulier):
            nieuw[treffer.start() + plek] |= 1
    return bytes(nieuw)
