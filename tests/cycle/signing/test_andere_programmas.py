"""Signatures that other software than ours made, alone and mixed with ours."""

import pytest

from cycle.domain.binding import Veldstaat
from tests.cycle.signing.aanvallen import bevroren, check
from tests.cycle.signing.ander_programma import sign_anders
from tests.cycle.signing.pdfbouw import persoon, sign
from tests.pki import Pki, Soort


@pytest.mark.parametrize("soort", ["ec", "rsa"])
def test_a_signature_by_hand_is_accepted(soort: Soort) -> None:
    veld = bevroren().manifest.velden[0]
    pdf = sign_anders(bevroren().pdf, veld.naam, persoon(veld.partij, soort))

    oordeel = check(pdf, bevroren(), pki=Pki(soort))

    assert oordeel.houdt, oordeel.bevindingen
    assert (oordeel.velden[0].staat, oordeel.velden[0].niveau) == (Veldstaat.GELDIG, "PKCS#7")


def test_different_programs_may_sign_one_after_the_other() -> None:
    pdf = bevroren().pdf
    for nummer, veld in enumerate(bevroren().manifest.velden):
        zet = sign_anders if nummer == 1 else sign
        pdf = zet(pdf, veld.naam, persoon(veld.partij))

    oordeel = check(pdf, bevroren())

    assert oordeel.is_compleet, oordeel.bevindingen


def test_a_change_behind_a_signature_by_hand_is_found() -> None:
    veld = bevroren().manifest.velden[0]
    pdf = bytearray(sign_anders(bevroren().pdf, veld.naam, persoon(veld.partij)))
    pdf[300] ^= 1

    assert not check(bytes(pdf), bevroren()).houdt


def test_a_table_that_is_not_to_the_letter_is_read_and_told() -> None:
    veld = bevroren().manifest.velden[0]
    pdf = sign_anders(bevroren().pdf, veld.naam, persoon(veld.partij), slordig=True)

    oordeel = check(pdf, bevroren())

    assert oordeel.houdt, oordeel.bevindingen
    assert [b.code for b in oordeel.regels[0].bevindingen] == ["V036"]
