import io
from datetime import UTC, datetime

import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from cycle.domain.formulier import Formulier
from cycle.forms import ExcelFormulieren
from cycle.forms.uit.snelblad import Snelmap
from tests.cycle.forms.builders import een_formulier, een_kort_formulier, een_vol_formulier
from tests.cycle.forms.toetsbouw import een_toetsformulier

LASTIG = ("", " ", "a", '<b> & "c"', "twee\nregels", "\x07", "_x0007_", "=1+1", "ë €", "x" * 40_000)


def _write(soort: type[Workbook], **opties: bool) -> bytes:
    """Return a workbook with every kind of cell that XlsxWriter knows, in odd places."""
    buffer = io.BytesIO()
    with soort(buffer, {"in_memory": True, **opties}) as werkmap:
        werkmap.set_properties({"created": datetime(2024, 1, 1, tzinfo=UTC)})
        vet, rood = werkmap.add_format({"bold": True}), werkmap.add_format({"color": "red"})
        blad = werkmap.add_worksheet()
        blad.set_column(1, 1, 20, rood)
        blad.set_column(3, 3, 20)
        blad.set_row(2, 30, vet)
        for rij, tekst in enumerate(LASTIG):
            for kolom, als in enumerate((None, None, vet, None, rood)):
                blad.write_string(rij, kolom, tekst, als)
        for kolom in (0, 25, 26, 701, 702, 16_383, 16_384):
            blad.write_string(20, kolom, "ver weg")
            blad.write_blank(21, kolom, None, vet)
            blad.write_blank(22, kolom, None)
        blad.write_number(23, 0, 1.5, vet)
        blad.write_boolean(23, 1, True)
        blad.write_formula(23, 2, "=1+1")
        blad.write_datetime(23, 3, datetime(2024, 1, 1), vet)  # noqa: DTZ001  # Excel knows no zones
        blad.write_rich_string(23, 4, "een ", vet, "twee")
    return buffer.getvalue()


@pytest.mark.parametrize("opties", [{}, {"constant_memory": True}])
def test_every_kind_of_cell_is_written_as_xlsxwriter_itself_does(opties: dict[str, bool]) -> None:
    assert _write(Snelmap, **opties) == _write(Workbook, **opties)


@pytest.mark.parametrize(
    "formulieren",
    [
        (een_formulier(),),
        (een_kort_formulier(),),
        (een_vol_formulier(),),
        (een_toetsformulier(),),
        (een_formulier(), een_vol_formulier()),
    ],
)
def test_a_form_is_the_same_to_the_byte_with_plain_sheets(
    formulieren: tuple[Formulier, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    snel = ExcelFormulieren().write(*formulieren)

    monkeypatch.setattr(Snelmap, "worksheet_class", Worksheet)

    assert ExcelFormulieren().write(*formulieren) == snel


def test_texts_and_empty_cells_with_a_format_do_not_take_the_slow_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    langzaam: set[str] = set()
    gewoon = Worksheet._write_cell

    def note(blad: Worksheet, rij: int, kolom: int, cel: CellStringTuple) -> None:
        if cel.format is not None:
            langzaam.add(type(cel).__name__)
        gewoon(blad, rij, kolom, cel)

    monkeypatch.setattr(Worksheet, "_write_cell", note)

    ExcelFormulieren().write(een_vol_formulier())

    assert langzaam == {"Number"}
