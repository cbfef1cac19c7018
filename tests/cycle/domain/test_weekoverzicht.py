"""One mail per person and day, one digest per week, over all cycli and samenwerkingen."""

from collections.abc import Iterable

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.domain.ladder import Herinnerregels, Ontvanger, Trede, Weekdag
from cycle.domain.taak import Adressen, Taak, build_taak
from cycle.domain.verplichting import Soort, Verplichting
from cycle.domain.verzenddag import Verzenddagen
from cycle.domain.weekoverzicht import (
    Persoonspost,
    list_sleutels,
    next_post,
    plan_post,
    week_sleutel,
)

MAANDAG = pendulum.date(2025, 9, 15)
UITERLIJK = pendulum.date(2025, 10, 10)
DOMESTA, COORDINATOR, INVALLER = "bod@domesta.example", "wonen@dorp.example", "in@domesta.example"


def is_werkdag(dag: pendulum.Date) -> bool:
    return dag.isoweekday() < 6


def dagen(*stil: pendulum.Date) -> Verzenddagen:
    return Verzenddagen(is_werkdag, lambda dag: dag in stil)


def een_taak(
    uiterlijk: pendulum.Date = UITERLIJK,
    *,
    cyclus: tuple[str, int] = ("dorp", 2026),
    soort: Soort = Soort.BIEDING,
    adres: str = DOMESTA,
    invaller: str = "",
    sinds: pendulum.Date | None = None,
    verzenddagen: Verzenddagen | None = None,
    weekdag: Weekdag = Weekdag.MAANDAG,
) -> Taak:
    """Return a task of Domesta in Dorp; every weekday is a day to send on."""
    return build_taak(
        cyclus,
        Verplichting(soort, "domesta", uiterlijk, sinds=sinds),
        Adressen(adres, COORDINATOR, invaller),
        verzenddagen or dagen(),
        Herinnerregels(weekoverzicht=weekdag),
    )


def speel(
    taken: Iterable[Taak],
    draait: Iterable[pendulum.Date],
    tot: dict[Taak, pendulum.Date] | None = None,
) -> list[Persoonspost]:
    """Return all mail of these days; a task in `tot` is done on that day."""
    gestuurd: set[str] = set()
    uit: list[Persoonspost] = []
    for dag in draait:
        nog_open = [t for t in taken if tot is None or t not in tot or dag < tot[t]]
        zichtbaar = [
            t for t in nog_open if t.verplichting.sinds is None or t.verplichting.sinds <= dag
        ]
        for post in plan_post(zichtbaar, dag, gestuurd):
            assert not gestuurd & set(post.sleutels), "a key repeats"
            gestuurd.update(post.sleutels)
            uit.append(post)
    return uit


def vanaf(dag: pendulum.Date, aantal: int = 60) -> list[pendulum.Date]:
    return [dag.add(days=n) for n in range(aantal)]


def test_on_the_day_of_the_digest_everything_open_comes_in_one_mail() -> None:
    dorp, stad = een_taak(), een_taak(pendulum.date(2025, 9, 29), cyclus=("stad", 2026))

    (post,) = plan_post([dorp, stad], MAANDAG, ())

    assert post.is_weekoverzicht
    assert post.adres == DOMESTA
    assert post.eigen == (stad, dorp), "the first deadline stands first"
    assert set(post.sleutels) == {
        "stad/2026/bieding/domesta/aankondiging",
        "weekoverzicht/2025-W38/bod@domesta.example",
    }


def test_reminders_of_one_day_are_one_mail_and_name_only_what_is_due() -> None:
    dinsdag = MAANDAG.add(days=1)
    een, twee = (een_taak(dinsdag.add(weeks=2), cyclus=("dorp", jaar)) for jaar in (2025, 2026))
    later = een_taak(dinsdag.add(weeks=6), cyclus=("stad", 2026))

    (post,) = plan_post([een, twee, later], dinsdag, [week_sleutel(DOMESTA, dinsdag)])

    assert not post.is_weekoverzicht
    assert post.eigen == (een, twee)
    assert len(post.sleutels) == 2


def test_a_digest_stands_in_for_the_gentle_reminders_of_its_week() -> None:
    taak = een_taak(pendulum.date(2025, 10, 7))

    uit = [p for p in speel([taak], vanaf(MAANDAG, 23)) if p.adres == DOMESTA]

    maandagen = [MAANDAG.add(weeks=week) for week in range(4)]
    assert [p.dag for p in uit] == maandagen
    assert [p.sleutels[1:] for p in uit] == [
        (),
        ("dorp/2026/bieding/domesta/aankondiging",),
        ("dorp/2026/bieding/domesta/herinnering",),
        ("dorp/2026/bieding/domesta/laatste",),
    ]


