"""Forms out: one workbook per partij, with or without a field map."""

import json
import shutil
from pathlib import Path

from openpyxl import load_workbook

from tests.workflows.cli.builders import Werkmap


def test_a_form_for_each_partij_without_touching_any_state(werkmap: Werkmap) -> None:
    antwoord = werkmap.json("bieding", "formulier", "dorp", "2024", "--uit", "blanco")

    assert [f["partij"] for f in antwoord["formulieren"]] == ["gemeente", "domesta", "huurders"]
    assert sorted(p.name for p in Path("blanco").iterdir()) == [
        "bieding-2024-domesta.xlsx",
        "bieding-2024-gemeente.xlsx",
        "bieding-2024-huurders.xlsx",
    ]
    assert [p.name for p in werkmap.pad.iterdir()] == ["blanco"]


def test_forms_are_the_ones_that_the_step_hands_out(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("bieding", "formulier", "dorp", "2024", "--uit", "blanco")
    werkmap.open_biedingen()

    naam = "bieding-2024-domesta.xlsx"
    uitgestuurd = werkmap.pad / "stukken/dorp-2024/formulieren" / naam
    assert tekst.endswith("Er staan 3 formulieren in de map blanco.\n")
    assert Path("blanco", naam).read_bytes() == uitgestuurd.read_bytes()


def test_a_field_map_lies_beside_each_form(werkmap: Werkmap) -> None:
    vraag = ("bieding", "formulier", "dorp", "2024", "--uit", "blanco", "--veldkaart")
    antwoord = werkmap.json(*vraag)

    kaarten = [Path(f["veldkaart"]) for f in antwoord["formulieren"]]
    assert [k.name for k in kaarten] == [
        f"bieding-2024-{partij}.veldkaart.json" for partij in ("gemeente", "domesta", "huurders")
    ]
    kaart = json.loads(kaarten[1].read_text("utf-8"))
    blad = load_workbook(kaarten[1].with_name("bieding-2024-domesta.xlsx"))[kaart["meta"]["sheet"]]
    assert blad[kaart["meta"]["cells"]["somcode"]].value == kaart["somcode"]


def test_who_works_in_two_gemeenten_gets_one_workbook(werkmap: Werkmap) -> None:
    dorp = werkmap.pad.parent / "content/dorp"
    stad = shutil.copytree(dorp, dorp.with_name("stad"))
    toml = stad / "samenwerking.toml"
    tekst = toml.read_text("utf-8").replace('gemeente = "Dorp"', 'gemeente = "Stad"')
    toml.write_text(tekst, "utf-8")

    werkmap.doe("bieding", "formulier", "dorp", "2024", "--uit", "blanco", "--ook", "stad",
                "--veldkaart")  # fmt: skip

    namen = load_workbook("blanco/bieding-2024-domesta.xlsx").sheetnames
    bladen = [naam for naam in namen if naam.startswith("Bieding")]
    assert bladen == ["Bieding Dorp", "Bieding Stad"]
    kaart = json.loads(Path("blanco/bieding-2024-domesta.veldkaart.json").read_text("utf-8"))
    assert [deel["gemeente"] for deel in kaart] == ["Dorp", "Stad"]
    gelezen = werkmap.doe("bieding", "lees", "blanco/bieding-2024-domesta.xlsx")
    assert "domesta in Dorp: nog niet ingevuld\n" in gelezen
    assert "domesta in Stad: nog niet ingevuld\n" in gelezen


def test_a_year_in_which_the_afspraken_do_not_run_is_remarked(werkmap: Werkmap) -> None:
    binnen = werkmap.run("bieding", "formulier", "dorp", "2024", "--uit", "b")
    buiten = werkmap.run("bieding", "formulier", "dorp", "2040", "--uit", "c")

    assert binnen.stderr == ""
    assert buiten.exit_code == 0
    assert "tot en met 2027, en dit is voor 2040." in buiten.stderr
    assert Path("c/bieding-2040-domesta.xlsx").exists()


def test_an_unknown_other_samenwerking_is_refused(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("bieding", "formulier", "dorp", "2024", "--uit", "b", "--ook", "weg")

    assert antwoord.exit_code == 1
    assert "weg" in antwoord.output
