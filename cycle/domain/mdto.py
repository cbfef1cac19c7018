"""Mdto: the metadata of an archiefdossier as MDTO-XML 1.0.1, written by our own hand.

MDTO is the standard of the Nationaal Archief for metadata of government information; each
file describes one informatieobject or one bestand. The order of the elements is fixed, and
an element without content is left out: a later version of the schema refuses it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

import pendulum

from cycle.domain.archief import Archiefregels, Waardering
from cycle.domain.bestandsformaat import Bestandsformaat

NAMESPACE: Final = "https://www.nationaalarchief.nl/mdto"
BRON: Final = "jaarschijf"
"""Where our own identifications come from."""
_OPEN_TEKENS: Final = {ord(teken): None for teken in map(chr, range(32)) if teken not in "\t\n\r"}

Knoop = tuple[str, "str | tuple[Knoop, ...]"]
"""One element: its name, and its text or the elements inside."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Another object: its name, and its identification when it has one."""

    naam: str
    kenmerk: str = ""
    bron: str = BRON


@dataclass(frozen=True, slots=True)
class Archiefgebeurtenis:
    """Something that happened to an informatieobject: a word of the list of MDTO, and when."""

    soort: str
    op: pendulum.Date
    wie: str = ""
    resultaat: str = ""


@dataclass(frozen=True, slots=True)
class Informatieobject:
    """A dossier or an archiefstuk, as MDTO describes it.

    `betrokkenen` are pairs of what somebody was to it, and who.
    """

    kenmerk: str
    naam: str
    niveau: str
    omschrijving: str
    van: pendulum.Date
    tot_en_met: pendulum.Date
    gemeente: str
    gebeurtenissen: tuple[Archiefgebeurtenis, ...] = ()
    onderdeel_van: Verwijzing | None = None
    onderdelen: tuple[Verwijzing, ...] = ()
    representaties: tuple[Verwijzing, ...] = ()
    betrokkenen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Archiefbestand:
    """One file, as MDTO describes it; `omvang` is its number of bytes."""

    kenmerk: str
    naam: str
    omvang: int
    formaat: Bestandsformaat
    sha256: str
    op: pendulum.Date
    van: Verwijzing


def write_informatieobject(object_: Informatieobject, regels: Archiefregels) -> bytes:
    """Return the metadata of a dossier or an archiefstuk as MDTO-XML."""
    knopen: tuple[Knoop, ...] = (
        _identificatie("identificatie", object_.kenmerk, BRON),
        ("naam", object_.naam),
        _begrip("aggregatieniveau", object_.niveau, _mdto("Aggregatieniveaus")),
        ("omschrijving", object_.omschrijving),
        (
            "dekkingInTijd",
            (
                _begrip("dekkingInTijdType", "Looptijd", "Begrippenlijst jaarschijf"),
                ("dekkingInTijdBegindatum", object_.van.to_date_string()),
                ("dekkingInTijdEinddatum", object_.tot_en_met.to_date_string()),
            ),
        ),
        _verwijzing("dekkingInRuimte", Verwijzing(f"Gemeente {object_.gemeente}")),
        ("taal", "nl"),
        *(_gebeurtenis(g) for g in object_.gebeurtenissen),
        *_waardering(object_, regels),
        *((_verwijzing("isOnderdeelVan", object_.onderdeel_van),) if object_.onderdeel_van else ()),
        *(_verwijzing("bevatOnderdeel", v) for v in object_.onderdelen),
        *(_verwijzing("heeftRepresentatie", v) for v in object_.representaties),
        _verwijzing("archiefvormer", Verwijzing(regels.archiefvormer, regels.kenmerk, regels.bron)),
        *(_betrokkene(relatie, wie) for relatie, wie in object_.betrokkenen),
        _verwijzing("activiteit", Verwijzing("Prestatieafspraken maken (Woningwet art. 44)")),
        ("beperkingGebruik", (_beperking(regels.beperking),)),
    )
    return _write("informatieobject", knopen)


def write_bestand(bestand: Archiefbestand) -> bytes:
    """Return the metadata of one file as MDTO-XML."""
    knopen: tuple[Knoop, ...] = (
        _identificatie("identificatie", bestand.kenmerk, BRON),
        ("naam", bestand.naam),
        ("omvang", str(bestand.omvang)),
        _begrip(
            "bestandsformaat", bestand.formaat.naam, bestand.formaat.lijst, bestand.formaat.code
        ),
        (
            "checksum",
            (
                _begrip("checksumAlgoritme", "SHA-256", _mdto("ChecksumAlgoritme")),
                ("checksumWaarde", bestand.sha256),
                ("checksumDatum", f"{bestand.op.to_date_string()}T00:00:00"),
            ),
        ),
        _verwijzing("isRepresentatieVan", bestand.van),
    )
    return _write("bestand", knopen)


