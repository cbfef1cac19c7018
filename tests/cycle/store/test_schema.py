"""The tables: made once, equal to the code, and closed against what may not be."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from cycle.domain.reactie import Repliek
from cycle.domain.reactietabel import Reactiebesluit, Reactiekeuze
from cycle.store import open_store
from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.migratie import MIGRATIES, read_versie
from cycle.store.opslag import SqlStore
from cycle.store.schema import LOGBOEKEN, SCHEMA_VERSIE, VERSIE_TABEL, metadata
from cycle.store.verbinding import begin
from tests.builders import (
    een_ingebrachte,
    een_lichtkeuze,
    een_opmerking,
    een_standmelding,
)
from tests.cycle.store.builders import (
    DAG,
    Wijzer,
    add_aftekening,
    add_kickoff,
    een_besluit,
    een_bieding,
    een_handtekening,
    een_inzending,
    gestart,
)

ROOT = Path(__file__).resolve().parents[3]


def _ignore_versie(_voorwerp: object, naam: str | None, soort: str, *_rest: object) -> bool:
    return not (soort == "table" and naam == VERSIE_TABEL)


def test_migrations_lead_to_the_tables_of_the_code(store: SqlStore, engine: Engine) -> None:
    with begin(engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ignore_versie})
        assert compare_metadata(context, metadata) == []


def test_migrations_name_and_check_the_constraints_of_the_code(
    store: SqlStore, engine: Engine
) -> None:
    with begin(engine) as connection:
        inspector = inspect(connection)
        for tabel in metadata.sorted_tables:
            verwacht = {str(c.name) for c in tabel.constraints if c.name}
            gevonden = {
                naam
                for lijst in (
                    inspector.get_check_constraints(tabel.name),
                    inspector.get_unique_constraints(tabel.name),
                    inspector.get_foreign_keys(tabel.name),
                    [inspector.get_pk_constraint(tabel.name)],
                )
                for c in lijst
                if (naam := c["name"])
            }
            assert gevonden == verwacht, tabel.name


def test_the_code_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", MIGRATIES)

    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA_VERSIE]


def test_opening_again_changes_nothing_and_does_not_load_alembic(adres: str) -> None:
    gestart(open_store(adres, Wijzer()))
    script = (
        "import sys; from cycle.klok import tijdstip; from cycle.store import open_store\n"
        "store = open_store(sys.argv[1], tijdstip)\n"
        "with store.transaction() as tx: print(len(tx.list_cycli()), 'alembic' in sys.modules)"
    )

    uitvoer = subprocess.run(
        [sys.executable, "-c", script, adres], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert uitvoer == "1 False\n"


def test_a_database_of_a_newer_version_is_refused(
    store: SqlStore, engine: Engine, adres: str
) -> None:
    with begin(engine) as connection:
        connection.execute(text("UPDATE jaarschijf_versie SET version_num = 'v2031_1'"))

    with pytest.raises(OpslagOnbereikbaar, match="nieuwere versie") as fout:
        open_store(adres, Wijzer())

    assert "Installeer" in fout.value.advies


def test_an_interrupted_first_start_is_done_again(
    adres: str, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as even:
        even.setattr("alembic.op.execute", lambda _sql: 1 / 0)  # the last step of the migration
        with pytest.raises(ZeroDivisionError):
            open_store(adres, Wijzer())
    with begin(engine) as connection:
        assert inspect(connection).get_table_names() == []

    gestart(open_store(adres, Wijzer()))

    with begin(engine) as connection:
        assert read_versie(connection) == SCHEMA_VERSIE


@pytest.mark.parametrize("daad", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_database_itself_keeps_the_logs(store: SqlStore, engine: Engine, daad: str) -> None:
    cyclus, inzending = gestart(store), een_inzending()
    with store.transaction() as tx:
        tx.add_bieding(cyclus, inzending, een_bieding(inzending))
        tx.add_besluit(cyclus, een_besluit())
        tx.add_handtekening(cyclus, een_handtekening())
        tx.add_feit(cyclus, "verzending", DAG, "Verzonden")
        met_repliek = een_opmerking(replieken=(Repliek("lezer", DAG, "Ja."),))
        tx.add_reactie(cyclus, een_ingebrachte(met_repliek))
        tx.add_reactiebesluit(cyclus, Reactiebesluit(1, Reactiekeuze.BESPREKEN, DAG))
        tx.add_standmelding(cyclus, een_inzending(), een_standmelding())
        tx.add_lichtkeuze(cyclus, een_lichtkeuze())
        add_kickoff(tx, cyclus)
        add_aftekening(tx, cyclus)

    for tabel in LOGBOEKEN:
        kolom = metadata.tables[tabel].columns.keys()[0]
        with (
            pytest.raises(DatabaseError, match=f"{tabel} is een logboek"),
            engine.begin() as connection,
        ):
            connection.execute(text(daad.format(tabel, kolom)))


@pytest.mark.parametrize(
    "wijziging",
    [
        "UPDATE cyclus SET fase = 'vakantie'",
        "UPDATE cyclus SET samenwerking = NULL",
        "INSERT INTO concept SELECT 1, 999, '0.1', '', '', {dag}, {onwaar}",
        "INSERT INTO inzending SELECT 1, id, '', '', 0, '', '{hash}', {dag} FROM cyclus",
        "INSERT INTO inzending SELECT 1, id, '', '', 1, '', 'kort', {dag} FROM cyclus",
    ],
    ids=["unknown fase", "no name", "no such cyclus", "version zero", "short hash"],
)
def test_the_database_itself_refuses_what_cannot_be(
    store: SqlStore, engine: Engine, wijziging: str
) -> None:
    gestart(store)
    postgresql = engine.dialect.name == "postgresql"
    opdracht = wijziging.format(
        onwaar="false" if postgresql else "0",
        dag="date '2023-09-12'" if postgresql else "'2023-09-12'",
        hash="0f" * 32,
    )

    with (
        pytest.raises(IntegrityError),
        begin(engine) as connection,
    ):
        connection.execute(text(opdracht))


def test_sqlite_lets_readers_work_while_another_writes(tmp_path: Path) -> None:
    bestand = tmp_path / "jaarschijf.sqlite"
    store = open_store(f"sqlite:///{bestand}", Wijzer())
    cyclus = gestart(store)

    with store.transaction() as tx, sqlite3.connect(bestand, timeout=0) as lezer:
        tx.add_feit(cyclus, "bijeenkomst", DAG, "Startbijeenkomst")
        assert lezer.execute("SELECT count(*) FROM feit").fetchone() == (0,)
        assert lezer.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    lezer.close()


def test_a_decision_needs_a_reaction(store: SqlStore) -> None:
    cyclus = gestart(store)

    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.add_reactiebesluit(cyclus, Reactiebesluit(9, Reactiekeuze.BESPREKEN, DAG))
