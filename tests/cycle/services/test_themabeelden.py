"""Pictures of a version: drawn once, from what was kept with it, in every document."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.themabeeld import Themabeeld, build_themabeelden
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.draw_themabeelden import draw_themabeelden
from cycle.services.gegevens import Gegevens, dump_gegevens, load_gegevens
from cycle.services.ports import Toolkit
from tests.builders import een_jaarschijf, een_themabeeld, een_view
from tests.cycle.services.builders import CODE, JAAR, een_opstelling, ga_naar, in_fase
from tests.fakes import FakeTekenaar, Opstelling


@dataclass
class TellendeTekenaar(FakeTekenaar):
    """Counts what is painted."""

    geverfd: list[Themabeeld] = field(default_factory=list)

    def png(self, beeld: Themabeeld) -> bytes:
        self.geverfd.append(beeld)
        return super().png(beeld)


def met_teller(opstelling: Opstelling) -> tuple[Toolkit, TellendeTekenaar]:
    tekenaar = TellendeTekenaar()
    return replace(opstelling.toolkit, tekenaar=tekenaar), tekenaar


def gegevens_van(opstelling: Opstelling) -> Gegevens:
    with opstelling.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, CODE, JAAR))
    return load_gegevens(opstelling.bestanden.get(concept.gegevens))


def jaarschijven(opstelling: Opstelling) -> list[dict[str, Any]]:
    """Return every draft that was written out, as its fields."""
    stukken = opstelling.uitgifte.bestanden
    return [json.loads(inhoud) for naam, inhoud in stukken.items() if "/jaarschijf-" in naam]


def test_every_edition_has_the_picture_that_was_drawn_once() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    toolkit, tekenaar = met_teller(opstelling)

    compose_concept(toolkit, CODE, JAAR)

    (beeld,) = tekenaar.geverfd
    uitgaven = jaarschijven(opstelling)
    assert len(uitgaven) == 4
    assert len({json.dumps(u["tekeningen"]) for u in uitgaven}) == 1
    for uitgave in uitgaven:
        ((getekend,),) = [t["themabeelden"] for t in uitgave["themas"]]
        assert getekend["afbeelding"] in uitgave["tekeningen"]
        assert getekend["beschrijving"] == beeld.beschrijving
        assert [b["rest"] for b in getekend["balken"]] == [b.rest_tekst for b in beeld.balken]


def test_own_rows_are_marked_in_the_edition_of_a_partij_only() -> None:
    opstelling = in_fase(Fase.CONCEPT)

    compose_concept(opstelling.toolkit, CODE, JAAR)

    for uitgave in jaarschijven(opstelling):
        balken = uitgave["themas"][0]["themabeelden"][0]["balken"]
        assert {b["partij"] for b in balken if b["eigen"]} <= {uitgave["eigen"]["partij"]}
    assert any(
        b["eigen"]
        for uitgave in jaarschijven(opstelling)
        for b in uitgave["themas"][0]["themabeelden"][0]["balken"]
    )


def test_adopted_text_has_the_pictures_of_its_draft() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ga_naar(opstelling, Fase.ACCORDERING)
    eerder = gegevens_van(opstelling).themabeelden

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR, reden="Zonder besluiten.")

    assert eerder
    assert gegevens_van(opstelling).themabeelden == eerder
    vastgesteld = json.loads(
        opstelling.uitgifte.bestanden[f"{CODE}-{JAAR}/vastgesteld/jaarschijf-{JAAR}.docx"]
    )
    assert len(vastgesteld["tekeningen"]) == 1


def test_pictures_leave_the_content_code_alone() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    gezien = {uitgave["code"] for uitgave in jaarschijven(opstelling)}

    assert gezien == {gegevens_van(opstelling).view.code}


def test_pictures_come_back_as_they_were_kept() -> None:
    gegevens = Gegevens(een_jaarschijf(), een_view(), (een_themabeeld(),))

    assert load_gegevens(dump_gegevens(gegevens)) == gegevens


def test_files_of_a_picture_hold_the_same_figures() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    beelden = draw_themabeelden(opstelling.toolkit, CODE, JAAR)

    (bestanden,) = beelden.beelden
    assert beelden.versie == "0.1"
    assert beelden.code == gegevens_van(opstelling).view.code
    assert set(bestanden.bestanden) == {
        "thema-1-bouwen.svg",
        "thema-1-bouwen.png",
        "thema-1-bouwen.html",
    }
    for inhoud in bestanden.bestanden.values():
        assert bestanden.beeld.uitleg in inhoud.decode()
    assert b"Dit zijn voorbeeldcijfers." in bestanden.bestanden["thema-1-bouwen.html"]


def test_version_of_an_earlier_release_gets_pictures_of_its_figures() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    nu = gegevens_van(opstelling)
    oud = opstelling.bestanden.put(dump_gegevens(replace(nu, themabeelden=())))
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        laatste = require_concept(tx, cyclus)
        tx.add_concept(cyclus, replace(laatste, versie="0.2", gegevens=oud))

    beelden = draw_themabeelden(opstelling.toolkit, CODE, JAAR)

    assert tuple(b.beeld for b in beelden.beelden) == nu.themabeelden
    assert nu.themabeelden == build_themabeelden(opstelling.bibliotheek.load(CODE), nu.jaarschijf)


def test_pictures_before_there_is_a_draft_are_refused() -> None:
    with pytest.raises(NietGevonden):
        draw_themabeelden(een_opstelling().toolkit, CODE, JAAR)
    with pytest.raises(FaseError, match="Er is nog geen concept"):
        draw_themabeelden(in_fase(Fase.BIEDINGEN).toolkit, CODE, JAAR)
