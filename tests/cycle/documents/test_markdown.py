"""Markdown to Word: each construct on its named style, and the parts beside the text."""

import re
from pathlib import Path

import pytest

from cycle.documents.basissjablonen.stijlen import styles_xml
from cycle.documents.bijdelen import added_parts
from cycle.documents.bijproduct import FOOTNOTES, Bijproduct, bookmark_name
from cycle.documents.markdown import NODIG, to_word
from cycle.documents.package import DOCUMENT, NUMBERING, read_parts
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar
from tests.cycle.documents.markdownbouw import (
    R,
    W,
    blocks,
    een_document,
    parsed,
    styles,
    value,
    words,
)


def test_paragraphs_take_the_style_that_was_asked() -> None:
    een, twee = blocks("Een\nregel.\n\nTwee.", stijl="Ambitie")

    assert (words(een), words(twee)) == ("Een regel.", "Twee.")
    assert styles([een, twee]) == ["Ambitie", "Ambitie"]


def test_marks_hold_for_their_own_runs_only() -> None:
    (alinea,) = blocks("a **b *c*** ~~d~~ `e` f")

    runs = [
        (words(run), [p.tag.removeprefix(W) for p in run.iterfind(f"{W}rPr/*")])
        for run in alinea.iter(f"{W}r")
    ]
    assert runs == [
        ("a ", []),
        ("b ", ["b"]),
        ("c", ["b", "i"]),
        (" ", []),
        ("d", ["strike"]),
        (" ", []),
        ("e", ["rStyle"]),
        (" f", []),
    ]


def test_text_that_looks_alike_is_one_run() -> None:
    (alinea,) = blocks("Eerste regel\ntweede regel")

    assert [words(run) for run in alinea.iter(f"{W}r")] == ["Eerste regel tweede regel"]


def test_hard_break_stays_a_break() -> None:
    (alinea,) = blocks("een\\\ntwee")

    assert [run[0].tag for run in alinea.iter(f"{W}r")] == [f"{W}t", f"{W}br", f"{W}t"]


def test_typography_and_html_stay_as_typed() -> None:
    tekst = "‘één’ – “twee”… R&D <DAEB> <b>vet</b> 1/2 ½ €"

    assert words(blocks(tekst)[0]) == tekst


def test_headings_begin_at_the_asked_level() -> None:
    assert styles(blocks("## Een\n\n### Twee", kop=2)) == ["Heading2", "Heading3"]


def test_heading_with_an_id_carries_a_bookmark_and_no_braces() -> None:
    (kop,) = blocks("# Wonen *hier* {#wonen-hier}", kop=1)

    assert words(kop) == "Wonen hier"
    assert kop.find(f"{W}bookmarkStart").get(f"{W}name") == "_Naar_wonen_hier"


def test_long_ids_give_different_bookmarks_that_word_allows() -> None:
    lang = "een-heel-lange-code-van-een-afspraak-over"

    namen = {bookmark_name(f"{lang}-huur"), bookmark_name(f"{lang}-bouw")}

    assert len(namen) == 2
    assert all(re.fullmatch(r"_\w{1,39}", naam) for naam in namen)


def test_link_inside_the_document_goes_to_the_bookmark() -> None:
    kop, alinea = blocks("# Wonen {#wonen}\n\nZie [daar](#wonen).", kop=1)

    link = alinea.find(f"{W}hyperlink")
    assert link.get(f"{W}anchor") == kop.find(f"{W}bookmarkStart").get(f"{W}name")
    assert words(link) == "daar"


def test_link_to_what_is_not_there_is_refused() -> None:
    bijproduct = Bijproduct()
    to_word("Zie [daar](#nergens).", bijproduct)

    with pytest.raises(InvoerError, match="'#nergens'"):
        added_parts(bijproduct, {}, "proef.docx")


def test_two_texts_with_the_same_id_are_refused() -> None:
    bijproduct = Bijproduct()
    to_word("# Een {#kop}", bijproduct, kop=1)

    with pytest.raises(InvoerError, match="'kop' staat bij twee koppen"):
        to_word("# Twee {#kop}", bijproduct, kop=1)


@pytest.mark.parametrize(
    ("tekst", "woorden", "adres"),
    [
        ("[hier](https://a.example/?a=1&b=2)", "hier", "https://a.example/?a=1&b=2"),
        ("<https://a.example>", "https://a.example", "https://a.example"),
        ("[mail](mailto:x@a.example)", "mail", "mailto:x@a.example"),
        ("<x@a.example>", "x@a.example", "mailto:x@a.example"),
        ("[zo][a]\n\n[a]: https://a.example", "zo", "https://a.example"),
    ],
)
def test_links_are_real_links_with_a_relation(
    tmp_path: Path, tekst: str, woorden: str, adres: str
) -> None:
    parts = read_parts(een_document(tmp_path, [tekst]), "")

    document = parsed(re.sub(r"^<\?xml.*?\?>", "", parts[DOCUMENT].decode()))
    (link,) = document.iter(f"{W}hyperlink")
    relaties = parsed(parts["word/_rels/document.xml.rels"].decode().split("?>")[-1])
    doelen = {r.get("Id"): (r.get("Target"), r.get("TargetMode")) for r in relaties[0]}
    assert words(link) == woorden
    assert doelen[link.get(f"{R}id")] == (adres, "External")
    assert value(link, "r/rPr/rStyle") == "Hyperlink"


