"""Sleutel: with which key somebody signs, and its password without anybody looking on."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from cycle.services.ondertekenport import P12, Token
    from cycle.settings import Settings

VARIABELE: Final = "JAARSCHIJF_TEKEN_WACHTWOORD"
"""Variable of the environment with the password, for who cannot type it."""


def choose_sleutel(
    settings: "Settings", p12: Path | None, token: str, wachtwoord_bestand: Path | None
) -> "P12 | Token":
    """Return the key that was chosen, with its password or pin.

    Raises:
        UsageError: not exactly one key was chosen, or the token has no library set.
    """
    from cycle.services.ondertekenport import P12, Token

    if (p12 is None) == (not token):
        raise click.UsageError("Kies één sleutel: --p12 BESTAND, of --token NAAM.")
    if p12 is not None:
        inhoud = p12.read_bytes()
        wachtwoord = read_wachtwoord(wachtwoord_bestand, "Wachtwoord van het certificaat")
        return P12(inhoud, wachtwoord.encode())
    if settings.pkcs11 is None:
        raise click.UsageError(
            "Zet in JAARSCHIJF_PKCS11 het programmabestand waarmee uw token werkt."
        )
    return Token(settings.pkcs11, token, read_wachtwoord(wachtwoord_bestand, "Pincode van token"))


def read_wachtwoord(bestand: Path | None, vraag: str) -> str:
    """Return the password from a file, the environment, or typed where nothing shows it.

    Raises:
        UsageError: there is nobody to ask.
    """
    if bestand is not None:
        regels = bestand.read_text("utf-8").splitlines()
        return regels[0].strip() if regels else ""
    if VARIABELE in os.environ:
        return os.environ[VARIABELE]
    if not sys.stdin.isatty():
        raise click.UsageError(
            f"Het wachtwoord ontbreekt. Geef --wachtwoord-bestand, of zet het in {VARIABELE}."
        )
    antwoord: str = click.prompt(vraag, hide_input=True, err=True, default="", show_default=False)
    return antwoord
