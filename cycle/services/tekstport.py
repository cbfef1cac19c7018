"""Tekstport: the Word documents of the cycle, each made from its view."""

from typing import Protocol

import pendulum

from cycle.domain.addendumview import AddendumView
from cycle.domain.kickoffview import KickoffView
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.reactie import Teruggekomen
from cycle.domain.toetsview import ToetsView
from cycle.domain.view import BriefView, JaarschijfView


class Tekstverwerker(Protocol):
    """Word documents from templates."""

    def jaarschijf(self, view: JaarschijfView) -> bytes:
        """Return the jaarschijf as docx; the same view gives the same bytes."""
        ...

    def brief(self, view: BriefView) -> bytes:
        """Return the letter as docx."""
        ...

    def ontvangst(self, view: OntvangstView) -> bytes:
        """Return the letter that says what was read of a form, as docx."""
        ...

    def startbijeenkomst(self, view: KickoffView) -> bytes:
        """Return the agenda of the startbijeenkomst, as docx."""
        ...

    def addendum(self, view: AddendumView) -> bytes:
        """Return an addendum as docx."""
        ...

    def ondertekenblad(self, view: OndertekenbladView) -> bytes:
        """Return the sheet that says who signed, as docx."""
        ...

    def bestuursverklaring(self, view: VerklaringView) -> bytes:
        """Return the model of the bestuursverklaring, as docx."""
        ...

    def toets(self, view: ToetsView) -> bytes:
        """Return the report of a check as docx."""
        ...

    def redline(self, oud: bytes, nieuw: bytes, *, auteur: str, op: pendulum.Date) -> bytes:
        """Return `nieuw` with every difference from `oud` as a tracked change.

        Raises:
            JaarschijfError: the two cannot be put together, or not exactly.
        """
        ...

    def reacties(self, inhoud: bytes, bestandsnaam: str) -> Teruggekomen:
        """Return which document came back and every reaction in it.

        Raises:
            InvoerError: this cannot be read as a Word document.
        """
        ...