def test_title_of_a_link_is_its_tip() -> None:
    (alinea,) = blocks('[hier](https://a.example "Meer & <dan>")')

    assert alinea.find(f"{W}hyperlink").get(f"{W}tooltip") == "Meer & <dan>"


def test_each_ordered_list_restarts_and_nested_lists_go_a_level_deeper() -> None:
    bijproduct = Bijproduct()

    xml = str(to_word("1. een\n\n   3. diep\n\n2. twee\n\nTussen.\n\n5. vijf\n", bijproduct))

    assert re.findall(r'ilvl w:val="(\d)"/><w:numId w:val="(\d+)"', xml) == [
        ("0", "1001"),
        ("1", "1002"),
        ("0", "1001"),
        ("0", "1003"),
    ]
    assert bijproduct.numbers == [(0, 1), (1, 3), (0, 5)]


def test_second_paragraph_of_an_item_has_indent_and_no_number() -> None:
    _, tweede = blocks("- een\n\n  vervolg")

    assert words(tweede) == "vervolg"
    assert value(tweede, "pPr/numPr/numId") == "0"
    assert tweede.find(f"{W}pPr/{W}ind").get(f"{W}left") == "357"


def test_paragraph_before_a_list_stays_on_its_page_and_the_list_ends_with_room() -> None:
    kop, een, twee, slot = blocks("Dit doen we:\n\n- een\n- twee\n\nSlot.")

    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in (kop, een, slot)]
    assert kept == [True, False, False]
    assert een.find(f"{W}pPr/{W}spacing") is None
    assert twee.find(f"{W}pPr/{W}spacing").get(f"{W}after") == "120"


@pytest.mark.parametrize("tekst", ["- een\n-\n- drie", "- een\n- - b"])
def test_item_without_text_keeps_its_bullet(tekst: str) -> None:
    alineas = blocks(tekst)

    assert len(alineas) == 3
    assert [value(p, "pPr/numPr/numId") for p in alineas] == ["1", "1", "1"]


def test_quote_has_its_style_and_a_list_in_it_is_indented() -> None:
    citaat, punt = blocks("> Gezegd.\n>\n> - punt")

    assert styles([citaat, punt]) == ["Quote", "ListBullet"]
    assert punt.find(f"{W}pPr/{W}ind").get(f"{W}left") == "714"


def test_quote_inside_an_item_comes_after_its_number() -> None:
    punt, citaat = blocks("1. > Gezegd.")

    assert (value(punt, "pPr/numPr/numId"), words(punt)) == ("1001", "")
    assert (styles([citaat]), words(citaat)) == (["Quote"], "Gezegd.")


def test_definitions_have_a_style_for_the_term_and_for_what_it_means() -> None:
    alineas = blocks("DAEB\n: Sociale huur.\n\n  Meer uitleg.\n\nMiddenhuur\n: Iets duurder.")

    assert [(s, words(p)) for s, p in zip(styles(alineas), alineas, strict=True)] == [
        ("Definitieterm", "DAEB"),
        ("Definitie", "Sociale huur."),
        ("Definitie", "Meer uitleg."),
        ("Definitieterm", "Middenhuur"),
        ("Definitie", "Iets duurder."),
    ]


def test_rule_is_a_line_of_its_own() -> None:
    assert styles(blocks("Een.\n\n---\n\nTwee.")) == ["Normal", "Scheidingslijn", "Normal"]


TABEL = "| Partij | Aantal | Jaar |\n|:---|---:|:---:|\n| Domesta | 60 | 2024 |\n| A \\| B | | |"


def test_table_has_a_head_that_repeats_and_rows_that_stay_whole() -> None:
    tabel, ruimte = blocks(TABEL)

    kop, *rijen = tabel.findall(f"{W}tr")
    assert [kop.find(f"{W}trPr/{W}{n}") is not None for n in ("cantSplit", "tblHeader")] == [
        True,
        True,
    ]
    assert all(rij.find(f"{W}trPr/{W}tblHeader") is None for rij in rijen)
    assert all(rij.find(f"{W}trPr/{W}cantSplit") is not None for rij in rijen)
    assert styles([tabel, ruimte]) == ["Opmaaktabel", "Tussenruimte"]


def test_cells_keep_their_side_and_a_stroke_that_was_meant() -> None:
    tabel, _ = blocks(TABEL)

    cellen = [[value(c, "p/pPr/jc") for c in rij.iter(f"{W}tc")] for rij in tabel.iter(f"{W}tr")]
    assert cellen == [[None, "right", "center"]] * 3
    assert [words(c) for c in tabel.iter(f"{W}tc")][-3:] == ["A | B", "", ""]


