"""Edits on a finished draft, as a coordinator or a new bieding could make them."""

from collections.abc import Callable
from copy import deepcopy

from docx.oxml.ns import qn
from hypothesis import strategies as st
from lxml import etree

from cycle.documents.package import DOCUMENT, read_parts, write_docx

WOORDEN = ("325", "twee keer per jaar", "Domesta", "", "R&D", "A < B")


def _alineas(body: etree._Element) -> list[etree._Element]:
    return [t for t in body.iter(qn("w:t")) if (t.text or "").strip()]


def _rijen(body: etree._Element) -> list[etree._Element]:
    return [r for r in body.iter(qn("w:tr")) if len(r.getparent().findall(qn("w:tr"))) > 1]


def _blokken(body: etree._Element) -> list[etree._Element]:
    """Return what stands in the body, without its begin and its end."""
    return [b for b in body if b.tag in (qn("w:p"), qn("w:tbl"))][1:-1]


def _zonder_ankers(element: etree._Element) -> etree._Element:
    kopie = deepcopy(element)
    for anker in list(kopie.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        anker.getparent().remove(anker)
    return kopie


def wissel_woord(body: etree._Element, plek: int, woord: str) -> None:
    """Put another word at the begin of a text: in a paragraph, a heading or a cell."""
    teksten = _alineas(body)
    tekst = teksten[plek % len(teksten)]
    tekst.text = " ".join((woord, *str(tekst.text).split()[1:]))


def wissel_hoofdletters(body: etree._Element, plek: int, woord: str) -> None:
    """Change the case of a text, and nothing else."""
    teksten = _alineas(body)
    tekst = teksten[plek % len(teksten)]
    tekst.text = str(tekst.text).swapcase()


def haal_rij_weg(body: etree._Element, plek: int, woord: str) -> None:
    """Take out a row."""
    rijen = _rijen(body)
    rij = rijen[plek % len(rijen)]
    rij.getparent().remove(rij)


def zet_rij_erbij(body: etree._Element, plek: int, woord: str) -> None:
    """Put in a row that says the same as the one before it."""
    rijen = _rijen(body)
    rij = rijen[plek % len(rijen)]
    rij.addnext(_zonder_ankers(rij))


def haal_blok_weg(body: etree._Element, plek: int, woord: str) -> None:
    """Take out a paragraph, a heading or a table."""
    blokken = _blokken(body)
    body.remove(blokken[plek % len(blokken)])


def zet_blok_elders(body: etree._Element, plek: int, woord: str) -> None:
    """Put a paragraph, a heading or a table in another place."""
    blokken = _blokken(body)
    blok = blokken[plek % len(blokken)]
    doel = blokken[(plek // 7) % len(blokken)]
    if doel is not blok:
        doel.addprevious(blok)


def herhaal_blok(body: etree._Element, plek: int, woord: str) -> None:
    """Put in a paragraph or a table that stands somewhere else as well."""
    blokken = _blokken(body)
    blok = blokken[plek % len(blokken)]
    blokken[(plek // 7) % len(blokken)].addprevious(_zonder_ankers(blok))


def zet_witregel_erbij(body: etree._Element, plek: int, woord: str) -> None:
    """Put in a blank line, as Word writes it."""
    blokken = _blokken(body)
    blokken[plek % len(blokken)].addprevious(etree.Element(qn("w:p")))


Ingreep = tuple[Callable[[etree._Element, int, str], None], int, str]

ingrepen = st.lists(
    st.tuples(
        st.sampled_from(
            (
                wissel_woord,
                wissel_hoofdletters,
                haal_rij_weg,
                zet_rij_erbij,
                haal_blok_weg,
                zet_blok_elders,
                herhaal_blok,
                zet_witregel_erbij,
            )
        ),
        st.integers(0, 5000),
        st.sampled_from(WOORDEN),
    ),
    min_size=1,
    max_size=8,
)


def bewerk(concept: bytes, stappen: list[Ingreep]) -> bytes:
    """Return the draft after these edits."""
    delen = read_parts(concept, "")
    root = etree.fromstring(delen[DOCUMENT])
    for doe, plek, woord in stappen:
        doe(root[0], plek, woord)
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_docx({**delen, DOCUMENT: xml})
