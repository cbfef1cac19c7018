"""Reactieschema: the tables of the reactietabel; `schema` holds all others."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    UniqueConstraint,
)

from cycle.domain.reactietabel import Reactiekeuze
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij, metadata
from cycle.store.kolommen import Dag

# One table for changes and comments: `soort` is that of the change, or "opmerking". A field
# that the other kind has is empty.
reactie = Table(
    "reactie",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("nummer", Integer, nullable=False),
    make_vrij("kenmerk"),
    make_verplicht("partij"),
    make_verplicht("versie"),
    make_verplicht("afspraak_id"),
    make_vrij("bestandsnaam"),
    make_verplicht("sha256"),
    Column("ontvangen_op", Dag, nullable=False),
    make_verplicht("soort"),
    make_verplicht("onderdeel"),
    Column("afspraak", Integer),
    make_verplicht("actie"),
    make_verplicht("plek"),
    make_vrij("auteur"),
    Column("op", Dag),
    make_verplicht("oud"),
    make_vrij("nieuw"),
    make_verplicht("alinea"),
    Column("begin", Integer, nullable=False),
    make_verplicht("na"),
    make_vrij("tekst"),
    make_verplicht("bij"),
    UniqueConstraint("cyclus_id", "nummer"),
    UniqueConstraint("cyclus_id", "kenmerk"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

reactie_repliek = Table(
    "reactie_repliek",
    metadata,
    Column("reactie_id", ForeignKey("reactie.id"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    make_verplicht("auteur"),
    Column("op", Dag),
    make_verplicht("tekst"),
)

reactie_besluit = Table(
    "reactie_besluit",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("nummer", Integer, nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("keuze", make_keuze(Reactiekeuze, "keuze"), nullable=False),
    Column("op", Dag, nullable=False),
    make_vrij("antwoord"),
    Column("is_handmatig", Boolean, nullable=False),
    ForeignKeyConstraint(["cyclus_id", "nummer"], ["reactie.cyclus_id", "reactie.nummer"]),
    UniqueConstraint("cyclus_id", "nummer", "volgnummer"),
)
