"""Afbeelding: a picture that the programme drew, at its place in a template."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cycle.documents.bijproduct import NAME
from cycle.documents.markdown import BREEDTE
from cycle.documents.markdown.beeld import Ruimte, write_beeld
from cycle.domain.errors import SjabloonOnbruikbaar


@pass_context
def afbeelding(
    context: Context, naam: str, beschrijving: str, breedte: int = BREEDTE, hoogte: int = 15
) -> Markup:
    """Return the picture `naam`; use it alone in a paragraph: ``{{r …|afbeelding(…) }}``.

    `beschrijving` is its text for people who cannot see it, `breedte` the room in twips
    and `hoogte` in centimetres.

    Raises:
        SjabloonOnbruikbaar: there is no description.
        InvoerError: the picture did not come along.
    """
    if not beschrijving.strip():
        raise SjabloonOnbruikbaar(
            "Een afbeelding heeft geen tekst voor mensen die haar niet kunnen zien.",
            advies="Schrijf: {{r themabeeld.afbeelding|afbeelding(themabeeld.beschrijving) }}.",
        )
    run = write_beeld(
        context[NAME], naam, alt=beschrijving, titel="", ruimte=Ruimte(breedte, hoogte)
    )
    return Markup(run)  # noqa: S704 - written by ourselves, every text in it escaped
