"""Everybody who owes something has a mail to come, or somebody is told why not."""

from dataclasses import replace

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.bericht import Bericht, Berichtstaat, Postbericht
from cycle.domain.postcontrole import Verwachting, check_post

DAG = pendulum.date(2023, 9, 12)
VANDAAG = DAG.add(days=1)


def _post(
    staat: Berichtstaat, sleutel: str = "bieding/domesta/laatste", dag: pendulum.Date = DAG
) -> Postbericht:
    bericht = Bericht(sleutel, "a@b.example", "Uw bieding", "Tekst", dag)
    return Postbericht(bericht, staat, antwoord="De mailbox bestaat niet.")


def _verwacht(
    *staten: Berichtstaat, aan: str = "a@b.example", volgende: pendulum.Date | None = None
) -> Verwachting:
    berichten = tuple(_post(s, f"bieding/domesta/{n}") for n, s in enumerate(staten))
    return Verwachting("bieding/domesta", "Domesta", "bieding", aan, volgende, berichten)


def _codes(*verwachtingen: Verwachting, vandaag: pendulum.Date = VANDAAG) -> list[str]:
    post = [bericht for v in verwachtingen for bericht in v.berichten]
    return [b.code for b in check_post(verwachtingen, post, vandaag, plek="hoogeveen/2024")]


def test_somebody_with_a_mail_to_come_needs_nobody() -> None:
    assert _codes(_verwacht(volgende=VANDAAG)) == []
    assert _codes(_verwacht(Berichtstaat.VERZONDEN, volgende=VANDAAG)) == []
    assert _codes(_verwacht(Berichtstaat.GEPLAND)) == []


def test_somebody_without_an_address_is_told_of_by_name() -> None:
    (bevinding,) = check_post(
        [_verwacht(aan="", volgende=VANDAAG)], [], VANDAAG, plek="hoogeveen/2024"
    )

    assert (bevinding.code, bevinding.plek) == ("P001", "hoogeveen/2024/bieding/domesta")
    assert bevinding.melding == "Domesta moet nog iets doen (bieding), maar heeft geen mailadres."


def test_when_all_mail_failed_somebody_must_call() -> None:
    assert _codes(_verwacht(Berichtstaat.MISLUKT, Berichtstaat.MISLUKT)) == ["P002", "P004", "P004"]


def test_when_all_reminders_went_out_somebody_must_call() -> None:
    assert _codes(_verwacht(Berichtstaat.VERZONDEN)) == ["P003"]
    assert _codes(_verwacht(Berichtstaat.MISLUKT, Berichtstaat.VERZONDEN)) == ["P003", "P004"]
    assert _codes(_verwacht()) == ["P003"]


@pytest.mark.parametrize(
    ("staat", "code", "woorden"),
    [
        (Berichtstaat.MISLUKT, "P004", "is niet verstuurd. De mailbox bestaat niet."),
        (Berichtstaat.ONZEKER, "P005", "Misschien is de mail 'Uw bieding' aangekomen."),
    ],
)
def test_mail_that_went_astray_is_told_of_with_its_whole_key(
    staat: Berichtstaat, code: str, woorden: str
) -> None:
    (bevinding,) = check_post([], [_post(staat)], VANDAAG, plek="hoogeveen/2024")

    assert bevinding.code == code
    assert woorden in bevinding.melding
    assert "post beslis hoogeveen/2024/bieding/domesta/laatste verzonden" in bevinding.advies


def test_mail_that_lies_waiting_for_days_is_told_of() -> None:
    wachtend = [_post(Berichtstaat.GEPLAND)]

    assert check_post([], wachtend, DAG.add(days=2), plek="x") == ()
    (bevinding,) = check_post([], wachtend, DAG.add(days=3), plek="x")
    assert bevinding.code == "P006"
    assert "ligt al 3 dagen klaar" in bevinding.melding


@given(
    staten=st.lists(st.sampled_from(Berichtstaat), max_size=5),
    aan=st.sampled_from(["", "a@b.example"]),
    volgende=st.sampled_from([None, VANDAAG, DAG.add(weeks=3)]),
)
def test_an_open_obligation_has_a_mail_to_come_or_a_finding(
    staten: list[Berichtstaat], aan: str, volgende: pendulum.Date | None
) -> None:
    verwachting = _verwacht(*staten, aan=aan, volgende=volgende)

    plekken = {b.plek for b in check_post([verwachting], [], VANDAAG, plek="x")}

    kwam_nooit_aan = set(staten) == {Berichtstaat.MISLUKT}
    komt_mail = bool(aan) and verwachting.heeft_mail_voor_zich and not kwam_nooit_aan
    assert komt_mail == ("x/bieding/domesta" not in plekken)


def test_mail_that_was_refused_for_now_again_and_again_is_told_of() -> None:
    twee, drie = (replace(_post(Berichtstaat.GEPLAND), pogingen=n) for n in (2, 3))

    assert check_post([], [twee], DAG, plek="x") == ()
    (bevinding,) = check_post([], [drie], DAG, plek="x")
    assert "is 3 keer geprobeerd en niet aangenomen. De mailbox" in bevinding.melding
