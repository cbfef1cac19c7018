"""Nieuw: the folder of a new samenwerking, filled with a skeleton that loads at once."""

from pathlib import Path

from cycle.domain.errors import InvoerError
from cycle.library.tomltabel import CODE_VORM
from cycle.schijf import write_whole

_CODE = "CODE"
_NAAM = "NAAM"


def create_samenwerking(content: Path, skelet: Path, code: str) -> Path:
    """Copy the skeleton to ``content/<code>`` and return that folder.

    In every file ``CODE`` becomes the code and ``NAAM`` a first guess at the name.

    Raises:
        InvoerError: the code is not usable, or the folder exists already.
    """
    if not CODE_VORM.fullmatch(code):
        raise InvoerError(
            f"De naam '{code}' kan niet de naam van een map zijn.",
            advies="Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld 'midden-drenthe'.",
        )
    folder = content / code
    if folder.exists():
        raise InvoerError(
            f"De samenwerking '{code}' bestaat al.",
            advies="Kies een andere naam, of pas de bestaande map aan.",
            plek=str(folder),
        )
    naam = code.replace("-", " ").title()
    for bron in sorted(skelet.iterdir()):
        tekst = bron.read_text(encoding="utf-8").replace(_CODE, code).replace(_NAAM, naam)
        write_whole(folder / bron.name, tekst.encode())
    return folder
