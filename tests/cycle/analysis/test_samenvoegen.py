"""Afspraken and biedingen become one jaarschijf: figures, actions, gaps, and their origin."""

from dataclasses import replace
from decimal import Decimal

import pendulum
import pytest

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Rol, Teken
from cycle.domain.bieding import Bieding, Deelname
from cycle.domain.jaarschijf import Jaarschijf, JaarschijfRegel, Oordeel
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Realisatie
from tests.builders import (
    JAAR,
    PARTIJEN,
    echte_bibliotheek,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_doel,
    een_kader,
    een_partij,
    een_realisatie,
    een_samenwerking,
    een_voorstel,
)

TWEE = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}
DOMESTA_TOT_2026 = (
    een_realisatie("120", 2023, indicator="VRDZ_N"),
    een_realisatie("70", 2024, indicator="VRDZ_N"),
    een_realisatie("70", 2025, indicator="VRDZ_N"),
)


def voeg_samen(
    afspraak: Afspraak, *biedingen: Bieding, realisaties: tuple[Realisatie, ...] = ()
) -> Jaarschijf:
    """Return the jaarschijf 2026 of Dorp with one afspraak."""
    return merge_jaarschijf(
        een_samenwerking(afspraak, realisaties=realisaties), JAAR, list(biedingen)
    )


def regel_van(jaarschijf: Jaarschijf, partij: str = "domesta") -> JaarschijfRegel:
    """Return the one figure line of this partij."""
    (regel,) = [r for r in jaarschijf.regels if r.partij == partij]
    return regel


def verduurzamen(bod: str | None = "160", **anders: object) -> Jaarschijf:
    """Return the example of Domesta: 700 t/m 2027, 260 reached, an offer of 160."""
    antwoorden = () if bod is None else (een_antwoord("A01-VRDZ_N", bod),)
    return voeg_samen(
        een_afspraak(1, een_doel("VRDZ_N", "700", **anders)),
        een_bieding(*antwoorden),
        realisaties=DOMESTA_TOT_2026,
    )


def gedeeld(samen: str = "100", **anders: object) -> Afspraak:
    """Return an afspraak with only a shared amount for two corporaties."""
    doel = een_doel("NB_DAEB", samen, partij=SAMEN, van=JAAR, **anders)
    return een_afspraak(1, doel, inzet=TWEE)


def bod_van(partij: str, bod: str | None, **anders: object) -> Bieding:
    """Return a bieding of one answer to afspraak 1."""
    return een_bieding(een_antwoord("A01-NB_DAEB", bod, **anders), partij=partij)


def test_domesta_in_2026_needs_220_and_is_60_behind() -> None:
    regel = regel_van(verduurzamen())

    assert (regel.doel, regel.realisatie, regel.rest) == (700, 260, 440)
    assert (regel.nodig, regel.bod, regel.verschil) == (220, 160, -60)
    assert (regel.teken, regel.oordeel) == (Teken.MINSTENS, Oordeel.LOOPT_ACHTER)


def test_an_agreed_fasering_replaces_the_straight_line() -> None:
    regel = regel_van(verduurzamen(fasering={2026: Decimal(150), 2027: Decimal(290)}))

    assert (regel.nodig, regel.verschil, regel.oordeel) == (150, 10, Oordeel.LOOPT_VOOR)


def test_a_fasering_without_this_year_leaves_the_straight_line() -> None:
    assert regel_van(verduurzamen(fasering={2027: Decimal(290)})).nodig == 220


def test_every_figure_points_to_its_cell_or_line() -> None:
    herkomst = regel_van(verduurzamen()).herkomst

    assert [str(p) for p in herkomst["doel"]] == ["dorp/thema-1.md:10"]
    assert [str(p) for p in herkomst["bod"]] == ["bieding.xlsx, Bieding!F7"]
    assert [p.inzending for p in herkomst["bod"]] == ["inzending-1"]
    assert [p.regel for p in herkomst["realisatie"]] == [123, 124, 125]


def test_a_doel_without_an_end_is_held_against_each_year() -> None:
    regel = regel_van(verduurzamen(tot_en_met=None))

    assert (regel.rest, regel.nodig, regel.verschil) == (None, 700, -540)


def test_not_known_is_not_zero() -> None:
    afspraak = een_afspraak(1, een_doel("VRDZ_N", "700", van=2025))
    bieding = een_bieding(een_antwoord("A01-VRDZ_N", "0"))

    regel = regel_van(
        voeg_samen(afspraak, bieding, realisaties=(een_realisatie(None, 2025, indicator="VRDZ_N"),))
    )

    assert (regel.realisatie, regel.rest, regel.nodig, regel.verschil) == (None,) * 4
    assert regel.oordeel is Oordeel.NIET_TE_BEPALEN


