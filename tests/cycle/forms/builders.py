"""Small forms and answers: every builder gives the smallest valid thing."""

import io
from collections.abc import Callable
from functools import cache

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from cycle.domain.formulier import Formulier, FormulierRegel, regelcode
from cycle.domain.indicator import INZET, Indicator, IndicatorAard, Richting
from cycle.domain.voorbeeld import Antwoord, Antwoorden, ExtraAntwoord
from cycle.forms import ExcelFormulieren
from cycle.services.ports import GelezenFormulier

NETTO = Indicator(
    "NETTO", "Netto toevoeging sociale huur", "woningen", IndicatorAard.STROOM, Richting.MIN
)
KK_P = Indicator("KK_P", "Aandeel goedkope woningen", "%", IndicatorAard.AANDEEL, Richting.MIN)
GROEN = Indicator("GROEN_M2", "Vergroend", "m2", IndicatorAard.STROOM, Richting.MIN)


def een_regel(
    nummer: int = 1, indicator: Indicator = NETTO, omschrijving: str = "De voorraad groeit"
) -> FormulierRegel:
    is_proces = indicator is INZET
    return FormulierRegel(
        regelcode=regelcode(nummer, indicator.code),
        afspraak_id=f"afspraak-{nummer}",
        nummer=nummer,
        omschrijving=omschrijving,
        indicator=indicator,
        doel="" if is_proces else "ten minste 320 woningen",
        realisatie="" if is_proces else "n.b.",
    )


def een_formulier(*regels: FormulierRegel, partij: str = "domesta", jaar: int = 2024) -> Formulier:
    """Return a form; without `regels` one of each kind: count, share, square metres, inzet."""
    standaard = (
        een_regel(1, NETTO),
        een_regel(7, KK_P, "Genoeg goedkope woningen"),
        een_regel(13, GROEN, "Meer groen"),
        een_regel(22, INZET, "Ontmoeten in de wijk"),
    )
    return Formulier(
        samenwerking="hoogeveen",
        samenwerking_naam="Hoogeveen",
        gemeente="Hoogeveen",
        jaar=jaar,
        partij=partij,
        partij_naam=partij.title(),
        contact="coördinator prestatieafspraken",
        inleveren_voor="2 oktober 2023",
        versie="1",
        regels=regels or standaard,
    )


def een_antwoord(code: str = "A01-NETTO", **velden: str) -> Antwoord:
    """Return an answer: ja, 25, unless told otherwise."""
    leeg = {"deelname": "ja", "bod": "25", "planning": "", "bedrag": "", "toelichting": ""}
    return Antwoord(regelcode=code, **{**leeg, **velden})


def alle_antwoorden(**eerste: str) -> tuple[Antwoord, ...]:
    """Return a clean answer to every question of `een_formulier`; `eerste` changes row one."""
    return (
        een_antwoord(**eerste),
        een_antwoord("A07-KK_P", bod="15,5"),
        een_antwoord("A13-GROEN_M2", bod="1.200,5"),
        een_antwoord("A22-INZET", bod="", toelichting="Wij openen een buurtkamer."),
    )


def gevuld(*antwoorden: Antwoord, extra: tuple[ExtraAntwoord, ...] = ()) -> bytes:
    """Return a filled form; without `antwoorden` all questions are answered cleanly."""
    return _gevuld(antwoorden or alle_antwoorden(), extra)


@cache
def _gevuld(antwoorden: tuple[Antwoord, ...], extra: tuple[ExtraAntwoord, ...]) -> bytes:
    formulieren = ExcelFormulieren()
    werkmap = formulieren.write(een_formulier())
    return formulieren.fill(werkmap, Antwoorden("domesta", antwoorden, extra))


def lees(inhoud: bytes, bestandsnaam: str = "bieding.xlsx") -> GelezenFormulier:
    """Return the one form in a returned file."""
    (gelezen,) = ExcelFormulieren().read(inhoud, bestandsnaam, "inzending-1")
    return gelezen


def codes(gelezen: GelezenFormulier) -> list[str]:
    return [bevinding.code for bevinding in gelezen.bevindingen]


def bewerkt(inhoud: bytes, bewerk: Callable[[Workbook], object]) -> bytes:
    """Return the workbook after a partner changed something in it."""
    boek = load_workbook(io.BytesIO(inhoud))
    bewerk(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def met_cel(adres: str, waarde: object, *, blad: str = "Bieding", formaat: str = "") -> bytes:
    """Return a cleanly filled form in which one cell was changed by hand."""

    def zet(boek: Workbook) -> None:
        cel = boek[blad][adres]
        cel.value = waarde
        if formaat:
            cel.number_format = formaat

    return bewerkt(gevuld(), zet)
