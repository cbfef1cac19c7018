"""Aandelen: do the percentages of a printed table fit each other and the amounts beside them?

A printed percentage is rounded. It fits when it lies within half a unit of its last decimal,
and a sum of percentages within half a unit of each. Which amounts a percentage belongs to
is not said in a table. It is taken from the figures: the relation that most lines keep is
the one that was meant, and a line that breaks it is the finding. Nothing is ever repaired.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from cycle.analysis.sommen import CelNaam, Som, Waarden, bekende_waarden, list_sommen
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.notatie import getal

GEHEEL: Final = 100
"""All parts of a whole together, in percent."""

_ADVIES: Final = (
    "Vraag de opsteller welk cijfer goed is. Tot die tijd blijft staan wat er is gedrukt."
)


@dataclass(frozen=True, slots=True)
class _Aandeel:
    """A percentage that should be `teller` out of `noemer`."""

    cel: CelNaam
    teller: CelNaam
    noemer: CelNaam

    def berekend(self, waarden: Waarden) -> Fraction:
        """Return the exact percentage."""
        return Fraction(waarden[self.teller]) / Fraction(waarden[self.noemer]) * 100

    def klopt(self, waarden: Waarden) -> bool:
        """Return whether the printed percentage is the exact one, rounded."""
        verschil = abs(Fraction(waarden[self.cel]) - self.berekend(waarden))
        return verschil <= halve_eenheid(waarden[self.cel])


def check_aandelen(tabel: Cijfertabel) -> list[Bevinding]:
    """Return a finding for each percentage that fits neither its amounts nor its total.

    Each cause is told once: of a list with a wrong share the sum is not reported as well,
    and no share is reported of amounts that do not add up themselves.
    """
    waarden = bekende_waarden(tabel)
    mis = [s for s in list_sommen(tabel, percentages=False) if not s.klopt(waarden)]
    verdacht = {cel for som in mis for cel in som.cellen()}
    fout = [
        aandeel
        for lijst in _lijsten(tabel, waarden)
        for aandeel in lijst
        if not aandeel.klopt(waarden) and not {aandeel.teller, aandeel.noemer} & verdacht
    ]
    bevindingen = [_onjuist_aandeel(tabel, aandeel, waarden) for aandeel in fout]
    verklaard = {aandeel.cel for aandeel in fout}
    for som in list_sommen(tabel, percentages=True):
        if not som.cellen() & verklaard and not _telt_op(som, waarden):
            bevindingen.append(_onjuiste_som(tabel, som, waarden))
    return bevindingen + list(_boven_geheel(tabel, waarden))


def halve_eenheid(waarde: Decimal) -> Fraction:
    """Return how far a printed number may lie from the exact one: half its last decimal."""
    return Fraction(1, 2 * 10 ** decimalen(waarde))


def decimalen(waarde: Decimal) -> int:
    """Return the number of decimals with which a number is printed."""
    exponent = waarde.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _speling(cellen: Sequence[CelNaam], waarden: Waarden) -> Fraction:
    """Return how far the sum of rounded percentages may lie from the exact sum."""
    return sum((halve_eenheid(waarden[cel]) for cel in cellen), Fraction(0))


def _telt_op(som: Som, waarden: Waarden) -> bool:
    """Return whether a list of percentages adds up, or never said that it would.

    A printed total under percentages is often a mean. It is taken for a sum only when it
    says 100, or when the parts are 100 together and no mean could be as high.
    """
    delen = [cel for cel, _ in som.termen]
    totaal, berekend = Fraction(waarden[som.uitkomst]), Fraction(som.berekend(waarden))
    if not som.is_totaal:
        return abs(totaal - berekend) <= _speling([som.uitkomst, *delen], waarden)
    if len(delen) < 2:
        return True
    speling = _speling(delen, waarden)
    if totaal == GEHEEL:
        return abs(totaal - berekend) <= speling
    hoogste = max(waarden[cel] for cel in delen)
    is_som = abs(berekend - GEHEEL) <= speling and waarden[som.uitkomst] > hoogste
    return not is_som or abs(totaal - berekend) <= _speling([som.uitkomst, *delen], waarden)


def _lijsten(tabel: Cijfertabel, waarden: Waarden) -> Iterator[list[_Aandeel]]:
    """Yield, for each row or column of percentages, its shares of the amounts that fit best.

    More than half must fit. Half is enough for shares of one total that say to be the whole.
    """
    for einde, kandidaten in _kandidaten(tabel, waarden):
        beste: list[_Aandeel] = []
        meeste = 0
        for kandidaat in kandidaten:
            goed = sum(aandeel.klopt(waarden) for aandeel in kandidaat)
            if goed > meeste:
                beste, meeste = kandidaat, goed
        is_geheel = waarden.get(einde) == GEHEEL and len({a.noemer for a in beste}) == 1
        if meeste * 2 > len(beste) or (is_geheel and meeste * 2 == len(beste)):
            yield beste


def _kandidaten(
    tabel: Cijfertabel, waarden: Waarden
) -> Iterator[tuple[CelNaam, list[list[_Aandeel]]]]:
    """Yield the end of each line of percentages with the ways in which it may be computed.

    A share is of the total at the end of a line of amounts, or of the amount on another
    line beside it; and the same with rows and columns exchanged.
    """
    for kolom in tabel.kolommen:
        rijen = [rij for rij in tabel.rijen if rij != tabel.totaalrij]
        procenten = [(r, kolom) for r in rijen if _is_procent(tabel, (r, kolom), waarden)]
        if kolom != tabel.totaalkolom and len(procenten) > 1:
            yield (tabel.totaalrij, kolom), _wijzen(tabel, waarden, procenten, is_kolom=True)
    for rij in tabel.rijen:
        kolommen = [kolom for kolom in tabel.kolommen if kolom != tabel.totaalkolom]
        procenten = [(rij, k) for k in kolommen if _is_procent(tabel, (rij, k), waarden)]
        if rij != tabel.totaalrij and len(procenten) > 1:
            yield (rij, tabel.totaalkolom), _wijzen(tabel, waarden, procenten, is_kolom=False)


def _wijzen(
    tabel: Cijfertabel, waarden: Waarden, procenten: list[CelNaam], *, is_kolom: bool
) -> list[list[_Aandeel]]:
    """Return for these percentages every list of shares that can be computed."""
    lijnen = tabel.kolommen if is_kolom else tabel.rijen
    einde = tabel.totaalrij if is_kolom else tabel.totaalkolom

    def cel(langs: str, lijn: str) -> CelNaam:
        """Return the cell where a line of amounts crosses a line `langs` it."""
        return (langs, lijn) if is_kolom else (lijn, langs)

    plaatsen = [(c, c[0] if is_kolom else c[1]) for c in procenten]
    wijzen = [
        [_Aandeel(c, cel(langs, lijn), cel(einde, lijn)) for c, langs in plaatsen]
        for lijn in lijnen
        if einde
    ]
    wijzen += [
        [_Aandeel(c, cel(langs, deel), cel(langs, geheel)) for c, langs in plaatsen]
        for deel, geheel in permutations(lijnen, 2)
    ]
    bruikbaar = ([a for a in wijze if _is_bruikbaar(tabel, a, waarden)] for wijze in wijzen)
    return [wijze for wijze in bruikbaar if len(wijze) > 1]


def _is_procent(tabel: Cijfertabel, cel: CelNaam, waarden: Waarden) -> bool:
    """Return whether this cell holds a known percentage."""
    return cel in waarden and tabel.is_percentage(cel)


def _is_bruikbaar(tabel: Cijfertabel, aandeel: _Aandeel, waarden: Waarden) -> bool:
    """Return whether both amounts are known amounts and the whole is more than nothing."""
    bedragen = (aandeel.teller, aandeel.noemer)
    return all(c in waarden and not tabel.is_percentage(c) for c in bedragen) and (
        waarden[aandeel.noemer] > 0
    )


def _boven_geheel(tabel: Cijfertabel, waarden: Waarden) -> Iterator[Bevinding]:
    """Yield the lists of percentages that are a verdeling without a total, and pass 100."""
    kolommen = {k: [(r, k) for r in tabel.rijen] for k in tabel.kolommen if tabel.totaalrij == ""}
    rijen = {r: [(r, k) for k in tabel.kolommen] for r in tabel.rijen if tabel.totaalkolom == ""}
    for lijnen in (kolommen, rijen):
        for naam, delen in _verdelingen(tabel, lijnen, waarden):
            som = sum((waarden[c] for c in delen), Decimal(0))
            if Fraction(som) - _speling(delen, waarden) > GEHEEL:
                yield Bevinding(
                    code="C405",
                    ernst=Ernst.WAARSCHUWING,
                    plek=str(tabel.cellen[delen[0]].plek),
                    melding=(
                        f"In de tabel '{tabel.titel}' zijn de percentages bij '{naam}' samen "
                        f"{getal(som)}%. De delen van een verdeling zijn samen hoogstens 100%."
                    ),
                    advies=_ADVIES,
                )


def _verdelingen(
    tabel: Cijfertabel, lijnen: Mapping[str, list[CelNaam]], waarden: Waarden
) -> Iterator[tuple[str, list[CelNaam]]]:
    """Yield the lines that call themselves a verdeling, or all when the title does.

    A title does not say whether it means rows or columns. It means these lines when there
    is one, or when at least half of them are 100 together.
    """
    procenten = {
        naam: [c for c in cellen if c in waarden and tabel.is_percentage(c)]
        for naam, cellen in lijnen.items()
    }
    procenten = {naam: delen for naam, delen in procenten.items() if len(delen) > 1}
    heel = [naam for naam, delen in procenten.items() if _is_geheel(delen, waarden)]
    genoemd = "verdeling" in tabel.titel.lower()
    alle = genoemd and (len(procenten) == 1 or len(heel) * 2 >= len(procenten))
    for naam, delen in procenten.items():
        if alle or "verdeling" in naam.lower():
            yield naam, delen


def _is_geheel(delen: Sequence[CelNaam], waarden: Waarden) -> bool:
    """Return whether these percentages are 100 together, apart from rounding."""
    som = sum((waarden[c] for c in delen), Decimal(0))
    return abs(Fraction(som) - GEHEEL) <= _speling(delen, waarden)


def _onjuist_aandeel(tabel: Cijfertabel, aandeel: _Aandeel, waarden: Waarden) -> Bevinding:
    """Return the finding for a share that its amounts do not give."""
    rij, kolom = aandeel.cel
    exact = aandeel.berekend(waarden)
    cijfers = decimalen(waarden[aandeel.cel])
    berekend = Decimal(round(exact * 10**cijfers)).scaleb(-cijfers)
    return Bevinding(
        code="C404",
        ernst=Ernst.WAARSCHUWING,
        plek=str(tabel.cellen[aandeel.cel].plek),
        melding=(
            f"In de tabel '{tabel.titel}' staat bij '{rij}', kolom '{kolom}', "
            f"{getal(waarden[aandeel.cel])}%. De aantallen geven {getal(berekend)}% "
            f"({getal(waarden[aandeel.teller])} van {getal(waarden[aandeel.noemer])})."
        ),
        advies=_ADVIES,
    )


def _onjuiste_som(tabel: Cijfertabel, som: Som, waarden: Waarden) -> Bevinding:
    """Return the finding for percentages that do not add up to their printed total."""
    return Bevinding(
        code="C403",
        ernst=Ernst.WAARSCHUWING,
        plek=str(tabel.cellen[som.uitkomst].plek),
        melding=(
            f"In de tabel '{tabel.titel}' geven de percentages voor {som.naam} samen "
            f"{getal(som.berekend(waarden))}%. Er staat {getal(waarden[som.uitkomst])}%. Door "
            "afronden kan dat verschil niet komen."
        ),
        advies=_ADVIES,
    )
