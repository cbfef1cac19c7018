"""A key on a token: SoftHSM stands in for the chip, the way to it is the real one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cycle.domain.errors import InvoerError
from cycle.services.ondertekenport import Tekenopdracht, Token
from tests.cycle.signing.test_zetten import geldige
from tests.ondertekening import een_bevroren, een_opdracht, een_veld, een_zegel
from tests.pki import Identiteit, Pki, Soort

PIN = "123456"
NAAM = "Test token"
BIBLIOTHEKEN = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)


@pytest.fixture(scope="module")
def bibliotheek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    gevonden = [Path(pad) for pad in BIBLIOTHEKEN if Path(pad).exists()]
    if not gevonden or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM is not installed (Debian package softhsm2); `make test` does it")
    kluis = tmp_path_factory.mktemp("kluis")
    (kluis / "tokens").mkdir()
    (kluis / "softhsm2.conf").write_text(f"directories.tokendir = {kluis / 'tokens'}\n")
    with pytest.MonkeyPatch.context() as even:
        even.setenv("SOFTHSM2_CONF", str(kluis / "softhsm2.conf"))
        _softhsm("--init-token", "--free", "--label", NAAM, "--pin", PIN, "--so-pin", "87654321")
        for nummer, soort in enumerate(("ec", "rsa")):
            _import(gevonden[0], kluis, eigenaar(soort), soort, f"0{nummer + 1}")
        yield gevonden[0]


def eigenaar(soort: Soort) -> Identiteit:
    return Pki(soort).ondertekenaar("Bestuurder met token")


def _softhsm(*woorden: str) -> None:
    subprocess.run(["softhsm2-util", *woorden], check=True, capture_output=True, env=os.environ)


def _import(bibliotheek: Path, kluis: Path, wie: Identiteit, label: str, nummer: str) -> None:
    """Put a key and its certificate on the token, as its maker would."""
    import pkcs11

    (kluis / "sleutel.pem").write_bytes(wie.sleutel_pem())
    _softhsm(
        *("--import", str(kluis / "sleutel.pem"), "--token", NAAM, "--pin", PIN),
        *("--label", label, "--id", nummer),
    )
    token = pkcs11.lib(str(bibliotheek)).get_token(token_label=NAAM)
    with token.open(rw=True, user_pin=PIN) as sessie:
        sessie.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.LABEL: label,
                pkcs11.Attribute.ID: bytes.fromhex(nummer),
                pkcs11.Attribute.SUBJECT: wie.certificaat.subject.public_bytes(),
                pkcs11.Attribute.VALUE: wie.der(),
            }
        )


@pytest.mark.parametrize("soort", ["ec", "rsa"])
def test_a_key_that_never_leaves_its_token_signs(bibliotheek: Path, soort: Soort) -> None:
    pki = Pki(soort)

    getekend = een_zegel(pki).sign(
        een_bevroren().inhoud, _opdracht(Token(bibliotheek, soort, PIN, NAAM))
    )

    assert getekend.certificaat.naam == "Bestuurder met token"
    assert geldige(getekend.inhoud, pki) == [een_veld(1).naam]


def test_a_token_that_cannot_be_used_is_refused_with_what_to_do(bibliotheek: Path) -> None:
    for token in (
        Token(bibliotheek, "ec", "000000", NAAM),
        Token(bibliotheek, "onbekend", PIN, NAAM),
        Token(bibliotheek, "ec", PIN, "Ander token"),
        Token(bibliotheek.parent / "weg.so", "ec", PIN),
    ):
        with pytest.raises(InvoerError, match="op het token kan niet worden getekend") as fout:
            een_zegel(Pki()).sign(een_bevroren().inhoud, _opdracht(token))
        assert "pincode" in fout.value.advies


def _opdracht(token: Token) -> Tekenopdracht:
    return replace(een_opdracht(eigenaar("ec")), sleutel=token)
