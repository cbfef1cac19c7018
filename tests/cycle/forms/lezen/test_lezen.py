"""What comes back from a partner: the clean path and each doubt on its own cell."""

import datetime
from decimal import Decimal

import pytest
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bevinding import Ernst
from cycle.domain.bieding import Bieding, Deelname
from tests.cycle.forms.builders import (
    alle_antwoorden,
    bewerkt,
    codes,
    een_antwoord,
    gevuld,
    lees,
    met_cel,
)


def _bieding(inhoud: bytes) -> Bieding:
    bieding = lees(inhoud).bieding
    assert bieding is not None
    return bieding


def _bevindingen(inhoud: bytes) -> list[tuple[str, str, Ernst]]:
    return [(b.code, b.plek, b.ernst) for b in lees(inhoud).bevindingen]


@pytest.mark.parametrize(
    ("waarde", "code"),
    [
        ("veel", "W301"),
        (True, "W301"),
        (12.5, "W302"),
        ("12,5", "W302"),
        ("1,234", "W302"),
        ("25%", "W306"),
        ("€ 25", "W306"),
        ("25 misschien", "W301"),
        (datetime.datetime(2024, 12, 10, tzinfo=None), "W310"),  # noqa: DTZ001 - Excel knows no zones
        (datetime.time(10, 30), "W310"),
        ("#REF!", "W311"),
        ("=1+1", "W312"),
    ],
)
def test_a_bod_that_is_no_whole_number_is_a_fout_on_its_cell(waarde: object, code: str) -> None:
    gelezen = lees(met_cel("J5", waarde))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [(code, "Bieding!J5")]
    assert gelezen.bieding is None
    assert gelezen.partij == "domesta"


@pytest.mark.parametrize(
    ("adres", "waarde", "tussen"),
    [
        ("J5", 10**40, "-1.000.000 tot en met 1.000.000"),
        ("J5", -1_000_001, "-1.000.000 tot en met 1.000.000"),
        ("J5", "9" * 50, "-1.000.000 tot en met 1.000.000"),
        ("J7", 1e300, "0 tot en met 1.000.000"),
        ("L5", 1e300, "0 tot en met 100.000.000.000"),
        ("L5", "200 mld", "0 tot en met 100.000.000.000"),
        ("J6", 1e300, "0 tot en met 100"),
    ],
)
def test_a_number_that_nobody_can_mean_is_refused_at_its_cell(
    adres: str, waarde: object, tussen: str
) -> None:
    gelezen = lees(met_cel(adres, waarde))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [("W308", f"Bieding!{adres}")]
    assert tussen in gelezen.bevindingen[0].advies
    assert gelezen.bieding is None


@pytest.mark.parametrize(("adres", "waarde"), [("J5", 1_000_000), ("L5", 100_000_000_000)])
def test_a_number_on_the_limit_is_booked(adres: str, waarde: int) -> None:
    assert codes(lees(met_cel(adres, waarde))) == []


@pytest.mark.parametrize(
    ("waarde", "bod"),
    [("25 woningen", 25), ("25 won.", 25), ("25 stuks", 25), ("1 woning", 1), ("1\u00a0234", 1234)],
)
def test_a_bod_with_its_own_unit_is_read_without_a_word(waarde: str, bod: int) -> None:
    inhoud = met_cel("J5", waarde)

    assert _bieding(inhoud).regels[0].bod == bod
    assert _bevindingen(inhoud) == []


@pytest.mark.parametrize(
    ("waarde", "code", "bod"),
    [
        ("ca. 700", "W304", Decimal(700)),
        ("ruim 200", "W304", Decimal(200)),
        ("10-15", "W305", Decimal(10)),
        ("-", "W314", None),
        ("PM", "W315", None),
    ],
)
def test_a_vague_bod_is_booked_with_a_warning_and_its_own_words(
    waarde: str, code: str, bod: Decimal | None
) -> None:
    inhoud = met_cel("J5", waarde)
    regel = _bieding(inhoud).regels[0]

    assert _bevindingen(inhoud) == [(code, "Bieding!J5", Ernst.WAARSCHUWING)]
    assert (regel.bod, regel.ruw["bod"]) == (bod, waarde)


