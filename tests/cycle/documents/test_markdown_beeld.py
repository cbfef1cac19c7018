"""Pictures in texts, and the printed page: LibreOffice shows every construct as meant."""

import base64
import io
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from cycle.documents.package import DOCUMENT, read_parts
from cycle.documents.pdf import RdocxPdf
from cycle.domain.errors import InvoerError
from tests.cycle.documents.markdownbouw import een_document, parsed


def een_png(breedte: int, hoogte: int) -> bytes:
    """Return a whole blue picture."""
    rijen = (b"\x00" + b"\x1f\x4e\x79" * breedte) * hoogte

    def deel(soort: bytes, inhoud: bytes) -> bytes:
        som = zlib.crc32(soort + inhoud)
        return len(inhoud).to_bytes(4, "big") + soort + inhoud + som.to_bytes(4, "big")

    maat = breedte.to_bytes(4, "big") + hoogte.to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n"
        + deel(b"IHDR", maat + b"\x08\x02\x00\x00\x00")
        + deel(b"IDAT", zlib.compress(rijen))
        + deel(b"IEND", b"")
    )


def in_base64(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode()


def test_picture_stands_once_in_the_file_with_its_words(tmp_path: Path) -> None:
    beelden = {"kaart.png": in_base64(een_png(40, 20))}
    tekst = '![Kaart van de & wijk](kaart.png "Bron: <zelf>")'

    parts = read_parts(een_document(tmp_path, [tekst, tekst], beelden), "")

    (media,) = [naam for naam in parts if naam.startswith("word/media/")]
    xml = parts[DOCUMENT].decode()
    nummers = re.findall(r'<wp:docPr id="(\d+)"', xml)
    assert parts[media] == een_png(40, 20)
    assert xml.count('descr="Kaart van de &amp; wijk"') == 4
    assert xml.count('title="Bron: &lt;zelf&gt;"') == 2
    assert len(set(nummers)) == 2
    assert b'Extension="png"' in parts["[Content_Types].xml"]
    assert media.removeprefix("word/") in parts["word/_rels/document.xml.rels"].decode()


@pytest.mark.parametrize(
    ("maat", "verwacht"),
    [
        ((100, 50), (952_500, 476_250)),
        ((6276, 100), (5_976_620, 95_229)),
        ((100, 2000), (270_000, 5_400_000)),
    ],
)
def test_picture_is_as_large_as_on_a_screen_and_fits_the_page(
    maat: tuple[int, int], verwacht: tuple[int, int]
) -> None:
    bijproduct = Bijproduct({"a.png": in_base64(een_png(*maat))})

    xml = parsed(to_word("![a](a.png)", bijproduct))

    (extent,) = (e for e in xml.iter() if str(e.tag).endswith("}extent"))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == verwacht


@pytest.mark.parametrize("beelden", [{}, {"a.png": in_base64(b"geen beeld")}])
def test_picture_that_did_not_come_along_is_refused(beelden: dict[str, str]) -> None:
    with pytest.raises(InvoerError, match=r"'a\.png' is er niet"):
        to_word("![a](a.png)", Bijproduct(beelden))


# name, Markdown, and what the page must show, in this order
CONSTRUCTEN = (
    ("kop", "# Wonen {#wonen}\n\n## Huren", ["Wonen", "Huren"]),
    ("alinea", "Eerste\nregel – “zo” & <DAEB>.", ["Eerste regel – “zo” & <DAEB>."]),
    ("nadruk", "**vet** *schuin* ~~weg~~ `code`", ["vet schuin weg code"]),
    ("regelovergang", "boven\\\nonder", ["boven", "onder"]),
    ("genummerd", "1. een\n2. twee\n\nX\n\n5. vijf", ["1.", "een", "2.", "twee", "5.", "vijf"]),
    ("opnieuw", "1. weer\n\n   vervolg\n2. door", ["1.", "weer", "vervolg", "2.", "door"]),
    (
        "genest",
        "1. a\n   1. b\n      1. c\n2. d",
        ["1.", "a", "a.", "b", "i.", "c", "2.", "d"],
    ),
    ("punten", "- p\n  - q\n    - r", ["•", "p", "–", "q", "•", "r"]),
    (
        "tabel",
        "| Partij | Aantal |\n|---|---:|\n| Domesta | 60 |\n| A \\| B | n.b. |",
        ["Partij", "Aantal", "Domesta", "60", "A | B", "n.b."],
    ),
    ("citaat", "> Gezegd.\n>\n> - punt", ["Gezegd.", "•", "punt"]),
    ("uitleg", "Middenhuur\n: Iets duurder.", ["Middenhuur", "Iets duurder."]),
    (
        "link",
        "[de site](https://a.example) [kop](#wonen) <x@a.example>",
        ["de site kop", "x@a.example"],
    ),
    ("lijn", "voor\n\n---\n\nna", ["voor", "na"]),
    ("beeld", "voor\n\n![Kaart](kaart.png)\n\nna", ["voor", "na"]),
    ("noot", "tekst[^n] slot.\n\n[^n]: De noot.", ["tekst", "1", "slot.", "De noot."]),
)


def _check_pages(pdf: bytes) -> None:
    """Check that each construct stands on its own page, whole and in order."""
    reader = PdfReader(io.BytesIO(pdf))
    for (naam, _, verwacht), pagina in zip(CONSTRUCTEN, reader.pages, strict=True):
        tekst = re.sub(r"\s+", "", pagina.extract_text())
        plek = tekst.index(f"Proef{naam}") + len(f"Proef{naam}")
        for stuk in verwacht:
            gevonden = tekst.find(re.sub(r"\s+", "", stuk), plek)
            assert gevonden >= 0, f"{naam}: '{stuk}' staat niet op de goede plek in {tekst}"
            plek = gevonden + len(re.sub(r"\s+", "", stuk))
    adressen = [
        a.get_object()["/A"].get("/URI")
        for pagina in reader.pages
        for a in pagina.get("/Annots", [])
        if "/A" in a.get_object()
    ]
    assert {a.rstrip("/") for a in adressen if a} == {"https://a.example", "mailto:x@a.example"}
    assert any(pagina.images for pagina in reader.pages)


@pytest.fixture
def proef(tmp_path: Path) -> bytes:
    """Return a Word file with one construct per page."""
    teksten = [f"# Proef {naam}\n\n{_lager(md)}" for naam, md, _ in CONSTRUCTEN]
    return een_document(tmp_path, teksten, {"kaart.png": in_base64(een_png(80, 40))})


def _lager(md: str) -> str:
    """Return the text with its headings a level lower, below that of the page."""
    return re.sub(r"^#", "##", md, flags=re.MULTILINE)


def test_embedded_engine_shows_every_construct(proef: bytes) -> None:
    _check_pages(RdocxPdf().convert(proef))


def test_libreoffice_shows_every_construct(proef: bytes, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is niet geïnstalleerd")
    (tmp_path / "proef.docx").write_bytes(proef)
    profiel = (tmp_path / "profiel").as_uri()

    stil = ("soffice", f"-env:UserInstallation={profiel}", "--headless")
    subprocess.run(
        [*stil, "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "proef.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )

    _check_pages((tmp_path / "proef.pdf").read_bytes())
