"""Wissen: the name of a person goes from the mandaten; function, period and proof stay."""

from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.keten import Gebeurtenis
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit

GEWIST = "mandaatnaam gewist"
"""Kind of event in the audit: how many mandaten lost a name, and why."""


def erase_mandaatnaam(
    toolkit: Toolkit, samenwerking: str, jaar: int, naam: str, *, reden: str
) -> Uitkomst:
    """Erase a name from the mandaten of a cyclus; that it was done stands in the audit.

    Raises:
        InvoerError: there is no reason.
        NietGevonden: no mandaat has this name, or the cyclus was not started.
    """
    if not reden.strip():
        raise InvoerError(
            "Bij wissen hoort een reden.",
            advies='Schrijf waarom, met --reden "…". Noem daarin geen namen.',
        )
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        aantal = tx.wis_mandaatnaam(cyclus, naam)
        if not aantal:
            raise NietGevonden(
                f"Bij geen enkel mandaat staat de naam '{naam}'.",
                advies="Schrijf de naam precies zoals u hem bij het mandaat opgaf.",
            )
        tx.add_gebeurtenis(cyclus, Gebeurtenis(GEWIST, {"aantal": aantal}, {"reden": reden}))
    woord = "1 mandaat" if aantal == 1 else f"{aantal} mandaten"
    return Uitkomst(f"De naam is gewist bij {woord}. De functie en de periode blijven staan.")
