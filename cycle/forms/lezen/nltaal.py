"""Nltaal: numbers and amounts as people in the Netherlands write them.

Pure text in, value out: no cells, no locale of the machine. A dot with three digits behind
it is a thousand, a comma is the decimal sign. Whatever can be read in two ways is read in
the Dutch way and marked `dubbelzinnig`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from cycle.domain.gelezen import Reden
from cycle.forms.celtekst import zonder_onzichtbaar


@dataclass(frozen=True, slots=True)
class Getal:
    """A number that was read: value, qualifier ("circa"), upper bound, unit as written.

    `waarde` is None only when `leeg` says why. `eenheid` is "%", "euro" or a word, in
    lower case; empty when none was written. `duizendtal` is what a dubbelzinnig number is
    when its comma was meant for thousands, as in ``1,234``.
    """

    waarde: Decimal | None
    kwalificatie: str = ""
    hoogste: Decimal | None = None
    eenheid: str = ""
    dubbelzinnig: bool = False
    duizendtal: Decimal | None = None
    leeg: Reden | None = None


_LANGSTE: Final = 60
_DATUM = re.compile(
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}-(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)(?:-[0-9]{2,4})?"
    r"|[0-9]{4}([-/])[0-9]{2}\1[0-9]{2}(?:[ t].*)?"
)
_SPATIES = re.compile(r"\s+")
_TEKENS = str.maketrans({"\u2212": "-", "–": "-", "—": "-", "\u2019": "'"})
_LEGE_WOORDEN: Final = {
    **dict.fromkeys(("-", "--", "---", "/", "geen", "geen bod", "nihil"), Reden.STREEPJE),
    **dict.fromkeys(
        (
            "pm",
            "p m",
            "ntb",
            "nb",
            "nnb",
            "nog te bepalen",
            "onbekend",
            "nog onbekend",
            "niet bekend",
            "nog niet bekend",
            "?",
            "??",
            "volgt",
            "volgt nog",
            "volgt later",
            "tbd",
        ),
        Reden.ONBEKEND,
    ),
    **dict.fromkeys(("nvt", "n v t", "niet van toepassing"), Reden.NVT),
}
_WOORDEN: Final = {
    "circa": (
        "circa", "ca.", "ca", "c.a.", "ongeveer", "ong.", "ong", "plm.", "plm", "rond", "rond de",
        "zo'n", "om en nabij", "naar schatting", "geschat", "±", "+/-", "+-", "~", "≈",
    ),
    "ruim": ("ruim",),
    "bijna": ("bijna", "krap", "net geen"),
    "minimaal": (
        "minimaal", "minstens", "ten minste", "tenminste", "min.", "min", "vanaf",
        "niet minder dan", "≥", ">=", "=>",
    ),
    "maximaal": (
        "maximaal", "max.", "max", "hoogstens", "ten hoogste", "hooguit", "tot", "tot maximaal",
        "niet meer dan", "≤", "<=", "=<",
    ),
    "meer dan": ("meer dan", ">"),
    "minder dan": ("minder dan", "<"),
}  # fmt: skip
_KWALIFICATIES: Final = {
    geschreven: woord for woord, lijst in _WOORDEN.items() for geschreven in lijst
}
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
    r"(?:tussen (?:de )?)?(?P<laag>.*[0-9%].*?)\s*"
    r"(?:(?P<streep>-)\s*(?=[€0-9])|\s(?P<woord>tot en met|tot|t/m|à|a|en|of)\s+)"
    r"(?P<hoog>[+-]?\s?€?\s?[0-9].*)"
)
_VAN_TOT: Final = frozenset({"tot en met", "tot", "t/m", "en", "of"})
_MIN_OF_MINIMAAL = re.compile(r"min .*")
_GETAL = re.compile(
    r"(?P<munt1>€|euro|eur)?\s*(?P<teken>[+-])?\s*(?P<munt2>€)?\s*"
    r"(?P<cijfers>[0-9][0-9., ]*?)(?:,-+|,=)?\s*"
    r"(?P<maal>(?:mln|miljoen|mld|miljard|dzd|duizend|k)(?![a-z])\.?)?\s*"
    r"(?P<eenheid>%|€|m2|[a-zà-ÿ][a-zà-ÿ²' ]{0,24}\.?)?"
)
_MAAL: Final = {
    "mln": 6, "miljoen": 6, "mld": 9, "miljard": 9, "dzd": 3, "duizend": 3, "k": 3,
}  # fmt: skip
_DUIZEND: Final = 1000
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
    schoon = _schoon(tekst)
    leeg = read_reden(tekst)
    if leeg:
        return Getal(None, leeg=leeg)
    prefix = _KWALIFICATIE.match(schoon)
    kwalificatie = ""
    if prefix:
        kwalificatie = _KWALIFICATIES[prefix.group(1).strip()]
        schoon = schoon[prefix.end() :]
    elif schoon.endswith("+"):
        kwalificatie, schoon = "minimaal", schoon[:-1].rstrip()
    getal = _enkel(schoon) or _bandbreedte(schoon)
    return replace(getal, kwalificatie=kwalificatie) if getal and kwalificatie else getal


def read_reden(tekst: str) -> Reden | None:
    """Return why there is no answer when the text says so: ``-``, ``PM``, ``n.v.t.``."""
    if len(tekst) > _LANGSTE:
        return None
    schoon = _schoon(tekst).removeprefix("€").removesuffix("€").strip()
    return _LEGE_WOORDEN.get(schoon) or _LEGE_WOORDEN.get(schoon.replace(".", "").strip())


def is_min_of_minimaal(tekst: str) -> bool:
    """Return whether ``min 5`` stands there, which is said of -5 as well as of 5 or more."""
    return bool(_MIN_OF_MINIMAAL.fullmatch(_schoon(tekst)))


def is_datum(tekst: str) -> bool:
    """Return whether a text is a date as a spreadsheet shows it, like ``10-dec``."""
    return len(tekst) <= _LANGSTE and bool(_DATUM.fullmatch(_schoon(tekst)))


def _schoon(tekst: str) -> str:
    """Return the text in small letters, with one kind of space, hyphen, minus and apostrophe."""
    return _SPATIES.sub(" ", zonder_onzichtbaar(tekst).translate(_TEKENS)).strip().lower()


def _bandbreedte(tekst: str) -> Getal | None:
    """Return the lowest of two numbers, with the highest beside it."""
    delen = _BANDBREEDTE.fullmatch(tekst)
    if delen is None:
        return None
    eerste, tweede = delen["laag"].strip(), delen["hoog"].strip()
    if eerste.startswith("-") and tweede[0] != "-" and delen["woord"] not in _VAN_TOT:
        return None  # the minus before the first may count for both: -10-5
    paar = _met_maal(eerste, tweede), _enkel(tweede)
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


def _met_maal(eerste: str, tweede: str) -> Getal | None:
    """Return the first of two numbers; a "mln" or "k" behind the second counts for both.

    Not where that would turn the two around, as in ``500.000 - 1 mln``. A small number that
    would be turned around is not read at all: nobody can tell what ``500 - 1 mln`` means.
    """
    kaal, hoogste = _enkel(eerste), _enkel(tweede)
    links, rechts = _GETAL.fullmatch(eerste), _GETAL.fullmatch(tweede)
    if not (links and rechts and kaal and hoogste) or links["maal"] or not rechts["maal"]:
        return kaal
    einde = links.end("cijfers")
    maal = _enkel(f"{eerste[:einde]} {rechts['maal']}{eerste[einde:]}")
    if maal is not None and _waarde(maal) <= _waarde(hoogste):
        return maal
    return kaal if _waarde(kaal) >= _DUIZEND else None


def _waarde(getal: Getal) -> Decimal:
    """Return the value of a number that was read with digits, so that there is one."""
    return getal.waarde or Decimal(0)


def _enkel(tekst: str) -> Getal | None:
    """Return one number with its unit, without qualifier."""
    delen = _GETAL.fullmatch(tekst)
    cijfers = _cijfers(delen["cijfers"].strip()) if delen else None
    if delen is None or cijfers is None:
        return None
    waarde, dubbelzinnig, duizendtal = cijfers
    if delen["maal"]:
        waarde, duizendtal = waarde * 10 ** _MAAL[delen["maal"].rstrip(".")], None
    eenheid = (delen["eenheid"] or "").strip().rstrip(".")
    munt = bool(delen["munt1"] or delen["munt2"])
    if munt and eenheid and eenheid not in _MUNT:
        return None
    if munt or eenheid in _MUNT:
        eenheid = "euro"
    return Getal(
        waarde.copy_negate() if delen["teken"] == "-" else waarde,
        eenheid="%" if eenheid in ("procent", "pct") else eenheid,
        # a sign that stands there twice may be a slip for another sign, such as a digit
        dubbelzinnig=dubbelzinnig or tekst.count("€") > 1,
        duizendtal=duizendtal,
    )


def _cijfers(tekst: str) -> tuple[Decimal, bool, Decimal | None] | None:
    """Return the value of bare digits with signs, whether they can be read two ways, and how."""
    if _NEDERLANDS.fullmatch(tekst):
        kaal = tekst.replace(".", "").replace(" ", "").replace(",", ".")
        if _DRIE_DECIMALEN.fullmatch(tekst):
            return Decimal(kaal), True, Decimal(tekst.replace(",", ""))
        return Decimal(kaal), False, None
    if _PUNT_ALS_KOMMA.fullmatch(tekst):
        return Decimal(tekst), True, None
    if _ENGELS.fullmatch(tekst):
        return Decimal(tekst.replace(",", "")), True, None
    return None
