"""Toetsschema: the tables of the checks of April and September."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, UniqueConstraint

from cycle.domain.gelezen import Reden
from cycle.domain.licht import Licht
from cycle.domain.meenemer import Meenemersoort
from cycle.domain.toets import Toetsmoment, Voortgang
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij, metadata
from cycle.store.kolommen import Dag, Getal

toets_inzending = Table(
    "toets_inzending",
    metadata,
    Column("nummer", Integer, primary_key=True),
    make_van_cyclus(),
    Column("moment", make_keuze(Toetsmoment, "moment"), nullable=False),
    make_verplicht("id"),
    make_verplicht("partij"),
    Column("versie", Integer, nullable=False),
    make_vrij("bestandsnaam"),
    make_verplicht("sha256"),
    Column("ontvangen_op", Dag, nullable=False),
    UniqueConstraint("cyclus_id", "id"),
    UniqueConstraint("cyclus_id", "moment", "partij", "versie"),
    CheckConstraint("versie >= 1", name="versie"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

# A cell is empty for a field that was left empty; all stand in one file.
toets_regel = Table(
    "toets_regel",
    metadata,
    Column("inzending", ForeignKey("toets_inzending.nummer"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    make_verplicht("regelcode"),
    Column("voortgang", make_keuze(Voortgang, "voortgang")),
    Column("cijfer", Getal),
    make_verplicht("kwalificatie"),
    Column("hoog", Getal),
    Column("reden", make_keuze(Reden, "reden")),
    make_verplicht("toelichting"),
    make_verplicht("bestand"),
    make_verplicht("blad"),
    make_verplicht("voortgang_cel"),
    make_verplicht("cijfer_cel"),
    make_verplicht("toelichting_cel"),
    UniqueConstraint("inzending", "regelcode"),
)

lichtkeuze = Table(
    "lichtkeuze",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("moment", make_keuze(Toetsmoment, "moment"), nullable=False),
    make_verplicht("partij"),
    make_verplicht("regelcode"),
    Column("licht", make_keuze(Licht, "licht")),
    make_vrij("reden"),
    Column("op", Dag, nullable=False),
)

meenemer = Table(
    "meenemer",
    metadata,
    Column("cyclus_id", ForeignKey("cyclus.id"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("soort", make_keuze(Meenemersoort, "soort"), nullable=False),
    make_verplicht("partij"),
    make_verplicht("afspraak_id"),
    Column("nummer", Integer, nullable=False),
    make_verplicht("onderwerp"),
    make_verplicht("tekst"),
    make_verplicht("bestand"),
    make_verplicht("blad"),
    make_verplicht("cel"),
    make_verplicht("inzending"),
)
