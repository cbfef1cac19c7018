"""Input that nobody means: too large, too deep, or with characters that nobody sees."""

from pathlib import Path

import pytest

from cycle.domain.errors import InhoudOnbruikbaar
from tests.cycle.library.builders import line_of, load_fouten, only_fout, open_bibliotheek, plant

TOML = "dorp/samenwerking.toml"
BOUWEN = "dorp/thema-1-bouwen.md"


def test_a_file_of_more_than_a_megabyte_is_not_read(content: Path) -> None:
    (content / BOUWEN).write_text("# Bouwen {#bouwen}\n" + "tekst " * 200_000, encoding="utf-8")

    fout = only_fout(content)

    assert (fout.code, fout.plek) == ("I106", BOUWEN)


@pytest.mark.parametrize("einde", [b"\r", b"\r\n"])
def test_the_line_ends_of_other_systems_are_read(content: Path, einde: bytes) -> None:
    verwacht = open_bibliotheek(content).load("dorp").themas
    pad = content / BOUWEN
    pad.write_bytes(pad.read_bytes().replace(b"\n", einde))

    assert open_bibliotheek(content).load("dorp").themas == verwacht


@pytest.mark.parametrize("cel", ["9" * 5000, "9" * 21, "\u0665"])
def test_a_cell_that_holds_no_usable_number_is_named(content: Path, cel: str) -> None:
    plant(content, BOUWEN, "| 320 |", f"| {cel} |")

    fout = only_fout(content)

    assert (fout.code, fout.plek) == ("I142", f"{BOUWEN}:{line_of(content, BOUWEN, cel)}")
    assert len(fout.melding) < 120


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("jaar = 2024", "jaar = " + "9" * 6000, "I104"),
        ("jaar = 2024", "jaar = 99999", "I112"),
        ('gemeente = "Dorp"', "gemeente = " + "[" * 3000 + "]" * 3000, "I104"),
        ('["bestuur", "rvc"]', '["bestuur", "bestuur", "rvc"]', "I132"),
    ],
    ids=["digits", "year", "depth", "double"],
)
def test_toml_beyond_measure_is_one_finding_on_its_line(
    content: Path, oud: str, nieuw: str, code: str
) -> None:
    plant(content, TOML, oud, nieuw)

    fout = only_fout(content)

    assert (fout.code, fout.plek) == (code, f"{TOML}:{line_of(content, TOML, nieuw)}")


@pytest.mark.parametrize("teken", list("\x00\x0b\x1b\x7f\x85\u2028\u202e"), ids=ascii)
@pytest.mark.parametrize(
    ("bestand", "oud"), [(BOUWEN, "Het dorp groeit."), (TOML, 'naam = "Domesta"')]
)
def test_a_character_that_nobody_sees_is_named(
    content: Path, bestand: str, oud: str, teken: str
) -> None:
    plek = f"{bestand}:{line_of(content, bestand, oud)}"
    plant(content, bestand, oud, oud[:8] + teken + oud[8:])

    fout = only_fout(content)

    assert (fout.code, fout.plek) == ("I105", plek)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("\\u0000", "I105"), ("\\t", "I105"), ("\\r\\nBcc: ander@dorp.example", "I112")],
)
@pytest.mark.parametrize("oud", ['naam = "Dom', 'contact = "adv', 'ondertekenaars = ["dir'])
def test_an_escape_cannot_put_a_hidden_character_in_a_text(
    content: Path, oud: str, tekst: str, code: str
) -> None:
    plek = f"{TOML}:{line_of(content, TOML, oud)}"
    plant(content, TOML, oud, oud + tekst)

    fout = only_fout(content)

    assert (fout.code, fout.plek) == (code, plek)


def test_a_catalogue_without_any_indicator_is_one_finding(content: Path) -> None:
    (content / "indicatoren.toml").write_text("# leeg\n", encoding="utf-8")

    assert [(f.code, f.plek) for f in load_fouten(content)] == [("I111", "indicatoren.toml:1")]


def test_a_calendar_without_any_termijn_is_refused(content: Path) -> None:
    pad = content / "regelprofielen/woningwet2015.toml"
    pad.write_text(pad.read_text("utf-8").partition("[[termijn]]")[0], encoding="utf-8")

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).regelprofielen()

    assert [(f.code, f.plek) for f in gevangen.value.bevindingen] == [
        ("I111", "regelprofielen/woningwet2015.toml:1")
    ]
