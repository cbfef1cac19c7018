"""`jaarschijf dienst`: real processes, killed at the worst moment."""

import json
import os
import shutil
import signal
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pendulum
import pytest

from cycle.services.start_cyclus import start_cyclus
from tests.workflows.cli.builders import write_dorp
from tests.workflows.prefect.dienstproces import JAAR, Api, Dienst, list_kinderen
from tests.workflows.prefect.halfweg import freeze, thaw, wait_until
from workflows.stages import STAPPEN, find_stap, run_stap

DORPEN = ("dorp", "dorp2", "dorp3", "dorp4", "dorp5")
PARTIJEN = 3
"""The partijen of Dorp that get a form and are asked for a bieding."""


@pytest.fixture(scope="module")
def dienst(tmp_path_factory: pytest.TempPathFactory, verse_prefect: Path) -> Iterator[Dienst]:
    """Yield a dienst that runs, on five villages of which the kickoff was held."""
    dienst = Dienst(tmp_path_factory.mktemp("dienst"), opties=("--poort", "4290"))
    shutil.copytree(verse_prefect, dienst.home)
    content = write_dorp(dienst.werkmap / "content")
    for dorp in DORPEN[1:]:
        shutil.copytree(content / "dorp", content / dorp)
    toolkit = dienst.toolkit()
    for dorp in DORPEN:
        start_cyclus(toolkit, dorp, JAAR)
        run_stap(toolkit, find_stap("kickoff"), dorp, JAAR)
    dienst.start()
    yield dienst
    dienst.stop(signal.SIGKILL)


@pytest.fixture
def api(dienst: Dienst) -> Api:
    return Api(dienst.regels[-1].rpartition(" ")[2])


def _fase(dienst: Dienst, dorp: str) -> str:
    ((fase,),) = dienst.rijen("SELECT fase FROM cyclus WHERE samenwerking = ?", dorp)
    return str(fase)


def _stop_halfway(dienst: Dienst, api: Api, dorp: str) -> tuple[str, int]:
    """Return a run of 'uitvraag' that stands still in its middle, and its process.

    The fase has moved and the messages are planned; they are not sent and nothing is reported.
    """
    run = api.zet("uitvraag", samenwerking=dorp, jaar=JAAR)
    assert wait_until(lambda: _fase(dienst, dorp) == "biedingen", pauze=0.02), dienst.log()
    (proces,) = list_kinderen(dienst.kind("werker"))
    freeze(proces, dienst.werkmap / "gegevens" / "jaarschijf.sqlite")
    assert api.staat(run) == "Running"
    return run, proces


def _assert_done_once(dienst: Dienst, dorp: str) -> None:
    """The step moved the cyclus once and every partij was asked once."""
    overgangen = dienst.rijen(
        "SELECT count(*) FROM fase_overgang o JOIN cyclus c ON c.id = o.cyclus_id "
        "WHERE samenwerking = ? AND o.fase = 'biedingen'",
        dorp,
    )
    verzonden = dienst.rijen(
        "SELECT sleutel FROM bericht b JOIN cyclus c ON c.id = b.cyclus_id "
        "WHERE samenwerking = ? AND verzonden_op IS NOT NULL AND sleutel LIKE 'uitvraag%'",
        dorp,
    )
    assert overgangen == [(1,)]
    assert len(verzonden) == len(set(verzonden)) >= PARTIJEN
    post = dienst.werkmap / "stukken" / f"{dorp}-{JAAR}" / "postvak-uit"
    assert len(list(post.iterdir())) >= PARTIJEN
    assert (post.parent / "stand-van-zaken.html").is_file()
    assert dienst.rijen("SELECT * FROM stap_lease WHERE samenwerking = ?", dorp) == []


def test_the_screen_answers_at_the_printed_address(dienst: Dienst, api: Api) -> None:
    assert dienst.regels[0].startswith(
        "De dienst draait. Het scherm van Prefect: http://127.0.0.1:"
    )
    with urllib.request.urlopen(api.adres, timeout=30) as pagina:  # noqa: S310 - loopback
        assert pagina.status == 200
        assert b"<title>Prefect" in pagina.read()
    assert api.vraag("../ui-settings")["api_url"] == f"{api.adres}/api"


def test_every_step_and_the_daily_run_can_be_started(api: Api) -> None:
    uitrol = {d["entrypoint"]: d for d in api.vraag("deployments/filter", {})}

    assert {f"workflows.flows.{stap.code}" for stap in STAPPEN} <= set(uitrol)
    (rooster,) = uitrol["workflows.dagflows.dag_verdelen"]["schedules"]
    assert rooster["schedule"]["cron"] == "0 7 * * *"
    assert rooster["schedule"]["timezone"] == "Europe/Amsterdam"


def test_the_daily_run_gets_its_time_from_the_schedule(api: Api) -> None:
    uitrol = api.vraag("deployments/name/dag-verdelen/jaarschijf")
    (rooster,) = uitrol["schedules"]
    pad = f"deployments/{uitrol['id']}/schedules/{rooster['id']}"
    zoek = {"flow_runs": {"deployment_id": {"any_": [uitrol["id"]]}}}

    api.vraag(pad, {"active": True}, methode="PATCH")  # it stands still, because the clock does
    assert wait_until(lambda: api.vraag("flow_runs/filter", zoek))
    momenten = [run["expected_start_time"] for run in api.vraag("flow_runs/filter", zoek)]
    api.vraag(pad, {"active": False}, methode="PATCH")

    lokaal = [pendulum.parse(m).in_timezone("Europe/Amsterdam") for m in momenten]
    assert {m.format("HH:mm:ss") for m in lokaal} == {"07:00:00"}
    assert len({m.date() for m in lokaal}) == len(lokaal) >= 3


