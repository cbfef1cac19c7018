"""A partij that went into another: its reports and offers count there, once."""

from dataclasses import replace
from decimal import Decimal

import pendulum
import pytest

from cycle.analysis.gaten import list_losse_doelen
from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import SAMEN, Doelwaarde, Rol
from cycle.domain.afspraakweergave import Namen
from cycle.domain.jaarschijf import JaarschijfRegel
from cycle.domain.opvolging import is_kring, opvolger_in
from cycle.domain.partij import Partij
from cycle.domain.realisatie import gemeld, realisatie_tot
from cycle.domain.samenwerking import Realisatie, Samenwerking
from tests.builders import (
    JAAR,
    PARTIJEN,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_cel,
    een_doel,
    een_realisatie,
    een_samenwerking,
)

TWEE = {"domesta": Rol.UITVOERDER, "woonservice": Rol.UITVOERDER}


def partijen_met(jaar: int, maand: int = 1) -> tuple[Partij, ...]:
    """Return Dorp in which Woonservice went into Domesta on the first of a month."""
    op = pendulum.date(jaar, maand, 1)
    return tuple(
        replace(p, opvolger="domesta", opgevolgd_op=op) if p.code == "woonservice" else p
        for p in PARTIJEN
    )


def dorp(
    *doelen: Doelwaarde, per: int = JAAR, realisaties: tuple[Realisatie, ...] = ()
) -> Samenwerking:
    """Return Dorp with one afspraak of both corporaties."""
    afspraak = een_afspraak(1, *doelen, inzet=TWEE)
    return een_samenwerking(afspraak, partijen=partijen_met(per), realisaties=realisaties)


def regels(inhoud: Samenwerking) -> dict[str, JaarschijfRegel]:
    """Return the lines by partij when both corporaties hand in a bieding."""
    biedingen = []
    for partij, bod in (("domesta", "30"), ("woonservice", "9")):
        cel = {"bod": een_cel("F7", f"i-{partij}")}
        antwoord = replace(een_antwoord("A01-NB_DAEB", bod), plekken=cel)
        biedingen.append(een_bieding(antwoord, partij=partij, inzending=f"i-{partij}"))
    return {r.partij: r for r in merge_jaarschijf(inhoud, JAAR, biedingen).regels}


@pytest.mark.parametrize(
    ("maand", "jaar", "wie"),
    [(1, JAAR, "domesta"), (1, JAAR - 1, "woonservice"), (7, JAAR, "woonservice")],
)
def test_opvolging_counts_from_the_first_jaarschijf_that_begins_with_it(
    maand: int, jaar: int, wie: str
) -> None:
    assert opvolger_in(partijen_met(JAAR, maand), "woonservice", jaar) == wie


def test_a_circle_of_successors_is_seen() -> None:
    kring = (
        replace(PARTIJEN[1], opvolger="woonservice"),
        replace(PARTIJEN[2], opvolger="domesta"),
    )

    assert is_kring(kring, "domesta")
    assert not is_kring(partijen_met(JAAR), "woonservice")


def test_two_biedingen_of_one_partij_are_one_line_with_both_cells() -> None:
    gedeeld = een_doel(partij=SAMEN, van=JAAR)

    uit = regels(dorp(gedeeld))

    assert set(uit) == {"domesta", SAMEN}
    assert (uit["domesta"].bod, uit[SAMEN].bod) == (39, 39)
    assert {p.inzending for p in uit["domesta"].herkomst["bod"]} == {"i-domesta", "i-woonservice"}


def test_doelen_for_one_period_are_added_and_keep_both_places() -> None:
    fasering = {JAAR: Decimal(20)}
    eigen = een_doel(van=JAAR, fasering=fasering)

    uit = regels(dorp(eigen, replace(eigen, partij="woonservice", waarde=Decimal(50))))

    assert (uit["domesta"].doel, uit["domesta"].nodig) == (150, 40)
    assert len(uit["domesta"].herkomst["doel"]) == 2


def test_doelen_that_do_not_fit_are_named_and_not_added() -> None:
    inhoud = dorp(een_doel(van=JAAR), een_doel(van=2024, partij="woonservice"))

    assert regels(inhoud)["domesta"].doel is None
    [bevinding] = list_losse_doelen(Namen(inhoud), JAAR)
    assert bevinding.code == "K508"


def test_bod_is_complete_only_when_both_have_answered() -> None:
    inhoud = dorp(een_doel(van=JAAR), een_doel(van=JAAR, partij="woonservice"))
    alleen = een_bieding(een_antwoord("A01-NB_DAEB", "30"))

    [regel] = merge_jaarschijf(inhoud, JAAR, [alleen]).regels

    assert (regel.bod, regel.verschil) == (30, None)


def bereikt(*realisaties: Realisatie, per: int = JAAR) -> Decimal | None:
    """Return what Domesta reached since 2024, before 2026."""
    return realisatie_tot(
        dorp(per=per, realisaties=realisaties), een_doel(van=2024), ("domesta",), JAAR
    )


VAN_WOONSERVICE = tuple(een_realisatie("5", jaar, "woonservice") for jaar in (2024, 2025))
VAN_DOMESTA = tuple(een_realisatie("10", jaar) for jaar in (2024, 2025))


def test_what_the_voorganger_reached_counts_for_the_opvolger() -> None:
    assert bereikt(*VAN_DOMESTA, *VAN_WOONSERVICE) == 30
    assert bereikt(*VAN_DOMESTA, VAN_WOONSERVICE[0], per=2025) == 25


def test_a_new_partij_reached_what_its_voorgangers_reached() -> None:
    assert bereikt(*VAN_WOONSERVICE) == 10


def test_a_year_that_one_of_them_did_not_report_is_not_zero() -> None:
    assert bereikt(VAN_DOMESTA[0], *VAN_WOONSERVICE) is None
    assert bereikt(*VAN_DOMESTA, VAN_WOONSERVICE[0]) is None
    assert bereikt(*VAN_DOMESTA, VAN_WOONSERVICE[0], een_realisatie(None, 2025, "woonservice")) is (
        None
    )


def test_every_report_that_counts_can_be_walked_back() -> None:
    inhoud = dorp(realisaties=(*VAN_DOMESTA, *VAN_WOONSERVICE))

    meldingen = gemeld(inhoud, een_doel(van=2024), ("domesta", "woonservice"), JAAR)

    assert len(meldingen) == 4


def test_before_the_day_both_stand_for_themselves() -> None:
    uit = regels(dorp(een_doel(partij=SAMEN, van=JAAR), per=JAAR + 1))

    assert (uit["domesta"].bod, uit["woonservice"].bod) == (30, 9)
