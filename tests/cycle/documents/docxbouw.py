"""Small Word documents for the redline: generated paragraphs, tables and nested tables."""

from hypothesis import strategies as st

from cycle.documents.basissjablonen.bouw import alinea, cel, raster, rij, tekst, veld
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

WOORDEN = ("woningen", "Woningen", "de", "320", "1.250", "€", "&", "<b>", "‘ja’", "\t", "Domesta")
STIJLEN = ("Normal", "Heading1", "Heading2", "ListBullet")

zinnen = st.lists(st.sampled_from(WOORDEN), max_size=6).map(" ".join)


def een_document(*blokken: str) -> bytes:
    """Return a docx with these blocks as body."""
    return make_docx(
        Inhoud(
            body="".join(blokken),
            kop=alinea("Header", "kop"),
            voet=alinea("Footer", "voet ", veld("PAGE")),
            titel="Proef",
            onderwerp="Proef",
            eerste_pagina=True,
        )
    )


def een_anker(naam: str, nummer: int) -> str:
    """Return a hidden bookmark as it stands in a filled document."""
    return f'<w:bookmarkStart w:id="{nummer}" w:name="{naam}"/><w:bookmarkEnd w:id="{nummer}"/>'


def een_kop(nummer: int, titel: str) -> str:
    """Return the heading of an afspraak with its bookmark."""
    anker = een_anker(f"_Afspraak_{nummer:02}", nummer)
    return alinea("Heading2", anker, f"Afspraak {nummer}. {titel}")


LEGE_ALINEAS = ("<w:p/>", '<w:p w:rsidR="00AB12CD"/>', "<w:p><w:pPr/></w:p>")
"""The ways in which Word and others write a blank line."""


def een_link(woord: str) -> str:
    """Return a paragraph with a link inside the document and a page number."""
    return alinea(
        "TOC1",
        f'<w:hyperlink w:anchor="_Kop_001">{tekst(woord)}{veld("PAGEREF _Kop_001")}</w:hyperlink>',
    )


def een_tabel(rijen: list[list[str]]) -> str:
    """Return a table; a cell is ready paragraphs."""
    breedtes = [1500] * max(len(r) for r in rijen)
    return raster(breedtes, "".join(rij("".join(cel(1500, c) for c in r)) for r in rijen), "Tabel")


alineas = st.one_of(
    st.builds(alinea, st.sampled_from(STIJLEN), zinnen),
    st.builds(lambda a, b: alinea("Normal", tekst(a), tekst(b, "Nadruk")), zinnen, zinnen),
    st.sampled_from((alinea("Normal"), *LEGE_ALINEAS)),
    st.builds(een_link, zinnen),
    st.builds(een_kop, st.integers(1, 4), zinnen),
)
cellen = st.lists(alineas, min_size=1, max_size=2).map("".join)
tabellen = st.integers(1, 3).flatmap(
    lambda breed: st.lists(
        st.lists(cellen, min_size=breed, max_size=breed), min_size=1, max_size=4
    ).map(een_tabel)
)
geneste = st.builds(lambda binnen, a: een_tabel([[binnen + a, a]]), tabellen, alineas)
blokken = st.lists(st.one_of(alineas, alineas, tabellen, geneste), min_size=1, max_size=8)


@st.composite
def versies(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Return two documents that share most of their blocks, in the order of the first."""
    oud = draw(blokken)
    nieuw = list(oud)
    for _ in range(draw(st.integers(0, 4))):
        plek = draw(st.integers(0, len(nieuw) - 1)) if nieuw else 0
        wat = draw(st.sampled_from(["weg", "erbij", "anders", "hoofdletters"]))
        if wat == "erbij" or not nieuw:
            nieuw.insert(plek, draw(st.one_of(alineas, tabellen)))
        elif wat == "weg":
            del nieuw[plek]
        elif wat == "anders":
            nieuw[plek] = draw(st.one_of(alineas, tabellen))
        else:
            nieuw[plek] = nieuw[plek].replace("woningen", "WONINGEN").replace("320", "321")
    return een_document(*oud), een_document(*nieuw)
