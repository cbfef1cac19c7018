"""Biedingschema: the tables of what partijen submitted, each answer with its cell."""

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
from sqlalchemy.schema import SchemaItem

from cycle.domain.bieding import Deelname
from cycle.domain.wederkerigheid import Bereidheid
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij, metadata
from cycle.store.kolommen import Dag, Getal


def _make_plek() -> tuple[SchemaItem, ...]:
    """Return the columns that say in which cell something stood."""
    return (
        make_verplicht("bestand"),
        Column("regel", Integer, nullable=False),
        make_verplicht("blad"),
        make_verplicht("cel"),
    )


inzending = Table(
    "inzending",
    metadata,
    Column("nummer", Integer, primary_key=True),
    make_van_cyclus(),
    make_verplicht("id"),
    make_verplicht("partij"),
    Column("versie", Integer, nullable=False),
    make_vrij("bestandsnaam"),
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
    Column("planning_van", Dag),
    Column("planning_tot", Dag),
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
    Column("kwalificatie", Text),
    Column("hoog", Getal),
    Column("reden", Text),
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
    *_make_plek(),
)

voorraadstand = Table(
    "voorraadstand",
    metadata,
    Column("inzending", ForeignKey("inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    make_verplicht("indicator"),
    Column("stand", Getal, nullable=False),
    make_verplicht("toelichting"),
    *_make_plek(),
    UniqueConstraint("inzending", "indicator"),
)

verzoek = Table(
    "verzoek",
    metadata,
    Column("inzending", ForeignKey("inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    make_verplicht("code"),
    make_verplicht("gevraagde"),
    Column("afspraak", Integer, nullable=False),
    make_verplicht("inzet"),
    make_verplicht("planning"),
    Column("voor", Dag),
    Column("is_voorwaarde", Boolean, nullable=False),
    *_make_plek(),
)

verzoekantwoord = Table(
    "verzoekantwoord",
    metadata,
    Column("inzending", ForeignKey("inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    make_verplicht("code"),
    Column("bereidheid", make_keuze(Bereidheid, "bereidheid"), nullable=False),
    make_verplicht("toelichting"),
    *_make_plek(),
)
