"""Comments: the remarks in the margin of a returned document, with the answers to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pendulum
from lxml import etree

from cycle.domain.reactie import Repliek

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
COMMENTS: Final = "word/comments.xml"
EXTENDED: Final = "word/commentsExtended.xml"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as the file has it; `parent` is the id of what it answers, or ""."""

    id: str
    auteur: str
    op: pendulum.Date | None
    tekst: str
    parent: str


def read_comments(
    comments: etree._Element | None, extended: etree._Element | None
) -> dict[str, Comment]:
    """Return all comments by id, in the order of the file."""
    if comments is None:
        return {}
    nodes = {str(n.get(f"{_W}id")): n for n in comments.iter(f"{_W}comment")}
    parents = _parents(nodes, extended)
    return {
        id_: Comment(id_, author(node), day(node), _text(node), parents.get(id_, ""))
        for id_, node in nodes.items()
    }


def replies_to(id_: str, comments: Mapping[str, Comment]) -> tuple[Repliek, ...]:
    """Return the answers to a comment, also answers to answers, in the order of the file."""
    return tuple(
        Repliek(c.auteur, c.op, c.tekst)
        for c in comments.values()
        if c.id != id_ and root_of(c, comments) == id_
    )


def root_of(comment: Comment, comments: Mapping[str, Comment]) -> str:
    """Return the id of the comment that began the conversation."""
    seen = {comment.id}
    while comment.parent in comments and comment.parent not in seen:
        seen.add(comment.parent)
        comment = comments[comment.parent]
    return comment.id


def author(node: etree._Element) -> str:
    """Return who made a mark, "onbekend" when the file does not say."""
    return str(node.get(f"{_W}author") or "").strip() or "onbekend"


def day(node: etree._Element) -> pendulum.Date | None:
    """Return when a mark was made, None when the file does not say or says nonsense."""
    try:
        return pendulum.Date.fromisoformat(str(node.get(f"{_W}date") or "")[:10])
    except ValueError:
        return None


def _text(comment: etree._Element) -> str:
    """Return the words of a comment, a line per paragraph."""
    lines = ("".join(p.itertext(f"{_W}t")) for p in comment.iter(f"{_W}p"))
    return "\n".join(lines).strip()


def _parents(
    nodes: Mapping[str, etree._Element], extended: etree._Element | None
) -> dict[str, str]:
    """Return which comment each answer belongs to; Word ties them by paragraph."""
    if extended is None:
        return {}
    owner = {para: id_ for id_, node in nodes.items() for para in _paragraphs(node)}
    found: dict[str, str] = {}
    for node in extended.iter(f"{_W15}commentEx"):
        own = owner.get(str(node.get(f"{_W15}paraId")))
        parent = owner.get(str(node.get(f"{_W15}paraIdParent")))
        if own is not None and parent is not None:
            found[own] = parent
    return found


def _paragraphs(comment: etree._Element) -> Iterator[str]:
    """Yield the ids of the paragraphs of a comment."""
    for paragraph in comment.iter(f"{_W}p"):
        name = paragraph.get(f"{_W14}paraId")
        if name:
            yield str(name)
