"""Signatures: on the adopted version only, by the functions that sign for a partij."""

from dataclasses import replace

import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase
from cycle.services.cyclus import require_cyclus
from cycle.services.open_ondertekening import open_ondertekening
from cycle.services.record_handtekening import record_handtekening
from cycle.services.register_verzending import register_verzending
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_handtekening,
    geldende_code,
    in_fase,
)


def test_every_partij_is_invited_with_the_code_and_the_day() -> None:
    opstelling = in_fase(Fase.VASTGESTELD)

    open_ondertekening(opstelling.toolkit, CODE, JAAR)

    with opstelling.store.transaction() as tx:
        berichten = tx.berichten(require_cyclus(tx, CODE, JAAR))
    assert [b.sleutel for b in berichten] == [f"ondertekening/{p}" for p in PARTIJCODES]
    assert f"code: {geldende_code(opstelling)}" in berichten[0].tekst
    assert "uiterlijk: vrijdag 12 december 2025" in berichten[0].tekst


@pytest.mark.parametrize("reikwijdte", Reikwijdte)
def test_a_signature_or_refusal_is_kept_once(reikwijdte: Reikwijdte) -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    tekens = een_handtekening(opstelling, reikwijdte=reikwijdte)

    eerste = record_handtekening(opstelling.toolkit, CODE, JAAR, tekens)
    tweede = record_handtekening(opstelling.toolkit, CODE, JAAR, tekens)

    assert (eerste.gedaan, tweede.gedaan) == (True, False)
    with opstelling.store.transaction() as tx:
        assert tx.handtekeningen(require_cyclus(tx, CODE, JAAR)) == (tekens,)


def test_a_signature_after_a_refusal_after_a_signature_counts() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    getekend = een_handtekening(opstelling)
    niet = een_handtekening(opstelling, reikwijdte=Reikwijdte.NIET)

    for tekens in (getekend, niet, getekend):
        assert record_handtekening(opstelling.toolkit, CODE, JAAR, tekens).gedaan


def test_a_signature_that_does_not_count_is_refused_with_what_to_do() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    goed = een_handtekening(opstelling, reikwijdte=Reikwijdte.NIET)
    ervoor = opstelling.stand()

    for tekens, melding in (
        (replace(goed, functie="portier"), "'portier' tekent niet voor Domesta"),
        (replace(goed, code="0000-0000-0000"), "maar de geldende versie is"),
        (replace(goed, reden="  "), "hoort een reden"),
    ):
        with pytest.raises(BesluitError, match=melding) as fout:
            record_handtekening(opstelling.toolkit, CODE, JAAR, tekens)
        assert fout.value.advies

    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("fase", [Fase.VASTGESTELD, Fase.VERZONDEN])
def test_a_signature_outside_the_ondertekening_is_refused(fase: Fase) -> None:
    opstelling = in_fase(fase)

    with pytest.raises(FaseError, match=f"in de fase '{fase}'") as fout:
        record_handtekening(opstelling.toolkit, CODE, JAAR, een_handtekening(opstelling))

    assert f"cyclus fase {CODE} {JAAR} ondertekening" in fout.value.advies


def test_missing_signatures_are_named_before_the_delivery() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    record_handtekening(opstelling.toolkit, CODE, JAAR, een_handtekening(opstelling))

    with pytest.raises(FaseError, match=r"\(wethouder\) en Huurders Dorp \(voorzitter\)") as fout:
        register_verzending(opstelling.toolkit, CODE, JAAR)

    assert "--reden" in fout.value.advies


def test_the_delivery_names_everybody_whom_the_law_names() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)

    register_verzending(opstelling.toolkit, CODE, JAAR, reden="Domesta tekent later.")

    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        aan = [tekst for soort, _, tekst in tx.feiten(cyclus) if soort == "verzending"]
        post = [b.sleutel for b in tx.berichten(cyclus)]
    assert aan == ["de minister", "het college van Dorp", "Huurders Dorp"]
    assert post == [f"verzonden/{p}" for p in PARTIJCODES]


def test_a_refusal_is_called_a_refusal() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    weigering = een_handtekening(opstelling, "huurders", "voorzitter", Reikwijdte.NIET)

    uitkomst = record_handtekening(opstelling.toolkit, CODE, JAAR, weigering)

    assert uitkomst.melding == "Vastgelegd: Huurders Dorp (voorzitter) tekent niet."
