"""Mailserver: opens the way to the mail server of the settings, closed to others."""

import ssl
from email.utils import parseaddr
from smtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPNotSupportedError,
)
from typing import Final

from cycle.notify.mailbericht import is_adres
from cycle.notify.smtpantwoord import PostStoring, format_code
from cycle.notify.smtpgesprek import Smtpgesprek, VersleuteldSmtpgesprek
from cycle.settings import Beveiliging, Settings

_POORT: Final = {Beveiliging.STARTTLS: 587, Beveiliging.TLS: 465, Beveiliging.GEEN: 25}


def open_verbinding(settings: Settings) -> SMTP:
    """Return a conversation with the mail server, encrypted and logged in as asked.

    The password stands in no error: what the server echoes is left out where it could.

    Raises:
        PostStoring: a setting does not fit, or the server does not let us in.
    """
    _check(settings)
    context = _make_context(settings)
    plek = f"{settings.post_host}:{_poort(settings)}"
    try:
        verbinding = _connect(settings, context)
        try:
            _enter(verbinding, settings, context)
        except BaseException:
            verbinding.close()
            raise
    except ssl.SSLCertVerificationError as fout:
        raise PostStoring(
            f"Het certificaat van de mailserver klopt niet: {fout.verify_message}.",
            advies="Vraag de beheerder van de mailserver om hulp. Heeft uw organisatie een eigen "
            "uitgever? Noem dan zijn bestand in JAARSCHIJF_POST_CERTIFICAAT.",
            plek=plek,
        ) from fout
    except SMTPNotSupportedError as fout:
        raise PostStoring(
            "De mailserver biedt de gevraagde beveiliging of het aanmelden niet aan.",
            advies="Controleer JAARSCHIJF_POST_BEVEILIGING en JAARSCHIJF_POST_POORT.",
            plek=plek,
        ) from fout
    except (SMTPException, OSError) as fout:
        raise PostStoring(
            "De mailserver is niet bereikbaar.",
            advies="De berichten blijven klaarstaan. Controleer de naam, de poort en de "
            "beveiliging, en of de mailserver aan staat.",
            plek=plek,
        ) from fout
    return verbinding


def _check(settings: Settings) -> None:
    """Refuse settings that cannot work or would show a password to others."""
    if not is_adres(parseaddr(settings.post_afzender)[1]) or "\n" in settings.post_afzender:
        raise PostStoring(
            "De afzender van de mail is niet bruikbaar.",
            advies="Schrijf hem zo: Jaarschijf <afspraken@gemeente.example>.",
            plek="JAARSCHIJF_POST_AFZENDER",
        )
    if settings.post_gebruiker and settings.post_beveiliging is Beveiliging.GEEN:
        raise PostStoring(
            "Aanmelden bij de mailserver zonder beveiliging mag niet: anderen lezen mee.",
            advies="Kies starttls of tls, of laat de gebruikersnaam leeg.",
            plek="JAARSCHIJF_POST_BEVEILIGING",
        )


def _make_context(settings: Settings) -> ssl.SSLContext:
    """Return the rules for encryption: the certificate and its name must be right."""
    uitgever = settings.post_certificaat
    try:
        return ssl.create_default_context(cafile=str(uitgever) if uitgever else None)
    except OSError as fout:  # ssl.SSLError is one too
        raise PostStoring(
            "Het bestand met het certificaat is niet te lezen.",
            advies="Controleer de naam van het bestand. De inhoud is tekst in de vorm PEM.",
            plek="JAARSCHIJF_POST_CERTIFICAAT",
        ) from fout


def _poort(settings: Settings) -> int:
    """Return the port, the usual one for its security when none was chosen."""
    return settings.post_poort or _POORT[settings.post_beveiliging]


def _connect(settings: Settings, context: ssl.SSLContext) -> SMTP:
    """Return a connection on which nothing was said yet."""
    plaats = (settings.post_host, _poort(settings))
    if settings.post_beveiliging is Beveiliging.TLS:
        return VersleuteldSmtpgesprek(*plaats, timeout=settings.post_wachttijd, context=context)
    return Smtpgesprek(*plaats, timeout=settings.post_wachttijd)


def _enter(verbinding: SMTP, settings: Settings, context: ssl.SSLContext) -> None:
    """Start encryption where it begins later, greet, and log in."""
    verbinding.ehlo_or_helo_if_needed()
    if settings.post_beveiliging is Beveiliging.STARTTLS:
        verbinding.starttls(context=context)
        verbinding.ehlo()
    if settings.post_gebruiker:
        _login(verbinding, settings)


def _login(verbinding: SMTP, settings: Settings) -> None:
    """Log in; a refusal names the server's code, and never what was sent."""
    try:
        verbinding.login(settings.post_gebruiker, _read_wachtwoord(settings))
    except SMTPAuthenticationError as fout:
        code = format_code(fout.smtp_code, b"")
        raise PostStoring(
            f"De mailserver weigert het aanmelden (code {code}).",
            advies="Controleer de gebruikersnaam en het wachtwoord.",
            plek="JAARSCHIJF_POST_GEBRUIKER",
        ) from None
    except UnicodeEncodeError:
        raise PostStoring(
            "De gebruikersnaam of het wachtwoord heeft tekens die een mailserver niet kent.",
            advies="Kies een wachtwoord zonder letters met accenten.",
            plek="JAARSCHIJF_POST_WACHTWOORD",
        ) from None


def _read_wachtwoord(settings: Settings) -> str:
    """Return the password, from its file when there is one."""
    bestand = settings.post_wachtwoord_bestand
    if bestand is None:
        return settings.post_wachtwoord.get_secret_value()
    try:
        regels = bestand.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise PostStoring(
            "Het bestand met het wachtwoord is niet te lezen.",
            advies="Controleer de naam van het bestand en wie het mag lezen.",
            plek="JAARSCHIJF_POST_WACHTWOORD_BESTAND",
        ) from None
    return regels[0].strip() if regels else ""
