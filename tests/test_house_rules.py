"""House rules that no linter knows: sizes, places, and what may load at start."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cycle.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
MAX_MODULE = 300
MAX_FUNCTION = 50
HEAVY = ("prefect", "pandas", "numpy", "fastapi", "PIL")


def _product() -> list[Path]:
    """Return every module of the product; a migration is a record and may be long."""
    alle = [p for map_ in ("cycle", "workflows") for p in (ROOT / map_).rglob("*.py")]
    return [p for p in alle if p.parent.name != "versions"]


def _python_files() -> list[Path]:
    """Return every module of the product and its tests."""
    return [*_product(), *(ROOT / "tests").rglob("*.py")]


def _functions(boom: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield all functions and methods."""
    return (
        knoop
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def _committed_texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every file under version control that is text."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is not a checkout: only git knows what is committed")
    namen = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for naam in filter(None, namen.split("\0")):
        pad = ROOT / naam
        if not pad.is_file() or pad.suffix in {".docx", ".xlsx", ".pdf", ".png", ".mo", ".ttf"}:
            continue
        yield naam, pad.read_text("utf-8")


def test_modules_are_short() -> None:
    te_lang = {
        str(pad.relative_to(ROOT)): regels
        for pad in _product()
        if (regels := len(pad.read_text("utf-8").splitlines())) > MAX_MODULE
    }

    assert te_lang == {}


def test_functions_are_short() -> None:
    te_lang = [
        f"{pad.relative_to(ROOT)}:{f.lineno} {f.name}"
        for pad in _product()
        for f in _functions(ast.parse(pad.read_text("utf-8")))
        if (f.end_lineno or f.lineno) - f.lineno + 1 > MAX_FUNCTION
    ]

    assert te_lang == []


def test_every_module_says_what_it_is_for() -> None:
    zonder = [
        str(pad.relative_to(ROOT))
        for pad in _product()
        if not ast.get_docstring(ast.parse(pad.read_text("utf-8")))
    ]

    assert zonder == []


def test_no_drawers_full_of_everything() -> None:
    verboden = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "base"}

    assert [p.name for p in _python_files() if p.stem in verboden] == []


def test_no_machine_paths_or_download_addresses_are_committed() -> None:
    mappen = "|".join(["root", "home", "work", "tmp", "Users"])
    adressen = "|".join(["pypi", "pythonhosted", "npmjs", "registry", "artifactory", "nexus"])
    adres = rf"https?://[^/\s]*(?:{adressen})"
    patroon = re.compile(rf"(?<![\w./-])/(?:{mappen})/\w|{adres}", re.IGNORECASE)

    treffers = [
        f"{naam}:{nummer}"
        for naam, tekst in _committed_texts()
        for nummer, regel in enumerate(tekst.splitlines(), start=1)
        if patroon.search(regel)
    ]

    assert treffers == []


def test_constraints_hold_exact_versions_and_nothing_else() -> None:
    regels = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    assert [r for r in regels if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", r)] == []


def test_mail_addresses_are_invented() -> None:
    adres = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")

    echt = [
        f"{naam}: {gevonden}"
        for naam, tekst in _committed_texts()
        for gevonden in adres.findall(tekst)
        if not gevonden.endswith(".example")
    ]

    assert echt == []


@pytest.mark.parametrize("woord", HEAVY)
def test_command_starts_without_heavy_libraries(woord: str, loaded_at_start: set[str]) -> None:
    assert woord not in loaded_at_start


@pytest.fixture(scope="module")
def loaded_at_start() -> set[str]:
    """Return the modules that are loaded once the command line is imported."""
    code = "import json, sys, workflows.cli.main; print(json.dumps(sorted(sys.modules)))"
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return set(json.loads(uit))


@pytest.mark.parametrize("naam", list(Settings.model_fields))
def test_every_setting_is_explained_to_the_beheerder(naam: str) -> None:
    handleiding = (ROOT / "docs/handleiding/beheerder.md").read_text("utf-8")
    uitleg = Settings.model_fields[naam].description or ""

    assert f"`JAARSCHIJF_{naam.upper()}`" in handleiding
    assert uitleg
    assert uitleg in handleiding
