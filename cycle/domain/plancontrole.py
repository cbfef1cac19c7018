"""Plancontrole: what in the agreed days cannot hold, where it stands and what helps.

Nothing here stops anybody: a late day is a finding, never a lock.
"""

from collections.abc import Iterator, Mapping, Sequence

import pendulum

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum
from cycle.domain.opvolging import is_opgevolgd
from cycle.domain.partij import ORGAAN_MET_LIDWOORD, Orgaan
from cycle.domain.planning import (
    STUKKEN_VOORAF,
    Agendadagen,
    Orgaanstap,
    Planning,
    last_bijeenkomst,
)
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Jaar, Samenwerking


def check_planning(
    samenwerking: Samenwerking,
    jaar: int,
    termijnen: Sequence[Termijn],
    planning: Planning,
    dagen: Agendadagen,
) -> tuple[Bevinding, ...]:
    """Return every day of jaarschijf `jaar` that does not fit the others or the law."""
    if not planning.stappen:
        return ()
    keuzes = samenwerking.jaar(jaar)
    dag = {t.code: t.datum for t in termijnen}
    laat = tuple(_late_organen(planning.organen, dag))
    return (
        *laat,
        *_late_ondertekening(keuzes, dag),
        *_krap_concept(keuzes, planning, dag, dagen),
        *_volgorde(keuzes, planning, dag),
        *_vrije_dagen(keuzes, planning.organen, dagen),
        *_zonder_dag(samenwerking, keuzes),
        *_overleg_gestart(keuzes),
        *_ander_jaar(keuzes),
        # after a late decision no day is left to sign: that is the same fault
        *(() if laat else _zonder_voorstel(keuzes, planning)),
    )


def _waarschuw(code: str, plek: Plek, melding: str, advies: str) -> Bevinding:
    """Return a finding that stops nothing."""
    return Bevinding(code, Ernst.WAARSCHUWING, str(plek), melding, advies)


def _late_organen(
    organen: Sequence[Orgaanstap], dag: Mapping[str, pendulum.Date]
) -> Iterator[Bevinding]:
    """Yield the organen that decide after the text is signed, or after it is delivered.

    The RvC has to decide before the day of delivery itself: its decision goes along.
    """
    ondertekening, levering = dag["ondertekening"], dag["levering"]
    for stap in organen:
        wie = f"{_hoofdletter(_naam(stap))} beslist op {datum(stap.datum)}."
        uiterlijk = levering.subtract(days=1) if stap.orgaan is Orgaan.RVC else levering
        if stap.datum > uiterlijk:
            yield _waarschuw(
                "I711",
                stap.plek,
                f"{wie} Dan moeten de afspraken al geleverd zijn: dat is op {datum(levering)}.",
                "Vraag om een eerdere vergadering, of om een besluit buiten de vergadering.",
            )
        elif stap.datum > ondertekening:
            yield _waarschuw(
                "I710",
                stap.plek,
                f"{wie} Dat is na de ondertekening op {datum(ondertekening)}.",
                "Vraag om een eerdere vergadering, of verzet de ondertekening.",
            )


def _late_ondertekening(jaar: Jaar, dag: Mapping[str, pendulum.Date]) -> Iterator[Bevinding]:
    """Yield a signing day after the last day of delivery."""
    overleg = last_bijeenkomst(jaar, "ondertekening")
    if overleg and overleg.datum > dag["levering"]:
        yield _waarschuw(
            "I712",
            overleg.plek,
            f"De ondertekening is op {datum(overleg.datum)}. Dat is na de laatste werkdag om de "
            f"afspraken te leveren: {datum(dag['levering'])}.",
            "Kies een eerdere dag, of laat de partijen apart tekenen.",
        )


def _krap_concept(
    jaar: Jaar, planning: Planning, dag: Mapping[str, pendulum.Date], dagen: Agendadagen
) -> Iterator[Bevinding]:
    """Yield that too few working days are left between the draft and the papers."""
    nodig = planning.stap("concept").datum
    tekort = sum(map(dagen.is_werkdag, _dagen_na(nodig, dag["concept"])))
    if tekort:
        woord = "werkdag" if tekort == 1 else "werkdagen"
        yield _waarschuw(
            "I713",
            _knelpunt(jaar, planning),
            f"Het concept moet er op {datum(nodig)} zijn. In de kalender staat "
            f"{datum(dag['concept'])}: dat is {tekort} {woord} te laat om de reacties te "
            "verwerken en de stukken op tijd te sturen.",
            "Deel het concept eerder, of verzet het overleg of de eerste vergadering.",
        )


def _dagen_na(begin: pendulum.Date, einde: pendulum.Date) -> Iterator[pendulum.Date]:
    """Yield the days after `begin` up to and including `einde`."""
    for aantal in range(1, (einde - begin).days + 1):
        yield begin.add(days=aantal)


def _knelpunt(jaar: Jaar, planning: Planning) -> Plek:
    """Return the place of the day that the draft is counted back from."""
    ambtelijk = last_bijeenkomst(jaar, "ambtelijk")
    if ambtelijk:
        return ambtelijk.plek
    return planning.organen[0].plek if planning.organen else jaar.plek


