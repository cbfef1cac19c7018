"""Alles: the whole corpus, in the order of the reading policy and the catalogue."""

from collections.abc import Iterator
from typing import Final

from tests.cycle.forms.corpus.antwoorden import keuzes, periodes, teksten
from tests.cycle.forms.corpus.bestanden import csvs, formules, geen_formulier, herkomst, programmas
from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.getallen import bedragen, getallen, procenten, voorraad
from tests.cycle.forms.corpus.geval import Geval
from tests.cycle.forms.corpus.gewoonten import gewoonten
from tests.cycle.forms.corpus.structuur import (
    aantekeningen,
    bladen,
    grijze_cellen,
    kolommen,
    rijen,
    samengevoegd,
    ver_weg,
)

ONDERWERPEN: Final = (
    getallen, bedragen, procenten, voorraad, keuzes, periodes, teksten, bladen, kolommen, rijen,
    samengevoegd, aantekeningen, grijze_cellen, ver_weg, gewoonten, formules, programmas, csvs,
    herkomst, geen_formulier,
)  # fmt: skip


def gevallen(blanco: Blanco) -> Iterator[Geval]:
    """Yield every case for this form."""
    for onderwerp in ONDERWERPEN:
        yield from onderwerp(blanco)
