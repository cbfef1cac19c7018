"""Bestuursverklaring: the model that goes along with the afspraken (Woningwet art. 44a)."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    alinea,
    als,
    cel,
    raster,
    rij,
    tekst,
    voettekst,
)
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_LABELBREEDTE = 2500
_LIJN = (
    '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tcBorders>'
)


def make_bestuursverklaring() -> bytes:
    """Return the template as docx."""
    body = (
        alinea("Heading1", "Bestuursverklaring {{ corporatie }} {{ jaar }}")
        + alinea(
            "Mededeling",
            "Dit is een model. Laat het nakijken, vul het aan en onderteken het. Schrijft de "
            "ontvanger een eigen formulier voor? Gebruik dan dat formulier.",
        )
        + _punten()
        + alinea("Heading2", "Ondertekening")
        + _ondertekening()
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
    return make_docx(
        Inhoud(
            body=body,
            kop=alinea("Header", "{{ corporatie }}\tGemeente {{ gemeente }}"),
            voet=voettekst("Bestuursverklaring {{ jaar }} · model, Woningwet artikel 44a"),
            titel="Bestuursverklaring {{ jaar }} van {{ corporatie }}",
            onderwerp="Jaarschijf {{ jaar }} van {{ samenwerking }}, code {{ code }}",
            eerste_pagina=True,
        )
    )


def _punten() -> str:
    """Return what the board states."""
    return (
        alinea(
            "Normal",
            "Het bestuur van {{ corporatie }} verklaart over de gemeente {{ gemeente }} en het "
            "jaar {{ jaar }}:",
        )
        + alinea(
            "ListNumber",
            "De meegezonden afspraken zijn de jaarschijf {{ jaar }} van {{ samenwerking }}, versie "
            "{{ versie }} met code ",
            tekst("{{ code }}", "Nadruk"),
            ", vastgesteld op {{ vastgesteld_op }}.",
        )
        + alinea(
            "ListNumber",
            "Het meegezonden overzicht van voorgenomen werkzaamheden (dPi) komt overeen met de "
            "meerjarenbegroting van {{ corporatie }}.",
        )
        + alinea(
            "ListNumber",
            "De raad van commissarissen heeft die meerjarenbegroting goedgekeurd op "
            "{% if rvc_datum %}{{ rvc_datum }}{% else %}………………………………{% endif %}.",
        )
        + alinea(
            "ListNumber",
            "De corporatie zendt de stukken uiterlijk op {{ uiterlijk }} aan de minister, "
            "het college van burgemeester en wethouders en de huurdersorganisaties.",
        )
    )


def _ondertekening() -> str:
    """Return room to sign."""
    rijen = "".join(
        _plaats(naam, waarde)
        for naam, waarde in (
            ("Namens", "{{ corporatie }}"),
            ("Functie", "{{ ondertekenaar }}"),
            ("Naam", ""),
            ("Plaats en datum", ""),
            ("Handtekening", ""),
        )
    )
    return raster([_LABELBREEDTE, BREEDTE - _LABELBREEDTE], rijen, "Ondertekening", KAAL)


def _plaats(naam: str, waarde: str) -> str:
    """Return one row; an empty one gets a line to write on."""
    hoogte = 900 if naam == "Handtekening" else 420
    return rij(
        cel(_LABELBREEDTE, alinea("Briefregel", tekst(naam, "Label")))
        + cel(
            BREEDTE - _LABELBREEDTE,
            alinea("Briefregel", waarde) if waarde else alinea("Briefregel"),
            rand="" if waarde else _LIJN,
        ),
        hoogte=hoogte,
    )
