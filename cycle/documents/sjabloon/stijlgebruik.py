"""Stijlgebruik: named styles that a template asks for and does not define."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from lxml import etree

from cycle.documents.markdown.stijlen import NODIG
from cycle.documents.package import STYLES
from cycle.documents.sjabloon.alineas import Inhoud, W
from cycle.documents.sjabloon.bevindingen import Vondst, at_alinea, at_code
from cycle.documents.sjabloon.code import Code
from cycle.documents.veilig import parse_part

_VAN_WORD: Final = frozenset({"CommentReference", "CommentText"})
"""Word has these itself as soon as there is a comment."""
_GEBRUIK: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")


def check_stijlen(inhoud: Inhoud, markdown: Sequence[tuple[Code, str]]) -> Iterator[Vondst]:
    """Yield the styles that are missing; `markdown` are the codes with it and their style."""
    bekend = _defined(inhoud) | _VAN_WORD
    if markdown and (ontbreekt := sorted(NODIG - bekend)):
        yield at_code("T301", markdown[0][0], ", ".join(ontbreekt))
    for stijl, code in {stijl: code for code, stijl in reversed(markdown)}.items():
        if stijl and stijl not in bekend | NODIG:
            yield at_code("T301", code, stijl)
    for deel, boom in inhoud.bomen.items():
        eigen = [a for a in inhoud.alineas if a.deel == deel]
        gebruikt = _used(boom)
        for stijl, nummer in gebruikt:
            if stijl not in bekend and eigen:
                alinea = eigen[min(nummer, len(eigen) - 1)]
                yield at_alinea("T302", alinea, (0, ""), (stijl,))


def _defined(inhoud: Inhoud) -> frozenset[str]:
    """Return the ids of the styles in the template."""
    return _ids(inhoud.parts.get(STYLES, b"<x/>"), inhoud.naam)


@lru_cache(maxsize=8)
def _ids(styles: bytes, naam: str) -> frozenset[str]:
    """Return the ids in a part with styles; templates of one house share that part."""
    boom = parse_part(styles, naam)
    return frozenset(str(stijl.get(f"{W}styleId")) for stijl in boom.iter(f"{W}style"))


def _used(boom: etree._Element) -> Iterable[tuple[str, int]]:
    """Return each style that a part uses, with the paragraph where it comes first."""
    gevonden: dict[str, int] = {}
    nummer = -1
    for element in boom.iter(f"{W}p", *_GEBRUIK):
        if element.tag == f"{W}p":
            nummer += 1
        else:
            # a table names its style before its first paragraph
            eerste = nummer + (element.tag == f"{W}tblStyle")
            gevonden.setdefault(str(element.get(f"{W}val")), max(eerste, 0))
    return gevonden.items()
