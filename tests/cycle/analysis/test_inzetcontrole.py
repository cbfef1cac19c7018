"""Empty cells of the matrix: one finding per thema, a warning where it is about wederkerigheid."""

from cycle.analysis.inzetcontrole import check_wederkerigheid
from cycle.domain.afspraak import Rol
from cycle.domain.bevinding import Ernst, has_fouten
from tests.builders import echte_bibliotheek, een_afspraak, een_samenwerking

ALLEN = {
    "gemeente": Rol.TREKKER,
    "domesta": Rol.UITVOERDER,
    "woonservice": Rol.UITVOERDER,
    "huurders": Rol.UITVOERDER,
}


def test_an_agreement_in_which_everyone_answers_for_something_has_no_finding() -> None:
    assert check_wederkerigheid(een_samenwerking(een_afspraak(1, inzet=ALLEN))) == []


def test_gemeente_and_huurders_without_inzet_are_named_together_as_a_warning() -> None:
    inzet = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}

    (bevinding,) = check_wederkerigheid(een_samenwerking(een_afspraak(1, inzet=inzet)))

    assert (bevinding.code, bevinding.ernst) == ("I620", Ernst.WAARSCHUWING)
    assert bevinding.plek == "dorp/thema-1.md:1"
    assert bevinding.melding == (
        "In het thema 'Bouwen' hebben Gemeente Dorp en Huurders Dorp geen eigen inzet."
    )
    assert bevinding.advies


def test_a_corporatie_without_inzet_is_only_to_know() -> None:
    inzet = {partij: rol for partij, rol in ALLEN.items() if partij != "woonservice"}

    (bevinding,) = check_wederkerigheid(een_samenwerking(een_afspraak(1, inzet=inzet)))

    assert (bevinding.code, bevinding.ernst) == ("I620", Ernst.INFO)
    assert "heeft Woonservice geen eigen inzet" in bevinding.melding


def test_being_informed_is_no_inzet() -> None:
    inzet = ALLEN | {"huurders": Rol.GEINFORMEERD}

    (bevinding,) = check_wederkerigheid(een_samenwerking(een_afspraak(1, inzet=inzet)))

    assert "heeft Huurders Dorp geen eigen inzet" in bevinding.melding


def test_who_only_works_along_is_named_once_for_all_themas() -> None:
    inzet = ALLEN | {"huurders": Rol.MEEWERKEND}

    (bevinding,) = check_wederkerigheid(een_samenwerking(een_afspraak(1, inzet=inzet)))

    assert (bevinding.code, bevinding.ernst) == ("I621", Ernst.INFO)
    assert bevinding.melding.startswith("Huurders Dorp werkt overal alleen mee.")


def test_the_shipped_agreements_have_no_empty_cell() -> None:
    for naam, codes in (("hoogeveen", ["I621"]), ("hogeland", [])):
        bevindingen = check_wederkerigheid(echte_bibliotheek().load(naam))

        assert [b.code for b in bevindingen] == codes
        assert not has_fouten(bevindingen)
