"""Uitleg: the first sheet of the form, which says in plain Dutch what to do.

It is read by volunteers who see such a form once a year: short sentences, one step at a time.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cycle.domain.formulier import Formulier
from cycle.forms.indeling import BIEDING, EXTRA, UITLEG, rijhoogte
from cycle.forms.opmaak import Opmaak

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook


_BREEDTE: Final = 74
_WITREGEL: Final = 10


def add_uitleg(werkmap: "Workbook", formulier: Formulier, opmaak: Opmaak) -> None:
    """Add the sheet Uitleg: one page A4 upright, nothing to fill in."""
    blad = werkmap.add_worksheet(UITLEG)
    blad.set_column(0, 0, 22)
    blad.set_column(1, 1, _BREEDTE)
    blad.hide_gridlines(2)
    blad.set_paper(9)
    blad.fit_to_pages(1, 1)
    blad.set_margins(left=0.7, right=0.7, top=0.7, bottom=0.7)
    blad.set_footer(f"&L&9{_footer(formulier)}&R&9Pagina &P van &N")
    blad.protect("", {"format_columns": True, "format_rows": True})
    blad.set_row(0, 28)
    blad.write_string(0, 0, f"Uw bod voor {formulier.jaar}", opmaak.titel)
    blad.write_string(1, 0, f"Prestatieafspraken {formulier.samenwerking_naam}", opmaak.ondertitel)
    for rij, (links, rechts, links_als, rechts_als) in enumerate(_inhoud(formulier, opmaak), 3):
        blad.set_row(rij, rijhoogte([(rechts, _BREEDTE)]) if links or rechts else _WITREGEL)
        blad.write_string(rij, 0, links, links_als)
        blad.write_string(rij, 1, rechts, rechts_als)


_Regel = tuple[str, str, "Format", "Format"]


def _footer(formulier: Formulier) -> str:
    """Return the footer text; an ampersand is a command there and must be doubled."""
    return f"{formulier.partij_naam} - jaarschijf {formulier.jaar}".replace("&", "&&")


def _inhoud(formulier: Formulier, opmaak: Opmaak) -> Iterator[_Regel]:
    """Yield the rows: text left, text right, and how each looks."""
    label, tekst, kop = opmaak.label, opmaak.tekst, opmaak.tussenkop
    if formulier.voorbeeld:
        yield "Let op", formulier.voorbeeld, label, opmaak.voorbeeld
        yield "", "", tekst, tekst
    yield "Dit formulier is voor", formulier.partij_naam, label, tekst
    yield "Samenwerking", formulier.samenwerking_naam, label, tekst
    yield "Stuur het terug", f"Uiterlijk op {formulier.inleveren_voor}", label, label
    yield "Vragen?", f"Neem contact op met: {formulier.contact}", label, tekst
    yield "Versie", formulier.versie, label, tekst
    yield "", "", tekst, tekst
    yield "Waarvoor is dit?", "", kop, kop
    yield "", _waarvoor(formulier), tekst, tekst
    yield "", "", tekst, tekst
    yield "Zo vult u het in", "", kop, kop
    for nummer, stap in enumerate(_stappen(formulier), 1):
        yield f"Stap {nummer}", stap, label, tekst
    yield "", "", tekst, tekst
    yield "Wat betekenen de kleuren?", "", kop, kop
    yield (
        "Geel",
        "Hier vult u iets in. De kop boven een gele kolom is donkerblauw.",
        opmaak.geel,
        tekst,
    )
    yield (
        "Grijs",
        "Dit hebben wij al ingevuld. U kunt dit niet veranderen. Klopt er iets niet? "
        "Schrijf dat dan bij Toelichting.",
        opmaak.grijs,
        tekst,
    )
    yield "", "", tekst, tekst
    yield "Goed om te weten", "", kop, kop
    yield from (("Tip", tip, label, tekst) for tip in _TIPS)


def _waarvoor(formulier: Formulier) -> str:
    return (
        f"Ieder jaar maken wij een jaarschijf. Daarin staat wie wat doet. Met dit formulier zegt "
        f"u wat u in {formulier.jaar} doet voor de afspraken waar u aan meewerkt. Er staan "
        f"{len(formulier.regels)} vragen in."
    )


def _stappen(formulier: Formulier) -> tuple[str, ...]:
    """Return the steps, in the order of the columns."""
    return (
        f"Ga naar het werkblad {BIEDING.blad}. U vindt de werkbladen onderaan in beeld. "
        "Elke regel is een vraag.",
        "Kies bij 'Doet u mee?' uit de lijst: ja, deels, nee of n.v.t.",
        f"Vul bij 'Uw bod voor {formulier.jaar}' een getal in. Alleen het getal, zonder woorden. "
        "Staat er 'niet nodig'? Dan vragen wij geen getal. Schrijf dan bij Toelichting wat u "
        "gaat doen.",
        "Vul bij 'Wanneer klaar?' in wanneer het klaar is. Bijvoorbeeld: "
        f"juli {formulier.jaar}, of 3e kwartaal {formulier.jaar}.",
        "Kost het geld? Vul dan bij 'Bedrag (euro)' uw bedrag in. Dit mag leeg blijven.",
        "Doet u niet mee, of maar voor een deel? Leg dan bij Toelichting uit waarom.",
        "Wilt u iets aanbieden dat niet in de lijst staat? Schrijf het op het werkblad "
        f"{EXTRA.blad}.",
        "Sla het bestand op als Excel-bestand en stuur het terug.",
    )


_TIPS = (
    "Weet u een getal nog niet? Laat het bod dan leeg en schrijf bij Toelichting wanneer u het "
    "weet. Vul geen 0 in: nul betekent dat u niets doet.",
    "Duizend schrijft u als 1000 of 1.000. Een half procent schrijft u als 0,5.",
    "U hoeft niet alles in een keer te doen. Sla het bestand op en ga later verder.",
    "Wij lezen uw antwoorden met een programma. Is iets niet duidelijk? Dan hoort u dat van ons, "
    "met de cel erbij.",
)
