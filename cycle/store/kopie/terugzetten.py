"""Terugzetten: puts a backup in the place of what is there now, all of it or nothing.

Files go first. They are named after their content, so they harm nothing that is there. Then
the database takes its place in one step, and that is the moment at which the old state becomes
the new one. Whoever is killed before it has the old state, whoever is killed after it the new.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pendulum
from sqlalchemy import Engine

from cycle.domain.errors import JaarschijfError, StapBezet
from cycle.schijf import write_whole
from cycle.store import WACHTTIJD
from cycle.store.bestanden import HashBestanden
from cycle.store.kopie import postgres, sqlite
from cycle.store.kopie.inhoud import is_bezig, list_vreemd, read_inhoud
from cycle.store.kopie.keuring import check_kopie, extract, open_kopie
from cycle.store.kopie.manifest import (
    BESTANDEN,
    CONTENT,
    DATABASE,
    Bronnen,
    KopieOnbruikbaar,
    Manifest,
)
from cycle.store.verbinding import open_engine


class GegevensAanwezig(JaarschijfError):
    """There are data already, and nobody said that they may be replaced."""


@dataclass(frozen=True, slots=True)
class Herstelplan:
    """What putting back comes to: what is in the backup, what is there now, what happens to it.

    `opzij` is where the present database goes, None when there is none. `inhoud` is where the
    content goes: None when it is the same, and aside when people have other texts now.
    """

    manifest: Manifest
    cycli: int
    opzij: Path | None
    inhoud: Path | None


def plan_herstel(bronnen: Bronnen, bestand: Path, nu: pendulum.DateTime) -> Herstelplan:
    """Return what would happen; the backup is read to its last byte and nothing is changed.

    Raises:
        KopieOnbruikbaar: the backup is not sound, or is of another kind of database.
        StapBezet: a process is at work in the present data.
    """
    manifest = check_kopie(bestand)
    if manifest.soort != bronnen.soort:
        raise KopieOnbruikbaar(
            f"Deze reservekopie is van een database van de soort {manifest.soort}. "
            f"Hier hoort {bronnen.soort}.",
            advies="Zet JAARSCHIJF_DATABASE zoals het was toen de kopie werd gemaakt.",
            plek=str(bestand),
        )
    cycli = _ask(bronnen, lambda engine: _look_around(engine, bronnen, nu))
    naam = nu.in_timezone("Europe/Amsterdam").format("YYYY-MM-DD_HHmmss")
    moment = bronnen.gegevens / "opzij" / naam
    is_leeg = cycli is None
    with open_kopie(bestand) as (archief, _):
        inhoud = _plan_inhoud(bronnen, archief, manifest, moment)
    return Herstelplan(manifest, cycli or 0, None if is_leeg else moment, inhoud)


def restore_kopie(bronnen: Bronnen, bestand: Path, plan: Herstelplan, *, vervang: bool) -> None:
    """Put the backup back as planned; the same again ends the same.

    Raises:
        GegevensAanwezig: there are data and `vervang` was not asked for.
        OpslagOnbereikbaar: the database refuses; all is then as it was.
    """
    if plan.opzij and not vervang:
        raise GegevensAanwezig(
            f"Er staan al gegevens in {bronnen.gegevens} ({_tel(plan.cycli)}).",
            advies="Kies een lege map met --gegevens. Wilt u deze gegevens vervangen? Geef dan "
            "--vervang. De oude blijven bewaard.",
            plek=str(bronnen.gegevens),
        )
    bronnen.gegevens.mkdir(parents=True, exist_ok=True)
    kast = HashBestanden(bronnen.bestanden)
    with open_kopie(bestand) as (archief, manifest):
        for lid in manifest.leden:
            if lid.naam.startswith(BESTANDEN):
                kast.put(archief.read(lid.naam))
        if plan.inhoud:
            _write_inhoud(archief, manifest, plan.inhoud)
        _place_database(bronnen, archief, manifest, plan.opzij)


def _tel(cycli: int) -> str:
    """Return how many cycli there are, in words."""
    return "1 cyclus" if cycli == 1 else f"{cycli} cycli"


def _ask(bronnen: Bronnen, vraag: Callable[[Engine], int | None]) -> int | None:
    """Return the answer of the present database, None when there is none."""
    if bronnen.soort == "sqlite":
        database = Path(bronnen.adres.removeprefix("sqlite:///"))
        if not database.exists():
            return None
        if sqlite.check(database):
            return 0  # damaged: that is why somebody wants to put a backup back
    engine = open_engine(bronnen.adres, WACHTTIJD)
    try:
        return vraag(engine)
    finally:
        engine.dispose()


def _look_around(engine: Engine, bronnen: Bronnen, nu: pendulum.DateTime) -> int | None:
    """Return how many cycli there are, None for an empty database.

    Raises:
        StapBezet: a process is at work here.
        KopieOnbruikbaar: other tables live in this database, which would be lost.
    """
    if is_bezig(engine, nu):
        raise StapBezet(
            "Er loopt nog een stap in deze gegevens.",
            advies="Wacht tot die klaar is, of stop de dienst, en probeer het opnieuw.",
            plek=str(bronnen.gegevens),
        )
    if bronnen.soort == "postgresql" and (vreemd := list_vreemd(engine)):
        raise KopieOnbruikbaar(
            f"In deze database staan ook tabellen van een ander programma: {', '.join(vreemd)}.",
            advies="Geef jaarschijf een eigen database, en zet de kopie daar terug.",
            plek="JAARSCHIJF_DATABASE",
        )
    inhoud = read_inhoud(engine)
    return inhoud.cycli if inhoud.schema else None


def _plan_inhoud(
    bronnen: Bronnen, archief: ZipFile, manifest: Manifest, moment: Path
) -> Path | None:
    """Return where the content goes: in its place when that is empty, else aside."""
    namen = [lid.naam for lid in manifest.leden if lid.naam.startswith(CONTENT)]
    if not bronnen.content.is_dir() or not any(bronnen.content.iterdir()):
        return bronnen.content
    for naam in namen:
        pad = bronnen.content / naam.removeprefix(CONTENT)
        if not pad.is_file() or pad.read_bytes() != archief.read(naam):
            return moment / "content"
    return None


def _write_inhoud(archief: ZipFile, manifest: Manifest, doel: Path) -> None:
    """Write the content of the backup to the folder `doel`, whole or not at all."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    deel = doel.with_name(f".{doel.name}.herstel")
    if deel.is_dir():
        shutil.rmtree(deel)  # of an earlier attempt that was cut off, perhaps of another backup
    for lid in manifest.leden:
        if lid.naam.startswith(CONTENT):
            write_whole(deel / lid.naam.removeprefix(CONTENT), archief.read(lid.naam))
    if deel.is_dir():
        deel.replace(doel)  # an empty folder may be there: it is replaced


def _place_database(
    bronnen: Bronnen, archief: ZipFile, manifest: Manifest, opzij: Path | None
) -> None:
    """Keep the present database aside and put that of the backup in its place."""
    naam = DATABASE[manifest.soort]
    if manifest.soort == "sqlite":
        database = Path(bronnen.adres.removeprefix("sqlite:///"))
        nieuw = database.with_name(f".{database.name}.herstel")
        extract(archief, naam, nieuw)
        if opzij:
            sqlite.keep_aside(database, opzij)
        sqlite.place(database, nieuw)
        return
    with TemporaryDirectory() as map_:
        nieuw = Path(map_) / naam
        extract(archief, naam, nieuw)
        if opzij:
            opzij.mkdir(parents=True, exist_ok=True)
            postgres.dump(bronnen.adres, opzij / naam)
        postgres.place(bronnen.adres, nieuw)
