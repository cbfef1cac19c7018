"""Toets: the template of the report of a check, with what must be talked about first."""

from collections.abc import Sequence
from html import escape
from typing import Final

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
from cycle.documents.basissjablonen.kleuren import GRIJS, GROEN
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx

_ROOD: Final = "A3201D"
_OKER: Final = "805300"
_KLEUREN: Final = {"rood": _ROOD, "oker": _OKER, "groen": GROEN, "grijs": GRIJS}
"""Colour of each light; the symbol and the word say the same."""
_NIEUWE_PAGINA: Final = "<w:pageBreakBefore/>"
_LOS: Final = '<w:spacing w:before="0" w:after="100"/>'


def make_toets() -> bytes:
    """Return the template of the report as docx."""
    return make_docx(
        Inhoud(
            body=_eerste_pagina() + _meer_punten() + _themas() + _toezeggingen() + _herkomst(),
            kop=koptekst(),
            voet=voettekst("Stand van zaken {{ moment }} {{ jaar }}"),
            titel="Stand van zaken {{ moment }} {{ jaar }}",
            onderwerp="Jaarschijf {{ jaar }}, versie {{ versie }}, code {{ code }}",
            eerste_pagina=True,
        )
    )


def _eerste_pagina() -> str:
    """Return what there is to talk about, on one page."""
    return (
        alinea("Heading1", "Stand van zaken {{ moment }} {{ jaar }}")
        + alinea(
            "Normal",
            "Stand op {{ peildatum }}, voor het tripartiet overleg op {{ overleg }}. Gemaakt op "
            "{{ datum }} bij versie {{ versie }} van de jaarschijf.",
            extra=_LOS,
        )
        + alinea("Mededeling", tekst("{{ telling }}", "Nadruk"))
        + als(
            "zonder_opgave",
            alinea(
                "Normal", tekst("Nog geen opgave van: ", "Nadruk"), "{{ zonder_opgave }}.",
                extra=_LOS,
            ),
        )
        + als("voorbeeld", alinea("Noot", "{{ voorbeeld }}"))
        + als(
            "punten",
            _kop("Hier spreken de partijen over"),
            _puntentabel("Hier spreken de partijen over", "punten"),
        )
        + als("not punten", alinea("Normal", "Er zijn geen afwijkingen gemeld."))
        + als("meer", alinea("Noot", "{{ meer }}"))
    )  # fmt: skip


def _meer_punten() -> str:
    """Return the points that did not fit on the first page."""
    titel = "Meer om over te spreken"
    return als("meer_punten", _kop(titel, extra=_NIEUWE_PAGINA), _puntentabel(titel, "meer_punten"))


def _themas() -> str:
    """Return every row, per thema."""
    kolommen = (
        Kolom("Partij", "{{ regel.partij }}", 1460),
        Kolom("Wat", "{{ regel.onderwerp }}", 2390),
        Kolom("Nodig dit jaar", "{{ regel.nodig }}", 1200),
        Kolom("Bereikt", "{{ regel.bereikt }}", 1200),
        Kolom("Licht", _licht("regel"), 1270),
        Kolom("Hoe staat het", _uitleg("regel"), BREEDTE - 7520),
    )
    opmaak = Opmaak(groep="regel.afspraak")
    return (
        alinea("Heading1", "Alle afspraken per thema", extra=_NIEUWE_PAGINA)
        + alinea(
            "Normal",
            "Het programma vergelijkt wat er is bereikt met het deel van het jaar dat voorbij is. "
            "Het kijkt ook naar wat de partij zelf meldt. Een cijfer dat niet bekend is, telt niet "
            "als nul.",
            extra=_LOS,
        )
        + alinea("Normal", "● op koers, ▲ let op, ■ wijkt af, ○ niet bekend.", extra=_LOS)
        + voor(
            "thema in themas",
            _kop("{{ thema.naam }}"),
            lijst("{{ thema.naam }}", "regel in thema.regels", kolommen, opmaak),
            alinea("Tussenruimte"),
        )
    )


def _toezeggingen() -> str:
    """Return what partijen promised beside their own afspraken."""
    titel = "Toezeggingen en eigen voorstellen"
    kolommen = (
        Kolom("Partij", "{{ toezegging.partij }}", 1700),
        Kolom("Voor wie", "{{ toezegging.onderwerp }}", 1700),
        Kolom("Wat", "{{ toezegging.afspraak }}", 2500),
        Kolom("Licht", _licht("toezegging"), 1250),
        Kolom("Hoe staat het", _uitleg("toezegging"), BREEDTE - 7150),
    )
    return als(
        "toezeggingen",
        _kop(titel),
        lijst(titel, "toezegging in toezeggingen", kolommen),
        alinea("Tussenruimte"),
    )


def _herkomst() -> str:
    """Return the annex: every figure with the submission and the cell it came from."""
    titel = "Bijlage: waar de cijfers vandaan komen"
    kolommen = (
        Kolom("Nr.", "{{ bron.nummer }}", 560),
        Kolom("Partij", "{{ bron.partij }}", 1600),
        Kolom("Cijfer", "{{ bron.wat }}", 2500),
        Kolom("Waarde", "{{ bron.waarde }}", 1200),
        Kolom("Plek", "{{ bron.plek }}", 2052),
        Kolom("Inzending", "{{ bron.inzending }}", 1500),
    )
    return als(
        "bronnen",
        alinea("Heading1", titel, extra=_NIEUWE_PAGINA),
        lijst(titel, "bron in bronnen", kolommen),
    ) + alinea("Tussenruimte")


def _kop(woorden: str, *, extra: str = "") -> str:
    """Return a heading of the second level."""
    return alinea("Heading2", woorden, extra=extra)


def _puntentabel(titel: str, lus: str) -> str:
    """Return a table of points to talk about."""
    kolommen: Sequence[Kolom] = (
        Kolom("Nr.", "{{ punt.nummer }}", 560),
        Kolom("Afspraak", "{{ punt.afspraak }}", 2300),
        Kolom("Partij", "{{ punt.partij }}", 1700),
        Kolom("Licht", _licht("punt"), 1300),
        Kolom("Stand van zaken", "{{ punt.stand }}", BREEDTE - 5860),
    )
    return lijst(titel, f"punt in {lus}", kolommen)


def _licht(naam: str) -> tuple[str, ...]:
    """Return a light in its colour: one run per colour, of which one is shown."""
    return tuple(
        _gekleurd(f"{{% if {naam}.kleur == '{kleur}' %}}{{{{ {naam}.licht }}}}{{% endif %}}", rgb)
        for kleur, rgb in _KLEUREN.items()
    )


def _uitleg(naam: str) -> tuple[str, ...]:
    """Return how it stands: the choice of the partij, its toelichting, and a chosen light."""
    return (
        tekst(f"{{{{ {naam}.stand }}}}", "Nadruk"),
        f"{{% if {naam}.toelichting %}}. {{{{ {naam}.toelichting }}}}{{% endif %}}",
        f"{{% if {naam}.aangepast %}} ({{{{ {naam}.aangepast }}}}){{% endif %}}",
    )


def _gekleurd(inhoud: str, kleur: str) -> str:
    """Return one bold run in a colour."""
    return (
        f'<w:r><w:rPr><w:b/><w:color w:val="{kleur}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(inhoud, quote=False)}</w:t></w:r>'
    )
