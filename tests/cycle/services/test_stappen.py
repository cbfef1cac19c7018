"""What holds for every step of the year: once, in its turn, or forced with a reason."""

from collections.abc import Callable

import pytest

from cycle.domain.errors import FaseError, NietGevonden, StapBezet
from cycle.domain.fase import VOLGORDE, Fase
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.close_biedingen import close_biedingen
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.follow_year import close_cyclus, hold_april, hold_september, start_uitvoering
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.issue_formulieren import issue_formulieren
from cycle.services.open_ondertekening import open_ondertekening
from cycle.services.record_besluit import record_besluit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.register_verzending import register_verzending
from cycle.services.share_concept import share_concept
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJEN,
    alle_besluiten,
    een_handtekening,
    een_opstelling,
    in_fase,
)
from tests.fakes import Opstelling

Stap = Callable[..., Uitkomst]

STAPPEN: dict[Stap, Fase] = {
    hold_kickoff: Fase.KICKOFF,
    issue_formulieren: Fase.BIEDINGEN,
    close_biedingen: Fase.CONCEPT,
    share_concept: Fase.OVERLEG,
    ask_besluiten: Fase.ACCORDERING,
    adopt_jaarschijf: Fase.VASTGESTELD,
    open_ondertekening: Fase.ONDERTEKENING,
    register_verzending: Fase.VERZONDEN,
    start_uitvoering: Fase.UITVOERING,
    close_cyclus: Fase.AFGEROND,
}


def _ervoor(fase: Fase, stappen: int = 1) -> Fase:
    return VOLGORDE[VOLGORDE.index(fase) - stappen]


def klaar_voor(stap: Stap) -> Opstelling:
    """Return a cyclus in which it is the turn of `stap` and nothing is missing."""
    opstelling = in_fase(_ervoor(STAPPEN[stap]))
    toolkit = opstelling.toolkit
    if stap is share_concept:
        compose_concept(toolkit, CODE, JAAR)
    if stap is adopt_jaarschijf:
        for besluit in alle_besluiten(opstelling):
            record_besluit(toolkit, CODE, JAAR, besluit)
    if stap is register_verzending:
        for partij in PARTIJEN:
            tekens = een_handtekening(opstelling, partij.code, partij.ondertekenaars[0])
            record_handtekening(toolkit, CODE, JAAR, tekens)
    if stap is close_cyclus:
        hold_april(toolkit, CODE, JAAR)
        hold_september(toolkit, CODE, JAAR)
    return opstelling


def _log(opstelling: Opstelling) -> list[tuple[Fase, str]]:
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        return [(o.fase, o.reden) for o in tx.overgangen(cyclus)]


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: s.__name__)
def test_a_step_in_its_turn_moves_the_cyclus_and_is_logged(stap: Stap) -> None:
    opstelling = klaar_voor(stap)

    uitkomst = stap(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.gedaan
    assert uitkomst.melding.endswith(".")
    assert _log(opstelling)[-1] == (STAPPEN[stap], "")


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: s.__name__)
def test_a_step_done_again_changes_nothing_and_says_so(stap: Stap) -> None:
    opstelling = klaar_voor(stap)
    stap(opstelling.toolkit, CODE, JAAR)
    ervoor = opstelling.stand()

    uitkomst = stap(opstelling.toolkit, CODE, JAAR)

    assert not uitkomst.gedaan
    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: s.__name__)
def test_a_step_before_the_start_is_refused_with_the_command_to_start(stap: Stap) -> None:
    opstelling = een_opstelling()
    ervoor = opstelling.stand()

    with pytest.raises(NietGevonden, match="nog niet gestart") as fout:
        stap(opstelling.toolkit, CODE, JAAR)

    assert f"cyclus start {CODE} {JAAR}" in fout.value.advies
    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("reden", ["", "  "])
@pytest.mark.parametrize("stap", list(STAPPEN)[1:], ids=lambda s: s.__name__)
def test_a_step_before_its_turn_is_refused_and_nothing_is_kept(stap: Stap, reden: str) -> None:
    opstelling = in_fase(_ervoor(STAPPEN[stap], 2), biedingen=())
    dossiers = opstelling.stand()["dossiers"]

    with pytest.raises(FaseError) as fout:
        stap(opstelling.toolkit, CODE, JAAR, reden=reden)

    assert fout.value.melding.endswith(".")
    assert fout.value.advies
    assert opstelling.stand()["dossiers"] == dossiers
    assert opstelling.store.leases == {}


@pytest.mark.parametrize(
    "stap",
    [s for s in STAPPEN if s not in (hold_kickoff, share_concept, open_ondertekening)],
    ids=lambda s: s.__name__,
)
def test_a_step_is_forced_with_a_reason_that_stays_in_the_log(stap: Stap) -> None:
    opstelling = in_fase(_ervoor(STAPPEN[stap], 2), biedingen=())
    if STAPPEN[stap] is Fase.ACCORDERING:
        compose_concept(opstelling.toolkit, CODE, JAAR)

    stap(opstelling.toolkit, CODE, JAAR, reden="De wethouder vraagt erom.")

    assert _log(opstelling)[-1] == (STAPPEN[stap], "De wethouder vraagt erom.")


@pytest.mark.parametrize("stap", [open_ondertekening, register_verzending])
def test_no_reason_stands_in_for_an_adopted_text(stap: Stap) -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    with pytest.raises(FaseError, match="nog niet vastgesteld") as fout:
        stap(opstelling.toolkit, CODE, JAAR, reden="Er is haast.")

    assert fout.value.advies.endswith(f"{CODE} {JAAR} vaststelling")


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda s: s.__name__)
def test_a_step_that_another_process_is_doing_is_refused(stap: Stap) -> None:
    opstelling = klaar_voor(stap)
    ervoor = opstelling.stand()

    with opstelling.store.lease(CODE, JAAR, "fase"), pytest.raises(StapBezet):
        stap(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand() == ervoor
