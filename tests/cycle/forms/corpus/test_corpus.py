"""Every form in the corpus is read right, or explained on the exact cell."""

import io
from functools import cache

import pytest
from openpyxl import load_workbook

from cycle.services.ports import Afzender
from tests.cycle.forms.corpus.alles import gevallen
from tests.cycle.forms.corpus.formulieren import (
    CORPORATIE,
    GEMEENTE,
    HUURDERS,
    JAAR,
    een_blanco,
)
from tests.cycle.forms.corpus.geval import ERNST, Geval
from tests.cycle.forms.corpus.lezer import read
from tests.cycle.forms.corpus.oordeel import Oordeel, judge

_BOEKEN = frozenset({"B006", "B014", "B015"})
"""Codes of hostile files and of forms that came before: they have their own tests."""


@cache
def _oordelen() -> tuple[Oordeel, ...]:
    """Return the whole corpus, read and judged once."""
    blanco = een_blanco()
    return tuple(read_geval(geval, CORPORATIE) for geval in gevallen(blanco))


def read_geval(geval: Geval, partij: str) -> Oordeel:
    """Return what came of reading one case."""
    afzender = Afzender(**geval.verwacht) if geval.verwacht else None
    return judge(geval, read(geval.maak(), geval.bestand, afzender), partij)


def _show(oordelen: list[Oordeel]) -> str:
    return "\n".join(map(str, oordelen))


def test_nothing_is_wrong_or_lost_without_a_word() -> None:
    stil = [(o.geval, regel) for o in _oordelen() for regel in o.stil]

    assert stil == []


def test_almost_every_case_is_entirely_right() -> None:
    mis = [o for o in _oordelen() if not o.is_goed]

    assert len(mis) <= 0.05 * len(_oordelen()), _show(mis)


def test_almost_every_value_is_right() -> None:
    mis = [o for o in _oordelen() if o.waarden_fout]
    aantal = sum(o.waarden for o in _oordelen())
    getypt = sum(min(o.waarden, 1) for o in _oordelen())

    assert sum(len(o.waarden_fout) for o in mis) <= 0.01 * aantal, _show(mis)
    # a case has one odd cell among many clean ones: those must not hide it
    assert len(mis) <= 0.01 * getypt, _show(mis)


def test_findings_stand_on_the_exact_cell() -> None:
    mis = [o for o in _oordelen() if o.bevindingen_fout]

    assert len(mis) <= 0.01 * len(_oordelen()), _show(mis)


def test_the_corpus_holds_every_code_of_the_catalogue() -> None:
    genoemd = {c for g in gevallen(een_blanco()) for m in g.meldingen for c in m.codes}

    assert {c for codes in ERNST.values() for c in codes} - _BOEKEN == genoemd - _BOEKEN


@pytest.mark.parametrize("partij", [CORPORATIE, GEMEENTE, HUURDERS])
def test_a_clean_form_is_read_in_full_without_any_finding(partij: str) -> None:
    blanco = een_blanco(partij)

    uitslag = read(blanco.gevuld, f"bieding-{JAAR}-{partij}.xlsx")

    assert uitslag.bevindingen == ()
    assert (uitslag.uitkomst, uitslag.partij, uitslag.cyclus) == ("ok", partij, JAAR)
    assert uitslag.waarden.keys() == blanco.schoon.keys()


def test_every_value_names_the_cell_it_came_from() -> None:
    blanco = een_blanco()
    boek = load_workbook(io.BytesIO(blanco.gevuld))

    uitslag = read(blanco.gevuld, "bieding.xlsx")

    for sleutel, plek in uitslag.plekken.items():
        blad, _, adres = plek.partition("!")
        assert plek == blanco.kaart.plek(sleutel)
        assert boek[blad][adres].value == blanco.antwoorden[sleutel]


def test_other_rows_are_read_the_same_way() -> None:
    steekproef = list(gevallen(een_blanco(seed=1)))[1::17]

    mis = [o for o in (read_geval(g, CORPORATIE) for g in steekproef) if not o.is_goed]

    assert len(mis) <= 0.05 * len(steekproef), _show(mis)