def test_a_period_that_starts_this_year_has_reached_zero() -> None:
    regel = regel_van(voeg_samen(een_afspraak(1, een_doel(van=JAAR)), bod_van("domesta", "50")))

    assert (regel.realisatie, regel.rest, regel.nodig) == (0, 100, 50)
    assert regel.oordeel is Oordeel.OP_KOERS


@pytest.mark.parametrize(
    ("bod", "oordeel"), [("9", Oordeel.OP_KOERS), ("12", Oordeel.BOVEN_PLAFOND)]
)
def test_the_share_for_statushouders_is_a_ceiling(bod: str, oordeel: Oordeel) -> None:
    doel = een_doel("STAT_P", "10", partij=SAMEN, teken=Teken.HOOGSTENS)
    bieding = een_bieding(een_antwoord("A19-STAT_P", bod))

    assert regel_van(voeg_samen(een_afspraak(19, doel), bieding)).oordeel is oordeel


@pytest.mark.parametrize(
    ("teken", "soort", "oordeel"),
    [
        (Teken.HOOGSTENS, DoelSoort.NORM, Oordeel.BOVEN_PLAFOND),
        (Teken.CIRCA, DoelSoort.NORM, Oordeel.BOVEN_PLAFOND),
        (Teken.MINSTENS, DoelSoort.NORM, Oordeel.LOOPT_VOOR),
        (Teken.CIRCA, DoelSoort.VERWACHT, Oordeel.MEER_DAN_VERWACHT),
    ],
)
def test_only_an_agreed_maximum_can_be_exceeded(
    teken: Teken, soort: DoelSoort, oordeel: Oordeel
) -> None:
    afspraak = een_afspraak(1, een_doel("SLVK", "20", van=JAAR, teken=teken, soort=soort))

    regel = regel_van(voeg_samen(afspraak, een_bieding(een_antwoord("A01-SLVK", "30"))))

    assert regel.oordeel is oordeel


def test_an_expected_loss_is_not_a_floor_of_zero() -> None:
    afspraak = een_afspraak(1, een_doel("NETTO", "-2", van=JAAR, teken=Teken.CIRCA))

    regel = regel_van(voeg_samen(afspraak, een_bieding(een_antwoord("A01-NETTO", "-2"))))

    assert (regel.rest, regel.nodig, regel.verschil) == (-2, -2, 0)
    assert regel.oordeel is Oordeel.OP_KOERS


def test_shares_of_partijen_are_never_added() -> None:
    afspraak = een_afspraak(1, een_doel("KK_P", "15", partij=SAMEN), inzet=TWEE)
    biedingen = [een_bieding(een_antwoord("A01-KK_P", "14"), partij=p) for p in TWEE]

    regels = voeg_samen(afspraak, *biedingen).regels

    assert [(r.partij, r.doel, r.verschil) for r in regels] == [
        ("domesta", 15, -1),
        ("woonservice", 15, -1),
    ]


def test_a_shared_amount_stands_only_on_the_line_of_all_together() -> None:
    regels = voeg_samen(gedeeld(), bod_van("domesta", "40"), bod_van("woonservice", "9")).regels

    assert [(r.partij, r.doel, r.bod) for r in regels] == [
        ("domesta", None, 40),
        ("woonservice", None, 9),
        (SAMEN, 100, 49),
    ]
    assert [r.oordeel for r in regels] == ["toegezegd", "toegezegd", "loopt achter"]
    assert [len(r.herkomst["bod"]) for r in regels] == [1, 1, 2]
    assert "doel" not in regels[0].herkomst


@pytest.mark.parametrize("tweede", [(), (bod_van("woonservice", None, deelname=None),)])
def test_together_is_not_behind_while_an_offer_is_still_missing(
    tweede: tuple[Bieding, ...],
) -> None:
    regel = regel_van(voeg_samen(gedeeld(), bod_van("domesta", "10"), *tweede), SAMEN)

    assert (regel.bod, regel.nodig, regel.verschil) == (10, 50, None)
    assert regel.oordeel is Oordeel.NIET_TE_BEPALEN


@pytest.mark.parametrize("deelname", [Deelname.NEE, Deelname.NVT])
def test_together_is_complete_without_the_ones_that_do_not_take_part(deelname: Deelname) -> None:
    weigering = bod_van("woonservice", None, deelname=deelname)

    jaarschijf = voeg_samen(gedeeld(), bod_van("domesta", "50"), weigering)

    assert regel_van(jaarschijf, SAMEN).oordeel is Oordeel.OP_KOERS
    oordeel = Oordeel.DOET_NIET_MEE if deelname is Deelname.NEE else Oordeel.NIET_VAN_TOEPASSING
    assert regel_van(jaarschijf, "woonservice").oordeel is oordeel


