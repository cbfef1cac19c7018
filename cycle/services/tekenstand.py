"""Tekenstand: the places to sign and what is remarkable about the sign-off, as text."""

from collections.abc import Iterable, Iterator, Sequence

import pendulum

from cycle.domain import notatie
from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord, Aftekening, Tekenplek
from cycle.domain.handtekenroute import sterkte
from cycle.domain.mandaat import Mandaat, describe_periode, geldende_mandaten
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stand import TekenplekStand
from cycle.services.sluiting import describe_telling, name_ontbrekende

_STAAT = {
    Reikwijdte.GEHEEL: "getekend",
    Reikwijdte.OP_ONDERDELEN: "getekend op onderdelen",
    Reikwijdte.NIET: "tekent niet",
}


def list_tekenplekken(
    rij: Aftekening, mandaten: Sequence[Mandaat], vandaag: pendulum.Date
) -> tuple[TekenplekStand, ...]:
    """Return the places of one partij, in the order of the content."""
    return tuple(_plek(plek, mandaten, vandaag) for plek in rij.plekken)


def _plek(plek: Tekenplek, mandaten: Sequence[Mandaat], vandaag: pendulum.Date) -> TekenplekStand:
    """Return one place."""
    teken = plek.handtekening
    dag = teken.op if teken else vandaag
    wie = (teken.waarnemer if teken else "") or plek.functie
    mandaat = _find_mandaat(plek.partij, wie, dag, mandaten)
    periode = describe_periode(mandaat) if mandaat else ""
    if teken is None:
        return TekenplekStand(plek.functie, "nog niet getekend", mandaat=periode)
    heeft_route = teken.reikwijdte is not Reikwijdte.NIET
    return TekenplekStand(
        functie=plek.functie,
        staat=_STAAT[teken.reikwijdte],
        op=teken.op.isoformat(),
        route=teken.route.value if heeft_route else "",
        sterkte=sterkte(teken.route) if heeft_route else "",
        waarnemer=teken.waarnemer,
        mandaat=periode,
        bewijs=teken.bewijs,
    )


def _find_mandaat(
    partij: str, functie: str, dag: pendulum.Date, mandaten: Iterable[Mandaat]
) -> Mandaat | None:
    """Return the mandaat of a functie that is in force on a day."""
    eigen = (m for m in geldende_mandaten(mandaten) if (m.partij, m.functie) == (partij, functie))
    return next((m for m in eigen if m.geldt_op(dag)), None)


def list_tekenpunten(bord: Aftekenbord, inhoud: Samenwerking) -> Iterator[str]:
    """Yield a sentence for what a coordinator should see about signing off."""
    for rij in bord.rijen:
        naam = inhoud.partij(rij.partij).naam
        if rij.onttrekking:
            dag = notatie.datum(rij.onttrekking.op)
            yield f"{naam} doet niet meer mee sinds {dag}. Reden: {rij.onttrekking.reden}"
        for handtekening in _laatste(rij.vervallen):
            yield (
                f"Vervallen: de handtekening van {naam} ({handtekening.functie}) op versie "
                f"{handtekening.versie}."
            )
    if bord.sluiting and bord.ontbreekt:
        yield (
            f"De ondertekening is gesloten op {notatie.datum(bord.sluiting.op)}. Er zijn nu "
            f"{describe_telling(bord)}. Nog niet getekend: {name_ontbrekende(bord, inhoud)}."
        )
    if bord.intrekverzoek:
        yield (
            f"'{bord.intrekverzoek.door}' vraagt om de vaststelling in te trekken. Een tweede "
            "persoon moet dat bevestigen."
        )


def _laatste(handtekeningen: Iterable[Handtekening]) -> tuple[Handtekening, ...]:
    """Return the last signature per place and version; a refusal has nothing to lose."""
    laatste = {(h.functie, h.versie): h for h in handtekeningen}
    return tuple(h for h in laatste.values() if h.reikwijdte is not Reikwijdte.NIET)
