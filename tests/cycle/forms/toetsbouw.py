"""The form of a check as tests use it: a small one, typed in and read back."""

import io
from decimal import Decimal

from openpyxl import load_workbook

from cycle.domain.formulier import Formulier
from cycle.domain.indicator import INZET, IndicatorAard
from cycle.domain.partij import PartijSoort
from cycle.domain.toets import Toetsmoment
from cycle.domain.toetsvraag import Toetsuitvraag, Toetsvraag
from cycle.domain.voorbeeld import Standantwoord, Standantwoorden
from cycle.forms import ExcelFormulieren
from cycle.services.ports import GelezenFormulier
from tests.builders import een_indicator

EXCEL = ExcelFormulieren()

BOUWEN = Toetsvraag(
    partij="domesta",
    regelcode="A01-NB_DAEB",
    afspraak_id="bouwen",
    nummer=1,
    titel="De voorraad groeit",
    thema="Bouwen",
    indicator=een_indicator("NB_DAEB"),
    doel=Decimal(20),
    bod="24 woningen",
    toezegging="Wij bouwen 24 woningen aan de Beek.",
    planning="4e kwartaal 2024",
)
HUREN = Toetsvraag(
    partij="domesta",
    regelcode="A02-KK_P",
    afspraak_id="huren",
    nummer=2,
    titel="Genoeg goedkope woningen",
    thema="Huren",
    indicator=een_indicator("KK_P", eenheid="%", aard=IndicatorAard.AANDEEL),
    doel=Decimal(15),
)
OVERLEG = Toetsvraag(
    partij="domesta",
    regelcode="A03-INZET",
    afspraak_id="overleg",
    nummer=3,
    titel="Wij spreken elkaar",
    thema="Samen",
    indicator=INZET,
    toezegging="Wij komen vier keer bij elkaar.",
)
TOEZEGGING = Toetsvraag(
    partij="domesta",
    regelcode="V-0123ABCD",
    afspraak_id="bouwen",
    nummer=1,
    titel="Een vaste medewerker voor de vergunning",
    thema="Bouwen",
    indicator=INZET,
    toezegging="ja: Vanaf maart.",
    aan="Gemeente Dorp",
    is_toezegging=True,
)
ALLE = (BOUWEN, HUREN, OVERLEG, TOEZEGGING)


def een_toetsformulier(
    *vragen: Toetsvraag,
    moment: Toetsmoment = Toetsmoment.APRIL,
    soort: PartijSoort = PartijSoort.CORPORATIE,
    vorig: dict[str, str] | None = None,
) -> Formulier:
    """Return the form of Domesta for 2024, by default with a row of each kind."""
    return Formulier(
        samenwerking="dorp",
        samenwerking_naam="Dorp",
        gemeente="Dorp",
        jaar=2024,
        partij="domesta",
        partij_naam="Domesta",
        contact="beleidsadviseur (wonen@dorp.example)",
        inleveren_voor="dinsdag 2 april 2024",
        versie=moment.versie,
        regels=(),
        voorbeeld="Dit zijn voorbeeldcijfers.",
        soort=soort,
        toets=Toetsuitvraag(
            moment, "31 maart 2024", "donderdag 11 april 2024", vragen or ALLE, vorig or {}
        ),
    )


def typ(formulier: Formulier, **rijen: tuple[str, str, str]) -> bytes:
    """Return the workbook with status, cijfer and toelichting typed in by regelcode.

    A code is written with an underscore for its dash: ``A01_NB_DAEB``.
    """
    antwoorden = tuple(
        Standantwoord(code.replace("_", "-", 1), *waarden) for code, waarden in rijen.items()
    )
    return EXCEL.fill(EXCEL.write(formulier), Standantwoorden(formulier.partij, antwoorden))


def lees(werkmap: bytes, naam: str = "april-2024-domesta.xlsx") -> GelezenFormulier:
    """Return what one form says."""
    (gelezen,) = EXCEL.read(werkmap, naam, "2024-april-001")
    return gelezen


def bladen(werkmap: bytes) -> dict[str, list[list[str]]]:
    """Return the text of every visible sheet, row by row."""
    boek = load_workbook(io.BytesIO(werkmap))
    return {
        blad.title: [["" if c is None else str(c) for c in rij] for rij in blad.values]
        for blad in boek.worksheets
        if blad.sheet_state == "visible"
    }
