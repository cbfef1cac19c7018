"""The view of a jaarschijf, and the code that binds decisions to its content."""

import re
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.jaarschijf import Jaarschijf, ZonderBod
from cycle.domain.samenwerking import Bijeenkomst, Jaar, Kader, Niveau, Samenwerking, Specificatie
from cycle.domain.view import JaarschijfView
from cycle.domain.weergave import build_view, content_code
from tests.builders import (
    JAAR,
    een_activiteit,
    een_afspraak,
    een_bevinding,
    een_doel,
    een_dossier,
    een_jaar,
    een_jaarschijf,
    een_kader,
    een_plek,
    een_regel,
    een_samenwerking,
    een_tabel,
    een_termijn,
    een_thema,
    een_view,
    een_voorstel,
)


def met_jaar(jaar: Jaar, **anders: object) -> Samenwerking:
    """Return Dorp with two afspraken and these choices for the year."""
    return een_samenwerking(een_afspraak(), een_afspraak(2), jaren={JAAR: jaar}, **anders)


def view_van(afspraak: str = "Tekst 1.", jaarschijf: Jaarschijf | None = None) -> JaarschijfView:
    """Return a view with one target, one figure line and one action."""
    return een_view(
        een_samenwerking(een_afspraak(1, een_doel(), tekst=afspraak)),
        jaarschijf or een_jaarschijf(regels=(een_regel(),), activiteiten=(een_activiteit(),)),
    )


def test_the_code_can_be_read_aloud_and_is_always_the_same() -> None:
    code = view_van().code

    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", code)
    assert view_van().code == code == content_code(view_van())


@pytest.mark.parametrize(
    "anders",
    [
        {"versie": "0.2"},
        {"status": "Vastgesteld", "is_concept": False},
        {"datum": "1 december 2025"},
        {"bevindingen": (), "momenten": ()},
        {"code": "iets anders"},
    ],
)
def test_the_code_does_not_depend_on_what_a_version_adds(anders: dict[str, object]) -> None:
    view = view_van()

    assert content_code(replace(view, **anders)) == view.code


@pytest.mark.parametrize(
    "jaarschijf",
    [
        een_jaarschijf(regels=(een_regel(),)),
        een_jaarschijf(activiteiten=(een_activiteit(),)),
        een_jaarschijf(regels=(een_regel(bod=None),), activiteiten=(een_activiteit(),)),
        een_jaarschijf(regels=(een_regel(),), activiteiten=(een_activiteit(tekst="Anders."),)),
        een_jaarschijf(regels=(een_regel(),), activiteiten=(een_activiteit(planning="Q4"),)),
    ],
)
def test_any_other_figure_or_word_of_a_partij_changes_the_code(jaarschijf: Jaarschijf) -> None:
    assert view_van(jaarschijf=jaarschijf).code != view_van().code


@pytest.mark.parametrize("veld", ["tekst", "toelichting", "titel", "termijn"])
def test_any_other_word_of_an_afspraak_changes_the_code(veld: str) -> None:
    anders = een_view(een_samenwerking(een_afspraak(**{veld: "Een ander woord."})))

    assert anders.code != een_view().code


@pytest.mark.parametrize(
    "anders",
    [
        {"inleiding": "Anders."},
        {"kaders": (een_kader(None),)},
        {"dossiers": (een_dossier(),)},
        {"voorbeeld": "Verzonnen."},
    ],
)
def test_any_other_part_of_the_agreement_changes_the_code(anders: dict[str, object]) -> None:
    assert een_view(een_samenwerking(een_afspraak(), **anders)).code != een_view().code


def test_the_view_opens_with_names_year_and_period() -> None:
    view = een_view()

    assert (view.samenwerking, view.jaar) == ("Dorp", "2026")
    assert view.looptijd == "1 januari 2023 t/m 31 december 2027"
    assert (view.is_concept, view.is_eigen, view.versie) == (True, False, "")


def test_partijen_show_their_organen_in_full() -> None:
    gemeente, domesta, *_ = een_view().partijen

    assert gemeente.organen == "college van burgemeester en wethouders"
    assert domesta.organen == "bestuur en raad van commissarissen"
    assert (domesta.soort, domesta.contact, domesta.voorbeeld) == ("corporatie", "adviseur", False)


def test_priorities_carry_their_place_and_other_themas_none() -> None:
    themas = (een_thema(een_afspraak()), een_thema(code="wonen", naam="Wonen"))
    jaar = een_jaar(prioriteiten=("wonen",))

    view = een_view(een_samenwerking(themas=themas, jaren={JAAR: jaar}))

    assert view.prioriteiten == ("Wonen",)
    assert [(t.nummer, t.anker, t.prioriteit) for t in view.themas] == [
        ("1", "_Thema_01", ""),
        ("2", "_Thema_02", "1"),
    ]


