"""The whole way of a mail, with a real database, a real mail server and real processes.

What must hold whatever happens: nothing is lost, no reminder goes out twice, and every mail
of which nobody knows is uncertain for all to see.
"""

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pendulum
import pytest

from cycle.domain.bericht import Berichtsoort, Berichtstaat, Postbericht
from cycle.domain.postverslag import Postverslag
from cycle.notify.mailbericht import make_code
from cycle.services.send_berichten import send_berichten
from cycle.store.opslag import SqlStore
from tests.cycle.store import versturen
from tests.cycle.store.builders import DAG, een_bericht, een_cyclus, gestart
from tests.mailserver import OK, WEG, Mailserver, running_mailserver

NU = pendulum.datetime(2023, 9, 12, 12, tz="UTC")

VERTAKKER = multiprocessing.get_context("forkserver")
"""Starts processes that have loaded everything already: they share nothing else."""

VERTAKKER.set_forkserver_preload([versturen.__name__])


@dataclass
class Zender:
    """Another process that sends, and what it says."""

    proces: BaseProcess
    mond: Connection

    def wait_klaar(self) -> None:
        """Wait until it stands still where the test wants it."""
        assert self.mond.recv() == versturen.KLAAR

    def kill(self) -> None:
        """End it without a warning, and wait until it is dead."""
        self.proces.kill()  # signal 9
        self.proces.join()

    def wait(self) -> int | None:
        """Return with which code it ended by itself."""
        self.proces.join(timeout=60)
        return self.proces.exitcode


Start = Callable[..., Zender]


@pytest.fixture
def server() -> Iterator[Mailserver]:
    with running_mailserver() as server:
        yield server


@pytest.fixture
def start(adres: str, server: Mailserver) -> Iterator[Start]:
    """Yield a function that starts another sender; all are ended after the test."""
    lopend: list[Zender] = []

    def begin(moment: str = "", nu: pendulum.DateTime = NU) -> Zender:
        mond, oor = VERTAKKER.Pipe()
        woorden = (adres, server.poort, moment, nu.isoformat(), oor)
        zender = Zender(VERTAKKER.Process(target=versturen.main, args=woorden), mond)
        zender.proces.start()
        oor.close()
        lopend.append(zender)
        return zender

    yield begin
    for zender in lopend:
        zender.kill()
        zender.mond.close()


def _plan(store: SqlStore, soort: Berichtsoort, *sleutels: str) -> None:
    """Put messages in the outbox, each to an address with its own name."""
    with store.transaction() as tx:
        for sleutel in sleutels:
            bericht = replace(een_bericht(sleutel), aan=f"{sleutel}@partij.example", soort=soort)
            tx.plan_bericht(een_cyclus(), bericht)


def _send(adres: str, server: Mailserver, nu: pendulum.DateTime = NU) -> Postverslag:
    """Send what stands ready in this process."""
    return send_berichten(versturen.make_toolkit(adres, server.poort, nu), "hoogeveen", 2024)


def _post(store: SqlStore) -> dict[str, Postbericht]:
    with store.transaction() as tx:
        return {p.bericht.sleutel: p for p in tx.post(een_cyclus())}


@pytest.mark.parametrize(
    ("moment", "berichtsoort", "staat", "aangekomen"),
    [
        ("voor", Berichtsoort.HERINNERING, Berichtstaat.ONZEKER, 0),
        ("na", Berichtsoort.HERINNERING, Berichtstaat.ONZEKER, 1),
        ("vastleggen", Berichtsoort.HERINNERING, Berichtstaat.ONZEKER, 1),
        ("voor", Berichtsoort.UITNODIGING, Berichtstaat.VERZONDEN, 1),
        ("na", Berichtsoort.UITNODIGING, Berichtstaat.VERZONDEN, 2),
        ("vastleggen", Berichtsoort.UITNODIGING, Berichtstaat.VERZONDEN, 2),
    ],
)
def test_a_sender_that_is_killed_never_repeats_a_reminder_and_never_loses_an_invitation(
    adres: str,
    store: SqlStore,
    server: Mailserver,
    start: Start,
    moment: str,
    berichtsoort: Berichtsoort,
    staat: Berichtstaat,
    aangekomen: int,
) -> None:
    gestart(store)
    _plan(store, berichtsoort, "eerste")
    _plan(store, Berichtsoort.HERINNERING, "tweede")
    ander = start(moment)
    ander.wait_klaar()

    ander.kill()
    for _ in range(3):
        _send(adres, server)

    post = _post(store)
    per_adres = Counter(adres for adres, _ in server.ontvangen)
    assert (post["eerste"].staat, post["tweede"].staat) == (staat, Berichtstaat.VERZONDEN)
    assert (per_adres["eerste@partij.example"], per_adres["tweede@partij.example"]) == (
        aangekomen,
        1,
    )
    assert len(set(server.kenmerken)) == len(per_adres)  # what came twice has one Message-ID


