"""How answers look: in a terminal they fit, in a file they stay on one line."""

import sys
from io import StringIO

import click
import pytest

from workflows.cli.uitvoer import Kolom, aantal, print_regels, print_tabel
from workflows.cli.voortgang import show_voortgang

ZIN = "Alle partijen leveren hun bieding in bij de gemeente, en wel op tijd. " * 2


class Scherm(StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Return that somebody is watching."""
        return True


def _open_scherm(monkeypatch: pytest.MonkeyPatch) -> Scherm:
    """Return a terminal of sixty columns that replaces both streams."""
    scherm = Scherm()
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", scherm)
    monkeypatch.setattr(sys, "stderr", scherm)
    return scherm


def test_table_fits_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = _open_scherm(monkeypatch)

    print_tabel([Kolom("dag", vast=True), Kolom("wat")], [("di 10 okt 2023", ZIN)])

    tekst = click.unstyle(scherm.getvalue())
    assert max(map(len, tekst.splitlines())) <= 60
    assert "di 10 okt 2023  Alle partijen" in tekst


def test_row_becomes_a_block_when_its_sentences_would_be_too_narrow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scherm = _open_scherm(monkeypatch)
    kolommen = [
        Kolom("datum", vast=True),
        Kolom("volgens regel", vast=True),
        Kolom("termijn"),
        Kolom("soort", vast=True),
    ]

    print_tabel(kolommen, [("di 10 okt 2023", "di 10 okt 2023", ZIN, "uiterlijk")] * 2)

    tekst = click.unstyle(scherm.getvalue())
    assert max(map(len, tekst.splitlines())) <= 60
    assert tekst.count("termijn:        Alle partijen leveren hun bieding in bij de") == 2
    assert "soort:          uiterlijk\n\ndatum:" in tekst


def test_lines_of_one_cell_stay_apart_in_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = _open_scherm(monkeypatch)

    print_tabel(
        [Kolom("partij", vast=True), Kolom("stand", vast=True), Kolom("besluiten")],
        [("Domesta" * 4, "x" * 25, "bestuur: geheel\nrvc: nog geen besluit")],
    )

    assert "besluiten:  bestuur: geheel; rvc: nog geen" in click.unstyle(scherm.getvalue())


def test_table_without_headings_is_never_written_as_blocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scherm = _open_scherm(monkeypatch)

    print_tabel([Kolom("", vast=True), Kolom("")], [("x" * 50, ZIN)])

    assert "x" * 50 in click.unstyle(scherm.getvalue()).splitlines()[0]


def test_row_in_a_file_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_tabel([Kolom("dag"), Kolom("wat")], [("di 10 okt 2023", ZIN)])

    regels = capsys.readouterr().out.splitlines()
    assert regels[2] == f"di 10 okt 2023  {ZIN.strip()}"
    assert all(regel == regel.rstrip() for regel in regels)


def test_column_without_any_value_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_tabel([Kolom("dag"), Kolom("leeg"), Kolom("wat")], [("di", "", "a"), ("wo", "", "b")])

    assert capsys.readouterr().out.splitlines()[0] == "dag  wat"


def test_text_with_brackets_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_tabel([Kolom("wat")], [("[bold]Domesta[/bold] :house:",)])

    assert "[bold]Domesta[/bold] :house:" in capsys.readouterr().out


def test_names_and_values_stand_below_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    print_regels({"Versie": "0.1", "Leeg": "", "Let op": ZIN})

    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == "Versie:  0.1"
    assert regels[1].startswith("Let op:  Alle partijen")
    assert regels[2].startswith("         ")


def test_progress_is_a_bar_for_who_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = _open_scherm(monkeypatch)

    with show_voortgang() as meld:
        meld("Startbijeenkomst", 1, 2)
        meld("[Formulieren] uit", 2, 2)

    assert "100%" in scherm.getvalue()
    assert "[Formulieren] uit" in scherm.getvalue()


@pytest.mark.parametrize(
    ("hoeveel", "tekst"), [(0, "0 bestanden"), (1, "1 bestand"), (2, "2 bestanden")]
)
def test_number_gets_the_right_noun(hoeveel: int, tekst: str) -> None:
    assert aantal(hoeveel, "bestand", "bestanden") == tekst
