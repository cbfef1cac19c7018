"""Werker: a child process that sets documents, watched from outside.

Native code cannot be interrupted, a process can. Each question has a time limit; a
process that passes it, or dies, is removed with everything it started and left behind,
and the next question gets a new one.
"""

import atexit
import json
import os
import signal
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Final

from cycle.documents.bladen import PdfMislukt
from cycle.documents.pdf.motor import MotorGestopt, Ruw

TIJDGRENS: Final = 50.0
"""Seconds that one document may take, with the start of the process and a second try."""
WERKERS: Final = 4
"""Most processes of one engine at the same time."""
DOCUMENTEN: Final = 100
"""After so many documents a process makes room for a new one: LibreOffice grows."""
_SIZE: Final = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Programma:
    """How a process is started, and how to remove what it leaves behind when it is killed."""

    opdracht: tuple[str, ...]
    omgeving: Mapping[str, str] | None = None
    opruimen: Callable[[], object] = lambda: None


class _Weg(Exception):
    """The process ended in the middle of a question."""


class Werker:
    """One process; it answers one question at a time."""

    def __init__(self, programma: Programma) -> None:
        """Start the process."""
        self._programma = programma
        self._motor = ""
        self.leeft = True
        self.gedaan = 0
        self._process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            programma.opdracht,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=programma.omgeving,
            start_new_session=True,
        )

    def ask(self, docx: bytes, vraag: Mapping[str, object], tijdgrens: float) -> Ruw:
        """Return the answer; the process is gone when this raises `_Weg`.

        Raises:
            PdfMislukt: the engine refuses the document.
            MotorGestopt: the time limit of `tijdgrens` seconds has passed.
            _Weg: the process died.
        """
        te_laat = threading.Event()
        klok = threading.Timer(tijdgrens, self._end, args=(te_laat,))
        klok.start()
        try:
            if not self._motor:
                self._motor = self._receive()[0]["motor"]
            self._send(docx, vraag)
            hoofd, inhoud = self._receive()
        except BaseException as error:
            _wait_for(klok)
            self.stop()
            if te_laat.is_set():
                raise too_late() from error
            if isinstance(error, _Weg | OSError | ValueError):
                raise _Weg from error
            raise
        _wait_for(klok)
        self.gedaan += 1
        if "melding" in hoofd:
            raise PdfMislukt(hoofd["melding"], advies=hoofd.get("advies", ""))
        return Ruw(inhoud, self._motor)

    def stop(self) -> None:
        """End the process and all it started, and remove what they left behind."""
        self.leeft = False
        self._kill()
        self._process.wait()
        for stroom in (self._process.stdin, self._process.stdout):
            if stroom:
                with suppress(OSError):
                    stroom.close()
        self._programma.opruimen()

    def _end(self, te_laat: threading.Event) -> None:
        """Kill the process because its time is up."""
        te_laat.set()
        self._kill()

    def _kill(self) -> None:
        """Kill the whole group; its number is ours until somebody waits for the leader."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _send(self, docx: bytes, vraag: Mapping[str, object]) -> None:
        """Write a question: two sizes, two blocks."""
        tekst = json.dumps(dict(vraag)).encode()
        stroom = _present(self._process.stdin)
        stroom.write(_SIZE.pack(len(tekst)) + tekst + _SIZE.pack(len(docx)))
        stroom.write(docx)
        stroom.flush()

    def _receive(self) -> tuple[dict[str, str], bytes]:
        """Return head and body of an answer."""
        hoofd = json.loads(self._block())
        return hoofd, self._block()

    def _block(self) -> bytes:
        """Return one block that is preceded by its size."""
        stroom = _present(self._process.stdout)
        kop = stroom.read(_SIZE.size)
        size = _SIZE.unpack(kop)[0] if len(kop) == _SIZE.size else -1
        inhoud = stroom.read(size) if size >= 0 else b""
        if len(inhoud) != size:
            raise _Weg
        return inhoud


class Werkploeg:
    """A number of processes of one kind, started when needed and shared by threads."""

    def __init__(
        self, programma: Callable[[], Programma], tijdgrens: float, werkers: int = WERKERS
    ) -> None:
        """Keep how to start a process and how long a document may take, in seconds."""
        self._programma = programma
        self._tijdgrens = tijdgrens
        self._vrij: list[Werker] = []
        self._bezet: set[Werker] = set()
        self._slot = threading.Lock()
        self._plaatsen = threading.Semaphore(werkers)
        atexit.register(self.close)

    def ask(self, docx: bytes, vraag: Mapping[str, object]) -> Ruw:
        """Return the answer of a free process; one that died is replaced once.

        Raises:
            PdfMislukt: the engine refuses the document, stopped twice or took too long.
        """
        with self._plaatsen:
            einde = time.monotonic() + self._tijdgrens
            for _ in range(2):
                rest = max(einde - time.monotonic(), 0.0)
                with suppress(_Weg):
                    return self._use(self._take(), docx, vraag, rest)
        raise MotorGestopt(
            "De PDF-motor stopte tijdens dit document.",
            advies="Open het document in Word, bewaar het opnieuw en probeer het nog eens. Lukt "
            "het dan niet, kies dan een andere motor met JAARSCHIJF_PDF.",
        )

    def _use(self, werker: Werker, docx: bytes, vraag: Mapping[str, object], rest: float) -> Ruw:
        """Ask one process for `rest` seconds at most; it is free again when it still lives."""
        try:
            return werker.ask(docx, vraag, rest)
        finally:
            if werker.gedaan >= DOCUMENTEN:
                werker.stop()
            with self._slot:
                self._bezet.discard(werker)
                if werker.leeft:
                    self._vrij.append(werker)

    def close(self) -> None:
        """Stop every process, also those at work."""
        with self._slot:
            allen = [*self._vrij, *self._bezet]
            self._vrij.clear()
        for werker in allen:
            werker.stop()

    def _take(self) -> Werker:
        """Return a free process, or start one."""
        with self._slot:
            if not self._vrij:
                self._vrij.append(Werker(self._programma()))
            werker = self._vrij.pop()
            self._bezet.add(werker)
        return werker


def _wait_for(klok: threading.Timer) -> None:
    """Stop a timer, and wait when it is just going off."""
    klok.cancel()
    klok.join()


def _present(stroom: IO[bytes] | None) -> IO[bytes]:
    """Return the stream of a process that was started with pipes."""
    if stroom is None:
        raise _Weg
    return stroom


def too_late() -> MotorGestopt:
    """Return the refusal of a document that takes too long."""
    return MotorGestopt(
        "Het maken van de PDF duurde te lang en is gestopt.",
        advies="Maak het document kleiner, of bewaar het opnieuw in Word en probeer het nog eens.",
    )
