"""Uitvoering: runs work as a Prefect flow when a server answers, else in this process."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import click

if TYPE_CHECKING:
    from cycle.settings import Settings
    from workflows.dienst.plaats import Dienststand

Werk = TypeVar("Werk")

_ADRES = "PREFECT_API_URL"


@dataclass(frozen=True, slots=True)
class Uitvoering(Generic[Werk]):
    """What the work returned, and where it ran: `server` is "" for this very process.

    `is_werker` says that a worker of the dienst did it.
    """

    uitkomst: Werk
    server: str
    is_werker: bool = False

    @property
    def waar(self) -> str:
        """Return "prefect" or "proces"."""
        return "prefect" if self.server else "proces"


@dataclass(frozen=True, slots=True)
class Wijzen(Generic[Werk]):
    """The ways to do the same work; `met_werker` is None when it is no work for a worker."""

    zelf: Callable[[], Werk]
    met_prefect: Callable[[], Werk]
    met_werker: Callable[[], Werk] | None = None


def run_werk(settings: "Settings", wijzen: Wijzen[Werk], *, eigen_server: bool) -> Uitvoering[Werk]:
    """Do the work with Prefect when that is asked for or a server answers, else here.

    A worker does it when one serves this very data. Prefect is imported only when it is
    used, and then stays silent: what happened is told by the command itself.

    Raises:
        PrefectStartNiet: an own server was asked for and does not start.
    """
    with _open_prefect(settings, eigen_server=eigen_server) as server:
        if not server:
            return Uitvoering(wijzen.zelf(), server)
        if wijzen.met_werker and not eigen_server and _has_werker(settings, server):
            return Uitvoering(wijzen.met_werker(), server, is_werker=True)
        return Uitvoering(wijzen.met_prefect(), server)


def tell_waar(uitvoering: Uitvoering[Werk]) -> None:
    """Say whether Prefect was used, and why not when an address was set."""
    if uitvoering.is_werker:
        click.echo(f"Dit is gedaan door de werker van de dienst ({uitvoering.server}).")
    elif uitvoering.server:
        click.echo(f"Dit is gedaan met Prefect ({uitvoering.server}).")
    elif os.environ.get(_ADRES):
        click.echo(
            f"De Prefect-server op {os.environ[_ADRES]} antwoordt niet. Dit is daarom in het "
            "programma zelf gedaan."
        )
    else:
        click.echo("Dit is in het programma zelf gedaan, zonder Prefect.")


@contextmanager
def _open_prefect(settings: "Settings", *, eigen_server: bool) -> Iterator[str]:
    """Yield the address of a Prefect API, "" when there is none to use."""
    from workflows.dienst.plaats import home_of
    from workflows.prefect_server import (
        answers,
        point_prefect_at,
        prefect_environment,
        serve_prefect,
    )

    home = home_of(settings.gegevens)
    if eigen_server:
        with serve_prefect(home) as adres:
            point_prefect_at(adres, home)
            yield adres
        return
    adres = os.environ.get(_ADRES, "").rstrip("/")
    if not adres and (stand := _find_dienst(settings)):
        adres = stand.adres
    if not (adres and answers(adres)):
        yield ""
        return
    for naam, waarde in (prefect_environment(home) | {_ADRES: adres}).items():
        os.environ.setdefault(naam, waarde)
    yield adres


def _find_dienst(settings: "Settings") -> "Dienststand | None":
    """Return the dienst, or the extra worker of this machine, that works on this folder."""
    from workflows.dienst.plaats import home_of, read_stand

    homes = [home_of(settings.gegevens, werker=werker) for werker in (False, True)]
    return next(filter(None, map(read_stand, homes)), None)


def _has_werker(settings: "Settings", adres: str) -> bool:
    """Return whether a worker of the dienst at `adres` does the same work as we would here."""
    from workflows.dienst.plaats import compute_kenmerk

    stand = _find_dienst(settings)
    return stand is not None and (stand.adres, stand.kenmerk) == (adres, compute_kenmerk(settings))
