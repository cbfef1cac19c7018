"""Handtekening: what is asked of every signature, whichever way it comes in."""

from dataclasses import replace

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord, fill_plekken, teken_daad
from cycle.domain.aftekening import Situatie
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.mandaat import find_plaats
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import check_dag
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def check_handtekening(
    toolkit: Toolkit,
    tx: CyclusStore,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    handtekening: Handtekening,
) -> Handtekening:
    """Return the signature as it can be kept: with its version, on the place that it fills.

    Somebody who stands in is kept on the place of whom it is for. After the ondertekening was
    closed incomplete a late signature still counts, on the same version.

    Raises:
        BesluitError: another version, a functie that does not sign on that day or not yet, a
            day in the future, or a refusal without a reason.
        FaseError: the ondertekening is not open.
    """
    bord = load_aftekenbord(tx, cyclus, inhoud)
    _check_open(cyclus, bord)
    check_dag(handtekening.op, toolkit.klok.vandaag())
    _check_reden(handtekening)
    partij = inhoud.partij(handtekening.partij)
    teken = _place(tx, cyclus, partij, replace(handtekening, versie=bord.concept.versie))
    _check_aftekening(bord, inhoud, teken)
    return teken


def _check_open(cyclus: Cyclus, bord: Aftekenbord) -> None:
    """Refuse a signature while nobody may sign."""
    is_nagekomen = is_voorbij(cyclus.fase, Fase.ONDERTEKENING) and bord.sluiting is not None
    if cyclus.fase is not Fase.ONDERTEKENING and not is_nagekomen:
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is in de fase '{cyclus.fase}'. "
            "Ondertekenen kan dan niet.",
            advies=(
                "Open de ondertekening met: "
                f"jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} ondertekening"
            ),
        )


def _check_reden(handtekening: Handtekening) -> None:
    """Refuse a signature in part, or a refusal, of which nobody says why."""
    if handtekening.reikwijdte is not Reikwijdte.GEHEEL and not handtekening.reden.strip():
        raise BesluitError(
            f"Bij '{handtekening.reikwijdte}' hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom, met --reden.",
        )


def _place(
    tx: CyclusStore, cyclus: Cyclus, partij: Partij, handtekening: Handtekening
) -> Handtekening:
    """Return the signature on the place it fills, with who stood in.

    Raises:
        BesluitError: this functie does not sign for the partij, or not on that day.
    """
    functie = handtekening.functie
    plaats, _ = find_plaats(partij, functie, handtekening.op, tx.mandaten(cyclus))
    if plaats == functie:
        return handtekening
    return replace(handtekening, functie=plaats, waarnemer=functie)


def _check_aftekening(bord: Aftekenbord, inhoud: Samenwerking, teken: Handtekening) -> None:
    """Refuse a signature that the partij cannot set now, or not on this version."""
    rij = bord.rij(teken.partij)
    plek = next(p for p in rij.plekken if p.functie == teken.functie)
    eerder = [p.handtekening for p in rij.plekken if p.handtekening]
    hierna = fill_plekken(inhoud.partij(teken.partij), [*eerder, teken])
    redenen = (p.handtekening.reden for p in hierna if p.handtekening)
    situatie = Situatie(
        code=teken.code,
        geldende_code=bord.concept.code,
        reden=" ".join(filter(None, redenen)),
        is_bevroren=bord.concept.vastgesteld,
        is_aan_de_beurt=bord.is_aan_de_beurt(teken.partij, inhoud.tekenvolgorde),
        is_vast=plek.is_getekend and plek.heeft_bewijs,
    )
    check_daad(rij, teken_daad(hierna), situatie)
