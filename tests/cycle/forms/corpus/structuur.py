"""Structuur: sheets, columns and rows that were renamed, moved, copied, hidden or removed."""

import random
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import column_index_from_string as nummer
from openpyxl.utils import get_column_letter as letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.geval import VRIJ, Geval, Overig, Waarde, meld
from tests.cycle.forms.corpus.kaart import Sleutel, Tabel
from tests.cycle.forms.corpus.omzetten import put_value

_NOTITIE = "Let op: nog bespreken met het bestuur"


def _bieding(blanco: Blanco) -> Tabel:
    return blanco.kaart.tabellen["bieding"]


def _rij(tabel: Tabel, rij: int) -> list[str]:
    """Return every cell of a row of a table: a finding about a row may be on any of them."""
    return [f"{tabel.sheet}!{kolom}{rij}" for kolom in tabel.kolommen.values()]


def _weg(blanco: Blanco, is_weg: object) -> dict[Sleutel, Overig | None]:
    """Return the answers that can no longer be read."""
    if not callable(is_weg):
        raise TypeError
    return {sleutel: None for sleutel in blanco.antwoorden if is_weg(*sleutel)}


def bladen(blanco: Blanco) -> Iterator[Geval]:
    """Yield what people do to sheets."""
    tabellen = [t for t in blanco.kaart.tabellen.values() if t.regels]
    for tabel in tabellen:
        for naam in ("Blad1", f"{tabel.sheet} definitief", "concept v2 (aangepast)"):

            def hernoem(boek: Workbook, blad: str = tabel.sheet, naam: str = naam) -> None:
                boek[blad].title = naam

            yield blanco.geval(f"blad {tabel.sheet} heet {naam}", hernoem, {}, meld("S102"))
        yield blanco.geval(
            f"blad {tabel.sheet} in hoofdletters",
            lambda boek, blad=tabel.sheet: setattr(boek[blad], "title", f" {blad.upper()} "),
            mag="S102",
        )
        yield blanco.geval(
            f"blad {tabel.sheet} weg",
            lambda boek, blad=tabel.sheet: boek.remove(boek[blad]),
            _weg(blanco, lambda t, r, v, naam=tabel.naam: t == naam),
            meld("S101"),
        )
        yield blanco.geval(
            f"blad {tabel.sheet} verborgen",
            lambda boek, blad=tabel.sheet: setattr(boek[blad], "sheet_state", "hidden"),
            mag="S106|S102",
            uitkomst="ok|waarschuwing",
        )
    blad = _bieding(blanco).sheet
    yield blanco.geval("bladen omgekeerd", lambda boek: boek._sheets.reverse())
    yield blanco.geval(
        "alle bladen hernoemd",
        lambda boek: [
            setattr(boek[t.sheet], "title", f"Blad{nr}")
            for nr, t in enumerate(blanco.kaart.tabellen.values(), 1)
        ],
        {},
        *[meld("S102") for _ in blanco.kaart.tabellen],
    )
    for los in (t for t in blanco.kaart.tabellen.values() if not t.regels):
        yield blanco.geval(
            f"leeg blad {los.sheet} weg",
            lambda boek, blad=los.sheet: boek.remove(boek[blad]),
            mag="S101",
            uitkomst="ok|waarschuwing|correctie",
        )
    yield blanco.geval(
        "blad gekopieerd",
        lambda boek: boek.copy_worksheet(boek[blad]),
        {},
        meld("S111", f"{blad} Copy"),
    )
    for naam in ("Uitleg", "Lijsten"):
        yield blanco.geval(f"blad {naam} weg", lambda boek, naam=naam: boek.remove(boek[naam]))
    yield blanco.geval(
        "eigen blad erbij",
        lambda boek: boek.create_sheet("Onze notities", 0).append([_NOTITIE, 12]),
        mag="S107",
        uitkomst="ok|waarschuwing",
    )


