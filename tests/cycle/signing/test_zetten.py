"""Signatures: with real keys at every level, one behind the other, looked at by a checker."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pendulum
import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pypdfium2 import PdfDocument

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import P12, Getekend
from cycle.settings import Tekenniveau
from cycle.signing.aanvulling import check_aanvulling
from cycle.signing.pades import PadesZegel
from cycle.signing.tijdstempel import Tijdstempeldienst
from cycle.stromen import AMBIGUOUS
from tests.ondertekening import (
    BYTERANGE,
    CODE,
    een_bevroren,
    een_opdracht,
    een_pdf,
    een_stempelaar,
    een_veld,
    een_vertrouwen,
    een_zegel,
    failures,
    running_tijdstempeldienst,
    zet,
)
from tests.pki import NU, WACHTWOORD, Identiteit, Pki, Soort

BREED = range(1, 10)


def geldige(inhoud: bytes, pki: Pki) -> list[str]:
    """Return the names of the fields whose signature holds, checked by pyHanko."""
    lezer = PdfFileReader(io.BytesIO(inhoud))
    gevonden = []
    for teken in lezer.embedded_regular_signatures:
        staat = validate_pdf_signature(teken, een_vertrouwen(pki).context())
        assert staat.coverage in (
            SignatureCoverageLevel.ENTIRE_FILE,
            SignatureCoverageLevel.ENTIRE_REVISION,
        )
        if staat.bottom_line:
            gevonden.append(teken.field_name)
    return gevonden


def getoond(inhoud: bytes, nummer: int, *, buiten: bool = False) -> list[str]:
    """Return the lines that people read in a field; `buiten` looks on the whole page."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        vlak = [float(zijde) for zijde in pdf.Root.AcroForm.Fields[nummer - 1].Rect]
    with closing(PdfDocument(inhoud)) as document:
        document.init_forms()
        bladnummer = een_bevroren().tekenpaginas[0] - 1
        document[bladnummer].flatten()
        tekst = document[bladnummer].get_textpage()
        return (tekst.get_text_bounded(*([] if buiten else vlak))).splitlines()


@pytest.mark.parametrize("soort", ["ec", "rsa"])
@pytest.mark.parametrize("niveau", Tekenniveau)
def test_a_signature_reaches_the_level_that_was_asked_for(
    niveau: Tekenniveau, soort: Soort
) -> None:
    pki = Pki(soort)

    getekend = zet(pki, een_bevroren().inhoud, niveau=niveau)

    assert (getekend.niveau, getekend.waarschuwingen) == (niveau, ())
    assert getekend.inhoud.startswith(een_bevroren().inhoud)
    assert geldige(getekend.inhoud, pki) == [een_veld(1).naam]
    lezer = PdfFileReader(io.BytesIO(getekend.inhoud))
    teken = lezer.embedded_regular_signatures[0]
    assert teken.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    ongetekend = teken.signer_info["unsigned_attrs"].native or []
    assert bool(ongetekend) == (niveau is not Tekenniveau.B)  # the time stamp token
    assert len(lezer.embedded_timestamp_signatures) == (niveau is Tekenniveau.LTA)
    assert failures(getekend.inhoud) <= (
        {BYTERANGE} if niveau in (Tekenniveau.LT, Tekenniveau.LTA) else set()
    )
    if niveau in (Tekenniveau.LT, Tekenniveau.LTA):
        winkel = DocumentSecurityStore.read_dss(lezer)
        assert len(winkel.crls) == 2
        assert len(winkel.certs) >= 4  # signer, service, issuer, root


@pytest.mark.parametrize("soort", ["ec", "rsa"])
def test_nine_sign_in_any_order_and_nobody_harms_another(soort: Soort) -> None:
    pki = Pki(soort)
    pdf = een_bevroren().inhoud

    for nummer in (5, 1, 9, 2, 8, 3, 7, 4, 6):
        pdf = zet(pki, pdf, nummer, Tekenniveau.LT).inhoud

    assert set(geldige(pdf, pki)) == {een_veld(nr).naam for nr in BREED}
    assert failures(pdf) == {BYTERANGE}
    assert AMBIGUOUS not in pdf


def test_the_certificate_is_kept_as_evidence() -> None:
    wie = Pki().ondertekenaar("J. de Vries")

    getekend = een_zegel(Pki()).sign(een_bevroren().inhoud, een_opdracht(wie))

    certificaat = getekend.certificaat
    assert certificaat.naam == "J. de Vries"
    assert "Domesta" in certificaat.onderwerp
    assert certificaat.uitgever == "Common Name: Test Uitgever"
    assert int(certificaat.serienummer, 16) == wie.certificaat.serial_number
    assert getekend.op == pendulum.instance(NU)


