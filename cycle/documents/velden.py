"""Velden: the list of fields for people who edit a Word template."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Final, get_args, get_type_hints

from cycle.documents.veldbetekenis import BETEKENIS
from cycle.domain.addendumview import AddendumView
from cycle.domain.kickoffview import KickoffView
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.toetsview import ToetsView
from cycle.domain.view import BriefView, JaarschijfView

MARKDOWN: Final = frozenset(
    {"inleiding", "thema.context", "thema.ambitie", "afspraak.tekst", "afspraak.toelichting"}
)
"""The fields that hold Markdown and go into a template with ``{{p …|markdown }}``."""

ITEM: Final = {
    "partijen": "partij",
    "themas": "thema",
    "tabellen": "tabel",
    "themabeelden": "themabeeld",
    "balken": "balk",
    "rijen": "rij",
    "afspraken": "afspraak",
    "begrippen": "begrip",
    "doelen": "doel",
    "acties": "actie",
    "cijfers": "cijfer",
    "zonder_bod": "punt",
    "zonder_afspraak": "punt",
    "verzoeken": "verzoek",
    "bevindingen": "bevinding",
    "kaders": "kader",
    "dossiers": "dossier",
    "specificaties": "specificatie",
    "reacties": "reactie",
    "momenten": "moment",
    "besluiten": "besluit",
    "ondertekening": "plaats",
    "verbeteren": "punt",
    "ontbreekt": "punt",
    "nakijken": "punt",
    "antwoorden": "antwoord",
    "gewijzigd": "wijziging",
    "getallen": "getal",
    "punten": "punt",
    "meer_punten": "punt",
    "regels": "regel",
    "toezeggingen": "toezegging",
    "bronnen": "bron",
    "doelstanden": "doelstand",
    "meenemen": "punt",
    "voorstellen": "voorstel",
    "stemmen": "regel",
    "genodigden": "genodigde",
}
"""The name that a template gives to one item of a list."""
ZONDER_SJABLOON: Final = frozenset({"beelden", "tekeningen"})
"""Fields that a document needs but no template prints."""
_KOP: Final = """# Velden in de Word-sjablonen

Deze lijst wordt gemaakt door het programma. Wijzig haar niet met de hand.

In een sjabloon zet u een veld tussen dubbele accolades, bijvoorbeeld `{{ jaar }}`.

| u wilt | u schrijft |
|---|---|
| een veld | `{{ versie }}` |
| een tekst met opmaak, alleen in een eigen alinea | `{{p thema.context\\|markdown('Normal') }}` |
| zo'n tekst met koppen erin, vanaf kop 2 | `{{p inleiding\\|markdown('Normal', 2) }}` |
| iets alleen laten zien als het er is | `{%p if voorbeeld %}` … `{%p endif %}`, elk in een alinea |
| alineas herhalen | `{%p for thema in themas %}` … `{%p endfor %}`, elk in een alinea |
| rijen herhalen | `{%tr for partij in partijen %}` … `{%tr endfor %}`, elk in een rij |
| kolommen herhalen | `{%tc for cel in rij.cellen %}` … `{%tc endfor %}`, elk in een cel |
| tellen hoeveel er zijn | `{{ partijen\\|length }}` |
| een bladwijzer bij een kop | `{{r thema.anker\\|anker }}` |
| de plek waar een link naar een afspraak uitkomt | `{{r afspraak.id\\|linkdoel }}` |
| een afbeelding, in een eigen alinea | `{{r x.afbeelding\\|afbeelding(x.beschrijving) }}` |
| de inhoudsopgave | een alinea met alleen `[inhoudsopgave]` |

Een veld dat niet bestaat, geeft een melding. Er valt nooit ongemerkt tekst weg.

Hebt u een sjabloon veranderd? Controleer het met `jaarschijf sjabloon controleer BESTAND`.
"""


@dataclass(frozen=True, slots=True)
class Veld:
    """One field as a template maker writes it."""

    naam: str
    soort: str
    betekenis: str
    voorbeeld: str


def velden_pagina() -> str:
    """Return ``velden.md``: every field of each view, in Dutch, generated from the view."""
    stukken = [_KOP]
    views = {
        "jaarschijf.docx": JaarschijfView,
        "brief.docx": BriefView,
        "ontvangst.docx": OntvangstView,
        "toets.docx": ToetsView,
        "startbijeenkomst.docx": KickoffView,
        "addendum.docx": AddendumView,
        "ondertekenblad.docx": OndertekenbladView,
        "bestuursverklaring.docx": VerklaringView,
    }
    for kop, view in views.items():
        stukken.append(f"\n## {kop}\n\n| veld | soort | betekenis | voorbeeld |\n|---|---|---|---|")
        stukken.extend(
            f"| `{v.naam}` | {v.soort} | {v.betekenis} | {v.voorbeeld} |" for v in list_velden(view)
        )
    return "\n".join(stukken) + "\n"


def list_velden(view: type, naam: str = "") -> Iterator[Veld]:
    """Yield every field of a view class, lists followed by the fields of their items.

    Raises:
        KeyError: a field has no meaning in `BETEKENIS`.
    """
    hints = get_type_hints(view)
    for field in fields(view):
        if field.name in ZONDER_SJABLOON:
            continue
        volledig = f"{naam}.{field.name}" if naam else field.name
        betekenis, voorbeeld = BETEKENIS[view.__name__][field.name]
        kind = hints[field.name]
        yield Veld(volledig, _soort(kind, volledig), betekenis, voorbeeld)
        item = next(iter(get_args(kind)), kind)
        if is_dataclass(item) and isinstance(item, type):
            yield from list_velden(item, ITEM.get(field.name, field.name))


def _soort(kind: object, naam: str) -> str:
    """Return the kind of a field in words."""
    if kind is bool:
        return "ja of nee"
    if naam in MARKDOWN:
        return "tekst met opmaak"
    if kind is str:
        return "tekst"
    items = get_args(kind)
    if items and items[0] is str:
        return "lijst van teksten"
    return f"lijst: per stuk `{ITEM[naam.split('.')[-1]]}`" if items else "groep velden"
