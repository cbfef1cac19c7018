"""Kolombouw: the collection of tables, and the columns that many tables share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Enum, ForeignKey, MetaData, Text

metadata = MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def make_keuze(soort: type[StrEnum], naam: str) -> Enum:
    """Return a column type that takes only the values of `soort`."""
    return Enum(
        soort,
        name=naam,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda leden: [lid.value for lid in leden],
    )


def make_van_cyclus() -> Column[int]:
    """Return the column that ties a row to its cyclus."""
    return Column("cyclus_id", ForeignKey("cyclus.id"), nullable=False)


def make_verplicht(naam: str) -> Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return Column(naam, Text, nullable=False)


def make_vrij(naam: str) -> Column[str]:
    """Return a text column in which people may be named; the audit keeps it apart."""
    return Column(naam, Text, nullable=False, info={"vrij": True})


def is_vrij(kolom: Column[Any]) -> bool:
    """Return whether people may be named in this column."""
    return bool(kolom.info.get("vrij"))
