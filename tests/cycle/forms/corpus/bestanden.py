"""Bestanden: other programs, other formats, other forms, and files that are no form."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import datetime as xltijd

from tests.cycle.forms.corpus.blanco import Blanco, change
from tests.cycle.forms.corpus.geval import Geval, Overig, Waarde, meld, uitkomst_van
from tests.cycle.forms.corpus.kaart import Sleutel
from tests.cycle.forms.corpus.omzetten import add_parts, as_csv, change_parts, put_cell

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RUIS: Final = random.Random(7).randbytes(4096)  # noqa: S311 - filling, no secret


def formules(blanco: Blanco) -> Iterator[Geval]:
    """Yield formulas with an outcome, without one, and with an error."""
    regel = blanco.aantal
    for veld, naam, xml, soort, verwacht, code in (
        ("bod", "met uitkomst", "<f>20+5</f><v>25</v>", "", Waarde(25), ""),
        ("bod", "met halve uitkomst", "<f>25/2</f><v>12.5</v>", "", Waarde(None), "W302"),
        ("bod", "ander blad", "<f>Uitleg!A1+5</f><v>40</v>", "", Waarde(40), ""),
        ("bod", "tekst", '<f>"ca. "&amp;7</f><v>ca. 7</v>', "str", Waarde(7, "circa"), "W304"),
        ("bod", "zonder uitkomst", "<f>20+5</f>", "", Waarde(None), "W312"),
        ("bod", "lege uitkomst", "<f>20+5</f><v></v>", "", Waarde(None), "W312"),
        ("bod", "fout als uitkomst", "<f>A1/0</f><v>#DIV/0!</v>", "e", Waarde(None), "W311"),
        ("bod", "weg verwezen", "<f>#REF!+1</f><v>#REF!</v>", "e", Waarde(None), "W311"),
        ("bod", "fout zonder formule", "<v>#REF!</v>", "e", Waarde(None), "W311"),
        ("bod", "niet beschikbaar", "<v>#N/A</v>", "e", Waarde(None), "W311"),
        ("bod", "gedeeld", '<f t="shared" ref="A1:A2" si="9">1+1</f><v>2</v>', "", Waarde(2), ""),
        ("bedrag", "met uitkomst", "<f>1000*450</f><v>450000</v>", "", Waarde(450000), ""),
        ("bedrag", "zonder uitkomst", "<f>1000*450</f>", "", Waarde(None), "W312"),
        ("toelichting", "met uitkomst", '<f>"a"&amp;"b"</f><v>ab</v>', "str", Waarde("ab"), ""),
        ("toelichting", "fout", "<f>A1/0</f><v>#DIV/0!</v>", "e", Waarde(None), "W311"),
        ("status", "met uitkomst", '<f>"ja"</f><v>ja</v>', "str", Waarde("ja"), ""),
    ):  # fmt: skip
        sleutel = ("bieding", regel, veld)
        blad, _, adres = blanco.kaart.plek(sleutel).partition("!")
        yield _ruw_geval(
            blanco,
            f"formule in {veld}: {naam}",
            lambda b, blad=blad, adres=adres, xml=xml, soort=soort: put_cell(
                b.gevuld, blad, adres, xml, soort
            ),
            {sleutel: verwacht},
            code,
            f"{blad}!{adres}",
        )


def _ruw_geval(
    blanco: Blanco,
    naam: str,
    maak: Callable[[Blanco], bytes],
    anders: Mapping[Sleutel, Waarde | Overig | None],
    code: str,
    plek: str = "",
) -> Geval:
    """Return a case made with raw bytes."""
    meldingen = (meld(code, *[plek] if plek else []),) if code else ()
    alles = {**blanco.schoon, **anders}
    return Geval(
        naam=naam,
        maak=lambda: maak(blanco),
        waarden={s: w for s, w in alles.items() if w is not None},
        meldingen=meldingen,
        uitkomst=uitkomst_van(meldingen),
    )


def programmas(blanco: Blanco) -> Iterator[Geval]:
    """Yield what other programs do to a form that was filled with care."""
    yield _ruw_geval(blanco, "schoon", lambda b: b.gevuld, {}, "")
    yield _ruw_geval(
        blanco, "zonder eigenschappen", lambda b: change(b.gevuld, _zonder_eigenschappen), {}, ""
    )
    kenmerken = blanco.kaart.meta["sheet"]
    yield blanco.geval("zonder kenmerken", lambda boek: boek.remove(boek[kenmerken]))
    yield _ruw_geval(blanco, "kenmerken zichtbaar", lambda b: change(b.gevuld, _zichtbaar), {}, "")
    yield _ruw_geval(blanco, "teksten in een lijst", lambda b: _gedeeld(b.gevuld), {}, "")
    yield _ruw_geval(blanco, "alleen waarden", lambda b: _alleen_waarden(b.gevuld), {}, "")
    yield _ruw_geval(blanco, "telling vanaf 1904", lambda b: change(b.gevuld, _vanaf_1904), {}, "")
    yield _ruw_geval(blanco, "met macro's", lambda b: met_macros(b.gevuld), {}, "B007")
    for naam in ("formulier.xls", "formulier.csv", "formulier", "FORMULIER.XLSX"):
        geval = _ruw_geval(blanco, f"xlsx heet {naam}", lambda b: b.gevuld, {}, "")
        yield _hernoem(geval, naam)


def _hernoem(geval: Geval, bestand: str) -> Geval:
    return Geval(
        geval.naam, geval.maak, geval.waarden, geval.meldingen, geval.mag, geval.uitkomst, bestand
    )


def _zonder_eigenschappen(boek: Workbook) -> None:
    for naam in list(boek.custom_doc_props.names):
        del boek.custom_doc_props[naam]


def _zichtbaar(boek: Workbook) -> None:
    for blad in boek:
        blad.sheet_state = "visible"


def _vanaf_1904(boek: Workbook) -> None:
    boek.epoch = xltijd.CALENDAR_MAC_1904


def _gedeeld(inhoud: bytes) -> bytes:
    """Return the workbook with its texts in one shared list, as Excel writes them."""
    teksten: dict[bytes, int] = {}
    cel = re.compile(rb'(<c [^>]*)t="inlineStr"([^>]*)><is>(.*?)</is></c>', re.DOTALL)

    def verwijs(gevonden: re.Match[bytes]) -> bytes:
        nummer = teksten.setdefault(gevonden[3], len(teksten))
        return b'%st="s"%s><v>%d</v></c>' % (gevonden[1], gevonden[2], nummer)

    def wijzig(naam: str, deel: bytes) -> bytes:
        if naam.startswith("xl/worksheets/sheet"):
            return cel.sub(verwijs, deel)
        return deel

    boek = change_parts(inhoud, wijzig)
    assert teksten
    lijst = b"".join(b"<si>%s</si>" % tekst for tekst in teksten)
    soort = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    type_ = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    koppeling = b'<Relationship Id="rId901" Type="%s" Target="sharedStrings.xml"/>' % soort
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/>' % type_

    def verbind(naam: str, deel: bytes) -> bytes:
        if naam == "xl/_rels/workbook.xml.rels":
            return deel.replace(b"</Relationships>", koppeling + b"</Relationships>")
        if naam == "[Content_Types].xml":
            return deel.replace(b"</Types>", override + b"</Types>")
        return deel

    ruimte = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    delen = {"xl/sharedStrings.xml": b'<sst xmlns="%s">%s</sst>' % (ruimte, lijst)}
    return add_parts(change_parts(boek, verbind), delen)


def _alleen_waarden(inhoud: bytes) -> bytes:
    """Return a new workbook with the same values and nothing else: no formats, no properties."""
    oud, nieuw = load_workbook(io.BytesIO(inhoud)), Workbook()
    nieuw.remove(nieuw.worksheets[0])
    for blad in oud:
        ander = nieuw.create_sheet(blad.title)
        for rij in blad.iter_rows():
            for cel in rij:
                if cel.value is not None:
                    ander.cell(cel.row, cel.column, cel.value)
    uit = io.BytesIO()
    nieuw.save(uit)
    return uit.getvalue()


def met_macros(inhoud: bytes) -> bytes:
    """Return the workbook as xlsm."""
    soort = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    met = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    vba = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'

    def wijzig(naam: str, deel: bytes) -> bytes:
        if naam != "[Content_Types].xml":
            return deel
        return deel.replace(soort, met).replace(b"</Types>", vba)

    return add_parts(change_parts(inhoud, wijzig), {"xl/vbaProject.bin": OLE + _RUIS})


def herkomst(blanco: Blanco) -> Iterator[Geval]:
    """Yield forms that say something else, or nothing, about whose they are."""
    meta = blanco.kaart.meta

    def zet_overal(veld: str, waarde: str) -> Callable[[Workbook], None]:
        def wijzig(boek: Workbook) -> None:
            boek[meta["sheet"]][meta["cells"][veld]] = waarde
            _zet_eigenschap(boek, veld, waarde)

        return wijzig

    def kenmerk(veld: str, waarde: str) -> Callable[[Workbook], None]:
        return lambda boek: boek[meta["sheet"]].__setitem__(meta["cells"][veld], waarde)

    def verlaat(boek: Workbook) -> None:
        _zonder_eigenschappen(boek)
        boek.remove(boek[meta["sheet"]])

    for naam, wijzig, codes in (
        ("nergens meer van wie", verlaat, "B010"),
        ("blad zegt een andere partij", kenmerk("partij", "anderen"), "B010|B011"),
        ("blad zegt een ander jaar", kenmerk("cyclus", "2019"), "B010|B012"),
        ("eigenschap zegt anders", lambda b: _zet_eigenschap(b, "partij", "x"), "B010|B011"),
        ("oude versie", zet_overal("versie", "0"), "B013"),
        ("oude versie met letters", zet_overal("versie", "2019.1"), "B013"),
    ):
        yield _geweigerd(blanco, naam, lambda wijzig=wijzig: change(blanco.gevuld, wijzig), codes)
    for naam, velden, codes in (
        ("andere partij", {"partij": "anderen"}, "B011"),
        ("andere cyclus", {"jaar": blanco.kaart.cyclus + 1}, "B012"),
    ):
        yield _geweigerd(blanco, naam, lambda: blanco.gevuld, codes, verwacht=velden)


def _zet_eigenschap(boek: Workbook, veld: str, waarde: str) -> None:
    """Change a custom property; its name ends with the field."""
    [naam] = [n for n in boek.custom_doc_props.names if n.endswith(f"_{veld}")]
    del boek.custom_doc_props[naam]
    boek.custom_doc_props.append(StringProperty(name=naam, value=waarde))


def _geweigerd(
    blanco: Blanco,
    naam: str,
    maak: Callable[[], bytes],
    codes: str,
    *,
    bestand: str = "bieding.xlsx",
    verwacht: Mapping[str, Any] | None = None,
) -> Geval:
    """Return a file that is refused."""
    del blanco
    meldingen = (meld(codes),)
    return Geval(
        naam=naam, maak=maak, waarden=None, meldingen=meldingen, mag=frozenset(codes.split("|")),
        uitkomst=frozenset({"geweigerd"}), bestand=bestand, verwacht=verwacht or {},
    )  # fmt: skip


def geen_formulier(blanco: Blanco) -> Iterator[Geval]:
    """Yield files that are no workbook, or that broke on the way."""
    heel = blanco.gevuld
    wachtwoord = "EncryptedPackage".encode("utf-16-le")
    for naam, inhoud, codes, bestand in (
        ("leeg bestand", b"", "B001", "bieding.xlsx"),
        (
            "docx",
            _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
            "B002",
            "",
        ),
        ("pdf", b"%PDF-1.7\n" + _RUIS, "B002", ""),
        ("jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + _RUIS, "B002", ""),
        ("png", b"\x89PNG\r\n\x1a\n" + _RUIS, "B002", ""),
        ("webpagina", b"<html><body><table><tr><td>25</td></tr></table></body></html>", "B002", ""),
        ("losse xml", b'<?xml version="1.0"?><Workbook/>', "B002", ""),
        ("zip met foto's", _zip({"foto.jpg": _RUIS}), "B002", ""),
        ("tekst", b"Beste coordinator, wij doen mee.", "B002|B010", ""),
        ("doc", OLE + b"\x00" * 504 + "WordDocument".encode("utf-16-le") + _RUIS, "B002|B003", ""),
        ("wachtwoord", OLE + b"\x00" * 504 + wachtwoord + _RUIS, "B004", ""),
        ("halve xlsx", heel[: len(heel) // 2], "B003", ""),
        ("kop van xlsx", heel[:100], "B003", ""),
        ("zonder staart", heel[:-30], "B003", ""),
        ("ruis na PK", b"PK\x03\x04" + _RUIS, "B003|B002", ""),
        ("xlsx zonder bladen", change_parts(heel, _zonder_bladen), "B003|B006|B010", ""),
        ("te groot", heel + random.Random(1).randbytes(11 * 1024 * 1024), "B005", ""),  # noqa: S311
        ("leeg met naam csv", b"", "B001", "bieding.csv"),
        ("alleen enters", b"\r\n\r\n\r\n", "B001|B002|B010", "bieding.csv"),
    ):
        yield _geweigerd(
            blanco, naam, lambda inhoud=inhoud: inhoud, codes, bestand=bestand or "bieding.xlsx"
        )


def _zonder_bladen(naam: str, deel: bytes) -> bytes | None:
    return None if naam.startswith("xl/worksheets/") else deel


def _zip(delen: Mapping[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()


@cache
def _as_csv(werkmap: bytes, blad: str, scheiding: str, codering: str) -> bytes:
    return as_csv(werkmap, blad, scheiding, codering)


def csvs(blanco: Blanco) -> Iterator[Geval]:
    """Yield the sheet Bieding as csv: it does not say whose it is, so the sender does."""
    tabel = blanco.kaart.tabellen["bieding"]
    afzender = {"partij": blanco.kaart.partij, "jaar": blanco.kaart.cyclus}
    waarden: dict[Sleutel, Waarde | Overig] = {
        s: w for s, w in blanco.schoon.items() if s[0] == "bieding"
    }
    for scheiding, codering in (
        (";", "utf-8-sig"), (";", "utf-8"), (";", "cp1252"), (";", "utf-16"),
        (",", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-16"), ("\t", "utf-8"), ("|", "utf-8"),
    ):  # fmt: skip
        naam = {"\t": "tab"}.get(scheiding, scheiding)
        yield Geval(
            naam=f"csv met {naam} in {codering}",
            maak=lambda s=scheiding, c=codering: _as_csv(blanco.gevuld, tabel.sheet, s, c),
            waarden=waarden,
            meldingen=(meld("B016"),),
            uitkomst=frozenset({"ok"}),
            bestand="bieding.csv",
            verwacht=afzender,
        )
    bod = ("bieding", blanco.aantal, "bod")
    deel = ("bieding", blanco.procent, "bod")
    bedrag = ("bieding", blanco.aantal, "bedrag")
    for sleutel, ruw, formaat, verwacht, code in (
        (bod, "ca. 700", "", Waarde(700, "circa"), "W304"),
        (bod, "1.234", "", Waarde(1234), ""),
        (bod, "10-15", "", Waarde(10, hoog=15), "W305"),
        (bod, "PM", "", Waarde(None, reden="onbekend"), "W315"),
        (bod, "veel", "", Waarde(None), "W301"),
        (bod, "12,5", "", Waarde(None), "W302"),
        (deel, 0.25, "0%", Waarde(25), ""),
        (deel, 6.8, "", Waarde(6.8), ""),
        (bedrag, "€ 450.000,-", "", Waarde(450000), ""),
        (bedrag, 1234.5, "", Waarde(1234.5), ""),
    ):

        def maak(sleutel: Sleutel = sleutel, ruw: object = ruw, formaat: str = formaat) -> bytes:
            werkmap = change(blanco.gevuld, lambda b: blanco.zet(b, sleutel, ruw, formaat))
            return as_csv(werkmap, tabel.sheet)

        plek = f"{tabel.sheet}!{tabel.cel(*sleutel[1:])}".partition("!")[2]
        yield Geval(
            naam=f"csv met {ruw} in {sleutel[2]}",
            maak=maak,
            waarden={**waarden, sleutel: verwacht},
            meldingen=(meld("B016"), *[meld(code) for _ in [plek] if code]),
            uitkomst=uitkomst_van((meld("B016"), *[meld(c) for c in [code] if c])),
            bestand="bieding.csv",
            verwacht=afzender,
        )
    yield _geweigerd(
        blanco,
        "csv zonder afzender en zonder de regels boven de kop",
        lambda: b"\r\n".join(
            as_csv(blanco.gevuld, tabel.sheet).split(b"\r\n")[tabel.kop_rij - 1 :]
        ),
        "B010",
        bestand="iets.csv",
    )
    yield Geval(
        naam="csv met lege regels en aanhalingstekens",
        maak=lambda: b"\xef\xbb\xbf\r\n\r\n" + as_csv(blanco.gevuld, tabel.sheet)[3:],
        waarden=waarden,
        meldingen=(meld("B016"),),
        uitkomst=frozenset({"ok"}),
        bestand="bieding.csv",
        verwacht=afzender,
    )
