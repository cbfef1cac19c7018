"""Formulieren: the real forms of a samenwerking with their field maps, as a user makes them."""

import tempfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.kaart import load_kaart
from workflows.cli.main import jaarschijf

SAMENWERKING = "hoogeveen"
JAAR = 2026
CORPORATIE, GEMEENTE, HUURDERS = "domesta", "gemeente-hoogeveen", "shdh"


@cache
def make_formulieren() -> dict[str, tuple[bytes, str]]:
    """Return workbook and field map of each partij, by its code."""
    with tempfile.TemporaryDirectory() as map_:
        omgeving = {"JAARSCHIJF_GEGEVENS": map_, "JAARSCHIJF_VANDAAG": "2025-09-10"}
        antwoord = CliRunner(env=omgeving).invoke(
            jaarschijf,
            ["bieding", "formulier", SAMENWERKING, str(JAAR), "--uit", map_, "--veldkaart"],
        )
        assert antwoord.exit_code == 0, antwoord.output
        begin = f"bieding-{JAAR}-"
        return {
            pad.stem.removeprefix(begin): (
                pad.read_bytes(),
                pad.with_name(f"{pad.stem}.veldkaart.json").read_text("utf-8"),
            )
            for pad in Path(map_).glob(f"{begin}*.xlsx")
        }


@cache
def een_blanco(partij: str = CORPORATIE, seed: int = 0) -> Blanco:
    """Return the empty form of a partij; `seed` chooses the rows that the cases work on."""
    leeg, kaart = make_formulieren()[partij]
    return Blanco(leeg, load_kaart(kaart), seed)
