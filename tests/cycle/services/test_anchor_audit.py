"""The head of the audit is written down outside the database, at milestones and only then."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cycle.domain.auditanker import read_ankers
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import InvoerError
from cycle.services.anchor_audit import anchor_audit
from cycle.services.check_audit import check_audit
from cycle.services.list_audit import list_audit
from cycle.services.ports import Toolkit
from cycle.store import open_store
from cycle.store.opslag import SqlStore
from tests.cycle.services.builders import een_opstelling
from tests.cycle.store.builders import DAG, Wijzer, een_concept, een_handtekening, gestart
from tests.fakes import FakeUitgifte, FakeZegel


class StilZegel(FakeZegel):
    """A time stamp service that does not answer."""

    def stamp_digest(self, sha256: str) -> bytes | None:
        raise InvoerError("De tijdstempeldienst gaf geen antwoord.")


class ZonderDienst(FakeZegel):
    """No time stamp service at all."""

    def stamp_digest(self, sha256: str) -> bytes | None:
        return None


@pytest.fixture
def uitgifte() -> FakeUitgifte:
    return FakeUitgifte()


@pytest.fixture
def toolkit(tmp_path: Path, uitgifte: FakeUitgifte) -> Toolkit:
    store = open_store(f"sqlite:///{tmp_path / 'jaarschijf.sqlite'}", Wijzer())
    return replace(een_opstelling().toolkit, store=store, uitgifte=uitgifte)


@pytest.fixture
def cyclus(toolkit: Toolkit) -> Cyclus:
    assert isinstance(toolkit.store, SqlStore)
    return gestart(toolkit.store)


def _sign(toolkit: Toolkit, cyclus: Cyclus) -> None:
    with toolkit.store.transaction() as tx:
        tx.add_handtekening(cyclus, een_handtekening())


def test_before_the_text_is_adopted_nothing_asks_for_an_anchor(
    toolkit: Toolkit, cyclus: Cyclus
) -> None:
    with toolkit.store.transaction() as tx:
        tx.add_concept(cyclus, een_concept())
        tx.add_feit(cyclus, "kickoff", DAG, "gehouden")

    assert anchor_audit(toolkit, "hoogeveen", 2024) is None


def test_an_adopted_text_is_anchored_once(toolkit: Toolkit, cyclus: Cyclus) -> None:
    with toolkit.store.transaction() as tx:
        tx.add_concept(cyclus, replace(een_concept("1.0"), vastgesteld=True))

    hoofd = anchor_audit(toolkit, "hoogeveen", 2024)

    assert hoofd is not None
    assert hoofd.volgnummer == 3
    assert anchor_audit(toolkit, "hoogeveen", 2024) is None


def test_a_signature_is_anchored_with_a_time_stamp_beside_the_documents(
    toolkit: Toolkit, cyclus: Cyclus, uitgifte: FakeUitgifte
) -> None:
    _sign(toolkit, cyclus)

    hoofd = anchor_audit(toolkit, "hoogeveen", 2024)

    assert hoofd is not None
    bestand = uitgifte.bestanden["hoogeveen-2024/audit/anker-3.json"]
    assert read_ankers(bestand, "hoogeveen", 2024, "anker-3.json") == (hoofd,)
    token = uitgifte.bestanden["hoogeveen-2024/audit/anker-3.tsr"]
    assert token == b"token " + hoofd.hash.encode()
    velden = list_audit(toolkit, "hoogeveen", 2024)[-1].velden
    assert toolkit.bestanden.get(str(velden["tijdstempel"])) == token
    assert check_audit(toolkit, "hoogeveen", 2024, [hoofd]).is_heel


@pytest.mark.parametrize(
    ("zegel", "waarom"),
    [
        (StilZegel(), "De tijdstempeldienst gaf geen antwoord."),
        (ZonderDienst(), "Er is geen tijdstempeldienst ingesteld."),
    ],
)
def test_without_a_time_stamp_there_is_an_anchor_that_says_why(
    toolkit: Toolkit, cyclus: Cyclus, uitgifte: FakeUitgifte, zegel: FakeZegel, waarom: str
) -> None:
    _sign(toolkit, cyclus)

    assert anchor_audit(replace(toolkit, zegel=zegel), "hoogeveen", 2024)

    bestand = json.loads(uitgifte.bestanden["hoogeveen-2024/audit/anker-3.json"])
    assert bestand["tijdstempel"] == ""
    assert list_audit(toolkit, "hoogeveen", 2024)[-1].velden["waarom"] == waarom


def test_a_cyclus_that_was_not_started_has_no_anchor(toolkit: Toolkit) -> None:
    assert anchor_audit(toolkit, "hoogeveen", 2024) is None
