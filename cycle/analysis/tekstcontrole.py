"""Tekstcontrole: does a number in the text agree with the doelen and the printed tables?

A text and a table may well hold different numbers: what was agreed and what is expected, a
part and the whole, this year and all years. So a number is only held against a figure that
is plainly about the same: the same unit, partij and period, and the same words; or the one
doel that its text does not mention while the others are mentioned. A false alarm costs more
than a miss, because after a few of them nobody reads on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cycle.analysis.onderwerp import (
    NORMATIEF,
    SAMEN_WOORDEN,
    Onderwerp,
    find_met_woorden,
    find_overgebleven,
    is_in_de_buurt,
    list_norm_eerst,
    list_onderwerpen,
)
from cycle.analysis.tekstcijfers import (
    PROCENT,
    Tekstcijfer,
    eenheid_van_woord,
    list_tekstcijfers,
    read_jaren,
)
from cycle.analysis.trefwoorden import list_trefwoorden
from cycle.domain.afspraak import Afspraak, Teken
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cel, Cijfertabel
from cycle.domain.notatie import doel as doel_in_woorden
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.thema import Thema

_NIET_HET_DOEL = re.compile(
    "waarvan|daarvan|waaronder|bijvoorbeeld|extra|eerste|inmiddels|nu|al|vorige?|eerder|"
    "behoefte|vraag|vroeg|nog|was|waren"
)
"""Words of a sentence about a part, about now or about before."""


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A piece of text with what its numbers may be about.

    With `is_afspraak` the text is that of the afspraak itself, so a number that is left
    over may be the one doel that is not mentioned.
    """

    naam: str
    plek: str
    cijfers: tuple[Tekstcijfer, ...]
    onderwerpen: tuple[Onderwerp, ...]
    tabellen: tuple[Cijfertabel, ...]
    is_afspraak: bool


