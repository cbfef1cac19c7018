"""Bookmarks tell on which afspraak or action a remark stands, and read back the same."""

import pytest

from cycle.domain.anker import Anker, actie_anker, afspraak_anker, read_anker


def test_the_bookmark_of_an_afspraak_reads_back_as_its_number() -> None:
    assert read_anker(afspraak_anker(7)) == Anker(7, "")


def test_the_bookmark_of_an_action_reads_back_with_its_own_name() -> None:
    naam = actie_anker(7, "bouwen", "domesta", "A07-NETTO")

    assert read_anker(naam) == Anker(7, naam)


def test_every_partij_and_question_has_its_own_bookmark() -> None:
    namen = {
        actie_anker(7, afspraak, partij, regel)
        for afspraak in ("bouwen", "slopen")
        for partij in ("domesta", "actium")
        for regel in ("A07-NETTO", "A07-INZET")
    }

    assert len(namen) == 8


@pytest.mark.parametrize("naam", ["", "_Toc123", "_Afspraak_", "_Actie_07", "Afspraak_07"])
def test_a_bookmark_of_somebody_else_is_none_of_ours(naam: str) -> None:
    assert read_anker(naam) is None
