"""Review: takes a returned document apart into changes and comments, each in its place.

What is read: words, paragraphs and rows that were put in or taken out with tracked changes,
moved text, and comments with their answers. A change of looks only is no reaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from lxml import etree

from cycle.documents.anchors import CUSTOM, read_kenmerk
from cycle.documents.comments import (
    COMMENTS,
    EXTENDED,
    Comment,
    author,
    day,
    read_comments,
    replies_to,
)
from cycle.documents.odt import convert_odt
from cycle.documents.package import DOCUMENT, STYLES
from cycle.documents.pieces import (
    FALLBACK,
    MOVED,
    OUT,
    TRACKED,
    WORDS,
    Piece,
    before_changes,
    is_inhoudsopgave,
    never_was,
    plain,
    row_mark,
)
from cycle.documents.places import Place, heading_levels
from cycle.documents.veilig import is_odt, parse_part, read_returned
from cycle.domain.reactie import (
    EINDE,
    Leesalinea,
    Onderdeel,
    Opmerking,
    Reactie,
    Teruggekomen,
    Vindplaats,
    Wijziging,
    WijzigingSoort,
)

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _R, _TR, _RPR, _PPR = (f"{_W}{name}" for name in ("p", "r", "tr", "rPr", "pPr"))
_TEXT: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_COMMENT_MARKS: Final = tuple(f"{_W}comment{n}" for n in ("RangeStart", "RangeEnd", "Reference"))
_ASIDE: Final = {
    "word/header": "koptekst",
    "word/footer": "voettekst",
    "word/footnotes": "voetnoot",
    "word/endnotes": "eindnoot",
}


def read_review(inhoud: bytes, bestandsnaam: str = "document") -> tuple[Reactie, ...]:
    """Return every tracked change and comment, in the order of the document.

    Raises:
        ReactieOnleesbaar: this cannot be read as a Word document.
    """
    return read_teruggekomen(inhoud, bestandsnaam).reacties


def read_teruggekomen(inhoud: bytes, bestandsnaam: str = "document") -> Teruggekomen:
    """Return which document came back and the reactions in it; .odt goes by LibreOffice.

    Raises:
        ReactieOnleesbaar: this cannot be read as a Word document.
    """
    docx = convert_odt(inhoud, bestandsnaam) if is_odt(inhoud) else inhoud
    parts = read_returned(docx, bestandsnaam)
    trees = {
        name: parse_part(xml, bestandsnaam)
        for name, xml in parts.items()
        if name in (DOCUMENT, STYLES, COMMENTS, EXTENDED) or name.startswith(tuple(_ASIDE))
    }
    levels = heading_levels(trees.get(STYLES))
    comments = read_comments(trees.get(COMMENTS), trees.get(EXTENDED))
    reader = _Reader(Place(levels), comments)
    reader.read(trees[DOCUMENT])
    alineas = tuple(reader.alineas)
    for name in sorted(trees):
        deel = next((d for begin, d in _ASIDE.items() if name.startswith(begin)), "")
        if deel:
            reader.place = Place(levels, deel=deel)
            reader.read(trees[name])
    kenmerk = None
    if CUSTOM in parts:
        parse_part(parts[CUSTOM], bestandsnaam)
        kenmerk = read_kenmerk(parts[CUSTOM])
    return Teruggekomen(kenmerk, tuple(reader.reactions()), alineas)


@dataclass(slots=True)
class _Reader:
    """Walks through a part and collects reactions; a comment is kept by id until the end."""

    place: Place
    comments: dict[str, Comment]
    found: list[Wijziging | str] = field(default_factory=list)
    open_comments: set[str] = field(default_factory=set)
    places: dict[str, Vindplaats] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    split: Wijziging | None = None
    is_chain: bool = False
    above: str = ""
    alineas: list[Leesalinea] = field(default_factory=list)

    def read(self, parent: etree._Element) -> None:
        """Read what stands in a part, a cell or a content control."""
        for child in parent:
            if child.tag == _P:
                self._read_paragraph(child)
            elif child.tag == _TR:
                self._read_row(child)
            elif child.tag in _COMMENT_MARKS:
                self._comment(child)
            elif child.tag != FALLBACK:
                self.read(child)

    def reactions(self) -> Iterator[Reactie]:
        """Yield what was found, comments with their answers; a comment without a place last."""
        roots = {c.id for c in self.comments.values() if c.parent not in self.comments}
        for item in (*self.found, *(i for i in self.comments if i not in self.places)):
            if isinstance(item, Wijziging):
                yield item
            elif item in roots:
                comment = self.comments[item]
                yield Opmerking(
                    vindplaats=self.places.get(item, Vindplaats(None, "", "onbekende plek")),
                    auteur=comment.auteur,
                    op=comment.op,
                    tekst=comment.tekst,
                    bij="".join(self.words.get(item, ())).strip(),
                    replieken=replies_to(item, self.comments),
                )

    def _read_row(self, row: etree._Element) -> None:
        """Read one row; a row that came or went is one change."""
        before = self.place.enter_row(row)
        count = len(self.found)
        self.read(row)
        mark = row_mark(row)
        if mark is not None:
            inside = [item for item in self.found[count:] if isinstance(item, str)]
            self.found[count:] = [self._row_change(row, mark), *inside]
        self.place.leave_row(before)

    def _row_change(self, row: etree._Element, mark: etree._Element) -> Wijziging:
        """Return the change of a whole row."""
        cells = [plain(cell) for cell in row.iterfind(f"{_W}tc")]
        text = " | ".join(" ".join(cell.split()) for cell in cells)
        return self._change(mark, Onderdeel.RIJ, text, text, "" if mark.tag == TRACKED[0] else text)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        """Read one paragraph: its place first, then its words in order."""
        self.place.enter_paragraph(paragraph)
        pieces = list(self._pieces(paragraph, None))
        before = before_changes(pieces)
        changes: list[Wijziging] = []
        begin = 0
        for by, group in groupby(pieces, key=lambda piece: piece.by):
            together = list(group)
            if by != ("", ""):
                change = self._words_change(together, before)
                changes.append(replace(change, begin=begin, na=self.above))
            begin += len(before_changes(together))
        self.found += self._with_end(paragraph, pieces, changes, before)
        self.above = before or self.above
        if before.strip() and not is_inhoudsopgave(paragraph):
            self.alineas.append(Leesalinea(self.place.at(), before))

    def _words_change(self, pieces: list[Piece], before: str) -> Wijziging:
        """Return one change of words: pieces by one author with nothing in between."""
        out = "".join(p.text for p in pieces if p.is_out)
        put = "".join(p.text for p in pieces if not p.is_out)
        mark = pieces[0].mark
        change = self._change(mark, Onderdeel.TEKST, out, put, before)
        if change.soort is WijzigingSoort.VERPLAATST or not (out and put):
            return change
        return replace(change, soort=WijzigingSoort.VERVANGEN, oud=out, nieuw=put)

    def _with_end(
        self,
        paragraph: etree._Element,
        pieces: list[Piece],
        changes: list[Wijziging],
        before: str,
    ) -> list[Wijziging]:
        """Return the changes of a paragraph together with that of its end, if any."""
        split, self.split = self.split, None
        is_chain, self.is_chain = self.is_chain, False
        is_whole = all(p.mark is not None for p in pieces) and len(changes) == 1
        mark = next((m for t in TRACKED for m in paragraph.iterfind(f"{_PPR}/{_RPR}/{t}")), None)
        is_new = mark is not None and mark.tag == TRACKED[0]
        if not pieces and is_new:
            self.split, self.is_chain = split, True
            return []  # an empty line says nothing; what is typed behind it is new
        if is_whole and (mark is not None or split is not None or is_chain):
            if split is not None and split in self.found:
                self.found.remove(split)
            self.is_chain = is_new
            return [replace(changes[0], onderdeel=Onderdeel.ALINEA)]
        if mark is None:
            return changes
        end = self._change(mark, Onderdeel.ALINEA, EINDE, EINDE, before)
        if not pieces:
            end = replace(end, oud="", nieuw="")
        elif is_new:
            self.split = end
        return [*changes, end]

    def _change(
        self, mark: etree._Element | None, onderdeel: Onderdeel, out: str, put: str, before: str
    ) -> Wijziging:
        """Return a change by one mark; of `out` and `put` only what fits the mark is kept."""
        tag = TRACKED[0] if mark is None else mark.tag
        soort = WijzigingSoort.VERWIJDERD if tag in OUT else WijzigingSoort.TOEGEVOEGD
        return Wijziging(
            soort=WijzigingSoort.VERPLAATST if tag in MOVED else soort,
            onderdeel=onderdeel,
            vindplaats=self.place.at(),
            auteur="onbekend" if mark is None else author(mark),
            op=None if mark is None else day(mark),
            oud=out if tag in OUT else "",
            nieuw="" if tag in OUT else put,
            alinea=before,
        )

    def _pieces(self, parent: etree._Element, mark: etree._Element | None) -> Iterator[Piece]:
        """Yield the texts below `parent` in order, and mind the comments on the way."""
        for child in parent:
            if never_was(child, mark):
                continue
            if child.tag in TRACKED:
                yield from self._pieces(child, child)
            elif child.tag in WORDS or child.tag in _TEXT:
                yield from self._piece(_TEXT.get(child.tag) or child.text or "", mark)
            elif child.tag in _COMMENT_MARKS:
                self._comment(child)
            elif child.tag == _P:
                self._read_paragraph(child)  # a text box has paragraphs of its own
            elif child.tag not in (_PPR, _RPR):
                yield from self._pieces(child, mark)

    def _piece(self, text: str, mark: etree._Element | None) -> Iterator[Piece]:
        """Yield one text, and remember it for the comments that are open here."""
        for id_ in self.open_comments:
            self.words.setdefault(id_, []).append(text)
        if text:
            yield Piece(text, mark)

    def _comment(self, node: etree._Element) -> None:
        """Open, close or place a comment."""
        id_ = str(node.get(f"{_W}id"))
        if id_ not in self.comments:
            return
        if id_ not in self.places:
            self.places[id_] = self.place.at()
            self.found.append(id_)
        if node.tag == _COMMENT_MARKS[0]:
            self.open_comments.add(id_)
        else:
            self.open_comments.discard(id_)
