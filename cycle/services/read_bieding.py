"""Lezen: what a returned file says, held against the jaarschijven that are under way."""

from dataclasses import replace

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.notatie import opsomming
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.services.uitvraag import refuse_andere


def read_bieding(
    toolkit: Toolkit, inhoud: bytes, bestandsnaam: str, afzender: Afzender | None = None
) -> tuple[GelezenFormulier, ...]:
    """Return each form in a returned file, with a finding for every doubt; nothing is kept.

    A form for a year in which this samenwerking makes no jaarschijf is refused with the
    years that are under way. Never raises on a bad file.
    """
    gelezen = toolkit.formulieren.read(inhoud, bestandsnaam, "", afzender)
    with toolkit.store.transaction() as tx:
        lopend = [(c.samenwerking, c.jaar) for c in tx.list_cycli()]
    return tuple(
        refuse_andere(_check_jaar(formulier, lopend, bestandsnaam), (None,), bestandsnaam)
        for formulier in gelezen
    )


def _check_jaar(
    gelezen: GelezenFormulier, lopend: list[tuple[str, int]], bestandsnaam: str
) -> GelezenFormulier:
    """Return the form, refused when its year is not one of those under way."""
    jaren = [jaar for samenwerking, jaar in lopend if samenwerking == gelezen.samenwerking]
    if not jaren or gelezen.jaar in jaren or any(b.code == "B012" for b in gelezen.bevindingen):
        return gelezen
    verwacht = opsomming([str(jaar) for jaar in jaren])
    bevinding = Celbevinding(
        code="B012",
        ernst=Ernst.BLOKKADE,
        plek=bestandsnaam,
        melding=f"Dit formulier is voor {gelezen.jaar}, maar nu loopt {verwacht}.",
        advies=f"Vul het formulier voor {verwacht} in.",
        klasse="andere_cyclus",
    )
    return replace(gelezen, bieding=None, bevindingen=(bevinding, *gelezen.bevindingen))
