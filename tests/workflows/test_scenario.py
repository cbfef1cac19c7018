"""The played year: in order of date, every step in it, and repeatable from any point."""

import json
from dataclasses import replace

import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.fase import VOLGORDE, Fase
from cycle.domain.voorbeeld import VoorbeeldStem
from cycle.services.cyclus import require_cyclus
from tests.cycle.services.builders import BESLUITEN, CODE, JAAR, PARTIJCODES, een_opstelling
from tests.workflows.spel import speel
from workflows.gebeurtenis import Gebeurtenis
from workflows.scenario import build_scenario
from workflows.stages import STAPPEN


@pytest.fixture(scope="module")
def scenario() -> tuple[Gebeurtenis, ...]:
    return build_scenario(een_opstelling().toolkit, CODE, JAAR)


def test_events_stand_in_order_of_date(scenario: tuple[Gebeurtenis, ...]) -> None:
    dagen = [g.dag for g in scenario]

    assert dagen == sorted(dagen)


def test_every_step_that_does_not_run_by_itself_is_played_in_order(
    scenario: tuple[Gebeurtenis, ...],
) -> None:
    gezet = [g.stap for g in scenario if g.stap not in ("", "dagelijks")]

    assert list(dict.fromkeys(gezet)) == [stap.code for stap in STAPPEN if not stap.vanzelf]
    assert [stap for stap in dict.fromkeys(gezet) if gezet.count(stap) > 1] == ["concept"]


def test_drafts_come_back_are_decided_on_and_give_a_second_draft(
    scenario: tuple[Gebeurtenis, ...],
) -> None:
    opstelling = een_opstelling()

    for gebeurtenis in scenario:
        speel(opstelling, gebeurtenis)

    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert [(r.partij, r.versie) for r in tx.reacties(cyclus)] == [
            ("domesta", "0.1"),
            ("huurders", "0.1"),
        ]
        assert [b.keuze for b in tx.reactiebesluiten(cyclus)] == ["overnemen", "afwijzen"]
        assert [c.versie for c in tx.concepten(cyclus)] == ["0.1", "0.2", "1.0"]
    assert f"{CODE}-{JAAR}/reacties/reactie-{JAAR}-domesta.docx" in opstelling.uitgifte.bestanden


def test_every_event_has_words_and_either_a_step_or_an_action(
    scenario: tuple[Gebeurtenis, ...],
) -> None:
    assert all(g.tekst and bool(g.stap) != bool(g.actie) for g in scenario)


def test_the_whole_year_is_played_with_every_form_decision_and_signature(
    scenario: tuple[Gebeurtenis, ...],
) -> None:
    opstelling = een_opstelling()

    for gebeurtenis in scenario:
        speel(opstelling, gebeurtenis)

    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert cyclus.voorbeeld
        assert [o.fase for o in tx.overgangen(cyclus)] == list(VOLGORDE)
        assert [i.versie for i in tx.inzendingen(cyclus)] == [1] * len(PARTIJCODES)
        assert len(tx.besluiten(cyclus)) == len(BESLUITEN)
        assert {h.reikwijdte for h in tx.handtekeningen(cyclus)} == {"geheel", "op onderdelen"}
        assert tx.berichten(cyclus, verzonden=False) == ()
    assert cyclus.fase is Fase.AFGEROND


def test_the_late_partij_is_reminded_and_the_others_are_not_told_they_are_late(
    scenario: tuple[Gebeurtenis, ...],
) -> None:
    opstelling = een_opstelling()

    for gebeurtenis in scenario:
        speel(opstelling, gebeurtenis)

    (dossier,) = opstelling.store.dossiers.values()
    te_laat = [s for s in dossier.herinneringen if s.endswith("/te-laat")]
    assert te_laat == [f"{CODE}/{JAAR}/bieding/{PARTIJCODES[-1]}/te-laat"]


def test_a_year_without_an_example_cannot_be_played() -> None:
    with pytest.raises(NietGevonden, match=f"geen voorbeeld van {JAAR + 1}"):
        build_scenario(een_opstelling().toolkit, CODE, JAAR + 1)


def test_partijen_are_invited_and_vote_when_the_example_has_votes() -> None:
    opstelling = een_opstelling()
    voorbeelden = opstelling.bibliotheek.voorbeelden
    stemmen = tuple(VoorbeeldStem(partij, ("bouwen", "afspraak-2")) for partij in PARTIJCODES)
    voorbeelden[CODE, JAAR] = replace(voorbeelden[CODE, JAAR], stemmen=stemmen)
    scenario = build_scenario(opstelling.toolkit, CODE, JAAR)
    tot_en_met = [g.stap for g in scenario].index("kickoff")

    for gebeurtenis in [*scenario[: tot_en_met + 1], *scenario[: tot_en_met + 1]]:
        speel(opstelling, gebeurtenis)

    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert [plan.sleutel for plan in tx.uitnodigingen(cyclus)] == ["kickoff-1"]
        assert [stem.partij for stem in tx.stemmen(cyclus)] == list(PARTIJCODES)
    agenda = opstelling.uitgifte.bestanden[f"{CODE}-{JAAR}/startbijeenkomst/agenda-{JAAR}.docx"]
    assert json.loads(agenda)["stemmen"][0]["punten"] == "9"
