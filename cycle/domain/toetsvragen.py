"""Toetsvragen: what is asked at a check, from the jaarschijf that was adopted.

The adopted version decides, not today's content: in September the content already changes
for the next jaar.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from cycle.domain import notatie
from cycle.domain.activiteittekst import bod_tekst
from cycle.domain.afspraak import SAMEN, DoelSoort, Doelwaarde, Teken
from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import Verzoekregel
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname, ExtraVoorstel
from cycle.domain.formulier import doel_voor, regelcode
from cycle.domain.indicator import INZET, Indicator, Richting
from cycle.domain.jaarschijf import Activiteit, Jaarschijf, JaarschijfRegel, ZonderBod
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toetsvraag import Toetsvraag
from cycle.domain.view import AfspraakView, JaarschijfView
from cycle.domain.wederkerigheid import Bereidheid

_NIET_MEE: Final = (Deelname.NEE, Deelname.NVT)
_TOEGEZEGD: Final = (Bereidheid.JA, Bereidheid.DEELS)

_Deel = Activiteit | ZonderBod | JaarschijfRegel
"""A part of the jaarschijf that names partij, afspraak and indicator."""


def list_toetsvragen(
    samenwerking: Samenwerking,
    jaarschijf: Jaarschijf,
    view: JaarschijfView,
    biedingen: Sequence[Bieding],
) -> tuple[Toetsvraag, ...]:
    """Return every row of a check, in the order of the themas, the afspraken and the partijen.

    Who said not to take part is not asked. What all reach together stands after the partijen.
    What hangs on no afspraak comes last.
    """
    bron = _Bron(samenwerking, jaarschijf, view, biedingen)
    vragen = [*bron.vragen(), *bron.samen(), *bron.toezeggingen(), *bron.voorstellen()]
    volgorde = {partij.code: nr for nr, partij in enumerate(samenwerking.partijen)}
    themas = {thema.naam: nr for nr, thema in enumerate(view.themas)}

    def plaats(vraag: Toetsvraag) -> tuple[int, int, int]:
        thema = themas.get(vraag.thema, len(themas))
        return thema, vraag.nummer, volgorde.get(vraag.partij, len(volgorde))

    enkel = {(vraag.partij, vraag.regelcode): vraag for vraag in vragen}
    return tuple(sorted(enkel.values(), key=plaats))


@dataclass(frozen=True, slots=True)
class _Bron:
    """The adopted jaarschijf with everything around it."""

    samenwerking: Samenwerking
    jaarschijf: Jaarschijf
    view: JaarschijfView
    biedingen: Sequence[Bieding]

    def vragen(self) -> Iterator[Toetsvraag]:
        """Yield a row for each question of the form of that jaar that asks something."""
        antwoorden = {(b.partij, r.regelcode): r for b in self.biedingen for r in b.regels}
        regels = {(r.partij, r.afspraak_id, r.indicator): r for r in self.jaarschijf.regels}
        delen: tuple[_Deel, ...] = (*self.jaarschijf.activiteiten, *self.jaarschijf.zonder_bod)
        for deel in delen:
            antwoord = antwoorden.get((deel.partij, regelcode(deel.nummer, deel.indicator)))
            if antwoord is None or antwoord.deelname not in _NIET_MEE:
                regel = regels.get((deel.partij, deel.afspraak_id, deel.indicator))
                vraag = self._vraag(deel, regel)
                if antwoord is not None and isinstance(deel, Activiteit):
                    vraag = _met_toezegging(vraag, deel, antwoord)
                yield vraag

    def samen(self) -> Iterator[Toetsvraag]:
        """Yield a row for each amount that all reach together; nobody is asked for it."""
        for regel in self.jaarschijf.regels:
            indicator = Namen(self.samenwerking).indicator(regel.indicator)
            if regel.partij == SAMEN and not indicator.telt_eenmaal:
                yield self._vraag(regel, regel)

    def toezeggingen(self) -> Iterator[Toetsvraag]:
        """Yield what partijen said they would do for another one."""
        for verzoek in self.jaarschijf.wederkerigheid.regels:
            if verzoek.bereidheid in _TOEGEZEGD and not verzoek.is_voorbehoud:
                yield self._toezegging(verzoek)

    def voorstellen(self) -> Iterator[Toetsvraag]:
        """Yield what partijen offered beside the afspraken."""
        for voorstel in self.jaarschijf.zonder_afspraak:
            yield Toetsvraag(
                partij=voorstel.partij,
                regelcode=voorstelcode(voorstel),
                afspraak_id="",
                nummer=0,
                titel=voorstel.omschrijving,
                thema="",
                indicator=INZET,
                bod=voorstel.bod,
                planning=voorstel.planning,
                is_toezegging=True,
                herkomst={"bod": (voorstel.plek,)},
            )

    def _vraag(self, deel: _Deel, regel: JaarschijfRegel | None) -> Toetsvraag:
        """Return the row of one afspraak and indicator, without what was promised."""
        indicator = Namen(self.samenwerking).indicator(deel.indicator)
        bod = None if isinstance(deel, ZonderBod) else deel.bod
        thema, afspraak = self._afspraak(deel.afspraak_id)
        nodig = regel.nodig if regel else None
        doel = self._doel(deel)
        return Toetsvraag(
            partij=deel.partij,
            regelcode=regelcode(deel.nummer, indicator.code),
            afspraak_id=deel.afspraak_id,
            nummer=deel.nummer,
            titel=afspraak.titel if afspraak else "",
            thema=thema,
            indicator=indicator,
            doel=bod if nodig is None else nodig,
            bod="" if bod is None else notatie.hoeveelheid(bod, indicator),
            is_maximum=_is_maximum(regel, indicator),
            hoogstens=_hoogstens(regel, doel, self.jaarschijf.jaar),
            is_verwachting=doel is not None and doel.soort is DoelSoort.VERWACHT,
            herkomst=dict(regel.herkomst) if regel else {},
        )

    def _afspraak(self, afspraak_id: str) -> tuple[str, AfspraakView | None]:
        """Return an afspraak as it was adopted, with the name of its thema."""
        for thema in self.view.themas:
            for afspraak in thema.afspraken:
                if afspraak.id == afspraak_id:
                    return thema.naam, afspraak
        return "", None

    def _doel(self, deel: _Deel) -> Doelwaarde | None:
        """Return the doel of today's content for a part, None when it has none."""
        alle = {a.id: a for a in self.samenwerking.afspraken}
        afspraak, jaar = alle.get(deel.afspraak_id), self.jaarschijf.jaar
        return doel_voor(afspraak, deel.indicator, deel.partij, jaar) if afspraak else None

    def _toezegging(self, verzoek: Verzoekregel) -> Toetsvraag:
        """Return the row of something that was promised to another partij."""
        afspraken = {a.nummer: (t.naam, a.id) for t in self.view.themas for a in t.afspraken}
        thema, afspraak_id = afspraken.get(str(verzoek.nummer), ("", ""))
        plek = verzoek.antwoord_plek or verzoek.plek
        return Toetsvraag(
            partij=verzoek.gevraagde,
            regelcode=verzoek.code,
            afspraak_id=afspraak_id,
            nummer=verzoek.nummer,
            titel=verzoek.inzet,
            thema=thema,
            indicator=INZET,
            toezegging=": ".join(filter(None, (verzoek.bereidheid.value, verzoek.antwoord))),
            planning=verzoek.voor,
            aan=Namen(self.samenwerking).partij(verzoek.vrager),
            is_toezegging=True,
            herkomst={"bod": (plek,)},
        )


