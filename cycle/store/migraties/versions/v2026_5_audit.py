"""The chain of what happened in each cyclus, closed against change.

A cyclus that is there already gets one first event: how each row of it looked on that day.
A migration is a record of what was done and does not import the present schema. There is
no way back: restore a copy of the data instead.
"""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from secrets import token_hex
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "v2026_5_audit"
down_revision = "v2026_4_tik"

_BEGIN = "0" * 64
_TABELLEN = (
    *("fase_overgang", "concept", "stuk", "besluit", "handtekening", "feit", "inzending"),
    *("reactie", "reactie_besluit", "uitnodiging", "stem", "topkeuze", "heropening"),
    *("addendum", "toets_inzending", "lichtkeuze"),
)
_LOGBOEKEN = (
    *("fase_overgang", "besluit", "handtekening", "feit", "inzending", "reactie"),
    *("reactie_repliek", "reactie_besluit", "uitnodiging", "stem", "topkeuze", "heropening"),
    *("addendum", "agendafeed", "toets_inzending", "lichtkeuze", "audit"),
)


def upgrade() -> None:
    """Make the tables, begin a chain for every cyclus, then close the tables."""
    _make_audit()
    _make_gegeven()
    for nummer, samenwerking, jaar in _rijen("SELECT id, samenwerking, jaar FROM cyclus"):
        _begin_keten(nummer, f"{samenwerking}/{jaar}")
    if op.get_bind().dialect.name == "sqlite":
        _close_sqlite()
    else:
        _close_postgresql()


def _tekst(naam: str) -> sa.Column[str]:
    """Return a text column that is always filled, possibly with an empty text."""
    return sa.Column(naam, sa.Text(), nullable=False)


def _cyclus(tabel: str) -> sa.Column[int]:
    """Return the column that ties a row to its cyclus."""
    sleutel = sa.ForeignKey("cyclus.id", name=op.f(f"fk_{tabel}_cyclus"))
    return sa.Column("cyclus_id", sa.Integer(), sleutel, nullable=False)


def _make_audit() -> None:
    """Make the chain."""
    op.create_table(
        "audit",
        _cyclus("audit"),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        *map(_tekst, ("tijd", "door", "soort")),
        sa.Column("rij", sa.Integer(), nullable=False),
        *map(_tekst, ("inhoud", "vorige", "hash")),
        sa.PrimaryKeyConstraint("cyclus_id", "volgnummer", name=op.f("pk_audit")),
    )


def _make_gegeven() -> None:
    """Make the texts that may be erased."""
    op.create_table(
        "audit_gegeven",
        _tekst("kenmerk"),
        _cyclus("audit_gegeven"),
        *map(_tekst, ("veld", "zout", "tekst")),
        sa.PrimaryKeyConstraint("kenmerk", name=op.f("pk_audit_gegeven")),
    )
    op.create_index("ix_audit_gegeven_cyclus_veld", "audit_gegeven", ["cyclus_id", "veld"])


def _rijen(vraag: str, **waarden: object) -> list[Any]:
    """Return the rows of a question, read before anything else is asked."""
    return list(op.get_bind().execute(sa.text(vraag), waarden))


def _begin_keten(nummer: int, cyclus: str) -> None:
    """Write the first event of a cyclus that existed: a mark of every row.

    The marks are salted, and the salt can be erased: then nobody can guess from a mark what
    a row said.
    """
    zout = token_hex(32)
    kolommen: dict[str, list[str]] = {}
    rijen: dict[str, dict[str, str]] = {}
    for tabel, sleutel, vraag in _list_vragen():
        for rij in _rijen(vraag, c=nummer):
            waarden = dict(rij._mapping)
            kolommen[tabel] = sorted(waarden)
            rijen.setdefault(tabel, {})[str(waarden[sleutel])] = _merk(zout, waarden)
    inhoud = _json({"kolommen": kolommen, "rijen": rijen, "zout": {"gegeven": _keep(nummer, zout)}})
    regel = {"tijd": _nu(), "door": "", "soort": "begin", "rij": 0, "inhoud": inhoud}
    velden = ("jaarschijf-audit-v1", cyclus, "1", *(str(v) for v in regel.values()), _BEGIN)
    hash_ = sha256("".join(f"{len(veld)}:{veld}" for veld in velden).encode()).hexdigest()
    op.get_bind().execute(
        sa.text(
            "INSERT INTO audit (cyclus_id, volgnummer, tijd, door, soort, rij, inhoud, vorige, "
            "hash) VALUES (:cyclus_id, 1, :tijd, :door, :soort, :rij, :inhoud, :vorige, :hash)"
        ),
        regel | {"cyclus_id": nummer, "vorige": _BEGIN, "hash": hash_},
    )


