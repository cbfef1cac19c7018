"""How everything stands at a check: sums, chosen lights, and what goes to the kickoff."""

from dataclasses import replace
from decimal import Decimal

from cycle.domain.afspraak import SAMEN
from cycle.domain.licht import Licht
from cycle.domain.meenemer import Meenemersoort
from cycle.domain.toets import Standmelding, Standregel, Toetsmoment, Voortgang, same_melding
from cycle.domain.toetsstand import Toetsstand, build_toetsstand, list_punten
from cycle.domain.toetsvraag import Toetsvraag
from tests.builders import JAAR, een_lichtkeuze, een_standmelding, een_standregel
from tests.cycle.forms.toetsbouw import BOUWEN, TOEZEGGING

ANDER = replace(BOUWEN, partij="woonservice")
SAMEN_BOUWEN = replace(BOUWEN, partij=SAMEN, doel=Decimal(40))


def _stand(
    *meldingen: Standmelding,
    vragen: tuple[Toetsvraag, ...] = (BOUWEN, ANDER, SAMEN_BOUWEN),
    moment: Toetsmoment = Toetsmoment.SEPTEMBER,
) -> Toetsstand:
    return build_toetsstand(moment, JAAR, vragen, meldingen, ())


def _melding(partij: str, *regels: Standregel) -> Standmelding:
    return een_standmelding(*regels, partij=partij, moment=Toetsmoment.SEPTEMBER)


def test_together_is_the_sum_of_what_was_reported_with_every_cell() -> None:
    stand = _stand(
        _melding("domesta", een_standregel(cijfer="20")),
        _melding("woonservice", een_standregel(cijfer="10")),
    )

    samen = stand.regels[-1]
    assert samen.cijfer_tekst == "30 woningen"
    assert samen.licht is Licht.OP_KOERS
    assert [plek.cel for plek in samen.bronnen] == ["K5", "K5"]


def test_one_figure_that_is_not_known_leaves_the_sum_unknown() -> None:
    stand = _stand(_melding("domesta", een_standregel(cijfer="20")))

    assert stand.regels[-1].cijfer is None
    assert stand.regels[-1].licht is Licht.NIET_BEKEND
    assert stand.zonder_opgave == ("woonservice",)


def test_a_chosen_light_counts_and_the_computed_one_stays() -> None:
    keuze = een_lichtkeuze(moment=Toetsmoment.SEPTEMBER)
    melding = _melding("domesta", een_standregel(cijfer="0"))

    stand = build_toetsstand(Toetsmoment.SEPTEMBER, JAAR, (BOUWEN,), (melding,), (keuze,))

    (regel,) = stand.regels
    assert (regel.licht, regel.oordeel.licht) == (Licht.OP_KOERS, Licht.WIJKT_AF)
    assert regel.reden == "De oplevering is een week later."


def test_a_choice_for_the_other_check_or_one_taken_back_does_not_count() -> None:
    keuzes = (
        een_lichtkeuze(moment=Toetsmoment.APRIL),
        een_lichtkeuze(moment=Toetsmoment.SEPTEMBER),
        een_lichtkeuze(moment=Toetsmoment.SEPTEMBER, licht=None, reden=""),
    )

    stand = build_toetsstand(Toetsmoment.SEPTEMBER, JAAR, (BOUWEN,), (), keuzes)

    assert stand.regels[0].keuze is None


def test_deviations_come_first_and_no_partij_is_ranked() -> None:
    stand = _stand(
        _melding("domesta", een_standregel(cijfer="13")),
        _melding("woonservice", een_standregel(cijfer="0")),
    )

    assert [(r.vraag.partij, r.licht) for r in stand.afwijkingen] == [
        ("woonservice", Licht.WIJKT_AF),
        (SAMEN, Licht.WIJKT_AF),
        ("domesta", Licht.LET_OP),
    ]


def test_deviations_and_promises_that_are_open_go_to_the_kickoff() -> None:
    gedaan = replace(TOEZEGGING, regelcode="V-GEDAAN")
    stand = _stand(
        _melding(
            "domesta",
            een_standregel(cijfer="0", toelichting="De aannemer stopte."),
            een_standregel("V-0123ABCD"),
            een_standregel("V-GEDAAN", voortgang=Voortgang.GEREED),
        ),
        vragen=(BOUWEN, TOEZEGGING, gedaan),
    )

    afwijking, actie = list_punten(stand)

    assert afwijking.soort is Meenemersoort.AFWIJKING
    assert (afwijking.jaar, afwijking.partij, afwijking.nummer) == (JAAR, "domesta", 1)
    assert afwijking.onderwerp == f"{BOUWEN.titel} ({BOUWEN.indicator.naam})"
    assert afwijking.tekst == (
        "wijkt af (loopt); bereikt 0 woningen, nodig 20 woningen. De aannemer stopte."
    )
    assert afwijking.plek is not None
    assert afwijking.plek.cel == "K5"
    assert (actie.soort, actie.onderwerp) == (Meenemersoort.ACTIE, TOEZEGGING.titel)


def test_the_same_answers_in_other_cells_are_the_same_report() -> None:
    een = een_standmelding(een_standregel("A01-NB_DAEB", "6"), een_standregel("A02-SLVK", "1"))
    anders = replace(een, inzending="domesta-2", regels=tuple(reversed(een.regels)))

    assert same_melding(een, anders)
    assert not same_melding(een, een_standmelding(een_standregel("A01-NB_DAEB", "7")))