@pytest.mark.parametrize(
    ("moment", "leest"),
    [
        (pendulum.datetime(2025, 12, 12, 23, 30), "13 december 2025, 00.30 uur (Nederlandse tijd)"),
        (pendulum.datetime(2026, 7, 1, 10, 5), "1 juli 2026, 12.05 uur (Nederlandse tijd)"),
    ],
)
def test_people_read_who_signed_for_whom_when_and_which_version(
    moment: pendulum.DateTime, leest: str
) -> None:
    pki = Pki()
    termijn = {"van": moment.subtract(days=1), "tot": moment.add(days=1)}
    wie = pki.ondertekenaar("Łucja Ñandú-Şahin", **termijn)

    getekend = een_zegel(pki, moment).sign(
        een_bevroren().inhoud, een_opdracht(wie, 3, Tekenniveau.B)
    )

    assert getoond(getekend.inhoud, 3) == [
        "Digitaal ondertekend door",
        "Łucja Ñandú-Şahin",
        "bestuurder, Partij 3",
        leest,
        f"Voor de inhoud met code {CODE}",
    ]


def test_a_name_that_is_given_stands_in_place_of_the_certificate() -> None:
    wie = Pki().ondertekenaar("devries.j.12345")

    getekend = een_zegel(Pki()).sign(
        een_bevroren().inhoud, een_opdracht(wie, persoon="Jan de Vries")
    )

    assert getoond(getekend.inhoud, 1)[1] == "Jan de Vries"
    assert getekend.certificaat.naam == "devries.j.12345"


def test_a_long_name_and_an_unknown_letter_stay_inside_the_field() -> None:
    naam = "Jonkvrouw " + "Wilhelmina-Alexandra van Oranje " * 6 + "漢"

    getekend = een_zegel(Pki()).sign(
        een_bevroren().inhoud, een_opdracht(Pki().ondertekenaar("X"), persoon=naam)
    )

    regel = getoond(getekend.inhoud, 1)[1]
    assert regel == naam.replace("漢", "?")
    assert regel in getoond(getekend.inhoud, 1, buiten=True)
    assert failures(getekend.inhoud) == set()


# -- what is out of reach costs a level, never the signature --


def test_without_a_time_stamp_service_the_signature_is_set_with_a_warning() -> None:
    pki = Pki()
    zegel = PadesZegel(lambda: pendulum.instance(NU))

    getekend = zegel.sign(
        een_bevroren().inhoud, een_opdracht(pki.ondertekenaar("P"), 1, Tekenniveau.LT)
    )

    assert getekend.niveau is Tekenniveau.B
    assert "JAARSCHIJF_TIJDSTEMPEL" in getekend.waarschuwingen[0]
    assert geldige(getekend.inhoud, pki) == [een_veld(1).naam]


@pytest.mark.parametrize("antwoord", [b"", b"<html>storing</html>", b"\x30\x03\x02\x01\x00"])
def test_a_service_that_answers_nonsense_costs_the_time_stamp_only(antwoord: bytes) -> None:
    pki = Pki()

    with running_tijdstempeldienst(pki, antwoord=antwoord) as adres:
        getekend = _met_dienst(pki, adres)

    assert getekend.niveau is Tekenniveau.B
    assert "tijdstempeldienst gaf geen tijdstempel" in getekend.waarschuwingen[0]
    assert geldige(getekend.inhoud, pki) == [een_veld(1).naam]


def test_a_service_that_is_away_costs_the_time_stamp_only() -> None:
    getekend = _met_dienst(Pki(), "http://127.0.0.1:9/")

    assert getekend.niveau is Tekenniveau.B
    assert len(getekend.waarschuwingen) == 1


def test_a_service_on_the_network_gives_its_time_stamp() -> None:
    pki = Pki()

    with running_tijdstempeldienst(pki) as adres:
        getekend = _met_dienst(pki, adres)

    assert (getekend.niveau, getekend.waarschuwingen) == (Tekenniveau.T, ())


def _met_dienst(pki: Pki, adres: str) -> Getekend:
    zegel = PadesZegel(
        lambda: pendulum.instance(NU), tijdstempelaar=lambda: Tijdstempeldienst(adres, 5)
    )
    return zegel.sign(een_bevroren().inhoud, een_opdracht(pki.ondertekenaar("P")))


