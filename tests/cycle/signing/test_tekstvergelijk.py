from dataclasses import replace

import pytest

from cycle.signing.controle.tekstvergelijk import compare_blad, compare_bladen, woorden
from tests.cycle.signing.aanvallen import bevroren

MANIFEST = replace(bevroren().manifest, bladzijden=3, tekenpaginas=(3,))
BLADEN = ("Afspraak 1 bouw 12 woningen", "Huurders denken mee", "Handtekening directeur gemeente")


def test_the_same_words_say_nothing() -> None:
    assert compare_bladen(BLADEN, BLADEN, MANIFEST) == ()


def test_line_ends_and_broken_words_do_not_count() -> None:
    gebroken = ("Afspraak 1\nbouw 12 wonin-\ngen", *BLADEN[1:])

    assert compare_bladen(gebroken, BLADEN, MANIFEST) == ()


def test_a_broken_word_is_one_word() -> None:
    assert woorden("prestatie-\nafspraken\nvan 2027-\n2030") == [
        "prestatieafspraken",
        "van",
        "2027-2030",
    ]


@pytest.mark.parametrize(
    ("nu", "zin"),
    [
        ("bouw 13 woningen", "mist ‘12’ en heeft er ‘13’ bij."),
        ("bouw woningen", "mist ‘12’."),
        ("bouw 12 dure woningen", "heeft er ‘dure’ bij."),
        ("12 bouw woningen", "heeft dezelfde woorden in een andere volgorde."),
    ],
)
def test_a_page_says_which_words_differ(nu: str, zin: str) -> None:
    assert compare_blad(nu, "bouw 12 woningen", mag_erbij=False) == zin


def test_a_page_to_sign_may_hold_more_words_but_not_fewer() -> None:
    assert (
        compare_blad("Gezien: J. Smit voor akkoord", "Gezien: voor akkoord", mag_erbij=True) == ""
    )
    assert compare_blad("Gezien: J. Smit", "Gezien: voor akkoord", mag_erbij=True) == (
        "mist ‘voor akkoord’."
    )


def test_a_page_that_is_gone_is_counted() -> None:
    (gevonden,) = compare_bladen(BLADEN[:2], BLADEN, MANIFEST)

    assert (gevonden.code, gevonden.plek) == ("V041", "bladzijde 3")


@pytest.mark.parametrize("tekst", ["Afspraak 24: meer huur", "3. Bouwen\nWij bouwen meer"])
def test_a_page_behind_it_may_not_look_like_an_afspraak(tekst: str) -> None:
    (gevonden,) = compare_bladen((*BLADEN, tekst), BLADEN, MANIFEST)

    assert (gevonden.code, gevonden.plek) == ("V042", "bladzijde 4")


def test_a_record_of_signing_behind_it_is_told() -> None:
    (gevonden,) = compare_bladen((*BLADEN, "Getekend op 28-11-2026"), BLADEN, MANIFEST)

    assert (gevonden.code, gevonden.ernst) == ("V047", "info")


def test_many_differences_are_cut_short() -> None:
    oud = " ".join(f"oud{n} zelfde{n}" for n in range(9))
    nieuw = " ".join(f"nieuw{n} zelfde{n}" for n in range(9))

    zin = compare_blad(nieuw, oud, mag_erbij=False)

    assert "nog 5 stukken" in zin
    assert "oud8" not in zin
