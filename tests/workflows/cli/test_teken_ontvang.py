"""``jaarschijf teken ontvang`` and ``bevestig``, with a real frozen PDF and real signatures."""

import shutil
from pathlib import Path

import pytest

from cycle.signing.controle.oordeel import judge
from tests.cycle.signing.dienst import ZEGEL, flatten, seal
from tests.cycle.signing.pdfbouw import make_pdf, sign
from tests.pki import WACHTWOORD, Pki
from tests.workflows.cli.builders import Werkmap

PARTIJ, FUNCTIE = "domesta", "directeur-bestuurder"


@pytest.fixture(scope="module")
def vastgesteld(gespeeld: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which Dorp is ready to sign, made once for all tests."""
    wortel = tmp_path_factory.mktemp("teken")
    shutil.copytree(gespeeld, wortel, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(wortel / "werkmap")
        monkeypatch.setenv("JAARSCHIJF_CONTENT", str(wortel / "content"))
        monkeypatch.setenv("JAARSCHIJF_PDF", "ingebouwd")
        map_ = Werkmap(wortel / "werkmap", "2023-12-11")
        for stap in ("accordering", "vaststelling", "ondertekening"):
            map_.doe("cyclus", "fase", "dorp", "2024", stap, "--reden", "Proef.")
    return wortel


@pytest.fixture
def map_(vastgesteld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return a folder of its own with whom to believe."""
    shutil.copytree(vastgesteld, tmp_path, dirs_exist_ok=True)
    pad = tmp_path / "werkmap"
    monkeypatch.chdir(pad)
    monkeypatch.setenv("JAARSCHIJF_CONTENT", str(tmp_path / "content"))
    for naam, inhoud in (("uitgevers", Pki().wortel.pem()), ("diensten", ZEGEL.pem())):
        (pad / naam).mkdir()
        (pad / naam / "een.pem").write_bytes(inhoud)
    monkeypatch.setattr("cycle.signing.bindingscontrole.ask_oordeel", judge)
    monkeypatch.setenv("JAARSCHIJF_VERTROUWD", str(pad / "uitgevers"))
    monkeypatch.setenv("JAARSCHIJF_DIENSTEN", str(pad / "diensten"))
    return Werkmap(pad, "2023-12-11")


def _bevroren(map_: Werkmap) -> Path:
    return map_.pad / "stukken/dorp-2024/vastgesteld/jaarschijf-2024.pdf"


def _getekend(map_: Werkmap, niveau: str = "B-T") -> Path:
    """Return our own PDF with the signature of Domesta, set with other software than ours."""
    wie = Pki().ondertekenaar("Jannes de Vries", "Domesta")
    pad = map_.pad / "getekend.pdf"
    veld = f"{PARTIJ}-{FUNCTIE}"
    pad.write_bytes(sign(_bevroren(map_).read_bytes(), veld, wie, niveau))
    return pad


def test_a_pdf_that_came_back_is_registered_and_verified_elsewhere(map_: Werkmap) -> None:
    pad = _getekend(map_)

    uit = map_.doe("teken", "ontvang", "dorp", "2024", pad.name, "--door", "secretaris")
    buiten = map_.run(
        "verifieer",
        pad.name,
        "--manifest",
        str(_bevroren(map_).with_name("manifest.json")),
        "--deels",
    )

    assert "Vastgelegd: domesta (directeur-bestuurder)." in uit
    assert buiten.exit_code == 0, buiten.output
    assert "Jannes de Vries" in buiten.output
    stand = map_.json("teken", "stand", "dorp", "2024")
    assert "certificaat" in str(stand)


def test_a_changed_pdf_is_refused_with_every_finding(map_: Werkmap) -> None:
    pad = _getekend(map_)
    pdf = bytearray(pad.read_bytes())
    pdf[12] ^= 1
    pad.write_bytes(pdf)

    uit = map_.run("teken", "ontvang", "dorp", "2024", pad.name)

    assert uit.exit_code == 1
    assert "V010" in uit.output
    assert "getekend.pdf is niet bewaard." in uit.output


def test_the_pdf_of_a_service_needs_its_report(map_: Werkmap) -> None:
    pad = map_.pad / "dienst.pdf"
    pad.write_bytes(seal(flatten(_bevroren(map_).read_bytes(), (), bewijs=1)))
    (map_.pad / "verslag.pdf").write_bytes(make_pdf([["Wie tekende wanneer"]]))
    opdracht = ("teken", "ontvang", "dorp", "2024", pad.name)

    zonder = map_.run(*opdracht)
    uit = map_.run(
        *opdracht, "--voor", PARTIJ, FUNCTIE, "--op", "2023-12-11", "--verslag", "verslag.pdf"
    )

    assert zonder.exit_code == 1
    assert "Het zegel zegt niet wie er tekende." in zonder.output
    assert uit.exit_code == 0, uit.output
    assert "dienstzegel en tekstvergelijking" in uit.output


def test_a_scan_needs_two_people(map_: Werkmap) -> None:
    code = map_.code()
    bladen = map_.json("teken", "ontvang", "dorp", "2024", _getekend(map_).name)
    assert bladen["oordeel"]["houdt"]
    scan = map_.pad / "scan.pdf"
    scan.write_bytes(flatten(_bevroren(map_).read_bytes(), ()))
    wie = ("gemeente", "wethouder")
    opdracht = ("teken", "bevestig", "dorp", "2024", *wie, "--code", code)

    aangeboden = map_.run(
        *("teken", "ontvang", "dorp", "2024", "scan.pdf", "--scan", "--voor", *wie),
        *("--op", "2023-12-11", "--code", code, "--door", "secretaris"),
    )
    zelfde = map_.run(*opdracht, "--door", "secretaris")
    ander = map_.run(*opdracht, "--door", "coördinator")

    assert aangeboden.exit_code == 0, aangeboden.output
    assert "zodra iemand anders haar bevestigt" in aangeboden.output
    assert zelfde.exit_code == 1
    assert "Bevestigen doet iemand anders" in zelfde.output
    assert ander.exit_code == 0, ander.output
    assert "gezien door secretaris en coördinator" in ander.output


def test_a_dossier_shows_every_route_on_a_computer_without_the_database(
    map_: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, wie = map_.code(), ("gemeente", "wethouder")
    (map_.pad / "scan.pdf").write_bytes(flatten(_bevroren(map_).read_bytes(), ()))
    (map_.pad / "zegel.p12").write_bytes(Pki().ondertekenaar("Zegel", "Gemeente").p12())
    monkeypatch.setenv("JAARSCHIJF_ZEGEL", str(map_.pad / "zegel.p12"))
    monkeypatch.setenv("JAARSCHIJF_ZEGEL_WACHTWOORD", WACHTWOORD.decode())
    map_.doe("teken", "ontvang", "dorp", "2024", _getekend(map_).name)
    map_.doe(
        *("teken", "ontvang", "dorp", "2024", "scan.pdf", "--scan", "--voor", *wie),
        *("--op", "2023-12-11", "--code", code, "--door", "secretaris"),
    )
    map_.doe("teken", "bevestig", "dorp", "2024", *wie, "--code", code, "--door", "coördinator")
    map_.run("dossier", "dorp", "2024")  # it says what is still missing
    (pad,) = map_.pad.rglob("dossier-dorp-2024-r1.zip")
    elders = map_.pad / "elders"
    elders.mkdir()
    pad.rename(elders / "dossier.zip")
    monkeypatch.chdir(elders)

    data = map_.json("verifieer", "dossier.zip", "--deels")

    assert data["houdt"], data
    assert {(p["partij"], p["route"]) for p in data["partijen"]} == {
        ("domesta", "certificaat"),
        ("gemeente", "papier"),
        ("huurders", None),
    }
    assert [z["staat"] for z in data["zegels"]] == ["geldig"]
    assert sorted(elders.iterdir()) == [elders / "dossier.zip"]


def test_wrong_use_is_told_in_words(map_: Werkmap) -> None:
    pad = _getekend(map_)

    zonder = map_.run("teken", "ontvang", "dorp", "2024", pad.name, "--scan")
    code = map_.run("teken", "ontvang", "dorp", "2024", pad.name, "--code", "3F9A-2C1B-77D0")

    assert (zonder.exit_code, code.exit_code) == (2, 2)
    assert "Geef bij een scan één keer --voor" in zonder.output
    assert "--code hoort bij een scan" in code.output
