"""Borrow: what removed text refers to, brought along into the new package.

The numbers of lists, footnotes and relations mean something else in each package. Those
of the old version are rewritten to those of the new one; what is missing there is added.
"""

from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from cycle.documents.package import NUMBERING, STYLES
from cycle.documents.redline.tags import R, W, key_of, text_of
from cycle.domain.errors import InvoerError

_FIRST_COPY: Final = 1000
"""List numbers from here on belong to one list in the text."""
_ABSTRACT, _NUM = f"{W}abstractNum", f"{W}num"
_NUMID: Final = f"{W}numId"
_VAL, _ID = f"{W}val", f"{W}id"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FOOTNOTES: Final = "word/footnotes.xml"
_REFERENCE: Final = f"{W}footnoteReference"
_KEPT_KINDS: Final = ("/hyperlink", "/image")
_PREFIXES: Final = {"w": W[1:-1], "r": R[1:-1]}

Parts = dict[str, bytes]


def parse(xml: bytes) -> etree._Element:
    """Return a part as tree, without fetching or expanding anything."""
    return etree.fromstring(
        xml, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    )


def written(root: etree._Element) -> bytes:
    """Return a tree as part."""
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def borrow_styles(old: Mapping[str, bytes], new: Parts) -> None:
    """Add the styles that only the old version knows."""
    if STYLES not in old or STYLES not in new or old[STYLES] == new[STYLES]:
        return
    root = parse(new[STYLES])
    known = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    missing = [
        deepcopy(style)
        for style in parse(old[STYLES]).iter(f"{W}style")
        if style.get(f"{W}styleId") not in known
    ]
    for style in missing:
        style.attrib.pop(f"{W}default", None)
    if missing:
        root.extend(missing)
        new[STYLES] = written(root)


def borrow_lists(
    roots: tuple[etree._Element, etree._Element],
    known: Mapping[str, str],
    old: Mapping[str, bytes],
    new: Parts,
) -> None:
    """Rewrite the list numbers of the old root to those of the new one.

    `known` are lists found equal before. A list that shares an item with a list of the new
    version is the same list too; any other keeps its own numbering, added to the new package.
    """
    if NUMBERING not in old or NUMBERING not in new:
        return
    lists = _lists(roots[0])
    chosen = {**_same_lists(lists, _lists(roots[1])), **known}
    missing = [number for number in lists if number not in chosen]
    if missing:
        before, after = parse(old[NUMBERING]), parse(new[NUMBERING])
        chosen |= {number: _add_list(number, before, after) for number in missing}
        new[NUMBERING] = written(after)
    for node in roots[0].iter(_NUMID):
        number = str(node.get(_VAL))
        node.set(_VAL, chosen.get(number, number))


