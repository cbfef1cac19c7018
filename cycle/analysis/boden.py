"""Boden: which answers count, and how much each key and line is offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cycle.domain.bieding import Deelname

if TYPE_CHECKING:
    import pandas as pd

_NIET_MEE = (Deelname.NEE.value, Deelname.NVT.value)
_ACTIVITEIT = ["gemeente", "activiteit_id"]


@dataclass(frozen=True, slots=True)
class Boden:
    """Answers that count, their sums per key, and the answers with something wrong.

    `antwoorden` has a column `telt`: False for what is only shown, NA when nobody can tell.
    """

    antwoorden: pd.DataFrame
    per_sleutel: pd.DataFrame
    dubbel: pd.DataFrame
    trekkers: pd.DataFrame
    eenheden: pd.DataFrame


def tel_boden(biedingen: pd.DataFrame, eenheden: Mapping[str, str]) -> Boden:
    """Return what is offered per key; `biedingen` has the columns `groep` and `sleutel`.

    Of two answers to one question for one activity the last counts. The number of an answer
    in another unit is not used. Of joint work only the row of the one trekker counts.
    """
    is_dubbel = _is_dubbel(biedingen)
    antwoorden = biedingen[~is_dubbel]
    anders = _andere_eenheid(antwoorden, eenheden)
    telt, zonder_trekker = _telt(antwoorden)
    antwoorden = antwoorden.assign(bod=antwoorden["bod"].mask(anders), telt=telt)
    return Boden(
        antwoorden=antwoorden,
        per_sleutel=_tel(antwoorden),
        dubbel=biedingen[is_dubbel],
        trekkers=antwoorden[zonder_trekker],
        eenheden=biedingen[~is_dubbel][anders],
    )


def _is_dubbel(biedingen: pd.DataFrame) -> pd.Series[bool]:
    """Return which answers a later row replaces."""
    dubbel = biedingen["sleutel"].duplicated(keep=False)
    if not dubbel.any():
        return dubbel
    sleutel = ["sleutel", "activiteit_id"]
    dubbel[dubbel] = biedingen.loc[dubbel, sleutel].duplicated(keep="last")
    return dubbel


def _andere_eenheid(antwoorden: pd.DataFrame, eenheden: Mapping[str, str]) -> pd.Series[bool]:
    """Return which offers are made in another unit than that of their indicator."""
    import numpy as np
    import pandas as pd

    gegeven, indicator = antwoorden["eenheid"].cat, antwoorden["indicator"].cat
    gewoon = [eenheden.get(str(code)) for code in indicator.categories]
    afgesproken = np.append(gegeven.categories.get_indexer(pd.Index(gewoon, dtype="object")), -1)
    gevraagd = np.append([eenheid is not None for eenheid in gewoon], values=False)
    plaats = indicator.codes.to_numpy()
    anders = gegeven.codes.to_numpy() != afgesproken[plaats]
    anders &= gevraagd.astype("bool")[plaats] & (gegeven.codes >= 0).to_numpy()
    fout: pd.Series[bool] = antwoorden["bod"].notna() & anders
    return fout


def _telt(antwoorden: pd.DataFrame) -> tuple[pd.Series[bool], pd.Series[bool]]:
    """Return which answers count, and which belong to joint work without exactly one trekker."""
    import pandas as pd

    telt = pd.Series(data=True, index=antwoorden.index, dtype="boolean")
    zonder = pd.Series(data=False, index=antwoorden.index)
    samen = antwoorden[antwoorden["activiteit_id"].notna()]
    if samen.empty:
        return telt, zonder
    trekt = samen["trekker"].fillna(value=False)
    groepen = trekt.astype("int64").groupby(
        [samen[naam] for naam in _ACTIVITEIT], observed=True, sort=False
    )
    alleen = (groepen.transform("size") == 1) & samen["trekker"].isna()
    fout = (groepen.transform("sum") != 1) & ~alleen
    telt[samen.index] = (trekt | alleen).mask(fout)
    zonder[samen.index] = fout
    return telt, zonder


def _tel(antwoorden: pd.DataFrame) -> pd.DataFrame:
    """Return per key: bod, bod_telt, onzeker, klaar, weigert, nvt and the number of answers."""
    status = antwoorden["status"]
    weigert = status.isin(_NIET_MEE)
    rijen: pd.DataFrame = antwoorden[["sleutel", "bod"]].assign(
        laagste=antwoorden["bod"],
        bod_telt=antwoorden["bod"].where(antwoorden["telt"].fillna(value=False)),
        onzeker=antwoorden["telt"].isna(),
        klaar=(antwoorden["bod"].notna() | weigert).astype("int64"),
        weigert=weigert.astype("int64"),
        nvt=(status == Deelname.NVT.value).astype("bool"),
        aantal=1,
    )
    if not rijen["sleutel"].duplicated().any():
        return rijen.assign(hoogste=rijen["laagste"]).set_index("sleutel")
    groepen = rijen.groupby("sleutel", sort=False)
    sommen: pd.DataFrame = groepen[["bod", "bod_telt"]].sum(min_count=1)
    return sommen.assign(
        laagste=groepen["bod"].min(),
        hoogste=groepen["bod"].max(),
        onzeker=groepen["onzeker"].any(),
        klaar=groepen["klaar"].sum(),
        weigert=groepen["weigert"].sum(),
        nvt=groepen["nvt"].all(),
        aantal=groepen["aantal"].sum(),
    )


def without_aandelen(boden: pd.DataFrame, is_aandeel: pd.Series[Any]) -> pd.DataFrame:
    """Return the sums with shares left unknown, unless all answers give the same share."""
    gelijk = (boden["laagste"] == boden["hoogste"]).fillna(value=False)
    fout = is_aandeel & ~gelijk
    bod = boden["bod"].mask(is_aandeel, boden["laagste"]).mask(fout)
    telt = boden["bod_telt"].mask(is_aandeel & boden["bod_telt"].notna(), bod)
    return boden.assign(bod=bod, bod_telt=telt)
