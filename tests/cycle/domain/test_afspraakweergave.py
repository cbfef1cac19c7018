"""One afspraak as text: who, targets, actions, figures, open questions."""

from decimal import Decimal

import pytest

from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Rol, Teken
from cycle.domain.afspraakweergave import Namen, build_afspraak
from cycle.domain.jaarschijf import Jaarschijf, Oordeel, ZonderBod
from cycle.domain.view import AfspraakView, CijferView
from tests.builders import (
    een_activiteit,
    een_afspraak,
    een_doel,
    een_dossier,
    een_jaarschijf,
    een_regel,
    een_samenwerking,
)


def toon(afspraak: Afspraak, jaarschijf: Jaarschijf | None = None) -> AfspraakView:
    """Return the afspraak as text, in Dorp with one dossier."""
    samenwerking = een_samenwerking(afspraak, dossiers=(een_dossier(),))
    return build_afspraak(afspraak, jaarschijf or een_jaarschijf(), Namen(samenwerking))


def cijfer(**anders: object) -> CijferView:
    """Return one figure line as text."""
    (view,) = toon(een_afspraak(), een_jaarschijf(regels=(een_regel(**anders),))).cijfers
    return view


def test_who_takes_part_is_grouped_by_role() -> None:
    inzet = {
        "gemeente": Rol.MEEWERKEND,
        "domesta": Rol.UITVOERDER,
        "woonservice": Rol.UITVOERDER,
        "huurders": Rol.GEINFORMEERD,
    }

    assert toon(een_afspraak(inzet=inzet)).wie == (
        "Uitvoerder: Domesta en Woonservice. Werkt mee: Gemeente Dorp. "
        "Wordt geïnformeerd: Huurders Dorp."
    )


def test_targets_are_said_in_words_with_area_and_expectation() -> None:
    doelen = (
        een_doel("NETTO", "320", partij=SAMEN),
        een_doel("NETTO", "200", teken=Teken.CIRCA, soort=DoelSoort.VERWACHT),
        een_doel("KK_P", "25", gebied="hele werkgebied", tot_en_met=None),
    )

    views = toon(een_afspraak(1, *doelen)).doelen

    assert [(v.partij, v.doel, v.periode) for v in views] == [
        ("Samen", "ten minste 320 woningen", "2023 t/m 2027"),
        ("Domesta", "circa 200 woningen (verwachting)", "2023 t/m 2027"),
        ("Domesta", "ten minste 25% (hele werkgebied)", "vanaf 2023"),
    ]


def test_an_action_shows_its_offer_and_amount() -> None:
    actie = een_activiteit(bod=Decimal(12), bedrag=Decimal(450000), planning="Q3")

    (view,) = toon(een_afspraak(), een_jaarschijf(activiteiten=(actie,))).acties

    assert (view.partij, view.activiteit, view.planning) == ("Domesta", "Wij bouwen.", "Q3")
    assert (view.indicator, view.bod) == ("Nieuwe sociale huurwoningen", "12 woningen")
    assert view.bedrag == "€\N{NO-BREAK SPACE}450.000"


def test_an_action_without_a_number_shows_none() -> None:
    actie = een_activiteit(indicator="INZET")

    (view,) = toon(een_afspraak(), een_jaarschijf(activiteiten=(actie,))).acties

    assert (view.indicator, view.bod, view.bedrag) == ("", "", "")


def test_only_rows_of_this_afspraak_are_shown() -> None:
    jaarschijf = een_jaarschijf(
        regels=(een_regel(), een_regel(nummer=2)),
        activiteiten=(een_activiteit(), een_activiteit(nummer=2)),
        zonder_bod=(ZonderBod("afspraak-2", 2, "domesta", "INZET", "reden"),),
    )

    view = toon(een_afspraak(), jaarschijf)

    assert (len(view.cijfers), len(view.acties), view.open_vragen) == (1, 1, ())


def test_figures_are_shown_in_dutch_notation() -> None:
    view = cijfer(doel=Decimal(3008), bod=Decimal("6.8"), verschil=Decimal("-23.2"))

    assert (view.doel, view.realisatie, view.rest, view.nodig) == ("min. 3.008", "40", "60", "30")
    assert (view.bod, view.verschil, view.oordeel) == ("6,8", "-23,2", "op koers")
    assert view.indicator == "Nieuwe sociale huurwoningen (woningen)"


@pytest.mark.parametrize(
    ("teken", "doel"),
    [
        (Teken.MINSTENS, "min. 100"),
        (Teken.HOOGSTENS, "max. 100"),
        (Teken.CIRCA, "ca. 100"),
        (Teken.PRECIES, "100"),
    ],
)
def test_the_operator_stands_before_a_target(teken: Teken, doel: str) -> None:
    assert cijfer(teken=teken).doel == doel


def test_a_difference_in_favour_has_a_plus() -> None:
    assert cijfer(verschil=Decimal(4)).verschil == "+4"


def test_what_is_not_known_is_never_shown_as_zero_or_dash() -> None:
    view = cijfer(realisatie=None, rest=None, nodig=None, verschil=None)

    assert (view.realisatie, view.rest, view.nodig, view.verschil) == ("n.b.",) * 4


def test_an_agreed_fasering_does_not_hide_that_the_rest_is_unknown() -> None:
    view = cijfer(realisatie=None, rest=None, nodig=Decimal(30))

    assert (view.rest, view.nodig) == ("n.b.", "30")


def test_a_sum_that_still_misses_an_offer_has_an_unknown_difference() -> None:
    view = cijfer(partij=SAMEN, verschil=None, oordeel=Oordeel.NIET_TE_BEPALEN)

    assert (view.partij, view.bod, view.verschil) == ("Samen", "30", "n.b.")


def test_what_does_not_apply_is_a_dash() -> None:
    aandeel = cijfer(indicator="KK_P", realisatie=None, rest=None)
    zonder_doel = cijfer(
        teken=None, doel=None, realisatie=None, rest=None, nodig=None, verschil=None
    )
    zonder_bod = cijfer(bod=None, verschil=None)

    assert (aandeel.realisatie, aandeel.rest) == ("n.b.", "–")
    assert (zonder_doel.doel, zonder_doel.realisatie, zonder_doel.rest) == ("–", "–", "–")
    assert (zonder_doel.nodig, zonder_doel.verschil) == ("–", "–")
    assert (zonder_bod.bod, zonder_bod.verschil) == ("–", "–")


def test_open_questions_say_who_about_what_and_why() -> None:
    vragen = tuple(
        ZonderBod("afspraak-1", 1, "domesta", code, "vraag niet beantwoord")
        for code in ("NETTO", "NB_DAEB", "INZET")
    )

    assert toon(een_afspraak(), een_jaarschijf(zonder_bod=vragen)).open_vragen == (
        "Domesta (Netto toevoeging): vraag niet beantwoord",
        "Domesta (Nieuwe sociale huurwoningen): vraag niet beantwoord",
        "Domesta: vraag niet beantwoord",
    )


def test_the_rest_of_an_afspraak_is_taken_over() -> None:
    afspraak = een_afspraak(
        7, begrippen={"flex": "Tijdelijk."}, dossier="herstel", voorwaarden=("Geld.",)
    )

    view = toon(afspraak)

    assert (view.nummer, view.anker, view.titel) == ("7", "_Afspraak_07", "Titel 7")
    assert (view.begrippen[0].term, view.begrippen[0].betekenis) == ("flex", "Tijdelijk.")
    assert (view.dossier, view.voorwaarden) == ("Herstel", ("Geld.",))
