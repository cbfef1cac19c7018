"""The people: a coordinator who takes steps, and partijen who answer early, late or never."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pendulum

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.anker import Documentkenmerk
from cycle.domain.partij import Orgaan
from cycle.domain.reactie import Teruggekomen
from cycle.domain.toets import Toetsmoment
from cycle.domain.voorbeeld import Antwoord, Antwoorden, Standantwoord, Standantwoorden
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.receive_bieding import receive_bieding
from cycle.services.receive_melding import receive_melding
from cycle.services.receive_reacties import Afzender, receive_reacties
from cycle.services.record_besluit import record_besluit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.start_cyclus import start_cyclus
from tests.fakes import FakeFormulieren, een_terugkomst
from tests.workflows.tienjaar.land import Gebied, werp
from tests.workflows.tienjaar.rekenkalender import Telt, termijnen
from tests.workflows.tienjaar.wereld import Wereld
from workflows.stages import find_stap, run_stap

NOOIT, TE_LAAT = 0.12, 0.35
"""Chance that somebody never answers, or else that it is after the deadline."""

REDEN = "Zo is het afgesproken."

STAPPEN = (
    ("kickoff", "kickoff"),
    ("uitvraag", "uitvraag"),
    ("sluiting", "bieding"),
    ("concept", "concept"),
    ("tweede", "concept"),
    ("accordering", "reactie"),
    ("vaststelling", "besluit"),
    ("ondertekening", "besluit"),
    ("verzending", "ondertekening"),
    ("toets_april", "toets_april"),
    ("tripartiet_april", "tripartiet_april"),
    ("toets_september", "toets_september"),
    ("tripartiet_september", "tripartiet_september"),
    ("afronding", "verslag"),
)
"""The steps of a coordinator, each with the day that it is planned around."""


@dataclass(frozen=True)
class Vraag:
    """One thing that is asked of one partij, on the day `sinds` by the clock."""

    gebied: Gebied
    jaar: int
    soort: str
    partij: str
    uiterlijk: date
    sinds: date
    orgaan: str = ""
    kenmerk: str = ""

    @property
    def sleutel(self) -> str:
        """Return how it is named among all cycli."""
        delen = (self.gebied.code, str(self.jaar), self.soort, self.partij)
        return "/".join(d for d in (*delen, self.orgaan, self.kenmerk) if d)


@dataclass
class Loop:
    """One cyclus: the steps that are still to come, and what is open in it."""

    gebied: Gebied
    jaar: int
    stappen: list[tuple[str, date]]
    open: dict[str, Vraag] = field(default_factory=dict)

    def sluit(self, soort: str, kenmerk: str = "") -> None:
        """Take away what nobody waits for any more."""
        self.open = {
            s: v
            for s, v in self.open.items()
            if v.soort != soort or (kenmerk and v.kenmerk != kenmerk)
        }


@dataclass(order=True)
class Daad:
    """What a partij does on its day."""

    dag: date
    sleutel: str
    doe: Callable[[], None] = field(compare=False)


class Spelers:
    """Everybody who does something; chance depends on the seed only, never on the world."""

    def __init__(self, wereld: Wereld, seed: int, telt: Telt, na_stap: Callable[[], None]) -> None:
        """Begin without any cyclus; `na_stap` is called after each step of a coordinator."""
        self.wereld, self.seed, self.telt, self.na_stap = wereld, seed, telt, na_stap
        self.lopen: list[Loop] = []
        self.daden: list[Daad] = []
        self.getekend: set[tuple[str, str]] = set()

    def open(self) -> list[Vraag]:
        """Return everything that is open, over all cycli."""
        return [vraag for loop in self.lopen for vraag in loop.open.values()]

    def begin(self, gebied: Gebied, jaar: int, vandaag: date) -> None:
        """Start a cyclus and draw the days of its steps."""
        start_cyclus(self.wereld.toolkit, gebied.code, jaar)
        dobbel = werp(f"{self.seed}/{gebied.code}/{jaar}")
        dagen, stappen, vorige = termijnen(jaar, self.telt), [], vandaag
        for stap, anker in STAPPEN:
            if stap == "tweede" and dobbel.random() < 0.6:
                continue
            van, tot = dobbel.choice(((-4, 2), (-4, 2), (-4, 2), (1, 8), (1, 8), (9, 25)))
            vorige = max(vorige, dagen[anker] + timedelta(days=dobbel.randint(van, tot)))
            stappen.append((stap, vorige))
            vorige += timedelta(days=dobbel.randint(0, 2))
        self.lopen.append(Loop(gebied, jaar, stappen))

    def doe(self, vandaag: date, *, vroeg: bool) -> None:
        """Do what is planned for this real day, or was held up, before or after the run."""
        nu = [d for d in self.daden if d.dag <= vandaag and self._is_vroeg(d.sleutel) == vroeg]
        self.daden = [d for d in self.daden if d not in nu]
        for daad in sorted(nu):
            daad.doe()
        for loop in self.lopen:
            while loop.stappen and loop.stappen[0][1] <= vandaag:
                stap, _ = loop.stappen[0]
                if self._is_vroeg(f"{loop.gebied.code}/{loop.jaar}/{stap}") != vroeg:
                    break
                loop.stappen.pop(0)
                self._zet(loop, stap, vandaag)
                self.na_stap()
        self.lopen = [loop for loop in self.lopen if loop.stappen]

    def _is_vroeg(self, wat: str) -> bool:
        return werp(f"{self.seed}/vroeg/{wat}").random() < 0.3

    def _zet(self, loop: Loop, stap: str, vandaag: date) -> None:
        """Take one step."""
        wereld, gebied, jaar = self.wereld, loop.gebied, loop.jaar
        if stap == "tweede":
            self._bied(loop, "corporatie", "Toch anders.")
        code = "concept" if stap == "tweede" else stap
        run_stap(wereld.toolkit, find_stap(code), gebied.code, jaar, reden=REDEN)
        self._schrijf_op(loop, stap, vandaag)

    def _schrijf_op(self, loop: Loop, stap: str, vandaag: date) -> None:
        """Write down what is open after a step."""
        dagen = termijnen(loop.jaar, self.telt)
        if stap in ("uitvraag", "ondertekening"):
            soort = {"uitvraag": "bieding"}.get(stap, stap)
            self._vraag(loop, vandaag, soort, dagen[soort])
        elif stap in ("sluiting", "verzending"):
            loop.sluit({"sluiting": "bieding", "verzending": "ondertekening"}[stap])
        elif stap in ("concept", "tweede"):
            loop.sluit("reactie")
            self._vraag(loop, vandaag, "reactie", dagen["reactie"], self._concept(loop)[0])
        elif stap == "accordering":
            loop.sluit("reactie")
            self._vraag_besluiten(loop, vandaag, dagen["besluit"])
        elif stap == "vaststelling":
            loop.sluit("besluit")
        elif stap.startswith("toets_"):
            moment = stap.removeprefix("toets_")
            self._vraag(loop, vandaag, "toets", dagen[f"toets/{moment}"], moment)
        elif stap.startswith("tripartiet_"):
            loop.sluit("toets", stap.removeprefix("tripartiet_"))

    def _concept(self, loop: Loop) -> tuple[str, str]:
        """Return version and code of the concept that counts."""
        with self.wereld.toolkit.store.transaction() as tx:
            concept = require_concept(tx, require_cyclus(tx, loop.gebied.code, loop.jaar))
        return concept.versie, concept.code

    def _vraag(
        self, loop: Loop, vandaag: date, soort: str, uiterlijk: date, kenmerk: str = ""
    ) -> None:
        """Ask the same of every partij."""
        for lid in loop.gebied.leden:
            self._open(
                loop,
                vandaag,
                Vraag(
                    loop.gebied,
                    loop.jaar,
                    soort,
                    lid.code,
                    uiterlijk,
                    self.wereld.dag,
                    kenmerk=kenmerk,
                ),
            )

    def _vraag_besluiten(self, loop: Loop, vandaag: date, uiterlijk: date) -> None:
        """Ask every orgaan for its decision, on its meeting day when that is known."""
        code, jaar, gebied = self._concept(loop)[1], loop.jaar, loop.gebied
        for lid in gebied.leden:
            for orgaan in lid.organen:
                dag = gebied.vergadert.get((jaar, lid.code, orgaan), uiterlijk)
                sinds = self.wereld.dag
                vraag = Vraag(gebied, jaar, "besluit", lid.code, dag, sinds, orgaan, code)
                self._open(loop, vandaag, vraag)

    def _open(self, loop: Loop, vandaag: date, vraag: Vraag) -> None:
        """Note that something is open, and draw on which days it is done."""
        loop.open[vraag.sleutel] = vraag
        dobbel = werp(f"{self.seed}/{vraag.sleutel.replace(vraag.kenmerk or '-', '')}")
        kans = dobbel.random()
        over = (vraag.uiterlijk - vandaag).days
        if kans < NOOIT:
            return
        wachten = max(over, 0) + dobbel.randint(1, 20)
        if kans > TE_LAAT:
            wachten = dobbel.randint(0, max(over, 0))
        tekent = vraag.gebied.lid(vraag.partij).tekent
        delen = tekent if vraag.soort == "ondertekening" else ("",)
        for nummer, deel in enumerate(delen):
            dag = vandaag + timedelta(days=wachten + 2 * nummer)
            self.daden.append(
                Daad(dag, f"{vraag.sleutel}#{deel}", lambda d=deel: self._doe(loop, vraag, d))
            )

    def _doe(self, loop: Loop, vraag: Vraag, deel: str) -> None:
        """Let a partij do what it was asked, when that is still asked."""
        if vraag.sleutel not in loop.open:
            return
        {
            "bieding": lambda: self._bied(loop, vraag.partij, "Wij praten."),
            "reactie": lambda: self._reageer(loop, vraag),
            "besluit": lambda: self._besluit(loop, vraag),
            "ondertekening": lambda: self._teken(loop, vraag, deel),
            "toets": lambda: self._meld(loop, vraag),
        }[vraag.soort]()
        self.getekend.add((vraag.sleutel, deel))
        tekent = vraag.gebied.lid(vraag.partij).tekent
        if not deel or all((vraag.sleutel, wie) in self.getekend for wie in tekent):
            del loop.open[vraag.sleutel]

    def _bied(self, loop: Loop, partij: str, tekst: str) -> None:
        code, jaar = loop.gebied.code, loop.jaar
        leeg = f'{{"samenwerking": "{code}", "jaar": {jaar}, "partij": "{partij}"}}'.encode()
        antwoord = Antwoord("A01-INZET", "ja", "", "", "", tekst)
        werkmap = FakeFormulieren().fill(leeg, Antwoorden(partij, (antwoord,)))
        receive_bieding(self.wereld.toolkit, code, jaar, werkmap, f"{partij}.xlsx")

    def _reageer(self, loop: Loop, vraag: Vraag) -> None:
        code = self._concept(loop)[1]
        naam = f"{loop.gebied.code} {loop.jaar}"
        kenmerk = Documentkenmerk(naam, vraag.kenmerk, code, vraag.partij)
        terug = een_terugkomst(Teruggekomen(kenmerk, ()))
        receive_reacties(
            self.wereld.toolkit,
            terug,
            f"{vraag.partij}.docx",
            Afzender(vraag.partij, loop.gebied.code, loop.jaar),
        )

    def _besluit(self, loop: Loop, vraag: Vraag) -> None:
        besluit = Besluit(
            vraag.partij,
            Orgaan(vraag.orgaan),
            Reikwijdte.GEHEEL,
            self.wereld.toolkit.klok.vandaag(),
            vraag.kenmerk,
        )
        record_besluit(self.wereld.toolkit, loop.gebied.code, loop.jaar, besluit)

    def _teken(self, loop: Loop, vraag: Vraag, functie: str) -> None:
        vandaag: pendulum.Date = self.wereld.toolkit.klok.vandaag()
        code = self._concept(loop)[1]
        teken = Handtekening(vraag.partij, functie, Reikwijdte.GEHEEL, vandaag, code)
        record_handtekening(self.wereld.toolkit, loop.gebied.code, loop.jaar, teken)

    def _meld(self, loop: Loop, vraag: Vraag) -> None:
        toolkit, moment = self.wereld.toolkit, Toetsmoment(vraag.kenmerk)
        with toolkit.store.transaction() as tx:
            stukken = tx.stukken(require_cyclus(tx, loop.gebied.code, loop.jaar))
        wie = (moment.formulier, vraag.partij)
        stuk = next(s for s in stukken if (s.soort, s.partij) == wie)
        antwoord = Standantwoorden(vraag.partij, (Standantwoord("A01-INZET", "loopt", "", ""),))
        werkmap = FakeFormulieren().fill(toolkit.bestanden.get(stuk.sha256), antwoord)
        naam = f"{vraag.kenmerk}-{loop.jaar}-{vraag.partij}.xlsx"
        receive_melding(toolkit, loop.gebied.code, loop.jaar, werkmap, naam)
