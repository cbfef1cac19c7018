"""Werker: takes runs from the queue and does each in a process of its own.

``python -m workflows.dienst.werker [--inrichten]`` works until its standard input closes.
With ``--inrichten`` it first tells the server which work there is. Every worker also looks
for runs whose process died, anywhere, and puts them back in the queue.
"""

import logging
import os
import socket
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import Final

import anyio
import anyio.to_thread

from cycle.bootstrap import build_toolkit
from cycle.settings import Settings

_STOPTIJD: Final = 25.0
"""Seconds in which runs may end in good order."""

_OPVANG: Final = 10.0
"""Seconds between two looks for runs that were cut off."""


def main(args: list[str]) -> None:
    """Work until standard input closes."""
    from workflows.deployments import catch_up, deploy_alles

    # the command of a run says "python": let that be this very one
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    if "--inrichten" in args:
        deploy_alles()
        catch_up()
    anyio.run(_work)


async def _work() -> None:
    """Take runs and look after those that were cut off, until it is time to stop."""
    from prefect.workers.process import ProcessWorker

    from workflows.deployments import POOL

    werker = ProcessWorker(
        work_pool_name=POOL,
        name=f"{socket.gethostname()}-{os.getpid()}",
        limit=Settings().gelijktijdig,
    )
    async with anyio.create_task_group() as groep:
        groep.start_soon(_end_with_starter, groep.cancel_scope)
        groep.start_soon(_rescue)
        await werker.start()


async def _end_with_starter(alles: anyio.CancelScope) -> None:
    """Stop when the starter is gone; after a while without ceremony."""
    await anyio.to_thread.run_sync(sys.stdin.buffer.read, abandon_on_cancel=True)
    threading.Thread(target=_end_late, daemon=True).start()
    alles.cancel()


def _end_late() -> None:
    """End this process when it does not end by itself."""
    time.sleep(_STOPTIJD)
    os._exit(1)


async def _rescue() -> None:
    """Look for runs that were cut off, again and again."""
    from workflows.dienst.opvang import rescue_runs

    store = build_toolkit(Settings()).store
    while True:
        try:
            await anyio.to_thread.run_sync(partial(rescue_runs, store), abandon_on_cancel=True)
        except Exception:  # whatever is wrong now, the server or database being away: try again
            logging.getLogger(__name__).exception("looking for runs that were cut off failed")
        await anyio.sleep(_OPVANG)


if __name__ == "__main__":
    main(sys.argv[1:])
