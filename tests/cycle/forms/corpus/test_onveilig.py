"""Hostile and damaged files end in a code of the catalogue, within the memory of a small PC."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cycle.forms.meldingen.catalogus import CATALOGUS
from tests.cycle.forms.corpus.bestanden import met_macros
from tests.cycle.forms.corpus.formulieren import een_blanco
from tests.cycle.forms.corpus.lezerproces import read_apart
from tests.cycle.forms.corpus.mutaties import mutate, mutate_parts
from tests.cycle.forms.corpus.omzetten import SOFFICE, as_csv, save_with_libreoffice
from tests.cycle.forms.corpus.onveilig import unsafe

MIB = 300
_VANGNET = 2048
"""Above this the process is stopped; what counts is what it really used."""
AANTALLEN = {"xlsx": 160, "xlsm": 80, "csv": 80}
AANTAL_DELEN = 60
AANTALLEN_KANTOOR = {"ods": 40, "xls": 40}


def _read_all(map_: Path, bestanden: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Return what a process of its own makes of files with these names."""
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)
    return read_apart([map_ / naam for naam in bestanden], _VANGNET)


def _check(regels: Iterable[Mapping[str, Any]], aantal: int) -> None:
    """Assert that every file got an answer, and only with codes that are explained."""
    regels = list(regels)
    assert [r for r in regels if "dood" in r] == []
    assert len(regels) == aantal
    for regel in regels:
        assert set(regel["codes"]) <= CATALOGUS.keys(), regel
        assert regel["codes"] or regel["waarden"], regel
        assert regel["mib"] <= MIB, regel


def bronnen() -> dict[str, bytes]:
    """Return the filled form in the formats that need no other program."""
    blanco = een_blanco()
    heel = blanco.gevuld
    blad = blanco.kaart.tabellen["bieding"].sheet
    return {"xlsx": heel, "xlsm": met_macros(heel), "csv": as_csv(heel, blad)}


def bronnen_kantoor() -> dict[str, bytes]:
    """Return the filled form as LibreOffice saves it."""
    heel = {"": een_blanco().gevuld}
    return {soort: save_with_libreoffice(heel, soort)[""] for soort in AANTALLEN_KANTOOR}


def test_hostile_files_are_refused_or_read_without_harm(tmp_path: Path) -> None:
    blanco = een_blanco()
    blad = blanco.kaart.tabellen["bieding"].sheet
    gevallen = {f"{n:03}-{g.bestand}": g for n, g in enumerate(unsafe(blanco.gevuld, blad))}

    regels = _read_all(tmp_path, {naam: geval.maak() for naam, geval in gevallen.items()})

    assert [
        (gevallen[list(gevallen)[len(regels) - 1]].naam, r) for r in regels if "dood" in r
    ] == []
    mis = [
        (gevallen[r["bestand"]].naam, r["codes"])
        for r in regels
        if gevallen[r["bestand"]].codes and not gevallen[r["bestand"]].codes & set(r["codes"])
    ]
    assert mis == []
    _check(regels, len(gevallen))


def test_damaged_files_end_in_an_explanation(tmp_path: Path) -> None:
    bestanden = {m.naam: m.inhoud for m in mutate(bronnen(), AANTALLEN)}

    _check(_read_all(tmp_path, bestanden), sum(AANTALLEN.values()))


def test_whole_packages_with_a_damaged_part_end_in_an_explanation(tmp_path: Path) -> None:
    bestanden = {m.naam: m.inhoud for m in mutate_parts(een_blanco().gevuld, AANTAL_DELEN)}

    _check(_read_all(tmp_path, bestanden), AANTAL_DELEN)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_damaged_files_of_other_programs_end_in_an_explanation(tmp_path: Path) -> None:
    bestanden = {m.naam: m.inhoud for m in mutate(bronnen_kantoor(), AANTALLEN_KANTOOR)}

    _check(_read_all(tmp_path, bestanden), sum(AANTALLEN_KANTOOR.values()))
