"""The reactietabel: one row per reaction, in the order of the afspraken, the last word counts."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.errors import BesluitError
from cycle.domain.reactie import EINDE, Repliek, WijzigingSoort
from cycle.domain.reactietabel import (
    Reactiebesluit,
    Reactiekeuze,
    build_reactietabel,
    check_reactiebesluit,
    find_wederhelft,
    reactie_kenmerken,
    reactie_tekst,
)
from tests.builders import (
    een_ingebrachte,
    een_opmerking,
    een_reactieregel,
    een_vindplaats,
    een_wijziging,
)

DAG = pendulum.date(2025, 11, 7)
WIJZIGING = een_wijziging("Tekst 1.", "Tekst", "Zin")


def test_rows_follow_the_afspraken_and_within_one_the_order_of_arrival() -> None:
    bij_twee = een_ingebrachte(een_opmerking(vindplaats=een_vindplaats(2)), 1)
    bij_een = een_ingebrachte(een_opmerking(), 2)
    erbuiten = een_ingebrachte(een_opmerking(vindplaats=een_vindplaats(None)), 3)
    later = een_ingebrachte(een_opmerking("En dit?"), 4)

    tabel = build_reactietabel(
        (bij_twee, bij_een, erbuiten, later), (), {"afspraak-1": 1, "afspraak-2": 2}
    )

    assert [regel.nummer for regel in tabel] == [3, 2, 4, 1]
    assert all(regel.besluit is None for regel in tabel)


def test_the_last_decision_on_a_reaction_counts() -> None:
    eerst = Reactiebesluit(1, Reactiekeuze.BESPREKEN, DAG)
    daarna = Reactiebesluit(1, Reactiekeuze.AFWIJZEN, DAG, "Dit staat in de wet.")

    (regel,) = build_reactietabel((een_ingebrachte(WIJZIGING),), (eerst, daarna), {})

    assert regel.besluit == daarna


@pytest.mark.parametrize(
    ("keuze", "is_open"),
    [
        (None, True),
        (Reactiekeuze.BESPREKEN, True),
        (Reactiekeuze.OVERNEMEN, False),
        (Reactiekeuze.AFWIJZEN, False),
    ],
)
def test_what_is_discussed_is_still_open(keuze: Reactiekeuze | None, is_open: bool) -> None:
    assert een_reactieregel(WIJZIGING, keuze=keuze).is_open is is_open


def test_only_a_change_that_is_taken_over_changes_the_text() -> None:
    overgenomen = een_reactieregel(WIJZIGING)
    zelf = Reactiebesluit(1, Reactiekeuze.OVERNEMEN, DAG, is_handmatig=True)

    assert overgenomen.wijziging == WIJZIGING
    assert een_reactieregel(WIJZIGING, keuze=None).wijziging is None
    assert een_reactieregel(WIJZIGING, keuze=Reactiekeuze.AFWIJZEN).wijziging is None
    assert een_reactieregel(een_opmerking()).wijziging is None
    assert replace(overgenomen, besluit=zelf).wijziging is None


def test_the_same_file_again_gives_the_same_marks() -> None:
    eerste = reactie_kenmerken("domesta", "0.1", (WIJZIGING, een_opmerking()))

    assert reactie_kenmerken("domesta", "0.1", (WIJZIGING, een_opmerking())) == eerste
    assert len(set(eerste)) == 2


def test_the_same_words_at_another_place_are_another_reaction() -> None:
    alinea = "de man en de vrouw"
    later = een_wijziging(alinea, "de", "DE", begin=10)
    eerder = een_wijziging(alinea, "de", "DE", begin=0)

    (bekend,) = reactie_kenmerken("domesta", "0.1", (later,))

    assert reactie_kenmerken("domesta", "0.1", (eerder, later))[1] == bekend


def test_marks_differ_by_partij_version_and_for_the_same_words_twice() -> None:
    twee_keer = reactie_kenmerken("domesta", "0.1", (WIJZIGING, WIJZIGING))
    ander = reactie_kenmerken("actium", "0.1", (WIJZIGING,))
    later = reactie_kenmerken("domesta", "0.2", (WIJZIGING,))

    assert len({*twee_keer, *ander, *later}) == 4


def test_another_office_programme_does_not_make_it_another_reaction() -> None:
    anders = replace(WIJZIGING, op=None, alinea="Tekst\u00a01.")

    assert reactie_kenmerken("a", "0.1", (anders,)) == reactie_kenmerken("a", "0.1", (WIJZIGING,))


def test_both_halves_of_moved_text_find_each_other() -> None:
    weg = een_wijziging("Tekst 1.", "Tekst 1.", "", soort=WijzigingSoort.VERPLAATST)
    erbij = replace(weg, oud="", nieuw="Tekst 1.", vindplaats=een_vindplaats(2))
    los = een_reactieregel(een_opmerking(), 3)
    van, naar = een_reactieregel(weg, 1), een_reactieregel(erbij, 2)

    assert find_wederhelft(van, (van, naar, los)) == naar
    assert find_wederhelft(naar, (van, naar, los)) == van
    assert find_wederhelft(los, (van, naar, los)) is None
    assert find_wederhelft(van, (van, los)) is None


def test_a_refusal_without_an_answer_is_refused() -> None:
    regel = een_reactieregel(WIJZIGING, keuze=None)

    with pytest.raises(BesluitError, match="hoort een antwoord"):
        check_reactiebesluit(Reactiebesluit(1, Reactiekeuze.AFWIJZEN, DAG, "  "), regel)


def test_only_what_is_taken_over_can_be_done_by_hand() -> None:
    besluit = Reactiebesluit(1, Reactiekeuze.BESPREKEN, DAG, is_handmatig=True)

    with pytest.raises(BesluitError, match="verandert u zelf niets") as fout:
        check_reactiebesluit(besluit, een_reactieregel(WIJZIGING, keuze=None))

    assert "--zelf" in fout.value.advies


ERBIJ, VERPLAATST = WijzigingSoort.TOEGEVOEGD, WijzigingSoort.VERPLAATST


@pytest.mark.parametrize(
    ("reactie", "tekst"),
    [
        (een_wijziging("a b", "b", "c"), "Vervang ‘b’ door ‘c’."),
        (een_wijziging("a", "", " b"), "Voeg toe: ‘b’."),
        (een_wijziging("a b", "b", ""), "Schrap ‘b’."),
        (een_wijziging("a", "", "", soort=ERBIJ), "Begin hier een nieuwe alinea."),
        (een_wijziging("a", "", ""), "Voeg deze alinea bij de volgende."),
        (een_wijziging("a", "", EINDE), "Begin hier een nieuwe alinea."),
        (een_wijziging("a", EINDE, ""), "Voeg deze alinea bij de volgende."),
        (een_wijziging("a", "a", "", soort=VERPLAATST), "Verplaats ‘a’ van hier."),
        (een_wijziging("b", "", "a", soort=VERPLAATST), "Verplaats ‘a’ naar hier."),
        (een_opmerking("Kan dit?", bij=""), "Kan dit?"),
        (een_opmerking("Kan dit?"), "Bij ‘Tekst 1.’: Kan dit?"),
        (
            een_opmerking("Kan dit?", bij="", replieken=(Repliek("Jan", None, "Ja."),)),
            "Kan dit? Jan antwoordt: Ja.",
        ),
    ],
)
def test_every_reaction_reads_as_a_sentence(reactie: object, tekst: str) -> None:
    assert reactie_tekst(reactie) == tekst


def test_a_long_text_keeps_its_begin_and_its_end() -> None:
    lang = "begin " + "woord " * 200 + "einde"

    tekst = reactie_tekst(een_wijziging(lang, lang, ""))

    assert tekst.startswith("Schrap ‘begin woord")
    assert tekst.endswith("woord einde’.")
    assert len(tekst) < 260