def _lists(root: etree._Element) -> dict[str, list[str]]:
    """Return the texts of the items per list in the text."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in root.iter(_NUMID):
        if int(str(node.get(_VAL))) >= _FIRST_COPY:
            paragraph = next(node.iterancestors(f"{W}p"))
            found[str(node.get(_VAL))].append(text_of(paragraph))
    return found


def _same_lists(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> dict[str, str]:
    """Return for each old list the first unused new one that shares an item."""
    by_item: dict[str, list[str]] = defaultdict(list)
    for number, items in new.items():
        for item in items:
            by_item[item].append(number)
    chosen: dict[str, str] = {}
    used: set[str] = set()
    for number, items in old.items():
        free = (n for item in items for n in by_item.get(item, ()) if n not in used)
        match = next(free, None)
        if match is not None:
            chosen[number] = match
            used.add(match)
    return chosen


def _add_list(number: str, old: etree._Element, new: etree._Element) -> str:
    """Copy a list with its definition and return its new number."""
    source = next((n for n in old.iter(_NUM) if n.get(_NUMID) == number), None)
    if source is None:
        return number
    copy = deepcopy(source)
    fresh = str(1 + max((int(n.get(_NUMID)) for n in new.iter(_NUM)), default=_FIRST_COPY))
    copy.set(_NUMID, fresh)
    reference = copy.find(f"{W}abstractNumId")
    reference.set(_VAL, _definition(str(reference.get(_VAL)), old, new))
    new.append(copy)
    return fresh


def _definition(number: str, old: etree._Element, new: etree._Element) -> str:
    """Return the number of an equal definition in the new version; add it when needed."""
    label = f"{W}abstractNumId"
    source = next(a for a in old.iter(_ABSTRACT) if a.get(label) == number)

    def shape(definition: etree._Element) -> list[bytes]:
        return [key_of(child) for child in definition]

    wanted = shape(source)
    known = list(new.iter(_ABSTRACT))
    for definition in known:
        if shape(definition) == wanted:
            return str(definition.get(label))
    copy = deepcopy(source)
    fresh = str(1 + max((int(a.get(label)) for a in known), default=0))
    copy.set(label, fresh)
    new.insert(len(known), copy)
    return fresh


def borrow_footnotes(root: etree._Element, old: Mapping[str, bytes], new: Parts) -> None:
    """Rewrite the footnote numbers of the old root; a note that is gone is added."""
    if _FOOTNOTES not in old or next(root.iter(_REFERENCE), None) is None:
        return
    if _FOOTNOTES not in new:
        raise _unsupported("een voetnoot")
    before = {str(n.get(_ID)): n for n in parse(old[_FOOTNOTES])}
    after = parse(new[_FOOTNOTES])
    free: dict[bytes, list[str]] = defaultdict(list)
    for note in after:
        free[_content(note)].append(str(note.get(_ID)))
    highest = max((int(str(n.get(_ID))) for n in after), default=1)
    for reference in root.iter(_REFERENCE):
        note = before[str(reference.get(_ID))]
        same = free[_content(note)]
        if not same:
            highest += 1
            copy = deepcopy(note)
            copy.set(_ID, str(highest))
            after.append(copy)
            same.append(str(highest))
        reference.set(_ID, same.pop(0))
    new[_FOOTNOTES] = written(after)


def _content(note: etree._Element) -> bytes:
    """Return what a footnote says, without its number."""
    return b"".join(key_of(child) for child in note)


def borrow_relations(root: etree._Element, part: str, old: Mapping[str, bytes], new: Parts) -> None:
    """Rewrite the relations of the old root; a link or image that is gone is added.

    Raises:
        InvoerError: removed text holds something else that lives outside the text.
    """
    places = _references(root)
    if not places:
        return
    name = "/_rels/".join(part.rsplit("/", 1)) + ".rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    before = {str(r.get("Id")): r for r in parse(old.get(name, empty)).iter(_RELATIONSHIP)}
    after = parse(new.get(name, empty))
    known = {_meaning(r, new): str(r.get("Id")) for r in after.iter(_RELATIONSHIP)}
    for node, attribute in places:
        relation = before[str(node.get(attribute))]
        meaning = _meaning(relation, old)
        if meaning not in known:
            known[meaning] = _add_relation(relation, after, old, new)
            new[name] = written(after)
        node.set(attribute, known[meaning])


def _references(root: etree._Element) -> list[tuple[etree._Element, str]]:
    """Return every attribute that names a relation, except those of sections."""
    found = root.xpath("//@r:*[not(ancestor::w:sectPr)]", namespaces=_PREFIXES)
    return [(value.getparent(), value.attrname) for value in found]


def _meaning(relation: etree._Element, parts: Mapping[str, bytes]) -> tuple[str, str, bytes]:
    """Return what a relation points at: its kind, its target, and the bytes there."""
    target = str(relation.get("Target"))
    return str(relation.get("Type")), target, parts.get(f"word/{target}", b"")


def _add_relation(
    relation: etree._Element, after: etree._Element, old: Mapping[str, bytes], new: Parts
) -> str:
    """Copy a relation, with the image it points at, and return its new name."""
    kind, target = str(relation.get("Type")), str(relation.get("Target"))
    if not kind.endswith(_KEPT_KINDS):
        raise _unsupported("een ingevoegd onderdeel")
    copy = deepcopy(relation)
    number = 1 + len(after)
    while any(r.get("Id") == f"rIdOud{number}" for r in after):
        number += 1
    copy.set("Id", f"rIdOud{number}")
    if relation.get("TargetMode") != "External":
        folder, _, name = f"word/{target}".rpartition("/")
        kept = target if f"word/{target}" not in new else f"{folder}/oud{number}-{name}"[5:]
        copy.set("Target", kept)
        new[f"word/{kept}"] = old[f"word/{target}"]
        _allow(name.rsplit(".", 1)[-1], old, new)
    after.append(copy)
    return f"rIdOud{number}"


def _allow(ending: str, old: Mapping[str, bytes], new: Parts) -> None:
    """Make the new package know the kind of file with this ending."""
    name = "[Content_Types].xml"
    root = parse(new[name])
    if any(node.get("Extension") == ending for node in root):
        return
    source = next(n for n in parse(old[name]) if n.get("Extension") == ending)
    root.insert(0, deepcopy(source))
    new[name] = written(root)


def _unsupported(wat: str) -> InvoerError:
    """Return the refusal of two versions that cannot be put together."""
    return InvoerError(
        f"De twee versies kunnen niet worden vergeleken: in de oude staat {wat}.",
        advies="Vergelijk deze versies in Word, met Controleren, Vergelijken.",
    )
