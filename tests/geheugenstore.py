"""The store in memory: the same promises as the real one, checked by the same tests."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pendulum

from cycle.domain.accordering import Besluit, Handtekening
from cycle.domain.aftekenstap import Aftekenstap
from cycle.domain.bericht import BESLOTEN, Bericht, Berichtsoort, Berichtstaat, Postbericht
from cycle.domain.bezorging import Afloop
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.errors import FaseError, NietGevonden, StapBezet
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.licht import Lichtkeuze
from cycle.domain.mandaat import Mandaat
from cycle.domain.meenemer import Meenemer
from cycle.domain.reactietabel import IngebrachteReactie, Reactiebesluit
from cycle.domain.toets import Standmelding, Toetsmoment
from cycle.domain.wekker import DIRECT, Wekker
from tests.geheugenaudit import Auditdossier, GeheugenAudit
from tests.geheugenkickoff import GeheugenKickoff, Kickoffdossier
from tests.kopie import kopieer

Sleutel = tuple[str, int]
Feit = tuple[str, pendulum.Date, str]


@dataclass
class Dossier:
    """Everything that is kept of one cyclus."""

    cyclus: Cyclus
    overgangen: list[FaseOvergang] = field(default_factory=list)
    inzendingen: list[Inzending] = field(default_factory=list)
    biedingen: list[Bieding] = field(default_factory=list)
    concepten: list[Concept] = field(default_factory=list)
    stukken: dict[tuple[str, str, str], Stuk] = field(default_factory=dict)
    reacties: list[IngebrachteReactie] = field(default_factory=list)
    reactiebesluiten: list[Reactiebesluit] = field(default_factory=list)
    besluiten: list[Besluit] = field(default_factory=list)
    handtekeningen: list[Handtekening] = field(default_factory=list)
    aftekenstappen: list[Aftekenstap] = field(default_factory=list)
    mandaten: list[Mandaat] = field(default_factory=list)
    feiten: list[Feit] = field(default_factory=list)
    standmeldingen: list[tuple[Inzending, Standmelding]] = field(default_factory=list)
    lichtkeuzes: list[Lichtkeuze] = field(default_factory=list)
    meenemers: tuple[Meenemer, ...] = ()
    post: dict[str, Postbericht] = field(default_factory=dict)
    verloopt: dict[str, pendulum.DateTime] = field(default_factory=dict)
    herinneringen: dict[str, str] = field(default_factory=dict)
    kickoff: Kickoffdossier = field(default_factory=Kickoffdossier)
    audit: Auditdossier = field(default_factory=Auditdossier)
    wekker: Wekker | None = None


class GeheugenTransactie(GeheugenKickoff, GeheugenAudit):
    """The port `CyclusStore` on a copy of the state."""

    def __init__(
        self,
        dossiers: dict[Sleutel, Dossier],
        tijdstip: Callable[[], pendulum.DateTime],
        agendanamen: dict[tuple[str, str], list[str]],
    ) -> None:
        self._dossiers = dossiers
        self._tijdstip = tijdstip
        self.agendanamen = agendanamen

    def _audit(self, cyclus: Cyclus) -> Auditdossier:
        return self._van(cyclus).audit

    def _kickoff(self, cyclus: Cyclus) -> Kickoffdossier:
        return self._van(cyclus).kickoff

    def _kickoff_wek(self, cyclus: Cyclus) -> Kickoffdossier:
        return self._wek(cyclus).kickoff

    def _van(self, cyclus: Cyclus) -> Dossier:
        wie = f"{cyclus.samenwerking} {cyclus.jaar}"
        try:
            return self._dossiers[cyclus.samenwerking, cyclus.jaar]
        except KeyError:
            raise NietGevonden(
                f"De cyclus {wie} is niet gestart.", advies=f"Doe: jaarschijf cyclus start {wie}."
            ) from None

    def _wek(self, cyclus: Cyclus) -> Dossier:
        dossier = self._van(cyclus)
        dossier.wekker = None
        return dossier

    def list_wekkers(self, *, voorbeeld: bool) -> tuple[Wekker, ...]:
        lopend = {
            sleutel: dossier.wekker or Wekker(*sleutel, DIRECT, DIRECT, "")
            for sleutel, dossier in self._dossiers.items()
            if dossier.cyclus.voorbeeld == voorbeeld and dossier.cyclus.fase is not Fase.AFGEROND
        }
        return tuple(sorted(lopend.values(), key=lambda w: (w.jaar, w.samenwerking)))

    def set_wekker(self, wekker: Wekker) -> None:
        self._dossiers[wekker.samenwerking, wekker.jaar].wekker = wekker

    def get(self, samenwerking: str, jaar: int) -> Cyclus | None:
        dossier = self._dossiers.get((samenwerking, jaar))
        return dossier.cyclus if dossier else None

    def add(self, cyclus: Cyclus) -> None:
        if self.get(cyclus.samenwerking, cyclus.jaar):
            raise FaseError(f"De cyclus {cyclus.samenwerking} {cyclus.jaar} bestaat al.")
        begin = FaseOvergang(cyclus.fase, cyclus.gestart_op)
        self._dossiers[cyclus.samenwerking, cyclus.jaar] = Dossier(cyclus, [begin])

    def list_cycli(self) -> tuple[Cyclus, ...]:
        alle = (d.cyclus for d in self._dossiers.values())
        return tuple(sorted(alle, key=lambda c: (c.jaar, c.samenwerking)))

    def move(self, cyclus: Cyclus, overgang: FaseOvergang) -> None:
        dossier = self._wek(cyclus)
        dossier.cyclus = replace(dossier.cyclus, fase=overgang.fase)
        dossier.overgangen.append(overgang)

    def overgangen(self, cyclus: Cyclus) -> tuple[FaseOvergang, ...]:
        return tuple(self._van(cyclus).overgangen)

    def add_bieding(self, cyclus: Cyclus, inzending: Inzending, bieding: Bieding) -> None:
        dossier = self._wek(cyclus)
        for vorige in dossier.inzendingen:
            zelfde = (vorige.partij, vorige.versie) == (inzending.partij, inzending.versie)
            if vorige.id == inzending.id or zelfde:
                raise FaseError(f"Versie {inzending.versie} van {inzending.partij} bestaat al.")
        dossier.inzendingen.append(inzending)
        dossier.biedingen.append(bieding)

    def inzendingen(self, cyclus: Cyclus) -> tuple[Inzending, ...]:
        return tuple(self._van(cyclus).inzendingen)

    def biedingen(self, cyclus: Cyclus) -> tuple[Bieding, ...]:
        laatste = {b.partij: b for b in self._van(cyclus).biedingen}
        return tuple(laatste[partij] for partij in sorted(laatste))

    def add_concept(self, cyclus: Cyclus, concept: Concept) -> None:
        dossier = self._wek(cyclus)
        if any(c.versie == concept.versie for c in dossier.concepten):
            raise FaseError(f"Versie {concept.versie} van de jaarschijf bestaat al.")
        dossier.concepten.append(concept)

    def concepten(self, cyclus: Cyclus) -> tuple[Concept, ...]:
        return tuple(self._van(cyclus).concepten)

    def add_stuk(self, cyclus: Cyclus, stuk: Stuk) -> None:
        self._wek(cyclus).stukken[stuk.versie, stuk.soort, stuk.partij] = stuk

    def stukken(self, cyclus: Cyclus) -> tuple[Stuk, ...]:
        def volgorde(stuk: Stuk) -> tuple[list[tuple[int, str]], str, str]:
            delen = stuk.versie.split(".")
            versie = [(int(d), "") if d.isdecimal() else (-1, d) for d in delen]
            return versie, stuk.soort, stuk.partij

        return tuple(sorted(self._van(cyclus).stukken.values(), key=volgorde))

    def add_reactie(self, cyclus: Cyclus, ingebracht: IngebrachteReactie) -> None:
        dossier = self._wek(cyclus)
        if ingebracht.kenmerk not in {r.kenmerk for r in dossier.reacties}:
            dossier.reacties.append(ingebracht)

    def reacties(self, cyclus: Cyclus) -> tuple[IngebrachteReactie, ...]:
        return tuple(sorted(self._van(cyclus).reacties, key=lambda r: r.nummer))

    def add_reactiebesluit(self, cyclus: Cyclus, besluit: Reactiebesluit) -> None:
        besluiten = self._wek(cyclus).reactiebesluiten
        eerder = [b for b in besluiten if b.nummer == besluit.nummer]
        if not eerder or eerder[-1] != besluit:
            besluiten.append(besluit)

    def reactiebesluiten(self, cyclus: Cyclus) -> tuple[Reactiebesluit, ...]:
        return tuple(self._van(cyclus).reactiebesluiten)

    def add_besluit(self, cyclus: Cyclus, besluit: Besluit) -> None:
        besluiten = self._wek(cyclus).besluiten
        wie = (besluit.partij, besluit.orgaan, besluit.code)
        eerder = [b for b in besluiten if (b.partij, b.orgaan, b.code) == wie]
        if eerder[-1:] != [besluit]:
            besluiten.append(besluit)

    def besluiten(self, cyclus: Cyclus) -> tuple[Besluit, ...]:
        return tuple(self._van(cyclus).besluiten)

    def add_handtekening(self, cyclus: Cyclus, handtekening: Handtekening) -> None:
        alle = self._wek(cyclus).handtekeningen
        wie = (handtekening.partij, handtekening.functie, handtekening.code)
        eerder = [h for h in alle if (h.partij, h.functie, h.code) == wie]
        if eerder[-1:] != [handtekening]:
            alle.append(handtekening)

    def handtekeningen(self, cyclus: Cyclus) -> tuple[Handtekening, ...]:
        return tuple(self._van(cyclus).handtekeningen)

    def add_aftekenstap(self, cyclus: Cyclus, stap: Aftekenstap) -> None:
        self._wek(cyclus).aftekenstappen.append(stap)

    def aftekenstappen(self, cyclus: Cyclus) -> tuple[Aftekenstap, ...]:
        return tuple(self._van(cyclus).aftekenstappen)

    def add_mandaat(self, cyclus: Cyclus, mandaat: Mandaat) -> None:
        self._wek(cyclus).mandaten.append(mandaat)

    def wis_mandaatnaam(self, cyclus: Cyclus, naam: str) -> int:
        dossier = self._wek(cyclus)
        aantal = sum(m.naam == naam for m in dossier.mandaten)
        dossier.mandaten = [replace(m, naam="") if m.naam == naam else m for m in dossier.mandaten]
        return aantal

    def mandaten(self, cyclus: Cyclus) -> tuple[Mandaat, ...]:
        return tuple(self._van(cyclus).mandaten)

    def add_feit(self, cyclus: Cyclus, soort: str, op: pendulum.Date, tekst: str) -> None:
        feiten = self._wek(cyclus).feiten
        if (soort, op, tekst) not in feiten:
            feiten.append((soort, op, tekst))

    def feiten(self, cyclus: Cyclus) -> tuple[Feit, ...]:
        return tuple(sorted(self._van(cyclus).feiten, key=lambda feit: feit[1]))

    def plan_bericht(self, cyclus: Cyclus, bericht: Bericht) -> bool:
        post = self._wek(cyclus).post
        nieuw = Postbericht(bericht, Berichtstaat.GEPLAND)
        return post.setdefault(bericht.sleutel, nieuw) is nieuw

    def berichten(self, cyclus: Cyclus, *, verzonden: bool | None = None) -> tuple[Bericht, ...]:
        return tuple(
            p.bericht
            for p in self.post(cyclus)
            if verzonden in (None, p.staat is Berichtstaat.VERZONDEN)
        )

    def post(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        return tuple(self._van(cyclus).post.values())

    def claim_bericht(self, cyclus: Cyclus, vandaag: pendulum.Date) -> Postbericht | None:
        dossier, nu = self._van(cyclus), self._tijdstip()
        for sleutel, post in dossier.post.items():
            wacht = post.volgende_poging is not None and post.volgende_poging > nu
            if post.staat is Berichtstaat.GEPLAND and post.bericht.gepland_op <= vandaag:
                if wacht:
                    continue
                self._wek(cyclus)
                dossier.verloopt[sleutel] = nu.add(minutes=15)
                dossier.post[sleutel] = replace(
                    post,
                    staat=Berichtstaat.BEZIG,
                    pogingen=post.pogingen + 1,
                    volgende_poging=None,
                    kenmerk=f"{sleutel} {post.pogingen + 1}",
                )
                return dossier.post[sleutel]
        return None

    def settle_bericht(
        self, cyclus: Cyclus, post: Postbericht, afloop: Afloop, op: pendulum.Date
    ) -> bool:
        alle = self._wek(cyclus).post
        huidig = alle[post.bericht.sleutel]
        past = huidig.staat in (post.staat, Berichtstaat.ONZEKER)
        if huidig.kenmerk != post.kenmerk or not past:
            return False
        self._van(cyclus).verloopt.pop(post.bericht.sleutel, None)
        alle[post.bericht.sleutel] = replace(
            huidig,
            staat=afloop.staat,
            pogingen=afloop.pogingen,
            antwoord=afloop.antwoord,
            code=afloop.code,
            volgende_poging=self._tijdstip().add(minutes=afloop.pauze) if afloop.pauze else None,
            verzonden_op=op if afloop.staat is Berichtstaat.VERZONDEN else huidig.verzonden_op,
        )
        return True

    def redirect_bericht(self, cyclus: Cyclus, sleutel: str, aan: str) -> None:
        alle = self._wek(cyclus).post
        post = alle[sleutel]
        if post.staat is not Berichtstaat.VERZONDEN:
            alle[sleutel] = replace(post, bericht=replace(post.bericht, aan=aan))

    def list_afgebroken(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        dossier, nu = self._van(cyclus), self._tijdstip()
        return tuple(
            post
            for sleutel, post in dossier.post.items()
            if post.staat is Berichtstaat.BEZIG and dossier.verloopt[sleutel] <= nu
        )

    def add_herinnering(self, cyclus: Cyclus, bericht: Bericht, sleutels: Iterable[str]) -> None:
        if not self.plan_bericht(cyclus, bericht):
            raise FaseError(f"De herinnering '{bericht.sleutel}' bestaat al.")
        for sleutel in sleutels:
            assert not self.known_herinneringen([sleutel])
            self._wek(cyclus).herinneringen[sleutel] = bericht.sleutel

    def known_herinneringen(self, sleutels: Collection[str]) -> frozenset[str]:
        return frozenset(self.find_herinneringpost(sleutels))

    def find_herinneringpost(self, sleutels: Collection[str]) -> dict[str, Postbericht]:
        return {
            sleutel: dossier.post[bericht]
            for dossier in self._dossiers.values()
            for sleutel, bericht in dossier.herinneringen.items()
            if sleutel in sleutels
        }

    def wachtende_herinneringen(
        self, cyclus: Cyclus
    ) -> tuple[tuple[Bericht, tuple[str, ...]], ...]:
        eigen = self._van(cyclus).herinneringen
        wachtend = (p.bericht for p in self.post(cyclus) if _wacht(p))
        return tuple(
            (bericht, tuple(sorted(s for s, van in eigen.items() if van == bericht.sleutel)))
            for bericht in wachtend
            if bericht.soort is Berichtsoort.HERINNERING and bericht.sleutel in eigen.values()
        )

    def renew_herinnering(self, cyclus: Cyclus, oud: str, bericht: Bericht) -> None:
        dossier, nieuw = self._van(cyclus), bericht.sleutel
        dossier.post = {
            nieuw if s == oud else s: replace(p, bericht=bericht) if s == oud else p
            for s, p in dossier.post.items()
        }
        dossier.herinneringen = {
            s: nieuw if b == oud else b for s, b in dossier.herinneringen.items()
        }

    def withdraw_herinnering(self, cyclus: Cyclus, sleutel: str) -> None:
        dossier = self._wek(cyclus)
        del dossier.post[sleutel]
        dossier.herinneringen = {s: b for s, b in dossier.herinneringen.items() if b != sleutel}

    def add_standmelding(self, cyclus: Cyclus, inzending: Inzending, melding: Standmelding) -> None:
        for vorige in self.standinzendingen(cyclus, melding.moment):
            zelfde = (vorige.partij, vorige.versie) == (inzending.partij, inzending.versie)
            if vorige.id == inzending.id or zelfde:
                raise FaseError(f"Versie {inzending.versie} van {inzending.partij} bestaat al.")
        self._wek(cyclus).standmeldingen.append((inzending, melding))

    def standinzendingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Inzending, ...]:
        return tuple(i for i, m in self._van(cyclus).standmeldingen if m.moment is moment)

    def standmeldingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Standmelding, ...]:
        alle = self._van(cyclus).standmeldingen
        laatste = {m.partij: m for _, m in alle if m.moment is moment}
        return tuple(laatste[partij] for partij in sorted(laatste))

    def add_lichtkeuze(self, cyclus: Cyclus, keuze: Lichtkeuze) -> None:
        alle = self._wek(cyclus).lichtkeuzes
        waar = (keuze.moment, keuze.partij, keuze.regelcode)
        eerder = [k for k in alle if (k.moment, k.partij, k.regelcode) == waar]
        if eerder[-1:] != [keuze]:
            alle.append(keuze)

    def lichtkeuzes(self, cyclus: Cyclus) -> tuple[Lichtkeuze, ...]:
        return tuple(self._van(cyclus).lichtkeuzes)

    def replace_meenemers(self, cyclus: Cyclus, meenemers: Sequence[Meenemer]) -> None:
        self._wek(cyclus).meenemers = tuple(meenemers)

    def meenemers(self, cyclus: Cyclus) -> tuple[Meenemer, ...]:
        return self._van(cyclus).meenemers


def _wacht(post: Postbericht) -> bool:
    return post.staat is Berichtstaat.GEPLAND and not post.antwoord.startswith(BESLOTEN)


def _middag() -> pendulum.DateTime:
    return pendulum.datetime(2023, 9, 12, 12, tz="UTC")


@dataclass
class GeheugenStore:
    """The port `Store`: transactions that roll back, and leases that expire."""

    tijdstip: Callable[[], pendulum.DateTime] = _middag
    dossiers: dict[Sleutel, Dossier] = field(default_factory=dict)
    leases: dict[tuple[str, int, str], pendulum.DateTime] = field(default_factory=dict)
    agendanamen: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    is_bezig: bool = False

    @contextmanager
    def transaction(self) -> Iterator[GeheugenTransactie]:
        self._refuse_nesting()
        self.is_bezig = True
        kopie, namen = kopieer(self.dossiers), kopieer(self.agendanamen)
        try:
            yield GeheugenTransactie(kopie, self.tijdstip, namen)
            self.dossiers, self.agendanamen = kopie, namen
        finally:
            self.is_bezig = False

    @contextmanager
    def lease(self, samenwerking: str, jaar: int, stap: str) -> Iterator[None]:
        self._refuse_nesting()
        plek, nu = (samenwerking, jaar, stap), self.tijdstip()
        sinds = self.leases.get(plek)
        if sinds and sinds.add(minutes=15) > nu:
            uur = [m.in_timezone("Europe/Amsterdam") for m in (sinds, sinds.add(minutes=15))]
            raise StapBezet(
                f"De stap '{stap}' van {samenwerking} {jaar} loopt al sinds {uur[0]:H.mm} uur.",
                advies=f"Probeer het opnieuw na {uur[1]:H.mm} uur.",
            )
        self.leases[plek] = nu
        try:
            yield
        finally:
            if self.leases.get(plek) is nu:
                del self.leases[plek]

    def end_zenders(self) -> None:
        """Let every process that is sending be dead."""
        for dossier in self.dossiers.values():
            dossier.verloopt = dict.fromkeys(dossier.verloopt, self.tijdstip())

    def _refuse_nesting(self) -> None:
        if self.is_bezig:
            raise RuntimeError("this thread is inside a transaction of the store already")
