"""Antwoorden: choices, periods and texts as people write them."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final

from openpyxl.workbook.workbook import Workbook

from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.geval import VRIJ, Geval, Waarde, meld

_KEUZES: Final = (
    ("Ja", "ja"), ("JA", "ja"), (" ja ", "ja"), ("ja.", "ja"), ("j", "ja"), ("J", "ja"),
    ("Deels", "deels"), ("deels ", "deels"), ("gedeeltelijk", "deels"), ("Nee", "nee"),
    ("NEE", "nee"), ("nee.", "nee"), ("n", "nee"), ("N.V.T.", "n.v.t."), ("nvt", "n.v.t."),
    ("n.v.t", "n.v.t."), ("Nvt.", "n.v.t."), ("niet van toepassing", "n.v.t."), ("ja!", "ja"),
)  # fmt: skip
_KEUZE_FOUT: Final = (
    "misschien", "ja, deels", "ja/nee", "zie toelichting", "?", "25", 25, "janee",
)  # fmt: skip
_PERIODES: Final = (
    ("Q3 {j}", "07-01", "09-30"), ("q3 {j}", "07-01", "09-30"), ("Q3-{j}", "07-01", "09-30"),
    ("{j} Q3", "07-01", "09-30"), ("{j}-Q3", "07-01", "09-30"), ("K3 {j}", "07-01", "09-30"),
    ("3e kwartaal {j}", "07-01", "09-30"), ("4e kwartaal", "10-01", "12-31"),
    ("4e kwartaal {j}", "10-01", "12-31"), ("derde kwartaal {j}", "07-01", "09-30"),
    ("1 juli '{jj}", "07-01", "07-01"), ("1 juli {j}", "07-01", "07-01"),
    ("juli {j}", "07-01", "07-31"), ("Juli {j}", "07-01", "07-31"), ("juli", "07-01", "07-31"),
    ("jul {j}", "07-01", "07-31"), ("juli '{jj}", "07-01", "07-31"),
    ("feb. {j}", "02-01", "02-28"), ("{j}-07-15", "07-15", "07-15"),
    ("15-07-{j}", "07-15", "07-15"), ("15/7/{j}", "07-15", "07-15"),
    ("15-7-{jj}", "07-15", "07-15"), ("15.07.{j}", "07-15", "07-15"), ("{j}", "01-01", "12-31"),
    ("1e helft {j}", "01-01", "06-30"), ("31 december {j}", "12-31", "12-31"),
    ("07-{j}", "07-01", "07-31"), ("Q1-Q2 {j}", "01-01", "06-30"),
    ("juni - augustus {j}", "06-01", "08-31"),
)  # fmt: skip
_VAAG: Final = (
    ("medio {j}", "05-01", "08-31"), ("begin {j}", "01-01", "03-31"),
    ("eind {j}", "10-01", "12-31"), ("najaar {j}", "09-01", "11-30"),
    ("Eind {j}", "10-01", "12-31"), ("medio '{jj}", "05-01", "08-31"), ("najaar", "09-01", "11-30"),
)  # fmt: skip
_PERIODE_FOUT: Final = (
    "31 juni {j}", "07/13/{j}", "zsm", "z.s.m.", "na de bouwvak", "30-02-{j}", "Q5 {j}",
    "{j}-13-01", "5e kwartaal {j}", "juli of later", "x" * 300, "juni-ish",
)  # fmt: skip


def keuzes(blanco: Blanco) -> Iterator[Geval]:
    """Yield the answer to "Doet u mee?" in many spellings."""
    regel = blanco.aantal
    status, bod, toelichting = (("bieding", regel, v) for v in ("status", "bod", "toelichting"))
    for tekst, keuze in _KEUZES:
        weg = keuze in ("nee", "n.v.t.")

        def kies(boek: Workbook, tekst: str = tekst, weg: bool = weg) -> None:
            blanco.zet(boek, status, tekst)
            if weg:
                blanco.zet(boek, bod, None)

        anders = {status: Waarde(keuze, ruw=tekst)}
        yield blanco.geval(f"keuze: {tekst!r}", kies, {**anders, **({bod: None} if weg else {})})
    for ruw in _KEUZE_FOUT:
        yield blanco.typ(f"keuze: {ruw!r}", status, ruw, Waarde(None), "W316")
    yield blanco.typ("keuze: leeg", status, None, VRIJ, "W313")
    for keuze in ("nee", "n.v.t."):
        yield blanco.geval(
            f"keuze: {keuze} zonder uitleg",
            lambda boek, keuze=keuze: (
                blanco.zet(boek, status, keuze),
                blanco.zet(boek, bod, None),
                blanco.zet(boek, toelichting, None),
            ),
            {status: Waarde(keuze), bod: None, toelichting: None},
            meld("W317", blanco.kaart.plek(toelichting)),
        )
    for tekst in ("n.v.t.", "nvt", "N.v.t."):
        yield blanco.geval(
            f"keuze: n.v.t. met {tekst} als bod",
            lambda boek, tekst=tekst: (
                blanco.zet(boek, status, "n.v.t."),
                blanco.zet(boek, bod, tekst),
            ),
            {status: Waarde("n.v.t."), bod: Waarde(None, reden="nvt", ruw=tekst)},
        )


def periodes(blanco: Blanco) -> Iterator[Geval]:
    """Yield moments and periods, exact, vague and impossible."""
    jaar = blanco.kaart.cyclus
    planning = ("bieding", blanco.aantal, "planning")
    for vorm, van, tot in _PERIODES:
        tekst = vorm.format(j=jaar, jj=jaar % 100)
        verwacht = Waarde(f"{jaar}-{van}", tot=f"{jaar}-{tot}")
        yield blanco.typ(f"periode: {tekst}", planning, tekst, verwacht)
    for vorm, van, tot in _VAAG:
        tekst = vorm.format(j=jaar, jj=jaar % 100)
        verwacht = Waarde(f"{jaar}-{van}", tot=f"{jaar}-{tot}")
        yield blanco.typ(f"periode: {tekst}", planning, tekst, verwacht, "W320")
    for vorm in _PERIODE_FOUT:
        tekst = vorm.format(j=jaar)
        yield blanco.typ(f"periode: {tekst[:20]}", planning, tekst, Waarde(None), "W319")
    dag = date(jaar, 7, 15)
    for soort in (dag, datetime.combine(dag, time(12, 30))):
        verwacht = Waarde(f"{jaar}-07-15", tot=f"{jaar}-07-15")
        naam = f"periode: {type(soort).__name__}"
        yield blanco.typ(naam, planning, soort, verwacht, formaat="dd-mm-yyyy")
    yield blanco.typ(
        "periode: jaar als getal", planning, jaar, Waarde(f"{jaar}-01-01", tot=f"{jaar}-12-31")
    )
    yield blanco.typ(
        "periode: lang geleden", planning, "Q3 2019", Waarde("2019-07-01", tot="2019-09-30"), "W321"
    )
    yield blanco.geval(
        "periode: leeg mag", lambda boek: blanco.zet(boek, planning, None), {planning: None}
    )


def teksten(blanco: Blanco) -> Iterator[Geval]:
    """Yield explanations: every text must come back as it was typed."""
    toelichting = ("bieding", blanco.aantal, "toelichting")
    for tekst in (
        "NA", "None", "n/a", "nan", "null", "TRUE", "#N/B niet beschikbaar", "-", "0", "12-10",
        "=1+1 is de som", "Zie 'bijlage'; \"concept\" & <b>vet</b>", "regel een\nregel twee",
        "ca. 700 woningen", "één café – 100 m²", "x" * 2000, "🏠 wonen",
    ):  # fmt: skip
        yield blanco.typ(f"tekst: {tekst[:20]!r}", toelichting, tekst, Waarde(tekst))
    yield blanco.typ("tekst: te lang", toelichting, "a " * 1200, VRIJ, "W318")
    yield blanco.typ("tekst: getal", toelichting, 2026, Waarde("2026"))
    yield blanco.geval(
        "tekst: leeg mag bij ja",
        lambda boek: blanco.zet(boek, toelichting, None),
        {toelichting: None},
    )
    inzet = ("bieding", blanco.inzet, "toelichting")
    yield blanco.typ("tekst: inzet zonder antwoord", inzet, None, VRIJ, "W313")
