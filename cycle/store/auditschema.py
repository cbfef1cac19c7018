"""Auditschema: the chain of what happened in each cyclus, and the texts that may be erased.

The chain holds marks in the place of names and free text. What a mark stands for is in
`audit_gegeven`; without its row the chain still holds, and nobody can tell what it said.
"""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from cycle.store.kolombouw import make_van_cyclus, make_verplicht, metadata

audit = Table(
    "audit",
    metadata,
    make_van_cyclus(),
    Column("volgnummer", Integer, nullable=False),
    *(make_verplicht(naam) for naam in ("tijd", "door", "soort")),
    Column("rij", Integer, nullable=False),
    *(make_verplicht(naam) for naam in ("inhoud", "vorige", "hash")),
    PrimaryKeyConstraint("cyclus_id", "volgnummer"),
)

audit_gegeven = Table(
    "audit_gegeven",
    metadata,
    Column("kenmerk", Text, primary_key=True),
    make_van_cyclus(),
    *(make_verplicht(naam) for naam in ("veld", "zout", "tekst")),
)

Index("ix_audit_gegeven_cyclus_veld", audit_gegeven.c.cyclus_id, audit_gegeven.c.veld)
