"""A yes on an earlier version is given again only after reading what changed."""

from dataclasses import replace

import pytest

from cycle.domain.accordering import Besluit, Reikwijdte
from cycle.domain.aftekening import Aftekenstaat
from cycle.domain.errors import BesluitError
from cycle.domain.fase import Fase
from cycle.domain.partij import Orgaan
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.record_besluit import record_besluit
from cycle.services.take_over_besluit import Overname, take_over_besluit
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_besluit,
    geldende_code,
    in_fase,
)
from tests.cycle.services.test_aftekenen import rij
from tests.fakes import Opstelling


def na_een_wijziging(reikwijdte: Reikwijdte = Reikwijdte.GEHEEL) -> tuple[Opstelling, Besluit]:
    """Return a cyclus in which the RvC decided before the text changed by some words."""
    opstelling = in_fase(Fase.ACCORDERING)
    besluit = een_besluit(opstelling, reikwijdte=reikwijdte)
    record_besluit(opstelling.toolkit, CODE, JAAR, besluit)
    dorp = opstelling.bibliotheek.load(CODE)
    thema = dorp.themas[0]
    afspraak = replace(thema.afspraken[0], tekst=f"{thema.afspraken[0].tekst} En snel.")
    themas = (replace(thema, afspraken=(afspraak, *thema.afspraken[1:])), *dorp.themas[1:])
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, themas=themas)
    compose_concept(opstelling.toolkit, CODE, JAAR)
    return opstelling, besluit


def test_the_change_is_shown_and_nothing_is_kept_before_somebody_says_so() -> None:
    opstelling, besluit = na_een_wijziging()
    ervoor = opstelling.stand()

    vraag = take_over_besluit(opstelling.toolkit, CODE, JAAR, Overname("domesta", Orgaan.RVC))

    assert (vraag.versie, vraag.besluit, vraag.uitkomst) == ("0.2", besluit, None)
    assert "En snel" in vraag.verschil.gewijzigd[0].regels[0]
    assert opstelling.stand() == ervoor


def test_taking_over_is_a_new_decision_that_keeps_what_was_shown() -> None:
    opstelling, oud = na_een_wijziging(Reikwijdte.OP_ONDERDELEN)
    overname = Overname("domesta", Orgaan.RVC, opstelling.klok.dag)

    take_over_besluit(opstelling.toolkit, CODE, JAAR, overname)

    with opstelling.store.transaction() as tx:
        eerste, nieuw = tx.besluiten(require_cyclus(tx, CODE, JAAR))
    assert eerste == oud
    assert (nieuw.code, nieuw.overgenomen_van) == (geldende_code(opstelling), oud.code)
    assert (nieuw.reikwijdte, nieuw.uitgezonderd) == (oud.reikwijdte, oud.uitgezonderd)
    assert "En snel" in opstelling.toolkit.bestanden.get(nieuw.bewijs).decode()
    assert rij(opstelling).staat is Aftekenstaat.VOORBEHOUD


def test_a_no_is_never_taken_over() -> None:
    opstelling, _ = na_een_wijziging(Reikwijdte.NIET)

    with pytest.raises(BesluitError, match="geen akkoord"):
        take_over_besluit(opstelling.toolkit, CODE, JAAR, Overname("domesta", Orgaan.RVC))


@pytest.mark.parametrize("orgaan", [Orgaan.BESTUUR, Orgaan.RAAD])
def test_there_is_nothing_to_take_over_from_who_did_not_decide(orgaan: Orgaan) -> None:
    opstelling, _ = na_een_wijziging()

    with pytest.raises(BesluitError, match="geen akkoord") as fout:
        take_over_besluit(opstelling.toolkit, CODE, JAAR, Overname("domesta", orgaan))

    assert "jaarschijf besluit" in fout.value.advies
