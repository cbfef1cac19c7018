"""Bereikt: what was reached before a jaar, for many lines at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def add_realisatie(
    regels: pd.DataFrame, realisatie: pd.DataFrame, leveranciers: pd.Series[Any], jaar: int
) -> pd.Series[Any]:
    """Return per row of `regels` what was reached, NA when any part of it is unknown.

    The rules are those of `cycle.domain.realisatie`: a stroom adds over years and partijen,
    a stand takes the last year of each partij, an aandeel that of the only one. `leveranciers`
    says how many partijen have to report. A year reported as n.b. or not at all makes the
    whole unknown.
    """
    import numpy as np
    import pandas as pd

    rij = pd.Index(regels["afspraak_id"]).get_indexer(realisatie["afspraak_id"])
    meldingen = pd.DataFrame(
        {
            "rij": rij,
            "partij": realisatie["partij"].cat.codes,
            "jaar": realisatie["jaar"],
            "waarde": realisatie["waarde"],
        }
    )[rij >= 0]
    is_stroom = (regels["aard"] == "stroom").to_numpy()
    begin = regels["van"].fillna(0)
    begin = begin.mask(regels["tot"].isna() & is_stroom, begin.clip(lower=jaar - 1))
    eerste = begin.to_numpy("int64")
    telt = (meldingen["jaar"] < jaar) & (meldingen["jaar"] >= eerste[meldingen["rij"]])
    meldingen = meldingen[telt.fillna(value=False)]
    stroom = is_stroom[meldingen["rij"]]
    delen = pd.concat([_per_jaar(meldingen[stroom]), _laatste(meldingen[~stroom])])
    aantal = np.bincount(delen["rij"], minlength=len(regels))
    som = _sommen(delen, len(regels))
    gevraagd = leveranciers.to_numpy() * np.where(is_stroom, np.maximum(jaar - eerste, 0), 1)
    is_bekend = (aantal >= gevraagd) & ~_met_onbekend(delen, len(regels))
    is_bekend &= ~((regels["aard"] == "aandeel").to_numpy() & (leveranciers.to_numpy() > 1))
    return pd.Series(som, index=regels.index).astype("Float64").where(is_bekend)


def _per_jaar(meldingen: pd.DataFrame) -> pd.DataFrame:
    """Return one row per line, partij and jaar; two reports of one partij are added."""
    jaren = meldingen["jaar"].to_numpy("int64")
    partijen = meldingen["partij"].to_numpy("int64") + 1
    sleutel = (meldingen["rij"].to_numpy() * (partijen.max(initial=0) + 1) + partijen) * 10_000
    if not meldingen.assign(sleutel=sleutel + jaren)["sleutel"].duplicated().any():
        return meldingen
    groepen = meldingen.groupby(["rij", "partij", "jaar"], sort=False)["waarde"]
    compleet = groepen.count() == groepen.size()
    return groepen.sum().where(compleet).reset_index()


def _laatste(meldingen: pd.DataFrame) -> pd.DataFrame:
    """Return the last report per line and partij."""
    op_jaar = meldingen.sort_values("jaar", kind="stable")
    laatste = op_jaar.groupby(["rij", "partij"], sort=False)["jaar"].transform("max")
    sleutel = ["rij", "partij", "jaar"]
    return _per_jaar(op_jaar[op_jaar["jaar"] == laatste][[*sleutel, "waarde"]])


def _sommen(delen: pd.DataFrame, aantal: int) -> np.ndarray[Any, Any]:
    """Return the sum of the known amounts per line."""
    import numpy as np

    waarden = delen["waarde"].fillna(0).to_numpy("float64")
    return np.bincount(delen["rij"], weights=waarden, minlength=aantal)


def _met_onbekend(delen: pd.DataFrame, aantal: int) -> np.ndarray[Any, Any]:
    """Return which lines have a report of n.b."""
    import numpy as np

    onbekend: np.ndarray[Any, Any] = (
        np.bincount(delen["rij"][delen["waarde"].isna()], minlength=aantal) > 0
    )
    return onbekend
