"""A copy with every finding on its cell is read the same way as the file it was made of."""

from functools import cache

from cycle.forms import ExcelFormulieren
from cycle.services.ports import Afzender
from tests.cycle.forms.corpus.alles import gevallen
from tests.cycle.forms.corpus.formulieren import een_blanco
from tests.cycle.forms.corpus.geval import Geval
from tests.cycle.forms.corpus.lezer import Uitslag, read

_STAP = 15
"""One in so many of the cases with a finding: enough of each kind."""


def _afzender(geval: Geval) -> Afzender | None:
    return Afzender(**geval.verwacht) if geval.verwacht else None


@cache
def _kopieen() -> dict[str, tuple[Uitslag, Uitslag]]:
    """Return how files with findings are read, and how their annotated copies are."""
    excel = ExcelFormulieren()
    paren = {}
    met_bevinding = [g for g in gevallen(een_blanco()) if g.meldingen and g.waarden is not None]
    for geval in met_bevinding[::_STAP]:
        inhoud, afzender = geval.maak(), _afzender(geval)
        gelezen = excel.read(inhoud, geval.bestand, "inzending-1", afzender)
        kopie = excel.annotate(inhoud, gelezen)
        if kopie is not None:
            voor = read(inhoud, geval.bestand, afzender)
            paren[geval.naam] = (voor, read(kopie, geval.bestand, afzender))
    return paren


def _without_macros(uitslag: Uitslag) -> list[tuple[str, str]]:
    """Return the findings; macros are left out of a copy, and so is what was said of them."""
    return sorted(b for b in uitslag.bevindingen if b[0] != "B007")


def test_a_copy_gives_the_same_findings() -> None:
    mis = {
        naam: (voor.bevindingen, na.bevindingen)
        for naam, (voor, na) in _kopieen().items()
        if _without_macros(voor) != _without_macros(na)
    }

    assert mis == {}


def test_a_copy_holds_the_same_answers_in_the_same_cells() -> None:
    mis = [
        naam
        for naam, (voor, na) in _kopieen().items()
        if voor.waarden != na.waarden or voor.plekken != na.plekken
    ]

    assert mis == []


def test_nearly_every_workbook_can_be_marked() -> None:
    assert len(_kopieen()) > 12
