"""Tekening: the picture of a thema. One layout, two pens: SVG with real text, and PNG."""

from cycle.tekening.tekenaar import BalkTekenaar

__all__ = ["BalkTekenaar"]
