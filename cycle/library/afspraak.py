"""Afspraak: a section ``## 1. Titel {#id}`` of a thema."""

import re
from typing import Final

from cycle.domain.afspraak import SAMEN, Aard, Afspraak, Doelwaarde, Rol
from cycle.domain.opmaak import AFSPRAAKTEKST, TOELICHTING
from cycle.library.bevindingen import Bevindingen
from cycle.library.doelen import read_doelen
from cycle.library.fasering import add_fasering
from cycle.library.gegevens import Gegevens, Sleutels, read_gegevens
from cycle.library.lopendetekst import check_tekst
from cycle.library.markdown import Sectie, split_sectie
from cycle.library.omgeving import Omgeving
from cycle.library.register import Naamsoort, Register
from cycle.library.suggestie import advies
from cycle.library.wie import read_wie

KOP: Final = re.compile(r"(?P<nummer>[0-9]{1,4})\.\s+(?P<titel>.+)")

_SLEUTELS = Sleutels(
    bekend=("Aard", "Wie", "Voorwaarde", "Begrip", "Termijn", "Elk jaar", "Dossier", "Twijfel"),
    verplicht=("Aard", "Wie"),
    vaker=("Voorwaarde", "Begrip", "Twijfel"),
)
_KOPPEN = ("Toelichting", "Doelen", "Fasering")


def read_afspraak(sectie: Sectie, nummer: int, titel: str, omgeving: Omgeving) -> Afspraak:
    """Return one afspraak; every fault in it is collected."""
    hoofd, *onderdelen = split_sectie(sectie, (3,))
    gegevens = read_gegevens(hoofd, _SLEUTELS, omgeving.bevindingen)
    fouten = len(omgeving.bevindingen)
    inzet = _read_inzet(gegevens, omgeving)
    wie_is_gaaf = bool(inzet) and len(omgeving.bevindingen) == fouten
    secties = _read_onderdelen(onderdelen, omgeving.bevindingen)
    tekst = hoofd.rest(gegevens.einde)
    check_tekst(tekst, omgeving, AFSPRAAKTEKST)
    toelichting = secties.get("Toelichting")
    if toelichting:
        check_tekst(toelichting, omgeving, TOELICHTING)
    doelen = _read_doelen(secties, omgeving)
    if wie_is_gaaf and omgeving.check_inzet:
        _check_inzet(doelen, inzet, omgeving)
    return Afspraak(
        id=sectie.code,
        nummer=nummer,
        titel=titel,
        tekst=tekst.tekst,
        toelichting=toelichting.tekst if toelichting else "",
        aard=_read_aard(gegevens, omgeving.bevindingen),
        inzet=inzet,
        doelen=doelen,
        plek=sectie.plek,
        voorwaarden=tuple(gegeven.waarde for gegeven in gegevens.alle("Voorwaarde")),
        begrippen=_read_begrippen(gegevens, omgeving.bevindingen),
        termijn=gegevens.tekst("Termijn"),
        elk_jaar=_read_elk_jaar(gegevens, omgeving.bevindingen),
        dossier=_read_dossier(gegevens, omgeving.register),
        twijfels=tuple(gegeven.waarde for gegeven in gegevens.alle("Twijfel")),
    )


def _read_onderdelen(onderdelen: list[Sectie], bevindingen: Bevindingen) -> dict[str, Sectie]:
    """Return the parts below ``###`` by name; unknown and double ones are faults."""
    secties: dict[str, Sectie] = {}
    for onderdeel in onderdelen:
        if onderdeel.titel not in _KOPPEN:
            bevindingen.fout(
                "I150",
                onderdeel.plek,
                f"De kop '{onderdeel.titel}' past niet onder een afspraak.",
                advies(onderdeel.titel, _KOPPEN),
            )
        elif onderdeel.titel in secties:
            bevindingen.fout(
                "I132", onderdeel.plek, f"De kop '{onderdeel.titel}' staat er twee keer."
            )
        secties.setdefault(onderdeel.titel, onderdeel)
    return secties


def _read_inzet(gegevens: Gegevens, omgeving: Omgeving) -> dict[str, Rol]:
    """Return who takes part, empty when 'Wie' is missing."""
    wie = gegevens.een("Wie")
    if wie is None:
        return {}
    return read_wie(wie, omgeving.partijen, omgeving.register, omgeving.bevindingen)


