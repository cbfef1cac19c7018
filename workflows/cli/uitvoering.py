"""Uitvoering: runs work as a Prefect flow when a server answers, else in this process."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

Werk = TypeVar("Werk")

_ADRES = "PREFECT_API_URL"


@dataclass(frozen=True, slots=True)
class Uitvoering(Generic[Werk]):
    """What the work returned, and where it ran: `server` is "" for this very process."""

    uitkomst: Werk
    server: str

    @property
    def waar(self) -> str:
        """Return "prefect" or "proces"."""
        return "prefect" if self.server else "proces"


def run_werk(
    gegevens: Path,
    *,
    met_prefect: Callable[[], Werk],
    zelf: Callable[[], Werk],
    eigen_server: bool,
) -> Uitvoering[Werk]:
    """Do the work with Prefect when that is asked for or a server answers, else here.

    `gegevens` is where an own server keeps its history. Prefect is imported only when it
    is used, and then stays silent: what happened is told by the command itself.

    Raises:
        PrefectStartNiet: an own server was asked for and does not start.
    """
    with _open_prefect(gegevens, eigen_server=eigen_server) as server:
        uitkomst = met_prefect() if server else zelf()
    return Uitvoering(uitkomst, server)


def tell_waar(uitvoering: Uitvoering[Werk]) -> None:
    """Say whether Prefect was used, and why not when an address was set."""
    if uitvoering.server:
        click.echo(f"Dit is gedaan met Prefect ({uitvoering.server}).")
    elif os.environ.get(_ADRES):
        click.echo(
            f"De Prefect-server op {os.environ[_ADRES]} antwoordt niet. Dit is daarom in het "
            "programma zelf gedaan."
        )
    else:
        click.echo("Dit is in het programma zelf gedaan, zonder Prefect.")


@contextmanager
def _open_prefect(gegevens: Path, *, eigen_server: bool) -> Iterator[str]:
    """Yield the address of a Prefect API, "" when there is none to use."""
    from workflows.prefect_server import answers, point_prefect_at, serve_prefect

    if eigen_server:
        home = gegevens / "prefect"
        with serve_prefect(home) as adres:
            point_prefect_at(adres, home)
            yield adres
        return
    adres = os.environ.get(_ADRES, "").rstrip("/")
    if adres and answers(adres):
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
        yield adres
    else:
        yield ""
