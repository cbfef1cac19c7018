"""Optelling: lines of many gemeenten become sums per regio, each amount once.

A partij that answers one indicator for several afspraken offers one amount, not two: its
highest. A doel of all together goes before those of the partijen, which are parts of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.afspraak import SAMEN
from cycle.domain.jaarschijf import Oordeel

if TYPE_CHECKING:
    import pandas as pd

BEDRAGEN: Final = ("doel", "realisatie", "rest", "nodig_dit_jaar")
SOMMEN: Final = (*BEDRAGEN, "bod", "teller", "noemer")
ONBEKEND: Final = tuple(f"{naam}_onbekend" for naam in (*BEDRAGEN, "bod"))

_PER_PARTIJ = ["gemeente", "indicator", "partij"]
_PER_GEMEENTE = ["gemeente", "indicator"]
_ZONDER_BOD = (Oordeel.DOET_NIET_MEE.value, Oordeel.NIET_VAN_TOEPASSING.value)


def tel_gemeenten(
    regels: pd.DataFrame, gewichten: pd.DataFrame, wegingen: Mapping[str, str]
) -> pd.DataFrame:
    """Return per gemeente and indicator the amounts that may be added up.

    `wegingen` gives the denominator of each aandeel. Beside every amount stands how many of
    its parts are not known. Lines for a wider area than the gemeente are left out.
    """
    eigen = regels[regels["scope"] == "gemeente"]
    boden = _boden(eigen[eigen["partij"] != SAMEN], gewichten, wegingen)
    return _doelen(eigen).join(boden, how="outer").reset_index()


def list_verschillen(regels: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of a partij that offers other amounts for one indicator elsewhere."""
    eigen = regels[(regels["scope"] == "gemeente") & (regels["partij"] != SAMEN)]
    boden = eigen.groupby(_PER_PARTIJ, observed=True)["bod_telt"]
    anders = (boden.transform("max") != boden.transform("min")).fillna(value=False)
    return eigen[anders & eigen["bod_telt"].notna()]


def tel_regios(per_gemeente: pd.DataFrame, regio_van: Callable[[str], str]) -> pd.DataFrame:
    """Return the sums per regio and indicator, with the gemeenten in it.

    `regio_van` names the regio of a gemeente. What is not known stays out of a sum, and is
    counted beside it.
    """
    namen = {str(naam): regio_van(str(naam)) for naam in per_gemeente["gemeente"].unique()}
    rijen = per_gemeente.assign(regio=per_gemeente["gemeente"].astype("object").map(namen))
    groepen = rijen.groupby(["regio", "indicator"], observed=True, sort=True)
    sommen = groepen[list(SOMMEN)].sum(min_count=1)
    aantallen = groepen[list(ONBEKEND)].sum().astype("int64")
    uit = sommen.join(aantallen).round(6)
    is_aandeel = uit["teller"].notna()
    uit["bod"] = uit["bod"].mask(is_aandeel, uit["teller"] / uit["noemer"])
    return uit.reset_index()


def _doelen(eigen: pd.DataFrame) -> pd.DataFrame:
    """Return what was agreed per gemeente: by all together, else by its partijen."""
    eenmaal = kies_doelen(eigen)
    onbekend = {f"{naam}_onbekend": eenmaal[naam].isna().astype("int64") for naam in BEDRAGEN}
    groepen = eenmaal.assign(**onbekend).groupby(_PER_GEMEENTE, observed=True)
    sommen: pd.DataFrame = groepen[list(BEDRAGEN)].sum(min_count=1)
    return sommen.join(groepen[list(onbekend)].sum())


def kies_doelen(eigen: pd.DataFrame) -> pd.DataFrame:
    """Return the lines whose doel counts: each partij once, and only all together if there.

    Doelen for shares are never added.
    """
    telbaar = eigen[eigen["doel"].notna() & (eigen["aard"] != "aandeel")]
    is_samen = telbaar["partij"] == SAMEN
    met_samen = telbaar.assign(samen=is_samen).groupby(_PER_GEMEENTE, observed=True)["samen"]
    gekozen = telbaar[is_samen | ~met_samen.transform("any")]
    grootste = gekozen.sort_values("doel", kind="stable", ascending=False)
    return grootste.drop_duplicates(_PER_PARTIJ)


def kies_boden(eigen: pd.DataFrame) -> pd.DataFrame:
    """Return the lines whose offer counts: of each partij the one with the highest."""
    boden = eigen[(eigen["partij"] != SAMEN) & eigen["bod_telt"].notna()]
    hoogste = boden.sort_values("bod_telt", kind="stable", ascending=False)
    return hoogste.drop_duplicates(_PER_PARTIJ)


def _boden(
    regels: pd.DataFrame, gewichten: pd.DataFrame, wegingen: Mapping[str, str]
) -> pd.DataFrame:
    """Return what is offered per gemeente, and for shares the parts of the weighed mean.

    An offer is not wholly known when a partij that went into this one did not give a number.
    """
    is_aandeel = regels["aard"] == "aandeel"
    doet_mee = ~regels["oordeel"].isin(_ZONDER_BOD)
    is_half = regels["bod_telt"].notna() & ~regels["compleet"]
    per_partij = (
        regels.assign(aandeel=is_aandeel, doet_mee=doet_mee, half=is_half)
        .groupby(_PER_PARTIJ, observed=True)
        .agg(
            hoogste=("bod_telt", "max"),
            laagste=("bod_telt", "min"),
            aandeel=("aandeel", "any"),
            doet_mee=("doet_mee", "any"),
            half=("half", "any"),
        )
        .reset_index()
    )
    deel = per_partij["aandeel"]
    eens = per_partij["hoogste"] == per_partij["laagste"]
    gewicht = _gewicht(per_partij, gewichten, wegingen).where(deel & eens.fillna(value=False))
    per_partij["bod"] = per_partij["hoogste"].mask(deel)
    per_partij["teller"] = gewicht * per_partij["hoogste"]
    per_partij["noemer"] = gewicht
    bekend = per_partij["bod"].notna() | per_partij["teller"].notna()
    bekend &= ~per_partij["half"]
    per_partij["bod_onbekend"] = (~bekend & per_partij["doet_mee"]).astype("int64")
    groepen = per_partij.groupby(_PER_GEMEENTE, observed=True)
    sommen: pd.DataFrame = groepen[["bod", "teller", "noemer"]].sum(min_count=1)
    return sommen.join(groepen[["bod_onbekend"]].sum())


def _gewicht(
    per_partij: pd.DataFrame, gewichten: pd.DataFrame, wegingen: Mapping[str, str]
) -> pd.Series[Any]:
    """Return per row the amount of the denominator: what is offered of it, else what is known."""
    noemer = per_partij["indicator"].astype("object").map(wegingen).astype("object")
    gezocht = per_partij[["gemeente", "partij"]].astype("object").assign(indicator=noemer)
    geboden = per_partij.rename(columns={"hoogste": "waarde"})[[*_PER_PARTIJ, "waarde"]]
    bronnen = [geboden[~per_partij["aandeel"] & geboden["waarde"].notna()], gewichten]
    aangeboden, bekend = (
        gezocht.merge(
            bron.astype(dict.fromkeys(_PER_PARTIJ, "object")).drop_duplicates(_PER_PARTIJ),
            on=_PER_PARTIJ,
            how="left",
            validate="many_to_one",
        )["waarde"]
        for bron in bronnen
    )
    return aangeboden.fillna(bekend).set_axis(per_partij.index)
