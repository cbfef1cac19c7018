"""Verdeling: the file ``verdeling.md`` with tasks that are shared naar rato."""

import re
from typing import Final

from cycle.domain.verdeling import Aandeel, Periode, Verdeling
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.gegevens import Gegevens, Sleutels, read_gegevens
from cycle.library.getallen import NIET_BEKEND, read_getal
from cycle.library.markdown import Sectie, split_bestand, split_sectie
from cycle.library.register import Naamsoort, Register
from cycle.library.tabel import Rij, read_enige_tabel
from cycle.library.tomltabel import CODE_VORM

BESTAND: Final = "verdeling.md"
KOLOMMEN: Final = ("partij", "voorraad", "verdeeld", "gedaan")

_TAAK = Sleutels(bekend=("Eenheid",), verplicht=("Eenheid",))
_PERIODE = Sleutels(bekend=("Totaal",), verplicht=("Totaal",))
HOOGSTE_TOTAAL: Final = 1_000_000
"""More than is ever shared in one period in the whole country: a typing error, not a task."""
_PERIODENAAM = re.compile(r"[12][0-9]{3}(-[12])?")


def read_verdelingen(
    bestand: Bestand, register: Register, bevindingen: Bevindingen
) -> tuple[Verdeling, ...]:
    """Return the tasks in the order of the file."""
    verdelingen: dict[str, Verdeling] = {}
    for sectie in split_bestand(bestand, (2,))[1:]:
        kop, *periodes = split_sectie(sectie, (3,))
        gegevens = read_gegevens(kop, _TAAK, bevindingen)
        if not CODE_VORM.fullmatch(sectie.code):
            raad = "Zet achter de kop een code, zoals {#statushouders}."
            bevindingen.fout("I114", sectie.plek, "Deze kop heeft geen goede code.", raad)
        if sectie.code in verdelingen:
            bevindingen.fout("I131", sectie.plek, f"De code '{sectie.code}' staat er twee keer.")
        verdelingen[sectie.code] = Verdeling(
            code=sectie.code,
            naam=sectie.titel,
            eenheid=gegevens.tekst("Eenheid"),
            periodes=_read_periodes(sectie, periodes, register, bevindingen),
            plek=sectie.plek,
        )
    if not verdelingen:
        raad = "Begin met een kop zoals '## Taakstelling statushouders {#statushouders}'."
        bevindingen.fout("I111", bestand.plek(), "In dit bestand staat geen verdeling.", raad)
    return tuple(verdelingen.values())


def _read_periodes(
    taak: Sectie, secties: list[Sectie], register: Register, bevindingen: Bevindingen
) -> tuple[Periode, ...]:
    """Return the periods; they stand from old to new."""
    periodes: list[Periode] = []
    for sectie in secties:
        periode = _read_periode(sectie, register, bevindingen)
        if periode is None:
            continue
        if periodes and periode.naam <= periodes[-1].naam:
            melding = f"De periode {periode.naam} staat na {periodes[-1].naam}."
            raad = "Zet de periodes van oud naar nieuw, elk een keer."
            bevindingen.fout("I132", sectie.plek, melding, raad)
        periodes.append(periode)
    if not secties:
        raad = "Zet er een kop zoals '### 2024-1' onder, met een tabel."
        bevindingen.fout("I111", taak.plek, "Deze verdeling heeft geen periode.", raad)
    return tuple(periodes)


