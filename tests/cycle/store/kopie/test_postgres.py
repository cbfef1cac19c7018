"""What only PostgreSQL can do to a backup."""

from pathlib import Path

import psycopg
import pytest

from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.kopie import postgres
from cycle.store.kopie.manifest import Bronnen, KopieOnbruikbaar
from tests.cycle.store.kopie.builders import een_map, maak, read_versies, zet_terug

SOORTEN = ("postgresql",)


def test_tables_of_another_programme_are_never_thrown_away(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    maak(een_map(tmp_path, adres), tmp_path / "kopie.zip")
    with psycopg.connect(elders.adres, autocommit=True) as verbinding:
        verbinding.execute("CREATE TABLE flow_run (id integer)")

    with pytest.raises(KopieOnbruikbaar, match="van een ander programma: flow_run"):
        zet_terug(elders, tmp_path / "kopie.zip", vervang=True)


def test_a_copy_that_fails_halfway_leaves_the_database_as_it_was(
    adres: str, tmp_path: Path
) -> None:
    een_map(tmp_path, adres)
    echt = tmp_path / "jaarschijf.dump"
    postgres.dump(adres, echt)
    inhoud = echt.read_bytes()
    echt.write_bytes(inhoud[: len(inhoud) * 2 // 3])

    with pytest.raises(OpslagOnbereikbaar, match="weigert de opdracht pg_restore"):
        postgres.place(adres, echt)

    assert read_versies(adres) == ["0.1"]


def test_missing_tools_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(OpslagOnbereikbaar, match="gereedschap pg_dump") as fout:
        postgres.dump("postgresql://u@127.0.0.1/d", tmp_path / "dump")

    assert "postgresql-client" in fout.value.advies
