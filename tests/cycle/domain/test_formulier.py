"""Questions: who is asked what, and which target counts for whom."""

import pytest

from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Rol
from cycle.domain.formulier import doel_voor, regelcode, vragen
from tests.builders import een_afspraak, een_doel, een_samenwerking


def gevraagd(afspraak: Afspraak, partij: str = "domesta") -> list[str]:
    """Return the codes that `partij` is asked about."""
    return [i.code for i in vragen(een_samenwerking(), afspraak, partij)]


def test_the_code_of_a_question_keeps_its_place_in_a_sorted_list() -> None:
    assert regelcode(1, "NETTO") == "A01-NETTO"
    assert regelcode(23, "INZET") == "A23-INZET"


def test_every_own_target_is_a_question_asked_once() -> None:
    doelen = (een_doel("NETTO"), een_doel("NB_DAEB"), een_doel("NETTO", soort=DoelSoort.VERWACHT))

    assert gevraagd(een_afspraak(1, *doelen)) == ["NETTO", "NB_DAEB"]


@pytest.mark.parametrize(
    ("rol", "codes"),
    [
        (Rol.TREKKER, ["NETTO"]),
        (Rol.UITVOERDER, ["NETTO"]),
        (Rol.MEEWERKEND, ["INZET"]),
        (Rol.GEINFORMEERD, []),
    ],
)
def test_a_shared_target_is_asked_of_who_delivers(rol: Rol, codes: list[str]) -> None:
    afspraak = een_afspraak(1, een_doel("NETTO", partij=SAMEN), inzet={"domesta": rol})

    assert gevraagd(afspraak) == codes


def test_who_works_along_is_asked_about_an_own_target() -> None:
    afspraak = een_afspraak(1, een_doel("NETTO"), inzet={"domesta": Rol.MEEWERKEND})

    assert gevraagd(afspraak) == ["NETTO"]


def test_an_own_target_goes_before_the_shared_one_without_asking_twice() -> None:
    doelen = (een_doel("NB_DAEB", partij=SAMEN), een_doel("NETTO", partij=SAMEN), een_doel("NETTO"))

    assert gevraagd(een_afspraak(1, *doelen)) == ["NETTO", "NB_DAEB"]


def test_without_a_number_the_question_is_what_will_you_do() -> None:
    assert gevraagd(een_afspraak()) == ["INZET"]
    assert gevraagd(een_afspraak(1, een_doel("OVERLEG"))) == ["INZET"]


def test_who_has_no_part_is_not_asked() -> None:
    assert gevraagd(een_afspraak(), "woonservice") == []
    assert not een_afspraak().doet_mee("woonservice")


def test_the_own_target_counts_then_the_norm_then_the_shared_one() -> None:
    samen, verwacht, norm = (
        een_doel(partij=SAMEN),
        een_doel(waarde="110", soort=DoelSoort.VERWACHT),
        een_doel(),
    )

    assert doel_voor(een_afspraak(1, samen, verwacht, norm), "NB_DAEB", "domesta", 2026) == norm
    assert doel_voor(een_afspraak(1, samen, verwacht), "NB_DAEB", "domesta", 2026) == verwacht
    assert doel_voor(een_afspraak(1, samen, verwacht), "NB_DAEB", "woonservice", 2026) == samen
    assert doel_voor(een_afspraak(1, verwacht), "NETTO", "domesta", 2026) is None


@pytest.mark.parametrize(
    ("jaar", "waarde"), [(2022, 1), (2023, 1), (2025, 1), (2026, 2), (2027, 2), (2031, 3)]
)
def test_the_target_of_the_year_goes_before_an_earlier_or_later_one(jaar: int, waarde: int) -> None:
    afspraak = een_afspraak(
        1,
        een_doel(waarde="3", van=2030, tot_en_met=None),
        een_doel(waarde="1", van=2023, tot_en_met=2025),
        een_doel(waarde="2", van=2026, tot_en_met=2027, soort=DoelSoort.VERWACHT),
    )

    doel = doel_voor(afspraak, "NB_DAEB", "domesta", jaar)

    assert doel is not None
    assert doel.waarde == waarde


def test_after_the_last_period_the_last_target_still_counts() -> None:
    afspraak = een_afspraak(
        1, een_doel(waarde="1", tot_en_met=2024), een_doel(waarde="2", van=2025, tot_en_met=2025)
    )

    doel = doel_voor(afspraak, "NB_DAEB", "domesta", 2026)

    assert doel is not None
    assert doel.waarde == 2
