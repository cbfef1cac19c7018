"""The checks of April and September: reports of partijen, lights, and points for the kickoff.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_4_toets"
down_revision = "v2026_4_kickoff"

_LOGBOEKEN = ("toets_inzending", "lichtkeuze")


def upgrade() -> None:
    """Make the tables, then close the logs against change."""
    _make_inzending()
    _make_regel()
    _make_lichtkeuze()
    _make_meenemer()
    _close_logboeken()


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    """Return a column type that takes only these values."""
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=20)


def _cyclus(tabel: str) -> sa.Column[int]:
    """Return the column that ties a row to its cyclus."""
    sleutel = sa.ForeignKey("cyclus.id", name=op.f(f"fk_{tabel}_cyclus"))
    return sa.Column("cyclus_id", sa.Integer(), sleutel, nullable=False)


def _make_inzending() -> None:
    """Make the returned forms."""
    op.create_table(
        "toets_inzending",
        sa.Column("nummer", sa.Integer(), nullable=False),
        _cyclus("toets_inzending"),
        sa.Column("moment", _keuze("moment", "april", "september"), nullable=False),
        *(_tekst("id"), _tekst("partij")),
        sa.Column("versie", sa.Integer(), nullable=False),
        *(_tekst("bestandsnaam"), _tekst("sha256")),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.CheckConstraint("versie >= 1", name=op.f("ck_toets_inzending_versie")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_toets_inzending_sha256")),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_toets_inzending")),
        sa.UniqueConstraint("cyclus_id", "id", name=op.f("uq_toets_inzending_cyclus_id_id")),
        sa.UniqueConstraint(
            *("cyclus_id", "moment", "partij", "versie"),
            name=op.f("uq_toets_inzending_cyclus_id_moment_partij_versie"),
        ),
    )


def _make_regel() -> None:
    """Make the answered rows, each with its cells."""
    voortgang = ("niet begonnen", "loopt", "vertraagd", "gereed", "vervalt")
    op.create_table(
        "toets_regel",
        sa.Column("inzending", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        _tekst("regelcode"),
        sa.Column("voortgang", _keuze("voortgang", *voortgang), nullable=True),
        sa.Column("cijfer", sa.Text(), nullable=True),
        _tekst("kwalificatie"),
        sa.Column("hoog", sa.Text(), nullable=True),
        sa.Column(
            "reden",
            _keuze("reden", "leeg", "streepje", "onbekend", "nvt", "geweigerd"),
            nullable=True,
        ),
        *map(_tekst, ("toelichting", "bestand", "blad")),
        *map(_tekst, ("voortgang_cel", "cijfer_cel", "toelichting_cel")),
        sa.ForeignKeyConstraint(
            ["inzending"], ["toets_inzending.nummer"], name=op.f("fk_toets_regel_toets_inzending")
        ),
        sa.PrimaryKeyConstraint("inzending", "volgorde", name=op.f("pk_toets_regel")),
        sa.UniqueConstraint(
            "inzending", "regelcode", name=op.f("uq_toets_regel_inzending_regelcode")
        ),
    )


def _make_lichtkeuze() -> None:
    """Make the choices of the coordinator."""
    lichten = ("niet bekend", "op koers", "let op", "wijkt af")
    op.create_table(
        "lichtkeuze",
        sa.Column("id", sa.Integer(), nullable=False),
        _cyclus("lichtkeuze"),
        sa.Column("moment", _keuze("moment", "april", "september"), nullable=False),
        *(_tekst("partij"), _tekst("regelcode")),
        sa.Column("licht", _keuze("licht", *lichten), nullable=True),
        _tekst("reden"),
        sa.Column("op", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lichtkeuze")),
    )


def _make_meenemer() -> None:
    """Make the points for the next kickoff."""
    op.create_table(
        "meenemer",
        _cyclus("meenemer"),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("soort", _keuze("soort", "afwijking", "open actie"), nullable=False),
        *(_tekst("partij"), _tekst("afspraak_id")),
        sa.Column("nummer", sa.Integer(), nullable=False),
        *map(_tekst, ("onderwerp", "tekst", "bestand", "blad", "cel", "inzending")),
        sa.PrimaryKeyConstraint("cyclus_id", "volgorde", name=op.f("pk_meenemer")),
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
