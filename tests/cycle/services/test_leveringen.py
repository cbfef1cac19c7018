"""Registering deliveries: kept once, with proof, never refused because it is late."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.levering import MINISTER, Levering, Leverstuk
from cycle.services.list_leveringen import list_leveringen
from cycle.services.register_levering import Leverbewijs, register_levering
from cycle.services.show_status import show_status
from cycle.services.write_verklaringen import write_verklaringen
from tests.cycle.services.builders import CODE, JAAR, in_fase
from tests.fakes import Opstelling

OP_TIJD = pendulum.date(2025, 12, 12)
BEWIJS = Leverbewijs("ontvangst.pdf", b"%PDF-1.7 ontvangen")


def _opstelling(dag: pendulum.Date = OP_TIJD) -> Opstelling:
    opstelling = in_fase(Fase.ONDERTEKENING)
    opstelling.klok.dag = dag
    return opstelling


def _levering(opstelling: Opstelling, **velden: object) -> Levering:
    basis = Levering("", MINISTER, opstelling.klok.dag, tuple(Leverstuk), "SBR-wonen")
    return replace(basis, **velden)  # type: ignore[arg-type]


def _codes(opstelling: Opstelling) -> list[tuple[str, str]]:
    return [(p.code, p.plek) for p in list_leveringen(opstelling.toolkit, CODE, JAAR).punten]


def test_before_anything_is_sent_everything_is_open() -> None:
    lijst = list_leveringen(_opstelling().toolkit, CODE, JAAR)

    assert (lijst.uiterlijk, lijst.plandatum) == (
        pendulum.date(2025, 12, 14),
        pendulum.date(2025, 12, 12),
    )
    assert [p.code for p in lijst.punten] == ["D201", "D201", "D201", "D204"]


def test_a_delivery_with_proof_takes_its_row_off_the_list() -> None:
    opstelling = _opstelling()
    levering = _levering(opstelling, rvc_op=pendulum.date(2025, 11, 25))

    uitkomst = register_levering(opstelling.toolkit, CODE, JAAR, levering, BEWIJS)

    assert "Domesta leverde" in uitkomst.melding
    assert _codes(opstelling) == [("D201", "domesta/college"), ("D201", "domesta/huurders")]
    (bewijs,) = list_leveringen(opstelling.toolkit, CODE, JAAR).regels[0].bewijzen
    assert opstelling.bestanden.get(bewijs) == BEWIJS.inhoud


def test_the_same_delivery_twice_is_kept_once() -> None:
    opstelling = _opstelling()
    levering = _levering(opstelling)

    eerste = register_levering(opstelling.toolkit, CODE, JAAR, levering, BEWIJS)
    stand = opstelling.stand()
    tweede = register_levering(opstelling.toolkit, CODE, JAAR, levering, BEWIJS)

    assert (eerste.gedaan, tweede.gedaan) == (True, False)
    assert opstelling.stand() == stand


def test_a_delivery_without_proof_stays_on_the_list() -> None:
    opstelling = _opstelling()

    uitkomst = register_levering(opstelling.toolkit, CODE, JAAR, _levering(opstelling))

    assert "geen bewijs" in uitkomst.melding
    assert ("D202", "domesta/minister") in _codes(opstelling)


def test_the_status_reminds_until_everything_is_delivered_with_proof() -> None:
    opstelling = _opstelling()
    ervoor = show_status(opstelling.toolkit, CODE, JAAR).let_op
    for ontvanger in (MINISTER, "college", "huurders"):
        levering = _levering(opstelling, ontvanger=ontvanger)
        register_levering(opstelling.toolkit, CODE, JAAR, levering, BEWIJS)

    assert any(zin.startswith("Bij 3 leveringen missen nog") for zin in ervoor)
    assert "levering" not in " ".join(show_status(opstelling.toolkit, CODE, JAAR).let_op)


def test_a_late_delivery_is_kept_and_called_late() -> None:
    opstelling = _opstelling(pendulum.date(2025, 12, 15))

    register_levering(opstelling.toolkit, CODE, JAAR, _levering(opstelling), BEWIJS)

    assert ("D203", "domesta/minister") in _codes(opstelling)


def test_an_rvc_that_decided_after_the_delivery_is_kept_and_named() -> None:
    opstelling = _opstelling()
    levering = _levering(opstelling, rvc_op=opstelling.klok.dag)

    uitkomst = register_levering(opstelling.toolkit, CODE, JAAR, levering, BEWIJS)

    assert "niet voor de levering" in uitkomst.melding
    assert ("D205", "domesta") in _codes(opstelling)


@pytest.mark.parametrize(
    ("velden", "soort", "melding"),
    [
        ({"ontvanger": "koning"}, NietGevonden, "geen ontvanger"),
        ({"corporatie": "gemeente"}, NietGevonden, "doet niet mee"),
        ({"op": pendulum.date(2026, 1, 1)}, BesluitError, "moet nog komen"),
        ({"rvc_op": pendulum.date(2026, 1, 1)}, BesluitError, "moet nog komen"),
        ({"stukken": ()}, BesluitError, "niet gezegd wat"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused_with_what_to_do(
    velden: dict[str, object], soort: type[Exception], melding: str
) -> None:
    opstelling = _opstelling()
    stand = opstelling.stand()

    with pytest.raises(soort, match=melding) as fout:
        register_levering(opstelling.toolkit, CODE, JAAR, _levering(opstelling, **velden), BEWIJS)

    assert fout.value.advies  # type: ignore[attr-defined]
    assert opstelling.stand() == stand


def test_nothing_can_be_delivered_before_it_is_adopted() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        register_levering(opstelling.toolkit, CODE, JAAR, _levering(opstelling), BEWIJS)


def test_every_corporatie_gets_a_model_with_only_what_is_known() -> None:
    opstelling = _opstelling()

    zonder = write_verklaringen(opstelling.toolkit, CODE, JAAR)
    register_levering(
        opstelling.toolkit,
        CODE,
        JAAR,
        _levering(opstelling, rvc_op=pendulum.date(2025, 11, 25)),
        BEWIJS,
    )

    naam = f"{CODE}-{JAAR}/levering/bestuursverklaring-{JAAR}-domesta.docx"
    assert zonder.stukken == (naam,)
    assert b'"rvc_datum": ""' in opstelling.uitgifte.bestanden[naam]
    write_verklaringen(opstelling.toolkit, CODE, JAAR)
    assert b'"rvc_datum": "25 november 2025"' in opstelling.uitgifte.bestanden[naam]
