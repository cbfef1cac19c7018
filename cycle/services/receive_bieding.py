"""Ontvangst: a returned workbook becomes a kept bieding, or findings the sender can use."""

import hashlib
from dataclasses import dataclass

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.errors import BiedingOnleesbaar, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import GelezenFormulier, Toolkit


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The receipt: what was kept, and what the sender should look at."""

    inzending: Inzending
    bieding: Bieding
    bevindingen: tuple[Bevinding, ...]
    is_nieuw: bool


def receive_bieding(
    toolkit: Toolkit, samenwerking: str, jaar: int, inhoud: bytes, bestandsnaam: str
) -> Ontvangst:
    """Read, check and keep one returned form; every version stays, the latest counts.

    The very same file again is not a new version.

    Raises:
        BiedingOnleesbaar: the form belongs to somebody else, to another year, or has
            faults; nothing is kept.
        FaseError: the forms are not out yet, or the jaarschijf is already adopted.
    """
    afspraken = toolkit.bibliotheek.load(samenwerking)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        _check_fase(cyclus)
        eerdere = tx.inzendingen(cyclus)
        nummer = f"{jaar}-{len(eerdere) + 1:03d}-{sha256[:8]}"
        gelezen = _pick(toolkit.formulieren.read(inhoud, bestandsnaam, nummer), afspraken, jaar)
        bieding, bevindingen = _check(gelezen, afspraken, jaar, bestandsnaam)
        laatste = [i for i in eerdere if i.partij == bieding.partij]
        if laatste and laatste[-1].sha256 == sha256:
            return Ontvangst(laatste[-1], _kept(tx, cyclus, bieding), bevindingen, is_nieuw=False)
        inzending = Inzending(
            id=nummer,
            partij=bieding.partij,
            versie=len(laatste) + 1,
            bestandsnaam=bestandsnaam,
            sha256=toolkit.bestanden.put(inhoud),
            ontvangen_op=toolkit.klok.vandaag(),
        )
        tx.add_bieding(cyclus, inzending, bieding)
    return Ontvangst(inzending, bieding, bevindingen, is_nieuw=True)


def _pick(
    gelezen: tuple[GelezenFormulier, ...], afspraken: Samenwerking, jaar: int
) -> GelezenFormulier:
    """Return the form for this samenwerking and jaar, else the first, to be refused by name."""
    passend = [g for g in gelezen if (g.samenwerking, g.jaar) == (afspraken.code, jaar)]
    return (passend or gelezen)[0]


def _check_fase(cyclus: Cyclus) -> None:
    """Refuse a form before the forms are out or after the text is fixed."""
    if not is_voorbij(cyclus.fase, Fase.KICKOFF):
        raise FaseError(
            f"De biedingen voor {cyclus.jaar} zijn nog niet gevraagd.",
            advies=(
                "Stuur eerst de formulieren uit met: "
                f"jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} uitvraag"
            ),
        )
    if is_voorbij(cyclus.fase, Fase.OVERLEG):
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is al in de fase '{cyclus.fase}'. "
            "Een bieding kan er niet meer bij.",
            advies=_advies_te_laat(cyclus),
        )


def _advies_te_laat(cyclus: Cyclus) -> str:
    """Return what can still be done for a bieding that comes after the overleg."""
    if is_voorbij(cyclus.fase, Fase.ACCORDERING):
        return "De tekst staat vast. Spreek met de coördinator af of er een aanvulling komt."
    return (
        "Overleg met de coördinator. Die kan terug naar het overleg, met: jaarschijf cyclus "
        f'fase {cyclus.samenwerking} {cyclus.jaar} concept --reden "…"'
    )


def _check(
    gelezen: GelezenFormulier, afspraken: Samenwerking, jaar: int, bestandsnaam: str
) -> tuple[Bieding, tuple[Bevinding, ...]]:
    """Return the bieding when the form is from the right partij and year, and sound."""
    vreemd = _verkeerd_adres(gelezen, afspraken, jaar, bestandsnaam)
    leeg = _leeg(gelezen, bestandsnaam)
    if gelezen.bieding is None or vreemd or leeg:
        bevindingen = vreemd + leeg + gelezen.bevindingen
        raise BiedingOnleesbaar(
            f"Het formulier '{bestandsnaam}' is niet geboekt.", bevindingen, plek=bestandsnaam
        )
    return gelezen.bieding, gelezen.bevindingen


def _verkeerd_adres(
    gelezen: GelezenFormulier, afspraken: Samenwerking, jaar: int, bestandsnaam: str
) -> tuple[Bevinding, ...]:
    """Return findings when the form was made for someone else or another year."""
    if not gelezen.partij:
        return ()
    bevindingen = []
    bekend = {p.code for p in afspraken.partijen}
    if gelezen.samenwerking != afspraken.code or gelezen.partij not in bekend:
        bevindingen.append(
            Bevinding(
                code="B011",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=(
                    f"Dit formulier is van '{gelezen.partij}' in '{gelezen.samenwerking}' "
                    f"en hoort niet bij {afspraken.naam}."
                ),
                advies=f"Stuur het formulier dat u voor {afspraken.naam} kreeg.",
            )
        )
    if gelezen.jaar != jaar:
        bevindingen.append(
            Bevinding(
                code="B012",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=f"Dit formulier is voor {gelezen.jaar}. Wij verwachten dat voor {jaar}.",
                advies=f"Vul het formulier voor {jaar} in.",
            )
        )
    return tuple(bevindingen)


def _leeg(gelezen: GelezenFormulier, bestandsnaam: str) -> tuple[Bevinding, ...]:
    """Return a finding when a form came back without a single answer."""
    bieding = gelezen.bieding
    if bieding is None or bieding.extra or any(r.deelname for r in bieding.regels):
        return ()
    return (
        Bevinding(
            code="B017",
            ernst=Ernst.BLOKKADE,
            plek=bestandsnaam,
            melding="In dit formulier staat nog geen enkel antwoord.",
            advies="Vul het formulier in, sla het op en stuur het opnieuw.",
        ),
    )


def _kept(tx: CyclusStore, cyclus: Cyclus, bieding: Bieding) -> Bieding:
    """Return the bieding as it was kept the first time."""
    return next(b for b in tx.biedingen(cyclus) if b.partij == bieding.partij)
