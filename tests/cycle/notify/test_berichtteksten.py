"""Mails are filled in strictly, and every text that the use cases need is there."""

from pathlib import Path

import pytest

from cycle.domain.errors import SjabloonOnbruikbaar
from cycle.domain.herinnering import Trede
from cycle.notify.berichtteksten import MapBerichtteksten

TEKSTEN = Path(__file__).parents[3] / "templates" / "mail"
SOORTEN = [pad.stem for pad in sorted(TEKSTEN.glob("*.txt"))]
VELDEN = dict.fromkeys(
    (
        "samenwerking",
        "jaar",
        "partij",
        "contact",
        "coordinator",
        "coordinator_mail",
        "uiterlijk",
        "versie",
        "code",
        "organen",
        "wat",
        "stap",
        "opdracht",
        *("bijeenkomst", "dag", "tijd", "plaats", "agenda", "wijziging", "themas"),
        *("nummer", "reden"),
    ),
    "VELD",
)


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_text_gives_a_subject_and_a_letter_without_loose_ends(soort: str) -> None:
    tekst = MapBerichtteksten(TEKSTEN).write(soort, VELDEN | {"voorbeeld": ""})

    assert tekst.onderwerp
    assert tekst.tekst.startswith("Geachte VELD van VELD,\n")
    assert "{" not in tekst.onderwerp + tekst.tekst
    assert tekst.tekst.endswith("\n")
    assert "voorbeeld" not in tekst.tekst


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_played_year_says_that_it_is_an_example(soort: str) -> None:
    tekst = MapBerichtteksten(TEKSTEN).write(soort, VELDEN | {"voorbeeld": "Verzonnen cijfers."})

    assert tekst.tekst.endswith("\n\nLet op: dit is een voorbeeld. Verzonnen cijfers.\n")


def test_every_rung_of_the_ladder_has_its_own_text() -> None:
    assert {f"herinnering-{trede}" for trede in Trede} <= set(SOORTEN)


def test_values_are_text_and_never_a_template(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Onderwerp: {{ x }}\n{{ x }}\n")

    tekst = MapBerichtteksten(tmp_path).write("a", {"x": "{{ 7 * 7 }} & <b>"})

    assert tekst.tekst == "{{ 7 * 7 }} & <b>\n"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (None, "ontbreekt"),
        ("Onderwerp: a\n{{ onbekend }}\n", "klopt niet"),
        ("Onderwerp: a\n{% if %}\n", "klopt niet"),
        ("Onderwerp: a\n{{ x.__class__.__mro__ }}\n", "klopt niet"),
        ("Geachte heer,\n", "eerste regel"),
    ],
)
def test_a_broken_text_is_refused_with_its_place(
    tmp_path: Path, inhoud: str | None, melding: str
) -> None:
    if inhoud is not None:
        (tmp_path / "a.txt").write_text(inhoud)

    with pytest.raises(SjabloonOnbruikbaar, match=melding) as fout:
        MapBerichtteksten(tmp_path).write("a", {"x": "waarde"})

    assert fout.value.plek.startswith("templates/mail/a.txt")
    assert fout.value.advies