def test_the_warning_shows_what_was_written_and_what_we_made_of_it() -> None:
    bevinding = lees(met_cel("J5", "ca. 1.700")).bevindingen[0]

    assert "'ca. 1.700'" in bevinding.melding
    assert "1.700 en lezen dat als 'circa'" in bevinding.melding


@pytest.mark.parametrize(
    ("waarde", "formaat"),
    [(0.25, "0%"), (0.25, "0.00%"), (25, ""), ("25%", ""), ("25 procent", "")],
)
def test_a_percentage_is_read_as_25_however_it_was_typed(waarde: object, formaat: str) -> None:
    inhoud = met_cel("J6", waarde, formaat=formaat)

    assert _bieding(inhoud).regels[1].bod == 25
    assert _bevindingen(inhoud) == []


def test_a_fraction_in_a_percentage_cell_is_questioned() -> None:
    inhoud = met_cel("J6", 0.25)

    assert _bieding(inhoud).regels[1].bod == Decimal("0.25")
    assert _bevindingen(inhoud) == [("W309", "Bieding!J6", Ernst.WAARSCHUWING)]
    assert "25 procent" in lees(inhoud).bevindingen[0].advies


@pytest.mark.parametrize(("waarde", "code"), [(101, "W308"), ("-1%", "W307"), ("200%", "W308")])
def test_a_percentage_outside_0_to_100_is_refused(waarde: object, code: str) -> None:
    assert codes(lees(met_cel("J6", waarde))) == [code]


def test_a_percentage_in_a_cell_for_a_count_is_another_unit() -> None:
    assert codes(lees(met_cel("J5", 0.25, formaat="0%"))) == ["W306"]


def test_a_dot_that_may_be_a_comma_is_questioned() -> None:
    inhoud = met_cel("J7", "12.5")

    assert _bieding(inhoud).regels[2].bod == Decimal("12.5")
    assert _bevindingen(inhoud) == [("W303", "Bieding!J7", Ernst.WAARSCHUWING)]


def test_a_negative_amount_is_refused() -> None:
    assert _bevindingen(met_cel("L5", -10)) == [("W307", "Bieding!L5", Ernst.FOUT)]


def test_an_amount_keeps_its_cents_and_no_noise_of_the_machine() -> None:
    regel = _bieding(met_cel("L5", 0.1 + 0.2)).regels[0]

    assert (regel.bedrag, regel.ruw["bedrag"]) == (Decimal("0.3"), "0,3")


def test_infinity_is_no_number() -> None:
    assert codes(lees(met_cel("L5", "1E+999"))) == ["W301"]


@pytest.mark.parametrize(
    ("tekst", "keuze"),
    [("JA", Deelname.JA), (" ja. ", Deelname.JA), ("Gedeeltelijk", Deelname.DEELS)],
)
def test_a_choice_may_be_typed_in_another_way(tekst: str, keuze: Deelname) -> None:
    assert _bieding(met_cel("I5", tekst)).regels[0].deelname is keuze


def test_a_choice_outside_the_list_is_a_fout() -> None:
    assert _bevindingen(met_cel("I5", "misschien")) == [("W316", "Bieding!I5", Ernst.FOUT)]


def test_nvt_with_a_reason_is_a_full_answer() -> None:
    inhoud = gevuld(
        een_antwoord(deelname="nvt", bod="n.v.t.", toelichting="Wij hebben hier geen huizen."),
        *alle_antwoorden()[1:],
    )
    regel = _bieding(inhoud).regels[0]

    assert (regel.deelname, regel.bod) == (Deelname.NVT, None)
    assert _bevindingen(inhoud) == []


def test_nee_without_a_reason_is_a_fout() -> None:
    inhoud = gevuld(een_antwoord(deelname="nee", bod=""), *alle_antwoorden()[1:])

    assert _bevindingen(inhoud) == [("W317", "Bieding!M5", Ernst.FOUT)]


