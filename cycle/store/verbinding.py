"""Verbinding: opens SQLite or PostgreSQL so that both behave the same.

Every transaction takes the write lock of the database before its first statement. What a
use case has read can then not change before it writes, and nobody meets a conflict halfway.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError
from sqlalchemy.pool import NullPool

from cycle.store.errors import OpslagOnbereikbaar

_SLOT: Final = 7_232_024
"""Number of the advisory lock on PostgreSQL; any fixed number that is ours alone."""

_BEZET: Final = ("SQLITE_BUSY", "55P03")
_VOL: Final = "SQLITE_FULL"
_KRAP: Final = 1_000_000
"""Bytes left on the disk below which SQLite makes no file of its own beside the data."""
_BESCHADIGD: Final = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


def open_engine(adres: str, wachttijd: float) -> Engine:
    """Return an engine for `adres`; nothing is opened yet except the folder of SQLite.

    `wachttijd` is in seconds.

    Raises:
        OpslagOnbereikbaar: the address is not one of SQLite or PostgreSQL, or the folder
            cannot be made.
    """
    url = _read_adres(adres)
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url, wachttijd)
    return _open_postgresql(url, wachttijd)


def _read_adres(adres: str) -> URL:
    """Return the address in parts, with the driver that we ship."""
    try:
        url = make_url(adres)
    except ArgumentError:
        raise _onbekend_adres() from None
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise _onbekend_adres()


def _onbekend_adres() -> OpslagOnbereikbaar:
    """Return the refusal of an address; the address may hold a password and is not shown."""
    return OpslagOnbereikbaar(
        "Het adres van de database is niet bruikbaar.",
        advies="Begin het adres met 'sqlite:///' en een bestandsnaam, of met 'postgresql://'. "
        "Laat de instelling leeg voor SQLite in de map met gegevens.",
        plek="JAARSCHIJF_DATABASE",
    )


def _open_sqlite(url: URL, wachttijd: float) -> Engine:
    """Return an engine on a file; a connection lives no longer than its transaction."""
    bestand = Path(url.database or "")
    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise OpslagOnbereikbaar(
            f"De map '{bestand.parent.name}' voor de gegevens kan niet worden gemaakt.",
            advies="Kijk of u in deze map mag schrijven, of kies een andere map.",
            plek=str(bestand.parent),
        ) from fout
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": wachttijd})

    @event.listens_for(engine, "connect")
    def prepare(verbinding: Any, _record: object) -> None:  # noqa: ANN401 - a driver's own type
        # Python's sqlite3 would start transactions by itself, late and only for writes.
        verbinding.isolation_level = None
        verbinding.execute("PRAGMA foreign_keys = ON")
        if disk_usage(bestand.parent).free < _KRAP:
            # The file -shm, by which readers and a writer work side by side, has no room. With
            # the data for itself, as a transaction has it anyway, SQLite does without.
            verbinding.execute("PRAGMA locking_mode = EXCLUSIVE")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _open_postgresql(url: URL, wachttijd: float) -> Engine:
    """Return an engine that takes one lock per transaction, as SQLite does."""
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ImportError as fout:
        raise OpslagOnbereikbaar(
            "Het onderdeel voor PostgreSQL ontbreekt.",
            advies="Installeer het met: pip install 'jaarschijf[postgresql]'.",
            plek="JAARSCHIJF_DATABASE",
        ) from fout

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{round(wachttijd * 1000)}ms'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SLOT})")

    return engine


@contextmanager
def begin(engine: Engine) -> Iterator[Connection]:
    """Yield a connection inside one transaction: all of it is kept, or nothing.

    Raises:
        OpslagOnbereikbaar: the database does not answer, is busy for too long, or is damaged.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except DatabaseError as fout:
        raise _explain(fout, engine) from fout


def _explain(fout: DatabaseError, engine: Engine) -> OpslagOnbereikbaar:
    """Return the Dutch words for what the driver reports."""
    plek = engine.url.render_as_string(hide_password=True)
    code = getattr(fout.orig, "sqlite_errorname", None) or getattr(fout.orig, "sqlstate", None)
    if code in _BEZET:
        return OpslagOnbereikbaar(
            "De gegevens zijn te lang in gebruik door een ander programma.",
            advies="Wacht tot het andere programma klaar is en probeer het opnieuw.",
            plek=plek,
        )
    if code == _VOL:
        return OpslagOnbereikbaar(
            "De schijf is vol.",
            advies="Maak ruimte vrij en geef de opdracht opnieuw.",
            plek=plek,
        )
    if code in _BESCHADIGD:
        return OpslagOnbereikbaar(
            "Het bestand met gegevens is beschadigd of is geen database.",
            advies="Zet een reservekopie terug, of kies een andere map met gegevens.",
            plek=plek,
        )
    return OpslagOnbereikbaar(
        "De database is niet bereikbaar of weigert de opdracht.",
        advies="Kijk of de database aan staat en of er ruimte is op de schijf. "
        "Met --debug ziet u de technische melding.",
        plek=plek,
    )
