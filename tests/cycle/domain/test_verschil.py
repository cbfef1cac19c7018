"""Verschil: every kind of change is said once, in words a reader understands."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cycle.domain.verschil import compare_views
from cycle.domain.verschilview import AfspraakVerschilView, CijferVerschilView, VerschilView
from cycle.domain.view import AfspraakView, JaarschijfView
from tests.cycle.documents.builders import een_view

VIEW = een_view()
EERSTE = VIEW.themas[0].afspraken[0]
KOP = f"Afspraak 1. {EERSTE.titel}"


def met(afspraak: AfspraakView, view: JaarschijfView = VIEW) -> JaarschijfView:
    thema = view.themas[0]
    nieuw = replace(thema, afspraken=(afspraak, *thema.afspraken[1:]))
    return replace(view, themas=(nieuw, *view.themas[1:]))


def verschil(nieuw: JaarschijfView, oud: JaarschijfView = VIEW) -> VerschilView:
    return compare_views(oud, nieuw, "versie 0.1")


def regels(afspraak: AfspraakView) -> tuple[str, ...]:
    (gewijzigd,) = verschil(met(afspraak)).gewijzigd
    assert gewijzigd.afspraak == f"Afspraak {afspraak.nummer}. {afspraak.titel}"
    return gewijzigd.regels


def test_equal_versions_show_no_difference() -> None:
    assert verschil(replace(VIEW, versie="0.2", datum="3 november 2023")) == VerschilView(
        "versie 0.1", (), (), ()
    )


ACTIE = EERSTE.acties[0]
DOEL = EERSTE.doelen[1]
ZINNEN: dict[str, tuple[AfspraakView, str]] = {
    "titel": (
        replace(EERSTE, titel="Anders"),
        f"De titel is gewijzigd van ‘{EERSTE.titel}’ naar ‘Anders’.",
    ),
    "termijn": (
        replace(EERSTE, termijn=""),
        "De termijn is gewijzigd van ‘uiterlijk 31 december 2027’ naar leeg.",
    ),
    "tekst": (replace(EERSTE, tekst="x"), "De tekst is gewijzigd."),
    "woorden": (
        replace(EERSTE, tekst=EERSTE.tekst.replace("elk jaar", "elk kwartaal")),
        "De tekst is gewijzigd: ‘jaar’ is ‘kwartaal’ geworden.",
    ),
    "toelichting": (
        replace(EERSTE, toelichting=""),
        f"De toelichting is gewijzigd: ‘{EERSTE.toelichting}’ is weggehaald.",
    ),
    "nummer": (replace(EERSTE, nummer="24"), "Het nummer was eerst 1."),
    "doel": (
        replace(EERSTE, doelen=(EERSTE.doelen[0], replace(DOEL, doel="x"), *EERSTE.doelen[2:])),
        "Doel gewijzigd: Domesta, Netto toevoeging (2023 t/m 2027): "
        "van ‘circa 200 woningen’ naar ‘x’.",
    ),
    "doel weg": (
        replace(EERSTE, doelen=EERSTE.doelen[1:]),
        "Doel weg: Samen, Netto toevoeging (2023 t/m 2027): ten minste 320 woningen.",
    ),
    "doel erbij": (
        replace(EERSTE, doelen=(*EERSTE.doelen, replace(DOEL, periode="2028"))),
        "Doel erbij: Domesta, Netto toevoeging (2028): circa 200 woningen.",
    ),
    "actie": (
        replace(EERSTE, acties=(replace(ACTIE, planning="mei", bedrag=""), *EERSTE.acties[1:])),
        "Actie van Domesta gewijzigd: de planning van ‘eerste kwartaal’ naar ‘mei’ "
        "en het bedrag van ‘€ 450.000’ naar leeg.",
    ),
    "actie weg": (
        replace(EERSTE, acties=EERSTE.acties[1:]),
        f"Actie weg van Domesta: ‘{ACTIE.activiteit}’.",
    ),
    "actie erbij": (
        replace(EERSTE, acties=(*EERSTE.acties, replace(ACTIE, anker="_Actie_01_EEEEEEEE"))),
        f"Actie erbij van Domesta: ‘{ACTIE.activiteit}’.",
    ),
    "voorwaarde": (
        replace(EERSTE, voorwaarden=("Er is geld.", *EERSTE.voorwaarden)),
        "Voorwaarde erbij: ‘Er is geld.’.",
    ),
    "vraag": (
        replace(EERSTE, open_vragen=("Domesta: nog niet beantwoord.",)),
        "Nieuwe open vraag: Domesta: nog niet beantwoord.",
    ),
}


@pytest.mark.parametrize("naam", ZINNEN)
def test_a_change_in_an_afspraak_is_one_sentence(naam: str) -> None:
    afspraak, zin = ZINNEN[naam]

    assert regels(afspraak) == (zin,)


def test_a_new_order_of_actions_is_no_change() -> None:
    assert verschil(met(replace(EERSTE, acties=EERSTE.acties[::-1]))).gewijzigd == ()


def test_new_and_gone_afspraken_are_named() -> None:
    weg = replace(VIEW, themas=(replace(VIEW.themas[0], afspraken=()), *VIEW.themas[1:]))

    heen, terug = verschil(weg), verschil(VIEW, weg)

    assert heen.gewijzigd[0] == AfspraakVerschilView(KOP, ("Deze afspraak is vervallen.",))
    assert terug.gewijzigd[0] == AfspraakVerschilView(KOP, ("Deze afspraak is nieuw.",))
    assert len(heen.gewijzigd) == len(terug.gewijzigd) == 6


def test_each_changed_figure_is_a_row_with_old_and_new() -> None:
    cijfer = EERSTE.cijfers[1]
    nieuw = replace(
        EERSTE, cijfers=(EERSTE.cijfers[0], replace(cijfer, bod="50"), *EERSTE.cijfers[2:])
    )

    (rij,) = verschil(met(nieuw)).getallen

    assert rij == CijferVerschilView(
        "Afspraak 1", "Domesta", "Netto toevoeging (woningen): bod", "60", "50"
    )


def test_a_figure_line_that_came_or_went_has_a_dash_on_one_side() -> None:
    zonder = met(replace(EERSTE, cijfers=EERSTE.cijfers[1:]))

    assert {r.nieuw for r in verschil(zonder).getallen} == {"–"}
    assert {r.oud for r in verschil(VIEW, zonder).getallen} == {"–"}


def test_a_cell_of_a_printed_table_is_compared_too() -> None:
    thema = VIEW.themas[0]
    tabel = thema.tabellen[0]
    rij = replace(tabel.rijen[0], cellen=("3.009", *tabel.rijen[0].cellen[1:]))
    nieuw = replace(
        thema, tabellen=(replace(tabel, rijen=(rij, *tabel.rijen[1:])), thema.tabellen[1])
    )

    getallen = verschil(replace(VIEW, themas=(nieuw, *VIEW.themas[1:]))).getallen

    assert getallen == (
        CijferVerschilView(tabel.titel, "Domesta", "Sociale huur (DAEB)", "3.008", "3.009"),
    )


@pytest.mark.parametrize(
    ("wijzig", "zin"),
    [
        (lambda v: replace(v, inleiding="x"), "De inleiding is gewijzigd."),
        (lambda v: replace(v, kaders=()), "De lijst met kaders is gewijzigd."),
        (
            lambda v: replace(v, themas=(replace(v.themas[0], ambitie=""), *v.themas[1:])),
            "Thema 1, Bouwopgave: de ambitie is gewijzigd.",
        ),
    ],
)
def test_what_changed_elsewhere_is_said(
    wijzig: Callable[[JaarschijfView], JaarschijfView], zin: str
) -> None:
    assert verschil(wijzig(VIEW)).overig == (zin,)


def test_a_thema_that_came_or_went_is_named() -> None:
    zonder = replace(VIEW, themas=VIEW.themas[1:])

    assert verschil(zonder).overig == ("Thema 1 is vervallen: Bouwopgave.",)
    assert verschil(VIEW, zonder).overig == ("Thema 1 is nieuw: Bouwopgave.",)
