"""The world: a clock that may be wrong, a real database, and a post that remembers."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pendulum
from sqlalchemy import Engine, text

from cycle import klok
from cycle.domain.bericht import Bericht, Berichtsoort, Berichttekst
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.domain.errors import JaarschijfError
from cycle.domain.kalender import IsWerkdag
from cycle.dossier import ZipPakket
from cycle.library import MapBibliotheek
from cycle.services.opslagport import Store
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.ports import Bibliotheek, Toolkit
from cycle.store import open_store
from cycle.store.opslag import SqlStore
from cycle.store.verbinding import begin, open_engine
from tests.fakes import (
    FakeAgenda,
    FakeBestanden,
    FakeBinding,
    FakeFormulieren,
    FakePdf,
    FakeStandpagina,
    FakeTekenaar,
    FakeTekstverwerker,
    FakeThemapagina,
    FakeUitgifte,
    FakeZegel,
)
from tests.geheugenstore import GeheugenStore, GeheugenTransactie
from workflows import stages
from workflows.dagelijks import list_lopende, run_dag, run_ronde

SKELET = Path(__file__).resolve().parents[3] / "templates" / "samenwerking"
NEDERLAND = ZoneInfo("Europe/Amsterdam")
SLEUTELS = text(
    "SELECT h.sleutel FROM herinnering h JOIN bericht b ON h.bericht_id = b.id "
    "JOIN cyclus c ON b.cyclus_id = c.id "
    "WHERE b.sleutel = :sleutel AND c.samenwerking = :samenwerking AND c.jaar = :jaar"
)


class PostUit(JaarschijfError):
    """The mail server is away."""


class VlugGeheugen(GeheugenStore):
    """The store in memory, without the copy that undoes a failed transaction.

    In these years an error ends the play.
    """

    @contextmanager
    def transaction(self) -> Iterator[GeheugenTransactie]:
        yield GeheugenTransactie(self.dossiers, self.tijdstip, self.agendanamen)


class GelezenBibliotheek:
    """The real library, in which each answer is remembered: this content never changes."""

    def __init__(self, echt: MapBibliotheek) -> None:
        """Remember what it says."""
        self._echt = echt
        self._werkdag = cache(echt.is_werkdag())
        self.load = cache(echt.load)
        self.kenmerk = cache(echt.kenmerk)
        self.schoolvakanties = cache(echt.schoolvakanties)
        self.regelprofielen = cache(echt.regelprofielen)

    def is_werkdag(self) -> IsWerkdag:
        return self._werkdag

    def __getattr__(self, naam: str) -> object:
        return getattr(self._echt, naam)


class JsonTeksten:
    """A mail whose text is its fields, so that the oracle can read what it names."""

    def write(self, soort: str, velden: Mapping[str, object]) -> Berichttekst:
        # the head of the audit holds chance and the moment: no two worlds have the same
        gewoon = {naam: waarde for naam, waarde in velden.items() if naam != "audit_anker"}
        return Berichttekst(soort, json.dumps({"mail": soort, **gewoon}, default=str))


@dataclass(frozen=True)
class Stuk:
    """One mail that left: on which real day, on which day by the clock."""

    echt: date
    dag: date
    samenwerking: str
    jaar: int
    bericht: Bericht

    @property
    def is_herinnering(self) -> bool:
        """Return whether it is a reminder or digest."""
        return self.bericht.soort is Berichtsoort.HERINNERING


@dataclass
class Wereld:
    """One programme that runs: its clock, post and database. It fills the port `Postkamer`.

    `nu` is the real moment, `fout` how far its clock is wrong.
    """

    map_: Path
    content: Path
    nu: pendulum.DateTime
    is_rustig: bool = True
    is_geheugen: bool = False
    fout: timedelta = timedelta()
    is_post_uit: bool = False
    bezorgd: list[Stuk] = field(default_factory=list)
    rondes: int = 0
    bekeken: int = 0

    def __post_init__(self) -> None:
        """Open the store; only documents and pages are stand-ins."""
        self.store: Store = VlugGeheugen(tijdstip=self.tijdstip)
        if not self.is_geheugen:
            self.store = open_store(self.adres, self.tijdstip)
        self.toolkit = Toolkit(
            klok=klok.SysteemKlok(),
            bibliotheek=cast(Bibliotheek, GelezenBibliotheek(MapBibliotheek(self.content, SKELET))),
            store=self.store,
            bestanden=FakeBestanden(),
            formulieren=FakeFormulieren(),
            tekstverwerker=FakeTekstverwerker(),
            pdf=FakePdf(),
            agenda=FakeAgenda(),
            standpagina=FakeStandpagina(),
            tekenaar=FakeTekenaar(),
            themapagina=FakeThemapagina(),
            berichtteksten=JsonTeksten(),
            postkamer=self,
            uitgifte=FakeUitgifte(),
            zegel=FakeZegel(),
            binding=FakeBinding(),
            pakket=ZipPakket(),
        )

    @cached_property
    def _engine(self) -> Engine:
        """Return a connection of our own, to look in the database from outside."""
        return open_engine(self.adres, 30)

    @property
    def adres(self) -> str:
        """Return the address of the database."""
        return f"sqlite:///{self.map_ / 'stand.db'}"

    def tijdstip(self) -> pendulum.DateTime:
        """Return the moment that the clock of the machine tells."""
        return self.nu + self.fout

    @property
    def dag(self) -> date:
        """Return the day by that clock, as people in the Netherlands read it."""
        return self.tijdstip().astimezone(NEDERLAND).date()

    def is_herhaalbaar(self) -> bool:
        return False

    @contextmanager
    def open(self) -> Iterator["Wereld"]:
        yield self

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        if self.is_post_uit:
            raise PostUit("De mailserver is weg.")
        echt = self.nu.astimezone(NEDERLAND).date()
        self.bezorgd.append(Stuk(echt, self.dag, samenwerking, jaar, bericht))
        return Bezorging(Uitslag.AANGENOMEN, "Aangenomen.", "250 OK")

    def sleutels(self, stuk: Stuk) -> frozenset[str]:
        """Return the business keys that a mail settles, as the database has them."""
        if isinstance(self.store, VlugGeheugen):
            over = self.store.dossiers[stuk.samenwerking, stuk.jaar].herinneringen
            return frozenset(s for s, b in over.items() if b == stuk.bericht.sleutel)
        waar = {"samenwerking": stuk.samenwerking, "jaar": stuk.jaar}
        with begin(self._engine) as verbinding:
            vraag = verbinding.execute(SLEUTELS, waar | {"sleutel": stuk.bericht.sleutel})
            return frozenset(vraag.scalars())

    def ronde(self) -> list[Stuk]:
        """Return the mails of one daily run."""
        begin = len(self.bezorgd)
        self.rondes += 1
        if self.is_rustig:
            ronde = run_ronde(self.toolkit)
            self.bekeken += len(ronde.verslagen)
            if ronde.fouten:
                raise AssertionError(f"{self.dag}: {ronde.fouten}")
        else:
            lopend = list_lopende(self.toolkit, voorbeeld=False)
            plan_herinneringen(self.toolkit, lopend)
            for cyclus in lopend:
                run_dag(self.toolkit, cyclus.samenwerking, cyclus.jaar)
            self.bekeken += len(lopend)
        return self.bezorgd[begin:]

    @contextmanager
    def loopt(self) -> Iterator[None]:
        """Let the clock of the programme be ours for a while."""
        echt, klok.tijdstip = klok.tijdstip, self.tijdstip
        bladen, stages.publish_overzichten = stages.publish_overzichten, _no_bladen
        try:
            yield
        finally:
            klok.tijdstip, stages.publish_overzichten = echt, bladen
            if not self.is_geheugen:
                self._engine.dispose()
                cast(SqlStore, self.store).close()


def _no_bladen(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[str, ...]:
    """Stand in for the status page and calendar files, which no mail depends on."""
    return ()
