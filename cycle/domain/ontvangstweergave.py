"""Ontvangstweergave: from what was read of a form to the letter that says so."""

from collections.abc import Collection

from cycle.domain import notatie, ontvangstbericht
from cycle.domain.bevinding import MIST_ANTWOORD, Celbevinding, Ernst, has_fouten
from cycle.domain.inlevering import OUDE_VERSIE, Inlevering, list_verkeerd
from cycle.domain.ontvangstantwoorden import list_antwoorden
from cycle.domain.ontvangstbericht import Telling
from cycle.domain.ontvangstpunten import list_ontbrekend, list_punten
from cycle.domain.ontvangstview import AntwoordView, OntvangstView
from cycle.domain.samenwerking import Samenwerking


def build_ontvangst(samenwerking: Samenwerking, inlevering: Inlevering) -> OntvangstView:
    """Return the letter about one returned form.

    Raises:
        NietGevonden: the partij does not belong to this samenwerking.
    """
    formulier = inlevering.formulier
    partij = samenwerking.partij(formulier.partij)
    is_verkeerd = bool(list_verkeerd(inlevering.bevindingen))
    bevindingen = () if is_verkeerd else inlevering.bevindingen
    mist = [b for b in bevindingen if b.code == MIST_ANTWOORD]
    overig = [b for b in bevindingen if b.code not in (MIST_ANTWOORD, OUDE_VERSIE)]
    fouten = [b for b in overig if has_fouten([b])]
    nakijken = [b for b in overig if b.ernst is Ernst.WAARSCHUWING]
    telling = Telling(len(fouten), len(mist), len(nakijken))
    return OntvangstView(
        samenwerking=samenwerking.naam,
        gemeente=samenwerking.gemeente,
        jaar="" if is_verkeerd else str(formulier.jaar),
        datum=notatie.datum(inlevering.ontvangen_op),
        partij="" if is_verkeerd else partij.naam,
        contact="" if is_verkeerd else partij.contact,
        coordinator=formulier.contact,
        onderwerp=ontvangstbericht.onderwerp(inlevering),
        bestand=inlevering.bestand,
        formulierversie=inlevering.versie,
        dank=ontvangstbericht.dank(inlevering),
        uitkomst=ontvangstbericht.uitkomst(inlevering, telling),
        stappen=tuple(ontvangstbericht.stappen(inlevering, telling)),
        verbeteren=tuple(list_punten(fouten)),
        ontbreekt=() if inlevering.is_leeg else tuple(list_ontbrekend(mist)),
        ontbreekt_doe=ontvangstbericht.ontbreekt_doe(inlevering),
        nakijken=tuple(list_punten(nakijken)),
        antwoorden=_antwoorden(inlevering, {b.regel for b in mist if isinstance(b, Celbevinding)}),
        meegestuurd=inlevering.meegestuurd,
        vervolg=tuple(ontvangstbericht.vervolg(inlevering, telling)),
        voorbeeld=samenwerking.voorbeeld,
    )


def _antwoorden(inlevering: Inlevering, genoemd: Collection[str]) -> tuple[AntwoordView, ...]:
    """Return every question with its answer, nothing when no answer could be meant.

    An open question stands there once: not when it was `genoemd` as missing before.
    """
    if inlevering.is_leeg or list_verkeerd(inlevering.bevindingen):
        return ()
    return tuple(list_antwoorden(inlevering.formulier, inlevering.waarden, zonder=genoemd))
