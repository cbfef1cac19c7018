"""Migratie: brings a database to the schema of this version, once, whoever comes first."""

from contextlib import suppress
from sqlite3 import OperationalError
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.schema import SCHEMA_VERSIE, VERSIE_TABEL
from cycle.store.verbinding import begin

MIGRATIES: Final = "cycle.store:migraties"


def update_schema(engine: Engine) -> None:
    """Make or update the tables; nothing happens when they are up to date.

    Alembic costs half a second to import, so the version is read with plain SQL first.
    The whole update runs in one transaction that holds the write lock: a second process
    waits and then finds its work done.

    Raises:
        OpslagOnbereikbaar: a newer version of the programme made this database.
    """
    with begin(engine) as connection:
        versie = read_versie(connection)
        if versie != SCHEMA_VERSIE:
            _upgrade(connection, versie)
    if engine.dialect.name == "sqlite":
        _set_wal(engine)


def read_versie(connection: Connection) -> str | None:
    """Return the version of the schema, None for an empty database."""
    if not inspect(connection).has_table(VERSIE_TABEL):
        return None
    versie = connection.scalar(text(f"SELECT version_num FROM {VERSIE_TABEL}"))  # noqa: S608 - constant name
    return None if versie is None else str(versie)


def is_bekend(versie: str) -> bool:
    """Return whether this programme knows this version of the schema."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", MIGRATIES)
    try:
        return ScriptDirectory.from_config(config).get_revision(versie) is not None
    except CommandError:
        return False


def _upgrade(connection: Connection, versie: str | None) -> None:
    """Run the missing migrations on this connection."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", MIGRATIES)
    if versie is not None:
        try:
            ScriptDirectory.from_config(config).get_revision(versie)
        except CommandError as fout:
            raise OpslagOnbereikbaar(
                "De gegevens zijn gemaakt met een nieuwere versie van jaarschijf.",
                advies="Installeer de nieuwste versie van jaarschijf en probeer het opnieuw.",
                plek=connection.engine.url.render_as_string(hide_password=True),
            ) from fout
    command.upgrade(config, "head")


def _set_wal(engine: Engine) -> None:
    """Let readers and a writer work side by side; SQLite remembers this in the file.

    SQLite refuses, without waiting, while another process has the file in use. All is
    sound without it, only slower, and the next start does it.
    """
    connection = engine.raw_connection()
    try:
        with suppress(OperationalError):
            connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
