"""What was written around an answer, the stock, and what partijen ask of each other.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_3"
down_revision = "v2026_2"


def upgrade() -> None:
    """Give answers their nuances and make the new tables."""
    for naam in ("planning_van", "planning_tot"):
        op.add_column("bieding_regel", sa.Column(naam, sa.Date(), nullable=True))
    for naam in ("kwalificatie", "hoog", "reden"):
        op.add_column("bieding_veld", sa.Column(naam, sa.Text(), nullable=True))
    _make_tabel(
        "voorraadstand",
        *(_tekst("indicator"), _tekst("stand"), _tekst("toelichting")),
        *_plek(),
        sa.UniqueConstraint(
            "inzending", "indicator", name=op.f("uq_voorraadstand_inzending_indicator")
        ),
    )
    _make_tabel(
        "verzoek",
        *(_tekst("code"), _tekst("gevraagde")),
        sa.Column("afspraak", sa.Integer(), nullable=False),
        *(_tekst("inzet"), _tekst("planning")),
        sa.Column("voor", sa.Date(), nullable=True),
        sa.Column("is_voorwaarde", sa.Boolean(), nullable=False),
        *_plek(),
    )
    bereidheid = sa.Enum(
        *("ja", "deels", "nee", "open"),
        name="bereidheid",
        native_enum=False,
        create_constraint=True,
        length=20,
    )
    _make_tabel(
        "verzoekantwoord",
        _tekst("code"),
        sa.Column("bereidheid", bereidheid, nullable=False),
        _tekst("toelichting"),
        *_plek(),
    )


def _make_tabel(naam: str, *delen: "sa.schema.SchemaItem") -> None:
    """Make a table whose rows belong to one submission, in the order of the form."""
    op.create_table(
        naam,
        sa.Column("inzending", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        *delen,
        sa.ForeignKeyConstraint(
            ["inzending"], ["inzending.nummer"], name=op.f(f"fk_{naam}_inzending")
        ),
        sa.PrimaryKeyConstraint("inzending", "volgorde", name=op.f(f"pk_{naam}")),
    )


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


def _plek() -> tuple["sa.schema.SchemaItem", ...]:
    """Return the columns that say in which cell something stood."""
    return (
        _tekst("bestand"),
        sa.Column("regel", sa.Integer(), nullable=False),
        *(_tekst("blad"), _tekst("cel")),
    )
