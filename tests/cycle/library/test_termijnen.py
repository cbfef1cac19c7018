"""Rules of the calendar as data."""

from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.fase import Fase
from cycle.domain.kalender import Schuif, Soort, TermijnRegel
from cycle.library.termijnen import BESTAND
from tests.cycle.library.builders import line_of, open_bibliotheek, plant


def test_rules_come_in_the_order_of_the_file(content: Path) -> None:
    bod, advies = open_bibliotheek(content).termijnregels()

    assert bod == TermijnRegel(
        code="bod",
        fase="voorbereiding",
        melding="Het bod.",
        basis="Woningwet artikel 44",
        soort=Soort.UITERLIJK,
        schuif=Schuif.WERKDAG_ERVOOR,
        maand=7,
        dag=1,
    )
    assert (advies.na, advies.dagen, advies.schuif) == ("bod", -59, Schuif.NIET)


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code"),
    [
        ("dagen = -59", "dag = -59", "", "I164"),
        ("dagen = -59", "dagen = -59\nwerkdagen = 2", "", "I164"),
        ("maand = 7", "maand = 13", "", "I164"),
        ("dag = 1\n", "dag = 0\n", "", "I164"),
        ('na = "bod"\n', "", "", "I164"),
        ("maand = 7\ndag = 1\n", "", "", "I164"),
        ("dagen = -59", "dgaen = -59", "dgaen", "I110"),
        ('na = "bod"', 'na = "bodd"', 'na = "bodd"', "I125"),
        ('[[termijn]]\ncode = "bod"', '[[trmijn]]\ncode = "bod"', "[[trmijn]]", "I110"),
        ('code = "advies"', 'code = "bod"', "", "I131"),
        ('code = "bod"', 'kode = "bod"', "kode", "I110"),
        ('soort = "relatief"', 'soort = "ooit"', '"ooit"', "I113"),
        ("werkdag-ervoor", "morgen", "morgen", "I113"),
        ("Het advies.", "", 'melding = ""', "I112"),
        ("dagen = -59", "dagen = ", "dagen =", "I104"),
    ],
)
def test_one_fault_gives_one_finding_with_its_line(
    content: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, BESTAND, oud, nieuw)

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).termijnregels()

    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == code
    assert bevinding.plek.startswith(f"{BESTAND}:")
    if regel:
        assert bevinding.plek == f"{BESTAND}:{line_of(content, BESTAND, regel)}"


def test_the_rule_itself_is_the_place_of_an_impossible_day(content: Path) -> None:
    plant(content, BESTAND, "dagen = -59", "dagen = -59\ndag = 3")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).termijnregels()

    assert gevangen.value.plek == f"{BESTAND}:11"


def test_the_shipped_rules_cover_the_year_in_words_a_reader_knows() -> None:
    regels = open_bibliotheek().termijnregels()

    assert {regel.code for regel in regels} == {
        "overlegwet_start",
        "bod",
        "overleg_start",
        "kickoff",
        "formulieren_uit",
        "biedingen_in",
        "concept",
        "ondertekening",
        "levering",
        "stukken",
        "bestuurlijk",
        "accordering",
        "zes_maanden",
        "geschil",
        "uitvoering",
        "tripartiet_april",
        "toets_april",
        "toets_april_in",
        "tripartiet_september",
        "toets_september",
        "toets_september_in",
        "verslag",
    }
    assert {Fase(regel.fase) for regel in regels} == set(Fase) - {Fase.VASTGESTELD}
    assert all(
        regel.basis in ("afspraak", "planning") or "wet artikel" in regel.basis for regel in regels
    )


def test_own_deadlines_never_fall_on_a_day_off_by_rule() -> None:
    regels = open_bibliotheek().termijnregels()

    eigen = [r for r in regels if r.basis in ("afspraak", "planning") and r.maand]

    assert [r.code for r in eigen if r.schuif is Schuif.NIET] == ["uitvoering"]
