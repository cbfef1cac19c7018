"""``jaarschijf verifieer``: on a computer with nothing but the files."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from cycle.domain.manifest import write_manifest
from cycle.signing.controle.oordeel import judge
from tests.cycle.signing.aanvallen import bevroren, getekend, other_person, two_missing
from tests.cycle.signing.dienst import ZEGEL, return_by_service
from tests.cycle.signing.pdfbouw import Bevroren, freeze, naam_van, sign_all
from tests.pki import Pki
from tests.workflows.cli.builders import Werkmap


@pytest.fixture
def hier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge in this process: the one of its own is for the tests that look at it."""
    monkeypatch.setattr("cycle.signing.bindingscontrole.ask_oordeel", judge)


@pytest.fixture
def map_(werkmap: Werkmap) -> Path:
    """Return a folder with whom to believe and the manifest, and no database at all."""
    _write(werkmap.pad, bevroren())
    return werkmap.pad


def _write(pad: Path, versie: Bevroren) -> None:
    (pad / "uitgevers").mkdir(exist_ok=True)
    (pad / "uitgevers/wortel.pem").write_bytes(Pki().wortel.pem())
    for nummer, lijst in enumerate(Pki().intrekkingen()):
        (pad / f"uitgevers/{nummer}.crl").write_bytes(lijst)
    (pad / "manifest.json").write_bytes(write_manifest(versie.manifest))
    (pad / "vastgesteld.pdf").write_bytes(versie.pdf)


def _verifieer(werkmap: Werkmap, inhoud: bytes, *extra: str) -> list[str]:
    """Return the command for a file with this content."""
    (werkmap.pad / "terug.pdf").write_bytes(inhoud)
    return ["verifieer", "terug.pdf", "--vertrouw", "uitgevers", *extra]


MANIFEST = ("--manifest", "manifest.json")


def test_a_good_file_ends_with_zero_and_names_every_partij(werkmap: Werkmap, map_: Path) -> None:
    uit = werkmap.run(*_verifieer(werkmap, getekend(), *MANIFEST))

    assert uit.exit_code == 0, uit.output
    assert "Alles klopt." in uit.output
    assert "geldig      domesta (bestuurder): cryptografisch, Bestuurder van domesta" in uit.output
    assert "code 3F9A-2C1B-77D0" in uit.output


def test_nothing_is_left_behind_and_no_database_is_made(werkmap: Werkmap, map_: Path) -> None:
    opdracht = _verifieer(werkmap, getekend(), *MANIFEST)
    ervoor = sorted(map_.rglob("*"))

    werkmap.run(*opdracht)

    assert sorted(map_.rglob("*")) == ervoor


@pytest.mark.usefixtures("hier")
def test_somebody_else_ends_with_one_and_is_named(werkmap: Werkmap, map_: Path) -> None:
    personen = [
        woord
        for veld in bevroren().manifest.velden
        for woord in ("--persoon", veld.naam, naam_van(veld.partij))
    ]

    uit = werkmap.run(*_verifieer(werkmap, other_person(), *MANIFEST, *personen))

    assert uit.exit_code == 1
    assert "Getekend door Iemand Anders. Die mag hier niet tekenen." in uit.output
    assert "ongeldig    domesta (bestuurder)" in uit.output
    assert "geldig      hoogeveen (bestuurder)" in uit.output


@pytest.mark.usefixtures("hier")
def test_missing_signatures_end_with_one_unless_that_was_meant(
    werkmap: Werkmap, map_: Path
) -> None:
    opdracht = _verifieer(werkmap, two_missing(), *MANIFEST)

    uit, deels = werkmap.run(*opdracht), werkmap.run(*opdracht, "--deels")

    assert (uit.exit_code, deels.exit_code) == (1, 0)
    assert "ontbreekt   woonconcept (bestuurder)" in uit.output


@pytest.mark.usefixtures("hier")
def test_without_a_manifest_the_reader_hears_what_was_not_looked_at(
    werkmap: Werkmap, map_: Path
) -> None:
    uit = werkmap.run(*_verifieer(werkmap, getekend()))

    assert uit.exit_code == 0
    assert "Of dit de vastgestelde versie is, is niet nagegaan." in uit.output


@pytest.mark.usefixtures("hier")
def test_without_anybody_to_believe_nothing_holds(werkmap: Werkmap, map_: Path) -> None:
    (map_ / "terug.pdf").write_bytes(getekend())

    uit = werkmap.run("verifieer", "terug.pdf", *MANIFEST)

    assert uit.exit_code == 1
    assert "--vertrouw" in uit.output


