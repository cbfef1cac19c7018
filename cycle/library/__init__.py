"""Library: reads ``content/`` and names every fault once, with file and line."""

from cycle.library.bibliotheek import MapBibliotheek

__all__ = ["MapBibliotheek"]
