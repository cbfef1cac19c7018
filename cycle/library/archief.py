"""Archief: the block ``[archief]`` of a samenwerking, which may be absent.

How long a dossier is kept stands in the selectielijst of the gemeente. There is no default:
a term that nobody chose would be a guess.
"""

from typing import Final

from cycle.domain.archief import TOOI_GEMEENTEN, Archiefregels, Waardering
from cycle.library.bevindingen import Bevindingen
from cycle.library.tomltabel import TomlTabel

_GEEN: Final = 0
"""Stands for a dossier that is kept for good."""


def read_archief(bron: TomlTabel, bevindingen: Bevindingen) -> Archiefregels | None:
    """Return under which rules a dossier is kept, None when the block is not there."""
    tabel = bron.tabel("archief")
    if tabel is None:
        return None
    regels = Archiefregels(
        archiefvormer=tabel.tekst("archiefvormer"),
        kenmerk=tabel.tekst("kenmerk"),
        bron=tabel.tekst("bron", verplicht=False) or TOOI_GEMEENTEN,
        waardering=tabel.keuze("waardering", Waardering),
        bewaartermijn=tabel.geheel("bewaartermijn", standaard=_GEEN),
        selectielijst=tabel.tekst("selectielijst"),
        categorie=tabel.tekst("categorie"),
        beperking=tabel.tekst("beperking"),
    )
    tabel.close()
    is_tijdelijk = regels.waardering is Waardering.TIJDELIJK
    if tabel.is_gaaf and is_tijdelijk != (regels.bewaartermijn > _GEEN):
        bevindingen.fout(
            "I181",
            tabel.plek("bewaartermijn" if regels.bewaartermijn else "waardering"),
            "De waardering en de bewaartermijn passen niet bij elkaar.",
            "Geef bij 'tijdelijk' een bewaartermijn in jaren. Laat haar bij 'blijvend' weg.",
        )
    return regels
