"""Odt: a document that came back from LibreOffice as .odt, made into docx again."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from cycle.documents.veilig import ReactieOnleesbaar

_TIME_LIMIT: Final = 120
"""Seconds; a draft of forty pages takes about five."""


def convert_odt(inhoud: bytes, bestandsnaam: str) -> bytes:
    """Return the document as docx, with its tracked changes and comments.

    LibreOffice works on a private copy with a private profile, so that no open window and
    no lock file of somebody else stands in the way.

    Raises:
        ReactieOnleesbaar: LibreOffice is not installed, or cannot read the file.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        raise ReactieOnleesbaar(
            "Dit is een document van LibreOffice (.odt). Dat kunnen wij hier niet openen.",
            advies="Kies in LibreOffice Opslaan als, type Word 2007-365 (.docx).",
            plek=bestandsnaam,
        )
    with tempfile.TemporaryDirectory() as folder:
        made = _run(soffice, inhoud, Path(folder))
    if made is None:
        raise ReactieOnleesbaar(
            "LibreOffice kan dit document niet openen.",
            advies="Open het zelf en kies Opslaan als, type Word 2007-365 (.docx).",
            plek=bestandsnaam,
        )
    return made


def _run(soffice: str, inhoud: bytes, folder: Path) -> bytes | None:
    """Return what LibreOffice makes of the file, None when it makes nothing."""
    source = folder / "in" / "document.odt"
    source.parent.mkdir()
    source.write_bytes(inhoud)
    command = [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        # S603: the program comes from the path, all arguments are our own file names
        subprocess.run(command, check=False, capture_output=True, timeout=_TIME_LIMIT)  # noqa: S603
    except subprocess.TimeoutExpired:
        return None
    made = folder / "out" / "document.docx"
    return made.read_bytes() if made.is_file() else None
