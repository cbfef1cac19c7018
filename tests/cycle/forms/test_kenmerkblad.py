import pytest

from cycle.forms.indeling import BIEDING
from cycle.forms.kenmerkblad import Formuliercode, kenmerkblad_naam, read_formuliercode

CODE = Formuliercode("hoogeveen", "gemeente-hoogeveen", 2024, "2")


def test_a_person_and_a_programme_read_the_same_code() -> None:
    assert str(CODE) == "Formulier: hoogeveen / gemeente-hoogeveen / 2024 / 2"
    assert read_formuliercode(str(CODE)) == CODE


@pytest.mark.parametrize(
    "tekst",
    [
        "FORMULIER: Hoogeveen / Gemeente-Hoogeveen / 2024 / 2",
        "Formulier:hoogeveen/gemeente-hoogeveen/2024/2",
        ";;Formulier:\u00a0hoogeveen / gemeente-hoogeveen / 2024 / 2;",
    ],
)
def test_the_code_survives_retyping(tekst: str) -> None:
    assert read_formuliercode(tekst) == CODE


@pytest.mark.parametrize("tekst", ["", "Formulier", "Formulier: hoogeveen / domesta", "a / b / 2"])
def test_other_text_is_no_code(tekst: str) -> None:
    assert read_formuliercode(tekst) is None


def test_every_gemeente_has_its_own_hidden_sheet() -> None:
    assert [kenmerkblad_naam(n) for n in (1, 2, 3)] == [
        "_jaarschijf", "_jaarschijf_2", "_jaarschijf_3"
    ]  # fmt: skip


def test_a_table_keeps_only_the_columns_of_its_edition() -> None:
    kort = BIEDING.met("Bieding Hoogeveen", ("toelichting", "regel"))

    assert (kort.naam, kort.blad) == ("bieding", "Bieding Hoogeveen")
    assert [k.veld for k in kort.kolommen] == ["regel", "toelichting"]
