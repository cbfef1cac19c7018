"""Redline: accepting everything gives the new document, rejecting everything the old one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pendulum
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings

from cycle.documents import WordDocumenten
from cycle.documents.basissjablonen.bouw import alinea, tekst
from cycle.documents.bladen import Bladen
from cycle.documents.package import DOCUMENT, NUMBERING, read_parts, write_docx
from cycle.documents.redline import RedlineOnjuist, redline
from cycle.documents.redline.compare import Comparison
from cycle.documents.redline.resolve import accept_all, reject_all
from cycle.domain.errors import InvoerError
from cycle.domain.view import AfspraakView, JaarschijfView
from tests.cycle.documents.builders import een_lege_view, een_view
from tests.cycle.documents.docxbouw import (
    LEGE_ALINEAS,
    een_anker,
    een_document,
    een_kop,
    een_link,
    een_tabel,
    versies,
)
from tests.cycle.documents.docxlezen import alle_tekst, geopend, inhoud_van, los_op, vorm
from tests.cycle.documents.ingrepen import Ingreep, bewerk, ingrepen

TEMPLATES = Path(__file__).parents[3] / "templates"
DAG = pendulum.date(2026, 10, 27)


def maak(oud: bytes, nieuw: bytes) -> bytes:
    return redline(oud, nieuw, author="jaarschijf", when=DAG)


def klopt(oud: bytes, nieuw: bytes) -> bytes:
    """Return the redline after checking both ways with another reader than our own."""
    rood = maak(oud, nieuw)
    assert list(vorm(los_op(rood, weigeren=False))) == geopend(nieuw)
    assert list(vorm(los_op(rood, weigeren=True))) == geopend(oud)
    return rood


def woorden(*stukken: str) -> bytes:
    return een_document(alinea("Normal", " ".join(stukken)), alinea("Normal", "slot"))


def tel(inhoud: bytes, xpad: str) -> int:
    return len(inhoud_van(inhoud).xpath(xpad))


@pytest.fixture(scope="module")
def word() -> Iterator[WordDocumenten]:
    """Yield a maker of drafts with a page per ten blocks: laying one out takes seconds."""

    def tel_bladen(docx: bytes) -> Bladen:
        aantal = len(inhoud_van(docx))
        return Bladen(docx, {plek: plek // 10 + 1 for plek in range(aantal)}, aantal)

    with pytest.MonkeyPatch.context() as nu:
        nu.setattr("cycle.documents.word.lay_out", tel_bladen)
        yield WordDocumenten(TEMPLATES)


@pytest.fixture(scope="module")
def eerste(word: WordDocumenten) -> bytes:
    return word.jaarschijf(een_view())


@pytest.fixture(scope="module")
def kort(word: WordDocumenten) -> bytes:
    """Return a draft with two of the six themas, and everything around them."""
    view = een_view()
    return word.jaarschijf(replace(view, themas=view.themas[:2]))


def met_afspraak(view: JaarschijfView, nummer: int, **anders: object) -> JaarschijfView:
    def wissel(a: AfspraakView) -> AfspraakView:
        return replace(a, **anders) if a.nummer == str(nummer) else a

    return replace(
        view,
        themas=tuple(
            replace(t, afspraken=tuple(wissel(a) for a in t.afspraken)) for t in view.themas
        ),
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(versies())
@example((een_document(alinea("Normal", "De Woning")), een_document(alinea("Normal", "de woning"))))
@example((een_document(een_tabel([[alinea("Normal")]])), een_document(alinea("Normal"))))
def test_accept_and_reject_are_exact(paar: tuple[bytes, bytes]) -> None:
    klopt(*paar)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stappen=ingrepen)
def test_any_edit_on_a_real_draft_leads_both_ways(kort: bytes, stappen: list[Ingreep]) -> None:
    klopt(kort, bewerk(kort, stappen))


@pytest.mark.parametrize("richting", ["heen", "terug"])
def test_the_largest_and_the_smallest_draft_lead_back_to_each_other(
    word: WordDocumenten, eerste: bytes, richting: str
) -> None:
    klein = word.jaarschijf(een_lege_view())

    klopt(eerste, klein) if richting == "heen" else klopt(klein, eerste)


def test_equal_documents_have_no_marks(eerste: bytes) -> None:
    assert maak(eerste, eerste) == write_docx(read_parts(eerste, ""))


def test_same_input_gives_the_same_bytes(word: WordDocumenten, eerste: bytes) -> None:
    nieuw = word.jaarschijf(met_afspraak(een_view(), 2, titel="Anders"))

    assert maak(eerste, nieuw) == maak(eerste, nieuw)


def test_an_added_and_a_removed_action_are_marked_as_rows(
    word: WordDocumenten, eerste: bytes
) -> None:
    acties = een_view().themas[0].afspraken[0].acties
    nieuwe = replace(acties[0], anker="_Actie_01_FFFFFFFF", partij="Buurtraad", activiteit="Praten")

    rood = klopt(eerste, word.jaarschijf(met_afspraak(een_view(), 1, acties=(*acties[1:], nieuwe))))

    assert tel(rood, "//w:trPr/w:del") == 1
    assert tel(rood, "//w:trPr/w:ins") == 1


def test_an_action_whose_every_word_changed_stays_the_same_row(
    word: WordDocumenten, eerste: bytes
) -> None:
    eerste_actie, *rest = een_view().themas[0].afspraken[0].acties
    anders = replace(eerste_actie, activiteit="Iets heel anders", planning="nooit", bod="1 huis")

    rood = klopt(eerste, word.jaarschijf(met_afspraak(een_view(), 1, acties=(anders, *rest))))

    assert tel(rood, "//w:trPr/w:del | //w:trPr/w:ins") == 0


def test_only_the_changed_words_of_a_heading_are_marked(
    word: WordDocumenten, eerste: bytes
) -> None:
    titel = een_view().themas[0].afspraken[0].titel.replace("320", "325")

    rood = klopt(eerste, word.jaarschijf(met_afspraak(een_view(), 1, titel=titel)))

    kop = inhoud_van(rood).xpath("//w:p[.//w:bookmarkStart[@w:name='_Afspraak_01']]")[0]
    assert [t.text for t in kop.iter(qn("w:delText"))] == ["320"]
    assert [alle_tekst(i) for i in kop.iter(qn("w:ins"))] == ["325"]


def test_a_removed_afspraak_leaves_the_one_before_it_alone(
    word: WordDocumenten, eerste: bytes
) -> None:
    view = een_view()
    thema = view.themas[0]
    zonder = replace(thema, afspraken=thema.afspraken[:2] + thema.afspraken[3:])

    rood = klopt(eerste, word.jaarschijf(replace(view, themas=(zonder, *view.themas[1:]))))

    document = inhoud_van(rood)
    koppen = [p for p in document.iter(qn("w:p")) if p.xpath("./w:pPr/w:pStyle[@w:val='Heading2']")]
    tweede, derde = (
        next(k for k in koppen if f"Afspraak {n}." in alle_tekst(k, soort))
        for n, soort in ((2, "w:t"), (3, "w:delText"))
    )
    blokken = list(document)
    ertussen = blokken[blokken.index(tweede) : blokken.index(derde)]
    assert len(ertussen) > 4
    assert not [b for b in ertussen if b.xpath(".//w:ins | .//w:del")]


def test_a_change_of_case_only_is_marked() -> None:
    rood = klopt(
        een_document(alinea("Normal", "De Gemeente bouwt.")),
        een_document(alinea("Normal", "De gemeente bouwt.")),
    )

    assert [t.text for t in inhoud_van(rood).iter(qn("w:delText"))] == ["Gemeente"]


def test_a_changed_figure_is_replaced_as_a_whole() -> None:
    rood = klopt(
        een_document(alinea("Normal", "Er komen 1.250 woningen.")),
        een_document(alinea("Normal", "Er komen 1.350 woningen.")),
    )

    assert tel(rood, "//w:del") == 1
    assert re.search(rb"<w:delText[^>]*>1\.250<", read_parts(rood, "")[DOCUMENT])


@pytest.mark.parametrize("soort", ["elk woord anders", "steeds dezelfde"])
def test_one_other_word_in_a_very_long_text_is_the_only_mark(soort: str) -> None:
    tekst_ = [f"woord{n if soort == 'elk woord anders' else n % 7}" for n in range(3000)]

    rood = klopt(woorden(*tekst_), woorden(*tekst_[:1500], "ANDERS", *tekst_[1501:]))

    assert [alle_tekst(i) for i in inhoud_van(rood).iter(qn("w:ins"))] == ["ANDERS"]


def test_words_far_apart_in_a_very_long_text_are_marked_one_by_one() -> None:
    tekst_ = [f"woord{n}" for n in range(3000)]
    anders = [f"nieuw{n}" if n % 500 == 250 else woord for n, woord in enumerate(tekst_)]

    rood = klopt(woorden(*tekst_), woorden(*anders))

    assert tel(rood, "//w:ins") == tel(rood, "//w:del") == 6


def test_a_long_text_that_was_written_anew_is_replaced_as_a_whole() -> None:
    oud = [f"oud{n}" for n in range(3000)]
    nieuw = [f"nieuw{n}" for n in range(3000)]

    rood = klopt(woorden(*oud), woorden(*nieuw))

    assert tel(rood, "//w:body/w:p[1]//w:del[w:r]") == 1


def test_many_other_paragraphs_between_empty_lines_lead_both_ways() -> None:
    oud, nieuw = (
        een_document(*(alinea("Normal", f"{w} {n}") + alinea("Normal") for n in range(300)))
        for w in ("oude", "nieuwe")
    )

    klopt(oud, nieuw)


def test_a_change_of_style_only_can_be_taken_back() -> None:
    rood = klopt(
        een_document(alinea("Heading2", "Doelen")), een_document(alinea("Heading3", "Doelen"))
    )

    assert tel(rood, "//w:pPrChange") == 1


def test_emphasis_that_was_added_is_marked() -> None:
    rood = klopt(
        een_document(alinea("Normal", "wij bouwen samen")),
        een_document(alinea("Normal", "wij bouwen ", tekst("samen", "Nadruk"))),
    )

    assert tel(rood, "//w:ins") == 1


def test_a_page_number_in_the_contents_changes_inside_its_field() -> None:
    oud = een_document(een_link("Inleiding"), alinea("Normal"))
    nieuw = een_document(
        een_link("Inleiding").replace("<w:t>1</w:t>", "<w:t>12</w:t>"), alinea("Normal")
    )

    rood = klopt(oud, nieuw)

    assert tel(rood, "//w:hyperlink") == 1
    assert tel(rood, "//w:hyperlink/w:del/w:r/w:delText") == 1


def test_a_paragraph_with_another_link_is_replaced_whole() -> None:
    oud = een_document(een_link("Inleiding"), alinea("Normal", "slot"))
    nieuw = een_document(
        een_link("Inleiding").replace("_Kop_001", "_Thema_01"), alinea("Normal", "slot")
    )

    rood = klopt(oud, nieuw)

    assert tel(rood, "//w:hyperlink") == 2
    assert tel(rood, "//w:delInstrText") == 1


def test_no_bookmark_is_there_twice() -> None:
    oud = een_document(een_kop(1, "Oud"), alinea("Normal", "a"))
    nieuw = een_document(
        alinea("Heading2", een_anker("_Afspraak_01", 7), een_anker("_Extra", 8), "Heel anders"),
        alinea("Normal", "a"),
    )

    rood = klopt(oud, nieuw)

    namen = inhoud_van(rood).xpath("//w:bookmarkStart/@w:name")
    assert sorted(namen) == ["_Afspraak_01", "_Extra"]


def test_numbering_of_a_removed_list_is_kept(word: WordDocumenten) -> None:
    oud = word.jaarschijf(replace(een_view(), inleiding="Tekst.\n\n5. vijf\n6. zes\n"))
    nieuw = word.jaarschijf(replace(een_view(), inleiding="Tekst.\n\n1. een\n2. twee\n"))

    rood = klopt(oud, nieuw)

    delen = read_parts(rood, "")
    nummers = re.findall(rb'<w:numId w:val="(\d{4})"', delen[DOCUMENT])
    for nummer in nummers:
        assert b'<w:num w:numId="' + nummer + b'"' in delen[NUMBERING]
    assert b'<w:startOverride w:val="5"/>' in delen[NUMBERING]


def test_version_in_the_footer_is_tracked(word: WordDocumenten, eerste: bytes) -> None:
    rood = klopt(eerste, word.jaarschijf(replace(een_view(), versie="0.2")))

    voet = read_parts(rood, "")["word/footer1.xml"]
    assert b"<w:delText" in voet
    assert b">0.1<" in voet


def test_open_changes_in_a_version_count_as_accepted() -> None:
    a, b, c = (een_document(alinea("Normal", f"wij bouwen {n} huizen")) for n in (1, 2, 3))

    rood = maak(maak(a, b), c)

    assert list(vorm(los_op(rood, weigeren=True))) == geopend(b)


def test_author_and_day_stand_at_every_mark() -> None:
    rood = maak(een_document(alinea("Normal", "a")), een_document(alinea("Normal", "b")))

    body = inhoud_van(rood)
    merken = list(body.iter(qn("w:ins"), qn("w:del")))
    assert {(m.get(qn("w:author")), m.get(qn("w:date"))) for m in merken} == {
        ("jaarschijf", "2026-10-27T00:00:00Z")
    }
    assert len({m.get(qn("w:id")) for m in merken}) == len(merken)


def test_a_redline_that_is_not_exact_is_never_handed_out(
    eerste: bytes, word: WordDocumenten, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Comparison, "merge_blocks", lambda self, old, new, **_: [b.element for b in new][1:]
    )

    with pytest.raises(RedlineOnjuist, match="na alles weigeren"):
        maak(eerste, word.jaarschijf(een_lege_view()))


@pytest.mark.parametrize("kapot", [b"", b"PK\x03\x04", b"geen docx"])
def test_other_files_are_refused_by_name(kapot: bytes) -> None:
    goed = een_document(alinea("Normal"))

    with pytest.raises(InvoerError) as fout:
        maak(kapot, goed)

    assert fout.value.plek == "de oude versie"


def test_a_fault_in_a_block_that_both_share_is_refused_too() -> None:
    oud, nieuw = (
        een_document(alinea("Normal", "gelijk"), alinea("Normal", woord), alinea("Normal", "slot"))
        for woord in ("oud", "nieuw")
    )
    stuk = []
    for versie in (oud, nieuw):
        delen = read_parts(versie, "")
        delen[DOCUMENT] = delen[DOCUMENT].replace(b">gelijk<", b">ge&lijk<")
        stuk.append(write_docx(delen))

    with pytest.raises(InvoerError, match="beschadigd"):
        maak(*stuk)


def test_a_block_that_moved_is_taken_out_and_put_in() -> None:
    blokken = [alinea("Normal", f"alinea {n}") for n in range(6)]

    rood = klopt(een_document(*blokken), een_document(*blokken[1:4], blokken[0], *blokken[4:]))

    assert tel(rood, "//w:pPr/w:rPr/w:del") == 1
    assert tel(rood, "//w:pPr/w:rPr/w:ins") == 1


@pytest.mark.parametrize("leeg", LEGE_ALINEAS)
@pytest.mark.parametrize("plek", [0, 1, 2])
@pytest.mark.parametrize("richting", ["erbij", "weg"])
def test_a_blank_line_can_be_put_in_and_taken_out(leeg: str, plek: int, richting: str) -> None:
    zinnen = [alinea("Normal", "eerste"), alinea("Normal", "slot")]
    zonder = een_document(*zinnen)
    met = een_document(*zinnen[:plek], leeg, *zinnen[plek:])

    klopt(*((zonder, met) if richting == "erbij" else (met, zonder)))


@pytest.mark.parametrize("leeg", LEGE_ALINEAS)
def test_a_cell_can_become_a_blank_line(leeg: str) -> None:
    vol, op = (
        een_document(een_tabel([[alinea("Normal", "a"), cel]]), alinea("Normal", "slot"))
        for cel in (alinea("Heading2", "vol"), leeg)
    )

    klopt(vol, op)
    klopt(op, vol)


def test_a_blank_line_comes_back_without_properties_of_its_own() -> None:
    zinnen = [alinea("Normal", "eerste"), alinea("Normal", "slot")]
    zonder, met = een_document(*zinnen), een_document(zinnen[0], "<w:p/>", zinnen[1])

    erbij, weg = inhoud_van(maak(zonder, met)), inhoud_van(maak(met, zonder))

    assert [len(p) for p in accept_all(erbij).findall(qn("w:p"))] == [2, 0, 2]
    assert [len(p) for p in reject_all(weg).findall(qn("w:p"))] == [2, 0, 2]


@pytest.mark.parametrize("leeg", LEGE_ALINEAS)
def test_a_blank_line_that_is_written_otherwise_is_no_change(leeg: str) -> None:
    oud, nieuw = (
        een_document(wit, alinea("Normal", woord)) for wit, woord in (("<w:p/>", "a"), (leeg, "b"))
    )

    assert tel(klopt(oud, nieuw), "//w:body/w:p[1]//w:ins | //w:body/w:p[1]//w:del") == 0


def test_a_damaged_part_is_refused_with_its_name() -> None:
    goed = een_document(alinea("Normal"))
    delen = read_parts(goed, "")
    stuk = write_docx({**delen, DOCUMENT: delen[DOCUMENT][:-20]})

    with pytest.raises(InvoerError, match="beschadigd") as fout:
        maak(stuk, goed)

    assert fout.value.plek == DOCUMENT
