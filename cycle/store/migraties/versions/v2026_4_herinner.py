"""Which reminders a message settles, so that one mail may tell about several tasks.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_4_herinner"
down_revision = "v2026_4"

_BESLUIT = "besluit/"


def upgrade() -> None:
    """Make the table, and fill it with the reminders that were there."""
    herinnering = op.create_table(
        "herinnering",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("bericht_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bericht_id"], ["bericht.id"], name=op.f("fk_herinnering_bericht")
        ),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_herinnering")),
    )
    op.create_index(op.f("ix_herinnering_bericht_id"), "herinnering", ["bericht_id"])
    rijen = list(_list_rijen())
    if rijen:
        op.bulk_insert(herinnering, rijen)


def _list_rijen() -> list[dict[str, str | int]]:
    """Return a row per reminder; that of a decision names the content it was about.

    The content code was not kept, so the latest concept stands in for it.
    """
    codes: dict[int, str] = {}
    for cyclus, code in op.get_bind().execute(
        sa.text("SELECT cyclus_id, code FROM concept ORDER BY id")
    ):
        codes[cyclus] = code
    vraag = sa.text(
        "SELECT b.id, b.cyclus_id, b.sleutel, c.samenwerking, c.jaar FROM bericht b "
        "JOIN cyclus c ON c.id = b.cyclus_id WHERE b.soort = 'herinnering' ORDER BY b.id"
    )
    rijen: list[dict[str, str | int]] = []
    for nummer, cyclus, sleutel, samenwerking, jaar in op.get_bind().execute(vraag):
        wat, _, trede = sleutel.rpartition("/")
        if sleutel.startswith(_BESLUIT):
            wat = f"{wat}/{codes.get(cyclus, '')}"
        rijen.append({"sleutel": f"{samenwerking}/{jaar}/{wat}/{trede}", "bericht_id": nummer})
    return rijen
