"""Toetsbetekenis: what each field of the report of a check means, with an example."""

from collections.abc import Mapping
from typing import Final

_LICHT: Final = ("Het licht: een teken met een woord.", "▲ let op")
_KLEUR: Final = ("De kleur bij het licht: rood, oker, groen of grijs.", "oker")
_PARTIJ: Final = ("Naam van de partij, of Samen.", "Domesta")

TOETSBETEKENIS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "ToetsView": {
        "samenwerking": ("Naam van de samenwerking.", "Hoogeveen"),
        "gemeente": ("Naam van de gemeente.", "Hoogeveen"),
        "jaar": ("Het jaar van de jaarschijf.", "2024"),
        "moment": ("Welke toets het is: april of september.", "april"),
        "datum": ("Datum van het verslag.", "4 april 2024"),
        "peildatum": ("Dag tot en met welke is geteld.", "31 maart 2024"),
        "overleg": ("Dag van het tripartiet overleg.", "donderdag 11 april 2024"),
        "versie": ("Versie van de jaarschijf.", "1.0"),
        "code": ("Code van de inhoud.", "7f3a-91c2-be04"),
        "telling": (
            "Hoeveel regels elk licht heeft, in een zin.",
            "De jaarschijf heeft 62 regels: 2 wijkt af, 10 let op en 50 op koers.",
        ),
        "zonder_opgave": ("Wie nog geen opgave stuurde. Leeg als dat niemand is.", "Actium"),
        "punten": ("De punten om over te spreken die op de eerste pagina passen.", ""),
        "meer_punten": ("De andere punten om over te spreken.", ""),
        "meer": ("Hoeveel punten er nog volgen. Leeg als alles past.", "Nog 4 punten volgen."),
        "themas": ("De themas in volgorde.", ""),
        "toezeggingen": ("Wat partijen toezegden of zelf voorstelden.", ""),
        "bronnen": ("Elk cijfer met de plek waar het vandaan komt.", ""),
        "voorbeeld": (
            "Zin die zegt dat er voorbeeldcijfers zijn.",
            "Dit zijn voorbeeldcijfers.",
        ),
    },
    "ToetspuntView": {
        "nummer": ("Nummer van de afspraak. Leeg als het bij geen afspraak hoort.", "11"),
        "afspraak": ("Titel van de afspraak.", "De voorraad groeit"),
        "partij": _PARTIJ,
        "licht": _LICHT,
        "kleur": _KLEUR,
        "stand": ("Hoe het staat, in het kort.", "vertraagd, 6 van 20 woningen."),
    },
    "ToetsregelView": {
        "afspraak": ("Nummer en titel van de afspraak, of de toezegging.", "11. Wij isoleren"),
        "partij": _PARTIJ,
        "onderwerp": ("De indicator, of voor wie de toezegging is.", "Verduurzaamde woningen"),
        "nodig": ("Wat dit jaar nodig is.", "145 woningen"),
        "bereikt": ("Wat is bereikt. ‘n.b.’ als dat niet bekend is.", "40 woningen"),
        "stand": ("Hoe het staat, volgens de partij.", "loopt"),
        "licht": _LICHT,
        "kleur": _KLEUR,
        "aangepast": (
            "Waarom de coördinator een ander licht koos. Leeg als dat niet zo is.",
            "Aangepast, berekend was ‘let op’: de oplevering is een week later.",
        ),
        "toelichting": ("Toelichting van de partij.", "De eerste veertig zijn klaar."),
    },
    "ToetsthemaView": {
        "naam": ("Naam van het thema.", "Bouwen"),
        "regels": ("De regels van alle afspraken in dit thema.", ""),
    },
    "BronView": {
        "nummer": ("Nummer van de afspraak.", "11"),
        "partij": _PARTIJ,
        "wat": ("Welk cijfer het is.", "Verduurzaamde woningen: bereikt"),
        "waarde": ("Het cijfer.", "40 woningen"),
        "plek": ("Bestand met cel of regel.", "april-2024-domesta.xlsx, Stand van zaken!K19"),
        "inzending": ("Nummer van de inzending. Leeg bij de inhoud.", "2024-april-001-ab12cd34"),
    },
}
