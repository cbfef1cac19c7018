"""Addendum: the template of a change beside the adopted text."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    Kolom,
    Opmaak,
    alinea,
    als,
    koptekst,
    lijst,
    tekst,
    voettekst,
    voor,
)
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx


def make_addendum() -> bytes:
    """Return the template as docx."""
    body = (
        alinea("Heading1", "Addendum {{ nummer }} bij de jaarschijf {{ jaar }}")
        + alinea(
            "Normal",
            "Dit addendum van {{ datum }} hoort bij {{ sinds }} van {{ samenwerking }}. Die tekst "
            "blijft zoals hij is. Alleen wat hieronder staat, wijzigt.",
        )
        + alinea("Normal", tekst("Waarom: ", "Nadruk"), "{{ reden }}")
        + alinea("Mededeling", tekst("{{ staat }}", "Nadruk"))
        + _wijzigingen()
        + _besluiten()
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
    return make_docx(
        Inhoud(
            body=body,
            kop=koptekst(),
            voet=voettekst("Addendum {{ nummer }} · code {{ code }}"),
            titel="Addendum {{ nummer }} bij de jaarschijf {{ jaar }} van {{ samenwerking }}",
            onderwerp="Addendum {{ nummer }}, code {{ code }}",
            eerste_pagina=True,
        )
    )


def _wijzigingen() -> str:
    """Return what changes: afspraken, figures and the rest."""
    kolommen = (
        Kolom("Waar", "{{ getal.waar }}", 1900),
        Kolom("Partij", tekst("{{ getal.partij }}", "Nadruk"), 1900),
        Kolom("Welk cijfer", "{{ getal.wat }}", BREEDTE - 6400),
        Kolom("Was", "{{ getal.oud }}", 1300, getal=True),
        Kolom("Wordt", "{{ getal.nieuw }}", 1300, getal=True),
    )
    return (
        als(
            "gewijzigd",
            alinea("Heading2", "Gewijzigde afspraken"),
            voor(
                "wijziging in gewijzigd",
                alinea(
                    "Normal", tekst("{{ wijziging.afspraak }}", "Nadruk"), extra="<w:keepNext/>"
                ),
                voor("zin in wijziging.regels", alinea("ListBullet", "{{ zin }}")),
            ),
        )
        + als(
            "getallen",
            alinea("Heading2", "Gewijzigde cijfers"),
            lijst("Gewijzigde cijfers", "getal in getallen", kolommen, Opmaak(prefix="Cijfer")),
        )
        + als(
            "overig",
            alinea("Heading2", "Andere wijzigingen"),
            voor("zin in overig", alinea("ListBullet", "{{ zin }}")),
        )
    )


def _besluiten() -> str:
    """Return who decided what on the code of this addendum."""
    kolommen = (
        Kolom("Partij", tekst("{{ besluit.partij }}", "Nadruk"), 1900),
        Kolom("Orgaan", "{{ besluit.orgaan }}", 1900),
        Kolom("Besluit", "{{ besluit.besluit }}", 1800),
        Kolom("Datum", "{{ besluit.datum }}", 1600),
        Kolom("Reden", "{{ besluit.reden }}", BREEDTE - 7200),
    )
    return (
        alinea("Heading2", "Besluiten")
        + alinea(
            "Normal",
            "Een addendum geldt als alle organen akkoord zijn met alles wat erin staat. De "
            "besluiten horen bij code ",
            tekst("{{ code }}", "Nadruk"),
            ".",
        )
        + lijst("Besluiten", "besluit in besluiten", kolommen, Opmaak())
    )
