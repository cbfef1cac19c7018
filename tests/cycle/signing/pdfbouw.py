"""PDFs to check: pages with words, places to sign, and signatures made by pyHanko itself.

The product's own way to sign is not used here on purpose: a check must not depend on who
made the signature.
"""

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pendulum
import pikepdf
from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes, serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import Manifest
from tests.pki import NU, Identiteit, Pki, Soort

SHA256 = hashes.SHA256()
PARTIJEN = (
    "hoogeveen",
    "domesta",
    "woonconcept",
    "actium",
    "woonservice",
    "huurders-domesta",
    "huurders-woonconcept",
    "huurders-actium",
    "huurders-woonservice",
)
NIVEAUS = ("B-B", "B-T", "B-LT", "B-LTA")
_RIJ = 60


def tekst_van(bladen: int = 3) -> list[list[str]]:
    """Return the lines of a small jaarschijf; the last page is the one to sign."""
    inhoud = [
        [
            f"Afspraak {nummer}: bouw {nummer * 12} sociale huurwoningen",
            f"Domesta begint voor 1 juli {2020 + nummer} en meldt dat aan de gemeente.",
            "Huurders denken mee over het ontwerp en over de verhuizing.",
        ]
        for nummer in range(1, bladen)
    ]
    return [*inhoud, ["Ondertekening", "Partijen stemmen in met deze jaarschijf."]]


