"""A reader hears which words changed, unless there are too many."""

import pytest

from cycle.domain.woordverschil import describe_woorden


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("in hun **eigen** omgeving.", "in hun **eigen** buurt.", "‘omgeving’ is ‘buurt’ geworden"),
        ("Wij bouwen.", "Wij bouwen veel.", "‘veel’ is erbij gekomen"),
        ("Wij bouwen nu.", "Wij bouwen snel nu.", "‘snel’ is erbij gekomen"),
        ("Wij bouwen snel nu.", "Wij bouwen nu.", "‘snel’ is weggehaald"),
        ("a b c d", "x b y d", "‘a’ is ‘x’ geworden en ‘c’ is ‘y’ geworden"),
        ("Wij *bouwen*.", "Wij **bouwen**.", ""),
        ("a b c d e f g", "1 b 2 d 3 f 4", ""),
        ("kort", "woord " * 20, ""),
        ("woord " * 3000 + "a", "woord " * 3000 + "b", ""),
        ("", "Nieuw.", "‘Nieuw.’ is erbij gekomen"),
    ],
)  # fmt: skip
def test_words_that_changed_are_named(oud: str, nieuw: str, zin: str) -> None:
    assert describe_woorden(oud, nieuw) == zin
