"""The daily run: what is due, once, also after weeks in which nothing ran."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.errors import JaarschijfError, StapBezet
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.ladder import Herinnerregels, Weekdag
from cycle.services.cyclus import require_cyclus
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_dorp,
    een_opstelling,
    in_fase,
)
from tests.fakes import Opstelling
from workflows.dagelijks import Dagverslag, list_lopende, run_dag, run_ronde

NIEUWJAAR = pendulum.date(JAAR, 1, 1)


def _draai(opstelling: Opstelling, *dagen: pendulum.Date) -> list[Dagverslag]:
    verslagen = []
    for dag in dagen:
        opstelling.klok.dag = dag
        with opstelling.store.transaction() as tx:
            cycli = tx.list_cycli()
        plan_herinneringen(opstelling.toolkit, cycli)
        verslagen.append(run_dag(opstelling.toolkit, CODE, JAAR))
    return verslagen


def _post(opstelling: Opstelling) -> list[str]:
    return [sleutel for _, _, sleutel in opstelling.postkamer.bezorgd]


def _gestuurd(opstelling: Opstelling) -> list[str]:
    """Return the keys of the reminders that went out, without those of the digests."""
    (dossier,) = opstelling.store.dossiers.values()
    return [s for s in dossier.herinneringen if not s.startswith("weekoverzicht/")]


def _fase(opstelling: Opstelling) -> Fase:
    with opstelling.store.transaction() as tx:
        return require_cyclus(tx, CODE, JAAR).fase


def _weken(vanaf: pendulum.Date, aantal: int) -> list[pendulum.Date]:
    return [vanaf.add(days=dag) for dag in range(7 * aantal + 1)]


def test_one_run_after_three_missed_weeks_does_everything_that_fell_due_once() -> None:
    begin = pendulum.date(2025, 9, 22)
    elke_dag, ineens = (in_fase(Fase.BIEDINGEN, biedingen=("domesta",)) for _ in range(2))
    _draai(elke_dag, *_weken(begin, 3))

    (verslag,) = _draai(ineens, begin.add(weeks=3))
    _draai(ineens, begin.add(weeks=3))

    hoogste = [f"{CODE}/{JAAR}/bieding/{p}/te-laat" for p in ("gemeente", "huurders")]
    assert _gestuurd(ineens) == hoogste
    assert set(_gestuurd(ineens)) <= set(_gestuurd(elke_dag))
    assert [s for s in _post(ineens) if s.startswith("stap/")] == ["stap/sluiting/gemeente"]
    assert (verslag.herinneringen, verslag.stappen) == (2, ("biedingen sluiten",))


def test_a_quiet_day_does_nothing_but_renew_the_status() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    (verslag,) = _draai(opstelling, pendulum.date(2025, 9, 1))

    assert verslag == Dagverslag(CODE, JAAR, 0, ())
    assert _post(opstelling) == []
    assert f"{CODE}-{JAAR}/stand-van-zaken.html" in opstelling.uitgifte.bestanden


@pytest.mark.parametrize(("dagen", "fase"), [(-1, Fase.VERZONDEN), (0, Fase.UITVOERING)])
def test_the_execution_starts_by_itself_on_new_years_day(dagen: int, fase: Fase) -> None:
    opstelling = in_fase(Fase.VERZONDEN)

    _draai(opstelling, NIEUWJAAR.add(days=dagen))

    assert _fase(opstelling) is fase


def test_after_months_of_silence_the_execution_starts_and_april_is_announced_at_once() -> None:
    opstelling = in_fase(Fase.VERZONDEN)

    (verslag,) = _draai(opstelling, pendulum.date(JAAR, 5, 4))

    assert verslag.stappen == (
        "uitvoering beginnen",
        "stand van zaken van april vragen",
        "tripartiet overleg in april",
    )
    assert _fase(opstelling) is Fase.UITVOERING
    assert _post(opstelling) == ["stap/toets_april/gemeente", "stap/tripartiet_april/gemeente"]


def test_a_cyclus_that_did_not_sign_is_not_started_by_itself() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)

    _draai(opstelling, NIEUWJAAR)

    assert _fase(opstelling) is Fase.ONDERTEKENING
    assert "stap/verzending/gemeente" in _post(opstelling)


def test_played_and_finished_cycli_are_left_alone_unless_asked_for() -> None:
    opstelling = een_opstelling(een_dorp(), replace(een_dorp(), code="stad"))
    start_cyclus(opstelling.toolkit, CODE, JAAR, voorbeeld=True)
    start_cyclus(opstelling.toolkit, "stad", JAAR)
    klaar = in_fase(Fase.AFGEROND)

    gewoon = list_lopende(opstelling.toolkit, voorbeeld=False)
    gespeeld = list_lopende(opstelling.toolkit, voorbeeld=True)

    assert [c.samenwerking for c in gewoon] == ["stad"]
    assert [c.samenwerking for c in gespeeld] == [CODE]
    assert list_lopende(klaar.toolkit, voorbeeld=True) == ()


def test_a_daily_run_of_the_same_cyclus_at_the_same_time_is_refused() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    with opstelling.store.lease(CODE, JAAR, "dagelijks"), pytest.raises(StapBezet):
        run_dag(opstelling.toolkit, CODE, JAAR)


def _loop(opstelling: Opstelling, *dagen: pendulum.Date) -> list[int]:
    """Return how many cycli were looked at on each of these days."""
    aantallen = []
    for dag in dagen:
        opstelling.klok.dag = dag
        aantallen.append(len(run_ronde(opstelling.toolkit, voorbeeld=True).verslagen))
    return aantallen


def test_a_cyclus_in_which_nothing_can_fall_due_is_left_alone() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta", "gemeente", "huurders"))
    begin = pendulum.date(2025, 8, 26)

    assert sum(_loop(opstelling, *_weken(begin, 2))) == 1


def test_it_is_looked_at_again_as_soon_as_something_is_written_or_its_content_changes() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta", "gemeente", "huurders"))
    begin = pendulum.date(2025, 8, 26)
    _loop(opstelling, begin)

    with opstelling.store.transaction() as tx:
        tx.add_feit(require_cyclus(tx, CODE, JAAR), "telefoon", begin, "gebeld")
    assert _loop(opstelling, begin, begin) == [1, 0]

    anders = replace(opstelling.bibliotheek.samenwerkingen[CODE], content_hash="anders")
    opstelling.bibliotheek.samenwerkingen[CODE] = anders
    assert _loop(opstelling, begin, begin) == [1, 0]


def test_mail_that_found_no_post_leaves_with_the_next_run_of_the_same_day() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    maandag = pendulum.date(2025, 9, 22)
    adressen = [p.mail for p in een_dorp().partijen]
    opstelling.postkamer.antwoorden = dict.fromkeys(adressen, JaarschijfError("Geen post."))
    _loop(opstelling, maandag)
    assert _post(opstelling) == []

    opstelling.postkamer.antwoorden = {}
    gezien = _loop(opstelling, maandag, maandag)

    assert any(s.startswith("weekoverzicht/2025-09-22/") for s in _post(opstelling))
    assert gezien == [1, 0]


def test_resting_changes_nothing_of_what_goes_out() -> None:
    begin = pendulum.date(2025, 9, 1)
    rustend, wakker = (in_fase(Fase.BIEDINGEN, biedingen=("domesta",)) for _ in range(2))

    for dag in _weken(begin, 8):
        _loop(rustend, dag)
        _draai(wakker, dag)

    assert _post(rustend) == _post(wakker)
    assert _gestuurd(rustend) == _gestuurd(wakker)


def test_a_digest_that_stands_in_a_resting_cyclus_goes_out_the_same_day() -> None:
    regels = Herinnerregels(weekoverzicht=Weekdag.WOENSDAG)
    opstelling = een_opstelling(een_dorp(), replace(een_dorp(), code="stad", herinnerregels=regels))
    maandag = pendulum.date(2025, 9, 22)
    for code, dag in (("stad", maandag.subtract(days=7)), (CODE, maandag)):
        opstelling.klok.dag = dag
        start_cyclus(opstelling.toolkit, code, JAAR, voorbeeld=True)
        with opstelling.store.transaction() as tx:
            tx.move(require_cyclus(tx, code, JAAR), FaseOvergang(Fase.BIEDINGEN, dag))
        _loop(opstelling, dag.add(days=1))

    _loop(opstelling, maandag.add(days=2))

    overzichten = [s for s in _post(opstelling) if s.startswith("weekoverzicht/2025-09-24/")]
    assert len(overzichten) == len(PARTIJCODES)
