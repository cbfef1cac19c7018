"""A program that signs PDFs and has nothing in common with ours: no pyHanko, PKCS#7 as of old.

It fills a field that is there, writes the update by hand with a table of its own, and leaves
out everything that the standard does not ask for.
"""

import io

import pikepdf
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7

from tests.pki import Identiteit

_RUIMTE = 16_000
_BEREIK = b"/ByteRange [0 0000000000 0000000000 0000000000]"


def sign_anders(pdf: bytes, veld: str, wie: Identiteit, *, slordig: bool = False) -> bytes:
    """Return the PDF with one more signature; `slordig` writes a table that breaks a rule."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        (gevonden,) = [v for v in document.Root.AcroForm.Fields if str(v.T) == veld]
        nummer, generatie = gevonden.objgen
        nieuw = int(document.trailer.Size)
        gevonden.V = pikepdf.Name("/Plaats")
        tekst = gevonden.unparse(resolved=True).replace(b"/Plaats", b"%d 0 R" % nieuw)
        wortel = document.Root.objgen
    leeg = b"<" + b"0" * _RUIMTE + b">"
    handtekening = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached\n"
        + _BEREIK
        + b"\n/Contents "
        + leeg
        + b" >>"
    )
    stukken = [(nummer, generatie, tekst), (nieuw, 0, handtekening)]
    uit = pdf + (b"" if pdf.endswith(b"\n") else b"\n")
    plekken = []
    for eigen, gen, inhoud in stukken:
        plekken.append((eigen, gen, len(uit)))
        uit += b"%d %d obj\n%b\nendobj\n" % (eigen, gen, inhoud)
    vorige = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    begin = len(uit)
    uit += b"xref\n"
    for eigen, gen, plek in plekken:
        uit += b"%d 1\n%010d %05d n \n" % (eigen, plek, gen)
    uit += b"trailer\n<< /Size %d /Root %d %d R /Prev %d >>\n" % (
        nieuw - 1 if slordig else nieuw + 1,
        *wortel,
        vorige,
    )
    uit += b"startxref\n%d\n%%%%EOF\n" % begin
    return _fill(uit, leeg, wie)


def _fill(pdf: bytes, leeg: bytes, wie: Identiteit) -> bytes:
    """Return the PDF with the range and the signature in their places."""
    plek = pdf.index(leeg)
    einde = plek + len(leeg)
    bereik = b"/ByteRange [0 %010d %010d %010d]" % (plek, einde, len(pdf) - einde)
    pdf = pdf.replace(_BEREIK, bereik)
    bouw = pkcs7.PKCS7SignatureBuilder().set_data(pdf[:plek] + pdf[einde:])
    bouw = bouw.add_signer(wie.certificaat, wie.sleutel, hashes.SHA256())
    for boven in wie.keten:
        bouw = bouw.add_certificate(boven)
    cms = bouw.sign(
        serialization.Encoding.DER,
        [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary],
    )
    gevuld = cms.hex().encode().upper().ljust(_RUIMTE, b"0")
    return pdf[: plek + 1] + gevuld + pdf[einde - 1 :]
