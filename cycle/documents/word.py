"""Word: the documents of the cycle, made from the view and the templates."""

from dataclasses import asdict
from pathlib import Path

from cycle.documents.inhoudsopgave import add_inhoudsopgave, fill_paginas
from cycle.documents.package import DOCUMENT, write_docx
from cycle.documents.pdf import find_paginas
from cycle.documents.template import CompiledTemplate
from cycle.domain.view import BriefView, JaarschijfView


class WordDocumenten:
    """Port `Tekstverwerker` on Word templates in one folder."""

    def __init__(self, templates: Path) -> None:
        """Keep the folder; templates are compiled when they are first used."""
        self._templates = templates

    def jaarschijf(self, view: JaarschijfView) -> bytes:
        """Return the jaarschijf as docx, with page numbers in its table of contents.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
            InvoerError: a text of the content cannot be set.
        """
        template = CompiledTemplate.load(self._templates / "jaarschijf.docx")
        return _with_inhoudsopgave(template.render_parts(asdict(view)))

    def brief(self, view: BriefView) -> bytes:
        """Return the letter as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "brief.docx").render(asdict(view))


def _with_inhoudsopgave(parts: dict[str, bytes]) -> bytes:
    """Return the packed document; its pages are counted once the lines are in place."""
    parts[DOCUMENT], koppen = add_inhoudsopgave(parts[DOCUMENT])
    if not koppen:
        return write_docx(parts)
    plaats = find_paginas(write_docx(parts))
    paginas = {kop.anker: plaats[kop.index] for kop in koppen}
    totaal = max(plaats.values())
    for naam in parts:
        if naam == DOCUMENT or naam.startswith("word/footer"):
            parts[naam] = fill_paginas(parts[naam], paginas, totaal)
    return write_docx(parts)