def test_grid_and_cells_have_the_same_widths_and_long_texts_get_the_room() -> None:
    lang = "een lange tekst over van alles en nog wat " * 3
    tabel, _ = blocks(f"| nr | wat |\n|---|---|\n| 1 | {lang} |")

    grid = [int(k.get(f"{W}w")) for k in tabel.iter(f"{W}gridCol")]
    assert sum(grid) == 9412
    assert grid[1] > 8 * grid[0]
    for rij in tabel.iter(f"{W}tr"):
        assert [int(c.get(f"{W}w")) for c in rij.iter(f"{W}tcW")] == grid


def test_words_too_long_for_the_page_still_give_a_table_of_that_width() -> None:
    tabel, _ = blocks(f"| {'a' * 200} | {'b' * 100} |\n|---|---|")

    assert sum(int(k.get(f"{W}w")) for k in tabel.iter(f"{W}gridCol")) == 9412


def test_footnotes_of_two_texts_number_on_in_one_part(tmp_path: Path) -> None:
    een = "Een[^a] en ^[kort].\n\n[^a]: Noot **een**.\n\n    Vervolg."

    parts = read_parts(een_document(tmp_path, [een, "Twee[^a].\n\n[^a]: Noot twee."]), "")

    verwijzingen = re.findall(r'footnoteReference w:id="(\d+)"', parts[DOCUMENT].decode())
    noten = parsed(parts[FOOTNOTES].decode().split("?>")[-1])[0]
    assert verwijzingen == ["1001", "1002", "1003"]
    assert [n.get(f"{W}id") for n in noten] == ["0", "1", *verwijzingen]
    assert [words(n) for n in noten[2:]] == [" Noot een.Vervolg.", " kort", " Noot twee."]
    assert styles(list(noten[2])) == ["FootnoteText", "FootnoteText"]


def test_link_in_a_footnote_has_its_relation_with_the_footnotes(tmp_path: Path) -> None:
    parts = read_parts(een_document(tmp_path, ["Een^[zie [hier](https://a.example)]."]), "")

    assert b"https://a.example" in parts["word/_rels/footnotes.xml.rels"]
    assert b"https://a.example" not in parts["word/_rels/document.xml.rels"]


def test_numbering_of_two_texts_restarts_with_each_list(tmp_path: Path) -> None:
    parts = read_parts(een_document(tmp_path, ["1. een\n2. twee", "1. een\n\n---\n\n4. vier"]), "")

    eigen = re.findall(
        r'numId="(\d{4})"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0">'
        r'<w:startOverride w:val="(\d)"',
        parts[NUMBERING].decode(),
    )
    assert eigen == [("1001", "1"), ("1002", "1"), ("1003", "4")]


def test_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    tekst = f"# A {{#a}}\n\nx[^n] [l](https://a.example) [m](#a)\n\n1. p\n\n{TABEL}\n\n[^n]: y"

    assert een_document(tmp_path, [tekst]) == een_document(tmp_path, [tekst])


def test_every_style_that_is_used_stands_in_the_shipped_templates() -> None:
    bekend = set(re.findall(r'w:styleId="(\w+)"', styles_xml()))

    assert NODIG - bekend == set()


@pytest.mark.parametrize(
    ("tekst", "onderdeel"), [("1. a", "geen genummerde lijst"), ("a^[b]", "geen voetnoten")]
)
def test_template_without_lists_or_footnotes_is_refused(tekst: str, onderdeel: str) -> None:
    bijproduct = Bijproduct()
    to_word(tekst, bijproduct)

    with pytest.raises(SjabloonOnbruikbaar, match=onderdeel):
        added_parts(bijproduct, {NUMBERING: b"<w:numbering></w:numbering>"}, "proef.docx")


def test_own_numbers_stand_before_what_word_wants_last() -> None:
    eigen = (
        '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num><w:numIdMacAtCleanup w:val="1"/>'
    )
    bijproduct = Bijproduct()
    to_word("1. a", bijproduct)

    parts = {NUMBERING: f"<w:numbering>{eigen}</w:numbering>".encode()}
    numbering = added_parts(bijproduct, parts, "proef.docx")[NUMBERING].decode()

    assert re.findall(r"<w:(num|numIdMacAtCleanup)\b", numbering) == [
        "num",
        "num",
        "numIdMacAtCleanup",
    ]
    assert numbering.count('<w:abstractNumId w:val="9"/>') == 2


def test_refusal_names_line_and_beginning_of_the_text() -> None:
    with pytest.raises(InvoerError, match="blok code") as fout:
        blocks("De eerste alinea.\n\n```\ncode\n```")

    assert fout.value.plek == "regel 3 van de tekst “De eerste alinea. ``` code ```…”"
    assert fout.value.advies
