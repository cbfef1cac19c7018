"""Sheets, columns and rows that went missing, moved or came in twice."""

from dataclasses import replace

import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.formulier import Formulier
from cycle.domain.indicator import INZET
from cycle.forms import ExcelFormulieren
from cycle.services.ports import GelezenFormulier
from tests.cycle.forms.builders import (
    bewerkt,
    codes,
    een_formulier,
    een_kort_formulier,
    een_regel,
    een_vol_formulier,
    gevuld,
    lees,
    met_cel,
)


def _zonder_blad(*namen: str) -> bytes:
    def haal_weg(boek: Workbook) -> None:
        for naam in namen:
            del boek[naam]

    return bewerkt(gevuld(), haal_weg)


def _zonder_eigenschappen(inhoud: bytes) -> bytes:
    def haal_weg(boek: Workbook) -> None:
        for naam in boek.custom_doc_props.names:
            del boek.custom_doc_props[naam]

    return bewerkt(inhoud, haal_weg)


def test_a_deleted_row_is_missed_by_its_code() -> None:
    gelezen = lees(bewerkt(gevuld(), lambda boek: boek["Bieding"].delete_rows(5)))

    assert codes(gelezen) == ["R201"]
    assert "A01-NETTO" in gelezen.bevindingen[0].melding
    assert gelezen.bieding is None


def test_an_unknown_code_is_pointed_at() -> None:
    gelezen = lees(met_cel("A5", "A99-XX"))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [
        ("R203", "Bieding!A5"), ("R201", "Bieding"),
    ]  # fmt: skip


def test_a_code_that_stands_there_twice_is_pointed_at() -> None:
    gelezen = lees(bewerkt(gevuld(), lambda boek: boek["Bieding"].append(["a01-netto", 1])))

    assert [b.plek for b in gelezen.bevindingen if b.code == "R202"] == ["Bieding!A9"]


def test_a_total_that_a_partner_adds_is_reported_and_not_counted() -> None:
    gelezen = lees(met_cel("J9", 1240))

    assert [(b.code, b.plek, b.ernst) for b in gelezen.bevindingen] == [
        ("R204", "Bieding!J9", Ernst.WAARSCHUWING)
    ]
    assert gelezen.bieding is not None
    assert len(gelezen.bieding.regels) == 4


def _buiten(gelezen: GelezenFormulier) -> list[tuple[str, str]]:
    return [
        (b.plek, b.ruw)
        for b in gelezen.bevindingen
        if isinstance(b, Celbevinding) and (b.code, b.ernst) == ("S107", Ernst.WAARSCHUWING)
    ]


@pytest.mark.parametrize(
    ("adres", "tekst"),
    [
        ("N6", "let op!"), ("P8", "zie mail van Kees"), ("Z60", "verdwaald"), ("N4", "Notitie"),
        ("D40", "NB: alles onder voorbehoud"), ("C10", "Gemaakt door de secretaris"),
        ("A1", "Alleen een concept!"), ("E2", "Let op"),
    ],
)  # fmt: skip
def test_a_note_outside_the_table_is_pointed_at(adres: str, tekst: str) -> None:
    gelezen = lees(met_cel(adres, tekst))

    assert _buiten(gelezen) == [(f"Bieding!{adres}", tekst)]
    assert len(gelezen.bevindingen) == 1
    assert gelezen.bieding is not None


def test_an_own_column_is_pointed_at_cell_by_cell() -> None:
    def voeg_toe(boek: Workbook) -> None:
        blad = boek["Bieding"]
        blad.insert_cols(10)
        blad["J4"], blad["J5"], blad["J8"] = "Eigen notitie", "nog bespreken", 12

    assert _buiten(lees(bewerkt(gevuld(), voeg_toe))) == [
        ("Bieding!J4", "Eigen notitie"), ("Bieding!J5", "nog bespreken"), ("Bieding!J8", "12"),
    ]  # fmt: skip


def test_after_ten_cells_one_finding_says_how_many_more_there_are() -> None:
    def schrijf(boek: Workbook) -> None:
        for rij in range(20, 45):
            boek["Bieding"][f"C{rij}"] = f"regel {rij}"

    gelezen = lees(bewerkt(gevuld(), schrijf))

    assert [plek for plek, _ in _buiten(gelezen)] == [f"Bieding!C{rij}" for rij in range(20, 31)]
    assert "nog 15 gevulde cellen" in gelezen.bevindingen[-1].melding


