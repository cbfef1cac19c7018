"""Brief: the template of the one-page letter that goes with a document."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    ZO_REAGEERT_U,
    alinea,
    als,
    cel,
    raster,
    rij,
    tekst,
    voor,
)
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_REGELS = 5
"""How many lines of each list fit on one page; the rest is in the document itself."""


def make_brief() -> bytes:
    """Return the template of the letter as docx."""
    return make_docx(
        Inhoud(
            body=_adres() + _gegevens() + _tekst() + _slot(),
            kop=alinea("Header", "Prestatieafspraken {{ samenwerking }}\tGemeente {{ gemeente }}"),
            voet=alinea(
                "Footer",
                "Jaarschijf {{ jaar }}, versie {{ versie }}"
                "{% if voorbeeld %} · voorbeeldcijfers{% endif %}\tcode {{ code }}",
            ),
            titel="{{ onderwerp }}",
            onderwerp="Brief aan {{ partij }}, versie {{ versie }}, code {{ code }}",
            eerste_pagina=True,
        )
    )


def _adres() -> str:
    """Return the sender and the addressee."""
    return (
        alinea("Afzender", "Gemeente {{ gemeente }}")
        + alinea("Briefregel", "Samenwerking prestatieafspraken {{ samenwerking }}")
        + alinea("Briefregel", extra='<w:spacing w:before="360" w:after="0"/>')
        + alinea("Briefregel", tekst("{{ partij }}", "Nadruk"))
        + als("contact", alinea("Briefregel", "Ter attentie van: {{ contact }}"))
        + alinea("Briefregel", extra='<w:spacing w:before="240" w:after="0"/>')
    )


def _gegevens() -> str:
    """Return date, subject and version."""
    rijen = "".join(
        rij(
            cel(1700, alinea("Briefregel", tekst(naam, "Label")))
            + cel(BREEDTE - 1700, alinea("Briefregel", waarde))
        )
        for naam, waarde in (
            ("Datum", "{{ datum }}"),
            ("Onderwerp", tekst("{{ onderwerp }}", "Nadruk")),
            ("Versie", "{{ versie }}, code {{ code }}"),
        )
    )
    return raster([1700, BREEDTE - 1700], rijen, "Gegevens van deze brief", KAAL) + alinea(
        "Briefregel"
    )


def _tekst() -> str:
    """Return the message."""
    return (
        alinea("Normal", "Geachte heer, mevrouw,")
        + alinea(
            "Normal",
            "Bij deze brief ontvangt u versie {{ versie }} van de jaarschijf {{ jaar }} van "
            "{{ samenwerking }}. Deze uitgave is gemaakt voor {{ partij }}. Uw eigen regels zijn "
            "gemerkt met het teken ",
            tekst("(u)", "Eigenteken"),
            ".",
        )
        + _punten("open_punten", "Wij hebben nog iets van u nodig:")
        + _punten("bijdragen", "Dit hebben wij van u verwerkt:")
        + als(
            "reageren_voor",
            alinea(
                "Mededeling",
                "Klopt er iets niet, of wilt u iets aanvullen? Laat het ons weten uiterlijk op ",
                tekst("{{ reageren_voor }}", "Nadruk"),
                ".",
            ),
            alinea("Normal", f"Schrijf in het Word-document van uw uitgave. {ZO_REAGEERT_U}"),
        )
    )


def _punten(naam: str, kop: str) -> str:
    """Return the first lines of a list and how many more there are."""
    return als(
        naam,
        alinea("Normal", kop, extra='<w:keepNext/><w:spacing w:before="160" w:after="80"/>'),
        voor(f"punt in {naam}[:{_REGELS}]", alinea("ListBullet", "{{ punt }}")),
        als(
            f"{naam}|length > {_REGELS}",
            alinea(
                "Normal",
                f"En nog {{{{ {naam}|length - {_REGELS} }}}} meer. "
                "U vindt alles vooraan in uw uitgave.",
            ),
        ),
    )


def _slot() -> str:
    """Return the closing."""
    return (
        alinea(
            "Normal", "Met vriendelijke groet,", extra='<w:spacing w:before="240" w:after="480"/>'
        )
        + alinea("Briefregel", tekst("{{ coordinator }}", "Nadruk"))
        + alinea("Briefregel", "namens de partijen van {{ samenwerking }}")
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
