"""Kickoffweergave: what the startbijeenkomst has on the table, as text."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pendulum

from cycle.domain import notatie
from cycle.domain.kickoffview import (
    DoelstandView,
    GenodigdeView,
    KickoffView,
    MeenemenView,
    PuntenView,
    VoorstelView,
)
from cycle.domain.partij import PartijSoort
from cycle.domain.samenwerking import Bijeenkomst, Samenwerking
from cycle.domain.stem import Stem, Stemuitslag, Topkeuze, count_stemmen, name_keuze
from cycle.domain.view import JaarschijfView

_VOORSTELLEN = 5
"""How many themas are put forward; a longer list is no choice any more."""
_LEEG = ("", "–")
_GEEN_REST = (*_LEEG, "0", notatie.NIET_BEKEND)
_BEELD = "jaarschijf:jaar.png"
"""No picture of the content has a colon in its name."""


@dataclass(frozen=True, slots=True)
class Restpunt:
    """One point that the year before left; `afspraak` is its id, "" when it hangs on none."""

    afspraak: str
    partij: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Kickoffstof:
    """Everything the document is made of.

    `stand` is the jaarschijf without biedingen: how far the doelen are. `stemmen` are those
    that count.
    """

    samenwerking: Samenwerking
    jaar: int
    bijeenkomst: Bijeenkomst
    stand: JaarschijfView
    restpunten: tuple[Restpunt, ...]
    stemmen: tuple[Stem, ...]
    topkeuze: Topkeuze | None


def build_kickoff(stof: Kickoffstof) -> KickoffView:
    """Return the document as text, without its picture."""
    inhoud, bijeenkomst = stof.samenwerking, stof.bijeenkomst
    uitslag = count_stemmen(stof.stemmen)
    gastheer = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    topdrie, uitleg = _topdrie(stof)
    return KickoffView(
        samenwerking=inhoud.naam,
        gemeente=inhoud.gemeente,
        jaar=str(stof.jaar),
        maakjaar=str(stof.jaar - 1),
        naam=bijeenkomst.naam,
        datum=notatie.datum_met_dag(bijeenkomst.datum),
        tijd=bijeenkomst.tijd.tekst if bijeenkomst.tijd else "",
        plaats=bijeenkomst.plaats,
        coordinator=f"{gastheer.contact} ({gastheer.mail})",
        agenda=bijeenkomst.agenda,
        doelstanden=tuple(_doelstanden(stof.stand)),
        meenemen=tuple(_meenemen(punt, inhoud) for punt in stof.restpunten),
        heropend=tuple(_heropend(inhoud)),
        voorstellen=tuple(_voorstellen(stof)),
        keuzes=tuple(thema.naam for thema in inhoud.themas),
        stemmen=tuple(
            PuntenView(
                name_keuze(inhoud, regel.keuze),
                notatie.getal(regel.punten),
                notatie.getal(regel.eerste),
            )
            for regel in uitslag.regels
        ),
        gelijk=_gelijk(uitslag, inhoud),
        zonder_stem=_zonder_stem(stof),
        topdrie=topdrie,
        topdrie_uitleg=uitleg,
        momenten=stof.stand.momenten,
        afbeelding="",
        beschrijving="",
        genodigden=tuple(
            GenodigdeView(partij.naam, partij.soort.value, partij.contact)
            for partij in inhoud.partijen
        ),
        voorbeeld=inhoud.voorbeeld,
    )


def with_jaarbeeld(view: KickoffView, png: bytes) -> KickoffView:
    """Return the document with the picture of its planning."""
    return replace(
        view,
        afbeelding=_BEELD,
        beschrijving=f"Tijdlijn van de jaarschijf {view.jaar}. Dezelfde datums staan in de lijst "
        "eronder.",
        tekeningen={_BEELD: b64encode(png).decode("ascii")},
    )


def _doelstanden(stand: JaarschijfView) -> Iterator[DoelstandView]:
    """Yield every doel in figures, in the order of the afspraken."""
    for thema in stand.themas:
        for afspraak in thema.afspraken:
            for cijfer in afspraak.cijfers:
                if cijfer.doel not in _LEEG:
                    yield DoelstandView(
                        afspraak=f"Afspraak {afspraak.nummer}",
                        partij=cijfer.partij,
                        indicator=cijfer.indicator,
                        doel=cijfer.doel,
                        realisatie=cijfer.realisatie,
                        rest=cijfer.rest,
                        nodig=cijfer.nodig,
                    )


def _meenemen(punt: Restpunt, inhoud: Samenwerking) -> MeenemenView:
    """Return one point with the number that its afspraak has now."""
    nummers = {afspraak.id: f"Afspraak {afspraak.nummer}" for afspraak in inhoud.afspraken}
    namen = {partij.code: partij.naam for partij in inhoud.partijen}
    return MeenemenView(
        nummers.get(punt.afspraak, ""), namen.get(punt.partij, punt.partij), punt.tekst
    )


def _heropend(inhoud: Samenwerking) -> Iterator[str]:
    """Yield the dossiers that re-opened, with the afspraken that are open again."""
    nummers = {afspraak.id: str(afspraak.nummer) for afspraak in inhoud.afspraken}
    for dossier in inhoud.dossiers:
        if dossier.heropend:
            welke = notatie.opsomming([nummers[code] for code in dossier.afspraken])
            yield f"{dossier.naam}, heropend op {dossier.heropend} Het gaat om afspraak {welke}."


def _voorstellen(stof: Kickoffstof) -> Iterator[VoorstelView]:
    """Yield the themas that ask most attention, by what is open and never by who."""
    inhoud = stof.samenwerking
    open_dossiers = {a for d in inhoud.dossiers if d.heropend for a in d.afspraken}
    restpunten = Counter(punt.afspraak for punt in stof.restpunten)
    doelen = _met_rest(stof.stand)
    tellingen = []
    for plaats, thema in enumerate(inhoud.themas):
        ids = [afspraak.id for afspraak in thema.afspraken]
        telling = (
            sum(code in open_dossiers for code in ids),
            sum(restpunten[code] for code in ids),
            sum(doelen.get(code, 0) for code in ids),
        )
        tellingen.append((telling, -plaats, thema.naam))
    for telling, _, naam in sorted(tellingen, reverse=True)[:_VOORSTELLEN]:
        if any(telling):
            yield VoorstelView(naam, _reden(*telling))


def _met_rest(stand: JaarschijfView) -> Mapping[str, int]:
    """Return per id of an afspraak how many doelen are not reached yet."""
    return {
        afspraak.id: sum(cijfer.rest not in _GEEN_REST for cijfer in afspraak.cijfers)
        for thema in stand.themas
        for afspraak in thema.afspraken
    }


def _reden(heropend: int, restpunten: int, doelen: int) -> str:
    """Return why a thema is put forward, in one sentence."""
    delen = []
    if heropend:
        delen.append(f"{_telling(heropend, 'afspraak is', 'afspraken zijn')} heropend")
    if restpunten:
        delen.append(f"{_telling(restpunten, 'punt bleef', 'punten bleven')} open")
    if doelen:
        delen.append(f"{_telling(doelen, 'doel is', 'doelen zijn')} nog niet bereikt")
    zin = notatie.opsomming(delen)
    return f"{zin[0].upper()}{zin[1:]}."


def _telling(aantal: int, een: str, meer: str) -> str:
    """Return a number with its words."""
    return f"{notatie.getal(aantal)} {een if aantal == 1 else meer}"


def _gelijk(uitslag: Stemuitslag, inhoud: Samenwerking) -> tuple[str, ...]:
    """Return every tie that the meeting has to settle."""
    return tuple(
        notatie.opsomming([name_keuze(inhoud, keuze) for keuze in groep])
        for groep in uitslag.gelijk
    )


def _zonder_stem(stof: Kickoffstof) -> str:
    """Return who did not vote yet; nothing while nobody did."""
    gestemd = {stem.partij for stem in stof.stemmen}
    mist = [partij.naam for partij in stof.samenwerking.partijen if partij.code not in gestemd]
    return notatie.opsomming(mist) if gestemd else ""


def _topdrie(stof: Kickoffstof) -> tuple[tuple[str, ...], str]:
    """Return the top 3 that counts and where it comes from; the content goes first."""
    inhoud = stof.samenwerking
    if inhoud.jaar(stof.jaar).prioriteiten:
        codes, uitleg = inhoud.jaar(stof.jaar).prioriteiten, "Deze top 3 staat in de afspraken."
    elif stof.topkeuze:
        codes, uitleg = stof.topkeuze.keuzes, stof.topkeuze.reden
    else:
        return (), ""
    return tuple(name_keuze(inhoud, code) for code in codes), uitleg


def find_kickoff(inhoud: Samenwerking, jaar: int, dag: pendulum.Date) -> Bijeenkomst:
    """Return the startbijeenkomst of the content, else one on the day of the calendar."""
    for bijeenkomst in inhoud.jaar(jaar).bijeenkomsten:
        if bijeenkomst.code == "kickoff":
            return bijeenkomst
    return Bijeenkomst("kickoff", "Startbijeenkomst", dag)
