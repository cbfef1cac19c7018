"""Anderen: engines for Node that fill Word templates, installed for this measurement only."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.rijk import Carbone, Snor, maak_rijk_sjabloon

PAKKETTEN = ("docxtemplater@3.71.0", "pizzip@3", "easy-template-x@7.2.8", "carbone@3.8.2")
NAMEN = ("docxtemplater", "easy-template-x", "carbone")
_WACHT = 300


class Anderen:
    """A running Node process that holds the other engines, warm."""

    def __init__(self, process: "subprocess.Popen[str]", map_: Path) -> None:
        """Keep the process and the folder with its results."""
        self._process = process
        self._map = map_

    def measure(self, naam: str) -> float | None:
        """Return the seconds one document takes, None when the engine cannot make it."""
        if self._process.stdin is None or self._process.stdout is None:
            return None
        self._process.stdin.write(f"{naam}\n")
        self._process.stdin.flush()
        antwoord = self._process.stdout.readline().strip()
        return None if antwoord.startswith("fout") or not antwoord else float(antwoord) / 1000

    def result(self, naam: str) -> bytes:
        """Return the last document of an engine."""
        return (self._map / f"{naam}.docx").read_bytes()


@contextmanager
def start(data: dict[str, Any]) -> Iterator[Anderen | None]:
    """Yield the other engines with `data` loaded; None when npm or the packages are not there."""
    npm, node = shutil.which("npm"), shutil.which("node")
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        if npm is None or node is None or not _install(npm, map_):
            yield None
            return
        (map_ / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (map_ / "snor.docx").write_bytes(maak_rijk_sjabloon(Snor()))
        (map_ / "carbone.docx").write_bytes(maak_rijk_sjabloon(Carbone()))
        script = Path(__file__).with_suffix(".mjs")
        with subprocess.Popen(
            [node, str(script), naam], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            yield Anderen(process, map_)
            process.terminate()


def _install(npm: str, map_: Path) -> bool:
    """Return whether the packages could be installed in `map_`."""
    (map_ / "package.json").write_text("{}", encoding="utf-8")
    try:
        klaar = subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", *PAKKETTEN],
            cwd=map_,
            capture_output=True,
            timeout=_WACHT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return klaar.returncode == 0
