"""The file with tasks naar rato: every number read, every fault with its line."""

from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.verdeling import Verdeling
from tests.cycle.library.builders import open_bibliotheek

GOED = """\
# Verdeling

## Statushouders {#statushouders}

- Eenheid: personen

### 2023-2

- Totaal: 1.043

| partij | voorraad | verdeeld | gedaan |
|---|---:|---:|---:|
| domesta | 3.008 | 1.043 | n.b. |

### 2024-1

- Totaal: 33

| partij | voorraad | verdeeld | gedaan |
|---|---:|---:|---:|
| domesta | 3.008 | | |
"""


def lees(content: Path, tekst: str) -> tuple[Verdeling, ...]:
    """Return what the library makes of this text."""
    (content / "dorp" / "verdeling.md").write_text(tekst, "utf-8")
    return open_bibliotheek(content).load("dorp").verdelingen


def test_periods_are_read_with_what_is_not_known_yet(content: Path) -> None:
    [verdeling] = lees(content, GOED)

    eerste, tweede = verdeling.periodes
    assert (verdeling.code, verdeling.eenheid) == ("statushouders", "personen")
    assert (eerste.naam, eerste.jaar, eerste.totaal) == ("2023-2", 2023, 1043)
    assert (eerste.aandelen[0].voorraad, eerste.aandelen[0].verdeeld) == (3008, 1043)
    assert eerste.aandelen[0].gedaan is None
    assert tweede.aandelen[0].verdeeld is None
    assert str(tweede.aandelen[0].plek) == "dorp/verdeling.md:21"


def test_samenwerking_without_the_file_has_no_verdeling(content: Path) -> None:
    assert open_bibliotheek(content).load("dorp").verdelingen == ()


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "regel"),
    [
        ("### 2023-2", "### najaar", "I150", 7),
        ("- Totaal: 33", "- Totaal: 3,5", "I142", 17),
        ("- Totaal: 33", "- Totaal: 1.000.001", "I142", 17),
        ("- Totaal: 33\n", "", "I111", 15),
        ("| n.b. |", "| -2 |", "I142", 13),
        ("| domesta | 3.008 | | |", "| domusta | 3.008 | | |", "I120", 21),
        ("| domesta | 3.008 | | |", "| domesta | 0 | | |", "I142", 15),
        ("| domesta | 3.008 | | |\n", "| domesta | 1 | | |\n| huurders | 1 | 2 | |\n", "I142", 21),
        ("| domesta | 3.008 | | |\n", "| domesta | 1 | | |\n" * 2, "I132", 22),
        ("### 2024-1", "### 2023-1", "I132", 15),
        ("{#statushouders}", "", "I114", 3),
        ("- Eenheid: personen\n", "", "I111", 3),
        (
            "| voorraad | verdeeld | gedaan |\n|---|---:|---:|---:|\n| domesta | 3.008 | 1.043",
            "| vorraad | verdeeld | gedaan |\n|---|---:|---:|---:|\n| domesta | 3.008 | 1.043",
            "I141",
            11,
        ),
    ],
)
def test_every_fault_has_its_line(
    content: Path, oud: str, nieuw: str, code: str, regel: int
) -> None:
    assert GOED.count(oud) == 1

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        lees(content, GOED.replace(oud, nieuw))

    [bevinding] = gevangen.value.bevindingen
    assert (bevinding.code, bevinding.plek) == (code, f"dorp/verdeling.md:{regel}")


def test_file_without_a_task_is_a_fault(content: Path) -> None:
    with pytest.raises(InhoudOnbruikbaar):
        lees(content, "# Verdeling\n")
