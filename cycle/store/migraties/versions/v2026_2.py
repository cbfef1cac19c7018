"""The reactietabel: what partijen wrote in the drafts, and what was decided on it.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_2"
down_revision = "v2026_1"

_LOGBOEKEN = ("reactie", "reactie_repliek", "reactie_besluit")
_TEKSTEN = (
    *("kenmerk", "partij", "versie", "afspraak_id", "bestandsnaam", "sha256"),
    *("soort", "onderdeel", "actie", "plek", "auteur"),
    *("oud", "nieuw", "alinea", "na", "tekst", "bij"),
)


def upgrade() -> None:
    """Make the tables, then close the logs against change."""
    _make_reactie()
    _make_repliek()
    _make_besluit()
    _close_logboeken()


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


def _make_reactie() -> None:
    """Make the reactions; changes and comments stand in one table."""
    op.create_table(
        "reactie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "cyclus_id",
            sa.Integer(),
            sa.ForeignKey("cyclus.id", name=op.f("fk_reactie_cyclus")),
            nullable=False,
        ),
        sa.Column("nummer", sa.Integer(), nullable=False),
        *(_tekst(naam) for naam in _TEKSTEN),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("afspraak", sa.Integer(), nullable=True),
        sa.Column("op", sa.Date(), nullable=True),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_reactie_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reactie")),
        sa.UniqueConstraint("cyclus_id", "nummer", name=op.f("uq_reactie_cyclus_id_nummer")),
        sa.UniqueConstraint("cyclus_id", "kenmerk", name=op.f("uq_reactie_cyclus_id_kenmerk")),
    )


def _make_repliek() -> None:
    """Make the answers that were given inside the same file."""
    op.create_table(
        "reactie_repliek",
        sa.Column("reactie_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        _tekst("auteur"),
        sa.Column("op", sa.Date(), nullable=True),
        _tekst("tekst"),
        sa.ForeignKeyConstraint(
            ["reactie_id"], ["reactie.id"], name=op.f("fk_reactie_repliek_reactie")
        ),
        sa.PrimaryKeyConstraint("reactie_id", "volgorde", name=op.f("pk_reactie_repliek")),
    )


def _make_besluit() -> None:
    """Make the decisions on reactions."""
    keuze = sa.Enum(
        *("overnemen", "afwijzen", "bespreken", "vervallen"),
        name="keuze",
        native_enum=False,
        create_constraint=True,
        length=20,
    )
    op.create_table(
        "reactie_besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "cyclus_id",
            sa.Integer(),
            sa.ForeignKey("cyclus.id", name=op.f("fk_reactie_besluit_cyclus")),
            nullable=False,
        ),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("keuze", keuze, nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        _tekst("antwoord"),
        sa.Column("is_handmatig", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id", "nummer"],
            ["reactie.cyclus_id", "reactie.nummer"],
            name=op.f("fk_reactie_besluit_reactie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reactie_besluit")),
        sa.UniqueConstraint(
            "cyclus_id",
            "nummer",
            "volgnummer",
            name=op.f("uq_reactie_besluit_cyclus_id_nummer_volgnummer"),
        ),
    )


def _close_logboeken() -> None:
    """Let the database refuse to change or remove a row of a log."""
    if op.get_bind().dialect.name == "sqlite":
        for tabel in _LOGBOEKEN:
            for daad in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {tabel}_geen_{daad.lower()} BEFORE {daad} ON {tabel} "
                    f"BEGIN SELECT RAISE(ABORT, '{tabel} is een logboek'); END"
                )
        return
    for tabel in _LOGBOEKEN:
        op.execute(
            f"CREATE TRIGGER {tabel}_blijft BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION logboek_blijft()"
        )
