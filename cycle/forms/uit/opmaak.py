"""Opmaak: the cell formats of the form, one place for colours, borders and letters.

Yellow and grey are never the only sign: headings and the sheet Uitleg say it in words.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

GEEL: Final = "#FFF6CC"
GRIJS: Final = "#EDEFF2"
BLAUW: Final = "#154273"
INKT: Final = "#1B1B1B"
ZACHT: Final = "#4A5560"

PUNTEN: Final = 11
"""Size of the letters in a table; `rijhoogte` counts with it."""

GROTE_PUNTEN: Final = 13
"""The same in the edition for tenants, many of whom are elderly."""

_RAND: Final[dict[str, str | int]] = {"border": 1, "border_color": "#AEB7C0"}
_CEL: Final[dict[str, str | int]] = {
    "font_name": "Calibri", "font_color": INKT, "text_wrap": True, "valign": "top",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opmaak:
    """All formats of one workbook; the names say what they are for."""

    punten: int
    titel: "Format"
    ondertitel: "Format"
    tekst: "Format"
    label: "Format"
    tussenkop: "Format"
    voorbeeld: "Format"
    geel: "Format"
    grijs: "Format"
    blok_grijs: "Format"
    blok_geel: "Format"
    code: "Format"
    kop_grijs: "Format"
    kop_geel: "Format"
    vast: "Format"
    vast_code: "Format"
    vast_midden: "Format"
    niet_nodig: "Format"
    invoer: "Format"
    invoer_midden: "Format"
    invoer_tekst: "Format"
    invoer_aantal: "Format"
    invoer_maat: "Format"


def make_opmaak(werkmap: "Workbook", punten: int = PUNTEN) -> Opmaak:
    """Return the formats with letters of `punten` in the tables, registered in `werkmap`."""

    def maak(**eigen: str | int) -> "Format":
        return werkmap.add_format({**_CEL, "font_size": punten, **eigen})

    grijs: dict[str, str | int] = {**_RAND, "bg_color": GRIJS}
    geel: dict[str, str | int] = {**_RAND, "bg_color": GEEL, "locked": False}
    kop: dict[str, str | int] = {**_RAND, "bold": True, "valign": "vcenter"}
    groter = punten + 1
    return Opmaak(
        punten=punten,
        titel=maak(bold=True, font_size=16, font_color=BLAUW, text_wrap=False, valign="vcenter"),
        ondertitel=maak(font_size=groter, font_color=ZACHT, text_wrap=False),
        tekst=maak(font_size=groter),
        label=maak(font_size=groter, bold=True),
        tussenkop=maak(font_size=punten + 2, bold=True, font_color=BLAUW, text_wrap=False),
        voorbeeld=maak(**_RAND, font_size=groter, bold=True, indent=1),
        geel=maak(**_RAND, bg_color=GEEL, font_size=groter, bold=True),
        grijs=maak(**grijs, font_size=groter, bold=True),
        blok_grijs=maak(bold=True, font_color=ZACHT, text_wrap=False),
        blok_geel=maak(bold=True, font_color=BLAUW, text_wrap=False),
        code=maak(font_size=8, font_color=ZACHT, text_wrap=False, align="right"),
        kop_grijs=maak(**kop, bg_color="#D5DAE0"),
        kop_geel=maak(**kop, bg_color=BLAUW, font_color="#FFFFFF"),
        vast=maak(**grijs),
        vast_code=maak(**grijs, font_size=9, font_color=ZACHT),
        vast_midden=maak(**grijs, align="center"),
        niet_nodig=maak(**grijs, italic=True, font_color=ZACHT, align="center"),
        invoer=maak(**geel),
        invoer_midden=maak(**geel, align="center"),
        invoer_tekst=maak(**geel, num_format="@"),
        invoer_aantal=maak(**geel, num_format="#,##0", align="right", indent=1),
        invoer_maat=maak(**geel, align="right", indent=1),
    )


def as_argb(kleur: str) -> str:
    """Return a colour as openpyxl wants it, with its transparency in front."""
    return f"FF{kleur.removeprefix('#')}"
