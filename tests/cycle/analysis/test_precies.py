"""An exact amount is a maximum for the whole period, and not for the share of one year."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import Doelwaarde, Teken
from cycle.domain.toetsvraag import Toetsvraag
from cycle.domain.toetsvragen import list_toetsvragen
from tests.builders import (
    JAAR,
    een_afspraak,
    een_doel,
    een_realisatie,
    een_samenwerking,
    een_view,
)

PRECIES = een_doel(waarde="7", teken=Teken.PRECIES)
BEREIKT = tuple(een_realisatie("1", jaar) for jaar in range(2023, JAAR))


def _vraag(doel: Doelwaarde, *, realisaties: tuple[object, ...] = BEREIKT) -> Toetsvraag:
    """Return what Domesta is asked about this doel at a check."""
    samenwerking = een_samenwerking(een_afspraak(1, doel), realisaties=realisaties)
    jaarschijf = merge_jaarschijf(samenwerking, JAAR, ())
    (vraag,) = list_toetsvragen(samenwerking, jaarschijf, een_view(samenwerking, jaarschijf), ())
    return vraag


def test_over_several_years_all_that_remains_is_allowed() -> None:
    vraag = _vraag(PRECIES)

    assert (vraag.doel, vraag.hoogstens) == (Decimal(2), Decimal(4))


def test_while_it_is_not_known_what_was_reached_only_more_than_the_whole_is_too_much() -> None:
    assert _vraag(PRECIES, realisaties=()).hoogstens == Decimal(7)


@pytest.mark.parametrize(
    ("doel", "hoogstens"),
    [
        (replace(PRECIES, van=JAAR, tot_en_met=JAAR), "7"),
        (replace(PRECIES, tot_en_met=None), "7"),
        (replace(PRECIES, fasering={JAAR: Decimal(3)}), "3"),
    ],
    ids=["a period of one year", "every year again", "agreed per year"],
)
def test_what_was_agreed_for_the_year_itself_is_the_most(doel: Doelwaarde, hoogstens: str) -> None:
    vraag = _vraag(doel)

    assert vraag.doel == vraag.hoogstens == Decimal(hoogstens)


def test_a_floor_has_no_most() -> None:
    assert _vraag(replace(PRECIES, teken=Teken.MINSTENS)).hoogstens is None