def test_a_row_that_is_set_aside_as_a_whole_is_not_pointed_at_cell_by_cell() -> None:
    def schrijf(boek: Workbook) -> None:
        blad = boek["Bieding"]
        blad["C9"], blad["J9"], blad["N9"] = "Totaal", 1240, "optelling"

    assert codes(lees(bewerkt(gevuld(), schrijf))) == ["R204"]


def test_our_own_line_without_its_code_is_missed_and_not_called_a_note() -> None:
    def maak_leeg(boek: Workbook) -> None:
        for letter in "AIJKLM":
            boek["Bieding"][f"{letter}5"] = None

    assert codes(lees(bewerkt(gevuld(), maak_leeg))) == ["R201"]


def test_text_on_an_own_sheet_is_pointed_at_once() -> None:
    def voeg_toe(boek: Workbook) -> None:
        boek.create_sheet("Leeg")
        blad = boek.create_sheet("Notities", 0)
        blad["B2"], blad["B3"] = "Wij willen graag overleggen", "bel Kees"

    gelezen = lees(bewerkt(gevuld(), voeg_toe))

    assert _buiten(gelezen) == [("Notities!B2", "Wij willen graag overleggen")]
    assert "'Notities' is niet van ons formulier" in gelezen.bevindingen[0].melding


@pytest.mark.parametrize(
    "formulier",
    [
        een_vol_formulier(),
        replace(een_vol_formulier(), gemeente="'s-Hertogenbosch & omstreken"),
        een_kort_formulier(),
        een_kort_formulier(een_regel(), een_regel(22, INZET)),
        replace(een_vol_formulier(), voorbeeld="Dit zijn voorbeeldcijfers."),
        replace(een_kort_formulier(), voorbeeld="Dit zijn voorbeeldcijfers."),
    ],
)
def test_what_we_wrote_ourselves_is_no_note(formulier: Formulier) -> None:
    lezer = ExcelFormulieren()
    alleen = lezer.write(formulier)
    samen = lezer.write(formulier, replace(formulier, samenwerking="assen", gemeente="Assen"))

    for inhoud in (alleen, samen):
        for gelezen in lezer.read(inhoud, "bieding.xlsx", "1"):
            assert _buiten(gelezen) == []


@pytest.mark.parametrize("bod", [None, 1240])
def test_a_total_in_the_column_of_the_codes_is_no_unknown_code(bod: int | None) -> None:
    def tel_op(boek: Workbook) -> None:
        boek["Bieding"]["A9"], boek["Bieding"]["J9"] = "Totaal", bod

    gelezen = lees(bewerkt(gevuld(), tel_op))

    assert [(b.code, b.ernst) for b in gelezen.bevindingen] == [("R204", Ernst.WAARSCHUWING)]
    assert gelezen.bieding is not None


def test_a_note_merged_below_the_table_is_no_answer() -> None:
    def voetnoot(boek: Workbook) -> None:
        boek["Bieding"]["A11"] = "Opmerking: zie de bijlage"
        boek["Bieding"].merge_cells("A11:M12")

    assert codes(lees(bewerkt(gevuld(), voetnoot))) == ["R204"]


@pytest.mark.parametrize(
    "code", ["A01\u2013NETTO", "A01 - NETTO", "a01- netto", "\ufeffA01-NETTO\u200b"]
)
def test_a_code_with_another_dash_or_spaces_is_still_that_code(code: str) -> None:
    assert codes(lees(met_cel("A5", code))) == []


def test_a_code_of_no_question_is_unknown() -> None:
    assert codes(lees(met_cel("A5", "A99-XX"))) == ["R203", "R201"]


def test_a_repeated_heading_is_skipped() -> None:
    def herhaal(boek: Workbook) -> None:
        boek["Bieding"].append([cel.value for cel in boek["Bieding"][4]])

    assert codes(lees(bewerkt(gevuld(), herhaal))) == []


def test_a_missing_column_is_named() -> None:
    gelezen = lees(bewerkt(gevuld(), lambda boek: boek["Bieding"].delete_cols(10)))

    assert codes(gelezen) == ["S103"]
    assert "'Uw bod'" in gelezen.bevindingen[0].melding


def test_a_heading_that_stands_there_twice_is_named() -> None:
    gelezen = lees(met_cel("N4", "Toelichting"))

    assert codes(gelezen) == ["S104"]
    assert gelezen.bieding is None


def test_a_sheet_without_any_heading_misses_its_first_column() -> None:
    gelezen = lees(bewerkt(gevuld(), lambda boek: boek["Bieding"].delete_rows(4)))

    assert codes(gelezen) == ["S103"]
    assert "'Regelcode'" in gelezen.bevindingen[0].melding


