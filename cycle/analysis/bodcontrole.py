"""Bodcontrole: what was answered cannot be meant so, or names an afspraak that is not there."""

from collections.abc import Iterator

from cycle.domain.afspraak import SAMEN, Doelwaarde
from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import Verzoekregel
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.formulier import doel_voor
from cycle.domain.indicator import IndicatorAard
from cycle.domain.jaarschijf import Jaarschijf, JaarschijfRegel
from cycle.domain.notatie import getal, periode


def check_antwoorden(namen: Namen, jaarschijf: Jaarschijf) -> Iterator[Bevinding]:
    """Yield offers above the whole doel (K509), and requests for no afspraak (K510)."""
    for regel in jaarschijf.regels:
        doel = _eigen_doel(namen, regel, jaarschijf.jaar)
        if doel is not None and regel.bod and regel.doel and regel.bod > regel.doel > 0:
            yield _te_hoog(namen, regel, doel)
    for verzoek in jaarschijf.wederkerigheid.regels:
        if not namen.bestaat(verzoek.nummer):
            yield _zonder_afspraak(namen, verzoek)


def _eigen_doel(namen: Namen, regel: JaarschijfRegel, jaar: int) -> Doelwaarde | None:
    """Return the doel over all its years of the partij itself, None when there is none.

    A doel without an end holds for each year by itself, and may well be passed in one.
    """
    is_stroom = namen.indicator(regel.indicator).aard is IndicatorAard.STROOM
    if not is_stroom or regel.doel is None or regel.is_gedeeld or regel.partij == SAMEN:
        return None
    afspraak = next(a for a in namen.samenwerking.afspraken if a.id == regel.afspraak_id)
    doel = doel_voor(afspraak, regel.indicator, regel.partij, jaar)
    return doel if doel is not None and doel.tot_en_met is not None else None


def _te_hoog(namen: Namen, regel: JaarschijfRegel, doel: Doelwaarde) -> Bevinding:
    """Return the finding for an offer of one year above the doel of all years."""
    wie, wat = namen.partij(regel.partij), namen.indicator(regel.indicator).naam
    return Bevinding(
        code="K509",
        ernst=Ernst.WAARSCHUWING,
        plek=str(next(iter(regel.herkomst.get("bod", ())), doel.plek)),
        melding=(
            f"Afspraak {regel.nummer}, {wat}: het bod van {wie} is {getal(regel.bod)}. Dat is meer "
            f"dan het hele doel: {getal(regel.doel)} ({periode(doel.van, doel.tot_en_met)})."
        ),
        advies=f"Vraag {wie} of dit getal klopt.",
    )


def _zonder_afspraak(namen: Namen, verzoek: Verzoekregel) -> Bevinding:
    """Return the finding for a request that names a number which does not exist."""
    wie = namen.partij(verzoek.vrager)
    return Bevinding(
        code="K510",
        ernst=Ernst.WAARSCHUWING,
        plek=str(verzoek.plek),
        melding=(
            f"{wie} vraagt '{verzoek.inzet}' bij afspraak {verzoek.nummer}. Die afspraak bestaat "
            "niet."
        ),
        advies=f"Vraag {wie} bij welke afspraak dit hoort.",
    )
