"""Indicatoren: the catalogue ``content/indicatoren.toml`` that all samenwerkingen share."""

from pathlib import Path
from typing import Final

from cycle.domain.indicator import Indicator, IndicatorAard, Richting
from cycle.domain.parameter import ParameterSoort
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.register import Naamsoort, Register
from cycle.library.tomltabel import TomlTabel, read_toml

BESTAND: Final = "indicatoren.toml"


def read_indicatoren(
    content: Path, register: Register, bevindingen: Bevindingen
) -> dict[str, Indicator]:
    """Return all indicatoren by code, in the order of the file, and make them known."""
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        register.mark_onvolledig(Naamsoort.INDICATOR)
        return {}
    fouten = len(bevindingen)
    indicatoren: dict[str, Indicator] = {}
    for tabel in bron.tabellen("indicator"):
        indicator = Indicator(
            code=tabel.tekst("code"),
            naam=tabel.tekst("naam"),
            eenheid=tabel.tekst("eenheid", verplicht=False),
            aard=tabel.keuze("aard", IndicatorAard),
            richting=tabel.keuze("richting", Richting),
            enkelvoud=tabel.tekst("enkelvoud", verplicht=False),
            onder_nul=tabel.waar("onder_nul"),
            verdeling=tabel.tekst("verdeling", verplicht=False),
            parameters=tabel.keuzes("parameters", ParameterSoort, verplicht=False),
            weging=tabel.tekst("weging", verplicht=False),
            telt_eenmaal=tabel.waar("telt_eenmaal"),
        )
        tabel.close()
        _check_telling(indicator, tabel, bevindingen)
        if indicator.weging:
            register.refer(Naamsoort.INDICATOR, indicator.weging, tabel.plek("weging"))
        if not indicator.code:
            register.mark_onvolledig(Naamsoort.INDICATOR)
            continue
        register.add(Naamsoort.INDICATOR, indicator.code, tabel.plek("code"))
        indicatoren[indicator.code] = indicator
    bron.close()
    if bron.is_gaaf and not indicatoren and len(bevindingen) == fouten:
        raad = "Zet er minstens een blok [[indicator]] in."
        bevindingen.fout("I111", bron.plek(), "In dit bestand staat geen enkele indicator.", raad)
    if not bron.is_gaaf or not indicatoren:
        register.mark_onvolledig(Naamsoort.INDICATOR)
    return indicatoren


def _check_telling(indicator: Indicator, tabel: TomlTabel, bevindingen: Bevindingen) -> None:
    """Report a way of counting that does not fit the aard."""
    if indicator.weging and indicator.aard is not IndicatorAard.AANDEEL:
        bevindingen.fout(
            "I112",
            tabel.plek("weging"),
            f"Een weging hoort alleen bij een aandeel. {indicator.code} is een {indicator.aard}.",
            "Haal de regel weg, of maak van de aard 'aandeel'.",
        )
    if indicator.telt_eenmaal and indicator.aard is IndicatorAard.AANDEEL:
        bevindingen.fout(
            "I112",
            tabel.plek("telt_eenmaal"),
            f"Een aandeel telt nooit op. Bij {indicator.code} past geen 'telt_eenmaal'.",
            "Haal de regel weg.",
        )
