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
    vaker = biedingen["sleutel"].duplicated(keep=False)
    is_dubbel = _is_dubbel(biedingen, vaker)
    antwoorden = biedingen[~is_dubbel]
    anders = _andere_eenheid(antwoorden, eenheden)
    telt, zonder_trekker = _telt(antwoorden)
    antwoorden = antwoorden.assign(bod=antwoorden["bod"].mask(anders), telt=telt)
    return Boden(
        antwoorden=antwoorden,
        per_sleutel=_tel(antwoorden, is_uniek=not vaker.any()),
        dubbel=biedingen[is_dubbel],
        trekkers=antwoorden[zonder_trekker],
        eenheden=biedingen[~is_dubbel][anders],
    )


def _is_dubbel(biedingen: pd.DataFrame, vaker: pd.Series[bool]) -> pd.Series[bool]:
    """Return which answers a later row replaces, of those whose key stands there more often."""
    dubbel = vaker.copy()
    if vaker.any():
        sleutel = ["sleutel", "activiteit_id"]
        dubbel[vaker] = biedingen.loc[vaker, sleutel].duplicated(keep="last")
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


def _tel(antwoorden: pd.DataFrame, *, is_uniek: bool) -> pd.DataFrame:
    """Return per key the sums, and how many answers there are of each kind.

    `is_uniek` says that no key stands there twice.
    """
    status = antwoorden["status"]
    weigert = status.isin(_NIET_MEE)
    rijen: pd.DataFrame = antwoorden[["sleutel", "bod"]].assign(
        laagste=antwoorden["bod"],
        bod_telt=antwoorden["bod"].where(antwoorden["telt"].fillna(value=False)),
        onzeker=antwoorden["telt"].isna().astype("int64"),
        klaar=(antwoorden["bod"].notna() | weigert).astype("int64"),
        weigert=weigert.astype("int64"),
        nvt=(status == Deelname.NVT.value).astype("int64"),
        aantal=1,
    )
    if is_uniek:
        return rijen.assign(hoogste=rijen["laagste"]).set_index("sleutel")
    groepen = rijen.groupby("sleutel", sort=False)
    sommen: pd.DataFrame = groepen[["bod", "bod_telt"]].sum(min_count=1)
    aantallen = groepen[["onzeker", "klaar", "weigert", "nvt", "aantal"]].sum()
    return sommen.join(aantallen).assign(laagste=groepen["bod"].min(), hoogste=groepen["bod"].max())


def without_aandelen(boden: pd.DataFrame, is_aandeel: pd.Series[Any]) -> pd.DataFrame:
    """Return the sums with shares left unknown, unless all answers give the same share."""
    gelijk = (boden["laagste"] == boden["hoogste"]).fillna(value=False)
    fout = is_aandeel & ~gelijk
    bod = boden["bod"].mask(is_aandeel, boden["laagste"]).mask(fout)
    telt = boden["bod_telt"].mask(is_aandeel & boden["bod_telt"].notna(), bod)
    return boden.assign(bod=bod, bod_telt=telt)
