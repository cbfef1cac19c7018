"""SMART: what an afspraak misses, in one sentence and never in the way."""

import pytest

from cycle.analysis.smart import check_smart
from cycle.domain.afspraak import Aard, Afspraak, DoelSoort, Rol
from cycle.domain.bevinding import Bevinding, Ernst, has_fouten
from tests.builders import echte_bibliotheek, een_afspraak, een_doel, een_samenwerking

ZONDER_EIGENAAR = {"domesta": Rol.MEEWERKEND, "huurders": Rol.GEINFORMEERD}


def check(afspraak: Afspraak) -> list[Bevinding]:
    """Return what is remarked about one afspraak."""
    return check_smart(een_samenwerking(afspraak))


def test_an_afspraak_with_doel_owner_and_period_is_fine() -> None:
    assert check(een_afspraak(1, een_doel())) == []


def test_all_that_is_missing_comes_in_one_finding_with_a_remedy_for_each() -> None:
    (bevinding,) = check(een_afspraak(4, inzet=ZONDER_EIGENAAR))

    assert (bevinding.code, bevinding.plek) == ("I610", "dorp/thema-1.md:4")
    assert bevinding.melding == (
        "Afspraak 4 (prestatie) zegt nog niet hoe u het resultaat meet, wie het doet en "
        "wanneer het klaar is."
    )
    assert bevinding.advies == (
        "Zet onder 'Doelen' een indicator met een getal. "
        "Geef bij 'Wie' een partij als trekker of uitvoerder. "
        "Vul 'Termijn' in, of schrijf 'Elk jaar: ja'."
    )


def test_a_proces_needs_an_owner_and_a_date_but_no_number() -> None:
    (bevinding,) = check(een_afspraak(1, aard=Aard.PROCES))

    assert bevinding.melding == "Afspraak 1 (proces) zegt nog niet wanneer het gebeurt."
    assert check(een_afspraak(1, aard=Aard.PROCES, termijn="elk kwartaal")) == []


@pytest.mark.parametrize("rol", [Rol.TREKKER, Rol.UITVOERDER])
def test_a_trekker_or_an_uitvoerder_is_an_owner(rol: Rol) -> None:
    assert check(een_afspraak(1, een_doel(), inzet={"domesta": rol})) == []


@pytest.mark.parametrize(
    ("afspraak", "ernst"),
    [
        (een_afspraak(1, aard=Aard.PRESTATIE), Ernst.WAARSCHUWING),
        (een_afspraak(1, aard=Aard.INSPANNING), Ernst.INFO),
        (een_afspraak(1, aard=Aard.ACTIEPUNT), Ernst.INFO),
        (een_afspraak(1, aard=Aard.PROCES), Ernst.INFO),
        (een_afspraak(1, aard=Aard.PROCES, inzet=ZONDER_EIGENAAR), Ernst.WAARSCHUWING),
    ],
)
def test_it_weighs_more_for_a_result_or_without_an_owner(afspraak: Afspraak, ernst: Ernst) -> None:
    (bevinding,) = check(afspraak)

    assert bevinding.ernst is ernst


def test_a_prestatie_whose_indicator_has_no_number_is_told_to_count() -> None:
    doel = een_doel("OVERLEG", "1")

    (bevinding,) = check(een_afspraak(1, doel))

    assert bevinding.melding.endswith("zegt nog niet welk getal u wilt halen.")
    assert check(een_afspraak(1, doel, aard=Aard.INSPANNING)) == []


def test_a_prestatie_with_expectations_only_has_no_agreed_number() -> None:
    doel = een_doel(soort=DoelSoort.VERWACHT)

    (bevinding,) = check(een_afspraak(1, doel))

    assert bevinding.melding.endswith("zegt nog niet welk getal is afgesproken.")
    assert check(een_afspraak(1, doel, aard=Aard.INSPANNING)) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij doen dit voor 1 oktober.",
        "Wij doen dit in 2025.",
        "De plannen zijn er eind 2026.",
        "Wij spreken elkaar elk kwartaal.",
        "Wij kijken jaarlijks terug.",
        "Domesta meldt dit binnen een maand.",
        "Dit gebeurt elk\njaar.",
    ],
)
def test_a_date_or_a_rhythm_in_the_text_says_when(tekst: str) -> None:
    assert check(een_afspraak(1, aard=Aard.PROCES, tekst=tekst)) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij gebruiken het Woonlastenonderzoek 2024.",
        "De uitstoot was in 2017 hoger.",
        "Dit duurt een tijd.",
    ],
)
def test_a_year_in_a_name_or_before_the_agreement_says_nothing(tekst: str) -> None:
    assert len(check(een_afspraak(1, aard=Aard.PROCES, tekst=tekst))) == 1


def test_a_doel_without_an_end_is_no_date() -> None:
    (bevinding,) = check(een_afspraak(1, een_doel(tot_en_met=None)))

    assert bevinding.melding.endswith("zegt nog niet wanneer het klaar is.")


def test_what_returns_every_year_has_its_date() -> None:
    assert check(een_afspraak(1, aard=Aard.PROCES, elk_jaar=True)) == []


@pytest.mark.parametrize(
    ("naam", "nummers"),
    [
        ("hoogeveen", [6, 13, 14, 15, 16, 17, 18, 21, 22, 23]),
        ("hogeland", [10, 11, 15, 16]),
    ],
)
def test_the_shipped_agreements_get_at_most_one_finding_per_afspraak(
    naam: str, nummers: list[int]
) -> None:
    bevindingen = check_smart(echte_bibliotheek().load(naam))

    assert [int(b.melding.split()[1]) for b in bevindingen] == nummers
    assert not has_fouten(bevindingen)
