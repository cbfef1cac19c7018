"""Check inhoud: everything a careful reader would remark about the content files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from cycle.analysis.inhoudcontrole import check_samenwerking
from cycle.analysis.inzetcontrole import check_wederkerigheid
from cycle.analysis.parametercontrole import check_parameters
from cycle.analysis.smart import check_smart
from cycle.analysis.tabelcontrole import check_tabel
from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden
from cycle.domain.inzet import Inzetmatrix, build_inzetmatrix
from cycle.domain.parameter import Parameters
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.schoolvakantie import Schoolregio
from cycle.services.build_kalender import build_kalender
from cycle.services.ports import Bibliotheek


@dataclass(frozen=True, slots=True)
class Inhoudscontrole:
    """All findings, each once, and the matrix; that is None when the files have faults."""

    bevindingen: tuple[Bevinding, ...]
    wederkerigheid: Inzetmatrix | None


def check_inhoud(bibliotheek: Bibliotheek, samenwerking: str) -> Inhoudscontrole:
    """Return what is wrong or remarkable in the files, the shared files and the content.

    A fault in a shared file hides nothing of the samenwerking itself, and the other way
    round: only a check that needs both waits for both.

    Raises:
        NietGevonden: there is no such samenwerking.
    """
    gevonden: list[Bevinding] = []
    parameters, fouten_gedeeld = _read_gedeeld(bibliotheek)
    try:
        inhoud = bibliotheek.load(samenwerking)
    except InhoudOnbruikbaar as fout:
        gevonden += [*fout.bevindingen, *fouten_gedeeld]
        return Inhoudscontrole(tuple(dict.fromkeys(gevonden)), None)
    gevonden += bibliotheek.waarschuwingen(samenwerking)
    gevonden += check_samenwerking(inhoud)
    for tabel in bibliotheek.teksttabellen(samenwerking):
        gevonden += check_tabel(tabel)
    gevonden += check_smart(inhoud)
    gevonden += check_wederkerigheid(inhoud)
    if parameters is not None:
        gevonden += check_parameters(inhoud, parameters)
    gevonden += _kalender(bibliotheek, inhoud)
    gevonden += _voorbeelden(bibliotheek, inhoud)
    gevonden += fouten_gedeeld
    return Inhoudscontrole(tuple(dict.fromkeys(gevonden)), build_inzetmatrix(inhoud))


def _read_gedeeld(bibliotheek: Bibliotheek) -> tuple[Parameters | None, list[Bevinding]]:
    """Return the dated amounts, None when they have faults, and all faults of shared files."""
    fouten: list[Bevinding] = []
    lezers: tuple[Callable[[], object], ...] = (
        bibliotheek.regelprofielen,
        bibliotheek.is_werkdag,
        partial(bibliotheek.schoolvakanties, Schoolregio.NOORD, range(0)),
        bibliotheek.regios,
    )
    for lees in lezers:
        try:
            lees()
        except InhoudOnbruikbaar as fout:
            fouten += fout.bevindingen
    try:
        return bibliotheek.parameters(), fouten
    except InhoudOnbruikbaar as fout:
        return None, [*fouten, *fout.bevindingen]


def _kalender(bibliotheek: Bibliotheek, inhoud: Samenwerking) -> Iterator[Bevinding]:
    """Yield what cannot hold in the calendar, for the years of which something was decided.

    With a fault in the files with rules or days nobody can tell.
    """
    for jaar in inhoud.jaren:
        try:
            yield from build_kalender(bibliotheek, inhoud, jaar).bevindingen
        except InhoudOnbruikbaar:
            return


def _voorbeelden(bibliotheek: Bibliotheek, inhoud: Samenwerking) -> Iterator[Bevinding]:
    """Yield the faults in the example answers, for the years that have them."""
    for jaar in inhoud.jaren:
        try:
            bibliotheek.voorbeeld(inhoud, jaar)
        except NietGevonden:
            continue
        except InhoudOnbruikbaar as fout:
            yield from fout.bevindingen
