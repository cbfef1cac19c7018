"""Plaatsen: where on the pages of the final PDF there is room for each signature.

The document holds the words ``Handtekening 3 van 9`` in the cell of every functionaris.
The room is what lies under those words, inside the lines of the table.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.errors import InvoerError
from cycle.domain.handtekenveld import Handtekenveld, make_anker

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_LIJN: Final = 2.0
"""Points that a line of a table is thick at most."""
_RAND: Final = 2.0
"""Points between a field and the lines around it."""
_BREED: Final = 170.0
_HOOG: Final = 36.0
"""Points that a field is wide and high where no lines bound it."""
_MIN_BREED: Final = 90.0
_MIN_HOOG: Final = 26.0


@dataclass(frozen=True, slots=True)
class Plaats:
    """Room for one signature: `pagina` counts from 0, `vlak` is left, low, right, high in points.

    `woord` is the number of the marked words on that page, by which the structure knows them.
    """

    veld: Handtekenveld
    pagina: int
    vlak: tuple[float, float, float, float]
    woord: int


@dataclass(frozen=True, slots=True)
class _Anker:
    """Where the words of a field stand: page, box and number in the structure."""

    pagina: int
    vlak: tuple[float, float, float, float]
    woord: int


def find_plaatsen(pdf: bytes, velden: Sequence[Handtekenveld]) -> tuple[Plaats, ...]:
    """Return the room for each field, in their order.

    Raises:
        InvoerError: the words of a field are not there, are there twice, or leave no room.
    """
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        bladen = [(blad, blad.get_textpage()) for blad in document]
        plaatsen = tuple(
            _find(bladen, veld, make_anker(nummer, len(velden)))
            for nummer, veld in enumerate(velden, start=1)
        )
        for blad, tekst in bladen:
            tekst.close()
            blad.close()
    return plaatsen


def _find(
    bladen: "Sequence[tuple[PdfPage, PdfTextPage]]", veld: Handtekenveld, anker: str
) -> Plaats:
    """Return the room under the words of one field."""
    ankers = [a for nr, (_, tekst) in enumerate(bladen) for a in _search(nr, tekst, anker)]
    if len(ankers) != 1:
        hoe = "niet" if not ankers else f"{len(ankers)} keer"
        raise InvoerError(
            f"In het document staat ‘{anker}’ {hoe}. Daar hoort de handtekening van "
            f"{veld.functie} ({veld.partij}).",
            advies="Zet in het sjabloon in de tabel Ondertekening het veld {{ plaats.anker }}, "
            "één keer per regel.",
            plek="sjabloon jaarschijf, Ondertekening",
        )
    gevonden = ankers[0]
    blad, tekst = bladen[gevonden.pagina]
    vlak = _room(gevonden.vlak, _list_lijnen(blad), blad.get_width())
    links, laag, rechts, hoog = vlak
    if (
        rechts - links < _MIN_BREED
        or hoog - laag < _MIN_HOOG
        or tekst.get_text_bounded(*vlak).strip()
    ):
        raise InvoerError(
            f"Onder ‘{anker}’ is geen ruimte voor de handtekening van "
            f"{veld.functie} ({veld.partij}).",
            advies="Maak in het sjabloon de rij hoger of de kolom breder, en laat die leeg.",
            plek=f"bladzijde {gevonden.pagina + 1}",
        )
    return Plaats(veld, gevonden.pagina, vlak, gevonden.woord)


def _search(pagina: int, tekst: "PdfTextPage", anker: str) -> list[_Anker]:
    """Return every place on a page where exactly these words stand."""
    from pypdfium2.raw import FPDFPageObj_GetMarkedContentID, FPDFText_GetTextObject

    zoeker = tekst.search(anker, match_case=True, match_whole_word=True)
    gevonden = []
    while (plek := zoeker.get_next()) is not None:
        begin, aantal = plek
        letters = [tekst.get_charbox(n) for n in range(begin, begin + aantal)]
        vlak = (
            min(letter[0] for letter in letters),
            min(letter[1] for letter in letters),
            max(letter[2] for letter in letters),
            max(letter[3] for letter in letters),
        )
        woord = FPDFPageObj_GetMarkedContentID(FPDFText_GetTextObject(tekst, begin))
        gevonden.append(_Anker(pagina, vlak, int(woord)))
    zoeker.close()
    return gevonden


def _list_lijnen(blad: "PdfPage") -> list[tuple[float, float, float, float]]:
    """Return the flat lines that are drawn on a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH

    vlakken: list[Any] = [o.get_bounds() for o in blad.get_objects([FPDF_PAGEOBJ_PATH])]
    return [v for v in vlakken if v[3] - v[1] <= _LIJN < v[2] - v[0]]


def _room(
    anker: tuple[float, float, float, float],
    lijnen: Sequence[tuple[float, float, float, float]],
    breedte: float,
) -> tuple[float, float, float, float]:
    """Return what lies under the words, down to the first line that passes under them."""
    links, laag = anker[0], anker[1]
    onder = [v for v in lijnen if v[0] <= links <= v[2] and v[3] <= laag]
    hoog = laag - _RAND
    if not onder:
        return (links, hoog - _HOOG, min(links + _BREED, breedte), hoog)
    lijn = max(onder, key=lambda v: v[3])
    return (links, lijn[3] + _RAND, lijn[2] - _RAND, hoog)
