"""The screen of the sums: what is missing is said in words, and empty rows stay away."""

from decimal import Decimal

import pytest

from cycle.domain.optelling import LANDELIJK, Optelling, Optelregel
from tests.builders import INDICATOREN
from workflows.cli.optelling import print_optelregels


def een_optelregel(indicator: str, doel: str | None) -> Optelregel:
    """Return a row of which three amounts are not known."""
    return Optelregel(
        regio=LANDELIJK,
        indicator=indicator,
        gemeenten=("Dorp", "Stad"),
        doel=None if doel is None else Decimal(doel),
        realisatie=None,
        rest=None,
        nodig=None,
        bod=None,
        onbekend={"doel": 3},
    )


def test_missing_amounts_are_said_in_words_and_empty_rows_are_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    regels = (een_optelregel("NETTO", "16"), een_optelregel("SLVK", None))
    optelling = Optelling(2026, ("dorp", "stad"), INDICATOREN, {LANDELIJK: regels}, ())

    print_optelregels(optelling, regels)

    tekst = " ".join(capsys.readouterr().out.split())
    assert "2 gemeenten Netto toevoeging woningen 16 (3)" in tekst
    assert "van 3 partijen is het cijfer niet bekend (n.b.)" in tekst
    assert "Sloop en verkoop" not in tekst
    assert "1 regel zonder enig bekend cijfer: zie --json." in tekst
