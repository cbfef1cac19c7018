"""The folder voorbeeld: answers and decisions for the demo."""

from pathlib import Path

import pendulum
import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden
from cycle.domain.partij import Orgaan
from cycle.domain.voorbeeld import Antwoord, ExtraAntwoord, Voorbeeld
from tests.cycle.library.builders import line_of, open_bibliotheek, plant

BIEDINGEN = "dorp/voorbeeld/biedingen-2024.md"
BESLUITEN = "dorp/voorbeeld/besluiten-2024.md"


def _voorbeeld(content: Path, jaar: int = 2024) -> Voorbeeld:
    bibliotheek = open_bibliotheek(content)
    return bibliotheek.voorbeeld(bibliotheek.load("dorp"), jaar)


def _only_fout(content: Path) -> Bevinding:
    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        _voorbeeld(content)
    (bevinding,) = gevangen.value.bevindingen
    return bevinding


def test_answers_are_kept_as_typed(content: Path) -> None:
    antwoorden = _voorbeeld(content).antwoorden["domesta"]

    assert antwoorden.regels == (
        Antwoord("A01-NETTO", "ja", "60", "2e kwartaal", "1000", "Wij bouwen."),
        Antwoord("A02-INZET", "deels", "", "", "", "Wij praten."),
    )
    assert antwoorden.extra == (ExtraAntwoord("Een buurthuis", "1", "2024"),)


def test_decisions_keep_their_order_and_parts(content: Path) -> None:
    eerste, tweede = _voorbeeld(content).besluiten

    assert (eerste.orgaan, eerste.op) == (Orgaan.RVC, pendulum.date(2023, 11, 28))
    assert tweede.reikwijdte is Reikwijdte.OP_ONDERDELEN
    assert (tweede.uitgezonderd, tweede.reden) == ((1, 2), "Te weinig.")


def test_a_year_without_example_is_not_found(content: Path) -> None:
    with pytest.raises(NietGevonden) as gevangen:
        _voorbeeld(content, 2031)

    assert gevangen.value.melding == "Voor Dorp is er geen voorbeeld van 2031."


@pytest.mark.parametrize("bestand", [BIEDINGEN, BESLUITEN])
def test_one_of_the_two_files_alone_is_a_fault(content: Path, bestand: str) -> None:
    (content / bestand).unlink()

    bevinding = _only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I101", bestand)


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "regel", "code"),
    [
        (BIEDINGEN, "## domesta", "## domest", "## domest", "I120"),
        (BIEDINGEN, "A01-NETTO", "A01-NETO", "A01-NETO", "I126"),
        (BIEDINGEN, "A02-INZET", "A01-NETTO", "| deels |", "I132"),
        (BIEDINGEN, "| bedrag |", "| euro |", "| euro |", "I141"),
        (BIEDINGEN, "| voorstel | bod |", "| idee | bod |", "| idee |", "I141"),
        (BIEDINGEN, "| deels | | |", "| deels | |", "| deels |", "I140"),
        (BIEDINGEN, "| 1 | 2024 |", "| 1 | 2024 |\n\n##  domesta", "##  domesta", "I132"),
        (BESLUITEN, "| domesta |", "| dom |", "| dom |", "I120"),
        (BESLUITEN, "| rvc |", "| raad |", "| raad |", "I161"),
        (BESLUITEN, "| geheel |", "| heel |", "| heel |", "I113"),
        (BESLUITEN, "2023-11-28", "2023-02-30", "2023-02-30", "I112"),
        (BESLUITEN, "2023-11-28", "28-11-2023", "28-11-2023", "I112"),
        (BESLUITEN, "1, 2", "1, 7", "1, 7", "I124"),
        (BESLUITEN, "1, 2", "", "| huurders", "I162"),
        (BESLUITEN, "Te weinig.", "", "| huurders", "I162"),
        (BESLUITEN, "| geheel | 2023-11-28 | |", "| geheel | 2023-11-28 | 1 |", "| rvc", "I162"),
        (BESLUITEN, "| partij |", "| wie |", "| wie |", "I141"),
    ],
)
def test_one_fault_gives_one_finding_with_its_line(
    content: Path, bestand: str, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, bestand, oud, nieuw)

    bevinding = _only_fout(content)

    assert bevinding.code == code
    assert bevinding.plek == f"{bestand}:{line_of(content, bestand, regel)}"


def test_a_file_of_decisions_without_a_table_is_found(content: Path) -> None:
    (content / BESLUITEN).write_text("Nog niets.\n", encoding="utf-8")

    assert _only_fout(content).code == "I143"
