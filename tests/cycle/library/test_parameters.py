"""The file with dated amounts: read exactly, and every fault with its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.parameter import BESTAND, HUURGRENZEN, ParameterSoort
from tests.cycle.library.builders import line_of, open_bibliotheek, plant

LIBERALISATIE = ParameterSoort.LIBERALISATIEGRENS


def test_an_amount_keeps_its_cents_its_source_and_its_line(content: Path) -> None:
    gevonden = open_bibliotheek(content).parameters().voor(LIBERALISATIE, 2023)

    assert (gevonden.bedrag, gevonden.bron) == (Decimal("808.06"), "Besluit 2023")
    regel = line_of(content, BESTAND, "[[parameter]]")
    assert (gevonden.plek.bestand, gevonden.plek.regel) == (BESTAND, regel)


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code"),
    [
        ('bedrag = "808,06"', 'bedrag = "808.06"', "808.06", "I166"),
        ('bedrag = "808,06"', 'bedrag = "€ 808,06"', "€", "I166"),
        ('bedrag = "808,06"', 'bedrag = "0"', '"0"', "I166"),
        ('bedrag = "808,06"', "bedrag = 808.06", "808.06", "I112"),
        ("jaar = 2023", "jaar = 23", "jaar = 23", "I166"),
        ('soort = "liberalisatiegrens"', 'soort = "huurgrens"', '"huurgrens"', "I113"),
        ('bron = "Besluit 2023"\n', "", "[[parameter]]", "I111"),
        ('bron = "Besluit 2023"', 'born = "Besluit 2023"', "born", "I110"),
        ("bedrag", "bedrag = ", "bedrag = ", "I104"),
    ],
)
def test_one_fault_gives_one_finding_with_its_line(
    content: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, BESTAND, oud, nieuw)

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).parameters()

    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == code
    assert bevinding.plek == f"{BESTAND}:{line_of(content, BESTAND, regel)}"


def test_the_same_limit_twice_for_one_year_is_a_fault(content: Path) -> None:
    pad = content / BESTAND
    pad.write_text(pad.read_text("utf-8") * 2, "utf-8")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).parameters()

    assert [b.code for b in gevangen.value.bevindingen] == ["I132"]


def test_limits_that_do_not_go_up_are_a_fault_with_both_amounts(content: Path) -> None:
    laag = '[[parameter]]\nsoort = "aftoppingsgrens-hoog"\njaar = 2023\nbedrag = "836,60"\n'
    pad = content / BESTAND
    pad.write_text(f'{pad.read_text("utf-8")}\n{laag}bron = "Besluit 2023"\n', "utf-8")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).parameters()

    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == "I167"
    assert "808,06" in bevinding.melding
    assert "836,6" in bevinding.melding


def test_without_the_file_there_are_no_amounts(content: Path) -> None:
    (content / BESTAND).unlink()

    assert open_bibliotheek(content).parameters().alle == {}


def test_the_shipped_amounts_all_have_a_source_and_no_year_is_made_up() -> None:
    alle = open_bibliotheek().parameters().alle

    assert all(parameter.bron for parameter in alle.values())
    per_jaar = {jaar: {soort for soort, j in alle if j == jaar} for _, jaar in alle}
    assert {jaar for jaar, soorten in per_jaar.items() if set(HUURGRENZEN) <= soorten} == {
        2018,
        2022,
        2023,
    }
    assert per_jaar[2024] == per_jaar[2026] == {LIBERALISATIE}
    assert 2025 not in per_jaar
