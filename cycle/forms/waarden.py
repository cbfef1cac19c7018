"""Waarden: one cell to one value, with a finding for every doubt.

Nothing is guessed in silence and nothing is dropped: a cell gives its value, or a finding
that says why it has none, or both.
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final

from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import Deelname
from cycle.domain.notatie import getal as in_woorden
from cycle.forms.meldingen import make_bevinding
from cycle.forms.nltaal import Getal, Leeg, read_getal
from cycle.forms.raster import CelSoort, Waarde

LANGSTE_TEKST: Final = 2000
_MILJOEN: Final = Decimal(1_000_000)


class Maat(StrEnum):
    """What kind of number a cell asks for."""

    AANTAL = "aantal"
    MAAT = "maat"
    PROCENT = "procent"
    EURO = "euro"


_MATEN: Final = {
    "%": Maat.PROCENT, "procent": Maat.PROCENT, "euro": Maat.EURO, "€": Maat.EURO,
    "m2": Maat.MAAT, "m²": Maat.MAAT, "hectare": Maat.MAAT, "ha": Maat.MAAT,
}  # fmt: skip
_GRENZEN: Final = {
    Maat.AANTAL: (-_MILJOEN, _MILJOEN),
    Maat.MAAT: (-_MILJOEN, _MILJOEN),
    Maat.PROCENT: (Decimal(0), Decimal(100)),
    Maat.EURO: (Decimal(0), Decimal(100_000_000_000)),
}
"""Lowest and highest number that can be meant; far above what any partij could offer."""
_EENHEDEN: Final = frozenset({
    "%", "euro", "m2", "m²", "hectare", "ha", "woning", "woningen", "huishouden", "huishoudens",
    "persoon", "personen", "plan", "plannen", "locatie", "locaties", "eenheid", "eenheden",
    "vhe", "plaatsen", "standplaatsen", "uur", "uren", "maand", "maanden", "jaar", "jaren",
})  # fmt: skip
_STUKS: Final = frozenset({"stuk", "stuks", "st"})
_GEEN_GETAL: Final = {
    CelSoort.DATUM: "W310",
    CelSoort.FOUTWAARDE: "W311",
    CelSoort.FORMULE: "W312",
    CelSoort.LOGISCH: "W301",
}
_LEEG: Final = {Leeg.STREEPJE: "W314", Leeg.ONBEKEND: "W315"}
_LEESTEKENS = re.compile(r"[\W_]+")
_KEUZES: Final = {
    "ja": Deelname.JA, "j": Deelname.JA, "deels": Deelname.DEELS, "gedeeltelijk": Deelname.DEELS,
    "nee": Deelname.NEE, "n": Deelname.NEE,
    "nvt": Deelname.NVT, "nietvantoepassing": Deelname.NVT,
}  # fmt: skip


def maat_van(eenheid: str) -> Maat:
    """Return what kind of number belongs to a unit; things that are counted are whole."""
    return _MATEN.get(eenheid.lower(), Maat.AANTAL)


def read_keuze(cel: Waarde | None, plek: str) -> tuple[Deelname | None, list[Bevinding]]:
    """Return the answer to "Doet u mee?", in whatever way it was typed."""
    if cel is None:
        return None, []
    keuze = _KEUZES.get(_LEESTEKENS.sub("", cel.ruw.lower()))
    if keuze is None:
        return None, [_bevinding("W316", plek, cel)]
    return keuze, []


def read_tekst(cel: Waarde | None, plek: str) -> tuple[str, list[Bevinding]]:
    """Return free text; a date that Excel made of it comes back in full."""
    if cel is None:
        return "", []
    if cel.soort is CelSoort.FOUTWAARDE or cel.soort is CelSoort.FORMULE:
        return "", [_bevinding(_GEEN_GETAL[cel.soort], plek, cel)]
    if len(cel.ruw) > LANGSTE_TEKST:
        return "", [make_bevinding("W318", plek, lengte=in_woorden(len(cel.ruw)))]
    return cel.ruw, []


def read_getalcel(
    cel: Waarde | None, eenheid: str, plek: str
) -> tuple[Decimal | None, list[Bevinding]]:
    """Return the number in a cell, in `eenheid`; None when there is none to book.

    A percentage comes back as 25, never as 0.25.
    """
    if cel is None:
        return None, []
    if cel.soort in _GEEN_GETAL:
        return None, [_bevinding(_GEEN_GETAL[cel.soort], plek, cel)]
    if cel.getal is not None:
        return _uit_getal(cel, cel.getal, eenheid, plek)
    gelezen = read_getal(cel.ruw)
    if gelezen is None:
        return None, [_bevinding("W301", plek, cel)]
    return _uit_tekst(cel, gelezen, eenheid, plek)


def _uit_getal(
    cel: Waarde, getal: Decimal, eenheid: str, plek: str
) -> tuple[Decimal | None, list[Bevinding]]:
    """Return a number that Excel stored as a number."""
    maat = maat_van(eenheid)
    if cel.procent and maat is not Maat.PROCENT:
        return None, [_bevinding("W306", plek, cel, eenheid=eenheid)]
    waarde = (getal.scaleb(2) if cel.procent else getal).normalize() + 0
    grens = _check_grens(cel, waarde, maat, plek)
    if grens:
        return None, grens
    if maat is Maat.PROCENT and not cel.procent and 0 < waarde < 1:
        velden = {"gelezen": in_woorden(waarde), "maal_honderd": in_woorden(waarde.scaleb(2))}
        return waarde, [make_bevinding("W309", plek, **velden)]
    return waarde, []


def _uit_tekst(
    cel: Waarde, gelezen: Getal, eenheid: str, plek: str
) -> tuple[Decimal | None, list[Bevinding]]:
    """Return a number that was typed as text, with what we made of it."""
    waarde = gelezen.waarde
    if waarde is None:
        code = _LEEG.get(gelezen.leeg) if gelezen.leeg else None
        return None, [_bevinding(code, plek, cel)] if code else []
    if not _same_eenheid(gelezen.eenheid, eenheid):
        code = "W306" if gelezen.eenheid in _EENHEDEN else "W301"
        return None, [_bevinding(code, plek, cel, eenheid=eenheid)]
    grens = _check_grens(cel, waarde, maat_van(eenheid), plek)
    if grens:
        return None, grens
    velden = {"gelezen": in_woorden(waarde), "kwalificatie": gelezen.kwalificatie}
    twijfels = (
        ("W303", gelezen.dubbelzinnig),
        ("W304", bool(gelezen.kwalificatie)),
        ("W305", gelezen.hoogste is not None),
    )
    return waarde, [_bevinding(code, plek, cel, **velden) for code, geldt in twijfels if geldt]


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


def _check_grens(cel: Waarde, waarde: Decimal, maat: Maat, plek: str) -> list[Bevinding]:
    """Return why a number cannot be right for its unit, nothing when it can."""
    laagste, hoogste = _GRENZEN[maat]
    if maat is Maat.EURO and waarde < 0:
        return [_bevinding("W307", plek, cel)]
    if not laagste <= waarde <= hoogste:
        velden = {"laagste": in_woorden(laagste), "hoogste": in_woorden(hoogste)}
        return [_bevinding("W308", plek, cel, **velden)]
    if maat is Maat.AANTAL and waarde != waarde.to_integral_value():
        return [_bevinding("W302", plek, cel)]
    return []


def _bevinding(code: str, plek: str, cel: Waarde, **velden: str) -> Bevinding:
    """Return a finding that quotes the cell; long texts are cut so that the line stays short."""
    ruw = cel.ruw if len(cel.ruw) <= 60 else f"{cel.ruw[:57]}..."
    return make_bevinding(code, plek, ruw=ruw, **velden)
