"""Where a finding is about, in words: no file or line reaches a bestuurder."""

from dataclasses import replace

import pytest

from cycle.analysis.inhoudcontrole import check_samenwerking
from cycle.domain.plaatswoorden import OVERIG, describe_plaats
from tests.builders import (
    echte_bibliotheek,
    een_afspraak,
    een_kader,
    een_plek,
    een_realisatie,
    een_samenwerking,
    een_tabel,
    een_thema,
)

TABEL = replace(een_tabel({"A": "1 2 3"}), plek=een_plek(8))
DORP = een_samenwerking(
    themas=(
        een_thema(
            een_afspraak(1, plek=een_plek(40)),
            een_afspraak(2, plek=een_plek(60)),
            tabellen=(TABEL,),
        ),
    ),
    kaders=(replace(een_kader(None), plek=replace(een_plek(20), bestand="dorp/samen.toml")),),
    realisaties=(
        replace(een_realisatie("1"), plek=replace(een_plek(3), bestand="dorp/bereikt.csv")),
    ),
)


@pytest.mark.parametrize(
    ("plek", "woorden"),
    [
        ("dorp/thema-1.md:1", "Thema 1. Bouwen"),
        ("dorp/thema-1.md:11", "Thema 1. Bouwen, tabel 'Tabel'"),
        ("dorp/thema-1.md:59", "Afspraak 1"),
        ("dorp/thema-1.md:60", "Afspraak 2"),
        ("dorp/thema-1.md", "Thema 1. Bouwen"),
        ("dorp/samen.toml:20", "Kader 'Woonvisie'"),
        ("dorp/bereikt.csv:3", "Gerealiseerd"),
        ("dorp/inleiding.md", "Inleiding"),
        ("bieding.xlsx, Bieding!F7", "Bieding"),
        ("iets anders", OVERIG),
    ],
)
def test_place_is_said_in_words(plek: str, woorden: str) -> None:
    assert describe_plaats(plek, DORP) == woorden


@pytest.mark.parametrize("naam", ["hoogeveen", "hogeland"])
def test_no_finding_on_the_shipped_content_shows_a_file(naam: str) -> None:
    inhoud = echte_bibliotheek().load(naam)

    plaatsen = {describe_plaats(b.plek, inhoud) for b in check_samenwerking(inhoud)}

    assert [p for p in plaatsen if ".md" in p or ".toml" in p or p == OVERIG] == []
