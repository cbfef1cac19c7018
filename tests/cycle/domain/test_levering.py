"""The checklist before 15 December: per corporatie and ontvanger, with proof and in time."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.levering import (
    COLLEGE,
    MINISTER,
    Levering,
    Leverregel,
    Leverstaat,
    Leverstuk,
    dump_levering,
    list_leverregels,
    list_ontvangers,
    list_rvcregels,
    load_levering,
)
from tests.cycle.services.builders import een_dorp

DORP = een_dorp()
UITERLIJK = pendulum.date(2025, 12, 14)
OP_TIJD = pendulum.date(2025, 12, 12)
ALLES = tuple(Leverstuk)


def een_levering(ontvanger: str = MINISTER, **velden: object) -> Levering:
    basis = Levering("domesta", ontvanger, OP_TIJD, ALLES, "SBR-wonen", "ab" * 32, "ontvangst.pdf")
    return replace(basis, **velden)  # type: ignore[arg-type]


def _regel(
    *leveringen: Levering, ontvanger: str = MINISTER, vandaag: pendulum.Date = OP_TIJD
) -> Leverregel:
    regels = list_leverregels(DORP, leveringen, UITERLIJK, vandaag)
    return next(regel for regel in regels if regel.ontvanger == ontvanger)


def test_the_law_names_minister_college_and_huurdersorganisaties() -> None:
    regels = list_leverregels(DORP, (), UITERLIJK, OP_TIJD)

    assert [(r.corporatie, r.ontvanger) for r in regels] == [
        ("domesta", MINISTER),
        ("domesta", COLLEGE),
        ("domesta", "huurders"),
    ]
    assert {r.staat for r in regels} == {Leverstaat.OPEN}


def test_an_organisation_receives_from_the_corporaties_it_speaks_for_only() -> None:
    partijen = tuple(
        replace(p, vertegenwoordigt=("een-andere",)) if p.code == "huurders" else p
        for p in DORP.partijen
    )
    inhoud = replace(DORP, partijen=partijen)

    ontvangers = list_ontvangers(inhoud, inhoud.partij("domesta"))

    assert [o.code for o in ontvangers] == [MINISTER, COLLEGE]


def test_a_delivery_of_everything_with_proof_is_done() -> None:
    regel = _regel(een_levering())

    assert (regel.staat, regel.op, regel.mist) == (Leverstaat.GELEVERD, OP_TIJD, ())
    assert not regel.is_te_laat


def test_what_was_not_sent_yet_is_named() -> None:
    regel = _regel(een_levering(stukken=(Leverstuk.AFSPRAKEN,)))

    assert regel.staat is Leverstaat.DEELS
    assert regel.mist == (Leverstuk.DPI, Leverstuk.VERKLARING)


def test_stukken_sent_one_after_another_add_up_and_the_last_day_counts() -> None:
    eerst = een_levering(stukken=(Leverstuk.AFSPRAKEN, Leverstuk.DPI))
    later = een_levering(stukken=(Leverstuk.VERKLARING,), op=UITERLIJK.add(days=1))

    regel = _regel(eerst, later)

    assert (regel.staat, regel.op) == (Leverstaat.GELEVERD, later.op)
    assert regel.is_te_laat


def test_sending_again_later_does_not_make_a_delivery_late() -> None:
    opnieuw = een_levering(op=UITERLIJK.add(days=20))

    assert not _regel(een_levering(), opnieuw).is_te_laat


def test_without_proof_of_every_stuk_it_is_said_so() -> None:
    zonder = een_levering(bewijs="", bewijsnaam="")

    assert _regel(zonder).staat is Leverstaat.ZONDER_BEWIJS
    assert _regel(zonder, een_levering(stukken=(Leverstuk.DPI,))).staat is Leverstaat.ZONDER_BEWIJS
    assert _regel(zonder, een_levering()).staat is Leverstaat.GELEVERD


@pytest.mark.parametrize(("dagen", "te_laat"), [(0, False), (1, True)])
def test_the_fourteenth_is_in_time_and_the_fifteenth_is_not(dagen: int, te_laat: bool) -> None:
    dag = UITERLIJK.add(days=dagen)

    assert _regel(vandaag=dag).is_te_laat is te_laat
    assert _regel(een_levering(op=dag)).is_te_laat is te_laat


@pytest.mark.parametrize(
    ("rvc_op", "is_goed"),
    [(None, False), (OP_TIJD.subtract(days=1), True), (OP_TIJD, False), (UITERLIJK, False)],
)
def test_the_rvc_decides_before_the_day_of_delivery(
    rvc_op: pendulum.Date | None, is_goed: bool
) -> None:
    (regel,) = list_rvcregels(DORP, (een_levering(rvc_op=rvc_op),), UITERLIJK)

    assert (regel.is_goed, regel.geleverd_op) == (is_goed, OP_TIJD)


def test_a_delivery_of_the_afspraken_alone_says_nothing_of_the_budget() -> None:
    alleen = een_levering(stukken=(Leverstuk.AFSPRAKEN,))

    (regel,) = list_rvcregels(DORP, (alleen,), UITERLIJK)

    assert regel.geleverd_op == UITERLIJK


@pytest.mark.parametrize("rvc_op", [None, OP_TIJD])
def test_a_delivery_can_be_kept_as_text(rvc_op: pendulum.Date | None) -> None:
    levering = een_levering(rvc_op=rvc_op)

    assert load_levering(dump_levering(levering)) == levering
