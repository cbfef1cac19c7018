"""Uitvoerder: the process of one run on a worker.

It holds a lease on the run as long as it lives. Whoever finds the run without one, knows that
the process is gone. When its worker dies it ends as well, so that nobody has two masters.
"""

import os
import sys
import threading
import time
from runpy import run_module
from typing import Final

from cycle.bootstrap import build_toolkit
from cycle.domain.errors import StapBezet
from cycle.settings import Settings

_KIJK: Final = 0.5
"""Seconds between two looks at the worker."""


def name_lease(run: str) -> tuple[str, int, str]:
    """Return the lease that the process of this run holds."""
    return ("prefect", 0, f"run {run}")


def main() -> None:
    """Do the run that the environment names."""
    threading.Thread(target=_end_with_werker, args=(os.getppid(),), daemon=True).start()
    store = build_toolkit(Settings()).store
    try:
        with store.lease(*name_lease(os.environ["PREFECT__FLOW_RUN_ID"])):
            run_module("prefect.engine", run_name="__main__", alter_sys=True)
    except StapBezet:
        sys.exit()  # another process does this very run


def _end_with_werker(werker: int) -> None:
    """End this process at once when the worker that started it is gone."""
    while os.getppid() == werker:
        time.sleep(_KIJK)
    os._exit(1)


if __name__ == "__main__":
    main()
