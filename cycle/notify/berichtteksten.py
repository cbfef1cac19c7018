"""Berichtteksten: mails from ``templates/mail/``, filled in strictly.

One ``.txt`` per kind of mail. Its HTML is made from the text that came out, so that both
say the same; ``opmaak.html`` is the frame around it.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.loaders import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cycle.domain.bericht import Berichttekst
from cycle.domain.errors import SjabloonOnbruikbaar
from cycle.notify.mailopmaak import render_html

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
            # in plain text there is no markup to escape; the frame of the HTML has markup
            autoescape=lambda naam: bool(naam and naam.endswith(".html")),
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, soort: str, velden: Mapping[str, object]) -> Berichttekst:
        """Return subject, text and HTML of one kind of message.

        Raises:
            SjabloonOnbruikbaar: the text is missing, has no subject or names an unknown field.
        """
        plek = f"templates/mail/{soort}.txt"
        kop, _, romp = self._render(f"{soort}.txt", velden).partition("\n")
        if not kop.startswith(_KOP):
            raise SjabloonOnbruikbaar(
                "De eerste regel van een mail is het onderwerp.",
                advies=f"Begin het bestand met '{_KOP} …'.",
                plek=f"{plek}:1",
            )
        onderwerp = " ".join(kop.removeprefix(_KOP).split())
        tekst = re.sub(r"\n{3,}", "\n\n", romp.strip()) + "\n"
        # the text was escaped by `render_html`; the frame must not do it again
        inhoud = Markup(render_html(tekst))  # noqa: S704 - see the line above
        html = self._render("opmaak.html", {"onderwerp": onderwerp, "romp": inhoud})
        return Berichttekst(onderwerp, tekst, html)

    def _render(self, naam: str, velden: Mapping[str, object]) -> str:
        """Return a file of the folder with its fields filled in."""
        plek = f"templates/mail/{naam}"
        try:
            return self._environment.get_template(naam).render(velden)
        except TemplateNotFound as error:
            raise SjabloonOnbruikbaar(
                f"Het bestand '{error.name}' voor een mail ontbreekt.",
                advies="Zet het bestand terug.",
                plek=plek,
            ) from error
        except TemplateError as error:
            raise SjabloonOnbruikbaar(
                f"De tekst van deze mail klopt niet: {error.message}.",
                advies=f"Gebruik alleen deze velden: {', '.join(sorted(velden))}.",
                plek=f"{plek}:{getattr(error, 'lineno', 1)}",
            ) from error
