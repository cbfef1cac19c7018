"""A Prefect server of our own on loopback, that never outlives the one who started it.

``python -m workflows.prefect_server PORT`` serves until its standard input closes. The
starter holds that pipe, so the server also ends when the starter is killed.
"""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from cycle.domain.errors import JaarschijfError
from workflows.kind import start_kind, stop_kind

_WACHT_SECONDEN = 120.0


class PrefectStartNiet(JaarschijfError):
    """The Prefect server did not answer in time."""


def prefect_environment(home: Path) -> dict[str, str]:
    """Return the settings for Prefect: own folder, no telemetry, no chatter."""
    return {
        "PREFECT_HOME": str(home.resolve()),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    }


def server_environment(home: Path, adres: str) -> dict[str, str]:
    """Return the settings for a server that people look at: its screens work on any port."""
    return prefect_environment(home) | {
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_UI_API_URL": adres,
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(home.resolve() / "scherm"),
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT__SERVER_FINAL": "1",
    }


@contextmanager
def serve_prefect(home: Path) -> Iterator[str]:
    """Run a server with its database in `home` and yield the address of its API.

    Raises:
        PrefectStartNiet: the server stopped or did not answer within two minutes.
    """
    home.mkdir(parents=True, exist_ok=True)
    poort = _free_port()
    adres = f"http://127.0.0.1:{poort}/api"
    omgeving = os.environ | prefect_environment(home) | {"PREFECT__SERVER_FINAL": "1"}
    proces = start_kind(__name__, str(poort), env=omgeving, log=home / "server.log")
    try:
        _wait_for(adres, proces, home)
        yield adres
    finally:
        stop_kind(proces)


def point_prefect_at(adres: str, home: Path) -> None:
    """Make this process use that server; call it before prefect is imported."""
    os.environ.update(prefect_environment(home) | {"PREFECT_API_URL": adres})


def answers(adres: str) -> bool:
    """Return whether a Prefect API answers at this address."""
    try:
        with urllib.request.urlopen(f"{adres}/health", timeout=2) as antwoord:  # noqa: S310
            return bool(antwoord.status == 200)
    except (OSError, ValueError, HTTPException):  # nobody there, no address, no Prefect
        return False


def _free_port() -> int:
    """Return a port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(adres: str, proces: "subprocess.Popen[bytes]", home: Path) -> None:
    """Wait until the server answers."""
    einde = time.monotonic() + _WACHT_SECONDEN
    while time.monotonic() < einde and proces.poll() is None:
        if answers(adres):
            return
        time.sleep(0.2)
    raise PrefectStartNiet(
        "De Prefect-server start niet.",
        advies="Lees in het logbestand waarom, en probeer het opnieuw.",
        plek=str(home / "server.log"),
    )


def main(poort: int) -> None:
    """Serve the Prefect API on loopback until standard input closes."""
    import uvicorn
    from prefect.server.api.server import create_app

    _let_schedules_make_runs()
    server = uvicorn.Server(
        uvicorn.Config(create_app(), host="127.0.0.1", port=poort, log_level="error", lifespan="on")
    )
    threading.Thread(target=_end_with_starter, args=(server,), daemon=True).start()
    server.run()


def _let_schedules_make_runs() -> None:
    """Let Prefect's schedules make runs, which they cannot with SQLAlchemy 2.1.

    Prefect 3.8.8 offers its bulk insert a value for `state`, which is no column. SQLAlchemy
    2.0 passed over it; 2.1 asks what to do, and every schedule fails. Nothing is to be done:
    the next statement of Prefect inserts the state.
    """
    from prefect.server.database.orm_models import FlowRun

    vars(FlowRun)["state"].inplace.bulk_dml(lambda _klasse, _rij, _waarde: None)


def _end_with_starter(server: object) -> None:
    """Stop the server when the starter is gone; after five seconds without ceremony."""
    sys.stdin.buffer.read()
    server.should_exit = True  # type: ignore[attr-defined]  # uvicorn's public switch
    time.sleep(5)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