def test_a_last_call_and_lateness_wait_for_no_digest() -> None:
    taak = een_taak(pendulum.date(2025, 9, 18))

    uit = speel([taak], vanaf(MAANDAG, 10))

    op = {s.rpartition("/")[2]: p.dag for p in uit for s in p.sleutels if "/bieding/" in s}
    assert op["laatste"] == pendulum.date(2025, 9, 17)
    assert op["te-laat"] == pendulum.date(2025, 9, 22)


def test_an_address_is_the_same_person_whatever_its_capitals() -> None:
    taken = [een_taak(), een_taak(adres=f" {DOMESTA.title()} ", cyclus=("stad", 2026))]

    (post,) = plan_post(taken, MAANDAG, ())

    assert len(post.eigen) == 2


def test_a_week_without_anything_open_has_no_mail() -> None:
    assert plan_post([], MAANDAG, ()) == ()


def test_the_digest_goes_out_once_a_week_as_long_as_something_is_open() -> None:
    taak = een_taak(sinds=pendulum.date(2025, 9, 10))

    uit = speel([taak], vanaf(MAANDAG, 26), {taak: pendulum.date(2025, 10, 6)})

    assert [p.dag for p in uit if p.is_weekoverzicht] == [
        pendulum.date(2025, 9, 15),
        pendulum.date(2025, 9, 22),
        pendulum.date(2025, 9, 29),
    ]


@pytest.mark.parametrize(
    ("sinds", "eerste"),
    [(-1, MAANDAG), (0, MAANDAG.add(weeks=1)), (2, MAANDAG.add(weeks=1))],
)
def test_what_came_up_on_the_day_itself_waits_for_the_next_digest(
    sinds: int, eerste: pendulum.Date
) -> None:
    taak = een_taak(sinds=MAANDAG.add(days=sinds), uiterlijk=pendulum.date(2025, 11, 28))

    uit = speel([taak], vanaf(MAANDAG, 14))

    assert next(p.dag for p in uit if p.is_weekoverzicht) == eerste


def test_a_missed_digest_goes_out_later_in_the_week_and_not_in_the_next() -> None:
    taak = een_taak(pendulum.date(2025, 11, 28))

    donderdag = speel([taak], [MAANDAG.add(days=3), MAANDAG.add(days=4)])
    volgende_week = speel([taak], [MAANDAG.add(days=7)])

    assert [p.dag for p in donderdag] == [MAANDAG.add(days=3)]
    assert [p.sleutels for p in volgende_week] == [("weekoverzicht/2025-W39/bod@domesta.example",)]


def test_a_quiet_monday_moves_the_digest_to_the_first_day_that_is_not() -> None:
    taak = een_taak(pendulum.date(2025, 11, 28), verzenddagen=dagen(MAANDAG))

    assert [p.dag for p in speel([taak], vanaf(MAANDAG, 5))] == [MAANDAG.add(days=1)]


def test_a_quiet_week_has_no_digest() -> None:
    week = [MAANDAG.add(days=d) for d in range(7)]
    taak = een_taak(pendulum.date(2025, 11, 28), verzenddagen=dagen(*week))

    assert [p.dag for p in speel([taak], vanaf(MAANDAG, 9))] == [MAANDAG.add(weeks=1)]


def test_a_samenwerking_chooses_the_day_of_its_digest() -> None:
    taak = een_taak(pendulum.date(2025, 11, 28), weekdag=Weekdag.DONDERDAG)

    assert [p.dag for p in speel([taak], vanaf(MAANDAG, 7))] == [MAANDAG.add(days=3)]


def test_someone_in_two_samenwerkingen_gets_one_digest_on_the_first_of_their_days() -> None:
    ver = pendulum.date(2025, 11, 28)
    taken = [een_taak(ver), een_taak(ver, cyclus=("stad", 2026), weekdag=Weekdag.DONDERDAG)]

    uit = speel(taken, vanaf(MAANDAG, 7))

    assert [(p.dag, len(p.eigen)) for p in uit] == [(MAANDAG, 2)]


def test_lateness_goes_to_the_deputy_and_then_to_the_coordinator() -> None:
    taak = een_taak(pendulum.date(2025, 10, 1), invaller=INVALLER)

    uit = [p for p in speel([taak], vanaf(pendulum.date(2025, 10, 2), 10)) if p.adres != DOMESTA]

    invaller, coordinator = (
        next(p for p in uit if p.adres == adres and any("/bieding/" in s for s in p.sleutels))
        for adres in (INVALLER, COORDINATOR)
    )
    assert (invaller.dag, invaller.vervangt) == (pendulum.date(2025, 10, 7), (taak,))
    assert (coordinator.dag, coordinator.coordineert) == (pendulum.date(2025, 10, 9), (taak,))


def test_without_a_deputy_the_ladder_goes_on_to_the_coordinator() -> None:
    treden = [h.trede for h in een_taak().herinneringen]

    assert treden == [t for t in Trede if t is not Trede.PLAATSVERVANGER]


