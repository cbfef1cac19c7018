"""Which engine makes a PDF: the settings, and what is on this computer."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from cycle.documents.pdf import Profiel, kantoor, keuze
from cycle.documents.pdf.kantoor import Kantoor
from cycle.documents.pdf.keuze import choose_engine
from cycle.documents.pdf.libreoffice import LibreOfficeMotor, SofficeMotor
from cycle.documents.pdf.motor import MotorOntbreekt
from cycle.settings import PdfKeuze, Settings

HEEL = Kantoor(Path("soffice.bin"), Path("python"))
ZONDER_UNO = Kantoor(Path("soffice.bin"), None)


@pytest.mark.parametrize(
    ("aanwezig", "letter", "verwacht"),
    [
        (HEEL, True, PdfKeuze.LIBREOFFICE),
        (ZONDER_UNO, True, PdfKeuze.SOFFICE),
        (HEEL, False, PdfKeuze.INGEBOUWD),
        (None, True, PdfKeuze.INGEBOUWD),
    ],
)
def test_auto_takes_the_best_engine_that_is_there(
    monkeypatch: pytest.MonkeyPatch, aanwezig: Kantoor | None, letter: bool, verwacht: PdfKeuze
) -> None:
    monkeypatch.setattr(keuze, "find_kantoor", lambda: aanwezig)
    monkeypatch.setattr(keuze, "has_letter", lambda: letter)

    assert choose_engine(PdfKeuze.AUTO, Profiel.DEFINITIEF) is verwacht
    assert choose_engine(PdfKeuze.AUTO, Profiel.CONCEPT) is PdfKeuze.INGEBOUWD


@pytest.mark.parametrize("gekozen", [k for k in PdfKeuze if k is not PdfKeuze.AUTO])
def test_choice_of_the_settings_holds(gekozen: PdfKeuze) -> None:
    assert {choose_engine(gekozen, profiel) for profiel in Profiel} == {gekozen}


@pytest.mark.parametrize("motor", [LibreOfficeMotor, SofficeMotor])
def test_absent_libreoffice_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, motor: type[LibreOfficeMotor | SofficeMotor]
) -> None:
    monkeypatch.setattr(kantoor, "find_kantoor", lambda: None)

    with pytest.raises(MotorOntbreekt, match="staat niet op deze computer") as fout:
        motor().render(b"", Profiel.CONCEPT)

    assert "JAARSCHIJF_PDF=ingebouwd" in fout.value.advies


def test_setting_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAARSCHIJF_PDF", "soffice")

    assert Settings().pdf is PdfKeuze.SOFFICE


def test_setting_refuses_an_unknown_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAARSCHIJF_PDF", "word")

    with pytest.raises(ValidationError, match="ingebouwd"):
        Settings()
