"""What sends mail is never tried again by itself; what may be repeated is."""

import ast
import inspect
from pathlib import Path

import pytest

from tests.builders import ROOT
from workflows.stages import STAPPEN, Werk

ZENDT = {"send_berichten", "send_tussendoor", "run_dag", "finish_stap", "run_stap"}
"""Functions after which mail may have gone out."""


def _tasks() -> dict[str, tuple[bool, set[str]]]:
    """Return for each Prefect task whether it is tried again, and what it calls."""
    gevonden = {}
    for pad in (ROOT / "workflows").glob("*flows.py"):
        for functie in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(functie, ast.FunctionDef) and _is_task(functie):
                gevonden[f"{pad.stem}.{functie.name}"] = (_is_herhaald(functie), _calls(functie))
    return gevonden


def _is_task(functie: ast.FunctionDef) -> bool:
    return any(ast.unparse(v).startswith("task") for v in functie.decorator_list)


def _is_herhaald(functie: ast.FunctionDef) -> bool:
    versiersels = " ".join(map(ast.unparse, functie.decorator_list))
    return "retries=" in versiersels and "retries=0" not in versiersels


def _calls(functie: ast.FunctionDef) -> set[str]:
    return {
        knoop.func.id
        for knoop in ast.walk(functie)
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)
    }


def test_no_task_that_sends_mail_is_tried_again() -> None:
    taken = _tasks()

    assert [naam for naam, (_, doet) in taken.items() if doet & ZENDT] == ["flows.send"]
    assert [naam for naam, (herhaald, doet) in taken.items() if herhaald and doet & ZENDT] == []
    assert taken["flows.run"][0]


@pytest.mark.parametrize(
    "werk", {werk.__name__: werk for stap in STAPPEN for werk in stap.werk}.values()
)
def test_a_use_case_of_a_step_only_plans_its_mail(werk: Werk) -> None:
    module = Path(inspect.getfile(inspect.unwrap(werk)))  # type: ignore[arg-type]  # a function

    boom = ast.parse(module.read_text("utf-8"))

    assert not {"send_berichten", "send_tussendoor", "postkamer"} & {
        n.attr if isinstance(n, ast.Attribute) else n.id
        for n in ast.walk(boom)
        if isinstance(n, ast.Attribute | ast.Name)
    }
