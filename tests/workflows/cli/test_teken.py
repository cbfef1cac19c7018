"""Signing from the command line: a real key, a real PDF, and the folder for a service."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from cycle.domain.manifest import read_manifest
from tests.cycle.library.builders import ROOT
from tests.pki import WACHTWOORD, Pki
from tests.workflows.cli.builders import Werkmap

DOMESTA = ("domesta", "directeur-bestuurder")
WIE = Pki().ondertekenaar("D. van Domesta")


@pytest.fixture(autouse=True)
def _certificaat(tekenend: Werkmap) -> None:
    """Put a certificate and its password in the folder."""
    (tekenend.pad / "domesta.p12").write_bytes(WIE.p12())
    (tekenend.pad / "geheim.txt").write_bytes(WACHTWOORD + b"\n")


def zet(werkmap: Werkmap, *rest: str, geheim: str = "geheim.txt") -> tuple[str, ...]:
    return (
        *("teken", "zet", "dorp", "2024", *DOMESTA, "--p12", str(werkmap.pad / "domesta.p12")),
        *("--wachtwoord-bestand", str(werkmap.pad / geheim), *rest),
    )


def test_a_secretaris_signs_and_reads_what_the_signature_is_worth(tekenend: Werkmap) -> None:
    tekst = " ".join(tekenend.doe(*zet(tekenend)).split())

    assert "Domesta (directeur-bestuurder) heeft getekend: D. van Domesta, niveau B-B." in tekst
    assert "Let op: Er is geen tijdstempeldienst ingesteld" in tekst
    (getekend,) = tekenend.pad.rglob("ondertekend/jaarschijf-2024.pdf")
    (manifest,) = tekenend.pad.rglob("vastgesteld/manifest.json")
    bevroren = manifest.with_name("jaarschijf-2024.pdf").read_bytes()
    assert getekend.read_bytes().startswith(bevroren)
    tekens = PdfFileReader(io.BytesIO(getekend.read_bytes())).embedded_signatures
    assert [t.field_name for t in tekens] == ["domesta-directeur-bestuurder"]
    assert len(read_manifest(manifest.read_bytes()).velden) == 3
    assert "cryptografisch" in tekenend.doe("teken", "stand", "dorp", "2024")


def test_the_outcome_is_there_for_another_programme(tekenend: Werkmap) -> None:
    uitkomst = tekenend.json(*zet(tekenend, "--niveau", "b-b"))

    assert uitkomst["niveau"] == "B-B"
    assert uitkomst["waarschuwingen"] == []
    assert len(uitkomst["sha256"]) == 64


@pytest.mark.parametrize("sleutels", [(), ("--token", "Bestuurder")])
def test_exactly_one_key_is_asked_for(tekenend: Werkmap, sleutels: tuple[str, ...]) -> None:
    basis = zet(tekenend) if sleutels else ("teken", "zet", "dorp", "2024", *DOMESTA)

    antwoord = tekenend.run(*basis, *sleutels)

    assert antwoord.exit_code == 2
    assert "Kies één sleutel" in antwoord.stderr


def test_a_token_needs_the_library_of_its_maker(tekenend: Werkmap) -> None:
    antwoord = tekenend.run("teken", "zet", "dorp", "2024", *DOMESTA, "--token", "Bestuurder")

    assert antwoord.exit_code == 2
    assert "JAARSCHIJF_PKCS11" in antwoord.stderr


def test_the_password_may_stand_in_the_environment_and_is_never_shown(tekenend: Werkmap) -> None:
    opdracht = zet(tekenend)[:8]

    zonder = tekenend.run(*opdracht)
    met = tekenend.run(*opdracht, env={"JAARSCHIJF_TEKEN_WACHTWOORD": WACHTWOORD.decode()})

    assert zonder.exit_code == 2
    assert "--wachtwoord-bestand" in zonder.stderr
    assert met.exit_code == 0, met.output
    assert WACHTWOORD.decode() not in met.output


def test_a_wrong_password_is_refused_in_words(tekenend: Werkmap) -> None:
    (tekenend.pad / "fout.txt").write_text("iets anders")

    antwoord = tekenend.run(*zet(tekenend, geheim="fout.txt"))

    assert antwoord.exit_code == 1
    assert "gaat niet open" in antwoord.stderr
    assert "Controleer het wachtwoord" in " ".join(antwoord.stderr.split())


def test_the_folder_for_a_service_is_written_beside_the_other_documents(tekenend: Werkmap) -> None:
    tekst = tekenend.doe("teken", "overdracht", "dorp", "2024")
    uitkomst = tekenend.json("teken", "overdracht", "dorp", "2024")

    assert "ondertekenaars.csv" in tekst
    assert sorted(Path(naam).name for naam in uitkomst["stukken"]) == [
        "jaarschijf-2024.pdf",
        "leesmij.txt",
        "manifest.json",
        "ondertekenaars.csv",
    ]
    assert all(Path(naam).is_file() for naam in uitkomst["stukken"])


_DOOD = """
import os, sys
from cycle.store.besluiten import BesluitTabel
from cycle.store.stukken import StukTabel
from workflows.cli.main import jaarschijf

soort, plek = {"stuk": (StukTabel, "add_stuk"), "teken": (BesluitTabel, "add_handtekening")}[
    sys.argv.pop(1)
]
echt = getattr(soort, plek)

def en_dood(self, *woorden):
    echt(self, *woorden)
    os._exit(9)

setattr(soort, plek, en_dood)
jaarschijf.main(sys.argv[1:])
"""


@pytest.mark.parametrize("waar", ["stuk", "teken"])
def test_a_process_that_dies_while_it_keeps_a_signature_has_kept_nothing(
    tekenend: Werkmap, waar: str
) -> None:
    omgeving = os.environ | {"JAARSCHIJF_VANDAAG": tekenend.vandaag, "PYTHONPATH": str(ROOT)}
    dood = subprocess.run(
        [sys.executable, "-c", _DOOD, waar, *zet(tekenend)],
        env=omgeving,
        capture_output=True,
        check=False,
    )

    assert dood.returncode == 9, dood.stderr
    assert "cryptografisch" not in tekenend.doe("teken", "stand", "dorp", "2024")
    assert not list(tekenend.pad.rglob("ondertekend/*.pdf"))
    tekenend.doe(*zet(tekenend))
    assert "cryptografisch" in tekenend.doe("teken", "stand", "dorp", "2024")