def test_a_printed_table_keeps_its_figures_and_gets_its_own_remarks() -> None:
    tabel = een_tabel({"A": "+1 2 4", "Totaal": "n.b. 2 4"})
    samenwerking = een_samenwerking(themas=(een_thema(tabellen=(tabel,)),))
    eigen = een_bevinding(plek="dorp/thema-1.md:13", melding="Dit klopt niet.")

    (view,) = (
        een_view(samenwerking, een_jaarschijf(bevindingen=(eigen, een_bevinding())))
        .themas[0]
        .tabellen
    )

    assert [(r.naam, r.cellen, r.is_totaal) for r in view.rijen] == [
        ("A", ("+1", "2", "4"), False),
        ("Totaal", ("n.b.", "2", "4"), True),
    ]
    assert view.bevindingen == ("Dit klopt niet.",)


def test_gaps_are_listed_on_both_sides() -> None:
    jaarschijf = een_jaarschijf(
        zonder_bod=(ZonderBod("afspraak-1", 1, "domesta", "NETTO", "vraag niet beantwoord"),),
        zonder_afspraak=(
            een_voorstel(),
            een_voorstel("Een tuin", bod="1", planning="Q3"),
        ),
    )

    view = een_view(jaarschijf=jaarschijf)

    assert [(v.afspraak, v.partij, v.tekst) for v in view.zonder_bod] == [
        ("Afspraak 1", "Domesta", "Netto toevoeging: vraag niet beantwoord")
    ]
    assert [v.tekst for v in view.zonder_afspraak] == ["Een buurtkamer", "Een tuin (1, Q3)"]


def test_findings_go_along_as_text() -> None:
    (view,) = een_view(jaarschijf=een_jaarschijf(bevindingen=(een_bevinding(),))).bevindingen

    assert (view.code, view.ernst, view.plek) == ("C401", "waarschuwing", "Afspraak 1")


def test_a_kader_says_when_it_ends_before_the_agreement_does() -> None:
    kaders = (
        een_kader(pendulum.date(2026, 12, 31)),
        een_kader(pendulum.date(2027, 12, 31)),
        Kader("Woonwet", Niveau.LANDELIJK, een_plek(), datum=pendulum.date(2015, 7, 1)),
    )

    views = een_view(een_samenwerking(een_afspraak(), kaders=kaders)).kaders

    assert [v.opmerking for v in views] == ["Loopt eerder af dan deze afspraken.", "", ""]
    assert [v.geldig_tot for v in views] == ["31 december 2026", "31 december 2027", ""]
    assert [v.datum for v in views] == ["", "", "1 juli 2015"]


def test_a_dossier_names_its_afspraken_by_number() -> None:
    dossier = een_dossier("herstel", "afspraak-2", "afspraak-1")

    (view,) = een_view(met_jaar(een_jaar(), dossiers=(dossier,))).dossiers

    assert (view.naam, view.afspraken) == ("Herstel", "2 en 1")


def test_specifications_name_their_afspraak() -> None:
    jaar = een_jaar(specificaties=(Specificatie("afspraak-2", "Wijk", "Noord", een_plek()),))

    (view,) = een_view(met_jaar(jaar)).specificaties

    assert (view.nummer, view.afspraak, view.onderwerp, view.waarde) == (
        "2",
        "Titel 2",
        "Wijk",
        "Noord",
    )


def test_deadlines_and_meetings_stand_together_in_order_of_date() -> None:
    bijeenkomst = Bijeenkomst("ambtelijk", "Ambtelijk overleg", pendulum.date(2025, 11, 3))
    bezet = Bijeenkomst("kickoff", "Start", pendulum.date(2025, 9, 15))
    samenwerking = met_jaar(een_jaar(bijeenkomsten=(bijeenkomst, bezet)))
    termijnen = [
        een_termijn("levering", pendulum.date(2025, 12, 12)),
        een_termijn("kickoff", pendulum.date(2025, 9, 15)),
    ]

    momenten = build_view(samenwerking, een_jaarschijf(), termijnen).momenten

    assert [(m.datum, m.naam, m.basis) for m in momenten] == [
        ("maandag 15 september 2025", "Termijn kickoff", "planning"),
        ("maandag 3 november 2025", "Ambtelijk overleg", "afspraak"),
        ("vrijdag 12 december 2025", "Termijn levering", "planning"),
    ]
