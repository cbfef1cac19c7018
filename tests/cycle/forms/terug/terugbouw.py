"""Findings and answers as the reader hands them over, for what goes back to a partner."""

from dataclasses import replace
from decimal import Decimal

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.plek import Plek
from cycle.services.ports import GelezenFormulier


def een_celbevinding(
    cel: str = "J5", code: str = "W301", ernst: Ernst = Ernst.FOUT, **anders: str
) -> Celbevinding:
    """Return a finding on a cell of the sheet Bieding."""
    blad = anders.pop("blad", "Bieding")
    bevinding = Celbevinding(
        code=code,
        ernst=ernst,
        plek=f"{blad}!{cel}" if cel else blad,
        melding=f"'{cel}' is lager dan nul. Dat kan hier niet.",
        advies="Vul 0 of een hoger getal in.",
        blad=blad,
        cel=cel,
    )
    return replace(bevinding, **anders)


def een_waarde(
    waarde: Decimal | str | None, ruw: str = "", cel: str = "J5", **anders: object
) -> GelezenWaarde:
    """Return what was read from the bod of question A01-NETTO."""
    gelezen = GelezenWaarde(
        tabel="bieding",
        regel="A01-NETTO",
        veld="bod",
        waarde=waarde,
        ruw=ruw or str(waarde),
        plek=Plek("oud.xlsx", blad="Bieding", cel=cel),
    )
    return replace(gelezen, **anders)


def een_lezing(
    *bevindingen: Celbevinding, waarden: tuple[GelezenWaarde, ...] = ()
) -> GelezenFormulier:
    """Return the form of Domesta with these findings and answers."""
    return GelezenFormulier("domesta", "hoogeveen", 2024, None, bevindingen, waarden)
