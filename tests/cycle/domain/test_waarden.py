"""Values of the field never change, so a figure can be walked back to where it came from."""

import importlib
import inspect
import pkgutil
from dataclasses import is_dataclass

import pytest

import cycle.domain
from cycle.domain.stand import STAAT_TEKST

MODULES = sorted(m.name for m in pkgutil.iter_modules(cycle.domain.__path__))


@pytest.mark.parametrize("naam", MODULES)
def test_every_value_of_the_domain_is_frozen_and_has_no_loose_fields(naam: str) -> None:
    module = importlib.import_module(f"cycle.domain.{naam}")

    waarden = [
        klasse
        for klassenaam, klasse in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(klasse)
        and klasse.__module__ == module.__name__
        and not klassenaam.startswith("_")
    ]

    assert [k.__name__ for k in waarden if not k.__dataclass_params__.frozen] == []
    assert [k.__name__ for k in waarden if "__slots__" not in vars(k)] == []


def test_every_state_of_a_partij_has_its_own_words() -> None:
    assert len(set(STAAT_TEKST.values())) == len(STAAT_TEKST)
    assert not any("_" in tekst for tekst in STAAT_TEKST.values())
