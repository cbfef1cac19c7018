"""The audit trail as a file: it can be checked by itself, and nothing else passes for it."""

import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.keten import Auditregel, Gebeurtenis, Ketenhoofd, check_keten, make_regel
from cycle.domain.ketenuitvoer import read_ketenbestand, write_ketenbestand


def _keten(aantal: int) -> list[Auditregel]:
    regels: list[Auditregel] = []
    for nummer in range(aantal):
        vorige = Ketenhoofd(nummer, regels[-1].hash) if regels else None
        feit = Gebeurtenis("feit", {"tekst": f"é {nummer}\u2028"})
        regels.append(make_regel("dorp/2026", vorige, feit, "2025-12-12T09:00:00", ""))
    return regels


def test_what_was_written_is_read_back_and_holds() -> None:
    regels = _keten(3)

    cyclus, gelezen = read_ketenbestand(write_ketenbestand("dorp/2026", regels))

    assert gelezen == tuple(regels)
    assert check_keten(cyclus, gelezen).breuk is None


@pytest.mark.parametrize(
    "inhoud", [b"", b"{}", b"geen json", b'{"vorm": "x", "cyclus": "a"}', b"\xff"]
)
def test_anything_else_is_refused_in_dutch(inhoud: bytes) -> None:
    with pytest.raises(InvoerError, match="geen logboek"):
        read_ketenbestand(inhoud)