def test_a_second_dienst_on_the_same_data_is_refused(dienst: Dienst, api: Api) -> None:
    antwoord = dienst.run("dienst")

    assert antwoord.returncode == 1
    assert "Er draait al een dienst op deze map met gegevens." in antwoord.stderr
    assert f"Het scherm is {api.adres}." in antwoord.stderr


def test_a_step_that_is_started_twice_at_once_runs_once(dienst: Dienst, api: Api) -> None:
    run, proces = _stop_halfway(dienst, api, "dorp")

    tweede = api.zet("uitvraag", samenwerking="dorp", jaar=JAAR)
    assert wait_until(lambda: api.staat(tweede) == "Bezet"), api.staten(tweede)
    zin = api.vraag(f"flow_runs/{tweede}")["state"]["message"]
    opdracht = dienst.run("cyclus", "fase", "dorp", str(JAAR), "uitvraag")
    thaw(proces)

    assert wait_until(lambda: api.staat(run) == "Completed"), api.staten(run)
    assert "De stap 'uitvraag' van dorp 2024 loopt al sinds" in zin
    assert opdracht.returncode == 1
    assert opdracht.stderr.startswith("Fout: De stap 'uitvraag' van dorp 2024 loopt al sinds")
    _assert_done_once(dienst, "dorp")


def test_a_run_is_named_tagged_and_leaves_progress_and_what_it_did(
    dienst: Dienst, api: Api
) -> None:
    (run,) = [
        r
        for r in api.vraag("flow_runs/filter", {"limit": 200})
        if r["name"] == "uitvraag dorp 2024" and r["state_name"] == "Completed"
    ]

    artefacten = api.artefacten(run["id"])
    assert {"dorp", "2024"} <= set(run["tags"])
    assert artefacten["voortgang-dorp-2024"] == 100.0
    assert json.loads(artefacten["meldingen-dorp-2024"]) == [
        {"melding": "Er staan 3 formulieren klaar."}
    ]
    assert "stand-dorp-2024" in artefacten


def test_a_command_is_done_by_the_worker_and_a_refusal_stays_dutch(
    dienst: Dienst, api: Api
) -> None:
    geweigerd = dienst.run("cyclus", "fase", "dorp2", str(JAAR), "concept")

    assert geweigerd.returncode == 1
    assert geweigerd.stderr.startswith("Fout: De biedingen voor 2024 zijn nog niet gesloten.\n")
    (run,) = [
        r
        for r in api.vraag("flow_runs/filter", {"limit": 200})
        if r["name"] == "concept dorp2 2024"
    ]
    (bevinding,) = json.loads(api.artefacten(run["id"])["bevindingen-dorp2-2024"])
    assert run["deployment_id"]
    assert bevinding["melding"] == "De biedingen voor 2024 zijn nog niet gesloten."


def test_a_worker_killed_in_the_middle_of_a_step_is_replaced_and_the_step_completes_once(
    dienst: Dienst, api: Api
) -> None:
    run, proces = _stop_halfway(dienst, api, "dorp2")

    os.kill(dienst.kind("werker"), signal.SIGKILL)
    thaw(proces)

    assert wait_until(lambda: not Path(f"/proc/{proces}").exists())
    assert wait_until(lambda: api.staat(run) == "Completed"), api.staten(run)
    assert api.staten(run).count("Opnieuw") == 1
    _assert_done_once(dienst, "dorp2")


def test_a_server_killed_in_the_middle_of_a_step_comes_back_and_the_step_completes_once(
    dienst: Dienst, api: Api
) -> None:
    run, proces = _stop_halfway(dienst, api, "dorp3")
    server = dienst.kind("prefect_server")

    os.kill(server, signal.SIGKILL)
    thaw(proces)

    assert wait_until(lambda: api.staat(run) == "Completed"), dienst.log()
    assert dienst.kind("prefect_server") not in (0, server)
    _assert_done_once(dienst, "dorp3")


def test_a_dienst_killed_in_the_middle_of_a_step_leaves_nobody_and_goes_on_after_a_start(
    dienst: Dienst, api: Api
) -> None:
    run, proces = _stop_halfway(dienst, api, "dorp4")
    kinderen = dienst.kinderen()

    dienst.stop(signal.SIGKILL)
    thaw(proces)

    assert len(kinderen) == 2
    for nummer in (*kinderen, proces):
        assert wait_until(lambda nummer=nummer: not Path(f"/proc/{nummer}").exists())
    assert dienst.start() == api.adres
    assert wait_until(lambda: api.staat(run) == "Completed"), dienst.log()
    _assert_done_once(dienst, "dorp4")


def test_a_dienst_that_is_told_to_stop_ends_well_with_all_its_processes(dienst: Dienst) -> None:
    kinderen = dienst.kinderen()

    code = dienst.stop(signal.SIGTERM)

    assert code == 0
    assert len(kinderen) == 2
    assert [n for n in kinderen if Path(f"/proc/{n}").exists()] == []
    assert not (dienst.home / "dienst.json").exists()
