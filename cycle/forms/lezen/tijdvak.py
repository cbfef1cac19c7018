"""Tijdvak: periods as people in the Netherlands write them, from first to last day.

Pure text in, period out. "Q3 2026" is three months, "1 juli '26" one day; "najaar 2026" is
read too but marked `is_vaag`, because another reader may think of other months.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import pendulum

from cycle.forms.celtekst import zonder_onzichtbaar


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """A period, both days included; `is_vaag` when its borders are our own choice."""

    van: pendulum.Date
    tot: pendulum.Date
    is_vaag: bool = False


_LANGSTE: Final = 40
_SPATIES = re.compile(r"[\s,]+")
_TEKENS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u00b4`", "'"),
        **dict.fromkeys("\u2013\u2014\u2212", "-"),
    }
)
_NAMEN: Final = (
    ("januari", "jan"), ("februari", "feb", "febr"), ("maart", "mrt"), ("april", "apr"),
    ("mei",), ("juni", "jun"), ("juli", "jul"), ("augustus", "aug"),
    ("september", "sep", "sept"), ("oktober", "okt"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MAANDEN: Final = {naam: nr for nr, namen in enumerate(_NAMEN, 1) for naam in namen}
_RANG: Final = {
    "1": 1, "2": 2, "3": 3, "4": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4, "1ste": 1, "2de": 2,
    "3de": 3, "4de": 4, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4,
}  # fmt: skip
_SEIZOENEN: Final = {
    "voorjaar": (3, 5), "lente": (3, 5), "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11),
}  # fmt: skip
_DELEN_VAN_HET_JAAR: Final = {
    "begin": (1, 3), "medio": (5, 8), "midden": (5, 8), "half": (5, 8),
    "eind": (10, 12), "einde": (10, 12),
}  # fmt: skip
_DELEN_VAN_DE_MAAND: Final = {
    "begin": (1, 10), "medio": (11, 20), "midden": (11, 20), "half": (11, 20),
    "eind": (21, 31), "einde": (21, 31),
}  # fmt: skip

_MAAND = r"(?P<maand>" + "|".join(sorted(_MAANDEN, key=len, reverse=True)) + r")\.?"
_JAAR = r"(?:[ /-]*(?P<jaar>[12][0-9]{3}|'[0-9]{2}|(?<=[ /-])[0-9]{2}))?"
_MIDDERNACHT = r"(?:[ t]0?0:00(?::00(?:\.0+)?)?)?"
_RANGEN = "|".join(sorted(_RANG, key=len, reverse=True))
_DAG = re.compile(
    r"(?P<dag>[0-9]{1,2})[ -]+" + _MAAND + r"(?:[ -]+(?P<jaar>[12][0-9]{3}|'?[0-9]{2}))?"
)
_CIJFERS = re.compile(
    r"(?P<dag>[0-9]{1,2})([-/.])(?P<maand>[0-9]{1,2})\2(?P<jaar>[12][0-9]{3}|[0-9]{2})"
    + _MIDDERNACHT
)
_ISO = re.compile(
    r"(?P<jaar>[12][0-9]{3})([-/])(?P<maand>[0-9]{1,2})\2(?P<dag>[0-9]{1,2})" + _MIDDERNACHT
)
_MAAND_JAAR = re.compile(_MAAND + r"(?:[ /-]*(?P<jaar>[12][0-9]{3}|'?[0-9]{2}))?")
_MAAND_CIJFERS = re.compile(r"(?P<maand>[0-9]{1,2})[-/](?P<jaar>[12][0-9]{3})")
_MAAND_ISO = re.compile(r"(?P<jaar>[12][0-9]{3})-(?P<maand>[0-9]{2})")
_KWARTAAL = re.compile(
    rf"(?:(?:q|k|kw)\.? ?(?P<a>[1-4])|(?P<b>{_RANGEN}) (?:kwartaal|kwart|kw\.?|q)"
    rf"|kwartaal (?P<c>[1-4])){_JAAR}"
)
_KWARTAAL_ACHTER = re.compile(r"(?P<jaar>[12][0-9]{3})[ /-]*q ?(?P<a>[1-4])")
_HELFT = re.compile(
    rf"(?:h ?(?P<a>[12])|(?P<b>{_RANGEN}) (?:helft|halfjaar|half jaar)(?: van)?){_JAAR}"
)
_HEEL_JAAR = re.compile(
    r"(?:(?:het )?(?:hele|gehele|heel) jaar|heel|geheel|jaar)? ?(?P<jaar>[12][0-9]{3})"
    r"|(?:het )?(?:hele|gehele) jaar"
)
_DOORLOPEND = re.compile(
    r"(?:doorlopend|continue?|permanent|jaarrond|jaarlijks|(?:elk|ieder|heel(?: het)?) jaar"
    r"|(?:gedurende )?(?:het )?(?:ge)?hele jaar(?: door)?|gedurende (?:het jaar|heel))"
    rf"(?: (?:in|heel))?{_JAAR}"
)
_VAAG = re.compile(
    r"(?:in (?:het|de)? ?)?(?P<deel>" + "|".join({**_SEIZOENEN, **_DELEN_VAN_HET_JAAR})
    + rf")(?: van)?{_JAAR}"
)  # fmt: skip
_VAGE_MAAND = re.compile(r"(?P<deel>" + "|".join(_DELEN_VAN_DE_MAAND) + r") (?P<rest>.+)")
_VOORZETSEL = re.compile(r"(?:in|per|op|met ingang van|m\.?i\.?v\.?) ")
_UITERLIJK = re.compile(
    r"(?P<woord>uiterlijk|vanaf|voor|vóór|tot en met|t/m|tot) (?:op |eind )?(?P<rest>.+)"
)
_BEREIK = re.compile(
    r"(?:van |tussen )?(?P<links>.+?)(?: ?- ?| t/m | tot en met | tot | en |/)(?P<rechts>.+)"
)


def read_tijdvak(tekst: str, jaar: int) -> Tijdvak | None:
    """Return the period in `tekst`, None when it is none; `jaar` counts when none is written.

    Reads ``Q3 2026``, ``4e kwartaal``, ``1 juli '26``, ``juli 2026``, ``15-07-2026``,
    ``2026-07-15``, ``2026`` and ``maart - juni 2026``. Texts above 40 characters are not
    tried.
    """
    if len(tekst) > _LANGSTE or not 1000 <= jaar <= 9000:
        return None
    kaal = zonder_onzichtbaar(tekst).translate(_TEKENS)
    schoon = _SPATIES.sub(" ", kaal).strip(" .;").lower()
    return _lees(schoon, jaar) if schoon else None


@lru_cache(maxsize=256)
def _lees(tekst: str, jaar: int) -> Tijdvak | None:
    """Return the period in a clean text; most rows of a form say the same one."""
    for lees in (_exact, _vaag, _uiterlijk, _bereik):
        tijdvak = lees(tekst, jaar)
        if tijdvak is not None:
            return tijdvak
    return None


def _exact(tekst: str, jaar: int) -> Tijdvak | None:
    """Return a day, month, quarter, half or year."""
    tekst = _VOORZETSEL.sub("", tekst, count=1) if _VOORZETSEL.match(tekst) else tekst
    for patroon in (_DAG, _CIJFERS, _ISO):
        if gevonden := patroon.fullmatch(tekst):
            return _dag(gevonden, jaar)
    for patroon in (_MAAND_JAAR, _MAAND_CIJFERS, _MAAND_ISO):
        if gevonden := patroon.fullmatch(tekst):
            maand = _maandnummer(gevonden["maand"])
            return _maanden(_jaar(gevonden["jaar"], jaar), maand, maand)
    for patroon, lengte in ((_KWARTAAL, 3), (_KWARTAAL_ACHTER, 3), (_HELFT, 6)):
        if gevonden := patroon.fullmatch(tekst):
            deel = _rang(gevonden, 12 // lengte)
            eerste = (deel - 1) * lengte + 1
            return _maanden(_jaar(gevonden["jaar"], jaar), eerste, eerste + lengte - 1)
    gevonden = _HEEL_JAAR.fullmatch(tekst)
    return _maanden(_jaar(gevonden["jaar"], jaar), 1, 12) if gevonden else None


def _vaag(tekst: str, jaar: int) -> Tijdvak | None:
    """Return a season or a part of a year or month, with borders that we choose."""
    if gevonden := _DOORLOPEND.fullmatch(tekst):
        return _als_vaag(_maanden(_jaar(gevonden["jaar"], jaar), 1, 12))
    if gevonden := _VAAG.fullmatch(tekst):
        deel = {**_SEIZOENEN, **_DELEN_VAN_HET_JAAR}[gevonden["deel"]]
        return _als_vaag(_maanden(_jaar(gevonden["jaar"], jaar), *deel))
    if gevonden := _VAGE_MAAND.fullmatch(tekst):
        maand = _exact(gevonden["rest"], jaar)
        if maand is None or maand.van == maand.tot or maand.van.month != maand.tot.month:
            return None
        eerste, laatste = _DELEN_VAN_DE_MAAND[gevonden["deel"]]
        return Tijdvak(
            maand.van.set(day=eerste), maand.van.set(day=min(laatste, maand.tot.day)), is_vaag=True
        )
    return None


def _uiterlijk(tekst: str, jaar: int) -> Tijdvak | None:
    """Return the period in that year up to a last day, or from a first day on."""
    gevonden = _UITERLIJK.fullmatch(tekst)
    rest = _exact(gevonden["rest"], jaar) if gevonden else None
    if gevonden is None or rest is None:
        return None
    if gevonden["woord"] == "vanaf":
        return Tijdvak(rest.van, pendulum.date(rest.van.year, 12, 31), is_vaag=True)
    tot = rest.van.subtract(days=1) if gevonden["woord"] in ("voor", "vóór") else rest.tot
    return Tijdvak(pendulum.date(tot.year, 1, 1), tot, is_vaag=True)


def _bereik(tekst: str, jaar: int) -> Tijdvak | None:
    """Return the period from one period to another; the year may stand at the end only."""
    gevonden = _BEREIK.fullmatch(tekst)
    rechts = _exact(gevonden["rechts"].strip(), jaar) if gevonden else None
    if gevonden is None or rechts is None:
        return None
    links = _exact(gevonden["links"].strip(), rechts.van.year)
    if links is None or links.van > rechts.tot:
        return None
    return Tijdvak(links.van, rechts.tot)


def _als_vaag(tijdvak: Tijdvak | None) -> Tijdvak | None:
    """Return the same period, marked as our own choice of borders."""
    return replace(tijdvak, is_vaag=True) if tijdvak else None


def _dag(gevonden: re.Match[str], jaar: int) -> Tijdvak | None:
    """Return one day, None when the calendar does not have it."""
    maand, dag = _maandnummer(gevonden["maand"]), int(gevonden["dag"])
    heel = _jaar(gevonden["jaar"], jaar)
    if not 1 <= maand <= 12 or not 1 <= dag <= monthrange(heel, maand)[1]:
        return None
    datum = pendulum.date(heel, maand, dag)
    return Tijdvak(datum, datum)


def _maandnummer(tekst: str) -> int:
    """Return the number of a month, written as a word or in digits."""
    return _MAANDEN[tekst] if tekst in _MAANDEN else int(tekst)


def _rang(gevonden: re.Match[str], hoogste: int) -> int:
    """Return which part of the year is meant; "laatste" is the highest one."""
    groepen = gevonden.groupdict()
    tekst = next(t for naam in ("a", "b", "c") if (t := groepen.get(naam)))
    return min(_RANG[tekst], hoogste)


def _jaar(tekst: str | None, anders: int) -> int:
    """Return a year of four or two digits, `anders` when none is written."""
    if not tekst:
        return anders
    cijfers = tekst.lstrip("'")
    return int(cijfers) if len(cijfers) == 4 else 2000 + int(cijfers)


def _maanden(jaar: int, eerste: int, laatste: int) -> Tijdvak | None:
    """Return whole months, None when the months do not exist."""
    if not 1 <= eerste <= laatste <= 12:
        return None
    return Tijdvak(
        pendulum.date(jaar, eerste, 1),
        pendulum.date(jaar, laatste, monthrange(jaar, laatste)[1]),
    )
