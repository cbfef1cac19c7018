"""Berichten: mails on their way out, as plain values."""

from dataclasses import dataclass

import pendulum


@dataclass(frozen=True, slots=True)
class Bericht:
    """One mail in the outbox; `sleutel` is its business key and never repeats."""

    sleutel: str
    aan: str
    onderwerp: str
    tekst: str
    gepland_op: pendulum.Date


@dataclass(frozen=True, slots=True)
class Berichttekst:
    """Subject and text of one mail, in plain Dutch."""

    onderwerp: str
    tekst: str