def test_a_coordinator_is_not_told_about_a_task_of_his_own() -> None:
    taak = een_taak(pendulum.date(2025, 9, 1), adres=COORDINATOR)

    (post,) = plan_post([taak], MAANDAG, ())

    assert {h.trede.ontvanger for h in taak.herinneringen} == {Ontvanger.PARTIJ}
    assert (post.eigen, post.coordineert) == ((taak,), ())


def test_the_coordinator_reads_weekly_what_is_late_in_the_order_of_the_partijen() -> None:
    laat, later = (
        een_taak(pendulum.date(2025, 9, dag), adres=f"bod@{naam}.example")
        for naam, dag in (("zwaluw", 8), ("actium", 1))
    )
    op_tijd = een_taak(cyclus=("stad", 2026))

    uit = {p.adres: p for p in plan_post([laat, op_tijd, later], MAANDAG, ())}

    assert uit[COORDINATOR].coordineert == (laat, later)
    assert uit[COORDINATOR].is_weekoverzicht
    assert uit[COORDINATOR].eigen == ()


def test_a_coordinator_without_anything_late_has_no_overview() -> None:
    assert [p.adres for p in plan_post([een_taak()], MAANDAG, ())] == [DOMESTA]


def test_two_cycli_of_september_share_a_mail_and_each_keeps_its_own_ladder() -> None:
    toets = een_taak(pendulum.date(2025, 9, 24), cyclus=("dorp", 2025), soort=Soort.TOETS)
    bieding = een_taak(pendulum.date(2025, 10, 1), cyclus=("dorp", 2026))

    uit = speel([toets, bieding], vanaf(pendulum.date(2025, 9, 8), 40))

    sleutels = [s for p in uit for s in p.sleutels]
    for cyclus, soort in (("dorp/2025", "toets"), ("dorp/2026", "bieding")):
        eigen = [s for s in sleutels if s.startswith(f"{cyclus}/{soort}/")]
        treden = [t for t in Trede if t is not Trede.PLAATSVERVANGER]
        assert eigen == [f"{cyclus}/{soort}/domesta/{t.value}" for t in treden]
    per_dag = [(p.adres, p.dag) for p in uit]
    assert len(per_dag) == len(set(per_dag))


def test_the_next_mail_is_the_first_one_that_comes_when_nothing_changes() -> None:
    taak = een_taak(pendulum.date(2025, 10, 14))
    dinsdag = MAANDAG.add(days=1)

    volgende = next_post([taak], DOMESTA, dinsdag, [week_sleutel(DOMESTA, dinsdag)])

    assert volgende is not None
    assert (volgende.dag, volgende.is_weekoverzicht) == (MAANDAG.add(weeks=1), True)
    assert next_post([], DOMESTA, dinsdag, ()) is None
    assert next_post([taak], "elders@stad.example", dinsdag, ()) is None


def test_every_key_that_a_mail_settles_can_be_looked_up_beforehand() -> None:
    taken = [een_taak(pendulum.date(2025, 10, 1), invaller=INVALLER), een_taak()]
    draait = vanaf(MAANDAG)

    gebruikt = {s for p in speel(taken, draait) for s in p.sleutels}

    assert gebruikt <= list_sleutels(taken, draait)


@settings(max_examples=120, deadline=None)
@given(
    deadlines=st.lists(st.integers(5, 60), min_size=1, max_size=5),
    sinds=st.lists(st.integers(0, 40), min_size=5, max_size=5),
    klaar=st.lists(st.integers(5, 100), min_size=5, max_size=5),
    aan=st.sets(st.integers(0, 90)),
)
def test_whatever_happens_nobody_gets_two_mails_a_day_two_digests_a_week_or_old_news(
    deadlines: list[int], sinds: list[int], klaar: list[int], aan: set[int]
) -> None:
    taken = [
        een_taak(
            MAANDAG.add(days=dag),
            cyclus=("dorp" if nummer % 2 else "stad", 2025 + nummer),
            adres=f"bod@{'domesta' if nummer % 3 else 'actium'}.example",
            invaller=INVALLER,
            sinds=MAANDAG.add(days=sinds[nummer]),
        )
        for nummer, dag in enumerate(deadlines)
    ]
    tot = {taak: MAANDAG.add(days=klaar[n]) for n, taak in enumerate(taken)}

    uit = speel(taken, [MAANDAG.add(days=d) for d in sorted(aan)], tot)

    per_dag = [(p.adres, p.dag) for p in uit]
    weken = [(p.adres, p.dag.isocalendar()[:2]) for p in uit if p.is_weekoverzicht]
    assert len(per_dag) == len(set(per_dag))
    assert len(weken) == len(set(weken))
    for post in uit:
        assert is_werkdag(post.dag)
        assert post.taken, "a mail about nothing"
        assert all(post.dag < tot[taak] for taak in post.taken)
        assert all(t.verplichting.is_te_laat(post.dag) for t in post.vervangt + post.coordineert)
