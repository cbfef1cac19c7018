"""Lezen van een toets: what a returned form says; nothing is kept."""

from cycle.domain.toets import Toetsmoment
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.services.uitvraag import refuse_andere


def read_melding(
    toolkit: Toolkit, inhoud: bytes, bestandsnaam: str, afzender: Afzender | None = None
) -> tuple[GelezenFormulier, ...]:
    """Return each form of a check in a returned file, with a finding for every doubt.

    Another kind of form is refused, with the command that reads it. Never raises on a bad
    file.
    """
    gelezen = toolkit.formulieren.read(inhoud, bestandsnaam, "", afzender)
    return tuple(refuse_andere(f, tuple(Toetsmoment), bestandsnaam) for f in gelezen)
