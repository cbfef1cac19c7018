"""PdfDocumenten: the final version with every engine, looked at by an independent checker."""

import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import page
import pikepdf
import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from cycle.documents import WordDocumenten
from cycle.documents.bladen import PdfMislukt
from cycle.documents.package import DOCUMENT, read_parts
from cycle.documents.pdf import Pdf, PdfDocumenten, Profiel
from cycle.documents.pdf.afwerking import finish
from cycle.documents.pdf.controle import check_definitief
from cycle.documents.pdf.drukken import list_inhoudsopgave, list_tabellen
from cycle.documents.pdf.kantoor import find_kantoor
from cycle.settings import PdfKeuze
from tests.cycle.documents.builders import een_brief, een_lege_view, een_ontvangst, een_view

TEMPLATES = Path(__file__).parents[3] / "templates"
MOTOREN = (PdfKeuze.INGEBOUWD, PdfKeuze.LIBREOFFICE)
NORMEN = (page.ValidationProfile.PDF_A_2B, page.ValidationProfile.PDF_UA_1)


def needs(keuze: PdfKeuze) -> None:
    """Skip when the engine is not on this computer."""
    kantoor = find_kantoor()
    if keuze is not PdfKeuze.INGEBOUWD and kantoor is None:
        pytest.skip("LibreOffice is not installed (libreoffice-writer-nogui); `make test` does it")
    if keuze is PdfKeuze.LIBREOFFICE and kantoor and kantoor.python is None:
        pytest.skip("no Python knows UNO (Debian package python3-uno); `make test` installs it")


@pytest.fixture(scope="module")
def docx() -> bytes:
    return WordDocumenten(TEMPLATES).jaarschijf(een_view())


@pytest.fixture(scope="module", params=MOTOREN)
def drukker(request: pytest.FixtureRequest) -> Iterator[PdfDocumenten]:
    needs(request.param)
    drukker = PdfDocumenten(request.param)
    yield drukker
    drukker.close()


@pytest.fixture(scope="module")
def pdf(drukker: PdfDocumenten, docx: bytes) -> Pdf:
    return drukker.make(docx, Profiel.DEFINITIEF)


def failures(inhoud: bytes, norm: page.ValidationProfile) -> list[str]:
    verslag = page.validate_pdf_bytes(inhoud, profile=norm)
    return [f"{fout.rule_id}: {fout.message}" for fout in verslag.failures]


def inhoudskoppelingen(inhoud: bytes) -> list[tuple[str, int]]:
    """Return the words under each link inside the document, and the page it leads to, from 1."""
    gevonden = []
    with pikepdf.open(io.BytesIO(inhoud)) as document, closing(PdfDocument(inhoud)) as lezer:
        nummers = {blad.obj.objgen: n for n, blad in enumerate(document.pages, start=1)}
        for plek, blad in enumerate(document.pages):
            teksten = lezer[plek].get_textpage()
            for link in blad.obj.get("/Annots", []):
                if "/Dest" in link:
                    vlak = [float(zijde) for zijde in link.Rect]
                    naar = nummers[link.Dest[0].objgen]
                    gevonden.append((plek, -vlak[3], teksten.get_text_bounded(*vlak), naar))
    return [(tekst, naar) for _, _, tekst, naar in sorted(gevonden)]


@pytest.mark.parametrize("norm", NORMEN, ids=str)
def test_final_jaarschijf_meets_the_standard(pdf: Pdf, norm: page.ValidationProfile) -> None:
    assert failures(pdf.inhoud, norm) == []


@pytest.mark.parametrize("norm", NORMEN, ids=str)
def test_final_letters_meet_the_standard(
    drukker: PdfDocumenten, norm: page.ValidationProfile
) -> None:
    word = WordDocumenten(TEMPLATES)

    for brief in (word.brief(een_brief()), word.ontvangst(een_ontvangst())):
        assert failures(drukker.convert(brief), norm) == []


def test_reader_sees_language_title_tags_and_bookmarks(pdf: Pdf) -> None:
    with pikepdf.open(io.BytesIO(pdf.inhoud)) as document:
        root = document.Root

        assert str(root.Lang) == "nl-NL"
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.MarkInfo.Marked
        assert len(root.StructTreeRoot.K) > 0
        xmp = root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>2<" in xmp
    assert "<pdfaid:conformance>B<" in xmp
    assert "<pdfuaid:part>1<" in xmp
    assert "jaarschijf 2024" in xmp


def test_bookmarks_lead_to_their_headings(pdf: Pdf) -> None:
    reader = PdfReader(io.BytesIO(pdf.inhoud))
    teksten = ["".join(p.extract_text().split()) for p in reader.pages]

    afspraken = [
        mark
        for groep in reader.outline
        if isinstance(groep, list)
        for mark in groep
        if not isinstance(mark, list) and str(mark.title).startswith("Afspraak ")
    ]

    assert len(afspraken) == 23
    for mark in afspraken:
        blad = reader.get_destination_page_number(mark)
        assert blad is not None
        assert "".join(str(mark.title).split()) in teksten[blad]


