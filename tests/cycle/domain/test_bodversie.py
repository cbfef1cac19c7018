"""A new version of a bieding beside the one before it: what stays, and what went away."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.domain.bieding import Bieding, ExtraVoorstel, Voorraadstand
from cycle.domain.bodversie import DELEN, has_antwoord, keep_tabellen, list_verdwenen
from cycle.domain.wederkerigheid import Bereidheid, Verzoek, Verzoekantwoord
from tests.builders import een_antwoord, een_cel

PLEK = een_cel("C7")
LEEG = Bieding("1", "dorp", 2024, "domesta", ())
VERZOEK = Verzoek(
    "V-1", "domesta", "gemeente", 1, "Grond", "", None, is_voorwaarde=False, plek=PLEK
)
OPEN = Verzoekantwoord("V-2", Bereidheid.OPEN, "", PLEK)
VOL = replace(
    LEEG,
    regels=(een_antwoord("A01-NETTO", "50"),),
    extra=(ExtraVoorstel("domesta", "Buurttuin", "", "", PLEK),),
    voorraad=(Voorraadstand("VRD_DAEB", Decimal(900), PLEK),),
    verzoeken=(VERZOEK,),
    antwoorden=(replace(OPEN, bereidheid=Bereidheid.JA),),
)
ONGEVULD = replace(een_antwoord("A01-NETTO"), deelname=None, plekken={}, ruw={})


@pytest.mark.parametrize("deel", DELEN.values())
def test_an_answer_in_any_table_counts(deel: str) -> None:
    assert has_antwoord(replace(LEEG, **{deel: getattr(VOL, deel)}))


def test_open_questions_are_no_answer() -> None:
    assert not has_antwoord(replace(LEEG, regels=(ONGEVULD,), antwoorden=(OPEN,)))


def test_tables_that_the_file_does_not_have_keep_what_was_said() -> None:
    nu = replace(LEEG, regels=(een_antwoord("A01-NETTO", "60"),))

    geheel, bewaard = keep_tabellen(nu, VOL, {"bieding", "extra"})

    assert bewaard == ("voorraad", "wederkerigheid", "gevraagd")
    assert geheel == replace(VOL, regels=nu.regels, extra=())


def test_rows_that_became_empty_are_named() -> None:
    nu = replace(LEEG, regels=(ONGEVULD,), antwoorden=(OPEN,))

    verdwenen = list_verdwenen(nu, VOL)

    assert verdwenen == (
        "A01-NETTO", "V-VRD_DAEB", "V-2", "blad Wederkerigheid", "blad Extra",
    )  # fmt: skip


def test_another_answer_is_not_one_that_disappeared() -> None:
    nu = replace(VOL, regels=(een_antwoord("A01-NETTO", "0"),))

    assert list_verdwenen(nu, VOL) == ()


def test_a_question_that_is_not_asked_any_more_did_not_disappear() -> None:
    nu = replace(VOL, regels=(een_antwoord("A02-SLVK", "1"),), antwoorden=())

    assert list_verdwenen(nu, VOL) == ()