def test_an_offer_for_a_larger_area_is_not_added_to_that_of_this_gemeente() -> None:
    samen = een_doel(waarde="100", partij=SAMEN, van=JAAR)
    ruim = een_doel(waarde="900", van=JAAR, gebied="hele werkgebied")
    afspraak = een_afspraak(1, samen, ruim, inzet=TWEE)

    jaarschijf = voeg_samen(afspraak, bod_van("domesta", "450"), bod_van("woonservice", "50"))

    assert regel_van(jaarschijf).doel == 900
    assert regel_van(jaarschijf, SAMEN).bod == 50


def test_a_shared_amount_for_a_larger_area_adds_nothing_up() -> None:
    jaarschijf = voeg_samen(gedeeld(gebied="provincie"), bod_van("domesta", "10"))

    assert [r.partij for r in jaarschijf.regels] == ["domesta", "woonservice"]


def test_the_doel_of_this_year_goes_before_one_that_has_ended() -> None:
    afspraak = een_afspraak(
        1,
        een_doel(waarde="100", van=2023, tot_en_met=2025),
        een_doel(waarde="80", van=2026, tot_en_met=2027),
    )

    regel = regel_van(voeg_samen(afspraak, bod_van("domesta", "40")))

    assert (regel.doel, regel.realisatie, regel.nodig) == (80, 0, 40)


def test_nobody_offered_is_no_offer() -> None:
    jaarschijf = voeg_samen(gedeeld())

    assert {r.oordeel for r in jaarschijf.regels} == {Oordeel.GEEN_BOD}
    assert {r.bod for r in jaarschijf.regels} == {None}


def test_everybody_who_refuses_does_not_take_part_together() -> None:
    nee = [bod_van(p, None, deelname=Deelname.NEE) for p in TWEE]

    regel = regel_van(voeg_samen(gedeeld(), *nee), SAMEN)

    assert regel.oordeel is Oordeel.DOET_NIET_MEE


def test_questions_without_an_answer_are_listed_with_the_reason() -> None:
    afspraak = een_afspraak(1, een_doel(), inzet={**TWEE, "huurders": Rol.GEINFORMEERD})
    leeg = bod_van("domesta", None, deelname=None)

    zonder = voeg_samen(afspraak, leeg).zonder_bod

    assert [(v.partij, v.indicator, v.reden) for v in zonder] == [
        ("domesta", "NB_DAEB", "vraag niet beantwoord"),
        ("woonservice", "INZET", "nog geen bieding ingediend"),
    ]


def test_a_row_that_was_removed_from_the_form_is_an_open_question() -> None:
    (vraag,) = voeg_samen(een_afspraak(1, een_doel()), een_bieding()).zonder_bod

    assert vraag.reden == "vraag niet beantwoord"


def test_answers_to_unknown_questions_and_extra_rows_hang_on_no_afspraak() -> None:
    onbekend = een_antwoord("A99-NETTO", "3", planning="2026", toelichting="Drie woningen.")
    kaal = een_antwoord("A98-NETTO", "1")
    leeg = een_antwoord("A97-NETTO", deelname=None)
    bieding = een_bieding(onbekend, kaal, leeg, extra=(een_voorstel(),))

    zonder = voeg_samen(een_afspraak(), bieding).zonder_afspraak

    assert [v.omschrijving for v in zonder] == [
        "Een buurtkamer",
        "Drie woningen.",
        "Antwoord op vraag A98-NETTO",
    ]
    assert (zonder[1].bod, zonder[1].planning, zonder[1].plek.cel) == ("3", "2026", "E7")


def test_every_line_is_listed_once_and_in_order_of_afspraken_and_partijen() -> None:
    samenwerking = een_samenwerking(
        een_afspraak(2, een_doel("NETTO", "5", partij=SAMEN), inzet=TWEE),
        een_afspraak(1, een_doel()),
    )

    regels = merge_jaarschijf(samenwerking, JAAR, []).regels

    assert [(r.nummer, r.partij) for r in regels] == [
        (1, "domesta"),
        (2, "domesta"),
        (2, "woonservice"),
        (2, SAMEN),
    ]


