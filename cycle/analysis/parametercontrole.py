"""Parametercontrole: are the rent limits and caps known that the agreement depends on?"""

from collections.abc import Iterator
from typing import Final

from cycle.domain.afspraak import SAMEN, Afspraak, Doelwaarde
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.indicator import Indicator
from cycle.domain.notatie import euro, opsomming
from cycle.domain.parameter import BESTAND, PARAMETER_NAAM, Parameters, ParameterSoort
from cycle.domain.samenwerking import Realisatie, Samenwerking

_LEEFBAARHEID: Final = ParameterSoort.LEEFBAARHEID_PER_WONING


def check_parameters(samenwerking: Samenwerking, parameters: Parameters) -> list[Bevinding]:
    """Return what is missing or loose: amounts for years of a doel, money without an afspraak.

    Only years inside both the doel and the agreement count. A missing year is a warning
    once a jaarschijf is being made for it; before that it is only to know, because the
    amount is set shortly before the year begins.
    """
    return [
        *_check_jaren(samenwerking, parameters),
        *_check_leefbaarheid(samenwerking),
    ]


def _check_jaren(samenwerking: Samenwerking, parameters: Parameters) -> Iterator[Bevinding]:
    """Yield one finding per kind of amount, with every year that lacks it."""
    for soort in ParameterSoort:
        gebruik = list(_gebruik(samenwerking, soort))
        jaren = {jaar for _, doel in gebruik for jaar in _jaren(samenwerking, doel)}
        ontbreekt = parameters.ontbrekende_jaren(soort, jaren)
        if not ontbreekt:
            continue
        nummers = [str(nummer) for nummer in sorted({a.nummer for a, _ in gebruik})]
        nodig = set(ontbreekt) & set(samenwerking.jaren)
        yield Bevinding(
            code="I630",
            ernst=Ernst.WAARSCHUWING if nodig else Ernst.INFO,
            plek=str(gebruik[0][1].plek),
            melding=(
                f"Het bedrag voor {PARAMETER_NAAM[soort]} ontbreekt voor "
                f"{opsomming([str(jaar) for jaar in ontbreekt])}. Zonder dat bedrag is het doel "
                f"bij afspraak {opsomming(nummers)} niet te toetsen."
            ),
            advies=f"Zet het bedrag met de bron in {BESTAND} zodra het bekend is. Gebruik geen "
            "bedrag van een ander jaar.",
        )


def _gebruik(
    samenwerking: Samenwerking, soort: ParameterSoort
) -> Iterator[tuple[Afspraak, Doelwaarde]]:
    """Yield the doelen whose indicator depends on this kind of amount."""
    return (
        (afspraak, doel)
        for afspraak in samenwerking.afspraken
        for doel in afspraak.doelen
        if soort in _indicator(samenwerking, doel).parameters
    )


def _indicator(samenwerking: Samenwerking, doel: Doelwaarde) -> Indicator:
    """Return the indicator of a doel."""
    return samenwerking.indicatoren[doel.indicator]


def _jaren(samenwerking: Samenwerking, doel: Doelwaarde) -> range:
    """Return the years that lie in the period of the doel and in the agreement."""
    einde = samenwerking.tot_en_met.year
    return range(
        max(doel.van, samenwerking.van.year),
        min(einde if doel.tot_en_met is None else doel.tot_en_met, einde) + 1,
    )


def _check_leefbaarheid(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """Yield a finding for each amount for leefbaarheid that hangs on no afspraak.

    A corporatie may only spend on leefbaarheid what the prestatieafspraken hold (Woningwet
    art. 45, BTIV art. 51).
    """
    for realisatie in samenwerking.realisaties:
        indicator = samenwerking.indicatoren[realisatie.indicator]
        if _LEEFBAARHEID not in indicator.parameters or not realisatie.waarde:
            continue
        if not any(_draagt(a, realisatie) for a in samenwerking.afspraken):
            naam = samenwerking.partij(realisatie.partij).naam
            yield Bevinding(
                code="I631",
                ernst=Ernst.WAARSCHUWING,
                plek=str(realisatie.plek),
                melding=(
                    f"{naam} gaf in {realisatie.jaar} {euro(realisatie.waarde)} uit aan "
                    "leefbaarheid. Geen afspraak heeft daar een doel voor."
                ),
                advies="Leg het bedrag vast bij een afspraak. Alleen dan mag een corporatie het "
                "uitgeven (Woningwet artikel 45, BTIV artikel 51).",
            )


def _draagt(afspraak: Afspraak, realisatie: Realisatie) -> bool:
    """Return whether this afspraak has a doel that the amount may hang on."""
    return any(
        doel.indicator == realisatie.indicator
        and doel.partij in (realisatie.partij, SAMEN)
        and afspraak.doet_mee(realisatie.partij)
        for doel in afspraak.doelen
    )
