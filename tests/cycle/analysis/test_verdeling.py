"""Fair shares: the parts always add up, whatever plain rounding would do."""

import math
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.verdeling import verdeel_naar_rato
from cycle.domain.errors import InvoerError

VOORRAAD = {"domesta": 3008, "woonconcept": 3281, "actium": 230, "woonservice": 76}

TOTALEN = st.integers(0, 10**6)
NAMEN = ("b", "a", "ba", "ab", "c", "aa", "d", "e", "h", "g", "f", "abc")
GEWICHTEN = (
    st.lists(st.integers(0, 10**5), min_size=1, max_size=len(NAMEN))
    .filter(any)
    .map(lambda gewichten: dict(zip(NAMEN, gewichten, strict=False)))
)
VEEL = settings(max_examples=600, deadline=None)


@pytest.mark.parametrize(
    ("totaal", "delen"),
    [
        (37, [17, 18, 1, 1]),
        (50, [23, 25, 2, 0]),
        (320, [146, 159, 11, 4]),
        (43, [20, 21, 2, 0]),
    ],
)
def test_the_stock_of_hoogeveen_gives_the_worked_out_shares(totaal: int, delen: list[int]) -> None:
    assert list(verdeel_naar_rato(totaal, VOORRAAD).values()) == delen


@pytest.mark.parametrize(("totaal", "afgerond"), [(37, 36), (50, 51)])
def test_plain_rounding_does_not_add_up(totaal: int, afgerond: int) -> None:
    som = sum(VOORRAAD.values())

    assert sum(round(totaal * gewicht / som) for gewicht in VOORRAAD.values()) == afgerond
    assert sum(verdeel_naar_rato(totaal, VOORRAAD).values()) == totaal


@VEEL
@given(totaal=TOTALEN, gewichten=GEWICHTEN)
def test_shares_add_up_are_within_one_of_their_quota_and_follow_the_weights(
    totaal: int, gewichten: dict[str, int]
) -> None:
    som = sum(gewichten.values())

    delen = verdeel_naar_rato(totaal, gewichten)

    assert sum(delen.values()) == totaal
    for naam, deel in delen.items():
        assert abs(deel * som - totaal * gewichten[naam]) < som
    op_gewicht = sorted(gewichten, key=lambda naam: (gewichten[naam], delen[naam]))
    assert [delen[naam] for naam in op_gewicht] == sorted(delen.values())


@VEEL
@given(totaal=TOTALEN, gewichten=GEWICHTEN, zaad=st.integers())
def test_the_order_of_names_does_not_matter(
    totaal: int, gewichten: dict[str, int], zaad: int
) -> None:
    namen = list(gewichten)
    random.Random(zaad).shuffle(namen)  # noqa: S311 - an order, not a secret

    geschud = verdeel_naar_rato(totaal, {naam: gewichten[naam] for naam in namen})

    assert geschud == verdeel_naar_rato(totaal, gewichten)
    assert list(geschud) == namen


def test_equal_remainders_go_to_the_larger_weight_then_to_the_first_name() -> None:
    assert verdeel_naar_rato(2, {"a": 1, "b": 3}) == {"a": 0, "b": 2}
    assert verdeel_naar_rato(1, {"b": 1, "a": 1, "c": 1}) == {"b": 0, "a": 1, "c": 0}


@pytest.mark.parametrize(
    ("totaal", "gewichten"), [(-1, {"a": 1}), (5, {"a": 3, "b": -1}), (5, {"a": -2})]
)
def test_negative_numbers_are_refused_in_dutch(totaal: int, gewichten: dict[str, int]) -> None:
    with pytest.raises(InvoerError, match="alleen met aantallen van nul of meer") as gevangen:
        verdeel_naar_rato(totaal, gewichten)

    assert gevangen.value.advies == "Controleer het totaal en de voorraad per partij."


@pytest.mark.parametrize("gewichten", [{}, {"a": 0}])
def test_nothing_to_share_over_is_refused_in_dutch(gewichten: dict[str, int]) -> None:
    with pytest.raises(InvoerError, match="Geen enkele partij heeft een aantal groter dan nul"):
        verdeel_naar_rato(5, gewichten)


def test_ten_thousand_shares_agree_with_plain_fractions() -> None:
    toeval = random.Random(2026)  # noqa: S311 - the same cases every time
    for _ in range(10_000):
        gewichten = {f"p{n}": toeval.randint(0, 5000) for n in range(toeval.randint(1, 9))}
        gewichten["p0"] += 1
        totaal = toeval.randint(0, 3000)

        assert verdeel_naar_rato(totaal, gewichten) == _uitgeteld(totaal, gewichten)


def _uitgeteld(totaal: int, gewichten: dict[str, int]) -> dict[str, int]:
    """Return the shares by handing out one at a time, written without the product."""
    som = sum(gewichten.values())
    delen = {naam: math.floor(Fraction(totaal * g, som)) for naam, g in gewichten.items()}
    kregen_rest: set[str] = set()
    while sum(delen.values()) < totaal:
        over = [naam for naam in gewichten if naam not in kregen_rest]
        rest = {naam: Fraction(totaal * gewichten[naam], som) - delen[naam] for naam in over}
        grootste = max(rest.values())
        gelijk = [naam for naam in over if rest[naam] == grootste]
        zwaarste = max(gewichten[naam] for naam in gelijk)
        winnaar = min(naam for naam in gelijk if gewichten[naam] == zwaarste)
        delen[winnaar] += 1
        kregen_rest.add(winnaar)
    return delen
