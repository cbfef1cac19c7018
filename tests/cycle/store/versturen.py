"""A sender in a process of its own.

It sends what stands ready. Given a moment, it stops there and says so, and waits until it is
killed.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection

import pendulum

from cycle.domain.bericht import Bericht, Postbericht
from cycle.domain.bezorging import Afloop, Bezorging
from cycle.domain.cyclus import Cyclus
from cycle.notify.smtp import SmtpBezorger, SmtpPostkamer
from cycle.services.ports import Bezorger, Toolkit
from cycle.services.send_berichten import send_berichten
from cycle.settings import Beveiliging, Settings
from cycle.store import open_store
from cycle.store.opslag import SqlCyclusStore
from tests.cycle.store.builders import DAG, Wijzer
from tests.fakes import een_toolkit

MOMENTEN = ("voor", "na", "vastleggen")
"""Before the mail leaves; after the server took it; before that is committed."""

KLAAR = "klaar"
Wacht = Callable[[], None]
"""Tells the test that we are there, and stays until it ends us."""


def make_toolkit(adres: str, poort: int, nu: pendulum.DateTime) -> Toolkit:
    """Return a toolkit that really stores and really sends."""
    settings = Settings(
        post_host="127.0.0.1",
        post_poort=poort,
        post_beveiliging=Beveiliging.GEEN,
        post_afzender="jaarschijf@gemeente.example",
    )
    return replace(
        een_toolkit(regels=(), dag=DAG).toolkit,
        store=open_store(adres, Wijzer(nu)),
        postkamer=SmtpPostkamer(settings),
    )


@dataclass
class WachtendePostkamer:
    """The real post, that stops just before or just after a mail leaves."""

    echt: SmtpPostkamer
    moment: str
    wacht: Wacht

    def is_herhaalbaar(self) -> bool:
        return self.echt.is_herhaalbaar()

    @contextmanager
    def open(self) -> Iterator[Bezorger]:
        with self.echt.open() as bezorger:
            yield WachtendeBezorger(bezorger, self.moment, self.wacht)


@dataclass
class WachtendeBezorger:
    echt: SmtpBezorger
    moment: str
    wacht: Wacht

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        if self.moment == "voor":
            self.wacht()
        bezorging = self.echt.deliver(samenwerking, jaar, bericht)
        if self.moment == "na":
            self.wacht()
        return bezorging


def _stop_before_commit(wacht: Wacht) -> None:
    """Let a sender stop after it wrote what became of a mail, inside the transaction."""
    schrijf: Callable[..., bool] = SqlCyclusStore.settle_bericht

    def settle_bericht(
        self: SqlCyclusStore,
        cyclus: Cyclus,
        post: Postbericht,
        afloop: Afloop,
        op: pendulum.Date,
    ) -> bool:
        uit = schrijf(self, cyclus, post, afloop, op)
        wacht()
        return uit

    SqlCyclusStore.settle_bericht = settle_bericht  # type: ignore[method-assign]


def main(adres: str, poort: int, moment: str, nu: str, mond: Connection) -> None:
    """Send what stands ready, and stand still at `moment`, having said so in `mond`."""

    def wacht() -> None:
        mond.send(KLAAR)
        time.sleep(60)

    toolkit = make_toolkit(adres, poort, pendulum.instance(datetime.fromisoformat(nu)))
    if moment == "vastleggen":
        _stop_before_commit(wacht)
    elif moment:
        assert isinstance(toolkit.postkamer, SmtpPostkamer)
        postkamer = WachtendePostkamer(toolkit.postkamer, moment, wacht)
        toolkit = replace(toolkit, postkamer=postkamer)
    send_berichten(toolkit, "hoogeveen", 2024)
