"""Vraagnaam: which question a finding or an answer is about, in words a volunteer knows.

Nobody knows a question by its cell or its code: ``Afspraak 5, sociale voorraad in de dorpen``.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from cycle.domain.bevinding import Bevinding, Celbevinding
from cycle.domain.formulier import Formulier
from cycle.domain.indicator import IndicatorAard

NODIG: Final = "Wat u van anderen nodig hebt"
EXTRA: Final = "Extra voorstellen"
_ZONDER_CODE: Final = {
    **dict.fromkeys(("gevraagde", "inzet", "afspraak", "voor", "voorwaarde"), NODIG),
    **dict.fromkeys(("voorstel", "bod", "planning"), EXTRA),
}
"""The part of the form in which a field stands on rows that have no code."""
_RIJ: Final = re.compile(r"\d+")


def list_vraagnamen(formulier: Formulier) -> dict[str, str]:
    """Return the code of each question with its name, in the order of the form.

    The indicator is added where one afspraak has several questions.
    """
    per_afspraak = Counter(regel.nummer for regel in formulier.regels)
    klein = partial(_klein, eigennamen=_eigennamen(formulier))
    namen = {}
    for regel in formulier.regels:
        kent_getal = regel.indicator.aard is not IndicatorAard.PROCES
        meer = kent_getal and per_afspraak[regel.nummer] > 1
        bij = f": {klein(regel.indicator.naam)}" if meer else ""
        namen[regel.regelcode] = f"Afspraak {regel.nummer}, {klein(regel.omschrijving)}{bij}"
    for stand in formulier.voorraad:
        namen[stand.regelcode] = f"Uw woningen, {klein(stand.omschrijving)}"
    for verzoek in formulier.verzoeken:
        namen[verzoek.code] = f"{formulier.naam(verzoek.vrager)} vraagt: {klein(verzoek.inzet)}"
    return namen


def name_vragen(bevindingen: Iterable[Bevinding], formulier: Formulier) -> tuple[Bevinding, ...]:
    """Return the findings, each on a cell with the question it is about."""
    namen = list_vraagnamen(formulier)
    return tuple(
        replace(b, vraag=_vraag(b, namen)) if isinstance(b, Celbevinding) else b
        for b in bevindingen
    )


def _vraag(bevinding: Celbevinding, namen: Mapping[str, str]) -> str:
    """Return the question of a finding, empty when it is about no question."""
    if bevinding.regel in namen:
        return namen[bevinding.regel]
    deel, rij = _ZONDER_CODE.get(bevinding.veld, ""), _RIJ.search(bevinding.cel)
    if bevinding.regel or not deel or rij is None:
        return bevinding.regel
    return f"{deel}, rij {rij[0]}"


def _eigennamen(formulier: Formulier) -> frozenset[str]:
    """Return the first words of names, which keep their capital inside a sentence."""
    namen = (formulier.partij_naam, formulier.gemeente, formulier.samenwerking_naam)
    return frozenset(naam.split(" ")[0] for naam in (*namen, *formulier.gevraagden) if naam)


def _klein(tekst: str, eigennamen: Collection[str]) -> str:
    """Return a text that goes on in a sentence; a name and an abbreviation keep their capital."""
    schoon = tekst.removesuffix(".")
    eerste = schoon.split(" ")[0]
    if eerste in eigennamen or eerste[1:2].isupper():
        return schoon
    return f"{schoon[:1].lower()}{schoon[1:]}"
