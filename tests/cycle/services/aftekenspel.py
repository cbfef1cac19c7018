"""A year of signing off as a game of chance, held against promises that are kept apart.

Every rule is a use case that people call, with whatever they might hand over, also what is out
of date. The game keeps its own books: which content counted when something was accepted.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord
from cycle.domain.aftekening import Aftekenstaat
from cycle.domain.cyclus import Concept
from cycle.domain.errors import JaarschijfError
from cycle.domain.fase import Fase
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import Mandaat, Mandaatsoort
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.close_ondertekening import close_ondertekening
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.open_ondertekening import open_ondertekening
from cycle.services.record_besluit import record_besluit
from cycle.services.record_gelezen import Lezing, record_gelezen
from cycle.services.record_handtekening import record_handtekening
from cycle.services.record_mandaat import record_mandaat
from cycle.services.register_verzending import register_verzending
from cycle.services.share_concept import share_concept
from cycle.services.sluiting import Sluitgrond
from cycle.services.take_over_besluit import Overname, take_over_besluit
from cycle.services.withdraw_partij import Vertrek, withdraw_partij
from cycle.services.withdraw_vaststelling import Intrekking, withdraw_vaststelling
from tests.cycle.services.builders import CODE, JAAR, PARTIJEN, een_dorp, in_fase
from tests.fakes import Opstelling

ORGANEN = [(p.code, orgaan) for p in PARTIJEN for orgaan in p.organen]
PLEKKEN = [(p.code, functie) for p in PARTIJEN for functie in p.ondertekenaars]
WAARNEMERS = [(partij, f"waarnemer van {functie}") for partij, functie in PLEKKEN]
REIKWIJDTEN = st.sampled_from([*[Reikwijdte.GEHEEL] * 4, *Reikwijdte])
REDENEN = st.sampled_from(["", "Daarom."])
BEVROREN = (Aftekenstaat.TEKEN_KLAAR, Aftekenstaat.DEELS_GETEKEND, Aftekenstaat.GETEKEND)


@cache
def _begin(fase: Fase) -> Opstelling:
    """Return where games begin, made once for all of them."""
    return in_fase(fase)


def _refusal(daad: Callable[[], object]) -> JaarschijfError | None:
    """Return why an act was refused, None when it was accepted."""
    try:
        daad()
    except JaarschijfError as fout:
        return fout
    return None


class Aftekenspel(RuleBasedStateMachine):
    """One cyclus from accordering to delivery, played in any order."""

    gespeeld = 0
    """Acts that were tried in all games together."""
    aanvaard = 0
    """How many of them were accepted."""

    @initialize(fase=st.sampled_from([Fase.ACCORDERING, Fase.ONDERTEKENING]))
    def begin(self, fase: Fase) -> None:
        self.opstelling = _begin(fase).kopie()
        self.opstelling.bibliotheek.samenwerkingen[CODE] = een_dorp()
        self.toolkit = self.opstelling.toolkit
        self.teller = count()
        self.codes = ["0000-0000-0000", self.bord().concept.code]
        self.vast: dict[tuple[str, str, str], str] = {}
        self.ingetrokken: set[str] = set()

    def bord(self) -> Aftekenbord:
        inhoud = self.opstelling.bibliotheek.load(CODE)
        with self.opstelling.store.transaction() as tx:
            return load_aftekenbord(tx, require_cyclus(tx, CODE, JAAR), inhoud)

    def probeer(self, daad: Callable[[], object]) -> bool:
        """Return whether an act was accepted; a refusal leaves everything as it was."""
        Aftekenspel.gespeeld += 1
        ervoor = self.opstelling.stand()["dossiers"]
        fout = _refusal(daad)
        if fout is None:
            Aftekenspel.aanvaard += 1
            return True
        assert fout.advies, fout.melding
        assert self.opstelling.stand()["dossiers"] == ervoor
        return False

    def _code(self, plek: int) -> str:
        """Return a content code from the present one (0) back to one that never was."""
        return self.codes[max(len(self.codes) - 1 - plek, 0)]

    @rule(reden=REDENEN, is_anders=st.booleans())
    def maak_versie(self, reden: str, is_anders: bool) -> None:
        if is_anders:
            oud = self.opstelling.bibliotheek.load(CODE)
            nieuw = replace(oud, inleiding=f"Inleiding {next(self.teller)}.")
            self.opstelling.bibliotheek.samenwerkingen[CODE] = nieuw
        was = self.bord().concept
        self.probeer(lambda: share_concept(self.toolkit, CODE, JAAR, reden=reden))
        gelukt = self.probeer(lambda: compose_concept(self.toolkit, CODE, JAAR))
        nu = self.bord().concept
        assert nu == was or (gelukt and not was.vastgesteld)
        self.codes.append(nu.code)

    @rule()
    def vraag(self) -> None:
        self.probeer(lambda: ask_besluiten(self.toolkit, CODE, JAAR))

    @rule(wie=st.sampled_from(PARTIJEN), plek=st.sampled_from([0, 0, 1]))
    def lees(self, wie: object, plek: int) -> None:
        code, nu = self._code(plek), self.bord().concept.code
        if self.probeer(lambda: record_gelezen(self.toolkit, CODE, JAAR, Lezing(wie.code, code))):
            assert code == nu

    @rule(
        wie=st.sampled_from(ORGANEN),
        reikwijdte=REIKWIJDTEN,
        reden=REDENEN,
        plek=st.sampled_from([0, 0, 0, 0, 1, 2]),
    )
    def besluit(self, wie: tuple[str, str], reikwijdte: Reikwijdte, reden: str, plek: int) -> None:
        code, concept = self._code(plek), self.bord().concept
        deels = (1,) if reikwijdte is Reikwijdte.OP_ONDERDELEN else ()
        besluit = Besluit(*wie, reikwijdte, self.opstelling.klok.dag, code, reden, deels)
        if self.probeer(lambda: record_besluit(self.toolkit, CODE, JAAR, besluit)):
            assert code == concept.code
            assert not concept.vastgesteld

    @rule(wie=st.sampled_from(ORGANEN), toon=st.booleans())
    def neem_over(self, wie: tuple[str, str], toon: bool) -> None:
        op = None if toon else self.opstelling.klok.dag
        overname = Overname(*wie, op)
        self.probeer(lambda: take_over_besluit(self.toolkit, CODE, JAAR, overname))

    @rule(reden=st.sampled_from(["", "", "", "Daarom."]))
    def stel_vast(self, reden: str) -> None:
        compleet, was = self.bord().heeft_besluiten, self.bord().concept
        if self.probeer(lambda: adopt_jaarschijf(self.toolkit, CODE, JAAR, reden=reden)):
            assert compleet or reden or was.vastgesteld
            assert self.bord().concept.vastgesteld

    @rule()
    def open(self) -> None:
        self.probeer(lambda: open_ondertekening(self.toolkit, CODE, JAAR))

    @rule(
        wie=st.sampled_from([*PLEKKEN, *PLEKKEN, *WAARNEMERS]),
        reikwijdte=REIKWIJDTEN,
        reden=REDENEN,
        plek=st.sampled_from([0, 0, 0, 0, 1, 2]),
        route=st.sampled_from(Route),
    )
    def teken(
        self,
        wie: tuple[str, str],
        reikwijdte: Reikwijdte,
        reden: str,
        plek: int,
        route: Route,
    ) -> None:
        code, concept = self._code(plek), self.bord().concept
        dag = self.opstelling.klok.dag
        bewijs = "" if route is Route.GEMELD else "0f" * 32
        teken = Handtekening(*wie, reikwijdte, dag, code, reden, route, bewijs)
        if self.probeer(lambda: record_handtekening(self.toolkit, CODE, JAAR, teken)):
            assert (code, True) == (concept.code, concept.vastgesteld)
            if bewijs and reikwijdte is not Reikwijdte.NIET:
                self._keep(concept, *wie)

    @rule(wie=st.sampled_from(PLEKKEN), route=st.sampled_from(Route))
    def teken_gewoon(self, wie: tuple[str, str], route: Route) -> None:
        self.teken(wie, Reikwijdte.GEHEEL, "", 0, route)

    @rule()
    def besluit_iedereen(self) -> None:
        for wie in ORGANEN:
            self.besluit(wie, Reikwijdte.GEHEEL, "", 0)

    @rule()
    def teken_iedereen(self) -> None:
        for wie in PLEKKEN:
            self.teken(wie, Reikwijdte.GEHEEL, "", 0, Route.GEMELD)

    def _keep(self, concept: Concept, partij: str, functie: str) -> None:
        """Write down that a signature with evidence is there, which nobody can strike out."""
        self.vast[concept.versie, partij, functie.removeprefix("waarnemer van ")] = concept.code

    @rule(
        wie=st.sampled_from(PLEKKEN),
        dagen=st.sampled_from([-1, 0, 30, 30, 30]),
        neemt_waar=st.booleans(),
    )
    def geef_mandaat(self, wie: tuple[str, str], dagen: int, neemt_waar: bool) -> None:
        (partij, functie), dag = wie, self.opstelling.klok.dag
        eigen = (f"waarnemer van {functie}", functie) if neemt_waar else (functie, "")
        mandaat = Mandaat(
            partij=partij,
            functie=eigen[0],
            vervangt=eigen[1],
            soort=Mandaatsoort.EIGENSTANDIG,
            van=dag,
            tot_en_met=dag.add(days=dagen),
            bewijs="",
            op=dag,
        )
        self.probeer(lambda: record_mandaat(self.toolkit, CODE, JAAR, mandaat, b"besluit"))

    @rule(reden=REDENEN)
    def sluit(self, reden: str) -> None:
        grond = Sluitgrond("secretaris", reden)
        self.probeer(lambda: close_ondertekening(self.toolkit, CODE, JAAR, grond))

    @rule(kans=st.integers(0, 9), reden=REDENEN)
    def verzend(self, kans: int, reden: str) -> None:
        if not kans:
            self.probeer(lambda: register_verzending(self.toolkit, CODE, JAAR, reden=reden))

    @rule(
        door=st.sampled_from([*["coördinator", "secretaris"] * 2, "Coördinator ", ""]),
        reden=REDENEN,
    )
    def trek_in(self, door: str, reden: str) -> None:
        ervoor = self.bord()
        wie = Intrekking(door, reden)
        if self.probeer(lambda: withdraw_vaststelling(self.toolkit, CODE, JAAR, wie)):
            is_weg = self.bord().concept != ervoor.concept
            assert is_weg == (ervoor.intrekverzoek is not None)
            if is_weg:
                self.ingetrokken.add(ervoor.concept.versie)

    @rule(kans=st.integers(0, 7), wie=st.sampled_from(PARTIJEN), reden=REDENEN)
    def vertrek(self, kans: int, wie: object, reden: str) -> None:
        if not kans:
            vertrek = Vertrek(wie.code, reden, b"brief")
            self.probeer(lambda: withdraw_partij(self.toolkit, CODE, JAAR, vertrek))

    @rule()
    def wacht(self) -> None:
        self.opstelling.klok.dag = self.opstelling.klok.dag.add(days=1)

    @invariant()
    def no_promise_is_broken(self) -> None:
        bord = self.bord()
        self.what_is_signed_is_the_frozen_version_that_counts(bord)
        self.signed_means_that_everybody_who_must_sign_did(bord)
        self.who_may_sign_has_a_frozen_text_before_him(bord)
        self.agreed_means_that_every_orgaan_agreed_to_this_content(bord)
        self.a_signature_with_evidence_stays(bord)

    def what_is_signed_is_the_frozen_version_that_counts(self, bord: Aftekenbord) -> None:
        for plek in bord.plekken:
            if plek.handtekening:
                eigen = (plek.handtekening.code, plek.handtekening.versie)
                assert eigen == (bord.concept.code, bord.concept.versie)
                assert bord.concept.vastgesteld
                assert plek.handtekening.versie not in self.ingetrokken

    def signed_means_that_everybody_who_must_sign_did(self, bord: Aftekenbord) -> None:
        for rij in bord.rijen:
            getekend = [plek.is_getekend for plek in rij.plekken]
            if rij.staat is Aftekenstaat.GETEKEND:
                assert all(getekend)
            if rij.staat is Aftekenstaat.DEELS_GETEKEND:
                assert any(getekend)
                assert not all(getekend)

    def who_may_sign_has_a_frozen_text_before_him(self, bord: Aftekenbord) -> None:
        for rij in bord.rijen:
            assert rij.staat is not Aftekenstaat.VERVALLEN
            assert bord.concept.vastgesteld or rij.staat not in BEVROREN

    def agreed_means_that_every_orgaan_agreed_to_this_content(self, bord: Aftekenbord) -> None:
        for rij in bord.rijen:
            if rij.staat is Aftekenstaat.AKKOORD:
                assert {b.besluit.code for b in rij.besluiten if b.besluit} == {bord.concept.code}
                assert not rij.open_besluiten

    def a_signature_with_evidence_stays(self, bord: Aftekenbord) -> None:
        for (versie, partij, functie), code in self.vast.items():
            if versie == bord.concept.versie:
                plek = next(p for p in bord.rij(partij).plekken if p.functie == functie)
                assert plek.is_getekend
                assert plek.heeft_bewijs
                assert plek.handtekening is not None
                assert plek.handtekening.code == code
