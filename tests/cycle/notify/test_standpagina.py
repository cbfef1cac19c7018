"""The status page says where everybody stands, without scripts and without a ranking."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cycle.domain.fase import Fase
from cycle.domain.stand import (
    STAAT_TEKST,
    CyclusStand,
    OrgaanStand,
    PartijStand,
    TeLaat,
    TermijnStand,
)
from cycle.notify.standpagina import HtmlStandpagina

TEMPLATES = Path(__file__).parents[3] / "templates"


def een_stand() -> CyclusStand:
    besluit = OrgaanStand(
        "rvc", "raad van commissarissen", "op onderdelen", "2023-12-01", "Te <duur>"
    )
    partij = PartijStand(
        "domesta", "Domesta", "corporatie", "besloten", "versie 1, 6 oktober 2023", (besluit,), ""
    )
    return CyclusStand(
        samenwerking="hoogeveen",
        naam="Hoogeveen",
        jaar=2024,
        fase="accordering",
        versie="0.1",
        code="AAAA-BBBB-CCCC",
        voorbeeld="",
        partijen=(partij,),
        volgende_termijn="Ondertekening",
        volgende_datum="2023-12-14",
        berichten=3,
    )


def bladzijde(stand: CyclusStand) -> str:
    return HtmlStandpagina(TEMPLATES).write(stand).decode()


class Uitlezer(HTMLParser):
    """Collects start tags, so that the page can be checked as markup."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_names_each_partij_with_its_decisions_and_reasons() -> None:
    pagina = bladzijde(een_stand())

    assert "Domesta" in pagina
    assert "raad van commissarissen: op onderdelen (1 december 2023)" in pagina
    assert "Te &lt;duur&gt;" in pagina


def test_the_present_fase_is_marked_in_words_and_for_screen_readers() -> None:
    pagina = bladzijde(een_stand())

    assert '<li class="nu" aria-current="step">accordering (nu)</li>' in pagina
    assert '<li class="klaar">overleg ✓<span> klaar</span></li>' in pagina
    assert '<li class="later">ondertekening</li>' in pagina


def test_before_the_start_no_fase_is_done() -> None:
    pagina = bladzijde(replace(een_stand(), fase="niet_gestart"))

    assert 'class="klaar"' not in pagina
    assert pagina.count('class="later"') == len(Fase)


@pytest.mark.parametrize("staat", STAAT_TEKST)
def test_every_state_has_words(staat: str) -> None:
    stand = een_stand()

    pagina = bladzijde(replace(stand, partijen=(replace(stand.partijen[0], staat=staat),)))

    assert f"<td>{STAAT_TEKST[staat]}</td>" in pagina


def test_what_is_late_and_the_next_mail_stand_beside_the_partij() -> None:
    stand = een_stand()
    laat = replace(
        stand.partijen[0],
        te_laat=(TeLaat("bieding", "2023-10-11"),),
        volgende_mail="2023-10-16",
        volgende_mail_soort="weekoverzicht",
    )

    pagina = bladzijde(replace(stand, partijen=(laat,)))

    assert "<strong>Te laat sinds 11 oktober 2023</strong>: bieding" in pagina
    assert "<td>16 oktober 2023: weekoverzicht</td>" in pagina
    assert "Te laat" not in bladzijde(stand)


def test_example_figures_are_announced_on_the_page() -> None:
    assert "let-op" not in bladzijde(een_stand()).partition("<body>")[2]
    assert "Verzonnen." in bladzijde(replace(een_stand(), voorbeeld="Verzonnen."))


def test_the_page_is_dutch_has_headers_in_its_table_and_loads_nothing() -> None:
    uitlezer = Uitlezer()
    uitlezer.feed(bladzijde(een_stand()))
    namen = [tag for tag, _ in uitlezer.tags]

    assert ("html", {"lang": "nl"}) in uitlezer.tags
    assert "script" not in namen
    assert "link" not in namen
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in uitlezer.tags if tag == "th")
    assert namen.count("h1") == 1


def test_every_deadline_has_both_days_its_basis_and_the_algemene_termijnenwet() -> None:
    geschil = TermijnStand(
        "geschil",
        "2028-01-31",
        "2028-01-29",
        "uiterlijk",
        "Woningwet artikel 44 lid 4",
        "Laatste dag.",
        termijnenwet="2028-01-31",
    )

    pagina = bladzijde(replace(een_stand(), termijnen=(geschil,), regels="Woningwet 2015"))

    assert "Regels: Woningwet 2015." in pagina
    assert '<th scope="row">31 januari 2028</th>' in pagina
    assert "<td>29 januari 2028</td>" in pagina
    assert "<td>ja, tot en met 31 januari 2028</td>" in pagina
    assert "<td>Woningwet artikel 44 lid 4</td>" in pagina


def test_without_deadlines_there_is_no_table_of_them() -> None:
    assert "Termijnen" not in bladzijde(een_stand())