def _list_vragen() -> Iterator[tuple[str, str, str]]:
    """Yield each table, the number of its rows, and how to ask for those of a cyclus.

    Of the cyclus itself only what never changes.
    """
    blijft = "id, samenwerking, jaar, gestart_op, content_hash, voorbeeld"
    yield "cyclus", "id", f"SELECT {blijft} FROM cyclus WHERE id = :c"  # noqa: S608 - constant
    for tabel in _TABELLEN:
        sleutel = "nummer" if tabel in ("inzending", "toets_inzending") else "id"
        yield tabel, sleutel, f"SELECT * FROM {tabel} WHERE cyclus_id = :c ORDER BY {sleutel}"  # noqa: S608 - constant


def _keep(nummer: int, zout: str) -> str:
    """Keep the salt where it can be erased, and return its mark."""
    eigen_zout = token_hex(16)
    kenmerk = sha256((eigen_zout + zout).encode()).hexdigest()
    op.get_bind().execute(
        sa.text("INSERT INTO audit_gegeven VALUES (:kenmerk, :cyclus, 'zout', :zout, :tekst)"),
        {"kenmerk": kenmerk, "cyclus": nummer, "zout": eigen_zout, "tekst": zout},
    )
    return kenmerk


def _nu() -> str:
    """Return the moment of the database, in UTC."""
    vraag = (
        "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
        if op.get_bind().dialect.name == "sqlite"
        else "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
    )
    return str(op.get_bind().exec_driver_sql(vraag).scalar_one())


def _merk(zout: str, waarden: dict[str, object]) -> str:
    """Return the mark of a row."""
    return sha256((zout + _json({k: _gewoon(w) for k, w in waarden.items()})).encode()).hexdigest()


def _gewoon(waarde: object) -> object:
    """Return a value as both databases would write it in JSON."""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return int(waarde) if isinstance(waarde, bool) else waarde


def _json(waarde: object) -> str:
    """Return the one way to write a value."""
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _close_sqlite() -> None:
    """Let SQLite refuse every change but a next link, and erasing a text."""
    for tabel, daad in (("audit", "UPDATE"), ("audit", "DELETE"), ("audit_gegeven", "UPDATE")):
        op.execute(
            f"CREATE TRIGGER {tabel}_geen_{daad.lower()} BEFORE {daad} ON {tabel} "
            f"BEGIN SELECT RAISE(ABORT, '{tabel} is een logboek'); END"
        )
    op.execute(
        "CREATE TRIGGER audit_sluit_aan BEFORE INSERT ON audit "
        "WHEN NEW.volgnummer <> 1 + coalesce("
        "(SELECT max(volgnummer) FROM audit WHERE cyclus_id = NEW.cyclus_id), 0) "
        "OR NEW.vorige <> coalesce((SELECT hash FROM audit WHERE cyclus_id = NEW.cyclus_id "
        "ORDER BY volgnummer DESC LIMIT 1), "
        "'0000000000000000000000000000000000000000000000000000000000000000') "
        "BEGIN SELECT RAISE(ABORT, 'audit sluit niet aan'); END"
    )


def _close_postgresql() -> None:
    """Let PostgreSQL refuse the same, and emptying any log at once."""
    op.execute(
        "CREATE TRIGGER audit_blijft BEFORE UPDATE OR DELETE ON audit "
        "FOR EACH ROW EXECUTE FUNCTION logboek_blijft()"
    )
    op.execute(
        "CREATE TRIGGER audit_gegeven_blijft BEFORE UPDATE ON audit_gegeven "
        "FOR EACH ROW EXECUTE FUNCTION logboek_blijft()"
    )
    for tabel in (*_LOGBOEKEN, "audit_gegeven"):
        op.execute(
            f"CREATE TRIGGER {tabel}_nooit_leeg BEFORE TRUNCATE ON {tabel} "
            "FOR EACH STATEMENT EXECUTE FUNCTION logboek_blijft()"
        )
    op.execute(
        "CREATE FUNCTION audit_sluit_aan() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE laatste audit%ROWTYPE; BEGIN "
        "SELECT * INTO laatste FROM audit WHERE cyclus_id = NEW.cyclus_id "
        "ORDER BY volgnummer DESC LIMIT 1; "
        "IF NEW.volgnummer <> 1 + coalesce(laatste.volgnummer, 0) "
        "OR NEW.vorige <> coalesce(laatste.hash, "
        "'0000000000000000000000000000000000000000000000000000000000000000') THEN "
        "RAISE EXCEPTION 'audit sluit niet aan' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_sluit_aan BEFORE INSERT ON audit "
        "FOR EACH ROW EXECUTE FUNCTION audit_sluit_aan()"
    )
