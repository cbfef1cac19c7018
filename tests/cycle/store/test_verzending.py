"""Messages on their way out: each in one hand, and nothing forgotten after a kill."""

import pendulum
import pytest

from cycle.domain.bericht import Bericht, Berichtstaat, Postbericht
from cycle.domain.bezorging import Afloop
from cycle.domain.cyclus import Cyclus
from cycle.services.opslagport import Store
from tests.cycle.store.builders import DAG, Wijzer, een_bericht, gestart

SOORTEN = ("sqlite", "postgresql", "fake")
VERZONDEN = Afloop(Berichtstaat.VERZONDEN, 1, "Aangenomen.", "250 OK")


@pytest.fixture
def cyclus(store: Store) -> Cyclus:
    """Return a started cyclus with two messages."""
    cyclus = gestart(store)
    with store.transaction() as tx:
        for sleutel in ("een", "twee"):
            tx.plan_bericht(cyclus, een_bericht(sleutel))
    return cyclus


def _claim(store: Store, cyclus: Cyclus, dag: pendulum.Date = DAG) -> Postbericht | None:
    with store.transaction() as tx:
        return tx.claim_bericht(cyclus, dag)


def _take(store: Store, cyclus: Cyclus) -> Postbericht:
    post = _claim(store, cyclus)
    assert post is not None
    return post


def _settle(store: Store, cyclus: Cyclus, post: Postbericht, afloop: Afloop) -> bool:
    with store.transaction() as tx:
        return tx.settle_bericht(cyclus, post, afloop, DAG)


def _post(store: Store, cyclus: Cyclus) -> dict[str, Postbericht]:
    with store.transaction() as tx:
        return {p.bericht.sleutel: p for p in tx.post(cyclus)}


def test_each_message_is_claimed_once_and_oldest_first(store: Store, cyclus: Cyclus) -> None:
    genomen = [_claim(store, cyclus) for _ in range(3)]

    assert [p and p.bericht.sleutel for p in genomen] == ["een", "twee", None]
    assert [(p.staat, p.pogingen) for p in genomen if p] == [(Berichtstaat.BEZIG, 1)] * 2


def test_messages_of_another_cyclus_are_left_alone(store: Store, cyclus: Cyclus) -> None:
    assert _claim(store, gestart(store, "hogeland")) is None


def test_a_message_is_not_sent_before_its_day(store: Store) -> None:
    cyclus = gestart(store)
    later = Bericht("later", "a@b.example", "", "", DAG.add(days=1))
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, later)

    assert _claim(store, cyclus) is None
    assert _claim(store, cyclus, DAG.add(days=1)) is not None


def test_what_was_sent_keeps_its_day_and_the_words_of_the_server(
    store: Store, cyclus: Cyclus
) -> None:
    assert _settle(store, cyclus, _take(store, cyclus), VERZONDEN)

    post = _post(store, cyclus)["een"]
    assert (post.staat, post.verzonden_op) == (Berichtstaat.VERZONDEN, DAG)
    assert (post.antwoord, post.code) == ("Aangenomen.", "250 OK")
    with store.transaction() as tx:
        assert [b.sleutel for b in tx.berichten(cyclus, verzonden=True)] == ["een"]
        assert [b.sleutel for b in tx.berichten(cyclus, verzonden=False)] == ["twee"]


def test_a_message_that_was_put_off_waits_out_its_pause(
    store: Store, wijzer: Wijzer, cyclus: Cyclus
) -> None:
    uitgesteld = Afloop(Berichtstaat.GEPLAND, 1, "Nu niet.", "451 later", pauze=5)
    _settle(store, cyclus, _take(store, cyclus), uitgesteld)
    _settle(store, cyclus, _take(store, cyclus), VERZONDEN)

    assert _claim(store, cyclus) is None
    wijzer.nu = wijzer.nu.add(minutes=5)
    opnieuw = _take(store, cyclus)

    assert (opnieuw.bericht.sleutel, opnieuw.pogingen) == ("een", 2)


def test_a_message_is_given_up_when_its_lease_is_over(
    store: Store, wijzer: Wijzer, cyclus: Cyclus
) -> None:
    post = _take(store, cyclus)

    with store.transaction() as tx:
        assert tx.list_afgebroken(cyclus) == ()
    wijzer.nu = wijzer.nu.add(minutes=15)

    with store.transaction() as tx:
        assert tx.list_afgebroken(cyclus) == (post,)


def test_a_late_sender_may_still_say_that_an_uncertain_message_was_sent(
    store: Store, cyclus: Cyclus
) -> None:
    post = _take(store, cyclus)
    _settle(store, cyclus, post, Afloop(Berichtstaat.ONZEKER, 1, "Gestopt."))

    assert _settle(store, cyclus, post, VERZONDEN)

    assert _post(store, cyclus)["een"].staat is Berichtstaat.VERZONDEN


def test_a_late_sender_has_no_say_over_a_message_in_other_hands(
    store: Store, cyclus: Cyclus
) -> None:
    laat = _take(store, cyclus)
    _settle(store, cyclus, laat, Afloop(Berichtstaat.GEPLAND, 1, "Gestopt."))
    assert not _settle(store, cyclus, laat, VERZONDEN)
    nieuw = _take(store, cyclus)

    assert not _settle(store, cyclus, laat, Afloop(Berichtstaat.MISLUKT, 1, "Nee."))
    assert _settle(store, cyclus, nieuw, VERZONDEN)
    assert _post(store, cyclus)["een"].staat is Berichtstaat.VERZONDEN
