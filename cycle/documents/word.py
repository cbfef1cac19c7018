"""Word: the documents of the cycle, made from the view and the templates."""

from dataclasses import asdict
from pathlib import Path

import pendulum

from cycle.documents.anchors import stamp
from cycle.documents.bijeen import keep_rows
from cycle.documents.bladen import lay_out
from cycle.documents.inhoudsopgave import add_inhoudsopgave, fill_paginas
from cycle.documents.package import DOCUMENT, write_docx
from cycle.documents.redline import redline
from cycle.documents.review import read_teruggekomen
from cycle.documents.template import CompiledTemplate
from cycle.domain.addendumview import AddendumView
from cycle.domain.anker import Documentkenmerk
from cycle.domain.kickoffview import KickoffView
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.reactie import Teruggekomen
from cycle.domain.toetsview import ToetsView
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
        kenmerk = Documentkenmerk(
            id=f"{view.samenwerking} {view.jaar}",
            versie=view.versie,
            code=view.code,
            uitgave=view.eigen.partij,
        )
        return with_inhoudsopgave(stamp(template.render_parts(asdict(view)), kenmerk))

    def brief(self, view: BriefView) -> bytes:
        """Return the letter as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "brief.docx").render(asdict(view))

    def ontvangst(self, view: OntvangstView) -> bytes:
        """Return the letter that says what was read of a form, as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "ontvangst.docx").render(asdict(view))

    def startbijeenkomst(self, view: KickoffView) -> bytes:
        """Return the agenda of the startbijeenkomst as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        template = CompiledTemplate.load(self._templates / "startbijeenkomst.docx")
        return template.render(asdict(view))

    def addendum(self, view: AddendumView) -> bytes:
        """Return an addendum as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "addendum.docx").render(asdict(view))

    def ondertekenblad(self, view: OndertekenbladView) -> bytes:
        """Return the sheet that says who signed, as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "ondertekenblad.docx").render(asdict(view))

    def bestuursverklaring(self, view: VerklaringView) -> bytes:
        """Return the model of the bestuursverklaring, as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        template = CompiledTemplate.load(self._templates / "bestuursverklaring.docx")
        return template.render(asdict(view))

    def toets(self, view: ToetsView) -> bytes:
        """Return the report of a check as docx.

        Raises:
            SjabloonOnbruikbaar: the template and the view do not fit.
        """
        return CompiledTemplate.load(self._templates / "toets.docx").render(asdict(view))

    def redline(self, oud: bytes, nieuw: bytes, *, auteur: str, op: pendulum.Date) -> bytes:
        """Return `nieuw` with every difference from `oud` as a tracked change.

        Raises:
            InvoerError: one of the two is no Word document, or holds what cannot be compared.
            RedlineOnjuist: the outcome would not lead back to both versions.
        """
        return redline(oud, nieuw, author=auteur, when=op)

    def reacties(self, inhoud: bytes, bestandsnaam: str) -> Teruggekomen:
        """Return which document came back and every tracked change and comment in it.

        Raises:
            ReactieOnleesbaar: this cannot be read as a Word document.
        """
        return read_teruggekomen(inhoud, bestandsnaam)


def with_inhoudsopgave(parts: dict[str, bytes]) -> bytes:
    """Return the packed document; its pages are counted once the lines are in place."""
    parts[DOCUMENT], koppen = add_inhoudsopgave(keep_rows(parts[DOCUMENT]))
    if not koppen:
        return write_docx(parts)
    bladen = lay_out(write_docx(parts))
    paginas = {kop.anker: bladen.paginas[kop.index] for kop in koppen}
    parts[DOCUMENT] = fill_paginas(parts[DOCUMENT], paginas)
    return write_docx(parts)
