"""The copy for publication as a real PDF: the words are gone from the file, not covered."""

import io
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from cycle.documents import WordDocumenten
from cycle.documents.pdf import PdfDocumenten
from cycle.documents.pdf.uittrekken import read_teksten
from cycle.domain.publicatie import find_resten, make_kopie
from cycle.domain.view import JaarschijfView, OndertekeningView
from cycle.settings import PdfKeuze
from tests.cycle.documents.builders import een_lege_view

TEMPLATES = Path(__file__).parents[3] / "templates"
ADRES = "wonen@gemeente-dorp.example"


@pytest.fixture(scope="module")
def view() -> JaarschijfView:
    """Return a jaarschijf with an address and a name in a text, a link and a heading."""
    return replace(
        een_lege_view(),
        titel=f"Afspraken, vragen aan {ADRES}",
        inleiding=f"## Vragen aan {ADRES}\n\nMail [Jan Jansen](mailto:{ADRES}) of {ADRES}.",
        ondertekening=(OndertekeningView("Domesta", "bestuurder", "getekend op 8 mei", "H 1"),),
    )


def _pdf(view: JaarschijfView) -> bytes:
    return PdfDocumenten(PdfKeuze.INGEBOUWD).convert(WordDocumenten(TEMPLATES).jaarschijf(view))


def test_addresses_are_found_in_pages_links_bookmarks_and_properties(
    view: JaarschijfView,
) -> None:
    teksten = [tekst for tekst in read_teksten(_pdf(view)) if ADRES in tekst]

    assert f"mailto:{ADRES}" in teksten  # a link, which no page shows
    assert any(tekst.startswith("<?xpacket") for tekst in teksten)  # the properties
    assert len(find_resten(teksten)) > 3


def test_the_copy_holds_no_address_name_or_field_and_is_a_sound_archive_file(
    view: JaarschijfView,
) -> None:
    pdf = _pdf(make_kopie(view, ["Jan Jansen"]).view)

    assert find_resten(read_teksten(pdf), ["Jan Jansen"]) == ()
    assert "handtekening weggelaten" in " ".join(read_teksten(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/AcroForm" not in document.Root
    for norm in (page.ValidationProfile.PDF_A_2B, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(pdf, profile=norm).failures == []
