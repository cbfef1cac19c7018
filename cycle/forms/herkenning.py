"""Herkenning: whose form this is and which questions it asked.

The form carries that itself, on a sheet nobody sees and once more in its properties. A
somcode ties the two together, so that a form of which this was changed is not booked on
the wrong partij.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.domain.indicator import INZET, IndicatorAard
from cycle.forms.indeling import BIEDING, KENMERKEN, NIET_NODIG
from cycle.forms.raster import Blad, Raster

VOORVOEGSEL: Final = "jaarschijf_"
"""Prefix of the custom properties."""

VRAAGVELDEN: Final = (*BIEDING.vast, "aard")
"""Columns of the questions on the hidden sheet: the grey cells, and how values add up."""

_JAAR: Final = re.compile(r"[12][0-9]{3}")
_NAMEN: Final = ("partij", "samenwerking", "gemeente", "cyclus", "versie")


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question as it was sent out; `vast` holds the text of every grey cell."""

    regelcode: str
    eenheid: str
    aard: IndicatorAard
    vast: Mapping[str, str]

    @property
    def is_proces(self) -> bool:
        """Return whether this question asks what the partij will do, without a number."""
        return self.aard is IndicatorAard.PROCES


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """Who, which samenwerking and gemeente, which jaar, which version of the form.

    `vragen` is None when the hidden sheet is gone: then nobody can tell which rows are
    missing, and the grey cells are taken as they stand.
    """

    partij: str
    samenwerking: str
    gemeente: str
    jaar: int
    versie: str
    vragen: Mapping[str, Vraag] | None

    def vraag(self, regelcode: str, zichtbaar: Mapping[str, str]) -> Vraag | None:
        """Return the question of a row, None for an unknown code.

        `zichtbaar` holds the grey cells of that row; they count when there is nothing better.
        """
        if self.vragen is not None:
            return self.vragen.get(regelcode)
        if regelcode.endswith(f"-{INZET.code}"):
            return Vraag(regelcode, "", IndicatorAard.PROCES, {})
        eenheid = zichtbaar.get("eenheid", "")
        aard = IndicatorAard.AANDEEL if eenheid == "%" else IndicatorAard.STROOM
        return Vraag(regelcode, eenheid, aard, {})


def one_line(tekst: str) -> str:
    """Return the text on one line, so that programs that rewrap it change nothing."""
    return " ".join(tekst.split())


def bereken_somcode(kenmerken: Sequence[str], vragen: Iterable[Sequence[str]]) -> str:
    """Return the first 16 hex digits of the sha256 over identification and questions.

    `kenmerken` are partij, samenwerking, gemeente, cyclus and versie; every question gives its
    `VRAAGVELDEN`. Guards against accidents; it is no secret and no signature.
    """
    regels = ["\t".join(map(one_line, delen)) for delen in (kenmerken, *vragen)]
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()[:16]


def read_kenmerken(raster: Raster) -> Kenmerken | None:
    """Return whose form this is; None when it does not say, or says two things."""
    uit_eigenschappen = {
        naam.removeprefix(VOORVOEGSEL): waarde
        for naam, waarde in raster.eigenschappen.items()
        if naam.startswith(VOORVOEGSEL)
    }
    blad = raster.blad(KENMERKEN)
    if blad is None:
        return _kenmerken(uit_eigenschappen, None)
    rijen = list(_rijen(blad))
    uit_blad = {rij[0]: rij[1] for rij in rijen if rij[0] in (*_NAMEN, "somcode")}
    kop = next((nr for nr, rij in enumerate(rijen) if rij[0] == VRAAGVELDEN[0]), len(rijen))
    vragen = [rij for rij in rijen[kop + 1 :] if rij[0]]
    somcode = bereken_somcode([uit_blad.get(naam, "") for naam in _NAMEN], vragen)
    verschilt = any(uit_blad.get(n) != waarde for n, waarde in uit_eigenschappen.items())
    if somcode != uit_blad.get("somcode") or verschilt:
        return None
    return _kenmerken(uit_blad, {rij[0]: _vraag(rij) for rij in vragen})


def _rijen(blad: Blad) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet as text, always with a value for every column."""
    breedte = range(1, len(VRAAGVELDEN) + 1)
    for rij in range(1, max((r for r, _ in blad.cellen), default=0) + 1):
        gevuld = (blad.cellen.get((rij, kolom)) for kolom in breedte)
        yield tuple(one_line(cel.ruw) if cel else "" for cel in gevuld)


def _vraag(rij: Sequence[str]) -> Vraag:
    """Return one question from a row of the hidden sheet."""
    velden = dict(zip(VRAAGVELDEN, rij, strict=True))
    return Vraag(velden["regel"], velden["eenheid"], IndicatorAard(velden.pop("aard")), velden)


def _kenmerken(velden: Mapping[str, str], vragen: Mapping[str, Vraag] | None) -> Kenmerken | None:
    """Return the identification, None when a part of it is missing."""
    jaar = velden.get("cyclus", "")
    if not (velden.get("partij") and velden.get("samenwerking") and _JAAR.fullmatch(jaar)):
        return None
    return Kenmerken(
        partij=velden["partij"],
        samenwerking=velden["samenwerking"],
        gemeente=velden.get("gemeente", ""),
        jaar=int(jaar),
        versie=velden.get("versie", ""),
        vragen=vragen,
    )


def is_niet_nodig(tekst: str) -> bool:
    """Return whether a bod cell still says that nothing is asked there."""
    return tekst.strip().lower() == NIET_NODIG
