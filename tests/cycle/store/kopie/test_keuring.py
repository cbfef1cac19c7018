"""A backup in which one byte differs is never put back as if nothing were wrong."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cycle.domain.errors import JaarschijfError
from cycle.store.kopie.keuring import check_kopie
from cycle.store.kopie.manifest import MANIFEST, KopieOnbruikbaar
from tests.cycle.store.kopie.builders import een_map, maak


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    maak(een_map(tmp_path), tmp_path / "kopie.zip")
    return tmp_path / "kopie.zip"


def _rebuild(kopie: Path, verander: Callable[[dict[str, bytes]], None]) -> None:
    """Write the archive anew after a change to its parts; the zip itself is right."""
    with zipfile.ZipFile(kopie) as archief:
        delen = {naam: archief.read(naam) for naam in archief.namelist()}
    verander(delen)
    with zipfile.ZipFile(kopie, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)


def _edit_manifest(delen: dict[str, bytes], **velden: object) -> None:
    delen[MANIFEST] = json.dumps(json.loads(delen[MANIFEST]) | velden).encode()


def test_one_changed_byte_anywhere_is_noticed_or_changes_nothing(kopie: Path) -> None:
    heel, verwacht = kopie.read_bytes(), check_kopie(kopie)
    stap = max(1, len(heel) // 150)

    geweigerd = 0
    for plek in range(0, len(heel), stap):
        kopie.write_bytes(heel[:plek] + bytes([heel[plek] ^ 0xFF]) + heel[plek + 1 :])
        try:
            assert check_kopie(kopie) == verwacht, plek
        except JaarschijfError:
            geweigerd += 1

    assert geweigerd > 100


@pytest.mark.parametrize("deel", [0, 10, 0.3, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_refused(kopie: Path, deel: float) -> None:
    heel = kopie.read_bytes()
    kopie.write_bytes(heel[: int(deel * len(heel)) if deel < 1 else int(deel)])

    with pytest.raises(KopieOnbruikbaar, match="geen hele reservekopie"):
        check_kopie(kopie)


@pytest.mark.parametrize(
    ("verander", "melding"),
    [
        (lambda d: d.pop("content/dorp/samenwerking.toml"), "past niet bij de onderdelen"),
        (lambda d: d.update({"content/erbij.md": b""}), "past niet bij de onderdelen"),
        (lambda d: d.update({"jaarschijf.sqlite": b"x"}), "veranderd of beschadigd"),
        (lambda d: _edit_manifest(d, vorm=2), "nieuwere versie van jaarschijf"),
        (lambda d: _edit_manifest(d, schema="v2999_1"), "nieuwere versie van jaarschijf"),
        (lambda d: _edit_manifest(d, schema=""), "staat niets"),
        (lambda d: d.update({MANIFEST: b"[]"}), "niet te lezen"),
        (lambda d: d.update({MANIFEST: b"[" * 100_000}), "niet te lezen"),
        (lambda d: _edit_manifest(d, soort=[]), "niet te lezen"),
        (lambda d: _edit_manifest(d, gemaakt_op="gisteren"), "niet te lezen"),
        (lambda d: _edit_manifest(d, leden=[{"naam": 1, "sha256": "", "grootte": 0}]), "te lezen"),
        (lambda d: d.pop(MANIFEST), "geen hele reservekopie"),
    ],
)
def test_what_does_not_belong_is_refused(
    kopie: Path, verander: Callable[[dict[str, bytes]], None], melding: str
) -> None:
    _rebuild(kopie, verander)

    with pytest.raises(KopieOnbruikbaar, match=melding):
        check_kopie(kopie)


@pytest.mark.parametrize("plek", [8, 10], ids=["a password", "another compression"])
@pytest.mark.parametrize("deel", ["jaarschijf.sqlite", MANIFEST])
def test_a_part_that_asks_for_what_a_backup_never_has_is_refused(
    kopie: Path, deel: str, plek: int
) -> None:
    heel = bytearray(kopie.read_bytes())
    begin = heel.rindex(deel.encode()) - 46  # where the list of parts tells of this one
    assert heel[begin : begin + 4] == b"PK\x01\x02"
    heel[begin + plek] = 99
    kopie.write_bytes(heel)

    with pytest.raises(KopieOnbruikbaar):
        check_kopie(kopie)


@pytest.mark.parametrize("naam", ["content/../buiten", "content//x", "bestanden/kort", "/etc/x"])
def test_a_part_whose_name_leads_out_is_refused(kopie: Path, naam: str) -> None:
    leeg = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    def smuggle(delen: dict[str, bytes]) -> None:
        leden = json.loads(delen[MANIFEST])["leden"]
        _edit_manifest(delen, leden=[*leden, {"naam": naam, "sha256": leeg, "grootte": 0}])
        delen[naam] = b""

    _rebuild(kopie, smuggle)

    with pytest.raises(KopieOnbruikbaar, match="een naam die hier niet hoort"):
        check_kopie(kopie)


def test_a_database_inside_that_is_none_is_refused(tmp_path: Path, kopie: Path) -> None:
    import hashlib

    def spoil(delen: dict[str, bytes]) -> None:
        leden = json.loads(delen[MANIFEST])["leden"]
        leden[0] |= {"sha256": hashlib.sha256(b"onzin").hexdigest(), "grootte": 5}
        _edit_manifest(delen, leden=leden)
        delen["jaarschijf.sqlite"] = b"onzin"

    _rebuild(kopie, spoil)

    with pytest.raises(KopieOnbruikbaar, match="De database in de reservekopie is beschadigd"):
        check_kopie(kopie)
