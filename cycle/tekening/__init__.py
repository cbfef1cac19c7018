"""Tekening: pictures of a thema and of the year. One layout, two pens: SVG and PNG."""

from cycle.tekening.tekenaar import BalkTekenaar

__all__ = ["BalkTekenaar"]
