"""Uitleg: the first sheet of the form, which says in plain Dutch what to do.

It is read by volunteers who see such a form once a year: short sentences, one step at a time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cycle.domain.formulier import Formulier
from cycle.domain.notatie import opsomming
from cycle.forms.bladen import Tabelblad
from cycle.forms.eigenwoorden import merk_woorden
from cycle.forms.indeling import UITLEG, rijhoogte
from cycle.forms.uit.opmaak import Opmaak
from cycle.forms.uit.toetstekst import (
    TOETSTIPS,
    TOETSTIPS_KORT,
    toets_stappen,
    toets_waarvoor,
    toetstitel,
)
from cycle.forms.uit.uitlegtekst import (
    TIPS,
    TIPS_KORT,
    WAARVOOR_KORT,
    stappen,
    stappen_kort,
    waarvoor,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook


_BREEDTE_LINKS: Final = 26
_BREEDTE: Final = 76
_WITREGEL: Final = 10
_KOLOM_WOORDEN: Final = 3

_Regel = tuple[str, str, "Format", "Format"]


def add_uitleg(
    werkmap: "Workbook",
    formulieren: Sequence[Formulier],
    bladen: Sequence[Sequence[Tabelblad]],
    opmaak: Opmaak,
) -> None:
    """Add the sheet Uitleg: one page A4 upright, nothing to fill in."""
    eerste = formulieren[0]
    blad = werkmap.add_worksheet(UITLEG)
    blad.set_column(0, 0, _BREEDTE_LINKS)
    blad.set_column(1, 1, _BREEDTE)
    blad.hide_gridlines(2)
    blad.set_paper(9)
    blad.fit_to_pages(1, 1)
    blad.set_margins(left=0.7, right=0.7, top=0.6, bottom=0.7)
    blad.set_footer(f"&L&9{_footer(eerste)}&R&9Pagina &P van &N")
    blad.protect("", {"format_columns": True, "format_rows": True})
    blad.set_row(0, 28)
    titel = _titel(eerste)
    ondertitel = f"Prestatieafspraken {_waar(formulieren)}"
    blad.write_string(0, 0, titel, opmaak.titel)
    blad.write_string(1, 0, ondertitel, opmaak.ondertitel)
    blad.set_column(_KOLOM_WOORDEN, _KOLOM_WOORDEN, None, None, {"hidden": True})
    blad.write_string(0, _KOLOM_WOORDEN, merk_woorden((titel, ondertitel)))
    regels = (*_kop(formulieren, opmaak), *_inhoud(formulieren, bladen, opmaak))
    for rij, (links, rechts, links_als, rechts_als) in enumerate(regels, 3):
        # a heading stands alone on its row and runs on to the right
        cellen = [(links, _BREEDTE_LINKS if rechts else _BREEDTE), (rechts, _BREEDTE)]
        hoog = rijhoogte(cellen, punten=opmaak.punten) if links or rechts else _WITREGEL
        blad.set_row(rij, hoog)
        blad.write_string(rij, 0, links, links_als)
        blad.write_string(rij, 1, rechts, rechts_als)
        if links or rechts:
            blad.write_string(rij, _KOLOM_WOORDEN, merk_woorden((links, rechts)))


def _titel(formulier: Formulier) -> str:
    """Return what the form is called for its reader."""
    if formulier.toets is not None:
        return toetstitel(formulier)
    kort, vol = f"Wat doet u in {formulier.jaar}?", f"Uw bod voor {formulier.jaar}"
    return kort if formulier.is_kort else vol


def _footer(formulier: Formulier) -> str:
    """Return the footer text; an ampersand is a command there and must be doubled."""
    return f"{formulier.partij_naam} - jaarschijf {formulier.jaar}".replace("&", "&&")


def _waar(formulieren: Sequence[Formulier]) -> str:
    """Return the samenwerkingen of this workbook in words."""
    return opsomming([f.samenwerking_naam for f in formulieren])


def _kop(formulieren: Sequence[Formulier], opmaak: Opmaak) -> Iterator[_Regel]:
    """Yield for whom the form is, by when it has to be back and whom to ask."""
    label, tekst = opmaak.label, opmaak.tekst
    for zin in dict.fromkeys(f.voorbeeld for f in formulieren if f.voorbeeld):
        waar = opsomming([f.gemeente for f in formulieren if f.voorbeeld == zin])
        bij = f" ({waar})" if len(formulieren) > 1 else ""
        yield f"Let op{bij}", zin, label, opmaak.voorbeeld
        yield "", "", tekst, tekst
    yield "Dit formulier is voor", formulieren[0].partij_naam, label, tekst
    yield "Samenwerking", _waar(formulieren), label, tekst
    for formulier in formulieren:
        bij = f" ({formulier.gemeente})" if len(formulieren) > 1 else ""
        yield f"Stuur het terug{bij}", f"Uiterlijk op {formulier.inleveren_voor}", label, label
        yield f"Vragen?{bij}", f"Neem contact op met: {formulier.contact}", label, tekst
    yield "Versie", formulieren[0].versie, label, tekst


@dataclass(frozen=True, slots=True)
class _Woorden:
    """What differs between the forms: what it is for, the steps, and the tips."""

    waarvoor: str
    stappen: tuple[str, ...]
    tips: tuple[str, ...]


def _woorden(formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]]) -> _Woorden:
    """Return the words of this form: a check or a bieding, in full or in short."""
    is_kort = formulieren[0].is_kort
    if formulieren[0].toets is not None:
        tips = TOETSTIPS_KORT if is_kort else TOETSTIPS
        stappen_toets = tuple(toets_stappen(formulieren, bladen))
        return _Woorden(toets_waarvoor(formulieren), stappen_toets, tips)
    if is_kort:
        return _Woorden(WAARVOOR_KORT, tuple(stappen_kort(formulieren, bladen)), TIPS_KORT)
    return _Woorden(waarvoor(formulieren), tuple(stappen(formulieren, bladen)), TIPS)


def _inhoud(
    formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]], opmaak: Opmaak
) -> Iterator[_Regel]:
    """Yield the rows: text left, text right, and how each looks."""
    label, tekst, kop = opmaak.label, opmaak.tekst, opmaak.tussenkop
    woorden = _woorden(formulieren, bladen)
    wit = ("", "", tekst, tekst)
    yield wit
    yield "Waarvoor is dit?", "", kop, kop
    yield "", woorden.waarvoor, tekst, tekst
    yield wit
    yield "Zo vult u het in", "", kop, kop
    for nummer, stap in enumerate(woorden.stappen, 1):
        yield f"Stap {nummer}", stap, label, tekst
    yield wit
    yield "Wat betekenen de kleuren?", "", kop, kop
    geel = "Hier vult u iets in. De kop boven een gele kolom is donkerblauw."
    yield "Geel", geel, opmaak.geel, tekst
    grijs = "Dit hebben wij al ingevuld. U kunt dit niet veranderen. Klopt er iets niet? "
    yield "Grijs", f"{grijs}Schrijf dat dan bij Toelichting.", opmaak.grijs, tekst
    yield wit
    yield "Goed om te weten", "", kop, kop
    yield from (("Tip", tip, label, tekst) for tip in woorden.tips)
