"""Inzetcontrole: the empty cells of the matrix of wederkerigheid, in words."""

from collections.abc import Iterator

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.inzet import Inzetmatrix, build_inzetmatrix
from cycle.domain.notatie import opsomming
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.thema import Thema


def check_wederkerigheid(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return where a partij brings nothing to a thema, and who never answers for anything.

    Afspraken almost always name what corporaties do. So an empty cell of a gemeente or a
    huurdersorganisatie is a warning, and that of a corporatie is only to know: a small one
    need not work on everything.
    """
    matrix = build_inzetmatrix(samenwerking)
    return [*_lege_cellen(matrix), *_nergens_eigenaar(samenwerking.code, matrix)]


def _lege_cellen(matrix: Inzetmatrix) -> Iterator[Bevinding]:
    """Yield per thema one finding for each kind of weight, with the partijen in it."""
    leeg = {(inzet.partij, inzet.thema) for inzet in matrix.lege_cellen()}
    for thema in matrix.themas:
        zonder = [p for p in matrix.partijen if (p.code, thema.code) in leeg]
        corporaties = [p for p in zonder if p.soort is PartijSoort.CORPORATIE]
        anderen = [p for p in zonder if p.soort is not PartijSoort.CORPORATIE]
        if anderen:
            yield _lege_cel(thema, anderen, Ernst.WAARSCHUWING)
        if corporaties:
            yield _lege_cel(thema, corporaties, Ernst.INFO)


def _lege_cel(thema: Thema, partijen: list[Partij], ernst: Ernst) -> Bevinding:
    """Return the finding for partijen that do nothing in a thema."""
    werkwoord = "heeft" if len(partijen) == 1 else "hebben"
    namen = opsomming([partij.naam for partij in partijen])
    return Bevinding(
        code="I620",
        ernst=ernst,
        plek=f"{thema.afspraken[0].plek.bestand}:1",
        melding=f"In het thema '{thema.naam}' {werkwoord} {namen} geen eigen inzet.",
        advies="Vraag op de startbijeenkomst wat zij hier kunnen bijdragen, of leg vast waarom "
        "dat niet nodig is.",
    )


def _nergens_eigenaar(code: str, matrix: Inzetmatrix) -> Iterator[Bevinding]:
    """Yield one finding for the partijen that work along but never answer for an afspraak."""
    nergens = [
        partij
        for partij in matrix.partijen
        if not any(inzet.eigen for inzet in matrix.rij(partij.code))
        and not all(inzet.is_leeg for inzet in matrix.rij(partij.code))
    ]
    if nergens:
        werkwoord = "werkt" if len(nergens) == 1 else "werken"
        yield Bevinding(
            code="I621",
            ernst=Ernst.INFO,
            plek=str(Plek(f"{code}/samenwerking.toml", regel=1)),
            melding=(
                f"{opsomming([partij.naam for partij in nergens])} {werkwoord} overal alleen mee. "
                "Geen afspraak noemt hen als trekker of uitvoerder."
            ),
            advies="Vraag of er een afspraak is die zij zelf willen uitvoeren.",
        )
