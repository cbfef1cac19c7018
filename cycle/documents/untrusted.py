"""Untrusted: templates that a user uploads, filled in a child process with hard limits.

The sandbox keeps a template inside its fields and the budget stops what runs too long.
This is the second wall: whatever goes wrong in there, it costs at most 10 seconds and
1 GiB, and it happens in a process that holds nothing but this template and its data.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from cycle.domain.errors import SjabloonOnbruikbaar
from cycle.kindproces import ask_kind

SECONDS: Final = 9.0
"""Time after which the child is ended, its start included."""
DOCUMENT: Final = b"D"
REFUSAL: Final = b"R"
"""First byte of the answer: a docx follows, or a refusal as JSON."""
_BIGGEST: Final = 25 * 1024 * 1024
_ROOT: Final = Path(__file__).resolve().parents[2]
_CHILD: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from cycle.documents.untrusted_child import main; main()"
)


def render_untrusted(docx: bytes, context: Mapping[str, Any], naam: str = "sjabloon.docx") -> bytes:
    """Return an uploaded template, filled in a process of its own, as docx bytes.

    `context` is plain data only: dicts with texts as keys, lists, texts, numbers, booleans
    and None. `naam` is the file name for messages.

    Raises:
        SjabloonOnbruikbaar: it is too big, takes too much time or memory, reaches outside
            its fields, or does not fit the data.
    """
    if len(docx) > _BIGGEST:
        raise SjabloonOnbruikbaar(
            "Dit sjabloon is groter dan 25 MB.",
            advies="Haal grote afbeeldingen uit het sjabloon.",
            plek=naam,
        )
    answer = ask_kind(_CHILD, _ROOT, _question(docx, context, naam), seconden=SECONDS)
    if answer[:1] == DOCUMENT:
        return answer[1:]
    if answer[:1] == REFUSAL:
        raise SjabloonOnbruikbaar(**json.loads(answer[1:]))
    raise _too_much(naam)


def _question(docx: bytes, context: Mapping[str, Any], naam: str) -> bytes:
    """Return what the child reads: one line of JSON, then the template."""
    try:
        line = json.dumps({"naam": naam, "context": _plain(context)})
    except (TypeError, ValueError, RecursionError) as error:
        raise SjabloonOnbruikbaar(
            "De gegevens voor dit sjabloon zijn geen gewone teksten, getallen en lijsten.",
            advies="Geef alleen teksten, getallen, ja of nee, lijsten en groepen door.",
            plek=naam,
        ) from error
    return line.encode() + b"\n" + docx


def _plain(value: object) -> object:
    """Return `value` when it is plain data all the way down.

    Raises:
        TypeError: it is not.
    """
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a key is no text")
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _too_much(naam: str) -> SjabloonOnbruikbaar:
    """Return the refusal of a template that passed a limit."""
    return SjabloonOnbruikbaar(
        "Dit sjabloon kost te veel tijd of geheugen.",
        advies="Haal herhalingen in herhalingen uit het sjabloon.",
        plek=naam,
    )
