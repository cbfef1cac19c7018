"""Years played day by day, in small; ``make tienjaar`` plays ten of them for 20 samenwerkingen."""

from pathlib import Path

import pytest

from cycle.services import plan_herinneringen
from tests.workflows.tienjaar.verloop import Opzet, speel

EEN_JAAR, TWEE_JAAR, TIEN_JAAR = (range(2024, 2024 + n) for n in (1, 2, 10))


def test_every_reminder_goes_out_once_on_its_day_whatever_goes_wrong(
    tmp_path: Path,
) -> None:
    verslag = speel(Opzet(7, 2, TWEE_JAAR, is_geheugen=True), tmp_path)

    assert verslag.fouten == []
    assert min(verslag.dagen[wat] for wat in ("uit", "post_uit", "klok_fout", "zomertijd")) > 0
    # in September the check of one year and the forms of the next go side by side
    assert any("/2024/toets/" in s and "/september/" in s for s in verslag.sleutels)
    assert any("/2025/bieding/" in s for s in verslag.sleutels)


def test_mail_of_a_night_in_which_summer_time_begins_waits_no_longer_than_the_post_is_away(
    tmp_path: Path,
) -> None:
    # on 27 March 2033 the post is away, also at half past midnight of the Monday after it
    verslag = speel(Opzet(1, 3, TIEN_JAAR, is_geheugen=True, deel=range(2033, 2034)), tmp_path)

    assert verslag.fouten == []
    assert verslag.dagen["zomertijd"] == 2
    assert "dorp-2/2033/toets/corporatie/april/herinnering" in verslag.sleutels


def test_a_world_that_rests_sends_the_same_mail_as_one_that_never_does(tmp_path: Path) -> None:
    rustig, wakker = (
        speel(Opzet(2, 2, EEN_JAAR, is_rustig=rust, is_geheugen=True), _map(tmp_path, str(rust)))
        for rust in (True, False)
    )

    assert rustig.fouten == wakker.fouten == []
    assert rustig.stukken == wakker.stukken
    assert rustig.bekeken < wakker.bekeken / 3


def test_the_database_sends_the_same_mail_as_the_memory(tmp_path: Path) -> None:
    schijf, geheugen = (
        speel(Opzet(1, 1, EEN_JAAR, is_geheugen=geheugen), _map(tmp_path, str(geheugen)))
        for geheugen in (False, True)
    )

    assert schijf.fouten == []
    assert schijf.stukken == geheugen.stukken


def test_the_oracle_notices_when_nobody_is_reminded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_herinneringen, "plan_post", lambda *_: ())

    verslag = speel(Opzet(1, 1, EEN_JAAR, is_geheugen=True), tmp_path)

    assert any("kreeg niet" in fout for fout in verslag.fouten)


def _map(map_: Path, naam: str) -> Path:
    """Return a new folder for one world."""
    eigen = map_ / naam
    eigen.mkdir()
    return eigen
