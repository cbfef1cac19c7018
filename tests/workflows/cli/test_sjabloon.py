"""A coordinator checks and tries a Word template from the command line."""

import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p
from tests.cycle.library.builders import ROOT
from tests.workflows.cli.builders import Werkmap

TEMPLATES = ROOT / "templates"


@pytest.fixture
def fout(werkmap: Werkmap) -> Path:
    """Return a template with one fault, in the folder where we work."""
    pad = werkmap.pad / "mijn-jaarschijf.docx"
    pad.write_bytes(maak_sjabloon(p("Van {{ gemeent }}")))
    return pad


def test_sound_template_is_in_order(werkmap: Werkmap) -> None:
    uitkomst = werkmap.run("sjabloon", "controleer", str(TEMPLATES / "brief.docx"))

    assert uitkomst.exit_code == 0
    assert "brief.docx (nagekeken als brief): in orde" in uitkomst.stdout


def test_fault_is_told_with_its_place_and_exit_code_1(werkmap: Werkmap, fout: Path) -> None:
    uitkomst = werkmap.run("sjabloon", "controleer", fout.name)

    assert uitkomst.exit_code == 1
    assert "1 fout" in uitkomst.stdout
    assert "mijn-jaarschijf.docx, bij ‘Van {{ gemeent }}’  T101 fout" in uitkomst.stdout
    assert "Bedoelt u 'gemeente'?" in uitkomst.stdout


def test_json_has_every_file_with_its_findings(werkmap: Werkmap, fout: Path) -> None:
    goed = str(TEMPLATES / "brief.docx")

    uitkomst = werkmap.run("sjabloon", "controleer", fout.name, goed, "--json")

    assert uitkomst.exit_code == 1
    eerste, tweede = json.loads(uitkomst.stdout)["bestanden"]
    assert tweede == {"bestand": goed, "voor": "brief", "bevindingen": [], "kopie": ""}
    [bevinding] = eerste["bevindingen"]
    assert (eerste["bestand"], eerste["voor"]) == (fout.name, "jaarschijf")
    assert (bevinding["code"], bevinding["ernst"]) == ("T101", "fout")


def test_copy_with_comments_is_written_and_the_original_is_untouched(
    werkmap: Werkmap, fout: Path
) -> None:
    voor = fout.read_bytes()

    uitkomst = werkmap.run("sjabloon", "controleer", fout.name, "--kopie", "na", "--json")

    [bestand] = json.loads(uitkomst.stdout)["bestanden"]
    assert bestand["kopie"] == "na/mijn-jaarschijf-met-opmerkingen.docx"
    [opmerking] = docx.Document(str(werkmap.pad / bestand["kopie"])).comments
    assert opmerking.text.startswith("T101")
    assert fout.read_bytes() == voor


def test_two_files_of_one_name_get_two_copies(werkmap: Werkmap, fout: Path) -> None:
    ander = werkmap.pad / "ander" / fout.name
    ander.parent.mkdir()
    shutil.copy(fout, ander)

    werkmap.run("sjabloon", "controleer", fout.name, str(ander), "--kopie", "na")

    assert sorted(pad.name for pad in (werkmap.pad / "na").iterdir()) == [
        "mijn-jaarschijf-2-met-opmerkingen.docx",
        "mijn-jaarschijf-met-opmerkingen.docx",
    ]


def test_copy_never_takes_the_place_of_a_file_that_was_given(werkmap: Werkmap, fout: Path) -> None:
    gegeven = werkmap.pad / "mijn-jaarschijf-met-opmerkingen.docx"
    shutil.copy(fout, gegeven)

    werkmap.run("sjabloon", "controleer", fout.name, gegeven.name, "--kopie", ".")

    assert gegeven.read_bytes() == fout.read_bytes()
    assert (werkmap.pad / "mijn-jaarschijf-2-met-opmerkingen.docx").exists()


def test_sound_template_gets_no_copy(werkmap: Werkmap) -> None:
    werkmap.run("sjabloon", "controleer", str(TEMPLATES / "brief.docx"), "--kopie", "na")

    assert not (werkmap.pad / "na").exists()


