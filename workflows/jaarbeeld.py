"""Jaarbeeld: draws the picture of the year in the README (`make beeld`)."""

import sys
from pathlib import Path

from cycle.domain.kalender import compute_termijnen
from cycle.library.bibliotheek import MapBibliotheek
from cycle.notify.jaarbeeld import draw_jaar
from cycle.settings import Settings


def draw(jaar: int) -> str:
    """Return the picture for jaarschijf `jaar` from the shared rules, without own meetings."""
    bibliotheek = MapBibliotheek(Settings().content)
    termijnen = compute_termijnen(bibliotheek.termijnregels(), jaar, bibliotheek.is_werkdag())
    return draw_jaar(termijnen)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(draw(int(sys.argv[1])), encoding="utf-8")
