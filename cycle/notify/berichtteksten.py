"""Berichtteksten: mails from ``templates/mail/``, filled in strictly."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.loaders import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cycle.domain.bericht import Berichttekst
from cycle.domain.errors import SjabloonOnbruikbaar

_KOP = "Onderwerp:"


class MapBerichtteksten:
    """Texts of mails in a folder, one ``.txt`` per kind; the first line is the subject."""

    def __init__(self, folder: Path) -> None:
        """Read texts from `folder`."""
        self._folder = folder

    @cached_property
    def _environment(self) -> Environment:
        """Return a sandbox in which an unknown field is an error, never an empty spot."""
        return ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self._folder),
            undefined=StrictUndefined,
            autoescape=False,  # plain text mails: there is no markup to escape
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, soort: str, velden: Mapping[str, str]) -> Berichttekst:
        """Return subject and text of one kind of message.

        Raises:
            SjabloonOnbruikbaar: the text is missing, has no subject or names an unknown field.
        """
        plek = f"templates/mail/{soort}.txt"
        try:
            tekst = self._environment.get_template(f"{soort}.txt").render(velden)
        except TemplateNotFound as error:
            raise SjabloonOnbruikbaar(
                f"De tekst '{soort}' voor een mail ontbreekt.",
                advies="Zet het bestand terug.",
                plek=plek,
            ) from error
        except TemplateError as error:
            raise SjabloonOnbruikbaar(
                f"De tekst van deze mail klopt niet: {error.message}.",
                advies=f"Gebruik alleen deze velden: {', '.join(sorted(velden))}.",
                plek=f"{plek}:{getattr(error, 'lineno', 1)}",
            ) from error
        kop, _, romp = tekst.partition("\n")
        if not kop.startswith(_KOP):
            raise SjabloonOnbruikbaar(
                "De eerste regel van een mail is het onderwerp.",
                advies=f"Begin het bestand met '{_KOP} …'.",
                plek=f"{plek}:1",
            )
        return Berichttekst(kop.removeprefix(_KOP).strip(), romp.strip() + "\n")
