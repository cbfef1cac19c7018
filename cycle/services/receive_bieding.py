"""Ontvangst: a returned workbook becomes a kept bieding, or findings the sender can use."""

import hashlib
from dataclasses import dataclass, replace

from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import Bieding, same_antwoorden
from cycle.domain.bodversie import has_antwoord
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.errors import BiedingOnleesbaar, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_cyclus
from cycle.services.ingevuld import pick_formulier
from cycle.services.nieuwe_boden import list_nieuwe_boden, tell_nieuwe_boden
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.services.uitvraag import check_adres, check_soort, find_dubbel, find_leeg
from cycle.services.vervolgbod import follow_up


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The receipt: what was kept, and what the sender should look at.

    `opmerking` tells the coordinator that the text does not hold this bieding yet.
    """

    inzending: Inzending
    bieding: Bieding
    bevindingen: tuple[Bevinding, ...]
    is_nieuw: bool
    opmerking: str = ""


def receive_bieding(
    toolkit: Toolkit,
    samenwerking: str,
    jaar: int,
    inhoud: bytes,
    bestandsnaam: str,
    *,
    partij: str = "",
) -> Ontvangst:
    """Read, check and keep one returned form; every version stays, the latest counts.

    `partij` is whose file it is, when the one who took it in knows that. The same file
    again, or another file with the same answers, is not a new version: a finding says so.
    Tables that the file does not have keep what the version before it said.

    Raises:
        BiedingOnleesbaar: the form belongs to somebody else, to another year, or has
            faults; nothing is kept.
        FaseError: the forms are not out yet, or the jaarschijf is already adopted.
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
        bieding, bevindingen = _check(gelezen, afspraken, jaar, bestandsnaam)
        with toolkit.store.transaction() as tx:
            # Every answer carries the number: when another form took it, read again.
            if _next_nummer(tx, samenwerking, jaar, sha256) != nummer:
                continue
            inzending = Inzending(
                id=nummer,
                partij=bieding.partij,
                versie=1,
                bestandsnaam=bestandsnaam,
                sha256=sha256,
                ontvangen_op=toolkit.klok.vandaag(),
            )
            ontvangst = Ontvangst(inzending, bieding, bevindingen, is_nieuw=True)
            ontvangst = _follow_up(tx, ontvangst, gelezen.tabellen)
            if ontvangst.is_nieuw:
                toolkit.bestanden.put(inhoud)
                cyclus = require_cyclus(tx, samenwerking, jaar)
                tx.add_bieding(cyclus, ontvangst.inzending, ontvangst.bieding)
            return replace(ontvangst, opmerking=_not_in_tekst(toolkit, tx, afspraken, bieding))


def _not_in_tekst(
    toolkit: Toolkit, tx: CyclusStore, afspraken: Samenwerking, bieding: Bieding
) -> str:
    """Return that the concept was made without this bieding, empty when it was not."""
    cyclus = require_cyclus(tx, bieding.samenwerking, bieding.jaar)
    nieuw = list_nieuwe_boden(toolkit, tx, cyclus, afspraken)
    eigen = tuple(partij for partij in nieuw if partij.code == bieding.partij)
    return tell_nieuwe_boden(tx, cyclus, eigen)


def _next_nummer(tx: CyclusStore, samenwerking: str, jaar: int, sha256: str) -> str:
    """Return the id that the next form gets, when the fase allows one."""
    cyclus = require_cyclus(tx, samenwerking, jaar)
    _check_fase(cyclus)
    return f"{jaar}-{len(tx.inzendingen(cyclus)) + 1:03d}-{sha256[:8]}"


def _follow_up(tx: CyclusStore, eerste: Ontvangst, tabellen: frozenset[str]) -> Ontvangst:
    """Return the receipt as it is after what this partij handed in before."""
    bieding, inzending = eerste.bieding, eerste.inzending
    cyclus = require_cyclus(tx, bieding.samenwerking, bieding.jaar)
    eerdere = [i for i in tx.inzendingen(cyclus) if i.partij == bieding.partij]
    if not eerdere:
        return eerste
    bewaard = _kept(tx, cyclus, bieding)
    bieding, vervolg = follow_up(bieding, bewaard, tabellen, inzending.bestandsnaam)
    bevindingen = (*eerste.bevindingen, *vervolg)
    is_gelijk = same_antwoorden(bewaard, bieding)
    laatste, sha256 = eerdere[-1], inzending.sha256
    dubbel = find_dubbel(laatste, sha256, inzending.bestandsnaam, is_gelijk=is_gelijk)
    if dubbel:
        return Ontvangst(laatste, bewaard, (*bevindingen, dubbel), is_nieuw=False)
    inzending = replace(inzending, versie=len(eerdere) + 1)
    return Ontvangst(inzending, bieding, bevindingen, is_nieuw=True)


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
    vreemd = check_adres(gelezen, afspraken, jaar, bestandsnaam)
    leeg = find_leeg(bestandsnaam, is_leeg=_is_leeg(gelezen))
    ander = check_soort(gelezen, (None,), bestandsnaam)
    if gelezen.bieding is None or vreemd or leeg or ander:
        bevindingen = ander + vreemd + leeg + gelezen.bevindingen
        raise BiedingOnleesbaar(
            f"Het formulier '{bestandsnaam}' is niet geboekt.", bevindingen, plek=bestandsnaam
        )
    return gelezen.bieding, gelezen.bevindingen


def _is_leeg(gelezen: GelezenFormulier) -> bool:
    """Return whether a form that could be read holds no answer."""
    return gelezen.bieding is not None and not has_antwoord(gelezen.bieding)


def _kept(tx: CyclusStore, cyclus: Cyclus, bieding: Bieding) -> Bieding:
    """Return the bieding as it was kept the first time."""
    return next(b for b in tx.biedingen(cyclus) if b.partij == bieding.partij)
