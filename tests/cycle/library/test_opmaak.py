"""Texts with opmaak in content: what cannot be set has file and line, what can comes along."""

from pathlib import Path

import pytest

from tests.cycle.domain.test_beeld import een_png
from tests.cycle.library.builders import line_of, load_fouten, only_fout, open_bibliotheek, plant

INLEIDING = "dorp/inleiding.md"
BOUWEN = "dorp/thema-1-bouwen.md"
AMBITIE = "Genoeg woningen."
TEKST = "- Eerst in het dorp."
TOELICHTING = "Dat is nodig."


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code", "melding"),
    [
        (AMBITIE, f"{AMBITIE}\n\n### Kop", "### Kop", "I153", "geen kop"),
        (AMBITIE, f"{AMBITIE} Noot^[hier].", "Noot^", "I153", "geen noot"),
        (TEKST, f"{TEKST}\n\n> ***", "> ***", "I153", "scheidingslijn"),
        (TEKST, f"{TEKST}\n\n[a](http://a.example)", "http://a", "I153", "'http://a.example'"),
        (TEKST, f"{TEKST}\n\nNoot[^1].", "Noot[^1]", "I153", "ontbreekt de tekst"),
        (TOELICHTING, f"{TOELICHTING}\n\n```\nx\n```", "```", "I153", "blok code"),
        (TEKST, f"{TEKST}\n\nZie [daar](#groie).", "#groie", "I127", "'groie' is niet bekend"),
        (TEKST, f"{TEKST}\n\n![Een kaart](kaart.png)", "![Een", "I154", "staat niet in de map"),
        ("in 2027", "in\x1f 2027", "in\x1f", "I105", "nummer 001F"),
        (TEKST, f"{TEKST}\x00", TEKST, "I105", "nummer 0000"),
        (TOELICHTING, f"{TOELICHTING}\n\n#### Groei {{#groei}}", "####", "I131", "al gebruikt op"),
    ],
)
def test_each_piece_that_cannot_be_set_is_one_finding(
    content: Path, oud: str, nieuw: str, regel: str, code: str, melding: str
) -> None:
    plant(content, BOUWEN, oud, nieuw)

    fout = only_fout(content)

    assert (fout.code, fout.plek) == (code, f"{BOUWEN}:{line_of(content, BOUWEN, regel)}")
    assert melding in fout.melding
    assert fout.advies


def test_misspelt_link_to_an_afspraak_gets_the_nearest_code(content: Path) -> None:
    plant(content, BOUWEN, TEKST, f"{TEKST}\n\nZie [daar](#groie).")

    assert "Bedoelt u 'groei'?" in only_fout(content).advies


def test_broken_row_of_a_table_in_a_text_is_not_named_twice(content: Path) -> None:
    plant(content, BOUWEN, TOELICHTING, f"{TOELICHTING}\n\n| a |\n|---|\n| 1 | 2 |")

    assert only_fout(content).code == "I140"


def test_links_to_an_afspraak_and_to_a_heading_elsewhere_are_fine(content: Path) -> None:
    (content / INLEIDING).write_text("# Welkom {#welkom}\n\nZie [1](#groei).\n", "utf-8")
    plant(content, BOUWEN, TEKST, f"{TEKST}\n\nZie [het begin](#welkom).")

    assert "(#welkom)" in open_bibliotheek(content).load("dorp").afspraken[0].tekst


def test_broken_heading_of_an_afspraak_does_not_make_links_to_it_wrong(content: Path) -> None:
    plant(content, BOUWEN, AMBITIE, f"{AMBITIE} Zie [2](#praten).")
    plant(content, "dorp/thema-2-wonen.md", "{#praten}", "{#Praten}")

    assert [f.code for f in load_fouten(content)] == ["I114"]


def test_pictures_in_texts_come_along(content: Path) -> None:
    (content / "dorp" / "beelden").mkdir()
    (content / "dorp" / "beelden" / "kaart.png").write_bytes(een_png(20, 10))
    for oud in (TEKST, TOELICHTING):
        plant(content, BOUWEN, oud, f"{oud}\n\n![Kaart](beelden/kaart.png)")

    samenwerking = open_bibliotheek(content).load("dorp")

    assert samenwerking.beelden == {"beelden/kaart.png": een_png(20, 10)}


def test_other_picture_gives_other_content(content: Path) -> None:
    kaart = content / "dorp" / "kaart.png"
    plant(content, BOUWEN, TEKST, f"{TEKST}\n\n![Kaart](kaart.png)")
    kaart.write_bytes(een_png(20, 10))
    een = open_bibliotheek(content).load("dorp").content_hash
    kaart.write_bytes(een_png(20, 11))

    assert open_bibliotheek(content).load("dorp").content_hash != een


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"geen beeld", "geen hele PNG of JPEG"),
        (een_png(20_000, 20_000), "te veel punten"),
        (een_png(20, 10) + b" " * 2_200_000, "groter dan 2 MB"),
    ],
)
def test_picture_that_cannot_be_used_is_one_finding_however_often_it_is_used(
    content: Path, inhoud: bytes, melding: str
) -> None:
    (content / "dorp" / "kaart.png").write_bytes(inhoud)
    for oud in (TEKST, TOELICHTING):
        plant(content, BOUWEN, oud, f"{oud}\n\n![Kaart](kaart.png)")

    fout = only_fout(content)

    assert fout.code == "I154"
    assert melding in fout.melding


def test_picture_outside_the_folder_is_not_read(content: Path, tmp_path: Path) -> None:
    (tmp_path / "buiten.png").write_bytes(een_png(20, 10))
    (content / "dorp" / "kaart.png").symlink_to(tmp_path / "buiten.png")
    plant(content, BOUWEN, TEKST, f"{TEKST}\n\n![Kaart](kaart.png)")

    assert "staat niet in de map" in only_fout(content).melding


def test_line_ends_of_an_old_system_are_read(content: Path) -> None:
    (content / INLEIDING).write_bytes(b"Een.\r\rTwee.\r")

    assert open_bibliotheek(content).load("dorp").inleiding == "Een.\n\nTwee."
