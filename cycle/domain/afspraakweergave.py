"""Afspraakweergave: one afspraak as text, with its doelen, actions and figures."""

from dataclasses import dataclass

from cycle.domain import anker, notatie
from cycle.domain.afspraak import SAMEN, Afspraak, Rol, Teken
from cycle.domain.indicator import INZET, Indicator, IndicatorAard
from cycle.domain.jaarschijf import Activiteit, Jaarschijf, JaarschijfRegel, ZonderBod
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.view import ActieView, AfspraakView, BegripView, CijferView, DoelView

_ROL_NAAM = {
    Rol.TREKKER: "Trekker",
    Rol.UITVOERDER: "Uitvoerder",
    Rol.MEEWERKEND: "Werkt mee",
    Rol.GEINFORMEERD: "Wordt geïnformeerd",
}

_TEKEN_KORT = {
    Teken.MINSTENS: "min. ",
    Teken.HOOGSTENS: "max. ",
    Teken.CIRCA: "ca. ",
    Teken.PRECIES: "",
}
"""Operator in front of a figure in a narrow column."""


@dataclass(frozen=True, slots=True)
class Namen:
    """Display names of partijen and indicatoren of one samenwerking."""

    samenwerking: Samenwerking

    def partij(self, code: str) -> str:
        """Return the name of a partij, "Samen" for all together."""
        return "Samen" if code == SAMEN else self.samenwerking.partij(code).naam

    def indicator(self, code: str) -> Indicator:
        """Return the indicator with this code; `INZET` is in no catalogue."""
        return INZET if code == INZET.code else self.samenwerking.indicatoren[code]

    def bestaat(self, nummer: int) -> bool:
        """Return whether there is an afspraak with this number; 0 stands for none at all."""
        return nummer == 0 or any(a.nummer == nummer for a in self.samenwerking.afspraken)


def build_afspraak(afspraak: Afspraak, jaarschijf: Jaarschijf, namen: Namen) -> AfspraakView:
    """Return one afspraak of the jaarschijf as text."""
    nummer = afspraak.nummer
    open_vragen = [v for v in jaarschijf.zonder_bod if v.nummer == nummer]
    return AfspraakView(
        nummer=str(nummer),
        id=afspraak.id,
        anker=anker.afspraak_anker(nummer),
        titel=afspraak.titel,
        aard=afspraak.aard.value,
        tekst=afspraak.tekst,
        toelichting=afspraak.toelichting,
        wie=_wie(afspraak, namen),
        termijn=afspraak.termijn,
        voorwaarden=afspraak.voorwaarden,
        begrippen=tuple(BegripView(t, b) for t, b in afspraak.begrippen.items()),
        doelen=_doelen(afspraak, namen),
        acties=tuple(_actie(a, namen) for a in jaarschijf.activiteiten if a.nummer == nummer),
        cijfers=tuple(
            _cijfer(r, jaarschijf.jaar, namen) for r in jaarschijf.regels if r.nummer == nummer
        ),
        open_vragen=tuple(_open_vraag(vraag, namen) for vraag in open_vragen),
        voorbehouden=(),
        dossier=_dossier(afspraak, namen),
        eigen=False,
    )


def _dossier(afspraak: Afspraak, namen: Namen) -> str:
    """Return the dossier that an afspraak belongs to, or that re-opened it, with when and why."""
    for dossier in namen.samenwerking.dossiers:
        if dossier.heropend and afspraak.id in dossier.afspraken:
            return f"{dossier.naam}, heropend op {dossier.heropend}"
    eigen = (d.naam for d in namen.samenwerking.dossiers if d.code == afspraak.dossier)
    return next(eigen, "")


def _open_vraag(vraag: ZonderBod, namen: Namen) -> str:
    """Return who left what open; the question without a number needs no name."""
    indicator = namen.indicator(vraag.indicator)
    waarover = "" if indicator == INZET else f" ({indicator.naam})"
    return f"{namen.partij(vraag.partij)}{waarover}: {vraag.reden}"


