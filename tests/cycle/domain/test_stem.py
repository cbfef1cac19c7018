"""The vote for the top 3: points, ties that stay visible, and what the meeting decides."""

from itertools import permutations

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.errors import InvoerError
from cycle.domain.stem import (
    Puntenregel,
    Stem,
    Topkeuze,
    apply_topkeuze,
    count_stemmen,
    find_keuzes,
    name_keuze,
)
from tests.builders import een_afspraak, een_jaar, een_samenwerking, een_thema

DAG = pendulum.date(2025, 9, 12)
DORP = een_samenwerking(
    themas=(een_thema(een_afspraak(7)), een_thema(code="wonen", naam="Wonen")),
)


def _stemmen(*keuzes: str) -> list[Stem]:
    """Return a vote per word, a letter per subject, each of another partij."""
    return [Stem(f"partij-{nr}", tuple(woord), DAG) for nr, woord in enumerate(keuzes)]


def test_a_first_place_counts_three_points_and_a_third_one() -> None:
    uitslag = count_stemmen(_stemmen("abc", "abd"))

    assert uitslag.regels == (
        Puntenregel("a", 6, 2),
        Puntenregel("b", 4, 0),
        Puntenregel("c", 1, 0),
        Puntenregel("d", 1, 0),
    )


def test_a_clear_outcome_is_the_top_three() -> None:
    assert count_stemmen(_stemmen("abc", "abd", "acb")).top == ("a", "b", "c")


@pytest.mark.parametrize(
    ("stemmen", "gelijk"),
    [
        (("abc", "abd"), (("c", "d"),)),  # about who is third
        (("abc", "def"), (("b", "e"),)),  # a and d are in it
        (("ab", "cd", "ef", "gh"), (("a", "c", "e", "g"),)),
    ],
)
def test_a_tie_that_matters_is_shown_and_nobody_wins(
    stemmen: tuple[str, ...], gelijk: tuple[tuple[str, ...], ...]
) -> None:
    uitslag = count_stemmen(_stemmen(*stemmen))

    assert (uitslag.top, uitslag.gelijk) == ((), gelijk)


def test_a_tie_between_two_that_are_both_in_the_top_leaves_nothing_to_choose() -> None:
    uitslag = count_stemmen(_stemmen("abc", "bac"))

    assert (uitslag.top, uitslag.gelijk) == (("a", "b", "c"), ())


def test_fewer_than_three_subjects_are_the_top_whatever_their_points() -> None:
    assert count_stemmen(_stemmen("ab", "ba")).top == ("a", "b")


def test_a_tie_below_the_first_three_does_not_matter() -> None:
    uitslag = count_stemmen(_stemmen("abc", "abc", "abc", "abd", "abe"))

    assert [regel.punten for regel in uitslag.regels] == [15, 10, 3, 1, 1]
    assert (uitslag.top, uitslag.gelijk) == (("a", "b", "c"), ())


def test_a_new_vote_of_a_partij_replaces_the_one_before() -> None:
    (eerst,), (anders,) = _stemmen("abc"), _stemmen("cab")

    assert count_stemmen([eerst, anders]).top == ("c", "a", "b")


def test_without_votes_there_is_no_top_and_no_tie() -> None:
    uitslag = count_stemmen(())

    assert (uitslag.regels, uitslag.top, uitslag.gelijk) == ((), (), ())


@given(st.lists(st.permutations("abcde").map(lambda rij: "".join(rij[:3])), max_size=9))
def test_every_vote_gives_six_points_and_the_order_of_partijen_is_nothing(
    woorden: list[str],
) -> None:
    stemmen = _stemmen(*woorden)

    uitslag = count_stemmen(stemmen)

    assert sum(regel.punten for regel in uitslag.regels) == 6 * len(woorden)
    assert count_stemmen(stemmen[::-1]) == uitslag
    assert not (uitslag.top and uitslag.gelijk)


def test_a_subject_is_found_as_thema_as_id_and_as_number() -> None:
    assert find_keuzes(DORP, ["wonen", "7"]) == ("wonen", "afspraak-7")
    assert find_keuzes(DORP, ["afspraak-7"]) == ("afspraak-7",)
    assert [name_keuze(DORP, code) for code in ("wonen", "afspraak-7", "weg")] == [
        "Wonen",
        "Afspraak 7: Titel 7",
        "weg",
    ]


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (["parkeren"], "Het onderwerp 'parkeren' bestaat niet in Dorp."),
        (["wonen", "wonen"], "twee keer genoemd"),
        ([], "0 onderwerpen"),
        (["7", "afspraak-7"], "twee keer"),
    ],
)
def test_what_cannot_be_chosen_is_refused(woorden: list[str], melding: str) -> None:
    with pytest.raises(InvoerError, match=melding) as fout:
        find_keuzes(DORP, woorden)

    assert fout.value.advies


def test_four_subjects_are_too_many() -> None:
    themas = tuple(een_thema(code=code) for code in "abcd")

    with pytest.raises(InvoerError, match="4 onderwerpen"):
        find_keuzes(een_samenwerking(themas=themas), list("abcd"))


def test_the_meeting_fills_the_priorities_and_typed_ones_go_first() -> None:
    keuze = Topkeuze(("wonen", "afspraak-7"), DAG, "Zo besloten.")
    getypt = een_samenwerking(
        themas=DORP.themas, jaren={2026: een_jaar(2026, prioriteiten=("bouwen",))}
    )

    assert apply_topkeuze(DORP, 2026, keuze).jaar(2026).prioriteiten == ("wonen", "afspraak-7")
    assert apply_topkeuze(DORP, 2026, keuze).jaar(2025).prioriteiten == ()
    assert apply_topkeuze(getypt, 2026, keuze) is getypt
    assert apply_topkeuze(DORP, 2026, None) is DORP


def test_all_orders_of_three_are_different_votes() -> None:
    assert {count_stemmen(_stemmen("".join(rij))).top for rij in permutations("abc")} == set(
        permutations("abc")
    )
