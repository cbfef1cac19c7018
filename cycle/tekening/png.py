"""Png: the pen that paints a picture, twice as fine as a screen.

It paints at four times the size and then halves that, so that slanting lines are smooth.
The same picture gives the same bytes.
"""

import io
from functools import cache
from typing import TYPE_CHECKING, Final

from cycle.tekening.schrift import Schrijver
from cycle.tekening.vormen import KLEUREN, Lijnen, Stippen, Tekening, Tekst, Vlak, Vorm

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

_FIJN: Final = 4
"""Pixels per point while painting."""
_VERKLEIN: Final = 2
_TINTEN: Final = 6
"""Steps between a colour and white: few colours make a small file."""
_VET: Final = 0.05
"""How much of the size bold adds to a stroke."""


def write_png(tekening: Tekening) -> bytes:
    """Return the picture as PNG, two pixels per point."""
    from PIL import Image, ImageDraw

    beeld = Image.new("RGB", (tekening.breed * _FIJN, tekening.hoog * _FIJN), "#FFFFFF")
    pen = ImageDraw.Draw(beeld)
    for vorm in tekening.vormen:
        _teken(pen, vorm)
    klein = beeld.reduce(_VERKLEIN).quantize(palette=_palet(), dither=Image.Dither.NONE)
    uit = io.BytesIO()
    klein.save(uit, "PNG")
    return uit.getvalue()


@cache
def _palet() -> "Image.Image":
    """Return the colours that a picture may have: the named ones, and those towards white."""
    from PIL import Image, ImageColor

    waarden = [255, 255, 255]
    for kleur in KLEUREN:
        for tint in range(_TINTEN):
            for waarde in ImageColor.getrgb(kleur)[:3]:
                waarden.append(waarde + (255 - waarde) * tint // _TINTEN)
    palet = Image.new("P", (1, 1))
    palet.putpalette(waarden)
    return palet


def _teken(pen: "ImageDraw.ImageDraw", vorm: Vorm) -> None:
    """Paint one shape."""
    match vorm:
        case Vlak():
            rand = vorm.rand or None
            half = _FIJN / 2 if rand else 0
            x, y = vorm.x * _FIJN - half, vorm.y * _FIJN - half
            rechts = (vorm.x + vorm.breed) * _FIJN + half - 1
            onder = (vorm.y + vorm.hoog) * _FIJN + half - 1
            vlak = (round(x), round(y), round(rechts), round(onder))
            pen.rectangle(vlak, fill=vorm.kleur, outline=rand, width=_FIJN if rand else 0)
        case Lijnen():
            for lijn in vorm.lijnen:
                punten = [waarde * _FIJN for waarde in lijn]
                pen.line(punten, fill=vorm.kleur, width=max(round(vorm.dikte * _FIJN), 1))
        case Stippen():
            straal = vorm.straal * _FIJN
            for x, y in vorm.punten:
                links, boven = x * _FIJN - straal, y * _FIJN - straal
                stip = (links, boven, links + 2 * straal, boven + 2 * straal)
                pen.ellipse(stip, fill=vorm.kleur)
        case Tekst():
            _schrijf(pen, vorm)


def _schrijf(pen: "ImageDraw.ImageDraw", vorm: Tekst) -> None:
    """Write one line of text."""
    maat = round(vorm.maat * _FIJN)
    schrijver = Schrijver(pen, maat, round(maat * _VET) if vorm.vet else 0)
    over = {"start": 0.0, "middle": 0.5, "end": 1.0}[vorm.anker]
    x = vorm.x * _FIJN - over * schrijver.breedte(vorm.tekst)
    schrijver.schrijf((x, vorm.y * _FIJN), vorm.tekst, vorm.kleur)
