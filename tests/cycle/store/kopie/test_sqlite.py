"""What only SQLite can do to a backup: its log lies beside it, under a name that stays."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.kopie.manifest import Bronnen
from tests.cycle.store.kopie.builders import MOMENT, een_map, maak, read_versies, zet_terug

SOORTEN = ("sqlite",)


def test_what_is_only_in_the_log_of_the_database_is_in_the_backup(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    bronnen = een_map(tmp_path, adres)
    database = Path(adres.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(database)) as open_:
        open_.execute("PRAGMA wal_autocheckpoint = 0")
        open_.execute("UPDATE concept SET versie = '0.2'")
        open_.commit()
        assert database.with_name(f"{database.name}-wal").stat().st_size

        maak(bronnen, tmp_path / "kopie.zip")

    zet_terug(elders, tmp_path / "kopie.zip")
    assert read_versies(elders.adres) == ["0.2"]


def test_the_log_of_the_old_database_is_not_taken_for_that_of_the_new_one(
    adres: str, tmp_path: Path
) -> None:
    bronnen = een_map(tmp_path, adres)
    maak(bronnen, tmp_path / "kopie.zip")
    database = Path(adres.removeprefix("sqlite:///"))
    script = (
        "import os, sqlite3, sys; d = sqlite3.connect(sys.argv[1]);"
        "d.execute(\"UPDATE concept SET versie = '9.9'\"); d.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=True)
    assert database.with_name(f"{database.name}-wal").stat().st_size

    zet_terug(bronnen, tmp_path / "kopie.zip", vervang=True)

    assert read_versies(adres) == ["0.1"]


def test_a_damaged_database_is_replaced_and_kept_byte_for_byte(adres: str, tmp_path: Path) -> None:
    bronnen = een_map(tmp_path, adres)
    maak(bronnen, tmp_path / "kopie.zip")
    database = Path(adres.removeprefix("sqlite:///"))
    database.write_bytes(b"geen database")

    zet_terug(bronnen, tmp_path / "kopie.zip", vervang=True)

    assert read_versies(adres) == ["0.1"]
    bewaard = bronnen.gegevens / "opzij" / MOMENT / database.name
    assert bewaard.read_bytes() == b"geen database"


def test_a_database_that_somebody_writes_to_is_left_alone(
    adres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bronnen = een_map(tmp_path, adres)
    maak(bronnen, tmp_path / "kopie.zip")
    monkeypatch.setattr("cycle.store.kopie.sqlite.WACHT", 0.05)
    with closing(sqlite3.connect(bronnen.adres.removeprefix("sqlite:///"))) as ander:
        ander.execute("SELECT * FROM concept").fetchone()
        ander.execute("BEGIN")
        ander.execute("SELECT * FROM concept").fetchone()

        with pytest.raises(OpslagOnbereikbaar, match="in gebruik door een ander programma"):
            zet_terug(bronnen, tmp_path / "kopie.zip", vervang=True)
