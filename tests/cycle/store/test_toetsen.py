"""Reports of a check, lights and points; the same cases run on each kind of store."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.domain.bieding import Nuance
from cycle.domain.errors import FaseError
from cycle.domain.gelezen import Reden
from cycle.domain.licht import Licht
from cycle.domain.meenemer import Meenemersoort
from cycle.domain.toets import Standmelding, Toetsmoment, Voortgang
from cycle.services.list_meenemers import list_meenemers
from cycle.services.opslagport import Store
from tests.builders import een_lichtkeuze, een_meenemer, een_standmelding, een_standregel
from tests.cycle.store.builders import een_inzending, gestart

SOORTEN = ("sqlite", "postgresql", "fake")

REGELS = (
    een_standregel("A01-NB_DAEB", "12", toelichting="„Beek” is klaar"),
    een_standregel("A02-SLVK", "-3.50", nuance=Nuance("circa", Decimal(10))),
    een_standregel("A03-NETTO", voortgang=Voortgang.NIET_BEGONNEN, nuance=Nuance(reden=Reden.LEEG)),
    een_standregel("A04-INZET", voortgang=None),
)


def _van(samenwerking: str = "hoogeveen", jaar: int = 2024, **anders: object) -> Standmelding:
    velden = {"samenwerking": samenwerking, "jaar": jaar} | anders
    return een_standmelding(*REGELS, **velden)


def test_a_report_comes_back_exactly_as_it_was(store: Store) -> None:
    cyclus, melding = gestart(store), _van()

    with store.transaction() as tx:
        tx.add_standmelding(cyclus, een_inzending(), melding)

    with store.transaction() as tx:
        assert tx.standmeldingen(cyclus, Toetsmoment.APRIL) == (melding,)
        assert tx.standinzendingen(cyclus, Toetsmoment.APRIL) == (een_inzending(),)
        assert tx.standmeldingen(cyclus, Toetsmoment.SEPTEMBER) == ()


def test_the_last_report_counts_and_the_earlier_one_stays(store: Store) -> None:
    cyclus = gestart(store)
    later = replace(
        _van(), inzending="domesta-2", regels=(een_standregel(voortgang=Voortgang.GEREED),)
    )
    later = replace(
        later,
        regels=tuple(
            replace(r, plekken={v: replace(p, inzending="domesta-2") for v, p in r.plekken.items()})
            for r in later.regels
        ),
    )

    with store.transaction() as tx:
        tx.add_standmelding(cyclus, een_inzending(), _van())
        tx.add_standmelding(cyclus, een_inzending(versie=2), later)

    with store.transaction() as tx:
        assert tx.standmeldingen(cyclus, Toetsmoment.APRIL) == (later,)
        versies = [i.versie for i in tx.standinzendingen(cyclus, Toetsmoment.APRIL)]
        assert versies == [1, 2]


def test_the_same_version_twice_is_refused(store: Store) -> None:
    cyclus = gestart(store)
    with store.transaction() as tx:
        tx.add_standmelding(cyclus, een_inzending(), _van())

    with pytest.raises(FaseError, match="bestaat al"), store.transaction() as tx:
        tx.add_standmelding(cyclus, een_inzending(), _van())


def test_both_checks_of_a_year_and_two_years_stay_apart(store: Store) -> None:
    dit, ander = gestart(store), gestart(store, jaar=2025)
    september = _van(moment=Toetsmoment.SEPTEMBER, inzending="september-1")

    with store.transaction() as tx:
        tx.add_standmelding(dit, een_inzending(), _van())
        tx.add_standmelding(dit, replace(een_inzending(), id="september-1"), september)

    with store.transaction() as tx:
        for moment in Toetsmoment:
            assert [m.moment for m in tx.standmeldingen(dit, moment)] == [moment]
            assert tx.standmeldingen(ander, moment) == ()


def test_choices_of_lights_are_a_log_and_the_same_one_twice_is_kept_once(store: Store) -> None:
    cyclus = gestart(store)
    keuze = een_lichtkeuze()
    ander = een_lichtkeuze(licht=Licht.WIJKT_AF, reden="Toch niet.")
    terug = een_lichtkeuze(licht=None, reden="")

    for een in (keuze, keuze, ander, terug, keuze):
        with store.transaction() as tx:
            tx.add_lichtkeuze(cyclus, een)

    with store.transaction() as tx:
        assert tx.lichtkeuzes(cyclus) == (keuze, ander, terug, keuze)


def test_points_go_along_to_the_kickoff_of_the_next_year_only(store: Store) -> None:
    dit, volgend = gestart(store), gestart(store, jaar=2025)
    punt = een_meenemer(jaar=2024)
    actie = een_meenemer(jaar=2024, soort=Meenemersoort.ACTIE, plek=None, nummer=0)

    for punten in ((actie,), (punt, actie)):
        with store.transaction() as tx:
            tx.replace_meenemers(dit, punten)

    with store.transaction() as tx:
        assert list_meenemers(tx, volgend) == (punt, actie)
        assert list_meenemers(tx, dit) == ()
