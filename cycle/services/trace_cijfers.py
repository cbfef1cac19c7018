"""Herkomst: for every figure in the jaarschijf the submission and cell it came from."""

from collections.abc import Iterator
from dataclasses import dataclass

from cycle.domain import notatie
from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import Verzoekregel
from cycle.domain.jaarschijf import Activiteit, Jaarschijf, JaarschijfRegel
from cycle.domain.plek import Plek
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.gegevens import load_gegevens
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Spoor:
    """One figure and one place it came from.

    A computed figure (rest, nodig, verschil) names its formula in `bron`; a figure read
    from a form names `inzending`, `blad` and `cel`; one from the content `bestand` and
    `regel`.
    """

    nummer: int
    partij: str
    indicator: str
    cijfer: str
    waarde: str
    bron: str
    inzending: str = ""
    bestand: str = ""
    blad: str = ""
    cel: str = ""
    regel: int = 0


BRON = {
    "doel": "de afspraak",
    "realisatie": "de periode begint dit jaar",
    "bod": "de bieding",
    "rest": "doel min gerealiseerd, nooit lager dan 0",
    "nodig": "rest verdeeld over de jaren die nog komen, naar boven afgerond",
    "verschil": "bod vergeleken met nodig",
    "na_bod_rest": "rest min bod, nooit lager dan 0",
    "tempo": "rest na bod, verdeeld over de latere jaren, naar boven afgerond",
}
"""What is said of a figure that stands in no cell or line: how it was computed."""

_AFNAME = {
    "rest": "doel min gerealiseerd, nooit lager dan het doel: dat is een verwachte afname",
    "nodig": "de hele rest: het doel is een verwachte afname",
    "na_bod_rest": "rest min bod, nooit lager dan het doel: dat is een verwachte afname",
    "tempo": "de hele rest na bod: het doel is een verwachte afname",
}
"""The same for a doel below zero, a loss that is expected."""


def trace_cijfers(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, nummer: int | None = None
) -> tuple[Spoor, ...]:
    """Return the trail of every figure in the latest version, or of one afspraak.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: there is no concept yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, samenwerking, jaar))
    jaarschijf = load_gegevens(toolkit.bestanden.get(concept.gegevens)).jaarschijf
    namen = Namen(inhoud)
    sporen = [spoor for regel in jaarschijf.regels for spoor in _van_regel(regel, namen)]
    sporen += [spoor for a in jaarschijf.activiteiten for spoor in _van_activiteit(a, namen)]
    sporen += _van_voorstellen(jaarschijf, namen)
    sporen += [s for v in jaarschijf.wederkerigheid.regels for s in _van_verzoek(v, namen)]
    sporen += _van_voorraad(jaarschijf, namen)
    sporen += _van_losse_doelen(jaarschijf, namen)
    sporen += _van_specificaties(namen, jaar)
    sporen += _van_tabellen(namen)
    return tuple(s for s in sporen if nummer is None or s.nummer == nummer)


def berekening(veld: str, regel: JaarschijfRegel) -> str:
    """Return how a figure of this line was computed, in words."""
    is_afname = regel.doel is not None and regel.doel < 0
    return _AFNAME.get(veld, BRON[veld]) if is_afname else BRON[veld]


def _van_regel(regel: JaarschijfRegel, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of one figure line: its places, or how it was computed."""
    indicator = namen.indicator(regel.indicator)
    partij = namen.partij(regel.partij)
    for veld in BRON:
        waarde = getattr(regel, veld)
        if waarde is None:
            continue
        tekst = notatie.getal(waarde)
        plekken = regel.herkomst.get(veld, ())
        for plek in plekken:
            yield _spoor(regel.nummer, partij, indicator.naam, veld, tekst, plek)
        if not plekken:
            yield Spoor(regel.nummer, partij, indicator.naam, veld, tekst, berekening(veld, regel))


