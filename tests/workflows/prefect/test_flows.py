"""The year on a real Prefect server: what a coordinator sees in its screens."""

import ast
import json
import re
import sqlite3
from pathlib import Path

import pytest

from cycle.domain.fase import Fase
from tests.builders import ROOT
from tests.workflows.prefect.conftest import Feiten
from workflows.stages import STAPPEN

MAX_FLOW = 15
NAAM = "hogeland 2024"


def _runs(feiten: Feiten, flow: str) -> list[dict[str, object]]:
    return [run for run in feiten["runs"] if run["flow"] == flow]


@pytest.mark.parametrize("code", [stap.code for stap in STAPPEN if not stap.vanzelf])
def test_each_step_is_a_run_with_a_readable_name_and_tags(feiten: Feiten, code: str) -> None:
    (run,) = [run for run in _runs(feiten, code) if run["naam"].endswith(NAAM)]

    assert run == {
        "flow": code,
        "naam": f"{code} {NAAM}",
        "staat": "COMPLETED",
        "tags": ["2024", "demo", "hogeland"],
        "is_deel": True,
    }


def test_the_year_is_one_run_that_holds_the_steps(feiten: Feiten) -> None:
    (run,) = _runs(feiten, "demo")

    assert (run["naam"], run["staat"], run["is_deel"]) == (f"demo {NAAM}", "COMPLETED", False)
    assert feiten["gespeeld"][0] == f"{NAAM}: De coördinator start de cyclus"
    assert feiten["gespeeld"][-1] == f"{NAAM}: Cyclus afronden"


def test_the_daily_run_carries_its_day(feiten: Feiten) -> None:
    namen = [run["naam"] for run in _runs(feiten, "dagelijks")]

    assert len(namen) > 5
    assert all(re.fullmatch(r"dagelijks 20\d\d-\d\d-\d\d", naam) for naam in namen)
    assert len(set(namen)) == len(namen)


def test_the_progress_of_the_year_ends_at_100_percent(feiten: Feiten) -> None:
    balken = [a for a in feiten["artefacten"] if a["type"] == "progress"]
    (voortgang,) = [a for a in balken if a["key"] == "demo-hogeland-2024"]

    assert voortgang["data"] == 100.0
    assert voortgang["description"] == "De jaarschijf 2024 van hogeland"


def test_every_step_leaves_a_table_of_where_everybody_stands(feiten: Feiten) -> None:
    tabellen = [a for a in feiten["artefacten"] if a["key"] == "stand-hogeland-2024"]

    fasen = {t["description"].split(".")[0].removeprefix("Fase: ") for t in tabellen}
    assert fasen >= {fase.value for fase in Fase} - {"voorbereiding"}
    rijen = [json.loads(t["data"]) for t in tabellen]
    assert {len(tabel) for tabel in rijen} == {len(rijen[0])}
    assert {rij["stand"] for tabel in rijen for rij in tabel} >= {"bieding binnen", "getekend"}


def test_a_step_before_its_turn_fails_in_dutch_and_its_run_is_failed(feiten: Feiten) -> None:
    (run,) = [r for r in _runs(feiten, "accordering") if r["naam"] == "accordering hogeland 2025"]

    assert feiten["te_vroeg"]["soort"] == "FaseError"
    assert feiten["te_vroeg"]["melding"] == "Er is nog geen concept van de jaarschijf 2025."
    assert "jaarschijf concept hogeland 2025" in feiten["te_vroeg"]["advies"]
    assert run["staat"] == "FAILED"


def test_a_samenwerking_with_broken_content_does_not_hold_up_the_daily_run_of_another(
    feiten: Feiten, gespeeld_in: Path
) -> None:
    database = sqlite3.connect(gespeeld_in / "gegevens" / "jaarschijf.sqlite")
    post = database.execute(
        "SELECT samenwerking, sleutel FROM bericht JOIN cyclus ON cyclus.id = cyclus_id "
        "WHERE jaar = 2025 AND verzonden_op IS NOT NULL"
    ).fetchall()
    database.close()

    assert feiten["kapot"]["soort"] == "InhoudOnbruikbaar"
    assert post == [("hoogeveen", "stap/kickoff/gemeente-hoogeveen")]


def test_a_flow_only_orders_use_cases() -> None:
    lengtes = {
        f"{pad.name}: {functie.name}": _body_lines(functie)
        for pad in ((ROOT / "workflows").rglob("*.py"))
        for functie in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(functie, ast.FunctionDef) and _is_flow(functie)
    }

    assert len(lengtes) >= 3
    assert {naam: n for naam, n in lengtes.items() if n > MAX_FLOW} == {}


def _is_flow(functie: ast.FunctionDef) -> bool:
    return any(
        "flow" in ast.unparse(versiersel).split("(")[0] for versiersel in functie.decorator_list
    )


def _body_lines(functie: ast.FunctionDef) -> int:
    """Return the lines of a function without its signature and docstring."""
    begin = functie.body[1] if ast.get_docstring(functie) else functie.body[0]
    return (functie.end_lineno or 0) - begin.lineno + 1
