"""Startbijeenkomst: the template of the agenda with everything that is on the table."""

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

_LABELBREEDTE = 1900
_BIJEEN = "<w:keepNext/>"
_JAARBEELD = "{{r afbeelding|afbeelding(beschrijving, hoogte=21) }}"
"""As wide as the text, so that its words can be read; what is under it still fits the page."""
_LOS = '<w:spacing w:before="160" w:after="80"/>'
"""Room above a paragraph that comes after a table."""


def make_startbijeenkomst() -> bytes:
    """Return the template as docx."""
    body = (
        _kop()
        + _agenda()
        + _topdrie()
        + _stemming()
        + _voorstellen()
        + _stand()
        + _meenemen()
        + _planning()
        + _genodigden()
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
    return make_docx(
        Inhoud(
            body=body,
            kop=koptekst(),
            voet=voettekst("{{ naam }} jaarschijf {{ jaar }}"),
            titel="{{ naam }} over de jaarschijf {{ jaar }} van {{ samenwerking }}",
            onderwerp="Agenda van {{ datum }}",
            eerste_pagina=True,
        )
    )


def _kop() -> str:
    """Return what it is, when and where."""
    rijen = (
        _regel("Wanneer", "{{ datum }}{% if tijd %}, {{ tijd }}{% endif %}")
        + _regel("Waar", "{% if plaats %}{{ plaats }}{% else %}nog niet bekend{% endif %}")
        + _regel("Vragen aan", "{{ coordinator }}")
    )
    breedtes = [_LABELBREEDTE, BREEDTE - _LABELBREEDTE]
    return (
        alinea("Heading1", "{{ naam }} over de jaarschijf {{ jaar }}")
        + raster(breedtes, rijen, "Gegevens van de bijeenkomst", KAAL)
        + alinea("Briefregel")
    )


def _regel(naam: str, waarde: str) -> str:
    """Return one row of the heading."""
    return rij(
        cel(_LABELBREEDTE, alinea("Briefregel", tekst(naam, "Label")))
        + cel(BREEDTE - _LABELBREEDTE, alinea("Briefregel", waarde))
    )


def _agenda() -> str:
    """Return the points of the agenda."""
    return (
        alinea("Heading2", "Agenda")
        + als("agenda", voor("punt in agenda", alinea("ListNumber", "{{ punt }}")))
        + als("not agenda", alinea("Normal", "De punten volgen nog."))
    )


def _topdrie() -> str:
    """Return the top 3, once there is one."""
    return als(
        "topdrie",
        alinea("Heading2", "De top {{ topdrie|length }} van {{ jaar }}"),
        voor(
            "keuze in topdrie",
            alinea("Normal", tekst("{{ loop.index }}. ", "Nadruk"), "{{ keuze }}"),
        ),
        alinea("Normal", "{{ topdrie_uitleg }}"),
    )


def _stemming() -> str:
    """Return how the vote stands, or how to vote."""
    kolommen = (
        Kolom("Onderwerp", tekst("{{ regel.onderwerp }}", "Nadruk"), BREEDTE - 3600),
        Kolom("Punten", "{{ regel.punten }}", 1500, getal=True),
        Kolom("Op de eerste plaats", "{{ regel.eerste }}", 2100, getal=True),
    )
    return als(
        "not stemmen and not topdrie",
        alinea("Heading2", "Uw top 3"),
        alinea(
            "Normal",
            "Elke partij kiest drie onderwerpen voor {{ jaar }}, op volgorde. Het eerste "
            "onderwerp krijgt drie punten, het tweede twee en het derde een. Eindigen "
            "onderwerpen gelijk? Dan kiest de bijeenkomst. U kunt kiezen uit deze thema’s, of "
            "een afspraak noemen:",
            extra=_BIJEEN,
        ),
        voor("thema_naam in keuzes", alinea("ListBullet", "{{ thema_naam }}")),
    ) + als(
        "stemmen",
        alinea("Heading2", "De stemming"),
        alinea(
            "Normal",
            "Een eerste plaats is drie punten, een tweede twee en een derde een.",
            extra=_BIJEEN,
        ),
        lijst("De stemming", "regel in stemmen", kolommen, Opmaak()),
        voor(
            "groep in gelijk",
            alinea(
                "Mededeling",
                tekst("Gelijk: ", "Nadruk"),
                "{{ groep }}. De bijeenkomst kiest wat voorgaat.",
                extra=_LOS,
            ),
        ),
        als("zonder_stem", alinea("Normal", "Nog geen stem van: {{ zonder_stem }}.", extra=_LOS)),
    )


def _voorstellen() -> str:
    """Return the themas to think of."""
    kolommen = (
        Kolom("Thema", tekst("{{ voorstel.thema }}", "Nadruk"), 3400),
        Kolom("Waarom", "{{ voorstel.reden }}", BREEDTE - 3400),
    )
    return als(
        "voorstellen",
        alinea("Heading2", "Waar u aan kunt denken"),
        alinea(
            "Normal",
            "Dit is een hulp bij het gesprek, geteld uit de afspraken. De partijen kiezen zelf.",
            extra=_BIJEEN,
        ),
        lijst("Waar u aan kunt denken", "voorstel in voorstellen", kolommen, Opmaak()),
    )


def _stand() -> str:
    """Return how far the doelen are."""
    kolommen = (
        Kolom("Doel", "{{ doelstand.indicator }}", 2500),
        Kolom("Partij", tekst("{{ doelstand.partij }}", "Nadruk"), 1700),
        Kolom("Afgesproken", "{{ doelstand.doel }}", BREEDTE - 7500),
        Kolom("Gerealiseerd", "{{ doelstand.realisatie }}", 1200, getal=True),
        Kolom("Rest", "{{ doelstand.rest }}", 900, getal=True),
        Kolom("Nodig in {{ jaar }}", "{{ doelstand.nodig }}", 1200, getal=True),
    )
    return als(
        "doelstanden",
        alinea("Heading2", "De stand van zaken in {{ maakjaar }}"),
        alinea(
            "Normal",
            "Wat is afgesproken voor de hele looptijd, wat is gemeld en wat rest. ‘n.b.’ betekent: "
            "niet bekend.",
            extra=_BIJEEN,
        ),
        lijst(
            "De stand van zaken",
            "doelstand in doelstanden",
            kolommen,
            Opmaak(prefix="Cijfer", groep="doelstand.afspraak"),
        ),
    )


def _meenemen() -> str:
    """Return what the year before left, and what re-opened."""
    kolommen = (
        Kolom("Afspraak", "{{ punt.afspraak }}", 1500),
        Kolom("Partij", tekst("{{ punt.partij }}", "Nadruk"), 2300),
        Kolom("Punt", "{{ punt.punt }}", BREEDTE - 3800),
    )
    return als(
        "heropend",
        alinea("Heading2", "Heropende dossiers"),
        voor("dossier_tekst in heropend", alinea("ListBullet", "{{ dossier_tekst }}")),
    ) + als(
        "meenemen",
        alinea("Heading2", "Punten uit {{ maakjaar }}"),
        lijst("Punten uit het vorige jaar", "punt in meenemen", kolommen, Opmaak()),
    )


def _planning() -> str:
    """Return the planning of the year as a picture and as a list."""
    kolommen = (
        Kolom("Datum", tekst("{{ moment.datum }}", "Nadruk"), 2900),
        Kolom("Wat", "{{ moment.naam }}", BREEDTE - 2900),
    )
    return als(
        "momenten",
        alinea("Heading2", "De planning"),
        als(
            "afbeelding",
            alinea("Normal", tekst(_JAARBEELD), extra=_BIJEEN),
            alinea("Normal", "Dezelfde datums in een lijst:", extra=_BIJEEN),
        ),
        lijst("De planning", "moment in momenten", kolommen, Opmaak()),
    )


def _genodigden() -> str:
    """Return who is invited."""
    kolommen = (
        Kolom("Partij", tekst("{{ genodigde.partij }}", "Nadruk"), 4000),
        Kolom("Soort", "{{ genodigde.soort }}", 2300),
        Kolom("Contact", "{{ genodigde.contact }}", BREEDTE - 6300),
    )
    return als(
        "genodigden",
        alinea("Heading2", "Wie is uitgenodigd"),
        lijst("Wie is uitgenodigd", "genodigde in genodigden", kolommen, Opmaak()),
    )
