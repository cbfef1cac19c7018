"""Slot: what follows the themas: gaps, calendar, sign-off and annexes."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    Kolom,
    Opmaak,
    alinea,
    als,
    lijst,
    tekst,
    voor,
)
from cycle.documents.basissjablonen.themas import partij_van


def aanloop(zin: str) -> str:
    """Return the line above a table, on the same page as the table."""
    return alinea("Normal", zin, extra="<w:keepNext/>")


def stand() -> str:
    """Return afspraken without an offer, offers without an afspraak, and the calendar."""
    zonder_bod = (
        Kolom("Afspraak", "{{ punt.afspraak }}", 3900),
        Kolom("Partij", tekst("{{ punt.partij }}", "Nadruk"), 1900),
        Kolom("Wat is er aan de hand?", "{{ punt.tekst }}", BREEDTE - 5800),
    )
    zonder_afspraak = (
        Kolom("Partij", tekst("{{ punt.partij }}", "Nadruk"), 2400),
        Kolom("Bod", "{{ punt.tekst }}", BREEDTE - 2400),
    )
    return als(
        "zonder_bod or zonder_afspraak or verzoeken or momenten",
        alinea("Heading1", "Stand van zaken en planning"),
        als(
            "zonder_bod",
            alinea("Heading2", "Afspraken zonder bod"),
            aanloop("Bij deze afspraken is een vraag nog niet beantwoord."),
            lijst("Afspraken zonder bod", "punt in zonder_bod", zonder_bod),
        ),
        als(
            "zonder_afspraak",
            alinea("Heading2", "Bod zonder afspraak"),
            aanloop("Deze voorstellen horen niet bij een meerjarige afspraak."),
            lijst("Bod zonder afspraak", "punt in zonder_afspraak", zonder_afspraak),
        ),
        _verzoeken(),
        _planning(),
    )


def _verzoeken() -> str:
    """Return what partijen need from each other, with the answers."""
    kolommen = (
        Kolom("Vrager", tekst("{{ verzoek.vrager }}", "Nadruk"), 1500),
        Kolom("Aan wie", "{{ verzoek.gevraagde }}", 1500),
        Kolom("Wat is er nodig?", "{{ verzoek.inzet }}", 2600),
        Kolom("Afspraak", "{{ verzoek.afspraak }}", 1100),
        Kolom("Wanneer", "{{ verzoek.voor }}", 1100),
        Kolom("Antwoord", "{{ verzoek.soort }} {{ verzoek.antwoord }}", BREEDTE - 7800),
    )
    return als(
        "verzoeken",
        alinea("Heading2", "Wat partijen van elkaar nodig hebben"),
        aanloop(
            "Een voorwaarde moet vervuld zijn, anders geldt het bod niet. Bij een voorbehoud "
            "moet een orgaan van de partij zelf nog instemmen."
        ),
        lijst("Wat partijen van elkaar nodig hebben", "verzoek in verzoeken", kolommen),
    )


def _planning() -> str:
    """Return the calendar of the year."""
    kolommen = (
        Kolom("Datum", tekst("{{ moment.datum }}", "Nadruk"), 2700),
        Kolom("Wat", "{{ moment.naam }}", 3700),
        Kolom("Waarom dan", "{{ moment.basis }}", BREEDTE - 6400),
    )
    return als(
        "momenten",
        alinea("Heading2", "Planning"),
        lijst("Planning", "moment in momenten", kolommen),
    )


def vaststelling() -> str:
    """Return decisions and room to sign."""
    besluiten = (
        Kolom("Partij", partij_van("besluit"), 1900),
        Kolom("Orgaan", "{{ besluit.orgaan }}", 1600),
        Kolom("Besluit", tekst("{{ besluit.besluit }}", "Nadruk"), 1450),
        Kolom("Datum", "{{ besluit.datum }}", 1700),
        Kolom("Reden", "{{ besluit.reden }}", BREEDTE - 6650),
    )
    ondertekening = (
        Kolom("Partij", tekst("{{ plaats.partij }}", "Nadruk"), 2000),
        Kolom("Functie", "{{ plaats.functie }}", 1900),
        Kolom("Plaats en datum", "", 1600),
        Kolom(
            "Handtekening",
            (tekst("{{ plaats.anker }}", "Plaatswoord"), " {{ plaats.staat }}"),
            BREEDTE - 5500,
        ),
    )
    return als(
        "besluiten",
        alinea("Heading1", "Besluiten"),
        alinea(
            "Normal",
            "Deze besluiten gelden voor de inhoud met code ",
            tekst("{{ code }}", "Nadruk"),
            ". Een partij besluit geheel, op onderdelen of niet.",
        ),
        lijst("Besluiten", "besluit in besluiten", besluiten, Opmaak(eigen="besluit.eigen")),
    ) + als(
        "ondertekening",
        alinea("Heading1", "Ondertekening"),
        alinea(
            "Normal",
            "De ondertekenaars stemmen namens hun partij in met de jaarschijf {{ jaar }} van "
            "{{ samenwerking }}, met code ",
            tekst("{{ code }}", "Nadruk"),
            ", zoals in de besluiten staat.",
        ),
        lijst("Ondertekening", "plaats in ondertekening", ondertekening, Opmaak(hoogte=1160)),
    )


def bijlagen() -> str:
    """Return the annexes; each is there only when it has content."""
    return als(
        "kaders or dossiers or specificaties or reacties or bevindingen",
        alinea("Heading1", "Bijlagen"),
        _kaders(),
        _dossiers(),
        _specificaties(),
        _reacties(),
        _bevindingen(),
    )


def _kaders() -> str:
    """Return the frameworks, with a remark on those that end early."""
    kolommen = (
        Kolom("Kader", "{{ kader.titel }}", 3050),
        Kolom("Niveau", "{{ kader.niveau }}", 1050),
        Kolom("Datum", "{{ kader.datum }}", 1700),
        Kolom("Geldig tot", "{{ kader.geldig_tot }}", 1700),
        Kolom("Opmerking", "{{ kader.opmerking }}", BREEDTE - 7500),
    )
    return als(
        "kaders",
        alinea("Heading2", "Kaders en convenanten"),
        lijst("Kaders en convenanten", "kader in kaders", kolommen),
    )


def _dossiers() -> str:
    """Return the conditional matters."""
    return als(
        "dossiers",
        alinea("Heading2", "Dossiers met een voorwaarde"),
        voor(
            "dossier in dossiers",
            alinea("Heading3", "{{ dossier.naam }}"),
            als(
                "dossier.heropend",
                alinea("Mededeling", tekst("Heropend op ", "Nadruk"), "{{ dossier.heropend }}"),
            ),
            alinea("Normal", "{{ dossier.tekst }}"),
            alinea("ListBullet", tekst("Als dit gebeurt: ", "Nadruk"), "{{ dossier.trigger }}"),
            alinea("ListBullet", tekst("Dan doen we dit: ", "Nadruk"), "{{ dossier.gevolg }}"),
            als(
                "dossier.afspraken",
                alinea("ListBullet", tekst("Het gaat om: ", "Nadruk"), "{{ dossier.afspraken }}"),
            ),
        ),
    )


def _specificaties() -> str:
    """Return the details behind afspraken."""
    kolommen = (
        Kolom("Nr.", "{{ specificatie.nummer }}", 600),
        Kolom("Afspraak", "{{ specificatie.afspraak }}", 2900),
        Kolom("Onderwerp", "{{ specificatie.onderwerp }}", 3000),
        Kolom("Waarde", "{{ specificatie.waarde }}", BREEDTE - 6500),
    )
    return als(
        "specificaties",
        alinea("Heading2", "Specificaties"),
        lijst("Specificaties", "specificatie in specificaties", kolommen),
    )


def _reacties() -> str:
    """Return what partijen wrote in earlier versions, and what was done with it."""
    kolommen = (
        Kolom("Nr.", "{{ reactie.nummer }}", 600),
        Kolom("Partij", partij_van("reactie"), 1600),
        Kolom("Waar", "{{ reactie.plek }} (versie {{ reactie.versie }})", 2100),
        Kolom("Reactie", "{{ reactie.reactie }}", 2812),
        Kolom(
            "Besluit en antwoord",
            (
                tekst("{{ reactie.besluit }}", "Nadruk"),
                "{% if reactie.antwoord %}: {{ reactie.antwoord }}{% endif %}",
            ),
            BREEDTE - 7112,
        ),
    )
    return als(
        "reacties",
        alinea("Heading2", "Reacties op eerdere versies"),
        aanloop("Dit schreven de partijen in een eerdere versie, en dit is ermee gedaan:"),
        lijst("Reacties", "reactie in reacties", kolommen, Opmaak(eigen="reactie.eigen")),
    )


def _bevindingen() -> str:
    """Return what the checks have to say."""
    kolommen = (
        Kolom("Ernst", tekst("{{ bevinding.ernst }}", "Nadruk"), 1400),
        Kolom("Wat is er aan de hand?", "{{ bevinding.melding }}", 3300),
        Kolom("Wat kunt u doen?", "{{ bevinding.advies }}", 2700),
        Kolom("Plaats", "{{ bevinding.plek }} ({{ bevinding.code }})", BREEDTE - 7400),
    )
    return als(
        "bevindingen",
        alinea("Heading2", "Bevindingen"),
        aanloop("Het programma heeft de cijfers en teksten nagekeken. Dit viel op:"),
        lijst("Bevindingen", "bevinding in bevindingen", kolommen),
    )
