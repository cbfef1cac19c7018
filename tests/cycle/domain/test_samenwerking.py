"""The content of one samenwerking, and where a value stands."""

import pendulum
import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.partij import PartijSoort
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Bijeenkomst, Jaar
from tests.builders import een_afspraak, een_cel, een_jaar, een_plek, een_samenwerking


def test_afspraken_come_in_order_of_number() -> None:
    samenwerking = een_samenwerking(een_afspraak(3), een_afspraak(1))

    assert [a.nummer for a in samenwerking.afspraken] == [1, 3]


def test_a_partij_is_found_by_its_code() -> None:
    assert een_samenwerking().partij("woonservice").naam == "Woonservice"


def test_an_unknown_partij_is_refused_with_the_codes_that_exist() -> None:
    with pytest.raises(NietGevonden, match="De partij 'actium' doet niet mee in Dorp") as fout:
        een_samenwerking().partij("actium")

    assert fout.value.advies == "Kies uit: gemeente, domesta, woonservice, huurders."


def test_partijen_of_one_kind_keep_their_order() -> None:
    corporaties = een_samenwerking().van_soort(PartijSoort.CORPORATIE)

    assert [p.code for p in corporaties] == ["domesta", "woonservice"]


def test_a_year_without_choices_is_an_empty_year() -> None:
    gekozen = een_jaar(2026, prioriteiten=("bouwen",))
    samenwerking = een_samenwerking(jaren={2026: gekozen})

    assert samenwerking.jaar(2026) == gekozen
    assert samenwerking.jaar(2027) == een_jaar(2027)


def test_a_place_is_a_line_a_cell_or_a_file() -> None:
    assert str(een_plek(12)) == "dorp/thema-1.md:12"
    assert str(een_cel("F7")) == "bieding.xlsx, Bieding!F7"
    assert str(Plek("parameters.toml")) == "parameters.toml"


def test_of_two_meetings_of_one_kind_the_last_day_counts_in_whatever_order_they_stand() -> None:
    eerste, tweede = (
        Bijeenkomst("bestuurlijk", "Bestuurlijk overleg", pendulum.date(2026, 11, dag))
        for dag in (20, 30)
    )

    for volgorde in ((eerste, tweede), (tweede, eerste)):
        assert Jaar(2027, (), volgorde).vaste_datums == {"bestuurlijk": tweede.datum}
