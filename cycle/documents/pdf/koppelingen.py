"""Koppelingen: links of the embedded engine, given their place in the structure.

The engine draws a link as an area on the page and says nowhere which words it covers.
PDF/UA (ISO 14289-1, 7.18.5) wants the words and the area together in one Link element,
with a description. The engine marks every word by itself, so the words are found by
where they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_SLACK: Final = 0.5
"""Points by which a word may begin before the area of its link."""
_FLIP_HEIGHT: Final = 5
"""Where the height of the page stands in the matrix that turns it upside down."""


@dataclass(frozen=True, slots=True)
class Woord:
    """A marked word: its number on the page and where it begins, in points."""

    nummer: int
    x: float
    y: float


def tag_links(pdf: "Pdf") -> None:
    """Put every link that stands outside the structure into it, with its words.

    A link whose words are not found stays outside; the check of the outcome refuses it.
    """
    tree = pdf.Root.StructTreeRoot
    for page in pdf.pages:
        loose = [a for a in page.obj.get("/Annots", []) if _is_loose(a)]
        if not loose:
            continue
        words = list(list_words(page))
        parents = owners(tree, int(page.obj.StructParents))
        for link in loose:
            inside = [word.nummer for word in words if _covers(link, word)]
            if inside and parents is not None:
                tag_link(pdf, page, link, (parents, inside))


def _is_loose(annotation: "Object") -> bool:
    """Return whether this is a link outside the structure."""
    return annotation.get("/Subtype") == "/Link" and "/StructParent" not in annotation


def list_words(page: "Page") -> Iterator[Woord]:
    """Yield the marked words of a page."""
    import pikepdf

    height, number = 0.0, None
    for step in pikepdf.parse_content_stream(page):
        operator, operands = str(step.operator), step.operands
        if operator == "cm" and not height:
            height = float(operands[_FLIP_HEIGHT])
        elif operator == "BDC":
            number = operands[1].get("/MCID")
        elif operator == "EMC":
            number = None
        elif operator == "Tm" and number is not None:
            yield Woord(int(number), float(operands[4]), height - float(operands[5]))


def _covers(link: "Object", word: Woord) -> bool:
    """Return whether a word begins in the area of a link."""
    left, low, right, high = (float(side) for side in link.Rect)
    return left - _SLACK <= word.x < right - _SLACK and low <= word.y <= high


def owners(tree: "Object", key: int) -> "Object | None":
    """Return the elements that own the marked words of a page."""
    pairs = list(tree.ParentTree.Nums)
    found = {int(pairs[i]): pairs[i + 1] for i in range(0, len(pairs), 2)}
    return found.get(key)


def tag_link(pdf: "Pdf", page: "Page", link: "Object", place: "tuple[Object, list[int]]") -> None:
    """Move the words of a link from their paragraph into a Link element.

    `place` is who owns the words of the page, and the numbers of those in the link. A link
    that has no description yet gets one.
    """
    import pikepdf

    tree = pdf.Root.StructTreeRoot
    parents, numbers = place
    paragraph = parents[numbers[0]]
    own = [k for k in paragraph.K if _number(k) in numbers]
    element = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, P=paragraph)
    )
    reference = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link, Pg=page.obj)
    element.K = pikepdf.Array([*own, reference])
    kept: list[Object] = []
    for child in paragraph.K:
        if _number(child) not in numbers:
            kept.append(child)
        elif _number(child) == numbers[0]:
            kept.append(element)
    paragraph.K = pikepdf.Array(kept)
    for number in numbers:
        parents[number] = element
    key = int(tree.ParentTreeNextKey)
    tree.ParentTree.Nums.extend(pikepdf.Array([key, element]))
    tree.ParentTreeNextKey = key + 1
    link.StructParent = key
    if "/Contents" not in link:
        link.Contents = pikepdf.String(f"Koppeling naar {link.A.get('/URI', 'een andere plek')}")


def _number(child: "Object") -> int | None:
    """Return the number of a marked word, or None for anything else."""
    import pikepdf

    marked = isinstance(child, pikepdf.Dictionary) and "/MCID" in child
    return int(child.MCID) if marked else None
