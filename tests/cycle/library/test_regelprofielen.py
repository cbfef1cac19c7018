"""A file of rules per law: what it follows, what it replaces and what is wrong with it."""

from pathlib import Path

import pendulum
import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.partij import Orgaan
from cycle.domain.regelprofiel import Geschilsoort
from tests.cycle.library.builders import line_of, only_fout, open_bibliotheek, plant

WET = "regelprofielen/woningwet2015.toml"
REGIE = "regelprofielen/regie.toml"
TEKST = """\
naam = "Regie"
volgt = "woningwet2015"
bron = "Wetsvoorstel"
grondslag = "volkshuisvestingsprogramma"
grondslag_orgaan = "college"
geschil_over = ["totstandkoming", "nakoming"]

[[termijn]]
code = "bod"
fase = "voorbereiding"
melding = "Het bod volgens regie."
basis = "Woningwet artikel 44"
soort = "uiterlijk"
maand = 7
dag = 1

[[termijn]]
code = "programma"
fase = "voorbereiding"
melding = "Het programma is er."
basis = "Woningwet artikel 42"
soort = "op"
na = "bod"
"""

OMGEKEERD = "geldig_van = 2027-01-01\ngeldig_tot = 2026-01-01\n"
NAAM = 'gemeente = "Dorp"\n'


@pytest.fixture
def regie(content: Path) -> Path:
    """Return the folder of Dorp with a second profile."""
    (content / REGIE).write_text(TEKST, encoding="utf-8")
    return content


def only_bevinding(content: Path) -> tuple[str, str]:
    """Return code and place of the one finding with which the profiles are refused."""
    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).regelprofielen()
    (bevinding,) = gevangen.value.bevindingen
    return bevinding.code, bevinding.plek


def test_a_profile_knows_its_days_its_base_and_what_is_not_certain(content: Path) -> None:
    (wet,) = open_bibliotheek(content).regelprofielen()

    assert (wet.code, wet.naam, wet.onzeker) == ("woningwet2015", "Woningwet 2015", "Het einde.")
    assert (wet.geldig_van, wet.geldig_tot) == (pendulum.date(2015, 7, 1), None)
    assert (wet.grondslag, wet.grondslag_orgaan) == ("woonvisie", Orgaan.RAAD)
    assert wet.geschil_over == (Geschilsoort.TOTSTANDKOMING,)
    assert str(wet.plek) == f"{WET}:1"


def test_a_profile_that_follows_another_holds_what_differs(regie: Path) -> None:
    profielen = {p.code: p for p in open_bibliotheek(regie).regelprofielen()}

    regels = {regel.code: regel for regel in profielen["regie"].regels}
    assert list(regels) == ["bod", "advies", "programma"]
    assert regels["bod"].melding == "Het bod volgens regie."
    assert regels["advies"] == profielen["woningwet2015"].regels[1]
    assert profielen["regie"].geldig_van is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code"),
    [
        ('"woningwet2015"', '"woningwet"', "volgt", "I128"),
        ('"nakoming"', '"alles"', "geschil_over", "I113"),
        ('grondslag_orgaan = "college"', 'grondslag_orgaan = "koning"', "koning", "I113"),
        ('na = "bod"', 'na = "bodd"', 'na = "bodd"', "I125"),
        (
            'bron = "W',
            'geldig_van = 2027-01-01\ngeldig_tot = 2026-01-01\nbron = "W',
            "tot =",
            "I115",
        ),
        ("naam =", "nam =", "nam =", "I110"),
        ("naam =", "naam", "naam", "I104"),
    ],
)
def test_a_fault_in_a_profile_is_one_finding_with_its_line(
    regie: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(regie, REGIE, oud, nieuw)

    assert only_bevinding(regie) == (code, f"{REGIE}:{line_of(regie, REGIE, regel)}")


def test_an_own_rule_that_comes_to_count_from_a_later_one_is_a_fault(regie: Path) -> None:
    plant(regie, REGIE, "maand = 7\ndag = 1\n", 'na = "programma"\n')

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(regie).regelprofielen()

    assert [b.code for b in gevangen.value.bevindingen] == ["I125"]


def test_a_fault_in_the_profile_that_is_followed_is_told_once(regie: Path) -> None:
    plant(regie, WET, 'naam = "Woningwet 2015"', 'naam = "Woningwet')

    assert only_bevinding(regie) == ("I104", f"{WET}:1")


def test_a_profile_follows_only_one_that_stands_on_its_own(regie: Path) -> None:
    derde = "regelprofielen/zelf.toml"
    (regie / derde).write_text(TEKST.replace('"woningwet2015"', '"regie"'), encoding="utf-8")

    assert only_bevinding(regie) == ("I128", f"{derde}:2")


def test_without_any_profile_with_a_first_day_there_is_no_calendar(content: Path) -> None:
    plant(content, WET, "geldig_van = 2015-07-01\n", "")

    assert only_bevinding(content) == ("I111", "regelprofielen")


def test_without_any_profile_there_is_no_calendar(content: Path) -> None:
    (content / WET).unlink()

    assert only_bevinding(content) == ("I101", "regelprofielen")


def test_a_file_name_with_capitals_is_no_profile(regie: Path) -> None:
    (regie / REGIE).rename(regie / "regelprofielen/Regie.toml")

    assert only_bevinding(regie) == ("I114", "regelprofielen/Regie.toml")


def test_the_one_file_of_former_releases_is_not_passed_over_in_silence(content: Path) -> None:
    (content / "termijnen.toml").write_text("", encoding="utf-8")

    assert only_bevinding(content) == ("I107", "termijnen.toml")


def test_a_samenwerking_may_name_its_profile(regie: Path) -> None:
    plant(regie, "dorp/samenwerking.toml", NAAM, NAAM + 'regelprofiel = "regie"\n')

    assert open_bibliotheek(regie).load("dorp").regelprofiel == "regie"


def test_a_profile_that_is_not_there_has_its_line(regie: Path) -> None:
    plant(regie, "dorp/samenwerking.toml", NAAM, NAAM + 'regelprofiel = "regi"\n')

    fout = only_fout(regie)

    assert (fout.code, fout.plek, fout.advies) == (
        "I128",
        "dorp/samenwerking.toml:3",
        "Bedoelt u 'regie'?",
    )
