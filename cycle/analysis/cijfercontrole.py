"""Cijfercontrole: does a printed table add up, and if not, which figure is the cause?

Every total and relation is an equation over cells. One wrong figure usually breaks more
than one equation, so the check looks for the cell whose correction makes all its equations
hold, and reports that cause once; when no single cell does, for a pair of cells. When cells
explain equally well, the printed total is named. Nothing is ever repaired. Percentages are
rounded, so they are checked apart (`cycle.analysis.aandelen`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cycle.analysis.sommen import CelNaam, Som, Waarden, bekende_waarden, list_sommen
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.notatie import getal, opsomming

_GRENS_PAREN = 12
"""Failing equations up to which a pair is sought: two cells cannot break more."""


@dataclass(frozen=True, slots=True)
class _Oorzaak:
    """A cell that explains failing equations, and the value that would mend them.

    It is not `is_zeker` when another cell may just as well be wrong; then it is the printed
    result of the equation.
    """

    cel: CelNaam
    waarde: Decimal
    sommen: tuple[Som, ...]
    is_zeker: bool = True


def check_cijfers(tabel: Cijfertabel) -> list[Bevinding]:
    """Return one finding per cause for the totals and relations that do not hold.

    An equation with an unknown cell ("n.b.") is left out: unknown is not zero. An empty
    list means that every printed total agrees with its parts.
    """
    waarden = bekende_waarden(tabel)
    sommen = list_sommen(tabel, percentages=False)
    bevindingen: list[Bevinding] = []
    gemeld: list[Som] = []
    while mis := [som for som in sommen if som not in gemeld and not som.klopt(waarden)]:
        oorzaken = (
            _zoek_een(mis, sommen, waarden)
            or _zoek_paar(mis, sommen, waarden)
            or (_uitkomst(mis[:1], waarden),)
        )
        bevindingen += [_bevinding(tabel, oorzaak) for oorzaak in oorzaken]
        # search on as if the sure causes were mended; what is unsure was reported just now
        waarden |= {o.cel: o.waarde for o in oorzaken if o.is_zeker}
        gemeld += [som for o in oorzaken if not o.is_zeker for som in o.sommen]
    return bevindingen


def _zoek_een(mis: Sequence[Som], sommen: Sequence[Som], waarden: Waarden) -> tuple[_Oorzaak, ...]:
    """Return the single cell that explains the most, nothing when no cell does."""
    verklaringen = list(_verklaringen(mis, sommen, waarden))
    if not verklaringen:
        return ()
    beste = max(verklaringen, key=lambda v: len(v.sommen))
    if len({v.cel for v in verklaringen if v.sommen == beste.sommen}) > 1:
        return (_uitkomst(beste.sommen, waarden),)
    return (beste,)


def _uitkomst(sommen: Sequence[Som], waarden: Waarden) -> _Oorzaak:
    """Return the printed result of the first equation, as the place to start looking."""
    eerste = sommen[0]
    return _Oorzaak(eerste.uitkomst, eerste.berekend(waarden), tuple(sommen), is_zeker=False)


def _zoek_paar(mis: Sequence[Som], sommen: Sequence[Som], waarden: Waarden) -> tuple[_Oorzaak, ...]:
    """Return the two cells that together explain the most, nothing when none stand out."""
    if len(mis) > _GRENS_PAREN:
        return ()
    paren = [
        paar
        for som in mis
        for cel in sorted(som.cellen())
        for paar in _paren(cel, som.waarde_voor(cel, waarden), sommen, waarden)
    ]
    meeste = max((_aantal(paar) for paar in paren), default=0)
    beste = [paar for paar in paren if _aantal(paar) == meeste]
    cellen = {frozenset(oorzaak.cel for oorzaak in paar) for paar in beste}
    return beste[0] if len(cellen) == 1 else ()


def _aantal(paar: tuple[_Oorzaak, _Oorzaak]) -> int:
    """Return how many failing equations a pair explains."""
    return len({som for oorzaak in paar for som in oorzaak.sommen})


def _paren(
    cel: CelNaam, waarde: Decimal, sommen: Sequence[Som], waarden: Waarden
) -> Iterator[tuple[_Oorzaak, _Oorzaak]]:
    """Yield the pairs of `cel` with another cell that mend every equation of both."""
    raakt = tuple(som for som in sommen if cel in som.cellen())
    half = {**waarden, cel: waarde}
    over = [som for som in sommen if not som.klopt(half)]
    for tweede in _verklaringen(over, sommen, half):
        heel = {**half, tweede.cel: tweede.waarde}
        if all(som.klopt(heel) for som in raakt):
            yield _Oorzaak(cel, waarde, tuple(s for s in raakt if not s.klopt(waarden))), tweede


def _verklaringen(
    mis: Sequence[Som], sommen: Sequence[Som], waarden: Waarden
) -> Iterator[_Oorzaak]:
    """Yield every cell, with a value, that makes every equation it is in hold."""
    for som in mis:
        for cel in sorted(som.cellen()):
            waarde = som.waarde_voor(cel, waarden)
            anders = {**waarden, cel: waarde}
            raakt = [s for s in sommen if cel in s.cellen()]
            if all(s.klopt(anders) for s in raakt):
                yield _Oorzaak(cel, waarde, tuple(s for s in raakt if s in mis))


def _bevinding(tabel: Cijfertabel, oorzaak: _Oorzaak) -> Bevinding:
    """Return the finding for one cause, with both numbers and what else it breaks."""
    rij, kolom = oorzaak.cel
    cel = tabel.cellen[oorzaak.cel]
    vermeld, berekend = getal(cel.waarde), getal(oorzaak.waarde)
    namen = opsomming([som.naam for som in oorzaak.sommen])
    return Bevinding(
        code="C401",
        ernst=Ernst.WAARSCHUWING,
        plek=str(cel.plek),
        melding=(
            f"In de tabel '{tabel.titel}' staat bij '{rij}', kolom '{kolom}', {vermeld}. "
            f"De andere cijfers geven {berekend} (nagerekend: {namen})."
        ),
        advies=(
            f"Vraag de opsteller welk cijfer goed is. Tot die tijd blijft {vermeld} staan "
            "zoals vermeld."
        ),
    )
