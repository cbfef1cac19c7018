"""Tekstvergelijk: two PDFs held against each other, page by page, word by word.

A service that signs writes the PDF anew, so its bytes tell nothing. Its words do: outside
the pages to sign not one may go or come, on those pages words may only come, and what is
added at the end may not look like an afspraak. What words cannot show, the picture of a page
does: see `cycle.signing.controle.beeldvergelijk`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from cycle.domain.bevinding import Bevinding
from cycle.domain.manifest import Manifest
from cycle.domain.notatie import opsomming
from cycle.signing.controle.bevindingen import bevinding

_MEESTE: Final = 4
_LANGSTE: Final = 60
_AFGEBROKEN: Final = re.compile(r"[\u00ad\ufffe\x02]\s*|(?<=[^\W\d])-[ \t\r]*\n\s*(?=[^\W\d])")
"""A hyphen that only stands at the end of a line; PDFium has signs of its own for it."""
_AFSPRAAK: Final = re.compile(r"\b(?:afspraak|actie|doel)\s+\d+\b", re.IGNORECASE)
_GENUMMERD: Final = re.compile(r"^\s*\d{1,3}(?:\.\d+)*[.)]?\s+\w{3,}", re.MULTILINE)


def compare_bladen(
    ontvangen: Sequence[str], vastgesteld: Sequence[str], manifest: Manifest
) -> tuple[Bevinding, ...]:
    """Return what differs between the texts of the pages of two PDFs.

    `manifest` says on which pages words may come. Line ends and hyphens at a line end do not
    count; the order of the words does.
    """
    if len(ontvangen) < len(vastgesteld):
        aantal = len(vastgesteld) - len(ontvangen)
        wat = f"{aantal} van de {len(vastgesteld)}"
        return (bevinding("V041", f"bladzijde {len(ontvangen) + 1}", wat),)
    gevonden = []
    for nummer, (nu, toen) in enumerate(zip(ontvangen, vastgesteld, strict=False), start=1):
        wat = compare_blad(nu, toen, mag_erbij=nummer in manifest.tekenpaginas)
        if wat:
            gevonden.append(bevinding("V040", f"bladzijde {nummer}", f"{nummer} {wat}"))
    erbij = list(enumerate(ontvangen[len(vastgesteld) :], start=len(vastgesteld) + 1))
    verdacht = [nummer for nummer, tekst in erbij if _is_afspraak(tekst)]
    gevonden += [bevinding("V042", f"bladzijde {n}", f"bladzijde {n}") for n in verdacht]
    if erbij and not verdacht:
        wat = "een bladzijde" if len(erbij) == 1 else f"{len(erbij)} bladzijden"
        gevonden.append(bevinding("V047", f"bladzijde {erbij[0][0]}", wat))
    return tuple(gevonden)


def compare_blad(nu: str, toen: str, *, mag_erbij: bool) -> str:
    """Return in Dutch how the words of one page differ, empty when they do not.

    With `mag_erbij` words may have come, also between others; none may have gone, and what
    was there stands in the same order.
    """
    nieuw, oud = woorden(nu), woorden(toen)
    if nieuw == oud or (mag_erbij and _is_deel(oud, nieuw)):
        return ""
    weg, erbij = _changes(oud, nieuw)
    if Counter(oud) == Counter(nieuw):
        return "heeft dezelfde woorden in een andere volgorde."
    zinnen = [f"mist {opsomming(weg)}"] if weg else []
    if erbij and not mag_erbij:
        zinnen.append(f"heeft er {opsomming(erbij)} bij")
    return f"{' en '.join(zinnen) or 'heeft woorden op een andere plaats'}."


def woorden(tekst: str) -> list[str]:
    """Return the words of a page; a word that was broken at a line end is one word."""
    heel = _AFGEBROKEN.sub("", tekst)
    return re.sub(r"-\s*\n\s*", "-", heel).split()


def _is_deel(oud: Sequence[str], nieuw: Sequence[str]) -> bool:
    """Return whether all words of `oud` stand in `nieuw` in the same order."""
    rest = iter(nieuw)
    return all(woord in rest for woord in oud)


def _changes(oud: list[str], nieuw: list[str]) -> tuple[list[str], list[str]]:
    """Return the first places where words went, and where words came, between quotes."""
    weg, erbij = [], []
    for soort, van, tot, begin, einde in SequenceMatcher(
        None, oud, nieuw, autojunk=False
    ).get_opcodes():
        if soort != "equal":
            weg += [_quote(oud[van:tot])] if van < tot else []
            erbij += [_quote(nieuw[begin:einde])] if begin < einde else []
    return list(_first(weg)), list(_first(erbij))


def _quote(stuk: Sequence[str]) -> str:
    tekst = " ".join(stuk)
    return f"‘{tekst if len(tekst) <= _LANGSTE else tekst[:_LANGSTE].rstrip() + '…'}’"


def _first(stukken: Sequence[str]) -> Iterator[str]:
    """Yield no more than a reader wants to see, and say how many are left."""
    yield from stukken[:_MEESTE]
    if len(stukken) > _MEESTE:
        yield f"nog {len(stukken) - _MEESTE} stukken"


def _is_afspraak(tekst: str) -> bool:
    """Return whether a page that was added looks like more than a record of signing."""
    return bool(_AFSPRAAK.search(tekst) or _GENUMMERD.search(tekst))
