"""Laden: puts all files of one samenwerking together and checks what refers to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from cycle.domain.afspraak import Afspraak
from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.opmaak import INLEIDING
from cycle.domain.samenwerking import Jaar, Realisatie, Samenwerking
from cycle.domain.thema import Thema
from cycle.domain.verdeling import Verdeling
from cycle.library.beelden import Beelden
from cycle.library.bestand import Bestand, read_bestand
from cycle.library.bestandenlijst import (
    HOOFDBESTAND,
    SPECIFICATIES,
    check_bestanden,
    list_bestanden,
)
from cycle.library.bevindingen import Bevindingen
from cycle.library.bijlagen import read_realisaties, read_specificaties
from cycle.library.indicatoren import read_indicatoren
from cycle.library.lopendetekst import check_tekst
from cycle.library.markdown import split_bestand
from cycle.library.omgeving import Omgeving
from cycle.library.regelprofielen import list_regelprofielen
from cycle.library.register import Naamsoort, Register
from cycle.library.samenwerking import Kern, read_kern
from cycle.library.suggestie import advies
from cycle.library.thema import read_thema
from cycle.library.tomltabel import TomlTabel, read_toml
from cycle.library.verdeling import BESTAND as VERDELING
from cycle.library.verdeling import read_verdelingen


@dataclass(frozen=True, slots=True)
class _Map:
    """The folder of one samenwerking while it is read; `aanwezig` are its file names."""

    content: Path
    naam: str
    aanwezig: tuple[str, ...]
    omgeving: Omgeving

    def read(self, bestandsnaam: str) -> Bestand | None:
        """Return a file of this folder, None with a finding when it cannot be read."""
        return read_bestand(self.content, f"{self.naam}/{bestandsnaam}", self.omgeving.bevindingen)


def read_samenwerking(content: Path, naam: str, bevindingen: Bevindingen) -> Samenwerking:
    """Return a samenwerking without its hash; it is only sound when no fault was found.

    Raises:
        InhoudOnbruikbaar: the main file is missing or is no TOML, so that nothing else
            has a meaning.
    """
    register = Register(bevindingen)
    indicatoren = read_indicatoren(content, register, bevindingen)
    bron = _read_hoofdbestand(content, naam, bevindingen)
    fouten = len(bevindingen)
    kern = read_kern(bron, register, bevindingen)
    is_gaaf = len(bevindingen) == fouten
    _check_regelprofiel(content, kern, bevindingen)
    beelden = Beelden(content / naam, bevindingen)
    omgeving = Omgeving(kern.partijen, register, bevindingen, beelden, check_inzet=is_gaaf)
    map_ = _Map(content, naam, tuple(list_bestanden(content / naam)), omgeving)
    samenwerking = Samenwerking(
        code=naam,
        naam=kern.naam,
        gemeente=kern.gemeente,
        titel=kern.titel,
        inleiding=_read_inleiding(map_),
        van=kern.van,
        tot_en_met=kern.tot_en_met,
        peildatum=kern.peildatum,
        partijen=kern.partijen,
        themas=_read_themas(map_, kern),
        indicatoren=indicatoren,
        kaders=kern.kaders,
        dossiers=kern.dossiers,
        jaren=_add_specificaties(map_, kern.jaren),
        realisaties=_read_realisaties(map_),
        content_hash="",
        voorbeeld=kern.voorbeeld,
        schoolregio=kern.schoolregio,
        regelprofiel=kern.regelprofiel,
        beelden=beelden.gelezen,
        verdelingen=_read_verdelingen(map_),
        herinnerregels=kern.herinnerregels,
        archief=kern.archief,
        tekenvolgorde=kern.tekenvolgorde,
    )
    register.close()
    _check_nummers(samenwerking.afspraken, bevindingen)
    return samenwerking


def _read_hoofdbestand(content: Path, naam: str, bevindingen: Bevindingen) -> TomlTabel:
    """Return the main file as a table."""
    bestand = read_bestand(content, f"{naam}/{HOOFDBESTAND}", bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        raise InhoudOnbruikbaar(bevindingen.lijst())
    return bron


def _check_regelprofiel(content: Path, kern: Kern, bevindingen: Bevindingen) -> None:
    """Report a chosen profile that is not there."""
    bekend = list_regelprofielen(content)
    if kern.regelprofiel and kern.regelprofiel not in bekend:
        bevindingen.fout(
            "I128",
            kern.bron.plek("regelprofiel"),
            f"Het regelprofiel '{kern.regelprofiel}' is niet bekend.",
            advies(kern.regelprofiel, bekend),
        )


def _read_inleiding(map_: _Map) -> str:
    """Return the introduction as Markdown."""
    bestand = map_.read("inleiding.md")
    if bestand is None:
        return ""
    geheel = split_bestand(bestand, ())[0]
    check_tekst(geheel, map_.omgeving, INLEIDING)
    return bestand.tekst.strip()


def _read_themas(map_: _Map, kern: Kern) -> tuple[Thema, ...]:
    """Return the themas in the order of the list in the main file."""
    bevindingen, register = map_.omgeving.bevindingen, map_.omgeving.register
    fouten = len(bevindingen)
    for dubbel in sorted({t for t in kern.themas if kern.themas.count(t) > 1}):
        plek = kern.bron.plek("themas", dubbel)
        bevindingen.fout("I132", plek, f"Het thema '{dubbel}' staat er twee keer.")
    genoemd = {thema: kern.bron.plek("themas", thema) for thema in kern.themas}
    # without any listed thema every file would seem unlisted: the list has its own finding
    aanwezig = map_.aanwezig if genoemd else ()
    te_lezen = check_bestanden(map_.naam, aanwezig, genoemd, bevindingen)
    bestanden = [map_.read(bestandsnaam) for bestandsnaam in te_lezen]
    if len(bevindingen) > fouten or not genoemd:
        register.mark_onvolledig(Naamsoort.THEMA)
        register.mark_onvolledig(Naamsoort.AFSPRAAK)
    return tuple(read_thema(bestand, map_.omgeving) for bestand in bestanden if bestand)


def _add_specificaties(map_: _Map, jaren: Mapping[int, Jaar]) -> dict[int, Jaar]:
    """Return the years, each with its specification annex when there is one."""
    met_bijlage = dict(jaren)
    for bestandsnaam in map_.aanwezig:
        gevonden = SPECIFICATIES.fullmatch(bestandsnaam)
        bestand = map_.read(bestandsnaam) if gevonden else None
        if gevonden is None or bestand is None:
            continue
        nummer = int(gevonden[1])
        leeg = Jaar(jaar=nummer, prioriteiten=(), bijeenkomsten=())
        met_bijlage[nummer] = replace(
            met_bijlage.get(nummer, leeg),
            specificaties=read_specificaties(
                bestand, map_.omgeving.register, map_.omgeving.bevindingen
            ),
        )
    return met_bijlage


def _read_realisaties(map_: _Map) -> tuple[Realisatie, ...]:
    """Return what was reached, nothing when the file is not there."""
    bestand = map_.read("realisatie.md") if "realisatie.md" in map_.aanwezig else None
    if bestand is None:
        return ()
    return read_realisaties(bestand, map_.omgeving.register, map_.omgeving.bevindingen)


def _read_verdelingen(map_: _Map) -> tuple[Verdeling, ...]:
    """Return the tasks that are shared naar rato, nothing when the file is not there."""
    bestand = map_.read(VERDELING) if VERDELING in map_.aanwezig else None
    if bestand is None:
        return ()
    return read_verdelingen(bestand, map_.omgeving.register, map_.omgeving.bevindingen)


def _check_nummers(afspraken: Sequence[Afspraak], bevindingen: Bevindingen) -> None:
    """Report numbers used twice, and warn about numbers that were skipped.

    An afspraak that was copied whole has the same id too, and that is found already.
    """
    eerste: dict[int, Afspraak] = {}
    for afspraak in afspraken:
        ander = eerste.setdefault(afspraak.nummer, afspraak)
        if ander.id != afspraak.id:
            melding = f"Het nummer {afspraak.nummer} is al gebruikt op {ander.plek}."
            bevindingen.fout("I130", afspraak.plek, melding)
    if bevindingen.has_fouten():
        # the skipped number may be the one that has a fault
        return
    for vorige, volgende in pairwise(sorted(eerste)):
        if volgende > vorige + 1:
            bevindingen.waarschuwing(
                "I133",
                eerste[volgende].plek,
                f"Na afspraak {vorige} komt afspraak {volgende}. Er is een nummer overgeslagen.",
            )
