"""Tekenbetekenis: what each field of ondertekenblad and bestuursverklaring means."""

from collections.abc import Mapping
from typing import Final

_ALGEMEEN: Final = {
    "samenwerking": ("Naam van de samenwerking.", "Hoogeveen"),
    "gemeente": ("Naam van de gemeente.", "Hoogeveen"),
    "jaar": ("Het jaar van de jaarschijf.", "2024"),
    "versie": ("De vastgestelde versie.", "1.0"),
    "code": ("Code van de inhoud.", "7f3a-91c2-be04"),
    "vastgesteld_op": ("Dag waarop de tekst is vastgesteld.", "8 december 2023"),
    "voorbeeld": ("Zin die zegt dat er voorbeeldcijfers zijn.", "Dit zijn voorbeeldcijfers."),
}

TEKENBETEKENIS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "OndertekenbladView": {
        **_ALGEMEEN,
        "datum": ("De dag van de laatste handtekening.", "13 december 2023"),
        "samenvatting": ("Hoeveel mensen hebben getekend.", "7 van 9 handtekeningen zijn gezet."),
        "bestand": ("Naam van het vastgestelde bestand.", "jaarschijf-2024.pdf"),
        "bladzijden": ("Aantal bladzijden.", "24"),
        "omvang": ("Omvang van het bestand.", "412.008 bytes"),
        "sha256": (
            "De SHA-256 van het vastgestelde bestand, in groepen.",
            "3f9a2c1b77d04e5f 8a6b0c9d1e2f3a4b 5c6d7e8f90a1b2c3 d4e5f60718293a4b",
        ),
        "audit_hoofd": (
            "Het laatste kenmerk van het logboek bij de vaststelling, in groepen.",
            "91c2be047f3a5d6e 0f1a2b3c4d5e6f70 8192a3b4c5d6e7f8 09182736455463a2",
        ),
        "regels": ("Wie tekent, een rij per functie.", ""),
        "ontbreekt": ("Wie nog niet tekende.", "Actium (directeur-bestuurder)"),
        "besluiten": ("De besluiten over deze versie.", ""),
    },
    "TekenregelView": {
        "partij": ("Naam van de partij.", "Domesta"),
        "functie": ("Functie van wie tekent.", "directeur-bestuurder"),
        "staat": ("Hoe het staat.", "getekend"),
        "datum": ("Dag van tekenen.", "12 december 2023"),
        "route": ("Hoe er is getekend.", "certificaat"),
        "sterkte": ("Waar de handtekening op rust.", "cryptografisch"),
        "bewijs": ("Begin van de SHA-256 van het bewijsstuk.", "3f9a2c1b77d0"),
        "reden": ("Waarom iemand niet of op onderdelen tekent.", "Eerst overleg."),
    },
    "VerklaringView": {
        **_ALGEMEEN,
        "corporatie": ("De corporatie die verklaart.", "Domesta"),
        "ondertekenaar": ("Functie van wie tekent.", "directeur-bestuurder"),
        "rvc_datum": (
            "Dag waarop de raad van commissarissen besloot, als die bekend is.",
            "5 december 2023",
        ),
        "uiterlijk": ("De laatste dag om te leveren.", "donderdag 14 december 2023"),
    },
}
