"""Processes of an engine: too slow, dead, abandoned; and nothing left behind."""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cycle.documents import WordDocumenten
from cycle.documents.bladen import PdfMislukt
from cycle.documents.pdf import werker
from cycle.documents.pdf.ingebouwd import IngebouwdeMotor
from cycle.documents.pdf.kantoor import Werkkamer, find_kantoor
from cycle.documents.pdf.libreoffice import LibreOfficeMotor, SofficeMotor
from cycle.documents.pdf.motor import MotorGestopt, PdfEngine, Profiel
from cycle.documents.pdf.werker import Programma, Werkploeg
from cycle.settings import PdfKeuze
from tests.cycle.documents.builders import een_brief
from tests.cycle.documents.resten import find_processen, find_resten, wait_until_gone
from tests.cycle.documents.uithouding import eindeloos, run

ROOT = Path(__file__).parents[3]
LIBREOFFICE = pytest.mark.skipif(
    find_kantoor() is None or find_kantoor().python is None,
    reason="LibreOffice or python3-uno is not installed; `make test` does it",
)
MOTOREN = [
    pytest.param(IngebouwdeMotor, id="ingebouwd"),
    pytest.param(LibreOfficeMotor, id="libreoffice", marks=LIBREOFFICE),
]
# a process that answers "pdf" to everything, after what stands in GEDRAG
WERKER = """
import json, os, struct, subprocess, sys, time
uit, bron = sys.stdout.buffer, sys.stdin.buffer
def block():
    kop = bron.read(4)
    return bron.read(struct.unpack(">I", kop)[0]) if kop else sys.exit()
def answer(hoofd, inhoud):
    for deel in (json.dumps(hoofd).encode(), inhoud):
        uit.write(struct.pack(">I", len(deel)) + deel)
    uit.flush()
answer({"motor": "proef"}, b"")
while True:
    block(), block()
    GEDRAG
    answer({}, b"pdf")
"""


@pytest.fixture(scope="module")
def brief() -> bytes:
    return WordDocumenten(ROOT / "templates").brief(een_brief())


def een_ploeg(
    gedrag: str, tijdgrens: float = 30.0, opruimen: Callable[[], object] = int
) -> Werkploeg:
    """Return a team of small processes that do `gedrag` before each answer."""
    programma = Programma((sys.executable, "-c", WERKER.replace("GEDRAG", gedrag)), None, opruimen)
    return Werkploeg(lambda: programma, tijdgrens)


def test_answer_comes_with_the_name_of_the_engine() -> None:
    ploeg = een_ploeg("pass")

    antwoord = ploeg.ask(b"docx", {})

    ploeg.close()
    assert (antwoord.inhoud, antwoord.motor) == (b"pdf", "proef")


def test_slow_document_is_stopped_and_its_process_removed() -> None:
    opgeruimd: list[bool] = []
    kind = f"{__name__}-kind"
    ploeg = een_ploeg(
        f"subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(99)', {kind!r}]);"
        "time.sleep(99)",
        1.0,
        lambda: opgeruimd.append(True),
    )

    with pytest.raises(MotorGestopt, match="duurde te lang"):
        ploeg.ask(b"docx", {})

    assert opgeruimd == [True]
    assert find_processen(kind, 0) == {}


def test_process_that_died_is_replaced_once(tmp_path: Path) -> None:
    spoor = tmp_path / "gestorven"
    ploeg = een_ploeg(f"os.path.exists({str(spoor)!r}) or (open({str(spoor)!r}, 'w'), os._exit(1))")

    antwoord = ploeg.ask(b"docx", {})

    ploeg.close()
    assert antwoord.inhoud == b"pdf"


def test_document_that_kills_every_process_is_refused() -> None:
    ploeg = een_ploeg("os.kill(os.getpid(), 9)")

    with pytest.raises(MotorGestopt, match="stopte tijdens dit document"):
        ploeg.ask(b"docx", {})


def test_process_makes_room_for_a_new_one_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werker, "DOCUMENTEN", 2)
    gestart: list[bool] = []
    ploeg = een_ploeg("pass", opruimen=lambda: gestart.append(True))

    for _ in range(5):
        ploeg.ask(b"docx", {})

    assert len(gestart) == 2
    ploeg.close()
    assert len(gestart) == 3


