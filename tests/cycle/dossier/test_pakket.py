"""A dossier is one file that is the same everywhere; what comes back is read with care."""

import io
import random
import zipfile

import pytest

from cycle.domain.errors import InvoerError
from cycle.dossier import ZipPakket

DELEN = {"b/ë.txt": b"twee", "a.txt": b"een", "manifest.json": b"{}"}


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    namen = list(DELEN)
    eerste = ZipPakket().pack(DELEN)
    random.Random(1).shuffle(namen)  # noqa: S311 - an order, no secret

    assert ZipPakket().pack({naam: DELEN[naam] for naam in namen}) == eerste


def test_what_was_packed_comes_back() -> None:
    assert ZipPakket().unpack(ZipPakket().pack(DELEN)) == DELEN


def test_nothing_is_squeezed_so_that_no_library_changes_a_byte() -> None:
    with zipfile.ZipFile(io.BytesIO(ZipPakket().pack(DELEN))) as gelezen:
        assert {lid.compress_type for lid in gelezen.infolist()} == {zipfile.ZIP_STORED}


def _zip(*leden: tuple[str, bytes], soort: int = zipfile.ZIP_STORED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", soort) as doel:
        for naam, inhoud in leden:
            doel.writestr(zipfile.ZipInfo(naam), inhoud, soort)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"geen zip", "geen zip"),
        (_zip(("a", b"1"))[:-30], "geen zip"),
        (_zip(("a", b"ABC")).replace(b"ABC", b"ABD"), "beschadigd"),
        (_zip(("../a", b"1")), "buiten het dossier"),
        (_zip(("/a", b"1")), "buiten het dossier"),
        (_zip(("a\\..\\b", b"1")), "buiten het dossier"),
    ],
)
def test_a_zip_that_is_not_ours_is_refused_in_dutch(inhoud: bytes, melding: str) -> None:
    with pytest.raises(InvoerError, match=melding):
        ZipPakket().unpack(inhoud)


@pytest.mark.parametrize("soort", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_in_a_squeezed_file_is_told_in_dutch_wherever_it_is(soort: int) -> None:
    delen = {"a": bytes(range(256)) * 4}
    heel = _zip(*delen.items(), soort=soort)
    geweigerd = 0
    for plek in range(31, heel.index(b"PK\x01\x02")):
        inhoud = bytearray(heel)
        inhoud[plek] ^= 0xFF
        geweigerd += _is_geweigerd(bytes(inhoud), delen)

    assert geweigerd > 100


def _is_geweigerd(inhoud: bytes, delen: dict[str, bytes]) -> bool:
    """Return whether a zip is refused as damaged; else all of it came back as it was."""
    try:
        gelezen = ZipPakket().unpack(inhoud)
    except InvoerError as fout:
        return "beschadigd" in fout.melding
    assert gelezen == delen
    return False


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused() -> None:
    with pytest.raises(InvoerError, match="twee keer"):
        ZipPakket().unpack(_zip(("a", b"1"), ("a", b"2")))


def test_a_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cycle.dossier.pakket.GROOTST", 1000)
    bom = io.BytesIO()
    with zipfile.ZipFile(bom, "w", zipfile.ZIP_DEFLATED) as doel:
        doel.writestr("bom", bytes(100_000))

    with pytest.raises(InvoerError, match="te groot"):
        ZipPakket().unpack(bom.getvalue())