def make_pdf(bladen: Sequence[Sequence[str]], *, tekenpagina: bool = True) -> bytes:
    """Return a PDF with these lines on its pages, and nine rows to sign on the last one."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for nummer, regels in enumerate(bladen):
        stromen = [_regel(regel, 780 - 20 * i) for i, regel in enumerate(regels)]
        if tekenpagina and nummer == len(bladen) - 1:
            stromen += [_regel(naam, 700 - _RIJ * i) for i, naam in enumerate(PARTIJEN)]
        pdf.add_blank_page(page_size=(595, 842))
        blad = pdf.pages[-1]
        blad.Contents = pdf.make_stream("\n".join(stromen).encode("latin-1"))
        blad.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    uit = io.BytesIO()
    pdf.save(uit, deterministic_id=True)
    return uit.getvalue()


def _regel(tekst: str, hoogte: int) -> str:
    veilig = tekst.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 11 Tf 50 {hoogte} Td ({veilig}) Tj ET"


def een_veld(partij: str) -> Handtekenveld:
    """Return the place to sign of one partij."""
    return Handtekenveld(f"{partij}-bestuurder", partij, "bestuurder")


@dataclass(frozen=True)
class Bevroren:
    """A frozen version: its bytes and its manifest."""

    pdf: bytes
    manifest: Manifest


def freeze(
    bladen: Sequence[Sequence[str]] | None = None,
    aantal: int = 9,
    *,
    ruw: bytes | None = None,
) -> Bevroren:
    """Return a frozen version with `aantal` places to sign."""
    bladen = tekst_van() if bladen is None else bladen
    writer = IncrementalPdfFileWriter(io.BytesIO(ruw or make_pdf(bladen)))
    velden = tuple(een_veld(partij) for partij in PARTIJEN[:aantal])
    for nummer, veld in enumerate(velden):
        boven = 715 - _RIJ * nummer
        spec = fields.SigFieldSpec(veld.naam, on_page=-1, box=(250, boven - 40, 500, boven))
        fields.append_signature_field(writer, spec)
    writer.root["/AcroForm"]["/SigFlags"] = pikepdf_number(3)
    writer.update_root()
    writer.update_container(writer.root["/AcroForm"])
    uit = io.BytesIO()
    writer.write(uit)
    pdf = uit.getvalue()
    manifest = Manifest(
        samenwerking="hoogeveen",
        jaar=2027,
        versie="1.0",
        code="3F9A-2C1B-77D0",
        sha256=hashlib.sha256(pdf).hexdigest(),
        bytes=len(pdf),
        bladzijden=len(bladen),
        velden=velden,
        tekenpaginas=(len(bladen),),
        bevroren_op=pendulum.instance(NU).date().subtract(days=3),
    )
    return Bevroren(pdf, manifest)


def pikepdf_number(getal: int) -> Any:  # noqa: ANN401 - pyHanko has no types
    """Return a number as pyHanko writes it."""
    from pyhanko.pdf_utils.generic import NumberObject

    return NumberObject(getal)


@cache
def ondertekenaar_van(wie: Identiteit) -> signers.SimpleSigner:
    """Return who signs, as pyHanko wants it."""
    keten = SimpleCertificateStore()
    keten.register_multiple([_asn1(c) for c in wie.keten])
    return signers.SimpleSigner(
        signing_cert=_asn1(wie.certificaat),
        signing_key=keys.PrivateKeyInfo.load(wie.sleutel_der()),
        cert_registry=keten,
    )


def _asn1(certificaat: Any) -> x509.Certificate:  # noqa: ANN401 - of the package cryptography
    return x509.Certificate.load(certificaat.public_bytes(serialization.Encoding.DER))


@cache
def stempelaar(pki: Pki) -> timestamps.DummyTimeStamper:
    """Return a time stamp service of our own."""
    wie = pki.tijdstempelaar()
    keten = SimpleCertificateStore()
    keten.register_multiple([_asn1(c) for c in wie.keten])
    return timestamps.DummyTimeStamper(
        tsa_cert=_asn1(wie.certificaat),
        tsa_key=keys.PrivateKeyInfo.load(wie.sleutel_der()),
        certs_to_embed=keten,
    )


def naam_van(partij: str) -> str:
    """Return who signs for a partij."""
    return f"Bestuurder van {partij}"


def persoon(partij: str, soort: Soort = "ec") -> Identiteit:
    """Return the certificate of who signs for a partij."""
    return Pki(soort).ondertekenaar(naam_van(partij), partij)


def sign(
    pdf: bytes,
    veld: str,
    wie: Identiteit,
    niveau: str = "B-B",
    pki: Pki | None = None,
    **extra: Any,  # noqa: ANN401 - what pyHanko's own metadata takes
) -> bytes:
    """Return the PDF with one more signature; `niveau` is B-B to B-LTA."""
    pki = pki or Pki()
    metadata: dict[str, Any] = {"subfilter": SigSeedSubFilter.PADES, "md_algorithm": "sha256"}
    if niveau in ("B-LT", "B-LTA"):
        metadata |= {
            "embed_validation_info": True,
            "use_pades_lta": niveau == "B-LTA",
            "validation_context": ValidationContext(
                trust_roots=[_asn1(pki.wortel.certificaat)],
                other_certs=[_asn1(pki.uitgever.certificaat)],
                crls=list(pki.intrekkingen()),
                allow_fetching=False,
                revocation_mode="require",
            ),
        }
    uit = io.BytesIO()
    signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name=veld, **(metadata | extra)),
        signer=ondertekenaar_van(wie),
        timestamper=None if niveau == "B-B" else stempelaar(pki),
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=uit)
    return uit.getvalue()


def sign_writer(writer: IncrementalPdfFileWriter, veld: str, wie: Identiteit) -> bytes:
    """Return what `writer` holds, changes and all, signed in one and the same update."""
    uit = io.BytesIO()
    metadata = signers.PdfSignatureMetadata(
        field_name=veld, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    signers.PdfSigner(metadata, signer=ondertekenaar_van(wie)).sign_pdf(writer, output=uit)
    return uit.getvalue()


def sign_all(
    bevroren: Bevroren,
    niveau: str = "B-B",
    soort: Soort = "ec",
    volgorde: Sequence[int] | None = None,
) -> bytes:
    """Return the frozen version signed by everybody, in any order of the places."""
    pdf, velden = bevroren.pdf, bevroren.manifest.velden
    for nummer in volgorde if volgorde is not None else range(len(velden)):
        veld = velden[nummer]
        pdf = sign(pdf, veld.naam, persoon(veld.partij, soort), niveau, Pki(soort))
    return pdf


def verleng(pdf: bytes, wijzig: Any) -> bytes:  # noqa: ANN401 - a function on pyHanko's writer
    """Return the PDF with one more incremental update, made by `wijzig`."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    wijzig(writer)
    uit = io.BytesIO()
    writer.write(uit)
    return uit.getvalue()


def shift(pdf: bytes, afstand: int) -> bytes:
    """Return the PDF as it must be to stand `afstand` bytes further on in a file."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    heel = uit.getvalue()
    tabel = heel.rindex(b"xref\n0 ")
    kop, _, staart = heel[tabel:].partition(b"trailer")
    rijen = re.sub(
        rb"(\d{10}) (\d{5}) n", lambda m: b"%010d %b n" % (int(m[1]) + afstand, m[2]), kop
    )
    einde = re.sub(
        rb"startxref\n\d+", b"startxref\n%d" % (heel.rindex(b"xref\n0 ") + afstand), staart
    )
    return heel[:tabel] + rijen + b"trailer" + einde
