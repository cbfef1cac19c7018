"""Printed percentages: rounding is no fault, a wrong share is found on its own cell."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.aandelen import check_aandelen, halve_eenheid
from cycle.analysis.tabelcontrole import check_tabel
from cycle.domain.bevinding import Ernst, has_fouten
from cycle.domain.cijfertabel import Cijfertabel, Verband
from tests.builders import een_tabel

AFRONDINGEN = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
AANTALLEN = st.lists(st.integers(0, 9000), min_size=3, max_size=7).filter(any)


def procent(deel: int, geheel: int, cijfers: int, afronding: str) -> str:
    """Return a share as it is printed, rounded exactly."""
    teller = Decimal(deel * 100 * 10**cijfers) / Decimal(geheel)
    return f"{teller.quantize(Decimal(1), afronding).scaleb(-cijfers):f}%"


def verdeling(aantallen: Sequence[int], cijfers: int, afronding: str) -> Cijfertabel:
    """Return a table of amounts with their shares, and a total of both."""
    geheel = sum(aantallen)
    rijen = {
        f"rij{nummer}": f"{aantal} {procent(aantal, geheel, cijfers, afronding)}"
        for nummer, aantal in enumerate(aantallen)
    }
    return een_tabel({**rijen, "Totaal": f"{geheel} 100%"}, "aantal aandeel")


def gekanteld(tabel: Cijfertabel) -> Cijfertabel:
    """Return the table with its rows as columns."""
    return replace(
        tabel,
        rijen=tabel.kolommen,
        kolommen=tabel.rijen,
        cellen={(kolom, rij): cel for (rij, kolom), cel in tabel.cellen.items()},
        totaalrij=tabel.totaalkolom,
        totaalkolom=tabel.totaalrij,
    )


def plant(tabel: Cijfertabel, rij: str, kolom: str, tekst: str) -> Cijfertabel:
    """Return the table with another percentage in one cell."""
    waarde = Decimal(tekst.removesuffix("%"))
    cel = replace(tabel.cellen[rij, kolom], waarde=waarde, tekst=tekst)
    return replace(tabel, cellen={**tabel.cellen, (rij, kolom): cel})


@settings(max_examples=150, deadline=None)
@given(aantallen=AANTALLEN, cijfers=st.integers(0, 3), afronding=AFRONDINGEN)
def test_rounded_shares_of_any_amounts_give_no_finding(
    aantallen: list[int], cijfers: int, afronding: str
) -> None:
    tabel = verdeling(aantallen, cijfers, afronding)

    assert check_tabel(tabel) == []
    assert check_tabel(gekanteld(tabel)) == []


@settings(max_examples=150, deadline=None)
@given(
    aantallen=AANTALLEN,
    cijfers=st.integers(0, 3),
    afronding=AFRONDINGEN,
    waar=st.integers(0, 6),
    stappen=st.integers(2, 40) | st.integers(-40, -2),
)
def test_one_wrong_share_gives_one_finding_on_that_very_cell(
    aantallen: list[int], cijfers: int, afronding: str, waar: int, stappen: int
) -> None:
    tabel = verdeling(aantallen, cijfers, afronding)
    rij = f"rij{waar % len(aantallen)}"
    goed = tabel.cellen[rij, "aandeel"].waarde or Decimal(0)
    fout = plant(tabel, rij, "aandeel", f"{goed + Decimal(stappen).scaleb(-cijfers):f}%")

    (bevinding,) = check_tabel(fout)

    assert bevinding.code == "C404"
    assert bevinding.plek == str(tabel.cellen[rij, "aandeel"].plek)


@settings(max_examples=100, deadline=None)
@given(aantallen=AANTALLEN, cijfers=st.integers(0, 2), erbij=st.integers(8, 60))
def test_shares_without_amounts_still_have_to_make_their_printed_hundred(
    aantallen: list[int], cijfers: int, erbij: int
) -> None:
    geheel = sum(aantallen)
    delen = [procent(aantal, geheel, cijfers, ROUND_HALF_UP) for aantal in aantallen]
    rijen = {f"rij{nummer}": deel for nummer, deel in enumerate(delen)}
    goed = een_tabel({**rijen, "Totaal": "100%"}, "deel")
    fout = plant(goed, "rij0", "deel", f"{(goed.cellen['rij0', 'deel'].waarde or 0) + erbij}%")

    assert check_tabel(goed) == []
    assert [b.code for b in check_tabel(fout)] == ["C403"]


@given(getal=st.decimals(0, 1000, places=2), cijfers=st.integers(0, 2), afronding=AFRONDINGEN)
def test_half_a_unit_is_exactly_what_rounding_may_change(
    getal: Decimal, cijfers: int, afronding: str
) -> None:
    gedrukt = getal.quantize(Decimal(1).scaleb(-cijfers), afronding)

    assert abs(Fraction(gedrukt) - Fraction(getal)) <= halve_eenheid(gedrukt)


def test_the_finding_names_both_percentages_and_the_amounts() -> None:
    tabel = een_tabel(
        {
            "Domesta": "3008 45.6%",
            "Woonconcept": "3281 52%",
            "Actium": "306 4.6%",
            "Totaal": "6595 100%",
        },
        "stand aandeel",
    )

    (bevinding,) = check_aandelen(tabel)

    assert bevinding.ernst is Ernst.WAARSCHUWING
    assert bevinding.melding == (
        "In de tabel 'Tabel' staat bij 'Woonconcept', kolom 'aandeel', 52%. "
        "De aantallen geven 50% (3.281 van 6.595)."
    )
    assert "blijft staan" in bevinding.advies


def test_a_share_may_be_of_the_amount_beside_it() -> None:
    tabel = een_tabel({"A": "30 100 30%", "B": "10 40 25%", "C": "9 90 11%"}, "sociaal alle deel")

    (bevinding,) = check_tabel(tabel)

    assert (
        "staat bij 'C', kolom 'deel', 11%. De aantallen geven 10% (9 van 90)" in bevinding.melding
    )


def test_a_wrong_amount_is_the_cause_and_its_share_is_not_told_as_well() -> None:
    tabel = een_tabel(
        {"A": "11 10%", "B": "30 30%", "C": "60 60%", "Totaal": "100 100%"}, "aantal aandeel"
    )

    assert [b.code for b in check_tabel(tabel)] == ["C401"]


def test_a_mean_under_percentages_is_no_sum() -> None:
    assert check_tabel(een_tabel({"A": "30%", "B": "40%", "Totaal": "35%"}, "sociaal")) == []


def test_growth_beside_amounts_is_no_share() -> None:
    tabel = een_tabel(
        {"A": "10 12%", "B": "30 -4%", "C": "60 7%", "Totaal": "100 3%"}, "aantal groei"
    )

    assert check_tabel(tabel) == []


def test_percentages_are_never_added_to_amounts() -> None:
    tabel = een_tabel({"A": "10 5 15 67%", "B": "20 20 40 50%"}, "nieuw oud Totaal deel")

    assert check_tabel(tabel) == []


def test_parts_that_make_a_hundred_under_another_total_are_found() -> None:
    tabel = een_tabel({"A": "45%", "B": "55%", "Totaal": "103%"}, "deel")

    (bevinding,) = check_tabel(tabel)

    assert bevinding.code == "C403"
    assert "samen 100%" in bevinding.melding
    assert "Er staat 103%" in bevinding.melding


@pytest.mark.parametrize(("totaal", "aantal"), [("80.8%", 0), ("82%", 1)])
def test_a_named_relation_between_percentages_allows_for_rounding(totaal: str, aantal: int) -> None:
    verband = Verband("samen", ("kk", "at1"), ())
    rijen = {"kk": "15.3%", "at1": "65.4%", "samen": totaal}

    assert len(check_tabel(een_tabel(rijen, "deel", (verband,)))) == aantal


def test_a_verdeling_without_a_total_cannot_pass_a_hundred() -> None:
    tabel = een_tabel({"A": "60%", "B": "55%"}, "verdeling")

    (bevinding,) = check_tabel(tabel)

    assert bevinding.code == "C405"
    assert "samen 115%" in bevinding.melding
    assert not has_fouten([bevinding])


def test_percentages_of_different_wholes_may_pass_a_hundred() -> None:
    assert check_tabel(een_tabel({"A": "90%", "B": "85%"}, "toegankelijk")) == []


def test_a_title_with_verdeling_means_the_lines_that_are_whole() -> None:
    rijen = {"Domesta": "20% 70% 10%", "Actium": "15% 65% 20%", "Anders": "40% 60% 10%"}
    tabel = replace(een_tabel(rijen, "laag midden hoog"), titel="Verdeling van de huren")

    (bevinding,) = check_tabel(tabel)

    assert (bevinding.code, bevinding.plek) == ("C405", str(tabel.cellen["Anders", "laag"].plek))


def test_an_unknown_percentage_leaves_the_sum_unknown() -> None:
    rijen = {"A": "60%", "B": "n.b.", "Totaal": "100%"}

    assert check_tabel(een_tabel(rijen, "deel")) == []


def test_shares_that_happen_to_be_whole_are_right_however_they_are_rounded() -> None:
    aantallen = [2, 3, 95]
    tabel = verdeling(aantallen, 0, ROUND_DOWN)

    assert check_tabel(tabel) == []
