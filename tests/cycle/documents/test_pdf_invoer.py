"""A docx is looked at before an engine sees it: whole, not too large, nothing from outside."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cycle.documents import WordDocumenten
from cycle.documents.bladen import PdfMislukt
from cycle.documents.package import CORE, DOCUMENT, read_parts, write_docx
from cycle.documents.pdf import Profiel
from cycle.documents.pdf.invoer import MAX_PARTS, MAX_XML, open_docx, read_kenmerken
from cycle.documents.pdf.kantoor import find_kantoor
from cycle.documents.pdf.libreoffice import LibreOfficeMotor, SofficeMotor
from cycle.domain.errors import InvoerError
from tests.cycle.documents.builders import een_brief
from tests.cycle.documents.uithouding import afgekapt, bom, kapotte_xml, ruis

RELATIES = "word/_rels/document.xml.rels"
_A = "http://schemas.openxmlformats.org/drawingml/2006"
PLAATJE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing">'
    '<wp:extent cx="900000" cy="900000"/><wp:docPr id="900" name="ver"/>'
    f'<a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
    f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="ver"/><pic:cNvPicPr/>'
    "</pic:nvPicPr><pic:blipFill><a:blip "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rVer"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r></w:p>"
)


@pytest.fixture(scope="module")
def brief() -> bytes:
    return WordDocumenten(Path(__file__).parents[3] / "templates").brief(een_brief())


@pytest.fixture
def bezoek() -> Iterator[tuple[int, list[str]]]:
    """Yield the port of a web server on this computer and the pages that were asked for."""
    gevraagd: list[str] = []

    class Balie(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            gevraagd.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names of the protocol

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Balie) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, gevraagd
        server.shutdown()


def met_plaatje(brief: bytes, adres: str) -> bytes:
    """Return the letter with a picture that stands at `adres`."""
    parts = read_parts(brief, "docx")
    relatie = (
        '<Relationship Id="rVer" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/image" Target="{adres}" TargetMode="External"/></Relationships>'
    )
    return write_docx(
        {
            **parts,
            RELATIES: parts[RELATIES].replace(b"</Relationships>", relatie.encode()),
            DOCUMENT: parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + PLAATJE.encode(), 1),
        }
    )


def test_letter_of_our_own_is_welcome(brief: bytes) -> None:
    kenmerken = read_kenmerken(open_docx(brief))

    assert kenmerken["title"]


@pytest.mark.parametrize("schade", [afgekapt, ruis])
def test_file_that_is_no_package_is_refused(brief: bytes, schade: type[bytes]) -> None:
    with pytest.raises(InvoerError, match="geen heel Word-document"):
        open_docx(schade(brief))


def test_broken_text_is_refused(brief: bytes) -> None:
    with pytest.raises(PdfMislukt, match="kan geen PDF worden gemaakt"):
        open_docx(kapotte_xml(brief))


def test_package_without_a_text_is_refused(brief: bytes) -> None:
    parts = read_parts(brief, "docx")
    del parts[DOCUMENT]

    with pytest.raises(InvoerError, match="geen heel Word-document"):
        open_docx(write_docx(parts))


def test_text_without_a_body_is_refused(brief: bytes) -> None:
    with pytest.raises(PdfMislukt, match="heeft geen inhoud"):
        open_docx(write_docx({**read_parts(brief, "docx"), DOCUMENT: b"<leeg/>"}))


def test_file_that_swells_is_refused(brief: bytes) -> None:
    with pytest.raises(InvoerError, match="te groot"):
        open_docx(bom(brief))


@pytest.mark.parametrize(
    "extra",
    [
        {"word/lang.xml": b"<a>" + b" " * MAX_XML + b"</a>"},
        {f"word/{nummer}.bin": b"" for nummer in range(MAX_PARTS)},
    ],
    ids=["part", "parts"],
)
def test_file_with_too_much_in_it_is_refused(brief: bytes, extra: dict[str, bytes]) -> None:
    with pytest.raises(InvoerError, match="te groot"):
        open_docx(write_docx({**read_parts(brief, "docx"), **extra}))


def test_doctype_is_refused(brief: bytes) -> None:
    valstrik = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'

    with pytest.raises(PdfMislukt, match="DOCTYPE"):
        open_docx(write_docx({**read_parts(brief, "docx"), CORE: valstrik}))


def test_picture_from_elsewhere_is_refused_with_its_address(brief: bytes) -> None:
    with pytest.raises(InvoerError, match="van een andere plek") as fout:
        open_docx(met_plaatje(brief, "http://beeld.example/logo.png"))

    assert fout.value.plek == "http://beeld.example/logo.png"


@pytest.mark.skipif(
    find_kantoor() is None or find_kantoor().python is None,
    reason="LibreOffice or python3-uno is not installed; `make test` does it",
)
@pytest.mark.parametrize("soort", [LibreOfficeMotor, SofficeMotor])
def test_libreoffice_asks_nothing_of_the_network(
    brief: bytes, bezoek: tuple[int, list[str]], soort: type[LibreOfficeMotor | SofficeMotor]
) -> None:
    poort, gevraagd = bezoek
    motor = soort()

    pdf = motor.render(met_plaatje(brief, f"http://127.0.0.1:{poort}/x.png"), Profiel.CONCEPT)

    motor.close()
    assert pdf.inhoud.startswith(b"%PDF")
    assert gevraagd == []
