"""Velden: the named fields to sign, put into the final PDF before it is frozen.

Everything a signature needs later is there from the start: the field with its name, its
place in the structure for who cannot see (ISO 14289-1, 7.18.4), the letters of the stamp,
and the mark that this file holds signatures. So a signature changes nothing but its field.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cycle.domain.handtekenveld import Handtekenveld
from cycle.services.ondertekenport import Bevroren
from cycle.signing.lettertype import NAAM, embed, read_lettertype
from cycle.signing.plaatsen import Plaats, find_plaatsen
from cycle.stromen import save

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_AFDRUKKEN: Final = 4
"""Flag of an annotation: it is printed (ISO 32000-1, table 165)."""
_ONDERTEKEND: Final = 3
"""Flags of the form: signatures exist, and only additions keep them whole (table 219)."""
_KADER: Final = b"q 0.6 0.65 0.72 RG 0.5 w %g %g %g %g re S Q"
_CEL: Final = ("/TD", "/TH")


def prepare(pdf: bytes, velden: Sequence[Handtekenveld]) -> Bevroren:
    """Return the final PDF with an empty field for everybody who signs; same in, same out.

    Raises:
        InvoerError: the document has no room for one of the fields.
    """
    import pikepdf

    plaatsen = find_plaatsen(pdf, velden)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        letters = embed(document, read_lettertype())
        widgets = [_add(document, plaats) for plaats in plaatsen]
        document.Root.AcroForm = document.make_indirect(
            pikepdf.Dictionary(
                Fields=pikepdf.Array(widgets),
                SigFlags=_ONDERTEKEND,
                DR=pikepdf.Dictionary(Font=pikepdf.Dictionary({NAAM: letters})),
            )
        )
        bladzijden = len(document.pages)
        inhoud = save(document)
    paginas = sorted({plaats.pagina + 1 for plaats in plaatsen})
    return Bevroren(inhoud, bladzijden, tuple(paginas))


def _add(pdf: "Pdf", plaats: Plaats) -> "Object":
    """Put one field on its page and in the structure, and return it."""
    from pikepdf import Array, Dictionary, Name, String

    links, laag, rechts, hoog = plaats.vlak
    breed, lang = rechts - links, hoog - laag
    leeg = pdf.make_stream(
        _KADER % (0.25, 0.25, breed - 0.5, lang - 0.5),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, breed, lang]),
        Resources=Dictionary(),
    )
    blad = pdf.pages[plaats.pagina]
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(plaats.veld.naam),
            TU=String(f"Handtekening van {plaats.veld.functie} ({plaats.veld.partij})"),
            Rect=Array([links, laag, rechts, hoog]),
            F=_AFDRUKKEN,
            P=blad.obj,
            AP=Dictionary(N=leeg),
        )
    )
    blad.obj.Annots = Array([*blad.obj.get("/Annots", []), widget])
    _tag(pdf, blad.obj, widget, plaats.woord)
    return widget


def _tag(pdf: "Pdf", blad: "Object", widget: "Object", woord: int) -> None:
    """Give the field its place in the structure: in the cell that holds its words.

    The reference stands in the Form element itself and not in a list: only there do checkers
    of signatures know it for the field (pyHanko compares every place that names an object).
    """
    from pikepdf import Array, Dictionary, Name, NumberTree

    tree = pdf.Root.StructTreeRoot
    ouders = NumberTree(tree.ParentTree)
    cel = ouders[int(blad.StructParents)][woord]
    while str(cel.S) not in _CEL and "/S" in cel.P:
        cel = cel.P
    verwijzing = Dictionary(Type=Name.OBJR, Obj=widget, Pg=blad)
    formulier = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Form, P=cel, K=verwijzing)
    )
    kinderen = cel.get("/K", Array())
    lijst = list(kinderen) if isinstance(kinderen, Array) else [kinderen]
    cel.K = Array([*lijst, formulier])
    nummer = int(tree.get("/ParentTreeNextKey", max(ouders.keys()) + 1))
    ouders[nummer] = formulier
    tree.ParentTreeNextKey = nummer + 1
    widget.StructParent = nummer
