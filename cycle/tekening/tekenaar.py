"""Tekenaar: fills the port of the same name."""

from collections.abc import Sequence

from cycle.domain.kalender import Termijn
from cycle.domain.themabeeld import Themabeeld
from cycle.tekening.indeling import lay_out
from cycle.tekening.jaarpng import paint_jaar
from cycle.tekening.png import write_png
from cycle.tekening.svg import write_svg


class BalkTekenaar:
    """Port `Tekenaar`: both pens on one layout."""

    def svg(self, beeld: Themabeeld) -> bytes:
        """Return the picture as SVG in UTF-8."""
        return write_svg(lay_out(beeld), beeld).encode()

    def png(self, beeld: Themabeeld) -> bytes:
        """Return the picture as PNG, twice as fine as a screen."""
        return write_png(lay_out(beeld))

    def jaar(self, termijnen: Sequence[Termijn]) -> bytes:
        """Return the planning of one jaarschijf as PNG."""
        return paint_jaar(termijnen)
