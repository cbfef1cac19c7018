"""What goes back to a partij, as files in a folder."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workflows.cli.builders import Werkmap, type_in


@pytest.fixture
def gevuld(werkmap: Werkmap) -> Path:
    """Return the filled form of Domesta; the biedingen are open."""
    werkmap.open_biedingen()
    return werkmap.vul_formulier()


def _namen() -> list[str]:
    return sorted(pad.name for pad in Path("terug").iterdir())


def _cell_of_bod(werkmap: Werkmap, pad: Path) -> str:
    [lezing] = werkmap.json("bieding", "lees", str(pad))
    return next(str(w["cel"]) for w in lezing["waarden"] if w["veld"] == "bod")


def test_form_in_order_gets_a_letter(werkmap: Werkmap, gevuld: Path) -> None:
    tekst = werkmap.doe("bieding", "terug", gevuld.name, "--uit", "terug")

    assert _namen() == ["bieding-2024-domesta-ontvangst.docx", "bieding-2024-domesta-ontvangst.pdf"]
    assert tekst.startswith("bieding-2024-domesta.xlsx: in orde\n")
    assert "terug/bieding-2024-domesta-ontvangst.pdf" in tekst.replace("\\", "/")


def test_form_with_a_fault_comes_back_marked_and_the_upload_stays_as_it_was(
    werkmap: Werkmap, gevuld: Path
) -> None:
    cel = _cell_of_bod(werkmap, gevuld)
    type_in(gevuld, cel, "veel")
    ervoor = gevuld.read_bytes()

    antwoord = werkmap.run("bieding", "terug", gevuld.name, "--uit", "terug")
    [retour] = werkmap.json("bieding", "terug", gevuld.name, "--uit", "terug")

    assert antwoord.exit_code == 1
    assert gevuld.read_bytes() == ervoor
    assert retour["uitkomst"] == "correctie"
    assert [Path(pad).name for pad in retour["bestanden"]] == [
        "bieding-2024-domesta-nagekeken.xlsx",
        "bieding-2024-domesta-ontvangst.docx",
        "bieding-2024-domesta-ontvangst.pdf",
    ]
    boek = load_workbook("terug/bieding-2024-domesta-nagekeken.xlsx")
    assert boek.sheetnames[0] == "Verbeterpunten"
    assert "W301" in boek["Bieding"][cel].comment.text


def test_finding_on_screen_says_which_question_it_is_about(werkmap: Werkmap, gevuld: Path) -> None:
    cel = _cell_of_bod(werkmap, gevuld)
    type_in(gevuld, cel, "veel")

    tekst = werkmap.run("bieding", "lees", gevuld.name).stdout

    assert f"Bieding!{cel} (A01-" in tekst


def test_marked_copy_is_read_like_the_form_itself(werkmap: Werkmap, gevuld: Path) -> None:
    type_in(gevuld, _cell_of_bod(werkmap, gevuld), "ca. 60")
    werkmap.doe("bieding", "terug", gevuld.name, "--uit", "terug")

    [bron] = werkmap.json("bieding", "lees", gevuld.name)
    [kopie] = werkmap.json("bieding", "lees", "terug/bieding-2024-domesta-nagekeken.xlsx")

    assert bron["bevindingen"] != []
    assert kopie["bevindingen"] == bron["bevindingen"]
    assert kopie["waarden"] == bron["waarden"]


def test_file_that_is_no_form_gives_the_reason_and_no_files(werkmap: Werkmap) -> None:
    Path("brief.xlsx").write_bytes(b"Geachte coordinator")

    antwoord = werkmap.run("bieding", "terug", "brief.xlsx", "--uit", "terug")
    [retour] = werkmap.json("bieding", "terug", "brief.xlsx", "--uit", "terug")

    assert antwoord.exit_code == 1
    assert "Er is geen brief gemaakt. Het bestand zegt niet van wie het is." in antwoord.stdout
    assert (retour["uitkomst"], retour["bestanden"]) == ("geweigerd", [])
    assert not Path("terug").exists()


def test_refused_file_says_what_is_wrong_as_when_it_is_read(werkmap: Werkmap) -> None:
    Path("leeg.xlsx").write_bytes(b"")

    gelezen = werkmap.run("bieding", "lees", "leeg.xlsx").stdout
    antwoord = werkmap.run("bieding", "terug", "leeg.xlsx", "--uit", "terug").stdout
    [lezing] = werkmap.json("bieding", "lees", "leeg.xlsx")
    [retour] = werkmap.json("bieding", "terug", "leeg.xlsx", "--uit", "terug")

    assert "B001" in antwoord
    assert antwoord.startswith(gelezen)
    assert retour["bevindingen"] == lezing["bevindingen"]


def test_two_files_of_one_name_get_results_named_after_their_partij(
    werkmap: Werkmap, gevuld: Path
) -> None:
    leeg = werkmap.pad / "stukken/dorp-2024/formulieren/bieding-2024-gemeente.xlsx"
    for map_, inhoud in (("a", gevuld.read_bytes()), ("b", leeg.read_bytes())):
        Path(map_).mkdir()
        Path(map_, "bod.xlsx").write_bytes(inhoud)
    opdracht = ("bieding", "terug", "a/bod.xlsx", "b/bod.xlsx", "--uit", "terug")

    retouren = werkmap.json(*opdracht)
    nog_eens = werkmap.json(*opdracht)

    assert [sorted(Path(p).name for p in r["bestanden"]) for r in retouren] == [
        ["bod-domesta-ontvangst.docx", "bod-domesta-ontvangst.pdf"],
        ["bod-gemeente-ontvangst.docx", "bod-gemeente-ontvangst.pdf"],
    ]
    assert nog_eens == retouren
