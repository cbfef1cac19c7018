"""Rules of the calendar as data."""

from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.fase import Fase
from cycle.domain.kalender import Belang, Schuif, Soort, TermijnRegel
from tests.cycle.library.builders import line_of, open_bibliotheek, plant

BESTAND = "regelprofielen/woningwet2015.toml"


def regels_in(content: Path) -> tuple[TermijnRegel, ...]:
    """Return the rules of the one profile of Dorp."""
    (profiel,) = open_bibliotheek(content).regelprofielen()
    return profiel.regels


def alle_regels() -> tuple[TermijnRegel, ...]:
    """Return the rules of every profile that is shipped."""
    return tuple(r for profiel in open_bibliotheek().regelprofielen() for r in profiel.regels)


def test_rules_come_in_the_order_of_the_file(content: Path) -> None:
    bod, advies = regels_in(content)

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
    assert (advies.na, advies.dagen, advies.schuif) == ("bod", -59, Schuif.VORIGE_WERKDAG)


@pytest.mark.parametrize(
    ("soort", "schuif"),
    [
        ("voor", Schuif.WERKDAG_ERVOOR),
        ("uiterlijk", Schuif.VORIGE_WERKDAG),
        ("relatief", Schuif.VORIGE_WERKDAG),
        ("op", Schuif.NIET),
    ],
)
def test_only_a_deadline_on_the_day_itself_may_stay_on_a_day_off(
    content: Path, soort: str, schuif: Schuif
) -> None:
    plant(content, BESTAND, 'soort = "relatief"', f'soort = "{soort}"')

    assert regels_in(content)[1].schuif is schuif


def test_a_term_of_the_algemene_termijnenwet_may_keep_an_earlier_plan(content: Path) -> None:
    plant(content, BESTAND, "dagen = -59", "dagen = -59\natw = true")
    assert regels_in(content)[1].schuif is Schuif.NIET

    plant(content, BESTAND, "atw = true", 'atw = true\nschuif = "vorige-werkdag"')
    assert regels_in(content)[1].schuif is Schuif.VORIGE_WERKDAG


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
        ("dagen = -59", 'dagen = -59\nschuif = "niet"', "", "I164"),
        ("maand = 7", "vanaf_jaar = 2023\nmaand = 7", 'na = "bod"', "I125"),
    ],
)
def test_one_fault_gives_one_finding_with_its_line(
    content: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, BESTAND, oud, nieuw)

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).regelprofielen()

    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == code
    assert bevinding.plek.startswith(f"{BESTAND}:")
    if regel:
        assert bevinding.plek == f"{BESTAND}:{line_of(content, BESTAND, regel)}"


def test_the_rule_itself_is_the_place_of_an_impossible_day(content: Path) -> None:
    plant(content, BESTAND, "dagen = -59", "dagen = -59\ndag = 3")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).regelprofielen()

    assert gevangen.value.plek == f"{BESTAND}:19"


@pytest.mark.parametrize("profiel", ["woningwet2015", "regie"])
def test_the_shipped_rules_cover_the_year_in_words_a_reader_knows(profiel: str) -> None:
    (regels,) = (p.regels for p in open_bibliotheek().regelprofielen() if p.code == profiel)

    assert {regel.code for regel in regels} == {
        "overlegwet_start",
        "overlegwet_stukken",
        "overlegwet_advies",
        "overlegwet_antwoord",
        "overlegwet_uitvoering",
        "bod",
        "overleg_start",
        "kickoff",
        "formulieren_uit",
        "biedingen_in",
        "concept",
        "ondertekening",
        "brief_1_december",
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


def test_every_shipped_rule_names_the_law_or_says_that_partijen_choose() -> None:
    echt = [regel for regel in alle_regels() if regel.belang is not Belang.INFORMATIEF]

    assert all(r.basis in ("afspraak", "planning") or "wet artikel" in r.basis for r in echt)
    assert {r.code for r in alle_regels() if r not in echt} == {"brief_1_december"}


def test_own_deadlines_never_fall_on_a_day_off_by_rule() -> None:
    eigen = [r for r in alle_regels() if r.basis in ("afspraak", "planning") and r.maand]

    assert {r.code for r in eigen if r.schuif is Schuif.NIET} == {"uitvoering"}
