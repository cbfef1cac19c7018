"""Optellen: the jaarschijven of samenwerkingen become one table per indeling of the country."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from cycle.analysis.gaten import list_telfouten
from cycle.analysis.landelijk import merge_landelijk
from cycle.analysis.landelijkframes import Bron, build_frames
from cycle.analysis.optelbronnen import Bronnen, list_bronnen
from cycle.analysis.optelling import list_verschillen, tel_gemeenten, tel_regios
from cycle.domain.indicator import Indicator
from cycle.domain.optelling import LANDELIJK, Optelling, Optelregel
from cycle.domain.regio import Regios

if TYPE_CHECKING:
    import pandas as pd

_VELDEN = {
    "doel": "doel",
    "realisatie": "realisatie",
    "rest": "rest",
    "nodig": "nodig_dit_jaar",
    "bod": "bod",
}
"""Fields of a row by the column they come from."""


def tel_op(
    bronnen: Sequence[Bron], jaar: int, regios: Regios, indelingen: Sequence[str]
) -> Optelling:
    """Return the sums over all samenwerkingen, per regio of each indeling and in total.

    Within every indeling the rows add up to the total: a gemeente without a regio keeps a
    row of its own. A gemeente that went into another counts there.
    """
    indicatoren = {code: i for bron in bronnen for code, i in bron.samenwerking.indicatoren.items()}
    frames = build_frames(bronnen, jaar)
    landelijk = merge_landelijk(frames, jaar, {i.code: i.eenheid for i in indicatoren.values()})
    wegingen = {i.code: i.weging for i in indicatoren.values() if i.weging}
    per_gemeente = tel_gemeenten(landelijk.regels, frames.gewichten, wegingen)
    gemeenten = [bron.samenwerking.gemeente for bron in bronnen]
    codes = {bron.samenwerking.gemeente: bron.samenwerking.code for bron in bronnen}
    herkomst = list_bronnen(landelijk, codes)
    tabellen = {}
    for indeling in (*indelingen, LANDELIJK):
        indeling_van = partial(_regio, regios, indeling, jaar)
        frame = tel_regios(per_gemeente, indeling_van)
        rijen = _rijen(frame, gemeenten, indicatoren, indeling_van)
        tabellen[indeling] = tuple(_met_bronnen(rij, herkomst) for rij in rijen)
    return Optelling(
        jaar=jaar,
        samenwerkingen=tuple(bron.samenwerking.code for bron in bronnen),
        indicatoren=indicatoren,
        indelingen=tabellen,
        bevindingen=tuple(list_telfouten(bronnen, landelijk, list_verschillen(landelijk.regels))),
    )


_LOS = "zonder regio: "


def _regio(regios: Regios, indeling: str, jaar: int, gemeente: str) -> str:
    """Return the row in which a gemeente counts; without a regio that is its own."""
    if indeling == LANDELIJK:
        return LANDELIJK
    eigen = f"{_LOS}{regios.gemeente_in(gemeente, jaar)}"
    return regios.regio_van(gemeente, indeling, jaar) or eigen


def _rijen(
    frame: "pd.DataFrame",
    gemeenten: Sequence[str],
    indicatoren: Mapping[str, Indicator],
    regio_van: "partial[str]",
) -> tuple[Optelregel, ...]:
    """Return the rows in order: regio's by name, those without one last, then the catalogue."""
    volgorde = {code: nummer for nummer, code in enumerate(indicatoren)}
    rijen = [_rij(rij, gemeenten, regio_van) for rij in frame.to_dict("records")]
    rijen.sort(key=lambda rij: (rij.is_los, rij.regio, volgorde.get(rij.indicator, 0)))
    return tuple(rijen)


def _rij(rij: dict[Any, Any], gemeenten: Sequence[str], regio_van: "partial[str]") -> Optelregel:
    """Return one row of the frame."""
    regio = str(rij["regio"])
    onbekend = {veld: int(rij[f"{kolom}_onbekend"]) for veld, kolom in _VELDEN.items()}
    return Optelregel(
        regio=regio.removeprefix(_LOS),
        indicator=str(rij["indicator"]),
        gemeenten=tuple(naam for naam in gemeenten if regio_van(naam) == regio),
        **{veld: _decimal(rij[kolom]) for veld, kolom in _VELDEN.items()},
        onbekend={veld: aantal for veld, aantal in onbekend.items() if aantal},
        is_los=regio.startswith(_LOS),
        bronnen={},
    )


def _met_bronnen(rij: Optelregel, herkomst: Bronnen) -> Optelregel:
    """Return a row with what its amounts were added from."""
    delen = [herkomst.get((gemeente, rij.indicator), {}) for gemeente in rij.gemeenten]
    gevuld = [veld for veld in _VELDEN if getattr(rij, veld) is not None]
    return replace(
        rij,
        bronnen={veld: tuple(b for deel in delen for b in deel.get(veld, ())) for veld in gevuld},
    )


def _decimal(waarde: object) -> Decimal | None:
    """Return a cell of the frame as an exact number, None for an unknown one."""
    if not isinstance(waarde, float | int):
        return None
    return Decimal(f"{waarde:.6f}").normalize() + Decimal(0)
