"""Voortgang: how far a long command is, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Meld = Callable[[str, int, int], None]
"""Hears what happens: the event in words, how many were done, how many there are."""

_STAP = 10


@contextmanager
def show_voortgang() -> Iterator[Meld]:
    """Yield a function that shows progress: a bar in a terminal, else a line per 10 percent."""
    if not sys.stderr.isatty():
        yield _write_regels()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    balk = Progress(
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(file=sys.stderr, highlight=False),
    )
    with balk:
        taak = balk.add_task("")
        yield lambda tekst, gedaan, totaal: balk.update(
            taak, description=tekst, completed=gedaan, total=totaal
        )


def _write_regels() -> Meld:
    """Return a function that writes a line each time another tenth is done."""
    volgende = 0

    def meld(tekst: str, gedaan: int, totaal: int) -> None:
        nonlocal volgende
        procent = 100 * gedaan // totaal if totaal else 100
        if procent >= volgende:
            volgende = procent - procent % _STAP + _STAP
            click.echo(f"{procent:3d}%  {tekst}", err=True)

    return meld
