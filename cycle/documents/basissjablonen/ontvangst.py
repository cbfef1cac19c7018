"""Ontvangst: the template of the letter that says what was read of a form."""

from collections.abc import Sequence

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    Kolom,
    alinea,
    als,
    cel,
    raster,
    rij,
    tagrij,
    tekst,
    veld,
    voor,
)
from cycle.documents.basissjablonen.kleuren import BLAUW, TINT
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_LABELBREEDTE = 1900


def make_ontvangst() -> bytes:
    """Return the template of the letter as docx."""
    return make_docx(
        Inhoud(
            body=_adres() + _gegevens() + _bericht() + _antwoorden() + _slot(),
            kop=alinea("Header", "Prestatieafspraken {{ samenwerking }}\tGemeente {{ gemeente }}"),
            voet=alinea(
                "Footer",
                "Jaarschijf {{ jaar }}, ontvangst van uw bieding"
                "{% if voorbeeld %} · voorbeeldcijfers{% endif %}\tPagina ",
                veld("PAGE"),
                " van ",
                veld("NUMPAGES"),
            ),
            titel="{{ onderwerp }}",
            onderwerp="Brief aan {{ partij }} over {{ bestand }}",
            eerste_pagina=True,
        )
    )


def _adres() -> str:
    """Return the sender and the addressee."""
    return (
        alinea("Afzender", "Gemeente {{ gemeente }}")
        + alinea("Briefregel", "Samenwerking prestatieafspraken {{ samenwerking }}")
        + alinea("Briefregel", extra='<w:spacing w:before="240" w:after="0"/>')
        + alinea("Briefregel", tekst("{{ partij }}", "Nadruk"))
        + als("contact", alinea("Briefregel", "Ter attentie van: {{ contact }}"))
        + alinea("Briefregel", extra='<w:spacing w:before="120" w:after="0"/>')
    )


def _gegevens() -> str:
    """Return subject, and what was received when."""
    rijen = "".join(
        rij(
            cel(_LABELBREEDTE, alinea("Briefregel", tekst(naam, "Label")))
            + cel(BREEDTE - _LABELBREEDTE, alinea("Briefregel", waarde))
        )
        for naam, waarde in (
            ("Onderwerp", tekst("{{ onderwerp }}", "Nadruk")),
            ("Ontvangen op", "{{ datum }}"),
            ("Uw bestand", "{{ bestand }}"),
            ("Formulier", "versie {{ formulierversie }}"),
        )
    )
    breedtes = [_LABELBREEDTE, BREEDTE - _LABELBREEDTE]
    return raster(breedtes, rijen, "Gegevens van deze brief", KAAL) + alinea("Briefregel")


def _bericht() -> str:
    """Return the message: what to do, what to mend, what to look at, what happens next."""
    return (
        alinea("Normal", "Geachte heer, mevrouw,")
        + alinea(
            "Normal",
            "Dank u wel. Wij hebben de bieding van {{ partij }} voor {{ jaar }} ontvangen.",
        )
        + alinea("Mededeling", tekst("{{ uitkomst }}", "Nadruk"))
        + als(
            "verbeteren",
            _kop("Dit moet u verbeteren"),
            _punten("Dit moet u verbeteren", "verbeteren"),
        )
        + als(
            "nakijken",
            _kop("Dit kunt u nakijken"),
            alinea(
                "Normal",
                "Klopt het zoals wij het lezen? Dan hoeft u hier niets te doen.",
                extra="<w:keepNext/>",
            ),
            _punten("Dit kunt u nakijken", "nakijken"),
        )
        + _kop("Wat gebeurt er nu?")
        + voor("zin in vervolg", alinea("Normal", "{{ zin }}"))
        + als(
            "meegestuurd",
            alinea("Normal", "Bij deze brief hoort:", extra="<w:keepNext/>"),
            voor("bestand_erbij in meegestuurd", alinea("ListBullet", "{{ bestand_erbij }}")),
        )
    )


def _punten(titel: str, lus: str) -> str:
    """Return a table of points: where, what is the matter, what to do."""
    kolommen = (
        Kolom("Waar", "{{ punt.waar }}", 2100),
        Kolom("Wat is er?", "{{ punt.wat }} ({{ punt.code }})", 3606),
        Kolom("Wat kunt u doen?", "{{ punt.doe }}", 3706),
    )
    return _tabel(titel, f"punt in {lus}", kolommen) + alinea("Tussenruimte")


def _antwoorden() -> str:
    """Return every question with its answer, under the afspraak it belongs to."""
    kolommen = (
        Kolom("Vraag", "{{ antwoord.vraag }}", 2700),
        Kolom("Zo lezen wij uw antwoord", "{{ antwoord.antwoord }}", 5112),
        Kolom("Waar", "{{ antwoord.cel }}", 1600),
    )
    return als(
        "antwoorden",
        _kop("Zo hebben wij uw antwoorden gelezen"),
        alinea(
            "Normal",
            "Klopt er iets niet? Verander het in uw formulier en stuur het opnieuw.",
            extra="<w:keepNext/>",
        ),
        _tabel(
            "Zo hebben wij uw antwoorden gelezen",
            "antwoord in antwoorden",
            kolommen,
            groep="antwoord.groep",
        ),
    )


def _kop(woorden: str) -> str:
    """Return a heading; a letter has one level of them."""
    return alinea("Heading2", woorden, extra='<w:outlineLvl w:val="0"/>')


def _tabel(titel: str, lus: str, kolommen: Sequence[Kolom], *, groep: str = "") -> str:
    """Return a table in the letters of the letter itself, larger than those of a table."""
    count = len(kolommen)
    hoofd = "".join(cel(k.breedte, alinea("Tabelkop", k.kop), BLAUW) for k in kolommen)
    rijen = rij("".join(cel(k.breedte, _regel(str(k.inhoud))) for k in kolommen))
    if groep:
        titelcel = cel(
            sum(k.breedte for k in kolommen),
            _regel(tekst(f"{{{{ {groep} }}}}", "Nadruk"), extra="<w:keepNext/>"),
            TINT,
            rand=f'<w:gridSpan w:val="{count}"/>',
        )
        rijen = (
            tagrij(f"if loop.changed({groep})", count)
            + rij(titelcel)
            + tagrij("endif", count)
            + rijen
        )
    lijf = tagrij(f"for {lus}", count) + rijen + tagrij("endfor", count)
    return raster([k.breedte for k in kolommen], rij(hoofd, kop=True) + lijf, titel)


def _regel(inhoud: str, *, extra: str = "") -> str:
    """Return one paragraph of a cell, in letters as large as those of the letter itself."""
    return alinea(
        "Afspraaktekst",
        inhoud,
        extra=f'{extra}<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>',
    )


def _slot() -> str:
    """Return the closing."""
    return (
        alinea(
            "Normal",
            "Hebt u vragen? Neem contact op met: {{ coordinator }}. U hoeft een melding niet zelf "
            "uit te zoeken. Wij helpen u graag.",
            extra='<w:spacing w:before="240" w:after="120"/>',
        )
        + alinea(
            "Normal", "Met vriendelijke groet,", extra='<w:keepNext/><w:spacing w:after="360"/>'
        )
        + alinea("Briefregel", tekst("{{ coordinator }}", "Nadruk"))
        + alinea("Briefregel", "namens de partijen van {{ samenwerking }}")
        + als("voorbeeld", alinea("Noot"), alinea("Noot", "{{ voorbeeld }}"))
    )
