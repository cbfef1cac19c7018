"""Writing files: whole or not at all, nothing left behind, nothing touched in vain."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cycle.schijf import BestandNietGeschreven, write_whole


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    pad = tmp_path / "a" / "b" / "brief.docx"

    assert write_whole(pad, b"brief") == pad

    assert pad.read_bytes() == b"brief"


def test_another_content_takes_its_place_and_the_same_leaves_it_alone(tmp_path: Path) -> None:
    pad = write_whole(tmp_path / "brief.docx", b"een")

    write_whole(pad, b"twee")
    voor = pad.stat()
    write_whole(pad, b"twee")

    assert pad.read_bytes() == b"twee"
    assert (pad.stat().st_ino, pad.stat().st_mtime_ns) == (voor.st_ino, voor.st_mtime_ns)


def test_a_failure_halfway_keeps_the_old_file_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = write_whole(tmp_path / "brief.docx", b"oud")

    def no_space(_bestand: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(BestandNietGeschreven, match=r"'brief\.docx'") as fout:
        write_whole(pad, b"nieuw")

    assert fout.value.plek == str(pad)
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"oud"]


def test_what_a_killed_process_left_is_cleared_and_work_at_hand_stays(tmp_path: Path) -> None:
    dood = subprocess.Popen([sys.executable, "-c", "pass"])
    dood.wait()
    (tmp_path / f".brief.docx.{dood.pid}-1.deel").touch()
    (tmp_path / f".brief.docx.{os.getpid()}-1.deel").touch()
    (tmp_path / f".ander.docx.{dood.pid}-1.deel").touch()

    write_whole(tmp_path / "brief.docx", b"brief")

    over = {p.name for p in tmp_path.iterdir()}
    assert over == {
        "brief.docx",
        f".brief.docx.{os.getpid()}-1.deel",
        f".ander.docx.{dood.pid}-1.deel",
    }


def test_without_a_list_of_processes_nothing_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".brief.docx.99999999-1.deel").touch()
    monkeypatch.setattr("cycle.schijf._PROC", tmp_path / "nergens")

    write_whole(tmp_path / "brief.docx", b"brief")

    assert (tmp_path / ".brief.docx.99999999-1.deel").exists()


def test_a_folder_in_the_place_of_the_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "brief.docx" / "iets").mkdir(parents=True)

    with pytest.raises(BestandNietGeschreven) as fout:
        write_whole(tmp_path / "brief.docx", b"brief")

    assert "openstaat" in fout.value.advies


def test_many_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    pad = tmp_path / "brief.docx"
    inhouden = [bytes([65 + n]) * 100_000 for n in range(8)]
    schrijvers = [threading.Thread(target=write_whole, args=(pad, i)) for i in inhouden]

    for schrijver in schrijvers:
        schrijver.start()
    for schrijver in schrijvers:
        schrijver.join()

    assert pad.read_bytes() in inhouden
    assert list(tmp_path.iterdir()) == [pad]