def _volgorde(
    jaar: Jaar, planning: Planning, dag: Mapping[str, pendulum.Date]
) -> Iterator[Bevinding]:
    """Yield the meetings that come after the step they prepare."""
    stukken, besluit = planning.stap("stukken").datum, planning.stap("besluit").datum
    grenzen = {
        "kickoff": (dag.get("biedingen_in"), "De partijen leveren hun bieding in op"),
        "ambtelijk": (
            stukken.add(days=1),
            f"De stukken gaan {STUKKEN_VOORAF} werkdagen voor de eerste vergadering weg, op",
        ),
        "bestuurlijk": (besluit, "Het eerste orgaan beslist op"),
    }
    for code, (grens, uitleg) in grenzen.items():
        overleg = last_bijeenkomst(jaar, code)
        if overleg is None or grens is None or overleg.datum < grens:
            continue
        ander = stukken if code == "ambtelijk" else grens
        yield _waarschuw(
            "I714",
            overleg.plek,
            f"{overleg.naam}: {datum(overleg.datum)}. {uitleg} {datum(ander)}.",
            "Kies een eerdere dag voor het overleg, of verzet wat erna komt.",
        )


def _vrije_dagen(
    jaar: Jaar, organen: Sequence[Orgaanstap], dagen: Agendadagen
) -> Iterator[Bevinding]:
    """Yield the meetings on a day off, and the own meetings in a school holiday."""
    overleggen = [(b.naam, b.datum, b.plek, True) for b in jaar.bijeenkomsten]
    overleggen += [(_hoofdletter(_naam(o)), o.datum, o.plek, False) for o in organen]
    for naam, dag, plek, is_eigen in overleggen:
        vakantie = dagen.vakanties.op(dag)
        if not dagen.is_werkdag(dag):
            yield _waarschuw(
                "I715",
                plek,
                f"{naam}: {datum(dag)} is geen werkdag.",
                "Controleer de datum.",
            )
        elif is_eigen and vakantie:
            yield Bevinding(
                "I716",
                Ernst.INFO,
                str(plek),
                f"{naam}: {datum(dag)} valt in een schoolvakantie ({vakantie.naam}).",
                "Kies een dag waarop iedereen kan komen. Zie: jaarschijf kalender met --plan.",
            )


def _zonder_dag(samenwerking: Samenwerking, jaar: Jaar) -> Iterator[Bevinding]:
    """Yield the organen without a meeting day, once any other has one."""
    if not jaar.vergaderdata:
        return
    for partij in samenwerking.partijen:
        for orgaan in partij.organen:
            if (partij.code, orgaan.value) in jaar.vergaderdata or is_opgevolgd(partij, jaar.jaar):
                continue
            yield Bevinding(
                "I717",
                Ernst.INFO,
                str(jaar.plek),
                f"Het is niet bekend wanneer {ORGAAN_MET_LIDWOORD[orgaan]} van {partij.naam} "
                f"beslist over de jaarschijf {jaar.jaar}.",
                "Vraag de datum, en zet hem in een blok [[jaar.vergadering]].",
            )


def _overleg_gestart(jaar: Jaar) -> Iterator[Bevinding]:
    """Yield a start of the overleg outside the year of making."""
    gestart = jaar.overleg_gestart
    if gestart is not None and gestart.year != jaar.jaar - 1:
        yield _waarschuw(
            "I718",
            jaar.plek,
            f"Het overleg over de jaarschijf {jaar.jaar} begon volgens 'overleg_gestart' op "
            f"{datum(gestart)}. Dat is niet in {jaar.jaar - 1}.",
            "Controleer het jaartal. De zes maanden tot een geschil tellen vanaf deze dag.",
        )


def _ander_jaar(jaar: Jaar) -> Iterator[Bevinding]:
    """Yield the meetings of which the year cannot be meant.

    A tripartiet overleg is in the year of execution; any other before it, or early in it.
    """
    for overleg in jaar.bijeenkomsten:
        is_tripartiet = overleg.code.startswith("tripartiet")
        jaren = (jaar.jaar,) if is_tripartiet else (jaar.jaar - 1, jaar.jaar)
        if overleg.datum.year not in jaren:
            yield _waarschuw(
                "I718",
                overleg.plek,
                f"{overleg.naam}: {datum(overleg.datum)}. Voor de jaarschijf {jaar.jaar} hoort dat "
                f"in {' of '.join(map(str, jaren))}.",
                "Controleer het jaartal.",
            )


def _zonder_voorstel(jaar: Jaar, planning: Planning) -> Iterator[Bevinding]:
    """Yield the meetings for which no suitable day is left."""
    for stap in planning.stappen:
        if stap.is_overleg and not stap.is_vast and not stap.voorstellen:
            yield _waarschuw(
                "I719",
                planning.organen[-1].plek if planning.organen else jaar.plek,
                f"{stap.naam}: er is geen geschikte dag over voor {datum(stap.datum)}.",
                "Verzet een vergadering, of kies zelf een dag in een blok [[jaar.bijeenkomst]].",
            )


def _naam(stap: Orgaanstap) -> str:
    """Return an orgaan with its partij: ``het bestuur van Domesta``."""
    return f"{ORGAAN_MET_LIDWOORD[stap.orgaan]} van {stap.partij.naam}"


def _hoofdletter(tekst: str) -> str:
    """Return a text that can open a sentence."""
    return tekst[:1].upper() + tekst[1:]
