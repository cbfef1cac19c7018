"""Hostile files: each is small, well-formed, and costs a careless reader all it has."""

import io
import zipfile

from tests.cycle.forms.builders import gevuld

_WERKBLAD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEEL_BLAD = "A1:XFD1048576"


def met_deel(naam: str, inhoud: bytes) -> bytes:
    """Return a filled form with one part added or put in the place of another."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(gevuld())) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for deel in bron.namelist():
            if deel != naam:
                doel.writestr(deel, bron.read(deel))
        doel.writestr(naam, inhoud)
    return uit.getvalue()


def deel_van(naam: str) -> str:
    """Return one part of a filled form as text."""
    with zipfile.ZipFile(io.BytesIO(gevuld())) as pakket:
        return pakket.read(naam).decode()


def blad(rijen: str = "", achter: str = "") -> bytes:
    """Return a sheet with these rows, and with something behind them."""
    return (
        f'<worksheet xmlns="{_WERKBLAD}" xmlns:r="{_OFFICE}"><sheetData>{rijen}</sheetData>'
        f"{achter}</worksheet>"
    ).encode()


def met_blad(rijen: str = "", achter: str = "") -> bytes:
    return met_deel("xl/worksheets/sheet2.xml", blad(rijen, achter))


def met_opmerking(bereik: str) -> bytes:
    """Return a form with a comment on a range of cells."""
    relatie = (
        f'<Relationships xmlns="{_RELATIES}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/comments" Target="/xl/comments9.xml"/></Relationships>'
    )
    opmerking = (
        f'<comments xmlns="{_WERKBLAD}"><authors><author>x</author></authors><commentList>'
        f'<comment ref="{bereik}" authorId="0"><text><t>hoi</t></text></comment>'
        "</commentList></comments>"
    )
    uit = io.BytesIO()
    met = met_deel("xl/worksheets/_rels/sheet2.xml.rels", relatie.encode())
    with (
        zipfile.ZipFile(io.BytesIO(met)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for deel in bron.namelist():
            doel.writestr(deel, bron.read(deel))
        doel.writestr("xl/comments9.xml", opmerking)
    return uit.getvalue()


def met_zelfde_blad(aantal: int) -> bytes:
    """Return a form whose list of sheets names the same sheet over and over."""
    werkmap = deel_van("xl/workbook.xml")
    extra = "".join(
        f'<sheet name="B{nummer}" sheetId="{nummer + 50}" r:id="rId2"/>' for nummer in range(aantal)
    )
    return met_deel("xl/workbook.xml", werkmap.replace("</sheets>", f"{extra}</sheets>").encode())


def _cellen(aantal: int) -> str:
    """Return rows of a hundred numbers that hardly pack."""
    return "".join(
        f'<row r="{rij}">' + "".join(f"<c><v>{rij * k * 7919 % 99991}</v></c>" for k in range(100))
        + "</row>"
        for rij in range(1, aantal // 100 + 1)
    )  # fmt: skip


def _rijen(aantal: int, eerste: str = "") -> str:
    """Return rows without a cell that a reader keeps all the same."""
    return eerste + "".join(
        f'<row r="{rij}" hidden="1" ht="{rij * 7919 % 99991}"/>' for rij in range(2, aantal + 2)
    )


def _stukjes(aantal: int) -> str:
    """Return one cell whose text is in pieces, next to a cell with a formula."""
    stukken = "".join(f"<r><t>{n * 7919 % 99991}</t></r>" for n in range(aantal))
    return f'<row r="1"><c r="A1"><f>1</f></c><c r="B1" t="inlineStr"><is>{stukken}</is></c></row>'


def _diep(tag: str, aantal: int) -> str:
    return f"<{tag}>" * aantal + f"</{tag}>" * aantal


def ingevoegd(naam: str, voor: str, tekst: str) -> bytes:
    """Return a form with a text added to one part, before what stands there."""
    return met_deel(naam, deel_van(naam).replace(voor, f"{tekst}{voor}", 1).encode())


VALKUILEN = {
    "merged blocks over a whole sheet": lambda: met_blad(
        achter=f'<mergeCells count="1"><mergeCell ref="{HEEL_BLAD}"/></mergeCells>'
    ),
    "a range behind an entity": lambda: met_blad(
        achter='<mergeCells><mergeCell ref="A1&#58;XFD1048576"/></mergeCells>'
    ),
    "a link on a whole sheet": lambda: met_blad(
        achter=f'<hyperlinks><hyperlink ref="{HEEL_BLAD}" location="A1"/></hyperlinks>'
    ),
    "a link on a whole column": lambda: met_blad(
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<hyperlinks><hyperlink ref="A:XFD" location="A1"/></hyperlinks>',
    ),
    "a comment on a whole sheet": lambda: met_opmerking(HEEL_BLAD),
    "the same sheet a thousand times": lambda: met_zelfde_blad(1000),
    "more cells than any form": lambda: met_blad(_cellen(200_000)),
    "more rows than any form": lambda: met_blad(_rijen(100_000)),
    "more rows than any form, and a formula": lambda: met_blad(
        _rijen(100_000, '<row r="1"><c r="A1"><f>1</f></c></row>')
    ),
    "more pieces of text than any form": lambda: met_blad(_stukjes(120_000)),
    "a hundred thousand texts": lambda: met_deel(
        "xl/sharedStrings.xml",
        (
            f'<sst xmlns="{_WERKBLAD}">'
            + "".join(f"<si><t>{n * 7919 % 99991}</t></si>" for n in range(100_000))
            + "</sst>"
        ).encode(),
    ),
    "a hundred thousand validations": lambda: met_blad(
        achter="<dataValidations>"
        + "".join(f'<dataValidation sqref="A{n * 7919 % 99991}"/>' for n in range(100_000))
        + "</dataValidations>"
    ),
    "a million ranges in one validation": lambda: met_blad(
        achter='<dataValidations><dataValidation sqref="'
        + " ".join(f"A{n * 7919 % 99991}" for n in range(1_000_000))
        + '"/></dataValidations>'
    ),
    "a row number beyond all rows": lambda: met_blad(
        '<row r="99999999999999999999"><c r="A1"><v>1</v></c></row>'
    ),
    "a cell address beyond all columns": lambda: met_blad('<row r="1"><c r="ZZZZ9"/></row>'),
    "a deep sheet": lambda: met_blad(_diep("c", 200_000)),
    "a deep list of styles": lambda: met_deel(
        "xl/styles.xml",
        f'<styleSheet xmlns="{_WERKBLAD}">{_diep("xf", 15_000)}</styleSheet>'.encode(),
    ),
    "a number of a million digits": lambda: met_blad(
        f'<row r="1"><c r="A1"><v>{"123456789" * 100_000}</v></c></row>'
    ),
    "a format of a million signs": lambda: ingevoegd(
        "xl/styles.xml",
        "<fonts",
        f'<numFmts><numFmt numFmtId="200" formatCode="{"[" * 400_000}"/></numFmts>',
    ),
    "a name of a million signs": lambda: ingevoegd(
        "xl/workbook.xml",
        "<definedName ",
        f'<definedName name="_xlnm.Print_Area" localSheetId="0">{"$A$1:" * 200_000}</definedName>',
    ),
}  # fmt: skip
