"""Demo: a whole year of each example samenwerking, through the Prefect flows."""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cycle import VERSION
from cycle.bootstrap import build_toolkit
from cycle.domain.errors import InvoerError
from cycle.schijf import write_whole
from cycle.settings import Settings
from workflows.prefect_server import point_prefect_at, serve_prefect
from workflows.scenario import build_scenario

VOORBEELDEN: dict[str, int] = {"hoogeveen": 2024, "hogeland": 2024}
_MERKTEKEN = "demo"

Meld = Callable[[str, int, int], None]
"""Hears what happens: the event in words, how many were done, how many there are."""


@dataclass(frozen=True, slots=True)
class Resultaat:
    """The folder with the documents of one played year, and its files."""

    samenwerking: str
    jaar: int
    folder: Path
    bestanden: tuple[str, ...]


def play_demo(uit: Path, meld: Meld) -> tuple[Resultaat, ...]:
    """Play every example year and return where its documents are.

    Played again it goes on where it was cut off, and leaves the same documents. When the
    content or the templates changed since, it starts afresh.

    Raises:
        InvoerError: the folder for the state holds something that is not from a demo.
    """
    gegevens = uit / "gegevens"
    os.environ |= {"JAARSCHIJF_GEGEVENS": str(gegevens), "JAARSCHIJF_UIT": str(uit)}
    os.environ.pop("JAARSCHIJF_DATABASE", None)
    settings = Settings()
    _prepare(uit, gegevens, settings)
    toolkit = build_toolkit(settings)
    scenarios = {naam: build_scenario(toolkit, naam, jaar) for naam, jaar in VOORBEELDEN.items()}
    totaal = sum(map(len, scenarios.values()))
    gedaan = 0

    def tel(tekst: str) -> None:
        nonlocal gedaan
        gedaan += 1
        meld(tekst, gedaan, totaal)

    meld("De Prefect-server start", 0, totaal)
    home = gegevens / "prefect"
    with serve_prefect(home) as adres:
        point_prefect_at(adres, home)
        from workflows.demoflow import play_jaar  # prefect reads its settings on import

        for naam, jaar in VOORBEELDEN.items():
            play_jaar(naam, jaar, scenarios[naam], tel)
    return tuple(_resultaat(uit, naam, jaar) for naam, jaar in VOORBEELDEN.items())


def _prepare(uit: Path, gegevens: Path, settings: Settings) -> None:
    """Make the folder ready: go on with the same content, start afresh with another."""
    stempel = _stempel(settings)
    merkteken = gegevens / _MERKTEKEN
    if merkteken.is_file():
        if merkteken.read_text() == stempel:
            return
        for naam, jaar in VOORBEELDEN.items():
            shutil.rmtree(uit / f"{naam}-{jaar}", ignore_errors=True)
        for oud in gegevens.iterdir():
            if oud.is_dir():
                shutil.rmtree(oud)
            elif oud != merkteken:
                oud.unlink()
    elif gegevens.is_dir() and any(gegevens.iterdir()):
        raise InvoerError(
            "In deze map staan gegevens die niet van een demo zijn. De demo raakt ze niet aan.",
            advies="Kies een andere map met --uit.",
            plek=str(gegevens),
        )
    write_whole(merkteken, stempel.encode())


def _stempel(settings: Settings) -> str:
    """Return one hash over the version, the content and the templates."""
    som = hashlib.sha256(VERSION.encode())
    for wortel in (settings.content, settings.templates):
        for pad in sorted(p for p in wortel.rglob("*") if p.is_file()):
            som.update(str(pad.relative_to(wortel)).encode() + b"\0" + pad.read_bytes())
    return som.hexdigest()


def _resultaat(uit: Path, samenwerking: str, jaar: int) -> Resultaat:
    """Return what a played year left behind."""
    folder = uit / f"{samenwerking}-{jaar}"
    bestanden = sorted(p for p in folder.rglob("*") if p.is_file())
    return Resultaat(
        samenwerking, jaar, folder, tuple(str(p.relative_to(folder)) for p in bestanden)
    )
