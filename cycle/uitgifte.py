"""Uitgifte: the folder in which people find the documents of a cyclus."""

from pathlib import Path

from cycle.domain.errors import InvoerError
from cycle.schijf import write_whole


class MapUitgifte:
    """Writes documents to ``<map>/<samenwerking>-<jaar>/<naam>``."""

    def __init__(self, map_uit: Path) -> None:
        """Keep the folder; it is made when the first document comes."""
        self._map = map_uit

    def write(self, samenwerking: str, jaar: int, naam: str, inhoud: bytes) -> Path:
        """Write a file whole or not at all and return its path.

        `naam` may hold subfolders (``concept/brief.docx``). A file that already holds
        these bytes is left untouched.

        Raises:
            InvoerError: `naam` would end up outside the folder of this cyclus.
            BestandNietGeschreven: the disk refuses.
        """
        return write_whole(self._find(samenwerking, jaar, naam), inhoud)

    def remove(self, samenwerking: str, jaar: int, naam: str) -> None:
        """Take a file away; one that is not there is no fault.

        Raises:
            InvoerError: `naam` would end up outside the folder of this cyclus.
        """
        self._find(samenwerking, jaar, naam).unlink(missing_ok=True)

    def _find(self, samenwerking: str, jaar: int, naam: str) -> Path:
        """Return where a file of a cyclus stands.

        Raises:
            InvoerError: `naam` would end up outside the folder of this cyclus.
        """
        wortel = self._map.resolve()
        cyclusmap = wortel / f"{samenwerking}-{jaar}"
        doel = (cyclusmap / naam).resolve()
        binnen = cyclusmap.parent == wortel and cyclusmap.resolve() in doel.parents
        if not binnen or "\\" in naam:
            raise InvoerError(
                f"De bestandsnaam '{naam}' wijst naar een plek buiten de map met stukken.",
                advies="Kies een naam zonder '..' en zonder een map aan het begin.",
                plek=f"{samenwerking}-{jaar}",
            )
        return doel
