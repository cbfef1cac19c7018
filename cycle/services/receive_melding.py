"""Ontvangst van een toets: a returned form becomes a kept report, or findings to act on."""

import hashlib
from dataclasses import dataclass, replace

from cycle.domain.bevinding import Bevinding
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.errors import BiedingOnleesbaar, FaseError
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Standmelding, Toetsmoment, same_melding
from cycle.services.cyclus import require_cyclus
from cycle.services.ingevuld import pick_formulier
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.services.uitvraag import check_adres, check_soort, find_dubbel, find_leeg


@dataclass(frozen=True, slots=True)
class Toetsontvangst:
    """The receipt: what was kept, and what the sender should look at."""

    inzending: Inzending
    melding: Standmelding
    bevindingen: tuple[Bevinding, ...]
    is_nieuw: bool


def receive_melding(
    toolkit: Toolkit,
    samenwerking: str,
    jaar: int,
    inhoud: bytes,
    bestandsnaam: str,
    *,
    partij: str = "",
) -> Toetsontvangst:
    """Read, check and keep one returned form of a check; the latest counts, all are kept.

    `partij` is whose file it is, when the one who took it in knows that. The form itself says
    of which check it is.

    Raises:
        BiedingOnleesbaar: the form belongs to somebody else, to another year, is no form of
            a check, or has faults; nothing is kept.
        FaseError: the forms of this check are not out yet.
    """
    afspraken = toolkit.bibliotheek.load(samenwerking)
    afzender = Afzender(partij, samenwerking, jaar)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    while True:
        # A file can be slow to read, and others wait for a transaction: read it between two.
        with toolkit.store.transaction() as tx:
            nummer = _next_nummer(tx, samenwerking, jaar, sha256)
        formulieren = toolkit.formulieren.read(inhoud, bestandsnaam, nummer, afzender)
        gelezen = pick_formulier(formulieren, samenwerking, jaar)
        melding, bevindingen = _check(gelezen, afspraken, jaar, bestandsnaam)
        with toolkit.store.transaction() as tx:
            # The report carries the number: when another form took it, read again.
            if _next_nummer(tx, samenwerking, jaar, sha256) != nummer:
                continue
            inzending = Inzending(
                id=nummer,
                partij=melding.partij,
                versie=1,
                bestandsnaam=bestandsnaam,
                sha256=sha256,
                ontvangen_op=toolkit.klok.vandaag(),
            )
            ontvangst = Toetsontvangst(inzending, melding, bevindingen, is_nieuw=True)
            cyclus = require_cyclus(tx, samenwerking, jaar)
            _check_uit(tx, cyclus, melding.moment)
            ontvangst = _follow_up(tx, cyclus, ontvangst)
            if ontvangst.is_nieuw:
                toolkit.bestanden.put(inhoud)
                tx.add_standmelding(cyclus, ontvangst.inzending, melding)
        return ontvangst


def _next_nummer(tx: CyclusStore, samenwerking: str, jaar: int, sha256: str) -> str:
    """Return the id that the next form of a check gets."""
    cyclus = require_cyclus(tx, samenwerking, jaar)
    aantal = sum(len(tx.standinzendingen(cyclus, moment)) for moment in Toetsmoment)
    return f"{jaar}-toets-{aantal + 1:03d}-{sha256[:8]}"


def _follow_up(tx: CyclusStore, cyclus: Cyclus, eerste: Toetsontvangst) -> Toetsontvangst:
    """Return the receipt as it is after what this partij reported before."""
    melding, inzending = eerste.melding, eerste.inzending
    alle = tx.standinzendingen(cyclus, melding.moment)
    eerdere = [i for i in alle if i.partij == melding.partij]
    if not eerdere:
        return eerste
    bewaard = _kept(tx, cyclus, melding)
    is_gelijk = same_melding(bewaard, melding)
    laatste, sha256 = eerdere[-1], inzending.sha256
    dubbel = find_dubbel(laatste, sha256, inzending.bestandsnaam, is_gelijk=is_gelijk)
    if dubbel:
        return Toetsontvangst(laatste, bewaard, (*eerste.bevindingen, dubbel), is_nieuw=False)
    return replace(eerste, inzending=replace(inzending, versie=len(eerdere) + 1))


def _check(
    gelezen: GelezenFormulier, afspraken: Samenwerking, jaar: int, bestandsnaam: str
) -> tuple[Standmelding, tuple[Bevinding, ...]]:
    """Return the report when the form is from the right partij and year, and sound."""
    bezwaren = (
        *check_soort(gelezen, tuple(Toetsmoment), bestandsnaam),
        *check_adres(gelezen, afspraken, jaar, bestandsnaam),
        *find_leeg(bestandsnaam, is_leeg=_is_leeg(gelezen.melding)),
    )
    if gelezen.melding is None or bezwaren:
        raise BiedingOnleesbaar(
            f"Het formulier '{bestandsnaam}' is niet geboekt.",
            (*bezwaren, *gelezen.bevindingen),
            plek=bestandsnaam,
        )
    return gelezen.melding, gelezen.bevindingen


def _check_uit(tx: CyclusStore, cyclus: Cyclus, moment: Toetsmoment) -> None:
    """Refuse a form of a check that was not opened."""
    if moment.uitvraag not in {soort for soort, _, _ in tx.feiten(cyclus)}:
        raise FaseError(
            f"De toets van {moment.value} over {cyclus.jaar} is nog niet begonnen.",
            advies="Stuur eerst de formulieren uit met: jaarschijf cyclus fase "
            f"{cyclus.samenwerking} {cyclus.jaar} {moment.uitvraag}",
        )


def _is_leeg(melding: Standmelding | None) -> bool:
    """Return whether a form that could be read holds no answer."""
    return melding is not None and all(regel.is_leeg for regel in melding.regels)


def _kept(tx: CyclusStore, cyclus: Cyclus, melding: Standmelding) -> Standmelding:
    """Return what this partij reported last."""
    alle = tx.standmeldingen(cyclus, melding.moment)
    return next(m for m in alle if m.partij == melding.partij)
