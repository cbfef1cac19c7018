"""How long a dossier is kept is content; it may be absent, and is never half."""

from pathlib import Path

import pytest

from cycle.domain.archief import TOOI_GEMEENTEN, Archiefregels, Waardering
from tests.cycle.library.builders import line_of, only_fout, open_bibliotheek, plant

TOML = "dorp/samenwerking.toml"
VOOR = '[[kader]]\ntitel = "Woonvisie Dorp"'
BLOK = """[archief]
archiefvormer = "Gemeente Dorp"
kenmerk = "gm0000"
waardering = "tijdelijk"
bewaartermijn = 10
selectielijst = "Selectielijst gemeenten"
categorie = "1.1"
beperking = "Geen beperking"
"""


def test_without_a_block_nothing_is_assumed(content: Path) -> None:
    assert open_bibliotheek(content).load("dorp").archief is None


def test_the_block_says_who_keeps_the_dossier_and_how_long(content: Path) -> None:
    plant(content, TOML, VOOR, f"{BLOK}\n{VOOR}")

    assert open_bibliotheek(content).load("dorp").archief == Archiefregels(
        archiefvormer="Gemeente Dorp",
        kenmerk="gm0000",
        bron=TOOI_GEMEENTEN,
        waardering=Waardering.TIJDELIJK,
        bewaartermijn=10,
        selectielijst="Selectielijst gemeenten",
        categorie="1.1",
        beperking="Geen beperking",
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "regel"),
    [
        ("bewaartermijn = 10\n", "", "I181", "waardering"),
        ('"tijdelijk"', '"blijvend"', "I181", "bewaartermijn"),
        ('"tijdelijk"', '"altijd"', "I113", "waardering"),
        ('categorie = "1.1"\n', "", "I111", "[archief]"),
        ("categorie", "categorieen", "I110", "categorieen"),
    ],
)
def test_a_block_that_is_not_right_is_one_finding_with_its_place(
    content: Path, oud: str, nieuw: str, code: str, regel: str
) -> None:
    plant(content, TOML, VOOR, f"{BLOK.replace(oud, nieuw)}\n{VOOR}")

    fout = only_fout(content)

    assert (fout.code, fout.plek) == (code, f"{TOML}:{line_of(content, TOML, regel)}")
