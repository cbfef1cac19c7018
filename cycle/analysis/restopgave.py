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
    "nvt": "bool",
    "afname": "bool",
    "doel": "Float64",
    "realisatie": "Float64",
    "fasering": "Float64",
    "bod": "Float64",
    "van": "Float64",
    "tot_en_met": "Float64",
}
"""Columns and dtypes that `add_restopgave` needs; amounts in the unit of the indicator.

`compleet` is False for a sum of offers in which one is still missing, `nvt` says that every
answer is "n.v.t.", `afname` that the doel is only the loss that is expected.
"""

UITKOMSTEN = ("rest", "nodig", "verschil", "na_bod_rest", "tempo", "oordeel")
"""Columns that `add_restopgave` adds, in this order."""

_DECIMALEN = 6
"""Far below the precision of any indicator, far above the error of a float (2.2 - 1.2)."""


def add_restopgave(regels: pd.DataFrame, jaar: int) -> pd.DataFrame:
    """Return `regels` with rest, nodig, verschil, na_bod_rest, tempo (Float64), oordeel.

    For amounts that add up over the years rest = doel - realisatie, never below zero
    unless the doel itself is (an expected loss). nodig is the agreed fasering when there is
    one, else rest spread evenly over the years that remain, rounded up; for a ceiling it is
    all the room that is left, and before the period begins it is zero. A doel without an end
    holds for every year by itself. For shares and snapshots nodig is the doel. verschil is
    positive when the offer is more than needed, or leaves room below a ceiling. Unknown
    (n.b.) stays unknown, and so does the verschil of a sum that misses an offer: neither is
    ever counted as zero.

    na_bod_rest is what remains once this offer is done, tempo what each later year of the
    period must then bring. Who does not take part brings nothing, which is known.
    """
    per_jaar = ~regels["stroom"] | regels["tot_en_met"].isna()
    rest = (regels["doel"] - regels["realisatie"]).where(~per_jaar)
    ondergrens = regels["doel"].clip(upper=0).fillna(0)
    rest = rest.clip(lower=ondergrens).round(_DECIMALEN)
    nodig = regels["fasering"].fillna(_nodig(regels, rest, per_jaar, jaar))
    verschil = (regels["bod"] - nodig).where(~regels["maximum"], nodig - regels["bod"])
    verschil = verschil.round(_DECIMALEN).where(regels["compleet"])
    bod = regels["bod"].mask(regels["bod"].isna() & ~regels["doet_mee"], 0)
    over = (rest - bod).where(regels["compleet"]).clip(lower=ondergrens).round(_DECIMALEN)
    uit = regels.assign(rest=rest, nodig=nodig, verschil=verschil, na_bod_rest=over)
    return uit.assign(tempo=_tempo(uit, jaar), oordeel=_oordeel(uit))


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


def _tempo(regels: pd.DataFrame, jaar: int) -> pd.Series[float]:
    """Return what each year after `jaar` must bring, unknown when the period is then over."""
    in_een_keer = regels["maximum"] | (regels["doel"] < 0).fillna(value=False)
    jaren = regels["tot_en_met"] - (regels["van"] - 1).clip(lower=jaar)
    over = regels["na_bod_rest"]
    return _omhoog(over / jaren.where(jaren > 0)).where(~in_een_keer, over.where(jaren > 0))


def _omhoog(reeks: pd.Series[float]) -> pd.Series[float]:
    """Return the series rounded up to whole numbers, unknown values left unknown."""
    return -((-reeks) // 1)


def _oordeel(regels: pd.DataFrame) -> pd.Series[str]:
    """Return the judgement per line; of the rules that fit the last one wins.

    More demolition than expected is not "ahead", and less is not "behind".
    """
    import numpy as np
    import pandas as pd

    verschil = regels["verschil"]
    voor = (verschil > 0) & ~regels["maximum"] & (regels["doel"] > 0)
    achter = (verschil < 0) & ~regels["maximum"]
    rules = [
        (voor, Oordeel.LOOPT_VOOR),
        (voor & regels["afname"], Oordeel.MEER_DAN_VERWACHT),
        (achter, Oordeel.LOOPT_ACHTER),
        (achter & regels["afname"], Oordeel.MINDER_DAN_VERWACHT),
        ((verschil < 0) & regels["maximum"], Oordeel.BOVEN_PLAFOND),
        (verschil.isna(), Oordeel.NIET_TE_BEPALEN),
        (regels["doel"].isna(), Oordeel.TOEGEZEGD),
        (regels["bod"].isna(), Oordeel.GEEN_BOD),
        (~regels["doet_mee"], Oordeel.DOET_NIET_MEE),
        (regels["nvt"], Oordeel.NIET_VAN_TOEPASSING),
    ]
    woorden = [Oordeel.OP_KOERS.value, *(uitkomst.value for _, uitkomst in rules)]
    codes = np.zeros(len(regels), dtype="int8")
    for nummer, (masker, _) in enumerate(rules, start=1):
        codes[masker.to_numpy("bool", na_value=False)] = nummer
    return pd.Series(pd.Categorical.from_codes(codes, pd.Index(woorden)), index=regels.index)
