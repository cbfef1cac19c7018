"""Who may sign on which day, and what is said when somebody may not."""

import pendulum
import pytest

from cycle.domain.errors import BesluitError
from cycle.domain.mandaat import (
    Mandaat,
    Mandaatsoort,
    check_mandaat,
    describe_periode,
    find_plaats,
    geldende_mandaten,
)
from tests.builders import een_partij

DOMESTA = een_partij()
DIRECTEUR = "directeur-bestuurder"
BEGIN, EINDE = pendulum.date(2025, 12, 1), pendulum.date(2025, 12, 31)


def een_mandaat(**anders: object) -> Mandaat:
    velden = {
        "partij": "domesta",
        "functie": DIRECTEUR,
        "soort": Mandaatsoort.EIGENSTANDIG,
        "van": BEGIN,
        "tot_en_met": EINDE,
        "bewijs": "0f" * 32,
        "op": BEGIN,
    }
    return Mandaat(**(velden | anders))


WAARNEMER = een_mandaat(functie="manager wonen", vervangt=DIRECTEUR)


@pytest.mark.parametrize(
    ("dag", "geldt"),
    [
        (BEGIN.subtract(days=1), False),
        (BEGIN, True),
        (EINDE, True),
        (EINDE.add(days=1), False),
    ],
)
def test_a_mandaat_holds_from_its_first_day_to_its_last(dag: pendulum.Date, geldt: bool) -> None:
    assert een_mandaat().geldt_op(dag) is geldt


def test_a_mandaat_without_an_end_holds_on() -> None:
    mandaat = een_mandaat(tot_en_met=None)

    assert mandaat.geldt_op(BEGIN.add(years=30))
    assert describe_periode(mandaat) == "vanaf 1 december 2025"


def test_a_functie_of_the_content_may_sign_while_no_mandaat_is_known() -> None:
    assert find_plaats(DOMESTA, DIRECTEUR, BEGIN, ()) == (DIRECTEUR, None)


def test_the_day_of_signing_decides() -> None:
    mandaat = een_mandaat()

    assert find_plaats(DOMESTA, DIRECTEUR, EINDE, [mandaat]) == (DIRECTEUR, mandaat)
    with pytest.raises(BesluitError, match=r"geldt niet op 1 januari 2026.*tot en met 31") as fout:
        find_plaats(DOMESTA, DIRECTEUR, EINDE.add(days=1), [mandaat])
    assert "dag van tekenen" in fout.value.advies


def test_who_stands_in_fills_the_place_of_the_other() -> None:
    assert find_plaats(DOMESTA, "manager wonen", BEGIN, [WAARNEMER]) == (DIRECTEUR, WAARNEMER)


def test_standing_in_ends_with_its_mandaat() -> None:
    with pytest.raises(BesluitError, match="geldt niet op"):
        find_plaats(DOMESTA, "manager wonen", EINDE.add(days=1), [WAARNEMER])


def test_the_mandaat_of_another_partij_says_nothing() -> None:
    ander = een_mandaat(partij="actium", tot_en_met=BEGIN)

    assert find_plaats(DOMESTA, DIRECTEUR, EINDE, [ander]) == (DIRECTEUR, None)


def test_somebody_without_a_mandaat_is_told_who_signs() -> None:
    with pytest.raises(BesluitError, match="'portier' tekent niet voor Domesta") as fout:
        find_plaats(DOMESTA, "portier", BEGIN, [WAARNEMER])

    assert DIRECTEUR in fout.value.advies
    assert "teken mandaat" in fout.value.advies


def test_a_later_registration_ends_the_earlier_one() -> None:
    open_einde, beeindigd = een_mandaat(tot_en_met=None), een_mandaat(tot_en_met=BEGIN)

    assert geldende_mandaten([open_einde, beeindigd]) == (beeindigd,)
    with pytest.raises(BesluitError, match="geldt niet"):
        find_plaats(DOMESTA, DIRECTEUR, EINDE, [open_einde, beeindigd])


def test_two_periods_of_one_functie_both_hold() -> None:
    later = een_mandaat(van=EINDE.add(months=2), tot_en_met=None)

    assert find_plaats(DOMESTA, DIRECTEUR, BEGIN, [een_mandaat(), later])[1] == een_mandaat()
    assert find_plaats(DOMESTA, DIRECTEUR, EINDE.add(months=3), [een_mandaat(), later])[1] == later


@pytest.mark.parametrize(
    ("mandaat", "melding"),
    [
        (een_mandaat(tot_en_met=BEGIN.subtract(days=1)), "eindigt op 30 november 2025"),
        (een_mandaat(functie="manager wonen"), "tekent niet: 'manager wonen'"),
        (een_mandaat(vervangt="voorzitter"), "tekent niet: 'voorzitter'"),
        (een_mandaat(bewijs=""), "hoort een bewijsstuk"),
    ],
)
def test_a_mandaat_that_cannot_be_is_refused_with_what_to_do(
    mandaat: Mandaat, melding: str
) -> None:
    with pytest.raises(BesluitError, match=melding) as fout:
        check_mandaat(mandaat, DOMESTA)

    assert fout.value.advies


def test_a_sound_mandaat_is_accepted() -> None:
    check_mandaat(een_mandaat(), DOMESTA)
    check_mandaat(WAARNEMER, DOMESTA)
