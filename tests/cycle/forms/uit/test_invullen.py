import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bieding import Deelname
from cycle.domain.errors import InvoerError
from cycle.domain.formulier import Formulier
from cycle.domain.plek import Plek
from cycle.domain.voorbeeld import (
    Antwoorden,
    ExtraAntwoord,
    Gevraagdantwoord,
    Voorraadantwoord,
    Wederkerigheidantwoord,
)
from cycle.forms import ExcelFormulieren
from tests.cycle.forms.builders import (
    alle_antwoorden,
    bewerkt,
    een_antwoord,
    een_formulier,
    een_kort_formulier,
    een_vol_formulier,
    gevuld,
    lees,
)


def test_what_was_typed_is_read_back_with_its_cell() -> None:
    volledig = een_antwoord(
        bod="1.234", planning="3e kwartaal 2024", bedrag="€ 450.000,-", toelichting="In de wijk."
    )
    extra = (ExtraAntwoord("Een deelauto", "2 auto's", "juli 2024"),)

    gelezen = lees(gevuld(volledig, *alle_antwoorden()[1:], extra=extra))

    assert gelezen.bevindingen == ()
    assert gelezen.bieding is not None
    regel = gelezen.bieding.regels[0]
    assert (regel.deelname, regel.bod, regel.bedrag) == (
        Deelname.JA, Decimal(1234), Decimal(450000),
    )  # fmt: skip
    assert (regel.planning, regel.toelichting) == ("3e kwartaal 2024", "In de wijk.")
    assert {veld: plek.cel for veld, plek in regel.plekken.items()} == {
        "deelname": "I5", "bod": "J5", "planning": "K5", "bedrag": "L5", "toelichting": "M5",
    }  # fmt: skip
    assert regel.plekken["bod"] == Plek(
        "bieding.xlsx", blad="Bieding", cel="J5", inzending="inzending-1"
    )
    assert regel.ruw["bedrag"] == "€ 450.000,-"
    voorstel = gelezen.bieding.extra[0]
    assert (voorstel.omschrijving, voorstel.bod, voorstel.plek.cel) == (
        "Een deelauto", "2 auto's", "A5",
    )  # fmt: skip


def test_a_whole_bieding_names_its_owner_and_the_inzending() -> None:
    gelezen = lees(gevuld())

    assert (gelezen.partij, gelezen.samenwerking, gelezen.jaar) == ("domesta", "hoogeveen", 2024)
    assert gelezen.bieding is not None
    assert gelezen.bieding.inzending == "inzending-1"
    assert [regel.regelcode for regel in gelezen.bieding.regels] == [
        "A01-NETTO", "A07-KK_P", "A13-GROEN_M2", "A22-INZET",
    ]  # fmt: skip
    assert [regel.bod for regel in gelezen.bieding.regels] == [
        Decimal(25), Decimal("15.5"), Decimal("1200.5"), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "inhoud"),
    [
        ("25", 25),
        ("1.234,5", 1234.5),
        ("-2", -2),
        ("ca. 700", "ca. 700"),
        ("€ 80", "€ 80"),
        ("1,234", "1,234"),
        ("12345678901234567", "12345678901234567"),
        ("1.2.3", "1.2.3"),
        ("=1+1", "=1+1"),
    ],
)
def test_only_clean_numbers_become_numbers(tekst: str, inhoud: object) -> None:
    blad = load_workbook(io.BytesIO(gevuld(een_antwoord(bod=tekst))))["Bieding"]

    assert blad["J5"].value == inhoud
    assert blad["J5"].data_type == ("s" if isinstance(inhoud, str) else "n")


def test_the_form_keeps_its_protection_lists_and_properties() -> None:
    boek = load_workbook(io.BytesIO(gevuld()))

    assert boek["Bieding"].protection.sheet
    assert len(boek["Bieding"].data_validations.dataValidation) == 3
    assert boek["Bieding"].freeze_panes == "I5"
    assert boek["_jaarschijf"].sheet_state == "veryHidden"
    assert boek.properties.language == "nl"
    assert len(boek.custom_doc_props.props) == 7


def test_rows_grow_with_a_long_answer_and_stay_free_to_grow() -> None:
    lang = een_antwoord(toelichting="Wij bouwen in de wijk. " * 20)
    inhoud = gevuld(lang, extra=(ExtraAntwoord("Een proef. " * 40, "", ""),))

    boek = load_workbook(io.BytesIO(inhoud))

    assert boek["Bieding"].row_dimensions[5].height > 200
    assert boek["Extra"].row_dimensions[5].height > 75
    assert b"customHeight" not in zipfile.ZipFile(io.BytesIO(inhoud)).read(
        "xl/worksheets/sheet2.xml"
    )


