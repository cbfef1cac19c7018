"""Accordering: every orgaan is asked to decide on the concept that now counts."""

from cycle.domain import notatie
from cycle.domain.aftekening import Aftekendaad, Aftekenstaat, Situatie
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import termijn
from cycle.domain.partij import ORGAAN_MET_LIDWOORD
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import (
    Uitkomst,
    list_termijnen,
    move_fase,
    require_concept,
    require_cyclus,
)
from cycle.services.list_reacties import load_reactietabel
from cycle.services.nieuwe_boden import check_nieuwe_boden
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit


def ask_besluiten(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Ask each partij for the decisions of its organen on the latest concept.

    Each content is asked about once: a later concept with another content is asked anew.

    Raises:
        FaseError: there is no concept, the overleg has not begun, or a bieding came in after
            the latest concept; only for the last two a reason will do.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dag = termijn(list_termijnen(toolkit, inhoud, jaar), "accordering").datum
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        concept = require_concept(tx, cyclus)
        if is_voorbij(cyclus.fase, Fase.ACCORDERING):
            return Uitkomst("De besluiten waren al gevraagd.", gedaan=False)
        is_gevraagd = is_voorbij(cyclus.fase, Fase.OVERLEG)
        if not is_gevraagd and not reden.strip():
            check_nieuwe_boden(toolkit, tx, cyclus, inhoud)
        nieuw = 0
        situatie = Situatie(code=concept.code, geldende_code=concept.code)
        for rij in load_aftekenbord(tx, cyclus, inhoud).deelnemers:
            if rij.staat is Aftekenstaat.NIET_UITGENODIGD:
                check_daad(rij, Aftekendaad.UITNODIGEN, situatie)
            partij = inhoud.partij(rij.partij)
            organen = notatie.opsomming([ORGAAN_MET_LIDWOORD[orgaan] for orgaan in partij.organen])
            velden = {
                "versie": concept.versie,
                "code": concept.code,
                "organen": organen,
                "uiterlijk": notatie.datum_met_dag(dag),
            }
            nieuw += plan_berichten(
                toolkit,
                tx,
                cyclus,
                inhoud,
                soort="besluit",
                kenmerk=concept.code,
                velden=velden,
                aan=[partij],
            )
        nog_open = sum(regel.is_open for regel in load_reactietabel(tx, cyclus, inhoud))
        if not is_gevraagd:
            move_fase(tx, cyclus, Fase.ACCORDERING, op=toolkit.klok.vandaag(), reden=reden)
    if is_gevraagd and not nieuw:
        return Uitkomst("De besluiten waren al gevraagd.", gedaan=False)
    melding = f"De besluiten over concept {concept.versie} zijn gevraagd."
    return Uitkomst(melding + _open_reacties(nog_open))


def _open_reacties(aantal: int) -> str:
    """Return a warning when reactions are still open, which holds nothing up."""
    if not aantal:
        return ""
    return f" Let op: over {aantal} {'reactie' if aantal == 1 else 'reacties'} is nog niet beslist."
