"""Addresses and databases that do not answer: a Dutch sentence, and never a password."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from cycle.store import open_store
from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.opslag import SqlStore
from tests.cycle.store.builders import Wijzer, gestart


@pytest.mark.parametrize(
    "adres", ["", "zomaar", "mysql://u:geheim@server/x", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_used_is_refused_without_showing_it(adres: str) -> None:
    with pytest.raises(OpslagOnbereikbaar, match="adres van de database") as fout:
        open_store(adres, Wijzer())

    assert "geheim" not in f"{fout.value} {fout.value.advies} {fout.value.plek}"
    assert fout.value.plek == "JAARSCHIJF_DATABASE"


def test_a_server_that_is_off_is_named_without_its_password() -> None:
    with pytest.raises(OpslagOnbereikbaar, match="niet bereikbaar") as fout:
        open_store("postgresql://u:geheim@127.0.0.1:1/x", Wijzer())

    assert fout.value.plek == "postgresql+psycopg://u:***@127.0.0.1:1/x"


def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(OpslagOnbereikbaar, match="ontbreekt") as fout:
        open_store("postgresql://u@127.0.0.1:1/x", Wijzer())

    assert "jaarschijf[postgresql]" in fout.value.advies


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    bestand = tmp_path / "jaarschijf.sqlite"
    bestand.write_bytes(b"Beste coordinator, " * 200)

    with pytest.raises(OpslagOnbereikbaar, match="beschadigd of is geen database") as fout:
        open_store(f"sqlite:///{bestand}", Wijzer())

    assert bestand.name in fout.value.plek


@contextmanager
def _full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no file of this process grow, and say that there is no room."""
    monkeypatch.setattr("cycle.store.verbinding.disk_usage", lambda _map: SimpleNamespace(free=0))
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def test_data_on_a_full_disk_can_still_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adres = f"sqlite:///{tmp_path / 'jaarschijf.sqlite'}"
    gestart(open_store(adres, Wijzer()))

    with _full_disk(monkeypatch), open_store(adres, Wijzer()).transaction() as tx:
        cycli = tx.list_cycli()

    assert [cyclus.samenwerking for cyclus in cycli] == ["hoogeveen"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    bestand = tmp_path / "bestand"
    bestand.touch()

    with pytest.raises(OpslagOnbereikbaar, match="De map 'gegevens'") as fout:
        open_store(f"sqlite:///{bestand}/gegevens/jaarschijf.sqlite", Wijzer())

    assert fout.value.plek == f"{bestand}/gegevens"


def test_another_writer_that_takes_too_long_is_reported(store: SqlStore, adres: str) -> None:
    haastig = open_store(adres, Wijzer(), wachttijd=0.1)

    with (
        store.transaction(),
        pytest.raises(OpslagOnbereikbaar, match="te lang in gebruik") as fout,
        haastig.transaction(),
    ):
        pytest.fail("two writers at once")

    assert "Wacht" in fout.value.advies
    gestart(haastig)


def test_a_transaction_or_lease_inside_a_transaction_is_a_mistake_of_ours(store: SqlStore) -> None:
    with store.transaction():
        with pytest.raises(RuntimeError, match="inside a transaction"), store.transaction():
            pytest.fail("nested")
        with pytest.raises(RuntimeError, match="inside a transaction"):
            store.lease("hoogeveen", 2024, "concept")

    gestart(store)
