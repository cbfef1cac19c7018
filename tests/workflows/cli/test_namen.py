"""Names for results: no file of a run takes the place of another."""

from pathlib import Path

import pytest

from workflows.cli.namen import distinguish

UIT = Path("terug")


@pytest.mark.parametrize(
    ("paden", "partijen", "namen"),
    [
        (["bod.xlsx", "ander.xlsx"], ["actium", "domesta"], ["bod", "ander"]),
        (["a/bod.xlsx", "b/bod.xlsx"], ["actium", "domesta"], ["bod-actium", "bod-domesta"]),
        (["a/bod.xlsx", "b/BOD.xlsx"], ["actium", "domesta"], ["bod-actium", "BOD-domesta"]),
        (["a/bod.xlsx", "b/bod.xlsx"], ["actium", ""], ["bod-actium", "bod-onbekend"]),
        (["x.xls", "x.xlsx"], ["actium", "actium"], ["x-xls", "x-xlsx"]),
        (["a/bod.xlsx", "b/bod.xlsx"], ["", ""], ["bod-1", "bod-2"]),
        (["a/x.xlsx", "b/x.xlsx", "x-1.xlsx"], ["", "", ""], ["x-2", "x-3", "x-1"]),
        (["bod.xlsx", "terug/bod-nagekeken.xlsx"], ["", ""], ["bod-1", "bod-nagekeken"]),
        (["bod.xlsx", "elders/bod-nagekeken.xlsx"], ["", ""], ["bod", "bod-nagekeken"]),
    ],
)
def test_results_of_two_files_never_share_a_name(
    paden: list[str], partijen: list[str], namen: list[str]
) -> None:
    assert distinguish([Path(pad) for pad in paden], partijen, UIT) == tuple(namen)


def test_a_name_that_a_workbook_with_more_forms_uses_is_not_given_again() -> None:
    paden = [Path("bod.xlsx"), Path("bod-dorp.xlsx")]

    assert distinguish(paden, ["", ""], UIT, ["bod-dorp"]) == ("bod", "bod-dorp-1")
