"""Themas: the part of the template that is repeated for every thema and afspraak."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    KAAL,
    Kolom,
    Opmaak,
    alinea,
    als,
    cel,
    lijst,
    opgemaakt,
    raster,
    rij,
    tagrij,
    tekst,
    voor,
)
from cycle.documents.basissjablonen.kleuren import BLAUW, GROEN, TINT
from cycle.documents.markdown.stijlen import BEELD
from cycle.domain.opmaak import INLEIDING, TOELICHTING

_EERSTE_KOLOM = 2700


def themas() -> str:
    """Return the chapters."""
    return voor(
        "thema in themas",
        alinea(
            "Heading1",
            tekst("{{r thema.anker|anker }}"),
            "Thema {{ thema.nummer }}. {{ thema.naam }}",
        ),
        als(
            "thema.prioriteit",
            alinea(
                "Kenmerk",
                tekst("Voorrang", "Label"),
                tekst("\tnummer {{ thema.prioriteit }} in de top {{ prioriteiten|length }} "),
                "van {{ jaar }}",
                extra='<w:spacing w:before="0" w:after="160"/>',
            ),
        ),
        als("thema.context", opgemaakt("thema.context", "Normal", INLEIDING.kop)),
        als("thema.ambitie", _ambitie()),
        voor("tabel in thema.tabellen", _cijfertabel()),
        voor("themabeeld in thema.themabeelden", _themabeeld()),
        voor("afspraak in thema.afspraken", _afspraak()),
    )


def _ambitie() -> str:
    """Return the shared ambition, set apart in a box with a bar."""
    balk = (
        f'<w:tcBorders><w:left w:val="single" w:sz="36" w:space="0" w:color="{GROEN}"/>'
        "</w:tcBorders>"
    )
    marge = (
        '<w:tcMar><w:top w:w="113" w:type="dxa"/><w:left w:w="227" w:type="dxa"/>'
        '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="227" w:type="dxa"/></w:tcMar>'
    )
    inhoud = alinea("Ambitiekop", "Onze gezamenlijke ambitie") + opgemaakt(
        "thema.ambitie", "Ambitie", breedte=BREEDTE - 2 * 227
    )
    vlak = cel(BREEDTE, inhoud, TINT, rand=balk, extra=marge)
    return raster([BREEDTE], rij(vlak), "Ambitie", KAAL) + alinea("Tussenruimte")


def _cijfertabel() -> str:
    """Return a printed table: as many columns as it has, totals set apart."""
    rest = BREEDTE - _EERSTE_KOLOM

    def regel(eerste: str, volgende: str, stijl: str, fill: str) -> str:
        kop = stijl.endswith("kop")
        links = stijl if kop else stijl + "tekst"
        karakter = "Nadruk" if fill == TINT else ""
        return rij(
            cel(_EERSTE_KOLOM, alinea(links, tekst(eerste, karakter)), fill)
            + cel(500, alinea(links, "{%tc for cel in " + volgende + " %}"))
            + cel(rest - 1000, alinea(f"{stijl}getal", tekst("{{ cel }}", karakter)), fill)
            + cel(500, alinea(links, "{%tc endfor %}")),
            kop=kop,
        )

    rijen = (
        regel("{{ tabel.eenheid }}", "tabel.kolommen", "Tabelkop", BLAUW)
        + tagrij("for rij in tabel.rijen", 4)
        + tagrij("if rij.is_totaal", 4)
        + regel("{{ rij.naam }}", "rij.cellen", "Tabel", TINT)
        + tagrij("else", 4)
        + regel("{{ rij.naam }}", "rij.cellen", "Tabel", "")
        + tagrij("endif", 4)
        + tagrij("endfor", 4)
    )
    return (
        alinea("Caption", "{{ tabel.titel }}")
        + raster([_EERSTE_KOLOM, 500, rest - 1000, 500], rijen, "{{ tabel.titel }}")
        + als("tabel.noot", alinea("Noot", "{{ tabel.noot }}"))
        + voor(
            "bevinding in tabel.bevindingen",
            alinea("Noot", tekst("Controle: ", "Label"), "{{ bevinding }}"),
        )
        + alinea("Tussenruimte")
    )


def _themabeeld() -> str:
    """Return the picture of a thema, with the same figures in a table right below it."""
    kolommen = (
        Kolom("Partij", partij_van("balk"), 3212),
        Kolom("Doel", "{{ balk.doel }}", 1700, getal=True),
        Kolom("Gerealiseerd", "{{ balk.realisatie }}", 1500, getal=True),
        Kolom("Bod", "{{ balk.bod }}", 1200, getal=True),
        Kolom("Rest na bod", "{{ balk.rest }}", BREEDTE - 7612, getal=True),
    )
    opmaak = Opmaak(prefix="Cijfer", eigen="balk.eigen", groep="balk.onderwerp")
    return (
        alinea(
            BEELD,
            tekst("{{r themabeeld.afbeelding|afbeelding(themabeeld.beschrijving) }}"),
            extra="<w:keepNext/>",
        )
        + alinea("Caption", "{{ themabeeld.titel }}, in cijfers")
        + lijst("{{ themabeeld.titel }}", "balk in themabeeld.balken", kolommen, opmaak)
        + alinea("Tussenruimte")
    )


def _afspraak() -> str:
    """Return one afspraak with everything that belongs to it."""
    return (
        alinea(
            "Heading2",
            tekst("{{r afspraak.anker|anker }}"),
            tekst("{{r afspraak.id|linkdoel }}"),
            "Afspraak {{ afspraak.nummer }}. {{ afspraak.titel }}",
        )
        + als(
            "is_eigen and afspraak.eigen",
            alinea("Eigen", tekst("(u) ", "Eigenteken"), "Deze afspraak vraagt iets van u."),
        )
        + alinea("Kenmerk", tekst("Aard", "Label"), tekst("\t{{ afspraak.aard }}"))
        + alinea("Kenmerk", tekst("Wie", "Label"), tekst("\t{{ afspraak.wie }}"))
        + als(
            "afspraak.termijn",
            alinea("Kenmerk", tekst("Termijn", "Label"), tekst("\t{{ afspraak.termijn }}")),
        )
        + als(
            "afspraak.dossier",
            alinea("Kenmerk", tekst("Dossier", "Label"), tekst("\t{{ afspraak.dossier }}")),
        )
        + alinea("Tussenruimte", extra="<w:keepNext/>")
        + opgemaakt("afspraak.tekst", "Afspraaktekst")
        + voor(
            "voorbehoud in afspraak.voorbehouden",
            alinea("Voorbehoud", tekst("Voorbehoud. ", "Nadruk"), "{{ voorbehoud }}"),
        )
        + als(
            "afspraak.toelichting",
            alinea("Heading3", "Toelichting"),
            opgemaakt("afspraak.toelichting", "Normal", TOELICHTING.kop),
        )
        + _opsomming("Voorwaarden", "afspraak.voorwaarden")
        + als(
            "afspraak.begrippen",
            alinea("Heading3", "Begrippen"),
            voor(
                "begrip in afspraak.begrippen",
                alinea("Normal", tekst("{{ begrip.term }}: ", "Nadruk"), "{{ begrip.betekenis }}"),
            ),
        )
        + _doelen()
        + _acties()
        + _cijfers()
        + _opsomming("Nog open", "afspraak.open_vragen")
    )


def _opsomming(kop: str, lus: str) -> str:
    """Return a heading with bullets, nothing when there are none."""
    return als(
        lus,
        alinea("Heading3", kop),
        voor(f"punt in {lus}", alinea("ListBullet", "{{ punt }}")),
    )


def partij_van(naam: str) -> tuple[str, str]:
    """Return the runs for the name of a partij with the sign of the reader's own rows."""
    return (
        tekst(f"{{{{ {naam}.partij }}}}", "Nadruk"),
        tekst(f"{{% if {naam}.eigen %}} (u){{% endif %}}", "Eigenteken"),
    )


