"""Plays the demo in a process that a test may kill.

``python -m tests.workflows.demospeler FOLDER HOME``: HOME is that of a new Prefect server.
"""

import shutil
import sys
from pathlib import Path

from workflows.demo import play_demo


def main(folder: Path, verse_prefect: Path) -> None:
    """Play the demo in `folder`, with a server that need not make its tables."""
    home = folder / "gegevens" / "prefect"

    def tell(tekst: str, gedaan: int, totaal: int) -> None:
        """Say at once what happened, so that a test knows where we are."""
        if gedaan == 0 and not home.exists():
            shutil.copytree(verse_prefect, home)
        sys.stdout.write(f"{gedaan}/{totaal} {tekst}\n")
        sys.stdout.flush()

    play_demo(folder, tell)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