def voorstelcode(voorstel: ExtraVoorstel) -> str:
    """Return a code for an offer beside the afspraken; the same words give the same code."""
    inhoud = "\t".join((voorstel.partij, " ".join(voorstel.omschrijving.split()).lower()))
    return f"E-{hashlib.sha256(inhoud.encode()).hexdigest()[:8].upper()}"


def _is_maximum(regel: JaarschijfRegel | None, indicator: Indicator) -> bool:
    """Return whether the doel is a ceiling; the operator goes before the catalogue."""
    if regel is not None and regel.teken in (Teken.MINSTENS, Teken.HOOGSTENS):
        return regel.teken is Teken.HOOGSTENS
    return indicator.richting is Richting.MAX


def _hoogstens(regel: JaarschijfRegel | None, doel: Doelwaarde | None, jaar: int) -> Decimal | None:
    """Return what an exact amount allows in `jaar`, None for any other.

    It is what was agreed for that jaar itself, else all that remains of the whole doel: more
    than the computed share of one year is ahead, not too much.
    """
    if regel is None or regel.teken is not Teken.PRECIES:
        return None
    if doel is not None and jaar in doel.fasering:
        return regel.nodig
    return regel.doel if regel.rest is None else regel.rest


def _met_toezegging(vraag: Toetsvraag, deel: Activiteit, antwoord: BiedingRegel) -> Toetsvraag:
    """Return the row with what the partij said it would do, and when."""
    return replace(
        vraag,
        bod=bod_tekst(antwoord, vraag.indicator) if antwoord.bod is not None else vraag.bod,
        toezegging=deel.tekst,
        planning=deel.planning,
        planning_van=antwoord.planning_van,
    )