def test_nee_with_a_bod_contradicts_itself() -> None:
    inhoud = gevuld(
        een_antwoord(deelname="nee", bod="25", toelichting="Geen geld."), *alle_antwoorden()[1:]
    )

    assert _bevindingen(inhoud) == [("W322", "Bieding!J5", Ernst.FOUT)]


def test_a_row_left_empty_is_an_open_question() -> None:
    inhoud = gevuld(*alle_antwoorden()[1:])
    regel = _bieding(inhoud).regels[0]

    assert _bevindingen(inhoud) == [("W313", "Bieding!I5", Ernst.WAARSCHUWING)]
    assert (regel.deelname, regel.bod, regel.plekken) == (None, None, {})


def test_a_bod_without_a_choice_is_a_fout() -> None:
    inhoud = gevuld(een_antwoord(deelname=""), *alle_antwoorden()[1:])

    assert _bevindingen(inhoud) == [("W313", "Bieding!I5", Ernst.FOUT)]


def test_ja_without_anything_else_is_a_fout() -> None:
    inhoud = gevuld(een_antwoord(bod=""), *alle_antwoorden()[1:])

    assert _bevindingen(inhoud) == [("W313", "Bieding!J5", Ernst.FOUT)]


@pytest.mark.parametrize("bod", ["", "n.v.t."])
def test_ja_with_only_words_is_booked_with_a_warning(bod: str) -> None:
    inhoud = gevuld(een_antwoord(bod=bod, toelichting="Het aantal volgt."), *alle_antwoorden()[1:])

    assert _bevindingen(inhoud) == [("W313", "Bieding!J5", Ernst.WAARSCHUWING)]


def test_ja_to_a_question_without_a_number_needs_words() -> None:
    inhoud = gevuld(*alle_antwoorden()[:3], een_antwoord("A22-INZET", bod=""))

    assert _bevindingen(inhoud) == [("W313", "Bieding!M8", Ernst.FOUT)]


def test_a_number_where_none_was_asked_is_set_aside_and_said() -> None:
    inhoud = met_cel("J8", 12)

    assert _bevindingen(inhoud) == [("S108", "Bieding!J8", Ernst.WAARSCHUWING)]
    assert _bieding(inhoud).regels[3].bod is None


def test_a_text_of_more_than_2000_characters_is_refused() -> None:
    gelezen = lees(met_cel("M5", "a" * 2001))

    assert codes(gelezen) == ["W318"]
    assert "2.001 tekens" in gelezen.bevindingen[0].melding


def test_a_long_text_is_cut_in_the_message_only() -> None:
    bevinding = lees(met_cel("J5", "veel " * 40)).bevindingen[0]

    assert len(bevinding.melding) < 90
    assert "...'" in bevinding.melding


def test_a_broken_formula_in_a_text_cell_is_a_fout() -> None:
    assert codes(lees(met_cel("K5", "#NAME?"))) == ["W311"]
    assert codes(lees(met_cel("M5", "=A1"))) == ["W312"]


def test_a_date_in_the_planning_comes_back_in_full() -> None:
    dag = datetime.date(2024, 7, 1)

    assert _bieding(met_cel("K5", dag)).regels[0].planning == "1 juli 2024"


def test_a_changed_grey_cell_is_set_aside_and_said() -> None:
    gelezen = lees(met_cel("F5", "ten minste 100 woningen"))

    assert codes(gelezen) == ["S108"]
    assert "ten minste 320 woningen" in gelezen.bevindingen[0].melding


def test_an_offer_without_a_proposal_is_a_fout() -> None:
    assert _bevindingen(met_cel("B5", "2 auto's", blad="Extra")) == [
        ("W313", "Extra!A5", Ernst.FOUT)
    ]


def test_moved_columns_and_inserted_rows_do_no_harm() -> None:
    def schuif(boek: Workbook) -> None:
        boek["Bieding"].insert_rows(6, 2)
        boek["Bieding"].insert_cols(1)

    regels = _bieding(bewerkt(gevuld(), schuif)).regels

    assert [regel.bod for regel in regels][:2] == [Decimal(25), Decimal("15.5")]
    assert regels[1].plekken["bod"].cel == "K8"
