"""What a version was made from stays readable, also after the programme changed."""

from pathlib import Path

import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.weergave import content_code
from cycle.services.gegevens import Gegevens, dump_gegevens, load_gegevens
from tests.builders import een_jaarschijf, een_view

GOLDEN = Path(__file__).parents[2] / "golden"


def test_data_come_back_as_they_were_kept() -> None:
    gegevens = Gegevens(een_jaarschijf(), een_view())

    assert load_gegevens(dump_gegevens(gegevens)) == gegevens


@pytest.mark.parametrize("pad", sorted(GOLDEN.glob("gegevens-*.json")), ids=lambda p: p.stem)
def test_data_of_every_release_stay_readable_and_keep_their_code(pad: Path) -> None:
    view = load_gegevens(pad.read_bytes()).view

    assert view.code
    assert content_code(view) == view.code


@pytest.mark.parametrize("inhoud", [b"", b"{}", b'{"jaarschijf": 1, "view": 2}'])
def test_data_of_an_unknown_release_are_refused_in_dutch(inhoud: bytes) -> None:
    with pytest.raises(InvoerError, match="passen niet bij dit programma") as fout:
        load_gegevens(inhoud)

    assert fout.value.advies
