"""A real `jaarschijf dienst` on a folder of its own, and what a test asks of it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from cycle.bootstrap import build_toolkit
from cycle.services.ports import Toolkit
from cycle.settings import Settings
from tests.builders import ROOT
from tests.workflows.prefect.halfweg import wait_until
from workflows.dienst.plaats import home_of

DAG = "2023-09-12"
JAAR = 2024


@dataclass
class Dienst:
    """A dienst: its folder, its process, and the processes that it keeps running."""

    werkmap: Path
    extra: dict[str, str] = field(default_factory=dict)
    opties: tuple[str, ...] = ()
    proces: "subprocess.Popen[str] | None" = None
    regels: list[str] = field(default_factory=list)

    @property
    def env(self) -> dict[str, str]:
        schoon = {n: w for n, w in os.environ.items() if n not in ("PREFECT_API_URL",)}
        return schoon | {
            "PYTHONPATH": str(ROOT),
            "JAARSCHIJF_GEGEVENS": str(self.werkmap / "gegevens"),
            "JAARSCHIJF_UIT": str(self.werkmap / "stukken"),
            "JAARSCHIJF_CONTENT": str(self.werkmap / "content"),
            "JAARSCHIJF_VANDAAG": DAG,
            **self.extra,
        }

    @property
    def home(self) -> Path:
        return self.werkmap / "gegevens" / "prefect"

    def toolkit(self) -> Toolkit:
        """Return the same world in this process."""
        return build_toolkit(
            Settings(
                gegevens=self.werkmap / "gegevens",
                uit=self.werkmap / "stukken",
                content=self.werkmap / "content",
                vandaag=DAG,
                database=self.extra.get("JAARSCHIJF_DATABASE", ""),
            )
        )

    def start(self) -> str:
        """Start the dienst and return the address of its screen once it takes work."""
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "workflows.cli", "dienst", *self.opties],
            cwd=self.werkmap,
            env=self.env,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.proces.stdout is not None
        self.regels.append(self.proces.stdout.readline().strip())
        assert wait_until(self.neemt_werk_aan), self.log()
        return self.regels[-1].rpartition(" ")[2]

    def neemt_werk_aan(self) -> bool:
        """Return whether the present worker is ready for work."""
        return f"-{self.kind('werker')}' started" in self.log()

    def stop(self, soort: signal.Signals) -> int:
        """Tell the dienst to stop and return its exit code; one that stopped is left alone."""
        assert self.proces is not None
        if self.proces.returncode is not None:
            return self.proces.returncode
        self.proces.send_signal(soort)
        code = self.proces.wait(timeout=300)
        assert self.proces.stdout is not None
        self.proces.stdout.close()
        return code

    def kind(self, naam: str) -> int:
        """Return the number of the child whose command holds this word, 0 when there is none."""
        return next((n for n, wat in self.kinderen().items() if naam in wat), 0)

    def kinderen(self) -> dict[int, str]:
        """Return the processes of the dienst with their commands."""
        return list_kinderen(self.proces.pid) if self.proces else {}

    def log(self) -> str:
        """Return what its worker wrote."""
        log = home_of(self.werkmap / "gegevens", werker="--werker" in self.opties) / "werker.log"
        return log.read_text() if log.exists() else ""

    def run(self, *woorden: str) -> "subprocess.CompletedProcess[str]":
        """Return what a command answered, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "workflows.cli", *woorden],
            cwd=self.werkmap,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )

    def rijen(self, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        """Return what stands in our own database."""
        bestand = self.werkmap / "gegevens" / "jaarschijf.sqlite"
        with closing(sqlite3.connect(bestand)) as database:
            return database.execute(vraag, waarden).fetchall()


def list_kinderen(proces: int) -> dict[int, str]:
    """Return the living children of a process with their commands."""
    kinderen = {}
    for pad in Path("/proc").glob("[0-9]*/stat"):
        try:
            velden = pad.read_text().rpartition(")")[2].split()
            opdracht = pad.with_name("cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if velden[0] not in "ZX" and int(velden[1]) == proces:
            kinderen[int(pad.parent.name)] = opdracht
    return kinderen


@dataclass(frozen=True)
class Api:
    """The REST interface of the Prefect server of a dienst."""

    adres: str

    def vraag(self, pad: str, inhoud: dict[str, Any] | None = None, *, methode: str = "") -> Any:  # noqa: ANN401 - JSON
        """Return what the server answers; with `inhoud` it is a POST unless said otherwise."""
        data = None if inhoud is None else json.dumps(inhoud).encode()
        kop = {"content-type": "application/json"}
        doel = urljoin(f"{self.adres}/api/", pad)
        verzoek = urllib.request.Request(doel, data, kop, method=methode or None)  # noqa: S310
        for _ in range(60):
            try:
                with urllib.request.urlopen(verzoek, timeout=30) as antwoord:  # noqa: S310
                    return json.loads(antwoord.read() or "null")
            except urllib.error.HTTPError as fout:
                if fout.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
                time.sleep(1)  # its database was busy: nothing was done
        raise AssertionError(f"{doel} stayed unavailable")

    def zet(self, flow: str, **parameters: object) -> str:
        """Put a run in the queue and return its id."""
        uitrol = self.vraag(f"deployments/name/{flow}/jaarschijf")["id"]
        run = self.vraag(f"deployments/{uitrol}/create_flow_run", {"parameters": parameters})
        return str(run["id"])

    def staat(self, run: str) -> str:
        """Return the name of the state of a run, empty while the server is away."""
        try:
            return str(self.vraag(f"flow_runs/{run}")["state_name"])
        except OSError:
            return ""

    def staten(self, run: str) -> list[str]:
        """Return the names of all states that a run went through."""
        return [s["name"] for s in self.vraag(f"flow_run_states/?flow_run_id={run}")]

    def artefacten(self, run: str) -> dict[str, Any]:
        """Return the latest data of every artifact of a run, by key."""
        filter_ = {"flow_run_id": {"any_": [run]}}
        lijst = self.vraag("artifacts/filter", {"artifacts": filter_, "sort": "ID_DESC"})
        return {a["key"]: a["data"] for a in reversed(lijst)}
