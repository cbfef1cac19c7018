"""Starts a Prefect server, tells its address and number, and waits to be killed.

``python -m tests.workflows.starter FOLDER``
"""

import os
import sys
import time
from pathlib import Path

from workflows.prefect_server import serve_prefect


def _children() -> str:
    """Return the numbers of the processes that this one started."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().strip()


if __name__ == "__main__":
    with serve_prefect(Path(sys.argv[1])) as adres:
        sys.stdout.write(f"{adres} {_children()}\n")
        sys.stdout.flush()
        time.sleep(120)
