"""Alembic runs this file for every migration; the connection comes from `migratie`."""

from alembic import context

from cycle.store.schema import VERSIE_TABEL, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSIE_TABEL,
    transactional_ddl=True,
)
context.run_migrations()
