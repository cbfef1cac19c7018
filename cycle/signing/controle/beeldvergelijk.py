"""Beeldvergelijk: two pages held against each other as pictures.

Words do not show a picture that was put over them, a colour, or text that can no longer be
seen. So each page is drawn twice, at 72 points to the inch, and compared in squares of four
points: large enough to forgive how a program draws an edge, small enough to see a letter go.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import Bevinding
from cycle.domain.manifest import Manifest
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.bladen import read_beelden
from cycle.signing.controle.velden import Vak, read_vakken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Beeld = NDArray[np.uint8]
    Vlak = NDArray[np.float64]

_KANT: Final = 4
_VERSCHIL: Final = 32
"""Difference in grey (0 to 255) of a square that counts as another picture."""
_ZICHTBAAR: Final = 1
"""The same, when the page was drawn from the same bytes: then a pale word counts as well."""
_RAND: Final = 6
"""Points around a place to sign that a stamp may stick out."""


def compare_beelden(
    ontvangen: bytes, vastgesteld: bytes, manifest: Manifest, *, is_gelijk: bool = False
) -> tuple[Bevinding, ...]:
    """Return which pages of `vastgesteld` look different in `ontvangen`.

    On a page to sign the places to sign do not count, and what was drawn outside them may
    stay, with a warning; nothing that was there may have gone. With `is_gelijk` the pages are
    said to be the same bytes, and a difference need only be just visible.

    Raises:
        ValueError: one of the two cannot be drawn.
    """
    grens = _ZICHTBAAR if is_gelijk else _VERSCHIL
    aantal = manifest.bladzijden
    paren = zip(read_beelden(ontvangen, aantal), read_beelden(vastgesteld, aantal), strict=False)
    return tuple(_compare(paren, manifest, read_vakken(vastgesteld), grens))


def _compare(
    paren: "Iterable[tuple[Beeld, Beeld]]",
    manifest: Manifest,
    vakken: Mapping[int, Sequence[Vak]],
    grens: int,
) -> Iterator[Bevinding]:
    """Yield a finding for every page that looks different."""
    for nummer, (nu, toen) in enumerate(paren, start=1):
        plek = f"bladzijde {nummer}"
        if nu.shape != toen.shape:
            yield bevinding("V043", plek, str(nummer))
            continue
        verschil = _squares(toen, vakken.get(nummer, ())) - _squares(nu, vakken.get(nummer, ()))
        is_weg, is_erbij = (verschil < -grens).any(), (verschil > grens).any()
        if is_weg or (is_erbij and nummer not in manifest.tekenpaginas):
            yield bevinding("V043", plek, str(nummer))
        elif is_erbij:
            yield bevinding("V046", plek, str(nummer))


def _squares(beeld: "Beeld", vakken: Sequence[Vak]) -> "Vlak":
    """Return the mean grey of every square; the `vakken` are white."""
    hoogte, breedte = beeld.shape
    wit = beeld.copy()
    for links, onder, rechts, boven in vakken:
        top, bodem = max(0, int(hoogte - boven) - _RAND), int(hoogte - onder) + _RAND + 1
        wit[top:bodem, max(0, int(links) - _RAND) : int(rechts) + _RAND + 1] = 255
    rijen, kolommen = hoogte // _KANT, breedte // _KANT
    vierkant = wit[: rijen * _KANT, : kolommen * _KANT]
    vlak: Vlak = vierkant.reshape(rijen, _KANT, kolommen, _KANT).mean(axis=(1, 3))
    return vlak
