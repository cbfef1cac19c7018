"""Bundel: who works in several gemeenten gets one workbook, with sheets for each."""

from collections.abc import Sequence

from cycle.domain.errors import InvoerError
from cycle.domain.formulier import Formulier
from cycle.services.issue_formulieren import build_formulieren
from cycle.services.ports import Toolkit


def bundle_formulieren(
    toolkit: Toolkit, samenwerkingen: Sequence[str], jaar: int
) -> tuple[tuple[Formulier, ...], ...]:
    """Return per partij its forms in `samenwerkingen`, in that order.

    The code of a partij says that it is the same one everywhere.

    Raises:
        InvoerError: two partijen that are not the same have the same code.
        NietGevonden: there is no such samenwerking.
    """
    bundels: dict[str, list[Formulier]] = {}
    for code in dict.fromkeys(samenwerkingen):
        for formulier in build_formulieren(toolkit, toolkit.bibliotheek.load(code), jaar):
            bundel = bundels.setdefault(formulier.partij, [])
            if bundel:
                _check_same(bundel[0], formulier)
            bundel.append(formulier)
    return tuple(map(tuple, bundels.values()))


def _check_same(een: Formulier, ander: Formulier) -> None:
    """Refuse to put two partijen in one workbook."""
    if (een.partij_naam, een.soort) != (ander.partij_naam, ander.soort):
        raise InvoerError(
            f"De code '{een.partij}' is in {een.samenwerking_naam} van {een.partij_naam} en in "
            f"{ander.samenwerking_naam} van {ander.partij_naam}.",
            advies="Geef de partijen een verschillende code, of maak de formulieren apart.",
        )
