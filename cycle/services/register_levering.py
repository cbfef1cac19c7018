"""Levering: register that stukken were sent to somebody, with the file that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cycle.domain.errors import BesluitError, NietGevonden
from cycle.domain.levering import Levering, dump_levering, list_ontvangers
from cycle.domain.notatie import datum, opsomming
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import Uitkomst, check_dag, require_cyclus, require_vastgesteld
from cycle.services.list_leveringen import LEVERING
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Leverbewijs:
    """The file that shows a delivery: a receipt, a mail, a confirmation."""

    naam: str
    inhoud: bytes


def register_levering(
    toolkit: Toolkit,
    samenwerking: str,
    jaar: int,
    levering: Levering,
    bewijs: Leverbewijs | None = None,
) -> Uitkomst:
    """Keep a delivery and its proof; without a corporatie it counts for all of them.

    A delivery is never refused because it is late or because the raad van commissarissen
    decided later: it happened, and the checklist says what is wrong with it.

    Raises:
        BesluitError: a day that is still to come, or nothing that was sent.
        FaseError: nothing was adopted yet.
        NietGevonden: an unknown corporatie or ontvanger.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    corporaties = _corporaties(inhoud, levering)
    for dag in filter(None, (levering.op, levering.rvc_op)):
        check_dag(dag, toolkit.klok.vandaag())
    if not levering.stukken:
        raise BesluitError(
            "Er is niet gezegd wat er is geleverd.",
            advies="Noem de stukken met --stuk, of laat die keuze weg voor alle stukken.",
        )
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        require_vastgesteld(tx, cyclus)
        if bewijs is not None:
            sha256 = toolkit.bestanden.put(bewijs.inhoud)
            levering = replace(levering, bewijs=sha256, bewijsnaam=bewijs.naam)
        bekend = {tekst for soort, _, tekst in tx.feiten(cyclus) if soort == LEVERING}
        teksten = [dump_levering(replace(levering, corporatie=c.code)) for c in corporaties]
        for tekst in teksten:
            tx.add_feit(cyclus, LEVERING, levering.op, tekst)
    wie = opsomming([corporatie.naam for corporatie in corporaties])
    if bekend >= set(teksten):
        return Uitkomst(f"Deze levering van {wie} stond er al.", gedaan=False)
    return Uitkomst(_melding(inhoud, levering, corporaties, wie))


def _corporaties(inhoud: Samenwerking, levering: Levering) -> tuple[Partij, ...]:
    """Return the corporaties that this delivery is of: each sends to this ontvanger."""
    alle = tuple(inhoud.van_soort(PartijSoort.CORPORATIE))
    if levering.corporatie and levering.corporatie not in {c.code for c in alle}:
        raise NietGevonden(
            f"De corporatie '{levering.corporatie}' doet niet mee in {inhoud.naam}.",
            advies=_kies(c.code for c in alle),
        )
    gekozen = [c for c in alle if levering.corporatie in ("", c.code)]
    codes = {c.code: {o.code for o in list_ontvangers(inhoud, c)} for c in gekozen}
    passend = tuple(c for c in gekozen if levering.ontvanger in codes[c.code])
    if not passend:
        raise NietGevonden(
            f"'{levering.ontvanger}' is geen ontvanger van de afspraken.",
            advies=_kies(dict.fromkeys(o for c in gekozen for o in sorted(codes[c.code]))),
        )
    return passend


def _kies(codes: Iterable[str]) -> str:
    """Return which codes there are."""
    return f"Kies uit: {', '.join(codes)}."


def _melding(
    inhoud: Samenwerking, levering: Levering, corporaties: tuple[Partij, ...], wie: str
) -> str:
    """Return what was kept, and what is wrong with it."""
    naam = next(
        o.naam for o in list_ontvangers(inhoud, corporaties[0]) if o.code == levering.ontvanger
    )
    stukken = opsomming([stuk.naam for stuk in levering.stukken])
    zin = f"Vastgelegd: {wie} leverde {stukken} aan {naam} op {datum(levering.op)}."
    if not levering.bewijs:
        zin += " Er is geen bewijs bij bewaard."
    if levering.rvc_op is not None and levering.rvc_op >= levering.op:
        zin += (
            f" Let op: de raad van commissarissen besloot op {datum(levering.rvc_op)}, en dat is "
            "niet voor de levering."
        )
    return zin