@pytest.mark.usefixtures("hier")
def test_whom_to_believe_may_be_set_once(
    werkmap: Werkmap, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAARSCHIJF_VERTROUWD", str(map_ / "uitgevers"))
    (map_ / "terug.pdf").write_bytes(getekend())

    assert werkmap.run("verifieer", "terug.pdf", *MANIFEST).exit_code == 0


@pytest.mark.usefixtures("hier")
def test_a_registered_file_that_changed_since_ends_with_one(werkmap: Werkmap, map_: Path) -> None:
    uit = werkmap.run(*_verifieer(werkmap, getekend(), *MANIFEST, "--sha", "0" * 64))

    assert uit.exit_code == 1
    assert "V009" in uit.output


@pytest.mark.usefixtures("hier")
def test_json_holds_the_whole_outcome(werkmap: Werkmap, map_: Path) -> None:
    data = werkmap.json(*_verifieer(werkmap, getekend(), *MANIFEST))

    assert (data["houdt"], data["compleet"]) == (True, True)
    assert [p["staat"] for p in data["partijen"]] == ["geldig"] * 3
    assert {c["controle"] for c in data["bestanden"][0]["controles"]} >= {"begin", "velden"}


@pytest.mark.usefixtures("hier")
def test_a_folder_finds_its_manifest_and_adopted_version_by_itself(
    werkmap: Werkmap, map_: Path
) -> None:
    dienst = werkmap.pad / "dienst.cer"
    dienst.write_bytes(ZEGEL.der())
    (map_ / "uitgevers").rename(werkmap.pad.parent / "uitgevers")
    (map_ / "terug.pdf").write_bytes(return_by_service(bevroren()))

    uit = werkmap.run(
        "verifieer", ".", "--vertrouw", "../uitgevers", "--dienst", "dienst.cer", "--deels"
    )

    assert uit.exit_code == 0, uit.output
    assert "dienstzegel en tekstvergelijking" in uit.output


@pytest.mark.usefixtures("hier")
def test_a_zip_is_looked_into(werkmap: Werkmap, map_: Path) -> None:
    versie = bevroren()
    with zipfile.ZipFile(map_ / "alles.zip", "w") as pakket:
        pakket.writestr("getekend.pdf", getekend())
        pakket.writestr("manifest.json", write_manifest(versie.manifest))

    uit = werkmap.run("verifieer", "alles.zip", "--vertrouw", "uitgevers")

    assert uit.exit_code == 0, uit.output


@pytest.mark.usefixtures("hier")
def test_a_manifest_of_another_version_refuses_the_file(werkmap: Werkmap, map_: Path) -> None:
    ander = replace(bevroren().manifest, sha256="0" * 64)
    (map_ / "manifest.json").write_bytes(write_manifest(ander))

    uit = werkmap.run(*_verifieer(werkmap, getekend(), *MANIFEST))

    assert uit.exit_code == 1
    assert "V010" in uit.output


@pytest.mark.usefixtures("hier")
@pytest.mark.parametrize(
    ("inhoud", "code"), [(b"", "V001"), (b"%PDF-1.7\nniets", "V002"), (b"%PDF-1.7\n%%EOF", "V002")]
)
def test_what_is_no_pdf_ends_with_a_finding(
    werkmap: Werkmap, map_: Path, inhoud: bytes, code: str
) -> None:
    uit = werkmap.run(*_verifieer(werkmap, inhoud, *MANIFEST))

    assert uit.exit_code == 1
    assert code in uit.output


@pytest.mark.usefixtures("hier")
def test_a_folder_without_a_signed_pdf_is_refused(werkmap: Werkmap, map_: Path) -> None:
    (map_ / "leeg").mkdir()

    uit = werkmap.run("verifieer", "leeg")

    assert uit.exit_code == 1
    assert "Er is geen getekende PDF om te bekijken." in uit.output


@pytest.mark.usefixtures("hier")
def test_a_certificate_that_is_none_is_refused_in_words(werkmap: Werkmap, map_: Path) -> None:
    (map_ / "onzin.pem").write_text("geen certificaat", "utf-8")
    (map_ / "terug.pdf").write_bytes(getekend())

    uit = werkmap.run("verifieer", "terug.pdf", "--vertrouw", "onzin.pem")

    assert uit.exit_code == 1
    assert "Dit bestand is geen certificaat." in uit.output


@pytest.mark.usefixtures("hier")
def test_a_signature_of_one_is_enough_for_one_place(werkmap: Werkmap) -> None:
    versie = freeze(aantal=1)
    _write(werkmap.pad, versie)

    uit = werkmap.run(*_verifieer(werkmap, sign_all(versie), *MANIFEST))

    assert uit.exit_code == 0, uit.output
