"""Briefbetekenis: what each field of a letter means, with an example, for ``velden.md``."""

from collections.abc import Mapping
from typing import Final

BRIEFBETEKENIS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "OntvangstView": {
        "samenwerking": ("Naam van de samenwerking.", "Hoogeveen"),
        "gemeente": ("Naam van de gemeente.", "Hoogeveen"),
        "jaar": ("Het jaar van de jaarschijf.", "2024"),
        "datum": ("Dag waarop het formulier binnenkwam.", "3 oktober 2023"),
        "partij": ("Aan welke partij.", "Domesta"),
        "contact": ("Functie van de contactpersoon.", "adviseur prestatieafspraken"),
        "coordinator": ("Functie van de afzender.", "coördinator prestatieafspraken"),
        "onderwerp": ("Onderwerp van de brief.", "Uw bieding voor 2024: wat wij hebben gelezen"),
        "bestand": ("Naam van het bestand dat binnenkwam.", "bieding-2024-domesta.xlsx"),
        "formulierversie": ("Versie van het formulier.", "2"),
        "uitkomst": (
            "Wat de partij moet doen, in een zin.",
            "Alles is gelezen. U hoeft niets te doen.",
        ),
        "verbeteren": ("Wat de partij moet verbeteren.", ""),
        "nakijken": ("Wat de partij kan nakijken.", ""),
        "antwoorden": ("Elke vraag met het antwoord zoals het is gelezen.", ""),
        "meegestuurd": (
            "De bestanden die bij de brief horen, met wat het zijn.",
            "bieding-2024-nagekeken.xlsx: een kopie van uw formulier.",
        ),
        "vervolg": (
            "Wat er nu gebeurt, en tot wanneer een nieuwe versie kan.",
            "U krijgt een concept.",
        ),
        "voorbeeld": (
            "Zin die zegt dat er voorbeeldcijfers zijn.",
            "Dit zijn voorbeeldcijfers.",
        ),
    },
    "AntwoordView": {
        "groep": ("De afspraak of het onderwerp.", "Afspraak 1. De voorraad groeit"),
        "vraag": ("De vraag.", "Netto toevoeging sociale huur"),
        "antwoord": ("Het antwoord zoals het is gelezen.", "Uw bod: circa 60 woningen."),
        "cel": ("Waar het antwoord staat.", "Bieding, rij 5"),
    },
    "PuntView": {
        "waar": ("Blad en cel.", "Blad Bieding, cel J5"),
        "wat": ("Wat er aan de hand is.", "‘veel’ is geen getal."),
        "doe": ("Wat de partij kan doen.", "Vul een getal in, bijvoorbeeld 25."),
        "code": ("Code van de melding.", "W301"),
    },
    "BriefView": {
        "samenwerking": ("Naam van de samenwerking.", "Hoogeveen"),
        "gemeente": ("Naam van de gemeente.", "Hoogeveen"),
        "jaar": ("Het jaar van de jaarschijf.", "2024"),
        "versie": ("Versie van de jaarschijf.", "0.1"),
        "code": ("Code van de inhoud.", "7f3a-91c2-be04"),
        "datum": ("Datum van de brief.", "27 oktober 2023"),
        "partij": ("Aan welke partij.", "Domesta"),
        "contact": ("Functie van de contactpersoon.", "adviseur prestatieafspraken"),
        "coordinator": ("Functie van de afzender.", "coördinator prestatieafspraken"),
        "onderwerp": ("Onderwerp van de brief.", "Concept jaarschijf 2024"),
        "reageren_voor": ("Laatste dag om te reageren.", "vrijdag 10 november 2023"),
        "bijdragen": ("Wat de partij bijdraagt.", "Afspraak 1: 60 woningen"),
        "open_punten": ("Wat nog van de partij nodig is.", "Afspraak 16: geen antwoord"),
        "voorbeeld": (
            "Zin die zegt dat er voorbeeldcijfers zijn.",
            "Dit zijn voorbeeldcijfers.",
        ),
    },
}
