"""Regelprofielen: a file of rules for every law, from ``content/regelprofielen/``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pendulum

from cycle.domain.kalender import REGELMAP
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.regelprofiel import Geschilsoort, Regelprofiel
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.termijnen import read_termijnregels
from cycle.library.tomltabel import CODE_VORM, TomlTabel, read_toml

VROEGER: Final = "termijnen.toml"
"""The one file in which the rules stood before there were profiles."""


def list_regelprofielen(content: Path) -> tuple[str, ...]:
    """Return the codes of all profiles: the names of the files."""
    return tuple(sorted(pad.stem for pad in (content / REGELMAP).glob("*.toml")))


def read_regelprofielen(content: Path, bevindingen: Bevindingen) -> tuple[Regelprofiel, ...]:
    """Return all profiles in order of their code.

    A profile may follow one that stands on its own and then holds only what differs.
    """
    if (content / VROEGER).is_file():
        melding = f"Het bestand {VROEGER} wordt niet meer gelezen."
        bevindingen.fout("I107", Plek(VROEGER), melding)
        return ()
    bronnen = {code: _open(content, code, bevindingen) for code in list_regelprofielen(content)}
    if not bronnen:
        bevindingen.fout("I101", Plek(REGELMAP), "Er is geen enkel regelprofiel.")
        return ()
    leesbaar = {code: bron for code, bron in bronnen.items() if bron}
    volgt = {code: bron.tekst("volgt", verplicht=False) for code, bron in leesbaar.items()}
    gelezen: dict[str, Regelprofiel] = {}
    for code in sorted(leesbaar, key=lambda code: (bool(volgt[code]), code)):
        doel = volgt[code]
        if doel and doel in bronnen and doel not in leesbaar:
            # the profile that is followed has a fault, and that is its own finding
            continue
        if doel and volgt.get(doel, doel):
            _report_volgt(leesbaar[code], volgt, bevindingen)
            continue
        gelezen[code] = _read_profiel(leesbaar[code], code, gelezen.get(doel), bevindingen)
    if not bevindingen.has_fouten() and not any(p.geldig_van for p in gelezen.values()):
        raad = "Vul bij het profiel dat nu geldt 'geldig_van' in."
        bevindingen.fout("I111", Plek(REGELMAP), "Geen enkel profiel heeft een eerste dag.", raad)
    return tuple(gelezen[code] for code in sorted(gelezen))


def _open(content: Path, code: str, bevindingen: Bevindingen) -> TomlTabel | None:
    """Return the file of a profile as a table, None with a finding when it is none."""
    naam = f"{REGELMAP}/{code}.toml"
    if not CODE_VORM.fullmatch(code):
        melding = f"De naam '{code}.toml' heeft niet de goede vorm."
        bevindingen.fout("I114", Plek(naam), melding)
        return None
    bestand = read_bestand(content, naam, bevindingen)
    return read_toml(bestand, bevindingen) if bestand else None


def _report_volgt(bron: TomlTabel, volgt: Mapping[str, str], bevindingen: Bevindingen) -> None:
    """Report a profile that follows one which is not there, or which follows another."""
    code = bron.tekst("volgt")
    zelfstandig = [ander for ander, doel in volgt.items() if not doel]
    melding = f"Het regelprofiel '{code}' bestaat niet, of volgt zelf een ander profiel."
    bevindingen.fout("I128", bron.plek("volgt"), melding, advies(code, zelfstandig))


def _read_profiel(
    bron: TomlTabel, code: str, voorganger: Regelprofiel | None, bevindingen: Bevindingen
) -> Regelprofiel:
    """Return one profile with its rules."""
    profiel = Regelprofiel(
        code=code,
        naam=bron.tekst("naam"),
        bron=bron.tekst("bron"),
        onzeker=bron.tekst("onzeker", verplicht=False),
        grondslag=bron.tekst("grondslag"),
        grondslag_orgaan=bron.keuze("grondslag_orgaan", Orgaan),
        geschil_over=bron.keuzes("geschil_over", Geschilsoort),
        geldig_van=bron.datum_of_niets("geldig_van"),
        geldig_tot=bron.datum_of_niets("geldig_tot"),
        plek=bron.plek("naam"),
        regels=read_termijnregels(bron, voorganger.regels if voorganger else (), bevindingen),
    )
    if bron.is_gaaf and not profiel.regels:
        raad = "Zet er minstens een blok [[termijn]] in."
        bevindingen.fout("I111", bron.plek(), "In dit bestand staat geen enkele termijn.", raad)
    if bron.is_gaaf and _is_omgekeerd(profiel.geldig_van, profiel.geldig_tot):
        melding = "De laatste dag van dit profiel ligt voor de eerste dag."
        bevindingen.fout("I115", bron.plek("geldig_tot"), melding)
    return profiel


def _is_omgekeerd(van: pendulum.Date | None, tot: pendulum.Date | None) -> bool:
    """Return whether a period with two known ends runs backward."""
    return van is not None and tot is not None and tot < van
