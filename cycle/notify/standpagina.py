"""Standpagina: where everybody stands, as one accessible page without scripts."""

from pathlib import Path

import pendulum
from jinja2 import StrictUndefined
from jinja2.loaders import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cycle.domain.fase import VOLGORDE, Fase, is_voorbij
from cycle.domain.notatie import datum
from cycle.domain.stand import STAAT_TEKST, CyclusStand


class HtmlStandpagina:
    """The status page from ``templates/stand-van-zaken.html``."""

    def __init__(self, folder: Path) -> None:
        """Read the template from `folder`."""
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, stand: CyclusStand) -> bytes:
        """Return the page as HTML in UTF-8."""
        sjabloon = self._environment.get_template("stand-van-zaken.html")
        fasen = [{"naam": fase.value, "stand": _fase_stand(stand.fase, fase)} for fase in VOLGORDE]
        return sjabloon.render(stand=stand, fasen=fasen, staten=STAAT_TEKST, datum=_datum).encode()


def _datum(iso: str) -> str:
    """Return an ISO date in words."""
    return datum(pendulum.Date.fromisoformat(iso))


def _fase_stand(huidige: str, fase: Fase) -> str:
    """Return whether a fase is done (klaar), current (nu) or still to come (later)."""
    if huidige not in VOLGORDE:
        return "later"
    if huidige == fase:
        return "nu"
    return "klaar" if is_voorbij(Fase(huidige), fase) else "later"
