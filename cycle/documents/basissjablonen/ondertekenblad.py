"""Ondertekenblad: the template of the sheet that says who signed which version."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    Kolom,
    Opmaak,
    alinea,
    als,
    cel,
    koptekst,
    lijst,
    raster,
    rij,
    tekst,
    voettekst,
    voor,
)
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_LABELBREEDTE = 2500
_BIJEEN = "<w:keepNext/>"


def make_ondertekenblad() -> bytes:
    """Return the template as docx."""
    body = (
        alinea("Heading1", "Ondertekenblad bij de jaarschijf {{ jaar }}")
        + alinea(
            "Normal",
            "Dit blad hoort bij versie {{ versie }} van de jaarschijf {{ jaar }} van "
            "{{ samenwerking }}, met code ",
            tekst("{{ code }}", "Nadruk"),
            ". Het staat los van de jaarschijf zelf: wie iets aan een ondertekend bestand "
            "toevoegt, maakt de handtekeningen ongeldig.",
        )
        + alinea("Mededeling", tekst("{{ samenvatting }}", "Nadruk"))
        + _handtekeningen()
        + _ontbreekt()
        + _bestand()
        + _besluiten()
        + _uitleg()
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
    return make_docx(
        Inhoud(
            body=body,
            kop=koptekst(),
            voet=voettekst("Ondertekenblad · code {{ code }}"),
            titel="Ondertekenblad bij de jaarschijf {{ jaar }} van {{ samenwerking }}",
            onderwerp="Versie {{ versie }}, code {{ code }}",
            eerste_pagina=True,
        )
    )


def _handtekeningen() -> str:
    """Return who signed, how, and what that rests on."""
    kolommen = (
        Kolom("Partij", tekst("{{ regel.partij }}", "Nadruk"), 1800),
        Kolom("Functie", "{{ regel.functie }}", 1750),
        Kolom(
            "Stand",
            (
                "{{ regel.staat }}{% if regel.datum %} op {{ regel.datum }}{% endif %}"
                "{% if regel.reden %}: {{ regel.reden }}{% endif %}",
            ),
            2300,
        ),
        Kolom("Waar het op rust", "{{ regel.sterkte }}", 1900),
        Kolom("Bewijsstuk", "{{ regel.bewijs }}", BREEDTE - 7750),
    )
    return alinea("Heading2", "Handtekeningen") + lijst(
        "Handtekeningen", "regel in regels", kolommen, Opmaak(prefix="Cijfer")
    )


def _ontbreekt() -> str:
    """Return who did not sign."""
    return als(
        "ontbreekt",
        alinea("Heading2", "Nog niet getekend"),
        voor("naam in ontbreekt", alinea("ListBullet", "{{ naam }}")),
    )


def _bestand() -> str:
    """Return what identifies the frozen file."""
    rijen = (
        _gegeven("Bestand", "{{ bestand }}")
        + _gegeven("Vastgesteld op", "{{ vastgesteld_op }}")
        + _gegeven("Bladzijden", "{{ bladzijden }}")
        + _gegeven("Omvang", "{{ omvang }}")
        + _gegeven("SHA-256", "{{ sha256 }}")
        + _gegeven(
            "Logboek bij vaststelling",
            "{% if audit_hoofd %}{{ audit_hoofd }}{% else %}niet vastgelegd{% endif %}",
        )
        + _gegeven("Stand van dit blad", "{{ datum }}")
    )
    breedtes = [_LABELBREEDTE, BREEDTE - _LABELBREEDTE]
    return (
        alinea("Heading2", "De vastgestelde versie")
        + alinea(
            "Normal",
            "Zo is na te gaan welk bestand is vastgesteld. De handtekeningen met een certificaat "
            "staan achter deze bytes in het bestand.",
            extra=_BIJEEN,
        )
        + raster(breedtes, rijen, "De vastgestelde versie", KAAL)
        + alinea("Briefregel")
    )


def _gegeven(naam: str, waarde: str) -> str:
    """Return one row of facts."""
    return rij(
        cel(_LABELBREEDTE, alinea("Briefregel", tekst(naam, "Label")))
        + cel(BREEDTE - _LABELBREEDTE, alinea("Briefregel", waarde))
    )


def _besluiten() -> str:
    """Return the decisions behind the signatures."""
    kolommen = (
        Kolom("Partij", tekst("{{ besluit.partij }}", "Nadruk"), 1900),
        Kolom("Orgaan", "{{ besluit.orgaan }}", 1900),
        Kolom("Besluit", "{{ besluit.besluit }}", 1800),
        Kolom("Datum", "{{ besluit.datum }}", 1600),
        Kolom("Reden", "{{ besluit.reden }}", BREEDTE - 7200),
    )
    return als(
        "besluiten",
        alinea("Heading2", "Besluiten"),
        lijst("Besluiten", "besluit in besluiten", kolommen, Opmaak(prefix="Cijfer")),
    )


def _uitleg() -> str:
    """Return what the words in the table mean."""
    return (
        alinea("Heading2", "Wat de woorden betekenen")
        + alinea(
            "ListBullet",
            tekst("Cryptografisch: ", "Nadruk"),
            "de handtekening staat met een certificaat in de PDF. Elke wijziging daarna is te "
            "zien.",
        )
        + alinea(
            "ListBullet",
            tekst("Dienstzegel en tekstvergelijking: ", "Nadruk"),
            "een ondertekendienst gaf een verzegelde PDF terug. De tekst is woord voor woord "
            "vergeleken met de vastgestelde versie.",
        )
        + alinea(
            "ListBullet",
            tekst("Scan: ", "Nadruk"),
            "er is op papier getekend. Twee mensen hebben de scan vergeleken met de code.",
        )
        + alinea(
            "ListBullet",
            tekst("Gemeld: ", "Nadruk"),
            "iemand heeft de handtekening vastgelegd. Er is geen bestand dat het laat zien.",
        )
        + alinea(
            "Normal",
            "Bij ‘Bewijsstuk’ staat het begin van de SHA-256 van het bestand in het "
            "archiefdossier.",
        )
    )
