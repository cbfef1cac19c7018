"""What partijen need from each other: every request with its answer, or visibly without."""

from dataclasses import replace

import pendulum

from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import Matrixcel, Wederkerigheid, build_wederkerigheid
from cycle.domain.bieding import Bieding
from cycle.domain.verzoekweergave import build_verzoeken
from cycle.domain.wederkerigheid import Bereidheid, Verzoek, Verzoekantwoord
from tests.builders import JAAR, PARTIJEN, een_afspraak, een_bieding, een_cel, een_samenwerking


def een_verzoek(gevraagde: str = "gemeente", **anders: object) -> Verzoek:
    """Return what Domesta asks for afspraak 1."""
    verzoek = Verzoek(
        code="verzoek-1",
        vrager="domesta",
        gevraagde=gevraagde,
        nummer=1,
        inzet="Een bouwlocatie",
        planning="voor juli",
        voor=pendulum.date(JAAR, 6, 30),
        is_voorwaarde=False,
        plek=een_cel("B4"),
    )
    return replace(verzoek, **anders)


def een_antwoord(code: str = "verzoek-1") -> Verzoekantwoord:
    """Return that the asked partij helps in part."""
    return Verzoekantwoord(code, Bereidheid.DEELS, "Een halve.", een_cel("D4", "inzending-2"))


def vraag(*verzoeken: Verzoek, antwoorden: tuple[Verzoekantwoord, ...] = ()) -> Wederkerigheid:
    """Return who needs what, with the answers of the gemeente."""
    biedingen: tuple[Bieding, ...] = (
        een_bieding(verzoeken=verzoeken),
        een_bieding(partij="gemeente", inzending="inzending-2", antwoorden=antwoorden),
    )
    return build_wederkerigheid(een_samenwerking(), JAAR, biedingen)


def test_request_carries_the_answer_of_the_named_partij_and_both_places() -> None:
    [regel] = vraag(een_verzoek(), antwoorden=(een_antwoord(),)).regels

    assert (regel.bereidheid, regel.antwoord) == (Bereidheid.DEELS, "Een halve.")
    assert (regel.plek.cel, regel.voor) == ("B4", "voor juli")
    assert regel.antwoord_plek is not None
    assert regel.antwoord_plek.inzending == "inzending-2"
    assert not regel.is_open


def test_request_without_an_answer_or_with_that_of_another_stays_open() -> None:
    [zonder] = vraag(een_verzoek()).regels
    [ander] = vraag(een_verzoek("woonservice"), antwoorden=(een_antwoord(),)).regels

    assert zonder.is_open
    assert ander.is_open


def test_condition_is_kept_and_own_approval_is_a_reservation_that_nobody_answers() -> None:
    uit = vraag(een_verzoek(is_voorwaarde=True), een_verzoek("rvc", code="verzoek-2"))

    assert [r.code for r in uit.voorwaarden] == ["verzoek-1"]
    assert [r.code for r in uit.voorbehouden] == ["verzoek-2"]
    assert not uit.voorbehouden[0].is_open


def test_matrix_has_a_cell_for_every_two_partijen_and_shows_the_empty_ones() -> None:
    matrix = vraag(een_verzoek(), een_verzoek(code="verzoek-2")).matrix

    assert len(matrix) == len(PARTIJEN) * (len(PARTIJEN) - 1)
    assert Matrixcel("domesta", "gemeente", 2, 2) in matrix
    assert Matrixcel("gemeente", "domesta", 0, 0) in matrix


def test_opvolger_answers_what_was_asked_of_its_voorganger() -> None:
    op = pendulum.date(JAAR, 1, 1)
    partijen = tuple(
        replace(p, opvolger="gemeente", opgevolgd_op=op) if p.code == "woonservice" else p
        for p in PARTIJEN
    )
    biedingen = (
        een_bieding(verzoeken=(een_verzoek("woonservice"),)),
        een_bieding(partij="gemeente", antwoorden=(een_antwoord(),)),
    )

    [regel] = build_wederkerigheid(een_samenwerking(partijen=partijen), JAAR, biedingen).regels

    assert regel.bereidheid is Bereidheid.DEELS


def test_document_says_who_asks_what_and_that_an_answer_is_missing() -> None:
    voorbehoud = een_verzoek("rvc", code="verzoek-2", nummer=0, inzet="Instemming")
    inhoud = een_samenwerking(een_afspraak(1))

    eerste, tweede, derde = build_verzoeken(
        vraag(
            een_verzoek(is_voorwaarde=True),
            voorbehoud,
            een_verzoek(code="verzoek-3"),
            antwoorden=(een_antwoord("verzoek-3"),),
        ),
        Namen(inhoud),
    )

    assert (eerste.afspraak, eerste.vrager, eerste.gevraagde) == (
        "Afspraak 1",
        "Domesta",
        "Gemeente Dorp",
    )
    assert (eerste.soort, eerste.antwoord) == ("voorwaarde", "nog geen antwoord")
    assert (tweede.gevraagde, tweede.soort) == ("raad van commissarissen", "voorbehoud")
    assert (tweede.afspraak, tweede.antwoord) == ("", "")
    assert (derde.soort, derde.antwoord) == ("", "deels: Een halve.")
