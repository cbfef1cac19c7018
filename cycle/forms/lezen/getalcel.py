"""Getalcel: the number in one cell, in the unit of the question, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cycle.domain.notatie import getal as in_woorden
from cycle.forms.bestand.raster import CelSoort, Waarde
from cycle.forms.lezen.nltaal import Getal, is_datum, is_min_of_minimaal, read_getal
from cycle.forms.lezen.waarden import (
    LEEG,
    ONLEESBAAR,
    Lezing,
    Maat,
    geweigerd,
    maat_van,
    zonder_antwoord,
)
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

_MILJOEN: Final = Decimal(1_000_000)


_GRENZEN: Final = {
    Maat.AANTAL: (-_MILJOEN, _MILJOEN),
    Maat.MAAT: (-_MILJOEN, _MILJOEN),
    Maat.PROCENT: (Decimal(-100), Decimal(100)),
    Maat.EURO: (-Decimal(100_000_000_000), Decimal(100_000_000_000)),
}
"""Lowest and highest number that can be meant; far above what any partij could offer."""
_EENHEDEN: Final = frozenset({
    "%", "euro", "m2", "m²", "hectare", "ha", "woning", "woningen", "huishouden", "huishoudens",
    "personen", "plan", "plannen", "locatie", "locaties", "eenheden",
    "verhuureenheden", "plaatsen", "standplaatsen", "uur", "uren", "maand", "maanden", "jaar",
    "jaren",
})  # fmt: skip
_VOLUIT: Final = {
    **dict.fromkeys(("vhe", "vhes", "vhe's", "verhuureenheid"), "verhuureenheden"),
    "eenheid": "eenheden", "hh": "huishoudens", "persoon": "personen", "wng": "woningen",
}  # fmt: skip
"""Words for a unit that do not begin as the unit itself does."""
_STUKS: Final = frozenset({"stuk", "stuks", "st"})
_GEEN_GETAL: Final = {**ONLEESBAAR, CelSoort.DATUM: "W310", CelSoort.LOGISCH: "W301"}


@dataclass(frozen=True, slots=True)
class Getalvraag:
    """What number is asked: its unit, and whether it may be below zero."""

    eenheid: str
    onder_nul: bool = False

    @property
    def maat(self) -> Maat:
        """Return what kind of number is asked."""
        return maat_van(self.eenheid)


def read_getalcel(cel: Waarde | None, waar: Waar, vraag: Getalvraag) -> Lezing:
    """Return the number in a cell, in the unit of the question.

    A percentage comes back as 25, never as 0.25.
    """
    if cel is None:
        return LEEG
    if cel.soort in _GEEN_GETAL:
        return geweigerd(_GEEN_GETAL[cel.soort], waar, cel)
    if cel.getal is not None:
        return _uit_getal(cel, cel.getal, vraag, waar)
    gelezen = read_getal(cel.ruw)
    if gelezen is None:
        return geweigerd("W310" if is_datum(cel.ruw) else "W301", waar, cel)
    if gelezen.leeg:
        return zonder_antwoord(gelezen.leeg, waar, cel)
    return _uit_tekst(cel, gelezen, vraag, waar)


def _uit_getal(cel: Waarde, getal: Decimal, vraag: Getalvraag, waar: Waar) -> Lezing:
    """Return a number that was stored as a number."""
    if cel.procent and vraag.maat is not Maat.PROCENT:
        return geweigerd("W306", waar, cel, eenheid=vraag.eenheid)
    waarde = (getal.scaleb(2) if cel.procent else getal).normalize() + 0
    fout = _check_grens(cel, waarde, vraag, waar)
    if fout:
        return fout
    if vraag.maat is Maat.PROCENT and not cel.procent:
        return _met_procentvraag(Lezing(waarde), cel, waar)
    return Lezing(waarde)


def _uit_tekst(cel: Waarde, gelezen: Getal, vraag: Getalvraag, waar: Waar) -> Lezing:
    """Return a number that was typed as text, with what we made of it."""
    waarde = gelezen.waarde
    if waarde is not None and gelezen.duizendtal is not None and vraag.maat is Maat.EURO:
        waarde = gelezen.duizendtal  # nobody writes tenths of cents
    if waarde is None or (gelezen.duizendtal is not None and vraag.maat is Maat.AANTAL):
        return geweigerd("W302", waar, cel)
    eenheid = _VOLUIT.get(gelezen.eenheid, gelezen.eenheid)
    if not _same_eenheid(eenheid, vraag.eenheid):
        code = "W306" if eenheid in _EENHEDEN else "W301"
        return geweigerd(code, waar, cel, eenheid=vraag.eenheid)
    for grens in (waarde, gelezen.hoogste):
        fout = _check_grens(cel, grens, vraag, waar) if grens is not None else None
        if fout:
            return fout
    velden = {"gelezen": in_woorden(waarde), "kwalificatie": gelezen.kwalificatie}
    twijfels = (
        ("W303", gelezen.dubbelzinnig or (vraag.onder_nul and is_min_of_minimaal(cel.ruw))),
        ("W304", bool(gelezen.kwalificatie) and gelezen.hoogste is None),
        ("W305", gelezen.hoogste is not None),
    )
    lezing = Lezing(
        waarde,
        tuple(make_bevinding(c, waar, ruw=cel.ruw, **velden) for c, is_zo in twijfels if is_zo),
        kwalificatie=gelezen.kwalificatie,
        hoog=gelezen.hoogste,
    )
    if vraag.maat is Maat.PROCENT and not gelezen.eenheid:
        return _met_procentvraag(lezing, cel, waar)
    return lezing


def _met_procentvraag(lezing: Lezing, cel: Waarde, waar: Waar) -> Lezing:
    """Return the reading of a percentage without its sign; 0.25 may be meant as 25."""
    waarde = lezing.getal
    if waarde is None or not 0 < waarde < 1:
        return lezing
    velden = {"gelezen": in_woorden(waarde), "maal_honderd": in_woorden(waarde.scaleb(2))}
    vraag = make_bevinding("W309", waar, ruw=cel.ruw, **velden)
    return Lezing(waarde, (*lezing.bevindingen, vraag), lezing.kwalificatie, lezing.hoog)


def _same_eenheid(geschreven: str, gevraagd: str) -> bool:
    """Return whether the word behind a number means the unit that was asked.

    "12 won." and "1 woning" fit "woningen"; counted things may be called "stuks".
    """
    gevraagd = gevraagd.lower()
    if not geschreven or maat_van(geschreven) is maat_van(gevraagd) is not Maat.AANTAL:
        return True
    if geschreven in _STUKS:
        return maat_van(gevraagd) is Maat.AANTAL
    return len(geschreven) > 1 and (
        gevraagd.startswith(geschreven) or geschreven.startswith(gevraagd)
    )


def _check_grens(cel: Waarde, waarde: Decimal, vraag: Getalvraag, waar: Waar) -> Lezing | None:
    """Return why a number cannot be right for its question, None when it can."""
    laagste, hoogste = _GRENZEN[vraag.maat]
    if not vraag.onder_nul:
        laagste = Decimal(0)
    if waarde < 0 and not vraag.onder_nul:
        return geweigerd("W307", waar, cel)
    if not laagste <= waarde <= hoogste:
        velden = {"laagste": in_woorden(laagste), "hoogste": in_woorden(hoogste)}
        return geweigerd("W308", waar, cel, **velden)
    if vraag.maat is Maat.AANTAL and waarde != waarde.to_integral_value():
        return geweigerd("W302", waar, cel)
    return None
