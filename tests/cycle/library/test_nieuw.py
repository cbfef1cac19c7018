"""A new samenwerking starts with files that load at once."""

from pathlib import Path

import pytest

from cycle.domain.errors import InvoerError
from tests.cycle.library.builders import open_bibliotheek


@pytest.fixture
def gedeeld(content: Path) -> Path:
    """Return the folder with the indicatoren that are shipped."""
    tekst = Path("content/indicatoren.toml").read_text(encoding="utf-8")
    (content / "indicatoren.toml").write_text(tekst, encoding="utf-8")
    return content


def test_a_new_samenwerking_loads_at_once(gedeeld: Path) -> None:
    bibliotheek = open_bibliotheek(gedeeld)

    folder = bibliotheek.create("nieuw-dorp")

    assert folder == gedeeld / "nieuw-dorp"
    assert bibliotheek.load("nieuw-dorp").naam == "Nieuw Dorp"


@pytest.mark.parametrize("code", ["Nieuw Dorp", "../elders", ""])
def test_a_code_that_cannot_be_a_folder_is_refused(content: Path, code: str) -> None:
    with pytest.raises(InvoerError) as gevangen:
        open_bibliotheek(content).create(code)

    assert "kleine letters" in gevangen.value.advies


def test_an_existing_samenwerking_is_never_written_over(content: Path) -> None:
    voor = (content / "dorp/samenwerking.toml").read_bytes()

    with pytest.raises(InvoerError, match="bestaat al"):
        open_bibliotheek(content).create("dorp")

    assert (content / "dorp/samenwerking.toml").read_bytes() == voor
