"""``jaarschijf dienst``: what is refused before anything starts."""

import socket

import pytest

from tests.workflows.cli.builders import Werkmap
from workflows.dienst import dienst
from workflows.dienst.dienst import DienstStartNiet


def test_an_extra_worker_without_a_server_is_wrong_use(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("dienst", "--werker")

    assert antwoord.exit_code == 2
    assert "Zet het adres in PREFECT_API_URL" in antwoord.stderr


@pytest.mark.parametrize("poort", ["0", "65536", "tachtig"])
def test_a_port_that_is_none_is_wrong_use(werkmap: Werkmap, poort: str) -> None:
    assert werkmap.run("dienst", "--poort", poort).exit_code == 2


def test_a_setting_that_is_none_is_named(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("dienst", env={"JAARSCHIJF_POORT": "tachtig"})

    assert antwoord.exit_code == 2
    assert "Deze instelling is niet bruikbaar: JAARSCHIJF_POORT=tachtig." in antwoord.stderr
    assert "datum" not in antwoord.stderr


def test_a_port_in_use_is_passed_over() -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]

        assert dienst._free_port(poort) > poort


def test_no_port_left_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        monkeypatch.setattr(dienst, "_POORTEN", 1)

        with pytest.raises(DienstStartNiet, match="geen vrije poort") as fout:
            dienst._free_port(bezet.getsockname()[1])

    assert "--poort" in fout.value.advies
