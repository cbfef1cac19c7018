"""Reminders: one mail per person and day, each key once, and none about what is done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bericht import Bericht, Berichtsoort
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.ladder import Herinnerregels, Weekdag
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.issue_formulieren import issue_formulieren
from cycle.services.list_openstaand import list_openstaand
from cycle.services.plan_herinneringen import Herinnerronde, plan_herinneringen
from cycle.services.preview_herinneringen import preview_herinneringen
from cycle.services.receive_bieding import receive_bieding
from cycle.services.record_besluit import record_besluit
from cycle.services.send_berichten import send_berichten
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJEN,
    alle_besluiten,
    een_correctie,
    een_dorp,
    een_opstelling,
    een_werkmap,
    ga_naar,
    in_fase,
    stuur_bieding,
)
from tests.fakes import FakeBibliotheek, Opstelling

UITERLIJK = pendulum.date(2025, 10, 9)
"""The day on which the biedingen of Dorp must be in: a Thursday."""

DOMESTA, COORDINATOR = "afspraken@domesta.example", "afspraken@gemeente.example"


def _cycli(opstelling: Opstelling) -> tuple[Cyclus, ...]:
    with opstelling.store.transaction() as tx:
        return tx.list_cycli()


def _plan(opstelling: Opstelling, dag: pendulum.Date | None = None) -> Herinnerronde:
    """Return what the round of this day planned."""
    opstelling.klok.dag = dag or opstelling.klok.dag
    return plan_herinneringen(opstelling.toolkit, _cycli(opstelling))


def _draai(opstelling: Opstelling, dagen: Sequence[pendulum.Date]) -> list[Bericht]:
    """Return every mail that goes out when the daily run runs on these days."""
    uit: list[Bericht] = []
    for dag in dagen:
        uit += [gepland.bericht for gepland in _plan(opstelling, dag).berichten]
        for cyclus in _cycli(opstelling):
            send_berichten(opstelling.toolkit, cyclus.samenwerking, cyclus.jaar)
    return uit


def _dagen(eerste: pendulum.Date, aantal: int) -> list[pendulum.Date]:
    return [eerste.add(days=dag) for dag in range(aantal)]


def _treden(opstelling: Opstelling) -> Iterator[str]:
    """Yield the keys of reminders that went out, in order of time."""
    for dossier in opstelling.store.dossiers.values():
        yield from (s for s in dossier.herinneringen if not s.startswith("weekoverzicht"))


def _wachtend(opstelling: Opstelling) -> list[Bericht]:
    with opstelling.store.transaction() as tx:
        return [b for c in tx.list_cycli() for b, _ in tx.wachtende_herinneringen(c)]


def test_a_daily_run_climbs_the_ladder_once_and_ends_at_the_coordinator() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))

    _draai(opstelling, _dagen(UITERLIJK.subtract(days=30), 60))

    treden = ("aankondiging", "herinnering", "laatste", "te-laat", "coordinator")
    assert list(_treden(opstelling)) == [f"{CODE}/{JAAR}/bieding/domesta/{t}" for t in treden]


def test_a_deputy_hears_of_it_before_the_coordinator() -> None:
    opstelling = _met_plaatsvervanger(in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders")))

    uit = _draai(opstelling, _dagen(UITERLIJK.add(days=1), 14))

    assert [b.aan for b in uit if b.onderwerp == "herinnering"] == [
        "voorzitter@domesta.example",
        COORDINATOR,
    ]
    assert [s.rpartition("/")[2] for s in _treden(opstelling)] == [
        "te-laat",
        "plaatsvervanger",
        "coordinator",
    ]


def _met_plaatsvervanger(opstelling: Opstelling) -> Opstelling:
    """Return the same world in which Domesta has a deputy."""
    partijen = tuple(
        replace(p, plaatsvervanger="voorzitter", plaatsvervanger_mail="voorzitter@domesta.example")
        if p.code == "domesta"
        else p
        for p in PARTIJEN
    )
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(een_dorp(), partijen=partijen)
    return opstelling


def test_after_missed_weeks_only_the_highest_rung_goes_out() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))

    _draai(opstelling, [UITERLIJK.add(weeks=3), UITERLIJK.add(weeks=4)])

    assert list(_treden(opstelling)) == [f"{CODE}/{JAAR}/bieding/domesta/coordinator"]


def test_nobody_is_reminded_of_what_is_done() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    assert _draai(opstelling, _dagen(UITERLIJK.subtract(days=30), 60)) == []


def test_a_bieding_that_comes_in_ends_the_reminders_at_once() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    assert _draai(opstelling, [UITERLIJK])

    stuur_bieding(opstelling, "domesta")

    assert _draai(opstelling, _dagen(UITERLIJK, 30)) == []


def test_a_reminder_that_waits_is_withdrawn_when_its_task_is_done() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _plan(opstelling, UITERLIJK)
    assert [b.aan for b in _wachtend(opstelling)] == [DOMESTA]

    stuur_bieding(opstelling, "domesta")
    _plan(opstelling)

    assert _wachtend(opstelling) == []
    assert list(_treden(opstelling)) == []


def test_a_reminder_that_waited_until_its_words_were_untrue_is_made_again() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _plan(opstelling, UITERLIJK)

    _plan(opstelling, pendulum.date(2025, 10, 13))

    (bericht,) = (b for b in _wachtend(opstelling) if b.aan == DOMESTA)
    assert bericht.gepland_op == pendulum.date(2025, 10, 13)
    assert "bieding/domesta/te-laat" in " ".join(_treden(opstelling))
    assert "laatste" not in " ".join(_treden(opstelling))


def test_a_waiting_reminder_that_still_holds_is_left_alone() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    eerste = _plan(opstelling, UITERLIJK).berichten
    ervoor = opstelling.stand()

    assert _plan(opstelling).berichten == ()
    assert opstelling.stand() == ervoor
    assert [g.bericht for g in eerste] == _wachtend(opstelling)


def test_a_task_that_falls_due_later_on_the_day_gets_a_mail_of_its_own() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    (eerste,) = _draai(opstelling, [UITERLIJK])
    _start_tweede(opstelling)

    (tweede,) = _draai(opstelling, [UITERLIJK])

    assert (eerste.aan, tweede.aan) == (DOMESTA, DOMESTA)
    assert eerste.sleutel != tweede.sleutel
    assert f"{CODE}/{JAAR}/" not in " ".join(_treden(opstelling)).replace(
        f"{CODE}/{JAAR}/bieding/domesta/laatste", ""
    )


def _start_tweede(opstelling: Opstelling, code: str = "stad") -> None:
    """Open the biedingen of a second samenwerking in which Domesta takes part, long ago."""
    stad = replace(een_dorp(), code=code, naam=code.capitalize())
    opstelling.bibliotheek.samenwerkingen[code] = stad
    nu, opstelling.klok.dag = opstelling.klok.dag, pendulum.date(2025, 8, 25)
    for werk in (start_cyclus, hold_kickoff, issue_formulieren):
        werk(opstelling.toolkit, code, JAAR)
    for partij in ("gemeente", "huurders"):
        werkmap = een_werkmap(partij, samenwerking=code)
        receive_bieding(opstelling.toolkit, code, JAAR, werkmap, f"{partij}.xlsx")
    opstelling.klok.dag = nu


def test_tasks_in_two_samenwerkingen_come_in_one_mail_with_both_names() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _start_tweede(opstelling)

    (gepland,) = _plan(opstelling, UITERLIJK).berichten

    assert (gepland.bericht.aan, gepland.cyclus.samenwerking) == (DOMESTA, CODE)
    assert {s for s in gepland.sleutels if "/bieding/" in s} == {
        f"{code}/{JAAR}/bieding/domesta/laatste" for code in (CODE, "stad")
    }
    assert "namens: Dorp en Stad" in gepland.bericht.tekst
    assert gepland.bericht.antwoord_aan == COORDINATOR
    assert gepland.bericht.soort is Berichtsoort.HERINNERING


def test_two_cycli_of_one_samenwerking_that_overlap_keep_their_own_keys() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    nu, opstelling.klok.dag = opstelling.klok.dag, pendulum.date(2024, 11, 1)
    start_cyclus(opstelling.toolkit, CODE, JAAR - 1)
    compose_concept(opstelling.toolkit, CODE, JAAR - 1, reden="Oefening.")
    with opstelling.store.transaction() as tx:
        oud = require_cyclus(tx, CODE, JAAR - 1)
    assert oud.fase is not Fase.BIEDINGEN
    _ga_naar(opstelling, oud, Fase.ONDERTEKENING)
    opstelling.klok.dag = nu

    uit = _draai(opstelling, _dagen(pendulum.date(2025, 9, 15), 30))

    per_dag = [(b.aan, b.gepland_op) for b in uit]
    assert len(per_dag) == len(set(per_dag))
    sleutels = list(_treden(opstelling))
    assert len(sleutels) == len(set(sleutels))
    assert {s.split("/")[1] for s in sleutels} == {str(JAAR), str(JAAR - 1)}


def _ga_naar(opstelling: Opstelling, cyclus: Cyclus, fase: Fase) -> None:
    with opstelling.store.transaction() as tx:
        tx.move(cyclus, FaseOvergang(fase, opstelling.klok.dag))


def test_the_digest_comes_on_the_day_that_the_samenwerking_chose() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    regels = Herinnerregels(weekoverzicht=Weekdag.WOENSDAG)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(een_dorp(), herinnerregels=regels)

    uit = _draai(opstelling, _dagen(pendulum.date(2025, 9, 8), 14))

    assert [(b.onderwerp, b.gepland_op.isoformat()) for b in uit] == [
        ("weekoverzicht", "2025-09-10"),
        ("weekoverzicht", "2025-09-17"),
    ]


def test_a_rehearsal_shows_every_mail_of_the_coming_days_and_keeps_nothing() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    begin = UITERLIJK.subtract(days=30)
    ervoor = opstelling.stand()

    proef = preview_herinneringen(opstelling.toolkit, _cycli(opstelling), begin, 60).berichten

    assert opstelling.stand() == ervoor
    assert [g.bericht for g in proef] == _draai(opstelling, _dagen(begin, 60))


def test_a_rehearsal_knows_what_went_out() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _draai(opstelling, [UITERLIJK])

    proef = preview_herinneringen(opstelling.toolkit, _cycli(opstelling), UITERLIJK, 1)

    assert proef.berichten == ()


def test_a_reminder_says_what_until_when_and_to_whom() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _draai(opstelling, [UITERLIJK.subtract(days=3)])

    (gepland,) = _plan(opstelling, UITERLIJK).berichten

    bericht = gepland.bericht
    assert bericht.onderwerp == "herinnering"
    assert f"onderwerp: Bijna de laatste dag: uw bieding voor {JAAR} (Dorp)" in bericht.tekst
    assert "'uiterlijk': 'donderdag 9 oktober 2025'" in bericht.tekst
    assert f"coordinator_mail: {COORDINATOR}" in bericht.tekst


def test_a_decision_that_lapses_after_a_change_of_the_text_gets_a_new_ladder() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    dag = pendulum.date(2025, 11, 20)
    _draai(opstelling, [dag])
    eerste = set(_treden(opstelling))
    for besluit in alle_besluiten(opstelling):
        record_besluit(opstelling.toolkit, CODE, JAAR, besluit)
    assert _draai(opstelling, _dagen(dag, 3)) == []

    ga_naar(opstelling, Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(opstelling.toolkit, CODE, JAAR)
    ga_naar(opstelling, Fase.ACCORDERING)
    _draai(opstelling, _dagen(dag.add(days=4), 5))

    nieuw = set(_treden(opstelling)) - eerste
    assert {s.rsplit("/", 2)[0] for s in nieuw} == {s.rsplit("/", 2)[0] for s in eerste}
    assert {s.split("/")[-2] for s in nieuw}.isdisjoint({s.split("/")[-2] for s in eerste})


def test_an_orgaan_is_reminded_by_its_own_meeting_and_the_others_by_the_deadline() -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    with opstelling.store.transaction() as tx:
        open_nu = list_openstaand(
            opstelling.toolkit, tx, require_cyclus(tx, CODE, JAAR), een_dorp()
        )

    dagen = {(v.partij, str(v.orgaan)): v.uiterlijk.isoformat() for v in open_nu}
    assert dagen[("domesta", "rvc")] == "2025-11-25"
    assert dagen[("domesta", "bestuur")] == dagen[("huurders", "bestuur")] == "2025-12-01"


@pytest.mark.parametrize(
    ("fase", "dag", "wat"),
    [
        (Fase.OVERLEG, "2025-11-07", "Uw reactie op concept 0.1 van de jaarschijf 2026"),
        (Fase.ACCORDERING, "2025-12-02", "Het besluit van uw bestuur over de jaarschijf 2026"),
        (Fase.ONDERTEKENING, "2025-12-11", "Uw handtekening onder de jaarschijf 2026"),
    ],
)
def test_each_fase_asks_for_something_else(fase: Fase, dag: str, wat: str) -> None:
    opstelling = in_fase(fase)

    ronde = _plan(opstelling, pendulum.Date.fromisoformat(dag))

    teksten = [g.bericht.tekst for g in ronde.berichten if "huurders" in g.bericht.aan]
    assert len(teksten) == 1
    assert wat in teksten[0]


def test_content_with_faults_does_not_hold_up_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _start_tweede(opstelling)
    echt = FakeBibliotheek.load

    def load(self: FakeBibliotheek, samenwerking: str) -> object:
        if samenwerking == "stad":
            raise InhoudOnbruikbaar(())
        return echt(self, samenwerking)

    monkeypatch.setattr(FakeBibliotheek, "load", load)

    ronde = _plan(opstelling, UITERLIJK)

    assert list(ronde.fouten) == ["stad"]
    assert [g.cyclus.samenwerking for g in ronde.berichten] == [CODE]


def test_rules_that_lack_a_deadline_do_not_hold_up_the_others() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)
    _start_tweede(opstelling)
    ga_naar(opstelling, Fase.OVERLEG)
    opstelling.bibliotheek.regels = tuple(
        r for r in opstelling.bibliotheek.regels if r.code != "stukken"
    )

    ronde = _plan(opstelling, UITERLIJK)

    assert list(ronde.fouten) == [f"{CODE} {JAAR}"]
    assert [g.cyclus.samenwerking for g in ronde.berichten] == ["stad"]


def test_the_daily_round_of_no_cyclus_plans_nothing() -> None:
    assert plan_herinneringen(een_opstelling().toolkit, ()) == Herinnerronde((), {})
