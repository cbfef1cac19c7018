"""Plays the game of signing off; as a programme for many thousands of acts."""

import sys

import click
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.cycle.services.aftekenspel import Aftekenspel


def play(spellen: int, stappen: int) -> tuple[int, int]:
    """Return how many acts were tried in this many games, and how many were accepted."""
    Aftekenspel.gespeeld = Aftekenspel.aanvaard = 0
    run_state_machine_as_test(
        Aftekenspel,
        settings=settings(
            max_examples=spellen,
            stateful_step_count=stappen,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Aftekenspel.gespeeld, Aftekenspel.aanvaard


def main(nodig: int) -> None:
    """Play until this many acts were tried, and say how it goes."""
    gedaan = aanvaard = 0
    while gedaan < nodig:
        geprobeerd, goed = play(spellen=100, stappen=60)
        gedaan, aanvaard = gedaan + geprobeerd, aanvaard + goed
        click.echo(f"{gedaan} daden geprobeerd, {aanvaard} aanvaard, geen belofte gebroken")


if __name__ == "__main__":
    main(int(sys.argv[1]))
