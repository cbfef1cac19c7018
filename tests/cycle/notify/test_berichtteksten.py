"""Mails are filled in strictly, and every text that the use cases need is there."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from cycle.domain.errors import SjabloonOnbruikbaar
from cycle.notify.berichtteksten import MapBerichtteksten

TEKSTEN = Path(__file__).parents[3] / "templates" / "mail"
SOORTEN = [pad.stem for pad in sorted(TEKSTEN.glob("*.txt"))]
HERINNERINGEN = ("herinnering", "weekoverzicht")
GEWOON = [soort for soort in SOORTEN if soort not in HERINNERINGEN]
"""The mails that one step of the year plans; those with tasks have their own tests."""

VELDEN = dict.fromkeys(
    (
        "samenwerking",
        "jaar",
        "partij",
        "contact",
        "coordinator",
        "coordinator_mail",
        "uiterlijk",
        "moment",
        "peildatum",
        "overleg",
        "nieuw",
        "versie",
        "code",
        "organen",
        "stap",
        "opdracht",
        *("bijeenkomst", "dag", "tijd", "plaats", "agenda", "wijziging", "themas"),
        *("nummer", "reden", "audit_anker"),
    ),
    "VELD",
)


@pytest.mark.parametrize("soort", GEWOON)
def test_every_text_gives_a_subject_and_a_letter_without_loose_ends(soort: str) -> None:
    tekst = MapBerichtteksten(TEKSTEN).write(soort, VELDEN | {"voorbeeld": ""})

    assert tekst.onderwerp
    assert tekst.tekst.startswith("Geachte VELD van VELD,\n")
    assert "{" not in tekst.onderwerp + tekst.tekst
    assert tekst.tekst.endswith("\n")
    assert "voorbeeld" not in tekst.tekst


@pytest.mark.parametrize("soort", GEWOON)
def test_a_played_year_says_that_it_is_an_example(soort: str) -> None:
    tekst = MapBerichtteksten(TEKSTEN).write(soort, VELDEN | {"voorbeeld": "Verzonnen cijfers."})

    assert tekst.tekst.endswith("\n\nLet op: dit is een voorbeeld. Verzonnen cijfers.\n")


@pytest.mark.parametrize("soort", GEWOON)
def test_the_html_is_dutch_loads_nothing_and_has_the_same_words(soort: str) -> None:
    tekst = MapBerichtteksten(TEKSTEN).write(soort, VELDEN | {"voorbeeld": ""})

    assert '<html lang="nl">' in tekst.html
    assert "<title>" + tekst.onderwerp + "</title>" in tekst.html
    assert not re.search(r"<(?:img|script|link|iframe)|url\(|https?://", tekst.html)
    assert "Geachte VELD van VELD," in tekst.html


def test_a_line_of_a_mail_is_not_broken_by_hand() -> None:
    for pad in TEKSTEN.glob("*.txt"):
        for regel, volgende in pairwise(pad.read_text("utf-8").splitlines()):
            gebroken = len(regel) > 90 and volgende[:1].islower()
            assert not gebroken, f"{pad.name}: {regel}"


def test_values_are_text_and_never_a_template(tmp_path: Path) -> None:
    _write(tmp_path, "Onderwerp: {{ x }}\n{{ x }}\n")

    tekst = MapBerichtteksten(tmp_path).write("a", {"x": "{{ 7 * 7 }} & <b>"})

    assert tekst.tekst == "{{ 7 * 7 }} & <b>\n"
    assert "<p>{{ 7 * 7 }} &amp; &lt;b&gt;</p>" in tekst.html
    assert "<title>{{ 7 * 7 }} &amp; &lt;b&gt;</title>" in tekst.html


def _write(folder: Path, tekst: str) -> None:
    """Make a folder with the mail "a" and the frame of the product."""
    (folder / "a.txt").write_text(tekst)
    (folder / "opmaak.html").write_bytes((TEKSTEN / "opmaak.html").read_bytes())


def test_a_mail_without_its_frame_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Onderwerp: a\nTekst.\n")

    with pytest.raises(SjabloonOnbruikbaar, match=r"'opmaak\.html' voor een mail ontbreekt"):
        MapBerichtteksten(tmp_path).write("a", {})


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
        _write(tmp_path, inhoud)

    with pytest.raises(SjabloonOnbruikbaar, match=melding) as fout:
        MapBerichtteksten(tmp_path).write("a", {"x": "waarde"})

    assert fout.value.plek.startswith("templates/mail/a.txt")
    assert fout.value.advies
