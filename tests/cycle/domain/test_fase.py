"""Fasen: forward by one, or anywhere with a reason."""

from itertools import pairwise

import pytest

from cycle.domain.errors import FaseError
from cycle.domain.fase import VOLGORDE, Fase, check_stap, is_voorbij


@pytest.mark.parametrize(("huidige", "naar"), list(pairwise(VOLGORDE)))
def test_the_next_fase_needs_no_reason(huidige: Fase, naar: Fase) -> None:
    check_stap(huidige, naar)


@pytest.mark.parametrize("naar", [Fase.KICKOFF, Fase.CONCEPT, Fase.ACCORDERING])
def test_any_other_fase_needs_a_reason(naar: Fase) -> None:
    with pytest.raises(FaseError, match=f"De stap naar '{naar}' is nu niet aan de beurt") as fout:
        check_stap(Fase.CONCEPT, naar)

    assert "geef een reden met --reden" in fout.value.advies
    check_stap(Fase.CONCEPT, naar, "De wethouder vraagt erom.")


def test_spaces_are_not_a_reason() -> None:
    with pytest.raises(FaseError):
        check_stap(Fase.CONCEPT, Fase.KICKOFF, "  ")


def test_a_fase_is_over_once_the_next_one_began() -> None:
    assert is_voorbij(Fase.CONCEPT, Fase.BIEDINGEN)
    assert not is_voorbij(Fase.CONCEPT, Fase.CONCEPT)
    assert not is_voorbij(Fase.CONCEPT, Fase.OVERLEG)
