"""Aftekenschema: the tables of mandaten and of the steps around the sign-off."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table

from cycle.domain.aftekenstap import Stapsoort
from cycle.domain.mandaat import Mandaatsoort
from cycle.store.kolombouw import make_keuze, make_van_cyclus, make_verplicht, make_vrij, metadata
from cycle.store.kolommen import Dag

aftekenstap = Table(
    "aftekenstap",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    Column("soort", make_keuze(Stapsoort, "soort"), nullable=False),
    *(make_verplicht(naam) for naam in ("versie", "code", "partij")),
    Column("op", Dag, nullable=False),
    *(make_vrij(naam) for naam in ("door", "reden")),
    make_verplicht("bewijs"),
)

mandaat = Table(
    "mandaat",
    metadata,
    Column("id", Integer, primary_key=True),
    make_van_cyclus(),
    *(make_verplicht(naam) for naam in ("partij", "functie", "vervangt", "namens")),
    Column("soort", make_keuze(Mandaatsoort, "soort"), nullable=False),
    Column("van", Dag, nullable=False),
    Column("tot_en_met", Dag),
    make_verplicht("bewijs"),
    Column("op", Dag, nullable=False),
    make_vrij("door"),
    CheckConstraint("tot_en_met IS NULL OR tot_en_met >= van", name="tot_en_met"),
    CheckConstraint("length(bewijs) = 64", name="bewijs"),
)

# A name is personal data that somebody may ask to erase, so it is not in the log itself.
mandaathouder = Table(
    "mandaathouder",
    metadata,
    Column("mandaat_id", ForeignKey("mandaat.id"), primary_key=True),
    make_verplicht("naam"),
)

LOGBOEKEN: Final = (aftekenstap.name, mandaat.name)
