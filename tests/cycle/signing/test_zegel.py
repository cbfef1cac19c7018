"""The seal of the organisation and loose time stamps: what the dossier is closed with."""

import asyncio
import hashlib
import io
from pathlib import Path

import pendulum
import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import P12
from cycle.settings import Settings
from cycle.signing.instellen import build_zegel, read_vertrouwen
from cycle.signing.pades import PadesZegel
from tests.ondertekening import (
    een_bevroren,
    een_pdf,
    een_vertrouwen,
    een_zegel,
    failures,
    running_tijdstempeldienst,
    zet,
)
from tests.pki import NU, WACHTWOORD, Pki

PKI = Pki()


@pytest.mark.parametrize("getekend", [False, True])
def test_a_seal_holds_and_leaves_signatures_and_standards_whole(*, getekend: bool) -> None:
    pdf = zet(PKI, een_bevroren().inhoud).inhoud if getekend else een_pdf()

    verzegeld = een_zegel(PKI).seal(pdf)

    assert verzegeld.startswith(pdf)
    tekens = PdfFileReader(io.BytesIO(verzegeld)).embedded_regular_signatures
    assert [t.field_name for t in tekens][-1] == "zegel"
    for teken in tekens:
        assert validate_pdf_signature(teken, een_vertrouwen(PKI).context()).bottom_line
    if not getekend:
        assert failures(verzegeld) == set()


def test_a_signature_beside_a_file_holds_for_that_file_only() -> None:
    los = cms.ContentInfo.load(een_zegel(PKI).sign_detached(b"manifest"))["content"]

    def houdt(inhoud: bytes) -> bool:
        context = een_vertrouwen(PKI).context()
        return asyncio.run(async_validate_detached_cms(inhoud, los, context)).bottom_line

    assert houdt(b"manifest")
    assert not houdt(b"manifest.")


def test_a_time_stamp_is_over_exactly_this_digest() -> None:
    digest = hashlib.sha256(b"hoofd van de keten").hexdigest()

    token = cms.ContentInfo.load(een_zegel(PKI).stamp_digest(digest) or b"")

    afdruk = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
    assert afdruk["hashed_message"].native.hex() == digest


def test_without_settings_there_is_no_time_stamp_and_no_seal() -> None:
    zegel = build_zegel(Settings(), lambda: pendulum.instance(NU))

    assert zegel.stamp_digest("ab" * 32) is None
    for doe in (zegel.seal, zegel.sign_detached):
        with pytest.raises(InvoerError, match="geen zegel van de organisatie") as fout:
            doe(een_pdf())
        assert "JAARSCHIJF_ZEGEL" in fout.value.advies


def test_a_service_that_gives_no_time_stamp_is_named() -> None:
    with running_tijdstempeldienst(PKI, antwoord=b"") as adres:
        zegel = build_zegel(Settings(tijdstempel=adres), lambda: pendulum.instance(NU))

        with pytest.raises(InvoerError, match="gaf geen tijdstempel") as fout:
            zegel.stamp_digest("ab" * 32)

    assert "JAARSCHIJF_TIJDSTEMPEL" in fout.value.advies


def test_settings_name_the_service_whom_to_trust_and_the_seal(tmp_path: Path) -> None:
    vertrouwd = tmp_path / "vertrouwd"
    vertrouwd.mkdir()
    (vertrouwd / "wortel.pem").write_bytes(PKI.wortel.pem())
    (vertrouwd / "uitgever.cer").write_bytes(PKI.uitgever.der())
    for nummer, lijst in enumerate(PKI.intrekkingen()):
        (vertrouwd / f"{nummer}.crl").write_bytes(lijst)
    (vertrouwd / "leesmij.txt").write_text("Geen certificaat.")
    (tmp_path / "zegel.p12").write_bytes(PKI.ondertekenaar("Gemeente").p12())
    (tmp_path / "wachtwoord").write_bytes(WACHTWOORD + b"\n")

    with running_tijdstempeldienst(PKI) as adres:
        zegel = build_zegel(
            Settings(
                tijdstempel=adres,
                vertrouwd=vertrouwd,
                zegel=tmp_path / "zegel.p12",
                zegel_wachtwoord_bestand=tmp_path / "wachtwoord",
            ),
            lambda: pendulum.instance(NU),
        )
        assert zegel.stamp_digest("ab" * 32)
        assert zegel.seal(een_pdf()).startswith(een_pdf())
    vertrouwen = read_vertrouwen(vertrouwd)
    assert (vertrouwen.wortels, vertrouwen.tussen) == ((PKI.wortel.der(),), (PKI.uitgever.der(),))
    assert len(vertrouwen.intrekkingen) == 2


@pytest.mark.parametrize("inhoud", [None, b"geen certificaat", PKI.uitgever.pem()])
def test_a_folder_without_a_usable_root_is_refused(tmp_path: Path, inhoud: bytes | None) -> None:
    if inhoud is not None:
        (tmp_path / "a.pem").write_bytes(inhoud)

    with pytest.raises(InvoerError, match="is niet bruikbaar") as fout:
        read_vertrouwen(tmp_path)
    assert "JAARSCHIJF_VERTROUWD" in fout.value.plek


def test_a_seal_that_is_not_there_or_has_another_password_is_named(tmp_path: Path) -> None:
    weg = build_zegel(Settings(zegel=tmp_path / "weg.p12"), lambda: pendulum.instance(NU))
    with pytest.raises(InvoerError, match="zegel van de organisatie is niet te lezen"):
        weg.sign_detached(b"")

    dicht = PadesZegel(
        lambda: pendulum.instance(NU), zegel=lambda: P12(PKI.ondertekenaar("G").p12(), b"fout")
    )
    with pytest.raises(InvoerError, match="gaat niet open"):
        dicht.sign_detached(b"")
