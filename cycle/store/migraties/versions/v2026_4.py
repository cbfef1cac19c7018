"""What a mail carries besides its text, and how far it is on its way.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "v2026_4"
down_revision = "v2026_3"

_TREDEN = ("aankondiging", "herinnering", "laatste", "te-laat")
_KEUZES = {
    "soort": ("uitnodiging", "herinnering"),
    "staat": ("gepland", "bezig", "verzonden", "mislukt", "onzeker"),
}


def upgrade() -> None:
    """Add the columns, and say of every mail that was there what it is and where."""
    with op.batch_alter_table("bericht") as tabel:
        for naam in ("html", "antwoord_aan", "antwoord", "servercode"):
            tabel.add_column(_gevuld(naam, sa.Text(), ""))
        tabel.add_column(_gevuld("agenda", sa.LargeBinary(), _geen_bytes()))
        for naam, waarden in _KEUZES.items():
            tabel.add_column(_gevuld(naam, sa.String(20), waarden[0]))
            tabel.create_check_constraint(op.f(f"ck_bericht_{naam}"), sa.column(naam).in_(waarden))
        tabel.add_column(_gevuld("pogingen", sa.Integer(), "0"))
        tabel.add_column(sa.Column("volgende_poging", sa.DateTime(), nullable=True))
        for naam in ("kenmerk", "machine", "proces_begin"):
            tabel.add_column(_gevuld(naam, sa.Text(), ""))
        tabel.add_column(_gevuld("proces", sa.Integer(), "0"))
        tabel.add_column(sa.Column("verloopt", sa.DateTime(), nullable=True))
    bericht = sa.table(
        "bericht", *(sa.column(n) for n in ("sleutel", "soort", "staat", "verzonden_op"))
    )
    op.execute(
        bericht.update().where(bericht.c.verzonden_op.is_not(None)).values(staat="verzonden")
    )
    is_herinnering = sa.or_(*(bericht.c.sleutel.like(f"%/{trede}") for trede in _TREDEN))
    op.execute(bericht.update().where(is_herinnering).values(soort="herinnering"))


def _geen_bytes() -> sa.TextClause:
    """Return no bytes at all; SQLite would make a text of ''."""
    return sa.text("x''" if op.get_bind().dialect.name == "sqlite" else "''")


def _gevuld(
    naam: str, soort: "sa.types.TypeEngine[Any]", leeg: str | sa.TextClause
) -> sa.Column[Any]:
    """Return a column that is always filled; the rows that are there get `leeg`."""
    return sa.Column(naam, soort, nullable=False, server_default=leeg)
