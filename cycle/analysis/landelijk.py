"""Landelijk: afspraken x biedingen of any number of gemeenten, in frames.

The arithmetic is that of `cycle.analysis.restopgave`, the same as for one samenwerking.
Nothing is left out in silence: what does not fit stands in a list of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cycle.analysis.bereikt import add_realisatie
from cycle.analysis.boden import tel_boden, without_aandelen
from cycle.analysis.frames import Frames
from cycle.analysis.restopgave import KOLOMMEN, add_restopgave
from cycle.analysis.sleutels import number_rijen
from cycle.domain.afspraak import SAMEN, Teken

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Landelijk:
    """The lines of one jaar, and what did not fit.

    `zonder_bod` are afspraken that a partij did not answer (K501), `zonder_afspraak` are
    answers without an afspraak (K502), `dubbel` are answers replaced by a later one (K503),
    `trekkers` joint work with no or several trekkers, which is shown and not counted (K504),
    and `eenheden` answers in another unit, whose number is not used (K506).
    """

    regels: pd.DataFrame
    zonder_bod: pd.DataFrame
    zonder_afspraak: pd.DataFrame
    dubbel: pd.DataFrame
    trekkers: pd.DataFrame
    eenheden: pd.DataFrame
    antwoorden: pd.DataFrame

    def bronregels(self, rij: int) -> tuple[tuple[str, str], ...]:
        """Return submission and cell of every number in the offer of one line."""
        regel = self.regels.iloc[rij]
        antwoorden = self.antwoorden[self.antwoorden["bod"].notna()]
        if regel["partij"] == SAMEN:
            telt = antwoorden["telt"].fillna(value=False)
            eigen = antwoorden[(antwoorden["groep"] == regel["groep"]) & telt]
        else:
            eigen = antwoorden[antwoorden["sleutel"] == regel["sleutel"]]
        return tuple(zip(eigen["inzending_id"], eigen["cel"], strict=True))


def merge_landelijk(frames: Frames, jaar: int, eenheden: Mapping[str, str]) -> Landelijk:
    """Return every line for `jaar` with rest, nodig, verschil and oordeel.

    `eenheden` says per indicator in which unit it is counted; one that is left out is not
    checked. Of several periods of one doel the one that holds `jaar` counts.
    """
    genummerd, biedingen = number_rijen(frames.afspraken, frames.biedingen)
    afspraken = _kies_doelen(genummerd, jaar)
    boden = tel_boden(biedingen, eenheden)
    per_rij = boden.per_sleutel.reindex(afspraken["sleutel"]).set_axis(afspraken.index)
    is_open = per_rij["aantal"].isna() & (afspraken["partij"] != SAMEN)
    is_los = _is_los(boden.antwoorden, afspraken, per_rij)
    return Landelijk(
        regels=_bereken(_met_boden(afspraken, per_rij), frames, jaar),
        zonder_bod=afspraken[is_open],
        zonder_afspraak=boden.antwoorden[is_los],
        dubbel=boden.dubbel,
        trekkers=boden.trekkers,
        eenheden=boden.eenheden,
        antwoorden=boden.antwoorden,
    )


def _is_los(
    antwoorden: pd.DataFrame, afspraken: pd.DataFrame, per_rij: pd.DataFrame
) -> pd.Series[bool]:
    """Return which answers belong to no row; looking them up is left out when all do."""
    los = antwoorden["sleutel"] < 0
    if per_rij["aantal"].sum() < len(antwoorden):
        los = ~antwoorden["sleutel"].isin(afspraken["sleutel"])
    return los


def _kies_doelen(afspraken: pd.DataFrame, jaar: int) -> pd.DataFrame:
    """Return one row per key: the period that holds `jaar`, else the nearest; a norm first."""
    if not afspraken["sleutel"].duplicated().any():
        return afspraken
    te_vroeg = (afspraken["van"] - jaar).clip(lower=0)
    te_laat = (jaar - afspraken["tot"].fillna(jaar)).clip(lower=0)
    volgorde = afspraken[["sleutel"]].assign(
        afstand=te_vroeg.fillna(0) + te_laat, zonder_norm=afspraken["doel_norm"].isna()
    )
    gekozen = volgorde.sort_values(["afstand", "zonder_norm"], kind="stable")
    return afspraken.loc[gekozen.drop_duplicates("sleutel").index.sort_values()]


def _met_boden(afspraken: pd.DataFrame, boden: pd.DataFrame) -> pd.DataFrame:
    """Return the lines with their offers; a shared doel gets the sum of all who are asked.

    Who was asked about an area wider than the gemeente stays out of that sum.
    """
    aantal = boden["aantal"].fillna(0).astype("int64")
    gevraagd = afspraken["gevraagd"].fillna(1).astype("int64")
    boden = without_aandelen(boden, (afspraken["aard"] == "aandeel") & (aantal > 1))
    regels: pd.DataFrame = afspraken.assign(
        bod=boden["bod"],
        bod_telt=boden["bod_telt"],
        onzeker=boden["onzeker"].fillna(0) > 0,
        compleet=(boden["klaar"].fillna(0) >= gevraagd),
        doet_mee=(boden["weigert"].fillna(0) < gevraagd),
        nvt=(boden["nvt"].fillna(0) == aantal) & (aantal > 0),
        leveranciers=1,
    )
    is_samen = regels["partij"] == SAMEN
    if not is_samen.any():
        return regels
    return _met_sommen(regels, is_samen)


def _met_sommen(regels: pd.DataFrame, is_samen: pd.Series[bool]) -> pd.DataFrame:
    """Return the lines, those of all together filled from the lines of who is asked."""
    delen = regels[~is_samen & (regels["scope"] == "gemeente")]
    groepen = delen.groupby("groep", sort=False)
    sommen = groepen[["bod_telt"]].sum(min_count=1)
    sommen["onzeker"] = groepen["onzeker"].sum()
    sommen["leveranciers"] = groepen.size()
    for naam, samen in (("compleet", "all"), ("doet_mee", "any"), ("nvt", "all")):
        sommen[naam] = groepen[naam].agg(samen)
    per_lijn = sommen.reindex(regels.loc[is_samen, "groep"]).set_axis(regels.index[is_samen])
    bekend = per_lijn["bod_telt"].where(per_lijn["onzeker"].fillna(0) == 0)
    uit = regels.copy()
    uit.loc[is_samen, "bod"] = bekend
    uit.loc[is_samen, "bod_telt"] = bekend
    uit.loc[is_samen, "leveranciers"] = per_lijn["leveranciers"].fillna(1).astype("int64")
    for naam in ("compleet", "doet_mee", "nvt"):
        uit.loc[is_samen, naam] = per_lijn[naam].fillna(naam == "doet_mee").astype("bool")
    return uit


def _bereken(regels: pd.DataFrame, frames: Frames, jaar: int) -> pd.DataFrame:
    """Return the lines with everything that is computed, in the columns of the frame."""
    import pandas as pd

    doel = regels["doel_norm"].fillna(regels["doel_verwacht"])
    verwacht = regels["doel_norm"].isna()
    plafond = regels["kwalificatie"] == Teken.HOOGSTENS.value
    zegt_niets = ~regels["kwalificatie"].isin([Teken.HOOGSTENS.value, Teken.MINSTENS.value])
    daalt = regels["richting"] == "max"
    fasering = frames.fasering[(frames.fasering["jaar"] == jaar).fillna(value=False)]
    per_id = fasering.drop_duplicates("afspraak_id").set_index("afspraak_id")["waarde"]
    bereikt = add_realisatie(regels, frames.realisatie, regels["leveranciers"], jaar)
    invoer = {
        "stroom": regels["aard"] == "stroom",
        "maximum": (plafond | (zegt_niets & daalt)) & ~verwacht,
        "doet_mee": regels["doet_mee"],
        "compleet": regels["compleet"],
        "nvt": regels["nvt"],
        "afname": verwacht & doel.notna() & daalt,
        "doel": doel,
        "realisatie": bereikt.where(doel.notna()),
        "fasering": per_id.reindex(regels["afspraak_id"]).set_axis(regels.index),
        "bod": regels["bod"],
        "van": regels["van"].where(doel.notna()),
        "tot_en_met": regels["tot"].where(doel.notna()),
    }
    uit = add_restopgave(pd.DataFrame(invoer).astype(KOLOMMEN), jaar)
    vast = regels[[*_VAST, "bod_telt"]]
    return vast.assign(
        **{naam: uit[bron] for naam, bron in _UIT.items()},
        oordeel=uit["oordeel"],
    )


_VAST = (
    "afspraak_id",
    "gemeente",
    "afspraak_nr",
    "indicator",
    "partij",
    "aard",
    "scope",
    "compleet",
    "groep",
    "sleutel",
)
_UIT: dict[str, Any] = {
    "doel": "doel",
    "realisatie": "realisatie",
    "rest": "rest",
    "nodig_dit_jaar": "nodig",
    "bod": "bod",
    "verschil": "verschil",
    "na_bod_rest": "na_bod_rest",
    "tempo": "tempo",
}
