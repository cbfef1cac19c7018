"""Cijfercontrole: does a printed table add up, and if not, which figure is the cause?

Every total and relation is an equation over cells. One wrong figure usually breaks more
than one equation, so the check looks for the single cell whose correction makes all its
equations hold, and reports that cause once. Nothing is ever repaired.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.notatie import getal, opsomming

CelNaam = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Som:
    """One equation: `uitkomst` should equal the signed sum of `termen`."""

    naam: str
    uitkomst: CelNaam
    termen: tuple[tuple[CelNaam, int], ...]

    def cellen(self) -> set[CelNaam]:
        return {self.uitkomst, *(cel for cel, _ in self.termen)}

    def berekend(self, waarden: Mapping[CelNaam, Decimal]) -> Decimal:
        return sum((waarden[cel] * teken for cel, teken in self.termen), Decimal(0))

    def klopt(self, waarden: Mapping[CelNaam, Decimal]) -> bool:
        return waarden[self.uitkomst] == self.berekend(waarden)

    def waarde_voor(self, cel: CelNaam, waarden: Mapping[CelNaam, Decimal]) -> Decimal:
        """Return the value of `cel` with which this equation would hold."""
        if cel == self.uitkomst:
            return self.berekend(waarden)
        teken = dict(self.termen)[cel]
        tekort = waarden[self.uitkomst] - self.berekend(waarden)
        return waarden[cel] + tekort * teken


@dataclass(frozen=True, slots=True)
class _Oorzaak:
    """A cell that explains failing equations, and the value that would mend them."""

    cel: CelNaam
    waarde: Decimal
    sommen: tuple[_Som, ...]


def check_cijfers(tabel: Cijfertabel) -> list[Bevinding]:
    """Return one finding per cause for the totals and relations that do not hold.

    An equation with an unknown cell ("n.b.") is left out: unknown is not zero. An empty
    list means that every printed total agrees with its parts.
    """
    waarden = {naam: cel.waarde for naam, cel in tabel.cellen.items() if cel.waarde is not None}
    sommen = [som for som in _sommen(tabel) if som.cellen() <= waarden.keys()]
    mis = [som for som in sommen if not som.klopt(waarden)]
    bevindingen = []
    while mis:
        oorzaak = _zoek_oorzaak(mis, sommen, waarden)
        bevindingen.append(_bevinding(tabel, oorzaak, waarden))
        mis = [som for som in mis if som not in oorzaak.sommen]
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


def _zoek_oorzaak(
    mis: list[_Som], sommen: Iterable[_Som], waarden: Mapping[CelNaam, Decimal]
) -> _Oorzaak:
    """Return the single cell that explains the most, else the first failing equation."""
    alle = list(sommen)
    verklaringen = [
        verklaring
        for som in mis
        for cel in sorted(som.cellen())
        if (verklaring := _verklaring(cel, som.waarde_voor(cel, waarden), mis, alle, waarden))
    ]
    if not verklaringen:
        eerste = mis[0]
        return _Oorzaak(eerste.uitkomst, eerste.berekend(waarden), (eerste,))
    uitkomsten = {som.uitkomst for som in mis}
    return max(verklaringen, key=lambda v: (len(v.sommen), v.cel in uitkomsten))


def _verklaring(
    cel: CelNaam,
    waarde: Decimal,
    mis: list[_Som],
    sommen: list[_Som],
    waarden: Mapping[CelNaam, Decimal],
) -> _Oorzaak | None:
    """Return `cel` as a cause when `waarde` makes every equation it is in hold."""
    anders = {**waarden, cel: waarde}
    raakt = [som for som in sommen if cel in som.cellen()]
    if not all(som.klopt(anders) for som in raakt):
        return None
    return _Oorzaak(cel, waarde, tuple(som for som in raakt if som in mis))


def _bevinding(
    tabel: Cijfertabel, oorzaak: _Oorzaak, waarden: Mapping[CelNaam, Decimal]
) -> Bevinding:
    """Return the finding for one cause, with both numbers and what else it breaks."""
    rij, kolom = oorzaak.cel
    cel = tabel.cellen[oorzaak.cel]
    vermeld, berekend = getal(waarden[oorzaak.cel]), getal(oorzaak.waarde)
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
            f"zoals vermeld en rekent het programma met {berekend}."
        ),
    )