def kolommen(blanco: Blanco) -> Iterator[Geval]:
    """Yield what people do to columns."""
    tabel = _bieding(blanco)
    bod, toelichting = tabel.kolommen["bod"], tabel.kolommen["toelichting"]
    for een, ander in (("bod", "toelichting"), ("status", "bedrag"), ("regel", "planning")):
        yield blanco.geval(
            f"kolommen {een} en {ander} gewisseld",
            lambda boek, een=een, ander=ander: _wissel(
                boek[tabel.sheet], tabel.kop_rij, tabel.kolommen[een], tabel.kolommen[ander]
            ),
        )
    yield blanco.geval(
        "lege kolom ertussen",
        lambda boek: boek[tabel.sheet].insert_cols(nummer(bod)),
    )
    yield blanco.geval("kolom ervoor", lambda boek: boek[tabel.sheet].insert_cols(1))

    def eigen_kolom(boek: Workbook) -> None:
        ws = boek[tabel.sheet]
        ws.insert_cols(nummer(bod))
        ws[f"{bod}{tabel.kop_rij}"] = "Onze opmerking"
        ws[f"{bod}{tabel.rij(blanco.aantal)}"] = _NOTITIE

    yield blanco.geval(
        "eigen kolom ertussen", eigen_kolom, {}, mag="S107", uitkomst="ok|waarschuwing"
    )
    for veld in ("bod", "status", "toelichting", "bedrag"):
        kop = tabel.koppen[veld]
        for nieuw in (kop.upper(), f" {kop} *:", kop.replace(" ", "\n").replace("euro", "€")):
            geval = blanco.geval(f"kop {veld} als {nieuw!r}", lambda boek: None)
            cel = f"{tabel.kolommen[veld]}{tabel.kop_rij}"
            yield _met_cel(blanco, geval, f"{tabel.sheet}!{cel}", nieuw)
        yield blanco.geval(
            f"kop {veld} heet anders",
            lambda boek, veld=veld: _zet_kop(boek, tabel, veld, "Iets heel anders"),
            _weg(blanco, lambda t, r, v, veld=veld: t == "bieding" and v == veld),
            meld("S103"),
        )
        yield blanco.geval(
            f"kolom {veld} weg",
            lambda boek, veld=veld: boek[tabel.sheet].delete_cols(nummer(tabel.kolommen[veld])),
            _weg(blanco, lambda t, r, v, veld=veld: t == "bieding" and v == veld),
            meld("S103"),
        )
        dubbel = letter(nummer(toelichting) + 1)

        def verdubbel(boek: Workbook, veld: str = veld, dubbel: str = dubbel) -> None:
            ws = boek[tabel.sheet]
            for rij in range(tabel.kop_rij, tabel.laatste + 1):
                ws[f"{dubbel}{rij}"] = ws[f"{tabel.kolommen[veld]}{rij}"].value

        plekken = [f"{tabel.sheet}!{k}{tabel.kop_rij}" for k in (tabel.kolommen[veld], dubbel)]
        yield blanco.geval(
            f"kop {veld} dubbel",
            verdubbel,
            {s: VRIJ for s in blanco.antwoorden if s[0] == "bieding" and s[2] == veld},
            meld("S104", *plekken),
        )
    yield blanco.geval(
        "grijze kolom weg",
        lambda boek: boek[tabel.sheet].delete_cols(nummer(tabel.kolommen["omschrijving"])),
        mag="S103|S108",
        uitkomst="ok|waarschuwing|correctie",
    )
    yield blanco.geval(
        "kolom verborgen",
        lambda boek: setattr(boek[tabel.sheet].column_dimensions[bod], "hidden", True),
        mag="S106",
        uitkomst="ok|waarschuwing",
    )


