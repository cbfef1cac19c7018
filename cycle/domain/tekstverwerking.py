"""Tekstverwerking: changes that partijen proposed in a draft, made in the text itself.

A change is made exactly or not at all: the paragraph must stand in the text once, with the
words that the change takes out. What cannot be done says why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cycle.domain.opmaak import (
    Woordwijziging,
    add_alinea,
    change_alinea,
    remove_alinea,
    shown_alineas,
)
from cycle.domain.reactie import Wijziging
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.tekstvelden import Tekstveld, is_boven_de_tekst, list_tekstvelden

NIET_GEVONDEN = "deze alinea staat zo niet, of meer dan een keer, in de tekst"


@dataclass(frozen=True, slots=True)
class Nietverwerkt:
    """A change that could not be made, and why, as the end of a Dutch sentence."""

    waarom: str


def change_woorden(
    samenwerking: Samenwerking, afspraak_id: str, alinea: str, woorden: Sequence[Woordwijziging]
) -> Samenwerking | Nietverwerkt:
    """Return the samenwerking with these words changed in one paragraph.

    Words that stand there already, because somebody changed the content, are left alone.
    """
    anders = _in_een_veld(
        samenwerking, afspraak_id, lambda veld: _change(veld, alinea, woorden) or None
    )
    if not isinstance(anders, Nietverwerkt):
        return anders
    straks = apply_woorden(alinea, woorden)
    velden = list_tekstvelden(samenwerking, afspraak_id)
    staat_er = sum(_shown(veld).count(straks) for veld in velden) if straks else 0
    return samenwerking if staat_er == 1 else anders


def change_alineas(
    samenwerking: Samenwerking, afspraak_id: str, wijziging: Wijziging
) -> Samenwerking | Nietverwerkt:
    """Return the samenwerking with a whole paragraph put in or taken out."""
    if wijziging.oud:
        return _in_een_veld(samenwerking, afspraak_id, lambda veld: _remove(veld, wijziging.oud))
    if not wijziging.nieuw.strip():
        return Nietverwerkt("een alinea splitsen of samenvoegen doet u zelf")
    return _in_een_veld(
        samenwerking, afspraak_id, lambda veld: _add(veld, wijziging.na, wijziging.nieuw)
    )


def apply_woorden(alinea: str, woorden: Sequence[Woordwijziging]) -> str | None:
    """Return a paragraph with its words changed, None when they are not there or overlap.

    Words put in at one place keep their order, and stand in front of what is taken out there.
    """
    anders, vorige = alinea, len(alinea)
    for woord in sorted(woorden, key=lambda w: (w.begin, bool(w.oud)))[::-1]:
        einde = woord.begin + len(woord.oud)
        if einde > vorige or alinea[woord.begin : einde] != woord.oud:
            return None
        anders = anders[: woord.begin] + woord.nieuw + anders[einde:]
        vorige = woord.begin
    return anders


def _in_een_veld(
    samenwerking: Samenwerking, afspraak_id: str, change: Callable[[Tekstveld], str | None]
) -> Samenwerking | Nietverwerkt:
    """Return the samenwerking with the one field changed that lets itself be changed."""
    gelukt = [
        (veld, tekst)
        for veld in list_tekstvelden(samenwerking, afspraak_id)
        if (tekst := change(veld)) is not None and (tekst or veld.mag_leeg)
    ]
    if len(gelukt) != 1:
        return Nietverwerkt(NIET_GEVONDEN)
    veld, tekst = gelukt[0]
    return veld.zet(samenwerking, tekst)


def _change(veld: Tekstveld, alinea: str, woorden: Sequence[Woordwijziging]) -> str | None:
    """Return a field with words of one paragraph changed."""
    if veld.is_markdown:
        return change_alinea(veld.tekst, alinea, woorden)
    if not veld.tekst or veld.voor + veld.tekst != alinea:
        return None
    anders = apply_woorden(alinea, woorden)
    if anders is None or not anders.startswith(veld.voor):
        return None
    return " ".join(anders.removeprefix(veld.voor).split())


def _remove(veld: Tekstveld, alinea: str) -> str | None:
    """Return a field without one paragraph."""
    if veld.is_markdown:
        return remove_alinea(veld.tekst, alinea)
    return "" if veld.tekst and veld.voor + veld.tekst == alinea else None


def _add(veld: Tekstveld, na: str, nieuw: str) -> str | None:
    """Return a text with one more paragraph."""
    if not veld.is_markdown:
        return None
    is_begin = na in veld.koppen or (not veld.koppen and is_boven_de_tekst(na))
    return add_alinea(veld.tekst, "" if is_begin else na, nieuw) if is_begin or na else None


def _shown(veld: Tekstveld) -> tuple[str, ...]:
    """Return the paragraphs of a field as the document shows them."""
    if veld.is_markdown:
        return shown_alineas(veld.tekst)
    return (veld.voor + veld.tekst,) if veld.tekst else ()
