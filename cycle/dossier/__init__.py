"""Dossier: an archiefdossier as one file that is the same on every machine."""

from cycle.dossier.pakket import ZipPakket

__all__ = ["ZipPakket"]
