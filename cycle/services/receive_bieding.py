"""Ontvangst: a returned workbook becomes a kept bieding, or findings the sender can use."""

import hashlib
from dataclasses import dataclass

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.bieding import Bieding, same_antwoorden
from cycle.domain.bodversie import has_antwoord
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.errors import BiedingOnleesbaar, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import datum
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_cyclus
from cycle.services.ingevuld import pick_formulier
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.services.vervolgbod import follow_up


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The receipt: what was kept, and what the sender should look at."""

    inzending: Inzending
    bieding: Bieding
    bevindingen: tuple[Bevinding, ...]
    is_nieuw: bool


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
    sha256 = hashlib.sha256(inhoud).hexdigest()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        _check_fase(cyclus)
        eerdere = tx.inzendingen(cyclus)
        nummer = f"{jaar}-{len(eerdere) + 1:03d}-{sha256[:8]}"
        afzender = Afzender(partij, samenwerking, jaar)
        formulieren = toolkit.formulieren.read(inhoud, bestandsnaam, nummer, afzender)
        gelezen = pick_formulier(formulieren, samenwerking, jaar)
        bieding, bevindingen = _check(gelezen, afspraken, jaar, bestandsnaam)
        laatste = [i for i in eerdere if i.partij == bieding.partij]
        if laatste:
            bewaard = _kept(tx, cyclus, bieding)
            bieding, vervolg = follow_up(bieding, bewaard, gelezen.tabellen, bestandsnaam)
            bevindingen += vervolg
            dubbel = _dubbel(laatste[-1], sha256, bestandsnaam, bewaard, bieding)
            if dubbel:
                return Ontvangst(laatste[-1], bewaard, (*bevindingen, dubbel), is_nieuw=False)
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
    bevindingen: list[Bevinding] = []
    gemeld = {b.code for b in gelezen.bevindingen}
    bekend = {p.code for p in afspraken.partijen}
    vreemd = gelezen.samenwerking != afspraken.code or gelezen.partij not in bekend
    if vreemd and "B011" not in gemeld:
        bevindingen.append(
            Celbevinding(
                code="B011",
                klasse="andere_partij",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=(
                    f"Dit formulier is van '{gelezen.partij}' in '{gelezen.samenwerking}' "
                    f"en hoort niet bij {afspraken.naam}."
                ),
                advies=f"Stuur het formulier dat u voor {afspraken.naam} kreeg.",
            )
        )
    if gelezen.jaar != jaar and "B012" not in gemeld:
        bevindingen.append(
            Celbevinding(
                code="B012",
                klasse="andere_cyclus",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=f"Dit formulier is voor {gelezen.jaar}. Wij verwachten dat voor {jaar}.",
                advies=f"Vul het formulier voor {jaar} in.",
            )
        )
    return tuple(bevindingen)


def _leeg(gelezen: GelezenFormulier, bestandsnaam: str) -> tuple[Bevinding, ...]:
    """Return a finding when a form came back without a single answer."""
    if gelezen.bieding is None or has_antwoord(gelezen.bieding):
        return ()
    return (
        Celbevinding(
            code="B017",
            klasse="niets_ingevuld",
            ernst=Ernst.BLOKKADE,
            plek=bestandsnaam,
            melding="In dit formulier staat nog geen enkel antwoord.",
            advies="Vul het formulier in, sla het op en stuur het opnieuw.",
        ),
    )


def _dubbel(
    vorige: Inzending, sha256: str, bestandsnaam: str, bewaard: Bieding, bieding: Bieding
) -> Bevinding | None:
    """Return a finding when this partij sent the same before, None when it says something new."""
    op = datum(vorige.ontvangen_op)
    if vorige.sha256 == sha256:
        code, melding = "B014", f"U stuurde dit bestand al op {op}."
    elif same_antwoorden(bewaard, bieding):
        code, melding = "B015", f"De antwoorden zijn gelijk aan die van {op}."
    else:
        return None
    return Celbevinding(
        code=code,
        ernst=Ernst.INFO,
        plek=bestandsnaam,
        melding=melding,
        advies="U hoeft niets te doen. Wilde u iets veranderen? Stuur dan het nieuwe bestand.",
        klasse={"B014": "dubbel", "B015": "dubbel_inhoud"}[code],
    )


def _kept(tx: CyclusStore, cyclus: Cyclus, bieding: Bieding) -> Bieding:
    """Return the bieding as it was kept the first time."""
    return next(b for b in tx.biedingen(cyclus) if b.partij == bieding.partij)
