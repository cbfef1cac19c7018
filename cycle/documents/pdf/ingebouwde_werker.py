"""Ingebouwde werker: the embedded engine as a process that answers one question at a time.

It is started by `cycle.documents.pdf.werker` and ends when nobody asks any more.
"""

import json
import os
import resource
import struct
import sys
import threading
from importlib.metadata import version
from queue import SimpleQueue
from typing import Any, BinaryIO, Final

from cycle.documents.pdf.ingebouwd import RdocxPdf
from cycle.domain.errors import JaarschijfError

MEMORY: Final = 2 * 1024**3
"""Most memory of the process, in bytes."""
PROCESSOR: Final = 90
"""Processor time for one question, in seconds; it also ends a process that was left alone."""
_SIZE: Final = struct.Struct(">I")


def main() -> None:
    """Answer questions until the input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    uit = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up between the answers
    vragen: SimpleQueue[tuple[dict[str, Any], bytes]] = SimpleQueue()
    _write(uit, {"motor": f"rdocx {version('rdocx')}"}, b"")
    threading.Thread(target=_read, args=(sys.stdin.buffer, vragen), daemon=True).start()
    while True:
        _, docx = vragen.get()
        _limit_processor()
        _write(uit, *_answer(docx))


def _answer(docx: bytes) -> tuple[dict[str, str], bytes]:
    """Return the head and the body of the answer."""
    try:
        return {}, RdocxPdf().convert(docx)
    except JaarschijfError as error:
        return {"melding": error.melding, "advies": error.advies}, b""
    except (MemoryError, RecursionError) as error:
        return {
            "melding": f"Dit document is te zwaar voor de PDF-motor ({error}).",
            "advies": "",
        }, b""


def _limit_processor() -> None:
    """Allow the next question its own processor time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + PROCESSOR
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def _read(bron: BinaryIO, vragen: "SimpleQueue[tuple[dict[str, Any], bytes]]") -> None:
    """Pass questions on; end the process at once when the asker is gone."""
    while head := bron.read(_SIZE.size):
        vraag = json.loads(bron.read(_SIZE.unpack(head)[0]))
        vragen.put((vraag, bron.read(_SIZE.unpack(bron.read(_SIZE.size))[0])))
    os._exit(0)


def _write(uit: BinaryIO, hoofd: dict[str, str], inhoud: bytes) -> None:
    """Write one answer: two sizes, two blocks."""
    tekst = json.dumps(hoofd).encode()
    uit.write(_SIZE.pack(len(tekst)) + tekst + _SIZE.pack(len(inhoud)) + inhoud)
    uit.flush()


if __name__ == "__main__":
    main()