def test_every_line_of_the_contents_leads_to_the_page_it_prints(pdf: Pdf, docx: bytes) -> None:
    koppen = list_inhoudsopgave(read_parts(docx, "docx"))

    gevonden = inhoudskoppelingen(pdf.inhoud)

    assert len(gevonden) == len(koppen) > 23
    for kop, (tekst, blad) in zip(koppen, gevonden, strict=True):
        assert int(re.findall(r"\d+", tekst)[-1]) == blad
        if pdf.motor.startswith("rdocx"):  # LibreOffice links the number alone
            assert "".join(tekst.split()).startswith("".join(kop.split()))


def test_result_and_file_name_the_engine(pdf: Pdf) -> None:
    info = PdfReader(io.BytesIO(pdf.inhoud)).metadata

    assert pdf.motor.split()[0] in ("rdocx", "LibreOffice")
    assert info is not None
    assert pdf.motor in str(info.producer)


def test_no_moment_stays_in_the_file(pdf: Pdf) -> None:
    info = PdfReader(io.BytesIO(pdf.inhoud)).metadata

    assert info is not None
    assert info.creation_date is None
    assert info.modification_date is None


def test_same_docx_gives_the_same_bytes_from_a_new_process(
    drukker: PdfDocumenten, docx: bytes, pdf: Pdf
) -> None:
    drukker.close()

    assert drukker.convert(docx) == pdf.inhoud


def test_both_ways_to_libreoffice_give_the_same_bytes() -> None:
    needs(PdfKeuze.LIBREOFFICE)
    docx = WordDocumenten(TEMPLATES).jaarschijf(een_lege_view())
    ruw = [PdfDocumenten(k) for k in (PdfKeuze.LIBREOFFICE, PdfKeuze.SOFFICE)]

    inhoud = {drukker.convert(docx) for drukker in ruw}

    for drukker in ruw:
        drukker.close()
    assert len(inhoud) == 1


def test_concept_is_quick_and_readable(drukker: PdfDocumenten, docx: bytes) -> None:
    concept = drukker.make(docx, Profiel.CONCEPT)

    assert concept.profiel is Profiel.CONCEPT
    assert "Afspraak" in PdfReader(io.BytesIO(concept.inhoud)).pages[-1].extract_text()


def test_contents_list_every_thema_and_afspraak(docx: bytes) -> None:
    inhoud = list_inhoudsopgave(read_parts(docx, "docx"))

    assert len([k for k in inhoud if k.startswith("Afspraak ")]) == 23
    assert len([k for k in inhoud if k.startswith("Thema ")]) == 6


def test_wrong_page_in_the_contents_is_an_error(pdf: Pdf, docx: bytes) -> None:
    parts = read_parts(docx, "docx")
    koppen = list_inhoudsopgave(parts)
    with pikepdf.open(io.BytesIO(pdf.inhoud)) as document:
        mark = document.Root.Outlines.First
        mark.Dest = pikepdf.Array([document.pages[-1].obj, pikepdf.Name.Fit])
        uit = io.BytesIO()
        document.save(uit)

    with pytest.raises(PdfMislukt, match=f"inhoudsopgave klopt niet: bij ‘{koppen[0]}’"):
        check_definitief(uit.getvalue(), koppen)


def test_heading_that_is_not_in_the_pdf_is_an_error(pdf: Pdf) -> None:
    with pytest.raises(PdfMislukt, match="de kop is niet gevonden"):
        check_definitief(pdf.inhoud, ["Een kop die er niet is"])


def test_missing_marks_are_named(pdf: Pdf) -> None:
    with pikepdf.open(io.BytesIO(pdf.inhoud)) as document:
        del document.Root.Outlines
        document.Root.Lang = pikepdf.String("en")
        uit = io.BytesIO()
        document.save(uit)

    with pytest.raises(PdfMislukt, match="ontbreekt: de taal, de bladwijzers"):
        check_definitief(uit.getvalue(), ["Inleiding"])


def test_document_without_a_title_cannot_be_final() -> None:
    with pytest.raises(PdfMislukt, match="geen titel"):
        finish(b"", "motor", {"title": "", "creator": "", "subject": ""}, [])


def test_spans_of_cells_are_read_from_the_document(docx: bytes) -> None:
    parts = read_parts(docx, "docx")
    verwacht = parts[DOCUMENT].count(b"<w:gridSpan")

    breed = sum(n > 1 for rijen in list_tabellen(parts) for rij in rijen for n in rij)

    assert breed == verwacht > 0
