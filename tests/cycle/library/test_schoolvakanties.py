"""School holidays: what the ministry set, and what a coordinator adds."""

from pathlib import Path

import pendulum
import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakanties
from tests.cycle.library.builders import line_of, open_bibliotheek

BESTAND = "schoolvakanties.toml"
EIGEN = """\
[[vakantie]]
naam = "Herfstvakantie"
regios = ["Noord", "Midden"]
van = 2030-10-19
tot_en_met = 2030-10-27
bron = "Regeling 2030"
"""


def vakanties(
    content: Path, van: int, tot_en_met: int, regio: Schoolregio = Schoolregio.NOORD
) -> Schoolvakanties:
    """Return the holidays of a region in these years."""
    return open_bibliotheek(content).schoolvakanties(regio, range(van, tot_en_met + 1))


# each as published by the ministry
@pytest.mark.parametrize(
    ("regio", "jaar", "naam", "van", "tot_en_met"),
    [
        ("Noord", 2023, "Zomervakantie", "2023-07-22", "2023-09-03"),
        ("Noord", 2025, "Herfstvakantie", "2025-10-18", "2025-10-26"),
        ("Zuid", 2025, "Herfstvakantie", "2025-10-11", "2025-10-19"),
        ("Midden", 2026, "Zomervakantie", "2026-07-18", "2026-08-30"),
        ("Zuid", 2026, "Voorjaarsvakantie", "2026-02-14", "2026-02-22"),
    ],
)
def test_the_holidays_are_those_of_the_ministry(
    content: Path, regio: str, jaar: int, naam: str, van: str, tot_en_met: str
) -> None:
    gelezen = vakanties(content, jaar, jaar, Schoolregio(regio)).vakanties

    (vakantie,) = [v for v in gelezen if v.naam == naam]
    assert (str(vakantie.van), str(vakantie.tot_en_met)) == (van, tot_en_met)
    assert vakantie.bron.startswith("Regeling vaststelling schoolvakanties 202")


def test_a_holiday_over_new_year_is_one_holiday(content: Path) -> None:
    gelezen = vakanties(content, 2025, 2026)

    vakantie = gelezen.op(pendulum.date(2026, 1, 2))
    assert vakantie == gelezen.op(pendulum.date(2025, 12, 24))
    assert vakantie is not None
    assert (str(vakantie.van), str(vakantie.tot_en_met)) == ("2025-12-20", "2026-01-04")
    assert gelezen.op(pendulum.date(2026, 1, 5)) is None


def test_the_years_end_where_the_regulation_ends(content: Path) -> None:
    assert vakanties(content, 2027, 2032).jaren == {2027, 2028, 2029}


def test_an_own_holiday_makes_its_year_known_for_its_regions(content: Path) -> None:
    (content / BESTAND).write_text(EIGEN, encoding="utf-8")

    assert vakanties(content, 2030, 2030).jaren == {2030}
    assert vakanties(content, 2030, 2030, Schoolregio.ZUID).jaren == frozenset()
    assert vakanties(content, 2030, 2030).op(pendulum.date(2030, 10, 21)) is not None


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code"),
    [
        ('"Midden"', '"Oost"', "regios", "I113"),
        ("2030-10-27", "2030-10-01", "tot_en_met", "I115"),
        ("bron", "bronn", "bronn", "I110"),
        ("van = 2030-10-19", "van = ", "van =", "I104"),
    ],
)
def test_a_fault_in_the_own_file_has_its_line(
    content: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    (content / BESTAND).write_text(EIGEN.replace(oud, nieuw), encoding="utf-8")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        vakanties(content, 2030, 2030)

    (bevinding,) = gevangen.value.bevindingen
    assert (bevinding.code, bevinding.plek) == (
        code,
        f"{BESTAND}:{line_of(content, BESTAND, regel)}",
    )
