"""The copy for publication: nothing that must go is left, at any depth."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.publicatie import WEGGELATEN, find_resten, make_kopie
from tests.cycle.documents.builders import een_lege_view, een_view

ADRES = "wonen@gemeente-dorp.example"


def test_an_address_goes_wherever_it_stands() -> None:
    view = replace(
        een_lege_view(), inleiding=f"Mail {ADRES}, of [de gemeente](mailto:{ADRES}) of <{ADRES}>."
    )

    kopie = make_kopie(view)

    assert kopie.view.inleiding.endswith(f"Mail {WEGGELATEN}, of de gemeente of {WEGGELATEN}.")
    assert kopie.mailadressen == 3


def test_other_texts_go_whatever_their_capitals_and_spaces() -> None:
    view = replace(een_lege_view(), inleiding="Contact is JAN  Jansen.\nOf jan\njansen.")

    kopie = make_kopie(view, ["Jan Jansen", " "])

    assert "ansen" not in kopie.view.inleiding
    assert kopie.teksten == 2


def test_signatures_go_and_what_was_agreed_stays() -> None:
    view = een_view()

    kopie = make_kopie(view)

    assert all(not plaats.anker for plaats in kopie.view.ondertekening)
    assert kopie.view.themas == view.themas
    assert kopie.view.code == view.code
    assert kopie.view.status == "Publicatiekopie"


@pytest.mark.parametrize(
    "tekst",
    [ADRES, "wonen@\ngemeente.example", "wonen @ gemeente", "a\u00a0@b", "mailto:x@y.example"],
)
def test_anything_like_an_address_in_the_file_is_found(tekst: str) -> None:
    assert find_resten(("Bladzijde een.", f"Mail {tekst}."))


def test_a_name_that_is_broken_over_lines_is_found() -> None:
    assert find_resten(("Contact: Jan\nJan  sen",), ["jan jansen"]) == ("jan jansen",)


def test_a_clean_file_has_nothing_left() -> None:
    assert find_resten(("60 woningen, € 5.", "@", "5 @"), ["Jansen"]) == ()


@given(
    st.text("abcdefgh.+-", min_size=1, max_size=8).filter(lambda t: t[0].isalpha()),
    st.text("abcdefgh-", min_size=1, max_size=8).filter(lambda t: t[0].isalpha()),
)
def test_what_was_blanked_is_never_found_again(voor: str, achter: str) -> None:
    view = replace(een_lege_view(), inleiding=f"Mail naar {voor}@{achter}.example vandaag.")

    assert find_resten((make_kopie(view).view.inleiding,)) == ()
