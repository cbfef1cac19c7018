"""Herinnerschema: which reminders a message settles; `schema` holds the messages themselves."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from cycle.store.kolombouw import metadata

# One row per business key over all cycli: a mail that tells one person about several tasks
# settles several keys, and none of them can ever be settled twice.
herinnering = Table(
    "herinnering",
    metadata,
    Column("sleutel", Text, primary_key=True),
    Column("bericht_id", ForeignKey("bericht.id"), nullable=False),
)

Index("ix_herinnering_bericht_id", herinnering.c.bericht_id)
