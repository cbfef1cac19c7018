"""Restopgave: what remains, what this jaar must bring, and how the offer compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cycle.domain.jaarschijf import Oordeel

if TYPE_CHECKING:
    import pandas as pd

KOLOMMEN = {
    "stroom": "bool",
    "maximum": "bool",
    "doet_mee": "bool",
    "compleet": "bool",
    "doel": "Float64",
    "realisatie": "Float64",
    "fasering": "Float64",
    "bod": "Float64",
    "van": "Float64",
    "tot_en_met": "Float64",
}
"""Columns and dtypes that `add_restopgave` needs; amounts in the unit of the indicator.

`compleet` is False for a sum of offers in which one is still missing.
"""

_DECIMALEN = 6
"""Far below the precision of any indicator, far above the error of a float (2.2 - 1.2)."""


def add_restopgave(regels: pd.DataFrame, jaar: int) -> pd.DataFrame:
    """Return `regels` with the columns rest, nodig, verschil (Float64) and oordeel (str).

    For amounts that add up over the years rest = doel - realisatie, never below zero
    unless the doel itself is (an expected loss). nodig is the agreed fasering when there is
    one, else rest spread evenly over the years that remain, rounded up; for a ceiling it is
    all the room that is left, and before the period begins it is zero. A doel without an end
    holds for every year by itself. For shares and snapshots nodig is the doel. verschil is
    positive when the offer is more than needed, or leaves room below a ceiling. Unknown
    (n.b.) stays unknown, and so does the verschil of a sum that misses an offer: neither is
    ever counted as zero.
    """
    per_jaar = ~regels["stroom"] | regels["tot_en_met"].isna()
    rest = (regels["doel"] - regels["realisatie"]).where(~per_jaar)
    rest = rest.clip(lower=regels["doel"].clip(upper=0).fillna(0)).round(_DECIMALEN)
    nodig = regels["fasering"].fillna(_nodig(regels, rest, per_jaar, jaar))
    verschil = (regels["bod"] - nodig).where(~regels["maximum"], nodig - regels["bod"])
    verschil = verschil.round(_DECIMALEN).where(regels["compleet"])
    uit = regels.assign(rest=rest, nodig=nodig, verschil=verschil)
    return uit.assign(oordeel=_oordeel(uit))


def _nodig(
    regels: pd.DataFrame, rest: pd.Series[float], per_jaar: pd.Series[bool], jaar: int
) -> pd.Series[float]:
    """Return what this jaar must bring when no fasering was agreed."""
    jaren = (regels["tot_en_met"] - jaar + 1).clip(lower=1)
    in_een_keer = regels["maximum"] | (regels["doel"] < 0).fillna(value=False)
    begint_later = (regels["van"] > jaar).fillna(value=False)
    voorbij = (regels["tot_en_met"] < jaar).fillna(value=False)
    nodig = _omhoog(rest / jaren).where(~in_een_keer, rest)
    nodig = nodig.mask(begint_later & nodig.notna(), 0)
    nodig = nodig.where(~per_jaar, regels["doel"])
    return nodig.mask((per_jaar | regels["maximum"]) & (begint_later | voorbij))


def _omhoog(reeks: pd.Series[float]) -> pd.Series[float]:
    """Return the series rounded up to whole numbers, unknown values left unknown."""
    return -((-reeks) // 1)


def _oordeel(regels: pd.DataFrame) -> pd.Series[str]:
    """Return the judgement per line; of the rules that fit the last one wins."""
    import pandas as pd

    verschil = regels["verschil"]
    oordeel = pd.Series(Oordeel.OP_KOERS.value, index=regels.index, dtype="str")
    voor = (verschil > 0) & ~regels["maximum"] & (regels["doel"] > 0)
    rules = [
        (voor, Oordeel.LOOPT_VOOR),
        ((verschil < 0) & ~regels["maximum"], Oordeel.LOOPT_ACHTER),
        ((verschil < 0) & regels["maximum"], Oordeel.BOVEN_PLAFOND),
        (verschil.isna(), Oordeel.NIET_TE_BEPALEN),
        (regels["doel"].isna(), Oordeel.TOEGEZEGD),
        (regels["bod"].isna(), Oordeel.GEEN_BOD),
        (~regels["doet_mee"], Oordeel.DOET_NIET_MEE),
    ]
    for masker, uitkomst in rules:
        oordeel = oordeel.mask(masker.astype("boolean").fillna(value=False), uitkomst.value)
    return oordeel
