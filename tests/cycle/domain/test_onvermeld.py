"""Who forgets to track changes is heard all the same."""

from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.onvermeld import AUTEUR, find_onvermeld
from cycle.domain.opmaak import Woordwijziging
from cycle.domain.reactie import Leesalinea, Onderdeel
from cycle.domain.tekstverwerking import apply_woorden
from tests.builders import een_vindplaats


def lees(*teksten: str) -> tuple[Leesalinea, ...]:
    return tuple(Leesalinea(een_vindplaats(1), tekst) for tekst in teksten)


GESTUURD = lees("Kop", "Wij bouwen 12 woningen per jaar.", "Dat doen wij samen.", "Slot")


def test_the_same_text_has_no_change_whatever_its_blanks() -> None:
    anders = lees("Kop", "Wij  bouwen 12\u00a0woningen per jaar.", "Dat doen wij samen.", "Slot")

    assert find_onvermeld(GESTUURD, GESTUURD) == ()
    assert find_onvermeld(GESTUURD, anders) == ()


def test_a_changed_word_is_named_with_its_paragraph() -> None:
    terug = lees("Kop", "Wij bouwen 15 woningen per jaar.", "Dat doen wij samen.", "Slot")

    (wijziging,) = find_onvermeld(GESTUURD, terug)

    assert (wijziging.oud, wijziging.nieuw, wijziging.begin) == ("12", "15", 11)
    assert (wijziging.onderdeel, wijziging.alinea) == (Onderdeel.TEKST, GESTUURD[1].tekst)
    assert (wijziging.auteur, wijziging.op) == (AUTEUR, None)


def test_a_paragraph_that_went_and_one_that_came_are_changes() -> None:
    terug = lees("Kop", "Wij bouwen 12 woningen per jaar.", "Slot", "Heel iets nieuws!")

    weg, erbij = find_onvermeld(GESTUURD, terug)

    assert (weg.onderdeel, weg.oud, weg.nieuw) == (Onderdeel.ALINEA, "Dat doen wij samen.", "")
    assert (erbij.oud, erbij.nieuw, erbij.na) == ("", "Heel iets nieuws!", "Slot")


@given(
    oud=st.lists(st.sampled_from(["een", "twee", "drie", "vier", "vijf"]), min_size=3, max_size=9),
    plek=st.integers(0, 8),
    nieuw=st.sampled_from(["", "zes", "zeven acht"]),
)
def test_any_changed_word_leads_to_the_text_that_came_back(
    oud: list[str], plek: int, nieuw: str
) -> None:
    anders = [*oud]
    anders[plek % len(oud)] = nieuw
    eerder, later = " ".join(oud), " ".join(woord for woord in anders if woord)

    for wijziging in find_onvermeld(lees("Kop", eerder), lees("Kop", later)):
        if wijziging.onderdeel is Onderdeel.TEKST:
            woord = Woordwijziging(wijziging.begin, wijziging.oud, wijziging.nieuw)
            assert apply_woorden(wijziging.alinea, [woord]) == later
