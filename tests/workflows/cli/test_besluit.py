"""Decisions and signatures: bound to the code on the document that was read."""

import pytest

from tests.workflows.cli.builders import Werkmap

ANDERE_CODE = "0000-0000-0000"


@pytest.fixture
def werkmap(met_concept: Werkmap) -> Werkmap:
    """Return a folder in which decisions on the first concept are asked."""
    met_concept.doe("cyclus", "fase", "dorp", "2024", "accordering")
    return met_concept


@pytest.fixture
def code(werkmap: Werkmap) -> str:
    """Return the code on that concept."""
    return werkmap.code()


def _organen(werkmap: Werkmap) -> dict[str, dict[str, str]]:
    """Return every decision of Domesta by orgaan."""
    stand = werkmap.json("cyclus", "status", "dorp", "2024")
    domesta = next(p for p in stand["partijen"] if p["partij"] == "domesta")
    return {o["orgaan"]: o for o in domesta["besluiten"]}


def test_decision_is_kept_and_what_is_still_open_is_counted(werkmap: Werkmap, code: str) -> None:
    tekst = werkmap.doe(
        "besluit", "dorp", "2024", "domesta", "rvc", "geheel", "--op", "02-10-2023", "--code", code
    )

    assert tekst == "Het besluit van Domesta (rvc) is vastgelegd.\nEr komen nog 3 besluiten.\n"
    assert _organen(werkmap)["rvc"] | {"naam": ""} == {
        "orgaan": "rvc",
        "naam": "",
        "staat": "geheel",
        "op": "2023-10-02",
        "reden": "",
        "uitgezonderd": [],
    }


def test_decision_in_part_names_afspraken_and_reason(werkmap: Werkmap, code: str) -> None:
    antwoord = werkmap.json(
        *("besluit", "dorp", "2024", "domesta", "bestuur", "op-onderdelen", "--code", code),
        *("--zonder", "2,1", "--reden", "Eerst overleg."),
    )

    assert antwoord["gedaan"] is True
    assert _organen(werkmap)["bestuur"]["staat"] == "op onderdelen"


def test_code_may_be_typed_without_capitals_or_hyphens(werkmap: Werkmap, code: str) -> None:
    kaal = code.replace("-", "").lower()

    werkmap.doe("besluit", "dorp", "2024", "domesta", "RVC", "Geheel", "--code", kaal)

    assert _organen(werkmap)["rvc"]["staat"] == "geheel"


def test_decision_on_another_document_is_refused(werkmap: Werkmap, code: str) -> None:
    antwoord = werkmap.run(
        "besluit", "dorp", "2024", "domesta", "rvc", "geheel", "--code", ANDERE_CODE
    )

    assert antwoord.exit_code == 1
    assert f"de geldende versie is {code}" in antwoord.stderr
    assert _organen(werkmap)["rvc"]["staat"] == "open"


@pytest.mark.parametrize(
    ("woorden", "exit_code", "zin"),
    [
        (("domesta", "rvc", "niet"), 1, "hoort een reden"),
        (("domesta", "raad", "geheel"), 1, "Kies uit: bestuur, rvc."),
        (("dometsa", "rvc", "geheel"), 1, "doet niet mee in Dorp"),
        (("domesta", "rvc", "misschien"), 2, "Kies uit: 'geheel', 'op-onderdelen', 'niet'."),
        (("domesta", "rvc", "geheel", "--op", "31-11-2023"), 2, "'31-11-2023' is geen datum."),
        (("domesta", "rvc", "geheel", "--zonder", "vijf"), 2, "geen nummer van een afspraak"),
        (("domesta", "rvc", "geheel", "--code", "F46C"), 2, "onder aan elke bladzijde"),
    ],
)
def test_decision_that_cannot_count_is_refused(
    woorden: tuple[str, ...], exit_code: int, zin: str, werkmap: Werkmap, code: str
) -> None:
    antwoord = werkmap.run("besluit", "dorp", "2024", "--code", code, *woorden)

    assert antwoord.exit_code == exit_code
    assert zin in antwoord.stderr


def test_signature_and_refusal_to_sign_are_registered(werkmap: Werkmap, code: str) -> None:
    for stap in ("vaststelling", "ondertekening"):
        werkmap.doe("cyclus", "fase", "dorp", "2024", stap, "--reden", "Mondeling akkoord.")
    teken = ("onderteken", "dorp", "2024")

    tekst = werkmap.doe(*teken, "domesta", "directeur-bestuurder", "--code", code)
    weigering = werkmap.json(
        *(*teken, "huurders", "voorzitter", "--code", code, "--reikwijdte", "niet"),
        *("--reden", "De leden stemmen nog."),
    )

    assert tekst == "De handtekening van Domesta (directeur-bestuurder) is vastgelegd.\n"
    assert weigering["gedaan"] is True
    stand = werkmap.json("cyclus", "status", "dorp", "2024")
    assert [p["ondertekening"] for p in stand["partijen"]] == [
        "0 van 1 getekend",
        "1 van 1 getekend",
        "tekent niet",
    ]


def test_signature_by_an_unknown_function_is_refused(werkmap: Werkmap, code: str) -> None:
    for stap in ("vaststelling", "ondertekening"):
        werkmap.doe("cyclus", "fase", "dorp", "2024", stap, "--reden", "Mondeling akkoord.")

    antwoord = werkmap.run("onderteken", "dorp", "2024", "domesta", "conciërge", "--code", code)

    assert antwoord.exit_code == 1
    assert "Kies uit: directeur-bestuurder." in antwoord.stderr


def test_signature_before_the_ondertekening_is_refused(werkmap: Werkmap, code: str) -> None:
    antwoord = werkmap.run("onderteken", "dorp", "2024", "domesta", "x", "--code", code)

    assert antwoord.exit_code == 1
    assert "jaarschijf cyclus fase dorp 2024 ondertekening" in antwoord.stderr
