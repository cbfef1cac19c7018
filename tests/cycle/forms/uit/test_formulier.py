import io
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from cycle.domain.formulier import Formulier
from cycle.domain.indicator import INZET
from cycle.forms import ExcelFormulieren
from cycle.forms.kenmerkblad import Formuliercode, read_formuliercode
from tests.cycle.forms.builders import (
    NETTO,
    alle_antwoorden,
    codes,
    een_formulier,
    een_kort_formulier,
    een_regel,
    een_vol_formulier,
    lees,
)

ROOT = Path(__file__).resolve().parents[4]
SCRIPT = """
import hashlib
from tests.cycle.forms.builders import een_formulier, gevuld
from cycle.forms import ExcelFormulieren
leeg = ExcelFormulieren().write(een_formulier())
print(hashlib.sha256(leeg).hexdigest(), hashlib.sha256(gevuld()).hexdigest())
"""


def _open(inhoud: bytes) -> Workbook:
    return load_workbook(io.BytesIO(inhoud))


def _somcodes(seed: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_same_form_gives_the_same_bytes_in_any_process_at_any_time() -> None:
    eerste = _somcodes("1")
    time.sleep(1.1)

    assert _somcodes("2") == eerste


def test_sheets_stand_in_order_and_two_are_hidden() -> None:
    boek = _open(ExcelFormulieren().write(een_formulier()))

    assert boek.sheetnames == [
        "Uitleg", "Bieding", "Wederkerigheid", "Extra", "Lijsten", "_jaarschijf"
    ]  # fmt: skip
    assert [blad.sheet_state for blad in boek] == ["visible"] * 4 + ["hidden", "veryHidden"]


def test_headings_name_the_year() -> None:
    blad = _open(ExcelFormulieren().write(een_formulier(jaar=2026)))["Bieding"]

    koppen = [cel.value for cel in blad[4]]

    assert koppen == [
        "Regelcode", "Nr.", "Waar gaat het over", "Indicator", "Eenheid", "Doel hele looptijd",
        "Gerealiseerd", "Uw bod vorig jaar", "Doet u mee?", "Uw bod voor 2026", "Wanneer klaar?",
        "Bedrag (euro)", "Toelichting",
    ]  # fmt: skip


def test_grey_cells_are_locked_and_yellow_cells_are_open() -> None:
    blad = _open(ExcelFormulieren().write(een_formulier()))["Bieding"]

    op_slot = [cel.protection.locked for cel in blad[5]]

    assert blad.protection.sheet
    assert op_slot == [True] * 8 + [False] * 5
    assert [cel.value for cel in blad[5]][:7] == [
        "A01-NETTO", 1, "De voorraad groeit", "Netto toevoeging sociale huur", "woningen",
        "ten minste 320 woningen", "n.b.",
    ]  # fmt: skip


def test_a_question_without_a_number_greys_the_bod_and_asks_for_words() -> None:
    blad = _open(ExcelFormulieren().write(een_formulier(een_regel(22, INZET))))["Bieding"]

    assert (blad["J5"].value, blad["J5"].protection.locked) == ("niet nodig", True)
    assert blad["D5"].value == "Wat gaat u doen? Schrijf het bij Toelichting."


def test_excel_offers_the_choices_and_only_warns_about_numbers() -> None:
    boek = _open(ExcelFormulieren().write(een_formulier()))

    keuringen = {str(d.sqref): d for d in boek["Bieding"].data_validations.dataValidation}

    assert (keuringen["I5:I8"].type, keuringen["I5:I8"].formula1) == ("list", "Keuzes")
    assert {k: keuringen[k].errorStyle for k in ("I5:I8", "J5:J8")} == {
        "I5:I8": "warning",
        "J5:J8": "warning",
    }
    assert boek.defined_names["Keuzes"].attr_text == "Lijsten!$A$2:$A$5"
    assert [c.value for c in boek["Lijsten"]["A"][1:]] == ["ja", "deels", "nee", "n.v.t."]


def test_the_sheet_prints_on_a4_with_the_heading_on_every_page() -> None:
    blad = _open(ExcelFormulieren().write(een_formulier()))["Bieding"]

    assert (blad.page_setup.paperSize, blad.page_setup.orientation) == (9, "landscape")
    assert blad.sheet_properties.pageSetUpPr.fitToPage
    assert blad.page_setup.fitToHeight == 0
    assert blad.print_title_rows == "$4:$4"
    assert blad.print_area == "'Bieding'!$A$1:$M$8"
    assert blad.freeze_panes == "I5"
    assert blad.tables["Biedingregels"].autoFilter is not None


def test_rows_may_grow_while_someone_types() -> None:
    pakket = zipfile.ZipFile(io.BytesIO(ExcelFormulieren().write(een_formulier())))

    assert b"customHeight" not in pakket.read("xl/worksheets/sheet2.xml")


def test_properties_say_whose_form_it_is_and_in_which_language() -> None:
    boek = _open(ExcelFormulieren().write(een_formulier()))

    eigenschappen = {p.name: p.value for p in boek.custom_doc_props.props}

    assert boek.properties.language == "nl"
    assert boek.properties.title == "Bieding 2024 - Domesta"
    assert eigenschappen["jaarschijf_partij"] == "domesta"
    assert set(eigenschappen) == {
        "jaarschijf_partij", "jaarschijf_samenwerking", "jaarschijf_gemeente",
        "jaarschijf_cyclus", "jaarschijf_versie", "jaarschijf_uitgave",
        "jaarschijf_somcode",
    }  # fmt: skip


def _uitleg(inhoud: bytes) -> str:
    rijen = _open(inhoud)["Uitleg"].iter_rows(max_col=2, values_only=True)
    return "\n".join(str(cel) for rij in rijen for cel in rij if cel)


def test_the_first_sheet_says_for_whom_by_when_and_whom_to_ask() -> None:
    tekst = _uitleg(ExcelFormulieren().write(een_formulier()))

    for deel in ("Domesta", "2 oktober 2023", "coördinator prestatieafspraken", "Geel", "Grijs"):
        assert deel in tekst
    assert "Let op" not in tekst


def test_example_figures_are_marked_on_the_first_sheet() -> None:
    zin = "De cijfers in dit formulier zijn voorbeelden."

    assert zin in _uitleg(ExcelFormulieren().write(replace(een_formulier(), voorbeeld=zin)))


def test_text_that_looks_like_a_formula_stays_text() -> None:
    regel = een_regel(1, NETTO, "=1+1 & https://gemeente.example")
    inhoud = ExcelFormulieren().write(replace(een_formulier(regel), partij_naam="A & B"))

    cel = _open(inhoud)["Bieding"]["C5"]

    assert (cel.value, cel.data_type) == ("=1+1 & https://gemeente.example", "s")
    assert cel.hyperlink is None


def test_a_form_without_questions_can_still_be_opened() -> None:
    formulier = replace(een_formulier(), regels=())

    gelezen = lees(ExcelFormulieren().write(formulier))

    assert gelezen.bieding is not None
    assert gelezen.bieding.regels == ()


def test_an_untouched_form_is_bookable_and_every_question_is_open() -> None:
    gelezen = lees(ExcelFormulieren().write(een_formulier()))

    assert codes(gelezen) == ["W313"] * 4
    assert {b.plek for b in gelezen.bevindingen} == {f"Bieding!I{rij}" for rij in range(5, 9)}
    assert gelezen.bieding is not None
    assert len(gelezen.bieding.regels) == len(alle_antwoorden())


def test_every_sheet_with_a_table_says_whose_form_it_is() -> None:
    boek = _open(ExcelFormulieren().write(een_vol_formulier()))

    for blad in boek.worksheets[1:-2]:
        codes_erop = [read_formuliercode(str(cel.value)) for cel in blad[3] if cel.value]
        assert [c for c in codes_erop if c] == [Formuliercode("hoogeveen", "domesta", 2024, "2")]


def test_the_code_above_a_table_tells_the_gemeenten_apart() -> None:
    hogeland = een_vol_formulier(gemeente="Het Hogeland")
    boek = _open(ExcelFormulieren().write(een_vol_formulier(), hogeland))

    assert boek["Bieding Hoogeveen"]["M3"].value == "Formulier: hoogeveen / domesta / 2024 / 2"
    assert boek["Bieding Het Hogeland"]["M3"].value == (
        "Formulier: het-hogeland / domesta / 2024 / 2"
    )


def test_a_workbook_for_two_gemeenten_explains_itself_once() -> None:
    hogeland = een_vol_formulier(gemeente="Het Hogeland")
    inhoud = ExcelFormulieren().write(een_vol_formulier(), hogeland)

    boek = _open(inhoud)
    verborgen = [blad.title for blad in boek if blad.sheet_state == "veryHidden"]
    assert verborgen == ["_jaarschijf", "_jaarschijf_2"]
    assert len(boek.sheetnames) == 1 + 2 * 5 + 3
    assert "Hoogeveen en Het Hogeland" in _uitleg(inhoud)
    assert boek["_jaarschijf_2"]["B3"].value == "Het Hogeland"
    assert {t for blad in boek for t in blad.tables} == {
        naam + nummer
        for naam in ("Biedingregels", "Voorraad", "Wederkerigheid", "Gevraagd", "Extravoorstellen")
        for nummer in ("", "_2")
    }


def test_the_explanation_names_the_sheets_and_questions_of_each_gemeente() -> None:
    hogeland = een_vol_formulier(gemeente="Het Hogeland")
    voorbeeld = replace(hogeland, voorbeeld="Dit zijn voorbeeldcijfers.")

    tekst = _uitleg(ExcelFormulieren().write(een_vol_formulier(), voorbeeld))

    assert "Begin bij Bieding Hoogeveen." in tekst
    assert "Vul op de werkbladen Voorraad Hoogeveen en Voorraad Het Hogeland in" in tekst
    assert "4 vragen over Hoogeveen en 4 vragen over Het Hogeland" in tekst
    assert "Let op (Het Hogeland)\nDit zijn voorbeeldcijfers." in tekst


def test_every_sheet_prints_on_whole_pages() -> None:
    boek = _open(ExcelFormulieren().write(een_vol_formulier()))

    assert {blad.page_setup.paperSize for blad in boek} == {9}
    assert all(blad.sheet_properties.pageSetUpPr.fitToPage for blad in boek)
    for blad in boek.worksheets[1:-2]:
        assert blad.print_title_rows == "$4:$4"
        assert blad.freeze_panes
        assert not blad.merged_cells.ranges


def test_lists_go_by_name_and_only_warn() -> None:
    boek = _open(ExcelFormulieren().write(een_vol_formulier()))

    keuringen = {
        (blad.title, str(d.sqref)): d for blad in boek for d in blad.data_validations.dataValidation
    }
    lijsten = {plek: d.formula1 for plek, d in keuringen.items() if d.type == "list"}
    assert lijsten == {
        ("Bieding", "I5:I8"): "Keuzes",
        ("Wederkerigheid", "A5:A14"): "Gevraagden",
        ("Wederkerigheid", "E5:E14"): "JaNee",
        ("Vragen aan u", "F5"): "Bereidheid",
    }
    assert {d.errorStyle for d in keuringen.values()} == {"warning"}
    lijst = boek.defined_names["Gevraagden"].attr_text
    assert lijst == "Lijsten!$D$2:$D$4"
    assert [rij[0].value for rij in boek["Lijsten"]["D2:D4"]] == [
        "SHDH", "Gemeente Hoogeveen", "onze raad van commissarissen"
    ]  # fmt: skip


def test_what_others_ask_stands_in_grey() -> None:
    blad = _open(ExcelFormulieren().write(een_vol_formulier()))["Vragen aan u"]

    assert [cel.value for cel in blad[5]][:5] == [
        "V-0001", "SHDH", 1, "Een lijst met bouwplannen.", "voor 1 mei 2024"
    ]  # fmt: skip
    assert [cel.protection.locked for cel in blad[5]] == [True] * 5 + [False] * 2


def test_stock_and_answer_of_last_year_stand_in_grey() -> None:
    regel = replace(een_regel(1, NETTO), vorig="circa 30 woningen")
    formulier = replace(een_vol_formulier(), regels=(regel,))

    boek = _open(ExcelFormulieren().write(formulier))

    assert boek["Bieding"]["H5"].value == "circa 30 woningen"
    assert boek["Voorraad"]["D5"].value == "3.008"
    assert boek["Voorraad"]["E4"].value == "Stand op 1 januari 2023"


def test_tenants_get_larger_letters_and_fewer_words() -> None:
    kort, lang = een_kort_formulier(), een_formulier()

    def letters(formulier: Formulier) -> float:
        blad = _open(ExcelFormulieren().write(formulier))["Bieding"]
        return float(blad["C5"].font.size)

    assert (letters(kort), letters(lang)) == (13, 11)
    woorden = [len(_uitleg(ExcelFormulieren().write(f)).split()) for f in (kort, lang)]
    assert woorden[0] < woorden[1] * 0.7


def test_the_first_sheet_names_the_own_supervisors_and_the_sheets_that_are_there() -> None:
    vol, gewoon = (
        _uitleg(ExcelFormulieren().write(f)) for f in (een_vol_formulier(), een_formulier())
    )

    assert "Moet uw raad van commissarissen nog instemmen?" in vol
    assert "Voorraad" in vol
    assert "Vragen aan u" in vol
    assert "Voorraad" not in gewoon
    assert "Vragen aan u" not in gewoon
