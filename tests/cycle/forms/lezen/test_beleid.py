"""What was done to cells and rows: each doubt on its own cell, and nothing lost."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bevinding import Celbevinding
from cycle.domain.gelezen import GelezenWaarde, Reden
from cycle.services.ports import GelezenFormulier
from tests.cycle.forms.builders import bewerkt, codes, gevuld, lees, met_cel


def _na(bewerk: Callable[[Workbook], object]) -> GelezenFormulier:
    return lees(bewerkt(gevuld(), bewerk))


def _plekken(gelezen: GelezenFormulier) -> list[tuple[str, str]]:
    return [(b.code, b.plek) for b in gelezen.bevindingen]


def _waarde(gelezen: GelezenFormulier, regel: str, veld: str) -> GelezenWaarde:
    (gevonden,) = [w for w in gelezen.waarden if (w.regel, w.veld) == (regel, veld)]
    return gevonden


def test_every_yellow_cell_is_kept_with_its_text_its_cell_and_why_it_is_empty() -> None:
    gelezen = lees(gevuld())
    bod, bedrag = (_waarde(gelezen, "A01-NETTO", veld) for veld in ("bod", "bedrag"))

    assert (bod.waarde, bod.ruw, bod.plek.cel, bod.reden) == (Decimal(25), "25", "J5", None)
    assert (bedrag.waarde, bedrag.ruw, bedrag.plek.cel) == (None, "", "L5")
    assert bedrag.reden is Reden.LEEG
    assert len([w for w in gelezen.waarden if w.tabel == "bieding"]) == 4 * 5 - 1


def test_a_refused_answer_keeps_its_text() -> None:
    bod = _waarde(lees(met_cel("J5", "veel")), "A01-NETTO", "bod")

    assert (bod.waarde, bod.ruw, bod.reden) == (None, "veel", Reden.GEWEIGERD)


@pytest.mark.parametrize(
    ("waarde", "kwalificatie", "hoog"),
    [
        ("ca. 700", "circa", None),
        ("10-15", "", Decimal(15)),
        ("plm. 12 à 15", "circa", Decimal(15)),
        ("min. 20", "minimaal", None),
    ],
)
def test_what_was_written_around_a_number_is_kept(
    waarde: str, kwalificatie: str, hoog: Decimal | None
) -> None:
    gelezen = lees(met_cel("J5", waarde))
    bod = _waarde(gelezen, "A01-NETTO", "bod")

    assert gelezen.bieding is not None
    assert (bod.kwalificatie, bod.hoog) == (kwalificatie, hoog)
    assert gelezen.bieding.regels[0].kwalificatie == kwalificatie
    assert gelezen.bieding.regels[0].bod_hoog == hoog
    assert codes(gelezen) == ["W305" if hoog else "W304"]


def test_a_finding_names_question_field_and_what_was_read() -> None:
    (bevinding,) = lees(met_cel("J5", "ca. 700")).bevindingen

    assert isinstance(bevinding, Celbevinding)
    assert (bevinding.klasse, bevinding.blad, bevinding.cel) == ("benadering", "Bieding", "J5")
    assert (bevinding.regel, bevinding.veld) == ("A01-NETTO", "bod")
    assert (bevinding.ruw, bevinding.gelezen) == ("ca. 700", "700")


def test_merged_answers_belong_to_nobody() -> None:
    gelezen = _na(lambda boek: boek["Bieding"].merge_cells("J5:J6"))

    assert _plekken(gelezen) == [("S105", "Bieding!J5")]
    assert [_waarde(gelezen, c, "bod").reden for c in ("A01-NETTO", "A07-KK_P")] == [
        Reden.GEWEIGERD, Reden.GEWEIGERD,
    ]  # fmt: skip


def test_an_answer_merged_with_empty_space_beside_the_table_is_read() -> None:
    assert codes(_na(lambda boek: boek["Bieding"].merge_cells("M5:P5"))) == []


def test_a_hidden_row_with_an_answer_is_pointed_at_and_read() -> None:
    def verberg(boek: Workbook) -> None:
        boek["Bieding"].row_dimensions[6].hidden = True

    gelezen = _na(verberg)

    assert _plekken(gelezen) == [("S106", "Bieding!A6")]
    assert gelezen.bieding is not None


def test_a_struck_out_answer_is_pointed_at_and_read() -> None:
    def streep(boek: Workbook) -> None:
        boek["Bieding"]["J5"].font = Font(strike=True)

    gelezen = _na(streep)

    assert _plekken(gelezen) == [("S110", "Bieding!J5")]
    assert gelezen.bieding is not None
    assert gelezen.bieding.regels[0].bod == 25


def test_an_answer_that_is_struck_out_in_part_is_pointed_at() -> None:
    def streep(boek: Workbook) -> None:
        weg = TextBlock(InlineFont(strike=True), "Wij doen niets. ")
        boek["Bieding"]["M5"] = CellRichText(weg, "Wij doen mee.")
        boek["Bieding"]["M6"] = CellRichText(TextBlock(InlineFont(b=True), "Vet"), " gedrukt")

    gelezen = _na(streep)

    assert _plekken(gelezen) == [("S110", "Bieding!M5")]
    assert _waarde(gelezen, "A01-NETTO", "toelichting").ruw == "Wij doen niets. Wij doen mee."
    assert _waarde(gelezen, "A07-KK_P", "toelichting").ruw == "Vet gedrukt"


def test_a_hidden_column_with_answers_is_pointed_at_and_read() -> None:
    def verberg(boek: Workbook) -> None:
        boek["Bieding"].column_dimensions["J"].hidden = True

    gelezen = _na(verberg)

    assert _plekken(gelezen) == [("S106", "Bieding!J4")]
    assert gelezen.bieding is not None


def test_a_hidden_column_without_answers_does_no_harm() -> None:
    def verberg(boek: Workbook) -> None:
        boek["Bieding"].column_dimensions["L"].hidden = True

    assert codes(_na(verberg)) == []


@pytest.mark.parametrize(
    "kop",
    [
        "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
        "however, any edits to it will get removed. Learn more: "
        "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ",
        "[Opmerkingenthread]\n\nU kunt deze opmerkingenthread lezen in uw versie van Excel.\n\n"
        "Opmerking:\n    ",
    ],
)
def test_of_a_conversation_only_the_words_of_the_partner_are_quoted(kop: str) -> None:
    def schrijf(boek: Workbook) -> None:
        boek["Bieding"]["J5"].comment = Comment(f"{kop}Alleen met subsidie", "tc={1}")

    (bevinding,) = _na(schrijf).bevindingen

    assert (bevinding.code, bevinding.melding) == (
        "S109", "Bij deze cel staat een opmerking: 'Alleen met subsidie'.",
    )  # fmt: skip


@pytest.mark.parametrize("auteur", ["A. de Vries", "jaarschijf"])
def test_what_a_partner_writes_in_a_comment_is_quoted_whoever_began_it(auteur: str) -> None:
    def schrijf(boek: Workbook) -> None:
        boek["Bieding"]["J5"].comment = Comment("Onder voorbehoud van de gemeente", auteur)

    (bevinding,) = _na(schrijf).bevindingen

    assert bevinding.code == "S109"
    assert "Onder voorbehoud" in bevinding.melding


def test_our_own_words_in_a_comment_are_not_quoted() -> None:
    def schrijf(boek: Workbook) -> None:
        boek["Bieding"]["J5"].comment = Comment(
            "W307 (fout: verbeteren)\n'-5' is lager dan nul. Dat kan hier niet.", "jaarschijf"
        )

    assert codes(_na(schrijf)) == []


def test_a_sheet_of_ours_with_points_to_improve_is_no_part_of_the_form() -> None:
    assert (
        codes(_na(lambda boek: boek.create_sheet("Verbeterpunten", 0).append(["Nr", "Waar"]))) == []
    )


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("Q3 2024", []),
        ("najaar", ["W320"]),
        ("Q1 2025", ["W321"]),
        ("zsm", ["W319"]),
        ("31 juni", ["W319"]),
        ("n.v.t.", []),
        ("n.t.b.", ["W315"]),
        (2024, []),
        (45000, ["W319"]),
    ],
)
def test_a_planning_is_a_period_or_a_finding_on_its_cell(
    waarde: object, verwacht: list[str]
) -> None:
    gelezen = lees(met_cel("K5", waarde))

    assert _plekken(gelezen) == [(code, "Bieding!K5") for code in verwacht]


def test_a_planning_gives_its_first_and_last_day() -> None:
    gelezen = lees(met_cel("K5", "4e kwartaal"))

    assert gelezen.bieding is not None
    regel = gelezen.bieding.regels[0]
    assert (str(regel.planning_van), str(regel.planning_tot)) == ("2024-10-01", "2024-12-31")
    assert regel.planning == "4e kwartaal"


@pytest.mark.parametrize(("waarde", "verwacht"), [(-5, []), ("-5", []), ("− 5", [])])  # noqa: RUF001 - a real minus
def test_a_net_addition_may_be_negative(waarde: object, verwacht: list[str]) -> None:
    assert codes(lees(met_cel("J5", waarde))) == verwacht


@pytest.mark.parametrize(("adres", "verwacht"), [("J5", ["W303", "W304"]), ("J7", ["W304"])])
def test_min_can_mean_below_zero_only_where_that_is_allowed(
    adres: str, verwacht: list[str]
) -> None:
    gelezen = lees(met_cel(adres, "min 5"))

    assert codes(gelezen) == verwacht
    assert all("5" in b.gelezen for b in gelezen.bevindingen)


@pytest.mark.parametrize("waarde", ["€ -", "-", "€ --"])
def test_a_dash_behind_a_euro_sign_is_a_dash(waarde: str) -> None:
    assert codes(lees(met_cel("L5", waarde))) == ["W314"]


@pytest.mark.parametrize(
    ("adres", "formaat", "verwacht"),
    [
        ("L5", '0" mln"', []),
        ("J5", '"ca. "0', ["W304"]),
        ("J5", "€ #,##0", ["W306"]),
        ("L5", '_ "€"\\ * #,##0.00_ ;_ "€"\\ * "-"??_ ', []),
        ("J6", '0"%"', []),
        ("J5", "#,##0", []),
    ],
)
def test_words_in_the_number_format_count_as_typed(
    adres: str, formaat: str, verwacht: list[str]
) -> None:
    assert codes(lees(met_cel(adres, 25, formaat=formaat))) == verwacht


def test_millions_in_the_number_format_are_millions() -> None:
    gelezen = lees(met_cel("L5", 3, formaat='0" mln"'))
    bedrag = _waarde(gelezen, "A01-NETTO", "bedrag")

    assert (bedrag.waarde, bedrag.ruw) == (3_000_000, "3 mln")


def test_square_metres_may_not_be_negative() -> None:
    assert _plekken(lees(met_cel("J7", -5))) == [("W307", "Bieding!J7")]


@pytest.mark.parametrize(
    ("waarde", "code"),
    [("1,234", "W302"), ("1,000", "W302"), ("10-12-2024", "W310"), ("10-dec", "W310")],
)
def test_a_count_that_excel_or_english_made_is_refused(waarde: str, code: str) -> None:
    assert codes(lees(met_cel("J5", waarde))) == [code]


def test_an_amount_with_an_english_comma_is_read_in_thousands_and_questioned() -> None:
    gelezen = lees(met_cel("L5", "450,000"))

    assert codes(gelezen) == ["W303"]
    assert _waarde(gelezen, "A01-NETTO", "bedrag").waarde == 450_000


def test_without_a_column_the_other_answers_are_still_kept() -> None:
    gelezen = _na(lambda boek: boek["Bieding"].delete_cols(10))

    assert codes(gelezen) == ["S103"]
    assert _waarde(gelezen, "A01-NETTO", "status").waarde == "ja"


def test_a_line_end_that_excel_wrote_as_a_code_is_a_line_end() -> None:
    gelezen = lees(met_cel("M5", "eerst_x000D_\ndan_x000D_ later"))

    assert _waarde(gelezen, "A01-NETTO", "toelichting").waarde == "eerst\ndan\n later"
