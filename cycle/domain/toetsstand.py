"""Toetsstand: how everything stands at a check, with the light of every row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pendulum

from cycle.domain.afspraak import SAMEN
from cycle.domain.indicator import IndicatorAard
from cycle.domain.licht import Licht, Lichtkeuze, Lichtoordeel, Meting, compute_licht
from cycle.domain.meenemer import Meenemer, Meenemersoort
from cycle.domain.notatie import getal, hoeveelheid
from cycle.domain.plek import Plek
from cycle.domain.toets import Standmelding, Standregel, Toetsmoment, Voortgang
from cycle.domain.toetsvraag import Toetsvraag

AANDACHT: Final = (Licht.LET_OP, Licht.WIJKT_AF)
"""The lights that are talked about first."""
_AF: Final = (Voortgang.GEREED, Voortgang.VERVALT)


@dataclass(frozen=True, slots=True)
class Toetsregel:
    """One row of a check: what was asked, what was reported, and the light.

    `oordeel` is computed. `keuze` is what the coordinator made of it, None when that is
    nothing. `bronnen` are the cells the figure came from; a sum has several.
    """

    vraag: Toetsvraag
    melding: Standregel | None
    oordeel: Lichtoordeel
    keuze: Lichtkeuze | None = None
    bronnen: tuple[Plek, ...] = ()

    @property
    def licht(self) -> Licht:
        """Return the light that counts: the chosen one before the computed one."""
        return self.keuze.licht if self.keuze and self.keuze.licht else self.oordeel.licht

    @property
    def reden(self) -> str:
        """Return in one sentence why this light."""
        return self.keuze.reden if self.keuze else self.oordeel.reden

    @property
    def cijfer(self) -> Decimal | None:
        """Return the figure that was reported, None when it is not known."""
        return self.melding.cijfer if self.melding else None

    @property
    def cijfer_tekst(self) -> str:
        """Return the figure with its unit, "n.b." when not known, empty when not asked."""
        if not self.vraag.vraagt_getal:
            return ""
        tekst = hoeveelheid(self.cijfer, self.vraag.indicator)
        nuance = self.melding.nuance if self.melding else None
        hoog = f" tot {getal(nuance.hoog)}" if nuance and nuance.hoog is not None else ""
        woord = f"{nuance.kwalificatie} " if nuance and nuance.kwalificatie and not hoog else ""
        return f"{woord}{tekst}{hoog}"

    @property
    def vergelijking(self) -> str:
        """Return the figure beside what was needed, empty when no figure is asked."""
        nodig = f", nodig {self.vraag.doel_tekst}" if self.vraag.doel_tekst else ""
        return f"bereikt {self.cijfer_tekst}{nodig}" if self.cijfer_tekst else ""

    @property
    def voortgang_tekst(self) -> str:
        """Return how the partij itself says it stands."""
        if self.melding is None or self.melding.voortgang is None:
            return "nog geen opgave"
        return self.melding.voortgang.value

    @property
    def is_af(self) -> bool:
        """Return whether the partij says that nothing more has to be done."""
        return self.melding is not None and self.melding.voortgang in _AF


@dataclass(frozen=True, slots=True)
class Toetsstand:
    """All rows of one check; `zonder_opgave` are the partijen that did not hand in a form."""

    moment: Toetsmoment
    jaar: int
    regels: tuple[Toetsregel, ...]
    zonder_opgave: tuple[str, ...] = ()

    @property
    def afwijkingen(self) -> tuple[Toetsregel, ...]:
        """Return the rows to talk about: first what deviates, then what asks for attention."""
        return tuple(r for licht in reversed(AANDACHT) for r in self.regels if r.licht is licht)

    def tel(self, licht: Licht) -> int:
        """Return how many rows have this light."""
        return sum(regel.licht is licht for regel in self.regels)


def build_toetsstand(
    moment: Toetsmoment,
    jaar: int,
    vragen: Sequence[Toetsvraag],
    meldingen: Iterable[Standmelding],
    keuzes: Iterable[Lichtkeuze],
) -> Toetsstand:
    """Return how everything stands; of several choices for one row the last counts."""
    per_partij = {melding.partij: melding for melding in meldingen}
    gekozen = {(k.partij, k.regelcode): k for k in keuzes if k.moment is moment}
    peildatum = moment.peildatum(jaar)
    gevraagd = tuple(dict.fromkeys(v.partij for v in vragen if v.partij != SAMEN))
    regels = []
    for vraag in vragen:
        melding, bronnen = _melding(vraag, vragen, per_partij)
        keuze = gekozen.get((vraag.partij, vraag.regelcode))
        regels.append(
            Toetsregel(
                vraag=vraag,
                melding=melding,
                oordeel=compute_licht(_meting(vraag, melding, peildatum), moment.deel),
                keuze=keuze if keuze and keuze.licht else None,
                bronnen=bronnen,
            )
        )
    zonder = tuple(partij for partij in gevraagd if partij not in per_partij)
    return Toetsstand(moment, jaar, tuple(regels), zonder)


def list_punten(stand: Toetsstand) -> tuple[Meenemer, ...]:
    """Return what goes along to the next kickoff: deviations, then promises not yet kept.

    An afspraak that goes as planned is no point: it runs until the end of the year.
    """
    afwijkingen = [_punt(r, Meenemersoort.AFWIJKING, stand.jaar) for r in stand.afwijkingen]
    acties = [
        _punt(regel, Meenemersoort.ACTIE, stand.jaar)
        for regel in stand.regels
        if regel.vraag.is_toezegging and not regel.is_af and regel.licht not in AANDACHT
    ]
    return (*afwijkingen, *acties)


def _melding(
    vraag: Toetsvraag, vragen: Sequence[Toetsvraag], per_partij: Mapping[str, Standmelding]
) -> tuple[Standregel | None, tuple[Plek, ...]]:
    """Return what was reported for a row, with the cells of its figure."""
    if vraag.partij != SAMEN:
        melding = per_partij.get(vraag.partij)
        regel = melding.regel(vraag.regelcode) if melding else None
        return regel, (regel.plekken["cijfer"],) if regel and "cijfer" in regel.plekken else ()
    delen = [
        _melding(v, (), per_partij)
        for v in vragen
        if v.regelcode == vraag.regelcode and v.partij != SAMEN
    ]
    return _tel_op(vraag, [regel for regel, _ in delen]), tuple(p for _, ps in delen for p in ps)


def _tel_op(vraag: Toetsvraag, delen: Sequence[Standregel | None]) -> Standregel | None:
    """Return the sum of what partijen reported; one that is not known leaves it unknown."""
    cijfers = [regel.cijfer for regel in delen if regel and regel.cijfer is not None]
    if not any(regel and regel.voortgang for regel in delen):
        return None
    som = sum(cijfers, Decimal(0)) if len(cijfers) == len(delen) else None
    is_gereed = all(regel and regel.voortgang is Voortgang.GEREED for regel in delen)
    return Standregel(vraag.regelcode, Voortgang.GEREED if is_gereed else Voortgang.LOOPT, som)


def _meting(vraag: Toetsvraag, melding: Standregel | None, peildatum: pendulum.Date) -> Meting:
    """Return what the light of a row is computed from."""
    return Meting(
        voortgang=melding.voortgang if melding else None,
        cijfer=melding.cijfer if melding else None,
        doel=vraag.doel if vraag.vraagt_getal else None,
        telt_op=vraag.indicator.aard is IndicatorAard.STROOM,
        is_maximum=vraag.is_maximum,
        hoogstens=vraag.hoogstens,
        is_verwachting=vraag.is_verwachting,
        is_later_gepland=vraag.planning_van is not None and vraag.planning_van > peildatum,
        indicator=vraag.indicator,
    )


def _punt(regel: Toetsregel, soort: Meenemersoort, jaar: int) -> Meenemer:
    """Return a row as a point for the next kickoff."""
    vraag, melding = regel.vraag, regel.melding
    hoe = f"{regel.licht.value} ({regel.voortgang_tekst})"
    hoe = "; ".join(filter(None, (hoe, regel.vergelijking)))
    plekken = tuple(melding.plekken.values()) if melding else ()
    return Meenemer(
        soort=soort,
        jaar=jaar,
        partij=vraag.partij,
        afspraak_id=vraag.afspraak_id,
        nummer=vraag.nummer,
        onderwerp=_onderwerp(vraag),
        tekst=". ".join(filter(None, (hoe, melding.toelichting if melding else ""))),
        plek=(*regel.bronnen, *plekken, None)[0],
    )


def _onderwerp(vraag: Toetsvraag) -> str:
    """Return what a row is about; an afspraak with several doelen needs the name of this one."""
    titel = vraag.titel.rstrip(".")
    return f"{titel} ({vraag.indicator.naam})" if vraag.vraagt_getal else titel
