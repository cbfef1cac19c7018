"""Stempel: what people read in the field: who signed, for whom, when, and which version.

The letters are in the frozen PDF already; the stamp only names them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
)
from pyhanko.stamp import BaseStamp, BaseStampStyle

from cycle.signing.lettertype import NAAM

if TYPE_CHECKING:
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.rw_common import PdfHandler
    from pyhanko.pdf_utils.writer import BasePdfFileWriter

_RAND: Final = 4.0
_MAAT: Final = 8.5
"""Size of the name in points; the other lines are smaller."""
_KLEIN: Final = 6.2
_LUCHT: Final = 1.16
"""Height of a line in times its size."""
_INKT: Final = b"0.09 0.21 0.36 rg"
_GRIJS: Final = b"0.3 0.33 0.37 rg"
_PAAR: Final = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})>")
_DUIZEND: Final = 1000


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of the stamp: number per character, width per number in thousandths."""

    bron: Any
    nummers: Mapping[str, int]
    breedten: Sequence[int]

    def width(self, tekst: str, maat: float) -> float:
        """Return how wide a text is in points."""
        return sum(self.breedten[self._number(t)] for t in tekst) * maat / _DUIZEND

    def encode(self, tekst: str) -> bytes:
        """Return a text as the numbers of its letters; an unknown one becomes a question mark."""
        return b"".join(b"%04X" % self._number(teken) for teken in tekst)

    def _number(self, teken: str) -> int:
        return self.nummers.get(teken, self.nummers["?"])


def read_letters(pdf: "PdfHandler") -> Letters | None:
    """Return the letters that were put into a PDF when it was frozen, None without them."""
    try:
        lijst = pdf.root["/AcroForm"]["/DR"]["/Font"]
        bron = lijst[NAAM]
    except KeyError:
        return None
    paren = _PAAR.findall(bron["/ToUnicode"].data)
    return Letters(
        bron=lijst.raw_get(NAAM),
        nummers={chr(int(teken, 16)): int(nummer, 16) for nummer, teken in paren},
        breedten=[int(breedte) for breedte in bron["/DescendantFonts"][0]["/W"][1]],
    )


@dataclass(frozen=True)
class Tekststempel(BaseStampStyle):
    """The stamp of one signature: its lines, of which the second is the name."""

    regels: tuple[str, ...] = ()

    def create_stamp(
        self,
        writer: "BasePdfFileWriter",
        box: "BoxConstraints",
        text_params: dict[str, object],
    ) -> BaseStamp:
        """Return the stamp for a field of this size."""
        return _Beeld(writer, (float(box.width), float(box.height)), self.regels)


class _Beeld(BaseStamp):
    """What pyHanko puts into the field; of its own stamps only the place of use is kept."""

    def __init__(
        self, writer: "BasePdfFileWriter", vlak: tuple[float, float], regels: Sequence[str]
    ) -> None:
        self._writer, self._vlak, self._regels = writer, vlak, regels

    def apply_appearance(self, annot_dict: DictionaryObject) -> None:
        """Replace what the field shows."""
        letters = read_letters(self._writer)
        if letters is None:
            raise LookupError(NAAM)
        breed, hoog = self._vlak
        beeld = StreamObject(stream_data=_draw(letters, self._vlak, self._regels))
        beeld[pdf_name("/Type")] = pdf_name("/XObject")
        beeld[pdf_name("/Subtype")] = pdf_name("/Form")
        beeld[pdf_name("/BBox")] = ArrayObject(map(_number, (0, 0, breed, hoog)))
        beeld[pdf_name("/Resources")] = DictionaryObject(
            {pdf_name("/Font"): DictionaryObject({pdf_name(NAAM): letters.bron})}
        )
        annot_dict[pdf_name("/AP")] = DictionaryObject(
            {pdf_name("/N"): self._writer.add_object(beeld)}
        )


def _number(waarde: float) -> Any:  # noqa: ANN401 - one of two pyHanko types
    from pyhanko.pdf_utils.generic import FloatObject

    return NumberObject(waarde) if waarde == int(waarde) else FloatObject(round(waarde, 3))


def _draw(letters: Letters, vlak: tuple[float, float], regels: Sequence[str]) -> bytes:
    """Return the drawing: a line at the left and the text, shrunk until it fits."""
    breed, hoog = vlak
    maten = [_MAAT if nr == 1 else _KLEIN for nr in range(len(regels))]
    krimp = min(1.0, (hoog - _RAND) / (sum(maten) * _LUCHT))
    stukken = [b"q 0.91 0.56 0.1 rg 0 0 1.6 %.3f re f BT" % hoog]
    y = hoog - (hoog - sum(maten) * _LUCHT * krimp) / 2
    for nummer, (regel, begin) in enumerate(zip(regels, maten, strict=True)):
        ruimte = breed - 2 * _RAND
        maat = begin * krimp
        maat *= min(1.0, ruimte / max(letters.width(regel, maat), 0.01))
        y -= begin * krimp * _LUCHT
        kleur = _INKT if nummer == 1 else _GRIJS
        stukken.append(
            b"%b %b %.3f Tf 1 0 0 1 %.3f %.3f Tm <%b> Tj"
            % (kleur, NAAM.encode(), maat, _RAND, y + 0.22 * maat, letters.encode(regel))
        )
    return b"\n".join([*stukken, b"ET Q"])
