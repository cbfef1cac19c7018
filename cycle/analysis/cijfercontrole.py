"""Cijfercontrole: does a printed table add up, and if not, which figure is the cause?

Every total and relation is an equation over cells. One wrong figure usually breaks more
than one equation, so the check looks for the cell whose correction makes all its equations
hold, and reports that cause once; when no single cell does, for a pair of cells. When cells
explain equally well, the printed total is named. Nothing is ever repaired.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.notatie import getal, opsomming

CelNaam = tuple[str, str]
Waarden = Mapping[CelNaam, Decimal]

_GRENS_PAREN = 12
"""Failing equations up to which a pair is sought: two cells cannot break more."""


@dataclass(frozen=True, slots=True)
class _Som:
    """One equation: `uitkomst` should equal the signed sum of `termen`."""

    naam: str
    uitkomst: CelNaam
    termen: tuple[tuple[CelNaam, int], ...]

    def cellen(self) -> set[CelNaam]:
        return {self.uitkomst, *(cel for cel, _ in self.termen)}

    def berekend(self, waarden: Waarden) -> Decimal:
        return sum((waarden[cel] * teken for cel, teken in self.termen), Decimal(0))

    def klopt(self, waarden: Waarden) -> bool:
        return waarden[self.uitkomst] == self.berekend(waarden)

    def waarde_voor(self, cel: CelNaam, waarden: Waarden) -> Decimal:
        """Return the value of `cel` with which this equation would hold."""
        if cel == self.uitkomst:
            return self.berekend(waarden)
        teken = dict(self.termen)[cel]
        tekort = waarden[self.uitkomst] - self.berekend(waarden)
        return waarden[cel] + tekort * teken


@dataclass(frozen=True, slots=True)
class _Oorzaak:
    """A cell that explains failing equations, and the value that would mend them.

    It is not `is_zeker` when another cell may just as well be wrong; then it is the printed
    result of the equation.
    """

    cel: CelNaam
    waarde: Decimal
    sommen: tuple[_Som, ...]
    is_zeker: bool = True


def check_cijfers(tabel: Cijfertabel) -> list[Bevinding]:
    """Return one finding per cause for the totals and relations that do not hold.

    An equation with an unknown cell ("n.b.") is left out: unknown is not zero. An empty
    list means that every printed total agrees with its parts.
    """
    waarden = {naam: cel.waarde for naam, cel in tabel.cellen.items() if cel.waarde is not None}
    sommen = [som for som in _sommen(tabel) if som.cellen() <= waarden.keys()]
    bevindingen: list[Bevinding] = []
    gemeld: list[_Som] = []
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


def _sommen(tabel: Cijfertabel) -> Iterator[_Som]:
    """Yield the equations of a table: row totals, column totals, relations per column."""
    kolommen = [k for k in tabel.kolommen if k != tabel.totaalkolom]
    rijen = [r for r in tabel.rijen if r != tabel.totaalrij]
    if tabel.totaalkolom:
        for rij in tabel.rijen:
            termen = tuple(((rij, kolom), 1) for kolom in kolommen)
            yield _Som(f"de rij '{rij}'", (rij, tabel.totaalkolom), termen)
    if tabel.totaalrij:
        for kolom in tabel.kolommen:
            termen = tuple(((rij, kolom), 1) for rij in rijen)
            yield _Som(f"de kolom '{kolom}'", (tabel.totaalrij, kolom), termen)
    for verband in tabel.verbanden:
        for kolom in tabel.kolommen:
            delen = [((rij, kolom), 1) for rij in verband.plus]
            delen += [((rij, kolom), -1) for rij in verband.min]
            naam = f"'{verband.uitkomst}' in de kolom '{kolom}'"
            yield _Som(naam, (verband.uitkomst, kolom), tuple(delen))


def _zoek_een(
    mis: Sequence[_Som], sommen: Sequence[_Som], waarden: Waarden
) -> tuple[_Oorzaak, ...]:
    """Return the single cell that explains the most, nothing when no cell does."""
    verklaringen = list(_verklaringen(mis, sommen, waarden))
    if not verklaringen:
        return ()
    beste = max(verklaringen, key=lambda v: len(v.sommen))
    if len({v.cel for v in verklaringen if v.sommen == beste.sommen}) > 1:
        return (_uitkomst(beste.sommen, waarden),)
    return (beste,)


def _uitkomst(sommen: Sequence[_Som], waarden: Waarden) -> _Oorzaak:
    """Return the printed result of the first equation, as the place to start looking."""
    eerste = sommen[0]
    return _Oorzaak(eerste.uitkomst, eerste.berekend(waarden), tuple(sommen), is_zeker=False)


def _zoek_paar(
    mis: Sequence[_Som], sommen: Sequence[_Som], waarden: Waarden
) -> tuple[_Oorzaak, ...]:
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
    cel: CelNaam, waarde: Decimal, sommen: Sequence[_Som], waarden: Waarden
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
    mis: Sequence[_Som], sommen: Sequence[_Som], waarden: Waarden
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
