"""Tables in running text: what their words claim is checked, and nothing else."""

from pathlib import Path

import pytest

from cycle.analysis.tabelcontrole import check_tabel
from cycle.domain.bevinding import Bevinding
from cycle.domain.cijfertabel import Cijfertabel
from cycle.services.check_inhoud import check_inhoud
from tests.cycle.library.builders import line_of, open_bibliotheek

INLEIDING = "dorp/inleiding.md"


def tabellen(content: Path, tekst: str) -> tuple[Cijfertabel, ...]:
    """Return the tables of Dorp when its introduction holds this text."""
    (content / INLEIDING).write_text(f"Welkom.\n\n{tekst}\n", encoding="utf-8")
    return open_bibliotheek(content).teksttabellen("dorp")


def check(content: Path, *regels: str) -> list[Bevinding]:
    """Return what is remarked about one table in the introduction."""
    kop, *rijen = regels
    streep = "|---" * (kop.count("|") - 1) + "|"
    (tabel,) = tabellen(content, "\n".join((kop, streep, *rijen)))
    return check_tabel(tabel)


@pytest.mark.parametrize(
    ("rijen", "code", "woorden"),
    [
        (("| | Aantal |", "| A | 10 |", "| B | 20 |", "| **Totaal** | **31** |"), "C401", "31"),
        (("| | 2024 | 2025 | Totaal |", "| A | 5 | 6 | 12 |", "| B | 1 | 1 | 2 |"), "C401", "12"),
        (
            ("| | Kosten |", "| A | € 1.000 |", "| B | € 500,- |", "| Totaal | € 1.600 |"),
            "C401",
            "1.600",
        ),
        (("| | Plan |", "| A | 10 woningen |", "| B | 5 |", "| Totaal | 16 |"), "C401", "16"),
        (
            ("| | Aandeel |", "| A | 60% |", "| B | 50% |", "| Totaal | 100% |"),
            "C403",
            "110%",
        ),
        (
            (
                "| | Woningen | Aandeel (%) |",
                "| A | 30 | 30 |",
                "| B | 60 | 61 |",
                "| C | 10 | 10 |",
                "| Totaal | 100 | 100 |",
            ),
            "C404",
            "61%",
        ),
        (
            ("| | Dorp |", "| Nieuwbouw | 50 |", "| Sloop en verkoop | 20 |", "| Netto | 31 |"),
            "C401",
            "31",
        ),
        (
            ("| | Nieuwbouw | Sloop | Netto |", "| A | 50 | 20 | 30 |", "| B | 9 | 2 | 8 |"),
            "C401",
            "8",
        ),
        (("| | Verdeling |", "| A | 60% |", "| B | 55% |"), "C405", "115%"),
    ],
)
def test_each_claim_of_a_table_is_checked(
    content: Path, rijen: tuple[str, ...], code: str, woorden: str
) -> None:
    (bevinding,) = check(content, *rijen)

    assert bevinding.code == code
    assert woorden in bevinding.melding
    assert bevinding.plek.startswith(f"{INLEIDING}:")


@pytest.mark.parametrize(
    "rijen",
    [
        ("| | Aantal |", "| A | 10 |", "| waarvan sociaal | 4 |", "| Totaal | 10 |"),
        ("| | Gemiddelde huur |", "| A | 600 |", "| B | 700 |", "| Totaal | 650 |"),
        ("| | Huur |", "| A | 600 |", "| B | 700 |", "| Totaal | 650 |"),
        (
            "| Plan | Klaar in | Woningen | Totaal |",
            "| A | 2026 | 10 | 10 |",
            "| B | 2027 | 5 | 5 |",
        ),
        ("| Plan | Woningen | Euro | Totaal |", "| A | 10 | 500 | 900 |", "| B | 5 | 90 | 100 |"),
        ("| | Aantal |", "| A | 10 |", "| B | ca. 20 |", "| Totaal | 31 |"),
        ("| | Aantal |", "| A | 10 |", "| B | n.b. |", "| Totaal | 31 |"),
        ("| | Aantal |", "| Samen Sterk | 10 |", "| MEVM | 20 |", "| SHDH | 5 |"),
        ("| | Sociaal |", "| A | 30% |", "| B | 40% |", "| Totaal | 35% |"),
        ("| | Dorp |", "| Nieuwbouw | 50 |", "| Sloop | 20 |", "| Zorg | 9 |", "| Netto | 31 |"),
        ("| | Dorp |", "| Nieuwbouw | 9 |", "| Sloop | 2 |", "| Netto | 7 |", "| Totaal | 9 |"),
    ],
)
def test_where_the_words_leave_doubt_nothing_is_claimed(
    content: Path, rijen: tuple[str, ...]
) -> None:
    assert check(content, *rijen) == []


def test_tables_of_the_programme_itself_and_tables_without_figures_are_left_out(
    content: Path,
) -> None:
    assert tabellen(content, "| Wie | Wat |\n|---|---|\n| Domesta | bouwt |") == ()


def test_the_finding_reaches_the_content_check_with_file_and_line(content: Path) -> None:
    toelichting = "Dat is nodig.\n\n| | Aantal |\n|---|---|\n| A | 1 |\n| B | 2 |\n| Samen | 4 |"
    pad = content / "dorp/thema-1-bouwen.md"
    pad.write_text(pad.read_text("utf-8").replace("Dat is nodig.", toelichting), "utf-8")

    bevindingen = check_inhoud(open_bibliotheek(content), "dorp").bevindingen

    regel = line_of(content, "dorp/thema-1-bouwen.md", "| Samen | 4 |")
    assert ("C401", f"dorp/thema-1-bouwen.md:{regel}") in [(b.code, b.plek) for b in bevindingen]
    assert "In de tabel 'Toelichting'" in next(
        b.melding for b in bevindingen if "Samen" in b.melding
    )


@pytest.mark.parametrize("naam", ["hoogeveen", "hogeland"])
def test_the_shipped_texts_give_no_false_alarm(naam: str) -> None:
    gevonden = open_bibliotheek().teksttabellen(naam)

    assert [b for tabel in gevonden for b in check_tabel(tabel)] == []
