"""Files that are no form of ours end in a finding, never in a crash."""

import io
import random
import zipfile

import pytest

from cycle.domain.bevinding import has_fouten
from cycle.forms.bestand import keuring
from cycle.forms.bestand.pakket import Inhoud
from cycle.forms.bestand.raster import CelSoort
from cycle.forms.bestand.werkmap import load_werkmap
from cycle.forms.meldingen.catalogus import CATALOGUS
from tests.cycle.forms.bestand.valkuilen import met_deel
from tests.cycle.forms.builders import codes, gevuld, lees

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _pakket(**delen: bytes) -> bytes:
    """Return a zip; double underscores in a name stand for a slash, single ones for a dot."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam.replace("__", "/").replace("_", "."), inhoud)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "B001"),
        (b"Beste coordinator, hierbij ons bod.", "B002"),
        (b"%PDF-1.7", "B002"),
        (OLE + b"oud Excel-bestand", "B002"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "B004"),
        (b"PK\x03\x04 geen zip", "B003"),
        (_pakket(word__document_xml=b"<document/>"), "B002"),
        (_pakket(xl__workbook_xml=b"geen xml"), "B003"),
        (_pakket(xl__workbook_xml=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "B006"),
        (_pakket(xl__workbook_xml="<!DOCTYPE x><x/>".encode("utf-16")), "B006"),
        (_pakket(xl__workbook_xml=b"0" * 2_000_000), "B006"),
        (_pakket(**{f"deel{nummer}": b"" for nummer in range(501)}), "B005"),
    ],
)
def test_what_is_no_workbook_is_named_and_not_opened(inhoud: bytes, code: str) -> None:
    gelezen = lees(inhoud, "brief.xlsx")

    assert [(b.code, b.plek) for b in gelezen.bevindingen] == [(code, "brief.xlsx")]
    assert gelezen.bieding is None


def test_a_file_above_10_mib_is_not_opened() -> None:
    assert codes(lees(b"PK\x03\x04" + b"0" * keuring.GROOTST_BESTAND)) == ["B005"]


def test_a_file_that_unpacks_to_more_than_60_mib_is_not_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keuring, "GROOTST_UITGEPAKT", 1000)

    assert codes(lees(gevuld())) == ["B005"]


def test_half_a_file_is_damaged() -> None:
    inhoud = gevuld()

    assert codes(lees(inhoud[: len(inhoud) // 2])) == ["B003"]


def test_macros_are_set_aside_with_a_warning() -> None:
    gelezen = lees(met_deel("xl/vbaProject.bin", b"macro"))

    assert codes(gelezen) == ["B007"]
    assert gelezen.bieding is not None


def test_a_part_with_nonsense_is_damaged() -> None:
    assert codes(lees(met_deel("xl/worksheets/sheet2.xml", b"<worksheet><"))) == ["B003"]


def _verminkt(inhoud: bytes, toeval: random.Random) -> bytes:
    """Return a copy in which 1 to 11 bytes differ; one in five is cut off as well."""
    kopie = bytearray(inhoud)
    for _ in range(toeval.randint(1, 11)):
        kopie[toeval.randrange(len(kopie))] = toeval.randrange(256)
    return bytes(kopie[: toeval.randrange(len(kopie))] if toeval.random() < 0.2 else kopie)


def test_400_damaged_copies_of_a_form_all_end_in_findings_of_the_catalogue() -> None:
    toeval = random.Random(2024)  # noqa: S311 - a fixed series, no secret
    inhoud = gevuld()

    for _ in range(400):
        gelezen = lees(_verminkt(inhoud, toeval))
        assert {b.code for b in gelezen.bevindingen} <= set(CATALOGUS)
        assert (gelezen.bieding is None) == has_fouten(gelezen.bevindingen)


def test_damaged_parts_inside_a_sound_zip_end_in_findings_too() -> None:
    toeval = random.Random(2025)  # noqa: S311 - a fixed series, no secret
    with zipfile.ZipFile(io.BytesIO(gevuld())) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}

    for _ in range(200):
        naam = toeval.choice(sorted(delen))
        gelezen = lees(met_deel(naam, _verminkt(delen[naam], toeval)))
        assert {b.code for b in gelezen.bevindingen} <= set(CATALOGUS)
        assert (gelezen.bieding is None) == has_fouten(gelezen.bevindingen)


def test_a_number_beyond_all_bounds_is_an_error_value() -> None:
    blad = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1E999</v></c></row></sheetData></worksheet>'
    )

    raster = load_werkmap(met_deel("xl/worksheets/sheet2.xml", blad), Inhoud(""))

    assert raster is not None
    assert raster.bladen[1].cellen[1, 1].soort is CelSoort.FOUTWAARDE


def test_a_stray_cell_in_the_last_corner_is_no_reason_to_walk_17_billion_cells() -> None:
    blad = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    inhoud = met_deel("xl/worksheets/sheet2.xml", blad)

    assert codes(lees(inhoud)) == ["S103"]


def test_a_strict_workbook_says_in_which_kind_to_save_it() -> None:
    strikt = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'

    assert codes(lees(met_deel("xl/workbook.xml", strikt))) == ["B002"]
