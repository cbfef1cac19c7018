"""Kickoffschema: the tables of meetings, votes, re-opened dossiers and addenda."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, Integer, Table, UniqueConstraint

from cycle.domain.uitnodiging import Uitnodigingsoort
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij, metadata
from cycle.store.kolommen import Dag

_KEUZES: Final = ("eerste", "tweede", "derde")

# The meeting as partijen know it: a content file that changes later does not change this.
uitnodiging = Table(
    "uitnodiging",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("sleutel"),
    Column("volgnummer", Integer, nullable=False),
    Column("soort", make_keuze(Uitnodigingsoort, "soort"), nullable=False),
    *(make_verplicht(naam) for naam in ("code", "naam", "tijd", "plaats", "agenda")),
    Column("datum", Dag, nullable=False),
    Column("op", Dag, nullable=False),
    UniqueConstraint("cyclus_id", "sleutel", "volgnummer"),
)

stem = Table(
    "stem",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("partij"),
    Column("volgnummer", Integer, nullable=False),
    *(make_verplicht(naam) for naam in _KEUZES),
    Column("op", Dag, nullable=False),
    UniqueConstraint("cyclus_id", "partij", "volgnummer"),
)

topkeuze = Table(
    "topkeuze",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("volgnummer", Integer, nullable=False),
    *(make_verplicht(naam) for naam in _KEUZES),
    Column("op", Dag, nullable=False),
    make_vrij("reden"),
    UniqueConstraint("cyclus_id", "volgnummer"),
)

heropening = Table(
    "heropening",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("dossier"),
    Column("volgnummer", Integer, nullable=False),
    Column("op", Dag, nullable=False),
    make_vrij("reden"),
    UniqueConstraint("cyclus_id", "dossier", "volgnummer"),
)

addendum = Table(
    "addendum",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("nummer", Integer, nullable=False),
    *(make_verplicht(naam) for naam in ("code", "gegevens")),
    make_vrij("reden"),
    Column("op", Dag, nullable=False),
    UniqueConstraint("cyclus_id", "nummer"),
    CheckConstraint("length(gegevens) = 64", name="gegevens"),
)

# Of a partij, not of a cyclus: who follows a calendar goes on doing so in the next year.
agendafeed = Table(
    "agendafeed",
    metadata,
    Column("id", Integer, primary_key=True),
    make_verplicht("samenwerking"),
    make_verplicht("partij"),
    Column("volgnummer", Integer, nullable=False),
    make_verplicht("geheim"),
    Column("op", Dag, nullable=False),
    UniqueConstraint("samenwerking", "partij", "volgnummer"),
    UniqueConstraint("geheim"),
)

LOGBOEKEN: Final = tuple(
    tabel.name for tabel in (uitnodiging, stem, topkeuze, heropening, addendum, agendafeed)
)
