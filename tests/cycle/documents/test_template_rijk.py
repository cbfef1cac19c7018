"""Images, rich text and listings are printed by docxtpl, checked and packed by us."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText

from cycle.documents.template import CompiledTemplate
from cycle.domain.errors import SjabloonOnbruikbaar
from tests.cycle.documents.sjabloonmaker import canoniek, maak_sjabloon, met_docxtpl, p, tekst_van

# one grey pixel
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6368000000820081dd436af40000000049454e44ae426082"
)


@pytest.fixture
def sjabloon(tmp_path: Path) -> Path:
    path = tmp_path / "rijk.docx"
    path.write_bytes(maak_sjabloon(p("{{ a }}") + p("{{ beeld }}"), kop="{{ a }}"))
    return path


def beeld_voor(path: Path) -> InlineImage:
    return InlineImage(DocxTemplate(path), io.BytesIO(PIXEL), width=Mm(10))


def test_rich_text_and_listing_are_what_docxtpl_makes() -> None:
    rijk = RichText("vet & <b>", bold=True, color="FF0000")
    data = {"r": rijk, "l": Listing("a & b\nc\ad"), "gewoon": "R&D\nx"}
    sjabloon = maak_sjabloon(p("x {{r r }} y") + p("{{ l }}") + p("{{ gewoon }}"))

    ons = CompiledTemplate(sjabloon, "x.docx").render(data)

    assert canoniek(ons) == canoniek(met_docxtpl(sjabloon, data))
    assert tekst_van(ons)[0] == "x vet & <b> y"


def test_rules_of_a_template_are_the_same_beside_rich_text() -> None:
    body = p("{% for k, v in d.items() %}{{ k }}={{ v }} {% endfor %}{{r r }}")

    ons = CompiledTemplate(maak_sjabloon(body), "x.docx").render(
        {"d": {"a": 1}, "r": RichText("b")}
    )

    assert tekst_van(ons)[0] == "a=1 b"
    with pytest.raises(SjabloonOnbruikbaar, match="'pop' bestaat niet"):
        CompiledTemplate(maak_sjabloon(p("{{r r }}{{ d.pop('a') }}")), "x.docx").render(
            {"d": {"a": 1}, "r": RichText("b")}
        )


def test_image_with_a_text_is_placed_with_that_text(sjabloon: Path) -> None:
    beeld = beeld_voor(sjabloon)
    beeld.alt_text = 'Kaart van "wijken" & dorpen'

    ons = CompiledTemplate.load(sjabloon).render({"a": "R&D", "beeld": beeld})

    document = docx.Document(io.BytesIO(ons))
    assert document.element.body.xpath(".//wp:docPr/@descr") == ['Kaart van "wijken" & dorpen']
    assert document.paragraphs[0].text == "R&D"
    with zipfile.ZipFile(io.BytesIO(ons)) as archive:
        assert PIXEL in [archive.read(n) for n in archive.namelist() if "media" in n]


def test_image_without_a_text_is_refused(sjabloon: Path) -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="niet kunnen zien") as fout:
        CompiledTemplate.load(sjabloon).render({"a": "x", "beeld": beeld_voor(sjabloon)})

    assert "alt_text" in fout.value.advies
    assert fout.value.plek == "rijk.docx"


def test_document_with_an_image_has_the_same_bytes_every_time(sjabloon: Path) -> None:
    def render() -> bytes:
        beeld = beeld_voor(sjabloon)
        beeld.alt_text = "Kaart"
        return CompiledTemplate.load(sjabloon).render({"a": "x", "beeld": beeld})

    assert render() == render()


def test_unknown_field_beside_an_image_is_refused(sjabloon: Path) -> None:
    beeld = beeld_voor(sjabloon)
    beeld.alt_text = "Kaart"

    with pytest.raises(SjabloonOnbruikbaar, match="'a' bestaat niet"):
        CompiledTemplate.load(sjabloon).render({"beeld": beeld})


def test_images_of_two_templates_are_refused(sjabloon: Path) -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="verschillende sjablonen"):
        CompiledTemplate.load(sjabloon).render(
            {"a": beeld_voor(sjabloon), "beeld": beeld_voor(sjabloon)}
        )


@pytest.fixture
def bijlage(tmp_path: Path) -> Path:
    """Return a real Word document that goes into another one."""
    document = docx.Document()
    document.add_heading("Bijlage", 1)
    document.add_paragraph("Eerste punt", style="List Bullet")
    document.add_table(1, 1, style="Table Grid").cell(0, 0).text = "R&D <b>"
    path = tmp_path / "bijlage.docx"
    document.save(str(path))
    return path


def met_bijlage(path: Path, bijlage: Path) -> bytes:
    path.write_bytes(maak_sjabloon(p("voor {{ a }}") + p("{{p deel }}") + p("na"), kop="{{ a }}"))
    deel = DocxTemplate(path).new_subdoc(str(bijlage))
    return CompiledTemplate.load(path).render({"a": "R&D", "deel": deel})


def test_sub_document_is_placed_with_its_lists_and_tables(tmp_path: Path, bijlage: Path) -> None:
    ons = met_bijlage(tmp_path / "x.docx", bijlage)

    assert tekst_van(ons) == ["voor R&D", "Bijlage", "Eerste punt", "R&D <b>", "na"]
    document = docx.Document(io.BytesIO(ons))
    assert [a.style.name for a in document.paragraphs if a.style] == [
        "Normal",
        "Heading 1",
        "List Bullet",
        "Normal",
    ]


def test_document_with_a_sub_document_has_the_same_bytes_every_time(
    tmp_path: Path, bijlage: Path
) -> None:
    assert met_bijlage(tmp_path / "x.docx", bijlage) == met_bijlage(tmp_path / "x.docx", bijlage)


def test_sub_document_in_the_middle_of_a_text_is_refused(tmp_path: Path, bijlage: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(maak_sjabloon(p("voor {{ deel }} na")))
    deel = DocxTemplate(path).new_subdoc(str(bijlage))

    with pytest.raises(SjabloonOnbruikbaar, match="midden in een tekst"):
        CompiledTemplate.load(path).render({"deel": deel})


def met_beeld(bijlage: Path, tekst: str) -> Path:
    """Return the document with a picture; `tekst` is for who cannot see it."""
    document = docx.Document(str(bijlage))
    document.add_picture(io.BytesIO(PIXEL), width=Mm(10))
    [eigenschappen] = document.element.body.xpath(".//wp:docPr")
    eigenschappen.set("descr", tekst)
    document.save(str(bijlage))
    return bijlage


def test_image_in_a_sub_document_comes_along(tmp_path: Path, bijlage: Path) -> None:
    ons = met_bijlage(tmp_path / "x.docx", met_beeld(bijlage, "Kaart"))

    with zipfile.ZipFile(io.BytesIO(ons)) as archive:
        assert PIXEL in [archive.read(n) for n in archive.namelist() if "media" in n]


def test_image_without_a_text_in_a_sub_document_is_refused(tmp_path: Path, bijlage: Path) -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="niet kunnen zien") as fout:
        met_bijlage(tmp_path / "x.docx", met_beeld(bijlage, ""))

    assert "Alternatieve tekst" in fout.value.advies
    assert fout.value.plek == "x.docx"


def test_rich_text_inside_a_text_is_refused_instead_of_lost() -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="midden in een tekst"):
        CompiledTemplate(maak_sjabloon(p("{{ r }}")), "x.docx").render({"r": RichText("weg")})
