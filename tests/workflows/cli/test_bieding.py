"""Forms out, and filled forms in: values with their cells, findings, booking."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workflows.cli.builders import Werkmap, type_in


@pytest.fixture
def gevuld(werkmap: Werkmap) -> Path:
    """Return the filled form of Domesta; the biedingen are open."""
    werkmap.open_biedingen()
    return werkmap.vul_formulier()


def test_every_answer_is_read_with_its_cell_and_the_text_as_typed(
    werkmap: Werkmap, gevuld: Path
) -> None:
    [lezing] = werkmap.json("bieding", "lees", str(gevuld))

    assert lezing["uitkomst"] == "ok"
    assert (lezing["partij"], lezing["samenwerking"], lezing["cyclus"]) == ("domesta", "dorp", 2024)
    bod = next(w for w in lezing["waarden"] if (w["regel"], w["veld"]) == ("A01-NETTO", "bod"))
    assert bod["value"] == 60
    blad = load_workbook(gevuld)["Bieding"]
    for waarde in lezing["waarden"]:
        if waarde["tabel"] != "bieding" or waarde["reden"] == "leeg":
            continue
        assert str(blad[waarde["cel"]].value).replace(".", ",") == waarde["ruw"].replace(".", ",")
    assert lezing["bevindingen"] == []


def test_reading_books_nothing(werkmap: Werkmap, gevuld: Path) -> None:
    werkmap.doe("bieding", "lees", str(gevuld))

    stand = werkmap.json("cyclus", "status", "dorp", "2024")
    assert {p["staat"] for p in stand["partijen"]} == {"wacht_op_bieding"}


def test_booking_keeps_a_version_once(werkmap: Werkmap, gevuld: Path) -> None:
    eerste = werkmap.doe("bieding", "lees", str(gevuld), "--boek")
    tweede = werkmap.doe("bieding", "lees", str(gevuld), "--boek")

    assert "bieding-2024-domesta.xlsx van domesta: in orde\nGeboekt als versie 1" in eerste
    assert "Was al geboekt als versie 1" in tweede


def test_a_bieding_after_the_concept_says_how_it_comes_in_the_text(werkmap: Werkmap) -> None:
    werkmap.maak_concept()
    formulier = werkmap.vul_formulier()
    type_in(formulier, _cell_of_bod(werkmap, formulier), 58)

    geboekt = werkmap.doe("bieding", "lees", formulier.name, "--boek")
    [lezing] = werkmap.json("bieding", "lees", formulier.name, "--boek")
    besluiten = werkmap.run("cyclus", "fase", "dorp", "2024", "accordering")

    zin = (
        "De bieding van Domesta staat nog niet in de tekst van versie 0.1. "
        "Maak een nieuw concept met: jaarschijf concept dorp 2024"
    )
    assert f"Let op: {zin}\n" in geboekt
    assert lezing["opmerking"] == zin
    assert f"Let op: {zin}\n" in werkmap.doe("cyclus", "status", "dorp", "2024")
    assert besluiten.exit_code == 1
    assert "jaarschijf concept dorp 2024\n" in besluiten.stderr

    werkmap.doe("concept", "dorp", "2024")
    assert zin not in werkmap.doe("cyclus", "status", "dorp", "2024")
    werkmap.doe("cyclus", "fase", "dorp", "2024", "accordering")


def test_booking_as_json_names_the_submission(werkmap: Werkmap, gevuld: Path) -> None:
    [lezing] = werkmap.json("bieding", "lees", str(gevuld), "--boek")

    assert lezing["inzending"]["id"].startswith("2024-001-")
    assert lezing["inzending"] | {"id": ""} == {
        "id": "",
        "versie": 1,
        "ontvangen_op": "2023-10-03",
        "nieuw": True,
    }


def test_text_in_a_number_cell_asks_for_a_correction(werkmap: Werkmap, gevuld: Path) -> None:
    cel = _cell_of_bod(werkmap, gevuld)
    type_in(gevuld, cel, "veel")

    antwoord = werkmap.run("bieding", "lees", str(gevuld), "--boek")
    [lezing] = werkmap.json("bieding", "lees", str(gevuld))

    assert antwoord.exit_code == 1
    assert "domesta: moet worden verbeterd\n" in antwoord.stdout
    assert f"Bieding!{cel} (A01-NETTO)  W301 fout\n" in antwoord.stdout
    assert "Geboekt" not in antwoord.stdout
    assert "Niet geboekt: 1 fout. Stuur terug met:\n  jaarschijf bieding terug " in antwoord.stdout
    assert antwoord.stdout.endswith("bieding-2024-domesta.xlsx --uit MAP\n\n")
    assert lezing["uitkomst"] == "correctie"
    [bod] = [w for w in lezing["waarden"] if (w["cel"], w["tabel"]) == (cel, "bieding")]
    assert (bod["value"], bod["ruw"], bod["reden"]) == (None, "veel", "geweigerd")
    [bevinding] = lezing["bevindingen"]
    assert bevinding | {"wat": "", "doe": ""} == {
        "code": "W301",
        "klasse": "geen_getal",
        "ernst": "fout",
        "plek": f"Bieding!{cel}",
        "blad": "Bieding",
        "cel": cel,
        "regel": "A01-NETTO",
        "veld": "bod",
        "ruw": "veel",
        "gelezen": "",
        "wat": "",
        "doe": "",
    }


def _cell_of_bod(werkmap: Werkmap, pad: Path) -> str:
    """Return the cell of the first bod."""
    [lezing] = werkmap.json("bieding", "lees", str(pad))
    return next(str(w["cel"]) for w in lezing["waarden"] if w["veld"] == "bod")


def test_empty_form_is_read_with_its_missing_answers_grouped(werkmap: Werkmap) -> None:
    werkmap.doe("bieding", "formulier", "dorp", "2024", "--uit", ".")

    antwoord = werkmap.run("bieding", "lees", "bieding-2024-domesta.xlsx")

    assert antwoord.exit_code == 0
    assert "domesta: nog niet ingevuld\n" in antwoord.stdout
    assert "Er staat nog geen antwoord in." in antwoord.stdout
    melding = " ".join(antwoord.stdout.split())
    assert melding.count("W313 waarschuwing") == 1
    assert "Bieding!I5 (A01-NETTO), Bieding!I6 (A01-AANDEEL)" in melding


def test_file_that_is_no_form_is_refused_and_the_others_are_still_booked(
    werkmap: Werkmap, gevuld: Path
) -> None:
    Path("brief.xlsx").write_bytes(b"Geachte coordinator")

    antwoord = werkmap.run("bieding", "lees", "brief.xlsx", str(gevuld), "--boek")
    lezingen = werkmap.json("bieding", "lees", "brief.xlsx", str(gevuld))

    assert antwoord.exit_code == 1
    assert "brief.xlsx: kan niet worden gelezen\n" in antwoord.stdout
    assert "Geboekt als versie 1" in antwoord.stdout
    assert antwoord.stdout.endswith("1 geboekt, 1 niet geboekt.\n")
    assert [lezing["uitkomst"] for lezing in lezingen] == ["geweigerd", "ok"]


def test_booking_before_the_forms_are_out_says_what_to_do_first(
    werkmap: Werkmap, gevuld: Path
) -> None:
    antwoord = werkmap.run("--gegevens", "elders", "bieding", "lees", str(gevuld), "--boek")
    [lezing] = werkmap.json("--gegevens", "elders", "bieding", "lees", str(gevuld), "--boek")

    assert antwoord.exit_code == 1
    assert "jaarschijf cyclus start dorp 2024" in antwoord.stderr
    assert lezing["fout"]["melding"] == "De jaarschijf 2024 van dorp is nog niet gestart."
    assert not Path("elders").exists()


def test_a_form_for_a_year_that_is_not_under_way_is_refused(werkmap: Werkmap, gevuld: Path) -> None:
    werkmap.doe("bieding", "formulier", "dorp", "2025", "--uit", "later")

    [lezing] = werkmap.json("bieding", "lees", "later/bieding-2025-domesta.xlsx")

    assert lezing["uitkomst"] == "geweigerd"
    bevinding = lezing["bevindingen"][0]
    assert (bevinding["code"], bevinding["klasse"]) == ("B012", "andere_cyclus")
    assert bevinding["wat"] == "Dit formulier is voor 2025, maar nu loopt 2024."


def test_a_form_made_again_holds_the_answers_and_changes_nothing(
    werkmap: Werkmap, gevuld: Path
) -> None:
    werkmap.doe("bieding", "lees", str(gevuld), "--boek")
    uitgestuurd = werkmap.pad / "stukken/dorp-2024/formulieren/bieding-2024-domesta.xlsx"
    eerste = uitgestuurd.read_bytes()

    werkmap.doe("cyclus", "fase", "dorp", "2024", "uitvraag")
    werkmap.doe("bieding", "formulier", "dorp", "2024", "--uit", "los")
    [lezing] = werkmap.json("bieding", "lees", "los/bieding-2024-domesta.xlsx", "--boek")

    assert uitgestuurd.read_bytes() == eerste
    assert [b["code"] for b in lezing["bevindingen"]] == ["B015"]
    assert not lezing["inzending"]["nieuw"]


def test_a_csv_of_one_sheet_leaves_the_other_sheets_as_they_were(
    werkmap: Werkmap, gevuld: Path
) -> None:
    boek = load_workbook(gevuld)
    boek["Extra"]["A5"] = "Een buurttuin"
    boek.save(gevuld)
    werkmap.doe("bieding", "lees", str(gevuld), "--boek")
    blad = boek["Bieding"]
    rijen = [["" if w is None else str(w) for w in rij] for rij in blad.iter_rows(values_only=True)]
    los = gevuld.with_suffix(".csv")
    with los.open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand, delimiter=";").writerows(rijen)

    [lezing] = werkmap.json("bieding", "lees", str(los), "--boek")
    werkmap.doe("bieding", "formulier", "dorp", "2024", "--uit", "los")

    assert [b["code"] for b in lezing["bevindingen"]][-2:] == ["B019", "B015"]
    assert not lezing["inzending"]["nieuw"]
    opnieuw = load_workbook("los/bieding-2024-domesta.xlsx")
    assert opnieuw["Extra"]["A5"].value == "Een buurttuin"


def test_an_empty_form_is_called_empty_when_it_has_to_be_booked_too(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()
    leeg = werkmap.pad / "stukken/dorp-2024/formulieren/bieding-2024-domesta.xlsx"

    antwoord = werkmap.run("bieding", "lees", str(leeg), "--boek")

    assert antwoord.exit_code == 1
    assert "domesta: nog niet ingevuld\n" in antwoord.stdout
    assert antwoord.stdout.endswith("Niet geboekt: er staat nog geen antwoord in.\n\n")


def test_a_form_for_a_step_that_is_over_is_said_not_to_be_booked(
    werkmap: Werkmap, gevuld: Path
) -> None:
    antwoord = werkmap.run("--gegevens", "elders", "bieding", "lees", str(gevuld), "--boek")

    assert antwoord.stdout.endswith("Niet geboekt.\n\n")


@pytest.mark.parametrize(
    ("naam", "opties"),
    [
        ("bieding-2024-domesta.csv", "--voor SAMENWERKING"),
        ("bod.csv", "--van PARTIJ --voor SAMENWERKING --jaar JAAR"),
    ],
)
def test_a_csv_that_does_not_say_whose_it_is_names_the_options(
    werkmap: Werkmap, naam: str, opties: str
) -> None:
    Path(naam).write_text("Regelcode;Doet u mee?;Toelichting\nA02-INZET;ja;Wij praten.\n", "utf-8")

    gelezen = werkmap.run("bieding", "lees", naam)
    geboekt = werkmap.run("bieding", "lees", naam, "--boek")

    assert f"Geef ook: {opties}\n" in gelezen.stdout
    assert f"Geef ook: {opties}\n" in geboekt.stdout
    assert geboekt.stdout.endswith("Niet geboekt.\n\n")
    assert geboekt.exit_code == 1


@pytest.mark.parametrize(
    ("opdracht", "soort"),
    [
        (("bieding", "lees"), "xlsx"),
        (("bieding", "terug", "--uit", "terug"), "xlsx"),
        (("toets", "lees"), "xlsx"),
        (("reacties", "lees"), "docx"),
        (("sjabloon", "controleer"), "docx"),
    ],
)
def test_a_folder_is_refused_with_how_to_name_the_files_in_it(
    werkmap: Werkmap, opdracht: tuple[str, ...], soort: str
) -> None:
    (werkmap.pad / "ontvangen").mkdir()

    antwoord = werkmap.run(*opdracht, "ontvangen/")

    assert antwoord.exit_code == 2
    assert f"'ontvangen' is een map. Noem de bestanden, zo: ontvangen/*.{soort}" in antwoord.stderr
