"""The file with regio's: read as it is meant, every fault with its line."""

from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.regio import Regios
from cycle.library import MapBibliotheek
from tests.builders import echte_bibliotheek

DEEL = '[[regio]]\nindeling = "provincie"\nregio = "Noord"\ngemeente = "Dorp"\n'
GING_OP = '[[herindeling]]\ngemeente = "Dorp"\nopvolger = "Stad"\nper = 2026\n'


def lees(content: Path, tekst: str) -> Regios:
    """Return what the library makes of this text."""
    (content / "regios.toml").write_text(tekst, "utf-8")
    return MapBibliotheek(content, content).regios()


def fout(content: Path, tekst: str) -> tuple[str, str]:
    """Return code and place of the one fault in this text."""
    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        lees(content, tekst)
    [bevinding] = gevangen.value.bevindingen
    return bevinding.code, bevinding.plek


def test_gemeente_lies_in_a_regio_of_every_indeling(content: Path) -> None:
    woondeal = DEEL.replace("provincie", "woondeal").replace("Noord", "Regio Noord")

    regios = lees(content, DEEL + woondeal)

    assert regios.indelingen == ("provincie", "woondeal")
    assert regios.regio_van("Dorp", "woondeal", 2026) == "Regio Noord"
    assert regios.regio_van("Elders", "woondeal", 2026) == ""


def test_gemeente_that_went_up_in_another_counts_there_from_that_year(content: Path) -> None:
    stad = DEEL.replace("Noord", "Zuid").replace("Dorp", "Stad")

    regios = lees(content, DEEL + stad + GING_OP)

    assert regios.regio_van("Dorp", "provincie", 2025) == "Noord"
    assert regios.regio_van("Dorp", "provincie", 2026) == "Zuid"


def test_period_of_a_regio_holds_its_first_and_last_year(content: Path) -> None:
    vroeger = DEEL + "tot_en_met = 2024\n"
    later = DEEL.replace("Noord", "Zuid") + "van = 2025\n"

    regios = lees(content, vroeger + later)

    assert [regios.regio_van("Dorp", "provincie", j) for j in (2024, 2025)] == ["Noord", "Zuid"]


def test_without_the_file_there_are_no_indelingen(content: Path) -> None:
    assert MapBibliotheek(content, content).regios() == Regios()


@pytest.mark.parametrize(
    ("tekst", "code", "regel"),
    [
        (DEEL + DEEL.replace("Noord", "Zuid"), "I132", 8),
        (DEEL + "van = 2025\n" + DEEL + "van = 2026\n", "I132", 9),
        (DEEL + "van = 2025\ntot_en_met = 2024\n", "I115", 6),
        (DEEL.replace('regio = "Noord"\n', ""), "I111", 1),
        (DEEL.replace("gemeente =", "gemente ="), "I110", 4),
        (DEEL + GING_OP + GING_OP, "I132", 10),
        (
            GING_OP + GING_OP.replace("Dorp", "X").replace("Stad", "Dorp").replace("X", "Stad"),
            "I112",
            7,
        ),
        (GING_OP.replace("Stad", "Dorp"), "I112", 3),
        ("[[regio]\n", "I104", 1),
    ],
)
def test_every_fault_has_its_line(content: Path, tekst: str, code: str, regel: int) -> None:
    assert fout(content, tekst) == (code, f"regios.toml:{regel}")


def test_shipped_regios_hold_the_shipped_gemeenten() -> None:
    bibliotheek = echte_bibliotheek()

    gemeenten = [bibliotheek.load(naam).gemeente for naam in bibliotheek.namen()]

    regios = bibliotheek.regios()
    assert [regios.regio_van(g, "provincie", 2026) for g in gemeenten] == ["Groningen", "Drenthe"]


def test_gemeente_that_no_samenwerking_has_is_named_with_the_nearest_one(content: Path) -> None:
    tekst = "".join(
        f'[[regio]]\nindeling = "{indeling}"\nregio = "Noord"\ngemeente = "{gemeente}"\n'
        for indeling, gemeente in (("a", "Dorp"), ("a", "Dorpp"), ("b", "Dorpp"), ("a", "Weg"))
    )
    opgegaan = '[[herindeling]]\ngemeente = "Weg"\nopvolger = "Dorp"\nper = 2030\n'
    (content / "regios.toml").write_text(tekst + opgegaan, "utf-8")

    [bevinding] = MapBibliotheek(content, content).waarschuwingen("dorp")

    assert (bevinding.code, bevinding.plek) == ("I168", "regios.toml:5")
    assert bevinding.advies == "Bedoelt u 'Dorp'?"