def rijen(blanco: Blanco) -> Iterator[Geval]:
    """Yield what people do to rows."""
    tabel, regel = _bieding(blanco), blanco.aantal
    rij, blad = tabel.rij(regel), tabel.sheet
    code_kolom, bod_kolom = tabel.kolommen["regel"], tabel.kolommen["bod"]
    yield blanco.geval("lege rij ertussen", lambda boek: boek[blad].insert_rows(rij))
    yield blanco.geval("drie rijen erboven", lambda boek: boek[blad].insert_rows(1, 3))
    yield blanco.geval(
        "rijen boven de kop weg", lambda boek: boek[blad].delete_rows(1, tabel.kop_rij - 1)
    )
    yield blanco.geval(
        "omgekeerd gesorteerd", lambda boek: _schik(boek[blad], tabel, omgekeerd=True)
    )
    yield blanco.geval("geschud", lambda boek: _schik(boek[blad], tabel, omgekeerd=False))
    yield blanco.geval(
        "rij weg",
        lambda boek: boek[blad].delete_rows(rij),
        _weg(blanco, lambda t, r, v: (t, r) == ("bieding", regel)),
        meld("R201"),
    )
    onder = tabel.laatste + 1
    yield blanco.geval(
        "rij dubbel",
        lambda boek: _kopieer_rij(boek[blad], rij, onder),
        {s: VRIJ for s in blanco.antwoorden if s[:2] == ("bieding", regel)},
        meld("R202", *_rij(tabel, rij), *_rij(tabel, onder)),
    )
    yield blanco.geval(
        "kop herhaald onderaan", lambda boek: _kopieer_rij(boek[blad], tabel.kop_rij, onder)
    )

    def kop_ertussen(boek: Workbook) -> None:
        boek[blad].insert_rows(rij)
        _kopieer_rij(boek[blad], tabel.kop_rij, rij)

    yield blanco.geval("kop herhaald ertussen", kop_ertussen)
    for veld, codes in (("omschrijving", "R204"), ("indicator", "R204"), ("regel", "R203|R204")):

        def totaal(boek: Workbook, veld: str = veld) -> None:
            boek[blad][f"{tabel.kolommen[veld]}{onder}"] = "Totaal"
            boek[blad][f"{bod_kolom}{onder}"] = 1234

        yield blanco.geval(
            f"totaalrij met kop bij {veld}", totaal, {}, meld(codes, *_rij(tabel, onder))
        )
    yield blanco.geval(
        "antwoord zonder code eronder",
        lambda boek: boek[blad].__setitem__(f"{bod_kolom}{onder + 2}", 15),
        {},
        meld("R204", *_rij(tabel, onder + 2)),
    )
    for naam, code in (("kleine letters", regel.lower()), ("spaties", f" {regel} ")):
        yield blanco.geval(
            f"code in {naam}",
            lambda boek, code=code: boek[blad].__setitem__(f"{code_kolom}{rij}", code),
            mag="S108",
            uitkomst="ok|waarschuwing",
        )
    for naam, nieuw, gevonden in (("onbekend", "A99-XX", "R203"), ("leeg", None, "R204")):
        yield blanco.geval(
            f"code {naam}",
            lambda boek, nieuw=nieuw: boek[blad].__setitem__(f"{code_kolom}{rij}", nieuw),
            _weg(blanco, lambda t, r, v: (t, r) == ("bieding", regel)),
            meld(gevonden, *_rij(tabel, rij)),
            meld("R201"),
        )
    yield from _verborgen(blanco, tabel, regel)


def _verborgen(blanco: Blanco, tabel: Tabel, regel: str) -> Iterator[Geval]:
    """Yield rows that cannot be seen."""
    rij = tabel.rij(regel)
    yield blanco.geval(
        "rij verborgen",
        lambda boek: setattr(boek[tabel.sheet].row_dimensions[rij], "hidden", True),
        {},
        meld("S106", *_rij(tabel, rij), f"{tabel.sheet}!{rij}"),
    )
    yield blanco.geval(
        "lege rij verborgen",
        lambda boek: setattr(boek[tabel.sheet].row_dimensions[tabel.laatste + 3], "hidden", True),
    )


