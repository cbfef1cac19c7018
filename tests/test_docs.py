"""The documentation is true: every term, code, step, command and link it should hold is there."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import cycle.domain
from workflows.cli.main import jaarschijf
from workflows.cli.opdrachten import OPDRACHTEN
from workflows.stages import STAPPEN

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
TECHNICAL = ("View", "Error")
"""Suffixes of classes whose name says in English what they are."""


def _read(naam: str) -> str:
    """Return a text file of the repository."""
    return (ROOT / naam).read_text("utf-8")


def _cells(regel: str) -> list[str]:
    """Return the cells of one Markdown table row."""
    return [cel.strip() for cel in regel.strip().strip("|").split("|")]


def _rows(tekst: str, kop: str) -> list[list[str]]:
    """Return the rows of the first table with a heading cell that equals `kop`."""
    regels = tekst.splitlines()
    for nummer, regel in enumerate(regels):
        if regel.startswith("|") and kop in _cells(regel):
            rest = regels[nummer + 2 :]
            einde = next((n for n, r in enumerate(rest) if not r.startswith("|")), len(rest))
            return [_cells(r) for r in rest[:einde]]
    raise AssertionError(f"no table with a column {kop!r}")


def _domain_classes() -> set[str]:
    """Return the public classes that the domain defines itself."""
    namen = set()
    for info in pkgutil.walk_packages(cycle.domain.__path__, "cycle.domain."):
        module = importlib.import_module(info.name)
        namen |= {
            naam
            for naam, klasse in inspect.getmembers(module, inspect.isclass)
            if klasse.__module__ == module.__name__ and not naam.startswith("_")
        }
    return namen


def _named_in_code() -> set[str]:
    """Return the classes that the glossary points at."""
    return {
        rij[3].strip("`").split(".")[0] for rij in _rows(_read("docs/begrippen.md"), "naam in code")
    }


def test_every_dutch_class_of_the_domain_is_in_the_glossary() -> None:
    dutch = {naam for naam in _domain_classes() if not naam.endswith(TECHNICAL)}

    assert dutch - _named_in_code() == set()


def test_glossary_names_no_class_that_is_gone() -> None:
    assert _named_in_code() - _domain_classes() == set()


def test_glossary_is_complete_and_in_alphabetical_order() -> None:
    rijen = _rows(_read("docs/begrippen.md"), "naam in code")
    begrippen = [rij[0] for rij in rijen]

    assert [rij for rij in rijen if len(rij) != 5 or not all(rij)] == []
    assert begrippen == sorted(begrippen)


def _codes_in_code() -> set[str]:
    """Return every finding code that stands as a text in the product."""
    return {
        knoop.value
        for pad in (ROOT / "cycle").rglob("*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.Constant)
        and isinstance(knoop.value, str)
        and re.fullmatch(r"[BCDIKPRSTVW]\d{3}", knoop.value)
    }


def _documented_codes() -> list[str]:
    """Return the codes that open a row in docs/meldingen.md, in order."""
    return re.findall(r"^\| ([A-Z]\d{3}) \|", _read("docs/meldingen.md"), re.MULTILINE)


def test_every_finding_code_is_explained() -> None:
    assert _codes_in_code() - set(_documented_codes()) == set()


def test_no_explained_code_is_gone_or_doubled() -> None:
    codes = _documented_codes()

    assert set(codes) - _codes_in_code() == set()
    assert len(codes) == len(set(codes))


def _hops() -> list[str]:
    """Return every `module.function` that the ten hops name."""
    rijen = _rows(_read("docs/architecture.md"), "hop")
    return [
        naam for rij in rijen for naam in re.findall(r"`((?:cycle|workflows)\.[\w.]+)`", rij[2])
    ]


def test_there_are_ten_hops() -> None:
    assert len(_rows(_read("docs/architecture.md"), "hop")) == 10


@pytest.mark.parametrize("naam", _hops())
def test_every_hop_exists(naam: str) -> None:
    delen = naam.split(".")
    for grens in range(len(delen) - 1, 0, -1):
        try:
            ding = importlib.import_module(".".join(delen[:grens]))
        except ModuleNotFoundError:
            continue
        for deel in delen[grens:]:
            ding = getattr(ding, deel)
        assert callable(ding)
        return
    pytest.fail(f"{naam} cannot be imported")


def test_every_decision_is_listed_and_has_its_four_parts() -> None:
    lijst = _read("docs/adr/README.md")
    for pad in sorted(DOCS.glob("adr/0*.md")):
        tekst = pad.read_text("utf-8")

        koppen = re.findall(r"^## (\w+)", tekst, re.MULTILINE)

        assert koppen == ["Context", "Decision", "Why", "Alternatives"], pad.name
        assert f"({pad.name})" in lijst


def _links() -> Iterator[tuple[str, str]]:
    """Yield every relative link in the documentation: file and target."""
    for pad in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        zonder_voorbeelden = re.sub(r"^```.*?^```", "", pad.read_text("utf-8"), flags=re.S | re.M)
        for doel in re.findall(r"\]\(([^)#\s]+)", zonder_voorbeelden):
            if "://" not in doel:
                yield pad.relative_to(ROOT).as_posix(), doel


@pytest.mark.parametrize(("bestand", "doel"), list(_links()))
def test_every_link_leads_somewhere(bestand: str, doel: str) -> None:
    assert ((ROOT / bestand).parent / doel).exists()


def test_manuals_name_only_steps_that_exist() -> None:
    genoemd = {
        stap
        for pad in [ROOT / "README.md", *DOCS.rglob("*.md")]
        for stap in re.findall(r"cyclus fase [a-z]+ \d{4} (\w+)", pad.read_text("utf-8"))
    }

    assert genoemd
    assert genoemd - {stap.code for stap in STAPPEN} == set()


def _commands() -> list[str]:
    """Return every command line that the documentation shows, once each."""
    paden = [ROOT / "README.md", *DOCS.rglob("*.md")]
    gevonden = [
        regel
        for pad in paden
        for regel in re.findall(
            r"(?:^|`|/)jaarschijf ((?:--)?[a-z][^`\n]*)", pad.read_text("utf-8"), re.M
        )
    ]
    return sorted(set(gevonden))


@pytest.mark.parametrize("regel", _commands())
def test_documented_command_exists_with_its_options(regel: str) -> None:
    opdracht: click.Command = jaarschijf
    opties = {"--help"} | {naam for param in opdracht.params for naam in param.opts}
    for woord in regel.split():
        if isinstance(opdracht, click.Group) and re.fullmatch(r"[a-z]+", woord):
            volgende = opdracht.get_command(click.Context(opdracht), woord)
            assert volgende is not None, f"'{woord}' is not a command"
            opdracht = volgende
            opties |= {naam for param in opdracht.params for naam in param.opts}
    genoemd = set(re.findall(r"--[a-z][a-z0-9-]*", regel))

    assert genoemd - opties == set()


def test_readme_lists_every_command() -> None:
    readme = _read("README.md")

    assert [v.naam for v in OPDRACHTEN if f"`jaarschijf {v.naam}" not in readme] == []


def test_readme_lists_no_command_twice() -> None:
    rijen = re.findall(r"^\| (`jaarschijf [^|]*`)", _read("README.md"), re.MULTILINE)

    assert [rij for rij in rijen if rijen.count(rij) > 1] == []


def test_every_recipe_says_what_it_does() -> None:
    tekst = _read("Makefile")
    [recepten] = re.findall(r"^\.PHONY: (.*)$", tekst, re.MULTILINE)

    for recept in recepten.split():
        assert re.search(rf"^{recept}:.* ## \S", tekst, re.MULTILINE), recept


def test_readme_names_the_two_commands() -> None:
    readme = _read("README.md")

    assert "make demo" in readme
    assert "make test" in readme


def test_release_is_the_same_everywhere() -> None:
    versie = cycle.VERSION

    assert f'version = "{versie}"' in _read("pyproject.toml")
    assert f"## {versie}" in _read("CHANGELOG.md")
    assert re.search(
        rf"^softwareVersion: .?{re.escape(versie)}.?$", _read("publiccode.yml"), re.MULTILINE
    )
