"""A new form with the answers of an old one in it: nothing is typed twice, nothing is lost."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bevinding import Ernst
from cycle.domain.gelezen import GelezenWaarde, Reden
from cycle.domain.plek import Plek
from cycle.forms import ExcelFormulieren
from cycle.services.ports import GelezenFormulier
from tests.cycle.forms.builders import bewerkt, een_formulier, gevuld, lees
from tests.cycle.forms.terug.terugbouw import een_celbevinding, een_lezing, een_waarde

BLANCO = ExcelFormulieren().write(een_formulier())


def _vernieuwd(*gelezen: GelezenFormulier, blanco: bytes = BLANCO) -> Workbook:
    return load_workbook(io.BytesIO(ExcelFormulieren().renew(blanco, gelezen)))


def _met(*waarden: GelezenWaarde) -> Workbook:
    return _vernieuwd(een_lezing(waarden=waarden))


def _rij(regel: str, blad: str = "Bieding", boek: Workbook | None = None) -> int:
    """Return the row of a question in the new form."""
    werkblad = (boek or load_workbook(io.BytesIO(BLANCO)))[blad]
    return next(c.row for c in werkblad["A"] if c.value == regel)


def _bod(waarde: GelezenWaarde) -> object:
    boek = _met(waarde)
    return boek["Bieding"][f"J{_rij('A01-NETTO', boek=boek)}"].value


def _punten(boek: Workbook) -> list[list[str]]:
    return [[str(c or "") for c in rij] for rij in boek["Verbeterpunten"].values]


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        (een_waarde(Decimal(1234), "1.234"), 1234),
        (een_waarde(Decimal("15.5"), "15,5%"), 15.5),
        (een_waarde(Decimal(60), "ca. 60", kwalificatie="circa"), "ca. 60"),
        (een_waarde(Decimal(10), "10-15", hoog=Decimal(15)), "10-15"),
        (een_waarde(None, "veel", reden=Reden.GEWEIGERD), "veel"),
        (een_waarde(None, "-", reden=Reden.STREEPJE), "-"),
        (een_waarde(Decimal(10**16 + 1), "10000000000000001"), "10000000000000001"),
        (een_waarde(None, "=1+1", reden=Reden.GEWEIGERD), "=1+1"),
    ],
)
def test_clean_numbers_become_numbers_and_the_rest_stays_as_typed(
    waarde: GelezenWaarde, verwacht: object
) -> None:
    assert _bod(waarde) == verwacht


@pytest.mark.parametrize(
    ("code", "ruw"), [("W310", "2024-10-15"), ("W311", "#DIV/0!"), ("W312", "=B2*C2")]
)
def test_what_excel_made_of_a_cell_is_listed_and_never_typed_over(code: str, ruw: str) -> None:
    waarde = een_waarde(None, ruw, reden=Reden.GEWEIGERD)
    boek = _vernieuwd(een_lezing(een_celbevinding(code=code, ruw=ruw), waarden=(waarde,)))

    [punt] = [rij for rij in _punten(boek) if code in rij]
    cel = f"J{_rij('A01-NETTO', boek=boek)}"
    assert boek["Bieding"][cel].value is None
    assert f"Bieding, cel {cel}" in punt
    assert any(tekst.endswith(f"In uw eerdere bestand stond: {ruw}") for tekst in punt)


def test_text_that_looks_like_a_formula_stays_text() -> None:
    boek = _met(een_waarde("", "=cmd|' /C calc'!A0\x01", veld="toelichting", cel="M5"))

    cel = boek["Bieding"][f"M{_rij('A01-NETTO')}"]
    assert cel.value == "=cmd|' /C calc'!A0"
    assert cel.data_type == "s"


def test_every_field_of_a_question_finds_its_cell_by_its_code() -> None:
    boek = _met(
        een_waarde("ja", cel="I40", veld="status", regel="A07-KK_P"),
        een_waarde("", "Q3 2024", cel="K40", veld="planning", regel="A07-KK_P"),
        een_waarde(Decimal(450000), "€ 450.000", cel="L40", veld="bedrag", regel="A07-KK_P"),
    )

    rij = _rij("A07-KK_P")
    blad = boek["Bieding"]
    assert [blad[f"{k}{rij}"].value for k in "IKL"] == ["ja", "Q3 2024", 450000]


def test_rows_without_a_code_follow_each_other() -> None:
    def extra(veld: str, tekst: str, cel: str) -> GelezenWaarde:
        plek = Plek("oud.xlsx", blad="Extra", cel=cel)
        return replace(een_waarde(tekst), tabel="extra", regel="", veld=veld, plek=plek)

    boek = _met(
        extra("voorstel", "Een buurtkamer", "A7"),
        extra("bod", "1 kamer", "B7"),
        extra("voorstel", "Een tuin", "A12"),
    )

    assert [[c.value for c in rij[:2]] for rij in boek["Extra"]["A5:B6"]] == [
        ["Een buurtkamer", "1 kamer"],
        ["Een tuin", None],
    ]


@pytest.mark.parametrize(
    "waarde",
    [
        een_waarde(Decimal(5), "vijf", regel="A99-OUD", cel="J30"),
        een_waarde("tekst", "vijf", veld="vroeger", cel="J30"),
        een_waarde("tekst", "vijf", tabel="vroeger", cel="J30"),
        een_waarde(Decimal(5), "vijf", regel="A22-INZET", cel="J30"),
    ],
    ids=["question gone", "column gone", "table gone", "no number asked any more"],
)
def test_answer_without_a_place_is_listed_word_for_word(waarde: GelezenWaarde) -> None:
    boek = _met(waarde)

    [punt] = [rij for rij in _punten(boek) if "past niet meer" in rij[4]]
    assert punt[2] == "Uw eerdere bestand: Bieding, cel J30"
    assert punt[4].endswith(": vijf")
    assert "Extra" in punt[5]


def test_more_extra_offers_than_rows_are_listed() -> None:
    waarden = [
        replace(
            een_waarde(f"Voorstel {n}"),
            tabel="extra",
            regel="",
            veld="voorstel",
            plek=Plek("oud.xlsx", blad="Extra", cel=f"A{n}"),
        )
        for n in range(5, 25)
    ]

    boek = _met(*waarden)

    geschreven = {c.value for c in boek["Extra"]["A"]}
    over = " ".join(rij[4] for rij in _punten(boek))
    assert all(w.ruw in geschreven or w.ruw in over for w in waarden)
    assert "past niet meer" in over


def test_words_not_needed_are_no_answer() -> None:
    boek = _met(een_waarde(None, "niet nodig", regel="A22-INZET"))

    assert not any("past niet meer" in rij[4] for rij in _punten(boek))


def test_finding_moves_with_its_answer_to_the_new_cell() -> None:
    lezing = een_lezing(een_celbevinding("J40"), waarden=(een_waarde(None, "veel", cel="J40"),))

    boek = _vernieuwd(lezing)

    cel = f"J{_rij('A01-NETTO')}"
    assert "W301" in boek["Bieding"][cel].comment.text
    assert boek["Bieding"][cel].fill.fgColor.rgb == "FFFFC7CE"
    assert any(rij[2] == f"Bieding, cel {cel}" for rij in _punten(boek))


def test_finding_on_an_empty_cell_goes_to_its_question() -> None:
    leeg = een_celbevinding("I40", "W313", Ernst.WAARSCHUWING, regel="A07-KK_P", veld="status")

    boek = _vernieuwd(een_lezing(leeg))

    assert "W313" in boek["Bieding"][f"I{_rij('A07-KK_P')}"].comment.text


def test_finding_on_an_unknown_place_names_the_old_file() -> None:
    boek = _vernieuwd(een_lezing(een_celbevinding("Z9", "S109", Ernst.WAARSCHUWING)))

    assert any(rij[2] == "Uw eerdere bestand: Bieding, cel Z9" for rij in _punten(boek))


@pytest.mark.parametrize("code", ["B013", "B007", "S101", "S105", "R201"])
def test_what_was_wrong_with_the_old_file_is_not_asked_of_the_new_one(code: str) -> None:
    boek = _vernieuwd(een_lezing(een_celbevinding("", code, Ernst.BLOKKADE, blad="")))

    assert [rij[0] for rij in _punten(boek) if rij[0]][1] == "U hoeft niets te verbeteren."


def test_sheet_says_that_this_is_a_new_form() -> None:
    assert any("Dit is een nieuw formulier." in rij[0] for rij in _punten(_met()))


def test_answers_of_several_gemeenten_go_to_their_own_sheets() -> None:
    hoogeveen = een_formulier()
    dorp = replace(hoogeveen, samenwerking="dorp", samenwerking_naam="Dorp", gemeente="Dorp")
    blanco = ExcelFormulieren().write(hoogeveen, dorp)
    eerste = een_lezing(waarden=(een_waarde(Decimal(1), "1"),))
    tweede = replace(een_lezing(waarden=(een_waarde(Decimal(2), "2"),)), samenwerking="dorp")

    boek = _vernieuwd(eerste, tweede, blanco=blanco)

    rij = _rij("A01-NETTO", "Bieding Hoogeveen", boek)
    assert boek["Bieding Hoogeveen"][f"J{rij}"].value == 1
    assert boek["Bieding Dorp"][f"J{rij}"].value == 2


def test_new_form_is_read_as_a_form_of_this_partij() -> None:
    lezing = een_lezing(waarden=(een_waarde("ja", veld="status"), een_waarde(Decimal(25), "25")))

    gelezen = lees(ExcelFormulieren().renew(BLANCO, [lezing]))

    assert (gelezen.partij, gelezen.samenwerking, gelezen.jaar) == ("domesta", "hoogeveen", 2024)
    assert gelezen.bieding is not None
    regel = next(r for r in gelezen.bieding.regels if r.regelcode == "A01-NETTO")
    assert (regel.deelname, regel.bod) == ("ja", 25)


def test_new_form_gives_the_answers_that_were_read_of_the_old_one() -> None:
    def zet(boek: Workbook) -> None:
        blad = boek["Bieding"]
        rij = _rij("A01-NETTO", boek=boek)
        blad[f"J{rij}"], blad[f"K{rij}"], blad[f"L{rij}"] = "ca. 700", "Q3 2024", "€ 3 mln"
        blad[f"M{rij}"] = "Wij bouwen."
        boek["Extra"]["A5"] = "Een buurtkamer"

    oud = lees(bewerkt(gevuld(), zet))

    nieuw = lees(ExcelFormulieren().renew(BLANCO, [oud]))

    def kern(gelezen: GelezenFormulier) -> list[tuple[object, ...]]:
        return [
            (w.tabel, w.regel, w.veld, w.waarde, w.kwalificatie, w.hoog, w.tot, w.reden)
            for w in gelezen.waarden
        ]

    assert len(oud.waarden) > 10
    assert kern(nieuw) == kern(oud)


def test_same_answers_give_the_same_bytes() -> None:
    lezing = een_lezing(waarden=(een_waarde(Decimal(25), "25"),))

    eerste, tweede = (ExcelFormulieren().renew(BLANCO, [lezing]) for _ in range(2))

    assert eerste == tweede


def test_description_of_a_table_stays_for_screen_readers() -> None:
    nieuw = ExcelFormulieren().renew(BLANCO, [een_lezing()])

    with zipfile.ZipFile(io.BytesIO(nieuw)) as pakket:
        tabellen = [pakket.read(n) for n in pakket.namelist() if n.startswith("xl/tables/")]
    assert tabellen
    assert all(deel.count(b"altTextSummary") == 1 for deel in tabellen)
