"""Tags: names of WordprocessingML elements and small questions about them."""

import re
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P, TBL, TR, TC = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
PPR, RPR, TRPR, TCPR = f"{W}pPr", f"{W}rPr", f"{W}trPr", f"{W}tcPr"
RUN, TEXT, DELTEXT = f"{W}r", f"{W}t", f"{W}delText"
INSTR, DELINSTR = f"{W}instrText", f"{W}delInstrText"
INS, DEL = f"{W}ins", f"{W}del"
BOOKMARK, BOOKMARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
SECTPR: Final = f"{W}sectPr"
_STYLE: Final = f"{W}pStyle"
_NAMESPACE: Final = re.compile(rb' xmlns:\w+="[^"]*"')
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

# what may differ without a reader seeing it, each behind a text that must be there for it:
# saving sessions, rows kept together, numbers of bookmarks and of list copies, and names of
# headings that count along
_UNSEEN: Final = (
    (b" w:rsid", re.compile(rb' w:rsid\w*="[^"]*"')),
    (b" w14:", re.compile(rb' w14:(?:paraId|textId)="[^"]*"')),
    (b" w:name=", re.compile(rb' w:id="[^"]*"(?= w:name)')),
    (b"<w:bookmarkEnd", re.compile(rb"<w:bookmarkEnd[^>]*>")),
    (b"<w:numId", re.compile(rb'(?<=<w:numId w:val=")\d{4,}')),
    (b"_Kop_", re.compile(rb"(?<=_Kop_)\d+")),
    (b"<w:proofErr", re.compile(rb"<w:proofErr[^>]*(?:/>|></w:proofErr>)")),
    (b"<w:keepNext", re.compile(rb"<w:keepNext(?:/>|></w:keepNext>)")),
    (b"<w:pPr></w:pPr>", re.compile(rb"<w:pPr></w:pPr>")),
)


def bytes_of(element: etree._Element) -> bytes:
    """Return an element as bytes, without the namespaces that its file happens to declare."""
    return _NAMESPACE.sub(b"", etree.tostring(element, with_tail=False))


def key_of(element: etree._Element) -> bytes:
    """Return bytes that are equal for elements that a reader cannot tell apart.

    They do not depend on how the file was written.
    """
    return without_unseen(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def without_unseen(xml: bytes) -> bytes:
    """Return the bytes of an element without what no reader sees."""
    for sign, pattern in _UNSEEN:
        if sign in xml:
            xml = pattern.sub(b"", xml)
    return xml


def text_of(element: etree._Element) -> str:
    """Return the words of an element."""
    return " ".join(element.itertext(TEXT))


def make(tag: str, **attributes: str) -> etree._Element:
    """Return a new element with attributes of the same namespace."""
    return etree.Element(tag, {f"{W}{name}": value for name, value in attributes.items()})


def style_of(paragraph: etree._Element) -> str:
    """Return the style id of a paragraph, empty for the default one."""
    for properties in paragraph[:1]:
        if properties.tag == PPR:
            return next((str(n.get(f"{W}val")) for n in properties if n.tag == _STYLE), "")
    return ""
