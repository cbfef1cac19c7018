"""Gewoonten: forms as thirty employees would fill them in, with many habits in one file."""

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.workbook import Workbook

from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.geval import Geval, Waarde, meld
from tests.cycle.forms.corpus.kaart import Sleutel

_NIET = Waarde(None)
_AANTALLEN: Mapping[str, tuple[Waarde, str]] = {
    "12 st": (Waarde(12), ""), "was 30 nu 25": (_NIET, "W301"), "25; 30": (_NIET, "W301"),
    "25/jaar": (_NIET, "W301"), "van 12 naar 15": (_NIET, "W301"), "5-": (_NIET, "W301"),
    "12 tot en met 15": (Waarde(12, hoog=15), "W305"), "> 5": (Waarde(5, "meer dan"), "W304"),
    "25\u202f000": (Waarde(25000), ""), "1½": (_NIET, "W301"), "€ 12": (_NIET, "W306"),
}  # fmt: skip
_BEDRAGEN: Mapping[str, tuple[Waarde, str]] = {
    "€ 0,45 mln": (Waarde(450000), ""), "4,5 ton": (_NIET, "W301"), "eigen uren": (_NIET, "W301"),
    "€10k-15k": (Waarde(10000, hoog=15000), "W305"), "-€ 500": (_NIET, "W307"),
    "€ 100.000 (nu) en € 50.000 (later)": (_NIET, "W301"), "2x € 50.000": (_NIET, "W301"),
    "€ 25.000/woning": (_NIET, "W301"), "450.000 EUR": (Waarde(450000), ""), ".": (_NIET, "W301"),
}  # fmt: skip


def gewoonten(blanco: Blanco) -> Iterator[Geval]:
    """Yield files in which many rows were filled in by habit, and sheets were written on."""
    alle = list(blanco.kaart.tabellen["bieding"].regels)
    yield from _rondes(blanco, "bod", blanco.tellingen, _AANTALLEN)
    yield from _rondes(blanco, "bedrag", alle, _BEDRAGEN)
    yield from _rondes(blanco, "planning", alle, _periodes(blanco))
    yield from _bladen(blanco)
    yield from _rijen(blanco)
    yield from _opmaak(blanco)


def _rondes(
    blanco: Blanco, veld: str, regels: list[str], lijst: Mapping[str, tuple[Waarde, str]]
) -> Iterator[Geval]:
    """Yield forms with one habit in each of these rows, as many as it takes."""
    over = list(lijst.items())
    while over:
        ronde, over = over[: len(regels)], over[len(regels) :]
        sleutels = [("bieding", regel, veld) for regel in regels[: len(ronde)]]
        cellen = dict(zip(sleutels, ronde, strict=True))
        yield _ingevuld(blanco, f"gewoonten bij {veld}: {ronde[0][0]}", cellen)


def _periodes(blanco: Blanco) -> Mapping[str, tuple[Waarde, str]]:
    """Return periods as people write them."""
    jaar = blanco.kaart.cyclus
    return {
        f"mei/juni {jaar}": (Waarde(f"{jaar}-05-01", tot=f"{jaar}-06-30"), ""),
        f"per 1-1-{jaar}": (Waarde(f"{jaar}-01-01", tot=f"{jaar}-01-01"), ""),
        "2e helft": (Waarde(f"{jaar}-07-01", tot=f"{jaar}-12-31"), ""),
        "Q1 t/m Q3": (Waarde(f"{jaar}-01-01", tot=f"{jaar}-09-30"), ""),
        "week 35": (_NIET, "W319"), "start Q2, klaar Q4": (_NIET, "W319"),
        "loopt al": (_NIET, "W319"), "31/12": (_NIET, "W319"), "volgend jaar": (_NIET, "W319"),
    }  # fmt: skip


def _ingevuld(
    blanco: Blanco, naam: str, cellen: Mapping[Sleutel, tuple[str, tuple[Waarde, str]]]
) -> Geval:
    """Return a form with something odd in each of these cells."""

    def vul(boek: Workbook) -> None:
        for sleutel, (ruw, _) in cellen.items():
            blanco.zet(boek, sleutel, ruw)

    meldingen = [meld(c, blanco.kaart.plek(s)) for s, (_, (_, c)) in cellen.items() if c]
    return blanco.geval(naam, vul, {s: w for s, (_, (w, _)) in cellen.items()}, *meldingen)


