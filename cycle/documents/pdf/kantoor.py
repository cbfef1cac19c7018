"""Kantoor: where LibreOffice is, and a private place for it to work in.

Every process gets a profile of its own in a folder that only we can read: no macros, no
links that are followed, and a proxy that leads nowhere. What a killed process leaves
behind is known beforehand, so it can be removed.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cycle.documents.pdf.motor import MotorOntbreekt

_PREFIX: Final = "jaarschijf-pdf-"
_PROC: Final = Path("/proc")
_PLACES: Final = ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice")
_SOCKETS: Final = Path("/") / "tmp"
"""LibreOffice always puts its sockets here, whatever TMPDIR says."""
_LETTER: Final = "Calibri"
_TWINS: Final = ("Calibri", "Carlito")
_ITEM: Final = (
    '<item oor:path="/org.openoffice.{pad}"><prop oor:name="{naam}" oor:op="fuse">'
    "<value>{waarde}</value></prop></item>"
)
_CHOICES: Final = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Save/Document", "CreateBackup", "false"),
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@dataclass(frozen=True, slots=True)
class Kantoor:
    """LibreOffice on this computer; `python` can talk to it, or is None."""

    soffice: Path
    python: Path | None


@dataclass(frozen=True, slots=True)
class Werkkamer:
    """A private folder with a profile, and the sockets that LibreOffice makes for it."""

    map: Path

    @property
    def pijp(self) -> str:
        """Return the name of the pipe on which LibreOffice listens."""
        return self.map.name

    @property
    def profiel(self) -> str:
        """Return the address of the profile."""
        return (self.map / "profiel").as_uri()

    @property
    def sockets(self) -> tuple[Path, ...]:
        """Return the sockets; LibreOffice names one after its profile."""
        som = hashlib.md5(self.profiel.encode("utf-16-le"), usedforsecurity=False).digest()
        teken = "".join(f"{byte:x}" for byte in som)  # LibreOffice writes no leading zeros
        begin = f"OSL_PIPE_{os.getuid()}_"
        return (
            _SOCKETS / f"{begin}{self.pijp}",
            _SOCKETS / f"{begin}SingleOfficeIPC_{teken}",
        )

    @property
    def omgeving(self) -> dict[str, str]:
        """Return the environment: our folder for everything, and nothing of the user."""
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.map),
            "TMPDIR": str(self.map / "tijdelijk"),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        }

    def remove(self) -> None:
        """Remove the folder and the sockets."""
        shutil.rmtree(self.map, ignore_errors=True)
        for socket in self.sockets:
            socket.unlink(missing_ok=True)


def make_werkkamer() -> Werkkamer:
    """Return a new private folder; first remove those of processes that are gone."""
    _remove_leftovers()
    kamer = Werkkamer(Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")).resolve())
    (kamer.map / "tijdelijk").mkdir()
    gebruiker = kamer.map / "profiel" / "user"
    gebruiker.mkdir(parents=True)
    items = "".join(_ITEM.format(pad=p, naam=n, waarde=w) for p, n, w in _CHOICES)
    (gebruiker / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        "utf-8",
    )
    return kamer


def require_kantoor() -> Kantoor:
    """Return LibreOffice.

    Raises:
        MotorOntbreekt: it is not on this computer.
    """
    kantoor = find_kantoor()
    if kantoor is None:
        raise MotorOntbreekt(
            "LibreOffice staat niet op deze computer.",
            advies="Installeer LibreOffice Writer, of kies JAARSCHIJF_PDF=ingebouwd.",
        )
    return kantoor


@lru_cache(maxsize=1)
def find_kantoor() -> Kantoor | None:
    """Return LibreOffice, or None when it is not on this computer."""
    gevonden = shutil.which("soffice") or shutil.which("libreoffice")
    kandidaten = [Path(gevonden).resolve().parent] if gevonden else []
    kandidaten += [Path(plek) / "program" for plek in _PLACES]
    for programma in kandidaten:
        soffice = programma / "soffice.bin"
        if soffice.is_file():
            return Kantoor(soffice, _find_python(programma))
    return None


def _find_python(programma: Path) -> Path | None:
    """Return a Python that knows UNO: the one inside LibreOffice, else that of the system."""
    for python in (programma / "python", Path("/usr/bin/python3")):
        if python.exists() and _succeeds((str(python), "-c", "import uno")):
            return python
    return None


@lru_cache(maxsize=1)
def has_letter() -> bool:
    """Return whether the letter of our templates, or its metric twin, is installed."""
    fc_match = shutil.which("fc-match")
    if fc_match is None:
        return False
    antwoord = subprocess.run(  # noqa: S603 - a fixed command, no shell
        (fc_match, "--format=%{family}", _LETTER), capture_output=True, text=True, check=False
    )
    return antwoord.stdout.split(",")[0] in _TWINS


def _succeeds(opdracht: tuple[str, ...]) -> bool:
    """Return whether a short command ends well."""
    antwoord = subprocess.run(  # noqa: S603 - a fixed command, no shell
        opdracht, capture_output=True, check=False, timeout=30, env={"PATH": os.defpath}
    )
    return antwoord.returncode == 0


def _remove_leftovers() -> None:
    """Remove our folders whose process no longer lives."""
    if not (_PROC / "self").exists():
        return  # without a list of processes nobody can tell a leftover from work at hand
    for rest in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        proces = rest.name.removeprefix(_PREFIX).partition("-")[0]
        dood = proces.isdigit() and not (_PROC / proces).exists()
        if dood and rest.stat().st_uid == os.getuid():
            Werkkamer(rest.resolve()).remove()
