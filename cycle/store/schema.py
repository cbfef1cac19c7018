"""Schema: every table of the store, with the constraints that keep the state sound.

A change here needs a migration in ``migraties/versions`` and a new `SCHEMA_VERSIE`; a
test compares the two on SQLite and on PostgreSQL.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from cycle.domain.accordering import Reikwijdte
from cycle.domain.bericht import Berichtsoort, Berichtstaat
from cycle.domain.fase import Fase
from cycle.domain.handtekenroute import Route
from cycle.domain.partij import Orgaan
from cycle.store.aftekenschema import LOGBOEKEN as AFTEKEN_LOGBOEKEN
from cycle.store.auditschema import audit
from cycle.store.biedingschema import inzending
from cycle.store.herinnerschema import herinnering as herinnering
from cycle.store.kickoffschema import LOGBOEKEN as KICKOFF_LOGBOEKEN
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij
from cycle.store.kolombouw import metadata as metadata  # this is where others look for it
from cycle.store.kolommen import Dag, Moment
from cycle.store.reactieschema import reactie, reactie_besluit, reactie_repliek
from cycle.store.toetsschema import lichtkeuze, toets_inzending

SCHEMA_VERSIE: Final = "v2026_5_aftekening"
"""The migration that this code was written for."""

VERSIE_TABEL: Final = "jaarschijf_versie"

LOGBOEKEN: Final = (
    *("fase_overgang", "besluit", "handtekening", "feit"),
    *(tabel.name for tabel in (inzending, reactie, reactie_repliek, reactie_besluit)),
    *KICKOFF_LOGBOEKEN,
    *(tabel.name for tabel in (toets_inzending, lichtkeuze, audit)),
    *AFTEKEN_LOGBOEKEN,
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
    Column("wekker_gezet", Dag, nullable=False),
    Column("wekker_dag", Dag, nullable=False),
    make_verplicht("wekker_kenmerk"),
    UniqueConstraint("samenwerking", "jaar"),
)

# Holds all that the daily run asks of every cyclus: it reads this index and no table.
Index(
    "ix_cyclus_wekker",
    *(cyclus.c[naam] for naam in ("voorbeeld", "fase", "jaar", "samenwerking")),
    *(cyclus.c[naam] for naam in ("wekker_gezet", "wekker_dag", "wekker_kenmerk")),
)

fase_overgang = Table(
    "fase_overgang",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("fase", make_keuze(Fase, "fase"), nullable=False),
    Column("op", Dag, nullable=False),
    make_vrij("reden"),
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
    make_vrij("reden"),
    *(make_verplicht(naam) for naam in ("overgenomen_van", "bewijs")),
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
    make_vrij("reden"),
    Column("route", make_keuze(Route, "route"), nullable=False),
    make_vrij("vastgelegd_door"),
    *(make_verplicht(naam) for naam in ("bewijs", "versie", "waarnemer")),
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
    make_vrij("tekst"),
    make_vrij("tekst_sha256"),
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
    make_verplicht("html"),
    make_verplicht("antwoord_aan"),
    Column("agenda", LargeBinary, nullable=False),
    Column("soort", make_keuze(Berichtsoort, "soort"), nullable=False),
    Column("gepland_op", Dag, nullable=False),
    Column("verzonden_op", Dag),
    Column("staat", make_keuze(Berichtstaat, "staat"), nullable=False),
    Column("pogingen", Integer, nullable=False),
    make_verplicht("antwoord"),
    make_verplicht("servercode"),
    Column("volgende_poging", Moment),
    # The lease of the process that is sending it; no owner when `kenmerk` is empty.
    make_verplicht("kenmerk"),
    make_verplicht("machine"),
    Column("proces", Integer, nullable=False),
    make_verplicht("proces_begin"),
    Column("verloopt", Moment),
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