def _read_doelen(secties: dict[str, Sectie], omgeving: Omgeving) -> tuple[Doelwaarde, ...]:
    """Return the targets with their fasering.

    With an unknown heading the targets may stand below that, so none is missed.
    """
    fouten = len(omgeving.bevindingen)
    doelen: tuple[Doelwaarde, ...] = ()
    if "Doelen" in secties:
        doelen = read_doelen(secties["Doelen"], omgeving.register, omgeving.bevindingen)
    if "Fasering" not in secties:
        return doelen
    is_gaaf = set(secties) <= set(_KOPPEN) and omgeving.register.is_volledig(Naamsoort.AFSPRAAK)
    bekend = all(
        omgeving.register.kent(Naamsoort.INDICATOR, doel.indicator)
        and (doel.partij == SAMEN or omgeving.register.kent(Naamsoort.PARTIJ, doel.partij))
        for doel in doelen
    )
    return add_fasering(
        secties["Fasering"],
        doelen,
        omgeving.register,
        omgeving.bevindingen,
        is_gaaf=bekend and is_gaaf and len(omgeving.bevindingen) == fouten,
    )


def _check_inzet(doelen: tuple[Doelwaarde, ...], inzet: dict[str, Rol], omgeving: Omgeving) -> None:
    """Report, once per partij, targets of one that has nothing to do for this afspraak."""
    if not all(omgeving.register.kent(Naamsoort.PARTIJ, partij) for partij in inzet):
        return
    eerste = {doel.partij: doel for doel in reversed(doelen)}
    for doel in eerste.values():
        doet_mee = inzet.get(doel.partij, Rol.GEINFORMEERD) is not Rol.GEINFORMEERD
        if omgeving.register.kent(Naamsoort.PARTIJ, doel.partij) and not doet_mee:
            omgeving.bevindingen.fout(
                "I160",
                doel.plek,
                f"De partij '{doel.partij}' heeft hier een doel, maar doet volgens 'Wie' niet mee.",
            )


def _read_aard(gegevens: Gegevens, bevindingen: Bevindingen) -> Aard:
    """Return what kind of promise this is."""
    gegeven = gegevens.een("Aard")
    if gegeven is None:
        return Aard.PRESTATIE
    try:
        return Aard(gegeven.waarde)
    except ValueError:
        bevindingen.fout(
            "I113",
            gegeven.plek,
            f"Bij 'Aard' kan '{gegeven.waarde}' niet.",
            advies(gegeven.waarde, [aard.value for aard in Aard]),
        )
        return Aard.PRESTATIE


def _read_begrippen(gegevens: Gegevens, bevindingen: Bevindingen) -> dict[str, str]:
    """Return words with a special meaning, written as ``term = betekenis``."""
    begrippen: dict[str, str] = {}
    for gegeven in gegevens.alle("Begrip"):
        term, _, betekenis = (deel.strip() for deel in gegeven.waarde.partition("="))
        if not term or not betekenis:
            bevindingen.fout(
                "I151",
                gegeven.plek,
                f"Het begrip '{gegeven.waarde}' is niet te lezen.",
                "Schrijf het zo: toegankelijk = zonder traplopen bereikbaar.",
            )
        begrippen[term] = betekenis
    return begrippen


def _read_elk_jaar(gegevens: Gegevens, bevindingen: Bevindingen) -> bool:
    """Return whether this afspraak is filled in anew every year."""
    gegeven = gegevens.een("Elk jaar")
    if gegeven is not None and gegeven.waarde not in ("ja", "nee"):
        bevindingen.fout(
            "I113", gegeven.plek, f"Bij 'Elk jaar' kan '{gegeven.waarde}' niet.", "Kies ja of nee."
        )
    return gegeven is not None and gegeven.waarde == "ja"


def _read_dossier(gegevens: Gegevens, register: Register) -> str:
    """Return the code of the dossier this afspraak belongs to, "" when there is none."""
    gegeven = gegevens.een("Dossier")
    if gegeven is None:
        return ""
    register.refer(Naamsoort.DOSSIER, gegeven.waarde, gegeven.plek)
    return gegeven.waarde
