"""The folder with documents: in the right place, and never outside it."""

from pathlib import Path

import pytest

from cycle.domain.errors import InvoerError
from cycle.uitgifte import MapUitgifte


def test_a_document_lands_in_the_folder_of_its_cyclus(tmp_path: Path) -> None:
    pad = MapUitgifte(tmp_path / "stukken").write("hoogeveen", 2024, "concept/brief.docx", b"brief")

    assert pad == tmp_path / "stukken" / "hoogeveen-2024" / "concept" / "brief.docx"
    assert pad.read_bytes() == b"brief"


def test_the_same_document_again_is_left_untouched(tmp_path: Path) -> None:
    uitgifte = MapUitgifte(tmp_path)
    voor = uitgifte.write("hoogeveen", 2024, "brief.docx", b"brief").stat()

    na = uitgifte.write("hoogeveen", 2024, "brief.docx", b"brief").stat()

    assert (na.st_ino, na.st_mtime_ns) == (voor.st_ino, voor.st_mtime_ns)


@pytest.mark.parametrize(
    "naam",
    ["", ".", "..", "../brief.docx", "a/../../brief.docx", "/brief.docx", "..\\brief.docx"],
)
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, naam: str) -> None:
    with pytest.raises(InvoerError, match="buiten de map") as fout:
        MapUitgifte(tmp_path).write("hoogeveen", 2024, naam, b"brief")

    assert fout.value.plek == "hoogeveen-2024"
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("samenwerking", ["../elders", "a/b", "/elders"])
def test_a_samenwerking_that_leaves_the_folder_is_refused(
    tmp_path: Path, samenwerking: str
) -> None:
    with pytest.raises(InvoerError, match="buiten de map"):
        MapUitgifte(tmp_path / "uit").write(samenwerking, 2024, "brief.docx", b"brief")

    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    elders = tmp_path / "elders"
    elders.mkdir()
    (tmp_path / "uit" / "hoogeveen-2024").mkdir(parents=True)
    (tmp_path / "uit" / "hoogeveen-2024" / "concept").symlink_to(elders)

    with pytest.raises(InvoerError, match="buiten de map"):
        MapUitgifte(tmp_path / "uit").write("hoogeveen", 2024, "concept/brief.docx", b"brief")

    assert list(elders.iterdir()) == []
