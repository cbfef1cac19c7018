"""Verdeling: sharing a whole number fairly, so that the parts always add up."""

from collections.abc import Mapping
from fractions import Fraction

from cycle.domain.errors import InvoerError


def verdeel_naar_rato(totaal: int, gewichten: Mapping[str, int]) -> dict[str, int]:
    """Return whole shares of `totaal` in proportion to `gewichten`, by largest remainder.

    The shares add up to `totaal` exactly and each differs less than one from its exact
    quota. Equal remainders go to the larger weight, then to the first name in the
    alphabet. The order of the result is that of `gewichten`.

    Raises:
        InvoerError: `totaal` or a weight is negative, or there is nothing to share over.
    """
    som = sum(gewichten.values())
    if totaal < 0 or any(gewicht < 0 for gewicht in gewichten.values()):
        raise InvoerError(
            "Verdelen naar rato kan alleen met aantallen van nul of meer.",
            advies="Controleer het totaal en de voorraad per partij.",
        )
    if not som:
        raise InvoerError(
            "Geen enkele partij heeft een aantal groter dan nul. Naar rato verdelen kan niet.",
            advies="Vul de voorraad per partij in.",
        )
    quota = {naam: Fraction(totaal * gewicht, som) for naam, gewicht in gewichten.items()}
    delen = {naam: int(deel) for naam, deel in quota.items()}
    volgorde = sorted(quota, key=lambda naam: (delen[naam] - quota[naam], -gewichten[naam], naam))
    for naam in volgorde[: totaal - sum(delen.values())]:
        delen[naam] += 1
    return delen
