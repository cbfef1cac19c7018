"""Themapagina: the picture of a thema and its figures, as one accessible page."""

from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.loaders import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cycle.domain.themabeeld import Themabeeld


class HtmlThemapagina:
    """The page from ``templates/themabeeld.html``; the picture lies beside it as SVG."""

    def __init__(self, folder: Path) -> None:
        """Read the template from `folder`."""
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, beeld: Themabeeld, voorbeeld: str) -> bytes:
        """Return the page as HTML in UTF-8."""
        sjabloon = self._environment.get_template("themabeeld.html")
        return sjabloon.render(beeld=beeld, voorbeeld=voorbeeld).encode()
