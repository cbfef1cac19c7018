"""Verzoekweergave: requests between partijen in words."""

from typing import Final

from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import Verzoekregel, Wederkerigheid
from cycle.domain.partij import ORGAAN_NAAM
from cycle.domain.verzoekview import VerzoekView
from cycle.domain.wederkerigheid import Bereidheid

NOG_GEEN: Final = "nog geen antwoord"

_ORGANEN: Final = {orgaan.value: naam for orgaan, naam in ORGAAN_NAAM.items()}


def build_verzoeken(tabel: Wederkerigheid, namen: Namen) -> tuple[VerzoekView, ...]:
    """Return every request; one without an answer says so."""
    bekend = {partij.code: partij.naam for partij in namen.samenwerking.partijen}
    return tuple(_verzoek(regel, namen, bekend | _ORGANEN) for regel in tabel.regels)


def _verzoek(regel: Verzoekregel, namen: Namen, wie: dict[str, str]) -> VerzoekView:
    """Return one request as text."""
    nummer = nummer_verzoek(regel, namen)
    return VerzoekView(
        afspraak=f"Afspraak {nummer}" if nummer else "",
        vrager=namen.partij(regel.vrager),
        gevraagde=wie.get(regel.gevraagde, regel.gevraagde),
        inzet=regel.inzet,
        voor=regel.voor,
        soort=soort_verzoek(regel),
        antwoord=_antwoord(regel),
    )


def nummer_verzoek(regel: Verzoekregel, namen: Namen) -> str:
    """Return the number of the afspraak, and that it does not exist; empty for none at all."""
    if not regel.nummer:
        return ""
    return f"{regel.nummer}{'' if namen.bestaat(regel.nummer) else ' (bestaat niet)'}"


def soort_verzoek(regel: Verzoekregel) -> str:
    """Return what kind of request it is, empty for an ordinary one."""
    if regel.is_voorbehoud:
        return "voorbehoud"
    return "voorwaarde" if regel.is_voorwaarde else ""


def _antwoord(regel: Verzoekregel) -> str:
    """Return the answer in words, empty for an approval that nobody else can give."""
    if regel.is_voorbehoud:
        return ""
    if regel.bereidheid is Bereidheid.OPEN:
        return NOG_GEEN
    return (
        f"{regel.bereidheid.value}: {regel.antwoord}" if regel.antwoord else regel.bereidheid.value
    )
