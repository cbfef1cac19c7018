"""Editions: the same text for all; a partij finds its own rows and open points first."""

from dataclasses import replace

from cycle.domain.accordering import list_besluiten
from cycle.domain.afspraak import Rol
from cycle.domain.jaarschijf import ZonderBod
from cycle.domain.uitgave import edition_for
from cycle.domain.versieweergave import add_accordering
from cycle.domain.view import JaarschijfView
from cycle.domain.weergave import content_code
from tests.builders import (
    een_activiteit,
    een_afspraak,
    een_besluit,
    een_doel,
    een_jaarschijf,
    een_regel,
    een_samenwerking,
    een_view,
)

TWEE = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}


def gezamenlijk() -> JaarschijfView:
    """Return a common edition with rows of two partijen and one decision."""
    samenwerking = een_samenwerking(
        een_afspraak(1, een_doel(), een_doel(partij="woonservice"), inzet=TWEE), een_afspraak(2)
    )
    jaarschijf = een_jaarschijf(
        regels=tuple(een_regel(partij=p) for p in (*TWEE, "samen")),
        activiteiten=(
            een_activiteit(planning="Q3"),
            een_activiteit(partij="woonservice"),
            een_activiteit(nummer=2),
        ),
        zonder_bod=tuple(
            ZonderBod("afspraak-2", 2, partij, "NETTO", "vraag niet beantwoord") for partij in TWEE
        ),
    )
    bord = list_besluiten(samenwerking.partijen, [een_besluit()], "CODE")
    return add_accordering(een_view(samenwerking, jaarschijf), samenwerking, bord)


def eigen_rijen(view: JaarschijfView) -> set[str]:
    """Return the names of the partijen whose rows are marked."""
    rijen = [
        r for t in view.themas for a in t.afspraken for r in (*a.doelen, *a.acties, *a.cijfers)
    ]
    return {rij.partij for rij in (*rijen, *view.besluiten) if rij.eigen}


def zonder_merk(view: JaarschijfView) -> JaarschijfView:
    """Return an edition with its marks taken off again."""
    kaal = edition_for(view, "niemand", "")
    return replace(kaal, is_eigen=False, eigen=gezamenlijk().eigen)


def test_exactly_the_own_rows_are_marked() -> None:
    view = edition_for(gezamenlijk(), "Woonservice", "vrijdag")

    een, twee = view.themas[0].afspraken
    assert eigen_rijen(view) == {"Woonservice"}
    assert [r.eigen for r in (*een.doelen, *een.acties, *een.cijfers)] == [
        r.partij == "Woonservice" for r in (*een.doelen, *een.acties, *een.cijfers)
    ]
    assert [b.eigen for b in view.besluiten] == [b.partij == "Woonservice" for b in view.besluiten]
    assert (een.eigen, twee.eigen) == (True, False)


def test_the_common_edition_marks_nothing() -> None:
    assert eigen_rijen(gezamenlijk()) == set()
    assert not gezamenlijk().is_eigen


def test_the_text_and_its_code_are_the_same_for_all() -> None:
    view = edition_for(gezamenlijk(), "Domesta", "vrijdag")

    assert zonder_merk(view) == gezamenlijk()
    assert content_code(view) == view.code == gezamenlijk().code


def test_own_contributions_come_with_number_and_planning() -> None:
    eigen = edition_for(gezamenlijk(), "Domesta", "vrijdag 31 oktober 2025").eigen

    assert eigen.bijdragen == ("Afspraak 1: Wij bouwen. (Q3)", "Afspraak 2: Wij bouwen.")
    assert (eigen.partij, eigen.reageren_voor) == ("Domesta", "vrijdag 31 oktober 2025")


def test_open_points_are_questions_and_decisions_that_lapsed() -> None:
    view = gezamenlijk()
    vervallen = replace(
        view.besluiten[0], partij="Domesta", orgaan="bestuur", besluit="vervallen: x"
    )

    eigen = edition_for(replace(view, besluiten=(vervallen,)), "Domesta", "").eigen

    assert eigen.open_punten == (
        "Afspraak 2: Netto toevoeging: vraag niet beantwoord",
        "Besluit (bestuur): vervallen: x",
    )


def test_a_decision_that_is_still_to_be_asked_is_no_open_point() -> None:
    eigen = edition_for(gezamenlijk(), "Domesta", "").eigen

    assert eigen.open_punten == ("Afspraak 2: Netto toevoeging: vraag niet beantwoord",)


def test_a_partij_without_rows_has_an_empty_list() -> None:
    view = edition_for(een_view(), "Huurders Dorp", "")

    assert (view.eigen.bijdragen, view.eigen.open_punten, view.is_eigen) == ((), (), True)
