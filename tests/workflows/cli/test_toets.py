"""``jaarschijf toets``: forms out, answers in, lights and a report, from the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workflows.cli.builders import Werkmap

FORMULIEREN = "stukken/dorp-2024/toets-april/formulieren"


@pytest.fixture
def in_april(met_concept: Werkmap) -> Werkmap:
    """Return a folder in which the forms of April are out; the text need not be adopted."""
    april = met_concept.op("2024-03-15")
    april.doe("toets", "april", "dorp", "2024", "--formulieren", "--reden", "Een proef.")
    return april


def _vul(werkmap: Werkmap, *rijen: tuple[str, str | int | None, str]) -> Path:
    """Return the form of Domesta with status, cijfer and toelichting in its first rows."""
    boek = load_workbook(werkmap.pad / FORMULIEREN / "april-2024-domesta.xlsx")
    blad = boek["Stand van zaken"]
    kolommen = {cel.value: cel.column for cel in blad[4]}
    for nummer, (status, cijfer, toelichting) in enumerate(rijen, 5):
        blad.cell(nummer, kolommen["Hoe staat het?"]).value = status
        if cijfer is not None:
            blad.cell(nummer, kolommen["Bereikt tot nu"]).value = cijfer
        blad.cell(nummer, kolommen["Toelichting"]).value = toelichting or None
    pad = werkmap.pad / "april-2024-domesta.xlsx"
    boek.save(pad)
    return pad


def test_every_partij_with_something_to_report_gets_a_form(in_april: Werkmap) -> None:
    namen = sorted(p.name for p in (in_april.pad / FORMULIEREN).iterdir())

    assert "april-2024-domesta.xlsx" in namen
    assert "Nog geen opgave van: " in in_april.doe("toets", "april", "dorp", "2024")


def test_a_form_is_read_booked_and_counted_with_its_cell(in_april: Werkmap) -> None:
    pad = _vul(in_april, ("loopt", 15, "De eerste zijn klaar."), ("loopt", 6, ""))

    tekst = in_april.doe("toets", "lees", pad.name, "--boek")
    stand = in_april.json("toets", "april", "dorp", "2024")

    assert "Geboekt als versie 1" in tekst
    assert "Was al geboekt als versie 1" in in_april.doe("toets", "lees", pad.name, "--boek")
    regel = next(r for r in stand["regels"] if r["bereikt"] == 15)
    assert regel["partij"] == "domesta"
    assert regel["stand"] == "loopt"
    (bron,) = regel["herkomst"]["bereikt"]
    assert (bron["bestand"], bron["blad"]) == (pad.name, "Stand van zaken")
    assert stand["peildatum"] == "2024-03-31"
    assert {p["partij"]: p["binnen"] for p in stand["partijen"]}["domesta"]


def test_a_form_with_a_fault_is_not_booked_and_comes_back_with_its_cell(
    in_april: Werkmap,
) -> None:
    pad = _vul(in_april, ("vertraagd", 3, ""))

    antwoord = in_april.run("toets", "lees", pad.name, "--boek", "--uit", "terug")

    assert antwoord.exit_code == 1
    assert "W317" in antwoord.stdout
    assert "Niet geboekt." in antwoord.stdout
    assert (in_april.pad / "terug/april-2024-domesta-nagekeken.xlsx").is_file()


def test_two_forms_of_one_name_get_two_marked_copies(in_april: Werkmap) -> None:
    inhoud = _vul(in_april, ("vertraagd", 3, "")).read_bytes()
    for map_ in ("a", "b"):
        (in_april.pad / map_).mkdir()
        (in_april.pad / map_ / "stand.xlsx").write_bytes(inhoud)

    in_april.run("toets", "lees", "a/stand.xlsx", "b/stand.xlsx", "--uit", "terug")

    namen = sorted(pad.name for pad in (in_april.pad / "terug").iterdir())
    assert namen == ["stand-1-nagekeken.xlsx", "stand-2-nagekeken.xlsx"]


def test_the_form_of_another_kind_is_sent_to_its_own_command(in_april: Werkmap) -> None:
    toets, bieding = _vul(in_april, ("loopt", 3, "")).name, "bieding-2024-domesta.xlsx"

    een = in_april.run("bieding", "lees", toets)
    ander = in_april.run("toets", "lees", bieding)

    assert (een.exit_code, ander.exit_code) == (1, 1)
    assert "jaarschijf toets lees" in een.stdout
    assert "B020" in ander.stdout


def test_a_light_is_chosen_and_shown_as_changed(in_april: Werkmap) -> None:
    pad = _vul(in_april, ("vertraagd", 0, "De aannemer is laat."))
    in_april.doe("toets", "lees", pad.name, "--boek")
    eerste = in_april.json("toets", "april", "dorp", "2024")["regels"]
    code = next(r["regelcode"] for r in eerste if r["stand"] == "vertraagd")
    keuze = ("toets", "licht", "dorp", "2024", "april", "domesta", code, "wijkt-af")

    zonder = in_april.run(*keuze)
    in_april.doe(*keuze, "--reden", "Het komt dit jaar niet meer af.")

    assert zonder.exit_code == 1
    assert "hoort een reden" in zonder.stderr
    assert "■ wijkt af (aangepast)" in in_april.doe("toets", "april", "dorp", "2024")


def test_the_report_stands_in_the_folder_as_word_and_pdf(in_april: Werkmap) -> None:
    uitkomst = in_april.json("toets", "april", "dorp", "2024", "--verslag")

    assert [Path(p).suffix for p in uitkomst["stukken"]] == [".docx", ".pdf"]
    assert all((in_april.pad / pad).is_file() for pad in uitkomst["stukken"])


def test_september_leaves_points_that_can_be_looked_at(in_april: Werkmap) -> None:
    leeg = in_april.doe("toets", "meenemers", "dorp", "2024")
    september = in_april.op("2024-09-02")
    september.doe("toets", "september", "dorp", "2024", "--verslag")

    assert "Maak eerst het verslag" in leeg
    (punt,) = september.json("toets", "meenemers", "dorp", "2024")
    assert (punt["soort"], punt["partij"]) == ("open actie", "domesta")


def test_forms_and_report_are_not_asked_at_once(met_concept: Werkmap) -> None:
    antwoord = met_concept.run("toets", "april", "dorp", "2024", "--formulieren", "--verslag")

    assert antwoord.exit_code == 2
    assert "niet allebei" in antwoord.stderr


def test_a_check_of_a_year_that_was_not_started_says_how_to_start(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("toets", "april", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "jaarschijf cyclus start dorp 2024" in antwoord.stderr
