"""Keuring: may this PDF be read at all? Size, structure, and nothing in it that acts.

The first of the controles. Whoever passes it is still not trusted, only small and quiet.
The bounds are those of uploads elsewhere, and far above any jaarschijf with annexes.
"""

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.bevinding import Bevinding
from cycle.signing.controle.bevindingen import bevinding

if TYPE_CHECKING:
    from pikepdf import Pdf

GROOTSTE: Final = 25 * 1024 * 1024
MEESTE_BLADEN: Final = 500
_BREEDSTE: Final = 14_400
"""Largest side of a page in points (ISO 32000-1, annex C)."""
_UITGEPAKT: Final = 64 * 1024 * 1024
_SAMEN_UITGEPAKT: Final = 256 * 1024 * 1024
_BEELDPUNTEN: Final = 100_000_000
_DIEPTE: Final = 100
_ACTIES: Final = {
    "/JavaScript": "een programma (JavaScript)",
    "/Launch": "het starten van een ander programma",
    "/GoToR": "het openen van een ander bestand",
    "/GoToE": "het openen van een bestand in het bestand",
    "/SubmitForm": "het versturen van gegevens",
    "/ImportData": "het inlezen van gegevens",
    "/Rendition": "het afspelen van beeld of geluid",
    "/Movie": "het afspelen van beeld of geluid",
    "/Sound": "het afspelen van beeld of geluid",
    "/RichMediaExecute": "het afspelen van beeld of geluid",
}
_SLEUTELS: Final = {
    "/JS": "een programma (JavaScript)",
    "/JavaScript": "een programma (JavaScript)",
    "/XFA": "een formulier dat zichzelf verandert (XFA)",
    "/RichMediaContent": "beeld of geluid",
}
_BIJLAGEN: Final = ("/EmbeddedFiles", "/EF")
_NORMALE_RESTEN: Final = b" \t\r\n\f\x00"


def keur(pdf: bytes, plek: str) -> tuple[Bevinding, ...]:
    """Return why this file may not be read as PDF; empty when it may.

    `plek` is the name of the file in the findings.
    """
    buiten = _keur_buitenkant(pdf)
    if buiten:
        return (bevinding(buiten[0], plek, buiten[1]),)
    import pikepdf

    try:
        with pikepdf.open(
            io.BytesIO(pdf), attempt_recovery=False, suppress_warnings=True
        ) as document:
            if document.is_encrypted:
                return (bevinding("V005", plek),)
            gevonden = dict.fromkeys(_keur_binnenkant(document))
    except pikepdf.PasswordError:
        return (bevinding("V005", plek),)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError, zlib.error):
        return (bevinding("V002", plek, "de opbouw klopt niet"),)
    return tuple(bevinding(code, plek, wat) for code, wat in gevonden)


def _keur_buitenkant(pdf: bytes) -> tuple[str, str] | None:
    """Return what is wrong with size, first and last bytes, before any parser opens it."""
    if not pdf:
        return "V001", "leeg"
    if len(pdf) > GROOTSTE:
        return "V001", f"groter dan {GROOTSTE // 1024 // 1024} MB"
    if not pdf.startswith(b"%PDF-"):
        return "V002", "het begint niet als een PDF"
    _, einde, rest = pdf.rpartition(b"%%EOF")
    if not einde:
        return "V002", "het einde ontbreekt"
    if rest.strip(_NORMALE_RESTEN):
        return "V008", "Achter het einde van de PDF staat nog iets."
    return None


def _keur_binnenkant(pdf: "Pdf") -> Iterator[tuple[str, str]]:
    """Yield code and words for everything that does not belong in a signed document."""
    yield from _keur_bladen(pdf)
    ruimte = _SAMEN_UITGEPAKT
    for ding in pdf.objects:
        yield from _keur_ding(ding)
        if _is_stroom(ding):
            ruimte -= _unpacked_size(ding)
            if ruimte < 0:
                yield "V007", "uitgepakt is zij te groot"
                return


