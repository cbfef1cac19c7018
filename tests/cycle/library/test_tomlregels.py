"""Lines of tables and keys in TOML."""

import tomllib

import pytest

from cycle.library.tomlregels import list_regels


def test_tables_inside_tables_and_values_of_several_lines_have_their_lines() -> None:
    tekst = (
        "# kop\n"
        'a = """\n'
        "[[geen]]\n"
        'tekst = 1"""\n'
        "\n"
        "[[jaar]]\n"
        "b = [\n"
        '  "[x]", # uitleg\n'
        "]\n"
        "[[jaar.dag]]\n"
        "c = 1\n"
        "[[jaar]]\n"
        "[[jaar.dag]]\n"
        "[[jaar.dag]]\n"
        "c.d = 2\n"
        "[los.deel]\n"
        '"e f" = 3'
    )

    assert list_regels(tekst) == {
        ("a",): (2, 4),
        ("jaar", 0): (6, 6),
        ("jaar", 0, "b"): (7, 9),
        ("jaar", 0, "dag", 0): (10, 10),
        ("jaar", 0, "dag", 0, "c"): (11, 11),
        ("jaar", 1): (12, 12),
        ("jaar", 1, "dag", 0): (13, 13),
        ("jaar", 1, "dag", 1): (14, 14),
        ("jaar", 1, "dag", 1, "c"): (15, 15),
        ("los", "deel"): (16, 16),
        ("los", "deel", "e f"): (17, 17),
    }


def test_a_text_that_is_no_toml_is_refused_like_the_reader_does() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        list_regels("a = [1,\n")


def test_a_list_is_only_tried_at_lines_that_can_close_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pogingen = []
    echt = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda tekst: pogingen.append(tekst) or echt(tekst))

    gevonden = list_regels("a = [\n" + '"x",\n' * 500 + "]\nb = 1")

    assert gevonden == {("a",): (1, 502), ("b",): (503, 503)}
    assert len(pogingen) == 3
