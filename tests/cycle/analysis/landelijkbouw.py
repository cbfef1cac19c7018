"""A made-up country: frames with afspraken, fasering, realisatie and biedingen."""

import numpy as np
import pandas as pd

from cycle.analysis.frames import (
    AFSPRAKEN,
    BIEDINGEN,
    FASERING,
    GEWICHTEN,
    REALISATIE,
    Frames,
    as_frame,
)

JAAR = 2026
CODES = ("NB_DAEB", "NETTO", "VRDZ_N", "SLVK", "VRD_DAEB", "KK_P")
AARD = ("stroom", "stroom", "stroom", "stroom", "stand", "aandeel")
RICHTING = ("min", "min", "min", "max", "min", "min")


def een_land(gemeenten: int, partijen: int, regels: int, zaad: int = 1) -> Frames:
    """Return the same country for the same `zaad`: one doel and one answer per line.

    One answer in twenty is missing, one doel in ten is shared by all partijen of the line.
    """
    toeval = np.random.default_rng(zaad)
    aantal = gemeenten * partijen * regels
    plaats = np.arange(aantal)
    nummer = plaats % regels + 1
    soort = nummer % len(CODES)
    basis = pd.DataFrame(
        {
            "gemeente": _woorden("gemeente", plaats // (partijen * regels)),
            "afspraak_nr": nummer,
            "indicator": np.array(CODES)[soort],
            "partij": _woorden("partij", plaats // regels % partijen),
        }
    )
    afspraken = basis.assign(
        afspraak_id=_woorden("doel", plaats),
        doel_norm=toeval.integers(1, 900, aantal).astype("float64"),
        kwalificatie=">=",
        richting=np.array(RICHTING)[soort],
        aard=np.array(AARD)[soort],
        scope="gemeente",
        van=2023,
        tot=toeval.integers(2026, 2031, aantal),
        bron="thema.md:1",
    )
    biedingen = basis.assign(
        inzending_id=_woorden("inzending", plaats // regels),
        regel=_woorden("regel", nummer),
        cyclus=JAAR,
        eenheid="woningen",
        status="ja",
        bod=toeval.integers(0, 300, aantal).astype("float64"),
        cel=_woorden("F", nummer),
    )[toeval.random(aantal) > 1 / 20]
    jaren = np.tile(np.arange(2023, JAAR), aantal)
    realisatie = pd.DataFrame(
        {
            "afspraak_id": np.repeat(afspraken["afspraak_id"].to_numpy(), JAAR - 2023),
            "partij": np.repeat(afspraken["partij"].to_numpy(), JAAR - 2023),
            "jaar": jaren,
            "waarde": toeval.integers(0, 100, len(jaren)).astype("float64"),
        }
    )
    fasering = pd.DataFrame(
        {
            "afspraak_id": afspraken["afspraak_id"],
            "jaar": JAAR,
            "waarde": toeval.integers(1, 200, aantal).astype("float64"),
        }
    )[toeval.random(aantal) < 1 / 10]
    return Frames(
        afspraken=_volledig(afspraken, AFSPRAKEN),
        fasering=_volledig(fasering, FASERING),
        realisatie=_volledig(realisatie, REALISATIE),
        biedingen=_volledig(biedingen, BIEDINGEN),
        gewichten=as_frame(GEWICHTEN),
    )


def _woorden(woord: str, nummers: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[str]:
    """Return a word with each number behind it."""
    return [f"{woord}-{nummer}" for nummer in nummers.tolist()]


def _volledig(frame: pd.DataFrame, kolommen: dict[str, str]) -> pd.DataFrame:
    """Return the frame with every column of its kind and its dtype, what is absent unknown."""
    leeg = {
        naam: pd.array([pd.NA] * len(frame), dtype=d) if d[0].isupper() else None
        for naam, d in kolommen.items()
        if naam not in frame
    }
    return frame.assign(**leeg)[list(kolommen)].astype(dict(kolommen)).reset_index(drop=True)
