"""Everything the command says is Dutch, also the words that come from click."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.workflows.cli.builders import Werkmap, start_proces
from workflows.cli.main import jaarschijf
from workflows.cli.opdracht import Groep
from workflows.cli.taal import CATALOGUS

PO = CATALOGUS / "nl/LC_MESSAGES/messages.po"
ENGELS = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|message|exit|default|required|version|text|"
    r"integer|path|directory|file|filename|args|range|float|boolean|missing|invalid|value|"
    r"error|try|help for|such|did you|got|unexpected|choose|from|does not|is not|the|and)\b",
    re.IGNORECASE,
)


def _catalogus() -> Catalog:
    """Return the Dutch catalogue as it is written."""
    with PO.open("rb") as bestand:
        return read_po(bestand, locale="nl", abort_invalid=True)


def _texts(catalogus: Catalog) -> dict[object, object]:
    """Return every message with its translation, without the heading."""
    return {_key(m.id): m.string for m in catalogus if m.id}


def _key(msgid: object) -> object:
    """Return an id that can be looked up: messages with a plural come as a list."""
    return tuple(msgid) if isinstance(msgid, list) else msgid


def test_compiled_catalogue_is_that_of_the_written_one() -> None:
    vers = BytesIO()
    write_mo(vers, _catalogus())
    vers.seek(0)

    with PO.with_suffix(".mo").open("rb") as bestand:
        bewaard = read_mo(bestand)

    assert _texts(bewaard) == _texts(read_mo(vers))


def test_every_text_of_the_installed_click_is_translated() -> None:
    plek = find_spec("click")
    assert plek is not None
    assert plek.origin is not None
    woorden = {"_": None, "ngettext": (1, 2)}
    gevraagd = {
        _key(msgid)
        for _, _, msgid, _, _ in extract_from_dir(
            Path(plek.origin).parent, keywords=woorden, method_map=[("**.py", "python")]
        )
    }

    vertaald = _texts(_catalogus())

    assert gevraagd - set(vertaald) == set()
    assert [m for m in gevraagd if not vertaald[m] or "" in (vertaald[m], *vertaald[m])] == []


def test_translations_keep_the_fields_of_the_original() -> None:
    veld = re.compile(r"\{(\w+)[^}]*\}|%\((\w+)\)s")

    for bericht in _catalogus():
        if not bericht.id:
            continue
        bron = " ".join(bericht.id) if isinstance(bericht.id, list | tuple) else bericht.id
        teksten = bericht.string if isinstance(bericht.string, list | tuple) else [bericht.string]
        for tekst in teksten:
            assert set(veld.findall(tekst)) <= set(veld.findall(bron)), bericht.id


def _opdrachten(groep: click.Group, pad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command and group."""
    yield pad
    for naam in groep.list_commands(click.Context(groep)):
        opdracht = groep.get_command(click.Context(groep), naam)
        if isinstance(opdracht, click.Group):
            yield from _opdrachten(opdracht, (*pad, naam))
        else:
            yield (*pad, naam)


@pytest.mark.parametrize("woorden", list(_opdrachten(jaarschijf)), ids=" ".join)
def test_help_of_every_command_is_dutch_and_has_an_example(
    woorden: tuple[str, ...], werkmap: Werkmap
) -> None:
    tekst = werkmap.doe(*woorden, "--help")

    eigen = re.sub(r"--?[a-z]+|jaarschijf .*|\[[A-Z ]+\]", "", tekst)
    assert ENGELS.findall(eigen) == []
    assert re.search(r"^Voorbeeld(en)?:\n  jaarschijf ", tekst, re.MULTILINE)
    assert max(map(len, tekst.splitlines())) <= 80


@pytest.mark.parametrize("groep", [jaarschijf, jaarschijf.get_command(None, "cyclus")])
def test_first_line_in_a_list_fits_and_is_a_sentence(groep: Groep) -> None:
    for verwijzing in groep.opdrachten.values():
        assert verwijzing.kort.endswith(".")
        assert len(verwijzing.kort) <= 60


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("kalendr",), "De opdracht 'kalendr' bestaat niet. Bedoelt u 'kalender'?"),
        (("kalender",), "Er ontbreekt: 'SAMENWERKING'."),
        (("kalender", "dorp", "24"), "'24' is geen jaar. Schrijf vier cijfers, zoals 2024."),
        (("kalender", "dorp", "1066"), "Kies een jaar van 2000 tot en met 2100."),
        (("kalender", "dorp", "2024", "x"), "Dit woord hoort hier niet: x."),
        (("kalender", "dorp", "2024", "--isc", "f"), "Bedoelt u '--ics'?"),
        (("kalender", "dorp", "2024", "--ics"), "Bij de optie '--ics' hoort een waarde."),
        (("bieding", "lees", "weg.xlsx"), "Bestand 'weg.xlsx' bestaat niet."),
        (("cyclus",), "Gebruik: jaarschijf cyclus [OPTIES] OPDRACHT"),
        (("besluit", "dorp", "2024", "domesta", "paus", "geheel"), "Kies uit: 'college'"),
        (
            ("besluit", "dorp", "2024", "domesta", "rvc", "geheel"),
            "Deze optie ontbreekt: '--code'.",
        ),
    ],
)
def test_wrong_use_is_told_in_dutch_with_exit_code_two(
    woorden: tuple[str, ...], zin: str, werkmap: Werkmap
) -> None:
    antwoord = werkmap.run(*woorden)

    assert antwoord.exit_code == 2
    assert zin in antwoord.stderr
    assert ENGELS.findall(antwoord.stderr.replace("--help", "").replace("weg.xlsx", "")) == []


@pytest.mark.parametrize("taal", ["C", "en_US.UTF-8", "nl_NL.ISO-8859-1"])
def test_dutch_is_spoken_in_utf8_whatever_the_locale(taal: str, tmp_path: Path) -> None:
    antwoord = start_proces(
        "kalender", "hoogeveen", "2O24", cwd=tmp_path, LC_ALL=taal, LANGUAGE="en", PYTHONUTF8="0"
    )
    stand = start_proces(
        "controle", "hoogeveen", cwd=tmp_path, LC_ALL=taal, PYTHONIOENCODING="ascii"
    )

    assert "Fout: Bij 'JAAR' klopt iets niet: '2O24' is geen jaar." in antwoord.stderr
    assert "→ " in stand.stdout
