"""Sommen: every equation that a printed table claims, over its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cycle.domain.cijfertabel import Cijfertabel, Verband

CelNaam = tuple[str, str]
Waarden = Mapping[CelNaam, Decimal]


@dataclass(frozen=True, slots=True)
class Som:
    """One equation: `uitkomst` should equal the signed sum of `termen`.

    A total `is_totaal`; a relation that the content file names is not.
    """

    naam: str
    uitkomst: CelNaam
    termen: tuple[tuple[CelNaam, int], ...]
    is_totaal: bool = True

    def cellen(self) -> set[CelNaam]:
        """Return every cell of the equation."""
        return {self.uitkomst, *(cel for cel, _ in self.termen)}

    def berekend(self, waarden: Waarden) -> Decimal:
        """Return the signed sum of the parts."""
        return sum((waarden[cel] * teken for cel, teken in self.termen), Decimal(0))

    def klopt(self, waarden: Waarden) -> bool:
        """Return whether the printed result is exactly the sum of the parts."""
        return waarden[self.uitkomst] == self.berekend(waarden)

    def waarde_voor(self, cel: CelNaam, waarden: Waarden) -> Decimal:
        """Return the value of `cel` with which this equation would hold."""
        if cel == self.uitkomst:
            return self.berekend(waarden)
        teken = dict(self.termen)[cel]
        tekort = waarden[self.uitkomst] - self.berekend(waarden)
        return waarden[cel] + tekort * teken


def bekende_waarden(tabel: Cijfertabel) -> dict[CelNaam, Decimal]:
    """Return the value of every cell that has one; "n.b." is unknown, not zero."""
    return {naam: cel.waarde for naam, cel in tabel.cellen.items() if cel.waarde is not None}


def list_sommen(tabel: Cijfertabel, *, percentages: bool) -> list[Som]:
    """Return the equations with known cells: of amounts, or of `percentages`.

    Amounts and percentages are never added to each other.
    """
    bekend = bekende_waarden(tabel)
    return [
        som
        for som in (*_totalen(tabel), *_verbanden(tabel))
        if tabel.is_percentage(som.uitkomst) is percentages and som.cellen() <= bekend.keys()
    ]


def _totalen(tabel: Cijfertabel) -> Iterator[Som]:
    """Yield the printed totals: per row, then per column."""
    kolommen = [k for k in tabel.kolommen if k != tabel.totaalkolom]
    rijen = [r for r in tabel.rijen if r != tabel.totaalrij]
    if tabel.totaalkolom:
        for rij in tabel.rijen:
            delen = [(rij, kolom) for kolom in kolommen]
            yield from _totaal(tabel, f"de rij '{rij}'", (rij, tabel.totaalkolom), delen)
    if tabel.totaalrij:
        for kolom in tabel.kolommen:
            delen = [(rij, kolom) for rij in rijen]
            yield from _totaal(tabel, f"de kolom '{kolom}'", (tabel.totaalrij, kolom), delen)


def _totaal(
    tabel: Cijfertabel, naam: str, uitkomst: CelNaam, delen: list[CelNaam]
) -> Iterator[Som]:
    """Yield the total of the cells of the same kind, nothing when there are none."""
    soort = tabel.is_percentage(uitkomst)
    termen = tuple((cel, 1) for cel in delen if tabel.is_percentage(cel) is soort)
    if termen:
        yield Som(naam, uitkomst, termen)


def _verbanden(tabel: Cijfertabel) -> Iterator[Som]:
    """Yield the named relations: between rows for each column, or the other way round."""
    for verband in tabel.verbanden:
        if set(verband.namen) <= set(tabel.rijen):
            for kolom in tabel.kolommen:
                cellen = {naam: (naam, kolom) for naam in verband.namen}
                yield from _verband(tabel, verband, f"in de kolom '{kolom}'", cellen)
        else:
            for rij in tabel.rijen:
                cellen = {naam: (rij, naam) for naam in verband.namen}
                yield from _verband(tabel, verband, f"in de rij '{rij}'", cellen)


def _verband(
    tabel: Cijfertabel, verband: Verband, waar: str, cellen: Mapping[str, CelNaam]
) -> Iterator[Som]:
    """Yield one relation, nothing when a name is missing or amounts meet percentages."""
    if not set(cellen.values()) <= tabel.cellen.keys():
        return
    if len({tabel.is_percentage(cel) for cel in cellen.values()}) == 1:
        delen = [(cellen[naam], 1) for naam in verband.plus]
        delen += [(cellen[naam], -1) for naam in verband.min]
        naam = f"'{verband.uitkomst}' {waar}"
        yield Som(naam, cellen[verband.uitkomst], tuple(delen), is_totaal=False)
