"""What a verdict on a returned file says as a whole, and when two names are the same."""

from dataclasses import replace

import pytest

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.binding import (
    CONTROLEVRAAG,
    Bindingsoordeel,
    Controle,
    Controleregel,
    Veldoordeel,
    Veldstaat,
    is_zelfde_naam,
    name_place,
    partijen_met,
)
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld

VELD = Handtekenveld("domesta-bestuurder", "domesta", "bestuurder")
GELDIG = Veldoordeel(VELD, Veldstaat.GELDIG)
GOED = Bindingsoordeel(Route.CERTIFICAAT, "0" * 64, (Controleregel(Controle.BEGIN),), (GELDIG,))


def een_bevinding(ernst: Ernst) -> Bevinding:
    return Bevinding("V010", ernst, "terug.pdf", "Het is anders.", "Kijk.")


def test_all_in_order_holds_and_is_complete() -> None:
    assert (GOED.houdt, GOED.is_compleet, GOED.bevindingen) == (True, True, ())


def test_a_missing_signature_holds_but_is_not_complete() -> None:
    oordeel = replace(GOED, velden=(GELDIG, replace(GELDIG, staat=Veldstaat.ONTBREEKT)))

    assert (oordeel.houdt, oordeel.is_compleet) == (True, False)
    assert partijen_met(oordeel.velden, Veldstaat.ONTBREEKT) == ("domesta (bestuurder)",)


@pytest.mark.parametrize("waar", ["velden", "extra"])
def test_a_wrong_signature_anywhere_does_not_hold(waar: str) -> None:
    fout = replace(GELDIG, staat=Veldstaat.ONGELDIG, bevindingen=(een_bevinding(Ernst.FOUT),))
    oordeel = replace(GOED, **{waar: (fout,)})

    assert (oordeel.houdt, oordeel.is_compleet) == (False, False)
    assert [b.code for b in oordeel.bevindingen] == ["V010"]


@pytest.mark.parametrize(
    ("ernst", "houdt"),
    [
        (Ernst.INFO, True),
        (Ernst.WAARSCHUWING, True),
        (Ernst.FOUT, False),
        (Ernst.BLOKKADE, False),
    ],
)
def test_a_controle_holds_unless_something_serious_was_found(ernst: Ernst, houdt: bool) -> None:
    regel = Controleregel(Controle.BEGIN, (een_bevinding(ernst),))

    assert replace(GOED, regels=(regel,)).houdt is houdt


def test_every_controle_has_its_question() -> None:
    assert set(CONTROLEVRAAG) == set(Controle)


@pytest.mark.parametrize(
    ("een", "ander", "gelijk"),
    [
        ("J. de Vries", "j de vries", True),
        ("Zoë Jansen", "ZOE  JANSEN", True),
        ("J. de Vries", "J. de Vrees", False),
        ("Sanne de Wit", "San\u00adne de\u200b Wit\u200e", True),
        ("", "", True),
        ("...", "---", False),
    ],
)
def test_names_are_compared_as_people_write_them(een: str, ander: str, gelijk: bool) -> None:
    assert is_zelfde_naam(een, ander) is gelijk


def test_a_place_without_a_partij_is_called_by_its_field() -> None:
    assert name_place(Handtekenveld("Signature1", "", "")) == "Signature1"
