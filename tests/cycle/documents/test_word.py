"""WordDocumenten: the shipped templates with a rich and with an empty view."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import rdocx
from pypdf import PdfReader

from cycle.documents import WordDocumenten
from cycle.documents.basissjablonen.bouw import alinea, cel, raster, rij
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx
from cycle.documents.bijeen import keep_rows
from cycle.documents.package import DOCUMENT, STYLES, read_parts, write_docx
from cycle.documents.pdf import RdocxPdf
from cycle.documents.word import WordDocumenten as Direct
from cycle.domain.errors import JaarschijfError
from tests.cycle.documents.builders import (
    THEMAS,
    een_brief,
    een_lege_view,
    een_ontvangst,
    een_view,
)

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="module")
def word() -> WordDocumenten:
    return WordDocumenten(TEMPLATES)


@pytest.fixture(scope="module")
def eigen(word: WordDocumenten) -> bytes:
    return word.jaarschijf(een_view("Domesta"))


@pytest.fixture(scope="module")
def eigen_pdf(eigen: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(RdocxPdf().convert(eigen)))


def koppen(inhoud: bytes, niveau: int) -> list[str]:
    document = docx.Document(io.BytesIO(inhoud))
    return [p.text for p in document.paragraphs if p.style.style_id == f"Heading{niveau}"]


def plat(tekst: str) -> str:
    return "".join(tekst.split())


def test_package_offers_the_word_documents() -> None:
    assert WordDocumenten is Direct


def test_all_23_afspraken_stand_in_order(eigen: bytes) -> None:
    verwacht = [t for titels in THEMAS.values() for t in titels]

    afspraken = [k for k in koppen(eigen, 2) if k.startswith("Afspraak ")]

    assert afspraken == [f"Afspraak {n}. {t}" for n, t in enumerate(verwacht, start=1)]


def test_page_numbers_in_the_contents_are_those_of_the_pdf(
    eigen: bytes, eigen_pdf: PdfReader
) -> None:
    document = docx.Document(io.BytesIO(eigen))
    regels = [
        p.text.split("\t") for p in document.paragraphs if p.style.style_id in ("TOC1", "TOC2")
    ]
    paginas = [plat(p.extract_text()) for p in eigen_pdf.pages]
    inhoud = next(i for i, tekst in enumerate(paginas) if "Inhoud" in tekst)

    assert len(regels) > 35
    for kop, pagina in regels:
        assert plat(kop) in paginas[int(pagina) - 1], f"{kop} staat niet op {pagina}"
        assert plat(kop) in paginas[inhoud] + paginas[inhoud + 1]
    assert [int(p) for _, p in regels] == sorted(int(p) for _, p in regels)


def test_pdf_prints_the_same_page_numbers_as_the_word_file(
    eigen: bytes, eigen_pdf: PdfReader
) -> None:
    document = docx.Document(io.BytesIO(eigen))
    tekst = plat("".join(p.extract_text() for p in eigen_pdf.pages[1:3])).replace(".", "")

    for regel in document.paragraphs:
        if regel.style.style_id in ("TOC1", "TOC2"):
            assert plat(regel.text).replace(".", "") in tekst


def test_word_asks_nothing_when_it_opens_the_document(eigen: bytes) -> None:
    delen = read_parts(eigen, "")
    velden = re.findall(rb"<w:instrText[^>]*>([^<]*)<", delen[DOCUMENT])

    assert not [naam for naam, deel in delen.items() if b"updateFields" in deel]
    assert not [naam for naam, deel in delen.items() if b"w:dirty" in deel]
    assert {veld.split()[0] for veld in velden} == {b"PAGEREF"}
    assert len(velden) > 23


def test_own_edition_opens_with_own_points_and_marks_own_rows_in_words(eigen: bytes) -> None:
    document = docx.Document(io.BytesIO(eigen))

    assert koppen(eigen, 1)[0] == "Deze uitgave is voor Domesta"
    assert koppen(eigen, 2)[:2] == ["Uw openstaande punten", "Uw bijdragen in 2024"]
    namen = {c.text for t in document.tables for r in t.rows for c in r.cells[:1]}
    assert "Domesta (u)" in namen
    assert "Actium (u)" not in namen


def test_common_edition_has_no_own_pages_or_marks(word: WordDocumenten) -> None:
    inhoud = word.jaarschijf(een_view())

    assert koppen(inhoud, 1)[0] == "Inleiding"
    document = docx.Document(io.BytesIO(inhoud))
    assert not [p.text for p in document.paragraphs if "(u)" in p.text]
    assert not [c.text for t in document.tables for c in t._cells if "(u)" in c.text]


def test_empty_lists_leave_no_headings_and_no_tables(word: WordDocumenten) -> None:
    inhoud = word.jaarschijf(een_lege_view())

    assert koppen(inhoud, 1) == ["Inleiding", "Thema 1. Bouwopgave"]
    assert koppen(inhoud, 2) == [f"Afspraak 4. {THEMAS['Bouwopgave'][3]}"]
    assert koppen(inhoud, 3) == []
    assert len(docx.Document(io.BytesIO(inhoud)).tables) == 2  # both on the cover


def test_every_table_fits_the_page_and_its_head_repeats(eigen: bytes) -> None:
    document = docx.Document(io.BytesIO(eigen))

    for tabel in document.tables:
        assert sum(k.width.twips for k in tabel.columns) == 9412
        assert all(len(r.cells) == len(tabel.columns) for r in tabel.rows)
    gegevens = [t for t in document.tables if t.style.name == "Tabelraster"]
    assert len(gegevens) > 40
    assert all("w:tblHeader" in t.rows[0]._tr.xml for t in gegevens)
    assert all("w:cantSplit" in r._tr.xml for t in document.tables for r in t.rows)


def test_printed_totals_stay_as_published_with_the_note_of_the_check(eigen: bytes) -> None:
    document = docx.Document(io.BytesIO(eigen))

    rij = next(r for t in document.tables for r in t.rows if r.cells[0].text == "Sloop en verkoop")

    assert [c.text for c in rij.cells] == ["Sloop en verkoop", "150", "230", "9", "2", "390"]
    assert any(p.text.startswith("Controle: ") for p in document.paragraphs)


def test_hidden_bookmarks_mark_every_afspraak(eigen: bytes) -> None:
    xml = docx.Document(io.BytesIO(eigen)).element.xml

    assert all(xml.count(f'w:name="_Afspraak_{n:02}"') == 1 for n in range(1, 24))


def test_header_and_footer_carry_version_code_and_example_mark(eigen_pdf: PdfReader) -> None:
    tekst = eigen_pdf.pages[5].extract_text()

    assert "Versie 0.1 (concept) · code 7f3a-91c2-be04" in tekst
    assert "voorbeeldcijfers" in tekst
    assert f"Pagina 6 van {len(eigen_pdf.pages)}" in tekst


def test_document_is_dutch(eigen: bytes) -> None:
    styles = docx.Document(io.BytesIO(eigen)).styles.element.xml

    assert '<w:lang w:val="nl-NL"' in styles


def test_letter_stays_on_one_page_and_tells_how_much_more_there_is(word: WordDocumenten) -> None:
    inhoud = word.brief(een_brief())

    pdf = PdfReader(io.BytesIO(RdocxPdf().convert(inhoud)))

    assert len(pdf.pages) == 1
    tekst = pdf.pages[0].extract_text()
    assert "En nog 2 meer" in tekst
    assert "vrijdag 10 november 2023" in tekst
    assert "voorbeeldcijfers" in tekst


def test_letter_without_points_has_no_empty_lists(word: WordDocumenten) -> None:
    inhoud = word.brief(replace(een_brief(), bijdragen=(), open_punten=(), reageren_voor=""))

    tekst = "\n".join(p.text for p in docx.Document(io.BytesIO(inhoud)).paragraphs)

    assert "nodig" not in tekst
    assert "verwerkt" not in tekst


def test_same_view_gives_the_same_pdf_bytes(word: WordDocumenten) -> None:
    inhoud = word.brief(een_brief())

    assert RdocxPdf().convert(inhoud) == RdocxPdf().convert(inhoud)


@pytest.mark.parametrize(
    "parts",
    [
        {DOCUMENT: b"<geen-document/>", STYLES: b"<x/>"},
        {DOCUMENT: b"geen xml", STYLES: b"<x/>"},
        {DOCUMENT: b"<geen-document/>"},
    ],
)
def test_document_that_cannot_be_set_gives_a_dutch_refusal(parts: dict[str, bytes]) -> None:
    with pytest.raises(JaarschijfError, match="kan geen PDF worden gemaakt"):
        RdocxPdf().convert(write_docx(parts))


def test_engine_that_fails_gives_a_dutch_refusal(word: WordDocumenten) -> None:
    parts = read_parts(word.brief(een_brief()), "brief.docx")
    del parts["[Content_Types].xml"]

    with pytest.raises(JaarschijfError, match="kan geen PDF worden gemaakt"):
        RdocxPdf().convert(write_docx(parts))


def test_no_page_ends_with_a_heading_or_the_head_row_of_a_table(
    eigen: bytes, eigen_pdf: PdfReader
) -> None:
    alle_koppen = {plat(k) for n in (1, 2, 3) for k in koppen(eigen, n)}
    kopregels = {"PartijActiviteitPlanningIndicatorenbod", "PartijWatwetellenDoelPeriode"}

    for nummer, pagina in enumerate(eigen_pdf.pages[2:], start=3):
        regels = [plat(r) for r in pagina.extract_text().splitlines() if r.strip()]
        tekst = [r for r in regels if "code7f3a" not in r and not r.startswith("Pagina")]
        assert tekst[-1] not in alle_koppen | kopregels, f"bladzijde {nummer}"


def test_torn_short_table_moves_with_its_heading_to_the_next_page() -> None:
    regels = "".join(alinea("Normal", f"regel {n}") for n in range(32))
    rijen = "".join(rij(cel(4000, alinea("Tabeltekst", f"rij {n}"))) for n in range(3))
    tabel = raster([4000], rij(cel(4000, alinea("Tabelkop", "KOP")), kop=True) + rijen, "Proef")
    sjabloon = make_docx(
        Inhoud(
            body=regels + alinea("Heading3", "Kop van de tabel") + tabel,
            kop=alinea("Header"),
            voet=alinea("Footer"),
            titel="",
            onderwerp="",
            eerste_pagina=True,
        )
    )
    parts = read_parts(sjabloon, "proef.docx")
    parts[DOCUMENT] = keep_rows(parts[DOCUMENT])

    voor, na = (
        [p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages]
        for pdf in (
            rdocx.Document.from_bytes(sjabloon).to_pdf(),
            RdocxPdf().convert(write_docx(parts)),
        )
    )

    assert "Kop van de tabel" in voor[0]
    assert "Kop van de tabel" not in na[0]
    assert "Kop van de tabel" in na[1]
    assert "rij 2" in na[1]


def test_template_without_room_for_contents_is_filled_all_the_same(tmp_path: Path) -> None:
    parts = read_parts((TEMPLATES / "jaarschijf.docx").read_bytes(), "jaarschijf.docx")
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"[inhoudsopgave]", b"")
    (tmp_path / "jaarschijf.docx").write_bytes(write_docx(parts))

    inhoud = WordDocumenten(tmp_path).jaarschijf(een_lege_view())

    stijlen = [p.style.style_id for p in docx.Document(io.BytesIO(inhoud)).paragraphs]
    assert "TOC2" not in stijlen
    assert "Heading2" in stijlen


def test_letter_of_receipt_says_what_was_read_and_what_to_mend(word: WordDocumenten) -> None:
    document = docx.Document(io.BytesIO(word.ontvangst(een_ontvangst())))

    alineas = [alinea.text for alinea in document.paragraphs if alinea.text]
    tabellen = [[[c.text for c in rij.cells] for rij in t.rows] for t in document.tables]
    assert "Er is 1 ding dat u nog moet verbeteren." in alineas
    assert alineas.index("Dit moet u verbeteren") < alineas.index("Dit kunt u nakijken")
    assert "bieding-2024-domesta-nagekeken.xlsx: een kopie van uw formulier." in alineas
    assert alineas.index("Verbeter de gekleurde cellen.") < alineas.index("Dit moet u verbeteren")
    assert alineas.index("De biedingen in dit document zijn voorbeeldcijfers.") < alineas.index(
        "Bijlage: zo hebben wij uw antwoorden gelezen"
    )
    gegevens, verbeteren, ontbreekt, _, antwoorden = tabellen
    assert ontbreekt[1] == ["Afspraak 3, meer groen", "Doet u mee?"]
    assert gegevens[1:3] == [
        ["Ontvangen op", "3 oktober 2023"],
        ["Uw bestand", "bieding-2024-domesta.xlsx"],
    ]
    assert verbeteren == [
        ["Vraag", "Wat is er?", "Wat kunt u doen?"],
        ["Blad Bieding, cel J5", "'veel' is geen getal. (W301)", "Vul 25 in."],
    ]
    assert antwoorden[1:] == [
        ["Afspraak 1, de voorraad groeit", "Ja, u doet mee. Klaar: 2024.", ""],
        ["Afspraak 2, genoeg locaties", "Nog geen antwoord.", ""],
    ]


def test_letter_of_receipt_for_a_form_in_order_is_short(word: WordDocumenten) -> None:
    view = replace(
        een_ontvangst(),
        stappen=(),
        verbeteren=(),
        ontbreekt=(),
        nakijken=(),
        antwoorden=(),
        meegestuurd=(),
        voorbeeld="",
    )

    document = docx.Document(io.BytesIO(word.ontvangst(view)))

    tekst = "\n".join(alinea.text for alinea in document.paragraphs)
    assert len(document.tables) == 1
    for woorden in ("verbeteren\n", "nakijken", "Bij deze brief hoort", "voorbeeldcijfers"):
        assert woorden not in tekst