def samengevoegd(blanco: Blanco) -> Iterator[Geval]:
    """Yield merged cells: over rows, over columns, and where they do no harm."""
    tabel = _bieding(blanco)
    een = min(blanco.tellingen[:2], key=tabel.rij)
    codes = sorted(tabel.regels, key=tabel.rij)
    volgende = codes[codes.index(een) + 1]
    for veld in ("bod", "toelichting", "status"):
        bereik = f"{tabel.cel(een, veld)}:{tabel.cel(volgende, veld)}"
        plekken = [blanco.kaart.plek(("bieding", r, veld)) for r in (een, volgende)]
        yield blanco.geval(
            f"samengevoegd: {veld} over twee regels",
            lambda boek, bereik=bereik: boek[tabel.sheet].merge_cells(bereik),
            {s: VRIJ for r in (een, volgende) if (s := ("bieding", r, veld)) in blanco.antwoorden},
            meld("S105", *plekken),
            mag="W313|W317",
        )
    naast = f"{tabel.cel(een, 'status')}:{tabel.cel(een, 'bod')}"
    yield blanco.geval(
        "samengevoegd: twee kolommen",
        lambda boek: boek[tabel.sheet].merge_cells(naast),
        {("bieding", een, v): VRIJ for v in ("status", "bod")},
        meld("S105", *[blanco.kaart.plek(("bieding", een, v)) for v in ("status", "bod")]),
        mag="W313|W317",
    )
    onder = tabel.laatste + 3
    yield blanco.geval(
        "samengevoegd: buiten de tabel",
        lambda boek: boek[tabel.sheet].merge_cells(f"A{onder}:C{onder + 1}"),
    )
    yield blanco.geval(
        "samengevoegd: de titel", lambda boek: boek[tabel.sheet].merge_cells("A1:D1")
    )


def aantekeningen(blanco: Blanco) -> Iterator[Geval]:
    """Yield comments, strike-through and rich text."""
    tabel = _bieding(blanco)
    bod = ("bieding", blanco.aantal, "bod")
    plek, adres = blanco.kaart.plek(bod), tabel.cel(blanco.aantal, "bod")

    def schrijf(boek: Workbook, adres: str, auteur: str, tekst: str = _NOTITIE) -> None:
        boek[tabel.sheet][adres].comment = Comment(tekst, auteur)

    yield blanco.geval("opmerking", lambda b: schrijf(b, adres, "Jan"), {}, meld("S109", plek))
    grijs = tabel.cel(blanco.aantal, "doel")
    yield blanco.geval(
        "opmerking bij grijs",
        lambda boek: schrijf(boek, grijs, "Jan"),
        {},
        meld("S109", f"{tabel.sheet}!{grijs}"),
    )
    yield blanco.geval(
        "eigen opmerking", lambda b: schrijf(b, adres, "jaarschijf", "W304 (waarschuwing)\nCirca.")
    )
    yield blanco.geval(
        "in plaats van onze opmerking", lambda b: schrijf(b, adres, "jaarschijf"), {},
        meld("S109", plek),
    )  # fmt: skip
    yield blanco.geval(
        "opmerking buiten de tabel",
        lambda boek: schrijf(boek, f"A{tabel.laatste + 4}", "Jan"),
        mag="S109",
        uitkomst="ok|waarschuwing",
    )

    def streep_door(boek: Workbook, adres: str) -> None:
        cel = boek[tabel.sheet][adres]
        letters = copy(cel.font)
        cel.font = Font(name=letters.name, size=letters.size, strike=True)

    yield blanco.geval("doorgestreept", lambda b: streep_door(b, adres), {}, meld("S110", plek))
    toelichting = ("bieding", blanco.aantal, "toelichting")
    yield blanco.geval(
        "doorgestreepte tekst",
        lambda boek: streep_door(boek, tabel.cel(blanco.aantal, "toelichting")),
        {},
        meld("S110", blanco.kaart.plek(toelichting)),
    )
    rijk = CellRichText("Wij doen ", TextBlock(InlineFont(b=True), "vijftig"), " woningen.")
    yield blanco.typ(
        "vette woorden", toelichting, rijk, Waarde("Wij doen vijftig woningen.")
    )  # fmt: skip


