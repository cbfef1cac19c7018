"""A data folder with a cyclus, its files and its content, small enough to copy all the time."""

from dataclasses import replace
from pathlib import Path

import pendulum

from cycle.store import open_store
from cycle.store.bestanden import HashBestanden
from cycle.store.kopie.maak import write_kopie
from cycle.store.kopie.manifest import Bronnen, Manifest
from cycle.store.kopie.terugzetten import plan_herstel, restore_kopie
from cycle.store.opslag import SqlStore
from tests.cycle.store.builders import een_concept, een_cyclus, een_stuk

NU = pendulum.datetime(2024, 3, 5, 12, 0, tz="UTC")
MOMENT = "2024-03-05_130000"
"""The same moment as people in the Netherlands read it, in the name of a folder."""


def open_tijdloos(adres: str) -> SqlStore:
    """Return the store at this address, on a clock that stands still."""
    return open_store(adres, lambda: NU)


def een_map(map_: Path, adres: str = "", *, versie: str = "0.1") -> Bronnen:
    """Return a folder that holds one concept with this version, and the file that belongs to it."""
    gegevens = map_ / "gegevens"
    content = map_ / "content"
    bronnen = Bronnen(adres or f"sqlite:///{gegevens / 'jaarschijf.sqlite'}", gegevens, content)
    kast = HashBestanden(bronnen.bestanden)
    store = open_tijdloos(bronnen.adres)
    with store.transaction() as tx:
        tx.add(een_cyclus())
        tx.add_concept(een_cyclus(), replace(een_concept(versie), gegevens=kast.put(b"gegevens")))
        tx.add_stuk(een_cyclus(), replace(een_stuk(versie), sha256=kast.put(versie.encode())))
    store.close()
    (content / "dorp").mkdir(parents=True, exist_ok=True)
    (content / "dorp" / "samenwerking.toml").write_text('naam = "Dorp"\n', "utf-8")
    return bronnen


def maak(bronnen: Bronnen, doel: Path) -> Manifest:
    """Write a backup of the folder to `doel`."""
    return write_kopie(bronnen, doel, versie="2026.3", gemaakt_op=NU.to_iso8601_string())


def zet_terug(bronnen: Bronnen, kopie: Path, *, vervang: bool = False) -> None:
    """Put the backup back into the folder."""
    restore_kopie(bronnen, kopie, plan_herstel(bronnen, kopie, NU), vervang=vervang)


def read_versies(adres: str) -> list[str]:
    """Return the versions of the concept that this database knows."""
    store = open_tijdloos(adres)
    try:
        with store.transaction() as tx:
            return [concept.versie for concept in tx.concepten(een_cyclus())]
    finally:
        store.close()