def _read_periode(sectie: Sectie, register: Register, bevindingen: Bevindingen) -> Periode | None:
    """Return one period, None when a number in it cannot be used."""
    fouten = len(bevindingen)
    if not _PERIODENAAM.fullmatch(sectie.titel):
        raad = "Schrijf een jaar of een half jaar: '### 2024', '### 2024-1' of '### 2024-2'."
        bevindingen.fout("I150", sectie.plek, f"'{sectie.titel}' is geen periode.", raad)
    gegevens = read_gegevens(sectie, _PERIODE, bevindingen)
    totaal = _read_totaal(gegevens, bevindingen)
    tabel = read_enige_tabel(sectie.rest(gegevens.einde), bevindingen, kolommen=KOLOMMEN)
    aandelen: dict[str, Aandeel] = {}
    for rij in tabel.rijen if tabel else ():
        aandeel = _read_aandeel(rij, register, bevindingen)
        if aandeel.partij in aandelen:
            bevindingen.fout("I132", rij.plek, f"De partij '{aandeel.partij}' staat er twee keer.")
        aandelen[aandeel.partij] = aandeel
    _check_aandelen(sectie, tuple(aandelen.values()), bevindingen)
    if len(bevindingen) > fouten or totaal is None:
        return None
    return Periode(sectie.titel, totaal, tuple(aandelen.values()), sectie.plek)


def _read_totaal(gegevens: Gegevens, bevindingen: Bevindingen) -> int | None:
    """Return the number to share, None with a finding when it is none."""
    totaal = gegevens.een("Totaal")
    if totaal is None:
        return None
    try:
        aantal = _read_aantal(totaal.waarde)
    except ValueError:
        melding = f"Bij 'Totaal' staat '{totaal.waarde}'. Dat is geen bruikbaar aantal."
        bevindingen.fout("I142", totaal.plek, melding, _AANTAL)
        return None
    if aantal > HOOGSTE_TOTAAL:
        melding = f"Bij 'Totaal' staat '{totaal.waarde}'. Dat is meer dan een miljoen."
        bevindingen.fout("I142", totaal.plek, melding, "Controleer of er een nul te veel staat.")
        return None
    return aantal


_AANTAL: Final = "Schrijf een heel getal van nul of hoger."
_AANTAL_OF_NIETS: Final = "Schrijf een heel getal van nul of hoger, of n.b."


def _read_aandeel(rij: Rij, register: Register, bevindingen: Bevindingen) -> Aandeel:
    """Return one partij in one period."""
    register.refer(Naamsoort.PARTIJ, rij.cellen["partij"], rij.plek)
    return Aandeel(
        partij=rij.cellen["partij"],
        voorraad=rij.getal("voorraad", _read_aantal, bevindingen, raad=_AANTAL) or 0,
        verdeeld=rij.getal("verdeeld", _read_aantal_of_niets, bevindingen, raad=_AANTAL_OF_NIETS),
        gedaan=rij.getal("gedaan", _read_aantal_of_niets, bevindingen, raad=_AANTAL_OF_NIETS),
        plek=rij.plek,
    )


def _check_aandelen(
    sectie: Sectie, aandelen: tuple[Aandeel, ...], bevindingen: Bevindingen
) -> None:
    """Report a period that nobody can share, or that was published for some only."""
    if aandelen and not any(aandeel.voorraad for aandeel in aandelen):
        raad = "Vul bij minstens een partij de voorraad in."
        bevindingen.fout("I142", sectie.plek, "Geen enkele partij heeft hier voorraad.", raad)
    zonder = [aandeel for aandeel in aandelen if aandeel.verdeeld is None]
    if zonder and len(zonder) < len(aandelen):
        raad = "Vul de kolom 'verdeeld' voor alle partijen in, of voor geen enkele."
        melding = f"Bij '{zonder[0].partij}' ontbreekt wat er is verdeeld."
        bevindingen.fout("I142", zonder[0].plek, melding, raad)


def _read_aantal(tekst: str) -> int:
    """Return a whole number of zero or more.

    Raises:
        ValueError: this is no such number.
    """
    waarde = read_getal(tekst)
    if waarde < 0 or waarde != waarde.to_integral_value():
        raise ValueError(tekst)
    return int(waarde)


def _read_aantal_of_niets(tekst: str) -> int | None:
    """Return a whole number, None for an empty cell or "n.b.".

    Raises:
        ValueError: this is neither.
    """
    return None if tekst.strip().lower() in ("", NIET_BEKEND) else _read_aantal(tekst)