def _wie(afspraak: Afspraak, namen: Namen) -> str:
    """Return who takes part, grouped by role: ``Trekker: A. Uitvoerder: B en C.``."""
    delen = []
    for rol, kop in _ROL_NAAM.items():
        wie = [namen.partij(p) for p, eigen_rol in afspraak.inzet.items() if eigen_rol is rol]
        if wie:
            delen.append(f"{kop}: {notatie.opsomming(wie)}.")
    return " ".join(delen)


def _doelen(afspraak: Afspraak, namen: Namen) -> tuple[DoelView, ...]:
    """Return the targets in words."""
    return tuple(
        DoelView(
            partij=namen.partij(doel.partij),
            indicator=namen.indicator(doel.indicator).naam,
            doel=notatie.doel(doel, namen.indicator(doel.indicator))
            + (f" ({doel.gebied})" if doel.gebied else "")
            + (" (verwachting)" if doel.soort == "verwacht" else ""),
            periode=notatie.periode(doel.van, doel.tot_en_met),
            eigen=False,
        )
        for doel in afspraak.doelen
    )


def _actie(activiteit: Activiteit, namen: Namen) -> ActieView:
    """Return one action; the offer shows its unit."""
    indicator = namen.indicator(activiteit.indicator)
    heeft_bod = activiteit.bod is not None
    getal_met_eenheid = notatie.hoeveelheid(activiteit.bod, indicator) if heeft_bod else ""
    return ActieView(
        anker=anker.actie_anker(
            activiteit.nummer, activiteit.afspraak_id, activiteit.partij, activiteit.regelcode
        ),
        partij=namen.partij(activiteit.partij),
        activiteit=activiteit.tekst,
        planning=activiteit.planning,
        indicator="" if indicator == INZET else indicator.naam,
        bod=activiteit.bod_tekst or getal_met_eenheid,
        bedrag=notatie.euro(activiteit.bedrag),
        eigen=False,
    )


def _cijfer(regel: JaarschijfRegel, jaar: int, namen: Namen) -> CijferView:
    """Return one figure line; what does not apply is a dash, what is unknown "n.b."."""
    indicator = namen.indicator(regel.indicator)
    zonder_doel = regel.doel is None
    vergelijkt = regel.doel is not None and regel.bod is not None
    rest_onbekend = indicator.aard is IndicatorAard.STROOM and regel.realisatie is None
    heeft_rest = not zonder_doel and (regel.rest is not None or rest_onbekend)
    return CijferView(
        partij=namen.partij(regel.partij),
        indicator=f"{indicator.naam} ({indicator.eenheid})",
        doel="–" if zonder_doel else doel_kort(regel),
        realisatie="–" if zonder_doel else realisatie_kort(regel, jaar),
        rest=notatie.getal(regel.rest) if heeft_rest else "–",
        nodig="–" if zonder_doel else notatie.getal(regel.nodig),
        bod="–" if regel.bod is None else bod_met_telling(regel),
        verschil=notatie.getal(regel.verschil, plus=True) if vergelijkt else "–",
        oordeel=regel.oordeel.value,
        eigen=False,
    )


def realisatie_kort(regel: JaarschijfRegel, jaar: int) -> str:
    """Return what was reached before `jaar`, with its year when it is older: ``91 (2023)``."""
    return notatie.met_jaar(notatie.getal(regel.realisatie), regel.realisatie_jaar, jaar)


def bod_met_telling(regel: JaarschijfRegel) -> str:
    """Return what was offered, and of a range what counts: ``10 tot 20 (telt als 10)``."""
    telt = notatie.getal(regel.bod)
    if " tot " in regel.bod_tekst:
        return f"{regel.bod_tekst} (telt als {telt})"
    return regel.bod_tekst or telt


def doel_kort(regel: JaarschijfRegel) -> str:
    """Return the doel of a figure line for a narrow column: ``min. 320``, ``samen ca. 15``."""
    teken = _TEKEN_KORT[regel.teken] if regel.teken else ""
    return f"{'samen ' if regel.is_gedeeld else ''}{teken}{notatie.getal(regel.doel)}"
