"""Herkomst: whose form this is, and whether it may be booked at all.

A form says that in three ways: on a sheet nobody sees, in its properties, and with a code
above each table. A csv keeps the code only, so there the sender counts too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from cycle.domain.bevinding import Celbevinding
from cycle.forms.bestand.raster import Blad, Raster
from cycle.forms.kenmerkblad import VOORVOEGSEL, Formuliercode, kenmerkblad_naam, read_formuliercode
from cycle.forms.lezen.herkenning import Kenmerken, read_kenmerken
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.services.issue_formulieren import VERSIE
from cycle.services.ports import Afzender

_CODE_RIJEN: Final = 12
_MEESTE_GEMEENTEN: Final = 50
_VERGELIJK: Final = ("partij", "samenwerking", "cyclus")
_BESTANDSNAAM = re.compile(
    r"(?:bieding|april|september)-([12][0-9]{3})-([a-z0-9]+(?:-[a-z0-9]+)*?)"
    r"(?:[-_ ](?:bieding|voorraad|wederkerigheid|extra|stand van zaken|toezeggingen))?"
    r"(?: ?\([0-9]+\))?(?:\.\w+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Herkend:
    """One form in a file: its identification as far as known, and what is wrong with that."""

    kenmerken: Kenmerken
    bevindingen: tuple[Celbevinding, ...] = ()


def read_herkend(raster: Raster, bestandsnaam: str, afzender: Afzender) -> tuple[Herkend, ...]:
    """Return each form in a file, at least one; a blokkade says why one cannot be booked."""
    bladen = _kenmerkbladen(raster)
    if bladen:
        gevonden = [
            _uit_blad(blad, _eigenschappen(raster, nummer), bestandsnaam)
            for nummer, blad in enumerate(bladen, 1)
        ]
    else:
        gevonden = [_zonder_blad(raster, bestandsnaam, afzender)]
    bekend = {herkend.kenmerken.samenwerking for herkend in gevonden}
    if afzender.samenwerking in bekend:
        # the others in this workbook are for other samenwerkingen, and rightly so
        afzender = replace(afzender, samenwerking="")
    return tuple(_met_afzender(herkend, bestandsnaam, afzender) for herkend in gevonden)


def find_code(blad: Blad) -> Formuliercode | None:
    """Return the code that stands above the table of a sheet."""
    codes = (read_formuliercode(tekst) for _, _, tekst in blad.teksten(_CODE_RIJEN))
    return next((code for code in codes if code), None)


def _kenmerkbladen(raster: Raster) -> list[Blad]:
    """Return the hidden sheets, one for each gemeente."""
    bladen = []
    for nummer in range(1, _MEESTE_GEMEENTEN):
        blad = raster.blad(kenmerkblad_naam(nummer))
        if blad is None:
            break
        bladen.append(blad)
    return bladen


def _eigenschappen(raster: Raster, nummer: int) -> dict[str, str]:
    """Return what the properties say of one gemeente, counted from 1."""
    voorvoegsel = VOORVOEGSEL if nummer == 1 else f"{VOORVOEGSEL}{nummer}_"
    return {
        naam.removeprefix(voorvoegsel): waarde.strip()
        for naam, waarde in raster.eigenschappen.items()
        if naam.startswith(voorvoegsel)
    }


def _uit_blad(blad: Blad, eigenschappen: Mapping[str, str], bestandsnaam: str) -> Herkend:
    """Return the form that a hidden sheet describes, held against the properties."""
    gelezen = read_kenmerken(blad)
    kenmerken = gelezen.kenmerken
    verschilt = any(
        eigenschappen.get(naam) not in (None, gelezen.velden.get(naam)) for naam in _VERGELIJK
    )
    if not kenmerken.is_volledig or verschilt:
        return Herkend(kenmerken, (make_bevinding("B010", bestandsnaam),))
    return _met_versie(kenmerken, bestandsnaam, is_heel=gelezen.is_heel)


def _met_versie(kenmerken: Kenmerken, bestandsnaam: str, *, is_heel: bool = True) -> Herkend:
    """Return the form; an old version says so first, for its somcode was made in another way."""
    if kenmerken.versie != _verwachte_versie(kenmerken):
        return Herkend(kenmerken, (make_bevinding("B013", bestandsnaam),))
    if not is_heel:
        return Herkend(kenmerken, (make_bevinding("B010", bestandsnaam),))
    return Herkend(kenmerken)


def _verwachte_versie(kenmerken: Kenmerken) -> str:
    """Return which version is read now: each kind of form has its own."""
    return kenmerken.moment.versie if kenmerken.moment else VERSIE


def _zonder_blad(raster: Raster, bestandsnaam: str, afzender: Afzender) -> Herkend:
    """Return the form of a file without the hidden sheet."""
    velden = _eigenschappen(raster, 1)
    kenmerken = Kenmerken.uit_velden(velden)
    if kenmerken.is_volledig:
        return _met_versie(kenmerken, bestandsnaam)
    code = next((code for blad in raster.bladen if (code := find_code(blad))), None)
    uit_code = _uit_code(code)
    if not raster.is_los:
        return Herkend(uit_code, (make_bevinding("B010", bestandsnaam),))
    kenmerken = _uit_herkomst(uit_code, bestandsnaam, afzender)
    if not (kenmerken.partij and kenmerken.jaar):
        return Herkend(kenmerken, (make_bevinding("B010", bestandsnaam),))
    geboekt = make_bevinding("B016", bestandsnaam, partij=kenmerken.partij)
    herkend = _met_versie(kenmerken, bestandsnaam)
    return Herkend(kenmerken, (*herkend.bevindingen, geboekt))


def _uit_code(code: Formuliercode | None) -> Kenmerken:
    """Return what the visible code says."""
    if code is None:
        return Kenmerken.uit_velden({})
    return Kenmerken.uit_velden(
        {
            "partij": code.partij,
            "samenwerking": code.samenwerking,
            "cyclus": str(code.jaar),
            "versie": code.versie,
        }
    )


def _uit_herkomst(kenmerken: Kenmerken, bestandsnaam: str, afzender: Afzender) -> Kenmerken:
    """Return the identification of a csv: its code, else the sender, else the file name."""
    naam = _BESTANDSNAAM.fullmatch(bestandsnaam.rpartition("/")[2])
    jaar, partij = (int(naam[1]), naam[2].lower()) if naam else (0, "")
    return replace(
        kenmerken,
        partij=kenmerken.partij or afzender.partij or partij,
        samenwerking=kenmerken.samenwerking or afzender.samenwerking,
        jaar=kenmerken.jaar or afzender.jaar or jaar,
        versie=kenmerken.versie or VERSIE,
    )


def _met_afzender(herkend: Herkend, bestandsnaam: str, afzender: Afzender) -> Herkend:
    """Return the form with a blokkade when somebody else sent it, or for another year."""
    eigen = herkend.kenmerken
    bevindingen = []
    vreemd = any(
        verwacht and gelezen and verwacht != gelezen
        for verwacht, gelezen in (
            (afzender.partij, eigen.partij),
            (afzender.samenwerking, eigen.samenwerking),
        )
    )
    if vreemd:
        velden = {"partij": eigen.partij, "samenwerking": eigen.samenwerking}
        bevindingen.append(make_bevinding("B011", bestandsnaam, **velden))
    if afzender.jaar and eigen.jaar and afzender.jaar != eigen.jaar:
        velden = {"jaar": str(eigen.jaar), "verwacht": str(afzender.jaar)}
        bevindingen.append(make_bevinding("B012", bestandsnaam, **velden))
    return replace(herkend, bevindingen=(*herkend.bevindingen, *bevindingen))