def test_process_that_talks_nonsense_is_replaced_too() -> None:
    ploeg = een_ploeg("uit.write(bytes([0, 0, 0, 2]) + b'xx')")

    with pytest.raises(MotorGestopt, match="stopte tijdens dit document"):
        ploeg.ask(b"docx", {})


@pytest.mark.parametrize("soort", MOTOREN)
def test_engine_works_on_after_its_process_was_killed(
    soort: type[IngebouwdeMotor | LibreOfficeMotor], brief: bytes
) -> None:
    motor = soort()
    eerst = motor.render(brief, Profiel.CONCEPT)
    for pid, opdracht in find_processen(f"pdf-{os.getpid()}-", os.getpid()).items():
        if "uno_werker" not in opdracht:  # the real LibreOffice, not the one that drives it
            os.kill(pid, signal.SIGKILL)

    daarna = motor.render(brief, Profiel.CONCEPT)

    motor.close()
    assert eerst.inhoud[:5] == daarna.inhoud[:5] == b"%PDF-"
    assert find_resten() == []


@pytest.mark.parametrize(
    "soort", [*MOTOREN, pytest.param(SofficeMotor, id="soffice", marks=LIBREOFFICE)]
)
def test_endless_document_is_stopped_and_leaves_nothing(
    soort: Callable[[float], PdfEngine], brief: bytes
) -> None:
    motor = soort(3.0)
    begin = time.monotonic()

    with pytest.raises(PdfMislukt, match=r"te lang|stopte"):
        motor.render(eindeloos(brief, 150_000), Profiel.CONCEPT)

    assert time.monotonic() - begin < 30
    motor.close()
    assert find_resten() == []


@pytest.mark.parametrize("soort", MOTOREN)
def test_engine_dies_with_the_process_that_used_it(soort: type[PdfEngine]) -> None:
    code = f"""
        from pathlib import Path
        from {soort.__module__} import {soort.__name__} as Motor
        from cycle.documents import WordDocumenten
        from cycle.documents.pdf import Profiel
        from tests.cycle.documents.builders import een_brief
        from tests.cycle.documents.uithouding import eindeloos
        motor, brief = Motor(), WordDocumenten(Path("templates")).brief(een_brief())
        motor.render(brief, Profiel.CONCEPT)
        print("klaar", flush=True)
        motor.render(eindeloos(brief), Profiel.CONCEPT)
    """
    proces = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    time.sleep(1)

    proces.kill()
    proces.communicate()

    assert wait_until_gone(proces.pid, 20) == []


@LIBREOFFICE
def test_folder_of_a_process_that_is_gone_is_removed(brief: bytes) -> None:
    dood = subprocess.Popen([sys.executable, "-c", "pass"])
    dood.wait()
    motor = SofficeMotor()
    rest = Path(tempfile.gettempdir()) / f"jaarschijf-pdf-{dood.pid}-rest"
    rest.mkdir()

    motor.render(brief, Profiel.CONCEPT)

    assert not rest.exists()


@pytest.mark.parametrize(
    "keuze",
    [
        pytest.param(PdfKeuze.INGEBOUWD, id="ingebouwd"),
        pytest.param(PdfKeuze.LIBREOFFICE, id="libreoffice", marks=LIBREOFFICE),
    ],
)
def test_forty_at_a_time_of_which_some_are_broken(keuze: PdfKeuze) -> None:
    uitslag = run(40, keuze, ("afgekapt", "kapotte xml"), een_groot_op=20)

    assert uitslag.goed == 38
    assert uitslag.geweigerd == {"afgekapt": 1, "kapotte xml": 1}
    assert uitslag.fouten == []
    assert uitslag.langste < 60
    assert uitslag.resten == []


@LIBREOFFICE
def test_sockets_are_known_by_name_and_removed(brief: bytes) -> None:
    motor = LibreOfficeMotor()
    motor.render(brief, Profiel.CONCEPT)
    [folder] = Path(tempfile.gettempdir()).glob(f"jaarschijf-pdf-{os.getpid()}-*")
    sockets = Werkkamer(folder.resolve()).sockets
    assert all(socket.is_socket() for socket in sockets)

    motor.close()

    assert not any(socket.exists() for socket in sockets)
    assert find_resten() == []
