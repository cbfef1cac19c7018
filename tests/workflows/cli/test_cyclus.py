"""The steps of the year, one command each."""

import pytest

from tests.workflows.cli.builders import Werkmap, type_in
from workflows.cli.volgende import list_volgende
from workflows.stages import STAPPEN


def test_start_opens_the_year_once_and_says_what_comes_next(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("cyclus", "start", "dorp", "2024")

    assert tekst.startswith("De cyclus Dorp 2024 is gestart.\n")
    assert "    jaarschijf cyclus fase dorp 2024 kickoff\n" in tekst
    assert werkmap.json("cyclus", "start", "dorp", "2024") == {
        "melding": "De cyclus Dorp 2024 was al gestart.",
        "gedaan": False,
        "fase": "voorbereiding",
    }


def test_year_outside_the_agreement_is_refused(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("cyclus", "start", "dorp", "2031")

    assert antwoord.exit_code == 1
    assert "lopen van 2024 tot en met 2027" in antwoord.stderr


def test_status_before_the_start_names_every_partij_and_the_command(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("cyclus", "status", "dorp", "2024")

    assert "Huurders Dorp" in tekst
    assert "nog niet begonnen" in tekst
    assert tekst.endswith("  jaarschijf cyclus start dorp 2024\n")


def test_status_as_json_lists_every_partij_with_its_state(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()

    stand = werkmap.json("cyclus", "status", "dorp", "2024")

    assert stand["fase"] == "biedingen"
    assert [(p["partij"], p["staat"]) for p in stand["partijen"]] == [
        ("gemeente", "wacht_op_bieding"),
        ("domesta", "wacht_op_bieding"),
        ("huurders", "wacht_op_bieding"),
    ]
    assert stand["volgende_datum"] == "2023-10-10"


def test_step_tells_what_it_did_where_it_ran_and_what_comes_next(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    tekst = werkmap.doe("cyclus", "fase", "dorp", "2024", "kickoff")

    assert tekst.splitlines()[:3] == [
        "De startbijeenkomst is vastgelegd. Prioriteiten: Bouwen.",
        "Dit is in het programma zelf gedaan, zonder Prefect.",
        "De documenten staan in de map stukken/dorp-2024.",
    ]
    assert "De cyclus staat nu in de fase 'kickoff'." in tekst
    assert "    jaarschijf cyclus fase dorp 2024 uitvraag\n" in tekst


def test_step_as_json(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    assert werkmap.json("cyclus", "fase", "dorp", "2024", "kickoff") == {
        "stap": "kickoff",
        "meldingen": ["De startbijeenkomst is vastgelegd. Prioriteiten: Bouwen."],
        "fase": "kickoff",
        "map": "stukken/dorp-2024",
        "uitvoering": "proces",
    }


def test_step_that_is_not_due_needs_a_reason(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    antwoord = werkmap.run("cyclus", "fase", "dorp", "2024", "uitvraag")

    assert antwoord.exit_code == 1
    assert "nu niet aan de beurt" in antwoord.stderr
    werkmap.doe("cyclus", "fase", "dorp", "2024", "uitvraag", "--reden", "Wij hebben haast.")


def test_unknown_step_lists_the_steps(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("cyclus", "fase", "dorp", "2024", "feest")

    assert antwoord.exit_code == 1
    assert "Kies uit: kickoff, uitvraag, sluiting" in antwoord.stderr


def test_help_names_every_step_in_order(werkmap: Werkmap) -> None:
    tekst = " ".join(werkmap.doe("cyclus", "fase", "--help").split())

    *eerste, laatste = (stap.code for stap in STAPPEN)
    assert f"De stappen zijn, op volgorde: {', '.join(eerste)} en {laatste}." in tekst


def test_step_of_a_cyclus_that_was_not_started_says_how_to_start(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("cyclus", "fase", "dorp", "2024", "kickoff")

    assert antwoord.exit_code == 1
    assert "Start de cyclus met: jaarschijf cyclus start dorp 2024" in antwoord.stderr


@pytest.mark.parametrize(
    ("fase", "gedaan", "opdrachten"),
    [
        (
            "voorbereiding",
            [],
            [
                "jaarschijf uitnodig dorp 2024",
                "jaarschijf kickoff agenda dorp 2024",
                "jaarschijf cyclus fase dorp 2024 kickoff",
            ],
        ),
        (
            "overleg",
            [],
            [
                "jaarschijf reacties lees BESTAND --boek",
                "jaarschijf reacties tabel dorp 2024 --open",
                "jaarschijf concept dorp 2024",
                "jaarschijf cyclus fase dorp 2024 accordering",
            ],
        ),
        (
            "uitvoering",
            ["toets_april", "tripartiet_april"],
            [
                "jaarschijf toets lees BESTAND --boek",
                "jaarschijf cyclus fase dorp 2024 toets_september",
                "jaarschijf cyclus fase dorp 2024 tripartiet_september",
                "jaarschijf cyclus fase dorp 2024 afronding",
            ],
        ),
        ("afgerond", [], []),
    ],
)
def test_what_comes_next_fits_the_fase(fase: str, gedaan: list[str], opdrachten: list[str]) -> None:
    assert [opdracht for _, opdracht in list_volgende(fase, "dorp", 2024, gedaan)] == opdrachten


def test_concept_is_not_made_again_without_a_change(met_concept: Werkmap) -> None:
    tekst = met_concept.doe("concept", "dorp", "2024")

    assert "Er is niets veranderd sinds concept 0.1" in tekst
    assert (met_concept.pad / "stukken/dorp-2024/concept-0.1/per-partij").is_dir()


def test_new_bieding_during_overleg_gives_the_next_concept(met_concept: Werkmap) -> None:
    formulier = met_concept.pad / "bieding-2024-domesta.xlsx"
    type_in(formulier, "J5", 61)
    met_concept.doe("bieding", "lees", formulier.name, "--boek")

    stap = met_concept.json("concept", "dorp", "2024")

    assert stap["fase"] == "overleg"
    assert met_concept.json("cyclus", "status", "dorp", "2024")["versie"] == "0.2"


def test_concept_before_the_biedingen_are_closed_is_refused(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()

    antwoord = werkmap.run("concept", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Sluit ze met: jaarschijf cyclus fase dorp 2024 sluiting" in antwoord.stderr


def test_whole_year_can_be_walked_from_command_to_command(met_concept: Werkmap) -> None:
    werkmap, code = met_concept, met_concept.code()
    werkmap.doe("cyclus", "fase", "dorp", "2024", "accordering")
    for partij, orgaan in (
        ("gemeente", "college"),
        ("domesta", "bestuur"),
        ("domesta", "rvc"),
        ("huurders", "bestuur"),
    ):
        tekst = werkmap.doe("besluit", "dorp", "2024", partij, orgaan, "geheel", "--code", code)
    assert tekst.endswith("Alle besluiten zijn binnen.\n")
    for stap in ("vaststelling", "ondertekening"):
        werkmap.doe("cyclus", "fase", "dorp", "2024", stap)
    for partij, functie in (
        ("gemeente", "wethouder"),
        ("domesta", "directeur-bestuurder"),
        ("huurders", "voorzitter"),
    ):
        werkmap.doe("onderteken", "dorp", "2024", partij, functie, "--code", code)
    for stap in ("verzending", "uitvoering", "tripartiet_april", "tripartiet_september"):
        werkmap.doe("cyclus", "fase", "dorp", "2024", stap)

    tekst = werkmap.doe("cyclus", "fase", "dorp", "2024", "afronding")

    assert tekst.endswith("De cyclus staat nu in de fase 'afgerond'.\n")
    assert (werkmap.pad / "stukken/dorp-2024/vastgesteld/jaarschijf-2024.pdf").is_file()
    stand = werkmap.doe("cyclus", "status", "dorp", "2024")
    assert f"1.0, code {code}" in stand
    assert " ".join(stand.split()).count("(gemeld, zonder bewijsstuk)") == 3
