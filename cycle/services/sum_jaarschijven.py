"""Optelling: what all samenwerkingen together do in one jaar, per regio and in total."""

from cycle.analysis.landelijkframes import Bron
from cycle.analysis.optellen import tel_op
from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.notatie import opsomming
from cycle.domain.optelling import Optelling
from cycle.services.lopend import load_lopend
from cycle.services.ports import Toolkit


def sum_jaarschijven(toolkit: Toolkit, jaar: int, *, indeling: str = "") -> Optelling:
    """Return the sums over every samenwerking that has biedingen for `jaar`.

    With `indeling` only that division of the country, else each one there is.

    Raises:
        NietGevonden: there is no bieding for `jaar`, or no such indeling.
        InvoerError: two samenwerkingen are about one gemeente, so that it would count twice.
    """
    regios = toolkit.bibliotheek.regios()
    if indeling and indeling not in regios.indelingen:
        raise NietGevonden(
            f"De indeling '{indeling}' bestaat niet.",
            advies=f"Kies uit: {', '.join(regios.indelingen) or 'geen'}. "
            "De indelingen staan in regios.toml.",
        )
    bronnen = _list_bronnen(toolkit, jaar)
    if not bronnen:
        raise NietGevonden(
            f"Er zijn nog geen biedingen voor {jaar}.",
            advies="Lees eerst de formulieren met: jaarschijf bieding lees BESTAND --boek",
        )
    _check_gemeenten(bronnen)
    return tel_op(bronnen, jaar, regios, (indeling,) if indeling else regios.indelingen)


def _list_bronnen(toolkit: Toolkit, jaar: int) -> list[Bron]:
    """Return the samenwerkingen with biedingen, in the order of their codes."""
    with toolkit.store.transaction() as tx:
        codes = [cyclus.samenwerking for cyclus in tx.list_cycli() if cyclus.jaar == jaar]
        bronnen = [load_lopend(tx, toolkit.bibliotheek.load(code), jaar) for code in sorted(codes)]
    return [bron for bron in bronnen if bron.biedingen]


def _check_gemeenten(bronnen: list[Bron]) -> None:
    """Refuse to count one gemeente twice."""
    namen = [bron.samenwerking.gemeente for bron in bronnen]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    if dubbel:
        raise InvoerError(
            f"Meer samenwerkingen gaan over {opsomming(dubbel)}. Dan telt alles dubbel.",
            advies="Geef elke samenwerking in samenwerking.toml haar eigen gemeente.",
        )
