"""Where a figure came from: submission, sheet and cell, or a line of the content."""

from tests.workflows.cli.builders import Werkmap


def test_offer_is_traced_to_submission_and_cell(met_concept: Werkmap) -> None:
    sporen = met_concept.json("herkomst", "dorp", "2024", "--afspraak", "1", "--partij", "domesta")

    [bod] = [
        s
        for s in sporen["herkomst"]
        if s["cijfer"] == "bod" and s["indicator"] == "Netto toevoeging"
    ]
    assert bod["waarde"] == "60"
    assert bod["inzending"].startswith("2024-001-")
    assert (bod["bestand"], bod["blad"]) == ("bieding-2024-domesta.xlsx", "Bieding")
    assert bod["cel"]


def test_trails_are_printed_per_afspraak(met_concept: Werkmap) -> None:
    tekst = met_concept.doe("herkomst", "dorp", "2024")

    assert tekst.startswith("Afspraak 1. De voorraad groeit\n")
    assert "Netto toevoeging, Domesta\n" in tekst
    assert "bieding-2024-domesta.xlsx, Bieding!" in tekst
    assert "Niet bij één afspraak\n" in tekst
    assert tekst.endswith(" plekken gevonden.\n")


def test_partij_may_be_named_in_full(met_concept: Werkmap) -> None:
    sporen = met_concept.json("herkomst", "dorp", "2024", "--partij", "gemeente dorp")["herkomst"]

    assert {s["partij"] for s in sporen} <= {"Gemeente Dorp"}


def test_unknown_partij_or_afspraak_is_refused_with_the_choice(met_concept: Werkmap) -> None:
    partij = met_concept.run("herkomst", "dorp", "2024", "--partij", "domusta")
    afspraak = met_concept.run("herkomst", "dorp", "2024", "--afspraak", "3")

    assert (partij.exit_code, afspraak.exit_code) == (1, 1)
    assert "Kies uit: gemeente, domesta, huurders." in partij.stderr
    assert "Kies een nummer van 1 tot en met 2." in afspraak.stderr


def test_trail_before_there_is_a_concept_is_refused(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()

    antwoord = werkmap.run("herkomst", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Maak het met: jaarschijf concept dorp 2024" in antwoord.stderr


def test_figures_have_one_name_on_every_screen(met_concept: Werkmap) -> None:
    herkomst = met_concept.doe("herkomst", "dorp", "2024", "--afspraak", "1")
    opgave = met_concept.doe("opgave", "dorp", "2024")

    for naam in ("rest na bod", "per jaar daarna"):
        assert naam in herkomst
        assert naam in " ".join(opgave.split())


def test_a_number_is_searched_in_every_value(met_concept: Werkmap) -> None:
    sporen = met_concept.json("herkomst", "dorp", "2024", "--cijfer", "60")["herkomst"]

    assert {s["cijfer"] for s in sporen} >= {"bod"}
    assert all("60" in s["waarde"] for s in sporen)
    assert met_concept.json("herkomst", "dorp", "2024", "--cijfer", "6")["herkomst"] == []


def test_search_for_something_else_than_a_number_is_refused(met_concept: Werkmap) -> None:
    antwoord = met_concept.run("herkomst", "dorp", "2024", "--cijfer", "zestig")

    assert antwoord.exit_code == 1
    assert "'zestig' is geen getal." in antwoord.stderr
