"""Verdeelstaat: what every partij has to do, with what it owed from before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cycle.analysis.verdeling import verdeel_naar_rato
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.notatie import getal
from cycle.domain.opvolging import opvolger_in
from cycle.domain.partij import Partij
from cycle.domain.verdeling import (
    Aandeel,
    Periode,
    Periodestand,
    Verdeelregel,
    Verdeelstaat,
    Verdeling,
    som,
)

Saldi = Mapping[str, int | None]
"""Per partij what it is behind (positive) or ahead."""


def build_verdeelstaat(
    verdeling: Verdeling, partijen: Sequence[Partij], *, totaal: int | None = None
) -> Verdeelstaat:
    """Return every period with its saldo; with `totaal` also a proposal for the next one.

    A published share is never changed: a difference with today's arithmetic is a finding.
    The proposal uses the stock of the last period.

    Raises:
        InvoerError: `totaal` is negative, or there is no stock to share over.
    """
    periodes = list(verdeling.periodes)
    if totaal is not None and periodes:
        periodes.append(_next_periode(periodes[-1], totaal))
    standen: list[Periodestand] = []
    bevindingen: list[Bevinding] = []
    saldi: Saldi = {}
    for periode in periodes:
        vooraf = _carry(saldi, partijen, periode.jaar)
        stand = _stand(periode, vooraf)
        bevindingen += _check(verdeling, periode, stand)
        bevindingen += _check_saldi(verdeling, periode, vooraf)
        standen.append(stand)
        saldi = {regel.partij: regel.saldo for regel in stand.regels}
    return Verdeelstaat(verdeling, tuple(standen), tuple(bevindingen))


def _next_periode(laatste: Periode, totaal: int) -> Periode:
    """Return the period after this one, with the same partijen and their stock."""
    jaar, _, helft = laatste.naam.partition("-")
    volgende = f"{jaar}-2" if helft == "1" else f"{int(jaar) + 1}{'-1' if helft else ''}"
    aandelen = tuple(replace(a, verdeeld=None, gedaan=None) for a in laatste.aandelen)
    return replace(laatste, naam=volgende, totaal=totaal, aandelen=aandelen)


def _carry(saldi: Saldi, partijen: Sequence[Partij], jaar: int) -> dict[str, int | None]:
    """Return the saldi at the start of a period; the opvolger takes over that of a partij."""
    per_partij: dict[str, list[int | None]] = {}
    for partij, saldo in saldi.items():
        per_partij.setdefault(opvolger_in(partijen, partij, jaar), []).append(saldo)
    return {partij: som(delen) for partij, delen in per_partij.items()}


def _stand(periode: Periode, vooraf: Saldi) -> Periodestand:
    """Return the state of one period."""
    voorraad = {aandeel.partij: aandeel.voorraad for aandeel in periode.aandelen}
    berekend = verdeel_naar_rato(periode.totaal, voorraad)
    return Periodestand(
        naam=periode.naam,
        totaal=periode.totaal,
        regels=tuple(
            _regel(aandeel, berekend[aandeel.partij], vooraf.get(aandeel.partij, 0))
            for aandeel in periode.aandelen
        ),
        is_voorstel=any(aandeel.verdeeld is None for aandeel in periode.aandelen),
    )


def _regel(aandeel: Aandeel, berekend: int, vooraf: int | None) -> Verdeelregel:
    """Return the state of one partij in one period."""
    verdeeld = berekend if aandeel.verdeeld is None else aandeel.verdeeld
    opgave = som([verdeeld, vooraf])
    gedaan = aandeel.gedaan
    return Verdeelregel(
        partij=aandeel.partij,
        voorraad=aandeel.voorraad,
        vooraf=vooraf,
        berekend=berekend,
        verdeeld=verdeeld,
        opgave=opgave,
        gedaan=gedaan,
        saldo=None if opgave is None or gedaan is None else opgave - gedaan,
        plek=aandeel.plek,
    )


def _check(verdeling: Verdeling, periode: Periode, stand: Periodestand) -> Iterator[Bevinding]:
    """Yield where the published shares differ from today's, or do not add up."""
    if stand.is_voorstel:
        return
    for regel in stand.regels:
        if regel.verdeeld != regel.berekend:
            yield _bevinding(
                "K511",
                str(regel.plek),
                f"{verdeling.naam}, {periode.naam}: voor '{regel.partij}' is "
                f"{getal(regel.verdeeld)} gepubliceerd. Naar rato is het {getal(regel.berekend)}. "
                "Het gepubliceerde telt.",
                "Controleer de voorraad en het totaal, of laat het zo en leg uit waarom.",
            )
    if stand.verdeeld != periode.totaal:
        yield _bevinding(
            "K512",
            str(periode.plek),
            f"{verdeling.naam}, {periode.naam}: er is {getal(stand.verdeeld)} verdeeld, maar het "
            f"totaal is {getal(periode.totaal)}.",
            "Controleer welk getal goed is.",
        )


def _check_saldi(verdeling: Verdeling, periode: Periode, vooraf: Saldi) -> Iterator[Bevinding]:
    """Yield a saldo from before that nobody has in this period."""
    mee = {aandeel.partij for aandeel in periode.aandelen}
    for partij, saldo in vooraf.items():
        if partij not in mee and saldo != 0:
            yield _bevinding(
                "K513",
                str(periode.plek),
                f"{verdeling.naam}, {periode.naam}: '{partij}' had nog een saldo van "
                f"{getal(saldo)}, maar doet in deze periode niet mee.",
                "Zet de partij erbij met voorraad 0, of noem bij de partij een opvolger.",
            )


def _bevinding(code: str, plek: str, melding: str, advies: str) -> Bevinding:
    """Return one finding; it never stops anything."""
    return Bevinding(code, Ernst.WAARSCHUWING, plek, melding, advies)
