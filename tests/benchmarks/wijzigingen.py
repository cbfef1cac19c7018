"""Measure the redline between two drafts against python-redlines with its Docxodus engine.

Both get the same two files of a full jaarschijf with 23 afspraken. They take turns, so a
busy moment hits both; the median counts. python-redlines runs warm in a process of its
own, from an environment under ``build/`` that is made when that is possible.
"""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import pendulum

from cycle.documents import WordDocumenten
from cycle.documents.package import read_parts
from cycle.documents.redline import redline
from tests.cycle.documents.builders import een_view

WORTEL = Path(__file__).parents[2]
OMGEVING = WORTEL / "build" / "python-redlines"
PAKKET = "python-redlines[docxodus]==2.0.0"
RONDEN = 5
PER_RONDE = 10
BESTANDEN = ("oud.docx", "nieuw.docx")
KIND = """
import sys, time
from python_redlines import DocxodusEngine
engine = DocxodusEngine()
oud, nieuw = (open(naam, "rb").read() for naam in sys.argv[1:])
engine.run_redline("jaarschijf", oud, nieuw)
print("klaar", flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    engine.run_redline("jaarschijf", oud, nieuw)
    print(time.perf_counter() - begin, flush=True)
"""


def make_versies() -> tuple[bytes, bytes]:
    """Return two drafts: another title, text, row, figure, and a list less and more."""
    word = WordDocumenten(WORTEL / "templates")
    eerste = een_view()
    thema = eerste.themas[0]
    a, b, *rest = thema.afspraken
    a = replace(
        a,
        titel=a.titel.replace("320", "325"),
        tekst=a.tekst.replace("elk jaar", "twee keer per jaar"),
        acties=a.acties[1:],
        cijfers=(replace(a.cijfers[0], bod="75"), *a.cijfers[1:]),
    )
    b = replace(b, toelichting="Een nieuwe toelichting.", acties=b.acties[:6])
    tweede = replace(
        eerste,
        versie="0.2",
        kaders=eerste.kaders[:3],
        themas=(replace(thema, afspraken=(a, b, *rest)), *eerste.themas[1:]),
    )
    return word.jaarschijf(eerste), word.jaarschijf(tweede)


def prepare() -> Path | None:
    """Return the Python that has python-redlines, None when it cannot be installed."""
    python = OMGEVING / "bin" / "python"
    klaar = OMGEVING / ".klaar"
    if klaar.is_file():
        return python
    stappen = (
        [sys.executable, "-m", "venv", str(OMGEVING)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PAKKET],
    )
    for stap in stappen:
        if subprocess.run(stap, check=False, stderr=subprocess.DEVNULL).returncode:
            return None
    klaar.touch()
    return python


def measure_own(oud: bytes, nieuw: bytes) -> float:
    """Return seconds per redline, its proof included."""
    begin = time.perf_counter()
    for _ in range(PER_RONDE):
        redline(oud, nieuw, author="jaarschijf", when=pendulum.date(2026, 10, 27))
    return (time.perf_counter() - begin) / PER_RONDE


def run(python: Path, oud: bytes, nieuw: bytes) -> tuple[float, float]:
    """Return the median seconds of our redline and of theirs."""
    paden = [OMGEVING / naam for naam in BESTANDEN]
    for pad, inhoud in zip(paden, (oud, nieuw), strict=True):
        pad.write_bytes(inhoud)
    with subprocess.Popen(
        [str(python), "-c", KIND, *map(str, paden)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as kind:
        assert kind.stdin is not None
        assert kind.stdout is not None
        if not kind.stdout.readline():
            raise SystemExit("python-redlines kan deze bestanden niet vergelijken.")
        measure_own(oud, nieuw)
        eigen, ander = [], []
        for _ in range(RONDEN):
            eigen.append(measure_own(oud, nieuw))
            kind.stdin.write("\n")
            kind.stdin.flush()
            ander.append(float(kind.stdout.readline()))
        kind.stdin.close()
    return median(eigen), median(ander)


def main() -> None:
    """Print the ratio in Dutch."""
    oud, nieuw = make_versies()
    groot = len(read_parts(nieuw, "nieuw")["word/document.xml"]) // 1024
    kop = f"Wijzigingen tussen twee concepten ({groot} KiB tekst), middelste van {RONDEN}:"
    python = prepare()
    if python is None:
        eigen = median(measure_own(oud, nieuw) for _ in range(RONDEN))
        regels = [
            kop,
            f"  eigen redline, met bewijs      {1000 * eigen:7.0f} ms",
            f"  {PAKKET} kan hier niet worden geinstalleerd; er is geen vergelijking.",
        ]
    else:
        eigen, ander = run(python, oud, nieuw)
        regels = [
            kop,
            f"  eigen redline, met bewijs      {1000 * eigen:7.0f} ms",
            f"  python-redlines (Docxodus)     {1000 * ander:7.0f} ms",
            f"  Onze redline is {ander / eigen:.0f} x zo snel.",
        ]
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()
