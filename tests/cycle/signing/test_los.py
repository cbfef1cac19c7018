"""A signature and a time stamp in files of their own."""

import asyncio
from datetime import timedelta

import pytest

from cycle.domain.binding import Veldoordeel, Veldstaat, Vertrouwen
from cycle.signing.bindingscontrole import PdfBinding
from tests.cycle.signing.pdfbouw import ondertekenaar_van, stempelaar
from tests.pki import NU, Pki

INHOUD = b'{"soort": "archiefdossier"}'
BELOOFD = Vertrouwen((Pki().wortel.der(),), (), Pki().intrekkingen())
WIE = Pki().ondertekenaar("Zegel", "Gemeente Dorp")


def sign_los(inhoud: bytes = INHOUD) -> bytes:
    ondertekenaar = ondertekenaar_van(WIE)
    return asyncio.run(
        ondertekenaar.async_sign_general_data(inhoud, "sha256", detached=True)
    ).dump()


def stamp_los(inhoud: bytes = INHOUD) -> bytes:
    import hashlib

    digest = hashlib.sha256(inhoud).digest()
    return asyncio.run(stempelaar(Pki()).async_timestamp(digest, "sha256")).dump()


def los(inhoud: bytes, handtekening: bytes, vertrouwen: Vertrouwen = BELOOFD) -> Veldoordeel:
    return PdfBinding(lambda: vertrouwen, lambda: NU).check_los(inhoud, handtekening, "m.p7s")


def stempel(inhoud: bytes, token: bytes, vertrouwen: Vertrouwen = BELOOFD) -> Veldoordeel:
    later = NU + timedelta(minutes=5)
    return PdfBinding(lambda: vertrouwen, lambda: later).check_stempel(inhoud, token, "t.tsr")


def test_a_signature_over_these_bytes_holds_and_names_its_maker() -> None:
    oordeel = los(INHOUD, sign_los())

    assert (oordeel.staat, oordeel.ondertekenaar) == (Veldstaat.GELDIG, "Zegel")


def test_a_time_stamp_over_these_bytes_holds_and_proves_its_moment() -> None:
    oordeel = stempel(INHOUD, stamp_los())

    assert (oordeel.staat, oordeel.is_bewezen) == (Veldstaat.GELDIG, True)
    assert oordeel.getekend_op is not None


@pytest.mark.parametrize("check", [los, stempel])
@pytest.mark.parametrize("onzin", [b"", b"\x30", b"geen cms", b"\x30\x82\xff\xff" + bytes(90)])
def test_what_is_no_signature_does_not_hold(check: object, onzin: bytes) -> None:
    assert check(INHOUD, onzin).staat is Veldstaat.ONGELDIG  # type: ignore[operator]


@pytest.mark.parametrize(("check", "maak"), [(los, sign_los), (stempel, stamp_los)])
def test_over_other_bytes_it_does_not_hold(check: object, maak: object) -> None:
    oordeel = check(INHOUD + b" ", maak())  # type: ignore[operator]

    assert [b.code for b in oordeel.bevindingen] == ["V021"]


@pytest.mark.parametrize(("check", "maak"), [(los, sign_los), (stempel, stamp_los)])
def test_of_somebody_unknown_it_does_not_hold(check: object, maak: object) -> None:
    oordeel = check(INHOUD, maak(), Vertrouwen())  # type: ignore[operator]

    assert [b.code for b in oordeel.bevindingen] == ["V024"]


def test_of_somebody_whose_certificate_was_withdrawn_it_does_not_hold() -> None:
    ingetrokken = Vertrouwen((Pki().wortel.der(),), (), Pki().intrekkingen([WIE]))

    oordeel = los(INHOUD, sign_los(), ingetrokken)

    assert [b.code for b in oordeel.bevindingen] == ["V026"]
