"""Whatever call the process dies at: the step done again ends as if nothing had happened."""

import pytest

from tests.cycle.services.builders import CODE, JAAR, een_opstelling
from tests.fakes import Opstelling
from tests.workflows.spel import Teller, Uitval, speel
from workflows.scenario import build_scenario

SCENARIO = build_scenario(een_opstelling().toolkit, CODE, JAAR)


@pytest.fixture(scope="module")
def standen() -> list[Opstelling]:
    """Return the world before each event of an undisturbed year."""
    opstelling = een_opstelling()
    standen = []
    for gebeurtenis in SCENARIO:
        standen.append(opstelling.kopie())
        speel(opstelling, gebeurtenis)
    return standen


@pytest.mark.parametrize(
    "nummer", range(len(SCENARIO)), ids=[f"{g.dag} {g.tekst}" for g in SCENARIO]
)
def test_a_step_that_was_cut_off_anywhere_ends_as_an_undisturbed_one(
    standen: list[Opstelling], nummer: int
) -> None:
    """A call that only reads leaves the world of the kill before it: that leads to one end."""
    gebeurtenis, begin = SCENARIO[nummer], standen[nummer]
    heel, teller = begin.kopie(), Teller()
    speel(heel, gebeurtenis, teller)
    verwacht = heel.stand()

    vorige: Opstelling | None = None
    for fataal in range(1, teller.stand + 1):
        opstelling = begin.kopie()
        with pytest.raises(Uitval):
            speel(opstelling, gebeurtenis, Teller(fataal))
        if opstelling == vorige:
            continue
        vorige = opstelling.kopie()
        speel(opstelling, gebeurtenis)

        assert opstelling.stand() == verwacht, f"killed at call {fataal} of {teller.stand}"


@pytest.mark.parametrize("gespeeld", [0, 1, 4, 9, 13, 18, 22, len(SCENARIO) - 1, len(SCENARIO)])
def test_a_year_that_was_cut_off_and_played_again_ends_the_same(gespeeld: int) -> None:
    heel, half = een_opstelling(), een_opstelling()
    for gebeurtenis in SCENARIO:
        speel(heel, gebeurtenis)

    for gebeurtenis in (*SCENARIO[:gespeeld], *SCENARIO):
        speel(half, gebeurtenis)

    assert half.stand() == heel.stand()
