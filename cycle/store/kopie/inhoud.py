"""Inhoud: what a database says about itself: its schema, the files it names, who works on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pendulum
from sqlalchemy import Column, Connection, Engine, func, inspect, select

from cycle.store.migratie import read_versie
from cycle.store.proces import Proces
from cycle.store.schema import VERSIE_TABEL, cyclus, metadata, stap_lease
from cycle.store.verbinding import begin

_NAAR_BESTAND: Final = ("sha256", "gegevens", "bewijs")
"""What a column that names a file is called; an empty one names none."""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """The version of the schema ("" for none), how many cycli, and the files they name."""

    schema: str
    cycli: int
    bestanden: tuple[str, ...]


def read_inhoud(engine: Engine) -> Inhoud:
    """Return what is in this database; it may be older than the programme, or empty."""
    with begin(engine) as connection:
        versie = read_versie(connection)
        if versie is None:
            return Inhoud("", 0, ())
        codes = {
            code
            for kolom in _list_kolommen(connection)
            for code in connection.scalars(select(kolom))
            if code
        }
        aantal = connection.scalar(select(func.count()).select_from(cyclus)) or 0
    return Inhoud(versie, aantal, tuple(sorted(codes)))


def _list_kolommen(connection: Connection) -> Iterator[Column[str]]:
    """Yield the columns that name a file by its hash, as far as this database has them."""
    vorm = inspect(connection)
    for naam in vorm.get_table_names():
        tabel = metadata.tables.get(naam)
        if tabel is not None:
            aanwezig = {kolom["name"] for kolom in vorm.get_columns(naam)}
            yield from (tabel.c[k] for k in _NAAR_BESTAND if k in tabel.c and k in aanwezig)


def list_vreemd(engine: Engine) -> tuple[str, ...]:
    """Return the tables in this database that are not ours."""
    return tuple(sorted(set(inspect(engine).get_table_names()) - {*metadata.tables, VERSIE_TABEL}))


def is_bezig(engine: Engine, nu: pendulum.DateTime) -> bool:
    """Return whether a living process holds a step in this database."""
    with begin(engine) as connection:
        if read_versie(connection) is None:
            return False
        rijen = connection.execute(select(stap_lease)).mappings().all()
    return any(
        rij["verloopt"] > nu and Proces(rij["machine"], rij["proces"], rij["proces_begin"]).leeft()
        for rij in rijen
    )
