"""The next year begins with what this one left, and nothing is typed twice."""

from dataclasses import replace
from pathlib import Path

import pendulum
import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.fase import Fase
from cycle.domain.nieuwjaar import propose_jaar
from cycle.domain.samenwerking import HOOFDPLEK
from cycle.library import MapBibliotheek
from cycle.services.compose_concept import compose_concept
from cycle.services.roll_over import roll_over
from tests.cycle.library.builders import ROOT, write_content
from tests.cycle.services.builders import CODE, JAAR, een_dorp, een_opstelling, in_fase


def test_open_points_go_along_on_the_id_of_their_afspraak() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    compose_concept(opstelling.toolkit, CODE, JAAR, reden="Alvast.")

    vervolg = roll_over(opstelling.toolkit, CODE, JAAR + 1)

    assert vervolg.uitkomst.gedaan
    assert {punt.partij for punt in vervolg.restpunten} == {"domesta"}
    assert {punt.afspraak for punt in vervolg.restpunten} == {
        "afspraak-1",
        "afspraak-2",
        "afspraak-3",
    }


def test_the_days_of_the_year_are_proposed_once() -> None:
    opstelling = in_fase(Fase.UITVOERING)

    eerste = roll_over(opstelling.toolkit, CODE, JAAR + 1)
    tweede = roll_over(opstelling.toolkit, CODE, JAAR + 1)

    assert (eerste.bestand, tweede.bestand) == ("content/dorp/samenwerking.toml", "")
    assert not tweede.uitkomst.gedaan
    jaar = opstelling.bibliotheek.load(CODE).jaar(JAAR + 1)
    assert [b.datum for b in jaar.bijeenkomsten] == [pendulum.date(2026, 9, 11)]
    assert jaar.vergaderdata == {("domesta", "rvc"): pendulum.date(2026, 11, 24)}
    assert jaar.prioriteiten == ()


def test_a_first_year_has_nothing_to_take_along() -> None:
    opstelling = een_opstelling(replace(een_dorp(), jaren={}))

    vervolg = roll_over(opstelling.toolkit, CODE, JAAR)

    assert (vervolg.bestand, vervolg.restpunten, vervolg.heropend) == ("", (), ())


def test_a_year_outside_the_agreement_does_not_begin() -> None:
    opstelling = een_opstelling()

    with pytest.raises(InvoerError, match="valt daarbuiten"):
        roll_over(opstelling.toolkit, CODE, 2028)


def test_a_day_off_moves_the_proposal_forward_in_the_week() -> None:
    def is_werkdag(dag: pendulum.Date) -> bool:
        return dag != pendulum.date(2026, 9, 11)

    voorstel = propose_jaar(een_dorp(), JAAR + 1, is_werkdag)

    assert voorstel is not None
    assert voorstel.bijeenkomsten[0].datum == pendulum.date(2026, 9, 10)


def test_a_year_in_the_agenda_moves_along_and_a_period_stays() -> None:
    kickoff = replace(
        een_dorp().jaar(JAAR).bijeenkomsten[0],
        agenda=(
            f"Resultaten van {JAAR - 1}",
            f"Wat vraagt {JAAR} van ons?",
            f"Vooruitblik op {JAAR + 1}",
            f"Prestatieafspraken {JAAR - 1}-{JAAR + 3}",
            "Woonvisie 2035, kamer 12026",
        ),
    )
    dorp = een_dorp()
    jaar = replace(dorp.jaar(JAAR), bijeenkomsten=(kickoff,))

    voorstel = propose_jaar(replace(dorp, jaren={JAAR: jaar}), JAAR + 1, lambda _: True)

    assert voorstel is not None
    assert voorstel.bijeenkomsten[0].agenda == (
        f"Resultaten van {JAAR}",
        f"Wat vraagt {JAAR + 1} van ons?",
        f"Vooruitblik op {JAAR + 2}",
        f"Prestatieafspraken {JAAR - 1}-{JAAR + 3}",
        "Woonvisie 2035, kamer 12026",
    )


def test_the_proposal_is_written_as_content_that_reads_back(tmp_path: Path) -> None:
    write_content(tmp_path)
    bibliotheek = MapBibliotheek(tmp_path, ROOT / "templates" / "samenwerking")
    voor = bibliotheek.load("dorp")
    voorstel = propose_jaar(voor, 2025, lambda _: True)
    assert voorstel is not None

    pad = bibliotheek.add_jaar("dorp", voorstel)

    na = bibliotheek.load("dorp")
    assert na.jaar(2025).vergaderdata == voorstel.vergaderdata
    assert [replace(b, plek=HOOFDPLEK) for b in na.jaar(2025).bijeenkomsten] == [
        replace(b, plek=HOOFDPLEK) for b in voorstel.bijeenkomsten
    ]
    assert na.jaar(2024) == voor.jaar(2024)
    assert [a.id for a in na.afspraken] == [a.id for a in voor.afspraken]
    assert "Controleer elke dag en elke agenda." in pad.read_text("utf-8")
