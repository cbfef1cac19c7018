"""What the finish adds to a PDF: artefacts, links in the structure, bookmarks in place."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from cycle.documents.basissjablonen.bouw import alinea
from cycle.documents.bladen import Bladen, PdfMislukt
from cycle.documents.pdf.afwerking import finish
from cycle.documents.pdf.artefact import mark_artefacts
from cycle.documents.pdf.bladwijzers import fix_bladwijzers
from cycle.documents.pdf.controle import check_definitief
from cycle.documents.pdf.inhoudskoppelingen import link_inhoudsopgave
from cycle.documents.pdf.koppelingen import tag_links
from cycle.documents.pdf.xmp import make_xmp
from tests.cycle.documents.docxbouw import een_document, een_kop, een_link

TITEL = {"title": "Jaarschijf 2024 <concept>", "creator": "Gemeente", "subject": ""}
WOORDEN = b"""q 1 0 0 -1 0 800 cm
/P <</MCID 0>> BDC BT /F1 10 Tf 1 0 0 -1 50 100 Tm (Lees) Tj ET EMC
/P <</MCID 1>> BDC BT /F1 10 Tf 1 0 0 -1 90 100 Tm (hier) Tj ET EMC
/P <</MCID 2>> BDC BT /F1 10 Tf 1 0 0 -1 130 100 Tm (meer) Tj ET EMC Q"""


def een_pdf(inhoud: bytes) -> pikepdf.Pdf:
    """Return a PDF with one page, 600 by 800 points."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    pdf.pages[0].Contents = pdf.make_stream(inhoud)
    return pdf


def een_pdf_met_link(x: float) -> pikepdf.Pdf:
    """Return a PDF with one paragraph of three words and an area of a link from `x`."""
    pdf = een_pdf(WOORDEN)
    page = pdf.pages[0].obj
    alinea = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P))
    alinea.K = Array([Dictionary(Type=Name.MCR, MCID=n, Pg=page) for n in range(3)])
    boom = Dictionary(Type=Name.StructTreeRoot, K=Array([alinea]), ParentTreeNextKey=1)
    boom.ParentTree = Dictionary(Nums=Array([0, Array([alinea] * 3)]))
    pdf.Root.StructTreeRoot = pdf.make_indirect(boom)
    page.StructParents = 0
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([x, 695, x + 30, 712]))
    link.A = Dictionary(S=Name.URI, URI=pikepdf.String("https://wonen.example"))
    page.Annots = Array([pdf.make_indirect(link)])
    return pdf


def test_loose_path_becomes_an_artefact() -> None:
    pdf = een_pdf(b"0 0 m 9 9 l S")

    mark_artefacts(pdf, pdf.pages[0])

    assert pdf.pages[0].Contents.read_bytes().split(b"\n")[:2] == [b"/Artifact BMC", b"0 0 m"]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"/Artifact BMC 0 0 m 9 9 l S EMC",
        b"/P <</MCID 0>> BDC 0 0 m 9 9 l S EMC",
        b"0 0 9 9 re W n",
        b"BT (los) Tj ET",
    ],
    ids=["artefact", "content", "clip", "text"],
)
def test_what_is_marked_or_is_no_decoration_stays_as_it_is(inhoud: bytes) -> None:
    pdf = een_pdf(inhoud)

    mark_artefacts(pdf, pdf.pages[0])

    assert pdf.pages[0].Contents.read_bytes() == inhoud


def test_link_takes_its_word_out_of_the_paragraph() -> None:
    pdf = een_pdf_met_link(90)

    tag_links(pdf)

    alinea = pdf.Root.StructTreeRoot.K[0]
    link = alinea.K[1]
    note = pdf.pages[0].Annots[0]
    assert [k.get("/MCID", k.get("/S")) for k in alinea.K] == [0, "/Link", 2]
    assert link.K[0].MCID == 1
    assert link.K[1].Obj.objgen == note.objgen
    assert str(note.Contents) == "Koppeling naar https://wonen.example"
    assert int(note.StructParent) == 1
    nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert nummers[1][1].objgen == link.objgen == nummers[3].objgen


def test_link_without_words_is_refused_in_the_end() -> None:
    pdf = een_pdf_met_link(400)
    pdf.Root.Lang = pikepdf.String("nl-NL")
    pdf.Root.Metadata = pdf.make_stream(make_xmp(TITEL, "nl-NL", "proef"))
    tag_links(pdf)
    uit = io.BytesIO()
    pdf.save(uit)

    with pytest.raises(PdfMislukt, match="ontbreekt: de opbouw van een koppeling"):
        check_definitief(uit.getvalue(), [])


def test_bookmark_moves_to_the_page_of_its_heading() -> None:
    pdf = een_pdf(b"")
    pdf.add_blank_page(page_size=(600, 800))
    with pdf.open_outline() as inhoud:
        inhoud.root.extend([pikepdf.OutlineItem("Een", 0), pikepdf.OutlineItem("Twee", 0)])
    uit = io.BytesIO()
    pdf.save(uit)

    with pikepdf.open(io.BytesIO(fix_bladwijzers(uit.getvalue(), [1, 2]))) as klaar:
        merken = [klaar.Root.Outlines.First, klaar.Root.Outlines.Last]

        assert [m.Dest[0].objgen for m in merken] == [p.obj.objgen for p in klaar.pages]


def test_other_number_of_bookmarks_changes_nothing() -> None:
    uit = io.BytesIO()
    een_pdf(b"").save(uit)

    assert fix_bladwijzers(uit.getvalue(), [1]) == uit.getvalue()


def test_title_with_signs_of_xml_stays_whole() -> None:
    pdf = een_pdf(b"")
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([])))
    uit = io.BytesIO()
    pdf.save(uit)

    with pikepdf.open(io.BytesIO(finish(uit.getvalue(), "proef 1", TITEL, []))) as klaar:
        assert klaar.open_metadata()["dc:title"] == TITEL["title"]
        assert str(klaar.docinfo["/Producer"]).endswith("(proef 1)")


def test_damaged_output_of_an_engine_is_refused() -> None:
    with pytest.raises(PdfMislukt, match="kan geen PDF worden gemaakt"):
        finish(b"geen pdf", "proef 1", TITEL, [])


@pytest.mark.parametrize("regel", ["een_link", "geen"])
def test_contents_are_left_alone_when_their_lines_are_not_known_for_certain(regel: str) -> None:
    blokken = [een_kop(1, "Bouwen"), alinea("Normal", "tekst")]
    if regel == "een_link":
        blokken.append(een_link("Bouwen").replace("_Kop_001", "_Afspraak_01"))
    pdf = io.BytesIO()
    een_pdf_met_link(85).save(pdf)

    ongewijzigd = link_inhoudsopgave(pdf.getvalue(), Bladen(een_document(*blokken), {}, 1))

    assert ongewijzigd == pdf.getvalue()
