"""A form that LibreOffice saved again holds the same answers, and so does an annotated one."""

from collections.abc import Mapping
from functools import cache

import pytest

from tests.cycle.forms.corpus.alles import gevallen
from tests.cycle.forms.corpus.formulieren import (
    CORPORATIE,
    HUURDERS,
    een_blanco,
)
from tests.cycle.forms.corpus.geval import Geval, Waarde
from tests.cycle.forms.corpus.kaart import Sleutel
from tests.cycle.forms.corpus.lezer import Uitslag, read
from tests.cycle.forms.corpus.omzetten import SOFFICE, save_with_libreoffice

SOORTEN = ("xlsx", "ods", "xls")
_ONDERWERPEN = (
    "aantal",
    "benadering",
    "bandbreedte",
    "bedrag",
    "procent",
    "keuze",
    "periode",
    "leeg",
)

kantoor = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def _plain(waarden: Mapping[Sleutel, Waarde]) -> dict[Sleutel, tuple[object, ...]]:
    """Return what counts of each answer: not how another program shows it."""
    return {s: (w.value, w.kwalificatie, w.hoog, w.tot, w.reden) for s, w in waarden.items()}


def _some() -> list[Geval]:
    """Return some cases about what stands in a cell: enough of each kind."""
    per_cel = [g for g in gevallen(een_blanco()) if g.naam.startswith(_ONDERWERPEN)]
    return per_cel[::40]


@cache
def _saved(soort: str) -> dict[str, tuple[Uitslag, Uitslag]]:
    """Return how forms are read before and after LibreOffice saved them."""
    eigen = {p: een_blanco(p).gevuld for p in (CORPORATIE, HUURDERS)}
    eigen |= {g.naam: g.maak() for g in _some()}
    ander = save_with_libreoffice(eigen, soort)
    return {
        naam: (read(inhoud, "bieding.xlsx"), read(ander[naam], f"bieding.{soort}"))
        for naam, inhoud in eigen.items()
    }


@kantoor
@pytest.mark.parametrize("soort", SOORTEN)
def test_libreoffice_changes_no_answer(soort: str) -> None:
    mis = {
        naam: (_plain(voor.waarden).items() ^ _plain(na.waarden).items())
        for naam, (voor, na) in _saved(soort).items()
        if _plain(voor.waarden) != _plain(na.waarden)
    }

    assert mis == {}


@kantoor
@pytest.mark.parametrize("soort", SOORTEN)
def test_libreoffice_adds_no_finding(soort: str) -> None:
    mis = {
        naam: (voor.bevindingen, na.bevindingen)
        for naam, (voor, na) in _saved(soort).items()
        if sorted(voor.bevindingen) != sorted(na.bevindingen)
    }

    assert mis == {}
