"""A backup holds everything at one moment, on SQLite and on PostgreSQL, and can be put back."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from cycle.domain.errors import StapBezet
from cycle.services.check_audit import check_audit
from cycle.store.bestanden import HashBestanden
from cycle.store.kopie import postgres
from cycle.store.kopie.keuring import check_kopie
from cycle.store.kopie.manifest import Bronnen, KopieOnbruikbaar
from cycle.store.kopie.terugzetten import GegevensAanwezig
from tests.builders import ROOT
from tests.cycle.store import processen
from tests.cycle.store.builders import (
    een_addendum,
    een_aftekenstap,
    een_besluit,
    een_cyclus,
    een_handtekening,
    een_mandaat,
    gestart,
)
from tests.cycle.store.kopie.builders import (
    MOMENT,
    een_map,
    maak,
    open_tijdloos,
    read_versies,
    zet_terug,
)


def test_what_is_put_back_elsewhere_is_all_that_was_there(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    bronnen = een_map(tmp_path, adres)

    gemaakt = maak(bronnen, tmp_path / "kopie.zip")
    zet_terug(elders, tmp_path / "kopie.zip")

    assert check_kopie(tmp_path / "kopie.zip") == gemaakt
    assert gemaakt.ontbreekt == gemaakt.beschadigd == ()
    assert read_versies(elders.adres) == ["0.1"]
    store = open_tijdloos(elders.adres)
    assert check_audit(SimpleNamespace(store=store), "hoogeveen", 2024).is_heel
    store.close()
    assert [HashBestanden(elders.bestanden).get(code) for code in gemaakt.nodig]
    assert (elders.content / "dorp/samenwerking.toml").read_text() == 'naam = "Dorp"\n'


def test_what_an_earlier_attempt_left_half_done_does_not_get_into_the_content(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    maak(een_map(tmp_path, adres), tmp_path / "kopie.zip")
    rest = elders.content.with_name(f".{elders.content.name}.herstel") / "ander-dorp"
    rest.mkdir(parents=True)
    (rest / "samenwerking.toml").write_text('naam = "Ander dorp"\n', "utf-8")

    zet_terug(elders, tmp_path / "kopie.zip")

    assert [map_.name for map_ in elders.content.iterdir()] == ["dorp"]


def test_a_log_that_only_grows_still_refuses_changes_after_it_was_put_back(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    maak(een_map(tmp_path, adres), tmp_path / "kopie.zip")

    zet_terug(elders, tmp_path / "kopie.zip")

    store = open_tijdloos(elders.adres)
    with pytest.raises(Exception, match="logboek"), store.transaction() as tx:
        tx._connection.exec_driver_sql("DELETE FROM fase_overgang")
    store.close()


def test_a_backup_during_work_holds_one_moment_and_every_file_that_it_names(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    store = open_tijdloos(adres)
    gestart(store)
    store.close()
    bronnen = Bronnen(adres, tmp_path / "gegevens", tmp_path / "content")
    ander = subprocess.Popen(
        [sys.executable, "-m", processen.__name__, adres, "add_versions"], cwd=ROOT
    )

    tellingen = []
    while ander.poll() is None:
        maak(bronnen, tmp_path / "kopie.zip")
        zet_terug(elders, tmp_path / "kopie.zip", vervang=True)
        terug = open_tijdloos(elders.adres)
        with terug.transaction() as tx:
            tellingen.append([i.versie for i in tx.inzendingen(een_cyclus())])
        terug.close()

    assert ander.returncode == 0
    assert tellingen
    assert all(telling == list(range(1, len(telling) + 1)) for telling in tellingen)


def test_data_that_are_there_are_replaced_only_when_asked_and_kept_aside(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    maak(een_map(tmp_path, adres), tmp_path / "kopie.zip")
    nu = een_map(tmp_path / "elders", elders.adres, versie="7.7")

    with pytest.raises(GegevensAanwezig, match="Er staan al gegevens") as fout:
        zet_terug(nu, tmp_path / "kopie.zip")
    assert read_versies(nu.adres) == ["7.7"]
    assert "--vervang" in fout.value.advies
    zet_terug(nu, tmp_path / "kopie.zip", vervang=True)

    assert read_versies(nu.adres) == ["0.1"]
    (oud,) = (nu.gegevens / "opzij" / MOMENT).iterdir()
    if nu.soort == "sqlite":
        assert read_versies(f"sqlite:///{oud}") == ["7.7"]
    else:
        postgres.place(nu.adres, oud)
        assert read_versies(nu.adres) == ["7.7"]


def test_a_lease_stays_behind_and_a_step_under_way_keeps_the_old_data(
    adres: str, elders: Bronnen, tmp_path: Path
) -> None:
    bronnen = een_map(tmp_path, adres)
    store = open_tijdloos(adres)
    with store.lease("hoogeveen", 2024, "concept"):
        maak(bronnen, tmp_path / "kopie.zip")
        with pytest.raises(StapBezet, match="Er loopt nog een stap"):
            zet_terug(bronnen, tmp_path / "kopie.zip", vervang=True)
    store.close()

    zet_terug(elders, tmp_path / "kopie.zip")

    terug = open_tijdloos(elders.adres)
    with terug.lease("hoogeveen", 2024, "concept"):
        pass
    terug.close()


def test_a_file_that_is_gone_or_damaged_is_told(adres: str, tmp_path: Path) -> None:
    bronnen = een_map(tmp_path, adres)
    een, ander = sorted(p for p in bronnen.bestanden.rglob("*") if p.is_file())
    een.unlink()
    ander.write_bytes(b"anders")

    manifest = maak(bronnen, tmp_path / "kopie.zip")

    assert manifest.ontbreekt == (een.name,)
    assert manifest.beschadigd == (f"bestanden/{ander.name}",)


def test_evidence_and_the_data_of_an_addendum_must_be_in_a_backup_too(
    adres: str, tmp_path: Path
) -> None:
    bronnen = een_map(tmp_path / "map", adres)
    kast, cyclus = HashBestanden(bronnen.bestanden), een_cyclus()
    codes = [kast.put(naam.encode()) for naam in ("besluit", "teken", "stap", "mandaat", "extra")]
    besluit, teken, stap, mandaat, extra = codes
    store = open_tijdloos(bronnen.adres)
    with store.transaction() as tx:
        tx.add_besluit(cyclus, replace(een_besluit(), bewijs=besluit))
        tx.add_handtekening(cyclus, replace(een_handtekening(), bewijs=teken))
        tx.add_aftekenstap(cyclus, replace(een_aftekenstap(), bewijs=stap))
        tx.add_mandaat(cyclus, een_mandaat(bewijs=mandaat))
        tx.add_addendum(cyclus, replace(een_addendum(), gegevens=extra))
    store.close()

    manifest = maak(bronnen, tmp_path / "kopie.zip")

    assert set(codes) <= set(manifest.nodig)
    assert "" not in manifest.nodig


def test_a_backup_of_the_other_kind_of_database_is_refused(
    adres: str, soort: str, tmp_path: Path
) -> None:
    ander = een_map(tmp_path / "ander") if soort == "postgresql" else een_map(tmp_path, adres)
    maak(ander, tmp_path / "kopie.zip")
    hier = Bronnen("postgresql://u@127.0.0.1/d", tmp_path / "hier", tmp_path / "content")

    with pytest.raises(KopieOnbruikbaar, match="Hier hoort postgresql"):
        zet_terug(hier, tmp_path / "kopie.zip")
