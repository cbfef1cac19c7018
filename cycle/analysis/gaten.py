"""Gaten: what a merge of afspraken and biedingen leaves open, in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cycle.analysis.cijferregels import list_vragen
from cycle.analysis.landelijk import Landelijk
from cycle.analysis.landelijkframes import Bron
from cycle.domain.afspraakweergave import Namen
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.notatie import getal, opsomming

if TYPE_CHECKING:
    import pandas as pd

_ADVIES: Final = {
    "K501": "Vraag {wie} om een bod, of om uit te leggen waarom er geen bod is.",
    "K502": "Bespreek of dit bij een afspraak past, of dat er een nieuwe afspraak komt.",
    "K503": "Vraag {wie} welk antwoord goed is.",
    "K504": "Kies bij 'Wie' van deze afspraak precies één trekker.",
    "K505": "Vraag {wie} om te antwoorden: ja, deels of nee.",
    "K506": "Vraag {wie} om het bod opnieuw, in de eenheid van de afspraak.",
    "K507": "Vraag {wie} of het om hetzelfde gaat. Zo niet, gebruik dan twee indicatoren.",
    "K508": "Leg voor {wie} een nieuw doel vast.",
}


def list_losse_doelen(namen: Namen, jaar: int) -> Iterator[Bevinding]:
    """Yield where a partij took over a doel that does not fit its own."""
    for vraag in list_vragen(namen.samenwerking, jaar):
        for partij, groep in vraag.groepen().items():
            if vraag.has_losse_doelen(groep):
                wie, wat = namen.partij(partij), vraag.indicator.naam
                nummer = vraag.afspraak.nummer
                van = opsomming([namen.partij(lid) for lid in groep])
                melding = f"Afspraak {nummer}, {wat}: de doelen van {van} passen niet op elkaar."
                yield _bevinding("K508", str(vraag.afspraak.plek), melding, wie)


def list_gaten(namen: Namen, jaarschijf: Jaarschijf) -> Iterator[Bevinding]:
    """Yield the gaps both ways: questions without an answer, and offers without an afspraak."""
    plekken = {a.nummer: str(a.plek) for a in namen.samenwerking.afspraken}
    for vraag in jaarschijf.zonder_bod:
        wie = namen.partij(vraag.partij)
        wat = namen.indicator(vraag.indicator).naam
        melding = f"Afspraak {vraag.nummer}: {wie} heeft geen bod bij '{wat}' ({vraag.reden})."
        yield _bevinding("K501", plekken[vraag.nummer], melding, wie)
    for voorstel in jaarschijf.zonder_afspraak:
        wie = namen.partij(voorstel.partij)
        melding = f"{wie} biedt iets aan dat bij geen afspraak hoort: '{voorstel.omschrijving}'."
        yield _bevinding("K502", str(voorstel.plek), melding, wie)


def list_open_verzoeken(namen: Namen, jaarschijf: Jaarschijf) -> Iterator[Bevinding]:
    """Yield the requests that the named partij did not answer yet."""
    bekend = {partij.code: partij.naam for partij in namen.samenwerking.partijen}
    for regel in jaarschijf.wederkerigheid.regels:
        if regel.is_open:
            vrager, wie = namen.partij(regel.vrager), bekend.get(regel.gevraagde, regel.gevraagde)
            over = f"Afspraak {regel.nummer}: " if regel.nummer else ""
            melding = f"{over}{vrager} vraagt aan {wie}: '{regel.inzet}'. Er is nog geen antwoord."
            yield _bevinding("K505", str(regel.plek), melding, wie)


def list_telfouten(
    bronnen: Sequence[Bron], landelijk: Landelijk, verschillen: "pd.DataFrame"
) -> Iterator[Bevinding]:
    """Yield what cannot be counted as it was answered: K503, K504, K506 and K507."""
    namen = {bron.samenwerking.gemeente: Namen(bron.samenwerking) for bron in bronnen}
    for rij in landelijk.dubbel.to_dict("records"):
        wie, wat = _wie_wat(namen[rij["gemeente"]], rij)
        melding = f"{wat}: {wie} heeft deze vraag twee keer beantwoord. Het laatste antwoord telt."
        yield _bevinding("K503", _plek(rij), melding, wie)
    yield from _trekkers(namen, landelijk.trekkers)
    for rij in landelijk.eenheden.to_dict("records"):
        wie, wat = _wie_wat(namen[rij["gemeente"]], rij)
        melding = f"{wat}: het bod van {wie} is in {rij['eenheid']}. Wij gebruiken dit getal niet."
        yield _bevinding("K506", _plek(rij), melding, wie)
    yield from _verschillen(namen, verschillen)


def _trekkers(namen: dict[str, Namen], rijen: "pd.DataFrame") -> Iterator[Bevinding]:
    """Yield one finding per joint activity."""
    for groep in _groepeer(rijen, "gemeente", "afspraak_nr", "indicator"):
        rij = groep[0]
        wat = namen[rij["gemeente"]].indicator(rij["indicator"]).naam
        aantal = sum(1 for deel in groep if deel["trekker"] is True)
        hoeveel = f"zijn {aantal} trekkers" if aantal else "is geen trekker"
        melding = (
            f"Afspraak {rij['afspraak_nr']}, {wat}: partijen doen dit samen, maar er {hoeveel}. "
            "Wij tellen dit werk nog niet mee."
        )
        yield _bevinding("K504", "; ".join(sorted(map(_plek, groep))), melding, "")


def _verschillen(namen: dict[str, Namen], rijen: "pd.DataFrame") -> Iterator[Bevinding]:
    """Yield one finding per partij and indicator with different offers."""
    for groep in _groepeer(rijen, "gemeente", "indicator", "partij"):
        rij = groep[0]
        eigen = namen[rij["gemeente"]]
        wie, wat = eigen.partij(rij["partij"]), eigen.indicator(rij["indicator"]).naam
        boden = opsomming(
            [f"{_getal(deel['bod_telt'])} bij afspraak {deel['afspraak_nr']}" for deel in groep]
        )
        melding = f"{wie} biedt bij '{wat}' verschillende getallen: {boden}. Het hoogste telt."
        yield _bevinding("K507", str(rij["gemeente"]), melding, wie)


def _groepeer(rijen: "pd.DataFrame", *kolommen: str) -> list[list[dict[Any, Any]]]:
    """Return the rows that have the same values in these columns, in their order."""
    groepen: dict[tuple[Any, ...], list[dict[Any, Any]]] = {}
    for rij in rijen.to_dict("records"):
        groepen.setdefault(tuple(rij[naam] for naam in kolommen), []).append(rij)
    return list(groepen.values())


def _getal(waarde: float) -> str:
    """Return a number of a frame in Dutch notation."""
    return getal(Decimal(str(waarde)))


def _wie_wat(namen: Namen, rij: dict[Any, Any]) -> tuple[str, str]:
    """Return who answered, and which question in words."""
    wat = namen.indicator(rij["indicator"]).naam
    return namen.partij(rij["partij"]), f"Afspraak {rij['afspraak_nr']}, {wat}"


def _plek(rij: dict[Any, Any]) -> str:
    """Return submission and cell of an answer; an answer without a value has no cell."""
    inzending = f"inzending {rij['inzending_id']}"
    return f"{rij['cel']} ({inzending})" if isinstance(rij["cel"], str) else inzending


def _bevinding(code: str, plek: str, melding: str, wie: str) -> Bevinding:
    """Return one finding with the advice of its code; none of these stops anything."""
    return Bevinding(code, Ernst.WAARSCHUWING, plek, melding, _ADVIES[code].format(wie=wie))