def grijze_cellen(blanco: Blanco) -> Iterator[Geval]:
    """Yield grey cells that were changed, emptied or overwritten."""
    for naam, velden in (
        ("bieding", ("doel", "omschrijving", "indicator", "eenheid", "realisatie", "vorig")),
        ("voorraad", ("omschrijving", "eenheid", "vorig")),
    ):
        tabel = blanco.kaart.tabellen.get(naam)
        for veld in velden if tabel else ():
            if tabel is None or veld not in tabel.kolommen:
                continue
            regel = blanco.aantal if naam == "bieding" else blanco.soort(naam, "VRD_NDAEB")
            sleutel = (naam, regel, veld)
            for ruw in ("iets anders", 999):
                plek = blanco.kaart.plek(sleutel)
                naam_geval = f"grijs: {naam} {veld} wordt {ruw}"
                geval = blanco.geval(naam_geval, lambda boek: None, {}, meld("S108", plek))
                yield _met_cel(blanco, geval, plek, ruw)
    leeg = ("bieding", blanco.aantal, "omschrijving")
    yield blanco.geval(
        "grijs: leeggemaakt",
        lambda boek: blanco.zet(boek, leeg, None),
        {},
        meld("S108", blanco.kaart.plek(leeg)),
    )


def ver_weg(blanco: Blanco) -> Iterator[Geval]:
    """Yield cells far outside the table."""
    blad = _bieding(blanco).sheet
    for adres in ("XFD1048576", "A6000", "ZZ5", "XFD1"):
        yield blanco.geval(
            f"ver weg: {adres}",
            lambda boek, adres=adres: boek[blad].__setitem__(adres, "verdwaald"),
            {},
            meld("S107", f"{blad}!{adres}"),
        )


def _met_cel(blanco: Blanco, geval: Geval, plek: str, ruw: str | int) -> Geval:
    """Return the case with one cell typed over, instead of a workbook that was saved anew."""
    blad, _, adres = plek.partition("!")
    return replace(geval, maak=lambda: put_value(blanco.gevuld, blad, adres, ruw))


def _zet_kop(boek: Workbook, tabel: Tabel, veld: str, kop: str) -> None:
    """Type another heading; the table in the workbook follows, as in Excel."""
    boek[tabel.sheet][f"{tabel.kolommen[veld]}{tabel.kop_rij}"] = kop


def _wissel(ws: Worksheet, kop_rij: int, een: str, ander: str) -> None:
    """Swap two columns with their headings."""
    for rij in range(kop_rij, ws.max_row + 1):
        links, rechts = ws[f"{een}{rij}"], ws[f"{ander}{rij}"]
        links.value, rechts.value = rechts.value, links.value
        links.number_format, rechts.number_format = rechts.number_format, links.number_format


def _schik(ws: Worksheet, tabel: Tabel, *, omgekeerd: bool) -> None:
    """Put the rows of the table in another order."""
    eerste = tabel.kop_rij + 1
    inhoud = [
        [(cel.value, cel.number_format) for cel in ws[rij]]
        for rij in range(eerste, tabel.laatste + 1)
    ]
    if omgekeerd:
        inhoud.reverse()
    else:
        random.Random(4).shuffle(inhoud)  # noqa: S311 - an order, no secret
    for rij, cellen in enumerate(inhoud, eerste):
        _vul_rij(ws, rij, cellen)


def _vul_rij(ws: Worksheet, rij: int, cellen: Iterable[tuple[object, str]]) -> None:
    for kolom, (waarde, formaat) in enumerate(cellen, 1):
        cel = ws.cell(rij, kolom)
        cel.value, cel.number_format = waarde, formaat


def _kopieer_rij(ws: Worksheet, van: int, naar: int) -> None:
    """Copy a row to another place, values only."""
    _vul_rij(ws, naar, [(cel.value, cel.number_format) for cel in ws[van]])
