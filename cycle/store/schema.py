"""Schema: every table of the store, with the constraints that keep the state sound.

A change here needs a migration in ``migraties/versions`` and a new `SCHEMA_VERSIE`; a
test compares the two on SQLite and on PostgreSQL.
"""

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from cycle.domain.accordering import Reikwijdte
from cycle.domain.bieding import Deelname
from cycle.domain.fase import Fase
from cycle.domain.partij import Orgaan
from cycle.domain.reactietabel import Reactiekeuze
from cycle.store.kolommen import Dag, Getal, Moment

SCHEMA_VERSIE: Final = "v2026_2"
"""The migration that this code was written for."""

VERSIE_TABEL: Final = "jaarschijf_versie"

LOGBOEKEN: Final = (
    *("fase_overgang", "inzending", "besluit", "handtekening", "feit"),
    *("reactie", "reactie_repliek", "reactie_besluit"),
)
"""Tables that only grow; the database itself refuses to change or remove a row."""

metadata = MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _keuze(soort: type[StrEnum], naam: str) -> Enum:
    """Return a column type that takes only the values of `soort`."""
    return Enum(
        soort,
        name=naam,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda leden: [lid.value for lid in leden],
    )


def _van_cyclus() -> Column[int]:
    """Return the column that ties a row to its cyclus."""
    return Column("cyclus_id", ForeignKey("cyclus.id"), nullable=False)


def _verplicht(naam: str) -> Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return Column(naam, Text, nullable=False)


cyclus = Table(
    "cyclus",
    metadata,
    Column("id", Integer, primary_key=True),
    _verplicht("samenwerking"),
    Column("jaar", Integer, nullable=False),
    Column("fase", _keuze(Fase, "fase"), nullable=False),
    Column("gestart_op", Dag, nullable=False),
    _verplicht("content_hash"),
    Column("voorbeeld", Boolean, nullable=False),
    UniqueConstraint("samenwerking", "jaar"),
)

fase_overgang = Table(
    "fase_overgang",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    Column("fase", _keuze(Fase, "fase"), nullable=False),
    Column("op", Dag, nullable=False),
    _verplicht("reden"),
)

