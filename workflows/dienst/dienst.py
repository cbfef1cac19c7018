"""Dienst: runs server and worker until it is told to stop.

The portal will be one more row in the list of what is kept running.
"""

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Final

from cycle.domain.errors import JaarschijfError
from cycle.settings import Settings
from workflows.dienst.bewaking import Bewaakt, Meld, Opdracht
from workflows.dienst.plaats import hold_plaats, home_of, write_stand
from workflows.prefect_server import answers, prefect_environment, server_environment

_POORTEN: Final = 50
"""How many ports after the first are tried."""

_TIK: Final = 0.5
"""Seconds between two looks at the processes."""

_WACHT: Final = 120.0
"""Seconds in which a server has to answer for the first time."""


class DienstStartNiet(JaarschijfError):
    """The dienst cannot be started with these settings."""


def run_dienst(settings: Settings, poort: int, meld: Meld) -> None:
    """Run server, schedules and worker until SIGINT or SIGTERM; `meld` hears what happens.

    Raises:
        DienstDraaitAl: another dienst works on this data folder.
        DienstStartNiet: no port is free, or the server does not answer.
    """
    home = home_of(settings.gegevens)
    with hold_plaats(home), _until_told() as stop:
        adres = f"http://127.0.0.1:{_free_port(poort)}/api"
        server = Bewaakt(_server(home, adres), meld)
        hulp = Bewaakt(_werker(settings, home, adres, "--inrichten"), meld)
        try:
            server.start()
            _wait_for(adres, server, stop)
            stand = write_stand(home, adres, settings)
            meld(f"De dienst draait. Het scherm van Prefect: {stand.scherm}")
            _keep([server, hulp], stop)
            meld("De dienst stopt.")
        finally:
            hulp.stop()
            server.stop()


def run_werker(settings: Settings, adres: str, meld: Meld) -> None:
    """Run one more worker for the server at `adres` until SIGINT or SIGTERM.

    Raises:
        DienstDraaitAl: this machine has an extra worker on this data folder already.
    """
    home = home_of(settings.gegevens, werker=True)
    with hold_plaats(home), _until_told() as stop:
        write_stand(home, adres, settings)
        hulp = Bewaakt(_werker(settings, home, adres), meld)
        meld(f"De werker neemt werk aan van {adres}.")
        try:
            _keep([hulp], stop)
            meld("De werker stopt.")
        finally:
            hulp.stop()


def _keep(bewaakt: list[Bewaakt], stop: Event) -> None:
    """Keep the processes running until `stop`."""
    while not stop.wait(_TIK):
        for proces in bewaakt:
            proces.check()


def _server(home: Path, adres: str) -> Opdracht:
    """Return the Prefect server."""
    poort = adres.rpartition(":")[2].removesuffix("/api")
    return Opdracht(
        naam="De server",
        module="workflows.prefect_server",
        args=(poort,),
        env=_zonder_adres() | server_environment(home, adres),
        log=home / "server.log",
    )


def _werker(settings: Settings, home: Path, adres: str, *args: str) -> Opdracht:
    """Return a worker; it gets whole paths, because every run has a folder of its own."""
    return Opdracht(
        naam="De werker",
        module="workflows.dienst.werker",
        args=args,
        env=_zonder_adres()
        | prefect_environment(home)
        | {
            "PREFECT_API_URL": adres,
            "PREFECT_LOGGING_LEVEL": "INFO",
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "JAARSCHIJF_GEGEVENS": str(settings.gegevens.resolve()),
            "JAARSCHIJF_UIT": str(settings.uit.resolve()),
            "JAARSCHIJF_CONTENT": str(settings.content.resolve()),
            "JAARSCHIJF_TEMPLATES": str(settings.templates.resolve()),
            "JAARSCHIJF_DATABASE": settings.database_url,
        },
        log=home / "werker.log",
        stoptijd=30,
    )


def _zonder_adres() -> dict[str, str]:
    """Return the environment without the address of some other Prefect server."""
    return {naam: w for naam, w in os.environ.items() if naam != "PREFECT_API_URL"}


def _free_port(eerste: int) -> int:
    """Return the first free port on loopback, from `eerste` on."""
    for poort in range(eerste, min(eerste + _POORTEN, 65_536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", poort))
            except OSError:
                continue
            return poort
    raise DienstStartNiet(
        f"Er is geen vrije poort vanaf {eerste}.",
        advies="Kies een andere poort met --poort of met JAARSCHIJF_POORT.",
    )


def _wait_for(adres: str, server: Bewaakt, stop: Event) -> None:
    """Wait until the server answers, or until `stop`."""
    einde = time.monotonic() + _WACHT
    while time.monotonic() < einde and not stop.wait(0.2):
        if answers(adres):
            return
        if server.proces and server.proces.poll() is not None:
            break
    if not stop.is_set():
        raise DienstStartNiet(
            "De Prefect-server start niet.",
            advies="Lees in het logbestand waarom, en probeer het opnieuw.",
            plek=str(server.opdracht.log),
        )


@contextmanager
def _until_told() -> Iterator[Event]:
    """Yield an event that is set by SIGINT or SIGTERM."""
    stop = Event()

    def tell(_nummer: int, _frame: FrameType | None) -> None:
        stop.set()

    oud = {soort: signal.signal(soort, tell) for soort in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for soort, vorige in oud.items():
            signal.signal(soort, vorige)