def test_file_that_cannot_be_read_is_a_finding_and_the_rest_goes_on(
    werkmap: Werkmap, fout: Path
) -> None:
    (werkmap.pad / "kapot.docx").write_bytes(b"PK\x03\x04kapot")

    uitkomst = werkmap.run("sjabloon", "controleer", "kapot.docx", fout.name, "--kopie", "na")

    assert uitkomst.exit_code == 1
    assert "kapot.docx: niet te lezen" in uitkomst.stdout
    assert "T101" in uitkomst.stdout


def test_missing_file_and_wrong_view_are_wrong_use(werkmap: Werkmap, fout: Path) -> None:
    assert werkmap.run("sjabloon", "controleer", "weg.docx").exit_code == 2
    assert werkmap.run("sjabloon", "controleer", fout.name, "--voor", "folder").exit_code == 2
    assert werkmap.run("sjabloon", "controleer").exit_code == 2


def test_view_can_be_chosen(werkmap: Werkmap) -> None:
    pad = werkmap.pad / "jaarschijf.docx"
    pad.write_bytes(maak_sjabloon(p("{{ onderwerp }}")))

    assert werkmap.run("sjabloon", "controleer", pad.name).exit_code == 1
    assert werkmap.run("sjabloon", "controleer", pad.name, "--voor", "brief").exit_code == 0


def test_try_fills_a_template_three_times_and_shows_how_far_it_is(werkmap: Werkmap) -> None:
    shutil.copy(TEMPLATES / "brief.docx", werkmap.pad / "brief.docx")

    uitkomst = werkmap.run("sjabloon", "proef", "brief.docx", "--uit", "proef")

    assert uitkomst.exit_code == 0
    assert "3 van 3 proeven gelukt. De documenten staan in proef." in uitkomst.stdout
    assert "100%  brief.docx, vreemdst" in uitkomst.stderr
    assert sorted(pad.name for pad in (werkmap.pad / "proef").iterdir()) == [
        f"brief-{maat}.{soort}"
        for maat in ("grootst", "kleinst", "vreemdst")
        for soort in ("docx", "pdf")
    ]


def test_try_without_a_file_takes_the_templates_of_the_installation(
    werkmap: Werkmap, tmp_path: Path
) -> None:
    shutil.copy(TEMPLATES / "brief.docx", tmp_path / "brief.docx")

    uitkomst = werkmap.run(
        "sjabloon",
        "proef",
        "--zonder-pdf",
        "--json",
        env={"JAARSCHIJF_TEMPLATES": str(tmp_path)},
    )

    proeven = json.loads(uitkomst.stdout)["proeven"]
    assert [(druk["voorbeeld"], druk["uitkomst"], druk["pdf"]) for druk in proeven] == [
        ("kleinst", "ok", ""),
        ("grootst", "ok", ""),
        ("vreemdst", "ok", ""),
    ]
    assert proeven[0]["docx"] == "proef/brief-kleinst.docx"


def test_try_that_fails_says_why_and_where(werkmap: Werkmap, fout: Path) -> None:
    uitkomst = werkmap.run("sjabloon", "proef", fout.name, "--zonder-pdf", "--json")

    assert uitkomst.exit_code == 1
    proeven = json.loads(uitkomst.stdout)["proeven"]
    assert {druk["uitkomst"] for druk in proeven} == {"fout"}
    assert "Bedoelt u 'gemeente'?" in proeven[0]["fout"]["melding"]
    assert proeven[0]["fout"]["plek"] == "mijn-jaarschijf.docx, bij ‘Van {{ gemeent }}’"


def test_try_of_a_broken_file_is_refused_in_dutch(werkmap: Werkmap) -> None:
    for naam in ("kapot.docx", "ander/kapot.docx"):
        pad = werkmap.pad / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(b"x")

    uitkomst = werkmap.run("sjabloon", "proef", "kapot.docx", "ander/kapot.docx", "--zonder-pdf")

    assert uitkomst.exit_code == 1
    assert "0 van 6 proeven gelukt. Er zijn geen documenten gemaakt." in uitkomst.stdout
    assert "jaarschijf sjabloon controleer BESTAND" in uitkomst.stdout
    assert "geen Word-document" in uitkomst.stderr
