"""Uitnodigen: every partij hears of a meeting, once, and again when it changes."""

from collections.abc import Collection, Iterable

from cycle.domain import notatie
from cycle.domain.errors import InvoerError
from cycle.domain.samenwerking import Bijeenkomst, Samenwerking
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort, plan_uitnodigingen
from cycle.services.cyclus import require_cyclus
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit

KICKOFF = "kickoff"
"""Kind of the meeting at which the top 3 is chosen."""


def invite_bijeenkomsten(
    toolkit: Toolkit,
    samenwerking: str,
    jaar: int,
    *,
    soorten: Collection[str] = (),
    proef: bool = False,
) -> tuple[Uitnodiging, ...]:
    """Plan a mail with an invitation to every partij for what is new, changed or called off.

    Returned is what went to the outbox, nothing when partijen know every meeting as it is.
    With `soorten` only meetings of these kinds count. With `proef` nothing is kept or sent.

    Raises:
        InvoerError: there is no meeting of such a kind.
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bijeenkomsten = inhoud.jaar(jaar).bijeenkomsten
        eerdere = tx.uitnodigingen(cyclus)
        _check_soorten(soorten, [*bijeenkomsten, *(e.bijeenkomst for e in eerdere)])
        plannen = tuple(
            plan
            for plan in plan_uitnodigingen(bijeenkomsten, eerdere, vandaag)
            if not soorten or plan.bijeenkomst.code in soorten
        )
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


def _check_soorten(soorten: Collection[str], bijeenkomsten: Iterable[Bijeenkomst]) -> None:
    """Refuse a kind of which there is no meeting."""
    bekend = list(dict.fromkeys(bijeenkomst.code for bijeenkomst in bijeenkomsten))
    onbekend = [soort for soort in soorten if soort not in bekend]
    if onbekend:
        raise InvoerError(
            f"Er is geen bijeenkomst '{onbekend[0]}' in dit jaar.",
            advies=f"Kies uit: {', '.join(bekend) or 'geen enkele'}.",
        )


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