def _bladen(blanco: Blanco) -> Iterator[Geval]:
    """Yield a form that was written on where nothing is asked."""
    extra = blanco.kaart.tabellen["extra"].sheet

    def schrijf(boek: Workbook) -> None:
        boek["Uitleg"]["B4"] = "Ons bod geldt alleen met subsidie"
        boek["Uitleg"]["A80"] = "Akkoord directie"
        boek["Uitleg"]["A1"].comment = Comment("Graag even bellen", "P. de Vries")
        boek.create_sheet("Per wijk")["C7"] = "30 extra woningen"
        boek[extra]["A6"] = "Een buurtkamer"
        boek[extra].row_dimensions[6].hidden = True

    yield blanco.geval(
        "op andere bladen geschreven",
        schrijf,
        {("extra", "E01", "voorstel"): Waarde("Een buurtkamer")},
        meld("S107", "Uitleg!B4"), meld("S107", "Uitleg!A80"), meld("S109", "Uitleg!A1"),
        meld("S107", "Per wijk!C7"), meld("S106", f"{extra}!A6"),
    )  # fmt: skip


def _rijen(blanco: Blanco) -> Iterator[Geval]:
    """Yield a form with rows and notes of its own around ours."""
    tabel = blanco.kaart.tabellen["bieding"]
    rij, onder, bod = tabel.rij(blanco.aantal), tabel.laatste, tabel.kolommen["bod"]

    def schrijf(boek: Workbook) -> None:
        ws = boek[tabel.sheet]
        ws[f"A{onder + 1}"], ws[f"{bod}{onder + 1}"] = "TOTAAL", 400
        ws[f"C{onder + 4}"] = "Akkoord, J. Jansen"
        ws[f"O{rij}"] = "mits de gemeente meedoet"
        ws[f"P{onder + 9}"].comment = Comment("Bel mij hierover", "P. de Vries")
        ws[f"H{rij}"], ws[f"E{rij}"] = 30, "huizen"

    blad = tabel.sheet
    plekken = (f"{blad}!C{onder + 4}", f"{blad}!O{rij}")
    yield blanco.geval(
        "eigen rijen en notities",
        schrijf,
        {},
        meld("R204"), *(meld("S107", plek) for plek in plekken),
        meld("S109", f"{blad}!P{onder + 9}"),
        meld("S108", f"{blad}!H{rij}"), meld("S108", f"{blad}!E{rij}"),
    )  # fmt: skip


def _opmaak(blanco: Blanco) -> Iterator[Geval]:
    """Yield a form in which the look of cells says something."""
    regels = blanco.tellingen
    formaten: list[tuple[float, str, Waarde, str]] = [
        (25, '"max. "0', Waarde(25, "maximaal"), "W304"),
        (0, '0;-0;"geen"', _NIET, "W314"),
        (25, "00000", Waarde(25), ""),
    ]
    rond = dict(zip(regels[: len(formaten)], formaten, strict=True))
    procent: Sleutel = ("bieding", blanco.procent, "bod")
    sleutels: dict[Sleutel, Any] = {("bieding", regel, "bod"): f for regel, f in rond.items()}
    sleutels[procent] = (0.25, '"ca. "0%', Waarde(25, "circa"), "W304")

    def maak_op(boek: Workbook) -> None:
        for sleutel, (waarde, formaat, _, _) in sleutels.items():
            blanco.zet(boek, sleutel, waarde, formaat)
        blad, _, adres = blanco.kaart.plek(("bieding", regels[0], "bedrag")).partition("!")
        boek[blad][adres].font = Font(strike=True)
        boek[blad][adres].fill = PatternFill("solid", fgColor="FFFF0000")

    yield blanco.geval(
        "opmaak die iets zegt",
        maak_op,
        {sleutel: waarde for sleutel, (_, _, waarde, _) in sleutels.items()},
        *(meld(code, blanco.kaart.plek(s)) for s, (_, _, _, code) in sleutels.items() if code),
        meld("S110", blanco.kaart.plek(("bieding", regels[0], "bedrag"))),
    )
