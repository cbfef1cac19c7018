"""A sender in a process of its own: ``python -m tests.cycle.store.versturen``.

It sends what stands ready. Given a moment, it stops there and says "klaar", and waits until
it is killed.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

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


def _wait() -> None:
    """Tell the test that we are there, and stay until it ends us."""
    sys.stdout.write("klaar\n")
    sys.stdout.flush()
    time.sleep(60)


@dataclass
class WachtendePostkamer:
    """The real post, that stops just before or just after a mail leaves."""

    echt: SmtpPostkamer
    moment: str

    def is_herhaalbaar(self) -> bool:
        return self.echt.is_herhaalbaar()

    @contextmanager
    def open(self) -> Iterator[Bezorger]:
        with self.echt.open() as bezorger:
            yield WachtendeBezorger(bezorger, self.moment)


@dataclass
class WachtendeBezorger:
    echt: SmtpBezorger
    moment: str

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        if self.moment == "voor":
            _wait()
        bezorging = self.echt.deliver(samenwerking, jaar, bericht)
        if self.moment == "na":
            _wait()
        return bezorging


def _stop_before_commit() -> None:
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
        _wait()
        return uit

    SqlCyclusStore.settle_bericht = settle_bericht  # type: ignore[method-assign]


def main(adres: str, poort: str, moment: str, nu: str) -> None:
    toolkit = make_toolkit(adres, int(poort), pendulum.instance(pendulum.datetime(*_delen(nu))))
    if moment == "vastleggen":
        _stop_before_commit()
    elif moment:
        assert isinstance(toolkit.postkamer, SmtpPostkamer)
        toolkit = replace(toolkit, postkamer=WachtendePostkamer(toolkit.postkamer, moment))
    send_berichten(toolkit, "hoogeveen", 2024)


def _delen(nu: str) -> tuple[int, ...]:
    """Return year, month, day, hour and minute."""
    return tuple(map(int, nu.split(",")))


if __name__ == "__main__":
    main(*sys.argv[1:])
