"""The table of the year: complete, in order, and every step called in the same way."""

import inspect

import pytest

from cycle.domain.errors import NietGevonden, StapBezet
from cycle.domain.fase import VOLGORDE, Fase
from cycle.services.cyclus import Uitkomst
from tests.cycle.services.builders import CODE, JAAR, TERMIJNEN, in_fase
from tests.workflows.spel import Teller, Uitval, volg
from workflows.stages import (
    STAPPEN,
    Stap,
    Werk,
    find_stap,
    finish_stap,
    run_stap,
    stappen_aan_de_beurt,
)

WERK = [werk for stap in STAPPEN for werk in stap.werk]


def test_every_fase_but_the_first_is_reached_by_one_step_and_in_order() -> None:
    bereikt = [stap.fase for stap in STAPPEN if not stap.tussendoor]

    assert bereikt == list(VOLGORDE[1:])


def test_every_code_is_its_own_and_leads_to_its_step() -> None:
    assert len({stap.code for stap in STAPPEN}) == len(STAPPEN)
    assert [find_stap(stap.code) for stap in STAPPEN] == list(STAPPEN)


def test_an_unknown_step_lists_the_known_ones() -> None:
    with pytest.raises(NietGevonden, match="'vakantie' bestaat niet") as fout:
        find_stap("vakantie")

    assert all(stap.code in fout.value.advies for stap in STAPPEN)


@pytest.mark.parametrize("werk", WERK, ids=lambda werk: werk.__name__)
def test_every_use_case_of_a_step_is_called_in_the_same_way(werk: Werk) -> None:
    vorm = inspect.signature(werk)

    assert list(vorm.parameters) == ["toolkit", "samenwerking", "jaar", "reden"]
    assert vorm.parameters["reden"].kind is inspect.Parameter.KEYWORD_ONLY
    assert vorm.parameters["reden"].default == ""
    assert vorm.return_annotation is Uitkomst


def test_every_step_has_a_deadline_that_the_rules_know() -> None:
    assert {stap.termijn for stap in STAPPEN} <= {regel.code for regel in TERMIJNEN}


def test_the_shipped_rules_know_every_deadline_too() -> None:
    from tests.builders import echte_bibliotheek

    for profiel in echte_bibliotheek().regelprofielen():
        assert {stap.termijn for stap in STAPPEN} <= {regel.code for regel in profiel.regels}


@pytest.mark.parametrize("fase", Fase)
def test_the_turn_is_of_the_next_step_and_of_what_happens_inside_the_fase(fase: Fase) -> None:
    codes = [stap.code for stap in stappen_aan_de_beurt(fase)]

    verwacht = {
        Fase.OVERLEG: ["accordering"],
        Fase.UITVOERING: [
            "toets_april",
            "tripartiet_april",
            "toets_september",
            "tripartiet_september",
            "afronding",
        ],
        Fase.AFGEROND: [],
    }
    assert codes == verwacht.get(fase, codes[:1])
    assert codes or fase is Fase.AFGEROND


def test_a_step_tells_what_each_use_case_did_as_soon_as_it_is_done() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    gehoord: list[str] = []

    uitkomsten = run_stap(
        opstelling.toolkit,
        find_stap("concept"),
        CODE,
        JAAR,
        meld=lambda u: gehoord.append(u.melding),
    )

    assert [u.melding for u in uitkomsten] == gehoord
    assert [m.split(" (")[0] for m in gehoord] == [
        "Concept 0.1 is gemaakt",
        "Concept 0.1 is gedeeld met 3 partijen.",
    ]


def test_a_step_ends_with_sent_mail_and_a_new_status_page() -> None:
    opstelling = in_fase(Fase.KICKOFF)

    run_stap(opstelling.toolkit, find_stap("uitvraag"), CODE, JAAR)

    assert len(opstelling.postkamer.bezorgd) == 3
    assert (
        b'"fase": "biedingen"'
        in opstelling.uitgifte.bestanden[f"{CODE}-{JAAR}/stand-van-zaken.html"]
    )


def test_the_tail_of_a_step_can_be_done_again_after_any_stop() -> None:
    heel = in_fase(Fase.KICKOFF)
    run_stap(heel.toolkit, find_stap("uitvraag"), CODE, JAAR)
    half = in_fase(Fase.KICKOFF)
    with pytest.raises(Uitval):
        run_stap(volg(half.toolkit, Teller(60)), find_stap("uitvraag"), CODE, JAAR)

    run_stap(half.toolkit, find_stap("uitvraag"), CODE, JAAR)
    finish_stap(half.toolkit, CODE, JAAR)

    assert half.stand() == heel.stand()


@pytest.mark.parametrize("stap", STAPPEN, ids=lambda stap: stap.code)
def test_only_the_start_of_the_execution_runs_by_itself(stap: Stap) -> None:
    assert stap.vanzelf is (stap.code == "uitvoering")


def test_a_step_that_another_takes_right_now_is_refused_and_does_nothing() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    voor = opstelling.stand()["dossiers"]

    with opstelling.store.lease(CODE, JAAR, "kickoff"), pytest.raises(StapBezet, match="kickoff"):
        run_stap(opstelling.toolkit, find_stap("kickoff"), CODE, JAAR)

    assert opstelling.stand()["dossiers"] == voor
    assert run_stap(opstelling.toolkit, find_stap("kickoff"), CODE, JAAR)[0].gedaan
