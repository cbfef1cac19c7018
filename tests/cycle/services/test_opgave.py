"""The state of the figures at this moment, and the sums over samenwerkingen."""

from dataclasses import replace

import pytest

from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.fase import Fase, FaseOvergang
from cycle.services.cyclus import require_cyclus
from cycle.services.receive_bieding import receive_bieding
from cycle.services.show_opgave import show_opgave
from cycle.services.start_cyclus import start_cyclus
from cycle.services.sum_jaarschijven import sum_jaarschijven
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_dorp,
    een_opstelling,
    een_werkmap,
    in_fase,
)
from tests.fakes import Opstelling


def test_figures_are_there_before_the_cyclus_is_started() -> None:
    stand = show_opgave(een_opstelling().toolkit, CODE, JAAR)

    assert stand.ingediend == ()
    assert {r.partij for r in stand.jaarschijf.regels} >= {"domesta", "samen"}
    assert {b.code for b in stand.bevindingen} == {"K501"}


def test_biedingen_count_as_soon_as_they_are_in() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))

    stand = show_opgave(opstelling.toolkit, CODE, JAAR)

    [regel] = [
        r for r in stand.jaarschijf.regels if (r.indicator, r.partij) == ("NETTO", "domesta")
    ]
    assert (regel.bod, stand.ingediend) == (50, ("domesta",))
    assert {b.code for b in stand.bevindingen} == {"K501", "K502"}


def test_unknown_samenwerking_is_refused() -> None:
    with pytest.raises(NietGevonden):
        show_opgave(een_opstelling().toolkit, "elders", JAAR)


def twee_dorpen(gemeente: str) -> Opstelling:
    """Return Dorp and Stad, both with the bieding of Domesta; Stad is about `gemeente`."""
    opstelling = een_opstelling(een_dorp(), replace(een_dorp(), code="stad", gemeente=gemeente))
    for code in (CODE, "stad"):
        start_cyclus(opstelling.toolkit, code, JAAR, voorbeeld=True)
        with opstelling.store.transaction() as tx:
            overgang = FaseOvergang(Fase.BIEDINGEN, opstelling.klok.dag)
            tx.move(require_cyclus(tx, code, JAAR), overgang)
        inhoud = een_werkmap(samenwerking=code)
        receive_bieding(opstelling.toolkit, code, JAAR, inhoud, "domesta.xlsx")
    return opstelling


def test_samenwerkingen_with_biedingen_are_added_up() -> None:
    uit = sum_jaarschijven(twee_dorpen("Stad").toolkit, JAAR)

    [netto] = [r for r in uit.indelingen["landelijk"] if r.indicator == "NETTO"]
    assert (netto.gemeenten, netto.bod, netto.doel) == (("Dorp", "Stad"), 100, 640)


def test_two_samenwerkingen_about_one_gemeente_are_refused_because_all_would_count_twice() -> None:
    with pytest.raises(InvoerError, match="Meer samenwerkingen gaan over Dorp"):
        sum_jaarschijven(twee_dorpen("Dorp").toolkit, JAAR)


def test_year_without_biedingen_and_unknown_indeling_are_refused() -> None:
    toolkit = een_opstelling().toolkit

    with pytest.raises(NietGevonden, match="nog geen biedingen"):
        sum_jaarschijven(toolkit, JAAR)
    with pytest.raises(NietGevonden, match="bestaat niet"):
        sum_jaarschijven(toolkit, JAAR, indeling="provincie")