def test_a_living_sender_keeps_its_message(
    adres: str, store: SqlStore, server: Mailserver, start: Start
) -> None:
    gestart(store)
    _plan(store, Berichtsoort.HERINNERING, "eerste", "tweede")
    ander = start("voor")
    ander.wait_klaar()

    verslag = _send(adres, server)

    assert verslag == Postverslag(verzonden=("tweede",))
    assert _post(store)["eerste"].staat is Berichtstaat.BEZIG


def test_refusals_for_now_and_for_good_end_as_they_should(
    adres: str, store: SqlStore, server: Mailserver
) -> None:
    gestart(store)
    _plan(store, Berichtsoort.HERINNERING, "grijs", "weg", "nooit", "goed")
    pogingen: Counter[str] = Counter()

    def rcpt(naar: str) -> str:
        pogingen[naar] += 1
        if naar.startswith("nooit"):
            return "550 5.1.1 no such user"
        if naar.startswith("grijs") and pogingen[naar] == 1:
            return "451 4.7.1 greylisted"
        # a connection that was open already is made anew once, so it must break twice
        return WEG if naar.startswith("weg") and pogingen[naar] <= 2 else OK

    server.rcpt = rcpt

    nu = _send(adres, server)
    later = _send(adres, server, NU.add(minutes=5))

    assert nu == Postverslag(verzonden=("goed",), uitgesteld=("grijs", "weg"), mislukt=("nooit",))
    assert later == Postverslag(verzonden=("grijs", "weg"))
    assert _post(store)["nooit"].code == "550 5.1.1 no such user"
    assert len(server.ontvangen) == 3


HERINNERINGEN = [f"herinnering-{n}" for n in range(60)]
UITNODIGINGEN = [f"uitnodiging-{n}" for n in range(20)]
FOUT, STIL = "herinnering-7@partij.example", "herinnering-13@partij.example"


def test_four_senders_at_once_lose_nothing_and_repeat_no_reminder(
    adres: str, store: SqlStore, server: Mailserver, start: Start
) -> None:
    gestart(store)
    _plan(store, Berichtsoort.HERINNERING, *HERINNERINGEN)
    _plan(store, Berichtsoort.UITNODIGING, *UITNODIGINGEN)
    pogingen: Counter[str] = Counter()

    def rcpt(naar: str) -> str:
        pogingen[naar] += 1
        if naar == FOUT:
            return "550 5.1.1 no such user"
        nummer = int(naar.partition("@")[0].rpartition("-")[2])
        return "451 4.3.2 later" if nummer % 3 == 0 and pogingen[naar] == 1 else OK

    server.rcpt = rcpt
    server.data = lambda naar: WEG if naar == STIL else OK

    for ronde in range(2):
        zenders = [start(nu=NU.add(hours=ronde)) for _ in range(4)]
        genoeg = len(server.ontvangen) + 5
        while len(server.ontvangen) < genoeg and zenders[0].proces.is_alive():
            time.sleep(0.005)
        zenders[0].kill()
        assert [zender.wait() for zender in zenders[1:]] == [0, 0, 0]
    for dag in range(1, 4):
        _send(adres, server, NU.add(days=dag))

    _check_outcome(_post(store), server)


def _check_outcome(post: dict[str, Postbericht], server: Mailserver) -> None:
    """Hold what the outbox says against what the server took."""
    keren = Counter(server.kenmerken)

    def aangekomen(sleutel: str) -> int:
        return keren[f"<{make_code('hoogeveen', 2024, sleutel)[:32]}@gemeente.example>"]

    def van(staat: Berichtstaat) -> set[str]:
        return {sleutel for sleutel, p in post.items() if p.staat is staat}

    assert set(post) == {*HERINNERINGEN, *UITNODIGINGEN}
    assert van(Berichtstaat.GEPLAND) | van(Berichtstaat.BEZIG) == set()
    # a sender can be killed just when it holds the wrong address: then nobody knows of that one
    assert van(Berichtstaat.MISLUKT) <= {"herinnering-7"}
    assert "herinnering-7" in van(Berichtstaat.MISLUKT) | van(Berichtstaat.ONZEKER)
    assert aangekomen("herinnering-7") == 0
    assert "herinnering-13" in van(Berichtstaat.ONZEKER) <= set(HERINNERINGEN)
    assert len(van(Berichtstaat.ONZEKER)) <= 3  # the silent one, and one per killed sender
    assert [s for s in van(Berichtstaat.VERZONDEN) if not aangekomen(s)] == []
    assert [s for s in HERINNERINGEN if aangekomen(s) > 1] == []
    assert {p.verzonden_op for p in post.values()} <= {DAG, None}
