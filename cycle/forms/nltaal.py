"""Nltaal: numbers and amounts as people in the Netherlands write them.

Pure text in, value out: no cells, no locale of the machine. A dot with three digits behind
it is a thousand, a comma is the decimal sign. Whatever can be read in two ways is read in
the Dutch way and marked `dubbelzinnig`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Leeg(StrEnum):
    """Why a number is not there although something was written."""

    STREEPJE = "streepje"
    ONBEKEND = "onbekend"
    NVT = "n.v.t."


@dataclass(frozen=True, slots=True)
class Getal:
    """A number that was read: value, qualifier ("circa"), upper bound, unit as written.

    `waarde` is None only when `leeg` says why. `eenheid` is "%", "euro" or a word, in
    lower case; empty when none was written.
    """

    waarde: Decimal | None
    kwalificatie: str = ""
    hoogste: Decimal | None = None
    eenheid: str = ""
    dubbelzinnig: bool = False
    leeg: Leeg | None = None


_LANGSTE: Final = 60
_SPATIES = re.compile(r"\s+")
_TEKENS = str.maketrans({"\u2212": "-", "–": "-", "—": "-", "\u00ad": None, "\u200b": None})
_LEGE_WOORDEN: Final = {
    **dict.fromkeys(("-", "--", "---", "/"), Leeg.STREEPJE),
    **dict.fromkeys(
        ("pm", "ntb", "nb", "nog te bepalen", "onbekend", "nog niet bekend", "?", "volgt"),
        Leeg.ONBEKEND,
    ),
    **dict.fromkeys(("nvt", "niet van toepassing"), Leeg.NVT),
}
_KWALIFICATIES: Final = {
    "circa": "circa", "ca.": "circa", "ca": "circa", "ongeveer": "circa", "ong.": "circa",
    "plm.": "circa", "rond": "circa", "±": "circa", "+/-": "circa", "~": "circa",
    "ruim": "ruim", "bijna": "bijna",
    "minimaal": "ten minste", "minstens": "ten minste", "ten minste": "ten minste",
    "tenminste": "ten minste", "min.": "ten minste", "≥": "ten minste", ">=": "ten minste",
    "maximaal": "hoogstens", "max.": "hoogstens", "max": "hoogstens", "hoogstens": "hoogstens",
    "tot": "hoogstens", "≤": "hoogstens", "<=": "hoogstens",
    "meer dan": "meer dan", ">": "meer dan", "minder dan": "minder dan", "<": "minder dan",
}  # fmt: skip
_KWALIFICATIE = re.compile(
    "("
    + "|".join(
        # a word needs a space behind it: "maximaal 5", never "max5"
        re.escape(k) + (r"\s" if k[-1].isalpha() else "")
        for k in sorted(_KWALIFICATIES, key=len, reverse=True)
    )
    + r")\s*"
)
_BANDBREEDTE = re.compile(
    r"(.*[0-9%])\s*(?:-|\stot en met\s|\stot\s|\st/m\s|\sà\s)\s*(€?\s?[0-9].*)"
)
_GETAL = re.compile(
    r"(?P<munt1>€|euro|eur)?\s*(?P<teken>[+-])?\s*(?P<munt2>€)?\s*"
    r"(?P<cijfers>[0-9][0-9., ]*?)(?:,-+|,=)?\s*"
    r"(?P<maal>(?:mln|miljoen|mld|miljard|dzd|duizend|k)(?![a-z])\.?)?\s*"
    r"(?P<eenheid>%|€|m2|[a-zà-ÿ][a-zà-ÿ² ]{0,24}\.?)?"
)
_MAAL: Final = {
    "mln": 6, "miljoen": 6, "mld": 9, "miljard": 9, "dzd": 3, "duizend": 3, "k": 3,
}  # fmt: skip
_MUNT: Final = frozenset({"€", "euro", "eur"})
_NEDERLANDS = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,[0-9]+)?"
)
_PUNT_ALS_KOMMA = re.compile(r"[0-9]+\.[0-9]+")
_ENGELS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DRIE_DECIMALEN = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


def read_getal(tekst: str) -> Getal | None:
    """Return the number in `tekst`, None when it is not a number.

    Reads ``1.234,50``, ``€ 450.000,-``, ``+200``, ``2,5 mln``, ``ca. 700``, ``10-15`` (the
    lowest counts), ``25%`` and ``12 woningen``; also ``-``, ``PM`` and ``n.v.t.``, which
    are never zero. Texts above 60 characters are not tried.
    """
    if len(tekst) > _LANGSTE:
        return None
    schoon = _SPATIES.sub(" ", tekst.translate(_TEKENS)).strip().lower()
    leeg = _LEGE_WOORDEN.get(schoon) or _LEGE_WOORDEN.get(schoon.replace(".", ""))
    if leeg:
        return Getal(None, leeg=leeg)
    prefix = _KWALIFICATIE.match(schoon)
    kwalificatie = ""
    if prefix:
        kwalificatie = _KWALIFICATIES[prefix.group(1).strip()]
        schoon = schoon[prefix.end() :]
    elif schoon.endswith("+"):
        kwalificatie, schoon = "ten minste", schoon[:-1].rstrip()
    getal = _enkel(schoon) or _bandbreedte(schoon)
    return replace(getal, kwalificatie=kwalificatie) if getal and kwalificatie else getal


def _bandbreedte(tekst: str) -> Getal | None:
    """Return the lowest of two numbers, with the highest beside it."""
    delen = _BANDBREEDTE.fullmatch(tekst)
    paar = [_enkel(deel.strip()) for deel in delen.groups()] if delen else []
    gelezen = [g for g in paar if g is not None]
    waarden = sorted(g.waarde for g in gelezen if g.waarde is not None)
    if len(waarden) != 2:
        return None
    eenheden = {g.eenheid for g in gelezen if g.eenheid}
    if len(eenheden) > 1:
        return None
    return Getal(
        waarden[0],
        hoogste=waarden[1],
        eenheid=eenheden.pop() if eenheden else "",
        dubbelzinnig=any(g.dubbelzinnig for g in gelezen),
    )


def _enkel(tekst: str) -> Getal | None:
    """Return one number with its unit, without qualifier."""
    delen = _GETAL.fullmatch(tekst)
    cijfers = _cijfers(delen["cijfers"].strip()) if delen else None
    if delen is None or cijfers is None:
        return None
    waarde, dubbelzinnig = cijfers
    if delen["maal"]:
        waarde = waarde.scaleb(_MAAL[delen["maal"].rstrip(".")])
    munt = bool(delen["munt1"] or delen["munt2"])
    eenheid = (delen["eenheid"] or "").strip().rstrip(".")
    if munt and eenheid and eenheid not in _MUNT:
        return None
    if munt or eenheid in _MUNT:
        eenheid = "euro"
    return Getal(
        waarde.copy_negate() if delen["teken"] == "-" else waarde,
        eenheid="%" if eenheid in ("procent", "pct") else eenheid,
        dubbelzinnig=dubbelzinnig,
    )


def _cijfers(tekst: str) -> tuple[Decimal, bool] | None:
    """Return the value of bare digits with signs, and whether they can be read two ways."""
    if _NEDERLANDS.fullmatch(tekst):
        kaal = tekst.replace(".", "").replace(" ", "").replace(",", ".")
        return Decimal(kaal), bool(_DRIE_DECIMALEN.fullmatch(tekst))
    if _PUNT_ALS_KOMMA.fullmatch(tekst):
        return Decimal(tekst), True
    if _ENGELS.fullmatch(tekst):
        return Decimal(tekst.replace(",", "")), True
    return None
