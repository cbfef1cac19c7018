"""Sqlite: copies an SQLite database while it is in use, and puts a copy in its place.

Taking the place is one rename. What is done before it leaves the old database as it was, and
what is done after it is only tidying up.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from cycle.store.errors import OpslagOnbereikbaar

WACHT = 30.0
"""Seconds to wait for another programme that has the database in use."""

_BIJ: Final = ("-wal", "-shm", "-journal")
"""Files that SQLite keeps beside a database."""


def dump(bron: Path, doel: Path) -> None:
    """Write the database to `doel`, as it is at one moment; leases stay behind.

    Raises:
        OpslagOnbereikbaar: there is no database, it is damaged, or busy for too long.
    """
    try:
        with closing(_open(bron)) as oud, closing(sqlite3.connect(doel)) as nieuw:
            oud.backup(nieuw)
            nieuw.execute("DELETE FROM stap_lease")
            nieuw.commit()
            nieuw.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as fout:
        raise OpslagOnbereikbaar(
            "De database kan niet worden gekopieerd.",
            advies="Kijk of het bestand er is, of het heel is en of er ruimte is op de schijf.",
            plek=str(bron),
        ) from fout


def check(bron: Path) -> str:
    """Return "" when the database is sound, else what is wrong with it."""
    try:
        with closing(_open(bron)) as database:
            (uitkomst,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as fout:
        return str(fout)
    return "" if uitkomst == "ok" else str(uitkomst)


def place(doel: Path, nieuw: Path) -> None:
    """Put the file `nieuw` in the place of the database `doel`, in one step.

    Nobody writes meanwhile: the old database is locked until the new one has its name. A
    damaged one cannot be locked, and nothing is lost with what lies beside it.

    Raises:
        OpslagOnbereikbaar: another programme uses the database.
    """
    _sync(nieuw)
    slot = _lock(doel)
    try:
        if slot is None:
            for einde in _BIJ:
                doel.with_name(f"{doel.name}{einde}").unlink(missing_ok=True)
        nieuw.replace(doel)
    finally:
        if slot:
            slot.close()
    _sync(doel.parent)


def keep_aside(bron: Path, opzij: Path) -> None:
    """Keep a copy of the database in the folder `opzij`; a damaged one byte for byte."""
    opzij.mkdir(parents=True, exist_ok=True)
    doel = opzij / bron.name
    try:
        dump(bron, doel)
    except OpslagOnbereikbaar:
        for einde in ("", *_BIJ):
            deel = bron.with_name(f"{bron.name}{einde}")
            if deel.exists():
                shutil.copyfile(deel, opzij / deel.name)


def _lock(doel: Path) -> sqlite3.Connection | None:
    """Return a connection that holds the database for itself, None when there is none to hold."""
    if not doel.exists() or check(doel):
        return None
    slot = _open(doel)
    try:
        # Without its log, which goes by name and would be taken for that of the new database.
        slot.execute("PRAGMA journal_mode = DELETE")
        slot.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as fout:
        slot.close()
        raise OpslagOnbereikbaar(
            "De gegevens zijn in gebruik door een ander programma.",
            advies="Sluit het andere programma en probeer het opnieuw.",
            plek=str(doel),
        ) from fout
    return slot


def _open(bestand: Path) -> sqlite3.Connection:
    """Return a connection to a database that exists."""
    return sqlite3.connect(f"{bestand.resolve().as_uri()}?mode=rw", uri=True, timeout=WACHT)


def _sync(pad: Path) -> None:
    """Force a file or the names in a folder to the disk."""
    nummer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
