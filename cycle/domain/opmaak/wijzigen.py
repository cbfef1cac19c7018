"""Wijzigen: what a reader changed in Word, written into the Markdown that it came from.

Only words change: bold, links, footnotes and lists around them stay. Each result is read
again and must be exactly what was meant, else there is none: a text is never damaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cycle.domain.opmaak.alineas import find_alinea, list_alineas, shown, to_place
from cycle.domain.opmaak.bewijs import (
    is_added_only,
    is_changed_only,
    is_removed_only,
    looks,
    looks_of,
)
from cycle.domain.opmaak.lezen import read_opmaak
from cycle.domain.opmaak.plaats import Invoeging, list_invoegingen, list_weglatingen
from cycle.domain.opmaak.stukjes import Bronalinea, read_bronalinea
from cycle.domain.opmaak.woorden import Bewerking, edited, list_nieuw, rewrite, without_edges


@dataclass(frozen=True, slots=True)
class Woordwijziging:
    """`oud` at `begin` becomes `nieuw`; `begin` counts characters of the paragraph as shown."""

    begin: int
    oud: str
    nieuw: str


def shown_alineas(tekst: str) -> tuple[str, ...]:
    """Return what each paragraph of the Markdown text reads like in Word, in order.

    A paragraph is what has words of its own there: also a heading, a list item, a table
    cell, a term and what it means. A picture is a paragraph without words.
    """
    return tuple(toon for _, toon in list_alineas(read_opmaak(tekst)))


def change_alinea(tekst: str, alinea: str, wijzigingen: Sequence[Woordwijziging]) -> str | None:
    """Return the Markdown with these changes in the paragraph that is shown as `alinea`.

    Blanks that come to stand at the edge of a line are left out. None when the paragraph
    is not there or there twice, when `oud` does not stand at `begin`, when changes overlap
    or leave no words, and when it cannot be done exactly.
    """
    opmaak = read_opmaak(tekst)
    index = find_alinea(opmaak, alinea)
    bron = None if index is None else read_bronalinea(tekst, opmaak, index)
    if index is None or bron is None:
        return None
    toon = shown(opmaak, index)
    bewerkingen = _bewerkingen(alinea, toon, wijzigingen)
    gewenst = None if bewerkingen is None else edited(toon, bewerkingen)
    if bewerkingen is None or not gewenst:
        return None
    for stukjes in rewrite(bron, [bewerking.trim(toon) for bewerking in bewerkingen]):
        nieuw = _put(tekst, bron, "".join(stukje.bron for stukje in stukjes))
        gelezen = read_opmaak(nieuw)
        if (
            without_edges("".join(stukje.toon for stukje in stukjes)) == gewenst
            and is_changed_only(opmaak, gelezen, index)
            and [*looks_of(stukjes), (bron.staart, ())] == looks(nieuw, gelezen, index)
        ):
            return nieuw
    return None


def remove_alinea(tekst: str, alinea: str) -> str | None:
    """Return the Markdown without the paragraph that is shown as `alinea`.

    With the only paragraph of a list item, quote or meaning goes the item, quote or
    meaning, and with the only item its list. Numbers behind it count on, and footnotes and
    addresses that nothing else uses go too. None when it is not there or there twice, when
    it is a table cell, and when it cannot be done exactly.
    """
    opmaak = read_opmaak(tekst)
    index = find_alinea(opmaak, alinea)
    if index is None:
        return None
    for weglating in list_weglatingen(tekst, opmaak, index):
        if is_removed_only(opmaak, read_opmaak(weglating.tekst), weglating.begin, weglating.eind):
            return weglating.tekst
    return None


def add_alinea(tekst: str, na: str, nieuw: str) -> str | None:
    """Return the Markdown with a new paragraph behind the one that is shown as `na`.

    Without `na` it comes at the start; behind a list item it is a new item of that list.
    None when `na` is not there or there twice, when it is a table cell or a term, and when
    it cannot be done exactly.
    """
    opmaak = read_opmaak(tekst)
    index = find_alinea(opmaak, na) if na else -1
    gewenst = without_edges(nieuw)
    if index is None or not gewenst:
        return None
    for invoeging in list_invoegingen(tekst, opmaak, index):
        for woorden in list_nieuw(gewenst, invoeging.vervolg):
            resultaat = invoeging.write(woorden)
            if _is_added(tekst, resultaat, invoeging, gewenst):
                return resultaat
    return None


def _is_added(tekst: str, resultaat: str, invoeging: Invoeging, gewenst: str) -> bool:
    """Return whether the new paragraph reads as it must, and is all that is new."""
    gelezen = read_opmaak(resultaat)
    return is_added_only(read_opmaak(tekst), gelezen, invoeging.plek, invoeging.soorten) and any(
        shown(gelezen, plek) == gewenst
        for plek in range(invoeging.plek, invoeging.plek + len(invoeging.soorten))
        if gelezen.blokken[plek].type == "inline"
    )


def _bewerkingen(
    alinea: str, toon: str, wijzigingen: Sequence[Woordwijziging]
) -> list[Bewerking] | None:
    """Return the changes in order by their place in what is shown; None when they do not fit."""
    klaar: list[Bewerking] = []
    stand = 0
    for wijziging in sorted(wijzigingen, key=lambda w: (w.begin, bool(w.oud))):
        begin, eind = wijziging.begin, wijziging.begin + len(wijziging.oud)
        if not stand <= begin <= len(alinea) or alinea[begin:eind] != wijziging.oud:
            return None
        stand = eind
        plekken = to_place(alinea, toon, begin), to_place(alinea, toon, eind)
        klaar.append(Bewerking(*plekken, wijziging.nieuw))
    return klaar


def _put(tekst: str, bron: Bronalinea, nieuw: str) -> str:
    """Return the text with other source for one paragraph."""
    return tekst[: bron.begin] + nieuw + bron.staart + tekst[bron.eind :]
