"""The form of a check: what goes out, what comes back, and what is said of each doubt."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from cycle.domain.bieding import Nuance
from cycle.domain.errors import InvoerError
from cycle.domain.gelezen import Reden
from cycle.domain.partij import PartijSoort
from cycle.domain.toets import Toetsmoment, Voortgang
from cycle.domain.voorbeeld import Antwoorden
from cycle.forms.bovenschrift import is_bovenschrift
from tests.cycle.forms.toetsbouw import (
    BOUWEN,
    EXCEL,
    OVERLEG,
    bladen,
    een_toetsformulier,
    lees,
    typ,
)


def _codes(werkmap: bytes) -> list[tuple[str, str, str]]:
    """Return code, seriousness and place of each finding."""
    return [(b.code, b.ernst.value, b.plek) for b in lees(werkmap).bevindingen]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert EXCEL.write(een_toetsformulier()) == EXCEL.write(een_toetsformulier())


def test_what_was_agreed_stands_in_the_grey_cells() -> None:
    inhoud = bladen(EXCEL.write(een_toetsformulier()))

    rij = inhoud["Stand van zaken"][4]
    assert rij[:9] == [
        "A01-NB_DAEB", "1", "De voorraad groeit", "Wij bouwen 24 woningen aan de Beek.",
        "4e kwartaal 2024", "Naam van NB_DAEB", "woningen", "20 woningen", "24 woningen",
    ]  # fmt: skip
    assert inhoud["Toezeggingen"][4][:5] == [
        "V-0123ABCD", "1", "Gemeente Dorp", "Een vaste medewerker voor de vergunning",
        "ja: Vanaf maart.",
    ]  # fmt: skip


def test_the_first_sheet_says_by_when_and_that_figures_are_examples() -> None:
    tekst = " ".join(" ".join(rij) for rij in bladen(EXCEL.write(een_toetsformulier()))["Uitleg"])

    for woorden in (
        "Stand van zaken april 2024",
        "Uiterlijk op dinsdag 2 april 2024",
        "Dit zijn voorbeeldcijfers.",
        "donderdag 11 april 2024",
        "niet begonnen, loopt, vertraagd, gereed of vervalt",
        "Vul geen 0 in",
    ):
        assert woorden in tekst


def test_tenants_get_a_short_edition_without_columns_for_numbers() -> None:
    kort = een_toetsformulier(OVERLEG, soort=PartijSoort.HUURDERSORGANISATIE)

    koppen = bladen(EXCEL.write(kort))["Stand van zaken"][3]

    assert koppen == [
        "Regelcode", "Nr.", "Waar gaat het over", "Wat u zou doen", "Wanneer klaar?",
        "Hoe staat het?", "Toelichting",
    ]  # fmt: skip


def test_in_september_the_stand_of_april_stands_beside_it() -> None:
    formulier = een_toetsformulier(
        moment=Toetsmoment.SEPTEMBER, vorig={"A01-NB_DAEB": "loopt: 6 woningen"}
    )

    inhoud = bladen(EXCEL.write(formulier))["Stand van zaken"]

    assert inhoud[3][9] == "Stand in april"
    assert inhoud[4][9] == "loopt: 6 woningen"


def test_a_choice_comes_from_a_list() -> None:
    boek = load_workbook(io.BytesIO(EXCEL.write(een_toetsformulier())))

    namen = {n: n2.attr_text for n, n2 in boek.defined_names.items()}
    assert namen == {"Voortgang": "Lijsten!$A$2:$A$6"}
    assert [c.value for c in boek["Lijsten"]["A"]][1:] == [v.value for v in Voortgang]
    regels = boek["Stand van zaken"].data_validations.dataValidation
    assert "=Voortgang" in {f"={r.formula1}" for r in regels}


@pytest.mark.parametrize("soort", [PartijSoort.CORPORATIE, PartijSoort.HUURDERSORGANISATIE])
@pytest.mark.parametrize("moment", Toetsmoment)
def test_our_own_words_above_a_table_are_known(soort: PartijSoort, moment: Toetsmoment) -> None:
    inhoud = bladen(EXCEL.write(een_toetsformulier(moment=moment, soort=soort)))

    for blad in ("Stand van zaken", "Toezeggingen"):
        boven = [t for rij in inhoud[blad][:3] for t in rij if t and "Formulier:" not in t]
        assert [t for t in boven if not is_bovenschrift(t)] == []


def test_answers_come_back_with_their_cells() -> None:
    werkmap = typ(
        een_toetsformulier(),
        A01_NB_DAEB=("loopt", "6", "De eerste zes zijn klaar."),
        A02_KK_P=("gereed", "16,5", ""),
        A03_INZET=("vertraagd", "", "Het eerste overleg was in mei."),
        V_0123ABCD=("gereed", "", ""),
    )

    melding = lees(werkmap).melding

    assert melding is not None
    assert (melding.partij, melding.moment, melding.jaar) == ("domesta", Toetsmoment.APRIL, 2024)
    bouwen, huren, overleg, toezegging = melding.regels
    assert (bouwen.voortgang, bouwen.cijfer) == (Voortgang.LOOPT, Decimal(6))
    assert {v: str(p) for v, p in bouwen.plekken.items()} == {
        "voortgang": "april-2024-domesta.xlsx, Stand van zaken!J5",
        "cijfer": "april-2024-domesta.xlsx, Stand van zaken!K5",
        "toelichting": "april-2024-domesta.xlsx, Stand van zaken!L5",
    }
    assert huren.cijfer == Decimal("16.5")
    assert (overleg.cijfer, overleg.toelichting) == (None, "Het eerste overleg was in mei.")
    assert (toezegging.regelcode, toezegging.voortgang) == ("V-0123ABCD", Voortgang.GEREED)
    assert toezegging.plekken["voortgang"].blad == "Toezeggingen"
    assert lees(werkmap).bevindingen == ()


def test_a_form_of_september_says_that_it_is() -> None:
    werkmap = typ(een_toetsformulier(moment=Toetsmoment.SEPTEMBER), A03_INZET=("loopt", "", ""))

    gelezen = lees(werkmap)

    assert gelezen.moment is Toetsmoment.SEPTEMBER
    assert gelezen.bieding is None


@pytest.mark.parametrize(
    ("getypt", "reden"), [("n.b.", Reden.ONBEKEND), ("nog onbekend", Reden.ONBEKEND)]
)
def test_a_figure_that_is_not_known_is_not_zero(getypt: str, reden: Reden) -> None:
    werkmap = typ(een_toetsformulier(BOUWEN), A01_NB_DAEB=("loopt", getypt, ""))

    (regel,) = lees(werkmap).melding.regels

    assert regel.cijfer is None
    assert regel.nuance == Nuance(reden=reden)
    assert _codes(werkmap) == [("W315", "waarschuwing", "Stand van zaken!K5")]


def test_zero_is_zero() -> None:
    werkmap = typ(een_toetsformulier(BOUWEN), A01_NB_DAEB=("loopt", "0", ""))

    (regel,) = lees(werkmap).melding.regels

    assert regel.cijfer == 0
    assert _codes(werkmap) == []


def test_an_empty_row_is_an_open_question_and_no_fault() -> None:
    werkmap = EXCEL.write(een_toetsformulier(OVERLEG))

    assert _codes(werkmap) == [("W313", "waarschuwing", "Stand van zaken!J5")]
    assert lees(werkmap).melding.regels[0].is_leeg


@pytest.mark.parametrize(
    ("rij", "verwacht"),
    [
        (("", "6", ""), ("W313", "fout", "Stand van zaken!J5")),
        (("loopt", "", "Er is gebouwd."), ("W313", "waarschuwing", "Stand van zaken!K5")),
        (("vertraagd", "2", ""), ("W317", "fout", "Stand van zaken!L5")),
        (("vervalt", "", ""), ("W317", "fout", "Stand van zaken!L5")),
        (("gaat goed", "2", ""), ("W316", "fout", "Stand van zaken!J5")),
        (("loopt", "zes", ""), ("W301", "fout", "Stand van zaken!K5")),
        (("loopt", "-2", ""), ("W307", "fout", "Stand van zaken!K5")),
        (("loopt", "circa 6", ""), ("W304", "waarschuwing", "Stand van zaken!K5")),
    ],
)
def test_each_doubt_is_a_finding_on_its_cell(
    rij: tuple[str, str, str], verwacht: tuple[str, str, str]
) -> None:
    assert _codes(typ(een_toetsformulier(BOUWEN), A01_NB_DAEB=rij)) == [verwacht]


@pytest.mark.parametrize("woord", ["Loopt", "bezig", "LOOPT."])
def test_a_choice_may_be_typed_in_another_way(woord: str) -> None:
    (regel,) = lees(typ(een_toetsformulier(OVERLEG), A03_INZET=(woord, "", ""))).melding.regels

    assert regel.voortgang is Voortgang.LOOPT


def test_a_dash_is_read_as_not_known_in_the_words_of_a_check() -> None:
    (bevinding,) = lees(typ(een_toetsformulier(BOUWEN), A01_NB_DAEB=("loopt", "-", ""))).bevindingen

    assert bevinding.code == "W314"
    assert bevinding.melding == "Hier staat een streepje. Wij lezen dat als: niet bekend."


def test_no_finding_on_a_check_speaks_of_a_bod_or_of_the_sheet_extra() -> None:
    boek = load_workbook(io.BytesIO(EXCEL.write(een_toetsformulier())))
    blad = boek["Stand van zaken"]
    blad["P2"] = "nog iets"
    blad["A5"], blad["J5"] = None, "loopt"
    blad["A6"], blad["J6"] = "A99-NETTO", "loopt"
    uit = io.BytesIO()
    boek.save(uit)

    bevindingen = lees(uit.getvalue()).bevindingen

    assert {b.code for b in bevindingen} >= {"R201", "R203", "R204", "S107"}
    assert [b for b in bevindingen if " bod" in b.advies or "Extra" in b.advies] == []


def test_a_sheet_that_is_gone_is_missed() -> None:
    boek = load_workbook(io.BytesIO(EXCEL.write(een_toetsformulier())))
    del boek["Toezeggingen"]
    uit = io.BytesIO()
    boek.save(uit)

    assert ("S101", "fout", "Toezeggingen") in _codes(uit.getvalue())


def test_a_changed_hidden_sheet_is_not_booked_on_anybody() -> None:
    boek = load_workbook(io.BytesIO(typ(een_toetsformulier(OVERLEG), A03_INZET=("loopt", "", ""))))
    boek["_jaarschijf"]["B7"] = "volledig anders"
    uit = io.BytesIO()
    boek.save(uit)

    assert [code for code, _, _ in _codes(uit.getvalue())] == ["B010"]


def test_the_form_of_an_earlier_layout_is_refused() -> None:
    oud = replace(een_toetsformulier(OVERLEG), versie="april.0")

    assert [code for code, _, _ in _codes(EXCEL.write(oud))] == ["B013"]


def test_an_unsafe_file_is_not_opened() -> None:
    assert [code for code, _, _ in _codes(b"%PDF-1.7")] == ["B002"]


def test_findings_are_put_on_their_cells_in_a_copy() -> None:
    werkmap = typ(een_toetsformulier(BOUWEN), A01_NB_DAEB=("vertraagd", "2", ""))

    kopie = EXCEL.annotate(werkmap, [lees(werkmap)])

    assert kopie is not None
    assert load_workbook(io.BytesIO(kopie))["Stand van zaken"]["L5"].comment is not None


def test_answers_of_a_bieding_do_not_fit() -> None:
    with pytest.raises(InvoerError, match="geen blad Bieding"):
        EXCEL.fill(EXCEL.write(een_toetsformulier()), Antwoorden("domesta", ()))
