"""The picture of the year: readable, accessible and equal to the rules."""

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pendulum
import pytest
from PIL import Image

from cycle.domain.kalender import Soort, Termijn
from cycle.domain.notatie import datum
from cycle.tekening.jaarindeling import BREEDTE, lay_out_jaar
from cycle.tekening.jaarpng import paint_jaar
from cycle.tekening.jaarsvg import draw_jaar
from workflows.jaarbeeld import draw, list_termijnen

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"
LETTERBREEDTE = 6.9
"""Pixels per character at 14 px, averaged over Dutch text in Liberation Sans, bold included."""


@pytest.fixture(scope="module")
def termijnen() -> tuple[Termijn, ...]:
    """Return the deadlines of jaarschijf 2027 as the rules give them."""
    return list_termijnen(2027)


def _een_termijn(dag: str, melding: str = "Er gebeurt iets.", basis: str = "planning") -> Termijn:
    """Return a deadline of which only the day matters."""
    op = pendulum.Date.fromisoformat(dag)
    return Termijn("code", "overleg", op, op, basis, melding, Soort.OP)


def _boxes(svg: str) -> list[tuple[float, float, float, float, str]]:
    """Return left, top, right, bottom and text of every label below the title."""
    boxes = []
    for tekst in ElementTree.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - our own output
        inhoud = "".join(tekst.itertext())
        x, y = float(tekst.attrib["x"]), float(tekst.attrib["y"])
        breed = LETTERBREEDTE * len(inhoud)
        links = x - {"start": 0.0, "middle": breed / 2, "end": breed}[tekst.attrib["text-anchor"]]
        if tekst.get("class") != "titel":
            boxes.append((links, y - 12, links + breed, y + 4, inhoud))
    return boxes


def _overlaps(svg: str) -> list[tuple[str, str]]:
    """Return the pairs of labels that touch each other."""
    return [
        (a[4], b[4])
        for a, b in combinations(_boxes(svg), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_committed_picture_is_what_the_rules_give() -> None:
    assert (ROOT / "docs/beelden/jaar.svg").read_text("utf-8") == draw(2027)


def test_labels_do_not_overlap_and_stay_inside(termijnen: Sequence[Termijn]) -> None:
    svg = draw_jaar(termijnen)

    assert _overlaps(svg) == []
    assert min(box[0] for box in _boxes(svg)) >= 0
    assert max(box[2] for box in _boxes(svg)) <= BREEDTE


def test_crowded_december_still_has_no_overlap() -> None:
    druk = [_een_termijn(f"2026-12-{dag:02d}", f"Stap {dag} van velen.") for dag in range(1, 29)]

    assert _overlaps(draw_jaar(druk)) == []


def test_picture_tells_every_date_to_who_cannot_see_it(termijnen: Sequence[Termijn]) -> None:
    boom = ElementTree.fromstring(draw_jaar(termijnen))  # noqa: S314 - our own output

    assert boom.attrib["role"] == "img"
    assert boom.findtext(f"{SVG}title") == "Het jaar van jaarschijf 2027"
    uitleg = boom.findtext(f"{SVG}desc") or ""
    assert [t.code for t in termijnen if datum(t.datum) not in uitleg] == []


def test_every_deadline_has_one_mark_and_law_has_a_diamond() -> None:
    svg = draw_jaar(
        [_een_termijn("2026-07-01", basis="Woningwet artikel 44"), _een_termijn("2026-10-09")]
    )

    legenda_ruiten, legenda_stippen = 1, 2
    assert svg.count("l8 -8 8 8") == 1 + legenda_ruiten
    assert svg.count("<circle") == 1 + legenda_stippen


def test_today_is_marked_in_the_panel_it_falls_in() -> None:
    vandaag = pendulum.date(2026, 10, 20)

    svg = draw_jaar([_een_termijn("2026-09-15")], vandaag)

    assert "vandaag: 20 oktober 2026" in svg
    assert svg.count('class="vandaag"') == 2


def test_day_outside_the_picture_gets_no_line() -> None:
    svg = draw_jaar([_een_termijn("2026-09-15")], pendulum.date(2030, 1, 1))

    assert svg.count('class="vandaag"') == 1


def test_third_year_is_named_in_the_heading() -> None:
    svg = draw_jaar([_een_termijn("2026-09-15"), _een_termijn("2028-06-30")])

    assert ">2028</text>" in svg


def test_text_of_a_deadline_is_escaped() -> None:
    svg = draw_jaar([_een_termijn("2026-09-15", "College & raad <besluiten>.")])

    assert "College &amp; raad &lt;besluiten&gt;" in svg


def test_order_of_the_deadlines_does_not_matter(termijnen: Sequence[Termijn]) -> None:
    assert draw_jaar(list(reversed(termijnen))) == draw_jaar(termijnen)


def test_readme_lists_the_same_dates_as_the_picture(termijnen: Sequence[Termijn]) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [t for t in termijnen if f"| {datum(t.datum)} | {t.melding} |" not in readme] == []


def test_a_document_gets_the_same_picture_as_an_image(termijnen: Sequence[Termijn]) -> None:
    png = paint_jaar(termijnen)

    with Image.open(io.BytesIO(png)) as beeld:
        hoogte = lay_out_jaar(termijnen).hoogte
        assert beeld.size == (2 * BREEDTE, 2 * hoogte)
        kleuren = beeld.convert("RGB").getcolors(1 << 20) or []
    assert len(kleuren) > 10  # it has ink: bars, marks and letters
    assert paint_jaar(list(reversed(termijnen))) == png


def test_two_dates_on_one_day_have_no_bar_between_them() -> None:
    dag = _een_termijn("2026-09-15")

    assert paint_jaar([dag, replace(dag, code="ander")])
