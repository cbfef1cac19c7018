"""Measure what pictures cost: to draw one with each pen, and a draft with and without them.

Time is that of the processor, and the drafts take turns; the median counts. Every draft has a
version of its own, so that no page was laid out before.
"""

import sys
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median

from cycle.documents import WordDocumenten
from cycle.domain.versieweergave import add_themabeelden
from cycle.domain.view import JaarschijfView
from cycle.tekening import BalkTekenaar
from tests.builders import een_regel, een_themabeeld
from tests.cycle.documents.builders import een_view

WORTEL = Path(__file__).parents[2]
RONDEN = 5
THEMAS = 6
"""As many pictures as there are themas in the draft."""
BEELD = een_themabeeld(*(een_regel(bod=Decimal(nummer)) for nummer in range(12)))


def without_pictures() -> JaarschijfView:
    """Return a full draft without any picture."""
    vol = een_view()
    themas = tuple(replace(thema, themabeelden=()) for thema in vol.themas)
    return replace(vol, themas=themas, tekeningen={})


def with_pictures() -> JaarschijfView:
    """Return the same draft, with a picture of twelve bars in every thema."""
    tekenaar = BalkTekenaar()
    beelden = [replace(BEELD, nummer=nummer) for nummer in range(1, THEMAS + 1)]
    return add_themabeelden(without_pictures(), {beeld: tekenaar.png(beeld) for beeld in beelden})


def main() -> None:
    """Print the cost of one picture, and the ratio between the drafts."""
    tekenaar, word = BalkTekenaar(), WordDocumenten(WORTEL / "templates")
    zonder, met = without_pictures(), with_pictures()
    tijden: dict[str, list[float]] = {naam: [] for naam in ("svg", "png", "zonder", "met")}
    for ronde in range(RONDEN + 1):
        for naam, maak in (
            ("svg", lambda: tekenaar.svg(BEELD)),
            ("png", lambda: tekenaar.png(BEELD)),
            ("zonder", lambda n=ronde: word.jaarschijf(replace(zonder, versie=f"0.{n}"))),
            ("met", lambda n=ronde: word.jaarschijf(replace(met, versie=f"0.{n}"))),
        ):
            begin = time.process_time()
            maak()
            tijden[naam].append(time.process_time() - begin)
    svg, png, kaal, vol = (1000 * median(rij[1:]) for rij in tijden.values())
    groot = len(tekenaar.png(BEELD)) // 1024
    sys.stdout.write(
        f"beeld: SVG {svg:.0f} ms, PNG {png:.0f} ms ({groot} KiB)\n"
        f"concept: zonder beelden {kaal:.0f} ms, met {THEMAS} beelden {vol:.0f} ms "
        f"({vol / kaal:.2f}x)\n"
    )


if __name__ == "__main__":
    main()
