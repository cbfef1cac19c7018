"""Restgaten: every finding about the figures of one samenwerking in one jaar."""

from cycle.analysis.bodcontrole import check_antwoorden
from cycle.analysis.gaten import (
    list_gaten,
    list_losse_doelen,
    list_open_verzoeken,
    list_telfouten,
)
from cycle.analysis.landelijk import merge_landelijk
from cycle.analysis.landelijkframes import Bron, build_frames
from cycle.analysis.optelling import list_verschillen
from cycle.domain.afspraakweergave import Namen
from cycle.domain.bevinding import Bevinding
from cycle.domain.jaarschijf import Jaarschijf


def list_restgaten(bron: Bron, jaarschijf: Jaarschijf) -> tuple[Bevinding, ...]:
    """Return the gaps both ways, open requests, and what cannot be meant or counted so."""
    namen = Namen(bron.samenwerking)
    eenheden = {code: i.eenheid for code, i in bron.samenwerking.indicatoren.items()}
    landelijk = merge_landelijk(build_frames([bron], jaarschijf.jaar), jaarschijf.jaar, eenheden)
    return (
        *list_gaten(namen, jaarschijf),
        *list_telfouten([bron], landelijk, list_verschillen(landelijk.regels)),
        *check_antwoorden(namen, jaarschijf),
        *list_open_verzoeken(namen, jaarschijf),
        *list_losse_doelen(namen, jaarschijf.jaar),
    )
