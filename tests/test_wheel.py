"""The wheel carries everything the programme needs: code, templates and content."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def namen(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names inside a wheel built without network."""
    map_ = tmp_path_factory.mktemp("wiel")
    zonder_net = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", str(ROOT), *zonder_net, "--wheel-dir", str(map_)],
        check=True,
    )
    [wiel] = map_.glob("*.whl")
    with ZipFile(wiel) as archief:
        return set(archief.namelist())


def test_wheel_carries_every_module_of_the_checkout(namen: set[str]) -> None:
    modules = {
        pad.relative_to(ROOT).as_posix()
        for pakket in ("cycle", "workflows")
        for pad in (ROOT / pakket).rglob("*.py")
    }

    assert modules <= namen


@pytest.mark.parametrize("map_", ["templates", "content"])
def test_wheel_carries_every_template_and_content_file(namen: set[str], map_: str) -> None:
    bestanden = {
        f"cycle/_bundled/{pad.relative_to(ROOT).as_posix()}"
        for pad in (ROOT / map_).rglob("*")
        if pad.is_file()
    }

    assert bestanden
    assert bestanden <= namen


def test_wheel_names_the_licence_and_the_command(namen: set[str]) -> None:
    assert any(naam.endswith("dist-info/licenses/LICENSE") for naam in namen)
    assert any(naam.endswith("dist-info/entry_points.txt") for naam in namen)


def test_wheel_carries_the_dutch_words_of_click(namen: set[str]) -> None:
    assert "workflows/cli/taal/nl/LC_MESSAGES/messages.mo" in namen
