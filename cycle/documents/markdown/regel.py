"""Regel: the pieces inside one line of text as Word runs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import escape

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.environment import word_text
from cycle.documents.markdown.stijlen import CODE, LINK, NOOT, NOOTTEKEN
from cycle.domain.opmaak import Noot, Opmaak

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"strong": "<w:b/>", "em": "<w:i/>", "s": "<w:strike/>"}


@dataclass(frozen=True, slots=True)
class Regelschrijver:
    """Writes lines of one text; footnotes and links go to `bijproduct`."""

    opmaak: Opmaak
    bijproduct: Bijproduct
    in_noot: bool = False

    def runs(self, stukken: "Sequence[Token]") -> str:
        """Return the pieces of one line as runs; neighbours that look alike are one run."""
        regel = _Regel(self)
        for stuk in stukken:
            regel.take(stuk)
        return regel.xml()

    def note_reference(self, verwijzing: "Token") -> str:
        """Return the run with the mark of a footnote, and keep the text of the note."""
        number = self.bijproduct.next_note()
        noot = self.opmaak.noot(verwijzing)
        if noot is not None:
            self.bijproduct.write_note(number, self._note(number, noot))
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{NOOTTEKEN}"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )

    def open_link(self, link: "Token") -> str:
        """Return the start of a link: to a bookmark, or by relation to an address."""
        href = str(link.attrs["href"])
        titel = str(link.attrs.get("title", ""))
        if href.startswith("#"):
            doel = f'w:anchor="{self.bijproduct.point_at(href[1:])}"'
        else:
            doel = f'r:id="{self.bijproduct.link(href, in_note=self.in_noot)}"'
        tip = f' w:tooltip="{escape(titel)}"' if titel else ""
        return f'<w:hyperlink {doel}{tip} w:history="1">'

    def _note(self, number: int, noot: Noot) -> str:
        """Return one footnote; its first paragraph opens with its mark."""
        schrijver = Regelschrijver(self.opmaak, self.bijproduct, in_noot=True)
        begin = (
            f'<w:r><w:rPr><w:rStyle w:val="{NOOTTEKEN}"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        )
        alineas = ""
        for token in noot.blokken:
            if token.type == "inline":
                alineas += (
                    f'<w:p><w:pPr><w:pStyle w:val="{NOOT}"/></w:pPr>'
                    f"{begin}{schrijver.runs(token.children or ())}</w:p>"
                )
                begin = ""
        return f'<w:footnote w:id="{number}">{alineas}</w:footnote>'


@dataclass(slots=True)
class _Regel:
    """One line while it is written; `klaar` holds finished XML, the rest is the last run.

    `merken` counts how often strong, emphasis and strike-through are open.
    """

    schrijver: Regelschrijver
    klaar: list[str] = field(default_factory=list)
    eigenschappen: str = ""
    tekst: str = ""
    merken: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_MARKS, 0))
    in_link: bool = False

    def take(self, stuk: "Token") -> None:
        """Add one piece; `check_opmaak` has refused every kind that is not here."""
        match stuk.type:
            case "text":
                self._write(stuk.content)
            case "code_inline":
                self._write(stuk.content, CODE)
            case "softbreak":
                self._write(" ")
            case "hardbreak":
                self._add("<w:r><w:br/></w:r>")
            case "footnote_ref":
                self._add(self.schrijver.note_reference(stuk))
            case "link_open" | "link_close":
                self._link(stuk)
            case _:
                self.merken[stuk.type.rpartition("_")[0]] += stuk.nesting

    def xml(self) -> str:
        """Return the whole line."""
        self._flush()
        return "".join(self.klaar)

    def _write(self, tekst: str, stijl: str = "") -> None:
        """Add text to the last run when it looks alike, else to a new one."""
        if not tekst:
            return
        stijl = stijl or (LINK if self.in_link else "")
        eigenschappen = (f'<w:rStyle w:val="{stijl}"/>' if stijl else "") + "".join(
            merk for naam, merk in _MARKS.items() if self.merken[naam]
        )
        if eigenschappen != self.eigenschappen:
            self._flush()
            self.eigenschappen = eigenschappen
        self.tekst += tekst

    def _add(self, xml: str) -> None:
        """Add a ready run or the side of a link."""
        self._flush()
        self.klaar.append(xml)

    def _flush(self) -> None:
        """Finish the last run."""
        if self.tekst:
            eigen = f"<w:rPr>{self.eigenschappen}</w:rPr>" if self.eigenschappen else ""
            tekst = word_text(self.tekst)
            self.klaar.append(f'<w:r>{eigen}<w:t xml:space="preserve">{tekst}</w:t></w:r>')
            self.tekst = ""

    def _link(self, stuk: "Token") -> None:
        """Open or close a link."""
        self.in_link = stuk.nesting == 1
        self._add(self.schrijver.open_link(stuk) if self.in_link else "</w:hyperlink>")
