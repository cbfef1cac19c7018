"""A command that asks a worker waits for what becomes of it, also when the worker is killed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from prefect.client.schemas.objects import FlowRun
from prefect.states import Completed, Crashed, Pending, Running, State

from cycle.domain.errors import JaarschijfError
from workflows.dienst import vraag

NUMMER = uuid4()


def _run(stand: State) -> FlowRun:
    return FlowRun(id=NUMMER, flow_id=uuid4(), state=stand)


@dataclass
class Server:
    """Answers with these states in order; the last one stays."""

    standen: list[State]
    gekeken: int = 0
    meldingen: list[dict[str, str]] = field(default_factory=lambda: [{"melding": "Klaar."}])

    @contextmanager
    def open(self, *, sync_client: bool) -> Iterator["Server"]:
        assert sync_client
        yield self

    def read_flow_run(self, nummer: UUID) -> FlowRun:
        assert nummer == NUMMER
        stand = self.standen[min(self.gekeken, len(self.standen) - 1)]
        self.gekeken += 1
        return _run(stand)

    def read_artifacts(self, **_filter: object) -> list[SimpleNamespace]:
        return [SimpleNamespace(key="meldingen-concept", data=json.dumps(self.meldingen))]


def _ask(monkeypatch: pytest.MonkeyPatch, server: Server) -> tuple[str, ...]:
    monkeypatch.setattr(vraag, "get_client", server.open)
    monkeypatch.setattr(vraag, "run_deployment", lambda *_, **__: _run(Crashed()))
    monkeypatch.setattr(vraag, "time", SimpleNamespace(sleep=lambda _: None))
    return vraag.ask_werker("concept", "dorp", 2024, reden="", vandaag=None)


def test_a_step_that_was_cut_off_and_taken_up_again_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = Server([Crashed(), Pending(), Running(), Completed()])

    assert _ask(monkeypatch, server) == ("Klaar.",)


def test_a_step_may_be_cut_off_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server([Running(), Crashed(), Crashed(), Pending(), Running(), Completed()])

    assert _ask(monkeypatch, server) == ("Klaar.",)


def test_a_step_that_nobody_takes_up_again_is_told_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = Server([Crashed()], meldingen=[])

    with pytest.raises(JaarschijfError, match="De stap is niet gelukt"):
        _ask(monkeypatch, server)

    assert server.gekeken == 60
