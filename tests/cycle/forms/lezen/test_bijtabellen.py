"""Stock, requests and answers to them, sums, and forms for more gemeenten in one workbook."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl.workbook.workbook import Workbook

from cycle.domain.formulier import Voorraadregel
from cycle.domain.indicator import Indicator, IndicatorAard, Richting
from cycle.domain.plek import Plek
from cycle.domain.wederkerigheid import Bereidheid, Verzoek
from cycle.forms import ExcelFormulieren
from cycle.services.ports import Afzender, GelezenFormulier
from tests.cycle.forms.builders import bewerkt, codes, een_formulier, een_regel, gevuld, lees


def _telling(code: str) -> Indicator:
    return Indicator(code, code.title(), "woningen", IndicatorAard.STROOM, Richting.MIN)


_STANDEN = ("VRD_DAEB", "KK_N", "AT1_N", "AT2_N", "LIB_N")
_VERZOEK = Verzoek(
    code="V-1A2B3C4D", vrager="actium", gevraagde="domesta", nummer=1, inzet="Een bouwplek",
    planning="Q1 2024", voor=None, is_voorwaarde=True, plek=Plek("bieding.xlsx"),
)  # fmt: skip
FORMULIER = replace(
    een_formulier(*(een_regel(1, _telling(c)) for c in ("NETTO", "NB_DAEB", "SLVK"))),
    voorraad=tuple(Voorraadregel(f"VRD-{code}", _telling(code), code) for code in _STANDEN),
    gevraagden={
        "Gemeente Hoogeveen": "gemeente", "Actium": "actium", "onze raad van commissarissen": "rvc",
    },
    verzoeken=(_VERZOEK,),
    afspraken=(1, 3, 22),
)  # fmt: skip


def _na(bewerk: Callable[[Workbook], object]) -> GelezenFormulier:
    return lees(bewerkt(ExcelFormulieren().write(FORMULIER), bewerk))


def _zet(blad: str, **cellen: object) -> Callable[[Workbook], None]:
    def zet(boek: Workbook) -> None:
        for adres, waarde in cellen.items():
            boek[blad][adres].value = waarde
        for rij in range(5, 8):
            boek["Bieding"][f"I{rij}"].value = boek["Bieding"][f"I{rij}"].value or "ja"
            boek["Bieding"][f"J{rij}"].value = boek["Bieding"][f"J{rij}"].value or 1

    return zet


def _plekken(gelezen: GelezenFormulier) -> list[tuple[str, str]]:
    return [(b.code, b.plek) for b in gelezen.bevindingen if b.code != "C402"]


def test_a_stock_left_empty_says_nothing() -> None:
    gelezen = _na(_zet("Voorraad"))

    assert _plekken(gelezen) == []
    assert len([w for w in gelezen.waarden if w.tabel == "voorraad"]) == 10


def test_stock_is_read_by_indicator() -> None:
    gelezen = _na(_zet("Voorraad", E5="3.008", E6=100))

    assert gelezen.bieding is not None
    assert [(s.indicator, int(s.stand)) for s in gelezen.bieding.voorraad] == [
        ("VRD_DAEB", 3008), ("KK_N", 100),
    ]  # fmt: skip


def test_parts_that_are_not_their_total_are_pointed_at_on_the_total() -> None:
    gelezen = _na(_zet("Voorraad", E5=100, E6=10, E7=20, E8=30, E9=41))

    assert _plekken(gelezen) == [("C401", "Voorraad!E5")]
    assert "samen 101" in gelezen.bevindingen[-1].melding
    assert gelezen.bieding is not None


@pytest.mark.parametrize(("netto", "verwacht"), [(4, []), (5, [("C402", "Bieding!J5")])])
def test_a_net_number_follows_from_what_is_built_and_what_goes(
    netto: int, verwacht: list[tuple[str, str]]
) -> None:
    gelezen = _na(_zet("Bieding", J5=netto, J6=10, J7=6))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == verwacht


@pytest.mark.parametrize(
    ("netto", "nieuw", "weg", "verwacht"),
    [
        (5, "10-12", 6, []),
        ("4-6", 10, "2 tot 3", ["C402"]),
        (8, "10-12", 6, ["C402"]),
        (8, "ca. 10", 6, []),
        ("circa 8", 10, 6, []),
        (8, "PM", 6, []),
    ],
)
def test_a_range_is_compared_as_a_range_and_an_estimate_not_at_all(
    netto: object, nieuw: object, weg: object, verwacht: list[str]
) -> None:
    gelezen = _na(_zet("Bieding", J5=netto, J6=nieuw, J7=weg))

    assert [code for code in codes(gelezen) if code.startswith("C")] == verwacht


def test_a_sum_of_ranges_is_named_as_a_range() -> None:
    gelezen = _na(_zet("Bieding", J5=8, J6="10-12", J7=6))

    assert "netto 4 tot 6, maar u vulde 8 in" in gelezen.bevindingen[-1].melding


def test_a_request_names_who_is_asked_and_until_when() -> None:
    gelezen = _na(
        _zet("Wederkerigheid", A5="gemeente hoogeveen", B5="Een bouwplek", C5="afspraak 1",
             D5="Q2 2024", E5="ja")
    )  # fmt: skip

    assert gelezen.bieding is not None
    (verzoek,) = gelezen.bieding.verzoeken
    assert (verzoek.gevraagde, verzoek.nummer, str(verzoek.voor)) == ("gemeente", 1, "2024-06-30")
    assert (verzoek.vrager, verzoek.is_voorwaarde) == ("domesta", True)
    assert {w.regel for w in gelezen.waarden if w.tabel == "wederkerigheid"} == {"V01"}


@pytest.mark.parametrize("tekst", ["1 en 3", "1, 3", "afspraken 1 & 3", "nr. 1; nr. 3; 1"])
def test_a_request_for_two_afspraken_is_two_requests(tekst: str) -> None:
    gelezen = _na(_zet("Wederkerigheid", A5="Actium", B5="Een bouwplek", C5=tekst))

    assert gelezen.bieding is not None
    assert [v.nummer for v in gelezen.bieding.verzoeken] == [1, 3]
    assert len({v.code for v in gelezen.bieding.verzoeken}) == 2


@pytest.mark.parametrize(
    "naam",
    ["RvC", "onze RvC", "de rvc", "R.v.C.", "raad van commissarissen",
     "Onze Raad van Commissarissen"],
)  # fmt: skip
def test_an_own_orgaan_has_more_names(naam: str) -> None:
    gelezen = _na(_zet("Wederkerigheid", A5=naam, B5="Instemming"))

    assert gelezen.bieding is not None
    assert [v.gevraagde for v in gelezen.bieding.verzoeken] == ["rvc"]


def test_a_form_that_does_not_say_which_afspraken_exist_takes_any_number() -> None:
    formulier = replace(FORMULIER, afspraken=())
    vul = _zet("Wederkerigheid", A5="Actium", B5="Een bouwplek", C5=99)

    gelezen = lees(bewerkt(ExcelFormulieren().write(formulier), vul))

    assert gelezen.bieding is not None
    assert gelezen.bieding.verzoeken[0].nummer == 99


def test_the_numbers_of_the_afspraken_cannot_be_changed_unseen() -> None:
    def verander(boek: Workbook) -> None:
        assert boek["_jaarschijf"]["A8"].value == "afspraken"
        boek["_jaarschijf"]["B8"].value = "1 3 22 99"

    assert codes(_na(verander)) == ["B010"]


def test_the_code_of_a_request_stays_when_the_form_comes_again() -> None:
    zelfde = _zet("Wederkerigheid", A5="Actium", B5="Een bouwplek")
    elders = _zet("Wederkerigheid", A7="actium", B7=" een  bouwplek ")
    biedingen = [_na(bewerk).bieding for bewerk in (zelfde, elders)]

    assert len({b.verzoeken[0].code for b in biedingen if b is not None}) == 1


@pytest.mark.parametrize(
    ("cellen", "verwacht"),
    [
        ({"A5": "De buurman", "B5": "Geld"}, ("W316", "Wederkerigheid!A5")),
        ({"A5": "rvc"}, ("W313", "Wederkerigheid!B5")),
        ({"B5": "Geld"}, ("W313", "Wederkerigheid!A5")),
        ({"A5": "rvc", "B5": "Geld", "C5": "alle"}, ("W301", "Wederkerigheid!C5")),
        ({"A5": "rvc", "B5": "Geld", "C5": 99}, ("W323", "Wederkerigheid!C5")),
        ({"A5": "rvc", "B5": "Geld", "C5": "1 en 2"}, ("W323", "Wederkerigheid!C5")),
        ({"A5": "rvc", "B5": "Geld", "C5": "1-3"}, ("W301", "Wederkerigheid!C5")),
        ({"A5": "Domesta", "B5": "Geld"}, ("W324", "Wederkerigheid!A5")),
        ({"A5": "rvc", "B5": "Geld", "D5": "zsm"}, ("W319", "Wederkerigheid!D5")),
        ({"A5": "rvc", "B5": "Geld", "E5": "soms"}, ("W316", "Wederkerigheid!E5")),
    ],
)
def test_a_request_that_cannot_be_read_is_pointed_at(
    cellen: dict[str, object], verwacht: tuple[str, str]
) -> None:
    assert _plekken(_na(_zet("Wederkerigheid", **cellen))) == [verwacht]


@pytest.mark.parametrize(
    "cellen",
    [
        {"A5": "De buurman"}, {"A5": "rvc", "C5": "alle"}, {"A5": "rvc", "D5": "pm"},
        {"A5": "rvc", "E5": "soms"},
    ],
)  # fmt: skip
def test_advice_on_a_request_names_a_column_that_its_sheet_has(cellen: dict[str, object]) -> None:
    gelezen = _na(_zet("Wederkerigheid", B5="Geld", **cellen))

    (bevinding,) = (b for b in gelezen.bevindingen if b.blad == "Wederkerigheid")
    assert "Toelichting" not in bevinding.advies
    assert "'Wat hebt u nodig?'" in bevinding.advies


@pytest.mark.parametrize(
    ("antwoord", "uitleg", "bereidheid", "verwacht"),
    [
        (None, None, Bereidheid.OPEN, []),
        ("Ja", None, Bereidheid.JA, []),
        ("nee", "Geen grond", Bereidheid.NEE, []),
        ("nee", None, None, [("W317", "Vragen aan u!G5")]),
        ("misschien", None, None, [("W316", "Vragen aan u!F5")]),
    ],
)
def test_what_others_asked_gets_an_answer(
    antwoord: str | None, uitleg: str | None, bereidheid: Bereidheid | None,
    verwacht: list[tuple[str, str]],
) -> None:  # fmt: skip
    gelezen = _na(_zet("Vragen aan u", F5=antwoord, G5=uitleg))

    assert _plekken(gelezen) == verwacht
    if gelezen.bieding is not None:
        (gegeven,) = gelezen.bieding.antwoorden
        assert (gegeven.code, gegeven.bereidheid) == ("V-1A2B3C4D", bereidheid)


def test_a_workbook_for_two_gemeenten_gives_two_forms() -> None:
    ander = replace(FORMULIER, samenwerking="assen", samenwerking_naam="Assen", gemeente="Assen")
    lezer = ExcelFormulieren()

    gelezen = lezer.read(
        lezer.write(FORMULIER, ander), "x.xlsx", "1", Afzender("domesta", "assen", 2024)
    )

    assert [(g.samenwerking, g.gemeente) for g in gelezen] == [
        ("hoogeveen", "Hoogeveen"), ("assen", "Assen"),
    ]  # fmt: skip
    bladen = [{w.plek.blad for w in g.waarden if w.tabel == "bieding"} for g in gelezen]
    assert bladen == [{"Bieding Hoogeveen"}, {"Bieding Assen"}]
    assert all("B011" not in codes(g) for g in gelezen)


@pytest.mark.parametrize(
    ("afzender", "verwacht"),
    [
        (Afzender("actium"), ["B011"]),
        (Afzender("domesta", "assen"), ["B011"]),
        (Afzender("domesta", "hoogeveen", 2025), ["B012"]),
    ],
)
def test_a_form_of_another_sender_is_not_booked(afzender: Afzender, verwacht: list[str]) -> None:
    lezer = ExcelFormulieren()
    (gelezen,) = lezer.read(lezer.write(FORMULIER), "x.xlsx", "1", afzender)

    assert (codes(gelezen), gelezen.bieding) == (verwacht, None)


def test_an_old_form_is_refused_but_its_answers_are_kept() -> None:
    oud = ExcelFormulieren().write(replace(een_formulier(), versie="1"))

    def vul(boek: Workbook) -> None:
        boek["Bieding"]["J5"].value = 25
        boek["_jaarschijf"]["A99"].value = "iets van toen"

    gelezen = lees(bewerkt(oud, vul))

    assert (codes(gelezen), gelezen.bieding, gelezen.versie) == (["B013"], None, "1")
    assert next(w.waarde for w in gelezen.waarden if w.veld == "bod") == 25


def test_a_hidden_row_of_a_table_without_codes_is_read_and_reported() -> None:
    def verberg(boek: Workbook) -> None:
        boek["Extra"]["A5"] = "Een buurtkamer"
        boek["Extra"].row_dimensions[5].hidden = True

    gelezen = lees(bewerkt(gevuld(), verberg))

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [("S106", "Extra!A5")]
    assert [v.omschrijving for v in gelezen.bieding.extra] == ["Een buurtkamer"]
