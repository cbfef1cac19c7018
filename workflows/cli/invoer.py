"""Invoer: what people type, read into values, and the options that many commands share."""

import os
import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from workflows.cli.omgeving import Omgeving

Functie = TypeVar("Functie", bound=Callable[..., None])
Invoer = TypeVar("Invoer")

_VANAF: Final = 2000
_TOT_EN_MET: Final = 2100
_CODE: Final = re.compile(r"[0-9A-F]{12}")


class Jaar(click.ParamType[int]):
    """The year of a jaarschijf."""

    name = "jaar"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Return the year as a number."""
        tekst = str(value)
        if not re.fullmatch(r"[0-9]{4}", tekst):
            self.fail(f"'{tekst}' is geen jaar. Schrijf vier cijfers, zoals 2024.", param, ctx)
        if not _VANAF <= int(tekst) <= _TOT_EN_MET:
            self.fail(f"Kies een jaar van {_VANAF} tot en met {_TOT_EN_MET}.", param, ctx)
        return int(tekst)


class Datum(click.ParamType[date]):
    """A day, written as ISO or the Dutch way."""

    name = "datum"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day."""
        tekst = str(value)
        delen = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
        omgekeerd = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", tekst)
        getallen = delen.groups() if delen else omgekeerd.groups()[::-1] if omgekeerd else ()
        try:
            jaar, maand, dag = map(int, getallen)
            return date(jaar, maand, dag)
        except ValueError:
            self.fail(f"'{tekst}' is geen datum. Schrijf hem zo: 2023-11-28.", param, ctx)


class Bestanden(click.Path):
    """Files that exist, of one kind; a folder is refused with how to name the files in it."""

    def __init__(self, soort: str) -> None:
        """Keep the kind, such as ``xlsx``."""
        super().__init__(exists=True, dir_okay=False, path_type=Path)
        self.soort = soort

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path of one file."""
        pad = Path(value)
        if pad.is_dir():
            erin = f"{shlex.quote(str(pad))}/*.{self.soort}"
            self.fail(f"'{pad}' is een map. Noem de bestanden, zo: {erin}", param, ctx)
        return super().convert(value, param, ctx)


class Inhoudscode(click.ParamType[str]):
    """The content code from the footer of a document, in capitals with hyphens."""

    name = "code"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Return the code as it is printed, whatever the spaces and small letters typed."""
        tekens = re.sub(r"[\s-]", "", str(value)).upper()
        if not _CODE.fullmatch(tekens):
            self.fail(
                f"'{value}' is geen code. De code staat onder aan elke bladzijde van het "
                "document en heeft de vorm 3F9A-2C1B-77D0.",
                param,
                ctx,
            )
        return "-".join((tekens[:4], tekens[4:8], tekens[8:]))


class Nummers(click.ParamType[tuple[int, ...]]):
    """Numbers of afspraken or reactions: one, or more with a comma or a hyphen between them."""

    name = "nummers"

    def __init__(self, waarvan: str = "een afspraak") -> None:
        """Keep what the numbers are of, for the refusal."""
        self.waarvan = waarvan

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, ...]:
        """Return the numbers."""
        nummers: list[int] = []
        for deel in re.split(r"[,\s]+", str(value).strip()):
            reeks = re.fullmatch(r"([0-9]{1,4})(?:-([0-9]{1,4}))?", deel)
            van, tot_en_met = (int(reeks[1]), int(reeks[2] or reeks[1])) if reeks else (1, 0)
            if van > tot_en_met:
                self.fail(
                    f"'{value}' is geen nummer van {self.waarvan}. "
                    "Schrijf bijvoorbeeld 19, of 7,19, of 7-9.",
                    param,
                    ctx,
                )
            nummers += range(van, tot_en_met + 1)
        return tuple(nummers)


def vraag_samenwerking(functie: Functie) -> Functie:
    """Ask for SAMENWERKING."""
    return click.argument("samenwerking", help="De naam van de map met de inhoud.")(functie)


def vraag_afzender(functie: Functie) -> Functie:
    """Ask from whom a file came, for one that does not say so itself."""
    for optie, metavar, uitleg in (
        ("--jaar", "JAAR", "Voor welke jaarschijf."),
        ("--voor", "SAMENWERKING", "Voor welke samenwerking."),
        ("--van", "PARTIJ", "Van welke partij de bestanden zijn."),
    ):
        leeg: str | int = 0 if optie == "--jaar" else ""
        functie = click.option(optie, default=leeg, metavar=metavar, help=uitleg)(functie)
    return functie


def vraag_jaarschijf(functie: Functie) -> Functie:
    """Ask for SAMENWERKING and JAAR."""
    jaar = click.argument("jaar", type=Jaar(), help="Het jaar waarvoor de jaarschijf geldt.")
    return vraag_samenwerking(jaar(functie))


def vraag_jaarschijf_of_alle(functie: Functie) -> Functie:
    """Ask for SAMENWERKING and JAAR, or neither."""
    jaar = click.argument(
        "jaar", required=False, type=Jaar(), help="Het jaar waarvoor de jaarschijf geldt."
    )
    samenwerking = click.argument(
        "samenwerking", required=False, help="De naam van de map met de inhoud."
    )
    return samenwerking(jaar(functie))


def met_json(functie: Functie) -> Functie:
    """Offer ``--json``; `Omgeving.als_json` tells whether it was given."""

    def keep(ctx: click.Context, _param: click.Parameter, gevraagd: bool) -> None:
        ctx.obj = replace(ctx.obj, als_json=gevraagd)

    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Toon de uitkomst als JSON, voor een ander programma.",
    )(functie)


def met_reden(functie: Functie) -> Functie:
    """Offer ``--reden``."""
    return click.option(
        "--reden", default="", metavar="TEKST", help="Waarom u dit doet. De reden wordt bewaard."
    )(functie)


def met_prefect(functie: Functie) -> Functie:
    """Offer ``--prefect``."""
    return click.option(
        "--prefect",
        "eigen_server",
        is_flag=True,
        help="Start hiervoor een eigen Prefect-server. Die stopt daarna weer.",
    )(functie)


def met_invoer(
    soort: type[Invoer],
) -> Callable[[Callable[[Omgeving, Invoer], None]], Callable[..., None]]:
    """Hand a command everything that was typed as one value of this `soort`."""

    def wrap(functie: Callable[[Omgeving, Invoer], None]) -> Callable[..., None]:
        @wraps(functie)
        def run(**getypt: Any) -> None:  # noqa: ANN401 - click knows the types
            functie(click.get_current_context().obj, soort(**getypt))

        return run

    return wrap
