"""Rijk: a jaarschijf of 25 to 40 pages as a template, in the tags of several engines.

The layout is the same for all of them: cover, partijen, six themas with 23 afspraken, an
action table each, figures, signatures, header and footer. The words are made from a seed.
"""

import io
import random
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.table import Table

VERDELING = (6, 3, 5, 4, 3, 2)
_ZIN = (
    "de gemeente en corporaties werken samen aan betaalbare woningen voor huurders met een laag "
    "inkomen in wijken dorpen waar vraag groter is dan aanbod zij leggen elk jaar vast wat nodig "
    "blijft welke plannen doorgaan wie daarvoor zorgt hoe partijen elkaar informeren over "
    "voortgang kosten planning onderhoud verduurzaming leefbaarheid zorg toewijzing"
)
_WOORDEN = tuple(_ZIN.split())


@dataclass(frozen=True, slots=True)
class Taal:
    """The tags of one engine: a field, and begin and end of a repeated block or row."""

    naam: str
    puntig: bool

    def veld(self, item: str, veld: str) -> str:
        """Return a printed field of an item of a loop; an empty item is the document."""
        if self.puntig:
            return "{{ " + (f"{item}.{veld}" if item else veld) + " }}"
        return "{" + veld + "}"

    def begin(self, item: str, lijst: str, soort: str) -> str:
        """Return the tag that begins a loop over `lijst`; `soort` is p or tr."""
        naam = lijst.rsplit(".", 1)[-1]
        return f"{{%{soort} for {item} in {lijst} %}}" if self.puntig else "{#" + naam + "}"

    def einde(self, lijst: str, soort: str) -> str:
        """Return the tag that ends it."""
        naam = lijst.rsplit(".", 1)[-1]
        return f"{{%{soort} endfor %}}" if self.puntig else "{/" + naam + "}"


DOCXTPL = Taal("docxtpl", puntig=True)
SNOR = Taal("snor", puntig=False)