def test_a_sheet_extra_without_its_headings_is_a_fout() -> None:
    assert codes(lees(bewerkt(gevuld(), lambda b: b["Extra"].delete_rows(4)))) == ["S103"]
    assert codes(lees(bewerkt(gevuld(), lambda b: b["Extra"].delete_cols(1)))) == ["S103"]


def test_a_renamed_sheet_is_found_by_its_headings() -> None:
    def hernoem(boek: Workbook) -> None:
        boek["Bieding"].title = "Blad1"

    gelezen = lees(bewerkt(gevuld(), hernoem))

    assert codes(gelezen) == ["S102"]
    assert gelezen.bieding is not None
    assert gelezen.bieding.regels[0].plekken["bod"].blad == "Blad1"


@pytest.mark.parametrize(("blad", "bookable"), [("Bieding", False), ("Extra", True)])
def test_a_deleted_sheet_is_named(blad: str, bookable: bool) -> None:
    gelezen = lees(_zonder_blad(blad))

    assert codes(gelezen) == ["S101"]
    assert (gelezen.bieding is not None) is bookable


def test_a_cell_far_outside_the_table_is_reported() -> None:
    gelezen = lees(met_cel("XFD1048576", "verdwaald"))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [("S107", "Bieding!XFD1048576")]
    assert gelezen.bieding is not None


def test_without_the_hidden_sheet_the_properties_say_whose_form_it_is() -> None:
    gelezen = lees(_zonder_blad("_jaarschijf"))

    assert (gelezen.partij, gelezen.jaar, codes(gelezen)) == ("domesta", 2024, [])
    assert gelezen.bieding is not None
    assert [str(regel.bod) for regel in gelezen.bieding.regels] == ["25", "15.5", "1200.5", "None"]


def test_without_properties_the_hidden_sheet_says_whose_form_it_is() -> None:
    gelezen = lees(_zonder_eigenschappen(gevuld()))

    assert (gelezen.partij, codes(gelezen)) == ("domesta", [])


def test_a_form_that_says_only_in_sight_whose_it_is_cannot_be_booked() -> None:
    gelezen = lees(_zonder_eigenschappen(_zonder_blad("_jaarschijf")))

    assert codes(gelezen) == ["B010"]
    assert (gelezen.partij, gelezen.jaar, gelezen.bieding) == ("domesta", 2024, None)
    assert [w.ruw for w in gelezen.waarden if w.veld == "bod"] == ["25", "15,5", "1200,5"]


@pytest.mark.parametrize("adres", ["B1", "B4", "E17"])
def test_a_form_whose_identification_was_changed_is_not_recognised(adres: str) -> None:
    assert codes(lees(met_cel(adres, "anders", blad="_jaarschijf"))) == ["B010"]


def test_a_sheet_and_properties_that_disagree_are_not_trusted() -> None:
    def verander(boek: Workbook) -> None:
        boek.custom_doc_props["jaarschijf_partij"].value = "woonconcept"

    assert codes(lees(bewerkt(gevuld(), verander))) == ["B010"]


@pytest.mark.parametrize("jaar", ["2" * 5000, "٢٠٢٤", "24"])
def test_a_jaar_that_is_no_year_is_not_trusted(jaar: str) -> None:
    def verander(boek: Workbook) -> None:
        del boek.custom_doc_props["jaarschijf_cyclus"]
        eigenschap = StringProperty(name="jaarschijf_cyclus", value=jaar)
        boek.custom_doc_props.append(eigenschap)

    gelezen = lees(bewerkt(_zonder_blad("_jaarschijf"), verander))

    assert (codes(gelezen), gelezen.bieding) == (["B010"], None)


def test_the_form_of_another_partij_and_jaar_says_so_itself() -> None:
    gelezen = lees(ExcelFormulieren().write(een_formulier(partij="actium", jaar=2025)))

    assert (gelezen.partij, gelezen.jaar) == ("actium", 2025)


def test_words_typed_on_the_sheet_with_our_explanation_are_not_lost() -> None:
    def schrijf(boek: Workbook) -> None:
        boek["Uitleg"]["B4"] = "Ons bod geldt alleen met subsidie"
        boek["Uitleg"]["D60"] = "zie ook de mail"
        boek["Uitleg"]["A9"].comment = Comment("Waar vind ik dit?", "Jan")

    gelezen = lees(bewerkt(gevuld(), schrijf))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [
        ("S107", "Uitleg!B4"), ("S107", "Uitleg!D60"), ("S109", "Uitleg!A9"),
    ]  # fmt: skip
    assert "alleen met subsidie" in gelezen.bevindingen[0].melding
