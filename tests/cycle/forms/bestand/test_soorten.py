"""A form that comes back as another kind of file gives the same answers."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cycle.forms import ExcelFormulieren
from cycle.forms.bestand import kindproces
from cycle.forms.bestand.keuring import Soort
from cycle.services.ports import Afzender, GelezenFormulier
from tests.cycle.forms.builders import (
    alle_antwoorden,
    bewerkt,
    codes,
    een_antwoord,
    gevuld,
    lees,
)

ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NS = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
    for naam in ("office", "table", "text", "style", "meta")
)


def _antwoorden(gelezen: GelezenFormulier) -> list[tuple[object, ...]]:
    return [
        (w.tabel, w.regel, w.veld, w.waarde, w.ruw, w.tot, w.kwalificatie, w.reden, w.plek.cel)
        for w in gelezen.waarden
    ]


def _gevuld() -> bytes:
    return gevuld(
        een_antwoord(
            bod="ca. 700",
            planning="Q3 2024",
            bedrag="450000",
            toelichting="Eerst slopen\ndan bouwen",
        ),
        *alle_antwoorden()[1:],
    )


def _csv(teken: str, codering: str, **anders: str) -> bytes:
    """Return the sheet Bieding of a filled form as csv; `anders` replaces a text by another."""
    blad = load_workbook(io.BytesIO(_gevuld()))["Bieding"]
    regels = []
    for rij in blad.iter_rows(values_only=True):
        cellen = ["" if c is None else str(c) for c in rij]
        if teken == ";":  # a Dutch Excel writes a comma
            cellen = [c.replace(".", ",") if c in ("15.5", "1200.5") else c for c in cellen]
        regels.append(teken.join(f'"{c}"' if teken in c or "\n" in c else c for c in cellen))
    tekst = "\r\n".join(regels)
    for van, naar in anders.items():
        tekst = tekst.replace(van, naar)
    return tekst.encode(codering)


def _saved_as(soort: str, inhoud: bytes, map_: Path) -> GelezenFormulier:
    """Return how a workbook is read after LibreOffice saved it in another format."""
    bron, uit = map_ / "bieding.xlsx", map_ / "uit"
    bron.write_bytes(inhoud)
    opdracht = ["soffice", f"-env:UserInstallation=file://{map_}/profiel", "--headless",
                "--convert-to", soort, "--outdir", str(uit), str(bron)]  # fmt: skip
    subprocess.run(opdracht, check=True, capture_output=True)
    return lees((uit / f"bieding.{soort}").read_bytes(), f"bieding.{soort}")


def _met_opmaak(boek: Workbook) -> None:
    """Say things by how cells look: words by a number, lines through texts, a hidden column."""
    blad = boek["Bieding"]
    blad["J5"], blad["J5"].number_format = 700, '"ca. "0'
    blad["L5"], blad["L5"].number_format = 3, '0.0" mln"'
    blad["J6"], blad["J6"].number_format = 0.25, '"min. "0%;"min" 0%'
    blad["M5"] = CellRichText("Alleen ", TextBlock(InlineFont(strike=True), "niet"), " met geld")
    blad["I6"].font = Font(strike=True)
    blad.column_dimensions["M"].hidden = True


@pytest.mark.parametrize("soort", ["ods", "xls", "xlsx"])
def test_a_form_saved_by_another_program_gives_the_same_answers(soort: str, tmp_path: Path) -> None:
    inhoud = bewerkt(_gevuld(), _met_opmaak)

    terug = _saved_as(soort, inhoud, tmp_path)

    assert _antwoorden(terug) == _antwoorden(lees(inhoud))
    assert sorted(codes(terug)) == ["S106", "S110", "S110", "W304", "W304"]


@pytest.mark.parametrize(
    ("teken", "codering"),
    [(";", "utf-8"), (";", "utf-8-sig"), (",", "cp1252"), ("\t", "utf-16"), ("|", "utf-8")],
)
def test_a_csv_is_read_whatever_its_letters_and_separator(teken: str, codering: str) -> None:
    gelezen = lees(_csv(teken, codering), "export.csv")
    bod = [w for w in gelezen.waarden if w.veld == "bod"]

    assert codes(gelezen) == ["B016", "W304"]
    assert (gelezen.partij, gelezen.samenwerking, gelezen.jaar) == ("domesta", "hoogeveen", 2024)
    assert [str(w.waarde) for w in bod] == ["700", "15.5", "1200.5"]
    assert gelezen.bieding is not None


def test_the_line_in_which_a_csv_names_its_separator_is_no_answer() -> None:
    assert codes(lees(b"sep=;\r\n" + _csv(";", "utf-8"), "x.csv")) == ["B016", "W304"]


@pytest.mark.parametrize(("teken", "waarde"), [(";", "1200"), (",", "1.2")])
def test_a_dot_is_a_decimal_sign_only_where_commas_part_the_cells(teken: str, waarde: str) -> None:
    gelezen = lees(_csv(teken, "utf-8", **{"1200.5": "1.200", "1200,5": "1.200"}), "x.csv")

    assert [str(w.waarde) for w in gelezen.waarden if w.veld == "bod"][2] == waarde


def test_a_csv_without_code_is_booked_on_the_sender_or_on_the_name_of_the_file() -> None:
    kaal = _csv(";", "utf-8", **{"Formulier: hoogeveen / domesta / 2024 / 2": ""})
    lezer = ExcelFormulieren()

    (van_afzender,) = lezer.read(kaal, "x.csv", "1", Afzender("domesta", "hoogeveen", 2024))
    (van_naam,) = lezer.read(kaal, "bieding-2024-domesta (1).csv", "1")
    (onbekend,) = lezer.read(kaal, "x.csv", "1")

    assert [codes(g)[0] for g in (van_afzender, van_naam, onbekend)] == ["B016", "B016", "B010"]
    assert (van_afzender.partij, van_naam.partij, onbekend.partij) == ("domesta", "domesta", "")
    assert onbekend.bieding is None
    assert next(w.ruw for w in onbekend.waarden if w.veld == "bod") == "ca. 700"


@pytest.mark.parametrize(
    "inhoud",
    [
        b'a;b;c\r\n1;"2',
        b"a;b;c\n" + b"x" * 2_000_000,
        b"a;b\x00;c;\r\r\n;;;",
        "a;b;;".encode("utf-16"),
    ],
)
def test_a_broken_csv_ends_in_a_finding(inhoud: bytes) -> None:
    assert codes(lees(inhoud, "x.csv")) == ["B010"]


def _ods(content: str, **delen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr("mimetype", ODS)
        pakket.writestr("content.xml", content)
        for naam, inhoud in delen.items():
            pakket.writestr(naam.replace("__", "/").replace("_", "."), inhoud)
    return uit.getvalue()


def _tabel(rijen: str) -> str:
    return (
        f"<office:document-content {_NS}><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad1">{rijen}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def test_an_open_spreadsheet_keeps_percent_signs_and_counts_what_repeats() -> None:
    leeg = (
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/>'
        "</table:table-row>"
    )
    rij = (
        '<table:table-row table:visibility="collapse">'
        '<table:table-cell table:number-columns-repeated="3"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.25"/>'
        '<table:table-cell table:number-columns-spanned="2" office:value-type="string">'
        "<text:p>a<text:s text:c=\"2\"/>b</text:p></table:table-cell></table:table-row>"
    )  # fmt: skip

    raster = kindproces.load_in_kind(_ods(_tabel(rij + leeg)), Soort.ODS)

    assert not isinstance(raster, str)
    (blad,) = raster.bladen
    assert {vak: w.ruw for vak, w in blad.cellen.items()} == {(1, 4): "25%", (1, 5): "a  b"}
    assert blad.verborgen_rijen == {1}
    assert [(s.eerste, s.laatste) for s in blad.samengevoegd] == [((1, 5), (1, 6))]


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (_ods("<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "B006"),
        (_ods("<x/>", **{"META-INF__manifest_xml": "<m:encryption-data/>"}), "B004"),
        (_ods("<office:niets"), "B003"),
        (_ods(_tabel("")), "B010"),
    ],
)
def test_an_open_spreadsheet_that_is_no_form_ends_in_a_finding(inhoud: bytes, code: str) -> None:
    assert codes(lees(inhoud, "x.ods")) == [code]


def test_an_open_spreadsheet_with_a_million_repeats_is_too_big() -> None:
    rij = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"/></table:table-row>'
    )

    assert codes(lees(_ods(_tabel(rij)), "x.ods")) == ["B005"]


def test_an_old_workbook_full_of_nonsense_is_damaged() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")

    assert codes(lees(ole + b"\x00\xff" * 5000, "x.xls")) == ["B003"]


def test_a_process_that_does_not_answer_in_time_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kindproces, "SECONDEN", 0.0)

    assert kindproces.load_in_kind(_ods(_tabel("")), Soort.ODS) == "B003"


def test_a_cell_of_a_csv_that_lies_far_away_does_not_hide_the_rows_below_it() -> None:
    regels = _csv(";", "utf-8").split(b"\r\n")
    regels[4] += b";" * 250 + b"verdwaald"

    gelezen = lees(b"\r\n".join(regels), "x.csv")

    assert "S107" in codes(gelezen)
    assert len([w for w in gelezen.waarden if w.veld == "bod"]) == 3