def _waardering(object_: Informatieobject, regels: Archiefregels) -> Iterable[Knoop]:
    """Yield how long it is kept, and by which number of which selectielijst.

    The term runs from the end of the period that it is about.
    """
    lijst = _mdto("Waarderingen")
    if regels.waardering is Waardering.BLIJVEND:
        yield _begrip("waardering", "Blijvend te bewaren", lijst, "B")
    else:
        yield _begrip("waardering", "Tijdelijk te bewaren", lijst, "V")
        einde = object_.tot_en_met.add(years=regels.bewaartermijn)
        yield (
            "bewaartermijn",
            (
                _begrip(
                    "termijnTriggerStartLooptijd", "Einde looptijd", "Begrippenlijst jaarschijf"
                ),
                ("termijnStartdatumLooptijd", object_.tot_en_met.to_date_string()),
                ("termijnLooptijd", f"P{regels.bewaartermijn}Y"),
                ("termijnEinddatum", einde.to_date_string()),
            ),
        )
    yield _begrip(
        "informatiecategorie",
        f"Categorie {regels.categorie}",
        regels.selectielijst,
        regels.categorie,
    )


def _gebeurtenis(gebeurtenis: Archiefgebeurtenis) -> Knoop:
    """Return one event."""
    wie, resultaat = gebeurtenis.wie, gebeurtenis.resultaat
    return (
        "event",
        (
            _begrip("eventType", gebeurtenis.soort, _mdto("EventTypeLijst")),
            ("eventTijd", gebeurtenis.op.to_date_string()),
            *((_verwijzing("eventVerantwoordelijkeActor", Verwijzing(wie)),) if wie else ()),
            ("eventResultaat", resultaat),
        ),
    )


def _betrokkene(relatie: str, wie: str) -> Knoop:
    """Return who was involved, and how."""
    return (
        "betrokkene",
        (
            _begrip("betrokkeneTypeRelatie", relatie, "Begrippenlijst jaarschijf"),
            _verwijzing("betrokkeneActor", Verwijzing(wie)),
        ),
    )


def _beperking(tekst: str) -> Knoop:
    """Return what limits the use; the list of MDTO is open."""
    return _begrip("beperkingGebruikType", tekst, _mdto("BeperkingGebruikTypeLijst"))


def _mdto(lijst: str) -> str:
    """Return the full name of a list that comes with MDTO."""
    return f"Begrippenlijst {lijst} MDTO"


def _identificatie(naam: str, kenmerk: str, bron: str) -> Knoop:
    """Return an identification."""
    return (naam, (("identificatieKenmerk", kenmerk), ("identificatieBron", bron)))


def _verwijzing(naam: str, verwijzing: Verwijzing) -> Knoop:
    """Return a reference, with its identification when it has one."""
    kern: tuple[Knoop, ...] = (("verwijzingNaam", verwijzing.naam),)
    if verwijzing.kenmerk:
        deel = _identificatie("verwijzingIdentificatie", verwijzing.kenmerk, verwijzing.bron)
        kern = (*kern, deel)
    return (naam, kern)


def _begrip(naam: str, label: str, lijst: str, code: str = "") -> Knoop:
    """Return a word of a list."""
    return (
        naam,
        (
            ("begripLabel", label),
            ("begripCode", code),
            ("begripBegrippenlijst", (("verwijzingNaam", lijst),)),
        ),
    )


def _write(soort: str, knopen: tuple[Knoop, ...]) -> bytes:
    """Return a whole file."""
    regels = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<MDTO xmlns="{NAMESPACE}">',
        *_lines((soort, knopen), "  "),
        "</MDTO>",
    ]
    return ("\n".join(regels) + "\n").encode()


def _lines(knoop: Knoop, inspringing: str) -> Iterable[str]:
    """Yield one element as lines; nothing when it is empty."""
    naam, inhoud = knoop
    if isinstance(inhoud, str):
        schoon = " ".join(inhoud.translate(_OPEN_TEKENS).split())
        if schoon:
            yield f"{inspringing}<{naam}>{escape(schoon)}</{naam}>"
        return
    binnen = [regel for deel in inhoud for regel in _lines(deel, inspringing + "  ")]
    if binnen:
        yield from (f"{inspringing}<{naam}>", *binnen, f"{inspringing}</{naam}>")
