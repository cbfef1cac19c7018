"""Proef: a template filled with the smallest, largest and oddest data, as a real document is."""

from dataclasses import asdict

from cycle.documents.package import read_parts
from cycle.documents.sjabloon.alineas import ADVIES
from cycle.documents.sjabloon.controle import VIEWS
from cycle.documents.sjabloon.voorbeelden import Maat, make_voorbeeld
from cycle.documents.template import CompiledTemplate
from cycle.documents.untrusted import render_untrusted
from cycle.documents.veilig import read_returned
from cycle.documents.word import with_inhoudsopgave


def try_sjabloon(docx: bytes, naam: str, voor: str, maat: Maat, *, is_eigen: bool) -> bytes:
    """Return the document that a template makes of these data.

    A template that is not our own (`is_eigen`) is filled in a process with limits.

    Raises:
        SjabloonOnbruikbaar: the template and the data do not fit.
        InvoerError: this is no Word document that may be opened, or a text of the data
            cannot be set in this template.
    """
    read_returned(docx, naam, advies=ADVIES)
    data = asdict(make_voorbeeld(VIEWS[voor or "jaarschijf"], maat))
    if is_eigen:
        gevuld = CompiledTemplate(docx, naam).render_parts(data)
    else:
        gevuld = read_parts(render_untrusted(docx, data, naam), naam)
    return with_inhoudsopgave(gevuld)