def check_teksten(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return a finding for each number in a text that differs from the figure it is about."""
    return [
        bevinding
        for thema in samenwerking.themas
        for stuk in _list_stukken(samenwerking, thema)
        for cijfer in stuk.cijfers
        for bevinding in _check_cijfer(samenwerking, stuk, cijfer)
    ]


def _list_stukken(samenwerking: Samenwerking, thema: Thema) -> Iterator[_Stuk]:
    """Yield the text of the thema, then of each afspraak its heading and its text."""
    alle: list[Onderwerp] = []
    for afspraak in thema.afspraken:
        onderwerpen = tuple(list_onderwerpen(samenwerking, afspraak))
        alle += onderwerpen
        for cijfers in _cijfers(samenwerking, afspraak):
            yield _Stuk(
                f"Afspraak {afspraak.nummer}",
                str(afspraak.plek),
                cijfers,
                onderwerpen,
                thema.tabellen,
                is_afspraak=True,
            )
    if thema.afspraken:
        tekst = f"{thema.context}\n\n{thema.ambitie}"
        yield _Stuk(
            f"Het thema '{thema.naam}'",
            f"{thema.afspraken[0].plek.bestand}:1",
            tuple(list_tekstcijfers(samenwerking, tekst)),
            tuple(alle),
            thema.tabellen,
            is_afspraak=False,
        )


def _cijfers(samenwerking: Samenwerking, afspraak: Afspraak) -> Iterator[tuple[Tekstcijfer, ...]]:
    """Yield the numbers of the heading, then those of text and toelichting together."""
    yield tuple(list_tekstcijfers(samenwerking, afspraak.titel, is_kop=True))
    yield tuple(list_tekstcijfers(samenwerking, f"{afspraak.tekst}\n\n{afspraak.toelichting}"))


def _check_cijfer(
    samenwerking: Samenwerking, stuk: _Stuk, cijfer: Tekstcijfer
) -> Iterator[Bevinding]:
    """Yield a finding when this number differs from the doel, else from the table, it is about."""
    if any(o.noemt(cijfer) for o in stuk.onderwerpen):
        return
    if any(map(_NIET_HET_DOEL.fullmatch, cijfer.zin.woorden)):
        return
    minstens = 1 if stuk.is_afspraak else 2
    onderwerp = find_met_woorden(cijfer, stuk.onderwerpen, minstens=minstens)
    if onderwerp is None and stuk.is_afspraak:
        onderwerp = find_overgebleven(cijfer, stuk.cijfers, stuk.onderwerpen)
    gedrukt = any(cel.waarde == cijfer.waarde for t in stuk.tabellen for cel in t.cellen.values())
    if gedrukt and cijfer.teken not in NORMATIEF:
        return
    doelen = tuple(list_norm_eerst(onderwerp.doelen_voor(cijfer))) if onderwerp else ()
    if onderwerp and doelen:
        woorden = dict.fromkeys(doel_in_woorden(d, onderwerp.indicator) for d in doelen)
        yield _bevinding(
            stuk,
            cijfer,
            f"Het doel bij '{onderwerp.indicator.naam}' is {opsomming(list(woorden))}.",
        )
        return
    for tabel in stuk.tabellen:
        yield from _check_tabel(samenwerking, stuk, cijfer, tabel)


def _check_tabel(
    samenwerking: Samenwerking, stuk: _Stuk, cijfer: Tekstcijfer, tabel: Cijfertabel
) -> Iterator[Bevinding]:
    """Yield a finding when a number differs from the cell whose row and partij it names."""
    rij, kolom = _find_rij(cijfer, tabel), _find_kolom(samenwerking, cijfer, tabel)
    if not rij or not kolom or not set(cijfer.zin.jaren) <= set(read_jaren(tabel.titel)):
        return
    cel = tabel.cellen[rij, kolom]
    eenheid = PROCENT if tabel.is_percentage((rij, kolom)) else eenheid_van_woord(tabel.eenheid)
    if cijfer.eenheid == eenheid and not _past(cijfer, cel):
        yield _bevinding(
            stuk,
            cijfer,
            f"In de tabel '{tabel.titel}' staat bij '{rij}', kolom '{kolom}', {cel.tekst}.",
        )


def _find_rij(cijfer: Tekstcijfer, tabel: Cijfertabel) -> str:
    """Return the row whose whole name stands in the sentence, "" when it is none or more."""
    gevonden = [
        rij
        for rij in tabel.rijen
        if (woorden := list_trefwoorden(rij))
        and all(any(w.startswith(woord) for w in cijfer.zin.woorden) for woord in woorden)
    ]
    return gevonden[0] if len(gevonden) == 1 else ""


def _find_kolom(samenwerking: Samenwerking, cijfer: Tekstcijfer, tabel: Cijfertabel) -> str:
    """Return the column of the one partij that is named, or of all when it says so."""
    namen = [samenwerking.partij(code).naam for code in cijfer.zin.partijen]
    if len(namen) == 1 and namen[0] in tabel.kolommen:
        return namen[0]
    return tabel.totaalkolom if SAMEN_WOORDEN & set(cijfer.zin.woorden) and not namen else ""


def _past(cijfer: Tekstcijfer, cel: Cel) -> bool:
    """Return whether a number agrees with a printed figure, or is about something else."""
    if cel.waarde is None or not is_in_de_buurt(cijfer.waarde, cel.waarde):
        return True
    if cijfer.teken is Teken.MINSTENS:
        return cel.waarde >= cijfer.waarde
    if cijfer.teken is Teken.HOOGSTENS:
        return cel.waarde <= cijfer.waarde
    return cijfer.laag <= cel.waarde <= cijfer.hoog


def _bevinding(stuk: _Stuk, cijfer: Tekstcijfer, staat: str) -> Bevinding:
    """Return the finding with both figures."""
    return Bevinding(
        code="C406",
        ernst=Ernst.WAARSCHUWING,
        plek=stuk.plek,
        melding=f"{stuk.naam} noemt in de tekst '{cijfer.gedrukt}'. {staat}",
        advies="Zoek uit welk getal is afgesproken. Pas de tekst of de tabel aan.",
    )
