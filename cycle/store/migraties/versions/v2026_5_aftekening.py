"""Mandaten, the steps around the sign-off, and what each signature rests on.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_5_aftekening"
down_revision = "v2026_5_audit"

_LOGBOEKEN = ("aftekenstap", "mandaat")
_ROUTES = ("certificaat", "dienst", "papier", "gemeld")
_STAPPEN = ("gelezen", "onttrekking", "intrekverzoek", "intrekking", "sluiting")


def upgrade() -> None:
    """Make the tables and close them, and say of earlier signatures that they were reported.

    Columns are added one by one: making a log anew would take its triggers away.
    """
    for naam in ("overgenomen_van", "bewijs"):
        op.add_column("besluit", _gevuld(naam))
    keuze = ", ".join(f"'{route}'" for route in _ROUTES)
    route = sa.CheckConstraint(f"route IN ({keuze})", name=op.f("ck_handtekening_route"))
    op.add_column(
        "handtekening",
        sa.Column("route", sa.String(20), route, nullable=False, server_default="gemeld"),
    )
    for naam, leeg in (("bewijs", ""), ("vastgelegd_door", ""), ("versie", "1.0")):
        op.add_column("handtekening", _gevuld(naam, leeg))
    op.add_column("handtekening", _gevuld("waarnemer"))
    _make_stap()
    _make_mandaat()
    _close_logboeken()


def _gevuld(naam: str, leeg: str = "") -> sa.Column[str]:
    """Return a text column that is always filled; the rows that are there get `leeg`."""
    return sa.Column(naam, sa.Text(), nullable=False, server_default=leeg)


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


def _keuze(*waarden: str) -> sa.Enum:
    """Return a column type that takes only these values."""
    return sa.Enum(*waarden, name="soort", native_enum=False, create_constraint=True, length=20)


def _cyclus(tabel: str) -> sa.Column[int]:
    """Return the column that ties a row to its cyclus."""
    sleutel = sa.ForeignKey("cyclus.id", name=op.f(f"fk_{tabel}_cyclus"))
    return sa.Column("cyclus_id", sa.Integer(), sleutel, nullable=False)


def _make_stap() -> None:
    """Make the steps that have no log of their own."""
    op.create_table(
        "aftekenstap",
        sa.Column("id", sa.Integer(), nullable=False),
        _cyclus("aftekenstap"),
        sa.Column("soort", _keuze(*_STAPPEN), nullable=False),
        *map(_tekst, ("versie", "code", "partij")),
        sa.Column("op", sa.Date(), nullable=False),
        *map(_tekst, ("door", "reden", "bewijs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aftekenstap")),
    )


def _make_mandaat() -> None:
    """Make the mandaten, and beside them the names, which can be erased."""
    op.create_table(
        "mandaat",
        sa.Column("id", sa.Integer(), nullable=False),
        _cyclus("mandaat"),
        *map(_tekst, ("partij", "functie", "vervangt", "namens")),
        sa.Column("soort", _keuze("eigenstandig", "gezamenlijk"), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        _tekst("bewijs"),
        sa.Column("op", sa.Date(), nullable=False),
        _tekst("door"),
        sa.CheckConstraint(
            "tot_en_met IS NULL OR tot_en_met >= van", name=op.f("ck_mandaat_tot_en_met")
        ),
        sa.CheckConstraint("length(bewijs) = 64", name=op.f("ck_mandaat_bewijs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandaat")),
    )
    op.create_table(
        "mandaathouder",
        sa.Column("mandaat_id", sa.Integer(), nullable=False),
        _tekst("naam"),
        sa.ForeignKeyConstraint(
            ["mandaat_id"], ["mandaat.id"], name=op.f("fk_mandaathouder_mandaat")
        ),
        sa.PrimaryKeyConstraint("mandaat_id", name=op.f("pk_mandaathouder")),
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
        op.execute(
            f"CREATE TRIGGER {tabel}_nooit_leeg BEFORE TRUNCATE ON {tabel} "
            "FOR EACH STATEMENT EXECUTE FUNCTION logboek_blijft()"
        )
