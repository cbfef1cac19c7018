"""Invitations go out once, again after a change, and a calendar can be taken away."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bericht import Bericht
from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.samenwerking import Bijeenkomst
from cycle.services.cyclus import require_cyclus
from cycle.services.invite_bijeenkomsten import invite_bijeenkomsten
from cycle.services.publish_overzichten import publish_overzichten
from cycle.services.renew_agenda import renew_agenda
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_dorp,
    een_jaar,
    een_opstelling,
    in_fase,
)
from tests.fakes import Opstelling

OVERLEG = Bijeenkomst("ambtelijk", "Ambtelijk overleg", pendulum.date(2025, 11, 4))


def _met(opstelling: Opstelling, *bijeenkomsten: Bijeenkomst) -> None:
    """Put these meetings in the content."""
    jaar = replace(een_jaar(), bijeenkomsten=bijeenkomsten)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(een_dorp(), jaren={JAAR: jaar})


def _berichten(opstelling: Opstelling) -> list[Bericht]:
    with opstelling.store.transaction() as tx:
        return list(tx.berichten(require_cyclus(tx, CODE, JAAR)))


def _nodig_uit(opstelling: Opstelling) -> list[tuple[str, int, str]]:
    plannen = invite_bijeenkomsten(opstelling.toolkit, CODE, JAAR)
    return [(p.sleutel, p.volgnummer, p.soort.value) for p in plannen]


def test_every_partij_gets_one_mail_with_the_invitation() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)

    assert _nodig_uit(opstelling) == [("kickoff-1", 0, "uitnodiging")]
    assert _nodig_uit(opstelling) == []

    berichten = _berichten(opstelling)
    assert [b.sleutel for b in berichten] == [
        f"uitnodiging/kickoff-1-0/{partij}" for partij in PARTIJCODES
    ]
    assert {b.agenda for b in berichten} == {b"uitnodiging kickoff-1 0 2025-09-12"}
    assert {b.antwoord_aan for b in berichten} == {"afspraken@gemeente.example"}


def test_only_the_startbijeenkomst_asks_for_a_top_3() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    _met(opstelling, *een_jaar().bijeenkomsten, OVERLEG)

    _nodig_uit(opstelling)

    vragen = {b.sleutel.split("/")[1]: "themas: Bouwen" in b.tekst for b in _berichten(opstelling)}
    assert vragen == {"kickoff-1-0": True, "ambtelijk-1-0": False}


def test_a_moved_meeting_is_told_again_and_a_cancelled_one_called_off() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    _met(opstelling, OVERLEG)
    _nodig_uit(opstelling)
    _met(opstelling, replace(OVERLEG, datum=pendulum.date(2025, 11, 6)))

    assert _nodig_uit(opstelling) == [("ambtelijk-1", 1, "uitnodiging")]
    _met(opstelling)
    assert _nodig_uit(opstelling) == [("ambtelijk-1", 2, "afzegging")]
    assert _nodig_uit(opstelling) == []

    van_domesta = [b for b in _berichten(opstelling) if "domesta" in b.sleutel]
    assert [b.agenda for b in van_domesta] == [
        b"uitnodiging ambtelijk-1 0 2025-11-04",
        b"uitnodiging ambtelijk-1 1 2025-11-06",
        b"afzegging ambtelijk-1 2 2025-11-06",
    ]
    assert ["wijziging: ja" in b.tekst for b in van_domesta] == [False, True, False]


def test_a_trial_shows_what_would_go_out_and_keeps_nothing() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    ervoor = opstelling.stand()

    (plan,) = invite_bijeenkomsten(opstelling.toolkit, CODE, JAAR, proef=True)

    assert plan.sleutel == "kickoff-1"
    assert opstelling.stand() == ervoor


def test_only_the_kinds_that_were_asked_for_go_out() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    _met(opstelling, *een_jaar().bijeenkomsten, OVERLEG)

    plannen = invite_bijeenkomsten(opstelling.toolkit, CODE, JAAR, soorten=["ambtelijk"])

    assert [plan.sleutel for plan in plannen] == ["ambtelijk-1"]
    assert _nodig_uit(opstelling) == [("kickoff-1", 0, "uitnodiging")]
    with pytest.raises(InvoerError, match="geen bijeenkomst 'bestuurlijk'") as fout:
        invite_bijeenkomsten(opstelling.toolkit, CODE, JAAR, soorten=["bestuurlijk"])
    assert fout.value.advies == "Kies uit: kickoff, ambtelijk."


def test_a_cyclus_that_was_not_started_invites_nobody() -> None:
    with pytest.raises(NietGevonden):
        invite_bijeenkomsten(een_opstelling().toolkit, CODE, JAAR)


def _agendas(opstelling: Opstelling, jaar: int = JAAR) -> dict[str, bytes]:
    begin = f"{CODE}-{jaar}/agenda/"
    return {
        naam.removeprefix(begin): inhoud
        for naam, inhoud in opstelling.uitgifte.bestanden.items()
        if naam.startswith(begin)
    }


def test_every_partij_has_a_calendar_whose_name_stays() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    publish_overzichten(opstelling.toolkit, CODE, JAAR)
    eerst = _agendas(opstelling)

    publish_overzichten(opstelling.toolkit, CODE, JAAR)

    assert _agendas(opstelling) == eerst
    assert [naam.rpartition("-")[0] for naam in eerst] == list(PARTIJCODES)


def test_a_partij_follows_one_address_for_all_years_under_way() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)

    publish_overzichten(opstelling.toolkit, CODE, JAAR)
    publish_overzichten(opstelling.toolkit, CODE, JAAR + 1)

    assert _agendas(opstelling) == _agendas(opstelling, JAAR + 1)
    assert next(iter(_agendas(opstelling).values())) == b"dorp gemeente [2026, 2027]"


def test_a_year_that_is_over_leaves_the_calendar_unless_it_is_the_last() -> None:
    opstelling = in_fase(Fase.AFGEROND)
    publish_overzichten(opstelling.toolkit, CODE, JAAR)
    assert next(iter(_agendas(opstelling).values())) == b"dorp gemeente [2026]"

    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)
    publish_overzichten(opstelling.toolkit, CODE, JAAR)

    assert next(iter(_agendas(opstelling).values())) == b"dorp gemeente [2027]"


def test_before_the_start_there_is_no_calendar_to_follow() -> None:
    opstelling = een_opstelling()

    publish_overzichten(opstelling.toolkit, CODE, JAAR)

    assert _agendas(opstelling) == {}


def test_a_new_address_takes_the_old_calendar_away() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    publish_overzichten(opstelling.toolkit, CODE, JAAR)
    eerst = set(_agendas(opstelling))

    uitkomst = renew_agenda(opstelling.toolkit, CODE, JAAR, "domesta")

    nu = set(_agendas(opstelling))
    assert len(nu) == len(eerst) == 3
    assert {naam.rpartition("-")[0] for naam in eerst ^ nu} == {"domesta"}
    assert "nieuw adres" in uitkomst.melding
    assert uitkomst.stukken[0].removeprefix(f"{CODE}-{JAAR}/agenda/") in nu