def test_an_answer_to_an_unknown_question_names_the_questions_there_are() -> None:
    with pytest.raises(InvoerError, match="domesta heeft geen regel A99-NETTO") as fout:
        gevuld(een_antwoord("A99-NETTO"))

    assert "A01-NETTO" in fout.value.advies


def test_too_many_extra_offers_are_refused() -> None:
    with pytest.raises(InvoerError, match="15 regels"):
        gevuld(extra=(ExtraAntwoord("Een proef", "", ""),) * 16)


def test_a_character_that_excel_cannot_hold_is_refused_with_its_cell() -> None:
    with pytest.raises(InvoerError) as fout:
        gevuld(een_antwoord(toelichting="raar \x01 teken"))

    assert fout.value.plek == "Bieding!M5"


def test_another_workbook_is_not_filled() -> None:
    with pytest.raises(InvoerError, match="geen formulier"):
        ExcelFormulieren().fill(b"geen werkmap", Antwoorden("domesta", ()))


def test_a_form_without_its_headings_is_not_filled() -> None:
    leeg = ExcelFormulieren().write(een_formulier())
    zonder_kop = bewerkt(leeg, lambda boek: boek["Bieding"].delete_rows(4))

    with pytest.raises(InvoerError, match="koppen"):
        ExcelFormulieren().fill(zonder_kop, Antwoorden("domesta", ()))


def _gevuld(formulier: Formulier, antwoorden: Antwoorden) -> Workbook:
    formulieren = ExcelFormulieren()
    return load_workbook(io.BytesIO(formulieren.fill(formulieren.write(formulier), antwoorden)))


def test_tenants_can_be_answered_for_in_their_own_columns() -> None:
    antwoord = een_antwoord("A22-INZET", bod="", toelichting="Wij helpen mee.")

    blad = _gevuld(een_kort_formulier(), Antwoorden("shdh", (antwoord,)))["Bieding"]

    assert [cel.value for cel in blad[5]] == [
        "A22-INZET", 22, "Ontmoeten in de wijk", "ja", None, "Wij helpen mee."
    ]  # fmt: skip


def test_an_answer_without_a_column_is_not_lost_in_silence() -> None:
    antwoord = een_antwoord("A22-INZET", bod="", bedrag="500", toelichting="Wij helpen mee.")

    with pytest.raises(InvoerError) as fout:
        _gevuld(een_kort_formulier(), Antwoorden("shdh", (antwoord,)))

    assert fout.value.melding == "Het formulier van shdh heeft geen kolom 'Bedrag (euro)'."


def test_stock_and_requests_are_typed_on_their_sheets() -> None:
    voorraad = (Voorraadantwoord("V-AT1_N", "1.204", "Zonder zorg."),)
    nodig = Wederkerigheidantwoord("SHDH", "Een lijst.", "1", "1 mei 2024", "ja")

    boek = _gevuld(
        een_vol_formulier(),
        Antwoorden("domesta", (), voorraad=voorraad, wederkerigheid=(nodig,)),
    )

    assert [cel.value for cel in boek["Voorraad"][7]][4:] == [1204, "Zonder zorg."]
    assert [cel.value for cel in boek["Wederkerigheid"][5]] == [
        "SHDH", "Een lijst.", 1, "1 mei 2024", "ja"
    ]  # fmt: skip


def test_an_answer_for_a_sheet_that_is_not_there_is_refused() -> None:
    voorraad = (Voorraadantwoord("V-AT1_N", "1", ""),)

    with pytest.raises(InvoerError) as fout:
        _gevuld(een_formulier(), Antwoorden("domesta", (), voorraad=voorraad))

    assert fout.value.melding == "Het formulier van domesta heeft geen blad Voorraad."


def test_a_request_is_answered_in_its_own_row() -> None:
    antwoord = Gevraagdantwoord("SHDH", "1", "deels", "In juni.")

    blad = _gevuld(een_vol_formulier(), Antwoorden("domesta", (), gevraagd=(antwoord,)))

    assert [cel.value for cel in blad["Vragen aan u"][5]][5:] == ["deels", "In juni."]


def test_an_answer_to_what_nobody_asked_is_refused() -> None:
    antwoord = Gevraagdantwoord("SHDH", "9", "ja", "")

    with pytest.raises(InvoerError) as fout:
        _gevuld(een_vol_formulier(), Antwoorden("domesta", (), gevraagd=(antwoord,)))

    assert fout.value.melding == "Het formulier van domesta heeft geen regel SHDH 9."