@pytest.mark.parametrize("waarom", ["ingetrokken", "onbekend", "niet ingesteld"])
def test_a_certificate_that_cannot_be_proven_good_costs_the_proof_only(waarom: str) -> None:
    pki = Pki()
    wie = pki.ondertekenaar("Persoon")
    vertrouwen = {
        "ingetrokken": een_vertrouwen(pki, wie),
        "onbekend": een_vertrouwen(Pki(naam="Ander")),
        "niet ingesteld": None,
    }[waarom]
    zegel = PadesZegel(
        lambda: pendulum.instance(NU),
        tijdstempelaar=lambda: een_stempelaar(pki),
        vertrouwen=(lambda: vertrouwen) if vertrouwen else None,
    )

    getekend = zegel.sign(een_bevroren().inhoud, een_opdracht(wie, 1, Tekenniveau.LTA))

    assert getekend.niveau is Tekenniveau.T
    assert "niveau B-T" in getekend.waarschuwingen[0]
    assert getekend.inhoud.startswith(een_bevroren().inhoud)


# -- a stream whose data end in a carriage return --


def test_proof_that_ends_in_a_carriage_return_still_gives_a_pdf_a() -> None:
    pki = Pki()
    wie = next(i for i in _many(pki) if i.der().endswith(b"\r"))

    getekend = een_zegel(pki).sign(een_bevroren().inhoud, een_opdracht(wie, 1, Tekenniveau.LT))

    assert getekend.niveau is Tekenniveau.LT
    assert failures(getekend.inhoud) <= {BYTERANGE}
    winkel = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(getekend.inhoud)))
    assert wie.der() in {ref.get_object().data for ref in winkel.certs.values()}


def _many(pki: Pki) -> Iterator[Identiteit]:
    """Yield certificates of one person: their last byte is as good as random."""
    for nummer in range(5000):
        yield pki.ondertekenaar("Persoon", tot=NU + timedelta(days=100, seconds=nummer))


def test_a_layer_that_is_not_good_is_never_kept() -> None:
    for daarna in (b"iets anders", b"%PDF\r\nendstream"):
        with pytest.raises(Exception, match="niet goed geschreven"):
            check_aanvulling(b"%PDF", daarna)


# -- what cannot be signed with, and where --


def test_a_key_that_is_not_usable_is_refused_with_what_to_do() -> None:
    pki = Pki()
    goed = pki.ondertekenaar("P")
    verlopen = pki.ondertekenaar("P", van=NU - timedelta(days=9), tot=NU - timedelta(days=1))
    toekomst = pki.ondertekenaar("P", van=NU + timedelta(days=1))

    for sleutel, melding in (
        (P12(goed.p12(), b"fout"), "gaat niet open"),
        (P12(b"geen p12", WACHTWOORD), "gaat niet open"),
        (P12(pki.zonder_sleutel(), WACHTWOORD), "geen sleutel"),
        (P12(verlopen.p12(), WACHTWOORD), "niet geldig"),
        (P12(toekomst.p12(), WACHTWOORD), "niet geldig"),
        (P12(pki.uitgever.p12(), WACHTWOORD), "niet bedoeld om mee te ondertekenen"),
        (P12(pki.andere_kromme().p12(), WACHTWOORD), "een soort sleutel"),
    ):
        opdracht = een_opdracht(goed)
        with pytest.raises(InvoerError, match=melding) as fout:
            een_zegel(pki).sign(een_bevroren().inhoud, replace(opdracht, sleutel=sleutel))
        assert fout.value.advies


def test_only_whom_the_mandaat_names_signs() -> None:
    pki = Pki()
    opdracht = een_opdracht(pki.ondertekenaar("J. de Vries"))

    gezet = een_zegel(pki).sign(een_bevroren().inhoud, replace(opdracht, mandaatnaam="j de vriés"))
    with pytest.raises(InvoerError, match=r"J\. de Vries is niet van A\. Jansen") as fout:
        een_zegel(pki).sign(een_bevroren().inhoud, replace(opdracht, mandaatnaam="A. Jansen"))

    assert gezet.certificaat.naam == "J. de Vries"
    assert "teken mandaat" in fout.value.advies


def test_a_file_or_field_that_cannot_be_signed_is_refused() -> None:
    pki = Pki()
    wie = pki.ondertekenaar("P")
    eens = zet(pki, een_bevroren().inhoud, niveau=Tekenniveau.B).inhoud

    for pdf, opdracht, melding in (
        (b"geen pdf", een_opdracht(wie), "geen leesbare PDF"),
        (een_pdf(), een_opdracht(wie), "geen plaats voor de handtekening"),
        (een_bevroren().inhoud, een_opdracht(wie, 12), "geen plaats voor de handtekening"),
        (eens, een_opdracht(wie), "staat al een handtekening"),
    ):
        with pytest.raises(InvoerError, match=melding) as fout:
            een_zegel(pki).sign(pdf, opdracht)
        assert fout.value.advies
