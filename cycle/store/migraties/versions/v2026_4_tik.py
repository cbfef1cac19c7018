"""From which day on a cyclus must be looked at again.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_4_tik"
down_revision = "v2026_4_toets"


def upgrade() -> None:
    """Let every cyclus be looked at by the next daily run."""
    direct = sa.text("'0001-01-01'")
    kolommen = (
        sa.Column("wekker_gezet", sa.Date(), nullable=False, server_default=direct),
        sa.Column("wekker_dag", sa.Date(), nullable=False, server_default=direct),
        sa.Column("wekker_kenmerk", sa.Text(), nullable=False, server_default=""),
    )
    for kolom in kolommen:
        op.add_column("cyclus", kolom)
    op.create_index(
        "ix_cyclus_wekker",
        "cyclus",
        [
            *("voorbeeld", "fase", "jaar", "samenwerking"),
            *("wekker_gezet", "wekker_dag", "wekker_kenmerk"),
        ],
    )
