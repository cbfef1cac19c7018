"""Untrusted child: the process in which `untrusted` fills an uploaded template.

It takes its limits before it reads anything, answers one question and ends.
"""

import json
import resource
import sys
from typing import Final

_MEMORY: Final = 1 << 30
_CPU_SECONDS: Final = 8
_NO_FILES: Final = 0


def main() -> None:
    """Answer the question on standard input on standard output."""
    _limit()
    line, _, docx = sys.stdin.buffer.read().partition(b"\n")
    answer = _answer(docx, json.loads(line))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _limit() -> None:
    """Take the limits of this process: memory, time, and no file that grows."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_NO_FILES, _NO_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(docx: bytes, question: dict[str, object]) -> bytes:
    """Return the filled template, or why not."""
    from cycle.documents.template import CompiledTemplate
    from cycle.documents.untrusted import DOCUMENT, REFUSAL
    from cycle.domain.errors import JaarschijfError

    context = question["context"]
    try:
        if not isinstance(context, dict):
            return b""
        return DOCUMENT + CompiledTemplate(docx, str(question["naam"])).render(context)
    except JaarschijfError as error:
        words = {"melding": error.melding, "advies": error.advies, "plek": error.plek}
        return REFUSAL + json.dumps(words).encode()
    except MemoryError:
        return b""


if __name__ == "__main__":
    main()
