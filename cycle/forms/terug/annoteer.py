"""Annoteer: a copy of a returned workbook in which every finding stands on its cell.

The upload itself stays as it is. What a partner made, and what the form needs to be read
again, survives in the copy; a file of which something would get lost is not marked.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.forms.terug.merken import Punt, mark_cellen, unmark
from cycle.forms.terug.overzetten import save_pakket
from cycle.forms.terug.puntenblad import write_puntenblad
from cycle.services.ports import GelezenFormulier

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_ZIP: Final = b"PK\x03\x04"
_VERLOREN: Final = re.compile(
    r"xl/(?:drawings/(?:[^/]+\.xml|charts/)|media/|charts/|externalLinks/|ctrlProps/|activeX/"
    r"|embeddings/|slicers/|timelines/|queryTables/|richData/|model/)"
)
"""Parts that openpyxl leaves out, or that come back changed; comments are not among them."""
_ONGEOPEND: Final = frozenset({"B001", "B002", "B003", "B004", "B005", "B006"})
"""Findings of a file that was refused as a whole, before any parser saw it."""
_BLAD: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_MACROS: Final = (
    "In uw bestand zaten macro's. In deze kopie zitten ze niet meer. Uw antwoorden staan er wel in."
)
_VERBETER: Final = (
    "Klik in de kolom Waar om naar de cel te gaan. Verbeter de cel, sla het bestand op en stuur "
    "het terug. Dit blad mag u laten staan."
)
_VUL_IN: Final = (
    "Klik in de kolom Waar om naar de cel te gaan. Vul de cel in, sla het bestand op en stuur het "
    "terug. Dit blad mag u laten staan."
)
_KIJK_NA: Final = (
    "Klopt het zoals wij het lezen? Dan hoeft u niets te doen. Klopt het niet? Verander de cel, "
    "sla het bestand op en stuur het terug."
)
_KLAAR: Final = "Alles is gelezen. U hoeft niets te doen."
_HEEL_BESTAND: Final = "Het hele bestand"


def is_markeerbaar(inhoud: bytes, gelezen: Sequence[GelezenFormulier]) -> bool:
    """Return whether a copy of this workbook can be marked without losing anything of it.

    A file that the reader did not dare to open is not opened here either.
    """
    codes = {bevinding.code for formulier in gelezen for bevinding in formulier.bevindingen}
    if not inhoud.startswith(_ZIP) or codes & _ONGEOPEND:
        return False
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        namen = pakket.namelist()
        if "xl/workbook.xml" not in namen or any(_VERLOREN.match(naam) for naam in namen):
            return False
        return not any(b"extLst" in pakket.read(naam) for naam in namen if _BLAD.fullmatch(naam))


def annotate(inhoud: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes:
    """Return a copy with colours, comments and the sheet Verbeterpunten; same in, same out.

    Marks of an earlier round are replaced. Macros are left out, and the sheet says so.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # what openpyxl warns about was looked at in `is_markeerbaar`
        warnings.simplefilter("ignore")
        boek = load_workbook(io.BytesIO(inhoud), keep_links=False, rich_text=True)
    unmark(boek)
    bevindingen = dict.fromkeys(b for formulier in gelezen for b in formulier.bevindingen)
    punten = [_punt(boek, bevinding) for bevinding in bevindingen]
    vooraf = mark_cellen(boek, punten)
    uitleg = [_uitleg(punten), *([_MACROS] if _has_macros(inhoud) else [])]
    write_puntenblad(boek, punten, vooraf, uitleg)
    return save_pakket(boek, inhoud)


def _uitleg(punten: Sequence[Punt]) -> str:
    """Return what to do with the copy."""
    if any(punt.must_mend and not punt.is_open for punt in punten):
        return _VERBETER
    if any(punt.is_open for punt in punten):
        return _VUL_IN
    return _KIJK_NA if any(punt.ernst is Ernst.WAARSCHUWING for punt in punten) else _KLAAR


def _punt(boek: "Workbook", bevinding: Bevinding) -> Punt:
    """Return a finding as a point of this workbook."""
    blad, cel = cel_van(bevinding)
    echt = next((n for n in boek.sheetnames if n.strip().casefold() == blad.casefold()), "")
    return Punt(
        ernst=bevinding.ernst,
        waar=waar(echt or blad, cel),
        wat=bevinding.melding,
        doe=bevinding.advies,
        code=bevinding.code,
        blad=echt,
        cel=cel if echt else "",
        vraag=vraag_van(bevinding),
    )


def vraag_van(bevinding: Bevinding) -> str:
    """Return the question of a finding, its code when nobody knows the words."""
    if not isinstance(bevinding, Celbevinding):
        return ""
    return bevinding.vraag or bevinding.regel


def cel_van(bevinding: Bevinding) -> tuple[str, str]:
    """Return sheet and cell of a finding, both empty when it is about the whole file."""
    if isinstance(bevinding, Celbevinding):
        return bevinding.blad, bevinding.cel
    blad, _, cel = bevinding.plek.rpartition("!")
    return blad, cel if blad else ""


def waar(blad: str, cel: str) -> str:
    """Return a place in words."""
    if not blad:
        return _HEEL_BESTAND
    return f"{blad}, cel {cel}" if cel else f"Blad {blad}"


def _has_macros(inhoud: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return any(naam.endswith("vbaProject.bin") for naam in pakket.namelist())
