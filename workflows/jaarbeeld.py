"""Jaarbeeld: draws the picture of the year in the README (`make beeld`)."""

import sys
from pathlib import Path

from cycle.domain.kalender import Termijn, compute_termijnen
from cycle.library import MapBibliotheek
from cycle.settings import Settings
from cycle.tekening.jaarsvg import draw_jaar


def list_termijnen(jaar: int) -> tuple[Termijn, ...]:
    """Return the deadlines of jaarschijf `jaar` by the shared rules, without own meetings."""
    settings = Settings()
    bibliotheek = MapBibliotheek(settings.content, settings.templates / "samenwerking")
    return compute_termijnen(bibliotheek.termijnregels(), jaar, bibliotheek.is_werkdag())


def draw(jaar: int) -> str:
    """Return the picture for jaarschijf `jaar`."""
    return draw_jaar(list_termijnen(jaar))


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(draw(int(sys.argv[1])), encoding="utf-8")
