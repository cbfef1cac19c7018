"""The shipped templates are what the maker makes, and their list of fields is complete."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cycle.documents.basissjablonen.__main__ import main
from cycle.documents.basissjablonen.addendum import make_addendum
from cycle.documents.basissjablonen.bestuursverklaring import make_bestuursverklaring
from cycle.documents.basissjablonen.brief import make_brief
from cycle.documents.basissjablonen.jaarschijf import make_jaarschijf
from cycle.documents.basissjablonen.ondertekenblad import make_ondertekenblad
from cycle.documents.basissjablonen.ontvangst import make_ontvangst
from cycle.documents.basissjablonen.startbijeenkomst import make_startbijeenkomst
from cycle.documents.basissjablonen.toets import make_toets
from cycle.documents.package import read_parts
from cycle.documents.velden import list_velden, velden_pagina
from cycle.domain.addendumview import AddendumView
from cycle.domain.kickoffview import KickoffView
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.toetsview import ToetsView
from cycle.domain.view import BriefView, JaarschijfView

TEMPLATES = Path(__file__).parents[3] / "templates"
HERSTEL = "Run: python -m cycle.documents.basissjablonen templates/"


@pytest.mark.parametrize(
    ("naam", "make"),
    [
        ("jaarschijf.docx", make_jaarschijf),
        ("brief.docx", make_brief),
        ("ontvangst.docx", make_ontvangst),
        ("toets.docx", make_toets),
        ("startbijeenkomst.docx", make_startbijeenkomst),
        ("addendum.docx", make_addendum),
        ("ondertekenblad.docx", make_ondertekenblad),
        ("bestuursverklaring.docx", make_bestuursverklaring),
    ],
)
def test_committed_template_is_what_the_maker_makes(naam: str, make: Callable[[], bytes]) -> None:
    assert read_parts((TEMPLATES / naam).read_bytes(), naam) == read_parts(make(), naam), HERSTEL


def test_list_of_fields_is_up_to_date() -> None:
    assert (TEMPLATES / "velden.md").read_text(encoding="utf-8") == velden_pagina(), HERSTEL


def test_template_uses_every_field_that_is_meant_for_readers() -> None:
    xml = read_parts((TEMPLATES / "jaarschijf.docx").read_bytes(), "")["word/document.xml"].decode()
    gebruikt = set(re.findall(r"[a-z_]+\.[a-z_]+|[a-z_]+", re.sub(r"<[^>]+>", " ", xml)))
    gebruikt |= {naam.partition(".")[0] for naam in gebruikt}  # a group goes with its fields
    for_programs = {"afspraak.id", "partij.code"}

    ongebruikt = {v.naam for v in list_velden(JaarschijfView)} - gebruikt - for_programs

    assert ongebruikt == set()


@pytest.mark.parametrize(
    "view",
    [
        *(JaarschijfView, BriefView, OntvangstView, KickoffView, AddendumView, ToetsView),
        *(OndertekenbladView, VerklaringView),
    ],
)
def test_every_field_has_a_meaning_and_a_kind(view: type) -> None:
    assert all(v.betekenis and v.soort for v in list_velden(view))


def test_maker_writes_the_templates_and_the_list(tmp_path: Path) -> None:
    main(tmp_path)

    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "addendum.docx",
        "bestuursverklaring.docx",
        "brief.docx",
        "jaarschijf.docx",
        "ondertekenblad.docx",
        "ontvangst.docx",
        "startbijeenkomst.docx",
        "toets.docx",
        "velden.md",
    ]


@pytest.mark.parametrize(
    ("make", "groep"),
    [
        (make_jaarschijf, "balk.onderwerp"),
        (make_jaarschijf, "cijfer.indicator"),
        (make_startbijeenkomst, "doelstand.afspraak"),
        (make_toets, "regel.afspraak"),
    ],
)
def test_a_row_that_names_a_group_stays_with_the_rows_under_it(
    make: Callable[[], bytes], groep: str
) -> None:
    xml = read_parts(make(), "")["word/document.xml"].decode()
    rij = xml.partition(f"loop.changed({groep})")[2].partition("endif")[0]

    assert f"{{{{ {groep} }}}}" in rij
    assert "<w:keepNext/>" in rij
