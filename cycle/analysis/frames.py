"""Frames: the tables that analysis works on, with their columns and dtypes.

A frame is only a view: what was agreed and offered is kept elsewhere. Unknown is `NA` in
every column, and never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

AFSPRAKEN: Final = {
    "afspraak_id": "str",
    "gemeente": "category",
    "afspraak_nr": "Int64",
    "indicator": "category",
    "partij": "category",
    "doel_norm": "Float64",
    "doel_verwacht": "Float64",
    "kwalificatie": "category",
    "richting": "category",
    "aard": "category",
    "scope": "category",
    "van": "Int64",
    "tot": "Int64",
    "gevraagd": "Int64",
    "bron": "str",
}
"""One row per doel, and one without a doel for a partij that is asked about a shared one.

`afspraak_id` is unique. `partij` is "samen" for a doel of all who are asked together.
`kwalificatie` is the operator, `scope` "gemeente", or wider when the doel must not be
added up. `tot` is the last year of the period. `gevraagd` is how many answers the row
waits for: more than one when a partij succeeded another; unknown stands for one.
"""

FASERING: Final = {"afspraak_id": "str", "jaar": "Int64", "waarde": "Float64"}

REALISATIE: Final = {
    "afspraak_id": "str",
    "partij": "category",
    "jaar": "Int64",
    "waarde": "Float64",
    "peildatum": "datetime64[s]",
    "bron": "str",
}

BIEDINGEN: Final = {
    "inzending_id": "str",
    "regel": "str",
    "gemeente": "category",
    "partij": "category",
    "cyclus": "Int64",
    "afspraak_nr": "Int64",
    "indicator": "category",
    "eenheid": "category",
    "status": "category",
    "bod": "Float64",
    "bod_hoog": "Float64",
    "kwalificatie": "category",
    "reden_leeg": "category",
    "ruw": "str",
    "cel": "str",
    "planning_van": "datetime64[s]",
    "planning_tot": "datetime64[s]",
    "bedrag": "Float64",
    "activiteit_id": "str",
    "trekker": "boolean",
    "toelichting": "str",
}
"""One row per answer. Rows with one `activiteit_id` in one gemeente are joint work."""

GEWICHTEN: Final = {
    "gemeente": "category",
    "indicator": "category",
    "partij": "category",
    "waarde": "Float64",
}
"""What a share is a share of: the amount of the denominator per gemeente and partij."""

JAARSCHIJF_REGELS: Final = {
    "afspraak_id": "str",
    "gemeente": "category",
    "afspraak_nr": "Int64",
    "indicator": "category",
    "partij": "category",
    "aard": "category",
    "scope": "category",
    "doel": "Float64",
    "realisatie": "Float64",
    "rest": "Float64",
    "nodig_dit_jaar": "Float64",
    "bod": "Float64",
    "bod_telt": "Float64",
    "verschil": "Float64",
    "na_bod_rest": "Float64",
    "tempo": "Float64",
    "oordeel": "category",
}
"""One row per line. `bod_telt` is the part of `bod` that may be added up."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What a merge needs, for one gemeente or for a whole country."""

    afspraken: pd.DataFrame
    fasering: pd.DataFrame
    realisatie: pd.DataFrame
    biedingen: pd.DataFrame
    gewichten: pd.DataFrame


def as_frame(
    kolommen: Mapping[str, str], rijen: Iterable[Mapping[str, object]] = ()
) -> pd.DataFrame:
    """Return rows as a frame with exactly these columns; what a row leaves out is unknown."""
    import pandas as pd

    alle = list(rijen)
    waarden = {naam: [rij.get(naam) for rij in alle] for naam in kolommen}
    return pd.DataFrame(waarden, dtype="object").astype(dict(kolommen))


def check_frame(frame: pd.DataFrame, kolommen: Mapping[str, str]) -> None:
    """Refuse a frame with another column or dtype; this is a fault in the programme.

    Raises:
        TypeError: names the first column that differs.
    """
    for naam, dtype in kolommen.items():
        if naam not in frame:
            raise TypeError(f"column {naam!r} is missing")
        if str(frame[naam].dtype) != dtype:
            raise TypeError(f"column {naam!r} is {frame[naam].dtype}, not {dtype}")
