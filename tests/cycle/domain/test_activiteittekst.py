"""How an offer reads: what was written around the number stays with it."""

from decimal import Decimal

import pytest

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.activiteittekst import activiteit_tekst, bod_tekst, is_genuanceerd
from cycle.domain.afspraakweergave import Namen, build_afspraak
from cycle.domain.bieding import Nuance
from tests.builders import (
    JAAR,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_doel,
    een_indicator,
    een_samenwerking,
)


@pytest.mark.parametrize(
    ("nuance", "tekst"),
    [
        (Nuance("circa"), "circa 700 woningen"),
        (Nuance(hoog=Decimal(800)), "700 tot 800 woningen"),
        (Nuance(), "700 woningen"),
    ],
)
def test_words_around_the_number_are_kept(nuance: Nuance, tekst: str) -> None:
    antwoord = een_antwoord(bod="700", nuances={"bod": nuance})
    indicator = een_indicator(naam="Nieuw")

    assert bod_tekst(antwoord, indicator) == tekst
    assert activiteit_tekst(antwoord, indicator) == f"Nieuw: {tekst}"
    assert is_genuanceerd(antwoord) is (nuance != Nuance())


@pytest.mark.parametrize(
    ("bod", "nuance", "tekst"),
    [
        ("-2", Nuance("circa"), "circa 2 woningen minder"),
        ("-5", Nuance(hoog=Decimal(-2)), "2 tot 5 woningen minder"),
        ("-2", Nuance(hoog=Decimal(3)), "-2 tot 3 woningen"),
        ("-2", Nuance("hoogstens"), "hoogstens -2 woningen"),
        ("-2", Nuance(), "-2 woningen"),
    ],
)
def test_about_less_than_nothing_reads_as_less(bod: str, nuance: Nuance, tekst: str) -> None:
    antwoord = een_antwoord(bod=bod, nuances={"bod": nuance})

    assert bod_tekst(antwoord, een_indicator()) == tekst


@pytest.mark.parametrize(
    ("nuance", "kort"),
    [
        (Nuance("circa"), "circa 60"),
        (Nuance(hoog=Decimal(80)), "60 tot 80"),
        (Nuance(), ""),
    ],
)
def test_figure_line_keeps_the_words_around_its_number(nuance: Nuance, kort: str) -> None:
    afspraak = een_afspraak(1, een_doel(van=JAAR))
    antwoord = een_antwoord(bod="60", nuances={"bod": nuance})

    jaarschijf = merge_jaarschijf(een_samenwerking(afspraak), JAAR, [een_bieding(antwoord)])

    assert [(regel.bod, regel.bod_tekst) for regel in jaarschijf.regels] == [(60, kort)]


def test_action_and_figure_in_the_document_say_circa_while_the_sum_uses_the_number() -> None:
    afspraak = een_afspraak(1, een_doel(van=JAAR))
    inhoud = een_samenwerking(afspraak)
    antwoord = een_antwoord(bod="700", nuances={"bod": Nuance("circa")}, toelichting="Wij bouwen.")

    jaarschijf = merge_jaarschijf(inhoud, JAAR, [een_bieding(antwoord)])

    view = build_afspraak(afspraak, jaarschijf, Namen(inhoud))
    assert (view.acties[0].bod, view.cijfers[0].bod) == ("circa 700 woningen", "circa 700")
