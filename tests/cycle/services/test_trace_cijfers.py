"""Provenance: no figure in a version without the cell, the line or the formula behind it."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.domain import notatie
from cycle.domain.behoefte import Verzoekregel, Wederkerigheid
from cycle.domain.bieding import Voorraadstand
from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.wederkerigheid import Bereidheid
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.gegevens import dump_gegevens, load_gegevens
from cycle.services.trace_cijfers import Spoor, trace_cijfers
from tests.builders import een_cel, een_doel, een_plek
from tests.cycle.services.builders import CODE, JAAR, een_opstelling, in_fase
from tests.fakes import Opstelling

CIJFERS = ("doel", "realisatie", "rest", "nodig", "bod", "verschil")


def _met_los_doel() -> Opstelling:
    """Return a concept of Dorp in which one target has no figure line: nobody is asked."""
    opstelling = in_fase(Fase.CONCEPT)
    dorp = opstelling.bibliotheek.load(CODE)
    eerste, *rest = dorp.afspraken
    doelen = (*eerste.doelen, een_doel("OVERLEG", "4", partij="samen", plek=een_plek(13)))
    thema = replace(dorp.themas[0], afspraken=(replace(eerste, doelen=doelen), *rest))
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, themas=(thema,))
    compose_concept(opstelling.toolkit, CODE, JAAR)
    return opstelling


def _jaarschijf(opstelling: Opstelling) -> Jaarschijf:
    with opstelling.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, CODE, JAAR))
    return load_gegevens(opstelling.bestanden.get(concept.gegevens)).jaarschijf


def _keep(opstelling: Opstelling, jaarschijf: Jaarschijf) -> None:
    """Make the kept version one of `jaarschijf`."""
    with opstelling.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, CODE, JAAR))
    gegevens = load_gegevens(opstelling.bestanden.get(concept.gegevens))
    anders = dump_gegevens(replace(gegevens, jaarschijf=jaarschijf))
    opstelling.bestanden.inhoud[concept.gegevens] = anders


def _per_cijfer(sporen: tuple[Spoor, ...]) -> dict[tuple[int, str, str, str], list[Spoor]]:
    """Return the trails by afspraak, partij, kind of figure and value."""
    per_cijfer = defaultdict(list)
    for spoor in sporen:
        per_cijfer[spoor.nummer, spoor.partij, spoor.cijfer, spoor.waarde].append(spoor)
    return per_cijfer


def test_every_figure_of_every_line_has_a_cell_a_line_or_a_formula() -> None:
    opstelling = _met_los_doel()
    dorp = opstelling.bibliotheek.load(CODE)

    sporen = _per_cijfer(trace_cijfers(opstelling.toolkit, CODE, JAAR))

    geteld = set()
    for regel in _jaarschijf(opstelling).regels:
        naam = "Samen" if regel.partij == "samen" else dorp.partij(regel.partij).naam
        for cijfer in CIJFERS:
            waarde: Decimal | None = getattr(regel, cijfer)
            if waarde is not None:
                gevonden = sporen[regel.nummer, naam, cijfer, notatie.getal(waarde)]
                assert gevonden, (regel.nummer, naam, cijfer, waarde)
                assert all(s.cel or s.regel or s.bron for s in gevonden)
                geteld.add(cijfer)
    assert geteld == set(CIJFERS)


def test_every_amount_and_every_loose_offer_leads_to_its_cell() -> None:
    opstelling = _met_los_doel()
    jaarschijf = _jaarschijf(opstelling)

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR)

    bedragen = {(s.waarde, s.blad, s.cel) for s in sporen if s.cijfer == "bedrag"}
    assert len([a for a in jaarschijf.activiteiten if a.bedrag is not None]) == 2
    assert bedragen == {
        (notatie.euro(Decimal(450_000)), "Bieding", "H7"),
        (notatie.euro(Decimal(1_500)), "Bieding", "H9"),
    }
    (los,) = [s for s in sporen if s.blad == "Extra"]
    assert (los.partij, los.cijfer, los.cel) == ("Domesta", "voorstel", "B3")
    assert los.waarde.startswith("Buurttuin, 1 tuin")
    assert all(s.inzending.startswith(f"{JAAR}-") for s in sporen if s.cel)


def test_an_offer_names_submission_file_sheet_and_cell() -> None:
    opstelling = _met_los_doel()

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR, nummer=1)

    (bod,) = [s for s in sporen if (s.partij, s.cijfer) == ("Domesta", "bod")]
    with opstelling.store.transaction() as tx:
        inzendingen = tx.inzendingen(require_cyclus(tx, CODE, JAAR))
    assert bod.inzending == next(i.id for i in inzendingen if i.partij == "domesta")
    assert (bod.bestand, bod.blad, bod.cel, bod.waarde) == ("domesta.xlsx", "Bieding", "F7", "50")
    assert {s.nummer for s in sporen} == {1}


def test_a_sum_of_reports_shows_each_report_and_a_target_its_line() -> None:
    opstelling = _met_los_doel()

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR, nummer=1)

    eigen = [s for s in sporen if s.partij == "Domesta"]
    assert [s.regel for s in eigen if s.cijfer == "realisatie"] == [123, 124, 125]
    assert [s.regel for s in eigen if s.cijfer == "doel"] == [12]
    assert [s.bron for s in eigen if s.cijfer == "rest"] == [
        "doel min gerealiseerd, nooit lager dan 0"
    ]


def test_a_period_that_starts_this_year_has_reached_nothing_yet() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    dorp = opstelling.bibliotheek.load(CODE)
    eerste, *rest = dorp.afspraken
    doel = een_doel("NETTO", "200", van=JAAR)
    thema = replace(dorp.themas[0], afspraken=(replace(eerste, doelen=(doel,)), *rest))
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, themas=(thema,))
    compose_concept(opstelling.toolkit, CODE, JAAR)

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR, nummer=1)

    (spoor,) = [s for s in sporen if s.cijfer == "realisatie"]
    assert (spoor.waarde, spoor.bron) == ("0", "de periode begint dit jaar")


def test_what_has_no_figure_line_leads_to_the_content() -> None:
    opstelling = _met_los_doel()

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR)

    los = [(s.cijfer, s.waarde, s.bestand, s.regel) for s in sporen if not s.cel and s.regel]
    assert ("doel", "ten minste 4", "dorp/thema-1.md", 13) in los
    assert ("specificatie", "4 keer", "dorp/specificaties.md", 9) in los
    assert ("vermeld", "350", "dorp/thema-1.md", 11) in los


def test_the_data_of_a_version_come_back_as_they_were_kept() -> None:
    opstelling = _met_los_doel()
    with opstelling.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, CODE, JAAR))
    bytes_ = opstelling.bestanden.get(concept.gegevens)

    assert dump_gegevens(load_gegevens(bytes_)) == bytes_
    assert load_gegevens(bytes_).view.code == concept.code


def test_without_a_version_there_is_nothing_to_trace() -> None:
    with pytest.raises(NietGevonden):
        trace_cijfers(een_opstelling().toolkit, CODE, JAAR)
    with pytest.raises(FaseError, match="nog geen concept"):
        trace_cijfers(in_fase(Fase.CONCEPT).toolkit, CODE, JAAR)


def test_requests_answers_and_the_stock_lead_back_to_their_cells() -> None:
    opstelling = _met_los_doel()
    regel = Verzoekregel(
        code="v1",
        vrager="domesta",
        gevraagde="gemeente",
        nummer=1,
        inzet="Locaties",
        voor="",
        is_voorwaarde=False,
        is_voorbehoud=False,
        plek=een_cel("B4", "i-1"),
        bereidheid=Bereidheid.JA,
        antwoord="Twee.",
        antwoord_plek=een_cel("D9", "i-2"),
    )
    los = replace(regel, nummer=99, inzet="Geld", antwoord_plek=None)
    _keep(
        opstelling,
        replace(
            _jaarschijf(opstelling),
            wederkerigheid=Wederkerigheid((regel, los)),
            voorraad={"domesta": (Voorraadstand("VRD_DAEB", Decimal(3008), een_cel("C3", "i-1")),)},
        ),
    )

    sporen = trace_cijfers(opstelling.toolkit, CODE, JAAR)

    gevonden = {
        (s.nummer, s.cijfer, s.waarde, s.inzending, s.cel)
        for s in sporen
        if s.cijfer in ("verzoek", "antwoord", "voorraad")
    }
    assert gevonden == {
        (1, "verzoek", "Locaties", "i-1", "B4"),
        (1, "antwoord", "ja: Twee.", "i-2", "D9"),
        (0, "verzoek", "Geld", "i-1", "B4"),
        (0, "voorraad", "3.008", "i-1", "C3"),
    }
