"""A task shared naar rato: what was published stays, what was owed goes along."""

from dataclasses import replace

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.verdeelstaat import build_verdeelstaat
from cycle.domain.verdeling import Aandeel, Periode, Verdeelstaat, Verdeling
from tests.builders import PARTIJEN, een_plek

VOORRAAD = {"domesta": 3008, "woonconcept": 3281, "actium": 230, "woonservice": 76}
Getallen = tuple[int | None, ...]
NIETS: Getallen = (None, None, None, None)


def een_periode(
    naam: str,
    totaal: int,
    verdeeld: Getallen = NIETS,
    gedaan: Getallen = NIETS,
    voorraad: dict[str, int] = VOORRAAD,
) -> Periode:
    """Return a period of the four corporaties of Hoogeveen."""
    aandelen = tuple(
        Aandeel(partij, stand, deel, klaar, een_plek(nummer))
        for nummer, ((partij, stand), deel, klaar) in enumerate(
            zip(voorraad.items(), verdeeld, gedaan, strict=True), start=10
        )
    )
    return Periode(naam, totaal, aandelen, een_plek(5))


def staat(*periodes: Periode, totaal: int | None = None) -> Verdeelstaat:
    """Return the state of a task with these periods."""
    verdeling = Verdeling("statushouders", "Statushouders", "personen", periodes, een_plek(1))
    return build_verdeelstaat(verdeling, PARTIJEN, totaal=totaal)


EERSTE = een_periode("2023-2", 43, (20, 21, 2, 0), (17, 19, 1, 0))


def test_growth_of_320_is_shared_over_the_stock_of_hoogeveen() -> None:
    [periode] = staat(een_periode("2023", 320)).periodes

    assert [r.verdeeld for r in periode.regels] == [146, 159, 11, 4]
    assert periode.is_voorstel


def test_six_from_before_and_33_now_make_39() -> None:
    uit = staat(EERSTE, een_periode("2024-1", 33))

    eerste, tweede = uit.periodes
    assert [r.saldo for r in eerste.regels] == [3, 2, 1, 0]
    assert (eerste.saldo, tweede.opgave) == (6, 39)
    assert [r.verdeeld for r in tweede.regels] == [15, 17, 1, 0]
    assert [r.opgave for r in tweede.regels] == [18, 19, 2, 0]
    assert uit.bevindingen == ()


def test_who_did_more_than_asked_is_ahead_and_has_less_to_do_next() -> None:
    voor = een_periode("2023-2", 43, (20, 21, 2, 0), (25, 21, 2, 0))

    [_, tweede] = staat(voor, een_periode("2024-1", 33)).periodes

    assert (tweede.regels[0].vooraf, tweede.regels[0].opgave) == (-5, 10)


def test_what_is_not_known_is_not_zero_and_stays_unknown_after_it() -> None:
    onbekend = een_periode("2023-2", 43, (20, 21, 2, 0), (None, 19, 1, 0))

    eerste, tweede = staat(onbekend, een_periode("2024-1", 33)).periodes

    assert (eerste.regels[0].saldo, eerste.saldo) == (None, None)
    assert (tweede.regels[0].opgave, tweede.opgave) == (None, None)
    assert tweede.regels[1].opgave == 19


def test_published_share_that_differs_stays_and_is_named_with_its_line() -> None:
    anders = een_periode("2023-2", 43, (21, 20, 2, 0), (21, 20, 2, 0))

    uit = staat(anders)

    assert [r.verdeeld for r in uit.periodes[0].regels] == [21, 20, 2, 0]
    assert [r.berekend for r in uit.periodes[0].regels] == [20, 21, 2, 0]
    assert [(b.code, b.plek) for b in uit.bevindingen] == [
        ("K511", "dorp/thema-1.md:10"),
        ("K511", "dorp/thema-1.md:11"),
    ]


def test_published_shares_that_do_not_add_up_are_named() -> None:
    uit = staat(een_periode("2023-2", 43, (20, 21, 2, 1), (0, 0, 0, 0)))

    assert [b.code for b in uit.bevindingen] == ["K511", "K512"]
    assert "44 verdeeld, maar het totaal is 43" in uit.bevindingen[1].melding


@pytest.mark.parametrize(
    ("naam", "volgende"), [("2024-1", "2024-2"), ("2024-2", "2025-1"), ("2024", "2025")]
)
def test_proposal_is_for_the_period_that_follows(naam: str, volgende: str) -> None:
    gedaan = replace(EERSTE, naam=naam)

    laatste = staat(gedaan, totaal=33).periodes[-1]

    assert (laatste.naam, laatste.is_voorstel, laatste.opgave) == (volgende, True, 39)


def test_saldo_of_a_partij_that_went_up_in_another_goes_to_its_opvolger() -> None:
    opgegaan = replace(PARTIJEN[2], opvolger="domesta", opgevolgd_op=pendulum.date(2024, 1, 1))
    eerste = een_periode("2023-2", 10, (5, 5), (4, 3), {"domesta": 1, "woonservice": 1})
    tweede = een_periode("2024-1", 10, (10,), (None,), {"domesta": 2})
    verdeling = Verdeling("s", "S", "personen", (eerste, tweede), een_plek(1))

    uit = build_verdeelstaat(verdeling, (PARTIJEN[1], opgegaan))
    zonder = build_verdeelstaat(verdeling, PARTIJEN)

    assert uit.periodes[1].regels[0].vooraf == 3
    assert uit.bevindingen == ()
    assert [b.code for b in zonder.bevindingen] == ["K513"]


@settings(deadline=None)
@given(
    delen=st.lists(
        st.tuples(st.integers(0, 400), st.lists(st.integers(0, 200), min_size=4, max_size=4)),
        min_size=1,
        max_size=6,
    )
)
def test_nothing_is_lost_or_made_between_periods(delen: list[tuple[int, list[int]]]) -> None:
    periodes = [
        een_periode(f"{2020 + nummer}", totaal, NIETS, tuple(gedaan))
        for nummer, (totaal, gedaan) in enumerate(delen)
    ]

    laatste = staat(*periodes).periodes[-1]

    gevraagd = sum(totaal for totaal, _ in delen)
    assert laatste.saldo == gevraagd - sum(sum(gedaan) for _, gedaan in delen)
