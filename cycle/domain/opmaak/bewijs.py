"""Bewijs: whether a text that was rewritten says what was meant, and nothing else changed.

A place in the source may have been taken wrong, and a new word may join with a sign beside
it. So the text is read again and held against the one it came from, block by block.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.opmaak.controle import check_opmaak
from cycle.domain.opmaak.lezen import Opmaak, Tekstruimte, nootnaam
from cycle.domain.opmaak.stukjes import Stukje, Stuksoort, read_bronalinea

if TYPE_CHECKING:
    from markdown_it.token import Token

_RUIM: Final = Tekstruimte(kop=1)
_GEWOON: Final = ("text", "hardbreak")

Vorm = tuple[Any, ...]
"""What a block is and holds, for comparing."""


def list_vormen(opmaak: Opmaak) -> list[Vorm]:
    """Return what every block is and holds."""
    return [_vorm(token, opmaak) for token in opmaak.blokken]


def is_changed_only(oud: Opmaak, nieuw: Opmaak, index: int) -> bool:
    """Return whether only the words of block `index` differ; its links stay as they are."""
    voor, na = list_vormen(oud), list_vormen(nieuw)
    return (
        voor[:index] == na[:index]
        and voor[index + 1 :] == na[index + 1 :]
        and len(na) > index
        and _links(oud.blokken[index]) == _links(nieuw.blokken[index])
        and _noten(oud) == _noten(nieuw)
        and is_as_good(oud, nieuw)
    )


def is_added_only(oud: Opmaak, nieuw: Opmaak, plek: int, soorten: Sequence[str]) -> bool:
    """Return whether only blocks of these kinds are new, before block `plek`, in plain words."""
    voor, na = list_vormen(oud), list_vormen(nieuw)
    erbij = nieuw.blokken[plek : plek + len(soorten)]
    kinderen = [kind.type for token in erbij for kind in token.children or ()]
    return (
        [*voor[:plek], *na[plek : plek + len(soorten)], *voor[plek:]] == na
        and [token.type for token in erbij] == list(soorten)
        and all(kind in _GEWOON for kind in kinderen)
        and _noten(oud) == _noten(nieuw)
        and is_as_good(oud, nieuw)
    )


def is_removed_only(oud: Opmaak, nieuw: Opmaak, begin: int, eind: int) -> bool:
    """Return whether only blocks `begin` to `eind` are gone, with the notes used there."""
    voor = list_vormen(oud)
    weg = set(note_names(oud.blokken[begin:eind]))
    return (
        [*voor[:begin], *voor[eind:]] == list_vormen(nieuw)
        and _noten(oud, weg) == _noten(nieuw)
        and is_as_good(oud, nieuw)
    )


def note_names(blokken: "Iterable[Token]") -> Iterator[str]:
    """Yield the name of every footnote that these blocks refer to."""
    for token in blokken:
        for kind in token.children or ():
            if kind.type == "footnote_ref":
                yield nootnaam(kind)


def is_as_good(oud: Opmaak, nieuw: Opmaak) -> bool:
    """Return whether the new text has no fault that the old one had not."""
    fouten = [Counter(fout.melding for fout in check_opmaak(o, _RUIM)) for o in (nieuw, oud)]
    return not fouten[0] - fouten[1]


def looks(tekst: str, opmaak: Opmaak, index: int) -> list[tuple[str, tuple[str, ...]]] | None:
    """Return how the paragraph that is block `index` looks, None when it is not found."""
    alinea = read_bronalinea(tekst, opmaak, index)
    return None if alinea is None else [*looks_of(alinea.stukjes), (alinea.staart, ())]


def looks_of(stukjes: Iterable[Stukje]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every character with the marks around it; of blanks the marks do not count."""
    rond: list[str] = []
    for stukje in stukjes:
        match stukje.soort:
            case Stuksoort.OPEN:
                rond.append(stukje.merk)
            case Stuksoort.DICHT:
                rond.remove(stukje.merk)
            case Stuksoort.LOS:
                yield stukje.bron, ()
            case Stuksoort.TEKEN:
                for teken in stukje.toon:
                    yield teken, () if teken.isspace() else tuple(sorted(set(rond)))


def _vorm(token: "Token", opmaak: Opmaak) -> Vorm:
    """Return what one block is and holds."""
    kinderen = [(k.type, k.content, sorted(k.attrs.items())) for k in token.children or ()]
    noten = [_noot_inhoud(opmaak, naam) for naam in note_names([token])]
    return token.type, token.tag, sorted(token.attrs.items()), token.content, kinderen, noten


def _noot_inhoud(opmaak: Opmaak, naam: str) -> list[str]:
    """Return the lines of a footnote."""
    blokken = [b for noot in opmaak.noten if noot.naam == naam for b in noot.blokken]
    return [token.content for token in blokken]


def _links(regel: "Token") -> list[tuple[str, list[tuple[str, Any]]]]:
    """Return the links and pictures of a paragraph in order."""
    soorten = ("link_open", "image")
    return [(k.type, sorted(k.attrs.items())) for k in regel.children or () if k.type in soorten]


def _noten(opmaak: Opmaak, zonder: Iterable[str] = ()) -> list[tuple[str, list[Vorm]]]:
    """Return name and text of the footnotes; a short note has a number that may shift."""
    weg = set(zonder)
    return [
        (noot.naam if noot.regel >= 0 else "", [_vorm(token, opmaak) for token in noot.blokken])
        for noot in opmaak.noten
        if noot.naam not in weg
    ]