def test_what_a_partij_will_do_is_an_action_with_its_cells() -> None:
    antwoord = een_antwoord(
        "A01-NB_DAEB", "5", toelichting="Wij bouwen.", planning="Q3", bedrag=Decimal(900)
    )

    (actie,) = voeg_samen(een_afspraak(1, een_doel()), een_bieding(antwoord)).activiteiten

    assert (actie.tekst, actie.planning, actie.bod, actie.bedrag) == ("Wij bouwen.", "Q3", 5, 900)
    assert actie.regelcode == "A01-NB_DAEB"
    assert {veld: plek.cel for veld, plek in actie.herkomst.items()} == {
        "deelname": "E7",
        "bod": "F7",
        "planning": "G7",
        "bedrag": "H7",
        "toelichting": "I7",
    }


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"bod": "1200"}, "Nieuwe sociale huurwoningen: 1.200 woningen"),
        ({"deelname": Deelname.DEELS}, "Doet deels mee."),
        ({}, "Doet mee. Er staat niet bij wat."),
        ({"deelname": Deelname.NEE}, "Doet niet mee."),
        (
            {"deelname": Deelname.NEE, "toelichting": "Geen grond."},
            "Doet niet mee. Geen grond.",
        ),
    ],
)
def test_every_answer_can_be_read_in_the_jaarschijf(anders: dict[str, str], tekst: str) -> None:
    bieding = een_bieding(een_antwoord("A01-NB_DAEB", **anders))

    (actie,) = voeg_samen(een_afspraak(1, een_doel()), bieding).activiteiten

    assert actie.tekst == tekst


def test_a_question_that_does_not_apply_is_no_gap_and_keeps_its_explanation() -> None:
    jaarschijf = voeg_samen(
        een_afspraak(1, een_doel()), bod_van("domesta", None, deelname=Deelname.NVT)
    )

    (actie,) = jaarschijf.activiteiten
    assert actie.tekst.startswith("Niet van toepassing.")
    assert jaarschijf.zonder_bod == ()
    assert regel_van(jaarschijf).oordeel is Oordeel.NIET_VAN_TOEPASSING


def test_figures_are_exact_decimals() -> None:
    doel = een_doel("KK_P", "6.8")
    bieding = een_bieding(een_antwoord("A01-KK_P", "6.9"))

    regel = regel_van(voeg_samen(een_afspraak(1, doel), bieding))

    assert (str(regel.nodig), str(regel.verschil)) == ("6.8", "0.1")
    assert str(regel_van(verduurzamen()).nodig) == "220"
    assert str(regel_van(verduurzamen("220")).verschil) == "0"


def test_afspraken_without_a_number_have_no_figures() -> None:
    jaarschijf = voeg_samen(een_afspraak(1, een_doel("OVERLEG", "1")))

    assert jaarschijf.regels == ()
    assert [v.indicator for v in jaarschijf.zonder_bod] == ["INZET"]


def test_findings_about_the_content_go_along() -> None:
    samenwerking = een_samenwerking(een_afspraak(twijfels=("Van wie?",)), kaders=(een_kader(None),))

    assert [b.code for b in merge_jaarschijf(samenwerking, JAAR, []).bevindingen] == ["I602"]


@pytest.mark.parametrize("naam", ["hoogeveen", "hogeland"])
def test_before_any_offer_the_real_agreements_are_open_and_nobody_is_behind(naam: str) -> None:
    samenwerking = echte_bibliotheek().load(naam)

    jaarschijf = merge_jaarschijf(samenwerking, 2024, [])

    assert {r.oordeel for r in jaarschijf.regels} == {Oordeel.GEEN_BOD}
    assert {v.nummer for v in jaarschijf.zonder_bod} == {a.nummer for a in samenwerking.afspraken}
    assert jaarschijf.activiteiten == ()


def test_what_is_needed_leads_to_the_agreed_fasering_or_says_how_it_was_computed() -> None:
    doel = replace(
        een_doel(van=JAAR),
        fasering={JAAR: Decimal(30)},
        fasering_plek=Plek("dorp/thema.md", 40),
    )
    bieding = een_bieding(een_antwoord("A01-NB_DAEB", bod="30"))
    regel = regel_van(voeg_samen(een_afspraak(1, doel), bieding))

    assert regel.herkomst["nodig"] == (Plek("dorp/thema.md", 40),)


@pytest.mark.parametrize(
    ("opgegaan", "nodig"),
    [("0", 4), ("10", 6)],
    ids=["without a doel of its own", "with an even part of its doel"],
)
def test_fasering_of_the_opvolger_stays_when_a_partij_goes_into_it(
    opgegaan: str, nodig: int
) -> None:
    weg = een_partij("woonservice", opvolger="domesta", opgevolgd_op=pendulum.date(JAAR, 1, 1))
    bron = Plek("dorp/thema.md", 40)
    afspraak = een_afspraak(
        1,
        een_doel("NB_DAEB", opgegaan, partij="woonservice"),
        een_doel("NB_DAEB", "20", fasering={JAAR: Decimal(4)}, fasering_plek=bron),
        inzet=TWEE,
    )
    partijen = tuple(weg if p.code == "woonservice" else p for p in PARTIJEN)

    jaarschijf = merge_jaarschijf(een_samenwerking(afspraak, partijen=partijen), JAAR, [])

    assert regel_van(jaarschijf).nodig == nodig
    assert regel_van(jaarschijf).herkomst["nodig"] == (bron,)
