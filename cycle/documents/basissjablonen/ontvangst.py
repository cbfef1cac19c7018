"""Ontvangst: the template of the letter that says what was read of a form."""

from collections.abc import Sequence

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    Kolom,
    alinea,
    als,
    cel,
    koptekst,
    lijst,
    raster,
    rij,
    tagrij,
    tekst,
    voettekst,
    voor,
)
from cycle.documents.basissjablonen.kleuren import BLAUW
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_LABELBREEDTE = 1900
_LOS = '<w:spacing w:before="120" w:after="120"/>'
"""Room around a paragraph that comes after a list."""


def make_ontvangst() -> bytes:
    """Return the template of the letter as docx."""
    return make_docx(
        Inhoud(
            body=_adres() + _gegevens() + _bericht() + _punten_om_te_doen() + _antwoorden(),
            kop=koptekst(),
            voet=voettekst("{{ onderwerp }}"),
            titel="{{ onderwerp }}",
            onderwerp="Brief over {{ bestand }}",
            eerste_pagina=True,
        )
    )


def _adres() -> str:
    """Return the sender and the addressee."""
    return (
        alinea("Afzender", "Gemeente {{ gemeente }}")
        + als(
            "partij",
            alinea(
                "Briefregel",
                tekst("{{ partij }}", "Nadruk"),
                extra='<w:spacing w:before="160" w:after="0"/>',
            ),
        )
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
    """Return the first page: what the matter is, what to do, until when, and whom to ask."""
    return (
        alinea("Normal", "Geachte heer, mevrouw,")
        + alinea("Normal", "{{ dank }}")
        + alinea("Mededeling", tekst("{{ uitkomst }}", "Nadruk"))
        + als(
            "stappen",
            alinea("Normal", "Dit kunt u doen:", extra="<w:keepNext/>"),
            voor("stap in stappen", alinea("ListBullet", "{{ stap }}")),
        )
        + voor("zin in vervolg", alinea("Normal", "{{ zin }}", extra=_LOS))
        + als(
            "meegestuurd",
            alinea("Normal", "Bij deze brief hoort:", extra="<w:keepNext/>"),
            voor("bestand_erbij in meegestuurd", alinea("ListBullet", "{{ bestand_erbij }}")),
        )
        + _slot()
    )


def _punten_om_te_doen() -> str:
    """Return what to mend, what to answer and what to look at, below the letter itself."""
    return (
        als(
            "verbeteren",
            _kop("Dit moet u verbeteren"),
            _punten("Dit moet u verbeteren", "verbeteren"),
        )
        + als(
            "ontbreekt",
            _kop("Hier mist nog een antwoord"),
            alinea("Normal", "{{ ontbreekt_doe }}", extra="<w:keepNext/>"),
            _tabel(
                "Hier mist nog een antwoord",
                "punt in ontbreekt",
                (
                    Kolom("Vraag", "{{ punt.waar }}", 6212),
                    Kolom("Wat mist er?", "{{ punt.wat }}", 3200),
                ),
            ),
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
    )


def _punten(titel: str, lus: str) -> str:
    """Return a table of points: where, what is the matter, what to do."""
    kolommen = (
        Kolom("Vraag", "{{ punt.waar }}", 3406),
        Kolom("Wat is er?", "{{ punt.wat }} ({{ punt.code }})", 3003),
        Kolom("Wat kunt u doen?", "{{ punt.doe }}", 3003),
    )
    return _tabel(titel, f"punt in {lus}", kolommen)


def _antwoorden() -> str:
    """Return the annex: every question with its answer, one row each."""
    kolommen = (
        Kolom("Vraag", "{{ antwoord.vraag }}", 3000),
        Kolom("Zo lezen wij uw antwoord", "{{ antwoord.antwoord }}", 4512),
        Kolom("Waar", "{{ antwoord.cel }}", 1900),
    )
    titel = "Bijlage: zo hebben wij uw antwoorden gelezen"
    return als(
        "antwoorden",
        _kop(titel, extra="<w:pageBreakBefore/>"),
        alinea(
            "Normal",
            "Klopt er iets niet? Verander het in uw formulier en stuur het opnieuw. Een lange "
            "tekst is hier afgekort. In uw formulier staat hij helemaal.",
            extra="<w:keepNext/>",
        ),
        lijst(titel, "antwoord in antwoorden", kolommen),
    ) + alinea("Tussenruimte")


def _kop(woorden: str, *, extra: str = "") -> str:
    """Return a heading; a letter has one level of them."""
    return alinea("Heading2", woorden, extra=f'{extra}<w:outlineLvl w:val="0"/>')


def _tabel(titel: str, lus: str, kolommen: Sequence[Kolom]) -> str:
    """Return a table in the letters of the letter itself, larger than those of a table."""
    count = len(kolommen)
    hoofd = "".join(cel(k.breedte, alinea("Tabelkop", k.kop), BLAUW) for k in kolommen)
    rijen = rij("".join(cel(k.breedte, _regel(str(k.inhoud))) for k in kolommen))
    lijf = tagrij(f"for {lus}", count) + rijen + tagrij("endfor", count)
    return raster([k.breedte for k in kolommen], rij(hoofd, kop=True) + lijf, titel)


def _regel(inhoud: str) -> str:
    """Return one paragraph of a cell, in letters as large as those of the letter itself."""
    return alinea(
        "Afspraaktekst",
        inhoud,
        extra='<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>',
    )


def _slot() -> str:
    """Return whom to ask, and the closing."""
    return (
        alinea(
            "Normal",
            "Hebt u vragen? Neem contact op met: {{ coordinator }}. U hoeft een melding niet zelf "
            "uit te zoeken. Wij helpen u graag.",
            extra=_LOS,
        )
        + alinea(
            "Normal", "Met vriendelijke groet,", extra='<w:keepNext/><w:spacing w:after="120"/>'
        )
        + alinea("Briefregel", "namens de partijen van {{ samenwerking }}")
        + als("voorbeeld", alinea("Noot", "{{ voorbeeld }}"))
    )
