"""Schrift: text in a PNG with the font that Pillow carries, on a machine without fonts.

That font knows the letters of English only. Dutch needs é, ë and ï too: the accent is drawn
over the plain letter. What is no letter with an accent becomes its nearest plain form.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_GRAF, _AIGU, _CIRCONFLEXE, _TILDE, _TREMA, _CEDILLE, _RING, _HACEK = (
    "\u0300\u0301\u0302\u0303\u0308\u0327\u030a\u030c"
)
_STREKEN: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    _GRAF: ((-0.13, -0.20), (0.06, -0.08)),
    _AIGU: ((0.13, -0.20), (-0.06, -0.08)),
    _CIRCONFLEXE: ((-0.14, -0.08), (0.0, -0.19), (0.14, -0.08)),
    _HACEK: ((-0.14, -0.19), (0.0, -0.08), (0.14, -0.19)),
    _TILDE: ((-0.16, -0.10), (-0.06, -0.16), (0.06, -0.10), (0.16, -0.16)),
}
"""Accents as strokes, in parts of the size, from the middle of the top of the letter."""
_VERVANGING: Final = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "\u2212": "-",
        "×": "x",
        "•": "·",
        "€": "EUR",
        "≥": ">=",
        "≤": "<=",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "ł": "l",
        "Ł": "L",
    }
)
_ONBEKEND: Final = "?"


def split_accenten(tekst: str) -> tuple[tuple[str, str], ...]:
    """Return each character as a plain letter and its accent; empty when it has none."""
    stukken: list[tuple[str, str]] = []
    for teken in unicodedata.normalize("NFKD", tekst.translate(_VERVANGING)):
        if unicodedata.combining(teken):
            if stukken:
                stukken[-1] = (stukken[-1][0], teken)
        else:
            stukken.append((teken if _is_gewoon(teken) else _ONBEKEND, ""))
    return tuple(stukken)


def _is_gewoon(teken: str) -> bool:
    """Return whether the font knows this character."""
    return " " <= teken <= "~" or teken in "‘’“”·…°"


@cache
def font(maat: int) -> "ImageFont.FreeTypeFont":
    """Return the font of Pillow at this size in pixels, one glyph per character."""
    from PIL import ImageFont

    letter = ImageFont.load_default(maat)
    if not isinstance(letter, ImageFont.FreeTypeFont):
        raise TypeError("Pillow is built without FreeType: it has no font that scales")
    return letter.font_variant(layout_engine=ImageFont.Layout.BASIC)


class Schrijver:
    """Writes lines of text; `dik` thickens the strokes, in pixels, for bold."""

    def __init__(self, pen: "ImageDraw.ImageDraw", maat: int, dik: int = 0) -> None:
        """Keep the pen and the font."""
        self._pen = pen
        self._font = font(maat)
        self._maat = maat
        self._dik = dik

    def breedte(self, tekst: str) -> float:
        """Return how many pixels a text takes."""
        kaal = "".join(letter for letter, _ in split_accenten(tekst))
        return float(self._font.getlength(kaal)) + self._dik * len(kaal)

    def schrijf(self, plek: tuple[float, float], tekst: str, kleur: str) -> None:
        """Write a text from `plek`: its left side and its baseline."""
        x, y = plek
        stukken = split_accenten(tekst)
        if not self._dik and not any(accent for _, accent in stukken):
            self._zet(plek, "".join(letter for letter, _ in stukken), kleur)
            return
        for letter, accent in stukken:
            self._letter((x, y), letter, accent, kleur)
            x += float(self._font.getlength(letter)) + self._dik

    def _letter(self, plek: tuple[float, float], letter: str, accent: str, kleur: str) -> None:
        """Write one letter; an i loses its dot when an accent takes that place."""
        if not accent or accent == _CEDILLE:
            self._zet(plek, letter, kleur)
            if accent:
                self._cedille(plek, letter, kleur)
            return
        if letter == "i":
            self._stok(plek, kleur)
        else:
            self._zet(plek, letter, kleur)
        top = self._top("x" if letter == "i" else letter)
        midden = plek[0] + float(self._font.getlength(letter)) / 2
        self._accent((midden, plek[1] + top), accent, kleur)

    def _zet(self, plek: tuple[float, float], letters: str, kleur: str) -> None:
        """Write plain letters on their baseline."""
        self._pen.text(
            plek, letters, fill=kleur, font=self._font, anchor="ls", stroke_width=self._dik / 2
        )

    def _top(self, letter: str) -> float:
        """Return how far the top of a letter stands above the baseline; negative is up."""
        return float(self._font.getbbox(letter, anchor="ls")[1])

    def _stok(self, plek: tuple[float, float], kleur: str) -> None:
        """Draw an i without its dot."""
        links, _, rechts, _ = self._font.getbbox("i", anchor="ls")
        x, y = plek
        self._pen.rectangle(
            (x + links, y + self._top("x"), x + rechts - 1 + self._dik / 2, y - 1), fill=kleur
        )

    def _accent(self, top: tuple[float, float], accent: str, kleur: str) -> None:
        """Draw an accent above the middle of a letter."""
        x, y = top
        dik = max(round(self._maat * 0.075) + self._dik, 1)
        if accent == _TREMA:
            for kant in (-0.13, 0.13):
                self._stip((x + kant * self._maat, y - 0.13 * self._maat), kleur)
        elif accent == _RING:
            straal = 0.08 * self._maat
            vlak = (x - straal, y - 2.4 * straal, x + straal, y - 0.4 * straal)
            self._pen.ellipse(vlak, outline=kleur, width=max(dik // 2, 1))
        else:
            punten = _STREKEN.get(accent, _STREKEN[_AIGU])
            lijn = [(x + dx * self._maat, y + dy * self._maat) for dx, dy in punten]
            self._pen.line(lijn, fill=kleur, width=dik, joint="curve")

    def _stip(self, midden: tuple[float, float], kleur: str) -> None:
        """Draw a round dot."""
        x, y = midden
        straal = 0.055 * self._maat + self._dik / 2
        self._pen.ellipse((x - straal, y - straal, x + straal, y + straal), fill=kleur)

    def _cedille(self, plek: tuple[float, float], letter: str, kleur: str) -> None:
        """Draw a hook below a letter."""
        x = plek[0] + float(self._font.getlength(letter)) / 2
        y, maat = plek[1], self._maat
        lijn = [(x, y), (x + 0.07 * maat, y + 0.09 * maat), (x - 0.06 * maat, y + 0.18 * maat)]
        self._pen.line(lijn, fill=kleur, width=max(round(maat * 0.06), 1), joint="curve")