def _keur_bladen(pdf: "Pdf") -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the pages: too many, none, in a loop, or of an odd size."""
    import pikepdf

    bladen = 0
    gezien: set[tuple[int, int]] = set()
    rij: list[tuple[Any, Any]] = [(pdf.Root.Pages, None)]
    while rij:
        knoop, maat = rij.pop()
        if knoop.objgen in gezien or not isinstance(knoop, pikepdf.Dictionary):
            yield "V002", "de bladzijden verwijzen naar elkaar"
            return
        if knoop.objgen != (0, 0):
            gezien.add(knoop.objgen)
        maat = knoop.get("/MediaBox", maat)
        if "/Kids" in knoop:
            rij += [(kind, maat) for kind in knoop.Kids]
            if len(rij) + bladen > MEESTE_BLADEN:
                yield "V007", f"meer dan {MEESTE_BLADEN} bladzijden"
                return
            continue
        bladen += 1
        if maat is None or not _is_gewone_maat(maat):
            yield "V007", f"bladzijde {bladen}"
    if not bladen:
        yield "V007", "geen enkele bladzijde"


def _is_gewone_maat(maat: Any) -> bool:  # noqa: ANN401 - a value in a file of somebody else
    """Return whether a MediaBox is four numbers around a page of a size that exists."""
    links, onder, rechts, boven = (float(getal) for getal in maat)
    return 0 < abs(rechts - links) <= _BREEDSTE and 0 < abs(boven - onder) <= _BREEDSTE


def _keur_ding(ding: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any object of a PDF
    """Yield what one object, with all it holds itself, should not have."""
    import pikepdf

    rij: list[tuple[Any, int]] = [(ding, 0)]
    while rij:
        deel, diepte = rij.pop()
        if diepte > _DIEPTE:
            yield "V002", "de opbouw is te diep"
            return
        if isinstance(deel, pikepdf.Array):
            rij += [(kind, diepte + 1) for kind in deel if not getattr(kind, "is_indirect", False)]
        elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
            yield from _keur_sleutels(deel)
            rij += [
                (kind, diepte + 1)
                for _, kind in deel.items()
                if not getattr(kind, "is_indirect", False)
            ]


def _keur_sleutels(deel: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a dictionary of a PDF
    """Yield what one dictionary does or carries."""
    import pikepdf

    actie = deel.get("/S")
    if isinstance(actie, pikepdf.Name) and str(actie) in _ACTIES:
        yield "V004", _ACTIES[str(actie)]
    for sleutel, wat in _SLEUTELS.items():
        if sleutel in deel:
            yield "V004", wat
    if any(sleutel in deel for sleutel in _BIJLAGEN):
        yield "V006", ""
    breedte, hoogte = deel.get("/Width"), deel.get("/Height")
    if isinstance(breedte, int) and isinstance(hoogte, int) and breedte * hoogte > _BEELDPUNTEN:
        yield "V007", "een afbeelding is te groot"


def _is_stroom(ding: Any) -> bool:  # noqa: ANN401 - any object of a PDF
    import pikepdf

    return isinstance(ding, pikepdf.Stream)


def _unpacked_size(stroom: Any) -> int:  # noqa: ANN401 - a stream of a PDF
    """Return how many bytes a stream takes unpacked, counted without keeping them."""
    filters = str(stroom.get("/Filter", ""))
    ruw = stroom.read_raw_bytes()
    if "FlateDecode" not in filters:
        return len(ruw)
    uitpakker = zlib.decompressobj()
    samen = 0
    while ruw and samen <= _UITGEPAKT:
        samen += len(uitpakker.decompress(ruw, 1 << 20))
        ruw = uitpakker.unconsumed_tail
    return _SAMEN_UITGEPAKT + 1 if samen > _UITGEPAKT else samen
