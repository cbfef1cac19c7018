"""Writes reactions into a draft the way Word does: tracked changes and comments."""

import io
from copy import deepcopy
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

DAG = "2026-11-05T10:30:00Z"


@dataclass
class Lezer:
    """Somebody who reads a draft in Word, and writes in it under one name."""

    inhoud: bytes
    naam: str = "Lezer van de huurders"
    nummer: int = 700
    document: Document = field(init=False)

    def __post_init__(self) -> None:
        self.document = docx.Document(io.BytesIO(self.inhoud))

    @property
    def body(self) -> etree._Element:
        return self.document.element.body

    def bewaar(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def merk(self, soort: str) -> etree._Element:
        self.nummer += 1
        merk = OxmlElement(f"w:{soort}")
        merk.set(qn("w:id"), str(self.nummer))
        merk.set(qn("w:author"), self.naam)
        merk.set(qn("w:date"), DAG)
        return merk

    def kop(self, nummer: int) -> etree._Element:
        """Return the heading of an afspraak."""
        naam = f"_Afspraak_{nummer:02}"
        return self.body.xpath(f"//w:p[.//w:bookmarkStart[@w:name='{naam}']]")[0]

    def alinea_met(self, kop: etree._Element, begin: str) -> etree._Element:
        """Return the first paragraph behind a heading whose text begins like this."""
        for volgende in kop.itersiblings(qn("w:p")):
            if Paragraph(volgende, self.document).text.startswith(begin):
                return volgende
        raise AssertionError(begin)

    def rijen(self, nummer: int) -> list[etree._Element]:
        """Return the rows of the actions of an afspraak."""
        begin = f"_Actie_{nummer:02}_"
        return self.body.xpath(f"//w:tr[.//w:bookmarkStart[starts-with(@w:name,'{begin}')]]")

    def schrap(self, alinea: etree._Element) -> None:
        """Take out every word of a paragraph."""
        for run in list(alinea.iter(qn("w:r"))):
            merk = self.merk("del")
            run.addprevious(merk)
            merk.append(run)
            for tekst in run.iter(qn("w:t")):
                tekst.tag = qn("w:delText")

    def typ(self, alinea: etree._Element, tekst: str, soort: str = "ins") -> None:
        """Add words at the end of a paragraph."""
        run = OxmlElement("w:r")
        inhoud = OxmlElement("w:t")
        inhoud.text = tekst
        run.append(inhoud)
        merk = self.merk(soort)
        merk.append(run)
        alinea.append(merk)

    def vervang(self, alinea: etree._Element, oud: str, nieuw: str) -> None:
        """Replace one word in a run."""
        run = next(r for r in alinea.iter(qn("w:r")) if oud in (r.text or ""))
        voor, na = run.text.split(oud, 1)
        rest = deepcopy(run)
        run.text, rest.text = voor, na
        run.addnext(rest)
        weg, erbij = deepcopy(run), deepcopy(run)
        weg.text, erbij.text = oud, nieuw
        for tekst in weg.iter(qn("w:t")):
            tekst.tag = qn("w:delText")
        for soort, stuk in (("ins", erbij), ("del", weg)):
            merk = self.merk(soort)
            merk.append(stuk)
            run.addnext(merk)

    def sluit(self, alinea: etree._Element, soort: str) -> None:
        """Mark the end of a paragraph as put in or taken out."""
        eigen = alinea.get_or_add_pPr()
        eigen.append(OxmlElement("w:rPr"))
        eigen[-1].append(self.merk(soort))

    def nieuwe_alinea(self, na: etree._Element, tekst: str) -> etree._Element:
        """Add a whole paragraph."""
        alinea = OxmlElement("w:p")
        na.addnext(alinea)
        self.sluit(alinea, "ins")
        self.typ(alinea, tekst)
        return alinea

    def schrap_alinea(self, alinea: etree._Element) -> None:
        """Take out a whole paragraph."""
        self.schrap(alinea)
        self.sluit(alinea, "del")

    def schrap_rij(self, rij: etree._Element) -> None:
        """Take out a whole row."""
        rij.get_or_add_trPr().append(self.merk("del"))
        for alinea in rij.iter(qn("w:p")):
            self.schrap_alinea(alinea)

    def nieuwe_rij(self, na: etree._Element, tekst: str) -> None:
        """Add a whole row with the same text in its second cell."""
        rij = deepcopy(na)
        na.addnext(rij)
        for weg in list(rij.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:r"))):
            weg.getparent().remove(weg)
        rij.get_or_add_trPr().append(self.merk("ins"))
        for plek, alinea in enumerate(rij.iter(qn("w:p"))):
            self.sluit(alinea, "ins")
            if plek == 1:
                self.typ(alinea, tekst)

    def opmerking(self, alinea: etree._Element, tekst: str) -> None:
        """Write a comment at all the words of a paragraph."""
        runs = Paragraph(alinea, self.document).runs
        self.document.add_comment(runs, text=tekst, author=self.naam, initials="L")
