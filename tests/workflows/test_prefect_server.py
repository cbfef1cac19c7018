"""The Prefect server of our own: it answers, and it never outlives its starter."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.workflows import starter
from workflows import prefect_server
from workflows.prefect_server import (
    PrefectStartNiet,
    answers,
    point_prefect_at,
    prefect_environment,
    serve_prefect,
)

SECONDEN = 60.0


@pytest.fixture
def starten(tmp_path: Path, verse_prefect: Path) -> Iterator["subprocess.Popen[str]"]:
    """Yield another process that started a server."""
    shutil.copytree(verse_prefect, tmp_path / "prefect")
    proces = subprocess.Popen(
        [sys.executable, "-m", starter.__name__, str(tmp_path / "prefect")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield proces
    proces.kill()
    proces.communicate()


def _is_alive(nummer: int) -> bool:
    """Return whether a process runs; one that waits to be buried does not."""
    try:
        stand = Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return stand not in ("Z", "X")


def _wait_until_gone(nummer: int) -> bool:
    einde = time.monotonic() + SECONDEN
    while _is_alive(nummer) and time.monotonic() < einde:
        time.sleep(0.1)
    return not _is_alive(nummer)


def test_the_server_answers_and_ends_with_a_starter_that_is_killed(
    starten: "subprocess.Popen[str]",
) -> None:
    assert starten.stdout is not None
    adres, *kinderen = starten.stdout.readline().split()
    (nummer,) = map(int, kinderen)
    assert answers(adres)
    assert _is_alive(nummer)

    starten.kill()  # signal 9: nothing of the starter runs any more

    assert _wait_until_gone(nummer)
    assert not answers(adres)


def test_nothing_is_left_after_an_error_in_the_work(tmp_path: Path) -> None:
    adressen: list[str] = []

    def work(adres: str) -> None:
        adressen.append(adres)
        assert answers(adres)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), serve_prefect(tmp_path / "prefect") as adres:
        work(adres)

    assert not answers(adressen[0])
    assert (tmp_path / "prefect" / "prefect.db").is_file()


def test_a_server_that_does_not_start_says_where_to_read_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(PrefectStartNiet, match="start niet") as fout, serve_prefect(tmp_path):
        pytest.fail("there is no server")

    assert "logbestand" in fout.value.advies
    assert fout.value.plek == str(tmp_path / "server.log")


def test_a_server_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefect_server, "_WACHT_SECONDEN", 0.0)

    with pytest.raises(PrefectStartNiet), serve_prefect(tmp_path):
        pytest.fail("nobody waited")


def test_prefect_is_pointed_at_our_server_without_telemetry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    omgeving: dict[str, str] = {}
    monkeypatch.setattr(prefect_server.os, "environ", omgeving)

    point_prefect_at("http://127.0.0.1:9/api", tmp_path)

    assert omgeving == prefect_environment(tmp_path) | {"PREFECT_API_URL": "http://127.0.0.1:9/api"}
    assert omgeving["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert not answers("http://127.0.0.1:9/api")