def maak_rijk_sjabloon(taal: Taal = DOCXTPL) -> bytes:
    """Return the template in the tags of `taal`."""
    document = docx.Document()
    sectie = document.sections[0]
    sectie.header.paragraphs[
        0
    ].text = f"Jaarschijf {taal.veld('', 'jaar')} {taal.veld('', 'gemeente')}"
    sectie.footer.paragraphs[
        0
    ].text = f"Versie {taal.veld('', 'versie')} van {taal.veld('', 'datum')}"
    document.core_properties.title = f"Jaarschijf {taal.veld('', 'jaar')}"
    _omslag(document, taal)
    _tabel(document, taal, "partij", "partijen", ("naam", "soort", "rol", "plaats"))
    document.add_page_break()
    document.add_paragraph(taal.begin("thema", "themas", "p"))
    _thema(document, taal)
    document.add_paragraph(taal.einde("themas", "p"))
    document.add_heading("Biedingen", 1)
    _tabel(document, taal, "bod", "biedingen", ("naam", "aantal", "toelichting"))
    document.add_heading("Ondertekening", 1)
    _tabel(document, taal, "plaats", "ondertekening", ("naam", "functie", "regel"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _omslag(document: Document, taal: Taal) -> None:
    """Write the cover and the introduction."""
    document.add_heading(f"Jaarschijf {taal.veld('', 'jaar')}", 0)
    document.add_paragraph(f"Prestatieafspraken van {taal.veld('', 'gemeente')}", style="Subtitle")
    document.add_paragraph(f"Versie {taal.veld('', 'versie')}, {taal.veld('', 'datum')}")
    document.add_page_break()
    document.add_heading("Inleiding", 1)
    for veld in ("inleiding", "leeswijzer", "proces"):
        document.add_paragraph(taal.veld("", veld))


def _thema(document: Document, taal: Taal) -> None:
    """Write one thema with its afspraken."""
    document.add_heading(taal.veld("thema", "titel"), 1)
    document.add_paragraph(taal.veld("thema", "context"))
    _tabel(document, taal, "cijfer", "thema.cijfers", ("naam", "nu", "doel", "bron"))
    document.add_paragraph(taal.begin("afspraak", "thema.afspraken", "p"))
    kop = f"Afspraak {taal.veld('afspraak', 'nummer')}. {taal.veld('afspraak', 'titel')}"
    document.add_heading(kop, 2)
    for label, veld in (("Tekst", "tekst"), ("Toelichting", "toelichting"), ("Wanneer", "wanneer")):
        alinea = document.add_paragraph()
        alinea.add_run(f"{label}: ").bold = True
        alinea.add_run(taal.veld("afspraak", veld))
    _tabel(document, taal, "actie", "afspraak.acties", ("wie", "wat", "klaar", "stand"))
    document.add_paragraph(taal.einde("thema.afspraken", "p"))


def _tabel(document: Document, taal: Taal, item: str, lijst: str, velden: tuple[str, ...]) -> None:
    """Write a table with a head row and a row per item."""
    tabel = document.add_table(rows=1, cols=len(velden), style="Table Grid")
    for cel, veld in zip(tabel.rows[0].cells, velden, strict=True):
        cel.paragraphs[0].add_run(veld.capitalize()).bold = True
    if taal.puntig:
        tabel.add_row().cells[0].text = taal.begin(item, lijst, "tr")
    _rij(tabel, taal, item, lijst, velden)
    if taal.puntig:
        tabel.add_row().cells[0].text = taal.einde(lijst, "tr")
    document.add_paragraph()


def _rij(tabel: Table, taal: Taal, item: str, lijst: str, velden: tuple[str, ...]) -> None:
    """Write the repeated row; an engine without row tags has its loop in the outer cells."""
    teksten = [taal.veld(item, veld) for veld in velden]
    if not taal.puntig:
        teksten[0] = taal.begin(item, lijst, "tr") + teksten[0]
        teksten[-1] += taal.einde(lijst, "tr")
    for cel, tekst in zip(tabel.add_row().cells, teksten, strict=True):
        cel.text = tekst


def maak_context(zaad: int = 1) -> dict[str, Any]:
    """Return the data of one jaarschijf; every seed gives other words and figures."""
    kans = random.Random(zaad)  # noqa: S311 - words for a measurement, no secret

    def tekst(woorden: int) -> str:
        return " ".join(kans.choices(_WOORDEN, k=woorden)).capitalize() + "."

    def rijen(hoeveel: int, /, **velden: int) -> list[dict[str, Any]]:
        return [{naam: tekst(n) for naam, n in velden.items()} for _ in range(hoeveel)]

    nummers = iter(range(1, sum(VERDELING) + 1))
    return {
        "jaar": 2020 + zaad % 50,
        "gemeente": f"Gemeente Voorbeeld {zaad} & omstreken",
        "versie": f"0.{zaad}",
        "datum": "1 september",
        "inleiding": tekst(180),
        "leeswijzer": tekst(120),
        "proces": tekst(150),
        "partijen": rijen(9, naam=2, soort=1, rol=4, plaats=1),
        "themas": [
            {
                "titel": tekst(3),
                "context": tekst(110),
                "cijfers": rijen(8, naam=4, nu=1, doel=1, bron=3),
                "afspraken": [
                    {
                        "nummer": next(nummers),
                        "titel": tekst(8),
                        "tekst": tekst(50),
                        "toelichting": tekst(60),
                        "wanneer": tekst(5),
                        "acties": rijen(8, wie=2, wat=8, klaar=1, stand=2),
                    }
                    for _ in range(aantal)
                ],
            }
            for aantal in VERDELING
        ],
        "biedingen": rijen(24, naam=2, aantal=1, toelichting=8),
        "ondertekening": rijen(9, naam=2, functie=2, regel=3),
    }