def _doelen() -> str:
    """Return the targets of an afspraak."""
    kolommen = (
        Kolom("Partij", partij_van("doel"), 2200),
        Kolom("Wat we tellen", "{{ doel.indicator }}", 3000),
        Kolom("Doel", "{{ doel.doel }}", 2612),
        Kolom("Periode", "{{ doel.periode }}", 1600),
    )
    return als(
        "afspraak.doelen",
        alinea("Heading3", "Doelen"),
        lijst("Doelen", "doel in afspraak.doelen", kolommen, Opmaak(eigen="doel.eigen")),
    )


def _acties() -> str:
    """Return what partijen do this year for an afspraak."""
    bod = (
        "{% if actie.indicator and actie.bod %}{{ actie.indicator }}: {% endif %}",
        tekst("{{ actie.bod }}", "Nadruk"),
        "{% if actie.bedrag %}{% if actie.bod %}, {% endif %}{{ actie.bedrag }}{% endif %}",
    )
    kolommen = (
        Kolom("Partij", (tekst("{{r actie.anker|anker }}"), *partij_van("actie")), 1650),
        Kolom("Activiteit", "{{ actie.activiteit }}", 3552),
        Kolom("Planning", "{{ actie.planning }}", 1650),
        Kolom("Indicator en bod", bod, 2560),
    )
    return als(
        "afspraak.acties",
        alinea("Heading3", "Wat doen we in {{ jaar }}?"),
        lijst("Acties", "actie in afspraak.acties", kolommen, Opmaak(eigen="actie.eigen")),
    )


def _cijfers() -> str:
    """Return how far the offers bring the targets."""
    kolommen = (
        Kolom("Partij", partij_van("cijfer"), 2150),
        Kolom("Doel", "{{ cijfer.doel }}", 1150, getal=True),
        Kolom("Gerealiseerd", "{{ cijfer.realisatie }}", 1200, getal=True),
        Kolom("Rest", "{{ cijfer.rest }}", 850, getal=True),
        Kolom("Nodig", "{{ cijfer.nodig }}", 850, getal=True),
        Kolom("Bod", "{{ cijfer.bod }}", 850, getal=True),
        Kolom("Verschil", "{{ cijfer.verschil }}", 900, getal=True),
        Kolom("Stand", "{{ cijfer.oordeel }}", BREEDTE - 7950),
    )
    opmaak = Opmaak(prefix="Cijfer", eigen="cijfer.eigen", groep="cijfer.indicator")
    return als(
        "afspraak.cijfers",
        alinea("Heading3", "Stand van de cijfers"),
        lijst("Stand van de cijfers", "cijfer in afspraak.cijfers", kolommen, opmaak),
    )
