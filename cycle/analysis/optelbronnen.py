"""Optelbronnen: from which lines and cells every sum was added up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from cycle.analysis.optelling import kies_boden, kies_doelen
from cycle.domain.formulier import regelcode
from cycle.domain.optelling import Optelbron

if TYPE_CHECKING:
    import pandas as pd

    from cycle.analysis.landelijk import Landelijk

Bronnen = Mapping[tuple[str, str], Mapping[str, tuple[Optelbron, ...]]]
"""By gemeente and indicator, per field of a sum."""

_DOELVELDEN: Final = {
    "doel": "doel",
    "realisatie": "realisatie",
    "rest": "rest",
    "nodig": "nodig_dit_jaar",
}


def list_bronnen(landelijk: Landelijk, codes: Mapping[str, str]) -> Bronnen:
    """Return what every amount of a gemeente was added from.

    An amount of a doel names its line, an offer also its submission and cell. `codes` gives
    the samenwerking of each gemeente.
    """
    eigen = landelijk.regels[landelijk.regels["scope"] == "gemeente"]
    bronnen: dict[tuple[str, str], dict[str, tuple[Optelbron, ...]]] = {}
    for rij in kies_doelen(eigen).to_dict("records"):
        for veld, kolom in _DOELVELDEN.items():
            if _is_bekend(rij[kolom]):
                _voeg_toe(bronnen, veld, rij, (_bron(rij, codes),))
    cellen = _cellen(landelijk.antwoorden)
    for rij in kies_boden(eigen).to_dict("records"):
        delen = cellen.get(rij["sleutel"], ())
        _voeg_toe(bronnen, "bod", rij, tuple(_bron(rij, codes, *deel) for deel in delen))
    return bronnen


def _voeg_toe(
    bronnen: dict[tuple[str, str], dict[str, tuple[Optelbron, ...]]],
    veld: str,
    rij: dict[Any, Any],
    delen: tuple[Optelbron, ...],
) -> None:
    """Add the sources of one field of one gemeente."""
    velden = bronnen.setdefault((str(rij["gemeente"]), str(rij["indicator"])), {})
    velden[veld] = (*velden.get(veld, ()), *delen)


def _bron(
    rij: dict[Any, Any], codes: Mapping[str, str], inzending: str = "", cel: str = ""
) -> Optelbron:
    """Return one line as a source."""
    code = regelcode(int(rij["afspraak_nr"]), str(rij["indicator"]))
    return Optelbron(codes[str(rij["gemeente"])], str(rij["partij"]), code, inzending, cel)


def _cellen(antwoorden: pd.DataFrame) -> dict[Any, tuple[tuple[str, str], ...]]:
    """Return per line the submission and cell of every answer that counts."""
    telt = antwoorden["bod"].notna() & antwoorden["telt"].fillna(value=False)
    cellen: dict[Any, tuple[tuple[str, str], ...]] = {}
    for rij in antwoorden[telt][["sleutel", "inzending_id", "cel"]].to_dict("records"):
        plek = (str(rij["inzending_id"]), str(rij["cel"]))
        cellen[rij["sleutel"]] = (*cellen.get(rij["sleutel"], ()), plek)
    return cellen


def _is_bekend(waarde: object) -> bool:
    """Return whether a cell of a frame holds a number."""
    return isinstance(waarde, float | int) and waarde == waarde