inzending = Table(
    "inzending",
    metadata,
    Column("nummer", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("id"),
    _verplicht("partij"),
    Column("versie", Integer, nullable=False),
    _verplicht("bestandsnaam"),
    _verplicht("sha256"),
    Column("ontvangen_op", Dag, nullable=False),
    UniqueConstraint("cyclus_id", "id"),
    UniqueConstraint("cyclus_id", "partij", "versie"),
    CheckConstraint("versie >= 1", name="versie"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

bieding_regel = Table(
    "bieding_regel",
    metadata,
    Column("inzending", ForeignKey("inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    _verplicht("regelcode"),
    Column("deelname", _keuze(Deelname, "deelname")),
    Column("bod", Getal),
    _verplicht("planning"),
    Column("bedrag", Getal),
    _verplicht("toelichting"),
    UniqueConstraint("inzending", "regelcode"),
)

bieding_veld = Table(
    "bieding_veld",
    metadata,
    Column("inzending", Integer, primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("veld", Text, primary_key=True),
    Column("ruw", Text),
    Column("bestand", Text),
    Column("regel", Integer),
    Column("blad", Text),
    Column("cel", Text),
    ForeignKeyConstraint(
        ["inzending", "volgorde"], ["bieding_regel.inzending", "bieding_regel.volgorde"]
    ),
)

extra_voorstel = Table(
    "extra_voorstel",
    metadata,
    Column("inzending", ForeignKey("inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    _verplicht("omschrijving"),
    _verplicht("bod"),
    _verplicht("planning"),
    _verplicht("bestand"),
    Column("regel", Integer, nullable=False),
    _verplicht("blad"),
    _verplicht("cel"),
)

concept = Table(
    "concept",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("versie"),
    _verplicht("code"),
    _verplicht("gegevens"),
    Column("gemaakt_op", Dag, nullable=False),
    Column("vastgesteld", Boolean, nullable=False),
    UniqueConstraint("cyclus_id", "versie"),
)

stuk = Table(
    "stuk",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("soort"),
    _verplicht("partij"),
    _verplicht("versie"),
    _verplicht("naam"),
    _verplicht("sha256"),
    UniqueConstraint("cyclus_id", "soort", "partij", "versie"),
)

besluit = Table(
    "besluit",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("partij"),
    Column("orgaan", _keuze(Orgaan, "orgaan"), nullable=False),
    _verplicht("code"),
    Column("volgnummer", Integer, nullable=False),
    Column("reikwijdte", _keuze(Reikwijdte, "reikwijdte"), nullable=False),
    Column("op", Dag, nullable=False),
    _verplicht("reden"),
    UniqueConstraint("cyclus_id", "partij", "orgaan", "code", "volgnummer"),
)

besluit_uitgezonderd = Table(
    "besluit_uitgezonderd",
    metadata,
    Column("besluit_id", ForeignKey("besluit.id"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("nummer", Integer, nullable=False),
)

handtekening = Table(
    "handtekening",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("partij"),
    _verplicht("functie"),
    _verplicht("code"),
    Column("volgnummer", Integer, nullable=False),
    Column("reikwijdte", _keuze(Reikwijdte, "reikwijdte"), nullable=False),
    Column("op", Dag, nullable=False),
    _verplicht("reden"),
    UniqueConstraint("cyclus_id", "partij", "functie", "code", "volgnummer"),
)

# One table for changes and comments: `soort` is that of the change, or "opmerking". A field
# that the other kind has is empty.
reactie = Table(
    "reactie",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    Column("nummer", Integer, nullable=False),
    _verplicht("kenmerk"),
    _verplicht("partij"),
    _verplicht("versie"),
    _verplicht("afspraak_id"),
    _verplicht("bestandsnaam"),
    _verplicht("sha256"),
    Column("ontvangen_op", Dag, nullable=False),
    _verplicht("soort"),
    _verplicht("onderdeel"),
    Column("afspraak", Integer),
    _verplicht("actie"),
    _verplicht("plek"),
    _verplicht("auteur"),
    Column("op", Dag),
    _verplicht("oud"),
    _verplicht("nieuw"),
    _verplicht("alinea"),
    Column("begin", Integer, nullable=False),
    _verplicht("na"),
    _verplicht("tekst"),
    _verplicht("bij"),
    UniqueConstraint("cyclus_id", "nummer"),
    UniqueConstraint("cyclus_id", "kenmerk"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

reactie_repliek = Table(
    "reactie_repliek",
    metadata,
    Column("reactie_id", ForeignKey("reactie.id"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    _verplicht("auteur"),
    Column("op", Dag),
    _verplicht("tekst"),
)

reactie_besluit = Table(
    "reactie_besluit",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    Column("nummer", Integer, nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("keuze", _keuze(Reactiekeuze, "keuze"), nullable=False),
    Column("op", Dag, nullable=False),
    _verplicht("antwoord"),
    Column("is_handmatig", Boolean, nullable=False),
    ForeignKeyConstraint(["cyclus_id", "nummer"], ["reactie.cyclus_id", "reactie.nummer"]),
    UniqueConstraint("cyclus_id", "nummer", "volgnummer"),
)

# The hash stands in for the text in the unique key: PostgreSQL cannot index a long text.
feit = Table(
    "feit",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("soort"),
    Column("op", Dag, nullable=False),
    _verplicht("tekst"),
    _verplicht("tekst_sha256"),
    UniqueConstraint("cyclus_id", "soort", "op", "tekst_sha256"),
)

bericht = Table(
    "bericht",
    metadata,
    Column("id", Integer, primary_key=True),
    _van_cyclus(),
    _verplicht("sleutel"),
    _verplicht("aan"),
    _verplicht("onderwerp"),
    _verplicht("tekst"),
    Column("gepland_op", Dag, nullable=False),
    Column("verzonden_op", Dag),
    UniqueConstraint("cyclus_id", "sleutel"),
)

stap_lease = Table(
    "stap_lease",
    metadata,
    Column("samenwerking", Text, primary_key=True),
    Column("jaar", Integer, primary_key=True),
    Column("stap", Text, primary_key=True),
    _verplicht("kenmerk"),
    _verplicht("machine"),
    Column("proces", Integer, nullable=False),
    _verplicht("proces_begin"),
    Column("sinds", Moment, nullable=False),
    Column("verloopt", Moment, nullable=False),
)
