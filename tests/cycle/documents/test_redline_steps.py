"""Steps: from one list of words to another, whole, in order and without a false equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.documents.redline import steps
from cycle.documents.redline.steps import find_steps

BLANK = frozenset([" "])
lijsten = st.lists(st.sampled_from(["de", "huur", "bouw", " ", "."]), max_size=14)


def controleer(oud: list[str], nieuw: list[str]) -> None:
    i = j = 0
    vorige = ""
    for soort, i1, i2, j1, j2 in find_steps(oud, nieuw, BLANK):
        assert (i1, j1) == (i, j)
        assert soort != vorige
        assert soort == "replace" or oud[i1:i2] == nieuw[j1:j2]
        i, j, vorige = i2, j2, soort
    assert (i, j) == (len(oud), len(nieuw))


@given(lijsten, lijsten)
def test_steps_hold_every_word_of_both_once(oud: list[str], nieuw: list[str]) -> None:
    controleer(oud, nieuw)


@given(lijsten, lijsten)
def test_steps_of_long_texts_do_so_too(oud: list[str], nieuw: list[str]) -> None:
    with pytest.MonkeyPatch.context() as nu:
        nu.setattr(steps, "_MOST_COMPARED", 4)

        controleer(oud, nieuw)


def test_a_blank_between_two_other_words_belongs_to_the_change() -> None:
    oud, nieuw = ["wij", "bouwen", "nu", "samen"], ["wij", "slopen", "straks", "samen"]

    stappen = find_steps(_met_blanks(oud), _met_blanks(nieuw), BLANK)

    assert stappen == [("equal", 0, 2, 0, 2), ("replace", 2, 5, 2, 5), ("equal", 5, 7, 5, 7)]


def test_texts_that_share_one_word_in_ten_are_replaced_as_a_whole() -> None:
    oud = _met_blanks([f"oud{n}" for n in range(9)] + ["samen"])
    nieuw = _met_blanks([f"nieuw{n}" for n in range(9)] + ["samen"])

    assert find_steps(oud, nieuw, BLANK) == [("replace", 0, 19, 0, 19)]


def _met_blanks(woorden: list[str]) -> list[str]:
    return " ".join(woorden).replace(" ", "| |").split("|")
