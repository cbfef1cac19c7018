"""Rijk: a jaarschijf of 25 to 40 pages as a template, in the tags of several engines.

The layout is the same for all of them: cover, partijen, six themas with 23 afspraken, an
action table each, figures, signatures, header and footer. The words are made from a seed.
"""

import io
import random
from typing import Any

import docx
from docx.document import Document

VERDELING = (6, 3, 5, 4, 3, 2)
_ZIN = (
    "de gemeente en corporaties werken samen aan betaalbare woningen voor huurders met een laag "
    "inkomen in wijken dorpen waar vraag groter is dan aanbod zij leggen elk jaar vast wat nodig "
    "blijft welke plannen doorgaan wie daarvoor zorgt hoe partijen elkaar informeren over "
    "voortgang kosten planning onderhoud verduurzaming leefbaarheid zorg toewijzing"
)
_WOORDEN = tuple(_ZIN.split())


class Taal:
    """The tags of docxtpl: a field, and begin and end of a repeated block or row."""

    def veld(self, item: str, veld: str) -> str:
        """Return a printed field of an item of a loop; an empty item is the document."""
        return "{{ " + (f"{item}.{veld}" if item else veld) + " }}"

    def blok(self, item: str, lijst: str) -> tuple[str, str]:
        """Return the texts of the paragraphs before and after a repeated block."""
        return f"{{%p for {item} in {lijst} %}}", "{%p endfor %}"

    def rijen(self, item: str, lijst: str, velden: tuple[str, ...]) -> list[list[str]]:
        """Return the texts of the rows that make one repeated row."""
        rest = [""] * (len(velden) - 1)
        return [
            [f"{{%tr for {item} in {lijst} %}}", *rest],
            [self.veld(item, veld) for veld in velden],
            ["{%tr endfor %}", *rest],
        ]


class Snor(Taal):
    """The tags of docxtemplater and easy-template-x."""

    def veld(self, item: str, veld: str) -> str:
        """Return a field; the loop around it says of what."""
        del item
        return "{" + veld + "}"

    def blok(self, item: str, lijst: str) -> tuple[str, str]:
        """Return the texts around a repeated block."""
        del item
        naam = lijst.rsplit(".", 1)[-1]
        return "{#" + naam + "}", "{/" + naam + "}"

    def rijen(self, item: str, lijst: str, velden: tuple[str, ...]) -> list[list[str]]:
        """Return one row with the loop in its outer cells."""
        begin, einde = self.blok(item, lijst)
        rij = [self.veld(item, veld) for veld in velden]
        return [[begin + rij[0], *rij[1:-1], rij[-1] + einde]]


class Carbone(Taal):
    """The tags of Carbone: whole paths, and the second item of a list to end it."""

    def __init__(self) -> None:
        """Begin outside every loop."""
        self._paden = {"": "d"}

    def veld(self, item: str, veld: str) -> str:
        """Return a field with its whole path."""
        pad = self._paden[item]
        return "{" + f"{pad}[i].{veld}".replace("d[i]", "d", 1) + "}"

    def _volgende(self, item: str, veld: str) -> str:
        """Return a field of the next item."""
        return "{" + f"{self._paden[item]}[i+1].{veld}" + "}"

    def blok(self, item: str, lijst: str) -> tuple[str, str]:
        """Return nothing before a block, and a field of the next item after it."""
        boven, _, naam = lijst.rpartition(".")
        vader = self._paden[boven]
        self._paden[item] = f"{vader}[i].{naam}" if boven else f"{vader}.{naam}"
        return "", self._volgende(item, "titel")

    def rijen(self, item: str, lijst: str, velden: tuple[str, ...]) -> list[list[str]]:
        """Return the row of an item and that of the next one."""
        self.blok(item, lijst)
        return [
            [self.veld(item, veld) for veld in velden],
            [self._volgende(item, veld) for veld in velden],
        ]


def maak_rijk_sjabloon(taal: Taal | None = None) -> bytes:
    """Return the template in the tags of `taal`, those of docxtpl if there is none."""
    taal = taal or Taal()
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
    maak_tabel(document, taal, "partij", "partijen", ("naam", "soort", "rol", "plaats"))
    document.add_page_break()
    begin, einde = taal.blok("thema", "themas")
    document.add_paragraph(begin)
    _thema(document, taal)
    document.add_paragraph(einde)
    document.add_heading("Biedingen", 1)
    maak_tabel(document, taal, "bod", "biedingen", ("naam", "aantal", "toelichting"))
    document.add_heading("Ondertekening", 1)
    maak_tabel(document, taal, "plaats", "ondertekening", ("naam", "functie", "regel"))
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
    maak_tabel(document, taal, "cijfer", "thema.cijfers", ("naam", "nu", "doel", "bron"))
    begin, einde = taal.blok("afspraak", "thema.afspraken")
    document.add_paragraph(begin)
    kop = f"Afspraak {taal.veld('afspraak', 'nummer')}. {taal.veld('afspraak', 'titel')}"
    document.add_heading(kop, 2)
    for label, veld in (("Tekst", "tekst"), ("Toelichting", "toelichting"), ("Wanneer", "wanneer")):
        alinea = document.add_paragraph()
        alinea.add_run(f"{label}: ").bold = True
        alinea.add_run(taal.veld("afspraak", veld))
    maak_tabel(document, taal, "actie", "afspraak.acties", ("wie", "wat", "klaar", "stand"))
    document.add_paragraph(einde)


def maak_tabel(
    document: Document, taal: Taal, item: str, lijst: str, velden: tuple[str, ...]
) -> None:
    """Write a table with a head row and a row per item."""
    tabel = document.add_table(rows=1, cols=len(velden), style="Table Grid")
    for cel, veld in zip(tabel.rows[0].cells, velden, strict=True):
        cel.paragraphs[0].add_run(veld.capitalize()).bold = True
    for teksten in taal.rijen(item, lijst, velden):
        for cel, tekst in zip(tabel.add_row().cells, teksten, strict=True):
            cel.text = tekst
    document.add_paragraph()


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
