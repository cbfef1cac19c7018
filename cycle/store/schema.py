"""Schema: every table of the store, with the constraints that keep the state sound.

A change here needs a migration in ``migraties/versions`` and a new `SCHEMA_VERSIE`; a
test compares the two on SQLite and on PostgreSQL.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from cycle.domain.accordering import Reikwijdte
from cycle.domain.bieding import Deelname
from cycle.domain.fase import Fase
from cycle.domain.partij import Orgaan
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht
from cycle.store.kolombouw import metadata as metadata  # this is where others look for it
from cycle.store.kolommen import Dag, Getal, Moment
from cycle.store.reactieschema import reactie, reactie_besluit, reactie_repliek

SCHEMA_VERSIE: Final = "v2026_2"
"""The migration that this code was written for."""

VERSIE_TABEL: Final = "jaarschijf_versie"

LOGBOEKEN: Final = (
    *("fase_overgang", "inzending", "besluit", "handtekening", "feit"),
    *(tabel.name for tabel in (reactie, reactie_repliek, reactie_besluit)),
)
"""Tables that only grow; the database itself refuses to change or remove a row."""

cyclus = Table(
    "cyclus",
    metadata,
    Column("id", Integer, primary_key=True),
    make_verplicht("samenwerking"),
    Column("jaar", Integer, nullable=False),
    Column("fase", make_keuze(Fase, "fase"), nullable=False),
    Column("gestart_op", Dag, nullable=False),
    make_verplicht("content_hash"),
    Column("voorbeeld", Boolean, nullable=False),
    UniqueConstraint("samenwerking", "jaar"),
)

fase_overgang = Table(
    "fase_overgang",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("fase", make_keuze(Fase, "fase"), nullable=False),
    Column("op", Dag, nullable=False),
    make_verplicht("reden"),
)

inzending = Table(
    "inzending",
    metadata,
    Column("nummer", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("id"),
    make_verplicht("partij"),
    Column("versie", Integer, nullable=False),
    make_verplicht("bestandsnaam"),
    make_verplicht("sha256"),
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
    make_verplicht("regelcode"),
    Column("deelname", make_keuze(Deelname, "deelname")),
    Column("bod", Getal),
    make_verplicht("planning"),
    Column("bedrag", Getal),
    make_verplicht("toelichting"),
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
    make_verplicht("omschrijving"),
    make_verplicht("bod"),
    make_verplicht("planning"),
    make_verplicht("bestand"),
    Column("regel", Integer, nullable=False),
    make_verplicht("blad"),
    make_verplicht("cel"),
)

concept = Table(
    "concept",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("versie"),
    make_verplicht("code"),
    make_verplicht("gegevens"),
    Column("gemaakt_op", Dag, nullable=False),
    Column("vastgesteld", Boolean, nullable=False),
    UniqueConstraint("cyclus_id", "versie"),
)

stuk = Table(
    "stuk",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("soort"),
    make_verplicht("partij"),
    make_verplicht("versie"),
    make_verplicht("naam"),
    make_verplicht("sha256"),
    UniqueConstraint("cyclus_id", "soort", "partij", "versie"),
)

besluit = Table(
    "besluit",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("partij"),
    Column("orgaan", make_keuze(Orgaan, "orgaan"), nullable=False),
    make_verplicht("code"),
    Column("volgnummer", Integer, nullable=False),
    Column("reikwijdte", make_keuze(Reikwijdte, "reikwijdte"), nullable=False),
    Column("op", Dag, nullable=False),
    make_verplicht("reden"),
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
    make_van_cyclus(),
    make_verplicht("partij"),
    make_verplicht("functie"),
    make_verplicht("code"),
    Column("volgnummer", Integer, nullable=False),
    Column("reikwijdte", make_keuze(Reikwijdte, "reikwijdte"), nullable=False),
    Column("op", Dag, nullable=False),
    make_verplicht("reden"),
    UniqueConstraint("cyclus_id", "partij", "functie", "code", "volgnummer"),
)

# The hash stands in for the text in the unique key: PostgreSQL cannot index a long text.
feit = Table(
    "feit",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("soort"),
    Column("op", Dag, nullable=False),
    make_verplicht("tekst"),
    make_verplicht("tekst_sha256"),
    UniqueConstraint("cyclus_id", "soort", "op", "tekst_sha256"),
)

bericht = Table(
    "bericht",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("sleutel"),
    make_verplicht("aan"),
    make_verplicht("onderwerp"),
    make_verplicht("tekst"),
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
    make_verplicht("kenmerk"),
    make_verplicht("machine"),
    Column("proces", Integer, nullable=False),
    make_verplicht("proces_begin"),
    Column("sinds", Moment, nullable=False),
    Column("verloopt", Moment, nullable=False),
)
