"""A template is filled with the smallest, largest and oddest data, made from the view."""

import io
from dataclasses import asdict, fields
from pathlib import Path

import docx
import pytest

from cycle.documents.sjabloon import VIEWS, Maat, try_sjabloon
from cycle.documents.sjabloon.voorbeelden import make_voorbeeld
from cycle.documents.template import CompiledTemplate
from cycle.documents.velden import ZONDER_SJABLOON
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar
from cycle.domain.view import JaarschijfView
from tests.cycle.documents.sjabloon.test_controle import GAVE
from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p, tekst_van

TEMPLATES = Path(__file__).parents[4] / "templates"


def test_smallest_data_have_no_items_and_only_the_names_of_the_document() -> None:
    view = make_voorbeeld(JaarschijfView, Maat.KLEINST)

    gevuld = {f.name for f in fields(view) if getattr(view, f.name) not in ("", (), False)}

    namen = {"samenwerking", "gemeente", "titel", "jaar"}
    assert gevuld - {"eigen", "verschil", *ZONDER_SJABLOON} == namen
    assert view.verschil.gewijzigd == ()


def test_largest_data_fill_every_list() -> None:
    view = make_voorbeeld(JaarschijfView, Maat.GROOTST)

    assert len(view.themas) == 12
    assert all(t.afspraken and t.tabellen for t in view.themas)
    assert {len(r.cellen) for r in view.themas[0].tabellen[0].rijen} == {
        len(view.themas[0].tabellen[0].kolommen)
    }


def test_largest_data_are_the_edition_of_one_partij_with_rows_of_its_own() -> None:
    view = make_voorbeeld(JaarschijfView, Maat.GROOTST)
    sjabloon = (TEMPLATES / "jaarschijf.docx").read_bytes()

    teksten = tekst_van(CompiledTemplate(sjabloon, "jaarschijf.docx").render(asdict(view)))

    acties = [rij for t in view.themas for a in t.afspraken for rij in a.acties]
    assert {rij.eigen for rij in acties} == {True, False}
    assert view.eigen.bijdragen
    assert view.eigen.open_punten
    assert f"Deze uitgave is voor {view.eigen.partij}" in teksten


def test_bookmarks_in_the_data_are_all_different() -> None:
    view = make_voorbeeld(JaarschijfView, Maat.GROOTST)

    ankers = [a.anker for t in view.themas for a in (t, *t.afspraken)]

    assert len(set(ankers)) == len(ankers)


@pytest.mark.parametrize("maat", list(Maat))
@pytest.mark.parametrize("naam", sorted(VIEWS))
def test_shipped_template_takes_any_data(naam: str, maat: Maat) -> None:
    sjabloon = (TEMPLATES / f"{naam}.docx").read_bytes()
    data = asdict(make_voorbeeld(VIEWS[naam], maat))

    gevuld = CompiledTemplate(sjabloon, f"{naam}.docx").render(data)

    assert docx.Document(io.BytesIO(gevuld)).paragraphs


def test_data_that_look_like_codes_are_printed_as_they_are() -> None:
    data = asdict(make_voorbeeld(JaarschijfView, Maat.VREEMDST))
    sjabloon = maak_sjabloon(p("{% for x in momenten %}{{ x.naam }}{{ x.datum }}{% endfor %}"))

    [tekst] = tekst_van(CompiledTemplate(sjabloon, "x.docx").render(data))

    assert tekst == "".join(m["naam"] + m["datum"] for m in data["momenten"]).replace("\r", "")


@pytest.mark.parametrize("naam", sorted(GAVE))
def test_template_that_the_check_calls_sound_can_be_filled(naam: str) -> None:
    sjabloon = maak_sjabloon(GAVE[naam], kop="{{ gemeente }}", noot="x")

    for maat in Maat:
        data = asdict(make_voorbeeld(JaarschijfView, maat)) | {"nog_niets": ""}
        if naam == "loop of cells in a loop of rows" and maat is Maat.KLEINST:
            continue  # it asks for the first thema, and there is none
        assert CompiledTemplate(sjabloon, "x.docx").render(data)


def test_given_template_is_filled_in_a_process_of_its_own_with_the_same_outcome() -> None:
    sjabloon = (TEMPLATES / "brief.docx").read_bytes()

    eigen = try_sjabloon(sjabloon, "brief.docx", "brief", Maat.VREEMDST, is_eigen=True)
    gegeven = try_sjabloon(sjabloon, "brief.docx", "brief", Maat.VREEMDST, is_eigen=False)

    assert eigen == gegeven


def test_template_that_asks_for_something_unknown_is_refused() -> None:
    sjabloon = maak_sjabloon(p("{{ gemeent }}"))

    with pytest.raises(SjabloonOnbruikbaar, match="Bedoelt u 'gemeente'"):
        try_sjabloon(sjabloon, "x.docx", "jaarschijf", Maat.KLEINST, is_eigen=False)


def test_file_that_is_no_template_is_refused() -> None:
    with pytest.raises(InvoerError, match="geen Word-document"):
        try_sjabloon(b"x", "x.docx", "", Maat.KLEINST, is_eigen=False)
