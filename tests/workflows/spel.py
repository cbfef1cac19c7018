"""Plays events without Prefect, and kills the process at any call it makes to the outside."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from cycle.domain.bericht import Bericht
from cycle.domain.bezorging import Bezorging
from cycle.services.opslagport import CyclusStore, Store
from cycle.services.ports import Bezorger, Postkamer, Toolkit
from tests.cycle.services.builders import CODE, JAAR
from tests.fakes import Opstelling
from workflows.dagelijks import run_ronde
from workflows.gebeurtenis import Gebeurtenis
from workflows.stages import find_stap, run_stap


class Uitval(BaseException):
    """The process is gone: nothing may catch this and go on."""


@dataclass
class Teller:
    """Counts the calls to all ports, and ends the process at call number `fataal`."""

    fataal: int = 0
    stand: int = 0

    def tik(self) -> None:
        self.stand += 1
        if self.stand == self.fataal:
            raise Uitval


class Gevolgd:
    """A port of which every call is counted before it is done."""

    def __init__(self, poort: object, teller: Teller) -> None:
        self._poort = poort
        self._teller = teller

    def __getattr__(self, naam: str) -> Callable[..., object]:
        echt = getattr(self._poort, naam)

        def roep(*args: object, **kwargs: object) -> object:
            self._teller.tik()
            return echt(*args, **kwargs)

        return roep


class GevolgdeStore(Gevolgd):
    """A store that can also fail inside a transaction and just before it is kept."""

    @contextmanager
    def transaction(self) -> Iterator[CyclusStore]:
        self._teller.tik()
        with cast(Store, self._poort).transaction() as tx:
            yield cast(CyclusStore, Gevolgd(tx, self._teller))
            self._teller.tik()


class GevolgdePostkamer(Gevolgd):
    """A post of which each message is counted too, before and after it is handed over."""

    @contextmanager
    def open(self) -> Iterator[Bezorger]:
        self._teller.tik()
        with cast(Postkamer, self._poort).open() as bezorger:
            yield cast(Bezorger, GevolgdeBezorger(bezorger, self._teller))


class GevolgdeBezorger(Gevolgd):
    """Hands over, and can fail just after it."""

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        self._teller.tik()
        bezorging = cast(Bezorger, self._poort).deliver(samenwerking, jaar, bericht)
        self._teller.tik()
        return bezorging


def volg(toolkit: Toolkit, teller: Teller) -> Toolkit:
    """Return the toolkit with every port counted."""
    poorten: dict[str, Any] = {
        veld.name: Gevolgd(getattr(toolkit, veld.name), teller) for veld in fields(toolkit)
    }
    poorten["store"] = GevolgdeStore(toolkit.store, teller)
    poorten["postkamer"] = GevolgdePostkamer(toolkit.postkamer, teller)
    return replace(toolkit, **poorten)


def speel(opstelling: Opstelling, gebeurtenis: Gebeurtenis, teller: Teller | None = None) -> None:
    """Do one event on its day, as the demo does it."""
    opstelling.klok.dag = gebeurtenis.dag
    toolkit = volg(opstelling.toolkit, teller) if teller else opstelling.toolkit
    if gebeurtenis.is_over(opstelling.toolkit):
        return
    try:
        _doe(toolkit, gebeurtenis)
    except Uitval:
        opstelling.store.end_zenders()
        raise


def _doe(toolkit: Toolkit, gebeurtenis: Gebeurtenis) -> None:
    """Do what the event says."""
    if gebeurtenis.actie:
        gebeurtenis.actie(toolkit)
    elif gebeurtenis.stap == "dagelijks":
        for fout in run_ronde(toolkit, voorbeeld=True).fouten.values():
            raise fout
    else:
        run_stap(toolkit, find_stap(gebeurtenis.stap), CODE, JAAR)
