"""Kindproces: a question to a process of its own, which is ended when its time is up.

What is not to be trusted is read there: whatever goes wrong costs some seconds and the memory
that the process allows itself, and it holds nothing but the question.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path


def ask_kind(code: str, wortel: Path, vraag: bytes, *, seconden: float) -> bytes:
    """Return what the process answers; empty when it died or took more than `seconden`.

    `code` is the Python it runs. It gets `wortel` as its first argument and `vraag` on its
    standard input; the time includes its start.
    """
    with subprocess.Popen(  # noqa: S603 - our own command, no shell
        [sys.executable, "-I", "-c", code, str(wortel)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONHASHSEED": "0"},
        start_new_session=True,
    ) as kind:
        try:
            antwoord, _ = kind.communicate(vraag, timeout=seconden)
        except subprocess.TimeoutExpired:
            os.killpg(kind.pid, signal.SIGKILL)
            return b""
    return antwoord
