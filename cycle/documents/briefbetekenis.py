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
        "dank": ("De eerste zin.", "Dank u wel. Wij hebben de bieding ontvangen."),
        "uitkomst": (
            "Wat er aan de hand is, in een of twee zinnen.",
            "Alles is gelezen. U hoeft niets te doen.",
        ),
        "stappen": (
            "Wat de partij moet doen, stap voor stap.",
            "Verbeter de gekleurde cellen.",
        ),
        "verbeteren": ("Wat de partij moet verbeteren.", ""),
        "ontbreekt": ("De vragen waarop een antwoord mist.", ""),
        "ontbreekt_doe": (
            "Wat de partij met die vragen moet doen, en tot wanneer.",
            "Vul deze cellen in.",
        ),
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
        "vraag": ("De vraag.", "Afspraak 1, de voorraad groeit"),
        "antwoord": ("Het antwoord zoals het is gelezen.", "Uw bod: circa 60 woningen."),
        "cel": ("Waar het antwoord staat.", "Bieding, rij 5"),
    },
    "PuntView": {
        "waar": (
            "De vraag, met blad en cel.",
            "Afspraak 1, de voorraad groeit (blad Bieding, cel J5)",
        ),
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
