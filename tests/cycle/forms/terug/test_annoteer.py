"""The copy that goes back: every finding on its cell, and nothing of the form lost."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cycle.domain.bevinding import Ernst
from cycle.forms import ExcelFormulieren
from cycle.forms.opmerkingen import EINDE, SCHEIDING, eigen_deel, place_opmerking
from cycle.forms.terug.annoteer import annotate, is_markeerbaar
from tests.cycle.forms.builders import bewerkt, codes, een_formulier, gevuld, lees, met_cel
from tests.cycle.forms.terug.terugbouw import een_celbevinding, een_lezing

ROOD, GEEL = "FFFFC7CE", "FFFFEB9C"

_W301 = (
    "W301 (fout: verbeteren)\n'veel' is geen getal.\n"
    "Vul hier alleen een getal in, bijvoorbeeld 25. Uw uitleg past bij Toelichting."
)


def _open(inhoud: bytes) -> Workbook:
    return load_workbook(io.BytesIO(inhoud))


def _zet(inhoud: bytes, adres: str, waarde: object, blad: str = "Bieding") -> bytes:
    return bewerkt(inhoud, lambda boek: setattr(boek[blad][adres], "value", waarde))


def _teksten(boek: Workbook) -> list[str]:
    return [str(c.value) for rij in boek["Verbeterpunten"].iter_rows() for c in rij if c.value]


def _delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


@pytest.fixture(scope="module")
def gemerkt() -> Workbook:
    """Return a marked copy with a fout, a waarschuwing and an info."""
    lezing = een_lezing(
        een_celbevinding("J5", vraag="Afspraak 1, de voorraad groeit"),
        een_celbevinding("J6", "W304", Ernst.WAARSCHUWING),
        een_celbevinding("J7", "S102", Ernst.INFO),
    )
    return _open(annotate(gevuld(), [lezing]))


@pytest.fixture(scope="module")
def kopie() -> tuple[Workbook, Workbook]:
    """Return a form as it came, and its marked copy without the sheet that we add."""
    nieuw = _open(annotate(gevuld(), [een_lezing(een_celbevinding())]))
    del nieuw["Verbeterpunten"]
    return _open(gevuld()), nieuw


def test_colour_follows_how_serious_it_is_and_info_has_none(gemerkt: Workbook) -> None:
    blad, oud = gemerkt["Bieding"], _open(gevuld())["Bieding"]

    assert blad["J5"].fill.fgColor.rgb == ROOD
    assert blad["J6"].fill.fgColor.rgb == GEEL
    assert blad["J7"].fill.fgColor.rgb == oud["J7"].fill.fgColor.rgb


def test_each_marked_cell_says_in_a_comment_what_is_the_matter(gemerkt: Workbook) -> None:
    opmerking = gemerkt["Bieding"]["J5"].comment

    assert opmerking.author == "jaarschijf"
    onze = (
        "W301 (fout: verbeteren)\n'J5' is lager dan nul. Dat kan hier niet.\n"
        "Vul 0 of een hoger getal in."
    )
    assert opmerking.text == f"{onze}\n\n{EINDE}"
    assert gemerkt["Bieding"]["J7"].comment.text.startswith("S102 (ter informatie)")


def test_comment_is_large_enough_to_read() -> None:
    lang = een_celbevinding("J5", melding="Dit is een lange zin. " * 20)

    delen = _delen(annotate(gevuld(), [een_lezing(lang)]))

    tekening = next(deel for naam, deel in delen.items() if "commentsDrawing" in naam).decode()
    assert "width:380px" in tekening
    assert int(tekening.partition("height:")[2].partition("px")[0]) > 150


def test_findings_on_one_cell_share_a_comment_and_the_worst_gives_the_colour() -> None:
    lezing = een_lezing(een_celbevinding("J5", "W304", Ernst.WAARSCHUWING), een_celbevinding("J5"))

    cel = _open(annotate(gevuld(), [lezing]))["Bieding"]["J5"]

    assert cel.comment.text.index("W304") < cel.comment.text.index("W301")
    assert cel.fill.fgColor.rgb == ROOD


def test_own_comment_of_a_partner_stays_above_ours() -> None:
    opmerking = "Jan: hier twijfelen wij nog."
    bron = bewerkt(
        gevuld(), lambda b: setattr(b["Bieding"]["J5"], "comment", Comment(opmerking, "Jan"))
    )

    eerste = annotate(bron, [een_lezing(een_celbevinding("J5"))])
    tweede = annotate(eerste, [een_lezing(een_celbevinding("J5"))])
    zonder = annotate(tweede, [een_lezing()])

    samen = _open(tweede)["Bieding"]["J5"].comment
    assert samen.text.startswith(f"{opmerking}\n\n{SCHEIDING}\nW301")
    assert samen.text.count("W301") == 1
    assert eigen_deel(samen.text, samen.author) == opmerking
    assert _open(zonder)["Bieding"]["J5"].comment.text == opmerking


def test_first_sheet_lists_the_worst_first_with_a_link_to_each_cell(gemerkt: Workbook) -> None:
    blad = gemerkt.worksheets[0]
    rijen = [[c.value for c in rij[:7]] for rij in blad.iter_rows()]
    kop = rijen.index(["Nr", "Vraag", "Waar", "Ernst", "Wat", "Doe", "Code"])

    assert blad.title == "Verbeterpunten"
    assert rijen[kop + 1] == [
        1, "Afspraak 1, de voorraad groeit", "Bieding, cel J5", "fout: verbeteren",
        "'J5' is lager dan nul. Dat kan hier niet.", "Vul 0 of een hoger getal in.", "W301",
    ]  # fmt: skip
    assert [rij[6] for rij in rijen[kop + 1 :]] == ["W301", "W304", "S102"]
    assert blad.cell(kop + 2, 3).hyperlink.location == "'Bieding'!J5"
    assert gemerkt.active.title == "Verbeterpunten"
    assert [b.title for b in gemerkt.worksheets if b.sheet_view.tabSelected] == ["Verbeterpunten"]


def test_missing_answer_asks_to_be_filled_in_and_is_never_in_order() -> None:
    mist = een_celbevinding("I6", "W313", Ernst.WAARSCHUWING, regel="A07-KK_P")

    boek = _open(annotate(gevuld(), [een_lezing(mist)]))

    teksten = _teksten(boek)
    assert "Er mist 1 antwoord." in teksten
    assert {"A07-KK_P", "antwoord mist: invullen"} <= set(teksten)
    assert "hoeft u niets te doen" not in " ".join(teksten)
    assert boek["Bieding"]["I6"].comment.text.startswith("W313 (antwoord mist: invullen)")


@pytest.mark.parametrize(
    ("fouten", "let_op", "zin"),
    [
        (1, 0, "Er is 1 ding dat u moet verbeteren."),
        (2, 1, "Er zijn 2 dingen die u moet verbeteren. Er is 1 ding om na te kijken."),
        (0, 2, "U hoeft niets te verbeteren. Er zijn 2 dingen om na te kijken."),
        (0, 0, "Alles is gelezen. U hoeft niets te doen."),
    ],
)
def test_sheet_says_in_words_how_much_there_is_to_do(fouten: int, let_op: int, zin: str) -> None:
    bevindingen = [een_celbevinding(f"J{n + 5}") for n in range(fouten)]
    bevindingen += [
        een_celbevinding(f"L{n + 5}", "W304", Ernst.WAARSCHUWING) for n in range(let_op)
    ]

    boek = _open(annotate(gevuld(), [een_lezing(*bevindingen)]))

    assert zin in _teksten(boek)


def test_sheet_prints_on_a4_landscape_with_its_heading_on_every_page(gemerkt: Workbook) -> None:
    blad = gemerkt["Verbeterpunten"]
    kop = next(c.row for c in blad["A"] if c.value == "Nr")

    assert (blad.page_setup.paperSize, blad.page_setup.orientation) == (9, "landscape")
    assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) == (1, 0)
    assert blad.print_title_rows == f"${kop}:${kop}"
    assert blad.freeze_panes == f"A{kop + 1}"
    assert blad.protection.sheet
    assert blad.row_dimensions[kop + 1].height >= 30


def _per_cel(boek: Workbook, kenmerk: Callable[[Cell], object]) -> dict[str, list[object]]:
    return {b.title: [kenmerk(c) for rij in b.iter_rows() for c in rij] for b in boek.worksheets}


def _per_blad(boek: Workbook, kenmerk: Callable[[Worksheet], object]) -> dict[str, object]:
    return {blad.title: kenmerk(blad) for blad in boek.worksheets}


def _keuring(blad: Worksheet) -> list[tuple[str, str, str]]:
    regels = blad.data_validations.dataValidation
    return [(str(r.sqref), str(r.formula1), str(r.errorStyle)) for r in regels]


BLIJFT: dict[str, Callable[[Workbook], object]] = {
    "validations": lambda boek: _per_blad(boek, _keuring),
    "protection": lambda boek: _per_blad(boek, lambda b: dict(b.protection)),
    "locks": lambda boek: _per_cel(boek, lambda c: c.protection.locked),
    "freeze": lambda boek: _per_blad(boek, lambda b: b.freeze_panes),
    "tables": lambda boek: _per_blad(boek, lambda b: b.tables.items()),
    "properties": lambda boek: {p.name: p.value for p in boek.custom_doc_props.props},
    "hidden sheets": lambda boek: _per_blad(boek, lambda b: b.sheet_state),
    "print": lambda boek: _per_blad(boek, lambda b: (b.print_title_rows, b.print_area)),
    "names": lambda boek: {n: d.attr_text for n, d in boek.defined_names.items()},
    "values": lambda boek: _per_cel(boek, lambda c: c.value),
    "widths": lambda boek: _per_blad(
        boek, lambda b: {k: d.width for k, d in b.column_dimensions.items()}
    ),
    "title": lambda boek: (boek.properties.title, boek.properties.created),
    "language": lambda boek: boek.properties.language,
}


@pytest.mark.parametrize("kenmerk", BLIJFT.values(), ids=BLIJFT)
def test_what_a_form_needs_survives(
    kenmerk: Callable[[Workbook], object], kopie: tuple[Workbook, Workbook]
) -> None:
    oud, nieuw = kopie

    assert kenmerk(oud)
    assert kenmerk(nieuw) == kenmerk(oud)


def test_description_of_a_table_survives_for_screen_readers() -> None:
    blanco = ExcelFormulieren().write(een_formulier())

    delen = _delen(annotate(blanco, [een_lezing(een_celbevinding())]))

    tabellen = [deel for naam, deel in delen.items() if naam.startswith("xl/tables/")]
    assert tabellen
    assert all(deel.count(b"altTextSummary") == 1 for deel in tabellen)


def test_original_is_not_touched_and_the_same_input_gives_the_same_bytes() -> None:
    bron = gevuld()
    kopie = bytes(bron)

    eerste, tweede = (annotate(bron, [een_lezing(een_celbevinding())]) for _ in range(2))

    assert bron == kopie
    assert eerste == tweede


def test_a_file_without_a_date_of_its_own_gives_the_same_bytes_too() -> None:
    delen = _delen(gevuld())
    del delen["docProps/core.xml"]
    for naam in ("[Content_Types].xml", "_rels/.rels"):
        tekst = delen[naam].decode()
        begin = tekst.index("core.xml")
        links, rechts = tekst.rindex("<", 0, begin), tekst.index("/>", begin) + 2
        delen[naam] = (tekst[:links] + tekst[rechts:]).encode()
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)

    eerste, tweede = (annotate(uit.getvalue(), [een_lezing()]) for _ in range(2))

    assert eerste == tweede
    assert b"1980-01-01" in _delen(eerste)["docProps/core.xml"]


def test_a_file_without_title_and_author_can_be_opened_again() -> None:
    def leeg(boek: Workbook) -> None:
        boek.properties = DocumentProperties(creator=None)

    kopie = annotate(bewerkt(gevuld(), leeg), [een_lezing()])

    assert _open(kopie).properties.language == "nl"


def test_reading_the_copy_gives_the_findings_of_the_original() -> None:
    bron = _zet(_zet(met_cel("J5", "veel"), "J6", "ca. 15"), "E6", "woningen?")
    gelezen = lees(bron)

    opnieuw = lees(annotate(bron, [gelezen]))

    assert len(gelezen.bevindingen) >= 3
    assert opnieuw.bevindingen == gelezen.bevindingen
    assert opnieuw.waarden == gelezen.waarden


def test_comment_of_a_partner_is_still_read_from_the_copy() -> None:
    bron = bewerkt(
        gevuld(), lambda b: setattr(b["Bieding"]["J5"], "comment", Comment("Klopt dit?", "Jan"))
    )
    gelezen = lees(bron)

    opnieuw = lees(annotate(bron, [gelezen]))

    assert [b.code for b in gelezen.bevindingen] == ["S109"]
    assert opnieuw.bevindingen == gelezen.bevindingen


def test_marking_a_marked_copy_replaces_the_marks() -> None:
    bron = _zet(met_cel("J5", "veel"), "E6", "woningen?")
    eerste = annotate(bron, [lees(bron)])
    verbeterd = _zet(_zet(eerste, "J5", 25), "L5", "duur")

    boek = _open(annotate(verbeterd, [lees(verbeterd)]))
    schoon = _open(bron)

    assert boek.sheetnames.count("Verbeterpunten") == 1
    assert boek["Bieding"]["J5"].comment is None
    assert boek["Bieding"]["J5"].fill.fgColor.rgb == schoon["Bieding"]["J5"].fill.fgColor.rgb
    assert boek["Bieding"]["L5"].fill.fgColor.rgb == ROOD
    assert boek["Bieding"]["E6"].comment.text.count("S108") == 1


def test_marks_go_even_when_the_partner_removed_our_sheet() -> None:
    lezing = een_lezing(een_celbevinding("J5"), een_celbevinding("E6"))
    zonder_blad = bewerkt(
        annotate(gevuld(), [lezing]), lambda boek: boek.remove(boek["Verbeterpunten"])
    )

    blad, oud = _open(annotate(zonder_blad, [een_lezing()]))["Bieding"], _open(gevuld())["Bieding"]

    for adres in ("J5", "E6"):
        assert blad[adres].fill.fgColor.rgb[2:] == oud[adres].fill.fgColor.rgb[2:]
        assert blad[adres].comment is None


def test_outcome_of_a_formula_survives_the_copy() -> None:
    delen = _delen(met_cel("J5", "=SUM(10,15)"))
    naam = next(n for n, d in delen.items() if b"SUM(10,15)" in d)
    delen[naam] = (
        delen[naam].replace(b"</f><v></v>", b"</f><v>25</v>").replace(b"</f><v/>", b"</f><v>25</v>")
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for deel in delen.items():
            pakket.writestr(*deel)
    bron = uit.getvalue()

    kopie = annotate(bron, [een_lezing(een_celbevinding("J6"))])

    assert load_workbook(io.BytesIO(kopie), data_only=True)["Bieding"]["J5"].value == 25
    assert _open(kopie)["Bieding"]["J5"].value == "=SUM(10,15)"
    assert lees(kopie).bevindingen == lees(bron).bevindingen


def test_hostile_text_stays_text() -> None:
    gevaarlijk = "=cmd|' /C calc'!A0"
    lezing = een_lezing(
        een_celbevinding(
            "J5", melding=gevaarlijk, advies="\x01\x1f\ufffe<b>&amp;</b>" + "x" * 40_000
        )
    )

    boek = _open(annotate(met_cel("M5", "\u202e=HYPERLINK(1)"), [lezing]))

    cellen = [c for rij in boek["Verbeterpunten"].iter_rows() for c in rij if c.value]
    assert gevaarlijk in [c.value for c in cellen]
    assert all(c.data_type != "f" for c in cellen)
    assert any(str(c.value).startswith("<b>&amp;</b>xxx") for c in cellen)


def test_finding_on_merged_cells_stands_on_the_first_of_them() -> None:
    bron = bewerkt(gevuld(), lambda boek: boek["Bieding"].merge_cells("J5:J6"))

    boek = _open(annotate(bron, [een_lezing(een_celbevinding("J6"))]))

    assert "W301" in boek["Bieding"]["J5"].comment.text


def test_finding_on_a_sheet_that_is_gone_is_listed_without_a_link() -> None:
    lezing = een_lezing(
        een_celbevinding("J5", blad="Bieding oud"), een_celbevinding("", blad="Extra")
    )

    boek = _open(annotate(gevuld(), [lezing]))

    assert "Bieding oud, cel J5" in _teksten(boek)
    assert "Blad Extra" in _teksten(boek)
    assert not any(c.hyperlink for rij in boek["Verbeterpunten"].iter_rows() for c in rij)


def test_workbook_with_macros_comes_back_without_them_and_says_so() -> None:
    delen = _delen(gevuld())
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, deel in {**delen, "xl/vbaProject.bin": b"macro"}.items():
            pakket.writestr(naam, deel)

    kopie = annotate(uit.getvalue(), [een_lezing(een_celbevinding())])

    assert not [naam for naam in _delen(kopie) if "vba" in naam.lower()]
    assert b"macroEnabled" not in _delen(kopie)["[Content_Types].xml"]
    assert any("zaten macro's" in tekst for tekst in _teksten(_open(kopie)))


def _met_deel(naam: str, deel: bytes = b"<x/>") -> bytes:
    uit = io.BytesIO(gevuld())
    with zipfile.ZipFile(uit, "a") as pakket:
        pakket.writestr(naam, deel)
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud",
    [
        b"PK\x05\x06" + bytes(18),
        b"regelcode;bod\nA01-NETTO;25\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        _met_deel("xl/media/image1.png"),
        _met_deel("xl/drawings/drawing1.xml"),
        _met_deel("xl/externalLinks/externalLink1.xml"),
        _met_deel("xl/worksheets/sheet99.xml", b"<worksheet><extLst/></worksheet>"),
    ],
)
def test_file_that_would_lose_a_part_is_not_marked(inhoud: bytes) -> None:
    assert not is_markeerbaar(inhoud, [])
    assert ExcelFormulieren().annotate(inhoud, []) is None


@pytest.mark.parametrize("code", ["B001", "B003", "B004", "B005", "B006"])
def test_file_that_was_refused_unopened_stays_unopened(code: str) -> None:
    lezing = een_lezing(een_celbevinding("", code, Ernst.BLOKKADE, blad=""))

    assert ExcelFormulieren().annotate(gevuld(), [lezing]) is None


def test_form_of_our_own_can_be_marked_also_with_comments_in_it() -> None:
    met_opmerking = bewerkt(
        gevuld(), lambda b: setattr(b["Bieding"]["J5"], "comment", Comment("Let op", "Jan"))
    )

    assert is_markeerbaar(gevuld(), [])
    assert is_markeerbaar(met_opmerking, [])
    assert is_markeerbaar(annotate(met_opmerking, [een_lezing(een_celbevinding())]), [])


@pytest.mark.parametrize(
    ("voor", "na"), [("Alleen met subsidie\n", ""), ("", "\nAlleen met subsidie"), ("", "")]
)
def test_words_typed_in_our_own_comment_are_those_of_the_partner(voor: str, na: str) -> None:
    cel = Workbook().active["A1"]
    place_opmerking(cel, [_W301])

    eigen = eigen_deel(f"{voor}{cel.comment.text}{na}", cel.comment.author)

    assert eigen == f"{voor}{na}".strip()


def test_words_typed_between_ours_are_those_of_the_partner_with_the_line_they_stand_in() -> None:
    onze = f"{_W301}\n\n{_W301.replace('veel', 'meer')}\n\n{EINDE}"

    nieuwe_regel = onze.replace("getal.\n", "getal.\nAlleen met subsidie\n", 1)
    in_onze_regel = onze.replace("is geen getal", "is 650 en geen getal", 1)

    assert eigen_deel(nieuwe_regel, "jaarschijf") == "Alleen met subsidie"
    assert eigen_deel(in_onze_regel, "jaarschijf") == "'veel' is 650 en geen getal."


def test_words_typed_on_the_sheet_with_points_are_found_when_the_copy_comes_back() -> None:
    lezing = lees(met_cel("J5", "ca. 700"))
    kopie = annotate(met_cel("J5", "ca. 700"), [lezing])

    def antwoord(boek: Workbook) -> None:
        boek["Verbeterpunten"]["F6"] = "Het zijn er 650"
        boek["Verbeterpunten"]["H6"] = "akkoord"

    terug = lees(bewerkt(kopie, antwoord))

    assert codes(lees(kopie)) == codes(lezing)
    assert [(b.cel, b.ruw) for b in terug.bevindingen if b.code == "S107"] == [
        ("F6", "Het zijn er 650"), ("H6", "akkoord"),
    ]  # fmt: skip


def test_comment_of_ours_in_which_only_words_of_the_partner_are_left_is_theirs() -> None:
    assert eigen_deel("Alleen met subsidie", "jaarschijf") == "Alleen met subsidie"
