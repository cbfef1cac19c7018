"""Markdown: texts of the content folder as Word blocks on the template's styles.

A text is read and checked by `cycle.domain.opmaak`, so nothing is ever half set: either
every word of it comes into the document, or it is refused with its line.
"""

from functools import lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cycle.documents.bijproduct import NAME, Bijproduct
from cycle.documents.markdown.blokken import Blokschrijver
from cycle.documents.markdown.regel import Regelschrijver
from cycle.documents.markdown.stijlen import NODIG
from cycle.domain.errors import InvoerError
from cycle.domain.opmaak import (
    Opmaak,
    Opmaakfout,
    Tekstruimte,
    check_opmaak,
    read_opmaak,
    top_kop,
)

BREEDTE = 9412
"""Twips between the margins of the shipped templates."""

__all__ = ["BREEDTE", "NODIG", "markdown", "to_word"]


@pass_context
def markdown(
    context: Context, tekst: str, stijl: str = "Normal", kop: int = 0, breedte: int = BREEDTE
) -> Markup:
    """Return Markdown as Word blocks in `stijl`; use it alone in a paragraph: ``{{p … }}``.

    `kop` is the Word heading level for the highest heading in the text; 0 refuses headings.
    `breedte` is the room for tables and pictures in twips.
    """
    return to_word(tekst, context[NAME], stijl=stijl, kop=kop, breedte=breedte)


def to_word(
    tekst: str,
    bijproduct: Bijproduct,
    *,
    stijl: str = "Normal",
    kop: int = 0,
    breedte: int = BREEDTE,
) -> Markup:
    """Return Markdown as WordprocessingML blocks.

    Raises:
        InvoerError: the text holds something that cannot be set; line and reason named.
    """
    opmaak = _checked(tekst, kop)
    schrijver = Blokschrijver(
        Regelschrijver(opmaak, bijproduct), stijl, kop - top_kop(opmaak), breedte
    )
    return Markup(schrijver.write())  # noqa: S704 - every text was escaped


@lru_cache(maxsize=256)
def _checked(tekst: str, kop: int) -> Opmaak:
    """Return a text that can be set; every edition of a document has the same texts."""
    opmaak = read_opmaak(tekst)
    for fout in check_opmaak(opmaak, Tekstruimte(kop)):
        raise _refusal(fout, opmaak)
    return opmaak


def _refusal(fout: Opmaakfout, opmaak: Opmaak) -> InvoerError:
    """Return the refusal of a text that was not checked when it was loaded."""
    begin = " ".join(" ".join(opmaak.regels).split())[:50]
    return InvoerError(
        fout.melding, advies=fout.advies, plek=f"regel {fout.regel + 1} van de tekst “{begin}…”"
    )
