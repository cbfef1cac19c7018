"""Sharing a draft: every version is told once, and the overleg begins or begins again."""

import pytest

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.share_concept import share_concept
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_correctie,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling


def _fase_en_sleutels(opstelling: Opstelling) -> tuple[Fase, list[str]]:
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        return cyclus.fase, [b.sleutel for b in tx.berichten(cyclus)]


def test_each_version_is_told_to_every_partij_once() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    share_concept(opstelling.toolkit, CODE, JAAR)
    share_concept(opstelling.toolkit, CODE, JAAR)
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(opstelling.toolkit, CODE, JAAR)

    uitkomst = share_concept(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.melding == "Concept 0.2 is gedeeld met 3 partijen."
    verwacht = [f"concept/{versie}/{p}" for versie in ("0.1", "0.2") for p in PARTIJCODES]
    assert _fase_en_sleutels(opstelling) == (Fase.OVERLEG, verwacht)


def test_without_a_draft_there_is_nothing_to_share() -> None:
    opstelling = in_fase(Fase.CONCEPT)

    with pytest.raises(FaseError, match="nog geen concept") as fout:
        share_concept(opstelling.toolkit, CODE, JAAR)

    assert f"jaarschijf concept {CODE} {JAAR}" in fout.value.advies


@pytest.mark.parametrize("reden", ["", " "])
def test_sharing_during_accordering_leaves_the_fase(reden: str) -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    share_concept(opstelling.toolkit, CODE, JAAR, reden=reden)

    assert _fase_en_sleutels(opstelling)[0] is Fase.ACCORDERING


def test_with_a_reason_the_cyclus_goes_back_to_the_overleg_and_takes_a_bieding_again() -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    uitkomst = share_concept(opstelling.toolkit, CODE, JAAR, reden="Domesta kan meer.")

    assert "terug in het overleg" in uitkomst.melding
    assert _fase_en_sleutels(opstelling)[0] is Fase.OVERLEG
    assert stuur_bieding(opstelling, "domesta", een_correctie()).is_nieuw


def test_after_adoption_nobody_is_told_about_a_draft_any_more() -> None:
    opstelling = in_fase(Fase.VASTGESTELD)
    ervoor = opstelling.stand()

    uitkomst = share_concept(opstelling.toolkit, CODE, JAAR, reden="toch")

    assert not uitkomst.gedaan
    assert opstelling.stand() == ervoor
