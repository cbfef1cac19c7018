"""Themabeeld: what is drawn of a thema, in figures and in words; unknown is never zero."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain import notatie
from cycle.domain.afspraak import SAMEN, DoelSoort, Teken
from cycle.domain.jaarschijf import JaarschijfRegel, Oordeel
from cycle.domain.themabeeld import MEESTE_REGELS, Balk, BalkSoort, Themabeeld, build_themabeelden
from tests.builders import (
    echte_bibliotheek,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_doel,
    een_jaarschijf,
    een_regel,
    een_samenwerking,
    een_themabeeld,
)

GETALLEN = st.none() | st.decimals(-50, 5000, places=1)
BOD_THEMA_1 = {
    "woonconcept": {"NETTO": "12", "NB_DAEB": "62", "SLVK": "50", "SLNB": "40"},
    "domesta": {"NETTO": "30", "NB_DAEB": "64", "SLVK": "34", "SLNB": "28"},
    "actium": {"NETTO": "2", "NB_DAEB": "4", "SLVK": "2", "SLNB": "0"},
    "woonservice": {"NETTO": "0", "NB_DAEB": "0", "SLVK": "0", "SLNB": "0"},
}


def een_balk(**anders: object) -> Balk:
    """Return the line that a figure line of Dorp becomes."""
    (balk,) = een_tabel(een_regel(**anders))
    return balk


def een_tabel(*regels: JaarschijfRegel) -> tuple[Balk, ...]:
    """Return all lines, with one that can be drawn so that there is a picture."""
    tekenbaar = een_regel(partij="woonservice")
    return een_themabeeld(*regels, tekenbaar).balken[:-1]


def test_rest_is_what_the_offer_leaves_of_the_doel() -> None:
    balk = een_balk(doel=Decimal(100), realisatie=Decimal(40), bod=Decimal(35))

    assert (balk.soort, balk.rest, balk.meer) == (BalkSoort.STAPEL, 25, 0)
    assert balk.stand == "40 + 35, rest na bod 25 van min. 100"
    assert balk.zin == (
        "Afspraak 1. Nieuwe sociale huurwoningen (woningen), Domesta: doel min. 100, "
        "gerealiseerd 40, bod 35, rest na bod 25."
    )


@pytest.mark.parametrize(
    ("cijfers", "stand"),
    [
        ({"realisatie": None}, "n.b. + 30, rest na bod n.b. van min. 100"),
        (
            {"bod": None, "oordeel": Oordeel.GEEN_BOD},
            "40, nog geen bod, rest na bod n.b. van min. 100",
        ),
        (
            {"indicator": "NETTO", "partij": SAMEN, "doel": Decimal(320), "verschil": None},
            "40 + 30 tot nu toe, rest na bod n.b. van min. 320",
        ),
    ],
    ids=["reached unknown", "offer to come", "offer of one partij to come"],
)
def test_what_is_not_known_makes_the_rest_unknown(cijfers: dict[str, object], stand: str) -> None:
    balk = een_balk(**cijfers)

    assert balk.rest is None
    assert balk.rest_tekst == "n.b."
    assert balk.stand == stand


def test_a_stand_of_all_together_says_that_an_offer_is_still_to_come() -> None:
    balk = een_balk(indicator="VRD_DAEB", partij=SAMEN, verschil=None)

    assert balk.stand == "was 40, bod 30 tot nu toe, doel min. 100"


def test_who_does_not_take_part_leaves_all_that_remained() -> None:
    balk = een_balk(bod=None, oordeel=Oordeel.DOET_NIET_MEE)

    assert (balk.rest, balk.bod_tekst) == (60, "–")
    assert balk.stand == "40, doet niet mee, rest na bod 60 van min. 100"


def test_more_than_the_doel_shows_as_more() -> None:
    balk = een_balk(realisatie=Decimal(90), bod=Decimal(22))

    assert (balk.rest, balk.meer) == (0, 12)
    assert balk.rest_tekst == "0 (12 meer)"
    assert balk.stand == "90 + 22, 12 meer dan min. 100"


def test_exactly_the_doel_is_said_to_be_reached() -> None:
    assert een_balk(bod=Decimal(60)).stand == "40 + 60, min. 100 bereikt"


@pytest.mark.parametrize(
    ("bod", "stand"),
    [("8", "20 + 8, ruimte 12 van max. 40"), ("26", "20 + 26, 6 boven max. 40")],
)
def test_a_maximum_leaves_room_or_is_passed(bod: str, stand: str) -> None:
    balk = een_balk(
        indicator="SLVK",
        teken=Teken.HOOGSTENS,
        doel=Decimal(40),
        realisatie=Decimal(20),
        bod=Decimal(bod),
    )

    assert balk.is_maximum
    assert balk.stand == stand


def test_what_is_only_expected_is_no_maximum() -> None:
    doel = een_doel("SLVK", "40", teken=Teken.CIRCA, soort=DoelSoort.VERWACHT)
    regel = een_regel(indicator="SLVK", teken=Teken.CIRCA, doel=Decimal(40))
    samenwerking = een_samenwerking(een_afspraak(1, doel))

    (beeld,) = build_themabeelden(samenwerking, een_jaarschijf(regels=(regel,)))

    assert not beeld.balken[0].is_maximum


def test_the_catalogue_says_whether_about_is_a_maximum() -> None:
    afspraak = een_afspraak(1, een_doel("SLVK", "40", teken=Teken.CIRCA))
    regel = een_regel(indicator="SLVK", teken=Teken.CIRCA, doel=Decimal(40))

    (beeld,) = build_themabeelden(een_samenwerking(afspraak), een_jaarschijf(regels=(regel,)))

    assert beeld.balken[0].is_maximum


@pytest.mark.parametrize("indicator", ["VRD_DAEB", "KK_P", "VRDZ_N"])
def test_stand_aandeel_and_a_doel_without_end_do_not_add_up(indicator: str) -> None:
    balk = een_balk(indicator=indicator)

    assert (balk.soort, balk.rest, balk.rest_tekst) == (BalkSoort.NIVEAU, None, "–")
    assert balk.stand == "was 40, bod 30, doel min. 100"


@pytest.mark.parametrize(
    "cijfers", [{"doel": 0}, {"doel": -2}, {"realisatie": -2}, {"bod": -1}], ids=str
)
def test_what_cannot_be_drawn_stands_in_the_table_only(cijfers: dict[str, int]) -> None:
    getallen = {naam: Decimal(waarde) for naam, waarde in cijfers.items()}

    beeld = een_themabeeld(een_regel(**getallen), een_regel())

    assert [b.soort for b in beeld.balken] == [BalkSoort.GEEN, BalkSoort.STAPEL]
    assert len(beeld.getekend) == 1
    assert beeld.noot.startswith("1 regel staat alleen in de tabel")


def test_an_expected_loss_leaves_what_was_expected() -> None:
    balk = een_balk(doel=Decimal(-2), realisatie=Decimal(0), bod=Decimal(0))

    assert (balk.rest, balk.rest_tekst) == (-2, "-2")


@pytest.mark.parametrize("doel", [None, Decimal(0)])
def test_a_thema_without_a_bar_has_no_picture(doel: Decimal | None) -> None:
    samenwerking = een_samenwerking(een_afspraak(1, een_doel()))
    jaarschijf = een_jaarschijf(regels=(een_regel(doel=doel),))

    assert build_themabeelden(samenwerking, jaarschijf) == ()


def test_words_say_how_many_bars_there_are_and_how_many_are_unknown() -> None:
    beeld = een_themabeeld(een_regel(), een_regel(realisatie=None))

    assert beeld.beschrijving == (
        "Staafdiagram. Thema 1. Bouwen: stand bij het bod van 2026. Een balk per doel, met wat is "
        "gerealiseerd, het bod en wat dan nog rest: 2 doelen, bij 1 is een cijfer niet bekend. "
        "De cijfers staan in de tabel hieronder."
    )


def met_regels(*regels: JaarschijfRegel) -> tuple[Themabeeld, ...]:
    afspraak = een_afspraak(1, een_doel(), een_doel("NETTO"))
    return build_themabeelden(een_samenwerking(afspraak), een_jaarschijf(regels=regels))


def test_a_long_thema_comes_in_parts_that_keep_a_subject_together() -> None:
    beelden = met_regels(*[een_regel()] * 9, *[een_regel(indicator="NETTO")] * 9)

    assert [len(b.balken) for b in beelden] == [9, 9]
    assert [b.bestandsnaam for b in beelden] == [
        "thema-1-bouwen-deel-1",
        "thema-1-bouwen-deel-2",
    ]
    assert beelden[0].titel.endswith("(deel 1 van 2)")


@settings(deadline=None)
@given(aantallen=st.lists(st.integers(1, 40), min_size=1, max_size=4))
def test_parts_hold_every_line_once_and_none_is_too_long(aantallen: list[int]) -> None:
    codes = ("NB_DAEB", "NETTO")
    regels = [
        een_regel(indicator=codes[plek % 2], bod=Decimal(nummer))
        for plek, aantal in enumerate(aantallen)
        for nummer in range(aantal)
    ]

    beelden = met_regels(*regels)

    assert [b.bod for beeld in beelden for b in beeld.balken] == [r.bod for r in regels]
    for beeld in beelden:
        koppen = {b.onderwerp for b in beeld.balken}
        assert len(beeld.balken) + len(koppen) <= MEESTE_REGELS


@settings(deadline=None)
@given(doel=st.decimals(1, 5000, places=1), realisatie=GETALLEN, bod=GETALLEN)
def test_texts_are_the_figures_and_unknown_is_never_zero(
    doel: Decimal, realisatie: Decimal | None, bod: Decimal | None
) -> None:
    balk = een_balk(doel=doel, realisatie=realisatie, bod=bod, oordeel=Oordeel.GEEN_BOD)

    assert balk.realisatie_tekst == notatie.getal(realisatie)
    assert balk.bod_tekst == ("–" if bod is None else notatie.getal(bod))
    if realisatie is None or bod is None:
        assert (balk.rest, balk.rest_tekst) == (None, "n.b.")
    else:
        assert balk.rest is not None
        assert doel - realisatie - bod == balk.rest - balk.meer
        assert balk.rest == 0 or balk.meer == 0
    for tekst in (balk.doel_tekst, balk.realisatie_tekst, balk.bod_tekst, balk.rest_tekst):
        assert tekst.rstrip(".") in balk.zin


def test_thema_1_of_hoogeveen_has_these_figures() -> None:
    hoogeveen = echte_bibliotheek().load("hoogeveen")
    biedingen = [
        een_bieding(
            *(een_antwoord(f"A01-{code}", bod) for code, bod in boden.items()),
            partij=partij,
            samenwerking="hoogeveen",
            jaar=2024,
        )
        for partij, boden in BOD_THEMA_1.items()
    ]
    jaarschijf = merge_jaarschijf(hoogeveen, 2024, biedingen)

    eerste = build_themabeelden(hoogeveen, jaarschijf)[0]

    assert eerste.titel == "Thema 1. Bouwopgave: stand bij het bod van 2024 (deel 1 van 2)"
    assert [
        (b.partij, b.doel_tekst, b.realisatie_tekst, b.bod_tekst, b.rest_tekst)
        for b in eerste.balken
    ] == [
        ("Woonconcept", "ca. 115", "5", "12", "98"),
        ("Domesta", "ca. 200", "8", "30", "162"),
        ("Actium", "ca. 11", "-2", "2", "11"),
        ("Woonservice", "ca. -2", "0", "0", "-2"),
        ("Samen", "min. 320", "11", "44", "265"),
        ("Woonconcept", "ca. 345", "35", "62", "248"),
        ("Domesta", "ca. 350", "20", "64", "266"),
        ("Actium", "ca. 20", "0", "4", "16"),
        ("Woonservice", "ca. 0", "0", "0", "0"),
        ("Woonconcept", "ca. 230", "30", "50", "150"),
        ("Domesta", "ca. 150", "12", "34", "104"),
        ("Actium", "ca. 9", "2", "2", "5"),
        ("Woonservice", "ca. 2", "0", "0", "2"),
        ("Samen", "min. 300", "35", "68", "197"),
    ]
    assert len(eerste.getekend) == 11


def test_a_share_of_an_older_year_says_so_in_picture_words_and_table() -> None:
    regel = een_regel(
        indicator="KK_P",
        doel=Decimal(95),
        realisatie=Decimal(91),
        bod=Decimal(92),
        realisatie_jaar=2023,
    )

    (balk,) = een_tabel(regel)

    assert (balk.realisatie_tekst, balk.is_ouder) == ("91 (2023)", True)
    assert balk.stand == "was 91 (2023), bod 92, doel min. 95"


def test_a_share_of_last_year_needs_no_year() -> None:
    balk = een_balk(indicator="KK_P", realisatie_jaar=2025)

    assert (balk.realisatie_tekst, balk.is_ouder) == ("40", False)


@pytest.mark.parametrize(
    ("tekst", "stand"),
    [
        ("circa 30", "40 + circa 30, rest na bod 30 van min. 100"),
        ("30 tot 50", "40 + 30 tot 50 (telt als 30), rest na bod 30 van min. 100"),
    ],
)
def test_an_offer_that_is_not_exact_is_shown_as_it_was_meant(tekst: str, stand: str) -> None:
    assert een_balk(bod_tekst=tekst).stand == stand