def _van_activiteit(activiteit: Activiteit, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of one action: its words, its planning and its amount in euros."""
    waarden = {
        "toelichting": activiteit.tekst,
        "planning": activiteit.planning,
        "bedrag": notatie.euro(activiteit.bedrag),
    }
    naam = namen.indicator(activiteit.indicator).naam
    for veld, waarde in waarden.items():
        if veld in activiteit.herkomst:
            partij = namen.partij(activiteit.partij)
            plek = activiteit.herkomst[veld]
            yield _spoor(activiteit.nummer, partij, naam, veld, waarde, plek)


def _van_voorstellen(jaarschijf: Jaarschijf, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of offers that hang on no afspraak."""
    for voorstel in jaarschijf.zonder_afspraak:
        partij = namen.partij(voorstel.partij)
        delen = (voorstel.omschrijving, voorstel.bod, voorstel.planning)
        tekst = ", ".join(deel for deel in delen if deel)
        yield _spoor(0, partij, "zonder afspraak", "voorstel", tekst, voorstel.plek)


def _van_verzoek(verzoek: Verzoekregel, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of one request and of its answer; they stand at their afspraak."""
    bekend = {partij.code: partij.naam for partij in namen.samenwerking.partijen}
    wie = bekend.get(verzoek.gevraagde, verzoek.gevraagde)
    nummer = verzoek.nummer if namen.bestaat(verzoek.nummer) else 0
    waarover = f"verzoek aan {wie}"
    vrager = namen.partij(verzoek.vrager)
    yield _spoor(nummer, vrager, waarover, "verzoek", verzoek.inzet, verzoek.plek)
    if verzoek.antwoord_plek is not None:
        tekst = ": ".join(filter(None, (verzoek.bereidheid.value, verzoek.antwoord)))
        plek = verzoek.antwoord_plek
        yield _spoor(nummer, wie, f"verzoek van {vrager}: {verzoek.inzet}", "antwoord", tekst, plek)


def _van_voorraad(jaarschijf: Jaarschijf, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of the stock that corporaties stated."""
    for partij, standen in jaarschijf.voorraad.items():
        for stand in standen:
            naam, tekst = namen.indicator(stand.indicator).naam, notatie.getal(stand.stand)
            yield _spoor(0, namen.partij(partij), naam, "voorraad", tekst, stand.plek)


def _van_specificaties(namen: Namen, jaar: int) -> Iterator[Spoor]:
    """Yield the trails of the annex with specifications."""
    nummers = {a.id: a.nummer for a in namen.samenwerking.afspraken}
    for regel in namen.samenwerking.jaar(jaar).specificaties:
        nummer = nummers[regel.afspraak]
        yield _spoor(nummer, "Samen", regel.onderwerp, "specificatie", regel.waarde, regel.plek)


def _van_losse_doelen(jaarschijf: Jaarschijf, namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of doelen that have no figure line of their own."""
    bekend = {(r.nummer, r.indicator, r.partij) for r in jaarschijf.regels if r.doel is not None}
    for afspraak in namen.samenwerking.afspraken:
        for doel in afspraak.doelen:
            if (afspraak.nummer, doel.indicator, doel.partij) not in bekend:
                indicator = namen.indicator(doel.indicator)
                tekst = notatie.doel(doel, indicator)
                partij = namen.partij(doel.partij)
                yield _spoor(afspraak.nummer, partij, indicator.naam, "doel", tekst, doel.plek)


def _van_tabellen(namen: Namen) -> Iterator[Spoor]:
    """Yield the trails of the printed tables; they belong to a thema, not to an afspraak."""
    for thema in namen.samenwerking.themas:
        for tabel in thema.tabellen:
            for (rij, kolom), cel in tabel.cellen.items():
                yield _spoor(0, kolom, f"{tabel.titel}: {rij}", "vermeld", cel.tekst, cel.plek)


def _spoor(nummer: int, partij: str, indicator: str, cijfer: str, waarde: str, plek: Plek) -> Spoor:
    """Return a trail to one place."""
    return Spoor(
        nummer=nummer,
        partij=partij,
        indicator=indicator,
        cijfer=cijfer,
        waarde=waarde,
        bron=f"{plek} (inzending {plek.inzending})" if plek.inzending else str(plek),
        inzending=plek.inzending,
        bestand=plek.bestand,
        blad=plek.blad,
        cel=plek.cel,
        regel=plek.regel,
    )
