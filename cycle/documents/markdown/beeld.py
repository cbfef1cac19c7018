"""Beeld: a picture in a paragraph of its own, never wider than the text."""

import base64
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from cycle.documents.bijproduct import Bijproduct
from cycle.domain.beeld import read_beeld
from cycle.domain.errors import InvoerError

_EMU_PER_PUNT: Final = 9525
_EMU_PER_TWIP: Final = 635
_EMU_PER_CM: Final = 360_000
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(frozen=True, slots=True)
class Ruimte:
    """The room for a picture: twips wide, centimetres high.

    At 15 cm a picture and the words around it stay on one page.
    """

    breedte: int
    hoogte: int = 15


def write_beeld(bijproduct: Bijproduct, bron: str, alt: str, titel: str, ruimte: Ruimte) -> str:
    """Return a run with the picture `bron`, no larger than its room.

    Raises:
        InvoerError: the picture did not come along, or is no picture.
    """
    inhoud = base64.b64decode(bijproduct.beelden.get(bron, ""))
    beeld = read_beeld(inhoud)
    if beeld is None:
        raise InvoerError(
            f"De afbeelding '{bron}' is er niet, of is geen PNG of JPEG.",
            advies="Zet de afbeelding in de map van de samenwerking.",
        )
    relation = bijproduct.picture(beeld.soort, inhoud)
    wijd, hoog = _size(beeld.breedte, beeld.hoogte, ruimte)
    number = bijproduct.next_anchor()
    tip = f' title="{escape(titel)}"' if titel else ""
    extent = f'cx="{wijd}" cy="{hoog}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Afbeelding {number}" descr="{escape(alt)}"{tip}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{escape(bron)}" descr="{escape(alt)}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _size(breedte: int, hoogte: int, ruimte: Ruimte) -> tuple[int, int]:
    """Return width and height in EMU: as large as on a screen, made smaller when needed."""
    wijd, hoog = breedte * _EMU_PER_PUNT, hoogte * _EMU_PER_PUNT
    breedst, hoogst = ruimte.breedte * _EMU_PER_TWIP, ruimte.hoogte * _EMU_PER_CM
    if wijd > breedst:
        wijd, hoog = breedst, max(hoog * breedst // wijd, 1)
    if hoog > hoogst:
        wijd, hoog = max(wijd * hoogst // hoog, 1), hoogst
    return wijd, hoog
