"""Uitvoer: tables, lists and JSON on standard output, in a terminal or in a file."""

import json
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from workflows.cli.fouten import indent

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding

_RUIM: Final = 240
"""Width for a file or another programme: wide enough to leave a row on one line."""

_LEESBAAR: Final = 20
"""Characters a column needs for its sentences; with less, each row becomes a block."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column; one that is `vast` never breaks its words over lines."""

    kop: str
    vast: bool = False
    rechts: bool = False


def print_json(gegevens: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Write plain data as JSON, with letters as they are."""
    click.echo(json.dumps(gegevens, ensure_ascii=False, indent=2))


def dag_in_woorden(iso: str) -> str:
    """Return an ISO date in words."""
    import pendulum

    from cycle.domain.notatie import datum

    return datum(pendulum.Date.fromisoformat(iso))


def print_tabel(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> None:
    """Write a table as wide as the terminal; an empty column is left out.

    Columns that have no heading at all give a table without a heading. Is the terminal too
    narrow to read the sentences in? Then each row is written as names and values.
    """
    gevuld = [nummer for nummer in range(len(kolommen)) if any(rij[nummer] for rij in rijen)]
    kolommen = [kolommen[nummer] for nummer in gevuld]
    rijen = [[rij[nummer] for nummer in gevuld] for rij in rijen]
    if all(k.kop for k in kolommen) and not _is_leesbaar(kolommen, rijen):
        _print_blokken(kolommen, rijen)
    else:
        _print_raster(kolommen, rijen)


def _is_leesbaar(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether every column that breaks its words has room enough for them."""
    breedtes = [
        max(len(kolom.kop), *(len(lijn) for rij in rijen for lijn in rij[nummer].splitlines()))
        for nummer, kolom in enumerate(kolommen)
    ]
    nodig = [
        breedte if kolom.vast else min(breedte, _LEESBAAR)
        for kolom, breedte in zip(kolommen, breedtes, strict=True)
    ]
    return sum(nodig) + 2 * (len(nodig) - 1) <= _width()


def _print_blokken(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> None:
    """Write each row as its names and values, with an empty line between two rows."""
    for rij in rijen:
        waarden = (waarde.replace("\n", "; ") for waarde in rij)
        print_regels(dict(zip((kolom.kop for kolom in kolommen), waarden, strict=True)))
        click.echo()


def _print_raster(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> None:
    """Write rows below each other, in columns that fit in the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabel = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
        show_header=any(k.kop for k in kolommen),
    )
    for kolom in kolommen:
        tabel.add_column(
            kolom.kop,
            no_wrap=kolom.vast,
            justify="right" if kolom.rechts else "left",
            overflow="fold",
        )
    for rij in rijen:
        tabel.add_row(*map(Text, rij))
    console = Console(file=sys.stdout, width=_width(), highlight=False)
    with console.capture() as tekst:
        console.print(tabel)
    click.echo("\n".join(regel.rstrip() for regel in tekst.get().splitlines()))


def _width() -> int:
    """Return the number of characters on a line."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _RUIM


def print_bevindingen(bevindingen: Sequence["Bevinding"]) -> None:
    """Write each finding: where and how serious, what is wrong, what to do.

    The same finding in many places is written once, with all its places.
    """
    plekken: dict[tuple[str, str, str, str], list[str]] = {}
    for b in bevindingen:
        plekken.setdefault((b.code, b.ernst.value, b.melding, b.advies), []).append(_met_vraag(b))
    for (code, ernst, melding, advies), alle in plekken.items():
        click.secho(textwrap.fill(f"{', '.join(alle)}  {code} {ernst}", 79), bold=True)
        click.echo(indent(melding))
        if advies:
            click.echo(indent(f"→ {advies}"))
        click.echo()


def _met_vraag(bevinding: "Bevinding") -> str:
    """Return the place of a finding, with the code of the question when it is about one."""
    from cycle.domain.bevinding import Celbevinding

    regel = bevinding.regel if isinstance(bevinding, Celbevinding) else ""
    return f"{bevinding.plek} ({regel})" if regel else bevinding.plek


def bevinding_as_json(bevinding: "Bevinding") -> dict[str, str]:
    """Return a finding as plain data."""
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst.value,
        "plek": bevinding.plek,
        "melding": bevinding.melding,
        "advies": bevinding.advies,
    }


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """Return a number with its noun: ``1 bestand``, ``3 bestanden``."""
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def print_regels(regels: Mapping[str, str]) -> None:
    """Write names with their values below each other; an empty value is left out."""
    breedte = max((len(naam) for naam, waarde in regels.items() if waarde), default=0)
    for naam, waarde in regels.items():
        if waarde:
            kop = f"{naam + ':':<{breedte + 1}}  "
            click.echo(
                textwrap.fill(
                    waarde,
                    min(79, _width()),
                    initial_indent=kop,
                    subsequent_indent=" " * len(kop),
                )
            )
