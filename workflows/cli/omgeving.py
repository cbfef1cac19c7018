"""Omgeving: what every command gets: the place of the data, and how to answer."""

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.gegevens import DEMO_GEGEVENS, choose_plaats

if TYPE_CHECKING:
    from cycle.services.ports import Toolkit
    from cycle.settings import Settings


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The options that belong to `jaarschijf` itself.

    `gegevens` is the option ``--gegevens``, None when it was not given.
    """

    als_json: bool = False
    gegevens: Path | None = None

    def schrijf_opdracht(self, *woorden: str) -> str:
        """Return a command to type that works on the same data as this one."""
        gegevens = ("--gegevens", str(self.gegevens)) if self.gegevens else ()
        return shlex.join(["jaarschijf", *gegevens, *woorden])

    def settings(self, *, eigen: bool = False) -> "Settings":
        """Return the settings, after choosing the folders; see `choose_plaats`.

        Raises:
            UsageError: a setting in the environment cannot be read.
        """
        from pydantic import ValidationError

        from cycle.settings import Settings

        plaats = choose_plaats(self.gegevens, os.environ, eigen=eigen)
        if plaats.is_demo:
            click.echo(f"U kijkt naar de demo in {DEMO_GEGEVENS}.", err=True)
        plaats.use()
        try:
            return Settings()
        except ValidationError as fout:
            namen = [f"JAARSCHIJF_{'_'.join(map(str, e['loc'])).upper()}" for e in fout.errors()]
            waarden = ", ".join(f"{naam}={os.environ.get(naam, '')}" for naam in namen)
            uitleg = " Een datum schrijft u zo: 2023-11-28." if "VANDAAG" in waarden else ""
            raise click.UsageError(
                f"Deze instelling is niet bruikbaar: {waarden}.{uitleg}"
            ) from None

    def toolkit(self, *, eigen: bool = False) -> "Toolkit":
        """Return the toolkit; a database is made when something is written to it."""
        from cycle.bootstrap import build_toolkit

        return build_toolkit(self.settings(eigen=eigen))

    @contextmanager
    def toolkit_op_gegevens(self) -> Iterator["Toolkit"]:
        """Yield a toolkit on data that exist already.

        When there are none it works on an empty, passing database: the use cases then say
        that nothing was started, and no folder is left behind. Only starting a cyclus makes
        the folder that means "own data".
        """
        from tempfile import TemporaryDirectory

        from cycle.bootstrap import build_toolkit

        settings = self.settings()
        if settings.database or (settings.gegevens / "jaarschijf.sqlite").exists():
            yield build_toolkit(settings)
            return
        with TemporaryDirectory() as leeg:
            yield build_toolkit(settings.model_copy(update={"gegevens": Path(leeg)}))
