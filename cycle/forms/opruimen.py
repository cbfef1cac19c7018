"""Opruimen: pausing the search for garbage while a file is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_opruimen() -> Iterator[None]:
    """Yield with the clean-up of memory paused, when it was on.

    The cells of a form are many and live until the end: looking for garbage among them over
    and over costs a fifth of the time.
    """
    ruimt_op = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ruimt_op:
            gc.enable()
