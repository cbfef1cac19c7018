"""Jaarschijf: the main template, from cover to annexes."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    ZO_REAGEERT_U,
    Kolom,
    Opmaak,
    alinea,
    als,
    cel,
    lijst,
    opgemaakt,
    raster,
    rij,
    tekst,
    veld,
    voor,
)
from cycle.documents.basissjablonen.kleuren import BLAUW, OKER
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx
from cycle.documents.basissjablonen.slot import bijlagen, stand, vaststelling
from cycle.documents.basissjablonen.themas import themas
from cycle.documents.basissjablonen.verschil import veranderd
from cycle.documents.inhoudsopgave import MARKER
from cycle.domain.opmaak import INLEIDING


def make_jaarschijf() -> bytes:
    """Return the template of the jaarschijf as docx."""
    body = (
        _dekblad()
        + _inhoud()
        + veranderd()
        + _deze_uitgave()
        + _inleiding()
        + themas()
        + stand()
        + vaststelling()
        + bijlagen()
    )
    return make_docx(
        Inhoud(
            body=body,
            kop=_kop(),
            voet=_voet(),
            titel="{{ titel }} – jaarschijf {{ jaar }}",
            onderwerp="Versie {{ versie }} ({{ status }}), code {{ code }}",
            eerste_pagina=False,
        )
    )


def _kop() -> str:
    """Return the header."""
    return alinea(
        "Header",
        "Prestatieafspraken {{ samenwerking }} · jaarschijf {{ jaar }}\t"
        "{% if is_eigen %}uitgave voor {{ eigen.partij }}{% else %}"
        "gezamenlijke uitgave{% endif %}"
        "{% if voorbeeld %} · voorbeeldcijfers{% endif %}",
    )


def _voet() -> str:
    """Return the footer."""
    return alinea(
        "Footer",
        "Versie {{ versie }} ({{ status }}) · code {{ code }}\tPagina ",
        veld("PAGE"),
        " van ",
        veld("NUMPAGES"),
    )


def _dekblad() -> str:
    """Return the cover."""
    titel = (
        alinea("Dekbladkop", "Gemeente {{ gemeente }}")
        + alinea("Title", "Jaarschijf {{ jaar }}")
        + alinea("Subtitle", "{{ titel }}")
        + alinea("Subtitle")
    )
    marge = '<w:tcMar><w:left w:w="454" w:type="dxa"/><w:right w:w="454" w:type="dxa"/></w:tcMar>'
    vlak = cel(BREEDTE, titel, BLAUW, extra=marge + '<w:vAlign w:val="bottom"/>')
    streep = cel(BREEDTE, alinea("Tussenruimte"), OKER)
    velden = (
        ("Uitgave", "{% if is_eigen %}voor {{ eigen.partij }}{% else %}gezamenlijk{% endif %}"),
        ("Looptijd", "{{ looptijd }}"),
        ("Status", "{{ status }}"),
        ("Versie", "{{ versie }}"),
        ("Datum", "{{ datum }}"),
        ("Code van de inhoud", "{{ code }}"),
    )
    rijen = "".join(
        rij(
            cel(2600, alinea("Dekbladveld", tekst(naam, "Label")))
            + cel(BREEDTE - 2600, alinea("Dekbladveld", waarde))
        )
        for naam, waarde in velden
    )
    return (
        raster([BREEDTE], rij(vlak, hoogte=6800) + rij(streep), "Titel", KAAL)
        + alinea("Normal")
        + raster([2600, BREEDTE - 2600], rijen, "Gegevens van deze versie", KAAL)
        + alinea("Normal")
        + als(
            "voorbeeld",
            alinea("Mededeling", tekst("Let op. ", "Nadruk"), "{{ voorbeeld }}"),
        )
        + als(
            "is_concept",
            alinea(
                "Mededeling",
                tekst("Dit is een concept. ", "Nadruk"),
                "De partijen hebben deze tekst nog niet vastgesteld.",
            ),
        )
    )


def _inhoud() -> str:
    """Return the page with the table of contents; it is filled afterwards."""
    return alinea("TOCHeading", "Inhoud") + alinea("TOC1", MARKER)


def _deze_uitgave() -> str:
    """Return the first pages of the edition of one partij."""
    return als(
        "is_eigen",
        alinea("Heading1", "Deze uitgave is voor {{ eigen.partij }}"),
        alinea(
            "Normal",
            "In deze uitgave vindt u eerst wat u zelf bijdraagt en wat wij nog van u nodig hebben. "
            "Daarna volgt de hele jaarschijf. Die is voor alle partijen gelijk. Uw eigen regels "
            "hebben een gekleurde achtergrond en het teken ",
            tekst("(u)", "Eigenteken"),
            ".",
        ),
        als(
            "eigen.reageren_voor",
            alinea(
                "Mededeling",
                "Wilt u reageren? Doe dat dan uiterlijk op ",
                tekst("{{ eigen.reageren_voor }}", "Nadruk"),
                ".",
            ),
            alinea("Normal", f"Schrijf in dit Word-document. {ZO_REAGEERT_U}"),
        ),
        alinea("Heading2", "Uw openstaande punten"),
        als(
            "eigen.open_punten",
            voor("punt in eigen.open_punten", alinea("ListBullet", "{{ punt }}")),
        ),
        als("not eigen.open_punten", alinea("Normal", "U hebt geen openstaande punten.")),
        alinea("Heading2", "Uw bijdragen in {{ jaar }}"),
        als(
            "eigen.bijdragen",
            voor("bijdrage in eigen.bijdragen", alinea("ListBullet", "{{ bijdrage }}")),
        ),
        als(
            "not eigen.bijdragen",
            alinea("Normal", "Er zijn nog geen bijdragen van u verwerkt."),
        ),
    )


def _inleiding() -> str:
    """Return the introduction, the top 3 and the partijen."""
    partijen = (
        Kolom(
            "Partij",
            (
                tekst("{{ partij.naam }}", "Nadruk"),
                "{% if partij.voorbeeld and 'voorbeeld' not in partij.naam %}",
                " (voorbeeld){% endif %}",
            ),
            2700,
        ),
        Kolom("Soort", "{{ partij.soort }}", 2000),
        Kolom("Besluit via", "{{ partij.organen }}", 2100),
        Kolom("Contact", "{{ partij.contact }}", BREEDTE - 6800),
    )
    return (
        alinea("Heading1", "Inleiding")
        + als("inleiding", opgemaakt("inleiding", "Normal", INLEIDING.kop))
        + als(
            "prioriteiten",
            alinea("Heading2", "De top {{ prioriteiten|length }} van {{ jaar }}"),
            alinea("Normal", "Deze onderwerpen krijgen dit jaar voorrang:", extra="<w:keepNext/>"),
            voor("prioriteit in prioriteiten", alinea("ListNumber", "{{ prioriteit }}")),
        )
        + als(
            "partijen",
            alinea("Heading2", "De partijen"),
            lijst("De partijen", "partij in partijen", partijen, Opmaak()),
            *_leeswijzer(),
        )
    )


_LEESWIJZER = (
    ("Doel", "wat is afgesproken voor de hele looptijd. Bij ‘samen’ geldt het voor alle partijen."),
    ("Gerealiseerd", "wat tot en met vorig jaar is bereikt. ‘n.b.’ betekent: niet bekend."),
    ("Rest", "wat nog over is van het doel."),
    ("Nodig", "wat dit jaar nodig is: de afgesproken fasering, of de rest verdeeld over de jaren."),
    (
        "Verschil",
        "het bod vergeleken met wat nodig is. Een plus is meer dan nodig. Bij een "
        "maximum is een plus de ruimte die over is.",
    ),
    (
        "Stand",
        "het verschil in woorden. Dit is een stand van zaken, geen oordeel over een partij. "
        "Zonder doel voor één partij staat er ‘toegezegd’.",
    ),
)


def _leeswijzer() -> tuple[str, ...]:
    """Return what the columns under "Stand van de cijfers" mean."""
    return (
        alinea("Heading2", "Zo leest u de cijfers"),
        alinea(
            "Normal",
            "In een thema met doelen in getallen staat eerst een afbeelding. U ziet per doel wat "
            "is gerealiseerd, wat het bod voor {{ jaar }} is en wat er daarna nog rest. Onder de "
            "afbeelding staan dezelfde cijfers in een tabel.",
        ),
        alinea(
            "Normal",
            "Bij een afspraak met een getal staat een tabel ‘Stand van de cijfers’. De regel "
            "‘Samen’ heeft een eigen doel. Die kan afwijken van de som van de partijen.",
        ),
        *(
            alinea("Normal", tekst(f"{kolom}: ", "Nadruk"), betekenis)
            for kolom, betekenis in _LEESWIJZER
        ),
    )
