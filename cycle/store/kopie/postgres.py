"""Postgres: copies a PostgreSQL database with its own tools, and puts a copy back."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import make_url

from cycle.store.errors import OpslagOnbereikbaar

_DEBIAN = Path("/usr/lib/postgresql")


def dump(adres: str, doel: Path) -> None:
    """Write the whole database to `doel`, as it is at one moment; leases stay behind.

    Raises:
        OpslagOnbereikbaar: the tools are not there, or the database refuses.
    """
    keuze = ("--format=custom", "--no-owner", "--no-privileges", "--exclude-table-data=stap_lease")
    _run("pg_dump", *keuze, f"--file={doel}", adres=adres)


def check(bron: Path) -> None:
    """Read the list of what is in a copy.

    Raises:
        OpslagOnbereikbaar: it is no copy of a database, or the tools are not there.
    """
    _run("pg_restore", "--list", str(bron))


def place(adres: str, bron: Path) -> None:
    """Put the copy in the place of what the database holds, in one transaction.

    Raises:
        OpslagOnbereikbaar: the tools are not there, or the database refuses; it is then as
            it was.
    """
    keuze = ("--no-owner", "--no-privileges", "--file=-")
    script = _run("pg_restore", *keuze, str(bron))
    begin = b"DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"
    stil = ("--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1")
    _run("psql", *stil, "--single-transaction", adres=adres, invoer=begin + script)


def _run(opdracht: str, *woorden: str, adres: str = "", invoer: bytes = b"") -> bytes:
    """Return what a tool of PostgreSQL writes; a password goes by the environment."""
    omgeving = dict(os.environ)
    if adres:
        url = make_url(adres).set(drivername="postgresql")
        woorden += (f"--dbname={url.set(password=None).render_as_string()}",)
        omgeving |= {"PGPASSWORD": url.password} if url.password else {}
    klaar = subprocess.run(  # noqa: S603 - a tool of PostgreSQL, no shell
        [_find(opdracht), *woorden], input=invoer, capture_output=True, env=omgeving, check=False
    )
    if klaar.returncode:
        regels = klaar.stderr.decode(errors="replace").strip().splitlines()
        raise OpslagOnbereikbaar(
            f"De database weigert de opdracht {opdracht}.",
            advies="Kijk of de database aan staat, en of het gereedschap dezelfde versie heeft "
            "als de server.",
            plek=regels[-1] if regels else opdracht,
        )
    return klaar.stdout


def _find(opdracht: str) -> str:
    """Return where a tool is, the newest one of Debian before the one on the path."""
    versies = sorted(_DEBIAN.glob(f"[0-9]*/bin/{opdracht}"), key=lambda p: float(p.parts[-3]))
    gevonden = str(versies[-1]) if versies else shutil.which(opdracht)
    if gevonden is None:
        raise OpslagOnbereikbaar(
            f"Het gereedschap {opdracht} van PostgreSQL is er niet.",
            advies="Installeer het pakket postgresql-client.",
            plek="JAARSCHIJF_DATABASE",
        )
    return gevonden
