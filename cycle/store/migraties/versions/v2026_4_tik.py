"""From which day on a cyclus must be looked at again.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_4_tik"
down_revision = "v2026_4_kickoff"


def upgrade() -> None:
    """Let every cyclus be looked at by the next daily run."""
    direct = sa.text("'0001-01-01'")
    kolommen = (
        sa.Column("wekker_gezet", sa.Date(), nullable=False, server_default=direct),
        sa.Column("wekker_dag", sa.Date(), nullable=False, server_default=direct),
        sa.Column("wekker_kenmerk", sa.Text(), nullable=False, server_default=""),
    )
    with op.batch_alter_table("cyclus") as tabel:
        for kolom in kolommen:
            tabel.add_column(kolom)
    with op.batch_alter_table("cyclus") as tabel:
        for kolom in kolommen:
            tabel.alter_column(kolom.name, server_default=None)
    op.create_index(
        "ix_cyclus_wekker",
        "cyclus",
        [
            *("voorbeeld", "fase", "jaar", "samenwerking"),
            *("wekker_gezet", "wekker_dag", "wekker_kenmerk"),
        ],
    )
