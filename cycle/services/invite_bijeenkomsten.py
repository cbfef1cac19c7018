"""Uitnodigen: every partij hears of a meeting, once, and again when it changes."""

from cycle.domain import notatie
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort, plan_uitnodigingen
from cycle.services.cyclus import require_cyclus
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit

KICKOFF = "kickoff"
"""Kind of the meeting at which the top 3 is chosen."""


def invite_bijeenkomsten(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, proef: bool = False
) -> tuple[Uitnodiging, ...]:
    """Plan a mail with an invitation to every partij for what is new, changed or called off.

    Returned is what went to the outbox, nothing when partijen know every meeting as it is.
    With `proef` nothing is kept or sent.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bijeenkomsten = inhoud.jaar(jaar).bijeenkomsten
        plannen = plan_uitnodigingen(bijeenkomsten, tx.uitnodigingen(cyclus), vandaag)
        for plan in () if proef else plannen:
            tx.add_uitnodiging(cyclus, plan)
            plan_berichten(
                toolkit,
                tx,
                cyclus,
                inhoud,
                soort=plan.soort.value,
                kenmerk=f"{plan.sleutel}-{plan.volgnummer}",
                velden=_velden(inhoud, plan),
                agenda=toolkit.agenda.uitnodiging(inhoud, jaar, plan),
            )
    return plannen


def _velden(inhoud: Samenwerking, plan: Uitnodiging) -> dict[str, str]:
    """Return what the mail says of the meeting."""
    bijeenkomst = plan.bijeenkomst
    punten = [f"{nummer}. {punt}" for nummer, punt in enumerate(bijeenkomst.agenda, start=1)]
    is_kickoff = bijeenkomst.code == KICKOFF and plan.soort is Uitnodigingsoort.UITNODIGING
    return {
        "bijeenkomst": bijeenkomst.naam,
        "dag": notatie.datum_met_dag(bijeenkomst.datum),
        "tijd": bijeenkomst.tijd.tekst if bijeenkomst.tijd else "",
        "plaats": bijeenkomst.plaats,
        "agenda": "\n".join(punten),
        "wijziging": "ja" if plan.is_wijziging else "",
        "themas": notatie.opsomming([t.naam for t in inhoud.themas]) if is_kickoff else "",
    }
