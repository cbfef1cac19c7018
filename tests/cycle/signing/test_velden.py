"""Fields to sign: named, in the cell of who signs, and the file stays a PDF/A and PDF/UA."""

import io
from contextlib import closing

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from cycle.documents.pdf.kantoor import find_kantoor
from cycle.domain.errors import InvoerError
from cycle.settings import PdfKeuze
from cycle.signing import velden
from cycle.signing.lettertype import read_lettertype
from cycle.signing.plaatsen import find_plaatsen
from cycle.signing.velden import prepare
from tests.ondertekening import een_bevroren, een_pdf, een_veld, failures, zet
from tests.pki import Pki

MOTOREN = (PdfKeuze.INGEBOUWD, PdfKeuze.LIBREOFFICE)


def needs(keuze: PdfKeuze) -> None:
    kantoor = find_kantoor()
    if keuze is PdfKeuze.LIBREOFFICE and (kantoor is None or kantoor.python is None):
        pytest.skip("LibreOffice with UNO is not installed; `make test` does it")


def teksten(inhoud: bytes) -> list[str]:
    with closing(PdfDocument(inhoud)) as document:
        return [blad.get_textpage().get_text_bounded() for blad in document]


@pytest.mark.parametrize("keuze", MOTOREN)
def test_everybody_gets_a_field_under_his_own_words_and_the_standards_hold(
    keuze: PdfKeuze,
) -> None:
    needs(keuze)

    bevroren = een_bevroren(9, keuze)

    with pikepdf.open(io.BytesIO(bevroren.inhoud)) as pdf:
        form = pdf.Root.AcroForm
        assert [str(veld.T) for veld in form.Fields] == [een_veld(nr).naam for nr in range(1, 10)]
        assert form.SigFlags == 3
        hoogten = [float(veld.Rect[3]) for veld in form.Fields]
        assert hoogten == sorted(hoogten, reverse=True)
        blad = pdf.pages[bevroren.tekenpaginas[0] - 1]
        assert [veld.objgen for veld in blad.Annots][-9:] == [v.objgen for v in form.Fields]
    assert failures(bevroren.inhoud) == set()
    getekend = zet(Pki(), bevroren.inhoud)
    assert failures(getekend.inhoud) == set()


def test_a_reader_for_the_blind_meets_each_field_in_the_cell_of_its_words() -> None:
    with pikepdf.open(io.BytesIO(een_bevroren().inhoud)) as pdf:
        ouders = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for veld in pdf.Root.AcroForm.Fields:
            formulier = ouders[int(veld.StructParent)]
            assert str(formulier.S) == "/Form"
            assert str(formulier.P.S) == "/TD"
            assert str(veld.TU).startswith("Handtekening van bestuurder")


def test_freezing_changes_no_word_and_gives_the_same_bytes_each_time() -> None:
    namen = [een_veld(nr) for nr in range(1, 10)]

    assert teksten(een_bevroren().inhoud) == teksten(een_pdf())
    assert prepare(een_pdf(), namen) == een_bevroren()


def test_a_document_that_nobody_signs_is_frozen_without_fields() -> None:
    bevroren = een_bevroren(0)

    assert bevroren.tekenpaginas == ()
    assert failures(bevroren.inhoud) == set()


def test_a_template_without_the_words_of_a_field_is_refused_with_who_has_no_place() -> None:
    with pytest.raises(InvoerError, match=r"‘Handtekening 1 van 8’ niet.*\(partij-1\)") as fout:
        find_plaatsen(een_pdf(9), [een_veld(nr) for nr in range(1, 9)])

    assert "plaats.anker" in fout.value.advies


def een_blad(*woorden: tuple[str, int], lijn: int | None = None) -> bytes:
    """Return a page with words at a height, and a line over the whole width."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 400))
    letters = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=letters))
    streep = f"50 {lijn} 300 0.5 re f " if lijn else ""
    tekst = " ".join(f"BT /F 8 Tf 60 {y} Td ({wat}) Tj ET" for wat, y in woorden)
    pdf.pages[0].Contents = pdf.make_stream(f"{streep}{tekst}".encode())
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def test_a_field_lies_between_its_words_and_the_line_under_them() -> None:
    (plaats,) = find_plaatsen(een_blad(("Handtekening 1 van 1", 300), lijn=250), [een_veld(1)])

    links, laag, rechts, hoog = plaats.vlak
    assert 250.5 < laag < hoog < 300
    assert 59 < links < rechts < 350


def test_a_table_without_lines_leaves_room_of_a_fixed_size() -> None:
    (plaats,) = find_plaatsen(een_blad(("Handtekening 1 van 1", 300)), [een_veld(1)])

    links, laag, rechts, hoog = plaats.vlak
    assert (round(rechts - links), round(hoog - laag)) == (170, 36)


@pytest.mark.parametrize(
    ("blad", "melding"),
    [
        (een_blad(("Handtekening 1 van 11", 300)), "‘Handtekening 1 van 1’ niet"),
        (
            een_blad(("Handtekening 1 van 1", 300), ("Handtekening 1 van 1", 100)),
            "‘Handtekening 1 van 1’ 2 keer",
        ),
        (een_blad(("Handtekening 1 van 1", 300), lijn=290), "geen ruimte"),
        (een_blad(("Handtekening 1 van 1", 300), ("Iets anders", 280), lijn=200), "geen ruimte"),
    ],
)
def test_a_page_without_one_clear_place_is_refused(blad: bytes, melding: str) -> None:
    with pytest.raises(InvoerError, match=melding) as fout:
        find_plaatsen(blad, [een_veld(1)])

    assert "sjabloon" in fout.value.advies


@pytest.mark.parametrize("eenheden", [1000, 1024, 2048])
def test_letters_of_any_size_of_grid_keep_the_file_a_pdf_a(
    eenheden: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(velden, "read_lettertype", lambda: op_raster(eenheden))

    bevroren = prepare(een_pdf(), [een_veld(nr) for nr in range(1, 10)])

    assert failures(zet(Pki(), bevroren.inhoud).inhoud) == set()


def op_raster(eenheden: int) -> bytes:
    """Return the font of the stamp on another grid."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    uit = io.BytesIO()
    with TTFont(io.BytesIO(read_lettertype())) as font:
        scale_upem(font, eenheden)
        font.save(uit)
    return uit.getvalue()
