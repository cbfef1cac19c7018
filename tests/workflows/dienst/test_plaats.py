"""One dienst per data folder, and others find it as long as it lives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cycle.settings import Settings
from tests.builders import ROOT
from workflows.dienst.plaats import (
    DienstDraaitAl,
    compute_kenmerk,
    hold_plaats,
    home_of,
    is_bezet,
    read_stand,
    write_stand,
)

ADRES = "http://127.0.0.1:4200/api"
HOUDER = """
import os, sys
from pathlib import Path
from cycle.settings import Settings
from workflows.dienst.plaats import hold_plaats, write_stand
with hold_plaats(Path(sys.argv[1])):
    write_stand(Path(sys.argv[1]), sys.argv[2], Settings())
    print("klaar", flush=True)
    sys.stdin.read()
"""


def _start(home: Path) -> "subprocess.Popen[str]":
    """Return another process that holds the folder."""
    houder = subprocess.Popen(
        [sys.executable, "-c", HOUDER, str(home), ADRES],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert houder.stdout is not None
    assert houder.stdout.readline() == "klaar\n"
    return houder


def test_a_second_one_is_refused_with_the_address_and_process_of_the_first(tmp_path: Path) -> None:
    with _start(tmp_path) as houder:
        with pytest.raises(DienstDraaitAl) as fout, hold_plaats(tmp_path):
            pytest.fail("the folder was given away twice")
        houder.kill()

    assert fout.value.melding.endswith("Het scherm is http://127.0.0.1:4200.")
    assert fout.value.plek == f"{tmp_path}, proces {houder.pid}"


def test_one_that_was_killed_leaves_no_lock_and_is_found_no_more(tmp_path: Path) -> None:
    with _start(tmp_path) as houder:
        stand = read_stand(tmp_path)
        houder.kill()
        houder.wait()

    assert stand is not None
    assert (stand.adres, stand.proces) == (ADRES, houder.pid)
    assert (tmp_path / "dienst.json").exists()
    assert read_stand(tmp_path) is None
    with hold_plaats(tmp_path):
        assert is_bezet(tmp_path)
    assert not is_bezet(tmp_path)


def test_one_that_has_no_address_yet_is_refused_without_it(tmp_path: Path) -> None:
    with (
        hold_plaats(tmp_path),
        pytest.raises(DienstDraaitAl, match=r"gegevens\.$"),
        hold_plaats(tmp_path),
    ):
        pytest.fail("the folder was given away twice")


def test_nothing_is_found_where_nothing_was_started(tmp_path: Path) -> None:
    assert not is_bezet(tmp_path)
    assert read_stand(tmp_path) is None


@pytest.mark.parametrize("inhoud", ["", "{}", "[]", '{"adres": 1, "oud": 2}'])
def test_words_of_another_version_are_not_believed(tmp_path: Path, inhoud: str) -> None:
    with hold_plaats(tmp_path):
        (tmp_path / "dienst.json").write_text(inhoud)

        assert read_stand(tmp_path) is None


def test_the_same_work_has_the_same_mark_and_other_data_or_content_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hier = Settings(gegevens=Path("gegevens"))

    assert compute_kenmerk(Settings(gegevens=tmp_path / "gegevens")) == compute_kenmerk(hier)
    for anders in (
        Settings(gegevens=Path("elders")),
        Settings(content=tmp_path),
        Settings(uit=tmp_path),
        Settings(database="postgresql://u@127.0.0.1/d"),
    ):
        assert compute_kenmerk(anders) != compute_kenmerk(hier)


def test_an_extra_worker_has_a_folder_per_machine(tmp_path: Path) -> None:
    with hold_plaats(home_of(tmp_path)), hold_plaats(home_of(tmp_path, werker=True)) as _:
        stand = write_stand(home_of(tmp_path), ADRES, Settings())

    assert stand.proces == os.getpid()
    assert stand.scherm == "http://127.0.0.1:4200"
