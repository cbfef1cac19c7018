"""Opdracht: the kind of command and group that this programme is made of.

A group is lazy: it knows the names and first lines of its commands from a table and
imports the module of a command only when that command is used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from workflows.cli.taal import speak_dutch

speak_dutch()  # some words of click are looked up while a command is being declared


class Opdracht(click.Command):
    """A command whose help ends with examples."""

    def __init__(self, *args: Any, voorbeelden: Sequence[str] = (), **attrs: Any) -> None:  # noqa: ANN401 - what click's own constructor takes
        """Keep the examples beside everything click wants to know."""
        super().__init__(*args, **{"options_metavar": "[OPTIES]"} | attrs)
        self.voorbeelden = tuple(voorbeelden)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own."""
        write_voorbeelden(self.voorbeelden, formatter)


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Where a command lives (``module:name``), under which heading, and its first line."""

    naam: str
    plek: str
    kort: str
    kop: str = "Opdrachten"

    def load(self) -> click.Command:
        """Return the command; its module is imported now."""
        module, _, naam = self.plek.partition(":")
        opdracht: click.Command = getattr(import_module(module), naam)
        return opdracht


class Groep(click.Group):
    """A group that imports a command on use and lists them in the order of its table."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what click's own constructor takes
        opdrachten: Sequence[Verwijzing] = (),
        voorbeelden: Sequence[str] = (),
        **attrs: Any,  # noqa: ANN401
    ) -> None:
        """Keep the table beside everything click wants to know."""
        super().__init__(
            *args,
            **{"options_metavar": "[OPTIES]", "subcommand_metavar": "OPDRACHT"} | attrs,
        )
        self.opdrachten = {verwijzing.naam: verwijzing for verwijzing in opdrachten}
        self.voorbeelden = tuple(voorbeelden)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.opdrachten)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with this name, None when there is none."""
        verwijzing = self.opdrachten.get(cmd_name)
        return verwijzing.load() if verwijzing else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; an unknown name gets the nearest ones."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as fout:
            raise click.NoSuchCommand(
                fout.command_name, possibilities=self.opdrachten, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings, without importing any."""
        for kop in dict.fromkeys(v.kop for v in self.opdrachten.values()):
            with formatter.section(kop):
                formatter.write_dl(
                    [(v.naam, v.kort) for v in self.opdrachten.values() if v.kop == kop]
                )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own."""
        write_voorbeelden(self.voorbeelden, formatter)


def write_voorbeelden(voorbeelden: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Write the section with examples; a long example is not broken."""
    if not voorbeelden:
        return
    is_enkel = sum(not voorbeeld.startswith(" ") for voorbeeld in voorbeelden) == 1
    with formatter.section("Voorbeeld" if is_enkel else "Voorbeelden"):
        for voorbeeld in voorbeelden:
            formatter.write(f"{'':>{formatter.current_indent}}{voorbeeld}\n")
