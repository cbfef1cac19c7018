"""Velden: the form of a PDF: which fields there are, of which kind, and where on the page."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Vak = tuple[float, float, float, float]
"""A rectangle on a page in points from the lower left: left, bottom, right, top."""
HANDTEKENING: Final = "/Sig"
_DIEPTE: Final = 32
_VERBORGEN: Final = 2
"""Flag of an annotation: it is neither shown nor printed (ISO 32000-1, table 165)."""


@dataclass(frozen=True, slots=True)
class Formulierveld:
    """One field: its full name, its kind (``/Sig``, ``/Tx``), and whether it holds something.

    `is_zichtbaar` tells whether a reader may show it: it has a surface and is not hidden.
    """

    naam: str
    soort: str
    is_gevuld: bool
    is_zichtbaar: bool


def read_velden(pdf: bytes) -> tuple[Formulierveld, ...]:
    """Return every field at the end of the form tree, in the order of the form.

    A name that occurs twice is given twice. A place to sign that stands on a page but not in
    the form is given too: a reader shows it all the same.

    Raises:
        ValueError: the form goes round in a circle, or is not built as a form.
    """
    import pikepdf

    try:
        return tuple(_read(pdf))
    except (pikepdf.PdfError, AttributeError, TypeError, KeyError) as fout:
        raise ValueError("the form is not built as a form") from fout


def list_handtekenvelden(pdf: bytes) -> frozenset[str]:
    """Return the names of the places to sign; none when the form cannot be read."""
    try:
        return frozenset(veld.naam for veld in read_velden(pdf) if veld.soort == HANDTEKENING)
    except ValueError:
        return frozenset()


def _read(pdf: bytes) -> Iterator[Formulierveld]:
    """Yield every field of the form, then those that stand on a page only."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
        formulier = document.Root.get("/AcroForm")
        gezien: set[tuple[int, int]] = set()
        if isinstance(formulier, pikepdf.Dictionary):
            for veld in formulier.get("/Fields", []):
                yield from _walk(veld, "", "", gezien)
        for blad in document.pages:
            for aantekening in blad.obj.get("/Annots", []):
                is_los = aantekening.get("/Subtype") == "/Widget" and "/FT" in aantekening
                if is_los and aantekening.objgen not in gezien:
                    yield _as_veld(aantekening, str(aantekening.get("/T", "")), "")


def _walk(
    veld: Any,  # noqa: ANN401 - an object of a PDF
    ouder: str,
    soort: str,
    gezien: set[tuple[int, int]],
    diepte: int = 0,
) -> Iterator[Formulierveld]:
    """Yield the fields below one node; a kind is inherited (ISO 32000-1, 12.7.3.1)."""
    if diepte > _DIEPTE or (veld.objgen != (0, 0) and veld.objgen in gezien):
        raise ValueError("the form goes round in a circle")
    gezien.add(veld.objgen)
    deel = str(veld.get("/T", ""))
    naam = f"{ouder}.{deel}" if ouder and deel else ouder or deel
    soort = str(veld.get("/FT", soort))
    kinderen = list(veld.get("/Kids", []))
    velden = [kind for kind in kinderen if "/T" in kind]
    gezien |= {kind.objgen for kind in kinderen if "/T" not in kind}
    if not velden:
        yield _as_veld(veld, naam, soort)
    for kind in velden:
        yield from _walk(kind, naam, soort, gezien, diepte + 1)


def _as_veld(veld: Any, naam: str, soort: str) -> Formulierveld:  # noqa: ANN401 - an object of a PDF
    """Return one field as a value."""
    plekken = (veld, *veld.get("/Kids", []))
    return Formulierveld(
        naam,
        str(veld.get("/FT", soort)),
        is_gevuld="/V" in veld,
        is_zichtbaar=any(_is_zichtbaar(plek) for plek in plekken),
    )


def _is_zichtbaar(plek: Any) -> bool:  # noqa: ANN401 - an object of a PDF
    """Return whether a reader may show this place of a field."""
    if "/Rect" not in plek or int(plek.get("/F", 0)) & _VERBORGEN:
        return False
    x1, y1, x2, y2 = (float(getal) for getal in plek.Rect)
    return x1 != x2 and y1 != y2


def read_vakken(pdf: bytes) -> dict[int, list[Vak]]:
    """Return where the places to sign are, per page from 1."""
    import pikepdf

    vakken: dict[int, list[Vak]] = {}
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
        for nummer, blad in enumerate(document.pages, start=1):
            oorsprong_x, oorsprong_y = (float(getal) for getal in list(blad.mediabox)[:2])
            for aantekening in blad.obj.get("/Annots", []):
                if aantekening.get("/Subtype") == "/Widget" and _soort(aantekening) == HANDTEKENING:
                    x1, y1, x2, y2 = (float(getal) for getal in aantekening.Rect)
                    vak = (
                        min(x1, x2) - oorsprong_x,
                        min(y1, y2) - oorsprong_y,
                        max(x1, x2) - oorsprong_x,
                        max(y1, y2) - oorsprong_y,
                    )
                    vakken.setdefault(nummer, []).append(vak)
    return vakken


def _soort(veld: Any) -> str:  # noqa: ANN401 - an object of a PDF
    """Return the kind of a field, from its parent when it does not say so itself."""
    ouder = veld.get("/Parent")
    geerfd = "" if ouder is None else ouder.get("/FT", "")
    return str(veld.get("/FT", geerfd))
