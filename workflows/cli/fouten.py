"""Fouten: every refusal in Dutch, with what to do and where, and the right exit code."""

import errno
import json
import os
import shlex
import sys
import textwrap
import traceback
from collections.abc import Sequence
from typing import Final

import click

from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import (
    BiedingOnleesbaar,
    InhoudOnbruikbaar,
    JaarschijfError,
    RetourGeweigerd,
)

GEWEIGERD: Final = 1
AFGEBROKEN: Final = 130

_SYSTEEM: Final = {
    errno.EACCES: ("U mag hier niet lezen of schrijven.", "Kies een andere map."),
    errno.EPERM: ("U mag hier niet lezen of schrijven.", "Kies een andere map."),
    errno.EROFS: ("Hier kan niet worden geschreven.", "Kies een andere map."),
    errno.ENOSPC: ("De schijf is vol.", "Maak ruimte vrij en geef de opdracht opnieuw."),
    errno.EDQUOT: ("U hebt geen ruimte meer op de schijf.", "Maak ruimte vrij."),
    errno.ENOENT: ("Dit bestand of deze map bestaat niet.", "Controleer de naam."),
    errno.EISDIR: ("Dit is een map. Hier past een bestand.", "Geef de naam van een bestand."),
    errno.ENOTDIR: ("Dit is een bestand. Hier past een map.", "Geef de naam van een map."),
    errno.EEXIST: ("Dit bestaat al.", "Kies een andere naam."),
    errno.ENAMETOOLONG: ("Deze naam is te lang.", "Kies een kortere naam."),
}
"""What the operating system says, by its number: what is wrong and what to do."""


def report(fout: BaseException, args: Sequence[str]) -> int:
    """Tell what went wrong and return the exit code; `args` is the command as typed.

    With ``--json`` the same stands on standard output as ``{"fout": {…}}``, with
    ``--debug`` the traceback goes before it.
    """
    als_json = "--json" in args
    if isinstance(fout, BrokenPipeError):
        return _stop_quietly()
    if "--debug" in args and not isinstance(fout, click.ClickException):
        traceback.print_exception(fout)
    if isinstance(fout, click.Abort | KeyboardInterrupt):
        click.echo("Afgebroken. U kunt dezelfde opdracht opnieuw geven.", err=True)
        return AFGEBROKEN
    if isinstance(fout, click.ClickException):
        if als_json:
            _print_json(JaarschijfError(fout.format_message()))
        fout.show()
        return fout.exit_code
    uitleg = explain(fout, args)
    if als_json:
        _print_json(uitleg)
    print_fout(uitleg)
    return GEWEIGERD


def explain(fout: BaseException, args: Sequence[str]) -> JaarschijfError:
    """Return the Dutch words for any failure; what nobody foresaw is not the user's fault."""
    if isinstance(fout, JaarschijfError):
        return fout
    if isinstance(fout, OSError) and fout.errno in _SYSTEEM:
        melding, advies = _SYSTEEM[fout.errno]
        return JaarschijfError(melding, advies=advies, plek=str(fout.filename or ""))
    opdracht = shlex.join(["jaarschijf", "--debug", *args])
    return JaarschijfError(
        f"Er ging iets mis dat niet door u komt ({type(fout).__name__}).",
        advies="Probeer het nog een keer. Gebeurt het weer? Stuur dan de beheerder wat u ziet "
        f"na: {opdracht}",
    )


def print_fout(fout: JaarschijfError) -> None:
    """Write what is wrong, each finding, what to do and where, to standard error."""
    click.echo(f"Fout: {fout.melding}", err=True)
    bevindingen = list_bevindingen(fout)
    for bevinding in bevindingen:
        click.echo(f"\n{bevinding.plek}  {bevinding.code} {bevinding.ernst}", err=True)
        click.echo(indent(bevinding.melding), err=True)
        click.echo(indent(bevinding.advies), err=True)
    if bevindingen:
        click.echo(err=True)
    if fout.advies:
        click.echo(f"Wat u kunt doen: {fout.advies}", err=True)
    if fout.plek and not bevindingen:
        click.echo(f"Plek: {fout.plek}", err=True)


def list_bevindingen(fout: JaarschijfError) -> tuple[Bevinding, ...]:
    """Return the findings that an error carries, none for most errors."""
    if isinstance(fout, InhoudOnbruikbaar | BiedingOnleesbaar | RetourGeweigerd):
        return fout.bevindingen
    return ()


def indent(tekst: str) -> str:
    """Return the text two places to the right, in lines of at most 78 characters."""
    return textwrap.fill(tekst, 78, initial_indent="  ", subsequent_indent="  ")


def as_json(fout: JaarschijfError) -> dict[str, str]:
    """Return the three answers of an error."""
    return {"melding": fout.melding, "advies": fout.advies, "plek": fout.plek}


def _print_json(fout: JaarschijfError) -> None:
    """Write the error to standard output."""
    click.echo(json.dumps({"fout": as_json(fout)}, ensure_ascii=False, indent=2))


def _stop_quietly() -> int:
    """Return the exit code for a reader that went away; nothing more is written to it."""
    leeg = os.open(os.devnull, os.O_WRONLY)
    os.dup2(leeg, sys.stdout.fileno())
    return GEWEIGERD
