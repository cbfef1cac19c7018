"""Closing the biedingen: with everybody, or without somebody and with a reason."""

import pytest

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.services.close_biedingen import close_biedingen
from tests.cycle.services.builders import CODE, JAAR, in_fase


def test_missing_partijen_are_named() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))

    with pytest.raises(FaseError, match="Gemeente Dorp en Huurders Dorp is er nog niet") as fout:
        close_biedingen(opstelling.toolkit, CODE, JAAR)

    assert "--reden" in fout.value.advies


def test_going_on_without_a_partij_says_who_is_missing() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta", "gemeente"))

    uitkomst = close_biedingen(opstelling.toolkit, CODE, JAAR, reden="te laat")

    assert uitkomst.melding == "De biedingen zijn gesloten. Zonder bieding: Huurders Dorp."
