"""Main: the command `jaarschijf` itself, its own options and its exit codes."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

from cycle import VERSION
from workflows.cli.fouten import report
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep
from workflows.cli.opdrachten import OPDRACHTEN


class Hoofdopdracht(Groep):
    """The command at the top: it alone turns failures into words and an exit code."""

    def main(  # type: ignore[override]  # click's overloads differ in one flag we do not offer
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> NoReturn:
        """Run a command and leave with 0 done, 1 findings or refused, 2 wrong use."""
        woorden = list(sys.argv[1:] if args is None else args)
        try:
            uitkomst = super().main(woorden, "jaarschijf", standalone_mode=False, **extra)
            sys.stdout.flush()
            code = uitkomst if isinstance(uitkomst, int) else 0
        except (Exception, KeyboardInterrupt) as fout:
            code = report(fout, woorden)
        sys.exit(code)


@click.command(
    cls=Hoofdopdracht,
    opdrachten=OPDRACHTEN,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Van bieding tot ondertekende jaarschijf: het jaar van de prestatieafspraken.\n\n"
    "Bij elke opdracht hoort uitleg: zet er --help achter. Wat al gedaan is, gebeurt niet nog "
    "eens.",
    voorbeelden=(
        "jaarschijf demo",
        "jaarschijf kalender hoogeveen 2027",
        "jaarschijf cyclus status hoogeveen 2024",
    ),
)
@click.option(
    "--gegevens",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map met de stand en de bestanden.  [standaard: gegevens, of anders de demo]",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Toon bij een fout ook de technische details.",
)
@click.version_option(
    VERSION, "--versie", message="jaarschijf %(version)s", help="Toon de versie van het programma."
)
@click.pass_context
def jaarschijf(ctx: click.Context, gegevens: Path | None) -> None:
    """Keep the options that hold for every command."""
    ctx.obj = Omgeving(gegevens=gegevens)


def main() -> None:
    """Run `jaarschijf` and leave with its exit code; texts are UTF-8 on every machine."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace")
    jaarschijf.main()
