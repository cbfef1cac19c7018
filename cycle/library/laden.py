"""Laden: puts all files of one samenwerking together and checks what refers to what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from cycle.domain.afspraak import Afspraak
from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.samenwerking import Jaar, Realisatie, Samenwerking
from cycle.domain.thema import Thema
from cycle.library.afspraak import Omgeving
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.bijlagen import read_realisaties, read_specificaties
from cycle.library.indicatoren import read_indicatoren
from cycle.library.map import HOOFDBESTAND, SPECIFICATIES, check_bestanden, list_bestanden
from cycle.library.register import Naamsoort, Register
from cycle.library.samenwerking import Kern, read_kern
from cycle.library.thema import read_thema
from cycle.library.tomltabel import read_toml


def read_samenwerking(content: Path, naam: str, bevindingen: Bevindingen) -> Samenwerking:
    """Return a samenwerking without its hash; it is only sound when nothing was found.

    A main file that cannot be read at all ends the reading: nothing else has a meaning
    without it.

    Raises:
        InhoudOnbruikbaar: the main file is missing or is no TOML.
    """
    register = Register(bevindingen)
    indicatoren = read_indicatoren(content, register, bevindingen)
    bestand = read_bestand(content, f"{naam}/{HOOFDBESTAND}", bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        raise InhoudOnbruikbaar(bevindingen.lijst())
    fouten = len(bevindingen)
    kern = read_kern(bron, register, bevindingen)
    omgeving = Omgeving(
        kern.partijen, register, bevindingen, check_inzet=len(bevindingen) == fouten
    )
    aanwezig = list_bestanden(content / naam)
    themas = _read_themas(content, naam, kern, aanwezig, omgeving)
    inleiding = read_bestand(content, f"{naam}/inleiding.md", bevindingen)
    samenwerking = Samenwerking(
        code=naam,
        naam=kern.naam,
        gemeente=kern.gemeente,
        titel=kern.titel,
        inleiding=inleiding.tekst.strip() if inleiding else "",
        van=kern.van,
        tot_en_met=kern.tot_en_met,
        peildatum=kern.peildatum,
        partijen=kern.partijen,
        themas=themas,
        indicatoren=indicatoren,
        kaders=kern.kaders,
        dossiers=kern.dossiers,
        jaren=_add_specificaties(content, naam, kern.jaren, omgeving),
        realisaties=_read_realisaties(content, naam, aanwezig, omgeving),
        content_hash="",
        voorbeeld=kern.voorbeeld,
        schoolregio=kern.schoolregio,
    )
    _check_nummers(samenwerking.afspraken, register, bevindingen)
    register.close()
    return samenwerking


def _read_themas(
    content: Path, naam: str, kern: Kern, aanwezig: Sequence[str], omgeving: Omgeving
) -> tuple[Thema, ...]:
    """Return the themas in the order of the list in the main file."""
    fouten = len(omgeving.bevindingen)
    genoemd = {bestand: kern.bron.plek("themas", bestand) for bestand in kern.themas}
    te_lezen = check_bestanden(naam, aanwezig if genoemd else (), genoemd, omgeving.bevindingen)
    bestanden = [
        read_bestand(content, f"{naam}/{bestand}", omgeving.bevindingen) for bestand in te_lezen
    ]
    if len(omgeving.bevindingen) > fouten or not genoemd:
        omgeving.register.mark_onvolledig(Naamsoort.THEMA)
        omgeving.register.mark_onvolledig(Naamsoort.AFSPRAAK)
    return tuple(read_thema(bestand, omgeving) for bestand in bestanden if bestand)


def _add_specificaties(
    content: Path, naam: str, jaren: Mapping[int, Jaar], omgeving: Omgeving
) -> dict[int, Jaar]:
    """Return the years, each with its specification annex when there is one."""
    met_bijlage = dict(jaren)
    for bestandsnaam in list_bestanden(content / naam):
        gevonden = SPECIFICATIES.fullmatch(bestandsnaam)
        if gevonden is None:
            continue
        bestand = read_bestand(content, f"{naam}/{bestandsnaam}", omgeving.bevindingen)
        if bestand is None:
            continue
        nummer = int(gevonden[1])
        leeg = Jaar(jaar=nummer, prioriteiten=(), bijeenkomsten=())
        met_bijlage[nummer] = replace(
            met_bijlage.get(nummer, leeg),
            specificaties=read_specificaties(bestand, omgeving.register, omgeving.bevindingen),
        )
    return met_bijlage


def _read_realisaties(
    content: Path, naam: str, aanwezig: Sequence[str], omgeving: Omgeving
) -> tuple[Realisatie, ...]:
    """Return what was reached, nothing when the file is not there."""
    if "realisatie.md" not in aanwezig:
        return ()
    bestand = read_bestand(content, f"{naam}/realisatie.md", omgeving.bevindingen)
    if bestand is None:
        return ()
    return read_realisaties(bestand, omgeving.register, omgeving.bevindingen)


def _check_nummers(
    afspraken: Sequence[Afspraak], register: Register, bevindingen: Bevindingen
) -> None:
    """Report numbers used twice, and warn about numbers that were skipped."""
    eerste: dict[int, Afspraak] = {}
    for afspraak in afspraken:
        ander = eerste.setdefault(afspraak.nummer, afspraak)
        if ander is not afspraak:
            bevindingen.fout(
                "I130",
                afspraak.plek,
                f"Het nummer {afspraak.nummer} is al gebruikt op {ander.plek}.",
            )
    is_volledig = register.is_volledig(Naamsoort.AFSPRAAK) and len(eerste) == len(afspraken)
    nummers = sorted(eerste)
    for vorige, volgende in pairwise(nummers):
        if is_volledig and volgende > vorige + 1:
            bevindingen.waarschuwing(
                "I133",
                eerste[volgende].plek,
                f"Na afspraak {vorige} komt afspraak {volgende}. Er is een nummer overgeslagen.",
            )
