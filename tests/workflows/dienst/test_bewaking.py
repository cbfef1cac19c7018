"""A process that dies is started again, sooner the first time than the tenth."""

import os
import time
from pathlib import Path

import pytest

from workflows.dienst import bewaking
from workflows.dienst.bewaking import Bewaakt, Opdracht, next_pauze


def _opdracht(map_: Path, module: str) -> Opdracht:
    return Opdracht("De proef", module, (), dict(os.environ), map_ / "proef.log")


def test_a_pause_doubles_up_to_a_minute() -> None:
    pauzes = [next_pauze(0, 0.1)]
    while len(pauzes) < 9:
        pauzes.append(next_pauze(pauzes[-1], 0.1))

    assert pauzes == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_process_that_lived_long_begins_with_the_first_pause_again() -> None:
    assert next_pauze(60, 61) == 1


def test_a_process_that_ends_is_told_and_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bewaking, "EERSTE_PAUZE", 0.01)
    meldingen: list[str] = []
    bewaakt = Bewaakt(_opdracht(tmp_path, "this"), meldingen.append)
    bewaakt.check()
    assert bewaakt.proces is not None
    eerste = bewaakt.proces

    eerste.wait(timeout=60)
    while bewaakt.proces in (eerste, None):
        bewaakt.check()
        time.sleep(0.01)
    bewaakt.stop()

    assert meldingen[0].startswith("De proef is gestopt (code 0) en start over")
    assert str(tmp_path / "proef.log") in meldingen[0]
    assert "Zen of Python" in (tmp_path / "proef.log").read_text()


def test_stopping_what_never_started_is_no_mistake(tmp_path: Path) -> None:
    Bewaakt(_opdracht(tmp_path, "this"), pytest.fail).stop()


def test_a_long_log_goes_aside_before_a_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bewaking, "_MAX_LOG", 10)
    (tmp_path / "proef.log").write_text("oude regels van gisteren")
    bewaakt = Bewaakt(_opdracht(tmp_path, "this"), pytest.fail)

    bewaakt.start()
    assert bewaakt.proces is not None
    bewaakt.proces.wait(timeout=60)
    bewaakt.stop()

    assert (tmp_path / "proef.log.1").read_text() == "oude regels van gisteren"
    assert "oude regels" not in (tmp_path / "proef.log").read_text()
