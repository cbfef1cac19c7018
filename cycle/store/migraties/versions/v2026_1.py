"""The first schema: cycli, biedingen, documents, decisions, outbox and leases.

A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2026_1"
down_revision = None

_KEUZES = {
    "fase": (
        *("voorbereiding", "kickoff", "biedingen", "concept", "overleg", "accordering"),
        *("vastgesteld", "ondertekening", "verzonden", "uitvoering", "afgerond"),
    ),
    "orgaan": ("college", "raad", "bestuur", "rvc", "ledenraad"),
    "reikwijdte": ("geheel", "op onderdelen", "niet"),
    "deelname": ("ja", "deels", "nee", "n.v.t."),
}
_LOGBOEKEN = ("fase_overgang", "inzending", "besluit", "handtekening", "feit")


def _keuze(naam: str) -> sa.Enum:
    """Return a text type that takes only the listed values."""
    return sa.Enum(*_KEUZES[naam], name=naam, native_enum=False, create_constraint=True, length=20)


def _van_cyclus(tabel: str) -> sa.Column[int]:
    """Return the column that ties a row to its cyclus."""
    verwijzing = sa.ForeignKey("cyclus.id", name=op.f(f"fk_{tabel}_cyclus"))
    return sa.Column("cyclus_id", sa.Integer(), verwijzing, nullable=False)


def upgrade() -> None:
    """Make all tables, then close the logs against change."""
    _make_cyclus()
    _make_biedingen()
    _make_stukken()
    _make_besluiten()
    _close_logboeken()


def _make_cyclus() -> None:
    """Make the cycli, their logs and the leases."""
    op.create_table(
        "cyclus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("samenwerking", sa.Text(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("fase", _keuze("fase"), nullable=False),
        sa.Column("gestart_op", sa.Date(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("voorbeeld", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cyclus")),
        sa.UniqueConstraint("samenwerking", "jaar", name=op.f("uq_cyclus_samenwerking_jaar")),
    )
    op.create_table(
        "fase_overgang",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("fase_overgang"),
        sa.Column("fase", _keuze("fase"), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fase_overgang")),
    )
    op.create_table(
        "feit",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("feit"),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("tekst_sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feit")),
        sa.UniqueConstraint(
            "cyclus_id",
            "soort",
            "op",
            "tekst_sha256",
            name=op.f("uq_feit_cyclus_id_soort_op_tekst_sha256"),
        ),
    )
    op.create_table(
        "stap_lease",
        sa.Column("samenwerking", sa.Text(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column("kenmerk", sa.Text(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("proces", sa.Integer(), nullable=False),
        sa.Column("proces_begin", sa.Text(), nullable=False),
        sa.Column("sinds", sa.DateTime(), nullable=False),
        sa.Column("verloopt", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("samenwerking", "jaar", "stap", name=op.f("pk_stap_lease")),
    )


def _make_biedingen() -> None:
    """Make the submissions and their answers."""
    op.create_table(
        "inzending",
        sa.Column("nummer", sa.Integer(), nullable=False),
        _van_cyclus("inzending"),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("partij", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("bestandsnaam", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_inzending_sha256")),
        sa.CheckConstraint("versie >= 1", name=op.f("ck_inzending_versie")),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_inzending")),
        sa.UniqueConstraint("cyclus_id", "id", name=op.f("uq_inzending_cyclus_id_id")),
        sa.UniqueConstraint(
            "cyclus_id", "partij", "versie", name=op.f("uq_inzending_cyclus_id_partij_versie")
        ),
    )
    op.create_table(
        "bieding_regel",
        sa.Column("inzending", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("regelcode", sa.Text(), nullable=False),
        sa.Column("deelname", _keuze("deelname"), nullable=True),
        sa.Column("bod", sa.Text(), nullable=True),
        sa.Column("planning", sa.Text(), nullable=False),
        sa.Column("bedrag", sa.Text(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inzending"], ["inzending.nummer"], name=op.f("fk_bieding_regel_inzending")
        ),
        sa.PrimaryKeyConstraint("inzending", "volgorde", name=op.f("pk_bieding_regel")),
        sa.UniqueConstraint(
            "inzending", "regelcode", name=op.f("uq_bieding_regel_inzending_regelcode")
        ),
    )
    op.create_table(
        "bieding_veld",
        sa.Column("inzending", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("ruw", sa.Text(), nullable=True),
        sa.Column("bestand", sa.Text(), nullable=True),
        sa.Column("regel", sa.Integer(), nullable=True),
        sa.Column("blad", sa.Text(), nullable=True),
        sa.Column("cel", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inzending", "volgorde"],
            ["bieding_regel.inzending", "bieding_regel.volgorde"],
            name=op.f("fk_bieding_veld_bieding_regel"),
        ),
        sa.PrimaryKeyConstraint("inzending", "volgorde", "veld", name=op.f("pk_bieding_veld")),
    )
    op.create_table(
        "extra_voorstel",
        sa.Column("inzending", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("bod", sa.Text(), nullable=False),
        sa.Column("planning", sa.Text(), nullable=False),
        sa.Column("bestand", sa.Text(), nullable=False),
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("blad", sa.Text(), nullable=False),
        sa.Column("cel", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inzending"], ["inzending.nummer"], name=op.f("fk_extra_voorstel_inzending")
        ),
        sa.PrimaryKeyConstraint("inzending", "volgorde", name=op.f("pk_extra_voorstel")),
    )


def _make_stukken() -> None:
    """Make the versions, the documents and the outbox."""
    op.create_table(
        "concept",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("concept"),
        sa.Column("versie", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("gegevens", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.Date(), nullable=False),
        sa.Column("vastgesteld", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concept")),
        sa.UniqueConstraint("cyclus_id", "versie", name=op.f("uq_concept_cyclus_id_versie")),
    )
    op.create_table(
        "stuk",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("stuk"),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("partij", sa.Text(), nullable=False),
        sa.Column("versie", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stuk")),
        sa.UniqueConstraint(
            "cyclus_id",
            "soort",
            "partij",
            "versie",
            name=op.f("uq_stuk_cyclus_id_soort_partij_versie"),
        ),
    )
    op.create_table(
        "bericht",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("bericht"),
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("aan", sa.Text(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("gepland_op", sa.Date(), nullable=False),
        sa.Column("verzonden_op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
        sa.UniqueConstraint("cyclus_id", "sleutel", name=op.f("uq_bericht_cyclus_id_sleutel")),
    )


def _make_besluiten() -> None:
    """Make the decisions and signatures."""
    op.create_table(
        "besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("besluit"),
        sa.Column("partij", sa.Text(), nullable=False),
        sa.Column("orgaan", _keuze("orgaan"), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("reikwijdte", _keuze("reikwijdte"), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluit")),
        sa.UniqueConstraint(
            "cyclus_id",
            "partij",
            "orgaan",
            "code",
            "volgnummer",
            name=op.f("uq_besluit_cyclus_id_partij_orgaan_code_volgnummer"),
        ),
    )
    op.create_table(
        "besluit_uitgezonderd",
        sa.Column("besluit_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["besluit_id"], ["besluit.id"], name=op.f("fk_besluit_uitgezonderd_besluit")
        ),
        sa.PrimaryKeyConstraint("besluit_id", "volgorde", name=op.f("pk_besluit_uitgezonderd")),
    )
    op.create_table(
        "handtekening",
        sa.Column("id", sa.Integer(), nullable=False),
        _van_cyclus("handtekening"),
        sa.Column("partij", sa.Text(), nullable=False),
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("reikwijdte", _keuze("reikwijdte"), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handtekening")),
        sa.UniqueConstraint(
            "cyclus_id",
            "partij",
            "functie",
            "code",
            "volgnummer",
            name=op.f("uq_handtekening_cyclus_id_partij_functie_code_volgnummer"),
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
    op.execute(
        "CREATE FUNCTION logboek_blijft() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is een logboek', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for tabel in _LOGBOEKEN:
        op.execute(
            f"CREATE TRIGGER {tabel}_blijft BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION logboek_blijft()"
        )
