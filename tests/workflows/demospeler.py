"""Plays the demo in a process that a test may kill."""

import sys
from pathlib import Path

from workflows.demo import play_demo


def tell(tekst: str, gedaan: int, totaal: int) -> None:
    """Say at once what happened, so that a test knows where we are."""
    sys.stdout.write(f"{gedaan}/{totaal} {tekst}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    play_demo(Path(sys.argv[1]), tell)
