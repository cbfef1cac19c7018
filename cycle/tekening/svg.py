"""Svg: the pen that writes a picture as text, with words for who does not see it."""

from html import escape
from typing import Final

from cycle.domain.themabeeld import Themabeeld
from cycle.tekening.vormen import Lijnen, Stippen, Tekening, Tekst, Vlak, Vorm

_STIJL: Final = (
    "text{font-family:'Fira Sans','Segoe UI','Liberation Sans',Arial,sans-serif}.v{font-weight:700}"
)


def write_svg(tekening: Tekening, beeld: Themabeeld) -> str:
    """Return the picture as SVG with real text; `desc` holds every figure in words.

    Its ids hold the name of the thema, so that more pictures can stand in one page.
    """
    breed, hoog, naam = tekening.breed, tekening.hoog, beeld.bestandsnaam
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed} {hoog}" width="{breed}" '
        f'height="{hoog}" role="img" lang="nl" aria-labelledby="{naam}-titel {naam}-uitleg">',
        f'<title id="{naam}-titel">{escape(beeld.titel)}</title>',
        f'<desc id="{naam}-uitleg">{escape(beeld.uitleg)}</desc>',
        f"<style>{_STIJL}</style>",
        *(_teken(vorm) for vorm in tekening.vormen),
        "</svg>",
    ]
    return "\n".join(delen) + "\n"


def _teken(vorm: Vorm) -> str:
    """Return one shape."""
    match vorm:
        case Vlak():
            rand = f' stroke="{vorm.rand}"' if vorm.rand else ""
            return (
                f'<rect x="{_maat(vorm.x)}" y="{_maat(vorm.y)}" width="{_maat(vorm.breed)}" '
                f'height="{_maat(vorm.hoog)}" fill="{vorm.kleur}"{rand}/>'
            )
        case Lijnen():
            pad = "".join(
                f"M{_maat(x1)} {_maat(y1)}L{_maat(x2)} {_maat(y2)}"
                for x1, y1, x2, y2 in vorm.lijnen
            )
            return f'<path d="{pad}" stroke="{vorm.kleur}" stroke-width="{_maat(vorm.dikte)}"/>'
        case Stippen():
            pad = "".join(f"M{_maat(x)} {_maat(y)}h0" for x, y in vorm.punten)
            dikte = _maat(2 * vorm.straal)
            return (
                f'<path d="{pad}" stroke="{vorm.kleur}" stroke-width="{dikte}" '
                'stroke-linecap="round"/>'
            )
        case Tekst():
            return _tekst(vorm)


def _tekst(vorm: Tekst) -> str:
    """Return one line of text."""
    vet = ' class="v"' if vorm.vet else ""
    anker = f' text-anchor="{vorm.anker}"' if vorm.anker != "start" else ""
    return (
        f'<text x="{_maat(vorm.x)}" y="{_maat(vorm.y)}" font-size="{_maat(vorm.maat)}" '
        f'fill="{vorm.kleur}"{vet}{anker}>{escape(vorm.tekst, quote=False)}</text>'
    )


def _maat(waarde: float) -> str:
    """Return a number of points with at most one decimal."""
    return f"{waarde:.1f}".removesuffix(".0")
