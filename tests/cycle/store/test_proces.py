"""Is the owner of a lease still alive? Real processes, and what a machine may not tell."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cycle.store import proces
from cycle.store.proces import Proces, this_proces


def test_this_process_is_alive() -> None:
    assert this_proces().nummer == os.getpid()
    assert this_proces().leeft()


def test_a_process_that_ended_is_dead() -> None:
    ander = subprocess.Popen([sys.executable, "-c", "pass"])
    ander.wait()

    assert not replace(this_proces(), nummer=ander.pid).leeft()


def test_a_number_that_was_given_to_another_process_is_not_the_owner() -> None:
    assert not replace(this_proces(), begin="vorige start/123").leeft()


def test_a_process_on_another_machine_counts_as_alive() -> None:
    assert Proces(machine="elders", nummer=1, begin="x/1").leeft()


def test_a_machine_that_cannot_tell_counts_its_process_as_alive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(proces, "_PROC", tmp_path)

    hier = this_proces()

    assert hier.begin == ""
    assert hier.leeft()


def test_a_name_with_spaces_and_parentheses_does_not_hide_a_dead_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(proces, "_PROC", tmp_path)
    (tmp_path / "sys/kernel/random").mkdir(parents=True)
    (tmp_path / "sys/kernel/random/boot_id").write_text("start-1\n")
    (tmp_path / "7").mkdir()
    velden = " ".join(str(n) for n in range(1, 50))
    levend = replace(this_proces(), nummer=7, begin="start-1/19")

    (tmp_path / "7/stat").write_text(f"7 (raar) R 1) S {velden}")
    assert levend.leeft()

    (tmp_path / "7/stat").write_text(f"7 (raar) R 1) Z {velden}")
    assert not levend.leeft()
