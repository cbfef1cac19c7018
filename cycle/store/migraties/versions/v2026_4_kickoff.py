"""Invitations, votes, re-opened dossiers, addenda, and the calendars that partijen follow.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_4_kickoff"
down_revision = "v2026_4_herinner"

_LOGBOEKEN = ("uitnodiging", "stem", "topkeuze", "heropening", "addendum", "agendafeed")
_KEUZES = ("eerste", "tweede", "derde")


def upgrade() -> None:
    """Make the tables, then close them against change."""
    soort = sa.Enum(
        *("uitnodiging", "afzegging"),
        name="soort",
        native_enum=False,
        create_constraint=True,
        length=20,
    )
    _make_tabel(
        "uitnodiging",
        ("sleutel", "volgnummer"),
        _tekst("sleutel"),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("soort", soort, nullable=False),
        *map(_tekst, ("code", "naam", "tijd", "plaats", "agenda")),
        sa.Column("datum", sa.Date(), nullable=False),
    )
    _make_tabel(
        "stem",
        ("partij", "volgnummer"),
        _tekst("partij"),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        *map(_tekst, _KEUZES),
    )
    _make_tabel(
        "topkeuze",
        ("volgnummer",),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        *map(_tekst, (*_KEUZES, "reden")),
    )
    _make_tabel(
        "heropening",
        ("dossier", "volgnummer"),
        _tekst("dossier"),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        _tekst("reden"),
    )
    _make_tabel(
        "addendum",
        ("nummer",),
        sa.Column("nummer", sa.Integer(), nullable=False),
        *map(_tekst, ("code", "gegevens", "reden")),
        sa.CheckConstraint("length(gegevens) = 64", name=op.f("ck_addendum_gegevens")),
    )
    _make_agendafeed()
    _close_logboeken()


def _make_tabel(naam: str, sleutel: tuple[str, ...], *delen: "sa.schema.SchemaItem") -> None:
    """Make a log of a cyclus in which `sleutel` stands once, with the day of each row."""
    op.create_table(
        naam,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "cyclus_id",
            sa.Integer(),
            sa.ForeignKey("cyclus.id", name=op.f(f"fk_{naam}_cyclus")),
            nullable=False,
        ),
        *delen,
        sa.Column("op", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{naam}")),
        sa.UniqueConstraint(
            "cyclus_id", *sleutel, name=op.f(f"uq_{naam}_cyclus_id_{'_'.join(sleutel)}")
        ),
    )


def _make_agendafeed() -> None:
    """Make the names of calendars, which do not belong to one cyclus."""
    op.create_table(
        "agendafeed",
        sa.Column("id", sa.Integer(), nullable=False),
        *map(_tekst, ("samenwerking", "partij")),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        _tekst("geheim"),
        sa.Column("op", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendafeed")),
        sa.UniqueConstraint(
            *("samenwerking", "partij", "volgnummer"),
            name=op.f("uq_agendafeed_samenwerking_partij_volgnummer"),
        ),
        sa.UniqueConstraint("geheim", name=op.f("uq_agendafeed_geheim")),
    )


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


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
