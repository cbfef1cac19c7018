"""Files by their sha256: kept once, whole, and never silently wrong."""

from hashlib import sha256
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from cycle.domain.errors import NietGevonden
from cycle.store.bestanden import HashBestanden
from cycle.store.errors import BestandBeschadigd


@pytest.fixture(params=["folder", "object store"])
def plaats(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return a folder, or a place that only fsspec can reach."""
    if request.param == "folder":
        return str(tmp_path / "bestanden")
    MemoryFileSystem.store.clear()
    return "memory://bestanden"


def test_a_file_comes_back_by_its_hash(plaats: str) -> None:
    code = HashBestanden(plaats).put(b"jaarschijf")

    assert code == sha256(b"jaarschijf").hexdigest()
    assert HashBestanden(plaats).get(code) == b"jaarschijf"


def test_an_empty_file_is_a_file(plaats: str) -> None:
    bestanden = HashBestanden(plaats)

    assert bestanden.get(bestanden.put(b"")) == b""


@pytest.mark.parametrize("code", ["ab" * 32, "", "../../etc/passwd", "AB" * 32])
def test_a_hash_that_is_not_there_is_not_found(plaats: str, code: str) -> None:
    HashBestanden(plaats).put(b"iets anders")

    with pytest.raises(NietGevonden, match="is er niet") as fout:
        HashBestanden(plaats).get(code)

    assert "reservekopie" in fout.value.advies


def test_a_damaged_file_is_refused_and_repaired_when_it_comes_again(plaats: str) -> None:
    bestanden = HashBestanden(plaats)
    code = bestanden.put(b"jaarschijf")
    pad = f"{plaats}/{code[:2]}/{code[2:4]}/{code}"
    bestanden._systeem.pipe_file(pad, b"jaarschijF")

    with pytest.raises(BestandBeschadigd, match=code[:12]) as fout:
        bestanden.get(code)
    assert fout.value.plek.endswith(code)

    assert bestanden.put(b"jaarschijf") == code
    assert bestanden.get(code) == b"jaarschijf"


def test_the_same_bytes_are_kept_once_and_not_written_again(plaats: str) -> None:
    bestanden = HashBestanden(plaats)
    bestanden.put(b"jaarschijf")
    (eerste,) = bestanden._systeem.find(plaats)
    voor = bestanden._systeem.modified(eerste)

    bestanden.put(b"jaarschijf")

    assert bestanden._systeem.find(plaats) == [eerste]
    assert bestanden._systeem.modified(eerste) == voor
