"""Refusals: what, what to do, and where."""

import pytest

from cycle.domain.bevinding import Ernst, has_fouten
from cycle.domain.errors import BiedingOnleesbaar, InhoudOnbruikbaar, InvoerError, JaarschijfError
from tests.builders import een_bevinding


def test_a_refusal_says_what_what_to_do_and_where() -> None:
    fout = InvoerError("Dit kan niet.", advies="Doe dat.", plek="a.md:3")

    assert (str(fout), fout.melding, fout.advies, fout.plek) == (
        "Dit kan niet.",
        "Dit kan niet.",
        "Doe dat.",
        "a.md:3",
    )
    assert isinstance(fout, JaarschijfError)


@pytest.mark.parametrize(
    ("aantal", "melding", "plek"),
    [
        (0, "De inhoud heeft 0 fouten.", ""),
        (1, "De inhoud heeft 1 fout.", "dorp/thema-1.md:1"),
        (2, "De inhoud heeft 2 fouten.", "dorp/thema-1.md:1"),
    ],
)
def test_content_with_faults_counts_them_and_keeps_each(
    aantal: int, melding: str, plek: str
) -> None:
    fout = InhoudOnbruikbaar([een_bevinding()] * aantal)

    assert (fout.melding, fout.plek, len(fout.bevindingen)) == (melding, plek, aantal)


def test_an_unreadable_bieding_keeps_its_findings() -> None:
    fout = BiedingOnleesbaar("Wij kunnen dit niet lezen.", [een_bevinding()], plek="a.xlsx")

    assert (fout.bevindingen, fout.plek) == ((een_bevinding(),), "a.xlsx")
    assert "stuur het formulier opnieuw" in fout.advies


@pytest.mark.parametrize(
    ("ernst", "stopt"),
    [
        (Ernst.INFO, False),
        (Ernst.WAARSCHUWING, False),
        (Ernst.FOUT, True),
        (Ernst.BLOKKADE, True),
    ],
)
def test_only_faults_and_blocks_stop_a_step(ernst: Ernst, stopt: bool) -> None:
    assert has_fouten([een_bevinding(), een_bevinding(ernst=ernst)]) is stopt
