"""The yearly time stamp: due every April, over everything that came before."""

import pendulum
import pytest

from cycle.domain.tijdstempellijst import find_gewijzigd, is_toe_aan_stempel, make_stempellijst

D = pendulum.date


@pytest.mark.parametrize(
    ("laatste", "vandaag", "toe"),
    [
        (D(2025, 12, 12), D(2026, 3, 31), False),
        (D(2025, 12, 12), D(2026, 4, 1), True),
        (D(2026, 4, 1), D(2026, 12, 31), False),
        (D(2026, 4, 1), D(2027, 4, 1), True),
        (D(2024, 4, 1), D(2026, 1, 1), True),
    ],
)
def test_a_token_is_due_once_april_has_come(
    laatste: pendulum.Date, vandaag: pendulum.Date, toe: bool
) -> None:
    assert is_toe_aan_stempel(laatste, vandaag) is toe


def test_the_list_names_manifest_signature_and_tokens_and_nothing_else() -> None:
    bestanden = {
        "manifest.json": b"m",
        "manifest.p7s": b"h",
        "tijdstempels/r1-2025-12-12.tsr": b"t",
        "jaarschijf.pdf": b"%PDF",
    }

    lijst = make_stempellijst(bestanden)

    assert b"jaarschijf.pdf" not in lijst
    assert find_gewijzigd(lijst, bestanden) == ()
    assert find_gewijzigd(lijst, bestanden | {"manifest.json": b"x"}) == ("manifest.json",)
    del bestanden["manifest.p7s"]
    assert find_gewijzigd(lijst, bestanden) == ("manifest.p7s",)
